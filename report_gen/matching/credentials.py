"""Asks about what someone has rather than did: papers, certificates."""

from __future__ import annotations

import re

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.verdict import Verdict
from report_gen.matching.words import words
from report_gen.resume.models import Resume

_PATENT = re.compile(r"\bpatents?\b", re.I)
_PAPERS = re.compile(
    r"\b(?:publications?|publish(?:ed|ing)|publish (?:[\w-]+ ){0,4}(?:venues|conferences|journals)|papers at|peer-reviewed|conference papers)\b",
    re.I,
)
_TALK = re.compile(
    r"\b(?:(?:invited |guest |keynote )?talks?|keynote|panel(?:ist)?|guest lecture|tutorial speaker|reviewers?|reviewed for|reviewing|"
    r"programme committee|program committee|session chair)\b",
    re.I,
)
"""What was said or judged, and not written."""
_CERTIFICATE = re.compile(r"\bcertifi(?:cat\w+|ed)\b|\bPMP\b|\bCSM\b", re.I)


def judge_papers(ask: Ask, resume: Resume, lex: Lexicon) -> Verdict | None:
    """Asks about publications; a workshop paper is part of an answer where venues are named."""
    text = ask.requirement.text
    if not _PAPERS.search(text):
        return None
    full: list[str] = []
    small: list[str] = []
    talks: list[str] = []  # shown where a paper was looked for, and never counted as one
    for n, p in enumerate(resume.publications):
        about = words(f"{p.publisher} {p.summary}")
        if not _PATENT.search(text) and _PATENT.search(f"{p.name} {p.publisher} {p.summary}"):
            continue
        if _TALK.search(f"{p.publisher} {p.summary}") or _TALK.match(p.name):
            talks.append(f"publications[{n}]")
            continue
        (small if lex.minor_book.find(about) else full).append(f"publications[{n}]")
    venues = bool(
        re.search(r"\b(?:at|in|venues?|conferences?|such as)\b.*\b[A-Z][A-Za-z]*[A-Z]{2,}", text)
    )
    small = small if full or small else talks
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
    if full or (not venues and small != talks):
        return Verdict(
            kind="papers",
            score=1.0,
            refs=refs,
            why=f"The job asks for publications; the resume lists {count}.",
        )
    if small == talks:
        return Verdict(
            kind="papers",
            score=0.25,
            refs=refs,
            why="The job asks for publications; the resume lists talks or reviews, and no paper.",
            missing="publications",
        )
    return Verdict(
        kind="papers",
        score=0.5,
        refs=refs,
        why="The job names main conferences; "
        + (
            "the one you list is a workshop paper, a poster or a talk."
            if count == 1
            else f"your {count} listed are workshop papers, posters or talks."
        ),
        missing="main-conference publications",
    )


_ONE_WAY = re.compile(
    r"\b(?:training|education|degree|coursework|experience|apprenticeship) (?:and/)?or (?:an? )?certificat\w+"
    r"|\bcertificat\w+ or (?:formal |practical |equivalent )*(?:training|experience|education|degree)",
    re.I,
)
"""A certificate that only is one way to have learned it ("formal training or certification on
software engineering concepts and 5+ years"): what was done answers as well."""


def judge_certificate(ask: Ask, resume: Resume, lex: Lexicon) -> Verdict | None:
    """Asks about certificates: one of the same skill or words answers it."""
    text = ask.requirement.text
    if not _CERTIFICATE.search(text) or _ONE_WAY.search(text):
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
