"""A requirement taken apart: what must be shown, and which parts may stand for each other.

"Python and one of C++, Java or Go" is two groups: Python, and any of three. A list after "such
as" or before "or similar" is examples: one is enough and a near substitute counts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from report_gen.job.models import Job, Requirement
from report_gen.matching.choices import both_fields, fields_in_bracket, without_repeats
from report_gen.matching.heads import core_of, made_from
from report_gen.matching.lexicon import Lexicon, distinct, pairs_of
from report_gen.matching.numerals import SPELLED, years_in
from report_gen.matching.people import without_people
from report_gen.matching.professions import job_professions
from report_gen.matching.words import Hit, Word, longest, stem, words
from report_gen.taxonomy.vectors import NOWHERE, Direction

_LIST_GAP = re.compile(
    r"^[\s,/()&+\"'“”-]*(?:\b(?:and|or|and/or|or even|as well as|plus|a|an|the|e\.?g\.?|similar|other|related|comparable|equivalent|another|some|any)\b[\s,/()&+-]*)*$",
    re.I,
)
_NEXT_HEAD = re.compile(r"^[^()]*\)\s*,?\s*(?:and|plus|as well as)\s+$", re.I)
"""Between "X (A, B)" and "Y (C, D)": another thing asked for, with examples of its own."""
_OR = re.compile(r"\bor\b|/", re.I)
_EITHER = re.compile(
    r"\b(?:such as|e\.g\.?|for example|for instance|like|including|one of|one or more(?: of)?|at least one(?: of)?|any of|either|some)\b[^.;]{0,40}$",
    re.I,
)
_FOR_EXAMPLE = re.compile(r"(?:\be\.g\.?|\bsuch as|\bfor (?:example|instance))[^.;]{0,60}$", re.I)
_SAID_EXAMPLE = (
    r"(?:\bsuch as|\be\.? ?g\b\.?|\beg\b|\bfor (?:example|instance)|(?<!would )(?<!d )\blike|\bincluding but not limited to"
    r"|\bz\. ?b\.|\bbeispielsweise|\bbijvoorbeeld|\bpar exemple|\bpor ejemplo|\bp\. ?ej\.)"
)
_EXAMPLES = re.compile(rf"{_SAID_EXAMPLE}[:,]?(?:\s+(?!and\b|or\b)[\w-]+){{0,3}}\s*$", re.I)
"""What follows are examples of what stands before: any of them will do, or their like."""
_OF_A_KIND = re.compile(rf"^(?:\s+[\w-]+){{0,4}}\s*[,;(–-]*\s*{_SAID_EXAMPLE}", re.I)
"""Between a thing and its examples."""
_OR_SIMILAR = re.compile(
    r"^[^.;]{0,40}\b(?:or (?:a |an |some |any |one of )?(?:similar|comparable|equivalent|related|another|other|like|something|whatever|whichever|(?:close )?(?:cousin|relative|sibling|neighbou?r|peer)s?|(?:its|their) (?:like|kin|peers|cousins))|or the likes?|or equivalents?|etc|settle in)\b",
    re.I,
)
_BONUS = re.compile(
    r"\b(?:bonus|a plus|nice to have|ideally|preferred|preferably|would help|helps|would be (?:lovely|great|a plus)|a bit of|desirable)\b",
    re.I,
)
DETAIL = 0.4
"""What details a thing already named: after a colon, or an example of a program or of leading."""
FIELD, SETTING = "domain_", 0.5
"""A field of business beside what is to be done in it ("apply NLP to clinical notes")."""
LONGEST_NAME = 4
"""In words."""
_AS_A = re.compile(
    r"\b(?:as an?|in an?)\b.*\b(?:engineer|scientist|developer|analyst|manager|researcher|role)\b",
    re.I,
)
_PRACTICE = re.compile(
    r"\b(?:experience|background|career|practice|worked|been|were|role|track record)\b", re.I
)
"""A line that names a profession asks for practice in it only with one of these."""
_KNOWING = re.compile(
    r"\b(?:knowledge|(?<!language )(?<!query )(?<!document )(?<!image )(?<!video )(?<!scene )(?<!user )understanding|familiar(?:ity)?|background|grasp|grip|exposure|awareness|interest in|know your way|comfortable with|working knowledge|you know)\b",
    re.I,
)
_STRONG = re.compile(
    r"\b(?:strong|deep(?! learning| neural| reinforcement| model)|deeply|expert|expertise|proven|demonstrated|track record|extensive|significant|solid|very comfortable|firm grip|in production|production|large-scale|at scale|(?<!your )(?<!their )(?<!our )(?<!its )own(?:ing|ership)?|lead(?:ing)?(?! time))\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Terms asked for together. ``any``: one is enough. ``similar``: substitutes welcome;
    ``example``: the terms are only examples, so that their like answers as well."""

    terms: tuple[str, ...]
    any: bool = False
    similar: bool = False
    example: bool = False
    weight: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What a requirement wants shown. ``stems``: its telling words; ``years`` wanted in it;
    ``fields``: professions it speaks of; ``manner``: wants production, scale, whole life."""

    requirement: Requirement
    groups: tuple[Group, ...]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    years: float | None
    fields: tuple[str, ...]
    manner: frozenset[str]
    direction: Direction = NOWHERE
    subjects: tuple[bool, ...] = ()
    """Which groups say what is asked rather than how."""
    strong: bool = False
    knowing: bool = False
    """Wants something known or familiar rather than done."""
    early: bool = False
    """What was done in a study, an internship or a project of one's own is enough: the job is for
    beginners, or the line says so."""
    time_only: bool = False
    """Asks for practice in a profession and names nothing else."""
    said: tuple[tuple[str, str], ...] = ()
    """The job's own words for each term."""

    @cached_property
    def terms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t for g in self.groups for t in g.terms))


