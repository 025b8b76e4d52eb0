"""Asks about what someone has rather than did: degrees, papers, certificates, languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.words import PhraseBook, words
from report_gen.resume.models import Education, Resume

RANKS = {"bachelor": 1, "master": 2, "phd": 3}
_DEGREE = re.compile(
    r"\b(?:degree|bachelor|master'?s?\b(?! data)|ph\.?\s?d|doctorate|B\.?Sc|M\.?Sc|B\.?S\.?(?=[\s/,])|M\.?S\.?(?=[\s/,])|MBA|BTech|MEng|diploma|graduate degree)",
    re.I,
)
_PLAIN_BACHELOR = re.compile(r"\bbachelor|\bB\.?S\.?c?\b|\bBA\b|\bB\.?A\b|\bundergraduate", re.I)
_PLAIN_MASTER = re.compile(
    r"\bmaster'?s?\b|\bM\.?S\.?c?\b|\bMBA\b|\badvanced degree|\bgraduate degree|\bMEng\b", re.I
)
_PLAIN_PHD = re.compile(r"\bPh\.?\s?D|\bdoctora", re.I)
_RANKED = ((1, _PLAIN_BACHELOR), (2, _PLAIN_MASTER), (3, _PLAIN_PHD))
_EQUIVALENT = re.compile(
    r"or (?:equivalent|comparable|similar)|some other way|equivalent (?:practical )?experience|or a comparable",
    re.I,
)
_PAPERS = re.compile(
    r"\b(?:publications?|publish(?:ed|ing)|papers at|peer-reviewed|conference papers)\b", re.I
)
_CERTIFICATE = re.compile(r"\bcertifi(?:cat\w+|ed)\b|\bPMP\b|\bCSM\b", re.I)
_LANGUAGE_ASK = re.compile(
    r"\b(?:fluent|speak|fluency|proficien\w+|helps|written|spoken|native|language|B2|C1|plus|markets?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How an ask about credentials is answered: ``score`` 0..1, the entries, and why."""

    kind: str
    score: float
    refs: tuple[str, ...]
    why: str
    missing: str = ""


def degree_rank(entry: Education, lex: Lexicon, today: date) -> int:
    """1 bachelor, 2 master, 3 doctorate; one still to be finished counts one lower."""
    text = entry.study_type or entry.area
    rank = 0
    book = PhraseBook()
    for level, phrases in lex.taxonomy.evidence_words.degrees.items():
        book.add(level, phrases)
    for hit in book.find(
        words(re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)|(?<=\b[A-Za-z])\.(?=\s|$)", "", text))
    ):
        rank = max(rank, RANKS[hit.key])
    if re.search(r"doctor|ph\.?\s?d", text, re.I):
        rank = 3
    unfinished = entry.end_date[:7] > today.strftime("%Y-%m") if entry.end_date else False
    return rank - 1 if unfinished and rank > 1 else rank


def best_degree(resume: Resume, lex: Lexicon, today: date) -> int:
    return max((degree_rank(e, lex, today) for e in resume.education), default=0)


def asks_degree(ask: Ask) -> bool:
    """True for a line about a degree rather than one that mentions it in passing."""
    text = ask.requirement.text
    found = _DEGREE.search(text)
    return (
        bool(found)
        and (found.start() < 45 if found else False)
        and not re.search(r"degree of|master data", text, re.I)
    )


def judge_degree(ask: Ask, resume: Resume, lex: Lexicon, today: date, years: float) -> Verdict:
    """The degree asked for against those held; more years stand for one where the job says so."""
    text = ask.requirement.text
    wanted = _wanted(text)
    best = best_degree(resume, lex, today)
    named = {rank for rank, words_of in _RANKED if words_of.search(text)}
    held = [(degree_rank(e, lex, today), n) for n, e in enumerate(resume.education)]
    refs = tuple(
        f"education[{n}]"
        for rank, n in sorted(
            held, key=lambda h: (h[0] not in named, -h[0] if h[0] in named else h[1], h[1])
        )
        if rank >= min(wanted, max(best, 1))
    )
    names = {0: "no degree", 1: "a bachelor's degree", 2: "a master's degree", 3: "a doctorate"}
    say = f"The job asks for {names[wanted]}; your education section shows {names[best]}."
    if best >= wanted:
        alternative = _alternative_years(text, wanted, best)
        if alternative and years < alternative:
            score = 0.75 if years >= alternative * 0.6 else 0.5
            return Verdict(
                kind="degree",
                score=score,
                refs=refs,
                why=f"{say} With this degree it also asks for {alternative:g} years; your positions show {years:g}.",
                missing="years with this degree",
            )
        return Verdict(kind="degree", score=1.0, refs=refs, why=say)
    if best == wanted - 1 and best > 0 and _EQUIVALENT.search(text):
        return Verdict(
            kind="degree",
            score=0.7,
            refs=refs,
            why=f"{say} It accepts equivalent experience.",
            missing=names[wanted],
        )
    if _EQUIVALENT.search(text) and years >= 3:
        return Verdict(
            kind="degree",
            score=0.7,
            refs=refs,
            why=f"{say} It accepts equivalent experience and you have {years:g} years.",
            missing=names[wanted],
        )
    return Verdict(
        kind="degree", score=0.0, refs=(), why=say, missing=names[wanted].removeprefix("a ")
    )


