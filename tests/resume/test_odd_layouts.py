"""Whole sheets in shapes of their own: headings nobody knows, grids, stacks, text read with its gaps."""

from __future__ import annotations

import docx
import pytest
from docx.shared import Pt
from reportlab.pdfgen.canvas import Canvas
from weasyprint import HTML

from report_gen.reading import read_document
from report_gen.resume import Resume, parse_resume
from report_gen.resume.words import words_for
from report_gen.taxonomy import load_taxonomy
from tests.reading.documents import FILLER, docx_of, put, read_pdf
from tests.resume.helpers import EDUCATION, HEAD, TODAY, jobs, parse

WORK = "EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines in Airflow\n"


def _pdf(page: str) -> Resume:
    return parse_resume(
        read_document(HTML(string=page).write_pdf(), "cv.pdf"), load_taxonomy(), TODAY
    )


def _docx(document: object) -> Resume:
    return parse_resume(read_document(docx_of(document), "cv.docx"), load_taxonomy(), TODAY)


PLAIN = """<style>@page {{margin: 40pt}} body {{font: 9.5pt/1.35 sans-serif}} h1 {{font-size: 20pt; margin: 0}} p {{margin: 0}}
h2 {{font-size: 12pt; color: #a33; margin: 16pt 0 4pt}} ul {{margin: 2pt 0}}</style>
<h1>Ilse Vandermolen</h1><p>ilse@example.org, Ghent</p>
<h2>{}</h2><p><b>Data Engineer</b>, Havtorn AB, 2019 – 2023</p><ul><li>Built 40 pipelines in Airflow</li></ul>
<p><b>Analyst</b>, Bryggen GmbH, 2015 – 2018</p><ul><li>Planned the berths of 60 ferries</li></ul>
<h2>{}</h2><p>MSc Statistics, Ghent University, 2015</p>
<h2>{}</h2><p>Python, SQL, dbt</p><p>Kafka, Airflow</p>
<h2>{}</h2><p><b>Tidewatch</b>: predicts high water from 12 buoys, an award of nobody yet</p>"""


@pytest.mark.parametrize(
    "names",
    [("Bread and butter", "Where I sat still", "In the drawer", "Rainy Sundays"), ("Los que me pagaron", "Aulas", "Cajón", "Domingos")],
)  # fmt: skip
def test_headings_none_of_which_is_known(names: tuple[str, ...]) -> None:
    resume = _pdf(PLAIN.format(*names))
    assert [w.name for w in resume.work] == ["Havtorn AB", "Bryggen GmbH"]
    assert [e.institution for e in resume.education] == ["Ghent University"]
    assert [k for g in resume.skills for k in g.keywords] == [
        "Python",
        "SQL",
        "dbt",
        "Kafka",
        "Airflow",
    ]
    assert [p.name for p in resume.projects] == ["Tidewatch"]
    assert resume.awards == ()
    assert resume.unread_lines == ()


def test_employers_in_one_look_are_no_headings() -> None:
    page = """<style>body {font: 9.5pt sans-serif} h3 {font-size: 12pt; margin: 12pt 0 2pt} p {margin: 0}</style>
    <h1>Ilse Vandermolen</h1><p>ilse@example.org, Ghent</p><h3>Havtorn</h3><p>Data Engineer, 2019 – 2023</p><ul><li>Built 40 pipelines</li></ul>
    <h3>Bryggen</h3><p>Analyst, 2015 – 2018</p><ul><li>Planned 60 berths</li></ul><h3>Tidewatch</h3><p>Intern, 2014 – 2015</p><ul><li>Read buoys</li></ul>"""
    assert [w.name for w in _pdf(page).work] == ["Havtorn", "Bryggen", "Tidewatch"]


