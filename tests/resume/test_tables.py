"""Tables in resumes: column names as headings, labels in a cell of their own, grids with bullets."""

from __future__ import annotations

from collections.abc import Callable

import docx
from reportlab.pdfgen.canvas import Canvas

from report_gen.reading import read_document
from report_gen.resume import Resume, parse_resume
from report_gen.taxonomy import load_taxonomy
from tests.layouts.sheet import SANS, register_fonts
from tests.reading.documents import HEIGHT, docx_of, put, read_pdf
from tests.resume.helpers import EDUCATION, HEAD, TODAY, jobs, parse

ROWS = (
    ("Years", ["Employer / Position"], ["Results"]),
    ("2019 - 2023", ["Data Engineer", "Havtorn AB", "Lund, Sweden"],
     ["• Built 40 pipelines for ferries and their", "crews in two harbours.", "• Halved the nightly load."]),
    ("2015 - 2018", ["Data Analyst", "Bryggen GmbH"], ["• Planned the berths of 60 ferries."]),
)  # fmt: skip


def read(*pages: Callable[[Canvas], None]) -> Resume:
    return parse_resume(read_pdf(*pages), load_taxonomy(), TODAY)


def _head(canvas: Canvas) -> None:
    put(canvas, 50, 50, "Ilse Vandermolen", "Helvetica-Bold", 18)
    put(canvas, 50, 70, "ilse@example.org | +32 2 555 01 23 | Ghent")


def test_a_drawn_table_under_column_names_is_a_section_of_positions() -> None:
    def page(canvas: Canvas) -> None:
        _head(canvas)
        put(canvas, 50, 100, "SKILLS", "Helvetica-Bold", 12)
        put(canvas, 50, 116, "Python, SQL, Airflow, Scala")
        top = 140.0
        levels = [top]
        for number, (dates, names, results) in enumerate(ROWS):
            font = "Helvetica" if number else "Helvetica-Bold"
            for x, lines in ((54, [dates]), (154, names), (304, results)):
                for n, text in enumerate(lines):
                    put(canvas, x, top + 14 + 13 * n, text, font)
            top += 10 + 13 * max(len(names), len(results))
            levels.append(top)
        for x in (50, 150, 300, 545):
            canvas.line(x, HEIGHT - levels[0], x, HEIGHT - levels[-1])
        for y in levels:
            canvas.line(50, HEIGHT - y, 545, HEIGHT - y)

    resume = read(page)
    assert jobs(resume) == [
        ("Havtorn AB", "Data Engineer", "2019", "2023"),
        ("Bryggen GmbH", "Data Analyst", "2015", "2018"),
    ]
    assert [w.highlights for w in resume.work] == [
        ("Built 40 pipelines for ferries and their crews in two harbours.", "Halved the nightly load."),
        ("Planned the berths of 60 ferries.",),
    ]  # fmt: skip
    assert {k for g in resume.skills for k in g.keywords} == {"Python", "SQL", "Airflow", "Scala"}


def test_column_names_of_degrees_open_the_education() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n\n"
        "Year\tDegree\tUniversity\n2015\tMSc Statistics\tGhent University\n2013\tBSc Physics\tLund University\n"
    )
    assert [(e.study_type, e.institution, e.end_date) for e in resume.education] == [
        ("MSc", "Ghent University", "2015"),
        ("BSc", "Lund University", "2013"),
    ]
    assert len(resume.work) == 1


def test_labels_in_a_cell_of_their_own_say_what_stands_beside_them() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n{EDUCATION}\n"
        "OTHER\n\nLanguages\tDutch (native), English (C1)\nCertificates\tCertified Harbour Pilot (2018)\n"
        "Hobbies\tSailing, chess\n"
    )
    assert [g.language for g in resume.languages] == ["Dutch", "English"]
    assert [c.name for c in resume.certificates] == ["Certified Harbour Pilot"]
    assert resume.interests == ("Sailing", "chess")
    assert resume.unread_lines == ()


