"""What only sounds like what is asked, in words of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.matching import match_requirements
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, PERSON, ask, job

TAXONOMY = load_taxonomy()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Experience with entity resolution",
            "The same tenant stood under three spellings; merged the registers and one in a"
            " thousand was wrong",
        ),
        (
            "Experience with legacy modernisation",
            "Replaced the Delphi screens of eleven depots, equal to the cent for a year of files",
        ),
    ],
)
def test_what_only_sounds_like_it_answers_in_part_and_never_more(text: str, line: str) -> None:
    person = replace(
        PERSON,
        work=(replace(PERSON.work[0], highlights=(line, line)),),
        skills=(),
        publications=(),
    )
    verdict = match_requirements(person, job(ask(text)), TAXONOMY, OPTIONS).requirements[0]
    assert verdict.status == "partial"
    assert verdict.evidence[0].ref.startswith("work[0].highlights")