def _wanted(text: str) -> int:
    """The least degree a line accepts; a bare "degree" is a bachelor's."""
    for rank, words_of in _RANKED:
        if words_of.search(text):
            return rank
    return 1


def _alternative_years(text: str, wanted: int, best: int) -> float | None:
    """ "PhD, or a master's and four years": the years that go with the lower degree."""
    from report_gen.matching.asks import years_in

    if not _PLAIN_PHD.search(text) or best >= 3 or wanted >= 3:
        return None
    return years_in(text)


def judge_papers(ask: Ask, resume: Resume, lex: Lexicon) -> Verdict | None:
    """Asks about publications; a workshop paper is part of an answer where venues are named."""
    text = ask.requirement.text
    if not _PAPERS.search(text):
        return None
    minor = PhraseBook()
    minor.add("minor", lex.taxonomy.evidence_words.minor_publications)
    full: list[str] = []
    small: list[str] = []
    for n, p in enumerate(resume.publications):
        about = words(f"{p.publisher} {p.summary}")
        (small if minor.find(about) else full).append(f"publications[{n}]")
    venues = bool(
        re.search(r"\b(?:at|in|venues?|conferences?|such as)\b.*\b[A-Z][A-Za-z]*[A-Z]{2,}", text)
    )
    refs = tuple(full + small)
    count = len(refs)
    if not refs:
        return Verdict(
            kind="papers",
            score=0.0,
            refs=(),
            why="The job asks for publications; the resume lists none.",
            missing="publications",
        )
    if full or not venues:
        return Verdict(
            kind="papers",
            score=1.0,
            refs=refs,
            why=f"The job asks for publications; the resume lists {count}.",
        )
    return Verdict(
        kind="papers",
        score=0.5,
        refs=refs,
        why=f"The job names main conferences; your {count} listed are workshop papers, posters or talks.",
        missing="main-conference publications",
    )


def judge_certificate(ask: Ask, resume: Resume, lex: Lexicon) -> Verdict | None:
    """Asks about certificates: one of the same skill or words answers it."""
    text = ask.requirement.text
    if not _CERTIFICATE.search(text):
        return None
    asked = set(ask.terms) | {s for s in ask.stems if s not in {"certificat", "certif", "certifi"}}
    hits = []
    for n, c in enumerate(resume.certificates):
        held_words = words(f"{c.name} {c.issuer}")
        own = {w.stem for w in held_words} | {
            m.id for m in lex.taxonomy.find_skills(c.name, listed=True)
        }
        own |= {h.key for h in lex.ask_book.find(held_words)}
        if own & asked:
            hits.append(f"certificates[{n}]")
    if hits:
        return Verdict(
            kind="certificate",
            score=1.0,
            refs=tuple(hits),
            why="The certificate asked for is in your list of certificates.",
        )
    return Verdict(
        kind="certificate",
        score=0.0,
        refs=(),
        why="The job asks for a certificate the resume does not list.",
        missing="certificate",
    )


_OTHER_LANGUAGES = re.compile(r"\blanguages? (?:other than|besides|beyond) (\w+)", re.I)


def judge_languages(ask: Ask, resume: Resume, lex: Lexicon) -> Verdict | None:
    """Asks about human languages, answered by the languages section."""
    text = ask.requirement.text
    other = _OTHER_LANGUAGES.search(text)
    if other:
        refs = tuple(
            f"languages[{n}]"
            for n, entry in enumerate(resume.languages)
            if other[1].casefold() not in entry.language.casefold()
        )
        if not refs:
            return None
        listed = ", ".join(
            entry.language
            for entry in resume.languages
            if other[1].casefold() not in entry.language.casefold()
        )
        return Verdict(
            kind="language", score=0.8, refs=refs, why=f"Your list of languages names {listed}."
        )
    named = [
        name for name in lex.taxonomy.evidence_words.languages if re.search(rf"\b{name}\b", text)
    ]
    if not named or not _LANGUAGE_ASK.search(text) or len(ask.groups) > 2:
        return None
    have = {n: entry.language for n, entry in enumerate(resume.languages)}
    hits = [
        f"languages[{n}]"
        for n, language in have.items()
        if any(re.search(rf"\b{name}\b", language) for name in named)
    ]
    if hits:
        return Verdict(
            kind="language",
            score=1.0,
            refs=tuple(hits),
            why="The language is in your list of languages.",
        )
    if named == ["English"] or "English" in named:
        return Verdict(
            kind="language",
            score=0.8,
            refs=(),
            why="The resume is written in English; the languages section does not state a level.",
        )
    return Verdict(
        kind="language",
        score=0.0,
        refs=(),
        why=f"The resume does not list {' or '.join(named)}.",
        missing=" or ".join(named),
    )
