"""How near the own lines come to a gap, by the weakest reading there is.

A script may deny something ("no work of mine comes close") only where nothing here finds a line:
not by skill, not by a skill's family, neighbours or category, not by the words of the posting, not
by what is near to the subject in the packs, not by competence. ``denials`` holds all scripts to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.coaching.gap_words import IDEAS, PROPER_CATEGORIES, TOOL_CATEGORIES
from report_gen.coaching.subjects import subject_of
from report_gen.matching.lexicon import lexicon
from report_gen.matching.models import Evidence, LineReading
from report_gen.matching.words import stems, words
from report_gen.scoring.models import Gap
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.vectors import Direction

TOUCHES, NEAR, SHOWS = 1, 2, 3
"""A line shares a word or the field with the gap; is work next to it; shows a part of it."""
CLOSE = 3.0
KIN = 2.0
APPLIED = 2
_MOSTLY = 0.5
_SHARED = 2
"""So many words shared with the name of a gap are no chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A line and how near it comes. ``worth`` orders lines of one ``grade``; ``fits``: it shares its
    subject with the gap, so that a script may build on it."""

    line: LineReading
    grade: int
    worth: float
    fits: bool = False


LIKE = 6.0
"""Among lines of one grade: the one that sounds most like what is asked, before the one that has
more of its fields ("registered patients" is in health care, and still no data analysis)."""


ALIKE = 0.3
"""A line tied by one word, a relation or a field in common is a bridge only where the rest of it keeps
the company of what is asked: a home-monitoring pilot is no monitoring of models."""


_POINTED = 2.0
"""What everyday words that point to the gap count."""


@dataclass(slots=True)
class Nearness:
    """Reads each gap once; ``case.once(Nearness)`` gives the one of a case."""

    case: Case
    _found: dict[tuple[object, ...], tuple[Near, ...]] = field(default_factory=dict)

    def of(self, gap: Gap) -> tuple[Near, ...]:
        """Every line that has anything to do with the gap, the nearest first."""
        key = (gap.name, gap.skills, gap.requirements, gap.dimension, gap.nearest, gap.kind)
        if key not in self._found:
            read = (self._read(gap, line) for line in self.case.matches.lines)
            found = [near for near in read if near is not None]
            found.sort(key=lambda n: (-n.grade, -n.worth))
            self._found[key] = tuple(found)
        return self._found[key]

    def grade(self, gap: Gap) -> int:
        """The grade of the nearest line, 0 where no reading finds one."""
        found = self.of(gap)
        if found:
            return found[0].grade
        return TOUCHES if self.blind(gap) and self.case.deeds else 0

    def blind(self, gap: Gap) -> bool:
        """Whether no reading could find anything: nothing the gap is about is known."""
        return not gap.skills and (subject_of(gap, self.case) is None or not self.of(gap))

    def _read(self, gap: Gap, line: LineReading) -> Near | None:
        case = self.case
        asked = case.once_of(gap, _asked)
        shows = not asked.skills.isdisjoint(line.skills)
        kin = closeness(gap, line, case)
        named, told = _shared(gap, line.text, case)
        subject = subject_of(gap, case)
        touched = subject is not None and subject.is_near(line.text)
        beside = subject is not None and touched and (subject.sure or named > 0)
        cited = gap.nearest.index(line.ref) if line.ref in gap.nearest else -1
        applies = cited >= 0 and gap.kind != "absent" and answers_partly(gap, line, case)
        same = bool(gap.dimension) and gap.dimension in line.dimensions and line.level >= APPLIED
        known = case.taxonomy.skills
        alike = any(s in known and known[s].parent in asked.parents for s in line.skills)
        pointed = says_otherwise(gap, line, case)
        by_words = subject is not None and subject.by_words and bool(subject.entry.near)
        if by_words and not touched:  # the packs say what is near: a skill's relations say less
            kin = min(kin, float(TOUCHES))
        if shows:
            grade = SHOWS
        elif kin > TOUCHES or beside or applies or pointed or named >= _SHARED:
            grade = NEAR
        elif kin or named or told or same or alike or touched or cited >= 0:
            grade = TOUCHES
        else:
            return None
        said = _ASIDE.sub(" ", line.text)  # speech leaves brackets out, so they bridge nothing
        heard = _shared(gap, said, case)[0]
        aloud = beside and subject is not None and subject.is_near(said)
        worth = kin + 1.0 * beside + 2.5 * aloud + 3.0 * min(heard, _SHARED)
        worth += 0.4 * min(told, 3) + 1.0 * same
        worth += 3.0 - 0.5 * cited if applies else 0.0
        worth += _POINTED * pointed
        like = lexicon(case.taxonomy).about(line.text).likeness(asked.direction)
        worth += LIKE * like
        tied = named > 0 or told >= _SHARED or kin >= CLOSE
        half = kin > 0 or told > 0 or beside or applies
        clear = subject is not None and subject.is_clearly_near(line.text)
        fits = grade >= NEAR and (shows or tied or applies or clear or pointed or (half and same))
        sure = shows or applies or clear or pointed or named >= _SHARED
        fits = fits and (sure or like >= ALIKE)
        return Near(line=line, grade=grade, worth=worth + 0.4 * line.level, fits=bool(fits))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a gap is about, read once for all lines. ``own``: its skills and their families;
    ``near``: those and what they name as related; ``parents``: their categories, ``kin`` those whose
    members stand for one another; ``name`` and ``told``: the telling words of its name, and of the
    posting's lines behind it; ``direction``: what both are about (``taxonomy/vectors``)."""

    skills: frozenset[str]
    own: frozenset[str]
    near: frozenset[str]
    parents: frozenset[str]
    kin: frozenset[str]
    name: frozenset[str]
    told: frozenset[str]
    direction: Direction


