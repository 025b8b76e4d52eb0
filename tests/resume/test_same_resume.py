"""The same person on other paper gives the same resume, and no line says two things."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from datetime import date
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4, A5, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from report_gen.reading import Document, read_document
from report_gen.resume import Resume, parse_resume
from report_gen.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
TODAY = date(2026, 11, 2)

NAMES = ["Jordan Example", "Ana María Ruiz", "Wei Zhang", "Tom van Dijk", "Priya Raman"]
TITLES = [
    "Data Engineer", "Senior Software Engineer", "Product Manager", "Machine Learning Engineer",
    "Business Analyst", "Head of Operations", "Research Assistant", "Nurse", "Civil Engineer",
]  # fmt: skip
COMPANIES = [
    "Northwind Energy", "Harbour & Sons Ltd", "Bluefin Analytics GmbH", "City of Leeds", "Orbit AI",
    "St. Anna Hospital", "Kestrel Logistics Inc.", "Mosaic Foods", "Tallgrass Bank",
]  # fmt: skip
SCHOOLS = ["University of Leeds", "Uppsala University", "Anna University", "Boston College"]
DEGREES = ["BSc Computer Science", "MSc Statistics", "Bachelor of Arts in Economics", "PhD Physics"]
DEEDS = [
    "Built the metering pipeline for 40 plants in Python and Airflow",
    "Cut the nightly load from nine hours to two by partitioning the largest tables by day",
    "Led a team of six and hired four of them within the first year",
    "Wrote the manual that new colleagues read in their first week",
    "Introduced code review, which halved the defects that customers reported in the next two quarters and made releases boring",
    "Negotiated contracts worth EUR 2.4 million with three suppliers",
    "Trained 35 nurses in the new record system, ward by ward, without closing a single bed",
    "Designed the bridge survey that the county still uses",
    "Moved 140 reports from spreadsheets to SQL",
    "Responsible for the yearly budget and its weekly follow-up",
    "Published two papers on sampling rare events",
    "Presented results to the board each month",
]  # fmt: skip
SKILLS = ["Python", "SQL", "Airflow", "Excel", "Kubernetes", "Tableau", "Java", "Spark", "Figma"]


@dataclass(frozen=True, slots=True)
class Job:
    title: str
    company: str
    start: int
    deeds: tuple[str, ...]

    @property
    def dates(self) -> str:
        return f"03/{self.start} - 02/{self.start + 2}"


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    jobs: tuple[Job, ...]
    degree: str
    school: str
    skills: tuple[str, ...]


@st.composite
def people(draw: st.DrawFn) -> Person:
    count = draw(st.integers(min_value=2, max_value=4))
    deeds = draw(st.permutations(DEEDS))
    companies = draw(st.permutations(COMPANIES))
    jobs = [
        Job(
            title=draw(st.sampled_from(TITLES)),
            company=companies[n],
            start=2022 - 2 * n,
            deeds=tuple(deeds[3 * n : 3 * n + draw(st.integers(min_value=2, max_value=3))]),
        )
        for n in range(count)
    ]
    return Person(
        name=draw(st.sampled_from(NAMES)),
        jobs=tuple(jobs),
        degree=draw(st.sampled_from(DEGREES)),
        school=draw(st.sampled_from(SCHOOLS)),
        skills=tuple(draw(st.permutations(SKILLS))[:6]),
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """How it is set: sizes in points."""

    size: float = 10
    page: tuple[float, float] = A4
    margin: float = 56
    ratio: float = 1.3
    order: tuple[str, ...] = ("Experience", "Education", "Skills")
    dates: str = "right"
    bullet: str = "•"


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    return Paper(
        size=draw(st.sampled_from([8, 9, 9.5, 10.5, 11, 12, 13])),
        page=draw(st.sampled_from([A4, LETTER, A5])),
        margin=draw(st.sampled_from([28, 40, 72, 90])),
        ratio=draw(st.sampled_from([1.15, 1.2, 1.4, 1.5])),
    )


def as_pdf(person: Person, paper: Paper) -> bytes:
    """Title and dates on a line, the company below, bullets, in the paper's order of sections."""

    def style(name: str, size: float = 1.0, **more: float) -> ParagraphStyle:
        points = size * paper.size
        return ParagraphStyle(
            name, fontName="Helvetica-Bold" if size > 1 or name == "bold" else "Helvetica",
            fontSize=points, leading=points * paper.ratio, alignment=TA_LEFT, **more,
        )  # fmt: skip

    plain, bold, head = style("plain"), style("bold"), style("head", 1.25, spaceBefore=paper.size)
    item = style("item", leftIndent=1.2 * paper.size, bulletIndent=0.2 * paper.size)
    width = paper.page[0] - 2 * paper.margin

    def row(left: str, right: str) -> Table:
        cells = [[Paragraph(escape(left), bold), Paragraph(escape(right), plain)]]
        pad = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]  # fmt: skip
        dated = 8.5 * paper.size
        return Table(cells, colWidths=[width - dated, dated], style=pad, spaceBefore=0.5 * paper.size)  # fmt: skip

    sections = {
        "Experience": [
            part
            for job in person.jobs
            for part in (
                row(job.title, job.dates),
                Paragraph(escape(job.company), plain),
                *(Paragraph(escape(deed), item, bulletText=paper.bullet) for deed in job.deeds),
            )
        ],
        "Education": [row(person.degree, "2010 - 2014"), Paragraph(escape(person.school), plain)],
        "Skills": [Paragraph(", ".join(person.skills), plain)],
    }
    story = [
        Paragraph(escape(person.name), style("name", 1.8)),
        Paragraph("jordan@example.com | +44 20 7946 0018 | Leeds", plain),
    ]
    for name in paper.order:
        story += [Paragraph(name.upper(), head), *sections[name]]
    out = io.BytesIO()
    SimpleDocTemplate(
        out, pagesize=paper.page, invariant=1, leftMargin=paper.margin, rightMargin=paper.margin,
        topMargin=paper.margin, bottomMargin=paper.margin,
    ).build(story)  # fmt: skip
    return out.getvalue()


