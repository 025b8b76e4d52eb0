"""Languages people speak: which a line asks and how well, against what the resume says of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from report_gen.job.words import Matcher, whole_words
from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import RequirementMatch
from report_gen.matching.verdict import Verdict
from report_gen.resume.models import Resume
from report_gen.taxonomy.models import Taxonomy

ENGLISH = "English"
_TONGUE = "spoken_language"
_USUAL, _CLOSE = 4, 1
"""What a line means that names no level (B2), and how far below is nearly there."""
UNSTATED, NEARLY, BEGUN = 0.8, 0.6, 0.4
_FEW_OTHER, _MOST_OTHER = 3, 8
"""So many words besides may stand in a line that is about languages only; in one that names at most
two things, more."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_OR = re.compile(r"\bor\b|/|\boder\b|\bou\b|\bof\b(?=\s+[A-Z])", re.I)
_JOINT = re.compile(r"[\s,/&]*(?:\b(?:and|or|und|oder|et|ou|en|of|y|o|either)\b[\s,/]*)*", re.I)
_WISH = re.compile(
    r"\b(?:a plus|plus|bonus|nice to have|ideally|preferabl[ey]|preferred|advantage\w*|desirable|asset|helpful|welcome|von vorteil|un atout|est un plus|pr[ée])\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;.(]|\band\b|\bund\b|\bet\b|\ben\b|\by\b", re.I)
_OTHER_THAN = re.compile(r"\blanguages? (?:other than|besides|beyond)\b", re.I)
_LEVELS = ("", "A1", "A2", "B1", "B2", "C1", "C2", "a native speaker's level")


_Place = tuple[int, int, tuple[str, ...]]
"""Where a text names a language, or a family of them, and which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One language a line asks, or any of several, and how well (1 for A1 .. 7 for native)."""

    names: tuple[str, ...]
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """What the resume says of a language: the level where it says one, and where it stands."""

    level: int | None
    ref: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Rules:
    any_of: Matcher
    """Finds the name of any language or family, so that most lines are read once and no more."""
    names: tuple[tuple[str, Matcher], ...]
    families: tuple[tuple[tuple[str, ...], Matcher], ...]
    levels: tuple[tuple[int, Matcher], ...]
    asking: Matcher
    plain: Matcher


def judge_languages(ask: Ask, resume: Resume, lex: Lexicon) -> Verdict | None:
    """The verdict on a line about languages; None for lines that are not, or ask more besides."""
    text = ask.requirement.text
    rules = _rules(lex.taxonomy)
    if _OTHER_THAN.search(text):
        return _other_than(text, resume, rules)
    wanted = read_wanted(text, lex)
    if not wanted or not _is_about(text, len(ask.groups), rules):
        return None
    spoken = _spoken(resume, rules)
    answers = [_answer(want, spoken) for want in wanted]
    score = min(answer.score for answer in answers)
    best = max(answer.score for answer in answers)
    if score < NEARLY <= best:
        score = max(score, NEARLY - 0.1)
    return Verdict(
        kind="language",
        score=score,
        refs=tuple(dict.fromkeys(ref for answer in answers for ref in answer.refs)),
        why=" ".join(dict.fromkeys(answer.why for answer in answers)),
        missing=" and ".join(answer.missing for answer in answers if answer.missing),
    )


def tongue_ids(names: str, lex: Lexicon) -> tuple[str, ...]:
    """The skills that are the languages of "German and Dutch", those that the packs know."""
    said = re.split(r" (?:and|or) ", names)
    known = _ids(lex.taxonomy)
    return tuple(known[name] for name in said if name in known)


@lru_cache(maxsize=4)
def _ids(taxonomy: Taxonomy) -> dict[str, str]:
    return {s.name: s.id for s in taxonomy.skills.values() if s.parent == _TONGUE}


def lacking_tongues(verdict: RequirementMatch, lex: Lexicon) -> tuple[str, ...]:
    """What a line lacks, where that is languages only: not spoken, or not as well as it asks."""
    skills = lex.taxonomy.skills
    spoken = all(t in skills and skills[t].parent == _TONGUE for t in verdict.missing_skills)
    return verdict.missing_skills if spoken else ()


def name_tongues(tongues: tuple[str, ...], ask: Ask, lex: Lexicon) -> str:
    """Languages in a row, joined as the line joins them."""
    joint = " or " if _OR.search(ask.requirement.text) else " and "
    return joint.join(lex.name(t) for t in tongues)


def read_wanted(text: str, lex: Lexicon) -> tuple[Wanted, ...]:
    """The languages a text names, those joined by "or" as one, each with its level."""
    return _read_wanted(text, _rules(lex.taxonomy))


@lru_cache(maxsize=1024)
def _read_wanted(text: str, rules: _Rules) -> tuple[Wanted, ...]:
    if rules.any_of.search(text) is None:
        return ()
    books = [*(((name,), matcher) for name, matcher in rules.names), *rules.families]
    found = sorted(
        (m.start(), m.end(), names) for names, matcher in books for m in matcher.finditer(text)
    )
    runs = [
        run
        for stretch in _stretches(text, found)
        for run in ([stretch] if _is_choice(text, stretch) else [[one] for one in stretch])
    ]
    asked = [run for run in runs if not _WISH.search(_around(text, run[0][0], run[-1][1]))]
    out: dict[tuple[str, ...], Wanted] = {}
    for run in asked or runs:
        names = tuple(dict.fromkeys(name for _, _, several in run for name in several))
        level = _level(_around(text, run[0][0], run[-1][1]), rules) or _level(text, rules)
        out.setdefault(names, Wanted(names=names, level=level or _USUAL))
    return tuple(out.values())