_EARLY = re.compile(
    r"\b(?:courses?|coursework|internships?|academic|side projects?|personal projects?|thesis|(?:university|your) (?:studies|projects?))\b",
    re.I,
)
_BEGINNERS = ("intern", "junior")


def read_ask(
    requirement: Requirement,
    lex: Lexicon,
    level: str | None = None,
    professions: tuple[str, ...] = (),
) -> Ask:
    """One requirement as groups of terms; ``level`` and ``professions`` of the job, where known."""
    text = requirement.text
    tokens = words(text)
    spans = _spans(requirement, tokens, lex)
    named = (text[a:b] for a, b, t in spans if not (lex.broad(t) or lex.manner(t) or lex.soft(t)))
    groups = _groups(without_repeats(text, spans, tokens, lex), spans, requirement, lex)
    manner = frozenset(t for _, _, t in spans if t in lex.topics and lex.topics[t].manner)
    years = requirement.years if requirement.years is not None else years_in(text)
    fields = _fields(text, lex)
    if years and not fields and not groups and not _telling(text, lex):
        fields = professions  # "5+ years of relevant experience"
    no_subject = all(lex.broad(t) or lex.manner(t) for g in groups for t in g.terms)
    time_only = bool(fields) and (
        (not groups and bool(years or _PRACTICE.search(text)))
        or (no_subject and bool(_AS_A.search(text)))
    )
    return Ask(
        requirement=requirement,
        groups=groups,
        stems=distinct(tokens, lex.plain),
        direction=lex.about(core_of(text, tuple(named), lex)),
        pairs=pairs_of(tokens, lex),
        years=years,
        fields=fields if years or time_only else (),
        time_only=time_only,
        manner=manner,
        subjects=_subjects(groups, lex),
        strong=bool(_STRONG.search(text)) and level not in _BEGINNERS,
        early=level in _BEGINNERS or bool(_EARLY.search(text)),
        knowing=bool(_KNOWING.search(text)),
        said=tuple((term, text[start:end]) for start, end, term in spans),
    )


_COUNTS = re.compile(
    r"\([^()]*\)|\b(?:\d[\d.,+-]*|months?)|\b(?:" + "|".join(SPELLED) + r")\b", re.I
)


def _telling(text: str, lex: Lexicon) -> bool:
    """Does a line name anything beside a time, words everybody uses and what is in brackets?"""
    return bool(distinct(words(_COUNTS.sub(" ", text)), lex.plain))


def _subjects(groups: tuple[Group, ...], lex: Lexicon) -> tuple[bool, ...]:
    """Which groups say what is asked. The others (how it is done; broad words where a telling one
    stands beside them) count only as far as the subject is there. Where all are ways to work with
    people ("communication and attention to detail"), each is asked for itself."""
    if all(lex.soft(t) for g in groups for t in g.terms):
        return tuple(True for _ in groups)
    telling = tuple(not all(lex.manner(t) or lex.broad(t) for t in g.terms) for g in groups)
    if any(telling):
        return telling
    return tuple(not all(lex.manner(t) for t in g.terms) for g in groups)