GRID = """<style>@page {{margin: 40pt}} body {{font: 9.5pt sans-serif}} h2 {{font-size: 12pt; border-bottom: 1px solid; margin: 12pt 0 4pt}}
table {{width: 100%; border-spacing: 0}} td {{width: 50%; vertical-align: top}} .t td:first-child {{width: 60pt; font-weight: bold}}</style>
<h1>Ilse Vandermolen</h1><p>ilse@example.org, Ghent</p><h2>Experience</h2><p><b>Data Engineer</b>, Havtorn AB, 2019 – 2023</p><ul><li>Built 40 pipelines in Airflow</li></ul>
<h2>Education</h2><table><tr><td><b>MSc Statistics</b><br>Ghent University<br>2013 – 2015</td><td><b>BSc Physics</b><br>Uppsala University<br>2010 – 2013</td></tr></table>
<h2>{}</h2><table class=t><tr><td>Daily:</td><td>Python, SQL, Airflow</td></tr><tr><td>Sometimes:</td><td>Scala, Kafka</td></tr><tr><td>Long ago:</td><td>Perl, Oracle</td></tr></table>"""


@pytest.mark.parametrize("heading", ["Skills", "Toolbox"])
def test_a_line_across_the_page_ends_what_stands_side_by_side(heading: str) -> None:
    resume = _pdf(GRID.format(heading))
    assert [(e.study_type, e.institution, e.end_date) for e in resume.education] == [
        ("MSc", "Ghent University", "2015"),
        ("BSc", "Uppsala University", "2013"),
    ]
    assert {g.name: g.keywords for g in resume.skills} == {
        "Daily": ("Python", "SQL", "Airflow"),
        "Sometimes": ("Scala", "Kafka"),
        "Long ago": ("Perl", "Oracle"),
    }


def test_a_heading_cut_by_the_line_end() -> None:
    page = """<style>@page {margin: 40pt} body {width: 260pt; font: 9.5pt sans-serif} h2 {font-size: 11pt; text-transform: uppercase; color: #225}</style>
    <h1>Ilse Vandermolen</h1><p>ilse@example.org</p><h2>Experience</h2><p><b>Data Engineer</b>, Havtorn AB, 2019 – 2023</p>
    <h2>Selected publications (31 in all, 12 as first author)</h2><ol><li>Vandermolen I, Osei K. Sparse buoys. Tide Statistics, 2020.</li></ol>
    <h2>Education</h2><p>MSc Statistics, Ghent University, 2015</p>"""
    resume = _pdf(page)
    assert [p.name for p in resume.publications] == ["Sparse buoys"]
    assert [e.institution for e in resume.education] == ["Ghent University"]


def test_small_capitals_that_begin_with_a_word_of_one_letter() -> None:
    page = """<style>@page {margin: 40pt} body {font: 9.6pt serif} h2 {font-size: 11pt; margin: 12pt 0 4pt} h2 small {font-size: 8.8pt}</style>
    <h1>Ilse Vandermolen</h1><p>ilse@example.org</p><h2>E<small>XPERIÊNCIA</small></h2><p><b>Analista</b>, Havtorn AB, 2019 – 2023</p>
    <ul><li>Quarenta rotas de barcas</li></ul><h2>O <small>QUE USO</small></h2><p>Python, SQL, Airflow</p>"""
    assert [k for g in _pdf(page).skills for k in g.keywords] == ["Python", "SQL", "Airflow"]


def test_titles_stacked_in_a_word_file_where_every_paragraph_has_space() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Ilse Vandermolen").bold = True
    document.add_paragraph("ilse@example.org | Ghent")
    document.add_paragraph("Experience", style="Heading 1")
    document.add_paragraph("Havtorn Ferries\t2017 – present")
    document.add_paragraph("Principal Engineer\t2021 – present")
    document.add_paragraph("Engineer\t2017 – 2021")
    for told in ("Moved 40 jobs to Spark", "Hired five people"):
        document.add_paragraph(told, style="List Bullet")
    for paragraph in document.paragraphs:
        paragraph.paragraph_format.space_before = Pt(9)
    assert [(w.position, len(w.highlights)) for w in _docx(document).work] == [
        ("Principal Engineer", 2),
        ("Engineer", 0),
    ]


