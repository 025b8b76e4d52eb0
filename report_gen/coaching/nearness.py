"""How near the own lines come to a gap, by the weakest reading there is.

A script may deny something ("no work of mine comes close") only where nothing here finds a line:
not by skill, not by a skill's family, neighbours or category, not by the words of the posting, not
by what is near to the subject in the packs, not by competence. ``denials`` holds all scripts to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.coaching.gap_kinds import main_skills
from report_gen.coaching.gap_words import IDEAS, PROPER_CATEGORIES, TOOL_CATEGORIES
from report_gen.coaching.subjects import subject_of
from report_gen.coaching.ties import (
    ALIKE,
    ASIDE,
    CLOSE,
    ITS_KIND,
    PLAINLY,
    SHARED,
    Tie,
    content,
    shares_head,
)
from report_gen.matching.lexicon import CUES, lexicon
from report_gen.matching.models import Evidence, LineReading
from report_gen.matching.words import words
from report_gen.scoring.models import Gap
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.vectors import Direction

TOUCHES, NEAR, SHOWS = 1, 2, 3
"""A line shares a word or the field with the gap; is work next to it; shows a part of it."""
KIN = 2.0
APPLIED = 2
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A line and how near it comes. ``worth`` orders lines of one ``grade``; ``about``: it shares its
    subject with the gap (``sure``: by its skills or words); ``fits``: a script may build on it, as it
    is about the gap or shows what else the posting's line asks for."""

    line: LineReading
    grade: int
    worth: float
    like: float = 0.0
    about: bool = False
    sure: bool = False
    fits: bool = False


LIKE = 6.0
"""Among lines of one grade: the one that sounds most like what is asked, before the one that has
more of its fields ("registered patients" is in health care, and still no data analysis)."""


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

    def is_reworded(self, gap: Gap, line: LineReading) -> bool:
        """Whether a line says in other words what the gap is about, and by no chance."""
        if not says_otherwise(gap, line, self.case):
            return False
        return is_plainly_said(gap, line, self.likeness(gap, line), self.case)

    def _is_other_part(self, gap: Gap, line: LineReading, of_its_field: bool) -> bool:
        """Whether a line shows what else the posting's line asks for, and is work of the gap's kind all
        the same: of its field, of its words' company, or named together with it."""
        if gap.kind in ("absent", "listed_not_shown") or not shows_held(gap, line, self.case):
            return False
        if of_its_field:
            return True
        asked = self.case.once_of(gap, _asked)
        like = lexicon(self.case.taxonomy).about(line.text).likeness(asked.called)
        return not asked.together.isdisjoint(self._shown(gap, line)) or like >= ITS_KIND

    def _shown(self, gap: Gap, line: LineReading) -> frozenset[str]:
        """What the score cites a line for, under the first of the posting's lines behind a gap."""
        match = self.case.requirement_matches[gap.requirements[0]]
        return frozenset(s for e in match.evidence if e.ref == line.ref for s in e.skills)

    def likeness(self, gap: Gap, line: LineReading) -> float:
        """How alike the line and the posting's own words for the gap are (``taxonomy/vectors``)."""
        asked = self.case.once_of(gap, _asked)
        return lexicon(self.case.taxonomy).about(line.text).likeness(asked.direction)

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
        same = bool(gap.dimension) and gap.dimension in line.dimensions and line.level >= APPLIED
        like = self.likeness(gap, line)
        enough = ALIKE if asked.soft else PLAINLY
        applies = cited >= 0 and self._is_other_part(gap, line, same and like >= enough)
        known = case.taxonomy.skills
        alike = any(s in known and known[s].parent in asked.parents for s in line.skills)
        pointed = says_otherwise(gap, line, case)
        by_words = subject is not None and subject.by_words and bool(subject.entry.near)
        if by_words and not touched:  # the packs say what is near: a skill's relations say less
            kin = min(kin, float(TOUCHES))
        own = len(content(line.text, case.taxonomy) & asked.short)
        tied = Tie(
            shows=shows,
            kin=kin,
            named=own,
            headed=own > 0 and shares_head(gap, line.text, case.taxonomy),
            alone=len(asked.short) == 1,
            unknown=not gap.skills,
            clear=subject is not None and subject.is_clearly_near(line.text),
            hinted=pointed,
            pointed=pointed and is_plainly_said(gap, line, like, case),
            cited=cited >= 0 and _comes_near(gap, line, like, case),
            beside=subject is not None and touched and subject.sure,
            told=told > 0,
            same=same,
            like=like,
        )
        about = tied.holds()
        if shows:
            grade = SHOWS
        elif kin > TOUCHES or beside or applies or pointed or named >= SHARED or about:
            grade = NEAR
        elif kin or named or told or same or alike or touched or cited >= 0:
            grade = TOUCHES
        else:
            return None
        said = ASIDE.sub(" ", line.text)  # speech leaves brackets out, so they bridge nothing
        heard = _shared(gap, said, case)[0]
        aloud = beside and subject is not None and subject.is_near(said)
        worth = kin + 1.0 * beside + 2.5 * aloud + 3.0 * min(heard, SHARED) + _ABOUT * about
        worth += 0.4 * min(told, 3) + 1.0 * same + LIKE * like + _POINTED * tied.pointed
        worth += 2.0 - 0.3 * cited if applies and not about else 0.0
        worth -= _ASIDE_WORK * line.ref.startswith("volunteer")
        return Near(
            line=line,
            grade=grade,
            worth=worth + 0.4 * line.level,
            like=like,
            about=about,
            sure=about and tied.surely(),
            fits=about or applies,
        )


