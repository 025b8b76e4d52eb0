"""Names made of a posting's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.matching.lexicon import lexicon
from report_gen.scoring.deeds import as_noun
from report_gen.scoring.phrases import clipped, joined_phrase, key_phrase
from report_gen.scoring.sound import is_nothing, mended
from report_gen.taxonomy import load_taxonomy

LEX = lexicon(load_taxonomy())


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Design and run A/B tests", "designing and running A/B tests"),
        ("Write design notes", "writing design notes"),
        ("Work closely with finance", "work with finance"),
        ("Negotiate with vendors", "negotiation with vendors"),
        ("Own fraud models from idea to production", "owning fraud models from idea to production"),
        ("Graph neural networks", "Graph neural networks"),
        ("Forecast harvests", "forecasting harvests"),
        ("Dig into causes of delay", "causes of delay"),
        ("Data loading from object storage", "Data loading from object storage"),
    ],
)
def test_a_deed_becomes_a_name(phrase: str, name: str) -> None:
    assert as_noun(phrase, LEX) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("real-time scoring that answers in 50 ms", "real-time scoring"),
        ("Coach junior engineers and raise the bar", "Coach junior engineers"),
        ("product management, at least 2 of them", "product management"),
        ("SQL and experience with a feature store", "SQL and feature store"),
        ("PyTorch and of how large models are trained", "PyTorch"),
        (
            "Work with analysts and finance to turn losses into limits",
            "Work with analysts and finance",
        ),
        ("Kubernetes and one of AWS or Go", "Kubernetes and one of AWS or Go"),
        ("Dutch or German", "Dutch or German"),
        ("Mentor engineers and set technical direction", "Mentor engineers"),
        ("Manage two chefs and grow them", "Manage two chefs"),
        ("Sonar or other echo signals is a plus", "Sonar or other echo signals"),
    ],
)
def test_hanging_clauses_are_left_out(phrase: str, name: str) -> None:
    assert clipped(phrase, LEX) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dig into the reasons for damaged and lost parcels, and say so", "Dig into the reasons for damaged and lost parcels"),
        ("Build rule based and learned detectors for online card payment fraud and chargebacks", "Build rule based and learned detectors for online card payment fraud"),
        ("We would like you to have at least six years in reinsurance", "reinsurance"),
        ("Find new ways to shorten the harvest", "shorten the harvest"),
        ("Rust too", "Rust"),
    ],
)  # fmt: skip
def test_a_name_keeps_its_noun(line: str, name: str) -> None:
    assert key_phrase(line) == name


def test_listed_things_are_one_name() -> None:
    text = "Apply quantization, pruning or distillation to phones"
    places = [(text.find(w), text.find(w) + len(w)) for w in ("quantization", "distillation")]
    assert joined_phrase(text, places[:1], LEX) == "quantization"
    spans = [*places, (text.find("pruning"), text.find("pruning") + len("pruning"))]
    assert joined_phrase(text, spans, LEX) == "quantization, pruning or distillation"


@given(text=st.text(max_size=80), start=st.integers(0, 79), length=st.integers(1, 20))
def test_any_text_gives_a_name_of_its_own_words(text: str, start: int, length: int) -> None:
    if start + length > len(text):
        return
    name = joined_phrase(text, [(start, start + length)], LEX)
    assert name.removesuffix(")") in text


@pytest.mark.parametrize(
    ("cut", "line", "name"),
    [
        ("effect of tutoring programs using appropriate causal",
         "Evaluate the effect of tutoring programs using appropriate causal methods",
         "effect of tutoring programs"),
        ("guild of joiners and adds", "Contributes to the guild of joiners and adds to its culture",
         "guild of joiners"),
        ("handbooks and training material and adapt material based",
         "Contribute to handbooks and training material and adapt material based on feedback",
         "handbooks and training material"),
        ("tariff data and with meter readings", "Work on tariff data and with meter readings",
         "tariff data and meter readings"),
        ("Works with buyers", "Works with buyers, legal and finance", "work with buyers"),
        ("review menus", "Train cooks, review menus, and run the pass", "reviewing menus"),
        ("gather, analyze and draw conclusions from tastings",
         "Gathers, analyzes and draws conclusions from tastings",
         "drawing conclusions from tastings"),
        ("experiments on glazes", "Run experiments on glazes, ovens", "experiments on glazes"),
        ("validate data from ovens", "Extracts, links and validates data from ovens",
         "validating data from ovens"),
        ("regression and of methods for series", "Knowledge of regression and of methods for series",
         "regression and methods for series"),
        ("glazing, firing", "Basics of the trade: glazing, firing, sale", "glazing and firing"),
        ("label design", "Own it all: paper, label design, print", "label design"),
        ("open-source kilns", "Contribute to open-source kilns", "open-source kilns"),
        ("research and development", "Lead research and development", "research and development"),
        ("PhD in Botany, Zoology", "PhD in Botany, Zoology or Ecology", "PhD in Botany, Zoology"),
    ],
)  # fmt: skip
def test_what_was_begun_and_cut_off_is_left_out_of_a_name(cut: str, line: str, name: str) -> None:
    assert mended(cut, line, LEX) == name


@pytest.mark.parametrize(
    "name", ["tools", "don't count years", "re a strong baker", "Above", "statistical"]
)
def test_what_names_nothing_is_no_name(name: str) -> None:
    assert is_nothing(name)
    assert not is_nothing("hand tools")


@pytest.mark.parametrize("name", ["re-ranking models", "no-code tools", "hand tools"])
def test_a_name_that_only_begins_like_a_denial_says_something(name: str) -> None:
    assert not is_nothing(name)
