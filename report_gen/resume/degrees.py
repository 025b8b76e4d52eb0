"""The level of each entry of an education section, by the names of degrees in many countries."""

from __future__ import annotations

import re
from datetime import date

from report_gen.resume.models import Education
from report_gen.resume.words import ResumeWords

UNSAID = "unsaid"
"""A degree by its name or its school, of a level its words don't say (a diploma, "studies in")."""
_LEVELS = ("phd", "master", "postgraduate", "bachelor", "associate", "vocational", "school")
_PLAIN = re.compile(r"\bdegree\b|\bgraduat(?:e|ed|ion)\b|\bhbo\b|\bwo\b", re.I)
_SCHOOL = re.compile(
    r"\bhigh school\b|\bgymnasium\b|\blyc[ée]e\b|\bliceo\b|\bsecondary\b|\bgrammar school\b", re.I
)


def held_level(entry: Education, words: ResumeWords) -> str:
    """The highest level that an entry names (phd .. school), "unsaid", or "" for no degree."""
    levels = words.degrees_in(entry.study_type)
    if not levels & {*_LEVELS, UNSAID}:
        levels = levels | words.degrees_in(entry.area)
    beside = "" if entry.study_type or entry.area else _beside_school(entry.institution, words)
    levels = levels | words.degrees_in(beside)
    named = next((level for level in _LEVELS if level in levels), "")
    if named:
        return named
    said = f"{entry.study_type} {entry.area} {beside}"
    if _PLAIN.search(said):
        return "bachelor"
    if UNSAID in levels:
        return UNSAID
    schooled = words.institution_score(entry.institution) > 0.8
    if "other" in levels or _SCHOOL.search(entry.institution) or not schooled:
        return ""
    return UNSAID


_RUNS = re.compile(r"\b(?:candidate|in progress|expected|ongoing|pursuing|current(?:ly)?)\b", re.I)


def is_running(entry: Education, today: date) -> bool:
    """Whether a degree is not held yet: it ends after today, or has no end and says so itself."""
    if entry.end_date[:4].isdigit():
        now = today.strftime("%Y-%m")
        return entry.end_date[:7] > now[: len(entry.end_date[:7])]
    return _RUNS.search(f"{entry.study_type} {entry.area}") is not None


def _beside_school(institution: str, words: ResumeWords) -> str:
    """What stands before the name of a school in its place ("HBO-ICT, Saxion University")."""
    first, comma, rest = institution.partition(",")
    return first if comma and words.institution_score(rest) > 0.8 else ""