def _section(canvas: Canvas, y: float, name: str, x: float = 50) -> None:
    put(canvas, x, y, name, "Helvetica-Bold", 12)


def _narrow(canvas: Canvas) -> None:
    """Education, certificates and projects as narrow columns wrap them."""
    _head(canvas)
    _section(canvas, 110, "EDUCATION")
    put(canvas, 50, 128, "Ghent University, MSc in Statistics, 2010 - 2015")
    _section(canvas, 160, "CERTIFICATES")
    for y, text in ((178, "Certified Pilot of Inland Harbours"), (190, "(CPIH), 2019"), (208, "Tide Tables Level II")):  # fmt: skip
        put(canvas, 50, y, text)
    _section(canvas, 240, "PROJECTS")
    for n, (name, said) in enumerate((("Tidewatch", "High water from twelve buoys. Ghent, 2021."), ("Berthing", "Finds a free berth for you. 2019."))):  # fmt: skip
        put(canvas, 50, 258 + 40 * n, name, "Helvetica-Bold")
        put(canvas, 50, 272 + 40 * n, said)


def test_entries_that_a_narrow_column_wraps_are_told_apart() -> None:
    resume = read(_narrow)
    assert [c.name for c in resume.certificates] == ["Certified Pilot of Inland Harbours (CPIH)", "Tide Tables Level II"]  # fmt: skip
    assert [p.name for p in resume.projects] == ["Tidewatch", "Berthing"]
    assert [p.start_date for p in resume.projects] == ["2021", "2019"]


def test_an_entry_of_one_year_stands_for_itself_below_its_title() -> None:
    def page(canvas: Canvas) -> None:
        _head(canvas)
        _section(canvas, 110, "EXPERIENCE")
        for n, (title, told) in enumerate((("Data Engineer", "Havtorn AB | 2019 - 2023 | Lund"), ("Dock worker, summer", "Bryggen GmbH | 2014 | Bergen"))):  # fmt: skip
            put(canvas, 50, 128 + 32 * n, title, "Helvetica-Bold")
            put(canvas, 50, 141 + 32 * n, told, size=8)

    assert jobs(read(page)) == [
        ("Havtorn AB", "Data Engineer", "2019", "2023"),
        ("Bryggen GmbH", "Dock worker, summer", "2014", "2014"),
    ]


def test_an_arrow_that_a_wrapped_line_begins_with_is_no_bullet() -> None:
    register_fonts()

    def page(canvas: Canvas) -> None:
        _head(canvas)
        _section(canvas, 110, "EXPERIENCE")
        put(canvas, 50, 128, "Data Engineer, Havtorn AB, 2019 - 2023", "Helvetica-Bold")
        put(
            canvas,
            50,
            144,
            "• Moved the readings of forty thousand water meters in twelve towns from MQTT",
        )
        put(canvas, 58, 157, "→ Kafka → Delta Lake in one summer", SANS[0])
        put(canvas, 50, 172, "• Halved the nightly load of the warehouse")

    (job,) = read(page).work
    assert [h.split()[0] for h in job.highlights] == ["Moved", "Halved"]
    assert "MQTT → Kafka → Delta Lake" in job.highlights[0]


def test_a_lone_year_among_ranges_belongs_to_its_school() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n\nEDUCATION\n\n"
        "2011 - 2014\nGhent University, Ghent\nMSc in Statistics\n2013\nLund University, Lund\nErasmus semester\n"
        "2008 - 2011\nUniversity of Turku, Turku\nBSc in Physics\n"
    )
    assert [(e.institution, e.study_type, e.end_date) for e in resume.education] == [
        ("Ghent University", "MSc", "2014"),
        ("Lund University", "Erasmus semester", "2013"),
        ("University of Turku", "BSc", "2011"),
    ]


