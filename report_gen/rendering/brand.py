"""An operator's brand as plain data: what a report wears, wherever it is rendered.

It holds bytes, no paths: the process that lays a report out may read no folder of the operator's.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

from report_gen.rendering.colours import OURS, on_dark, shades

LOGO = "reportgen-logo:"
"""Address of the logo for the PDF engine; only our fetcher understands it."""
_MEDIA = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Made by ``branding.read_brand``, which checks all of it.

    ``family``: the shipped family our words are set in; ``faces``: own font files instead
    (regular, semibold). ``templates``: name below ``templates/`` -> text that replaces ours.
    """

    name: str = ""
    logo: bytes = b""
    logo_kind: Literal["", "png", "jpeg", "svg"] = ""
    accent: str = OURS
    family: Literal["sans", "serif"] = "sans"
    faces: Mapping[str, bytes] = field(default_factory=dict)
    footer: str = ""
    contact: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)

    def with_templates(self, texts: Mapping[str, str]) -> Brand:
        """The same with templates of its own."""
        return replace(self, templates=dict(texts))

    def to_bytes(self) -> bytes:
        """All of it as one file that can be kept and sent; the same brand gives the same bytes."""
        values = asdict(self) | {"logo": b64encode(self.logo).decode()}
        values["faces"] = {face: b64encode(data).decode() for face, data in self.faces.items()}
        return json.dumps(values, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Brand:
        """The way back, for bytes that ``to_bytes`` made."""
        values = json.loads(data)
        values["logo"] = b64decode(values["logo"])
        values["faces"] = {face: b64decode(text) for face, text in values["faces"].items()}
        return cls(**values)

    @property
    def media_type(self) -> str:
        """Of the logo."""
        return _MEDIA.get(self.logo_kind, "")

    def words(self, medium: str) -> dict[str, str]:
        """What the templates print of it; the logo as an address this medium can read."""
        logo = ""
        if self.logo:
            data = b64encode(self.logo).decode()
            logo = LOGO if medium == "print" else f"data:{self.media_type};base64,{data}"
        return {
            "name": self.name,
            "author": self.name or "reportgen",
            "logo": logo,
            "contact": self.contact,
            "footer": self.footer,
            "font": "yes" if self.faces else "",
        }


PLAIN = Brand()
"""Ours: no name, the house's accent and fonts."""

_SHADE = re.compile("|".join(shades(OURS)))
_DRAWN = re.compile(rf'((?:fill|stroke)=")({_SHADE.pattern})"')
_DARK = "#7cc3cd"


def dress_sheet(css: str, brand: Brand) -> str:
    """A style sheet of ours in the brand's colours, and with the house's sans behind its font."""
    if brand.accent != OURS:
        worn = shades(brand.accent)
        css = _SHADE.sub(lambda m: worn[m[0]], css).replace(_DARK, on_dark(brand.accent))
    if brand.faces:
        css = css.replace("Report, ", 'Report, "Report Base", ')
    return css


def dress_pictures(html: str, brand: Brand) -> str:
    """The drawings of a page in the brand's colours: marks of shapes only. No text is touched: in
    text a quotation mark is escaped."""
    if brand.accent == OURS:
        return html
    worn = shades(brand.accent)
    return _DRAWN.sub(lambda m: f'{m[1]}{worn[m[2]]}"', html)


def print_rules(brand: Brand) -> str:
    """What the brand adds to the style of the PDF."""
    if not (brand.footer or brand.logo):
        return ""
    place = (
        "font: 400 8pt/10pt Report, sans-serif; color: #5c6670; vertical-align: top; "
        "padding-top: 4mm; width: 170mm; white-space: nowrap; overflow: hidden"
    )
    foot = f"@bottom-left {{ content: {_quoted(brand.footer)}; {place} }}"
    return "\n".join(
        (
            ".logo { max-width: 120mm; object-fit: contain; object-position: left }",
            ".brief-page .logo { height: 9mm; margin-bottom: 3mm }",
            f"@page {{ {foot} }}" if brand.footer else "",
            "@page cover { @bottom-left { content: none } }",
        )
    )


def screen_rules(brand: Brand) -> str:
    """What the brand adds to the style of the HTML page; its font stands in it as data."""
    rules = [
        f"@font-face {{ font-family: Report; font-weight: {400 if face == 'regular' else 600}; "
        f"src: url(data:font/ttf;base64,{b64encode(data).decode()}) }}"
        for face, data in sorted(brand.faces.items())
    ]
    if brand.faces:
        rules.append('html { font-family: Report, "Source Sans Pro", system-ui, sans-serif }')
    elif brand.family == "serif":
        rules.append('html { font-family: "Source Serif Pro", Georgia, "Noto Serif", serif }')
    if brand.logo:
        rules.append(
            ".logo { height: 3.2rem; max-width: 100%; object-fit: contain; object-position: left; "
            "background: #fff; padding: .3rem; box-sizing: border-box }"
        )
    if brand.footer or brand.contact:
        rules.append(
            "footer { border-top: 1px solid var(--rule); margin-top: 4rem; padding-top: .8rem; "
            "color: var(--soft); font-size: .86rem }"
        )
    return "\n".join(rules)


def _quoted(text: str) -> str:
    """A text as a CSS string: whatever is no plain letter, as its code."""
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):x} " for c in text) + '"'
