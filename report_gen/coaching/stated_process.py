"""What the posting itself says about its interviews, and which usual rounds that rules out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_gen.coaching.case import Case
from report_gen.taxonomy.interview import RoleRound

ALGORITHM_ROUNDS = frozenset({"online_assessment", "coding", "ml_coding"})
HOME_ROUNDS = frozenset({"take_home_presentation", "written_exercise"})
UNLIKELY = 0.15
"""Share of its usual weight that a round keeps which the posting speaks against."""
INSIDE = "inside others"
_ABOUT = re.compile(
    r"\b(?:take.?home|white.?board\w*|leet.?code|hackerrank|interview\w*|conversations?|"
    r"phone (?:screen|call)|screening call|on.?site (?:day|round|loop|visit)|trial day|"
    r"pair(?:ing|ed)? (?:session|programming)|(?:online|coding) (?:test|challenge|assessment)|"
    r"(?:stages?|rounds?) (?:of|in) (?:the|our) (?:process|interview\w*)|hiring process|"
    r"recruit\w+ process|case study)\b",
    re.IGNORECASE,
)
_NO = r"\b(?:no|not|never|without|don'?t|do not|won'?t|will not|skip|instead of|avoid)\b"
_NO_PUZZLES = re.compile(
    _NO + r"[^.;]{0,40}\b(?:white.?board\w*|leet.?code|algorithm\w*|puzzles?|brain.?teasers?|"
    r"hackerrank|coding (?:tests?|challenges?|rounds?|interviews?)|live coding|trivia)",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\btake.?home\b|\b(?:home|homework) (?:task|assignment|exercise)|\bpaid trial\b", re.IGNORECASE
)
_NO_HOME = re.compile(_NO + r"[^.;]{0,30}\b(?:take.?home|home\s?work)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedProcess:
    """``lines``: the posting's sentences about its interviews, in its own words."""

    lines: tuple[str, ...] = ()
    no_puzzles: bool = False
    take_home: bool = False
    no_take_home: bool = False


def stated_process(case: Case) -> StatedProcess:
    """Read from the lines set aside as "process" and, where a requirement line names the
    interviews themselves, from that line."""
    return case.once(_stated)


def _stated(case: Case) -> StatedProcess:
    found: list[str] = []
    for item in case.job.ignored:
        if item.why == "process":
            found += [s for s in _SENTENCES.split(item.text.strip()) if _ABOUT.search(s)]
    for r in case.job.requirements:
        if _HOME.search(r.text) or _NO_PUZZLES.search(r.text):
            found.append(r.text.strip())
    lines = tuple(dict.fromkeys(found))
    told = " ".join(lines)
    no_home = bool(_NO_HOME.search(told))
    return StatedProcess(
        lines=lines,
        no_puzzles=bool(_NO_PUZZLES.search(told)),
        take_home=bool(_HOME.search(told)) and not no_home,
        no_take_home=no_home,
    )


def ruled_out(r: RoleRound, stated: StatedProcess) -> bool:
    """Whether the posting speaks against a round that is usual elsewhere."""
    return (stated.no_puzzles and r.id in ALGORITHM_ROUNDS) or (
        stated.no_take_home and r.id in HOME_ROUNDS
    )


def with_stated(rounds: tuple[RoleRound, ...], stated: StatedProcess) -> tuple[RoleRound, ...]:
    """Without the rounds that are only asked inside others. Of the algorithm rounds a posting
    speaks against one is kept, as unlikely, where there is no other way to see code: an
    interviewer may still ask for some. A take-home it names joins the rounds."""
    kept = []
    for r in rounds:
        if r.minutes == INSIDE:
            continue
        if ruled_out(r, stated):
            if r.id != "coding" or stated.take_home:
                continue
            r = r.model_copy(update={"count": "0-1", "note": _against(stated)})
        elif r.id in HOME_ROUNDS and stated.take_home:
            r = r.model_copy(update={"count": "1", "note": _named(stated)})
        elif r.id == "technical_screen" and stated.no_puzzles:
            r = r.model_copy(
                update={
                    "note": "No algorithm puzzles according to the posting: expect a talk about "
                    "your work and, if code at all, practical code"
                }
            )
        kept.append(r)
    if stated.take_home and not any(r.id in HOME_ROUNDS for r in kept) and kept:
        kept.insert(_after_screens(kept), _take_home(rounds, stated))
    return tuple(kept)


def _take_home(rounds: tuple[RoleRound, ...], stated: StatedProcess) -> RoleRound:
    """What a take-home task tests: the craft of the role, so the first dimension of its heaviest
    rounds, coding first."""
    tests = ["coding"]
    for r in rounds:
        tests += [t for t in r.tests[:1] if t not in tests and t != "behavioral_leadership"]
    return RoleRound(
        id="take_home_presentation", count="1", minutes="as stated in the posting",
        tests=tuple(tests[:4]), note=_named(stated),
    )  # fmt: skip


def _after_screens(rounds: list[RoleRound]) -> int:
    screens = [n for n, r in enumerate(rounds) if r.id.endswith(("_screen", "_assessment"))]
    return screens[-1] + 1 if screens else 0


def _named(stated: StatedProcess) -> str:
    line = next(s for s in stated.lines if _HOME.search(s))
    return f'The posting says: "{line}"'


def _against(stated: StatedProcess) -> str:
    line = next(s for s in stated.lines if _NO_PUZZLES.search(s))
    return f'Unlikely here. The posting says: "{line}"'