JOBS = (
    ("03/2020 – present", ["Lead Data Engineer", "Havtorn AB", "Lund"], ["Built the tracking of 300 lorries.", "Cut the nightly load."]),
    ("2016 – 2020", ["Data Engineer", "Bryggen GmbH", "Bremen"], ["Moved 200 reports to Snowflake.", "Trained four analysts."]),
)  # fmt: skip
TAKEN = [("Havtorn AB", "Lead Data Engineer", "2020-03", ""), ("Bryggen GmbH", "Data Engineer", "2016", "2020")]  # fmt: skip


def _kept(resume: Resume) -> None:
    assert jobs(resume) == TAKEN
    assert [w.highlights for w in resume.work] == [tuple(bullets) for _, _, bullets in JOBS]


def test_three_columns_without_rules_are_read_entry_by_entry() -> None:
    def page(canvas: Canvas) -> None:
        register_fonts()
        _head(canvas)
        _section(canvas, 100, "WORK EXPERIENCE")
        for n, (dates, names, bullets) in enumerate(JOBS):
            put(canvas, 50, 118 + 48 * n, dates, SANS[0])
            for k, text in enumerate(names):
                put(canvas, 160, 118 + 48 * n + 12 * k, text, SANS[0])
            for k, text in enumerate(bullets):
                put(canvas, 310, 118 + 48 * n + 12 * k, f"• {text}", SANS[0])
        _section(canvas, 230, "EDUCATION")
        put(canvas, 50, 248, "Ghent University, MSc in Statistics, 2010 - 2015")

    _kept(read(page))


def test_dates_may_stand_in_the_last_column_under_names_of_ones_own() -> None:
    def page(canvas: Canvas) -> None:
        register_fonts()
        _head(canvas)
        _section(canvas, 100, "SUMMARY")
        put(
            canvas,
            50,
            116,
            "Data engineer for harbours and banks with ten years of pipelines.",
            SANS[0],
        )
        for x, name in ((50, "Company / Role"), (210, "What I did"), (450, "Dates")):
            put(canvas, x, 140, name, SANS[1])
        for n, (dates, (title, employer, _), bullets) in enumerate(JOBS):
            for x, lines in ((50, [employer, title]), (210, [f"• {b}" for b in bullets]), (450, [dates])):  # fmt: skip
                for k, text in enumerate(lines):
                    put(canvas, x, 158 + 36 * n + 12 * k, text, SANS[0])
        _section(canvas, 250, "EDUCATION")
        put(canvas, 50, 268, "Ghent University, MSc in Statistics, 2010 - 2015", SANS[0])

    _kept(read(page))


def test_a_word_table_whose_cells_hold_paragraphs() -> None:
    document = docx.Document()
    for text in ("Ilse Vandermolen", "ilse@example.org | Ghent", "Work experience"):
        document.add_paragraph().add_run(text).bold = text != "ilse@example.org | Ghent"
    table = document.add_table(rows=1, cols=3)
    for cell, name in zip(table.rows[0].cells, ("Period", "Position and employer", "Tasks and results"), strict=True):  # fmt: skip
        cell.text = name
    for dates, names, bullets in JOBS:
        cells = table.add_row().cells
        cells[0].text = dates
        for cell, texts, style in ((cells[1], names, None), (cells[2], bullets, "List Bullet")):
            cell.paragraphs[0].text = texts[0]
            cell.paragraphs[0].style = style or "Normal"
            for text in texts[1:]:
                cell.add_paragraph(text, style=style)
    data = docx_of(document)
    _kept(parse_resume(read_document(data, "resume.docx"), load_taxonomy(), TODAY))


def test_dates_at_the_left_begin_an_entry_each() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nsince 09/2021\tData Engineer, Havtorn AB, Lund\n- Built 40 pipelines\n\n"
        f"2016 - 2017\tAnalyst, Bryggen GmbH, Bremen\nSummer 2013\tIntern, Harbour Institute, Ghent\n{EDUCATION}"
    )
    assert [(w.position, w.name, w.start_date[:4]) for w in resume.work] == [
        ("Data Engineer", "Havtorn AB", "2021"),
        ("Analyst", "Bryggen GmbH", "2016"),
        ("Intern", "Harbour Institute", "2013"),
    ]


