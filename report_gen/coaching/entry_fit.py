"""Whether an entry of the packs fits a requirement as a whole, and not one word of it alone.

One word means many things: "coordinates" are of a map or of a team, "reconciled" are accounts or
sensors. What stands beside the word decides: where that keeps other company than the entry does,
the word was a chance, and the wording for what the line has one do says less and nothing false.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.matching.lexicon import Lexicon, lexicon
from report_gen.matching.words import words
from report_gen.scoring.models import Gap
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.interview import Expertise, ScriptEntry

FLOOR, WHOLE = 0.28, 0.6
"""From these likenesses on, of the words beside and of the whole line, an entry is of the line's field.
Of 120 sentences in which a word of the cues has its own or another sense, they refuse most of the
latter, and of the former those that say little else."""
TELLING = 2
"""So many other words say which sense it is; one may be anything."""


def fits(
    entry: ScriptEntry, gap: Gap, said: Iterable[tuple[int, int]], name: str, text: str, case: Case
) -> bool:
    """Whether an entry found in a line by ``said`` (places of its cues) or by a skill of the gap fits
    the line. A term of several words is no chance, and a name or a line that says nothing else
    leaves nothing to hold it against."""
    lex = lexicon(case.taxonomy)
    cues = list(said)
    named = [m for m in case.taxonomy.find_skills(text) if m.id in gap.skills]
    own = [(m.start, m.end) for m in named if _speaks_for(entry, m.id, case.taxonomy)]
    if any(len(text[a:b].split()) > 1 for a, b in (*cues, *own)):
        return True
    places = [*cues, *((m.start, m.end) for m in named)]
    beside = _without(text, places)
    if _telling(beside, lex) < TELLING or not _telling(_unsaid(name, text, places), lex):
        return True
    field = lex.about(_field(entry, case.taxonomy))
    if not field.values or field.likeness(lex.about(text)) >= WHOLE:
        return True
    return field.likeness(lex.about(beside)) >= FLOOR


def _speaks_for(entry: ScriptEntry, skill: str, taxonomy: Taxonomy) -> bool:
    """Whether an entry is the skill's own, or its family's."""
    own, known = taxonomy.scripts.skills, taxonomy.skills
    return own.get(skill) is entry or (
        skill in known and own.get(known[skill].family) is entry and skill not in own
    )


def _field(entry: ScriptEntry, taxonomy: Taxonomy) -> str:
    """The words of the field an entry is written for: its cues and what is near, else the names and
    signs of the skills it speaks for."""
    if isinstance(entry, Expertise) and (entry.cues or entry.near):
        return " ".join((*entry.cues, *entry.near))
    return _skill_words(_Same(entry), taxonomy)


class _Same:
    """An entry as a key: by identity, which is how the packs share one among skills."""

    def __init__(self, entry: ScriptEntry) -> None:
        self.entry = entry

    def __hash__(self) -> int:
        return id(self.entry)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.entry is self.entry


@lru_cache(maxsize=512)
def _skill_words(same: _Same, taxonomy: Taxonomy) -> str:
    known, evidence = taxonomy.skills, taxonomy.evidence_words
    out: list[str] = []
    for id, entry in taxonomy.scripts.skills.items():
        if entry is same.entry and id in known:
            out += [known[id].name, *known[id].aliases]
            out += [*evidence.cues.get(id, ()), *evidence.signs.get(id, ())]
    return " ".join(out)


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    out = list(text)
    for start, end in places:
        out[start:end] = " " * (end - start)
    return "".join(out)


def _unsaid(name: str, text: str, places: Iterable[tuple[int, int]]) -> str:
    """A name without the words found in the line."""
    for start, end in places:
        name = name.replace(text[start:end], " ")
    return name


def _telling(text: str, lex: Lexicon) -> int:
    """How many words of a text are known to keep a company of their own."""
    known = lex.taxonomy.vectors.words
    return len({w.stem for w in words(text) if w.stem in known and w.stem not in lex.plain})
