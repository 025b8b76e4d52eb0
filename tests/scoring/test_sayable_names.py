"""A gap's name is a noun phrase that says by itself what is asked, never a denial or a torn piece."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.matching.asks import read_asks
from report_gen.matching.lexicon import lexicon
from report_gen.matching.models import LineReading, RequirementMatch
from report_gen.scoring.deeds import past_as_noun
from report_gen.scoring.naming import units
from report_gen.scoring.partly import told_in_doubt, without_question
from report_gen.scoring.phrases import with_its_noun
from report_gen.scoring.sound import mended
from report_gen.taxonomy import load_taxonomy
from tests.coaching.test_gap_fit import asked

TAXONOMY = load_taxonomy()
LEX = lexicon(TAXONOMY)


@pytest.mark.parametrize(
    ("cut", "name"),
    [
        ("familiar with GPU clusters", "GPU clusters"),
        ("record with tidal experiments", "tidal experiments"),
        ("serious interest in harbour law", "harbour law"),
        ("team's on-call rotation", "on-call rotation"),
        ("leading projects and to influence without authority",
         "leading projects and influencing without authority"),
        ("adversarial testing campaigns, manual", "adversarial testing campaigns"),
        ("familiar tools", "familiar tools"),
        ("record keeping", "record keeping"),
        ("manual gearboxes", "manual gearboxes"),
    ],
)  # fmt: skip
def test_what_says_nothing_of_the_thing_is_left_out(cut: str, name: str) -> None:
    assert mended(cut, cut, LEX) == name


@pytest.mark.parametrize(
    ("name", "line", "whole"),
    [
        ("rollout", "From data collection to full production rollout.", "full production rollout"),
        ("forecasts", "You own the weekly harvest forecasts", "weekly harvest forecasts"),
        ("memory", "Take care of runtime, memory and robustness", "memory"),
        ("privacy-preserving and low-latency", "privacy-preserving methods and low-latency model services",
         "privacy-preserving methods and low-latency model services"),
        ("boat-based, transport and ranking", "boat-based transport, docks and ranking",
         "boat-based transport and ranking"),
        ("SQL", "Strong SQL skills", "SQL"),
        ("patents", "You file patents and publish", "patents"),
    ],
)  # fmt: skip
def test_a_broad_word_takes_its_noun_from_the_line(name: str, line: str, whole: str) -> None:
    assert with_its_noun(name, line, LEX) == whole


def test_a_field_behind_a_plain_deed_is_no_deed() -> None:
    assert past_as_noun("operated distributed systems with queues", LEX) == (
        "distributed systems with queues"
    )
    assert past_as_noun("mentored analysts", LEX) == "mentoring analysts"


@pytest.mark.parametrize(
    "line",
    [
        "A PhD is neither required nor an advantage in our scoring.",
        "A driving licence is neither needed nor of use.",
        "A degree is no advantage here.",
    ],
)
def test_what_is_said_not_to_count_is_no_requirement(line: str) -> None:
    text = f"Data Scientist\n\nRequirements\n- Python and SQL\n- {line}\n"
    job = report_gen.parse_job(text=text)
    assert not [r for r in job.requirements if r.text.startswith(line[:12]) and not r.negated]


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("Working closely with clinical operations, finance and data science to turn questions into models",
         {"product_operations", "data_science", "domain_fintech"}),
        ("Partner with legal and marketing analytics on launches", {"marketing_analytics"}),
    ],
)  # fmt: skip
def test_with_whom_one_works_is_not_what_is_lacking(line: str, absent: set[str]) -> None:
    there, _ = asked(line, "python", dimension="coding", texts=())
    (ask,) = read_asks(there.job, LEX)
    lacking = tuple(t for t, _ in ask.said)
    verdict = RequirementMatch(
        id=ask.requirement.id, status="missing", score=0.0, why="", missing_skills=lacking
    )
    found = {t for u in units(ask, verdict, LEX) for t in u.terms}
    assert absent.isdisjoint(found), found


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("Secure aggregation or modeled conversions", "model_export"),
        ("Evaluations of autonomous replication and deception", "robotics"),
        ("Red-teaming campaigns, manual and automated", "marketing_analytics"),
        ("Challenge an engineer at a level that helps", "diploma"),
        ("Thousands of runs against a new checkpoint finish overnight", "training_stability"),
        ("Calibration of observational models against experiments", "calibration"),
    ],
)
def test_a_word_in_another_sense_is_not_asked(line: str, never: str) -> None:
    there, _ = asked(line, "python", dimension="coding", texts=())
    (ask,) = read_asks(there.job, LEX)
    assert never not in ask.terms


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("Model conversion to ONNX", "model_export"),
        ("Autonomous driving", "robotics"),
        ("Email campaigns for members of a club", "marketing_analytics"),
        ("Calibration of probabilities", "calibration"),
    ],
)
def test_the_same_word_in_its_own_sense_is(line: str, term: str) -> None:
    there, _ = asked(line, "python", dimension="coding", texts=())
    (ask,) = read_asks(there.job, LEX)
    assert term in ask.terms or any(
        TAXONOMY.skills[t].family == term for t in ask.terms if t in TAXONOMY.skills
    )


@pytest.mark.parametrize("shown", ["Drew maps of the bay", "Cut the bill of the pier by 12 %"])
def test_a_reason_can_do_without_the_line_it_asks_about(shown: str) -> None:
    line = LineReading(ref="work[0].highlights[0]", text=shown)
    asked_about = told_in_doubt("No line of your resume names tides.", line)
    assert shown in asked_about
    assert without_question(asked_about) == "No line of your resume names tides."
    assert without_question("It is listed and not told.") == "It is listed and not told."