def _spans(
    requirement: Requirement, tokens: tuple[Word, ...], lex: Lexicon
) -> list[tuple[int, int, str]]:
    """Skills and topics with their places, a topic inside a skill's own words left out."""
    text = requirement.text
    skills = [
        (m.start, m.end, m.id)
        for m in lex.taxonomy.find_skills(text)
        if not lex.in_other_sense(m.id, m.start, m.end, tokens)
        and not (lex.taxonomy.skills[m.id].kind == "domain" and m.id in lex.topics)
        and not re.search(r"[,;]", m.text)
        and not (m.text.islower() and stem(m.text) in lex.plain)
    ]
    taken = {s[2] for s in skills}
    topics = [h for h in longest(lex.topics_in(tokens, asked=True)) if h.key not in taken]
    skills = [s for s in skills if not (lex.broad(s[2]) and _told_apart(text, s, topics, lex))]
    spans = skills + [(h.start, h.end, h.key) for h in topics if not _inside(h, skills)]
    spans = [a for a in spans if not any(_holds(b, a) and _is_name(text, b) for b in spans)]
    spans = without_people(text, spans, lex.people)
    if not spans:
        spans = [(len(text), len(text), s) for s in requirement.skills if s in lex.taxonomy.skills]
    first: dict[str, tuple[int, int, str]] = {}
    for span in sorted(spans):
        first.setdefault(span[2], span)
    return sorted(first.values())


def _inside(hit: Hit, skills: list[tuple[int, int, str]]) -> bool:
    """A topic that is only the name of a tool: the job asks for the tool."""
    return any(a <= hit.start and hit.end <= b for a, b, _ in skills)


def _told_apart(
    text: str, skill: tuple[int, int, str], topics: Sequence[Hit], lex: Lexicon
) -> bool:
    """The words of a broad skill name something narrower too ("predictive models"): that is asked."""
    start, end, term, several = *skill, " " in text[skill[0] : skill[1]]
    return any(
        h.start == start and h.end == end and h.key != term and not lex.broad(h.key)
        for h in topics
        if several and not (lex.manner(h.key) or lex.soft(h.key) or lex.is_domain(h.key))
    )


def _holds(b: tuple[int, int, str], a: tuple[int, int, str]) -> bool:
    return b[0] <= a[0] and a[1] <= b[1] and b[1] - b[0] > a[1] - a[0]


def _is_name(text: str, span: tuple[int, int, str]) -> bool:
    """False for a concept read from a stretch of words ("bring .. into production"): what is
    named inside it is asked for too."""
    return len(text[span[0] : span[1]].split()) <= LONGEST_NAME


def _groups(
    text: str, spans: list[tuple[int, int, str]], requirement: Requirement, lex: Lexicon
) -> tuple[Group, ...]:
    runs: list[list[tuple[int, int, str]]] = []
    examples: set[int] = set()
    for span in spans:
        last = runs[-1][-1] if runs else None
        same_place = last is not None and span[0] < last[1]
        if last is not None and _NEXT_HEAD.match(text[last[1] : span[0]]):
            last = None
        listed = last is not None and (
            _LIST_GAP.match(text[last[1] : span[0]]) or both_fields(text, last, span, lex)
        )
        if last is not None and (same_place or listed):
            if last is not None and not same_place and re.match(r"\s?\($", text[last[1] : span[0]]):
                examples.add(len(runs) - 1)
            runs[-1].append(span)
        else:
            runs.append([span])
    groups: list[Group] = []
    leads = [span[1] for span in spans if span[2] in lex.leading]
    heads = [span for span in spans if not (lex.broad(span[2]) or lex.manner(span[2]))]
    beside = any(not (t.startswith(FIELD) or lex.soft(t)) for _, _, t in heads)
    lists = sum(1 for run in runs if len(run) > 1)
    end: int | None = None
    for n, run in enumerate(runs):
        bracketed = n in examples and not lex.broad(run[0][2])
        of_a_kind = n in examples and not bracketed and len(run) > 2
        for part in [run[:1], run[1:]] if of_a_kind else _parts(text, run):
            kinds = bracketed or (of_a_kind and len(part) > 1)
            found = _run_groups(text, part, requirement.any_of and lists == 1, kinds, heads, lex)
            if beside and all(t.startswith(FIELD) for g in found for t in g.terms):
                found = [replace(g, weight=SETTING * g.weight) for g in found]
            if _only_illustrates(text, part, leads, lex):
                found = [replace(g, weight=DETAIL * g.weight) for g in found]
            elif groups and end is not None and _OF_A_KIND.match(text[end : part[0][0]]):
                groups[-1], found = _with_examples(groups[-1], found, lex)
            groups += found
            end = part[-1][1]
    return tuple(groups)


