"""What a line says already, so that nothing asks for it again."""

from __future__ import annotations

import re

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