CONTRACTS = """1) Havtorn Services Pvt. Ltd. (payroll) | Sep 2021 - till date
   Designation: Lead Tester

   Client: Northern Ferries Bank (Sep 2021 - Mar 2024)
   - Wrote 900 checks in Playwright

   Client: Tide Telecom (Apr 2024 - till date)
   - Built the test data of 40 million calls
   - Scored a chatbot every night

2) Bryggen Labs | Jun 2018 - Aug 2021
   Designation: Tester
   - Trained two testers

"""


def test_positions_with_a_number_each_and_clients_inside() -> None:
    resume = parse(f"{HEAD}Work History\n\n{CONTRACTS}Education\nGhent University, MSc in Statistics, 2015\n\nAwards: Star of the Quarter, Havtorn, 2023\n")  # fmt: skip
    assert jobs(resume) == [
        ("Havtorn Services Pvt. Ltd. (payroll)", "Lead Tester", "2021-09", ""),
        ("Bryggen Labs", "Tester", "2018-06", "2021-08"),
    ]
    assert [len(w.highlights) for w in resume.work] == [3, 1]
    assert "Northern Ferries Bank" in resume.work[0].summary
    assert [a.title for a in resume.awards] == ["Star of the Quarter"]
    assert len(resume.education) == 1


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Freelance interpreter · Ukrainian, Spanish\t2016 – 2018", ("freelance", "Freelance interpreter")),
        ("PhD student, Lab for Harbour Studies, Kortrijk University, 2016 – 2018", ("Lab for Harbour Studies, Kortrijk University", "PhD student")),
        ("Staff Nurse, San Marco Provincial Hospital, Batangas, 2016 – 2018", ("San Marco Provincial Hospital", "Staff Nurse")),
        ("Attachment student, Port Authority of Mombasa, 2016 · three months", ("Port Authority of Mombasa", "Attachment student")),
    ],
)  # fmt: skip
def test_who_one_worked_for(head: str, found: tuple[str, str]) -> None:
    resume = parse(f"{HEAD}{WORK}\n{head}\n\nAnalyst, Bryggen GmbH, 2012 - 2015\n- Planned 60 berths\n{EDUCATION}")  # fmt: skip
    name, position = jobs(resume)[1][:2]
    assert (name.lower(), position) == (found[0].lower(), found[1])


def test_studies_between_positions_are_time_away() -> None:
    resume = parse(f"{HEAD}{WORK}\n2016 - 2018\tLoan from my aunt, full-time student\n\nAnalyst, Bryggen GmbH, 2012 - 2015\n- Planned 60 berths\n{EDUCATION}")  # fmt: skip
    assert [j[0] for j in jobs(resume)] == ["Havtorn AB", "Bryggen GmbH"]
    assert resume.volunteer[0].start_date == "2016"


def test_exams_in_one_line_beside_a_degree() -> None:
    resume = parse(f"{HEAD}{WORK}\nSCHOOL\n\n2019\tBSc Informatics, Ghent University\n2024\tCKA, AWS Solutions Architect Associate\n")  # fmt: skip
    assert [(c.name, c.date) for c in resume.certificates] == [
        ("CKA", "2024"),
        ("AWS Solutions Architect Associate", "2024"),
    ]
    assert [e.study_type for e in resume.education] == ["BSc"]


def test_a_line_that_is_of_no_named_kind_stays_out_of_the_others() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nLANGUES, INFORMATIQUE ET DIVERS\n\nDutch (native), Bambara (notions)\n\nR, Stan, Python, Git\n\n"
        f"Secrétaire de l'association des phares depuis 2021\n{EDUCATION}"
    )
    assert [g.language for g in resume.languages] == ["Dutch", "Bambara"]
    assert [k for g in resume.skills for k in g.keywords] == ["R", "Stan", "Python", "Git"]


@pytest.mark.parametrize(
    ("line", "city", "postal"),
    [("14 rue des Tanneurs, 35000 Rennes", "Rennes", "35000"), ("Geelong VIC", "Geelong", ""), ("Utrecht, NL (no visa needed)", "Utrecht", "")],
)  # fmt: skip
def test_where_somebody_lives(line: str, city: str, postal: str) -> None:
    resume = parse(
        f"Ilse Vandermolen\n{line} · ilse@example.org · +32 2 555 01 23\n\n{WORK}{EDUCATION}"
    )
    assert (resume.basics.location.city, resume.basics.location.postal_code) == (city, postal)


