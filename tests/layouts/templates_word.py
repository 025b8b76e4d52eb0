"""More layouts as DOCX: content controls, text boxes, headers with the address, line breaks, nested tables."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from .people import Person
from .tongues import Tongue
from .word import _line

_NO_EXTRAS = ("work", "projects", "education", "skills")


@dataclass(frozen=True)
class WordTemplate:
    """``dates``, ``dash`` and ``now``: how dates are written (see Tongue)."""

    make: Callable[[Person, Tongue], Any]
    dates: str
    dash: str = " – "
    now: str = ""
    shown: tuple[str, ...] = _NO_EXTRAS

    def draw(self, person: Person, _: str = "") -> Any:
        return self.make(person, Tongue(person, self.dates, self.dash, self.now))


def _degree(entry: Person) -> str:
    return entry["studyType"] + (f" in {entry['area']}" if entry.get("area") else "")


def _contact(person: Person) -> list[str]:
    basics = person["basics"]
    return [basics[key] for key in ("email", "phone", "city", "url") if basics.get(key)]


def _said(parent: Any, entry: Person, bullet: Callable[[str], Any]) -> None:
    if entry.get("summary"):
        parent.add_paragraph(entry["summary"])
    for text in entry.get("highlights", []):
        bullet(text)


def _control(paragraph: Any) -> None:
    """Wrap a paragraph's runs in a content control, as templates with fields to fill have them."""
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(OxmlElement("w:sdtPr"))
    control.append(content)
    for run in list(paragraph._p.findall(qn("w:r"))):
        content.append(run)
    paragraph._p.append(control)


