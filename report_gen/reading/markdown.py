"""Markdown -> lines, by way of the HTML it stands for."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.reading.cleaning import clean_text
from report_gen.reading.models import Document
from report_gen.reading.refusals import check_characters

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?:[\w-]+[ \t]*:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n)*?---[ \t]*\n"
)
_FIELD = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(\S[^\n]*?)[ \t]*$", re.M)
_OTHER_BULLET = re.compile(r"^(\s*)[•‣▪◦·●○►➤✓✔–—■□◆]\s+", re.M)


def read_markdown(text: str, name: str) -> Document:
    """Markdown (CommonMark, tables, strike-through) -> Document of kind ``md``.

    A line break in the source stays a line break: people write title and dates on two lines and
    see them as two. Indented text is never code; front matter is no line: its plain fields are
    ``data["front_matter"]``.
    """
    from markdown_it import MarkdownIt

    from report_gen.reading.html import read_html

    check_characters(len(text), name)
    text = text.replace("\r\n", "\n").replace("\x00", "")
    front = _FRONT_MATTER.match(text)
    text = text[front.end() :] if front else text
    text = _OTHER_BULLET.sub(r"\1- ", text)
    parser = MarkdownIt("commonmark", {"html": True, "breaks": True})
    parser.enable(["table", "strikethrough"]).disable("code")
    rendered = parser.render("\n".join(clean_rows(text)))
    document = replace(read_html(rendered or " ", name, "md"), kind="md")
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[0] if front else "")}  # fmt: skip
    return replace(document, data={"front_matter": fields}) if fields and document.data is None else document  # fmt: skip


def clean_rows(text: str) -> list[str]:
    """Rows with odd characters cleaned but their indentation kept."""
    return [clean_text(row) for row in text.split("\n")]
