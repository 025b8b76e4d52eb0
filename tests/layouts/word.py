"""Layouts of resumes as DOCX, each a function from a person to a python-docx document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from .pdf import ALL, _contact, _degree
from .people import Person, dates_of


@dataclass(frozen=True)
class WordLayout:
    """``dates``: the style of dates (see people.date_of)."""

    draw: Callable[[Person, str], Any]
    dates: str
    shown: tuple[str, ...] = ALL


def _line(parent: Any, text: str, bold: bool = False, size: float = 10.5, italic: bool = False) -> Any:  # fmt: skip
    paragraph = parent.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    return paragraph


def headings(person: Person, dates: str) -> Any:
    """Word's own styles: Title, Heading 1 and 2, List Bullet; dates at a right tab stop."""
    document = Document()
    document.add_paragraph(person["basics"]["name"], style="Title")
    document.add_paragraph(" | ".join(_contact(person)))
    document.add_heading("Profile", 1)
    document.add_paragraph(person["summary"])
    document.add_heading("Experience", 1)
    for entry in person["work"]:
        paragraph = document.add_heading(f"{entry['position']}\t{dates_of(entry, dates)}", 2)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
        document.add_paragraph(f"{entry['name']}, {entry['location']}")
        for text in entry["highlights"]:
            document.add_paragraph(text, style="List Bullet")
    if person.get("projects"):
        document.add_heading("Projects", 1)
        for entry in person["projects"]:
            document.add_heading(entry["name"], 2)
            document.add_paragraph(entry["description"])
            for text in entry["highlights"]:
                document.add_paragraph(text, style="List Bullet")
    document.add_heading("Education", 1)
    for entry in person["education"]:
        document.add_heading(f"{_degree(entry)}\t{dates_of(entry, dates)}", 2)
        document.add_paragraph(entry["institution"])
    document.add_heading("Skills", 1)
    for group in person["skills"]:
        document.add_paragraph(f"{group['name']}: {', '.join(group['keywords'])}")
    return document


def plain_normal(person: Person, dates: str) -> Any:
    """No styles: bold capitals as headings, typed bullets, blank lines, spaces before dates."""
    document = Document()
    _line(document, person["basics"]["name"].upper(), bold=True, size=16)
    _line(document, "  •  ".join(_contact(person)))

    def heading(text: str) -> None:
        _line(document, "")
        _line(document, text.upper(), bold=True, size=11)

    heading("Summary")
    _line(document, person["summary"])
    heading("Professional Experience")
    for entry in person["work"]:
        _line(document, f"{entry['name']}, {entry['location']}        {dates_of(entry, dates)}", bold=True)  # fmt: skip
        _line(document, entry["position"], italic=True)
        for text in entry["highlights"]:
            _line(document, f"•\t{text}")
        _line(document, "")
    heading("Education")
    for entry in person["education"]:
        _line(document, f"{entry['institution']}        {dates_of(entry, dates)}", bold=True)
        _line(document, _degree(entry), italic=True)
    heading("Skills")
    for group in person["skills"]:
        _line(document, f"{group['name']}: {', '.join(group['keywords'])}")
    return document


def dates_table(person: Person, dates: str) -> Any:
    """A borderless table per section: dates in the left cell, the job in the right one."""
    document = Document()
    _line(document, person["basics"]["name"], bold=True, size=20)
    _line(document, " · ".join(_contact(person)))

    def section(title: str, rows: list[tuple[str, list[tuple[str, str]]]]) -> None:
        document.add_heading(title, 1)
        table = document.add_table(rows=0, cols=2)
        for left, texts in rows:
            cells = table.add_row().cells
            cells[0].text = left
            for number, (text, kind) in enumerate(texts):
                paragraph = cells[1].paragraphs[0] if number == 0 else cells[1].add_paragraph()
                if kind == "bullet":
                    paragraph.style = document.styles["List Bullet"]
                paragraph.add_run(text).bold = kind == "bold"

    section("Work Experience", [
        (dates_of(entry, dates), [(entry["position"], "bold"), (f"{entry['name']}, {entry['location']}", ""), *((text, "bullet") for text in entry["highlights"])])
        for entry in person["work"]
    ])  # fmt: skip
    section("Education", [
        (dates_of(entry, dates), [(_degree(entry), "bold"), (entry["institution"], "")])
        for entry in person["education"]
    ])  # fmt: skip
    section("Skills", [(group["name"], [(", ".join(group["keywords"]), "")]) for group in person["skills"]])  # fmt: skip
    return document


def sidebar_table(person: Person, dates: str) -> Any:
    """One big table of two cells: contact, skills, education left; name and jobs right."""
    document = Document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for title, texts in (
        ("Contact", _contact(person)),
        ("Skills", [f"{group['name']}: {', '.join(group['keywords'])}" for group in person["skills"]]),
        ("Education", [text for entry in person["education"] for text in (_degree(entry), entry["institution"], dates_of(entry, dates))]),
    ):  # fmt: skip
        _line(left, title.upper(), bold=True, size=12)
        for text in texts:
            _line(left, text)
    _line(right, person["basics"]["name"], bold=True, size=20)
    _line(right, person["basics"]["label"], size=12)
    _line(right, "WORK EXPERIENCE", bold=True, size=12)
    for entry in person["work"]:
        _line(right, entry["position"], bold=True)
        _line(right, f"{entry['name']} | {dates_of(entry, dates)}")
        for text in entry["highlights"]:
            right.add_paragraph(text, style="List Bullet")
    return document


WORD_LAYOUTS: dict[str, WordLayout] = {
    "word-headings": WordLayout(headings, "short"),
    "word-plain": WordLayout(plain_normal, "long", ("work", "education", "skills")),
    "word-dates-table": WordLayout(dates_table, "slash", ("work", "education", "skills")),
    "word-sidebar-table": WordLayout(sidebar_table, "short", ("work", "education", "skills")),
}
