"""A gap that no line is about is bridged from a deed of the same kind, said to be other work."""

from __future__ import annotations

import re

import pytest

from report_gen.coaching.denials import denials
from report_gen.coaching.gap_bridge import shortened
from report_gen.coaching.gap_kindred import kin_of
from report_gen.coaching.models import Draft, Text
from report_gen.coaching.scripts import draft_scripts
from report_gen.taxonomy import Taxonomy, load_taxonomy
from tests.coaching.test_gap_fit import asked


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def test_every_kind_is_asked_and_told_as_its_examples_say(taxonomy: Taxonomy) -> None:
    for kind in taxonomy.kindred.values():
        for name in kind.asked:
            assert kind.is_asked(name, ()), (kind.id, name)
        for line in kind.tells:
            assert kind.is_told(line), (kind.id, line)
        for line in kind.but_not:
            assert not kind.is_told(line), (kind.id, line)


def test_every_skill_named_is_there(taxonomy: Taxonomy) -> None:
    for kind in taxonomy.kindred.values():
        assert set(kind.skills) <= taxonomy.skills.keys(), kind.id


def test_a_joint_claims_and_denies_nothing(taxonomy: Taxonomy) -> None:
    """It says that it was other work and what carries over; no deed of the candidate stands in it."""
    told = re.compile(r"\bI (?!think\b|would\b)\w+|\bI've\b|\d|\bmy\b", re.I)
    there, _ = asked("Kafka", "kafka", dimension="coding", texts=("Ran a kitchen.",))
    for kind in taxonomy.kindred.values():
        for text in kind.joints:
            assert not told.search(text), text
            assert not denials(text, there), text
            assert len(text.split()) <= 24, text
    assert told.search("It was a package and I documented it.")


@pytest.mark.parametrize(
    ("line", "skill", "deed", "kind"),
    [
        ("Design documents and production-quality code", "design_review",
         "A tide estimator was developed, documented and released as a package; it is used by 23 harbours.",
         "wrote_for_others"),
        ("Write design documents", "design_review",
         "Wrote the handbook by which three shifts run the pier.", "wrote_for_others"),
        ("Influence without authority", "influence",
         "A decision to stop one ferry line was recommended to the executive committee. It was contested, then accepted.",
         "won_them_over"),
        ("Mentoring junior scientists", "mentoring",
         "Knots were taught to 60 students in two terms.", "brought_people_on"),
        ("Cost per query", "llm_cost", "Cut the fuel bill of the ferries by €40k a year.", "measured_a_cost"),
    ],
)  # fmt: skip
def test_a_deed_of_the_same_kind_is_the_bridge(line: str, skill: str, deed: str, kind: str) -> None:
    there, found = asked(line, skill, dimension="ml_system_design", texts=(deed,))
    (script,) = draft_scripts(there)[0].values()
    assert script.near, script.bridge.plain
    said = script.bridge.plain
    if script.distance == "akin":
        kin = kin_of(found, there, {})
        assert kin is not None
        assert kin.kind.id == kind
        assert any(joint in said for joint in kin.kind.joints)
        assert any(joint in script.turns[0].short.plain for joint in kin.kind.joints)


@pytest.mark.parametrize("line", ["Rust", "Quantum annealing"])
def test_what_no_kind_of_deed_answers_gets_none(line: str) -> None:
    deed = (
        "A tide estimator was developed, documented and released as a package; 23 harbours use it."
    )
    skill = "rust" if line == "Rust" else "quantum"
    there, found = asked(line, skill, dimension="coding", texts=(deed,))
    assert kin_of(found, there, {}) is None


def test_a_bridge_cut_short_keeps_the_sentence_that_tells_the_deed() -> None:
    def cut(text: str) -> str:
        whole = Draft(parts=(Text(text=text), Text(text="It was other work.")))
        return shortened(whole, lambda said: "boats" in said).plain

    kept = cut("It was at sea. I drew maps. I towed 14 boats home. Nobody drowned.")
    assert kept == "It was at sea. I towed 14 boats home. It was other work."
    leaning = cut("It was at sea. I drew maps. That saved 14 boats. Nobody drowned.")
    assert leaning == "It was at sea. I drew maps. That saved 14 boats. It was other work."


def test_a_line_that_leads_a_page_leads_no_other() -> None:
    deed = "Wrote the handbook by which three shifts run the pier."
    there, found = asked("Design documents", "design_review", dimension="coding", texts=(deed,))
    kin = kin_of(found, there, {})
    assert kin is not None
    assert kin_of(found, there, {kin.line.ref: 1.0}) is None
