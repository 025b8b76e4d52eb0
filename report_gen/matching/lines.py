"""Statements of the resume -> lines read as evidence: skills, topics, numbers, level, age."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from report_gen.matching.addressed import told
from report_gen.matching.levels import Setting, Signals, level_of, read_signals
from report_gen.matching.lexicon import Lexicon, distinct, pairs_of
from report_gen.matching.metrics import read_metrics
from report_gen.matching.models import LineReading
from report_gen.matching.periods import months_ago, period
from report_gen.matching.professions import profession
from report_gen.matching.words import Word, longest, words
from report_gen.resume.models import Resume
from report_gen.resume.statements import Statement, statements
from report_gen.taxonomy.vectors import Direction

_WISH = re.compile(
    r"\b(?:no|not|without|limited|little)\s(?:\w+\s){0,3}(?:experience|person|background|expert)|\b(?:eager|want|hope|keen|looking|hoping)\s(?:\w+\s)?(?:to|for)\b|\bcurrently learning\b|\binterested in\b|\binterest in\b|\btransition",
    re.I,
)
_NUMBER_BEFORE = re.compile(r"(?<![\w.,])\d[\d.,]*\s?[kKMB]?\+?\s?(?:[a-zA-Z/-]+\s){0,2}$")
_RATE = re.compile(r"(?:an?|per)\s", re.I)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A reading with what only matching needs. ``terms``: skill and topic ids, as named;
    ``context``: those of the heading it stands under (title and summary of the position)."""

    reading: LineReading
    statement: Statement
    terms: frozenset[str]
    context: frozenset[str]
    hints: Mapping[str, int]
    """What it is about by its words, though it names it nowhere, and by how many of them."""
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    direction: Direction
    """What it is about, by the company its words keep (``taxonomy/vectors.py``)."""
    signals: Signals
    listed: bool
    one_of_several: bool = False
    """The employer heads several positions, so that its name alone does not say which."""

    @cached_property
    def subjects(self) -> frozenset[str]:
        """All it speaks of, by name, by its heading or by what its words point to."""
        return self.terms.union(self.context, self.hints)


def read_lines(resume: Resume, lex: Lexicon, today: date) -> tuple[Line, ...]:
    """Every statement as evidence, in reading order."""
    all_statements = statements(resume)
    titles = {
        f"publications[{n}]": p.name
        for n, p in enumerate(resume.publications)
        if p.name in p.summary
    }
    heard = tuple(
        _as_told(s, titles.get(s.ref) or s.text, lex) for s in all_statements
    )  # of a citation its title: "Biometric Methods Quarterly" is where, not what
    about: dict[str, set[str]] = {}
    for s in heard:
        if s.kind in ("position", "description") or (
            s.ref.startswith("projects") and ".highlights" not in s.ref
        ):
            about.setdefault(s.owner, set()).update(_terms(s, lex) | _trade_of(s.employer, lex))
    several = _headed_more_than_once(resume)
    beside = _beside_the_trade(resume, lex)
    lines = (
        _read(s, h, frozenset(about.get(s.owner, ())), lex, today, several=s.employer in several)
        for s, h in zip(all_statements, heard, strict=True)
    )
    return tuple(_without_production(x, lex) if x.statement.owner in beside else x for x in lines)


def _beside_the_trade(resume: Resume, lex: Lexicon) -> frozenset[str]:
    """Positions with a title that no profession of ours has a name for: shifts in a cafe. Each by
    itself, so that a position that is added takes nothing from another."""
    titled = ((n, w.position) for n, w in enumerate(resume.work) if w.position)
    return frozenset(f"work[{n}]" for n, title in titled if not profession(title, lex))


def _without_production(line: Line, lex: Lexicon) -> Line:
    """A line of such a position that names nothing but ways to work with people: its customers make
    it no work in production. What it shows of leading people stays."""
    manner = frozenset(t for t in line.terms if lex.manner(t))
    if not all(lex.soft(t) for t in line.terms - manner):
        return line
    reading = replace(
        line.reading,
        production=False,
        level=min(line.reading.level, 2),
        dimensions=tuple(d for d in line.reading.dimensions if d != "production_ownership"),
    )
    return replace(
        line,
        reading=reading,
        terms=line.terms - manner,
        signals=replace(line.signals, production=False),
    )


def _trade_of(employer: str, lex: Lexicon) -> frozenset[str]:
    """The field of business that an employer's name says ("Brightpath Logistics"); nothing else of
    a name is looked at."""
    topics = {h.key for h in lex.topics_in(words(employer), asked=False)}
    skills = {m.id for m in lex.taxonomy.find_skills(employer)}
    return frozenset(t for t in topics | skills if lex.is_domain(t))


def _headed_more_than_once(resume: Resume) -> frozenset[str]:
    names = [w.name for w in resume.work if w.name]
    return frozenset(name for name in names if names.count(name) > 1)


