"""Ways to work, people worked with, and what a line is about without naming it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.job.models import Requirement
from report_gen.matching.asks import read_ask
from report_gen.matching.lexicon import CUES, lexicon
from report_gen.matching.words import words
from report_gen.resume.models import Resume, Work
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import PERSON, ask, job
from tests.matching.test_requirements import judge

TAXONOMY = load_taxonomy()
LEX = lexicon(TAXONOMY)


def person(*deeds: str, title: str = "Data Analyst") -> Resume:
    """One position with these lines and nothing else."""
    position = Work(name="Acme", position=title, start_date="2020-01", highlights=tuple(deeds))
    return replace(Resume(basics=replace(PERSON.basics, label="", summary="")), work=(position,))


COMMUNICATING = (
    "Documented the returns process for 40 tables",
    "Wrote the handbook that new colleagues read",
    "Taught an evening class in statistics",
    "Presented the quarterly findings to the board",
)


@pytest.mark.parametrize(("shown", "status"), [(0, "missing"), (1, "partial"), (4, "met")])
def test_a_way_to_work_is_told_by_deeds(shown: int, status: str) -> None:
    who = person("Tuned queries in SQL", *COMMUNICATING[:shown])
    assert judge("Excellent communication skills", who).status == status


def test_deeds_do_not_answer_what_is_more_than_a_way_to_work() -> None:
    assert judge("Excellent communication and Kafka", person(*COMMUNICATING)).status != "met"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Design and run A/B tests with product managers and designers", {"ab_testing"}),
        ("Work with design, sales and legal", set[str]()),
        ("Partner closely with data scientists", set[str]()),
    ],
)
def test_people_worked_with_are_no_skills(text: str, terms: set[str]) -> None:
    read = read_ask(Requirement(id="r1", text=text, kind="required"), LEX)
    assert set(read.terms) == terms | {"cross_functional"}


def test_departments_after_experience_are_what_is_asked() -> None:
    text = "Experience with sales and marketing"
    assert LEX.people.search(text) is None


def test_two_words_that_point_to_a_thing_say_it_and_one_does_not() -> None:
    assert "payments" in LEX.hinted(words("Split the ledger so that accountants see each debit"))
    assert "payments" not in LEX.hinted(words("Kept a ledger"))
    assert "payments" not in LEX.hinted(words("The ledger of ledgers"))


def test_one_telling_word_says_as_much_as_two_cues() -> None:
    assert LEX.hinted(words("Rewrote the ordering app in SwiftUI"))["ios_dev"] == CUES
    assert "ios_dev" not in LEX.hinted(words("Rewrote the ordering app"))


def test_more_words_that_point_to_a_thing_say_more() -> None:
    few = judge("Experience with insurance", person("Sat with the actuaries"))
    many = judge(
        "Experience with insurance",
        person("Agreed with actuaries and underwriters on the tariff for claims of one insurer"),
    )
    assert few.status != "met"
    assert many.status == "met"
    assert 0 < few.score < many.score


def test_a_field_of_business_is_shown_by_the_position() -> None:
    who = person("Answered the phone", "Cleaned the order table", title="Analyst, e-commerce")
    verdict = judge("Experience in e-commerce", who)
    assert verdict.evidence[0].ref == "work[0]"


def test_what_is_hinted_at_is_shown_in_part_only() -> None:
    who = person("Split the ledger out of the monolith so that accountants can replay each debit")
    verdict = judge("Experience with payments", who)
    assert verdict.status == "partial"
    assert verdict.evidence[0].ref == "work[0].highlights[0]"


def test_for_beginners_a_project_counts_in_full() -> None:
    read = read_ask(ask("Strong experience with PyTorch"), LEX, "junior")
    assert read.early
    assert not read.strong
    grown = read_ask(ask("Strong experience with PyTorch"), LEX, "senior")
    assert grown.strong
    assert not grown.early
    assert read_ask(ask("PyTorch, in courses or internships"), LEX).early
    assert not read_ask(ask("Plan and run user studies"), LEX).early


def test_a_profession_named_in_passing_asks_for_no_years() -> None:
    read = read_ask(ask("Contribute to our engineering blog"), LEX)
    assert not read.time_only
    assert job(ask("x")).requirements