def understood(person: Person, paper: Paper) -> tuple[Document, Resume]:
    document = read_document(as_pdf(person, paper), "cv.pdf")
    return document, parse_resume(document, TAXONOMY, TODAY)


def told(resume: Resume) -> dict[str, object]:
    """What the resume says, without where it stands."""
    out = resume.to_json_resume()
    return {key: value for key, value in out.items() if key != "meta"}


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


@settings(max_examples=12, deadline=None)
@given(people(), papers())
def test_paper_does_not_matter(person: Person, paper: Paper) -> None:
    _, resume = understood(person, paper)
    _, usual = understood(person, Paper())
    assert told(resume) == told(usual)
    work = told(resume)["work"]
    assert [(w["position"], w["name"]) for w in work] == [(j.title, j.company) for j in person.jobs]  # type: ignore[attr-defined]
    assert [w["highlights"] for w in work] == [list(j.deeds) for j in person.jobs]  # type: ignore[attr-defined]


@settings(max_examples=10, deadline=None)
@given(people(), st.permutations(["Experience", "Education", "Skills"]))
def test_the_order_of_sections_does_not_matter(person: Person, order: list[str]) -> None:
    _, resume = understood(person, Paper(order=tuple(order)))
    _, usual = understood(person, Paper())
    assert told(resume) == told(usual)


@settings(max_examples=10, deadline=None)
@given(people(), papers())
def test_every_highlight_stands_in_the_document_and_no_line_is_used_twice(
    person: Person, paper: Paper
) -> None:
    document, resume = understood(person, paper)
    check_lines(document, resume)


def check_lines(document: Document, resume: Resume) -> None:
    """Quotes stand where their source says, and a quoted line serves one quote alone."""
    out = resume.to_json_resume()
    lines = {line.number: line.text for line in document.lines}
    users: dict[int, list[str]] = {}
    sources = out["meta"]["reportgen"]["sources"]
    for field, source in sources.items():
        if "." not in field:  # a whole entry: all the lines of its values
            continue
        for number in source["lines"]:
            users.setdefault(number, []).append(field)
    for kind in ("work", "projects", "volunteer"):
        for n, entry in enumerate(out.get(kind, [])):
            for m, quote in enumerate(entry.get("highlights", [])):
                field = f"{kind}[{n}].highlights[{m}]"
                place = sources[field]["lines"]
                stands = "".join(lines[number] for number in place)
                assert squeezed(quote) in squeezed(stands), field
                assert all(users[number] == [field] for number in place), field


def test_a_quote_that_stands_nowhere_is_caught() -> None:
    person = Person("Jordan Example", (Job("Nurse", "Orbit AI", 2020, (DEEDS[0],)),), DEGREES[0], SCHOOLS[0], tuple(SKILLS[:6]))  # fmt: skip
    document, resume = understood(person, Paper())
    check_lines(document, resume)
    (job,) = resume.work
    forged = replace(resume, work=(replace(job, highlights=("Won a prize",)),))
    with pytest.raises(AssertionError):
        check_lines(document, forged)


def test_a_projects_quotes_tools_and_dates_have_lines_of_their_own() -> None:
    text = (
        "Jordan Example\njordan@example.com\n\nEXPERIENCE\n\nNurse, Orbit AI\t2019 - 2021\n- Trained 35 nurses"
        "\n\nPROJECTS\n\nledger-check\tMar 2020 - May 2021\nFinds entries that don't add up.\n"
        "- Used by 40 clubs\n- Tested on ten years of books\nTech: Python, SQLite\n\nSKILLS\n\nPython, SQL\n"
    )
    document = read_document(text.encode(), "cv.txt")
    resume = parse_resume(document, TAXONOMY, TODAY)
    check_lines(document, resume)
    lines = {line.number: line.text for line in document.lines}
    sources = resume.to_json_resume()["meta"]["reportgen"]["sources"]
    assert [lines[n] for n in sources["projects[0].keywords"]["lines"]] == ["Tech: Python, SQLite"]
