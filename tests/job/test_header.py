"""The lines above the body: the employer, the place and the mode, however they are joined."""

from __future__ import annotations

import pytest

import report_gen

BODY = """

We make software for laundries. 60 people work here.

What you'll do
- Build pipelines in Python
- Talk to customers

What you need
- Three years of Python
- SQL
"""
HEADERS = {
    "Data Analyst — Quorum Workplace\nUtrecht (hybrid)": ("Quorum Workplace", "Utrecht", "hybrid"),
    "Data Analyst\nQuorum Workplace · Utrecht · hybrid": ("Quorum Workplace", "Utrecht", "hybrid"),
    "Data Analyst\nQuorum Workplace, Utrecht": ("Quorum Workplace", "Utrecht", None),
    "Data Analyst at Pellwood Labs in Heilbronn": ("Pellwood Labs", "Heilbronn", None),
    "Data Analyst\nPellwood Labs\nHeilbronn, on site": ("Pellwood Labs", "Heilbronn", "onsite"),
    "Data Analyst\nTarn Energy\nLeeds, hybrid - Tuesdays and Thursdays": (
        "Tarn Energy",
        "Leeds, hybrid",
        "hybrid",
    ),
    "Data Analyst\nQuorum Workplace | Tallaght, Dublin | 3 days on site": (
        "Quorum Workplace",
        "Tallaght, Dublin",
        "hybrid",
    ),
    "Data Analyst (Warehouse Systems)\nPellwood Labs, Heilbronn or remote within Germany": (
        "Pellwood Labs",
        "Heilbronn or remote within Germany",
        "remote",
    ),
    "Data Analyst - Payments\nPellwood\nWarsaw or Krakow, 2 days on site": (
        "Pellwood",
        "Warsaw or Krakow",
        "hybrid",
    ),
    "Company: Pellwood Labs\nRole: Data Analyst\nPlace: Heilbronn": (
        "Pellwood Labs",
        "Heilbronn",
        None,
    ),
}


@pytest.mark.parametrize("header", HEADERS)
def test_employer_place_and_mode_are_told_apart(header: str) -> None:
    job = report_gen.parse_job(text=header + BODY)
    assert (job.company, job.location, job.remote) == HEADERS[header]


TITLES = {
    "Machine Learning Engineer I\nKestrel · Hybrid · Engineering / Data & ML": "Machine Learning Engineer I",
    "Team: Data Engineering\nSoftware Developer\nUtrecht": "Software Developer",
    "Department: Product Management\nReports to: Engineering Manager\nData Analyst\nUtrecht": "Data Analyst",
    "Home > Careers > Engineering > Data Analyst II": "Data Analyst II",
    "Jobs › Engineering\nData Analyst I/II\nUtrecht": "Data Analyst I/II",
    "Engineering · Data Scientist · Utrecht": "Data Scientist",
    "Engineering Management\nUtrecht": "Engineering Management",
}


@pytest.mark.parametrize("header", TITLES)
def test_a_department_or_a_path_is_no_title(header: str) -> None:
    assert report_gen.parse_job(text=header + BODY).title == TITLES[header]


@pytest.mark.parametrize(
    ("line", "title", "company"),
    [
        ("Data Analyst — Nightingale", "Data Analyst", "Nightingale"),
        ("Data Analyst — Laundry Software", "Data Analyst — Laundry Software", None),
        ("Data Analyst - Instant Payments", "Data Analyst - Instant Payments", None),
        ("Quorum Workplace is hiring a Data Analyst", "Data Analyst", "Quorum Workplace"),
    ],
)
def test_what_stands_behind_the_title_is_a_firm_or_a_field_of_work(
    line: str, title: str, company: str | None
) -> None:
    job = report_gen.parse_job(text=f"{line}\nUtrecht{BODY}Payments and laundries are our field.")
    assert (job.title, job.company) == (title, company)


def test_a_letter_has_neither_its_greeting_nor_its_signature_for_an_employer() -> None:
    job = report_gen.parse_job(
        text="""Machine Learning Engineer — Pellwood
Lisbon · hybrid (two days a week together)

Dear stranger,

My sister bought a sawmill that was losing money. We put cameras over its belts.

You'll own the vision models. You need Python.

Write to me.

Matilde Sarmento
"""
    )
    assert (job.title, job.company) == ("Machine Learning Engineer", "Pellwood")
    assert [r.kind for r in job.requirements] == ["responsibility", "required"]


def test_a_title_in_a_message_is_found() -> None:
    job = report_gen.parse_job(
        text="""hey! hope you don't mind me reaching out

i'm working with a scale-up in berlin that's after a senior backend engineer.

they won't budge on
- 5+ yrs with go or kotlin
- good english, no german needed
"""
    )
    assert (job.title, job.level, job.company) == ("senior backend engineer", "senior", None)
    assert [r.kind for r in job.requirements] == ["required", "required"]
