"""Sentences that lost their subject, or said of a thing what was said of another."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.names import Names
from report_gen.coaching.language.numbers import has_baseline
from report_gen.coaching.language.speech import Speaker
from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.verbs import verb_table


@pytest.fixture(scope="module")
def speaker() -> Speaker:
    taxonomy = load_taxonomy()
    return Speaker(taxonomy.language_words, Names([], [], {}), verb_table(taxonomy))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Fitted a relay to the fog bell after two collisions. None since (6 years).", "There have been none since. That's now 6 years."),
        ("Baked 300 loaves with the new flour; loaves judged fresh after two days: 84%.", "84% of loaves were judged fresh after two days."),
        ("Counted passengers at three quays; proposal to close the north one was turned down.", "The proposal to close the north one was turned down."),
        ("Ran the lost property desk. Led the search after the storm of 2021 and wrote what we changed.", "That was after the storm of 2021. I wrote what we changed."),
        ("When I arrived, the rota lived on a wall and nobody trusted it; I moved it into a sheet, and overtime fell by a fourth.", "When I arrived, the rota lived on a wall and nobody trusted it. I moved it into a sheet."),
        ("Organiser, harbour history walks", "I was an organiser of the harbour history walks."),
        ("Led tours of 20 guests, handled bookings, trained new guides", "I led tours of 20 guests, handled bookings, and trained new guides."),
    ],
)  # fmt: skip
def test_a_sentence_keeps_its_subject(speaker: Speaker, line: str, said: str) -> None:
    speech = speaker.say(line, False, False, True)
    assert said in " ".join(s.text for s in speech.sentences)


def test_a_clause_without_its_subject_is_quoted(speaker: Speaker) -> None:
    line = (
        "I drew the chart which shows the tides of a whole summer for every one of the six quays "
        "and tells how many boats may pass the lock in an hour."
    )
    speech = speaker.say(line, False, False, True)
    assert not any(s.text.startswith("Tells") for s in speech.sentences)


def test_a_deed_of_two_words_is_named_by_both(speaker: Speaker) -> None:
    said = speaker.say(
        "Set up and read out 12 A/B tests on the refund and return flow, with guardrails.",
        False,
        False,
        True,
    )
    assert said.title.startswith("Setting up 12 A/B tests")


def test_a_new_release_is_no_before_and_after() -> None:
    assert not has_baseline("Upgraded the lock control 5.6 to 8 without a day of closure")
    assert has_baseline("Waiting fell from 5.6 to 3 minutes after the upgrade")


def test_what_did_not_happen_is_a_sentence(speaker: Speaker) -> None:
    line = "Moved the winter stock to the new hall over seven weekends, no lost pallets."
    alone = "Moved the winter stock to the new hall. No missed morning delivery."
    said = " ".join(s.text for s in speaker.say(alone, False, False, True).sentences)
    assert said.endswith("There was no missed morning delivery.")
    told = speaker.say(line, False, False, True)
    assert not any(s.text.startswith("No lost") for s in told.sentences)
