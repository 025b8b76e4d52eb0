"""Time in a trade by the nearest titles: a pricing analyst has years in pricing, whatever the posting
calls the profession."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import is_bounded_title
from report_gen.matching.periods import Period, period, union_years
from report_gen.matching.professions import nearness, profession
from report_gen.matching.words import stems
from report_gen.resume.models import Resume
from report_gen.taxonomy.models import Taxonomy

NEAR_TITLE = 0.6
"""From this nearness of professions on a title is told as near to what is asked."""
MOST_TITLES = 2
_LEAST_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A position: its title, profession ("" for none) and time. Internships are none."""

    title: str
    profession: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Years under the titles nearest to an ask, and those titles, latest first."""

    years: float
    titles: tuple[str, ...]


def spells(resume: Resume, lex: Lexicon, today: date) -> tuple[Spell, ...]:
    """Every dated position, latest first."""
    out = []
    for w in resume.work:
        during = period(w.start_date, w.end_date, today)
        if during is not None and w.position and not is_bounded_title(w.position, lex):
            out.append(
                Spell(title=w.position, profession=profession(w.position, lex), period=during)
            )
    return tuple(sorted(out, key=lambda s: -s.period.end))


def near_titles(ask: Ask, held: Sequence[Spell], lex: Lexicon) -> Near:
    """The positions whose title says the trade asked for: by profession, or by a word of the line
    that is no profession's ("general insurance pricing" and "Pricing Analyst")."""
    own = frozenset(stems(ask.requirement.text))
    found = [
        s
        for s in held
        if any(nearness(s.profession, f, lex) >= NEAR_TITLE for f in ask.fields if s.profession)
        or own & _telling(s.title, lex)
    ]
    titles = tuple(dict.fromkeys(s.title for s in found))[:MOST_TITLES]
    return Near(years=union_years([s.period for s in found]), titles=titles)


def _telling(title: str, lex: Lexicon) -> frozenset[str]:
    said = frozenset(s for s in stems(title) if len(s) >= _LEAST_STEM)
    return said - _of_any_trade(lex.taxonomy) - lex.plain


@lru_cache(maxsize=4)
def _of_any_trade(taxonomy: Taxonomy) -> frozenset[str]:
    """Stems that say a profession, a head or a level and no subject."""
    vocabulary = taxonomy.evidence_words
    phrases = [p for trade in vocabulary.professions for p in (*trade.titles, *trade.fields)]
    phrases += [*vocabulary.heads, *(p for ps in vocabulary.level_titles.values() for p in ps)]
    return frozenset(s for phrase in phrases for s in stems(phrase))
