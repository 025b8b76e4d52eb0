"""What a person says of a thing that a line names without a verb.

"Prompt caching" -> "I worked on prompt caching"; "Code reviews" -> "My work included code reviews";
"Invited talk, Oxford" -> "I gave an invited talk". Nothing more is claimed than that there was work
on it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import ARTICLES_AND_COUNTS, PREPOSITIONS

DUTY = "My work included "
WORK = "I worked on "
TOOLS = "I worked with "
PLACE = "It was "
"""Said of the employer a line describes: "Network appliances startup, acquired in 2016"."""
_EMPLOYERS = frozenset(
    ["company", "consultancy", "startup", "start-up", "scale-up", "scaleup", "agency", "firm", "institute", "charity",
     "manufacturer", "retailer", "insurer", "nonprofit", "non-profit", "ngo", "subsidiary", "spin-off", "bureau",
     "wholesaler", "supplier", "provider", "operator", "publisher", "employer"]
)  # fmt: skip
_TALK = re.compile(
    r"(?:(?:an? |the |my |\d+ |two |three |four |five |several )?(?:[a-z-]+ ){0,2}?)"
    r"(?:talks?|lectures?|keynotes?|presentations?|seminars?|webinars?)(?= (?:at|in|on|for|to|about)\b|,|$)"
)
_AT_ONE_S_SIDE = re.compile(
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w-]+ ){1,3}"
    r"(?:under my (?:wing|guidance|supervision)|in my (?:care|team|charge)|reporting to me)\b"
)
_OFTEN = re.compile(
    r"\b(?:weekly|fortnightly|monthly|quarterly|yearly|annual)\b|"
    r"\b(?:every|each|once an?|twice an?|\w+ times an?) (?:\w+ )?(?:day|week|month|quarter|term|season|year|shift|night)\b"
)
_INSTEAD = re.compile(r"\S (?:instead of|in place of|rather than|not) \S")
_MOVE = re.compile(
    r"(?!contribution|commitment|dedication|answer|key|door|head)[\w/ +-]{2,30} to \S+$"
)
_FIGURE_AFTER = re.compile(r", (?=(?:about |over |around |up to )?[~<>]?[$€£]?\d)")
_MADE = re.compile(
    r"(?:I (?:worked (?:on|with)|had|gave|built|wrote|designed|established|created|developed|introduced|made|set up|launched|"
    r"drafted|defined|build|write|design|make|maintain|run|keep|develop)|My work included|That included) "
)
_WHAT_STOOD_BEFORE = re.compile(
    r",? (?:was|were|previously|formerly|before:?) (?:about )?[$€£~]?\d"
)


def opening_of(said: str, duties: Collection[str]) -> str:
    """The words before a bare thing; "" where it can only be quoted."""
    first = said.split(", ")[0]
    if _INSTEAD.search(first) or _MOVE.match(first) or _WHAT_STOOD_BEFORE.search(said):
        return ""  # "nagios replaced" by whom is not said, nor what was moved
    if _AT_ONE_S_SIDE.match(said):
        return "I had "
    if _TALK.match(said):
        return "I gave "
    if re.match(r"contributions? (?:to|on)\b", said):
        return "I made "
    words = _noun_of(first)
    if words and words[-1] in _EMPLOYERS:
        return PLACE
    listed = said.count(",") >= 2 and not re.search(r"\d", said)
    last = words[-1] if words else ""
    if listed or _OFTEN.search(first) or last in duties or last.removesuffix("s") in duties:
        return DUTY
    return TOOLS if _only_names(first) else WORK


def is_move(text: str) -> bool:
    """ "Bare metal to AWS": from one thing to another, and no thing by itself."""
    return _MOVE.match(text[:1].lower() + text[1:]) is not None


def _only_names(text: str) -> bool:
    """ "Kafka", "Terraform and Argo CD": names alone, with nothing said about them."""
    parts = re.split(r" and |, |/", text)
    return all(0 < len(p.split()) <= 3 and all(w[:1].isupper() for w in p.split()) for p in parts)


def subject_of(sentence: str) -> str:
    """How one goes on about the thing of a sentence: "They were" or "It was"."""
    made = _MADE.match(sentence)
    if made is None:
        return "It was"
    rest = sentence[made.end() :]
    words = _noun_of(rest.split(", ")[0])
    last = words[-1] if words else ""
    plural = "and" in words or (
        last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "ings"))
    )
    return "They were" if plural else "It was"


def _noun_of(text: str) -> list[str]:
    """The words of the thing itself, up to what is said about it."""
    out: list[str] = []
    for token in tokens(text):
        low = token.low
        if low in PREPOSITIONS | {"that", "which", "who", "when", "how"}:
            break
        if low not in ARTICLES_AND_COUNTS:
            out.append(low)
    return out


def with_size(sentence: str) -> str:
    """ "a helpdesk, 900 users" -> "a helpdesk: 900 users"; other commas stay."""
    found = _FIGURE_AFTER.search(sentence)
    if found is None or found.start() != sentence.find(", ") or ":" in sentence:
        return sentence
    return f"{sentence[: found.start()]}: {sentence[found.end() :]}"
