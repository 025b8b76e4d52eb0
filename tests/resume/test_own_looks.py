"""Headings told by their look, and lines of a position that are no deeds."""

from __future__ import annotations

import pytest

from tests.resume.helpers import EDUCATION, HEAD, jobs, parse

MARKDOWN = """# Ilse Vandermolen

ilse@example.org

## The long voyage

**Data Engineer, Havtorn AB** | 2019 - 2023

- Built 40 pipelines in Airflow

**Data Analyst, Bryggen GmbH** | 2015 - 2018

- Planned the berths of 60 ferries

## Education

Ghent University, MSc in Statistics, 2010 - 2015

## Ink spilled

- "Berths without queues", Harbour Data Meetup, 2022
- "Ferries that wait", podcast Low Water, 2021

## Framed in the hall

Certified Harbour Pilot, 2018

## Skills

Python, SQL, Airflow

## Languages

Dutch, English
"""


def test_a_look_shared_with_known_headings_makes_a_heading() -> None:
    resume = parse(MARKDOWN, "resume.md")
    assert jobs(resume) == [
        ("Havtorn AB", "Data Engineer", "2019", "2023"),
        ("Bryggen GmbH", "Data Analyst", "2015", "2018"),
    ]
    assert [(e.institution, e.study_type) for e in resume.education] == [
        ("Ghent University", "MSc")
    ]
    assert [p.name for p in resume.publications] == ["Berths without queues", "Ferries that wait"]
    assert [c.name for c in resume.certificates] == ["Certified Harbour Pilot"]


def test_an_employer_that_looks_like_the_headings_is_none() -> None:
    text = MARKDOWN.replace("## The long voyage", "## Experience\n\n## Lotsen & Meer")
    text = text.replace("**Data Engineer, Havtorn AB** |", "**Data Engineer** |")
    assert jobs(parse(text, "resume.md"))[0] == ("Lotsen & Meer", "Data Engineer", "2019", "2023")


@pytest.mark.parametrize(
    "heading", ["PUBLICACIONES / PAPERS", "ARTICLES (12 OF 40)", "OVER DE JAREN (ARTICLES)"]
)
def test_a_heading_said_twice_is_known_by_either_half(heading: str) -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n\n{heading}\n\n"
        f'1. I. Vandermolen, K. Osei, "Berths without queues", J. Harb. Stat. 4, 12 (2021)\n{EDUCATION}'
    )
    assert [p.name for p in resume.publications] == ["Berths without queues"]
    assert resume.projects == ()


def test_a_headline_of_two_titles_is_no_heading() -> None:
    resume = parse(
        "Ilse Vandermolen\nData Engineer / Web\nilse@example.org | +32 2 555 01 23\n\n"
        f"EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n{EDUCATION}"
    )
    assert resume.basics.label == "Data Engineer / Web"


@pytest.mark.parametrize("label", ["Tech", "Werkzeuge", "Environment", "Tools used"])
def test_what_was_used_is_kept_but_is_no_deed(label: str) -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines for ferries\n"
        f"{label}: Airflow, Scala, Trino\n\nAnalyst, Bryggen GmbH, 2015 - 2018\n- Planned the berths\n{EDUCATION}"
    )
    first, second = resume.work
    assert first.highlights == ("Built 40 pipelines for ferries",)
    assert first.summary == f"{label}: Airflow, Scala, Trino"
    assert (second.position, second.highlights) == ("Analyst", ("Planned the berths",))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("Python ★★★★☆\n\nSQL ★★★★★\n\nRust ★☆☆☆☆", "skills"),
        ('1. I. Vandermolen, K. Osei, "Berths without queues", J. Harb. Stat. 4, 12 (2021)\n\n2. K. Osei, I. Vandermolen, "Sparse buoys", Tide Stat. 2, 9 (2020)', "publications"),
    ],
)  # fmt: skip
def test_what_stands_under_an_own_heading_tells_its_kind(rows: str, found: str) -> None:
    resume = parse(
        MARKDOWN.replace("## Framed in the hall", f"## Odds\n\n{rows}\n\n## Framed in the hall"),
        "resume.md",
    )
    assert resume.unread_lines == ()
    if found == "skills":
        assert {"Python", "SQL", "Rust"} <= {k for g in resume.skills for k in g.keywords}
    else:
        assert {"Berths without queues", "Sparse buoys"} <= {p.name for p in resume.publications}
