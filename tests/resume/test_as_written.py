"""Resumes as people keep them on their sites and in their repositories."""

from __future__ import annotations

import pytest

from report_gen.reading import read_document
from report_gen.resume import parse_resume
from report_gen.taxonomy import load_taxonomy
from tests.resume.helpers import EDUCATION, HEAD, TODAY, jobs, parse

WORK = "## Experience\n\n### Data Engineer, Havtorn AB, 2019 - 2023\n\n- Built 40 pipelines\n\n"
SCHOOL = "## Education\n\nGhent University, MSc in Statistics, 2015\n"


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("title: Ilse Vandermolen - Resume", "Ilse Vandermolen"),
        ("layout: resume\nauthor: Ilse Vandermolen", "Ilse Vandermolen"),
        ("layout: page\ntitle: My Resume", ""),
        ("layout: page\ntitle: Harbour Tales", ""),
    ],
)
def test_a_page_of_a_site_is_named_in_its_front_matter(front: str, name: str) -> None:
    resume = parse(f"---\n{front}\n---\n{{% include top.html %}}\n\n{WORK}{SCHOOL}", "cv.md")
    assert resume.basics.name == name
    assert resume.unread_lines == ()


def test_bullets_that_open_with_their_dates_are_positions() -> None:
    resume = parse(
        f"# Ilse Vandermolen\n\nilse@example.org\n\n{SCHOOL}\n## Work experience\n\n"
        "* 2019 - present: Data Scientist\n  * Havtorn AB\n  * Duties included: forecasts of ferry traffic\n\n"
        "* 2016 - 2019: Research Assistant\n  * Ghent University\n  * Duties included: surveys of 300 crews\n",
        "cv.md",
    )
    assert jobs(resume) == [
        ("Havtorn AB", "Data Scientist", "2019", ""),
        ("Ghent University", "Research Assistant", "2016", "2019"),
    ]


def test_technologies_below_a_position_are_not_its_employer() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nBackend Developer Intern\tMay 2023 – Aug 2023\n"
        "Lantern Client Project, Ghent\nTechnologies: Go, Kafka, Docker\n- Built the booking service\n\n"
        "Data Coordinator\tJan 2021 – Apr 2023\nReef Music, Ghent\nTechnologies: Excel, SQL\n"
        f"- Cleaned the catalogue of 900 songs\n{EDUCATION}"
    )
    assert [(w.name, w.position) for w in resume.work] == [
        ("Lantern Client Project", "Backend Developer Intern"),
        ("Reef Music", "Data Coordinator"),
    ]


@pytest.mark.parametrize("label", ["Summary of responsibilities:", "Some of my responsibilities:"])
def test_a_label_over_duties_is_no_duty(label: str) -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n{label}\n- Built 40 pipelines in Airflow\n{EDUCATION}"
    )
    assert resume.work[0].highlights == ("Built 40 pipelines in Airflow",)


def test_a_heading_that_is_a_position_opens_the_work() -> None:
    resume = parse(
        "# Ilse Vandermolen\n\nilse@example.org\n\n"
        "## Director of Engineering, Havtorn AB - October 2016 to Present\n\n- Grew the team to 12 people\n\n"
        f"## Lead Engineer, Kestrel Foods - July 2013 to October 2016\n\n- Wrote the first router\n\n{SCHOOL}",
        "cv.md",
    )
    assert jobs(resume) == [
        ("Havtorn AB", "Director of Engineering", "2016-10", ""),
        ("Kestrel Foods", "Lead Engineer", "2013-07", "2016-10"),
    ]


def test_what_a_firm_does_in_brackets_is_not_its_name() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nTechnical Advisor, Petrel (tidal energy startup)\t2022 - Present\n"
        f"- Advised on metering\n{EDUCATION}"
    )
    assert resume.work[0].name == "Petrel (tidal energy startup)"
    assert resume.work[0].position == "Technical Advisor"