def _asked(gap: Gap, case: Case) -> _Asked:
    known, taxonomy = case.taxonomy.skills, case.taxonomy
    skills = [known[s] for s in gap.skills if s in known]
    own = frozenset(r for s in skills for r in (s.id, s.family) if r)
    parents = frozenset(s.parent for s in skills)
    name = content(gap.name, taxonomy)
    lines = [case.requirements[r].text for r in gap.requirements if r in case.requirements]
    whole = (m.text for m in case.job.requirements if m.id in gap.requirements)
    return _Asked(
        skills=frozenset(gap.skills),
        own=own,
        near=own | frozenset(r for s in skills for r in s.related),
        parents=parents,
        kin=parents - frozenset(taxonomy.scripts.loose_categories),
        name=name,
        told=frozenset(s for text in lines for s in content(text, taxonomy)) - name,
        direction=lexicon(taxonomy).about(" ".join((gap.name, *whole))),
    )


def closeness(gap: Gap, line: LineReading, case: Case) -> float:
    """How near a line's skills are to those of the gap, 0 for not at all: 3 for each skill that
    is one of them, their family or named as related by either (two count; what both are related
    to is no link), 2 for a member of the same
    category, where members of that category stand for one another."""
    known = case.taxonomy.skills
    asked = case.once_of(gap, _asked)
    shown = [(s, known.get(s)) for s in dict.fromkeys(line.skills)]
    near = sum(
        s in asked.near
        or (skill is not None and not asked.own.isdisjoint((skill.family, *skill.related)))
        for s, skill in shown
    )
    kin = any(skill is not None and skill.parent in asked.kin for _, skill in shown)
    return CLOSE * min(2, near) + KIN * kin


def answers_partly(gap: Gap, line: LineReading, case: Case) -> bool:
    """Whether the line answers part of a requirement behind the gap by something done: who asks
    for latency and serving in one breath has seen the half of it."""
    found = (case.requirement_matches.get(r) for r in gap.requirements)
    return any(
        m is not None
        and m.status != "missing"
        and any(e.ref == line.ref and speaks_for(e) for e in m.evidence)
        for m in found
    )