def test_a_note_in_the_bracket_of_the_dates_is_no_place() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer\nHavtorn AB – Lund\n[2019 - 2023; permanent]\n- Built 40 pipelines\n{EDUCATION}"
    )
    (job,) = resume.work
    assert (job.name, job.position, job.location) == ("Havtorn AB", "Data Engineer", "Lund")


def test_a_language_nobody_listed_is_told_by_its_level() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines, with Rust (beginner)\n{EDUCATION}\n"
        "LANGUAGES\n\nVlaams (native), Inglés (C1)\n"
    )
    assert [(g.language, g.fluency) for g in resume.languages] == [("Vlaams", "native"), ("Inglés", "C1")]  # fmt: skip


def test_a_heading_over_dates_in_the_margin_is_no_part_of_their_cell() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 180, 50, "Ilse Vandermolen", "Times-Bold", 16)
        put(canvas, 160, 68, "ilse@example.org, +32 2 555 01 23, Ghent", "Times-Roman")
        y = 100
        for name, rows in (
            ("ReSeaRch PoSitionS", [("since 02/2020", ["Assistant Professor, Northern Institute of Chemistry, Ant-", "werp, Belgium."]), ("2016 – 2019", ["Research Fellow, Harbour Institute, Bremen."])]),
            ("educaTion", [("2012 – 2016", ["PhD in Chemistry, University of Ghent."])]),
            ("conTinuing educaTion", [("2023", ["Certificate in Research Leadership, Ghent Academy."])]),
            ("LanguageS", [("", ["Dutch (native), English (C2)"])]),
        ):  # fmt: skip
            put(canvas, 50, y, name, "Times-Bold", 9)
            y += 16
            for dates, lines in rows:
                put(canvas, 50, y, dates, "Times-Roman")
                for text in lines:
                    put(canvas, 140, y, text, "Times-Roman")
                    y += 12
                y += 4
            y += 14

    resume = read(page)
    assert jobs(resume) == [
        ("Northern Institute of Chemistry", "Assistant Professor", "2020-02", ""),
        ("Harbour Institute", "Research Fellow", "2016", "2019"),
    ]
    assert resume.work[1].location == "Bremen"
    assert [e.institution for e in resume.education] == ["University of Ghent"]
    assert [c.name for c in resume.certificates] == ["Certificate in Research Leadership"]


def test_a_title_in_two_languages_and_a_signature_say_nothing() -> None:
    resume = parse(
        "Lebenslauf / Curriculum Vitae\n\n"
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n{EDUCATION}\n"
        "VOLUNTEERING\n\nTreasurer, Harbour Club, 2018 - 2020\n\nGhent, le 3 mai 2025\n\nI. Vandermolen\n"
    )
    assert [(v.position, v.organization) for v in resume.volunteer] == [("Treasurer", "Harbour Club")]  # fmt: skip
    assert resume.unread_lines == ()


def test_a_school_below_its_degree_in_a_narrow_section_is_no_part_of_it() -> None:
    def page(canvas: Canvas) -> None:
        _head(canvas)
        _section(canvas, 100, "WORK EXPERIENCE")
        put(canvas, 50, 118, "Data Engineer, Havtorn AB, 2019 - 2023")
        put(
            canvas,
            60,
            132,
            "- Built 40 pipelines for ferries and their crews in two harbours of the north",
        )
        _section(canvas, 160, "EDUCATION")
        for n, (dates, degree, school) in enumerate((("2011 - 2013", "MSc Statistics", "University of Bergen"), ("2008 - 2011", "BSc Mathematics", "University of Oslo"))):  # fmt: skip
            put(canvas, 50, 178 + 30 * n, dates)
            put(canvas, 150, 178 + 30 * n, degree)
            put(canvas, 150, 190 + 30 * n, school)

    assert [(e.study_type, e.area, e.institution) for e in read(page).education] == [
        ("MSc", "Statistics", "University of Bergen"),
        ("BSc", "Mathematics", "University of Oslo"),
    ]
