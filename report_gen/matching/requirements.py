"""One requirement against the whole resume: status, score, best own lines and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from report_gen.job.models import Job
from report_gen.matching.asks import Ask, Group
from report_gen.matching.caps import (
    MET,
    PARTIAL,
    SHOWN,
    alternatives_cap,
    of_its_field,
    share_cap,
    spared_by,
    unheard_cap,
)
from report_gen.matching.credentials import judge_certificate, judge_papers
from report_gen.matching.degrees import (
    asks_degree,
    beside_degree,
    degree_and_rest,
    judge_degree,
)
from report_gen.matching.instead import alternative_to_years
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import Line
from report_gen.matching.models import DimensionRating, Evidence, RequirementMatch, Status
from report_gen.matching.order import nearer, rank
from report_gen.matching.relevance import Bearing, bear, together
from report_gen.matching.titles import near_titles, spells
from report_gen.matching.tongues import judge_languages, tongue_ids
from report_gen.matching.traits import asked_traits, shows, trait_score
from report_gen.matching.unsaid import DOUBT
from report_gen.matching.verdict import Verdict
from report_gen.matching.wording import explain_evidence, explain_near, explain_requirement
from report_gen.matching.years_held import Tenure, later_years, tenure
from report_gen.resume.models import Resume
from report_gen.taxonomy.vocabulary_evidence import Trait

OTHER_FIELD = 0.8
"""The same words are worth this much in a profession far from the job's."""
TRADE, MUST, NEARBY = 0.2, 0.1, 0.6
"""What is added for a person of the job's own profession (for what it demands, a little more): a
reader believes the same line sooner of somebody in the trade. From this nearness on."""
SAID = 0.8
"""The share of what is open that the job's own words close."""
LIKENESS, USUAL_LIKENESS = 0.5, 0.3
"""The same for words that keep the same company; below the usual likeness they say nothing."""
LIKE_AT_MOST = 0.5
"""As far as likeness lifts: it may say that something is there, not that it answers the line."""
ALIKE = 0.28
"""From this likeness on a deed is worth citing."""
ENOUGH_YEARS = 0.85
"""Of the years asked; fewer are part of an answer."""
MOST_EVIDENCE = 5
NEAREST = 3
"""Lines cited for what is missing: the nearest ones, for a person to check the verdict by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The resume as matching needs it."""

    resume: Resume
    lines: tuple[Line, ...]
    years: float
    hands_on: bool
    languages: frozenset[str]
    near: float
    ratings: Mapping[str, DimensionRating]
    today: date
    position_fit: Mapping[str, float] = field(default_factory=dict)
    """How near the profession of each position (its reference) is to the job's, 0..1."""


def match_one(ask: Ask, person: Person, job: Job, lex: Lexicon) -> RequirementMatch:
    """The verdict on one requirement."""
    if ask.requirement.negated:
        return RequirementMatch(
            id=ask.requirement.id, status="met", score=1.0, why="The job says this is not needed."
        )
    if asks_degree(ask, lex):
        return _degree_and_rest(ask, person, job, lex)
    verdict = _credential(ask, person, lex)
    if verdict is not None:
        return _from_verdict(ask, verdict, lex)
    bearings = tuple(bear(line, ask, lex) for line in person.lines)
    return _from_lines(ask, bearings, person, lex)


def _degree_and_rest(ask: Ask, person: Person, job: Job, lex: Lexicon) -> RequirementMatch:
    """A line that begins with a degree: the degree, and what the line goes on to ask. Both must
    be there for it to be met; one of them is a part."""
    time = tenure(ask, (), person.resume, lex, person.today)
    years = time.years if ask.fields else person.years
    degree = _from_verdict(ask, judge_degree(ask, person.resume, lex, person.today, years), lex)
    text = beside_degree(ask.requirement.text, lex)
    if not text:
        return degree
    rest = degree_and_rest(ask, text, lex, job.level)[1]
    if not (rest.groups or rest.years or rest.fields):
        return degree
    other = match_one(rest, person, job, lex)
    score = 0.4 * degree.score + 0.6 * other.score
    if "met" in (degree.status, other.status) and degree.status != other.status:
        score = min(MET - 0.02, max(score, PARTIAL))
    return replace(
        other,
        status=status_of(score),
        score=round(score, 3),
        evidence=(*other.evidence, *degree.evidence)[:MOST_EVIDENCE],
        why=f"{degree.why} {other.why}",
    )


def _credential(ask: Ask, person: Person, lex: Lexicon) -> Verdict | None:
    return (
        judge_papers(ask, person.resume, lex)
        or judge_certificate(ask, person.resume, lex)
        or judge_languages(ask, person.resume, lex)
    )


