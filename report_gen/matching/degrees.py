"""The degree a line asks against those held: alternatives, years that go with them, fields of study."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from report_gen.job.degree import LEVELS, find_degrees, name_degrees, takes_equivalent
from report_gen.job.words import Matcher, whole_words
from report_gen.matching.asks import Ask, read_ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.numerals import years_in
from report_gen.matching.verdict import Verdict
from report_gen.resume.degrees import UNSAID, held_level, is_running
from report_gen.resume.models import Education, Resume
from report_gen.resume.words import words_for
from report_gen.taxonomy.models import Taxonomy

RANKS: dict[str, int] = {level: n for n, level in enumerate(LEVELS, start=1)}
BACHELOR = RANKS["bachelor"]
_NAMES = {
    "school": "a school leaving certificate", "vocational": "vocational training",
    "associate": "an associate degree", "bachelor": "a bachelor's degree",
    "postgraduate": "a postgraduate diploma", "master": "a master's degree", "phd": "a doctorate",
}  # fmt: skip
_EARLY = 45
"""A line that names a degree later than this is about something else."""
_LONGEST = 60
"""A longer line is not given in a name."""
LEVEL_UNSAID, UNSAID_ELSEWHERE, OTHER_FIELD = 0.7, 0.3, 0.55
"""A diploma whose level isn't said, in a field that fits or in another; a degree in another field."""
EQUIVALENT = 0.7
_NEXT_BEST = 3
"""Years of work that stand for a degree where the line takes an equivalent."""
_WAY = re.compile(
    r"\s*(?:[,;]\s*|\s)(?:or|oder|ou)\s+(?!(?:an? )?(?:equivalent|related|similar|comparable|relevant|other|higher|above|more|better)\b)"
    r"|\s*;\s*",
    re.I,
)
_YEARS = r"(?:at least |a? ?minimum (?:of )?|over |more than |around |about )*(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b[^,;.]{0,12}\b(?:years?|yrs?)\b"
_PRACTICE = r"(?:[\w/+#-]+ ){0,4}(?:experience|background|knowledge|track record|proficiency|familiarity|skills?)\b"
_BESIDE = re.compile(
    rf"(?:\s*[,;.]\s+|\s+)(?:and|plus|with|along with|together with|as well as|combined with|followed by|\+|&)\s+(?:also )?(?={_YEARS}|{_PRACTICE})"
    rf"|\s*[,;.]\s+(?={_YEARS}|(?!or\b){_PRACTICE})",
    re.I,
)
"""Where a line that begins with a degree goes on to ask something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way in: a rank (0 without a degree), and the years that go with it."""

    rank: int
    years: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """An entry of the education section: its rank, None where its words don't say it."""

    ref: str
    rank: int | None
    fits: bool
    entry: Education
    runs: int = 0
    """The rank it will have, while it is in progress."""


def asks_degree(ask: Ask, lex: Lexicon) -> bool:
    """True for a line about a degree rather than one that mentions it in passing."""
    named = name_degrees(ask.requirement.text, lex.taxonomy.job_words.degree)
    return bool(named) and named[0].start < _EARLY


def beside_degree(text: str, lex: Lexicon) -> str:
    """What a line about a degree asks besides ("..., and five years of Java"), or ""."""
    words = lex.taxonomy.job_words.degree
    if len(_ways(text, lex)) > 1:
        return ""
    for joint in _BESIDE.finditer(text):
        before, rest = text[: joint.start()], text[joint.end() :]
        if find_degrees(before, words) and not find_degrees(rest, words) and "(" not in rest[:1]:
            return "" if before.count("(") > before.count(")") else rest
    return ""


def degree_and_rest(ask: Ask, rest: str, lex: Lexicon, level: str | None = None) -> tuple[Ask, Ask]:
    """A line that asks a degree and more, as one ask for each."""
    line = ask.requirement
    parts = (line.text[: line.text.rindex(rest)].rstrip(" ,;"), rest)
    degree, more = (
        read_ask(replace(line, text=part, years=None, skills=()), lex, level) for part in parts
    )
    return degree, more


def name_degree(text: str) -> str:
    """What a line asks, called a degree, whatever its words: "a degree (B.E./B.Tech/MCA)"."""
    return f"a degree ({text.strip(' .')})" if len(text) <= _LONGEST else "a degree"


def judge_degree(ask: Ask, resume: Resume, lex: Lexicon, today: date, years: float) -> Verdict:
    """The degree asked for against those held; more years stand for one where the job says so.
    The best that the entries give, all together, each alone or none: a further degree never takes
    anything away."""
    text = ask.requirement.text
    rest = beside_degree(text, lex)
    about = text[: len(text) - len(rest)] if rest else text
    ways = _ways(text, lex)
    held = _held(about, resume, lex, today)
    wanted = min((w.rank for w in ways if w.rank), default=BACHELOR)
    best = max((h.rank or 0 for h in held), default=0)
    say = f"The job asks for {_asked(ways, wanted)}; your education section shows {_shown(best, held)}."
    tried = (held, *((h,) for h in held), ())
    verdicts = (_judged(text, ways, wanted, entries, years, say, lex) for entries in tried)
    return max(verdicts, key=lambda v: v.score)


