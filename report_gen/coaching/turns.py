"""The setback, the conflict or the change of plan that a line tells in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from report_gen.taxonomy.turn_entries import Turn


def turns_in(text: str, turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The kinds of turn that a text tells, the one that says most first."""
    found = [turn for turn in turns if _is_told(turn, text)]
    return tuple(sorted(found, key=lambda t: (-t.weight, t.id)))


@lru_cache(maxsize=4096)
def _is_told(turn: Turn, text: str) -> bool:
    return turn.is_told(text)


def shown_by(told: Iterable[Turn]) -> Mapping[str, float]:
    """The competencies that turns are told for, each with the most that one of them says for it."""
    out: dict[str, float] = {}
    for turn in told:
        for competency, weight in (
            (turn.competency, turn.weight),
            *((c, turn.weight / 2) for c in turn.also),
        ):
            out[competency] = max(out.get(competency, 0.0), weight)
    return out


_TOLD_AS = {"failure_and_learning": "setback", "ambiguity": "setback", "conflict": "talk"}


def told_as(told: Iterable[Turn], competency: str) -> str:
    """The kind of deed whose blanks fit the story of a turn told for a competency (what one had set
    out to do, what it cost); "" where the story is told for something else."""
    fits = any(t.competency == competency or competency in t.also for t in told)
    return _TOLD_AS.get(competency, "") if fits else ""


def asked_about(told: Iterable[Turn], competency: str) -> Sequence[str]:
    """What an interviewer asks for a competency whom a turn gives the answer."""
    mine = [q for turn in told if turn.competency == competency for q in turn.questions]
    beside = [q for turn in told if competency in turn.also for q in turn.questions]
    return tuple(dict.fromkeys((*mine, *beside)))