def says_otherwise(gap: Gap, line: LineReading, case: Case) -> bool:
    """Whether something done says in everyday words what the gap is about, and in none of its own:
    its cues point there ("carried the phone" to on-call duty)."""
    if gap.kind != "adjacent" or line.level < APPLIED or set(gap.skills) & set(line.skills):
        return False
    if not set(gap.skills[:2]) & _pointed(line.text, case.taxonomy):
        return False
    return not _shared(gap, line.text, case)[0]


@lru_cache(maxsize=2048)
def _pointed(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    return frozenset(lexicon(taxonomy).hinted(words(text)))


def speaks_for(e: Evidence) -> bool:
    """Whether a line cited for a requirement is something done that names what is asked, or says
    most of it in other words."""
    return e.strength >= APPLIED and (bool(e.skills) or e.relevance >= _MOSTLY)


def has_one_name(gap: Gap, case: Case) -> bool:
    """Whether all the gap is about is called one thing by everybody: a product, a language, a field.
    What is done goes by many names, so that a resume may show it in words nobody here knows."""
    known = case.taxonomy.skills
    skills = [known[s] for s in gap.skills if s in known]
    return bool(skills) and all(
        s.kind in _ONE_NAME
        or (s.parent in TOOL_CATEGORIES | PROPER_CATEGORIES and _is_name(s.name))
        for s in skills
    )


_ONE_NAME = ("language", "certification", "credential", "domain")


def _is_name(name: str) -> bool:
    """Capitals throughout, and no idea of one word: "Apache Kafka", not "Data pipelines"."""
    said = name.split()
    return all(w[:1].isupper() or w[:1].isdigit() for w in said) and name.lower() not in IDEAS


def is_met(gap: Gap, case: Case) -> bool:
    """Whether the lines of the posting behind a gap are answered as a whole: what is left is one
    of their details."""
    found = [m for r in gap.requirements if (m := case.requirement_matches.get(r)) is not None]
    return bool(found) and all(m.status == "met" for m in found)


def is_beside(gap: Gap, case: Case) -> bool:
    """Whether the gap is a tool named as an alternative of one that answers the line ("Kafka,
    Kinesis or similar" to one who knows Kafka)."""
    known = case.taxonomy.skills
    tools = all(s in known and known[s].parent in TOOL_CATEGORIES for s in gap.skills)
    named = (case.requirement_matches[r].unshown for r in gap.requirements)
    return (
        bool(gap.skills)
        and tools
        and is_met(gap, case)
        and all(set(gap.skills) <= set(unshown) for unshown in named)
    )


@lru_cache(maxsize=4096)
def content(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    """The stems of a text that tie it to a subject: no small words, nothing every posting says."""
    return frozenset(s for s in stems(text) if len(s) > 1) - _plain(taxonomy)


@lru_cache(maxsize=4)
def _plain(taxonomy: Taxonomy) -> frozenset[str]:
    words = (*taxonomy.evidence_words.plain_words, *_COMMON)
    return frozenset(s for word in words for s in stems(word))


_COMMON = (
    "analysis", "review", "run", "running", "set", "start", "new", "results", "show", "report",
    "based", "internal", "information", "research", "paper", "papers", "setting", "science",
    "production", "performance", "test", "tests", "line", "lines", "group", "groups", "state",
    "member", "members", "call", "calls", "hour", "hours", "write", "writing", "wrote",
)  # fmt: skip
"""Words two lines share by chance: sharing one says nothing about their subjects."""


_ASIDE = re.compile(r"\s*\([^)]*\)")


def _shared(gap: Gap, text: str, case: Case) -> tuple[int, int]:
    """Content words a line shares with the gap's name, and with the posting's lines behind it."""
    own, asked = content(text, case.taxonomy), case.once_of(gap, _asked)
    return len(own & asked.name), len(own & asked.told)


def touches(gap: Gap, line: LineReading, case: Case) -> bool:
    """Whether a line shares a telling word with the gap's name or the posting's lines behind it."""
    named, told = _shared(gap, line.text, case)
    return named > 0 or told >= _SHARED