def status_of(score: float) -> Status:
    return "met" if score >= MET else "partial" if score >= PARTIAL else "missing"


def _from_verdict(ask: Ask, verdict: Verdict, lex: Lexicon) -> RequirementMatch:
    return RequirementMatch(
        id=ask.requirement.id,
        status=status_of(verdict.score),
        score=verdict.score,
        evidence=tuple(
            Evidence(ref=ref, strength=2, why=verdict.why) for ref in verdict.refs[:MOST_EVIDENCE]
        ),
        why=verdict.why,
        missing_skills=tongue_ids(verdict.missing, lex) if verdict.kind == "language" else (),
        confidence=0.9,
    )


def _from_lines(
    ask: Ask, bearings: tuple[Bearing, ...], person: Person, lex: Lexicon
) -> RequirementMatch:
    shown = tuple(_group_value(n, ask, bearings, person, lex) for n in range(len(ask.groups)))
    best = max((b.value for b in bearings), default=0.0)
    lexical = max((b.lexical * b.level for b in bearings), default=0.0)
    if ask.groups:
        union = together(shown, ask, alone=0.75)
        score = 0.6 * union + 0.4 * max(best, min(union, 1.6 * best))
        score += _repeated(bearings)
        score += (1 - score) * SAID * lexical
    else:
        score = 1.2 * lexical
    alike = max((b.likeness * b.level for b in bearings), default=0.0)
    lifted = score + (1 - score) * LIKENESS * max(0.0, alike - USUAL_LIKENESS) / (
        1 - USUAL_LIKENESS
    )
    score = min(1.0, max(score, min(lifted, LIKE_AT_MOST)))
    traits = asked_traits(ask, lex)
    score = max(score, trait_score(traits, (b.line for b in bearings)))
    if not all(lex.soft(t) or lex.broad(t) for t in ask.terms):
        score *= OTHER_FIELD + (1 - OTHER_FIELD) * person.near
    score = _of_the_trade(score, ask, person.near)
    if _tool_lacking(ask, shown, lex) or _only_listed(ask, bearings, person, lex):
        score = min(score, MET - 0.02)
    cap = min(
        alternatives_cap(ask, bearings),
        share_cap(ask, bearings, lex),
        unheard_cap(ask, person.lines, lex),
    )
    score = min(score, cap)
    wants_time = ask.years or ask.time_only
    time = tenure(ask, bearings, person.resume, lex, person.today) if wants_time else None
    other_way = alternative_to_years(ask.requirement.text, person.resume, lex) if time else None
    if time is not None:
        second = later_years(ask)
        score = (
            _with_years(score, ask, time, person)
            if second is None
            else _both_years(score, ask, second, bearings, person, lex)
        )
        if other_way is not None:
            score = max(score, other_way.score)
    evidence = _evidence(ask, bearings, time, lex, person, traits)
    missing, adjacent, listed = _accounts(ask, bearings, shown)
    named = {t for b in bearings if b.line.reading.level >= 1 for t in b.same}
    weak = tuple(t for t in missing if t in named)
    spared = spared_by(ask, named)
    missing = tuple(t for t in missing if t not in named and t not in spared)
    unshown = tuple(dict.fromkeys((*_unshown(ask, bearings, shown, lex), *sorted(spared))))
    status = status_of(score)
    if cap < 1 and status != "met" and not missing and not weak:
        missing, unshown = unshown, ()
    return RequirementMatch(
        id=ask.requirement.id,
        status=status,
        score=round(score, 3),
        evidence=evidence if status != "missing" else _only_near(evidence, person),
        why=(other_way.why + " " if other_way is not None else "")
        + explain_requirement(
            ask,
            status,
            evidence,
            (missing, weak, _near_to(missing, bearings)),
            listed,
            time,
            near_titles(ask, spells(person.resume, lex, person.today), lex) if time else None,
            person.lines,
            lex,
            doubtful=any(b.likeness >= DOUBT and b.line.reading.level >= 2 for b in bearings),
        ),
        missing_skills=missing,
        adjacent=adjacent,
        listed_only=listed,
        weak=weak,
        unshown=unshown,
        confidence=_confidence(score, ask),
    )


def _both_years(
    score: float,
    ask: Ask,
    second: Ask,
    bearings: tuple[Bearing, ...],
    person: Person,
    lex: Lexicon,
) -> float:
    """Years in the trade, by titles alone, and years in what the line names, whatever the title;
    one of the two is a part of it."""
    trade = replace(ask, time_only=True)
    first = _with_years(score, trade, tenure(trade, (), person.resume, lex, person.today), person)
    inside = tenure(second, bearings, person.resume, lex, person.today)
    then = _with_years(score, second, inside, person)
    return max(min(first, then), PARTIAL if max(first, then) >= MET else 0.0)


