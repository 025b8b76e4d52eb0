"""Languages asked, with their level and their alternatives, against the languages one speaks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from report_gen.matching import RequirementMatch, match_requirements
from report_gen.matching.lexicon import lexicon
from report_gen.matching.tongues import read_wanted
from report_gen.resume.models import LanguageSkill, Resume
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, PERSON, ask, job

TAXONOMY = load_taxonomy()
SPEAKS = {
    "German": "B2",
    "Dutch": "A2",
    "French": "Native",
    "Danish": "",
    "Polish": "Elementary proficiency",
}
SPEAKER = replace(
    PERSON, languages=tuple(LanguageSkill(language=n, fluency=f) for n, f in SPEAKS.items())
)


def judge(text: str, resume: Resume = SPEAKER) -> RequirementMatch:
    return match_requirements(resume, job(ask(text)), TAXONOMY, OPTIONS).requirements[0]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("German at B2 level", "met"),
        ("Good German skills (B1)", "met"),
        ("Fluent German (C1)", "partial"),
        ("Fließend Deutsch in Wort und Schrift", "partial"),
        ("Sehr gute Deutschkenntnisse", "partial"),
        ("Native German", "partial"),
        ("Dutch is required", "partial"),
        ("Uitstekende beheersing van het Nederlands", "partial"),
        ("Basic Dutch", "met"),
        ("French", "met"),
        ("Français langue maternelle", "met"),
        ("Good Polish", "partial"),
        ("Fluent Danish", "met"),  # listed, no level said
        ("Gute Englischkenntnisse", "met"),  # the resume is written in it
        ("One Scandinavian language, spoken", "met"),
        ("Fluent Spanish or Portuguese", "missing"),
        ("Fluent Spanish, Portuguese or French", "met"),
        ("Fluent Spanish and French", "partial"),
        ("Fluent French; Spanish is a plus", "met"),
        ("Very good German (at least C1) and good English skills", "partial"),
    ],
)
def test_each_language_at_its_level(text: str, status: str) -> None:
    assert judge(text).status == status


def test_a_lower_level_is_told_and_not_denied() -> None:
    why = judge("Fluent Dutch").why
    assert "does not list" not in why
    assert "A2" in why


def test_what_the_summary_claims_is_heard() -> None:
    basics = replace(PERSON.basics, summary="Engineer, fluent in Swedish and English.")
    assert judge("Fluent Swedish", replace(SPEAKER, basics=basics)).status == "met"


@pytest.mark.parametrize(
    "text",
    [
        "You will support our German customers in the roll-out of the new platform",
        "Polish the tooling that our analysts use",
        "Named entity recognition for French and German medical notes in production",
    ],
)
def test_work_with_a_language_is_no_ask_for_it(text: str) -> None:
    why = judge(text).why
    assert not re.search(r"does not list|is in your list|written in English|the line asks", why)


def test_the_level_is_the_one_of_its_own_clause() -> None:
    wanted = read_wanted("Fluent French, professional English, basic Spanish", lexicon(TAXONOMY))
    assert [(w.names, w.level) for w in wanted] == [
        (("French",), 5),
        (("English",), 5),
        (("Spanish",), 2),
    ]


@pytest.mark.parametrize("levels", [("C1", "A1"), ("A1", "C1"), ("C1", ""), ("", "C1")])
def test_of_two_entries_the_better_counts_in_any_order(levels: tuple[str, str]) -> None:
    twice = tuple(LanguageSkill(language="German", fluency=level) for level in levels)
    assert judge("Fluent German (C1)", replace(PERSON, languages=twice)).status == "met"


def test_languages_written_in_small_letters_are_languages() -> None:
    small = replace(
        PERSON,
        languages=(
            LanguageSkill(language="german", fluency="B2"),
            LanguageSkill(language="español"),
        ),
    )
    assert judge("German at B2 level", small).status == "met"
    assert judge("Fluent Spanish", small).status == "met"