def _judged(
    text: str,
    ways: tuple[_Way, ...],
    wanted: int,
    held: tuple[_Held, ...],
    years: float,
    say: str,
    lex: Lexicon,
) -> Verdict:
    """The verdict on these entries. ``say``: the whole section's in a sentence."""
    best = max((h.rank or 0 for h in held), default=0)
    fitting = max((h.rank or 0 for h in held if h.fits), default=0)
    if any(not w.rank and years >= w.years for w in ways):
        why = f"The job takes years instead of a degree, and you have {years:g}."
        if best < wanted:
            return Verdict(kind="degree", score=1.0, refs=_refs(held, 1), why=why)
    if fitting >= wanted:
        return _with_years(ways, fitting, years, held, say, wanted)
    if best >= wanted:
        area = next(h.entry.area for h in held if (h.rank or 0) >= wanted)
        if takes_equivalent(text, lex.taxonomy.job_words.degree) and years >= _NEXT_BEST:
            why = f"{say} It is in {area}; the job accepts equivalent experience."
            return Verdict(kind="degree", score=EQUIVALENT, refs=_refs(held, wanted), why=why)
        why = f"{say} It is in {area}, and the line names other fields."
        return Verdict(
            kind="degree", score=OTHER_FIELD, refs=_refs(held, wanted), why=why, missing="field"
        )
    return _below(text, wanted, best, held, say, years, lex)


def _with_years(
    ways: tuple[_Way, ...], rank: int, years: float, held: tuple[_Held, ...], say: str, wanted: int
) -> Verdict:
    """The degree is held: the ways open with it, and whether one's years are there."""
    least = min(w.years for w in ways if w.rank <= rank)
    refs = _refs(held, wanted)
    if years >= least or len(ways) == 1:
        return Verdict(kind="degree", score=1.0, refs=refs, why=say)
    score = 0.69 if years >= least * 0.6 else 0.5
    late = next((h for h in held if any(h.runs >= w.rank and years >= w.years for w in ways)), None)
    if late is not None and late.runs:
        when = (
            f"in {finish_of(late.entry)}"
            if finish_of(late.entry)
            else "at a date your entry doesn't say"
        )
        more = f"What it asks for is complete when that is finished, {when}: until then only the date is open."
        return Verdict(
            kind="degree", score=score, refs=refs, why=f"{say} {more}", missing="a finished degree"
        )
    more = f"With this degree it also asks for {least:g} years; your positions show {years:g}."
    return Verdict(
        kind="degree", score=score, refs=refs, why=f"{say} {more}", missing="years with this degree"
    )


def _below(
    text: str,
    wanted: int,
    best: int,
    held: tuple[_Held, ...],
    say: str,
    years: float,
    lex: Lexicon,
) -> Verdict:
    """No degree of the level asked is read: one whose level is not said is not denied."""
    unsaid = [h for h in held if h.rank is None]
    if unsaid:
        first = unsaid[0].entry
        own = ", ".join(part for part in (first.study_type, first.area) if part)
        why = (
            f"The job asks for {_name(wanted)}; your education section names {own or first.institution}."
            " Its words do not say which level that is: say it in the entry."
        )
        return Verdict(
            kind="degree",
            score=LEVEL_UNSAID if any(h.fits for h in unsaid) else UNSAID_ELSEWHERE,
            refs=tuple(h.ref for h in unsaid),
            why=why,
        )
    name = _name(wanted)
    if takes_equivalent(text, lex.taxonomy.job_words.degree):
        near = best >= BACHELOR and best >= wanted - 2
        if near or years >= _NEXT_BEST:
            known = "" if near else f" and you have {years:g} years"
            return Verdict(
                kind="degree",
                score=EQUIVALENT,
                refs=_refs(held, max(best, 1)),
                why=f"{say} It accepts equivalent experience{known}.",
                missing=name,
            )
    return Verdict(kind="degree", score=0.0, refs=(), why=say, missing=name.removeprefix("a "))


def _ways(text: str, lex: Lexicon) -> tuple[_Way, ...]:
    """The ways in that a line lists; one where no years tell them apart. "A master's and four
    years, or a doctorate": the lower degree with years, the higher without. Before years said
    once, a lower degree has them too ("bachelor's or master's with five years")."""
    words = lex.taxonomy.job_words.degree
    pieces = [p for p in _WAY.split(text) if p.strip()]
    read = [
        (min((RANKS[level] for level in find_degrees(p, words)), default=0), years_in(p) or 0.0)
        for p in pieces
    ]
    read = [(rank, years) for rank, years in read if rank or years]
    if len(read) < 2 or not any(years for _, years in read) or not any(rank for rank, _ in read):
        lowest = min((RANKS[level] for level in find_degrees(text, words)), default=BACHELOR)
        return (_Way(rank=lowest, years=0.0),)
    ways: list[_Way] = []
    for n, (rank, years) in enumerate(read):
        later = next(((r, y) for r, y in read[n + 1 :] if y and r), None)
        if not years and later is not None and 0 < rank < later[0]:
            years = later[1]
        ways.append(_Way(rank=rank, years=years))
    return tuple(ways)


