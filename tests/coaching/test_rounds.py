"""The pages of the rounds follow the job and do not contradict the resume or one another."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest

import report_gen
from report_gen import Analysis
from report_gen.coaching.case import BROAD
from report_gen.coaching.round_topics import METHODS
from report_gen.report import compose_report
from report_gen.report.openers import _resume
from report_gen.taxonomy import load_taxonomy
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus

TAXONOMY = load_taxonomy()
PAIRS = (
    ("speech_postdoc", "speechsci"),
    ("fraud_mle", "fraud"),
    ("teacher", "growth"),
    ("ai_pm", "aipm"),
    ("gpu_staff", "mlinfra"),
)


@cache
def made(person: str, job: str) -> Analysis:
    corpus = read_corpus()
    resume = report_gen.parse_resume(
        json.dumps(corpus.people[person]).encode(), filename="resume.json", today=TODAY
    )
    return report_gen.analyze(resume, report_gen.parse_job(text=corpus.jobs[job].text), today=TODAY)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_question_tied_to_a_line_of_the_posting_is_about_what_the_line_says(
    pair: tuple[str, str],
) -> None:
    analysis = made(*pair)
    lines = {r.text: r for r in analysis.job.requirements}
    tied = 0
    for asked in analysis.coaching.questions:
        question = TAXONOMY.questions.get(asked.id)
        if question is None or '"' not in asked.because or asked.because.startswith("You wrote"):
            continue
        tied += 1
        said = asked.because.split('"', 1)[1].rstrip('".').removesuffix(" ...")
        line = next(r for text, r in lines.items() if text.startswith(said[:40]))
        cued = any(cue.rstrip("*").lower() in line.text.lower() for cue in question.cues)
        assert cued or (set(question.skills) & set(line.skills)) - BROAD, (asked.question, said)
    assert tied


@pytest.mark.parametrize("pair", PAIRS)
def test_no_verdict_contradicts_the_competencies(pair: tuple[str, str]) -> None:
    analysis = made(*pair)
    scores = analysis.assessment.dimensions
    for failure in analysis.coaching.failures:
        mode = TAXONOMY.failures[failure.id]
        at_bar = [s.score >= s.bar for d in mode.dimensions if (s := scores.get(d)) and s.weight]
        if mode.measure != "shortfall" or not at_bar:
            continue
        if all(at_bar):
            assert failure.risk != "high", failure.name
            assert "stays below" not in failure.why
            assert "neither shows" not in failure.why
        else:
            assert failure.risk != "low", failure.name


@pytest.mark.parametrize("pair", PAIRS)
def test_no_language_and_no_years_to_review(pair: tuple[str, str]) -> None:
    tongues = {s.name for s in TAXONOMY.skills.values() if s.parent == "spoken_language"}
    for r in made(*pair).coaching.rounds:
        for topic in r.topics:
            assert not set(topic.name.replace(",", "").split()) & tongues, topic.name
            assert not topic.name.startswith("Years of"), topic.name


def test_a_scientist_of_speech_meets_speech_and_no_tables() -> None:
    coaching = made("speech_postdoc", "speechsci").coaching
    ids = {r.id for r in coaching.rounds}
    assert {"research_talk", "field_depth", "research_to_product"} <= ids
    assert not ids & {"sql_coding", "product_case", "take_home_presentation"}
    words = " ".join(
        [*(q.question for q in coaching.questions), *(t.name for r in coaching.rounds for t in r.topics)]
    )  # fmt: skip
    assert "SQL" not in words
    assert "NDCG" not in words
    assert "CTC" in words
    assert coaching.designs[0].family in {"speech", "on_device"}


def test_review_time_goes_to_what_the_posting_names() -> None:
    topics = [t for r in made("fraud_mle", "fraud").coaching.rounds for t in r.topics]
    assert any(t.name.startswith("Few positives") for t in topics)
    assert not any("diffusion" in t.name for t in topics)


def test_how_one_coaches_is_not_asked_at_the_board() -> None:
    analysis = made("fraud_mle", "fraud")
    board = {"coding", "ml_coding", "technical_screen"}
    for r in analysis.coaching.rounds:
        if r.id in board:
            assert not any("coaching" in t.name.lower() for t in r.topics), r.id
            assert not any("coaching" in line.lower() for line in r.sheet), r.id


def test_a_method_no_list_of_topics_has_becomes_a_topic() -> None:
    listed = {s for g in TAXONOMY.rounds.values() for t in g.topics for s in t.skills}
    families = {s.family for s in TAXONOMY.skills.values()}
    new = next(
        s
        for s in TAXONOMY.skills.values()
        if s.parent in METHODS
        and s.parent == "classical_ml"
        and s.dimension == "ml_theory_math"
        and s.id not in listed | families | BROAD
        and s.family not in listed
    )
    analysis = made("fraud_mle", "fraud")
    first = analysis.job.requirements[0]
    wish = replace(first, id="r99", text=f"Experience with {new.name}", skills=(new.id,))
    job = replace(analysis.job, requirements=(*analysis.job.requirements, wish))
    told = report_gen.analyze(analysis.resume, job, today=TODAY)
    gaps = {s for g in told.assessment.gaps for s in g.skills}
    names = [t.name.lower() for r in told.coaching.rounds for t in r.topics]
    names += [n.lower() for r in told.coaching.rounds for n in r.more_topics]
    assert new.id in gaps or any(new.name.lower() in name for name in names)


def test_stories_nobody_can_tell_count_against_a_round_of_stories() -> None:
    analysis = made("speech_postdoc", "speechsci")
    held = {c for s in analysis.coaching.stories for c in s.competencies}
    behavioural = next(r for r in analysis.coaching.rounds if r.id == "behavioral")
    assert "conflict" not in held
    assert behavioural.readiness < 100


def test_the_recruiter_asks_about_another_place() -> None:
    far = made("fraud_mle", "fraud").coaching.rounds[0]
    assert "Lagos" in far.note
    near = made("ai_pm", "aipm")
    assert near.resume.basics.location.city in (near.job.location or "")
    assert "Your resume says" not in near.coaching.rounds[0].note


def test_one_of_several_sites_is_near_enough() -> None:
    posting = "Fraud ML Engineer\nFerry Ltd - Sunnyvale, CA · Lagos, Nigeria\nWhat you bring\n- Python\n- SQL\n- Fraud models\n"
    person = read_corpus().people["fraud_mle"]
    notes = []
    for text in (posting, posting.replace("Lagos, Nigeria", "Austin, TX")):
        job = report_gen.parse_job(text=text)
        resume = report_gen.parse_resume(
            json.dumps(person).encode(), filename="r.json", today=TODAY
        )
        notes.append(report_gen.analyze(resume, job, today=TODAY).coaching.rounds[0].note)
    assert "Your resume says" not in notes[0]
    assert "Your resume says" in notes[1]


def test_a_resume_without_doubts_is_not_told_of_none() -> None:
    from types import SimpleNamespace

    analysis = made("teacher", "growth")
    clean = replace(analysis, assessment=replace(analysis.assessment, risks=()))
    text = _resume(SimpleNamespace(analysis=clean))  # type: ignore[arg-type]
    assert "no point" not in text
    assert "Knowing" not in text


@pytest.mark.parametrize("pair", PAIRS)
def test_page_two_brings_the_story_to_lead_with(pair: tuple[str, str]) -> None:
    analysis = made(*pair)
    report = compose_report(analysis, TAXONOMY)
    rows = next(c for c in report.chapters if c.id == "in-short").data["rows"]
    proof = next(row for row in rows if row["name"] == "Strongest proof")
    assert "story 1" in proof["text"]


def test_a_talk_is_planned_for_whoever_gives_one() -> None:
    plan = made("speech_postdoc", "speechsci").coaching.plan
    assert plan is not None
    assert any(t.title.startswith("Research talk") for w in plan.weeks for t in w.tasks)


def test_what_a_posting_quotes_stands_in_single_marks() -> None:
    posting = (
        "Data Scientist\nFerry Ltd\nWhat you bring\n- SQL and Python\n"
        '- Experience with A/B tests that ended in "we can not tell"\n'
    )
    person = read_corpus().people["growth_ds"]
    analysis = report_gen.analyze(
        report_gen.parse_resume(json.dumps(person).encode(), filename="r.json"),
        report_gen.parse_job(text=posting),
        today=TODAY,
    )
    said = [t.because for r in analysis.coaching.rounds for t in r.topics if "tell" in t.because]
    assert said
    assert all(because.count('"') == 2 for because in said)
