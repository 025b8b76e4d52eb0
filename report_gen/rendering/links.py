"""Links that can't do harm and can't lead nowhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ID = re.compile(r'\sid="([^"]+)"')
_INNER = re.compile(r'<a\b([^>]*?)\shref="#([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_SCHEMES = frozenset({"http", "https", "mailto"})


def safe_url(value: object) -> str:
    """The address if it is http, https or mailto, else "": javascript:, file: and the like are
    never linked, wherever they come from."""
    text = str(value or "").strip()
    if any(ord(c) < 33 or ord(c) == 127 for c in text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES:
        return ""
    if parts.scheme.lower() == "mailto":
        return text if "@" in parts.path else ""
    return text if parts.hostname else ""


def drop_dead_links(html: str) -> str:
    """Inner links whose target is not in the document become plain text.

    Editions leave chapters out; the templates need not know which. Works on our own output
    only: values are escaped there, so a quote never stands inside an attribute.
    """
    targets = set(_ID.findall(html))

    def keep_or_unwrap(match: re.Match[str]) -> str:
        if match[2] in targets:
            return match[0]
        if 'class="page' in match[1] + match[3]:
            return ""
        return f"<span>{match[4]}</span>"

    return _INNER.sub(keep_or_unwrap, html)
