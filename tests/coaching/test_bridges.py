"""What own line a gap's script builds on: one about the gap, another for each, or none and said so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.coaching.gap_context import chosen_gaps, nearest_lines
from report_gen.coaching.gap_shown import is_shown
from report_gen.coaching.gap_words import spoken_topic
from report_gen.coaching.scripts import draft_scripts
from report_gen.matching.models import Evidence, RequirementMatch
from tests.coaching.test_gap_fit import asked


@pytest.mark.parametrize(
    ("line", "skill", "deed"),
    [
        ("Serving cost", "cost_optimization",
         "Wrote the checker that stops a release when training and serving rows differ."),
        ("Cost of storage", "cost_optimization",
         "Drew the storage of 40 boats on a plan that the harbour master still uses."),
    ],
)  # fmt: skip
def test_a_near_word_is_no_bridge(line: str, skill: str, deed: str) -> None:
    there, found = asked(line, skill, dimension="constraints", texts=(deed,), kind="adjacent")
    other = replace(there.matches.lines[0], dimensions=("coding",))
    there = replace(there, matches=replace(there.matches, lines=(other,)))
    assert nearest_lines(found, there, {}) == ()


@pytest.mark.parametrize(
    ("line", "skill", "deed"),
    [
        ("Serving cost", "cost_optimization", "Cut the monthly cost of the booking servers by a third."),
        ("Performance tuning", "performance_engineering",
         "Tuned the pools of the ticket gate before summer; pauses from 900 to 70 ms."),
    ],
)  # fmt: skip
def test_the_word_a_gap_is_about_makes_a_bridge(line: str, skill: str, deed: str) -> None:
    there, found = asked(line, skill, dimension="constraints", texts=(deed,), kind="adjacent")
    assert [n.text for n in nearest_lines(found, there, {})] == [deed]


def test_another_gap_has_another_line_where_there_is_one() -> None:
    deeds = (
        "Calibrated 40 cameras on a harbour crane and measured the error every week.",
        "Set up the calibration bench for cameras in the ferry yard.",
    )
    there, found = asked(
        "Camera calibration", "computer_vision", dimension="deep_learning", texts=deeds
    )
    first = nearest_lines(found, there, {})[0]
    assert nearest_lines(found, there, {first.ref: 1})[0].ref != first.ref
    alone = replace(there, matches=replace(there.matches, lines=(first,)))
    assert nearest_lines(found, alone, {first.ref: 1})  # the only one serves again


@pytest.mark.parametrize(
    ("line", "skill", "deed"),
    [
        ("Cloud bill", "cost_optimization", "Launched saved cards in six harbours."),
        ("Training on many machines", "distributed_training",
         "Brought a GPU sled from drawing to the factory in 13 months."),
    ],
)  # fmt: skip
def test_a_cue_by_chance_is_not_told_as_the_work_in_other_words(
    line: str, skill: str, deed: str
) -> None:
    there, _ = asked(line, skill, dimension="coding", texts=(deed,), kind="adjacent")
    (script,) = draft_scripts(there)[0].values()
    assert script.distance != "reworded"
    assert deed.split()[-1] not in script.bridge.plain


@pytest.mark.parametrize(
    ("line", "skill"), [("Quantum annealing", "quantum"), ("Kafka streams", "kafka")]
)
def test_where_no_line_is_near_the_script_goes_on_to_the_reasoning(line: str, skill: str) -> None:
    deed = "Sat with landlords every Friday for two years."
    there, _ = asked(line, skill, dimension="coding", texts=(deed,))
    (script,) = draft_scripts(there)[0].values()
    assert not script.near
    assert not script.bridge.parts  # nothing is said of other work: the reasoning follows at once
    turn = script.turns[0]
    assert turn.full.plain.startswith(f"{script.acknowledge.plain} {script.reasoning.plain}")


def test_a_part_of_a_met_line_that_its_like_shows_gets_no_script() -> None:
    deeds = ("Cut the latency of the ferry timetable from 80 to 35 ms; performance at peak held.",)
    there, found = asked(
        "Performance and clear code", "performance_engineering", dimension="constraints",
        texts=deeds, kind="adjacent",
    )  # fmt: skip
    read = replace(there.matches.lines[0], skills=("latency_optimization",))
    verdict = RequirementMatch(
        id=found.requirements[0], status="met", score=0.9, why="",
        evidence=(Evidence(ref=read.ref, strength=3, relevance=0.6, skills=()),),
    )  # fmt: skip
    met = replace(there, matches=replace(there.matches, lines=(read,), requirements=(verdict,)))
    assert is_shown(found, met)
    assert not chosen_gaps(met)
    partly = replace(verdict, status="partial")
    half = replace(met, matches=replace(met.matches, requirements=(partly,)))
    assert not is_shown(found, half)
    named = replace(found, skills=("kafka",), name="Kafka")
    assert not is_shown(named, met)  # a product is shown by its name alone


def test_what_was_done_in_own_time_is_asked_for_at_work() -> None:
    for name, skill in (("LLM applications at work", "llm_apps"), ("Rust at work", "rust")):
        there, found = asked(name, skill, dimension="coding", texts=(), kind="adjacent")
        verdict = RequirementMatch(id=found.requirements[0], status="met", score=0.8, why="")
        met = replace(there, matches=replace(there.matches, requirements=(verdict,)))
        assert spoken_topic(found, met).endswith("at work")
