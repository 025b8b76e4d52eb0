"""What a project is called: "Team project (4 people)" is no name, and no project of one's own."""

from __future__ import annotations

import re

from report_gen.matching.models import LineReading

LONGEST = 6
_KINDS: tuple[tuple[str, str], ...] = (
    (r"(?:team|group) (?:project|work|assignment)", "a team project"),
    (r"(?:course|class|school|university|student|semester|term|seminar|module|uni) (?:project|work|assignment)|coursework", "a project of my course"),
    (r"(?:final|capstone|graduation|diploma)(?: year)? project|capstone", "my final project"),
    (r"dissertation", "my dissertation"),
    (r"(?:(?:bachelor|master|phd|doctoral)(?:['’]?s)? )?thesis", "my thesis"),
    (r"hackathons?", "a hackathon"),
    (r"(?:kaggle|data science)(?: competitions?)?", "a competition"),
    (r"(?:student )?(?:society|club|association)", "a student society"),
    (r"(?:personal|side|own|private|hobby|pet) (?:project|work)|(?:own time|spare time)", "a project of my own"),
    (r"(?:selected |other |recent |key )?projects?", ""),
)  # fmt: skip
_SHARED = re.compile(
    r"\bteam\b|\bgroup\b|\bwith (?:an?|two|three|four|five|\d+) (?:[\w-]+ )?(?:friends?|colleagues?|others?|students?|"
    r"classmates?|people|developers?|engineers?|researchers?)\b|\bwe\b|\bour\b|\b(?:contribut\w+|fix(?:es)?|patch(?:es)?) (?:to|in)\b",
    re.I,
)
_STUDIED = re.compile(
    r"\bcourse\b|\bcoursework\b|\bclass\b|\bbootcamp\b|\buniversity\b|\bmodule\b|\bsemester\b|\bthesis\b|\bcapstone\b",
    re.I,
)


def project_of(line: LineReading) -> str:
    """The project's name for a line of a project, as a thing to talk about; "" for positions, and
    where the heading only says what kind of project it was."""
    if not line.owner.startswith("projects") or not 0 < len(line.title.split()) <= LONGEST:
        return ""
    return "" if kind_of(line.title) is not None else line.title


def kind_of(title: str) -> str | None:
    """What a heading that is no name says of a project: "a team project"; None for a name."""
    bare = re.sub(r"\s*\([^)]*\)|[:,]?\s*\b(?:19|20)\d\d\b.*$", "", title).strip(" :,-–—")
    return next((said for pattern, said in _KINDS if re.fullmatch(pattern, bare, re.I)), None)


def place_of(line: LineReading) -> str:
    """ "a project of my own" where nothing says otherwise, "a team project", "a project of my course"."""
    kind = kind_of(line.title)
    if kind:
        return kind
    told = f"{line.title} {line.text}"
    if _SHARED.search(told):
        return "a project"
    return "a project of my course" if _STUDIED.search(told) else "a project of my own"
