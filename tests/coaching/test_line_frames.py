"""What is asked about a line of the posting fits the line's form: work, a day to come, a sentence."""

from __future__ import annotations

import pytest

from report_gen.coaching.line_frames import first_words, fits, frames, in_frame
from report_gen.job.models import Requirement
from tests.coaching.test_steps import analysed, case_of, posting

CASE = case_of(posting())


def asked(text: str, leaders: bool = False) -> list[str]:
    line = Requirement(id="r1", text=text, kind="responsibility")
    return [in_frame(f, line) for f in frames(line, CASE, leaders=leaders)]


@pytest.mark.parametrize("leaders", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "Within a year, you will have led the rewrite of our forecasting stack",
        "By day 30 you'll have shipped your first source end to end",
        "Month 3: Present a staffing plan to the board",
        "Moved settlement off the mainframe and kept it there",
        "You'll have replaced our chunking with something we can explain",
    ],
)
def test_of_what_is_still_to_come_one_asks_what_it_hangs_on(text: str, leaders: bool) -> None:
    found = asked(text, leaders)
    assert found
    assert all(q.startswith("The posting says “") for q in found)
    assert not any(
        "today, and how do you notice" in q or "leave behind" in q or "tried" in q for q in found
    )


@pytest.mark.parametrize(
    "text",
    [
        "You'll own the ordering service, which talks to eleven wholesalers",
        "Once a quarter you will write the review everybody reads",
        "Will take over the change board from the plant",
    ],
)
def test_a_sentence_to_the_candidate_is_quoted_as_one(text: str) -> None:
    found = asked(text)
    assert found
    assert all(q.startswith("The posting says “") for q in found)


@pytest.mark.parametrize("text", ["Design and ship demand models for ferries", "Ownership of the training platform and its users"])  # fmt: skip
def test_a_piece_of_work_stands_in_the_sentence(text: str) -> None:
    found = asked(text)
    assert any(q.startswith(f"What makes “{text}” harder") for q in found)
    assert not any("again from nothing" in q for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "Do you like maps as much as we do?",
        "Not a prototype, and not a research project either",
        "Any other duties that the plant may need",
        "Tracking events from rail operators, some of which send faxes. Really.",
    ],
)
def test_what_is_no_work_is_put_into_no_question(text: str) -> None:
    assert not fits(Requirement(id="r1", text=text, kind="responsibility"))
    assert asked(text) == []


def test_a_line_is_not_named_by_its_time_alone() -> None:
    line = Requirement(
        id="r1", kind="responsibility",
        text="By the end of the summer, our volunteers can upload their counts from a phone without phoning me",
    )  # fmt: skip
    assert "volunteers can upload" in first_words(line)


def test_where_nobody_sits_one_asks_about_the_test_only() -> None:
    end = "Our process\n- HR call\n- Psychometric test, online\n- Technical interview"
    rounds = {r.id: r for r in analysed(posting("Data Engineer", end=end)).coaching.rounds}
    assert not any("“" in q for q in rounds["aptitude_test"].asks)
