"""The same posting in another dress asks the same: widths, bullets, line ends, formats."""

from __future__ import annotations

import html
import io
import re
import textwrap
from pathlib import Path

import docx
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import report_gen

FOLDER = Path(__file__).parent / "measured"
ENTRIES: dict[str, list[str]] = {"responsibility": [], "required": [], "preferred": []}
for path in sorted(FOLDER.glob("*.yaml")):
    for row in yaml.safe_load(path.read_text(encoding="utf-8"))["requirements"]:
        if 25 <= len(row["text"]) <= 160 and not re.search(r"[|:;.]\s", row["text"]):
            ENTRIES[row["kind"]].append(row["text"])

HEADINGS = {
    "responsibility": ("Responsibilities", "What you'll do"),
    "required": ("Requirements", "What we're looking for"),
    "preferred": ("Nice to have", "Preferred qualifications"),
}
TOP = "Machine Learning Engineer\nAcme Corp\nBerlin, Germany\n"
Section = tuple[str, list[str]]


def sections() -> st.SearchStrategy[list[Section]]:
    def section(kind: str) -> st.SearchStrategy[Section]:
        entries = st.lists(st.sampled_from(ENTRIES[kind]), min_size=2, max_size=5, unique=True)
        return st.tuples(st.sampled_from(HEADINGS[kind]), entries)

    return st.tuples(*map(section, HEADINGS)).map(list)


def plain(posting: list[Section], bullet: str = "- ", width: int = 0) -> str:
    def entry(text: str) -> str:
        if not width:
            return f"{bullet}{text}"
        return textwrap.fill(
            text,
            width,
            initial_indent=bullet,
            subsequent_indent=" " * len(bullet),
            break_on_hyphens=False,
        )

    blocks = [f"{head}\n" + "\n".join(map(entry, entries)) for head, entries in posting]
    return "\n\n".join([TOP.strip(), *blocks]) + "\n"


def asks(job: report_gen.Job) -> list[tuple[str, str]]:
    return [(re.sub(r"\W+", "", r.text).lower(), r.kind) for r in job.requirements]


@settings(max_examples=25, deadline=None)
@given(sections())
def test_every_entry_is_asked_verbatim(posting: list[Section]) -> None:
    text = plain(posting)
    job = report_gen.parse_job(text=text)
    assert all(r.text in text for r in job.requirements)
    wanted = {re.sub(r"\W+", "", e).lower() for _, entries in posting for e in entries}
    found = {text for text, _ in asks(job)}
    assert len(wanted - found) <= 1  # a line may read as a repetition or a remark


@settings(max_examples=25, deadline=None)
@given(sections(), st.sampled_from(["• ", "* ", "– ", "▪ ", "● ", "→ ", "✔ "]))
def test_other_bullets(posting: list[Section], bullet: str) -> None:
    assert asks(report_gen.parse_job(text=plain(posting, bullet))) == asks(
        report_gen.parse_job(text=plain(posting))
    )


@settings(max_examples=25, deadline=None)
@given(sections(), st.integers(min_value=56, max_value=96))
def test_other_widths(posting: list[Section], width: int) -> None:
    assert asks(report_gen.parse_job(text=plain(posting, width=width))) == asks(
        report_gen.parse_job(text=plain(posting))
    )


@settings(max_examples=15, deadline=None)
@given(sections(), st.sampled_from(["\r\n", "   \n", "\t\n"]))
def test_other_line_ends(posting: list[Section], end: str) -> None:
    text = plain(posting)
    other = report_gen.parse_job(text=text.replace("\n", end))
    assert asks(other) == asks(report_gen.parse_job(text=text))


def as_html(posting: list[Section]) -> bytes:
    parts = [f"<h2>{html.escape(head)}</h2><ul>{items(entries)}</ul>" for head, entries in posting]
    top = "".join(f"<p>{line}</p>" for line in TOP.splitlines())
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/jobs'>All jobs</a></li></ul></nav>"
    return f"<html><body>{menu}<main>{top}{''.join(parts)}</main></body></html>".encode()


def items(entries: list[str]) -> str:
    return "".join(f"<li>{html.escape(entry)}</li>" for entry in entries)


def as_docx(posting: list[Section]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in TOP.splitlines():
        document.add_paragraph(line)
    for head, entries in posting:
        document.add_heading(head, level=2)
        for entry in entries:
            document.add_paragraph(entry, style="List Bullet")
    document.save(out)
    return out.getvalue()


@settings(max_examples=8, deadline=None)
@given(sections())
def test_other_formats(posting: list[Section]) -> None:
    wanted = asks(report_gen.parse_job(text=plain(posting)))
    assert asks(report_gen.parse_job(as_html(posting), filename="job.html")) == wanted
    assert asks(report_gen.parse_job(as_docx(posting), filename="job.docx")) == wanted


def test_no_skills_is_a_warning_not_an_absence_of_gaps() -> None:
    text = f"{TOP}\nRequirements\n- You are kind to people\n- You like long walks\n- You sing\n"
    job = report_gen.parse_job(text=text)
    assert "no_skills_found" in {warning["code"] for warning in job.to_dict()["warnings"]}
