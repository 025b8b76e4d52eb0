"""Sentences that could stand in any report stand only where they are true of this person."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

import report_gen
from report_gen.job.conditions import conditions
from report_gen.report import compose_report
from report_gen.taxonomy import load_taxonomy
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus

TAXONOMY = load_taxonomy()
PAIRS = (
    ("lidar_perception", "perception"),
    ("pricing_actuary", "pricing"),
    ("llm_apps", "llmapp"),
    ("dc_program", "dctpm"),
    ("nurse_data", "medlogi"),
    ("genome_physicist", "quant"),
)


@cache
def made(person: str, job: str) -> report_gen.Analysis:
    corpus = read_corpus("third")
    resume = report_gen.parse_resume(
        json.dumps(corpus.people[person]).encode(), filename="r.json", today=TODAY
    )
    return report_gen.analyze(resume, report_gen.parse_job(text=corpus.jobs[job].text), today=TODAY)


@cache
def chapters(person: str, job: str) -> dict[str, object]:
    report = compose_report(made(person, job), TAXONOMY, "full")
    return {c.id: c.data for c in report.chapters}


@pytest.mark.parametrize("pair", PAIRS)
def test_uneven_evidence_is_told_by_the_names_of_two_competencies(pair: tuple[str, str]) -> None:
    analysis = made(*pair)
    risk = next(f for f in analysis.coaching.failures if f.id == "one_sided_time")
    told = re.match(
        r"In (.+) your evidence (reaches|comes nearer).*?; in (.+) it stays below", risk.why
    )
    scores = {d.name.split(" (")[0].lower(): d for d in analysis.assessment.dimensions.values()}
    assert (told is None) == (risk.risk == "low"), risk.why
    if told is not None:
        best, least = scores[told[1].lower()], scores[told[3].lower()]
        assert (best.score >= best.bar) == (told[2] == "reaches")
        assert least.score < least.bar
        assert best.score / best.bar > least.score / least.bar


@pytest.mark.parametrize("pair", PAIRS)
def test_what_the_resume_does_not_show_is_counted(pair: tuple[str, str]) -> None:
    text = str(chapters(*pair)["part-i"]["text"])  # type: ignore[index]
    analysis = made(*pair)
    apart = {r.id for r in conditions(analysis.job, TAXONOMY)}
    counted = [m for m in analysis.matches.requirements if m.id not in apart]
    missing = sum(m.status == "missing" for m in counted)
    assert ("does not show" in text) == bool(missing), text
    if missing > 1:
        assert f"the other {missing}" in text


@pytest.mark.parametrize("pair", PAIRS)
def test_keeping_calm_is_short_and_about_this_person(pair: tuple[str, str]) -> None:
    analysis = made(*pair)
    plan = analysis.coaching.plan
    assert plan is not None
    lines = plan.mindset
    assert len(lines) <= 4
    risk = analysis.coaching.failures[0]
    assert risk.risk == "low" or any(risk.name.lower() in line.lower() for line in lines)
    apart = {r.id for r in conditions(analysis.job, TAXONOMY)}
    counted = [m for m in analysis.matches.requirements if m.id not in apart]
    met = sum(m.status == "met" for m in counted)
    told = [line for line in lines if "On paper you meet" in line]
    assert all(f"meet {met} of" in line for line in told)
    assert bool(told) == (met >= 0.4 * len(counted))


@pytest.mark.parametrize("pair", PAIRS)
def test_the_appendix_lists_few_resources_and_the_figures_of_own_lines(
    pair: tuple[str, str],
) -> None:
    plan = made(*pair).coaching.plan
    assert plan is not None
    assert len(plan.resources) <= 6
    data = chapters(*pair)["ledger"]
    rows = data["rows"]  # type: ignore[index]
    assert 0 < len(rows) <= 14
    for row in rows:
        assert row["cite"]
        assert any(c.isdigit() for c in row["claim"])


def test_no_puzzle_platform_where_the_posting_rules_puzzles_out() -> None:
    plan = made("sre_platform", "mlops").coaching.plan
    assert plan is not None
    assert not any("problems by pattern" in r.name for r in plan.resources)