def _only_near(evidence: tuple[Evidence, ...], person: Person) -> tuple[Evidence, ...]:
    """What is cited for something missing: lines that name nothing of it are called near alone."""
    by_ref = {line.reading.ref: line for line in person.lines}
    return tuple(
        e if e.skills or e.ref not in by_ref else replace(e, why=explain_near(by_ref[e.ref]))
        for e in evidence[:NEAREST]
    )


def _of_the_trade(score: float, ask: Ask, near: float) -> float:
    """The same deeds count for more from somebody of the trade; nothing stays nothing."""
    close = max(0.0, (near - NEARBY) / (1 - NEARBY))
    lift = close * (TRADE + MUST * (ask.requirement.kind == "required"))
    return min(1.0, score + lift * min(1.0, score / PARTIAL))


def _tool_lacking(ask: Ask, shown: tuple[float, ...], lex: Lexicon) -> bool:
    """A tool asked for by its own name beside one or two others, and not shown: in part at best,
    unless the job welcomes something similar or calls it a bonus."""
    if len(ask.groups) > 3:
        return False
    said = dict(ask.said)
    return any(
        len(group.terms) == 1
        and not group.similar
        and group.weight >= 1
        and value < 0.45
        and group.terms[0] in lex.taxonomy.skills
        and said.get(group.terms[0], "")[:1].isupper()
        and not ask.requirement.text.startswith(said[group.terms[0]])
        for group, value in zip(ask.groups, shown, strict=True)
    )


def _only_listed(ask: Ask, bearings: tuple[Bearing, ...], person: Person, lex: Lexicon) -> bool:
    """What is asked stands in lists and headings alone, or near it at best: no deed shows it, so
    that it is answered in part. Human languages and a programmer's own language are not done."""
    subjects = [n for n, is_subject in enumerate(ask.subjects) if is_subject]
    if not subjects or any(t in person.languages for t in ask.terms):
        return False
    if all(
        _everyday(ask.groups[n], person, lex) or of_its_field(n, ask, bearings, lex)
        for n in subjects
    ):
        return False
    return not any(
        b.groups[n] >= SHOWN for b in bearings if b.line.reading.level >= 2 for n in subjects
    )


def _repeated(bearings: tuple[Bearing, ...]) -> float:
    """Shown more than once: a little more for each further line that shows most of it."""
    deeds = sum(
        1
        for b in bearings
        if b.line.reading.level >= 2 and b.value >= 0.5 and not b.line.signals.bounded
    )
    return min(0.15, 0.05 * max(0, deeds - 1))


def _confidence(score: float, ask: Ask) -> float:
    """Lower near a threshold and where words alone decided."""
    margin = min(abs(score - MET), abs(score - PARTIAL))
    return round(min(1.0, 0.5 + 2.5 * margin) * (1.0 if ask.groups else 0.75), 2)


def _group_value(
    n: int, ask: Ask, bearings: tuple[Bearing, ...], person: Person, lex: Lexicon
) -> float:
    """The best any line does for a group. A line that touches only this one of many things asked
    counts less: the word may stand there by chance. Listed and backed by a near deed is applied."""
    group = ask.groups[n]
    best = max(
        (b.groups[n] * b.level * (0.55 + 0.45 * min(1.0, b.cover / 0.3)) for b in bearings),
        default=0.0,
    )
    listed = max((b.groups[n] for b in bearings if b.line.reading.level == 1), default=0.0)
    if any(t in person.languages for t in group.terms):
        return 1.0
    near_deed = max((b.groups[n] for b in bearings if b.line.reading.level >= 2), default=0.0)
    near_by = near_deed >= 0.4 or of_its_field(n, ask, bearings, lex)
    if listed >= 0.9 and (near_by or _everyday(group, person, lex)):
        best = max(best, 0.75)
    return best


def _everyday(group: Group, person: Person, lex: Lexicon) -> bool:
    """A listed programming language of someone who programs for a living is taken as used."""
    return person.hands_on and any(
        term in lex.taxonomy.skills and lex.taxonomy.skills[term].parent == "programming_language"
        for term in group.terms
    )


def _with_years(score: float, ask: Ask, time: Tenure, person: Person) -> float:
    """Years asked: enough of them in the field meet it, about half are part of it."""
    wanted = ask.years or 1.5
    ratio = min(1.0, time.years / wanted) if wanted else 1.0
    near = min(1.0, time.near_years / wanted) if wanted else 1.0
    by_time = max(ratio, 0.55 * near)
    if ask.time_only:
        return by_time
    both = 0.55 * by_time + 0.45 * max(score, 0.6 * by_time)
    if by_time < ENOUGH_YEARS:
        both = min(both, MET - 0.02)
    return min(both, 0.35 + 0.75 * by_time)


