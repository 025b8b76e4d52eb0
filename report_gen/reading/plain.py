"""Plain text -> lines: any sane encoding, bullets of many kinds, indentation, blank lines."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.reading.cleaning import clean_text
from report_gen.reading.drafts import Drafts, tidy
from report_gen.reading.markers import split_marker
from report_gen.reading.models import Document, Line, Link
from report_gen.reading.refusals import check_characters, refuse

_RULE = re.compile(r"[\s\-_=*~#.·—–•+]{3,}\Z")
_LINK = re.compile(r"https?://[^\s<>\"'|]+[^\s<>\"'|.,;:!?)\]]")


def decode(data: bytes, name: str) -> str:
    """Bytes -> text: UTF-8 (with or without mark), UTF-16, else Windows-1252.

    Raises ``wrong_type`` for bytes that are no text at all.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif _looks_utf16(data):
        encoding = "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
        text = data.decode(encoding, errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    control = sum(1 for sign in text[:20_000] if ord(sign) < 32 and sign not in "\t\n\r\f\v\x1b")
    broken = text[:20_000].count("\ufffd")
    if control + broken > max(2, len(text[:20_000]) // 50):
        raise refuse("wrong_type", name, "binary data")
    return text.replace("\x1b", "")


def _looks_utf16(data: bytes) -> bool:
    head = data[:2000]
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return len(head) >= 4 and zeros > len(head) * 0.3 and min(head[0::2].count(0), head[1::2].count(0)) < zeros / 8  # fmt: skip


def read_text(text: str, name: str) -> Document:
    """Text -> Document of kind ``text``; a hard-wrapped line stays a line."""
    check_characters(len(text), name)
    drafts = Drafts(name)
    links: list[Link] = []
    indents: list[int] = []
    blanks, page, block, ruled = 0, 1, 0, False
    quoted = _marks_by_quotes(text)
    waiting = ""  # a bullet on a line of its own, as text copied from a PDF has it
    for row in re.split(r"\r\n|\n|\r|\u2028|\u2029|(?=\f)", text):
        if row.startswith("\f"):
            page, blanks = page + 1, blanks + 1
        line = (
            clean_text(row.replace("\f", "")).expandtabs(4)
            if row.startswith("\t")
            else clean_text(row.replace("\f", ""))
        )
        if not line.strip():
            blanks += 1
            continue
        if _RULE.match(line) and not any(sign.isalnum() for sign in line):
            if not blanks and drafts.lines and _underlines(line, drafts.lines[-1]):
                level = 2 if len(drafts.lines) > 1 else 1
                drafts.lines[-1] = replace(drafts.lines[-1], heading=level)
            blanks, ruled = blanks + 1, True
            continue
        indent = len(line) - len(line.lstrip(" "))
        marker, body = split_marker(line)
        if quoted and not marker and body.startswith("> "):
            marker, body = ">", body[2:]
        content = tidy(body)
        if not content:
            blanks, waiting = blanks + (not marker), marker
            continue
        marker, waiting = marker or waiting, ""
        if blanks or ruled:
            block += 1
        gap = float(blanks) if drafts.lines else 0.0
        drafts.add(
            Line(
                text=content,
                number=0,
                page=page,
                x0=indent * 5.0,
                marker=marker,
                depth=_depth(indent, bool(marker), indents),
                block=block,
                gap=gap,
            )
        )
        links += [
            Link(url=found.group(), text=found.group(), page=page)
            for found in _LINK.finditer(content)
        ]
        blanks, ruled = 0, False
    if not drafts.lines:
        raise refuse("no_text", name)
    return Document(
        kind="text", name=name, pages=page, lines=tuple(drafts.lines), links=tuple(links)
    )


def _marks_by_quotes(text: str) -> bool:
    """Do some lines begin with ``>`` as with a bullet, rather than all, as in an answered mail?"""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    marked = sum(line.startswith("> ") for line in lines)
    return 2 <= marked <= 0.7 * len(lines)


def _underlines(rule: str, above: Line) -> bool:
    """Is a row of signs as long as the short line above it, which makes that a heading?"""
    signs = rule.strip()
    alike = len(set(signs)) == 1 and abs(len(signs) - len(above.text)) <= 2
    return alike and not above.marker and len(above.text.split()) <= 7


def _depth(indent: int, marked: bool, indents: list[int]) -> int:
    """Nesting of a list item among the items above it; ``indents`` holds their indentations.

    A line without marker at the margin of the list ends it.
    """
    if not marked:
        if indents and indent <= indents[0]:
            indents.clear()
        return 0
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1]:
        indents.append(indent)
    return len(indents) - 1
