"""Postings as boards and pages give them: bullets on lines of their own, lists of facts, front
matter, the words of a page around the job."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.job.level import find_level
from report_gen.job.models import Job
from report_gen.taxonomy import load_taxonomy

ASKS = "\n\nWhat you need\n- Three years of Python\n- SQL and a warehouse of any make\n"


def _read(text: str, name: str = "job.txt") -> Job:
    return report_gen.parse_job(text=text, filename=name)


def _asked(job: Job) -> list[tuple[str, str]]:
    return [(r.kind, r.text) for r in job.requirements]


def test_bullets_on_lines_of_their_own_belong_to_the_entry_below() -> None:
    job = _read(
        "Geodata Engineer\n\nResponsibilities\n-\nKeep the tile server alive through the harvest.\n-\n"
        "Draw field borders from satellite images.\n\nRequirements\n1.\nTwo years of Python\n2.\n"
        "Ease with PostGIS\n"
    )
    assert _asked(job) == [
        ("responsibility", "Keep the tile server alive through the harvest."),
        ("responsibility", "Draw field borders from satellite images."),
        ("required", "Two years of Python"),
        ("required", "Ease with PostGIS"),
    ]


def test_a_list_of_facts_asks_nothing_and_is_read() -> None:
    job = _read(
        "📍 Job Overview\n\n• Job Title: Hydrology Data Engineer\n• Company: Brackwater Institute\n"
        "• Location: Ghent, Belgium\n• Job Type: Full-time\n• Category: Data Engineering\n"
        "• Experience Level: 4-6 years\n• Remote Status: On-site\n\n🚀 Role Summary\n\n"
        "• Build pipelines for 300 river gauges in Python\n• Maintain our Airflow\n\n"
        "🎓 Qualifications\n\n• SQL\n• A degree in hydrology or computing\n"
    )
    assert (job.title, job.company, job.location) == (
        "Hydrology Data Engineer",
        "Brackwater Institute",
        "Ghent, Belgium",
    )
    assert (job.remote, job.min_years) == ("onsite", 4)
    assert [text for _, text in _asked(job)] == [
        "Build pipelines for 300 river gauges in Python",
        "Maintain our Airflow",
        "SQL",
        "A degree in hydrology or computing",
    ]


def test_front_matter_names_the_job_only_where_its_title_does() -> None:
    front = "---\ntitle: {}\nlocation: Tampere, Finland\ndraft: false\n---\n\nWe look after trams.\n\n## What you bring\n\n* Two years of Go\n* Kubernetes\n"
    job = _read(front.format('"Reliability Engineer"'), "job.md")
    assert (job.title, job.location) == ("Reliability Engineer", "Tampere, Finland")
    assert "Come" not in _read(front.format("Come aboard"), "job.md").title


def test_a_firm_whose_letters_open_a_bitmap_is_read() -> None:
    job = _read("BMT Rail - Signalling Software Engineer - York" + ASKS)
    assert "Signalling Software Engineer" in job.title


@pytest.mark.parametrize(
    ("header", "mode"),
    [
        ("Robotics Engineer\nHybrid deployment of models to drones and servers", None),
        ("Search Engineer, Onsite Search", None),
        ("Data Analyst\nRemote status: hybrid", "hybrid"),
        ("Data Analyst\nIs it onsite/remote/hybrid: on-site, Porto", "onsite"),
        ("Data Analyst\nPorto (50% in-office)", "hybrid"),
    ],
)
def test_a_word_of_the_work_is_no_mode_of_work(header: str, mode: str | None) -> None:
    assert _read(header + ASKS).remote == mode


@pytest.mark.parametrize(
    ("header", "company"),
    [
        ("Skip to main content\nView more jobs\nPlatform Engineer\nHollin Freight", "Hollin Freight"),
        ("Platform Engineer\nHollin Freight\nGlattbrugg", "Hollin Freight"),
        ("Platform Engineer\nSnowflake\nCairo, Unknown", "Snowflake"),
        ("Platform Engineer (Routing & Loads)\nRouting and loads are what we do.", None),
        ("Platform Engineer\nWhat We're Looking For", None),
    ],
)  # fmt: skip
def test_the_words_of_a_page_are_no_employer(header: str, company: str | None) -> None:
    assert _read(header + ASKS).company == company


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Manager, Detection Engineering", "manager"),
        ("Manager II, Search Relevance", "manager"),
        ("Manager of Associate Solutions Architects", "manager"),
        ("Tech Lead Manager, Storage", "manager"),
        ("Software Engineer, Vice President", "senior"),
        ("Quantitative Analyst - AVP", "mid"),
        ("VP of Engineering", "manager"),
        ("Product Manager II", "mid"),
        ("Solutions Architect", None),
        ("Data Architect", "staff"),
        ("AI Safety Fellow", None),
        ("Mid-Market Account Executive", None),
    ],
)
def test_levels_of_titles(title: str, level: str | None) -> None:
    assert find_level(title, [], "", None, load_taxonomy().job_words) == level


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Quant Researcher", "ds"),
        ("Senior Data Quality Analyst", "ds"),
        ("Senior Analyst, Marketing Analytics", "ds"),
        ("Software Development Intern", "swe"),
        ("Vice President, Software Development", "swe"),
        ("Product Designer", "other"),
    ],
)
def test_roles_of_titles(title: str, role: str) -> None:
    assert _read(title + ASKS).role == role


def test_an_address_alone_asks_nothing() -> None:
    job = _read(
        "Data Analyst\n\nWhat you need\n- Python\n- https://example.org/jobs/python-sql-required\n"
    )
    assert _asked(job) == [("required", "Python")]