def _evidence(
    ask: Ask,
    bearings: tuple[Bearing, ...],
    time: Tenure | None,
    lex: Lexicon,
    person: Person,
    traits: tuple[Trait, ...] = (),
) -> tuple[Evidence, ...]:
    signs = {b.line.reading.ref: max(shows(b.line, t) for t in traits) for b in bearings if traits}
    people = bool(ask.groups) and all(lex.soft(t) for t in ask.terms)
    of_a_field = bool(ask.groups) and all(lex.is_domain(t) for t in ask.terms)
    ranked = sorted(
        (
            b
            for b in bearings
            if b.value > 0.12
            or (b.likeness > ALIKE and b.line.reading.level >= 2)
            or (b.line.reading.level and b.cover >= 0.5)
            or signs.get(b.line.reading.ref)
            or (b.names and b.line.reading.level >= 2)
        ),
        key=lambda b: (
            -rank(b)
            - (0.0 if of_a_field else nearer(b, person.position_fit, people=people))
            - 0.3 * signs.get(b.line.reading.ref, 0.0),
            b.line.reading.months_ago or 0.0,
            b.line.reading.ref,
        ),
    )
    out: list[Evidence] = []
    for b in ranked:
        if len(out) == MOST_EVIDENCE:
            break
        if b.line.statement.kind == "position":
            continue
        out.append(
            Evidence(
                ref=b.line.reading.ref,
                strength=max(1, b.line.reading.level),
                relevance=round(min(1.0, b.value), 3),
                skills=b.same,
                why=explain_evidence(b, ask, lex),
            )
        )
    if of_a_field:
        out = _positions_in(ranked, ask) + out
    if time is not None and time.refs:
        entries = [
            Evidence(ref=ref, strength=2, relevance=1.0, why="A position in what is asked.")
            for ref in time.refs[:3]
        ]
        out = entries[:2] + out + entries[2:]
    return tuple(out[:MOST_EVIDENCE])


def _positions_in(ranked: list[Bearing], ask: Ask) -> list[Evidence]:
    """A field of business is shown by the position as a whole: those most of whose lines, or whose
    heading, speak of it."""
    out: dict[str, float] = {}
    for b in ranked:
        owner = b.line.reading.owner
        if owner.startswith("work") and any(t in b.line.context for t in b.same):
            out[owner] = max(out.get(owner, 0.0), b.value)
    return [
        Evidence(
            ref=ref,
            strength=2,
            relevance=round(min(1.0, value), 3),
            why="A position in what is asked.",
        )
        for ref, value in list(out.items())[:2]
    ]


def _near_to(missing: tuple[str, ...], bearings: tuple[Bearing, ...]) -> tuple[str, ...]:
    """Of what is lacking, what something done comes near to."""
    near = {t for b in bearings if b.line.reading.level >= 2 for t in b.near}
    return tuple(t for t in missing if t in near)


def _accounts(
    ask: Ask, bearings: tuple[Bearing, ...], shown: tuple[float, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Terms not shown, near substitutes that gave credit, and whether all is listed only."""
    missing, adjacent = list[str](), list[str]()
    named_terms = {t for b in bearings for t in b.same}
    listed = bool(ask.groups)
    for n, (group, value) in enumerate(zip(ask.groups, shown, strict=True)):
        if value < 0.6:
            missing += [
                t for t in group.terms if not (value >= 0.35 and t in named_terms)
            ] or group.terms
        if 0 < value < 0.6:
            adjacent += [t for b in bearings for t in b.near if t in group.terms]
        deeds = any(b.groups[n] >= 0.9 and b.line.reading.level >= 2 for b in bearings)
        named = any(b.groups[n] >= 0.9 and b.line.reading.level == 1 for b in bearings)
        listed = listed and named and not deeds
    return tuple(dict.fromkeys(missing)), tuple(dict.fromkeys(adjacent)), listed


def _unshown(
    ask: Ask, bearings: tuple[Bearing, ...], shown: tuple[float, ...], lex: Lexicon
) -> tuple[str, ...]:
    """Of groups that are answered, the named alternatives no line speaks of."""
    named = {t for b in bearings if b.line.reading.level >= 1 for t in b.same}
    return tuple(
        dict.fromkeys(
            t
            for group, value in zip(ask.groups, shown, strict=True)
            if group.any and not group.example and value >= 0.6 and len(group.terms) > 1
            for t in group.terms
            if t not in named and not lex.broad(t)
        )
    )