def controls(person: Person, t: Tongue) -> Any:
    """The address in the page header; title, company and dates in content controls, in one paragraph."""
    document = Document()
    head = document.sections[0].header.paragraphs[0]
    head.text = " | ".join(_contact(person))
    document.add_paragraph(person["basics"]["name"], style="Title")
    document.add_paragraph(person["basics"]["label"], style="Subtitle")
    document.add_paragraph(person["summary"])
    if person["work"]:
        document.add_heading(t.heading("work", {"work": "Experience"}), 1)
    for entry in person["work"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(t.dates(entry))
        _control(paragraph)
        paragraph = document.add_paragraph()
        paragraph.add_run(entry["position"]).bold = True
        paragraph.add_run(" | ")
        paragraph.add_run(entry["name"]).italic = True
        paragraph.add_run(f" | {entry['location']}")
        _control(paragraph)
        _said(document, entry, lambda text: document.add_paragraph(text, style="List Bullet"))
    if person.get("projects"):
        document.add_heading(t.heading("projects"), 1)
        for entry in person["projects"]:
            _line(document, f"{entry['name']}, {t.dates(entry)}", bold=True)
            _line(document, entry["description"])
            _said(document, entry, lambda text: document.add_paragraph(text, style="List Bullet"))
    document.add_heading(t.heading("education"), 1)
    for entry in person["education"]:
        document.add_paragraph(t.dates(entry))
        paragraph = document.add_paragraph()
        paragraph.add_run(_degree(entry)).bold = True
        paragraph.add_run(f" | {entry['institution']}")
        _control(paragraph)
    document.add_heading(t.heading("skills"), 1)
    for group in person["skills"]:
        document.add_paragraph(f"{group['name']}: {', '.join(group['keywords'])}")
    return document


_BOX = (
    '<w:r {ns}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    "<w:drawing><wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)


def _box(document: Any, paragraph: Any, write: Callable[[Any], None]) -> None:
    """A text box anchored in the paragraph, with a copy for old readers, as Word writes it."""
    scratch = Document()
    scratch._body.clear_content()
    write(scratch)
    inside = "".join(part.xml.split("?>", 1)[-1] if hasattr(part, "xml") else "" for part in map(deepcopy, scratch.element.body.findall(qn("w:p"))))  # fmt: skip
    paragraph._p.append(parse_xml(_BOX.format(ns=nsdecls("w"), inside=inside)))


def boxes(person: Person, t: Tongue) -> Any:
    """Name and address in one text box, skills and education in a second; the jobs in the body."""
    document = Document()

    def head(box: Any) -> None:
        _line(box, person["basics"]["name"], bold=True, size=22)
        _line(box, person["basics"]["label"], size=12)
        for text in _contact(person):
            _line(box, text)

    def side(box: Any) -> None:
        _line(box, t.heading("skills").upper(), bold=True, size=12)
        for group in person["skills"]:
            _line(box, ", ".join(group["keywords"]))
        _line(box, t.heading("education").upper(), bold=True, size=12)
        for entry in person["education"]:
            _line(box, _degree(entry), bold=True)
            _line(box, entry["institution"])
            _line(box, t.dates(entry))

    anchor = document.add_paragraph()
    _box(document, anchor, head)
    _line(document, t.heading("profile").upper(), bold=True, size=12)
    _line(document, person["summary"])
    if person["work"]:
        _line(document, t.heading("work").upper(), bold=True, size=12)
    for entry in person["work"]:
        _line(document, f"{entry['name']}, {entry['location']}", bold=True)
        _line(document, f"{entry['position']}, {t.dates(entry)}", italic=True)
        _said(document, entry, lambda text: document.add_paragraph(text, style="List Bullet"))
    last = document.add_paragraph()
    _box(document, last, side)
    return document


def breaks(person: Person, t: Tongue) -> Any:
    """One paragraph an entry, its lines parted by line breaks; typed hyphens; dates after a tab."""
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run(person["basics"]["name"]).bold = True
    for text in _contact(person):
        paragraph.add_run().add_break()
        paragraph.add_run(text)

    def block(head: str, dates: str, second: str, texts: list[str]) -> None:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15.5), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(head).bold = True
        paragraph.add_run(f"\t{dates}")
        for text in ([second] if second else []) + texts:
            paragraph.add_run().add_break()
            paragraph.add_run(text)

    document.add_heading(t.heading("profile", {"profile": "Objective"}), 2)
    document.add_paragraph(person["summary"])
    if person["work"]:
        document.add_heading(t.heading("work", {"work": "Professional Background"}), 2)
    for entry in person["work"]:
        texts = [f"- {text}" for text in entry["highlights"]]
        said = [entry["summary"]] if entry.get("summary") else []
        block(entry["position"], t.dates(entry), f"{entry['name']}, {entry['location']}", said + texts)  # fmt: skip
    if person.get("projects"):
        document.add_heading(t.heading("projects"), 2)
        for entry in person["projects"]:
            block(entry["name"], t.dates(entry), entry["description"], [f"- {x}" for x in entry["highlights"]])  # fmt: skip
    document.add_heading(t.heading("education"), 2)
    for entry in person["education"]:
        block(_degree(entry), t.dates(entry), entry["institution"], [])
    document.add_heading(t.heading("skills"), 2)
    document.add_paragraph("; ".join(w for group in person["skills"] for w in group["keywords"]))
    return document


def nested_tables(person: Person, t: Tongue) -> Any:
    """A table of one row for the head, one for each job: dates right, duties in a merged row below."""
    document = Document()
    row = document.add_table(rows=1, cols=2).rows[0].cells
    _line(row[0], person["basics"]["name"], bold=True, size=20)
    for text in _contact(person):
        _line(row[1], text)
    _line(document, t.heading("profile").upper(), bold=True)
    document.add_paragraph(person["summary"])

    def pair(table: Any, left: str, right: str) -> None:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(left).bold = True
        cells[1].text = right

    if person["work"]:
        _line(document, t.heading("work").upper(), bold=True)
    table = document.add_table(rows=0, cols=2)
    for entry in person["work"]:
        pair(table, f"{entry['name']} ({entry['location']})", t.dates(entry))
        cells = table.add_row().cells
        whole = cells[0].merge(cells[1])
        whole.paragraphs[0].add_run(entry["position"]).italic = True
        _said(whole, entry, lambda text, at=whole: at.add_paragraph(text, style="List Bullet"))
    if person.get("projects"):
        _line(document, t.heading("projects").upper(), bold=True)
        for entry in person["projects"]:
            _line(document, f"{entry['name']} – {entry['description']}", bold=True)
            _said(document, entry, lambda text: document.add_paragraph(text, style="List Bullet"))
    _line(document, t.heading("education").upper(), bold=True)
    table = document.add_table(rows=0, cols=2)
    for entry in person["education"]:
        pair(table, f"{_degree(entry)}, {entry['institution']}", t.dates(entry))
    _line(document, t.heading("skills").upper(), bold=True)
    table = document.add_table(rows=0, cols=2)
    for group in person["skills"]:
        pair(table, group["name"], ", ".join(group["keywords"]))
    return document


WORD_TEMPLATES: dict[str, WordTemplate] = {
    "word-controls": WordTemplate(controls, "long"),
    "word-boxes": WordTemplate(boxes, "slash", shown=("work", "education", "skills")),
    "word-breaks": WordTemplate(breaks, "short", now="Current"),
    "word-nested": WordTemplate(nested_tables, "two-digits", dash="-"),
}
