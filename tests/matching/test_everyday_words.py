"""What is done every day is said in everyday words: they are read as what a posting calls it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.matching import match_requirements
from report_gen.resume.models import Resume
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, PERSON, ask, job

TAXONOMY = load_taxonomy()


def status(wanted: str, deed: str) -> str:
    work = replace(PERSON.work[0], position="Coordinator", highlights=(deed, "Kept the post."))
    person: Resume = replace(PERSON, work=(work,), skills=(), projects=(), publications=())
    return match_requirements(person, job(ask(wanted)), TAXONOMY, OPTIONS).requirements[0].status


@pytest.mark.parametrize(
    ("wanted", "deed"),
    [
        ("Run controlled experiments", "Ran a 12-week trial of the rota with a control arm of six wards"),
        ("Able to say no to senior stakeholders", "Told the chief executive no, in writing, with reasons"),
        ("On-call rotation", "Carried the phone every fourth week"),
        ("Automated testing", "Nothing goes out unless its 900 checks are green"),
        ("Cloud cost reduction", "The monthly bill fell from 14 to 9 thousand on cold disks"),
        ("Forecasting", "Told the kitchen each Thursday how many meals the week would need"),
    ],
)  # fmt: skip
def test_an_everyday_deed_is_not_missing(wanted: str, deed: str) -> None:
    assert status(wanted, deed) != "missing"


@pytest.mark.parametrize(
    ("wanted", "deed"),
    [
        ("On-call rotation", "Built the page where guests pick a room"),
        ("Run controlled experiments", "Cleaned 40 lists of members and merged them"),
        ("Able to say no to senior stakeholders", "Wrote the help pages of the app"),
        ("Forecasting", "Counted the stock in three stores"),
    ],
)
def test_other_deeds_stay_other(wanted: str, deed: str) -> None:
    assert status(wanted, deed) == "missing"
