"""Every fault the check knows is found, and good speech passes."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.checks import speech_faults
from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.verbs import VerbTable


@pytest.fixture(scope="module")
def table() -> VerbTable:
    return VerbTable(load_taxonomy().language_words)


@pytest.mark.parametrize(
    "text",
    [
        "I built a small tool for the warehouse.",
        "That cut waiting time from 40 to 15 minutes.",
        "I'm on call every third week, and I wrote the runbook.",
        "p95 latency fell to 210 ms.",
        "I read the file twice. It had had three owners.",
    ],
)
def test_good_speech_passes(text: str, table: VerbTable) -> None:
    assert speech_faults(text, table) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("I built the the tool.", "doubled word"),
        ("I responsible for the budget.", "I responsible"),
        ("I owns the ward.", "broken agreement"),
        ("I managing the ward.", "broken agreement"),
        ("I is here.", "broken agreement"),
        ("I led {topic} for a year.", "unfilled slot"),
        ("I led [name] for a year.", "unfilled slot"),
        ("I built it , and it worked.", "stray punctuation"),
        ("I built it..", "stray punctuation"),
        ("I built it and.", "ends in the air"),
        ("I worked on led the team.", "two finite verbs"),
        ("It was went up.", "broken verb"),
        ("i built it.", "lower case"),
        ("the tool worked well.", "lower case"),
        ("I built it (in two weeks.", "unbalanced"),
        ("A newspaper for the quarter.", "no verb"),
        ("I built it", "no full stop"),
        ("", "empty"),
        ("I said " + "and ".join(["yes "] * 20) + "today.", "words in a sentence"),
    ],
)
def test_each_fault_is_found(text: str, fault: str, table: VerbTable) -> None:
    assert any(fault in found for found in speech_faults(text, table)), speech_faults(text, table)


def test_a_name_may_begin_in_lower_case(table: VerbTable) -> None:
    assert speech_faults("dbt ran every night.", table, is_name=lambda word: word == "dbt") == []