def _with_examples(head: Group, examples: list[Group], lex: Lexicon) -> tuple[Group, list[Group]]:
    """ "Relational databases, e.g. Oracle, MySQL" asks one thing, by any of its names. A broad head
    names no kind of thing: there the examples say what is asked, unless they are of its own kind
    ("machine learning, for instance churn models")."""
    terms = tuple(dict.fromkeys((*head.terms, *(t for g in examples for t in g.terms))))
    kinds = {t for h in head.terms for t in lex.members.get(h, ())}
    if len(terms) > len(head.terms) and kinds.issuperset(terms[len(head.terms) :]):
        weight = max(g.weight for g in examples)
        merged = replace(head, terms=terms, any=True, similar=True, example=True, weight=weight)
        return merged, []
    if any(lex.broad(t) or lex.manner(t) or lex.soft(t) for t in head.terms):
        return head, examples
    field = any(lex.is_domain(t) for t in head.terms)
    if any(lex.is_domain(t) is not field for g in examples for t in g.terms):
        return head, [replace(g, weight=DETAIL * g.weight) for g in examples]
    return replace(head, terms=terms, any=True, similar=True, example=True), []


def _only_illustrates(
    text: str, part: list[tuple[int, int, str]], leads: list[int], lex: Lexicon
) -> bool:
    """ "Drive programs across teams (e.g. the move to one feature store)": the program is asked."""
    return (
        any(end <= part[0][0] for end in leads)
        and not any(term in lex.leading for _, _, term in part)
        and bool(_FOR_EXAMPLE.search(text[: part[0][0]]))
    )


def _parts(text: str, run: list[tuple[int, int, str]]) -> list[list[tuple[int, int, str]]]:
    """ "A and B or C" are two things: A, and one of B and C. A run with one kind of joint is one."""
    gaps = [text[a[1] : b[0]] if b[0] >= a[1] else "" for a, b in itertools.pairwise(run)]
    if not any(_OR.search(g) for g in gaps) or _EITHER.search(text[: run[0][0]]):
        return [run]
    parts = [[run[0]]]
    for gap, span in zip(gaps, run[1:], strict=True):
        if re.search(r"\band\b", gap) and not _OR.search(gap):
            parts.append([span])
        else:
            parts[-1].append(span)
    return parts


def _run_groups(
    text: str,
    run: list[tuple[int, int, str]],
    any_of: bool,
    bracketed: bool,
    heads: list[tuple[int, int, str]],
    lex: Lexicon,
) -> list[Group]:
    """A run of listed terms: one any-group ("X or Y", "such as X, Y", "head (X, Y, Z)"), or a
    group for each term that stands alone."""
    before, after = text[: run[0][0]], text[run[-1][1] :]
    between = " ".join(text[a[1] : b[0]] for a, b in itertools.pairwise(run) if b[0] >= a[1])
    similar = bool(_OR_SIMILAR.match(after) or _OR_SIMILAR.match(between))
    either = len(run) > 1 and bool(
        _OR.search(between)
        or _EITHER.search(before)
        or _EXAMPLES.search(before)
        or similar
        or any_of
        or bracketed
        or fields_in_bracket(text, run, lex)
    )
    named = bool(_EITHER.search(before))
    example = bool(_EXAMPLES.search(before))
    if either and bracketed and _modifies(text, run, lex):
        kept = _run_groups(text, run[1:], any_of, bracketed, heads, lex)
        return [*kept, Group(terms=(run[0][2],), similar=True, weight=DETAIL)]
    if either:
        terms = tuple(dict.fromkeys(t for _, _, t in run))
        terms = tuple(t for t in terms if not (lex.broad(t) or lex.manner(t))) or terms
        weight = max(_weight(t, lex) for t in terms) * _wanted(text, run[0][0], run[-1][1], heads)
        return [
            Group(terms=terms, any=True, similar=similar or named, example=example, weight=weight)
        ]
    out: list[Group] = []
    place: tuple[int, int] | None = None
    for start, end, term in run:
        if out and place is not None and start < place[1]:
            out[-1] = Group(
                terms=(*out[-1].terms, term),
                any=True,
                similar=similar,
                weight=max(out[-1].weight, _weight(term, lex)),
            )
            continue
        place = (start, end)
        weight = _weight(term, lex) * _wanted(text, start, end, heads)
        out.append(Group(terms=(term,), similar=similar or named, example=example, weight=weight))
    return out


