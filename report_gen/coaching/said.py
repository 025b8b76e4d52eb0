"""What a line says already, so that nothing asks for it again."""

from __future__ import annotations

import re

from report_gen.coaching.leaning import points_back

_MEASURED = re.compile(
    r"\bA/B|\btests?\b|\btested\b|\bsurvey|\baudit|\bmeasured\b|\bbenchmark|\bbacktest|\bparallel run|\bcompared\b|"
    r"\bversus\b|\bvs\b|\bheld[- ]out\b|\btest split\b|\bcounted\b|\bin a (?:trial|pilot|study)|\bcontrol group|"
    r"\bdiff-in-diff|\bagainst a baseline|\bpanel of|\brat(?:ed|ings) by|\baccording to|\bgraded by|\bread out from|"
    r"\brandomi[sz]ed\b|\bblind (?:comparison|test|trial|rating)|\bholdout\b|\bout[- ]of[- ](?:sample|time)\b|"
    r"\bon (?:the )?(?:following|next|previous|last|unseen|later) (?:year|season|month|quarter|week)|\bagainst (?:the )?(?:year|season|month|quarter) before\b|"
    r"\bover (?:the same|\d+|two|three|six|twelve) (?:\w+ )?(?:weeks|months|quarters|years)",
    re.I,
)
_OWN = re.compile(
    r"\bI\b(?!/)|\bmyself\b|\balone\b|\bsingle-?handed(?:ly)?\b|\bsole\b|\bsolo\b|\b(?:by|on) my own\b|\bmy own idea\b|"
    r"\bmy part\b|\bpersonally\b|\bfrom scratch by me\b"
)


def says_how_measured(text: str) -> bool:
    """Whether the line tells how its figure was found: by a test, an audit, on held-out data."""
    return _MEASURED.search(text) is not None


def says_own_part(text: str) -> bool:
    """Whether the line tells what was the candidate's own: "I wrote ...", "alone", "my part"."""
    return _OWN.search(text) is not None


_IN_USE = re.compile(
    r"\b(?:used|read|followed|adopted|opened|run|kept|taken up|relied on)(?: (?:daily|weekly|now|today|every \w+|since))? by\b|"
    r"\bstill (?:used|in use|read)\b|\b(?:uses?|reads?|follows?) (?:it|them) (?:every|each|daily|weekly|today|now)\b|"
    r"\bis (?:now )?the (?:standard|default)\b",
    re.I,
)
_GAIN = re.compile(
    r"\bat (?:about |around |roughly |under |less than )?(?:a |an )?(?:quarter|third|half|tenth|fifth|\d+ ?%) (?:of )?(?:the|its|our) "
    r"(?:cost|price|time|size|effort|former)|\bwithout (?:any |a )?(?:downtime|loss\b|data loss|incident|injur\w+|accident)",
    re.I,
)
_GOES_ON = r"(?:the|this|that|these|those|its|their|our)\s+(?:[\w-]+\s+){{0,2}}{head}(?:['’]s|s)?\b"


def says_use(text: str) -> bool:
    """Whether the line says who uses what was made."""
    return _IN_USE.search(text) is not None


def says_gain(text: str) -> bool:
    """Whether the line says what was won in a turn of its own: "at a quarter of the cost"."""
    return _GAIN.search(text) is not None


def goes_on(topic: str, following: str) -> bool:
    """Whether the next line goes on with this line's thing: "The model's list is used by ..." after
    a line about a risk model; what came of it is told there."""
    if points_back(following):
        return True
    words = re.split(r"\s(?:of|for|in|on|with|to|from)\s", topic)[0].split()
    if not words or len(words[-1]) < 4 or words[-1].lower() not in following.lower():
        return False
    return re.match(_GOES_ON.format(head=re.escape(words[-1])), following, re.I) is not None