def _stretches(text: str, found: Sequence[_Place]) -> list[list[_Place]]:
    """Languages named one behind the other, with nothing but joints between them."""
    out: list[list[_Place]] = [[one] for one in found[:1]]
    for last, one in pairwise(found):
        if _JOINT.fullmatch(text[last[1] : one[0]]):
            out[-1].append(one)
        else:
            out.append([one])
    return out


def _is_choice(text: str, stretch: Sequence[_Place]) -> bool:
    """ "German, Dutch or Danish": one of them will do."""
    return any(_OR.search(text[a[1] : b[0]]) for a, b in pairwise(stretch))


def _around(text: str, start: int, end: int) -> str:
    """The clause that a name stands in, with a level in brackets behind it."""
    before = _CLAUSE.split(text[:start])[-1]
    rest = re.sub(r"^(\s*)[(,]", r"\1 ", text[end:])
    return f"{before}{text[start:end]}{_CLAUSE.split(rest)[0]}"


def _level(text: str, rules: _Rules) -> int:
    return max((level for level, matcher in rules.levels if matcher.search(text)), default=0)


def _is_about(text: str, groups: int, rules: _Rules) -> bool:
    """Whether a line asks for languages: it says so and asks little else, or holds no other word."""
    rest = text
    for matcher in (
        *(m for _, m in rules.names),
        *(m for _, m in rules.families),
        *(m for _, m in rules.levels),
    ):
        rest = matcher.sub(" ", rest)
    says = rules.asking.search(text) is not None
    other = len(_WORD.findall(rules.plain.sub(" ", rules.asking.sub(" ", rest))))
    few = other <= _FEW_OTHER or (groups <= 2 and other <= _MOST_OTHER)
    return other == 0 or (says and few)


def _answer(want: Wanted, spoken: dict[str, _Spoken]) -> Verdict:
    """One language, or the best of several that will do."""
    held = [(name, spoken[name]) for name in want.names if name in spoken]
    named = " or ".join(want.names[:3])
    if not held and ENGLISH in want.names:
        why = "The resume is written in English; the languages section does not state a level."
        return Verdict(kind="language", score=UNSTATED, refs=(), why=why)
    if not held:
        why = f"The resume does not list {named}."
        return Verdict(kind="language", score=0.0, refs=(), why=why, missing=named)
    name, best = max(held, key=lambda h: 9 if h[1].level is None else h[1].level)
    refs = (best.ref,)
    if best.level is None or best.level >= want.level:
        return Verdict(kind="language", score=1.0, refs=refs, why=f"{name} is in {best.said}.")
    near = best.level >= want.level - _CLOSE
    if near and name == ENGLISH:
        why = f"English is in {best.said}, and the resume is written in it."
        return Verdict(kind="language", score=UNSTATED, refs=refs, why=why)
    why = f"For {name} your resume says {_LEVELS[best.level]} or its like; the line asks about {_LEVELS[want.level]}."
    return Verdict(
        kind="language", score=NEARLY if near else BEGUN, refs=refs, why=why, missing=name
    )


def _other_than(text: str, resume: Resume, rules: _Rules) -> Verdict | None:
    known = {name for name, matcher in rules.names if matcher.search(text)}
    others = {n: s for n, s in _spoken(resume, rules).items() if n not in known}
    if not others:
        return None
    return Verdict(
        kind="language",
        score=UNSTATED,
        refs=tuple(s.ref for s in others.values()),
        why=f"Your list of languages names {', '.join(others)}.",
    )


def _spoken(resume: Resume, rules: _Rules) -> dict[str, _Spoken]:
    """Every language the resume claims, at the highest level it says anywhere; where two say the
    same, its list comes before its skills and its summary."""
    out: dict[str, _Spoken] = {}

    def claim(name: str, spoken: _Spoken) -> None:
        if name not in out or (spoken.level or _USUAL) > (out[name].level or _USUAL):
            out[name] = spoken

    for n, entry in enumerate(resume.languages):
        level = _level(f"{entry.fluency} {entry.language}", rules) or None
        for name in _names(f"{entry.language} {entry.language.title()}", rules):
            claim(
                name,
                _Spoken(level=level, ref=f"languages[{n}]", said="your list of languages"),
            )
    for n, group in enumerate(resume.skills):
        for keyword in group.keywords:
            for name in _names(keyword, rules) if len(keyword.split()) <= 4 else ():
                level = _level(keyword, rules) or None
                claim(name, _Spoken(level=level, ref=f"skills[{n}]", said="your skills"))
    summary = resume.basics.summary
    for name in _names(summary, rules) if rules.asking.search(summary) else ():
        claim(name, _Spoken(level=None, ref="basics.summary", said="your summary"))
    return out


def _names(text: str, rules: _Rules) -> Sequence[str]:
    return [name for name, matcher in rules.names if matcher.search(text)]


@lru_cache(maxsize=4)
def _rules(taxonomy: Taxonomy) -> _Rules:
    source = taxonomy.evidence_words.tongues
    names = tuple(
        (name, re.compile(rf"(?<!\w)(?:{'|'.join((name, *words))})(?!\w)"))
        for name, words in source.names.items()
    )
    families = tuple((f.members, whole_words(f.words)) for f in source.families)
    parts = [m.pattern for _, m in names] + [f"(?i:{m.pattern})" for _, m in families]
    return _Rules(
        any_of=re.compile("|".join(parts) or "(?!)"),
        names=names,
        families=families,
        levels=tuple((level, whole_words(words)) for level, words in source.levels.items()),
        asking=whole_words(source.asking),
        plain=whole_words(source.plain),
    )