def test_resume_as_the_first_line_is_no_heading() -> None:
    resume = parse(f"RESUME\n\nName: Ilse Vandermolen\nEmail: ilse@example.org\nLocation: Ghent (open to Lund)\n\nCareer Objective\nTo test what others ship.\n\n{WORK}{EDUCATION}")  # fmt: skip
    assert resume.basics.name == "Ilse Vandermolen"
    assert resume.basics.summary == "To test what others ship."


CARDS = """<style>@page {{margin: 40pt}} body {{font: 9pt/1.35 sans-serif}} h2 {{font-size: 10.5pt; text-transform: uppercase; margin: 12pt 0 4pt}} p {{margin: 2pt 0}}
.g {{display: grid; grid-template-columns: 1fr 1fr; column-gap: 22pt}}</style>
<h1>Ilse Vandermolen</h1><p>ilse@example.org, Ghent</p><h2>Experience</h2><p><b>Data Engineer</b>, Havtorn AB, 2019 – 2023</p>
<ul><li>Built 40 pipelines in Airflow, of which nine are read every morning by the people who plan the ferries</li></ul>
<div class=g><div><h2>{}</h2><p>MSc Statistics, Ghent University, 2015</p><p>BSc Physics, Uppsala University, 2013</p></div><div><h2>{}</h2><p>Python, SQL, Airflow</p></div>
<div><h2>Languages</h2><p>Dutch, Greek (B1)</p></div><div><h2>{}</h2><p>Certified Harbour Pilot, 2018</p></div></div>"""


@pytest.mark.parametrize("names", [("Education", "Skills", "Certificates"), ("Schooling", "Can do", "Badges")])  # fmt: skip
def test_a_grid_of_cards(names: tuple[str, str, str]) -> None:
    resume = _pdf(CARDS.format(*names))
    assert [e.study_type for e in resume.education] == ["MSc", "BSc"]
    assert [k for g in resume.skills for k in g.keywords] == ["Python", "SQL", "Airflow"]
    assert [g.language for g in resume.languages] == ["Dutch", "Greek"]
    assert [c.name for c in resume.certificates] == ["Certified Harbour Pilot"]


GIGS = [("2019", "Expert witness, Harbour Tribunal Ltd"), ("2018", "Map of 900 buoys for a rowing club"), ("2012", "Tutor in tides, Ghent University")]  # fmt: skip


def test_years_in_the_margin_and_an_address_over_the_other_column() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 40, 50, "Ilse", "Helvetica-Bold", 22)
        put(canvas, 40, 74, "van der Molen-Osei", "Helvetica-Bold", 22)
        put(canvas, 40, 110, "HISTORY", "Helvetica-Bold", 11)
        put(canvas, 40, 126, "Havtorn Ferries AB", "Helvetica-Bold", 10)
        put(canvas, 40, 138, "Data Engineer")
        put(canvas, 300, 138, "2019 - 2023")
        for n, told in enumerate(FILLER):
            put(canvas, 44, 150 + 12 * n, f"• {told}", size=8)
        put(canvas, 40, 200, "SHORT GIGS", "Helvetica-Bold", 11)
        for n, (year, told) in enumerate(GIGS):
            put(canvas, 40, 216 + 12 * n, year)
            put(canvas, 70, 216 + 12 * n, told)
        side = ["Durban, South Africa", "ilse@example.org", "+27 31 555 0107", "", "Works with", "Python, SQL", "Pyomo, Gurobi", "", "Languages", "Dutch, Zulu"]  # fmt: skip
        for n, text in enumerate(side):
            put(canvas, 430, 60 + 13 * n, text, "Helvetica-Bold" if text in ("Works with", "Languages") else "Helvetica", 11 if text in ("Works with", "Languages") else 9)  # fmt: skip

    resume = parse_resume(read_pdf(page), load_taxonomy(), TODAY)
    assert resume.basics.name == "Ilse van der Molen-Osei"
    assert resume.basics.location.city == "Durban"
    assert jobs(resume) == [
        ("Havtorn Ferries AB", "Data Engineer", "2019", "2023"),
        ("Harbour Tribunal Ltd", "Expert witness", "2019", "2019"),
        ("Ghent University", "Tutor in tides", "2012", "2012"),
    ]
    assert [(p.name, p.end_date) for p in resume.projects] == [
        ("Map of 900 buoys for a rowing club", "2018")
    ]
    assert [k for g in resume.skills for k in g.keywords] == ["Python", "SQL", "Pyomo", "Gurobi"]


