"""What the posting itself says about its interviews, and which usual rounds that rules out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from report_gen.coaching.case import Case
from report_gen.job.sentences import split_sentences
from report_gen.taxonomy.interview import RoleRound

ALGORITHM_ROUNDS = frozenset({"online_assessment", "coding", "ml_coding"})
HOME_ROUNDS = frozenset({"take_home_presentation", "written_exercise"})
PRACTICAL_ROUND = "practical_coding"
BY_POSTING = ALGORITHM_ROUNDS | HOME_ROUNDS | {PRACTICAL_ROUND}
"""Rounds between which a posting's own words decide."""
UNLIKELY = 0.15
"""Share of its usual weight that a round keeps which the posting speaks against."""
INSIDE = "inside others"
_ABOUT = re.compile(
    r"\b(?:take.?home|white.?board\w*|leet.?code|hackerrank|interview\w*|conversations?|"
    r"phone (?:screen|call)|screening call|on.?site (?:day|round|loop|visit)|trial day|"
    r"pair(?:ing|ed)? (?:session|programming)|(?:online|coding) (?:test|challenge|assessment)|"
    r"(?:stages?|rounds?) (?:of|in) (?:the|our) (?:process|interview\w*)|hiring process|"
    r"recruit\w+ process|case study|interview panel|panel of|you(?:['’]ll| will) (?:meet|speak|talk|present))\b",
    re.IGNORECASE,
)
_NO = r"\b(?:no|not|never|without|don'?t|do not|won'?t|will not|skip|instead of|rather than|avoid|nor|hate)\b"
_NO_PUZZLES = re.compile(
    _NO + r"[^.;]{0,40}\b(?:white.?board\w*|leet.?code\w*|algorithm\w*|puzzles?|brain.?teasers?|"
    r"hackerrank|coding (?:tests?|challenges?|rounds?|interviews?|quiz\w*)|live coding|trivia|"
    r"quiz\w*|trick questions?|gotchas?)",
    re.IGNORECASE,
)
_NO_CODE = re.compile(
    r"\bdo (?:I|you|they) (?:need|have) to (?:code|program|write code)\?\s*no\b|"
    r"\bno (?:coding|programming|code) (?:is )?(?:needed|required|test|involved|in this role)\b|"
    r"\b(?:do not|don['’]t|won['’]t|will not) (?:need to|have to|expect you to|ask you to|be asked to)"
    r" (?:write code|code|program)\b|\bnot a coding role\b|\bwithout a coding (?:test|round)\b",
    re.IGNORECASE,
)
"""The posting says that nobody is asked to write code."""
_HOME = re.compile(
    r"\btake.?home\b|\b(?:home|homework) (?:task|assignment|exercise)|"
    r"\bpaid (?:trial|(?:small|short|sample) (?:trial|project))\b",
    re.IGNORECASE,
)
_NO_HOME = re.compile(_NO + r"[^.;]{0,30}\b(?:take.?home|home\s?work)", re.IGNORECASE)
_PRACTICAL = re.compile(
    r"\bpair(?:s|ing|ed)?\b[^.;]{0,40}\b(?:real|actual|tickets?|problems?|backlog|code ?base|code|bugs?|"
    r"features?|pull requests?|tasks?|sessions?|exercises?|interviews?)\b|\bpair(?:ing)?[- ]programming\b|"
    r"\b(?:work|working|solve|solving|build|fix|fixing|review|reviewing|debug|debugging)\b[^.;]{0,30}"
    r"\b(?:real|actual)\b[^.;]{0,20}"
    r"\b(?:tickets?|problems?|bugs?|tasks?|pull requests?|code|issues?|backlog|data)\b|"
    r"\bwork samples?\b|\bworking sessions?\b|"
    r"\bpractical (?:coding|tasks?|exercises?|sessions?|interviews?)\b|"
    r"\b(?:(?:code )?review|pull request|debugging) (?:exercise|session|round|interview)\b",
    re.IGNORECASE,
)
"""Code as it is written at work, with somebody, instead of a puzzle."""
_OURS = re.compile(
    r"\b(?:our|the) (?:(?:interview|hiring|recruit\w+|selection) )?process\b[^.]{0,80}"
    r"\b(?:calls?|chats?|talks?|interviews?|pair\w*|rounds?|stages?)\b|"
    r"\binterview (?:process|loop|stages?|rounds?)\b|"
    r"\bpair(?:ing)? (?:programming )?(?:session|interview)",
    re.IGNORECASE,
)
"""Words that are about the interviews wherever in a posting they stand."""
_BESIDE = re.compile(
    r"\b(?:disab\w+|referrals?|referred|survey|accommodations?|adjustments?|essential criteria)\b",
    re.IGNORECASE,
)
"""Words of sentences on who is invited, not on what is asked there."""
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedProcess:
    """``lines``: the posting's sentences about its interviews, in its own words."""

    lines: tuple[str, ...] = ()
    no_puzzles: bool = False
    take_home: bool = False
    no_take_home: bool = False
    practical: bool = False


