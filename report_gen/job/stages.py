"""Where a posting tells how it decides: lists and paragraphs that name the stages of its interviews,
under whatever heading they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_gen.job.sections import Placed
from report_gen.job.sentences import split_sentences
from report_gen.job.words import JobWords, fold

_N = r"(?:\d+(?:[.,]5)?|an?|one|two|three|four|five|six|seven|eight|half an?)"
LENGTH = re.compile(
    rf"(?<![\w$€£])(?:(?P<a>\d+(?:[.,]\d+)?|an?(?= (?:[\w-]+ ){{0,2}}?(?:hour|day|week|afternoon|morning)\b)|one|two|three"
    rf"|four|five|six|seven|eight|ten|half an?|half)(?:\s?(?:-|–|to|or)\s?(?P<b>\d+|{_N}))?[\s-]?"
    r"(?:(?!half)[\w-]+[\s-](?=(?:hour|day)\b))?"
    r"(?P<unit>min(?:ute)?s?|hours?|hrs?|h|days?|afternoons?|mornings?)(?![\w])\.?)",
    re.IGNORECASE,
)
"""How long a stage takes, in figures or words: "30 min", "about three hours", "half a day"."""
_SURE = re.compile(
    r"\b(?:interviews?|phone[- ]?(?:call|screen)|(?:intro(?:ductory)?|recruiter|screening|video|first|short|initial|zoom) (?:call|chat)"
    r"|on the phone|screening|take[- ]home|home (?:task|assignment|exercise)|case stud(?:y|ies)|written (?:case|exercise|task|test)"
    r"|trial (?:day|shift|week)|pair(?:ing|[- ]programming)|live coding|coding (?:test|challenge|exercise|session)|work sample"
    r"|(?:technical|practical) (?:test|exercise|task|session|discussion)|reference (?:check|call)s?|system[- ]design|architecture (?:discussion|session)"
    r"|assessment (?:day|cent(?:re|er))|hiring manager|talent team|psychometric test|probetag|kennenlern\w*|vorstellungsgespräch\w*|telefoninterview)\b",
    re.IGNORECASE,
)
"""Names that stages of interviews have, and hardly anything else a posting tells of."""
STAGE = re.compile(
    r"\b(?:interviews?|calls?|conversations?|chats?|talks?|sessions?|exercises?|tasks?|challenges?|assignments?|homework|"
    r"tests?|assessments?|presentations?|case(?: stud(?:y|ies))?|lunch|coffee|dinner|loop|trial (?:day|shift|week)s?|visits?|screen(?:ing)?s?|"
    r"deep[- ]dives?|meetings?|panels?|pair(?:ing|[- ]programming)|take[- ]home|on-?site|discussions?|seminars?|work samples?|"
    r"questionnaires?|reference checks?|references|referees|tour|meet|rounds?|on the phone|written case|live coding|coding (?:test|session|interview)|code review|system[- ]design|afternoon|morning|discuss(?:es|ion)?|data ?sets?|walk us through|gespräche?\w*|probetag)\b",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    r"^(?:(?:and |so )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|next|then|after (?:that|this|the|it|an?|your|our)|(?:our|the) (?:interview |hiring )?process|afterwards|finally|last(?:ly)?"
    r"|at the end|if (?:that|it|this|we|you|both|all)|once|we(?:['’]d| would| will|['’]ll)? (?:start|begin)|it (?:starts|begins)|you(?:['’]d| would| will|['’]ll)? (?:start|begin))\b"
    r"|the (?:first|second|third|fourth|next|last|final)\b)",
    re.IGNORECASE,
)
"""How sentences begin that tell one stage after another."""
_HEAD_WORDS, _MOST_WORDS, _SHORT = 9, 34, 14
_FEWEST_LINES, _FEWEST_SENTENCES = 3, 2
_ASKED = ("duties", "must", "nice")


def names_stage(text: str) -> bool:
    """Whether a line of a list names a stage within its first words."""
    words = text.split()
    return len(words) <= _MOST_WORDS and bool(STAGE.search(" ".join(words[:_HEAD_WORDS])))


def is_short_stage(text: str) -> bool:
    """Whether a line is hardly more than the name of a stage."""
    return len(text.split()) <= _SHORT and names_stage(text)


def mark_stages(placed: Sequence[Placed]) -> list[Placed]:
    """The items with the stages of the interviews in a section of their own, "process": lines
    under a heading nobody knows that name stages and their lengths, and paragraphs that tell them."""
    out = list(placed)
    for start, end in _lists(placed):
        run = placed[start:end]
        named = [names_stage(p.text) for p in run]
        long = sum(n and LENGTH.search(p.text) is not None for n, p in zip(named, run, strict=True))
        sure = sum(_SURE.search(p.text) is not None for p in run)
        if sum(named) >= max(_FEWEST_LINES, 2 * len(run) / 3) and (2 * long >= len(run) or 2 * sure >= len(run)):  # fmt: skip
            out[start:end] = [replace(p, section="process", entry=False, sole=False) for p in run]
    return [replace(p, section="process", sole=False) if _tells_stages(p) else p for p in out]


def _lists(placed: Sequence[Placed]) -> list[tuple[int, int]]:
    """The runs of lines of a list under one heading that no section of asks is sure of."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    unsure = True
    for n, item in enumerate(placed):
        inside = item.entry and not item.heading and (unsure or item.section not in _ASKED)
        if item.heading:
            unsure = item.unsure or item.section not in _ASKED
        if inside and start is None:
            start = n
        elif not inside and start is not None:
            runs.append((start, n))
            start = None
    return [*runs, (start, len(placed))] if start is not None else runs


def _tells_stages(item: Placed) -> bool:
    """Whether a paragraph tells the stages one after another, with a name only these have."""
    if item.heading or item.marked or item.why or item.section == "process":
        return False
    sentences = split_sentences(item.text)
    if len(sentences) < _FEWEST_SENTENCES or not _SURE.search(item.text):
        return False
    told = [s for s in sentences if STAGE.search(s)]
    in_turn = [s for s in told if _IN_TURN.match(s)]
    return len(in_turn) >= _FEWEST_SENTENCES and 2 * len(told) >= len(sentences)


def own_reason(text: str, why: str, words: JobWords) -> str:
    """A legal or pay sentence in another section is called by its own name; a stage of the
    interviews stays one, whatever it is about ("Reference check with two people")."""
    if why == "metadata":
        return why
    folded = fold(text)
    strong = next((name for name, matcher in words.strong if matcher.search(folded)), "")
    if why == "process" and (is_short_stage(text) or (STAGE.search(text) and strong != "legal")):
        return why
    return strong or why
