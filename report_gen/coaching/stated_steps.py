"""The steps of its process that a posting names, in its own words and order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_gen.coaching.case import Case, has_any
from report_gen.job.models import Ignored
from report_gen.taxonomy.employers import StepKind

LEAST = 2
"""From so many steps on a posting states a process; one alone is a remark on it."""
_MOST_WORDS, _HEAD_WORDS = 34, 9
_STEP = (
    r"\b(?:interviews?|calls?|conversations?|chats?|talks?|sessions?|exercises?|tasks?|challenges?|assignments?|"
    r"tests?|assessments?|presentations?|case(?: stud(?:y|ies))?|lunch|coffee|trial days?|visits?|screen(?:ing)?s?|"
    r"deep[- ]dives?|meetings?|panels?|pairing|take[- ]home|on-?site|discussions?|seminars?)\b"
)
_NAMES_STEP = re.compile(_STEP, re.IGNORECASE)
_LETTER = re.compile(
    r"^(?:we|you|if|please|send|after|our|for|when|once|no|what|as|during|in)\b|\b(?:applications?|cover letter|cv|resume)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is no item of a list of steps."""
_CONSISTS = re.compile(
    r"\b(?:process|interviews?|selection|stages?|rounds?|steps?)\b[^.:]{0,60}?"
    r"(?:\bconsists? of|\bincludes?|\bcomprises?|\binvolves?|\blooks like this|\bis|\bare|\bhas|:)\s*(?P<list>[^.]+)",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"^(?P<list>(?:an?|one|two)\b[^.]+?)\s(?:are|is|will be|take place|follow)\b", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\s*(?:;|→|->|,? \bthen\b|,? followed by\b|\(?\b\d\)|,? (?:and )?finally\b|"
    r",? \band (?=(?:an?|the|one|two|three|your|final|last)\b)|,(?= ))\s*",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?P<a>\d+)(?:\s?(?:-|–|to)\s?(?P<b>\d+))?[\s-]?(?P<unit>min\w*|hours?|hrs?|h)\b",
    re.IGNORECASE,
)
_LENGTH_WORDS = re.compile(
    r"\s*[(,]?\s*(?:of|for|about|approx\.?|ca\.?|around)?\s*" + _LENGTH.pattern.replace("?P<a>", "?:").replace("?P<b>", "?:").replace("?P<unit>", "?:")
    + r"\s*\)?",
    re.IGNORECASE,
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:an?|the|one|your|and|first,?|next,?)\s+(?=\w)", re.IGNORECASE)
_REST = re.compile(r"\s*(?::|\s[-–—]\s|\(|,).*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """``name``: the posting's words; ``minutes`` as it gives them, or ""; ``said``: the line."""

    kind: StepKind
    name: str
    minutes: str
    said: str


def stated_steps(case: Case) -> tuple[Step, ...]:
    """The steps in their order; () where the posting names fewer than two."""
    return case.once(_steps)


def _steps(case: Case) -> tuple[Step, ...]:
    kinds = tuple(case.taxonomy.steps.values())
    process = [i for i in case.job.ignored if i.why == "process"]
    found = _of_list(process, kinds)
    for item in process:
        if len(found) >= LEAST:
            break
        found = _of_sentence(item.text, kinds)
    return found if len(found) >= LEAST else ()


def _of_list(process: list[Ignored], kinds: tuple[StepKind, ...]) -> tuple[Step, ...]:
    """Lines below one another that each name a step; the first such run."""
    alone = [i for i in process if sum(o.line == i.line for o in process) == 1]
    run: list[Step] = []
    last = -9
    for item in alone:
        step = _as_step(item.text, item.text, kinds) if _is_item(item.text) else None
        if step is None or item.line - last > 2:
            if len(run) >= LEAST:
                break
            run = []
        if step is not None:
            run.append(step)
            last = item.line
    return tuple(run) if len(run) >= LEAST else ()


def _is_item(text: str) -> bool:
    words = text.split()
    head = " ".join(words[:_HEAD_WORDS])
    return len(words) <= _MOST_WORDS and bool(_NAMES_STEP.search(head)) and not _LETTER.search(text)


def _of_sentence(text: str, kinds: tuple[StepKind, ...]) -> tuple[Step, ...]:
    for form in (_CONSISTS, _PLANNED):
        found = form.search(text)
        parts = [p for p in _BETWEEN.split(found["list"]) if p.strip()] if found else []
        if len(parts) >= LEAST and all(_NAMES_STEP.search(p) for p in parts):
            steps = [_as_step(p, text, kinds) for p in parts]
            return tuple(s for s in steps if s is not None)
    return ()


def _as_step(text: str, said: str, kinds: tuple[StepKind, ...]) -> Step | None:
    length = _LENGTH.search(text)
    minutes = ""
    if length is not None:
        amount = length["a"] + (f"-{length['b']}" if length["b"] else "")
        one = amount == "1"
        minutes = amount if length["unit"].lower().startswith("min") else f"{amount} hour{'' if one else 's'}"  # fmt: skip
    name = _ARTICLE.sub("", _REST.sub("", _LENGTH_WORDS.sub(" ", text.strip())).strip(" .,;"))
    name = " ".join(name.split())
    kind = next((k for k in kinds if has_any(name.lower(), k.cues)), None)
    if kind is None or not name:
        return None
    return Step(kind=kind, name=name[:1].upper() + name[1:], minutes=minutes, said=said.strip())