def stated_process(case: Case) -> StatedProcess:
    """Read from the lines set aside as "process", from others where they are surely about the
    interviews, and from requirement lines that name these themselves."""
    return case.once(_stated)


def _stated(case: Case) -> StatedProcess:
    found: list[tuple[int, str]] = []
    for item in case.job.ignored:
        own = item.why == "process"
        for sentence in split_sentences(item.text) if item.why != "heading" else ():
            if _BESIDE.search(sentence) or (
                len(sentence.split()) <= _LEAST_WORDS and not _surely(sentence)
            ):
                continue
            if _surely(sentence) or (
                own and (_ABOUT.search(sentence) or _PRACTICAL.search(sentence))
            ):
                found.append((item.line, sentence))
    for r in case.job.requirements:
        if _HOME.search(r.text) or _NO_PUZZLES.search(r.text):
            found.append((r.line, r.text.strip()))
    lines = tuple(dict.fromkeys(line for _, line in sorted(found, key=lambda f: f[0])))
    no_home = _first(_NO_HOME, lines) != ""
    return StatedProcess(
        lines=lines,
        no_puzzles=_first(_NO_PUZZLES, lines) != "" or _NO_CODE.search(_whole(case)) is not None,
        take_home=_first(_HOME, lines) != "" and not no_home,
        no_take_home=no_home,
        practical=_first(_PRACTICAL, lines) != "",
    )


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> str:
    """The first line that says it; "" if none does."""
    return next((line for line in lines if pattern.search(line)), "")


def _whole(case: Case) -> str:
    """The posting as it can be read for a question and its answer on the next line."""
    job = case.job
    lines = [(i.line, 0, i.text) for i in job.ignored]
    lines += [(r.line, 1, r.text) for r in job.requirements]
    return " ".join(text for _, _, text in sorted(lines))


def _surely(sentence: str) -> bool:
    return any(p.search(sentence) for p in (_NO_PUZZLES, _NO_HOME, _HOME, _OURS))


def ruled_out(r: RoleRound, stated: StatedProcess) -> bool:
    """Whether the posting speaks against a round that is usual elsewhere."""
    return (stated.no_puzzles and r.id in ALGORITHM_ROUNDS) or (
        stated.no_take_home and r.id in HOME_ROUNDS
    )


def with_stated(rounds: tuple[RoleRound, ...], stated: StatedProcess) -> tuple[RoleRound, ...]:
    """Without the rounds that are only asked inside others. Where a posting speaks against puzzles
    or names work on real code, the round on such work stands in place of the algorithm rounds; of
    a role without one a coding round is kept, as unlikely. A take-home it names joins the rounds."""
    kept = []
    practical = any(r.id == PRACTICAL_ROUND for r in rounds)
    for r in rounds:
        if r.minutes == INSIDE:
            continue
        if r.id == PRACTICAL_ROUND:
            if not (stated.practical or (stated.no_puzzles and not stated.take_home)):
                continue
            count = "1" if stated.practical else "0-1"
            r = r.model_copy(update={"count": count, "note": _practical(stated)})
        elif ruled_out(r, stated):
            if r.id != "coding" or stated.take_home or practical:
                continue
            r = r.model_copy(update={"count": "0-1", "note": _against(stated)})
        elif r.id in HOME_ROUNDS and stated.take_home:
            r = r.model_copy(update={"count": "1", "note": _named(stated)})
        elif r.id in ALGORITHM_ROUNDS and stated.practical:
            r = r.model_copy(update={"count": "0-1"})
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
    return f'The posting says: "{_first(_HOME, stated.lines)}"'


def _against(stated: StatedProcess) -> str:
    return f"Unlikely here, {_no_code(stated)}"


def _no_code(stated: StatedProcess) -> str:
    """Why no puzzles are expected; a posting may say that nobody is asked to code at all."""
    against = _first(_NO_PUZZLES, stated.lines)
    if against:
        return f'since the posting says: "{against}"'
    return "since the posting says that the role writes no code."


def _practical(stated: StatedProcess) -> str:
    """Why the round is expected, with the posting's line; beside it what is ruled out."""
    named, against = _first(_PRACTICAL, stated.lines), _first(_NO_PUZZLES, stated.lines)
    if not named:
        return (
            f"In place of coding puzzles, {_no_code(stated)} "
            "If code is asked for, then of this kind"
        )
    second = f' It also says: "{against}"' if against and against != named else ""
    return f'The posting says: "{named}"{second}'