def _terms(statement: Statement, lex: Lexicon) -> frozenset[str]:
    listed = statement.kind == "skill"
    topics = frozenset(h.key for h in lex.topics_in(words(statement.text), asked=False))
    return topics | frozenset(_skills(statement, lex, listed))


def is_bounded_title(title: str, lex: Lexicon) -> bool:
    """An internship, study or volunteer position."""
    return any(h.key == "bounded" for h in lex.level_book.find(words(title)))


def _as_told(statement: Statement, text: str, lex: Lexicon) -> Statement:
    """The statement with what of its ``text`` tells of its owner."""
    said = told(text, lex)
    return statement if said == statement.text else replace(statement, text=said)


def _read(
    whole: Statement, statement: Statement, about: frozenset[str], lex: Lexicon, today: date, *,
    several: bool,
) -> Line:  # fmt: skip
    """``statement``: what of the whole one tells of its owner; the rest is kept to be quoted.
    ``several``: its employer heads several positions."""
    text = statement.text
    tokens = words(text)
    listed = statement.kind == "skill"
    wish = _wished(statement)
    names = statement.employer, statement.title
    skills = () if wish else _skills(statement, lex, listed)
    topics = frozenset() if wish else frozenset(h.key for h in lex.topics_in(tokens, asked=False))
    metrics = () if listed or statement.kind == "education" else read_metrics(text, lex)
    setting = _setting(statement, lex)
    signals = read_signals(tokens, metrics, setting, lex)
    level = level_of(signals, setting) if text else 0
    terms = frozenset(skills) | topics
    during = period(statement.start, statement.end, today) if statement.start else None
    reading = LineReading(
        ref=statement.ref,
        text=whole.text,
        owner=statement.owner,
        employer=names[0],
        title=names[1],
        level=level,
        skills=skills,
        dimensions=_dimensions(terms, tokens, signals, lex),
        metrics=metrics,
        scale=_scale(tokens, text, lex),
        own=signals.own,
        owned=signals.owned,
        production=signals.production,
        months_ago=months_ago(statement.end, statement.start, today),
        months=float(during.months) if during else 0.0,
    )
    return Line(
        reading=reading,
        statement=whole,
        terms=terms,
        context=about - terms
        if ".highlights" in statement.ref or ".summary" in statement.ref
        else frozenset(),
        hints={}
        if wish or listed
        else {k: n for k, n in lex.hinted(tokens).items() if k not in terms},
        stems=distinct(tokens, lex.plain),
        direction=lex.about(text),
        pairs=pairs_of(tokens, lex),
        signals=signals,
        listed=listed,
        one_of_several=several,
    )


def _wished(statement: Statement) -> bool:
    """A hope or a denial ("not a deep learning person") is no evidence; deeds are read anyway."""
    return (
        statement.kind == "summary"
        and statement.ref == "basics.label"
        and bool(_WISH.search(statement.text))
    )


def _skills(statement: Statement, lex: Lexicon, listed: bool) -> tuple[str, ...]:
    text = statement.text
    if statement.kind == "summary":
        sentences = re.split(r"(?<=[.!?])\s+|;\s+", text)
        text = " ".join(s for s in sentences if not _WISH.search(s))
    found = lex.taxonomy.find_skills(text, listed=listed, context=statement.title)
    tokens = () if listed else words(text)
    return tuple(
        dict.fromkeys(
            m.id
            for m in found
            if (listed or not ("," in m.text or ";" in m.text))
            and not lex.in_other_sense(m.id, m.start, m.end, tokens)
            and not (lex.taxonomy.skills[m.id].kind == "domain" and m.id in lex.topics)
        )
    )


def _setting(statement: Statement, lex: Lexicon) -> Setting:
    project = statement.ref.startswith("projects")
    bounded = statement.ref.startswith("volunteer") or (
        statement.ref.startswith("work") and is_bounded_title(statement.title, lex)
    )
    kind = "skill" if statement.ref.endswith(".name") else statement.kind
    return Setting(kind=kind, bounded=bounded, project=project)


def _scale(tokens: tuple[Word, ...], text: str, lex: Lexicon) -> tuple[str, ...]:
    """Words of size with the number before them: "14,000 requests per second"; what only says how
    often ("a day") counts with its number alone."""
    found = []
    for hit in longest(tuple(h for h in lex.line_book.find(tokens) if h.key == "scale")):
        number = _NUMBER_BEFORE.search(text, 0, hit.start)
        if number is not None:
            found.append(text[number.start() : hit.end])
        elif not _RATE.match(text[hit.start : hit.end]):
            found.append(text[hit.start : hit.end])
    return tuple(dict.fromkeys(found))


def _dimensions(
    terms: frozenset[str], tokens: tuple[Word, ...], signals: Signals, lex: Lexicon
) -> tuple[str, ...]:
    """Dimensions of its skills and topics, and of the competency model's nouns it uses."""
    found = {lex.dimension(t) for t in terms} | {
        h.key.split(":")[0] for h in lex.noun_book.find(tokens)
    }
    return tuple(sorted(d for d in found if d))
