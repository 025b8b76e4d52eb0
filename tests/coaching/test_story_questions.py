"""A story answers a question its own line gives a reason to ask."""

from __future__ import annotations

import pytest

from report_gen.coaching.story_questions import question_for, supported
from report_gen.coaching.turns import turns_in
from report_gen.taxonomy import load_taxonomy

TURNS = load_taxonomy().turns


@pytest.mark.parametrize(
    ("line", "competency"),
    [
        ("Led the metering strand of a project: self-supervised models for six towns", "mentoring"),
        ("Cleaned and force-aligned 400 hours of parliament recordings", "influence"),
        ("Owned 40 models and the Looker explores on top of them", "ambiguity"),
        ("Built the feature store; skew incidents went from monthly to none", "failure_and_learning"),
        ("Moved nightly loads to a scheduler; failed nights went from 4 a month to 1", "failure_and_learning"),
        ("Designed the labelling loop, label errors found by disagreement", "conflict"),
        ("Labelled 3,000 disputed transfers with the support desk", "conflict"),
        ("Handled disputed invoices of the northern branches", "conflict"),
        ("Trained a model for 14 supervisors", "mentoring"),
        ("Trained networks on recordings of students", "mentoring"),
    ],
)  # fmt: skip
def test_a_word_that_means_something_else_supports_nothing(line: str, competency: str) -> None:
    assert competency not in supported(line, {competency: 2.0}, turns_in(line, TURNS.values()))


@pytest.mark.parametrize(
    ("line", "competency"),
    [
        ("Supervised two PhD students and four master's theses", "mentoring"),
        ("Code of the solver adopted by three other groups", "influence"),
        ("Wrote the post-mortem after the outage of the ledger", "failure_and_learning"),
        ("Disagreed with the plan to rewrite the ledger", "conflict"),
        ("Piloted the first self-checkout of the chain", "ambiguity"),
        ("Settled a long dispute between the two workshops", "conflict"),
        (
            "Read 900 claims with the back office to find out what a false one looks like",
            "ambiguity",
        ),
        (
            "Ran 7 price tests; three were stopped early because regulars left",
            "failure_and_learning",
        ),
        ("Trained six new nurses on the night ward", "mentoring"),
    ],
)
def test_what_a_line_says_it_supports(line: str, competency: str) -> None:
    assert competency in supported(line, {competency: 1.0}, turns_in(line, TURNS.values()))


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Killed an accounting export nobody used", "stopped"),
        ("Wrote a short guide to the warehouse tables", "wrote"),
        ("Weekly metrics mail to 200 readers", "informed"),
        ("Interviewed 30 candidates for the team", "right for a team"),
        ("Loader for 25 supplier file formats", "sources"),
    ],
)
def test_a_plain_line_is_asked_about_what_was_done(line: str, word: str) -> None:
    question = question_for(line, "ownership", set(), strongest=False, changes=())
    assert word in question


def test_one_s_own_project_stopped_early_is_a_failure_told_and_arguing_is_a_conflict() -> None:
    ended = "Reported negative results and stopped the project early"
    stopped = supported(ended, {"failure_and_learning": 1.0}, turns_in(ended, TURNS.values()))
    assert stopped["failure_and_learning"] > stopped.get("conflict", 0.0)
    opposed = "Argued against the plan, which was stopped early because of the replay"
    argued = supported(opposed, {"conflict": 1.0}, turns_in(opposed, TURNS.values()))
    assert argued["conflict"] >= 3.0
