"""Lines of every shape and trade become sentences somebody can say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report_gen.coaching.language.checks import speech_faults
from report_gen.coaching.language.names import Names
from report_gen.coaching.language.speech import Speaker
from report_gen.taxonomy import load_taxonomy

TABLE = yaml.safe_load((Path(__file__).parent / "bullets.yaml").read_text(encoding="utf-8"))
NAMES = ["Python", "Kafka", "Spark", "Excel", "Salesforce", "Epic"]


@pytest.fixture(scope="module")
def speaker() -> Speaker:
    return Speaker(load_taxonomy().language_words, Names(NAMES))


def test_the_golden_table_is_large_and_has_no_line_twice() -> None:
    lines = [row["line"] for row in TABLE]
    assert len(lines) >= 200
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["line"][:40])
def test_golden(row: dict[str, object], speaker: Speaker) -> None:
    speech = speaker.say(str(row["line"]), ended=bool(row.get("ended")))
    said = "quote" if speech.quoted else [s.text for s in speech.sentences]
    assert said == row["says"]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["line"][:40])
def test_what_the_table_expects_has_no_fault(row: dict[str, object], speaker: Speaker) -> None:
    if row["says"] != "quote":
        for sentence in row["says"]:  # type: ignore[attr-defined]
            assert speech_faults(sentence, speaker.table, speaker.names.keeps) == []


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["line"][:40])
def test_every_number_said_stands_in_the_line(row: dict[str, object], speaker: Speaker) -> None:
    line = str(row["line"])
    there = set(re.findall(r"\d+(?:[.,]\d+)*", line))
    for sentence in speaker.say(line).sentences:
        assert set(re.findall(r"\d+(?:[.,]\d+)*", sentence.text)) <= there


def test_a_current_position_speaks_in_the_present(speaker: Speaker) -> None:
    line = "Responsible for the ward's medication stock."
    assert speaker.say(line, current=True).sentences[0].text.startswith("I'm responsible")
    assert speaker.say(line, current=False).sentences[0].text.startswith("I was responsible")


def test_a_line_of_a_project_speaks_of_the_project(speaker: Speaker) -> None:
    speech = speaker.say(
        "Handles late files and broken headers; used by two museums.", project=True
    )
    assert [s.text for s in speech.sentences] == [
        "It handles late files and broken headers.",
        "It was used by two museums.",
    ]


def test_goal_context_method_and_result_are_told_apart(speaker: Speaker) -> None:
    speech = speaker.say(
        "Worked with two suppliers to replace the leaking valves in all plants after a recall; "
        "returns fell from 9% to 2%."
    )
    assert speech.goal == "The goal was to replace the leaking valves in all plants."
    assert speech.context == "That was after a recall."
    assert speech.of("result") == ("Returns fell from 9% to 2%.",)
    assert speech.collaborators == ("two suppliers",)


def test_a_target_is_told_with_the_task_and_not_as_what_came_of_it(speaker: Speaker) -> None:
    promised = speaker.say("Weighed parcels by camera, error 11 %, target was 10 %")
    assert promised.goal == "The target was 10 %."
    assert promised.of("result") == ()
    first = speaker.say("SLA of 07:00 for the till reports; missed twice")
    assert first.quoted
    assert first.title == "SLA for the till reports"
    wanted = speaker.say("Objective for 2024: cut no-shows by half; at 38 % so far")
    assert wanted.title == "Aiming to cut no-shows by half"


def test_a_work_named_behind_its_label_is_no_result(speaker: Speaker) -> None:
    capstone = speaker.say("Built a loom. Capstone: a survey of weaves in small towns.")
    assert capstone.of("detail") == ("The capstone was a survey of weaves in small towns.",)
    outcome = speaker.say("Tested two glues for book spines. Outcome: no difference in strength.")
    assert outcome.of("result") == ("The outcome was no difference in strength.",)


def test_what_was_done_comes_before_what_came_of_it(speaker: Speaker) -> None:
    speech = speaker.say("Cut waiting time from 40 to 15 minutes by opening a second desk.")
    assert [s.text for s in speech.sentences] == [
        "I opened a second desk.",
        "That cut waiting time from 40 to 15 minutes.",
    ]


def test_team_voice_is_not_turned_into_an_own_deed(speaker: Speaker) -> None:
    speech = speaker.say("We moved the archive to a new building.")
    assert speech.team
    assert not speech.sentences[0].own
    assert speech.sentences[0].text == "We moved the archive to a new building."


def test_tools_in_brackets_are_set_aside(speaker: Speaker) -> None:
    speech = speaker.say("Built the import of till receipts (Python, Kafka).")
    assert speech.tools == ("Python", "Kafka")
    assert speech.sentences[0].text == "I built the import of till receipts."


words = st.sampled_from(
    [
        "Led",
        "built",
        "the",
        "a",
        "of",
        "team",
        "and",
        "by",
        "with,",
        "reducing",
        "cost",
        "from",
        "3",
        "to",
        "5",
        "which;",
        "I",
        "we",
        "(in)",
        "40%",
        "->",
        "Python",
        "responsible",
        "for",
        "managed",
        "managing",
        "weekly",
        "to",
        "improve",
        "–",
        ":",
        "users",
        "“x”",
        "orders,",
        "/",
        "&",
        "e.g.",
        "was",
    ]
)


@given(st.lists(words, min_size=0, max_size=25))
def test_whatever_the_line_nothing_faulty_is_said(parts: list[str]) -> None:
    speaker = Speaker(load_taxonomy().language_words, Names(NAMES), _table())
    speech = speaker.say(" ".join(parts))
    for s in speech.sentences:
        assert speech_faults(s.text, speaker.table, speaker.names.keeps) == []
    assert speech.quoted or speech.sentences


@given(st.text(max_size=120))
def test_any_text_is_survived(text: str) -> None:
    Speaker(load_taxonomy().language_words, Names(), _table()).say(text)


_TABLES = []


def _table():  # type: ignore[no-untyped-def]
    from report_gen.taxonomy.verbs import VerbTable

    if not _TABLES:
        _TABLES.append(VerbTable(load_taxonomy().language_words))
    return _TABLES[0]


SMALL_WORDS = frozenset(
    ["the", "a", "an", "of", "for", "to", "in", "on", "at", "with", "by", "from", "and", "or", "as", "that",
     "which", "before", "after", "according", "using", "including", "instead", "back", "is", "was"]
)  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["line"][:40])
def test_a_name_ends_at_a_noun(row: dict[str, object], speaker: Speaker) -> None:
    speech = speaker.say(str(row["line"]), ended=bool(row.get("ended")))
    for name in (speech.topic, speech.title):
        last = name.split()[-1].lower() if name else ""
        assert last not in SMALL_WORDS, name
        assert ". " not in name.replace(" vs. ", " ")
    assert not re.search(r"\b[a-z]\w* [$€£]?\d[\d.,]*%?$", speech.topic.replace(" of ", " Of"))


@given(st.lists(words, min_size=1, max_size=20))
def test_whatever_the_line_its_name_ends_at_a_noun(parts: list[str]) -> None:
    speaker = Speaker(load_taxonomy().language_words, Names(NAMES), _table())
    topic = speaker.say(" ".join(parts)).topic
    assert (topic.split()[-1].lower() if topic else "") not in SMALL_WORDS


def test_names_written_small_are_said_as_they_are_spelled() -> None:
    names = Names(["Kubernetes"], [], {"kubernetes": "Kubernetes", "argo cd": "Argo CD"})
    speaker = Speaker(load_taxonomy().language_words, names, _table())
    speech = speaker.say("moved 9 clusters to kubernetes with argo cd")
    assert speech.sentences[0].text == "I moved 9 clusters to Kubernetes with Argo CD."
    assert speech.text == "moved 9 clusters to kubernetes with argo cd"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "Safety case of the braking function according to ISO 26262.",
            "safety case of the braking function",
        ),
        ("Cut no-shows 18% to 11% with reminders.", "no-shows"),
        ("Translated the model back to rating tables.", "model"),
        ("Wrote most of the runbooks.", "runbooks"),
        ("Owned the on-call rotation and wrote the runbooks.", "on-call rotation"),
        ("Weekly stock and waste report in Excel", "weekly stock and waste report"),
        ("Zero lost-time injuries in a year.", ""),
        ("First Linux box in the building was mine", ""),
        (
            "Involved in implementation of search services leveraging Kafka.",
            "implementation of search services",
        ),
    ],
)
def test_what_a_line_is_about(line: str, name: str, speaker: Speaker) -> None:
    assert speaker.say(line).topic == name


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Showed new porters how to read the ward plans without help.",
            "Showing new porters how to read the ward plans",
        ),
        ("Wrote down what counts as a delay, in two pages.", "Writing down what counts as a delay"),
        (
            "Noticed in week two that nobody held the spare keys.",
            "Noticing in week two that nobody held the spare keys",
        ),
    ],
)
def test_a_name_ends_at_a_natural_joint(line: str, title: str, speaker: Speaker) -> None:
    assert speaker.say(line).title == title


@pytest.mark.parametrize(
    "line",
    [
        "Java 11 / Spring Boot microservices for first notice of loss.",
    ],
)
def test_a_topic_is_not_cut_at_a_slash(line: str, speaker: Speaker) -> None:
    assert not speaker.say(line).topic.endswith("/")
    assert not speaker.say(line).title.endswith("/")


@pytest.mark.parametrize(
    ("line", "first"),
    [
        (
            "Trained a churn model on two years of orders. Because of the old one, no trust.",
            "I trained a churn model on two years of orders.",
        ),
        (
            "Rebuilt the greenhouse vents. Then nobody there at noon.",
            "I rebuilt the greenhouse vents.",
        ),
        ("Chunking by section mattered most. Refuses when the score is low.", ""),
    ],
)
def test_the_first_deed_of_a_quoted_line_can_be_said(
    line: str, first: str, speaker: Speaker
) -> None:
    assert speaker.say(line).first == first
