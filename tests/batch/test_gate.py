"""The gate between orders: a stranger's name or employer in a report is found, one's own is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from report_gen.batch import phrases
from report_gen.batch.gate import GATE, Gate
from report_gen.batch.models import Input, Spec
from report_gen.batch.store import FolderStore

NOTHING = phrases.Corpus(())
SPEC = Spec(
    order_id="a", work_id="a-1", batch="b", resume=Input(digest="1", suffix=".txt"),
    job=Input(digest="2", suffix=".txt"), answers=None, options={}, today="2026-11-02",
    packs="p", version="v",
)  # fmt: skip
OTHER = replace(SPEC, order_id="b", work_id="b-1")


def _gate(tmp_path: Path) -> Gate:
    return Gate(FolderStore(tmp_path))


def test_a_stranger_s_name_or_employer_is_found_from_both_sides(tmp_path: Path) -> None:
    gate = _gate(tmp_path)
    said = ["Scripts for Mira Okafor.", "At PALMWOOD grocers you led."]
    strange = phrases.unexplained(said, ["Tomas Villaverde, Brightline Oy"], NOTHING)
    gate.record(SPEC, phrases.names_of("Tomas Villaverde", ["Brightline Oy"]), None)
    gate.record(SPEC, (), strange)
    assert gate.strangers(SPEC) == (False, [])
    gate.record(OTHER, phrases.names_of("Mira Okafor", ["Zebra Ltd"]), None)
    assert gate.strangers(SPEC)[0]
    assert gate.strangers(OTHER) == (False, ["a-1"])


def test_an_employer_is_found_without_its_legal_form_and_in_capitals(tmp_path: Path) -> None:
    strange = phrases.unexplained(["WORK AT PALMWOOD GROCERS"], [], NOTHING)
    assert set(strange) & set(phrases.names_of("X", ["Palmwood Grocers GmbH"]))
    assert not set(phrases.unexplained(["palm wood"], [], NOTHING)) & set(
        phrases.names_of("X", ["Palm Wood GmbH"])
    )


def test_what_the_own_documents_or_the_product_say_is_no_leak(tmp_path: Path) -> None:
    gate = _gate(tmp_path)
    names = phrases.names_of("Ana Brandt", ["Kubernetes", "Palmwood Grocers"])
    gate.record(OTHER, names, None)
    own = ["I worked with Ana Brandt at Palmwood Grocers"]
    said = ["Ana Brandt can speak for you.", "Kubernetes", "Palmwood Grocers"]
    strange = phrases.unexplained(said, own, phrases.house())
    gate.record(SPEC, (), strange)
    assert gate.strangers(SPEC) == (False, [])


def test_another_order_of_the_same_person_is_no_stranger(tmp_path: Path) -> None:
    gate = _gate(tmp_path)
    names = phrases.names_of("Ana Brandt", ["Palmwood Grocers"])
    for spec in (SPEC, OTHER):
        gate.record(spec, names, None)
        gate.record(spec, (), ["ana brandt", "palmwood grocers"])
    assert gate.strangers(SPEC) == (False, [])
    assert gate.strangers(OTHER) == (False, [])


def test_an_earlier_work_of_the_same_order_is_no_stranger(tmp_path: Path) -> None:
    gate = _gate(tmp_path)
    gate.record(SPEC, phrases.names_of("Ana Brandt", []), None)
    later = replace(SPEC, work_id="a-2")
    gate.record(later, (), ["ana brandt"])
    assert gate.strangers(later) == (False, [])


def test_the_gate_s_files_hold_no_name(tmp_path: Path) -> None:
    gate = _gate(tmp_path)
    gate.record(SPEC, phrases.names_of("Mira Okafor", ["Palmwood Grocers"]), None)
    gate.record(SPEC, (), ["brightline oy"])
    text = (tmp_path / GATE / "a-1.json").read_text(encoding="utf-8").casefold()
    assert "okafor" not in text
    assert "palmwood" not in text
    assert "brightline" not in text
    other = Gate(FolderStore(tmp_path / "elsewhere"))
    assert gate.digests(["mira okafor"]) != other.digests(["mira okafor"])


WORDS = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=2, max_size=8)


@given(st.lists(WORDS, min_size=2, max_size=4), st.lists(WORDS, max_size=6), WORDS)
def test_any_full_name_in_a_report_is_found_unless_it_is_explained(
    name: list[str], around: list[str], own: str
) -> None:
    person = " ".join(word[0].upper() + word[1:] for word in name)
    text = " ".join((*around, person, *reversed(around)))
    wanted = set(phrases.names_of(person, []))
    explained = phrases.Corpus([own])
    found = set(phrases.unexplained([text], [own], NOTHING))
    capital = all(flag for _, flag in phrases.tokens(person))
    whole = " ".join(word for word, _ in phrases.tokens(person))
    if capital and whole in wanted and not explained.says(whole):
        assert whole in found
    assert not set(phrases.unexplained([text], [text], NOTHING))