_ABOUT = 3.0
"""A line about the gap itself goes before one that shows what of the posting's line is there."""
_ASIDE_WORK = 4.0
"""Teaching and volunteering go behind work and projects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a gap is about, read once for all lines. ``own``: the skills its script names and their
    families; ``near``: those and what they name as related; ``parents``: the categories of all its
    skills, ``kin`` those whose members stand for one another; ``name``, ``short`` (without what stands
    in brackets) and ``told``: the telling words of its name, and of the posting's lines behind it;
    ``together``: what its name names beside it; ``direction``: what name and lines are about
    (``taxonomy/vectors``), ``called``: the name and its skills alone."""

    skills: frozenset[str]
    soft: bool
    own: frozenset[str]
    near: frozenset[str]
    parents: frozenset[str]
    kin: frozenset[str]
    name: frozenset[str]
    short: frozenset[str]
    told: frozenset[str]
    together: frozenset[str]
    direction: Direction
    called: Direction


def _asked(gap: Gap, case: Case) -> _Asked:
    known, taxonomy, lex = case.taxonomy.skills, case.taxonomy, lexicon(case.taxonomy)
    skills = [known[s] for s in gap.skills if s in known]
    first = main_skills(gap, case)[:2] or skills[:2]
    own = frozenset(r for s in first for r in (s.id, s.family) if r)
    name, short = content(gap.name, taxonomy), ASIDE.sub(" ", gap.name)
    lines = [case.requirements[r].text for r in gap.requirements if r in case.requirements]
    whole = (m.text for m in case.job.requirements if m.id in gap.requirements)
    named = {m.id for m in taxonomy.find_skills(gap.name)}
    named |= {h.key for h in lex.topics_in(words(gap.name), asked=True)}
    return _Asked(
        skills=frozenset(gap.skills),
        soft=all(s.kind == "common" for s in skills),
        own=own,
        near=own | frozenset(r for s in first for r in s.related),
        parents=frozenset(s.parent for s in skills),
        kin=frozenset(s.parent for s in first) - frozenset(taxonomy.scripts.loose_categories),
        name=name,
        short=content(short, taxonomy),
        told=frozenset(s for text in lines for s in content(text, taxonomy)) - name,
        together=frozenset(t for t in named if t not in gap.skills and not lex.is_domain(t)),
        direction=lex.about(" ".join((gap.name, *whole))),
        called=lex.about(" ".join((short, *(lex.name(s) for s in gap.skills[:2])))),
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


def shows_held(gap: Gap, line: LineReading, case: Case) -> bool:
    """Whether a line shows what else the posting's first line behind the gap asks for: a thing with a
    name of its own, where any line shows one, or most of the line in other words."""
    match = case.requirement_matches.get(gap.requirements[0]) if gap.requirements else None
    if match is None or match.status == "missing":
        return False
    lex = lexicon(case.taxonomy)

    def names(e: Evidence) -> bool:
        other = [t for t in e.skills if t not in gap.skills]
        return any(not (lex.broad(t) or lex.soft(t) or lex.manner(t)) for t in other)

    done = [e for e in match.evidence if speaks_for(e)]
    telling = [e for e in done if names(e) or e.relevance >= _MOSTLY] or done
    return any(e.ref == line.ref for e in telling)


def _comes_near(gap: Gap, line: LineReading, like: float, case: Case) -> bool:
    """Whether the score cites a deed as near to what the line behind the gap asks, by nothing it names:
    it says most of it, or some of it in the same company."""
    least = _CITED if like >= PLAINLY else _MOSTLY
    found = (case.requirement_matches.get(r) for r in gap.requirements)
    return line.level >= APPLIED and any(
        e.ref == line.ref and not e.skills and e.relevance >= least
        for m in found
        if m is not None
        for e in m.evidence
    )


_CITED = 0.27
"""Of what a posting's line asks a line that comes near it answers so much."""


def is_plainly_said(gap: Gap, line: LineReading, like: float, case: Case) -> bool:
    """Whether everyday words that point to the gap are no chance: the line keeps the company of what is
    asked, or a phrase or several words of it point there."""
    if like >= PLAINLY or _phrased(line.text, case.taxonomy).intersection(gap.skills[:2]):
        return True
    hints = hinted_in(line.text, case.taxonomy)
    return like >= ALIKE and any(hints.get(s, 0) > CUES for s in gap.skills[:2])


def says_otherwise(gap: Gap, line: LineReading, case: Case) -> bool:
    """Whether something done says in everyday words what the gap is about, and in none of its own:
    its cues point there ("carried the phone" to on-call duty)."""
    if gap.kind != "adjacent" or line.level < APPLIED or set(gap.skills) & set(line.skills):
        return False
    if not set(gap.skills[:2]) & hinted_in(line.text, case.taxonomy).keys():
        return False
    return not _shared(gap, line.text, case)[0]


@lru_cache(maxsize=2048)
def hinted_in(text: str, taxonomy: Taxonomy) -> Mapping[str, int]:
    return lexicon(taxonomy).hinted(words(text))


@lru_cache(maxsize=2048)
def _phrased(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    """What a sign of several words points to."""
    hits = lexicon(taxonomy).cue_book.find(words(text))
    signs = (h for h in hits if h.key.endswith("!signs"))
    return frozenset(h.key.partition("!")[0] for h in signs)


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


def _shared(gap: Gap, text: str, case: Case) -> tuple[int, int]:
    """Content words a line shares with the gap's name, and with the posting's lines behind it."""
    own, asked = content(text, case.taxonomy), case.once_of(gap, _asked)
    return len(own & asked.name), len(own & asked.told)


def touches(gap: Gap, line: LineReading, case: Case) -> bool:
    """Whether a line shares a telling word with the gap's name or the posting's lines behind it."""
    named, told = _shared(gap, line.text, case)
    return named > 0 or told >= SHARED
