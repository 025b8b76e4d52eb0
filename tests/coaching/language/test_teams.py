"""Work of a team is never told as one person's: with whom it was done is said before the deed."""

from __future__ import annotations

import pytest

from report_gen.coaching.language.names import Names
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.language.teams import collaborators, team_apart
from report_gen.taxonomy import load_taxonomy


@pytest.fixture(scope="module")
def speaker() -> Speaker:
    return Speaker(load_taxonomy().language_words, Names([]))


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Rebuilt the greenhouse controller (team of 4); water use down 18%.", "In a team of 4, I rebuilt the greenhouse controller."),
        ("Migration of 40 archives to one format; 11 months, team of 3; search time from 9 to 2 s.", "In a team of 3, I migrated 40 archives to one format."),
        ("Mapped the old wells. Team of five, I did the water chemistry.", "In a team of five, I mapped the old wells."),
        ("Developed a ferry timetable as part of an eight-person crew; used by 12 ports.", "In an eight-person crew, I developed a ferry timetable."),
        ("Group of 4: wrote a compiler for a small language.", "In a group of 4, I wrote a compiler for a small language."),
    ],
)  # fmt: skip
def test_a_team_named_beside_the_deed_is_told_with_it(
    line: str, first: str, speaker: Speaker
) -> None:
    speech = speaker.say(line)
    assert speech.sentences[0].text == first
    assert speech.collaborators
    assert not any("team of" in s.text for s in speech.sentences[1:])


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("With two cooks, wrote the menu for 40 weeks", ("two cooks",)),
        ("Designed a bus shelter with two classmates", ("two classmates",)),
        ("My team and I restored the organ", ("My team",)),
        ("Paired with a senior weaver to mend the loom", ("a senior weaver",)),
        ("Worked with two suppliers on the valves", ("two suppliers",)),
        ("Led a team of 6 to roll out scanners", ()),
        ("Managed 4 engineers and a team of 3 testers", ()),
        ("Built a loom with 12 shafts", ()),
    ],
)
def test_with_whom_it_was_done(line: str, others: tuple[str, ...]) -> None:
    assert collaborators(line) == others


def test_who_leads_a_team_has_it_as_a_deed() -> None:
    line = "Headed the night desk (team of 7); complaints fell by half"
    assert team_apart(line) == ("", line)