def test_positions_as_bullets_with_bullets_under_them() -> None:
    resume = parse(
        "# Ilse Vandermolen\n\nilse@example.org\n\n## Bread\n\n- **Data Engineer**, Havtorn AB, Lund, 8/2021–\n  - Built 40 pipelines\n  - Hired five people\n"
        "- **Analyst**, Bryggen S.A., 2/2018–6/2021\n  - Planned 60 berths\n- **Intern**, Tide Bank, 2016–2017\n- *Parental leave 7/2021*, one month\n\n"
        "## Degrees / languages / certificates\n\n- MSc Statistics, Ghent University, 2018\n- Dutch (native), Greek (B2)\n- Azure Data Scientist Associate, 2022\n\n"
        "## Own time\n\n- **greek-stt** — 11 hours of transcribed speech for whoever wants it\n- **paukku** — a noise map of the harbour from 40 microphones\n",
        "resume.md",
    )
    assert [(w.position, w.name, len(w.highlights)) for w in resume.work] == [
        ("Data Engineer", "Havtorn AB", 2),
        ("Analyst", "Bryggen S.A.", 1),
        ("Intern", "Tide Bank", 0),
    ]
    assert [v.start_date for v in resume.volunteer] == ["2021-07"]
    assert [c.name for c in resume.certificates] == ["Azure Data Scientist Associate"]
    assert [p.name for p in resume.projects] == ["greek-stt", "paukku"]
    assert [g.language for g in resume.languages] == ["Dutch", "Greek"]


def test_odd_jobs_before_a_year() -> None:
    resume = parse(f"{HEAD}{WORK}\nBarista and waiter\nbefore 2013\n{EDUCATION}")
    odd = resume.work[1]
    assert (odd.start_date, odd.end_date) == ("", "2013")
    assert "before" not in f"{odd.name} {odd.position}"


def test_languages_among_personal_details() -> None:
    resume = parse(f"{HEAD}{WORK}{EDUCATION}\nPERSONAL DETAILS\nFather's Name        : Venkat K.\nLanguages Known      : English, Tamil and Telugu\n")  # fmt: skip
    assert [g.language for g in resume.languages] == ["English", "Tamil", "Telugu"]


@pytest.mark.parametrize("line", ["b.a. in statistics, college of ghent, 2013", "MArch, College of Ghent, 2013"])  # fmt: skip
def test_degrees_however_they_are_spelt(line: str) -> None:
    resume = parse(f"{HEAD}{WORK}\nEDUCATION\n\n{line}\n")
    assert [e.institution.lower() for e in resume.education] == ["college of ghent"]
    assert resume.education[0].study_type.lower() in ("b.a.", "march")


def test_the_month_of_march_is_no_degree() -> None:
    assert words_for(load_taxonomy()).degree_in("Kafka course, March 2026") == ""


