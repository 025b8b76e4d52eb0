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
_A_PERSON = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: [\w'’.-]+){0,2} [^\W\d_a-z][\w'’-]+")
_A_RESUME = re.compile(r"\b(?:cv|resume|résumé|curriculum vitae)\b", re.I)
_TEMPLATE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{:[^}\n]*\}", re.S)
"""What a site's generator would fill in."""
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
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[0] if front else "")}  # fmt: skip
    person = _person_in(fields)
    text = _TEMPLATE.sub("", text[front.end() :] if front else text)
    if person and person not in text and not _NAMED.search(text):
        text = f"# {person}\n\n{text}"  # a page of a site bears its name in its front matter alone
    text = _OTHER_BULLET.sub(r"\1- ", text)
    parser = MarkdownIt("commonmark", {"html": True, "breaks": True})
    parser.enable(["table", "strikethrough"]).disable("code")
    rendered = parser.render("\n".join(clean_rows(text)))
    document = replace(read_html(rendered or " ", name, "md"), kind="md")
    return replace(document, data={"front_matter": fields}) if fields and document.data is None else document  # fmt: skip


_NAMED = re.compile(r"^# \S", re.M)
"""A page that has a heading of its own needs no other."""


def _person_in(fields: dict[str, str]) -> str:
    """Whose page it is, where its front matter says so of a resume ("Ann Lund - Resume")."""
    if not any(_A_RESUME.search(value) for value in fields.values()):
        return ""
    for key in ("name", "author", "title"):
        for part in re.split(r"\s+[-–—|]+\s+", fields.get(key, "")):
            if _A_PERSON.fullmatch(part) and not _A_RESUME.search(part):
                return part
    return ""


def clean_rows(text: str) -> list[str]:
    """Rows with odd characters cleaned but their indentation kept."""
    return [clean_text(row) for row in text.split("\n")]