def _held(text: str, resume: Resume, lex: Lexicon, today: date) -> tuple[_Held, ...]:
    """Every degree of the education section, those of the fields named first, then the highest."""
    out = []
    named = {RANKS[level] for level in find_degrees(text, lex.taxonomy.job_words.degree)}
    for n, entry in enumerate(resume.education):
        level = held_level(entry, words_for(lex.taxonomy))
        if not level:
            continue
        rank = None if level == UNSAID else RANKS[level]
        unfinished = is_running(entry, today)
        runs = rank if rank is not None and unfinished else 0
        if rank is not None and unfinished and rank > BACHELOR:
            rank = {RANKS["phd"]: RANKS["master"]}.get(rank, BACHELOR)
        fits = _fits(text, entry.area or entry.study_type, lex)
        out.append(_Held(ref=f"education[{n}]", rank=rank, fits=fits, entry=entry, runs=runs))
    return tuple(sorted(out, key=lambda h: (not h.fits, h.rank not in named, -(h.rank or 0))))


def _refs(held: tuple[_Held, ...], least: int) -> tuple[str, ...]:
    return tuple(h.ref for h in held if (h.rank or 0) >= least)


def _name(rank: int) -> str:
    name = _NAMES[LEVELS[rank - 1]]
    return f"{name} or more" if rank < BACHELOR else name


def degree_in_progress(
    text: str, resume: Resume, lex: Lexicon, today: date
) -> tuple[str, str] | None:
    """The degree in progress that a line asks for, and when it ends ("" where unsaid); None where
    none is or a degree held answers the line anyway."""
    named = [RANKS[level] for level in find_degrees(text, lex.taxonomy.job_words.degree)]
    held = _held(text, resume, lex, today)
    late = max((h for h in held if h.runs in named), key=lambda h: h.runs, default=None)
    if late is None or any(not h.runs and (h.rank or 0) >= late.runs for h in held):
        return None
    name = _NAMES[LEVELS[late.runs - 1]].removeprefix("a ").removeprefix("an ")
    return name, finish_of(late.entry)


def _asked(ways: tuple[_Way, ...], wanted: int) -> str:
    """The degree asked for; where several are, each with its years."""
    ranked = sorted({(w.rank, w.years) for w in ways if w.rank}, reverse=True)
    if len(ranked) < 2:
        return _name(wanted)
    return " or ".join(
        _NAMES[LEVELS[rank - 1]] + (f" with {years:g} years" if years else "")
        for rank, years in ranked
    )


def _shown(best: int, held: tuple[_Held, ...]) -> str:
    """What the education section holds, by its highest degree; one in progress is called that."""
    running = max((h for h in held if h.runs >= BACHELOR), key=lambda h: h.runs, default=None)
    done = max((h.rank or 0 for h in held if not h.runs), default=0)
    if running is not None and running.runs > done:
        when = f" (expected {finish_of(running.entry)})" if finish_of(running.entry) else ""
        beside = f" and {_name(done)}" if done >= BACHELOR else ""
        return f"{_NAMES[LEVELS[running.runs - 1]]} in progress{when}{beside}"
    if best >= BACHELOR:
        return _name(best)
    own = next((h.entry.study_type for h in held if h.rank == best and h.entry.study_type), "")
    return own if best > RANKS["school"] and own else "no degree"


def finish_of(entry: Education) -> str:
    """When a degree in progress ends: "May 2027"; "" where its entry does not say."""
    year, _, month = entry.end_date[:7].partition("-")
    if not year.isdigit():
        return ""
    return f"{calendar.month_name[int(month)]} {year}" if month.isdigit() else year


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    families: tuple[tuple[str, Matcher], ...]
    wide: tuple[tuple[frozenset[str], Matcher], ...]
    related: Matcher
    any: Matcher


def _fits(text: str, area: str, lex: Lexicon) -> bool:
    """Whether a subject is of the fields a line names, or near where it takes what is related;
    what either does not say, or we don't know, is no objection."""
    fields = _fields(lex.taxonomy)
    source = lex.taxonomy.evidence_words.study_fields
    own = {name for name, matcher in fields.families if matcher.search(area)}
    asked = {name for name, matcher in fields.families if matcher.search(text)}
    for wide, matcher in fields.wide:
        if matcher.search(text):
            asked |= wide
    if not own or not asked or fields.any.search(text):
        return True
    if fields.related.search(text):
        asked |= {far for near, far in source.kin if near in asked}
        asked |= {near for near, far in source.kin if far in asked}
    return bool(own & asked)


@lru_cache(maxsize=4)
def _fields(taxonomy: Taxonomy) -> _Fields:
    source = taxonomy.evidence_words.study_fields
    return _Fields(
        families=tuple((name, whole_words(words)) for name, words in source.families.items()),
        wide=tuple((frozenset(wide.families), whole_words(wide.words)) for wide in source.wide),
        related=whole_words(source.related),
        any=whole_words(source.any),
    )