def test_a_firm_may_be_called_after_its_address() -> None:
    resume = parse(
        "# Ilse Vandermolen\n\nilse@example.org\n\n## Experience\n\n"
        "### plumbline.io\n\n*(February 2021 - Present)*\n\n**Staff Engineer**\n\n- Built the ledger\n\n"
        "### Havtorn AB\n\n*(May 2017 - January 2021)*\n\n**Data Engineer**\n\n- Built 40 pipelines\n\n"
        f"{SCHOOL}",
        "cv.md",
    )
    assert jobs(resume) == [
        ("plumbline.io", "Staff Engineer", "2021-02", ""),
        ("Havtorn AB", "Data Engineer", "2017-05", "2021-01"),
    ]


def test_leaders_divide_an_employer_from_its_town() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\n2018-2023    HAVTORN, Staff Engineer -------------------------- Medford MA\n"
        "     Led the catalogue.\n\n2015-2018    KESTREL, Senior Engineer ------------------------ Boston MA\n"
        f"     Wrote the router.\n{EDUCATION}"
    )
    assert [(w.name, w.position, w.location) for w in resume.work] == [
        ("HAVTORN", "Staff Engineer", "Medford MA"),
        ("KESTREL", "Senior Engineer", "Boston MA"),
    ]


def test_rows_of_nothing_but_links_are_read_as_such() -> None:
    resume = parse(
        f"# Ilse Vandermolen\n\nilse@example.org\n\n{WORK}## Projects\n\n### Tidewatch\n\n"
        f"- Predicts high water from 12 buoys\n\nCode | Live demo\n\n{SCHOOL}",
        "cv.md",
    )
    assert resume.unread_lines == ()
    assert resume.projects[0].highlights == ("Predicts high water from 12 buoys",)


def test_a_faculty_behind_a_degree_is_no_school() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n\nEDUCATION\n"
        "Ghent University\nPh.D. in School of Computing, 2014 - 2018\n"
    )
    (degree,) = resume.education
    assert (degree.institution, degree.study_type) == ("Ghent University", "Ph.D.")


def test_a_sign_the_font_lacks_loses_no_text() -> None:
    printer = pytest.importorskip("weasyprint")
    page = (
        "<style>body {font-family: DejaVu Sans, sans-serif}</style><h1>Ilse Vandermolen 🇧🇪</h1>"
        "<p>📞 +32 2 555 01 23 ✉ ilse@example.org</p><h2>Experience</h2>"
        "<h3>Data Engineer, Havtorn AB, 2019 - 2023</h3><ul><li>Built 40 pipelines 📦 in Airflow</li></ul>"
        "<h2>Education</h2><p>Ghent University, MSc in Statistics, 2015</p>"
    )
    document = read_document(printer.HTML(string=page).write_pdf(), "resume.pdf")
    resume = parse_resume(document, load_taxonomy(), TODAY)
    assert jobs(resume) == [("Havtorn AB", "Data Engineer", "2019", "2023")]
    assert "pipelines" in resume.work[0].highlights[0]
    assert resume.education[0].institution == "Ghent University"


def test_a_printed_heading_that_is_a_position_opens_the_work() -> None:
    printer = pytest.importorskip("weasyprint")
    page = (
        "<h1>Ilse Vandermolen</h1><p>ilse@example.org</p><h2>Summary</h2><p>I build data platforms for ports.</p>"
        "<h2>Head of Data @ Havtorn AB, Oct 2016 - Present</h2><ul><li>Grew the team to 12 people and gave every "
        "terminal a forecast of its berths for the coming week</li></ul>"
        "<h2>Data Engineer @ Kestrel Foods, Jul 2013 - Oct 2016</h2><ul><li>Wrote the first router, "
        "which sent lorries to the gate with the shortest queue</li></ul>"
    )
    document = read_document(printer.HTML(string=page).write_pdf(), "resume.pdf")
    assert jobs(parse_resume(document, load_taxonomy(), TODAY)) == [
        ("Havtorn AB", "Head of Data", "2016-10", ""),
        ("Kestrel Foods", "Data Engineer", "2013-07", "2016-10"),
    ]


@pytest.mark.parametrize("broken", ["Sep 2020 –\nJune 2021", "Sep 2020 - June\n2021"])
def test_a_range_may_break_before_its_end(broken: str) -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, {broken}\n- Built 40 pipelines in Airflow\n{EDUCATION}"
    )
    assert jobs(resume) == [("Havtorn AB", "Data Engineer", "2020-09", "2021-06")]