FORM = """<style>@page {{margin: 40pt}} body {{font: 9.5pt/1.4 sans-serif}} td {{vertical-align: top; padding: 1.5pt 0}} td.a {{width: 150pt; text-align: right; padding-right: 12pt}} h2 {{font-size: 11pt; width: 150pt; text-align: right}}</style>
<h1>Ilse Vandermolen</h1><p>ilse@example.org, Ghent</p><h2>{0}</h2><table>
<tr><td class=a>{1}</td><td>March 2020 – today</td></tr><tr><td class=a>{2}</td><td>Havtorn Ferries S.p.A., Ghent</td></tr><tr><td class=a>{3}</td><td>Data engineer</td></tr><tr><td class=a>{4}</td><td>Built the pipeline of delays.<br>Halved the cost of the cluster by night.</td></tr><tr><td class=a>&nbsp;</td><td></td></tr>
<tr><td class=a>{1}</td><td>2016 – 2019</td></tr><tr><td class=a>{2}</td><td>Bryggen GmbH, Bremen</td></tr><tr><td class=a>{3}</td><td>Analyst</td></tr><tr><td class=a>{4}</td><td>Planned 60 berths.</td></tr></table>
<h2>Education</h2><table><tr><td class=a>2010 – 2014</td><td>MSc Statistics, Ghent University</td></tr></table>"""


@pytest.mark.parametrize(
    "labels",
    [("Esperienza lavorativa", "Date (da – a)", "Datore di lavoro", "Posizione", "Principali mansioni"), ("Work experience", "Dates", "Employer", "Position held", "Main activities")],
)  # fmt: skip
def test_a_form_whose_labels_stand_in_cells(labels: tuple[str, ...]) -> None:
    resume = _pdf(FORM.format(*labels))
    assert jobs(resume) == [
        ("Havtorn Ferries S.p.A.", "Data engineer", "2020-03", ""),
        ("Bryggen GmbH", "Analyst", "2016", "2019"),
    ]
    assert [w.highlights for w in resume.work] == [
        ("Built the pipeline of delays.", "Halved the cost of the cluster by night."),
        ("Planned 60 berths.",),
    ]


def test_signs_of_quotation_as_bullets() -> None:
    told = "Harbour School, Ghent          Aug 2012 - Jun 2021\nMath teacher, head of department from 2017\n > Wrote a grade book that half the school used\n > Coached two teams\n"
    resume = parse(f"{HEAD}EXPERIENCE\n\n{told}{EDUCATION}")
    (work,) = resume.work
    assert (work.position, work.start_date, work.end_date) == (
        "Math teacher, head of department",
        "2012-08",
        "2021-06",
    )
    assert work.highlights == ("Wrote a grade book that half the school used", "Coached two teams")


def test_a_freelancer_works_for_no_sites() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nFreelancer                2017 – 2019\nEleven small sites, two of them still online\n{EDUCATION}"
    )
    odd = resume.work[1]
    assert (odd.name, odd.position) == ("Freelancer", "Freelancer")
    assert "Eleven small sites" in odd.summary


@pytest.mark.parametrize(
    ("line", "degree"),
    [("B.Tech (CSE)\tGhent University\t2026", ("B.Tech", "CSE")), ("BSc (Hons)\tGhent University\t2026", ("BSc (Hons)", ""))],
)  # fmt: skip
def test_a_subject_in_brackets(line: str, degree: tuple[str, str]) -> None:
    resume = parse(
        f"{HEAD}{WORK}\nACADEMIC RECORD\n\nCourse\tInstitution\tYear\tMarks\n{line}\tCGPA 8.41\n"
    )
    assert [(e.study_type, e.area) for e in resume.education] == [degree]


def test_languages_nobody_listed_between_others() -> None:
    resume = parse(f"{HEAD}{WORK}{EDUCATION}\nLANGUAGES\n\nDutch, Sranan, English, fluent\n")
    assert [(g.language, g.fluency) for g in resume.languages] == [
        ("Dutch", ""),
        ("Sranan", ""),
        ("English", "fluent"),
    ]


def test_a_mission_with_its_length() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nHavtorn Ferries AB — Analytics engineer (14 months, 2022–2023)\n- Moved 40 jobs to Spark\n{EDUCATION}"
    )
    assert jobs(resume) == [("Havtorn Ferries AB", "Analytics engineer", "2022", "2023")]


@pytest.mark.parametrize("place", ["Ghent & remote", "Ghent or hybrid"])
def test_a_town_and_a_way_of_working(place: str) -> None:
    resume = parse(
        f"Ilse Vandermolen\n{place} · ilse@example.org · +32 2 555 01 23\n\n{WORK}{EDUCATION}"
    )
    assert resume.basics.location.city == "Ghent"
