"""Headings in a person's own words, and heads of positions that depend on the one above."""

from __future__ import annotations

import pytest

from tests.resume.helpers import EDUCATION, HEAD, jobs, parse

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
