"""The steps of its process that a posting names, in its own words and order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report_gen.coaching.case import Case, has_any
from report_gen.coaching.step_texts import StepText, in_turn, is_none, length_of, pieces, step_text
from report_gen.job.models import Ignored
from report_gen.job.sentences import split_sentences
from report_gen.job.stages import LENGTH, STAGE
from report_gen.taxonomy.employers import StepKind

LEAST = 2
"""From so many steps on a posting states a process; one alone is a remark on it."""
SHORT = 30
"""Minutes up to which a talk is a short one."""
_WIDEST_GAP = 3
"""Lines between two steps of one list."""
_NAMED = re.compile(r"\b(?:with|w/|by|meet)\s+(?P<name>[A-Z][\w'’-]+)\b(?!\s+(?:[Ff]rom|[Oo]f)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """``name``: the posting's words; ``minutes`` as it gives them, or ""; ``said``: the line;
    ``piece``: the part of the line that is about this step."""

    kind: StepKind
    name: str
    minutes: str
    said: str
    piece: str


def stated_steps(case: Case) -> tuple[Step, ...]:
    """The steps in their order; () where the posting names fewer than two."""
    return case.once(_steps)


def _steps(case: Case) -> tuple[Step, ...]:
    kinds = tuple(case.taxonomy.steps.values())
    runs = [_read(run, kinds, case) for run in _runs(case)]
    best = max(runs, key=len, default=())
    return best if len(best) >= LEAST else ()


def _runs(case: Case) -> list[list[Ignored]]:
    """The lines about the process, in passages that stand together."""
    runs: list[list[Ignored]] = []
    for item in case.job.ignored:
        if item.why != "process":
            continue
        if runs and 0 <= item.line - runs[-1][-1].line <= _WIDEST_GAP:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _read(run: list[Ignored], kinds: tuple[StepKind, ...], case: Case) -> tuple[Step, ...]:
    """The steps of one passage. Of sentences only those count that tell of the talks in turn, where
    some do; of a sentence that lists them all, its members."""
    texts: list[tuple[str, str]] = []
    told = [s for item in run for s in split_sentences(item.text)]
    for n, said in enumerate(told, 1):
        opens = said.rstrip().endswith(":") and n < len(told)
        timed = _gives_time(said)
        named = _may_name(said) and (timed or not is_none(said))
        parts = pieces(said) if named and not opens else []
        goes_on = any(in_turn(later) for later in (said, *told[n:]))
        if len(parts) > LEAST and len(texts) < len(parts) and not goes_on:
            return _steps_of([(p, said) for p in parts], kinds, case)
        texts += [(p, said) for p in parts]
    counted = any(in_turn(text) for text, _ in texts)
    return _steps_of([t for t in texts if not (counted and _COUNTS.match(t[0]))], kinds, case)


def _may_name(said: str) -> bool:
    return any(p.search(said) for p in (STAGE, LENGTH)) or in_turn(said)


_COUNTS = re.compile(
    r"^(?:[\w-]+ )?(?:two|three|four|five|six|\d)\b[^.]{0,30}?\b(?:conversations|interviews|stages|steps|rounds|talks|calls|meetings)\b",
    re.IGNORECASE,
)
"""A sentence that says how many there are, before each is told."""


_GIVES_TIME = re.compile(
    r"\b(?:spend|takes?|no more than|at most|up to|limited to|allow|budget|you(?:['’]ll| will)? have)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"^(?:we|i|our|everyone|everybody|(?:the )?(?:whole|entire|everything|all)|in total|overall|(?:the )?process)\b",
    re.IGNORECASE,
)


def _gives_time(said: str) -> bool:
    """Whether a sentence behind a step says how long that may take ("Please spend no more than four
    hours"), and not how long all of it or an answer takes."""
    timed = _GIVES_TIME.search(said) is not None and LENGTH.search(said) is not None
    return timed and _OF_ALL.match(said.strip()) is None


def _steps_of(
    texts: list[tuple[str, str]], kinds: tuple[StepKind, ...], case: Case
) -> tuple[Step, ...]:
    steps: list[Step] = []
    for piece, said in texts:
        found = step_text(piece, said)
        kind = _kind_of(found, steps, kinds, case) if found is not None else None
        if found is None or kind is None:
            if steps and not steps[-1].minutes and _gives_time(piece):
                steps[-1] = replace(steps[-1], minutes=length_of(piece))
            continue
        steps.append(
            Step(
                kind=kind, name=found.name, minutes=found.minutes, said=found.said, piece=piece.strip()
            )
        )  # fmt: skip
    return tuple(steps)


def _kind_of(
    found: StepText, before: list[Step], kinds: tuple[StepKind, ...], case: Case
) -> StepKind | None:
    """By the name where it says the form; where it is a word any talk has, by who sits there; else
    by all that is said of the step."""
    seen = {s.kind.id for s in before}
    name, text = found.name.lower(), f"{found.text} {_who(found.text, case)}".lower()
    usable = [k for k in kinds if (not k.after or seen & set(k.after)) and not has_any(text, k.unless)]  # fmt: skip
    matching = [k for k in usable if has_any(name, k.cues)]
    named = next((k for k in matching if not k.plain), None) or next(iter(matching), None)
    if named is not None and not (named.plain or named.first):
        return named
    told = next((k for k in usable if not (k.plain or k.first) and has_any(text, k.cues)), None)
    if told is not None and not told.open and (named is None or named.plain):
        return told
    head = text.split(":")[0]
    sits = next((k for k in usable if has_any(head, k.who)), None)
    if sits is not None:
        return sits
    first = next((k for k in usable if k.first), None)
    if first is not None and not before and (named is first or _is_short(found) or has_any(text, first.cues)):  # fmt: skip
        return first
    return told or (
        named
        if named is None or not named.first
        else next((k for k in reversed(usable) if k.plain), None)
    )


def _is_short(found: StepText) -> bool:
    """Whether it is hardly longer than a call to get to know each other."""
    last = found.minutes.split("-")[-1]
    return last.isdigit() and int(last) <= SHORT


def _who(text: str, case: Case) -> str:
    """What the posting says elsewhere of somebody a step only names ("chat with Dana": "Dana (CEO)")."""
    found = _NAMED.search(text)
    if found is None:
        return ""
    name = re.escape(found["name"])
    said = re.compile(
        rf"\b{name}(?:\s\((?P<a>[^()]{{2,40}})\)|,\s(?:our|the|my)\s(?P<b>[^,.;]{{2,40}}))"
    )
    match = said.search(case.once(_whole))
    return (match["a"] or match["b"] or "") if match else ""


def _whole(case: Case) -> str:
    return " ".join([*(i.text for i in case.job.ignored), *(r.text for r in case.job.requirements)])