def _modifies(text: str, run: list[tuple[int, int, str]], lex: Lexicon) -> bool:
    """ "PyTorch distributed training (FSDP, DeepSpeed)": the first word only says with what the
    second is done, and is no alternative to it."""
    (_, end, _), (start, _, head) = run[0], run[1]
    return text[end:start] == " " and not lex.broad(head) and len(run) > 2


def _wanted(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> float:
    """1, or less for a thing that its own clause calls a bonus or that details what stands before
    a colon ("fundamentals: optimization, evaluation")."""
    left = max(text.rfind(mark, 0, start) for mark in (";", ",", ".", "(", ":"))
    rights = [text.find(mark, end) for mark in (";", ",", ".", ")")]
    clause = text[left + 1 : min([r for r in rights if r >= 0], default=len(text))]
    if _BONUS.search(clause):
        return 0.35
    if made_from(text, start, spans):
        return DETAIL
    colon = text.find(": ")
    return DETAIL if 0 < colon < start and any(end0 <= colon for _, end0, _ in spans) else 1.0


def _weight(term: str, lex: Lexicon) -> float:
    if lex.manner(term):
        return 0.3
    if lex.soft(term) and term not in lex.topics:
        return 0.25
    return 0.4 if lex.broad(term) else 0.8 if lex.soft(term) else 1.0


_TITLES = re.compile(
    r"\b((?:[\w-]+(?: [\w-]+)?, )*[\w-]+),? (?:or|and) ([\w-]+(?: [\w-]+)?) (engineer|scientist|developer|analyst|architect|manager)s?\b",
    re.I,
)


def _spelled_out(text: str) -> str:
    """ "software, data or machine learning engineer" with each title in full."""
    found = _TITLES.search(text)
    if found is None:
        return text
    kinds = [k.strip() for k in found[1].split(",")] + [found[2]]
    whole = ", ".join(f"{k} {found[3]}" for k in kinds if not k.casefold().endswith(found[3]))
    return f"{text[: found.start()]}{whole}{text[found.end() :]}"


MANAGERS = "eng_manager"
_MANAGING = re.compile(
    r"\b(?:managing|managed?)\s(?:[\w,/&-]+\s){0,6}?"
    r"(?:engineers|scientists|developers|analysts|engineering teams?|software teams?)\b",
    re.I,
)
"""Years of managing engineers are years of a manager, not of an engineer."""


def _fields(text: str, lex: Lexicon) -> tuple[str, ...]:
    """Professions a line speaks of. A single word ("engineering") counts only alone."""
    if _MANAGING.search(text) and MANAGERS in lex.professions:
        return (MANAGERS,)
    tokens = words(_spelled_out(text))
    hits = longest(lex.field_book.find(tokens))
    several = [h for h in hits if any(h.start < t.start < h.end for t in tokens)]
    return tuple(dict.fromkeys(h.key for h in several or hits))


@dataclass(frozen=True, slots=True)
class _Key:
    digest: str
    requirements: tuple[Requirement, ...]
    level: str | None
    professions: tuple[str, ...]
    lex: Lexicon = field(compare=False, hash=False)


def read_asks(job: Job, lex: Lexicon) -> tuple[Ask, ...]:
    """Every requirement of the job, in its order; the last few jobs are remembered."""
    professions = job_professions(job, lex)
    return _read_asks(_Key(lex.taxonomy.digest, job.requirements, job.level, professions, lex))


@lru_cache(maxsize=16)
def _read_asks(key: _Key) -> tuple[Ask, ...]:
    return tuple(read_ask(r, key.lex, key.level, key.professions) for r in key.requirements)
