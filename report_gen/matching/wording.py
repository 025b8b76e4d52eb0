"""Why, in words a candidate can check: which bullet, at which employer, and what the job asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.models import Evidence, LineReading, Status
from report_gen.matching.relevance import Bearing
from report_gen.matching.titles import Near
from report_gen.matching.unsaid import DOUBT, unsaid
from report_gen.matching.years_held import Tenure

_LED = {3: "in charge", 4: "in charge, with measured impact"}
_PUBLISHED = {3: "own published work", 4: "own published work"}


def level_in(level: int, dimension: str, ref: str, usual: Sequence[str]) -> str:
    """A level as it reads in one competency, by its best line: people are led, and a paper is
    published; neither is owned in production. ``usual``: the words everywhere else."""
    if ref.startswith("publications"):
        return _PUBLISHED.get(level, usual[level])
    if dimension == "behavioral_leadership":
        return _LED.get(level, usual[level])
    return usual[level]


LEVEL_WORDS = ("not shown", "named", "applied", "owned in production", "owned with measured impact")
_ORDINALS = ("1st", "2nd", "3rd")


def ordinal(n: int) -> str:
    """1 -> 1st, 2 -> 2nd, 11 -> 11th."""
    if 10 <= n % 100 <= 13:
        return f"{n}th"
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"


_BULLET = re.compile(r"highlights\[(\d+)\]")


def place(line: Line) -> str:
    """Where a line stands, as the candidate would say it: "your 2nd bullet at Acme"."""
    ref, kind = line.reading.ref, line.statement.kind
    bullet = _BULLET.search(ref)
    where = line.reading.employer or line.reading.title
    if line.one_of_several and line.reading.title:
        where = f"{where} as {line.reading.title}"
    if bullet and ref.startswith("projects"):
        return f"the {ordinal(int(bullet[1]) + 1)} line of your project {line.reading.title}"
    if bullet:
        return f"your {ordinal(int(bullet[1]) + 1)} bullet at {where}"
    if kind == "skill":
        return (
            f"your skills list ({line.reading.title})" if line.reading.title else "your skills list"
        )
    names = {
        "summary": "your summary", "education": "your education", "publication": "your list of publications",
        "certificate": "your list of certificates", "award": "your list of awards", "language": "your list of languages",
    }  # fmt: skip
    if kind in names:
        return names[kind]
    return f"your entry {where}" if where else "your resume"


def explain_evidence(b: Bearing, ask: Ask, lex: Lexicon) -> str:
    """One line about one piece of evidence."""
    what = ", ".join(lex.name(t) for t in (b.same or b.near)[:3])
    verb = "shows" if b.line.reading.level >= 2 else "names"
    if not what:
        if b.likeness >= DOUBT:
            return f"{_capital(place(b.line))} sounds as if it were about this, in other words."
        if b.lexical > 0:
            return f"{_capital(place(b.line))} uses the job's words."
        return explain_near(b.line)
    if not b.same:
        own = _close_to(b, lex)
        return f"{_capital(place(b.line))} is near to it: it {verb} {own} {what}."
    level = LEVEL_WORDS[b.line.reading.level]
    return f"{_capital(place(b.line))} {verb} {what} ({level})."


def explain_near(line: Line) -> str:
    """A line cited for what is missing."""
    return f"{_capital(place(line))} is one of your nearest lines."


def _close_to(b: Bearing, lex: Lexicon) -> str:
    """What of the line is close to what is asked: "Docker, which is close to"."""
    kin = (own for term in b.near for own in lex.kin(term) if own in b.line.terms)
    names = list(dict.fromkeys(lex.name(own) for own in kin))[:2]
    verb = "is" if len(names) == 1 else "are"
    return f"{' and '.join(names)}, which {verb} close to" if names else "something close to"


IF_IT_WAS = "The nearest line is quoted: if it was about this, say so in it."


def explain_requirement(
    ask: Ask,
    status: Status,
    evidence: tuple[Evidence, ...],
    lacks: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    listed: bool,
    time: Tenure | None,
    titles: Near | None,
    lines: tuple[Line, ...],
    lex: Lexicon,
    *,
    doubtful: bool = False,
) -> str:
    """The verdict's reason, with counts. ``doubtful``: what is missing may stand there in words we
    don't know, by the company they keep. ``lacks``: what no line names, what is only named
    lightly, and what of the first some deed comes near to; "no line names" is said of the first
    without the third alone, and "shows" of nothing: what we don't read may be shown all the same."""
    by_ref = {line.reading.ref: line for line in lines}
    shown = [e for e in evidence if e.ref in by_ref]
    parts: list[str] = []
    if time is not None and ask.years:
        parts.append(f"The job asks for {ask.years:g} years; {_told_time(time, titles)}.")
    deed = next((e for e in shown if e.strength >= 2), None)
    if listed and deed is not None:  # a line that is cited beside it is not told away
        parts.append(f"It stands in your lists. {deed.why}")
    elif listed:
        parts.append("It stands in your lists only; no bullet shows it in use.")
    elif shown and status != "missing":
        deeds = sum(1 for e in shown if e.strength >= 2)
        first = shown[0].why
        parts.append(first if deeds <= 1 else f"{first} {deeds} of your lines speak for it.")
    if status != "met" and not listed:
        quoted = [by_ref[e.ref].reading for e in shown[:_QUOTED]]
        parts += _lacking(ask, status, lacks, quoted, lines, lex)
        if doubtful and status == "missing":
            parts.append(IF_IT_WAS)
    return " ".join(parts) or "The resume answers this."


_QUOTED = 4


def _lacking(
    ask: Ask,
    status: Status,
    lacks: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    quoted: Sequence[LineReading],
    lines: Sequence[Line],
    lex: Lexicon,
) -> list[str]:
    """What a verdict says is lacking: no more than what the quoted lines leave open."""
    missing, weak, near = lacks
    readings = [line.reading for line in lines]
    said = dict(ask.said)
    text = ask.requirement.text
    denied = unsaid(missing, quoted, readings, lex, said=said, text=text)
    light = unsaid(weak, quoted, readings, lex, said=said, text=text, least=2)
    parts = []
    none = _names(tuple(t for t in denied if t not in near), lex)
    beside = _names(tuple(t for t in missing if t in near), lex)
    if none:
        opening = "No line of your resume names" if status == "missing" else "Not shown:"
        parts.append(f"{opening} {_joined(none)}.")
    if status == "missing" and beside:
        parts.append(f"Lines of yours come near: {_joined(beside)}.")
    if light:
        parts.append(f"Named, but not shown strongly enough: {_joined(_names(light, lex))}.")
    if status == "missing" and not parts:
        other = "Lines of yours may show it in other words."
        parts.append(other if missing or weak else "No line of your resume names this.")
    return parts


def _told_time(time: Tenure, titles: Near | None) -> str:
    """The time there is, by the nearest titles where they say more than the lines: none is said to
    be there only where no title and no line comes near."""
    near = titles.years if titles else 0.0
    if time.years >= max(near, 0.1):
        wider = f", {time.near_years:g} with related ones" if time.near_years > time.years else ""
        return f"your dates show {time.years:g} in positions about exactly this{wider}"
    if titles and near > 0:
        return f"as {' and '.join(titles.titles)} you have {near:g} near to it"
    if time.near_years > 0:
        return f"your dates show {time.near_years:g} in work next to it"
    return "none of your positions is about this"


def _names(terms: tuple[str, ...], lex: Lexicon) -> list[str]:
    """Up to four names, each once."""
    named = {lex.name(t).casefold(): lex.name(t) for t in terms}
    return list(named.values())[:4]


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
