"""What a requirement's verdict calls open although it is no gap: the person's own trade, one that the
posting welcomes, and a tool that it names as one of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from report_gen.job.models import Job
from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import Matches, RequirementMatch
from report_gen.matching.titles import Spell, near_titles
from report_gen.matching.words import words


def without_own(
    ask: Ask,
    verdict: RequirementMatch,
    held: Sequence[Spell],
    named: Iterable[str],
    lex: Lexicon,
) -> RequirementMatch | None:
    """The verdict without what a title held says, and without a choice beside one that the resume
    names (``named``: skills of all lines); None where nothing is left open by that."""
    if verdict.status == "met" and not ask.years:
        return verdict
    if ask.years:
        return _without_branch(ask, verdict, held, frozenset(named), lex)
    trade = {m.id for spell in held for m in lex.taxonomy.find_skills(spell.title)}
    doers = frozenset(w for spell in held for w in _doings(spell.title))
    have, said = frozenset(named), dict(ask.said)
    open_terms = {*verdict.missing_skills, *verdict.weak}
    closed = {
        t
        for t in open_terms
        if t in trade or _head(said, t) in doers or _is_choice(t, ask, have, lex)
    }
    if not open_terms and verdict.status == "partial" and not verdict.listed_only:
        chosen = {t for t in verdict.unshown if _is_choice(t, ask, have, lex)}
        return None if chosen and chosen == set(verdict.unshown) else verdict
    if not closed:
        return verdict
    by_title = any(_head(said, t) in doers for t in closed)
    if closed == open_terms and (verdict.status == "partial" or by_title):
        return None
    return replace(
        verdict,
        missing_skills=tuple(t for t in verdict.missing_skills if t not in closed),
        weak=tuple(t for t in verdict.weak if t not in closed),
        unshown=tuple(t for t in verdict.unshown if t not in closed),
    )


def _without_branch(
    ask: Ask,
    verdict: RequirementMatch,
    held: Sequence[Spell],
    have: frozenset[str],
    lex: Lexicon,
) -> RequirementMatch | None:
    """Of years in one trade or another ("data science or analytics") no branch is open where enough
    are held under titles near to either, and one branch is that title's or named by lines; None where
    that was all."""
    if verdict.status == "missing" or near_titles(ask, held, lex).years < (ask.years or 0):
        return verdict
    if verdict.status == "met":
        return None if _only_trades(ask, verdict, lex) else verdict
    said, text = {t: s for t, s in ask.said if s}, ask.requirement.text
    trade = {m.id for spell in held for m in lex.taxonomy.find_skills(spell.title)}
    names = [_beginnings(lex.professions[s.profession].name) for s in held if s.profession]
    own = {t for t, s in said.items() if t in trade or any(_beginnings(s) <= n for n in names)}
    branches_held = {t for t in said if t in own | have}
    open_terms = {*verdict.missing_skills, *verdict.weak}
    closed = {
        t
        for t in open_terms.intersection(said)
        if t in own or any(o != t and _joined(said[t], said[o], text) for o in branches_held)
    }
    if not closed:
        return verdict
    telling = [t for t in open_terms - closed if not (lex.broad(t) or lex.manner(t))]
    if not telling:
        return None
    return replace(
        verdict,
        missing_skills=tuple(t for t in verdict.missing_skills if t not in closed),
        weak=tuple(t for t in verdict.weak if t not in closed),
    )


def _only_trades(ask: Ask, verdict: RequirementMatch, lex: Lexicon) -> bool:
    """Is all that a met line leaves open the name of a trade it asks years in, among others?"""
    said, open_terms = dict(ask.said), {*verdict.missing_skills, *verdict.weak}
    trades = [_beginnings(lex.professions[f].name) for f in ask.fields if f in lex.professions]
    named = {t for t in open_terms if any(_beginnings(said.get(t) or "?") <= n for n in trades)}
    return len(trades) > 1 and bool(open_terms) and named == open_terms


def _beginnings(name: str) -> set[str]:
    return {w.stem[:_BEGINNING] for w in words(name)}


_BEGINNING = 5


def _head(said: Mapping[str, str], term: str) -> str:
    """The word a term's name ends with: "teaching" of "classroom teaching experience"."""
    name = _AND_PRACTICE.sub("", said.get(term, "").casefold())
    return " ".join(name.split()[-1:])


_AND_PRACTICE = re.compile(r"\s+(?:experience|practice|skills?|work)$")
_DOER = re.compile(r"\b([a-z]{4,})(?:er|or)s?\b")


def _doings(title: str) -> frozenset[str]:
    """What somebody of this title does all day: a teacher's is "teaching", a tester's "testing". Not
    what only begins alike: a developer has not for that done the "development of" anything."""
    stems = _DOER.findall(title.casefold())
    return frozenset(f"{stem}{end}" for stem in stems for end in ("ing", ""))


def _is_choice(term: str, ask: Ask, have: frozenset[str], lex: Lexicon) -> bool:
    """Whether the line names a product of the same category, joined by "or", that the resume has."""
    said, skills = dict(ask.said), lex.taxonomy.skills
    if not said.get(term) or term not in skills or term in have:
        return False
    return any(
        skills[other].parent == skills[term].parent
        and _joined(said[term], said[other], ask.requirement.text)
        for other in ask.terms
        if other != term and other in have and other in skills and said.get(other)
    )


def _joined(one: str, other: str, text: str) -> bool:
    """Whether only commas and an "or" stand between two names, in either order."""
    for a, b in ((one, other), (other, one)):
        if re.search(rf"{re.escape(a)},? or {re.escape(b)}\b", text, re.IGNORECASE):
            return True
    return False


_LATEST = 2
"""So many titles, the latest, are one's own trade."""
_LISTED = re.compile(r"\bor\b|/", re.I)


def welcomes(job: Job, matches: Matches, held: Sequence[Spell], lex: Lexicon) -> bool:
    """Whether a line the resume meets names several trades, the own one among them ("engineer,
    scientist or analyst")."""
    met = {m.id for m in matches.requirements if m.status == "met"}
    own = {h for s in held[:_LATEST] for h in _heads(s.title, lex)[-1:]}
    for line in job.requirements:
        heads = set(_heads(line.text, lex))
        if line.id in met and len(heads) > 1 and _LISTED.search(line.text) and own & heads:
            return True
    return False


def _heads(text: str, lex: Lexicon) -> list[str]:
    tokens = words(text)
    places = {(h.start, h.end) for h in lex.head_book.find(tokens)}
    return [t.stem for t in tokens if (t.start, t.end) in places]


def telling(term: str, lex: Lexicon) -> bool:
    """True for a thing to learn or show, rather than a way to work or a word of many lines."""
    return not (lex.broad(term) or lex.manner(term) or lex.soft(term))


def branches(ask: Ask, verdict: RequirementMatch, lex: Lexicon) -> list[str]:
    """What of examples is not shown where others of them are: the line itself is no gap then."""
    said = dict(ask.said)
    shown = {s for e in verdict.evidence if e.strength >= _DONE for s in e.skills}
    if not any(g.any and shown.intersection(g.terms) for g in ask.groups):
        return []
    return [t for t in verdict.unshown if said.get(t) and telling(t, lex)]


_DONE = 2
