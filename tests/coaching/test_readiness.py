"""What a round tests is called shown by all that the report cites, and in words a reader can check."""

from __future__ import annotations

import re
from functools import cache

import pytest

import report_gen
from report_gen.coaching.models import Round
from report_gen.coaching.readiness import ready_words
from report_gen.rendering import render_report
from report_gen.report import compose_report
from report_gen.taxonomy import load_taxonomy
from tests.conftest import TODAY

ANALYST = """Data Analyst
Halm Statistics Office

Requirements
- Sound knowledge of statistical methods and sampling
- R or Python, SQL
- Experiments and surveys
"""
BACKEND = """Senior Backend Engineer
Nordfels GmbH, Leipzig

Requirements
- 5+ years of backend development in Java
- Good understanding of system design
- Relational databases
"""
GRADUATE = """Ada Berg
ada@example.org

Education
BSc {field}, University of Leeds, 2021 - 2024

Experience
Shop Assistant, Corner Books, 2021 - 2024
- Served customers and kept the till
"""
BUILDER = """Ivo Lang
ivo@example.org

Experience
Backend Developer, Kiosk24, 2018 - 2026
- Built and own the order service that takes 3 million orders a month in production
- Rewrote the import of 40 suppliers as a queue with retries; nightly failures fell from 30 to 2
- On call for both; answer time p95 fell from 900 ms to 210 ms

Education
BA History, 2017
"""


@cache
def rounds(resume: str, posting: str) -> dict[str, Round]:
    analysis = report_gen.analyze(
        report_gen.parse_resume(resume.encode(), filename="r.txt", today=TODAY),
        report_gen.parse_job(text=posting),
        today=TODAY,
    )
    return {r.id: r for r in analysis.coaching.rounds}


def test_a_degree_in_the_field_counts_and_is_named() -> None:
    studied = rounds(GRADUATE.format(field="Statistics"), ANALYST)["statistics_experimentation"]
    other = rounds(GRADUATE.format(field="French"), ANALYST)["statistics_experimentation"]
    assert studied.readiness >= 50 > other.readiness
    assert any("Statistics" in line for line in studied.counted)
    assert not other.counted


def test_systems_one_keeps_running_count_where_systems_are_drawn() -> None:
    design = rounds(BUILDER, BACKEND)["system_design"]
    assert design.readiness >= 50
    assert ready_words(design.readiness) not in ("little shown", "not shown yet")


def test_a_first_call_goes_by_what_is_met_of_what_is_asked() -> None:
    call = rounds(BUILDER, BACKEND)["recruiter_screen"]
    met, of = map(int, re.findall(r"\d+", " ".join(call.counted))[:2])
    half = re.search(r"and (\d+) in part", " ".join(call.counted))
    assert call.readiness == round(100 * (met + (int(half[1]) / 2 if half else 0)) / of)


def test_stories_that_are_told_count_in_a_round_of_stories() -> None:
    told = rounds(BUILDER, BACKEND)["behavioral"]
    assert told.readiness > 0
    assert any("kinds of story" in line for line in told.counted)


@pytest.mark.parametrize("posting", [ANALYST, BACKEND])
def test_no_page_says_readiness_to_one_in_a_hundred(posting: str) -> None:
    analysis = report_gen.analyze(
        report_gen.parse_resume(BUILDER.encode(), filename="r.txt", today=TODAY),
        report_gen.parse_job(text=posting),
        today=TODAY,
    )
    page = render_report(compose_report(analysis, load_taxonomy()), format="html").data.decode()
    words = re.sub(r"<[^>]+>", " ", page)
    assert not re.search(r"readiness[^.]{0,60}\d+ of 100|\(\d+ of 100\)", words)
