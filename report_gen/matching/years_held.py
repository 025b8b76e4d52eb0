"""Years in what is asked: the union of the positions that were about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import is_bounded_title
from report_gen.matching.numerals import YEARS, years_in
from report_gen.matching.periods import period, union_years
from report_gen.matching.professions import nearness, profession
from report_gen.matching.relevance import Bearing, together
from report_gen.resume.models import Resume

FULL, NEARLY = 0.6, 0.35
"""From where on a position counts as time in what is asked, and as time near it."""
MOST = 0.85
"""The share of what is asked from which the lines of a position count in full, whatever its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Years in positions about the ask, full and nearly, and those positions, best first."""

    years: float
    near_years: float
    refs: tuple[str, ...]


def tenure(
    ask: Ask, bearings: tuple[Bearing, ...], resume: Resume, lex: Lexicon, today: date
) -> Tenure:
    """Positions count in full when their title is of the asked field or their lines show most of
    what is asked, nearly when half; internships count nearly."""
    telling = any(not (lex.broad(t) or lex.manner(t)) for t in ask.terms)
    known = lex.taxonomy.skills
    # "2 years of Python for machine learning" are years of the language, whatever the title.
    in_language = any(t in known and known[t].parent == "programming_language" for t in ask.terms)
    full, near = [], []
    rows: list[tuple[float, int]] = []
    for n, w in enumerate(resume.work):
        during = period(w.start_date, w.end_date, today)
        if during is None:
            continue
        title = profession(w.position, lex)
        by_title = max((nearness(title, f, lex) for f in ask.fields), default=0.0)
        by_lines = _shown_in(f"work[{n}]", ask, bearings)
        by_lines = 1.0 if not telling and by_title else by_lines
        beside = by_lines if in_language or by_lines >= MOST else 0.5 * by_lines
        about = max(by_title * (0.5 + 0.5 * by_lines), beside) if ask.fields else by_lines
        if ask.time_only:
            about = by_title
        if is_bounded_title(w.position, lex):
            about *= 0.6
        if about >= FULL:
            full.append(during)
        if about >= NEARLY:
            near.append(during)
            rows.append((about, n))
    refs = tuple(f"work[{n}]" for _, n in sorted(rows, key=lambda r: (-r[0], r[1])))
    return Tenure(years=union_years(full), near_years=union_years(near), refs=refs)


_OF_THEM = re.compile(r"\b(?:with|including|of which|incl\.?|at least|and)\b[^.;]{0,20}$", re.I)


def later_years(ask: Ask) -> Ask | None:
    """ "10+ years of software engineering, with 5+ years in search": the second count is asked of
    the things the line names, the first of the trade. None where a line counts once."""
    text = ask.requirement.text
    found = list(YEARS.finditer(text))
    if len(found) != 2 or not ask.fields or not ask.groups:
        return None
    between = text[found[0].end() : found[1].start()]
    years = years_in(text[found[1].start() :])
    things = [text.find(said) for _, said in ask.said if said]
    if not _OF_THEM.search(between) or not years or not any(at > found[1].start() for at in things):
        return None
    return replace(ask, years=years, fields=())


def _shown_in(owner: str, ask: Ask, bearings: tuple[Bearing, ...]) -> float:
    """The share of what is asked that the lines of a position show together."""
    own = [b for b in bearings if b.line.reading.owner == owner]
    if not own or not ask.groups:
        return max((b.cover for b in own), default=0.0)
    values = tuple(max(b.groups[n] for b in own) for n in range(len(ask.groups)))
    return together(values, ask)
