"""Answers: written as questions, read back, merged, checked, and never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.coaching.answers import check_answer, read_answers, write_answers
from report_gen.coaching.blanks import blank_id
from report_gen.coaching.models import Blank, BlankQuestion, Coaching
from report_gen.errors import UsageError
from report_gen.taxonomy import load_taxonomy
from tests.coaching.test_stories import NURSE, analyse, drafts_of, story_of


def test_an_id_follows_the_words_of_a_line_not_its_place() -> None:
    assert blank_id("Led a team of 5.", "task") == blank_id("  led a TEAM of 5", "task")
    assert blank_id("Led a team of 5.", "task") != blank_id("Led a team of 6.", "task")
    assert blank_id("Led a team of 5.", "task") != blank_id("Led a team of 5.", "result")


def test_an_answer_fills_its_blank_everywhere_and_strengthens_the_story() -> None:
    before = analyse(NURSE)
    story = story_of(before, "patient falls")
    id = next(
        p.id for p in story.long.parts if isinstance(p, Blank) and "the figure before" in p.blank
    )
    after = analyse(NURSE, answers={id: "Eighteen falls in 2018, counted by the ward, 18 in all."})
    told = story_of(after, "patient falls")
    assert "counted by the ward, 18 in all" in told.long.plain
    assert "baseline" not in told.missing
    assert told.strength >= story.strength
    assert not any(isinstance(p, Blank) and p.id == id for d in drafts_of(told) for p in d.parts)
    question = next(q for q in after.coaching.blanks if q.id == id)
    assert question.answer


def test_a_moved_line_keeps_its_answers() -> None:
    moved = {**NURSE, "work": [dict(w) for w in NURSE["work"]]}  # type: ignore[attr-defined]
    moved["work"][0]["highlights"] = list(reversed(moved["work"][0]["highlights"]))  # type: ignore[index]
    first = {q.id for q in analyse(NURSE).coaching.blanks if "falls" in q.question}
    second = {q.id for q in analyse(moved).coaching.blanks if "falls" in q.question}
    assert first & second


def test_an_answer_to_no_question_is_kept_and_marked() -> None:
    after = analyse(NURSE, answers={"b-0123456789": "It was about forty people."})
    stale = [q for q in after.coaching.blanks if q.where == ("stale",)]
    assert [q.id for q in stale] == ["b-0123456789"]
    assert stale[0].answer == "It was about forty people."


@pytest.mark.parametrize(
    ("kind", "answer", "wrong"),
    [
        ("metric", "it got a lot quicker", "figure"),
        ("metric", "from 40 to 15 minutes", ""),
        ("task", "better", "nothing"),
        ("task", "things went wrong", "short"),
        ("task", "the night shift could not find the charts in time", ""),
        ("", "anything at all", ""),
    ],
)
def test_answers_are_checked(kind: str, answer: str, wrong: str) -> None:
    found = check_answer(answer, kind, load_taxonomy())
    assert (wrong in found) if wrong else found == ""


def test_a_vague_answer_is_kept_and_not_said() -> None:
    story = story_of(analyse(NURSE), "patient falls")
    id = next(p.id for p in story.long.parts if isinstance(p, Blank) and "figure before" in p.blank)
    after = analyse(NURSE, answers={id: "more"})
    question = next(q for q in after.coaching.blanks if q.id == id)
    assert question.answer == "more"
    assert question.fault.startswith("This says nothing yet")
    told = story_of(after, "patient falls")
    assert any(isinstance(p, Blank) and p.id == id for p in told.long.parts)
    assert told.strength == story.strength
    messages = [n.message for n in after.notes if n.code.startswith("answer")]
    assert messages[0] == "0 of your 1 answers are in the drafts."
    assert question.question in messages[1]
    assert "not_used_yet" in write_answers(after.coaching)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("The night shift could not find the charts in time.", "this: the night shift could not"),
        ("charts that nobody could find at night in time", "charts that nobody"),
    ],
)
def test_a_whole_sentence_is_introduced_where_a_noun_was_expected(answer: str, told: str) -> None:
    story = story_of(analyse(NURSE), "patient falls")
    before = next(p for p in story.task.parts if not isinstance(p, Blank))
    id = next(p.id for p in story.task.parts if isinstance(p, Blank))
    said = story_of(analyse(NURSE, answers={id: answer}), "patient falls").task.plain
    ends = getattr(before, "text", "").split()[-1]
    assert (told if ends in ("was", "of") else told.removeprefix("this: ")) in said


def test_written_answers_are_read_back() -> None:
    coaching = Coaching(
        blanks=(
            BlankQuestion(
                id="b-0a1b2c3d4e", question='What "was" it: and why?', why="w", example="e"
            ),
            BlankQuestion(
                id="b-1a1b2c3d4e", question="How many?", answer='about 40: "all" of them #1'
            ),
        )
    )
    assert read_answers(write_answers(coaching).encode()) == {
        "b-1a1b2c3d4e": 'about 40: "all" of them #1'
    }


@given(st.text(st.characters(exclude_categories=("C",)), max_size=80))
def test_any_answer_survives_the_file(answer: str) -> None:
    coaching = Coaching(blanks=(BlankQuestion(id="b-0a1b2c3d4e", question="Q?", answer=answer),))
    back = read_answers(write_answers(coaching).encode())
    assert back.get("b-0a1b2c3d4e", "").split() == answer.split()


@given(st.text(max_size=80))
def test_control_characters_never_make_the_file_unreadable(answer: str) -> None:
    coaching = Coaching(blanks=(BlankQuestion(id="b-0a1b2c3d4e", question="Q?", answer=answer),))
    read_answers(write_answers(coaching).encode())


def test_a_plain_mapping_is_read_too() -> None:
    assert read_answers(b"b-0a1b2c3d4e: about 40 a week\n") == {"b-0a1b2c3d4e": "about 40 a week"}
    assert read_answers(b"") == {}


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"- a\n- b\n",
        b"b-0a1b2c3d4e: [1, 2]\n",
        b"b-0a1b2c3d4e: {answer: [x]}\n",
        b"'no such id!': x\n",
        b"b-0a1b2c3d4e: 'open\n",
        b"b-0a1b2c3d4e: " + b"x" * 3000,
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UsageError) as caught:
        read_answers(data)
    assert caught.value.code == "bad_answers"
    assert caught.value.remedy
