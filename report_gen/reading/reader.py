"""What kind of file is it? Content decides first, the suffix second; then its reader reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from report_gen import limits
from report_gen.notes import Note
from report_gen.reading.lookalikes import without_lookalikes
from report_gen.reading.models import Document
from report_gen.reading.plain import decode, read_text
from report_gen.reading.refusals import refuse

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_BITMAP = re.compile(rb"BM.{4}\x00{4}", re.S)
"""A bitmap's two letters are also those of a firm's name; the four bytes it leaves empty are not."""
_HTML_START = re.compile(r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|ul|section|article|main|table|meta|title|script|span|br)\b", re.I | re.S)  # fmt: skip
_HTML_TAGS = re.compile(r"</(?:p|div|li|ul|h[1-6]|body|html|td|span|strong|b)>", re.I)
_ATX = re.compile(r"^#{1,4} \S", re.M)
_MARKDOWN = re.compile(r"^\s*[*+-] \S|\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\n]+\)", re.M)


def read_document(data: bytes, name: str) -> Document:
    """A resume's or job description's bytes -> lines in reading order.

    ``name`` serves for its suffix, where the content leaves a doubt, and in messages. Raises
    ``UnreadableError`` (exit 3) with a remedy for whatever can't be read; never anything else.
    """
    return without_lookalikes(_with_few_links(_read(data, name)))


def _with_few_links(document: Document) -> Document:
    most = limits.active().links
    left = len(document.links) - most
    if left <= 0:
        return document
    note = Note(code="too_many_links", message=f"{left:,} links beyond the first {most:,} were left out.")  # fmt: skip
    return replace(document, links=document.links[:most], notes=(*document.notes, note))


def _read(data: bytes, name: str) -> Document:
    suffix = PurePath(name).suffix.lower()
    if not data.strip(b"\x00\t\n\r\x0c "):
        raise refuse("empty_file", name)
    if b"%PDF-" in data[:1024]:
        from report_gen.reading.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from report_gen.reading.docx import read_docx

        return read_docx(data, name)
    _refuse_known(data, name, suffix)
    if suffix == ".pdf":
        raise refuse("damaged_pdf", name)
    text = decode(data, name)
    if suffix == ".docx" and len(_HTML_TAGS.findall(text)) < 3:
        raise refuse("damaged_docx", name)
    return _read_as_text(text, name, suffix)


def _refuse_known(data: bytes, name: str, suffix: str) -> None:
    """Raise for formats that are recognised, but not read."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):  # OLE: .doc, or an encrypted .docx
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise refuse("password" if encrypted else "legacy_doc", name)
    if data.startswith(b"{\\rtf"):
        raise refuse("rtf", name)
    if data.startswith(_PICTURES) or _BITMAP.match(data) or data[4:12] in (b"ftypheic", b"ftypmif1") or data[8:12] == b"WEBP":  # fmt: skip
        raise refuse("image_file", name)
    if data.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ\x90", b"%!PS")):
        raise refuse("wrong_type", name, suffix or "a binary format")


def _read_as_text(text: str, name: str, suffix: str) -> Document:
    start = text.lstrip("\ufeff \t\r\n")
    if _HTML_START.match(start) or (
        suffix in {".html", ".htm", ".xhtml", ".doc", ".docx"} and _HTML_TAGS.search(text)
    ):
        from report_gen.reading.html import read_html

        return read_html(text, name)
    if suffix == ".json" or _is_json(start):
        from report_gen.reading.html import read_posting
        from report_gen.reading.job_posting import find_job_posting
        from report_gen.reading.json_reader import read_json

        posting = find_job_posting([start])
        return read_posting(posting, name) if posting else read_json(start, name)
    if suffix in {".md", ".markdown"} or _is_markdown(text):
        from report_gen.reading.markdown import read_markdown

        return read_markdown(text, name)
    return read_text(text, name)


def _is_json(start: str) -> bool:
    return bool(re.match(r"\{\s*(?:\"|\})", start)) and start.rstrip().endswith("}")


def _is_markdown(text: str) -> bool:
    """Text pasted from a Markdown source: headings with #, or bold, links and lists together."""
    head = text[:50_000]
    return len(_ATX.findall(head)) >= 2 or (
        len(_MARKDOWN.findall(head)) >= 8 and len(re.findall(r"\*\*\S[^*\n]*\*\*", head)) >= 3
    )
