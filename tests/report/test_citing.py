"""Places in words, and the small words of dates and counts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.coaching.models import Blank, Draft, Quote, Text
from report_gen.report import words
from report_gen.report.citing import Citer, anchor
from tests.report.case import FIRST, small_analysis


@pytest.fixture(scope="module")
def cite() -> Citer:
    analysis = small_analysis()
    return Citer(analysis.resume, analysis.job)


@pytest.mark.parametrize(
    ("ref", "label"),
    [
        (FIRST, "resume p. 1, Kestrel Maps - ML Engineer, 1st bullet"),
        ("work[1]", "resume, Old Mill - Analyst"),
        ("r2", "JD R2"),
        ("skills[0]", "resume, skills, Tools"),
        ("education[0]", "resume, education, 1st entry"),
        ("basics.summary", "resume, summary"),
        ("work[9].highlights[1]", "resume, work, 2nd bullet"),
        ("nonsense here", "resume"),
    ],
)
def test_labels(cite: Citer, ref: str, label: str) -> None:
    assert cite.label(ref) == label


def test_stale_references_are_not_quoted(cite: Citer) -> None:
    assert cite.quotes(["work[9].highlights[0]", FIRST, FIRST])[0]["text"].startswith("Cut routing")
    assert len(cite.quotes(["work[9].highlights[0]", FIRST, FIRST])) == 1


def test_speech_has_one_space_between_parts_and_none_before_a_comma(cite: Citer) -> None:
    draft = Draft(
        parts=(Text(text="At Acme I"), Quote(quote="cut it", ref=FIRST), Text(text=", to"), Blank(blank="x?", id="b"), Text(text="."))
    )  # fmt: skip
    parts = cite.speech(draft)
    text = "".join(("" if p["glue"] else " ") + str(p["text"]) for p in parts)
    assert text == "At Acme I cut it, to x?."


def test_a_quoted_line_ends_before_the_next_sentence_begins(cite: Citer) -> None:
    parts = (
        Quote(quote="called it from Go", ref=FIRST),
        Text(text="I tested it."),
        Quote(quote="Cut it.", ref=FIRST),
        Text(text="Then I left."),
    )
    said = cite.speech(Draft(parts=parts))
    text = "".join(("" if p["glue"] else " ") + str(p["text"]) for p in said)
    assert text == "called it from Go. I tested it. Cut it. Then I left."


@given(st.text(max_size=40))
def test_anchors_are_safe_ids(ref: str) -> None:
    assert all((c.isalnum() and c.isascii()) or c == "-" for c in anchor(ref))


def test_words() -> None:
    assert words.say_span("2021-03", "") == "since Mar 2021"
    assert words.say_span("2018", "2019-06") == "2018 to Jun 2019"
    assert words.say_day(date(2026, 3, 2)) == "Mon 2 Mar"
    assert [words.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 22, 101, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "22nd", "101st", "112th",
    ]  # fmt: skip
    assert words.count(1, "gap") == "one gap"
    assert words.count(0, "story", "stories") == "no stories"
    assert words.hours(0.75) == "45 min"
    assert words.listing(["a", "b", "c"]) == "a, b and c"
    assert words.sentence("so it is") == "So it is."


@given(st.text(max_size=300), st.integers(5, 100))
def test_clipped_text_is_short_enough(text: str, limit: int) -> None:
    assert len(words.clip(text, limit)) <= limit


def test_an_entry_is_named_in_full_once() -> None:
    analysis = small_analysis()
    cite, named = Citer(analysis.resume, analysis.job), set[str]()
    full = cite.label("work[0].highlights[0]")
    assert cite.again(full, named) == full
    assert len(cite.again(full, named)) < len(full)
    assert cite.again("JD R4", named) == "JD R4"
