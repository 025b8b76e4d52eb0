"""What a gap is about, by the words of the posting: the entry of ``expertise/`` whose cues they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.coaching.entry_fit import fits
from report_gen.matching.words import PhraseBook, words
from report_gen.scoring.models import Gap
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.interview import Expertise, ScriptEntry
from report_gen.taxonomy.models import Skill

_BRACKET = re.compile(r"\s*\(([^)]*)\)?")


@dataclass(frozen=True, eq=False)
class _Books:
    """Cues of what is asked and of what is near to it, by subject."""

    asked: PhraseBook
    near: PhraseBook


@dataclass(frozen=True, slots=True)
class Found:
    """A subject, and which lines are near to it."""

    entry: Expertise
    books: _Books
    by_words: bool = True
    """Found by its cues; else by a skill."""
    sure: bool = True
    """Whether it fits the line as a whole; else a word of its cues may stand there in another sense:
    nothing near it is denied, and nothing is told in its words."""

    def is_near(self, text: str) -> bool:
        """Whether a line of a resume speaks of the subject, or of work next to it."""
        return self.entry.id in _spoken_of(text, self.books)

    def is_clearly_near(self, text: str) -> bool:
        """Whether a line says so in a phrase, which no chance does, and not in one word."""
        said = words(text)
        hits = [h for book in (self.books.near, self.books.asked) for h in book.find(said)]
        return any(h.key == self.entry.id and " " in text[h.start : h.end].strip() for h in hits)


def subject_of(gap: Gap, case: Case) -> Found | None:
    """The subject of a gap: what its name begins with speaks first, then the whole name, then the
    posting's lines; of several
    the one that speaks for what is lacking, then the first one said; else the entry of its first skills, if that
    says what is near. None where no entry does."""
    return case.once_of(gap, _find)


def speaks_first(gap: Gap, found: Found, skills: Sequence[Skill], case: Case) -> bool:
    """Whether the gap's name itself has the cue, before any bracket, and no skill of the gap with
    words of its own stands before it ("dbt models and dashboards" is about dbt first)."""
    head = _BRACKET.sub("", gap.name)
    cues = [h.start for h in found.books.asked.find(words(head)) if h.key == found.entry.id]
    own = case.taxonomy.scripts.skills
    if set(found.entry.narrows) & set(gap.skills):
        return found.by_words
    if not cues:
        return False
    if set(found.entry.skills).intersection(gap.skills):
        return True
    known = {s.id for s in skills if s.id in own}
    named = [m.start for m in case.taxonomy.find_skills(head) if m.id in known]
    return min(cues) <= min(named, default=len(head))


def _find(gap: Gap, case: Case) -> Found | None:
    books = _books(case.taxonomy)
    entries = case.taxonomy.scripts.subjects
    own = [s for s in gap.skills[:2] if s in case.taxonomy.scripts.skills]
    for text, is_name in _texts(gap, case):
        found = books.asked.find(words(text))
        hits = tuple(h for h in found if _may_speak(entries[h.key], gap))
        if own and not is_name:  # the line has more parts than the one that is lacking
            hits = tuple(h for h in hits if set(own) & _spoken_for(entries[h.key]))
        sure = {h.key for h in hits if _fits_line(entries[h.key], gap, case, books)}
        hits = tuple(h for h in hits if h.key in sure) or hits
        if hits:
            lacking = set(gap.skills)
            first = min(
                hits,
                key=lambda h: (not lacking & _spoken_for(entries[h.key]), h.start, h.start - h.end),
            )
            entry = entries[first.key]
            if is_name and own and not set(own) & _spoken_for(entry):
                named = [m.start for m in case.taxonomy.find_skills(text) if m.id in own]
                if min(named, default=first.start) < first.start:
                    break  # the skill of the gap is said before the cue: its own entry speaks
            return Found(entry, books, sure=entry.id in sure)
    for skill in gap.skills[:2]:
        entry = case.taxonomy.scripts.skills.get(skill)
        if isinstance(entry, Expertise) and entry.near:
            return Found(entry, books, by_words=False, sure=fits_line(entry, gap, case))
    return None


def fits_line(entry: ScriptEntry, gap: Gap, case: Case) -> bool:
    """Whether an entry fits the posting's line as a whole (see ``entry_fit``)."""
    return _fits_line(entry, gap, case, _books(case.taxonomy))


def _fits_line(entry: ScriptEntry, gap: Gap, case: Case, books: _Books) -> bool:
    """By the posting's line, or the gap's name where that alone has the word."""
    lines = [case.requirements[r].text for r in gap.requirements[:1] if r in case.requirements]
    name = _BRACKET.sub("", gap.name)
    id = entry.id if isinstance(entry, Expertise) else ""
    for text in (*lines, name):
        said = [(h.start, h.end) for h in books.asked.find(words(text)) if h.key == id]
        if said or set(gap.skills).intersection(m.id for m in case.taxonomy.find_skills(text)):
            return fits(entry, gap, said, name, text, case)
    return True


def _spoken_for(entry: Expertise) -> set[str]:
    return {*entry.skills, *entry.narrows}


def _may_speak(entry: Expertise, gap: Gap) -> bool:
    """Whether a cue alone is enough; one that narrows a skill speaks for gaps in that skill only."""
    return not entry.narrows or bool(set(entry.narrows).intersection(gap.skills))


def _texts(gap: Gap, case: Case) -> Iterator[tuple[str, bool]]:
    """Where to look, in order, and whether it is the gap's name."""
    yield _BRACKET.sub("", gap.name), True
    yield gap.name, True
    for ref in gap.requirements[:1]:
        if ref in case.requirements:
            yield case.requirements[ref].text, False


@lru_cache(maxsize=4096)
def _spoken_of(text: str, books: _Books) -> frozenset[str]:
    """Ids of the subjects a line is near to."""
    said = words(text)
    return frozenset(h.key for book in (books.near, books.asked) for h in book.find(said))


@lru_cache(maxsize=4)
def _books(taxonomy: Taxonomy) -> _Books:
    books = _Books(PhraseBook(), PhraseBook())
    for entry in taxonomy.scripts.subjects.values():
        books.asked.add(entry.id, entry.cues)
        books.near.add(entry.id, entry.near)
    return books
