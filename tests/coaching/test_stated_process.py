"""What a posting says of its own interviews decides the rounds, their questions and the plan."""

from __future__ import annotations

import json
from functools import cache

import pytest

import report_gen
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus

BASE = """Senior Backend Engineer
Acme Ltd, Leeds

What you will do
- Build services in Go and PostgreSQL
- Own them in production, on call one week in six

What we look for
- 5+ years with backend services
- Strong SQL
- Kubernetes in production
"""


@cache
def analysed(end: str, posting: str = BASE) -> report_gen.Analysis:
    person = read_corpus("third").people["sre_platform"]
    resume = report_gen.parse_resume(json.dumps(person).encode(), filename="r.json", today=TODAY)
    return report_gen.analyze(resume, report_gen.parse_job(text=posting + end), today=TODAY)


def text_of(analysis: report_gen.Analysis) -> str:
    plan = analysis.coaching.plan
    assert plan is not None
    rounds = analysis.coaching.rounds
    return " ".join(
        [t.name for r in rounds for t in r.topics]
        + [t.title for w in plan.weeks for t in w.tasks]
        + [q.question for q in analysis.coaching.questions]
    ).lower()


PUZZLES = ("20 problems", "two pointers", "dynamic programming", "largest number that overlap")


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("\nHow we hire\nNo whiteboard puzzles. We pair on a real ticket for an hour.\n", "We pair on a real ticket"),
        ("\nOur process: a call, a pairing session on a real ticket, a talk. No leetcode.\n", "a pairing session"),
        ("\nWe don't do LeetCode. You'll pair with us on a real bug instead.\n", "pair with us on a real bug"),
        ("\nInterview process\n- A call\n- Review a real pull request with two of us\n- No algorithm tests\n", "Review a real pull request"),
    ],
)  # fmt: skip
def test_work_on_real_code_stands_in_place_of_puzzles(end: str, said: str) -> None:
    analysis = analysed(end)
    rounds = {r.id: r for r in analysis.coaching.rounds}
    assert not {"coding", "online_assessment", "ml_coding"} & set(rounds)
    practical = rounds["practical_coding"]
    assert practical.count == "1"
    assert said in practical.note
    assert practical.weight >= 20
    assert len(practical.questions) >= 5
    assert not any(p in text_of(analysis) for p in PUZZLES)
    assert "open issue" in text_of(analysis)


def test_puzzles_ruled_out_and_nothing_named_in_their_place_is_said_so() -> None:
    rounds = {
        r.id: r
        for r in analysed("\nInterviews here are a talk about code, not a quiz.\n").coaching.rounds
    }
    assert "not a quiz" in rounds["practical_coding"].note
    assert "In place of coding puzzles" in rounds["practical_coding"].note
    assert rounds["practical_coding"].count == "0-1"
    assert "coding" not in rounds


@pytest.mark.parametrize(
    "end",
    [
        "",
        "\nYou will pair with product managers and reduce algorithmic debt.\n",
        "\nWe offer an interview to disabled applicants who meet the essential criteria.\n",
        "\nReferrals double your chances of interviewing with us.\n",
        "\nOur process removes a third of the carbon from cement. No two days are the same.\n",
    ],
)
def test_without_a_word_on_the_interviews_the_usual_rounds_stay(end: str) -> None:
    rounds = {r.id for r in analysed(end).coaching.rounds}
    assert "coding" in rounds
    assert "practical_coding" not in rounds


def test_no_take_home_leaves_neither_the_round_nor_its_exercise() -> None:
    posting = BASE.replace("Backend Engineer", "Data Scientist").replace(
        "Build services in Go and PostgreSQL", "Design experiments and A/B tests with product teams"
    )
    usual = analysed("", posting)
    without = analysed("\nHow we hire: two calls. No take-home assignment.\n", posting)
    case, bare = (
        next(r for r in a.coaching.rounds if r.id == "product_case") for a in (usual, without)
    )
    assert "take-home" in case.note.lower()  # usual only now and then: part of its neighbour
    assert "take-home" not in bare.note.lower()
    assert "take-home" not in text_of(without)


def test_what_is_said_of_who_is_invited_is_no_process() -> None:
    end = "\nWe guarantee an interview to disabled applicants. Referrals help in our hiring process.\n"
    company = analysed(end).coaching.company
    assert company is not None
    assert not any("The posting says" in c.text for c in company.process)


@pytest.mark.parametrize(
    "told",
    [
        "Do I need to code? No. You do need to follow a discussion.",
        "No coding required for this post.",
        "You will not be asked anything odd; we don't expect you to write code.",
        "This is not a coding role.",
    ],
)
def test_where_nobody_is_asked_to_code_no_puzzle_is_prepared(told: str) -> None:
    analysis = analysed(f"\nHow we hire\n{told}\n")
    assert "coding" not in {r.id for r in analysis.coaching.rounds}
    assert not any(p in text_of(analysis) for p in PUZZLES)


@pytest.mark.parametrize(
    "told",
    [
        "Do I need to code? Yes, every day.",
        "You write code that others read.",
        "No code goes live without a review.",
        "We don't code alone: pairs change daily.",
    ],
)
def test_code_that_is_asked_is_not_ruled_out(told: str) -> None:
    assert "coding" in {r.id for r in analysed(f"\nHow we work\n{told}\n").coaching.rounds}


def test_a_role_without_code_is_said_so_where_no_line_speaks_of_puzzles() -> None:
    manager = BASE.replace("Senior Backend Engineer", "Engineering Manager")
    rounds = {r.id: r for r in analysed("\nThis is not a coding role.\n", manager).coaching.rounds}
    assert rounds
    assert '""' not in " ".join(r.note for r in rounds.values())
