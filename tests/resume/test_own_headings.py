"""Headings in a person's own words, and heads of positions that depend on the one above."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from report_gen.reading import read_document
from report_gen.resume import parse_resume
from report_gen.taxonomy import load_taxonomy
from tests.resume.helpers import EDUCATION, HEAD, TODAY, jobs, parse

WORK = "EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines in Airflow\n"
LINES = {
    "Tidewatch: predicts high water from 12 buoys; gradient boosting, MAE 9 cm": "Tidewatch",
    "won the harbour data challenge with two friends, NDCG@10 of 0.41": "won the harbour data",
}


@pytest.mark.parametrize("heading", ["BUILT AFTER HOURS", "EVENING PROJECTS", "TIDES AND BOATS"])
def test_bullets_under_a_heading_of_ones_own_are_projects(heading: str) -> None:
    bullets = "\n".join(f"- {line}" for line in LINES)
    resume = parse(f"{HEAD}{WORK}\n{heading}\n\n{bullets}\n{EDUCATION}")
    assert resume.unread_lines == ()
    assert len(resume.projects) == len(LINES)
    for project, name in zip(resume.projects, LINES.values(), strict=True):
        assert project.name.startswith(name)
    assert len(resume.work) == 1


def test_addresses_under_an_unknown_heading_are_no_projects() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nWHO KNOWS ME\n\n- Ana Costa, head of data, ana.costa@example.org, my manager\n"
        f"- Rolf Lind, staff engineer there, rolf@example.org, my mentor\n{EDUCATION}"
    )
    assert resume.projects == ()


def test_a_promotion_named_in_a_title_is_not_the_span_of_the_position() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nHavtorn AB, Lund (ferries, 900 people)\n"
        "Data Engineer                                  03.2022 - now\n- Moved 40 jobs to Spark\n\n"
        "Bryggen.io Sp. z o.o., Gdynia (booking of berths, about 60 people)\n"
        "Junior Analyst, from 2020 Analyst              10.2019 - 02.2022\n- Built the first warehouse\n"
        f"{EDUCATION}"
    )
    assert jobs(resume)[1] == ("Bryggen.io Sp. z o.o.", "Junior Analyst", "2019-10", "2022-02")


@pytest.mark.parametrize(
    "name", ["Lagune S.r.l.", "Tidal B.V.", "Vltava Data s.r.o.", "Sava d.o.o."]
)
def test_a_legal_form_with_dots_is_an_employers(name: str) -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\n{name}\nSenior Analyst, 2019 - 2023\n- Built the first warehouse\n{EDUCATION}"
    )
    assert jobs(resume) == [(name, "Senior Analyst", "2019", "2023")]


def test_titles_under_one_employers_heading_keep_the_employer() -> None:
    resume = parse(
        "# Ilse Vandermolen\n\nilse@example.org\n\n## Experience\n\n### Havtorn AB, Lund\n\n*Ferries*\n\n"
        "**Senior Program Manager, Fleet Charging** | May 2020 – Present\n\n- Ran nine suppliers\n\n"
        "**Program Manager, Booking Platforms** | August 2017 – April 2020\n\n- Moved two products\n\n"
        "### Bryggen, Gdynia\n\n**Analyst** | 2015 – 2017\n\n- Planned the builds\n",
        "resume.md",
    )
    assert jobs(resume) == [
        ("Havtorn AB", "Senior Program Manager, Fleet Charging", "2020-05", ""),
        ("Havtorn AB", "Program Manager, Booking Platforms", "2017-08", "2020-04"),
        ("Bryggen", "Analyst", "2015", "2017"),
    ]


def test_a_year_between_subject_and_minor_is_no_subject() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nEDUCATION\n\nB.A. Communication – Ghent University, 2019. Minor in Psychology\n"
    )
    (school,) = resume.education
    assert (school.area, school.end_date) == ("Communication. Minor in Psychology", "2019")


def test_a_row_of_signs_under_a_line_makes_it_a_heading() -> None:
    resume = parse(
        "ilse vandermolen\n~~~~~~~~~~~~~~~~\nilse@example.org\n\nhow i earn my keep\n------------------\n\n"
        "since 2019 -- data engineer, havtorn ferries, lund\n    * moved 40 jobs to spark\n\n"
        "2016-2018 -- junior developer, bryggen media, dublin\n    * built the booking pages\n\n\n"
        "made on rainy days\n------------------\n\ntidewatch (2022) - high water from 12 buoys\n"
        "harbour lights (2020) - a map of lamps, 300 stars\n\n\nlearning\n--------\n\n"
        "ghent university, msc in statistics, 2010-2015\n"
    )
    assert [e.institution for e in resume.education] == ["ghent university"]
    assert jobs(resume) == [
        ("havtorn ferries", "data engineer", "2019", ""),
        ("bryggen media", "junior developer", "2016", "2018"),
    ]
    assert [(p.name, p.start_date or p.end_date) for p in resume.projects] == [
        ("tidewatch", "2022"),
        ("harbour lights", "2020"),
    ]


def test_bullets_copied_onto_lines_of_their_own_open_the_next_line() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nOrganization : Havtorn Ferries Pvt. Ltd., Lund\n"
        "Designation  : Senior Tester (promoted from Tester in Oct'2021)\nDuration     : Apr'2020 – Till Date\n\n"
        "Roles & Responsibilities:\n•\nWrote 900 checks for the booking pages and the ticket machines, which\nrun every night in forty minutes.\n"
        f"•\nTrained two testers.\n{EDUCATION}"
    )
    (work,) = resume.work
    assert (work.name, work.start_date, work.end_date) == (
        "Havtorn Ferries Pvt. Ltd.",
        "2020-04",
        "",
    )
    assert work.highlights == (
        "Wrote 900 checks for the booking pages and the ticket machines, which run every night in forty minutes.",
        "Trained two testers.",
    )


def test_titles_stacked_under_a_company_and_its_tenure() -> None:
    resume = parse(
        f"{HEAD}Experience\n\nHavtorn\n5 years 2 months\n\nHead of Data\nJanuary 2023 - Present (2 years)\n"
        "Lund, Skåne, Sweden\n\n- Four teams\n- Moved 40 jobs to Spark\n\nData Engineer\n"
        "January 2020 - December 2022 (3 years)\nMalmö, Skåne, Sweden\n\nFirst of the team. Hired five people and\n"
        "built the warehouse in a year.\n\nBryggen\n3 years 1 month\n\nSoftware Engineer II\n"
        "December 2016 - December 2019 (3 years 1 month)\nGdynia, Poland\n\n- Built the booking pages\n\n"
        "Lund University\nTeaching Assistant\nAugust 2014 - June 2016 (1 year 11 months)\nLund, Sweden\n"
        f"{EDUCATION}"
    )
    assert [(w.name, w.position) for w in resume.work] == [
        ("Havtorn", "Head of Data"),
        ("Havtorn", "Data Engineer"),
        ("Bryggen", "Software Engineer II"),
        ("Lund University", "Teaching Assistant"),
    ]


def test_projects_between_positions_and_an_employer_behind_a_dash() -> None:
    resume = parse(
        "**Ilse Vandermolen**\n\nilse@example.org\n\n#### WORK & PROJECTS\n\n"
        "**Senior Data Analyst — Havtorn Savings Bank** (Feb 2022 till date)\nSaltholm Island, Lagos\n"
        "* Built the early warning\n\n**Project: Tide Tables** (2021 - ongoing)\n* Published every Sunday\n\n"
        "**Data Analyst — Bryggen Metrics Ltd** (Aug. 2019 - Jan. 2022)\nIkeja, Lagos\n* Weighted samples in R\n",
        "resume.md",
    )
    assert [(w.position, w.name) for w in resume.work] == [
        ("Senior Data Analyst", "Havtorn Savings Bank"),
        ("Data Analyst", "Bryggen Metrics Ltd"),
    ]
    assert [(p.name, p.highlights) for p in resume.projects] == [
        ("Tide Tables", ("Published every Sunday",))
    ]


def test_a_degree_with_its_short_form_behind_it() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nEducation\n\nGhent University\nMaster of Science - MS, Computer Science · (2011 - 2013)\n"
    )
    (school,) = resume.education
    assert (school.study_type, school.area) == ("Master of Science - MS", "Computer Science")


def test_a_range_of_dates_broken_between_its_ends() -> None:
    page = (
        "<style>@page {margin: 40pt} body {width: 330pt; font: 10pt sans-serif}</style>"
        "<h1>Ilse Vandermolen</h1><p>ilse@example.org</p><h2>EXPERIENCE</h2>"
        "<p><b>Havtorn &amp; Lind, Ghent — Machine Learning Engineer, Search</b> Jan 2017<br>– Jul 2019</p>"
        "<ul><li>Moved 40 jobs to Spark</li><li>Trained the ranker of the shop</li></ul>"
        "<h2>EDUCATION</h2><p>Ghent University, MSc in Statistics, 2016</p>"
    )
    document = read_document(HTML(string=page).write_pdf(), "cv.pdf")
    (work,) = parse_resume(document, load_taxonomy(), TODAY).work
    assert (work.name, work.start_date, work.end_date) == ("Havtorn & Lind", "2017-01", "2019-07")
    assert len(work.highlights) == 2
