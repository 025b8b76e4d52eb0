"""Names of gaps, in the posting's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report_gen.matching.asks import Ask
from report_gen.matching.degrees import asks_degree, beside_degree, degree_and_rest, name_degree
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import RequirementMatch
from report_gen.matching.tongues import lacking_tongues, name_tongues
from report_gen.matching.words import words
from report_gen.scoring.deeds import is_verb, named, past_as_noun
from report_gen.scoring.moods import done_as_doing, duty_as_noun, plain_ask, speaks, without_adverb
from report_gen.scoring.phrases import (
    MOST_WORDS,
    clipped,
    joined_phrase,
    key_phrase,
    shortened,
    with_its_noun,
)
from report_gen.scoring.sound import is_bare_deed, is_nothing, is_torn, mended, opens_with_deed
from report_gen.scoring.trade import branches, telling

_CREDENTIAL = re.compile(r"publi(?:cation|shed)|peer-reviewed|certifi|\bPMP\b|fluent|native", re.I)
_DEGREE = re.compile(r"(?:ph\.?d|doctorate|master|bachelor|m\.?sc|b\.?sc|degree)", re.I)
_NAMES_DEGREE = re.compile(rf"(?!\w+ing\b)(?:[\w'-]+ ){{0,2}}{_DEGREE.pattern}", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Something to name as a gap. ``share`` of the requirement's weight; ``main`` False for what is
    lacking beside what is shown; ``beside``: an alternative, which the posting no longer asks for."""

    name: str
    terms: tuple[str, ...]
    share: float = 1.0
    main: bool = True
    beside: bool = False


SHARES = (1.0, 0.45, 0.45)
"""Of one requirement the first thing lacking weighs full, the next ones less."""
BEYOND = 0.3
"""Alternatives the job names beside what is shown, against parts lacking in what is met."""
SEVERAL = 3
"""From so many telling things on a requirement is named by them."""
FIELD_WORDS = 6
"""A longer field says no more than the name itself."""
VAGUE = 0.85
"""A requirement that names nothing telling is less of a gap to study."""


def units(ask: Ask, verdict: RequirementMatch, lex: Lexicon, *, timely: bool = False) -> list[Unit]:
    """What of a requirement is to be named: what it asks, or of a list the items not shown.
    ``timely``: the years it asks for are there by the nearest titles."""
    rest = beside_degree(ask.requirement.text, lex) if asks_degree(ask, lex) else ""
    if rest:
        return _degree_units(ask, rest, verdict, lex, timely=timely)
    if tongues := lacking_tongues(verdict, lex):
        return [Unit(name=name_tongues(tongues, ask, lex), terms=tongues)]
    said = dict(ask.said)
    open_terms = {*verdict.missing_skills, *verdict.weak}
    lacking = [t for t in ask.terms if t in open_terms and said.get(t)]
    lacking = [t for t in lacking if not _beside_people(t, ask, lex) and not _is_with(t, ask, lex)]
    open_things = [t for t in lacking if telling(t, lex)]
    out: list[Unit] = []
    formal = bool(_DEGREE.match(key_phrase(ask.requirement.text)))
    if timely and not formal:
        name = _YEARS.sub("", _span_name(ask, open_things, lex) or _named(ask, open_things, lex))
        out.append(Unit(name=name, terms=tuple(open_things)))
    elif (
        verdict.status != "met"
        and ask.years
        and not _DEGREE.match(key_phrase(ask.requirement.text))
    ):
        name = _years_name(ask, lex)
        out.append(Unit(name=name, terms=tuple(open_things or lacking)))
    elif verdict.status == "partial" and not open_things and (few := branches(ask, verdict, lex)):
        name = _span_name(ask, few, lex) or _named(ask, few, lex)
        out.append(Unit(name=name, terms=tuple(few), share=BEYOND, beside=True))
    elif verdict.status != "met":
        plain = (
            not open_things
            and not asks_degree(ask, lex)
            and not _CREDENTIAL.search(ask.requirement.text)
        )
        share = VAGUE if plain else 1.0
        name = _requirement_name(ask, verdict, open_things, lex)
        out.append(Unit(name=name, terms=tuple(open_things or lacking), share=share))
    else:
        out += [
            Unit(name=_named(ask, list(p), lex), terms=p, share=share, main=False)
            for p, share in zip(_joined_tools(_parts(ask, open_things), said), SHARES, strict=False)
        ]
        out += _own_time_only(ask, verdict, lex)
        out.append(Unit(name=_requirement_name(ask, verdict, [], lex), terms=ask.terms))
    beyond = tuple(t for t in verdict.unshown if said.get(t) and not _same_words(t, ask, verdict))
    if beyond and not ask.years and verdict.status == "met":
        name = _span_name(ask, list(beyond), lex) or _named(ask, list(beyond), lex)
        out.append(Unit(name=name, terms=beyond, share=BEYOND, main=False, beside=True))
    named_units = (replace(u, name=_said_plainly(u, ask, lex)) for u in out if u.name)
    return [u for u in named_units if not (is_nothing(u.name) or is_torn(u.name))]


def _degree_units(
    ask: Ask, rest: str, verdict: RequirementMatch, lex: Lexicon, *, timely: bool
) -> list[Unit]:
    """Of a line that asks a degree and more, what is not held: the one, the other or both."""
    degree, more = degree_and_rest(ask, rest, lex)
    held = any(e.ref.startswith("education") for e in verdict.evidence)
    alone = replace(verdict, missing_skills=(), weak=(), unshown=())
    named = [] if held else units(degree, alone, lex)
    if held or verdict.missing_skills or verdict.weak:
        named += units(more, verdict, lex, timely=timely)
    return named


def _beside_people(term: str, ask: Ask, lex: Lexicon) -> bool:
    """Whether a field only stands in brackets after a way to work: in "stakeholder management (sales,
    legal)" it says with whom, and asks for no knowledge of it."""
    said, text = dict(ask.said), ask.requirement.text
    at = text.find(said.get(term, "\0"))
    opened = text.rfind("(", 0, max(0, at))
    if at < 0 or opened < 0 or ")" in text[opened:at] or not lex.is_domain(term):
        return False
    return any(lex.soft(t) and said.get(t) and 0 <= text.find(said[t]) < opened for t in ask.terms)


_WITH_WHOM = re.compile(
    r"(?:you(?:['’]ll| will)? )?(?:work|partner|collaborat)\w*(?: \w+ly)? with (.+?)(?= to \w| on \w| so that |[.;]|$)",
    re.I,
)


def _is_with(term: str, ask: Ask, lex: Lexicon) -> bool:
    """Whether a trade or field only says with whom one works: "working with clinical operations,
    finance and the data science team to ..." asks for none of them."""
    said, found = dict(ask.said).get(term, "\0"), _WITH_WHOM.match(ask.requirement.text)
    return bool(found) and said in found[1] and not lex.soft(term) if found else False


def _said_plainly(unit: Unit, ask: Ask, lex: Lexicon) -> str:
    """The unit's name, mended; where it still speaks to somebody or names nothing, its things, else
    the posting's line."""
    text = ask.requirement.text
    name = mended(unit.name, text, lex)
    if not speaks(name) and not is_nothing(name) and not is_torn(name):
        return with_its_noun(name, text, lex)
    found = _named(ask, [t for t in unit.terms if not lex.soft(t)], lex)
    found = found or ", ".join(lex.name(t) for t in unit.terms[:2])
    found = "" if is_bare_deed(found, lex) else found
    line = text.rstrip(".;")
    return found or (f"“{line}”" if len(line.split()) <= MOST_WORDS else unit.name)


def _same_words(term: str, ask: Ask, verdict: RequirementMatch) -> bool:
    """Whether the posting's words for a term are those of another that is shown: one thing read
    in two ways is no choice between two."""
    said = dict(ask.said)
    lacking = {*verdict.unshown, *verdict.missing_skills, *verdict.weak}
    shown = (said[t] for t in ask.terms if t not in lacking and said.get(t))
    return any(other in said[term] or said[term] in other for other in shown)


def named_with_field(unit: Unit, ask: Ask, verdict: RequirementMatch, lex: Lexicon) -> str:
    """The unit's name, and in brackets what it leaves open: the field a tool or method belongs to
    ("ROS 2 (robotics)"). Where the posting's phrase says another thing than what is lacking, the
    thing that is lacking leads as soon as a part of the line is shown ("design reviews (coaching
    junior engineers)"): the whole line is no gap."""
    said = dict(ask.said)
    terms = [t for t in unit.terms if telling(t, lex)]
    if not terms or "(" in unit.name:
        return unit.name
    fields = [_field_of(terms[0], lex), lex.name(terms[0])]
    lacking = ""
    if not any(_common(said.get(t, ""), unit.name) for t in terms):
        lacking = _plain((_named(ask, terms[:2], lex) or lex.name(terms[0])).strip())
        fields.insert(0, lacking)
    shown = unit.main and verdict.status == "partial" and _deeds(verdict)
    text = ask.requirement.text
    for field in (_plain(f.strip()) for f in fields if f == lacking or _is_of(f, text, lex)):
        new = _content(field) - _content(unit.name)
        enough = 2 if _common(field, unit.name) else 1
        if 0 < len(field.split()) <= FIELD_WORDS and sum(len(w) > 2 for w in new) >= enough:
            if lacking and shown and field in (lacking, _plain(lex.name(terms[0]))):
                return f"{field} ({unit.name})"
            return f"{unit.name} ({field})"
    return unit.name


_OF_LINE = 0.38
"""From this likeness to the whole line on a field is named beside what is asked: "satellite" in a line
on vineyards is no space and defence."""


def _is_of(field: str, text: str, lex: Lexicon) -> bool:
    """Whether a field is the line's: said in it, or of words that keep its company."""
    if not field or field.casefold() in text.casefold():
        return True
    return lex.about(field).likeness(lex.about(text)) >= _OF_LINE


def _deeds(verdict: RequirementMatch) -> bool:
    """Whether something done answers a part of the requirement, by what it names."""
    return any(e.strength >= 2 and e.skills for e in verdict.evidence)


def _field_of(term: str, lex: Lexicon) -> str:
    """The broader skill a tool or method belongs to, "" if none; fields of business are not said."""
    skill = lex.taxonomy.skills.get(term)
    family = skill.family if skill else ""
    return lex.name(family) if family in lex.taxonomy.skills and not lex.is_domain(family) else ""


def _common(a: str, b: str) -> bool:
    return bool(_content(a) & _content(b))


def _content(text: str) -> set[str]:
    """Beginnings of its words, so that "statistical" and "statistics" are one."""
    return {w.stem[:6] for w in words(_PREFIXED.sub(r"\1", text))} - _JOINTS


_PREFIXED = re.compile(r"\b(pre|re|co|multi|sub|post|micro|front|back|fine)-(?=\w)", re.I)
"""Words written with and without a hyphen."""


_JOINTS = frozenset({"and", "or", "of", "the", "for", "to", "in", "a", "an", "with", "by", "on"})


def _requirement_name(ask: Ask, verdict: RequirementMatch, lacking: list[str], lex: Lexicon) -> str:
    """The requirement as a noun phrase; where it lists tools by name and only some are lacking,
    those; where its own words make no name, the things it asks for."""
    said = dict(ask.said)
    text = ask.requirement.text
    name = _phrase(ask, lex)
    if asks_degree(ask, lex) and not _NAMES_DEGREE.match(name):
        return name_degree(text)
    if _DEGREE.match(name) and len(name.split()) > 1:
        return name
    if verdict.status == "missing" and _says_all(name, [said[t] for t in lacking]):
        return name
    opens = text.split(" ", 1)[0]
    deed = opens if is_verb(opens, lex) else "\0"  # its capital is the line's, not a name's
    tools = [t for t in lacking if _proper(said[t]) and not said[t].startswith(deed)]
    asked = [t for t in ask.terms if telling(t, lex)]
    if tools and len(tools) == len(lacking) and (span := _span_name(ask, tools, lex)):
        return span
    listed = lacking or asked
    several = _listed_name(ask, listed, lex) if _is_list([said[t] for t in listed], text) else ""
    if several:
        return several
    head, colon, _ = text.partition(": ")
    after = [t for t in (lacking or asked) if said.get(t) and text.find(said[t]) > len(head)]
    if colon and after and not any(said.get(t, "\0") in head for t in asked):
        return _span_name(ask, after, lex) or name
    if speaks(name) or _NO_NAME.match(name) or (len(name.split()) < 2 and not _proper(name)):
        terms = lacking or asked or [t for t in ask.terms if not lex.manner(t)]
        return _span_name(ask, terms, lex) or _named(ask, terms, lex) or name
    return name


_ARTICLE = re.compile(r"(?:an?|the|some|any)\s", re.I)
_KNOWN_THING = re.compile(
    r"\b(?:knowledge|understanding|familiarity|grasp|experience|exposure|proficiency|expertise|skills?"
    r"|background|fluency|interest) (?:of|with|in|to) $",
    re.I,
)
_PAST = re.compile(r"(?:you(?:['’]ve| have)|have|having)\b", re.I)
_YEARS = re.compile(r"^(?:\d+\+? )?(?:years?|yrs?)(?: of| in)? (?:building |of )?", re.I)
_YEARS_SAID = re.compile(r"^(?:(?:got|have|had) )?(?:[\w+-]+ )?(?:years?|yrs?) of ", re.I)
_YEARS_AFTER = re.compile(
    r",?\s(?:for |of )?(?:at least |over |more than )?(?:\d+\+?|two|three|four|five|six|seven|eight|ten)(?: or more)?\+? (?:years?|yrs)(?: of it)?$",
    re.I,
)
_AS_A = re.compile(r"\bas an? ", re.I)
_LONG = 14
"""Words of a line from which a name is made."""


def _phrase(ask: Ask, lex: Lexicon) -> str:
    """The requirement's own words as a name: what is done to nothing in particular left out."""
    text = ask.requirement.text
    asked = plain_ask(text, lex)
    core = clipped(key_phrase(asked, _LONG), lex)
    if _PAST.match(text):
        core = past_as_noun(core, lex)
    article = _ARTICLE.match(asked)
    thing = article and asked[article.end() :].startswith(core[:12])  # "a head for numbers"
    known = _KNOWN_THING.search(asked[: max(0, asked.find(core[:12]))])
    if thing or known:
        return without_adverb(shortened(core))
    name = named(core, lex)
    if name == core and ask.requirement.kind == "responsibility":
        name = duty_as_noun(core, lex)
    return without_adverb(shortened(name))


def _years_name(ask: Ask, lex: Lexicon) -> str:
    """Time in what the line asks for: "years of work as a data engineer"."""
    text = ask.requirement.text
    core = shortened(clipped(key_phrase(plain_ask(text, lex), _LONG), lex))
    core = _YEARS_AFTER.sub("", _YEARS_SAID.sub("", core)) or core
    if _PAST.match(text):
        core = done_as_doing(core, lex) or core
    if speaks(core) or _NO_NAME.match(core):
        core = _named(ask, list(ask.terms), lex) or "such work"
    trade = _AS_A.search(text)
    work = "work as a " if trade and text[trade.end() :].startswith(core.split(" ", 1)[0]) else ""
    return f"years of {work}{core}"


def _says_all(name: str, said: list[str]) -> bool:
    """Whether a name of the right length has all the words for what is lacking."""
    short = 2 <= len(name.split()) <= MOST_WORDS + 1
    told = (s.split(" ", 1)[-1] if s[:1].isupper() else s for s in said)
    return short and not _NO_NAME.match(name) and all(s in name for s in told)


def _is_list(said: list[str], text: str) -> bool:
    """Whether things stand near one another in a line: a list, and not a long sentence that comes by
    each of them."""
    at = [text.find(s) for s in said if s]
    between = text[min(at, default=0) : max(at, default=0)].split()
    return len(said) >= SEVERAL and len(between) <= _APART * len(said)


_APART = 4


def _listed_name(ask: Ask, terms: list[str], lex: Lexicon) -> str:
    """As many of the things asked as a name holds, in the posting's words."""
    said = dict(ask.said)
    names: list[str] = []
    for term in terms:
        name = _spoken(said.get(term, ""), term, lex)
        if " and " in name and name.lower() not in ask.requirement.text.lower():
            continue  # two things more, which the posting does not say
        short = len(" ".join([*names, name]).split()) < MOST_WORDS
        if name and short and not _NO_NOUN.match(name):
            names.append(name)
    names = _distinct(names)
    if not names:
        return ""
    either = any(g.any and set(terms) <= set(g.terms) for g in ask.groups)
    joiner = " or " if either else " and "
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + joiner + names[-1]


_NO_NOUN = re.compile(r"(?:from|in|at|to|with|into|end|before|after|during|without)\b", re.I)
_NO_NAME = re.compile(
    r"(?:what|how|when|where|why|who|that|you|we|i|it|this|these|if|from time|above all|bonus|be)\b",
    re.I,
)


def _proper(said: str) -> bool:
    return bool(re.search(r"[A-Z0-9+#]", said))


def _span_name(ask: Ask, terms: list[str], lex: Lexicon) -> str:
    text, said = ask.requirement.text, dict(ask.said)
    spans = [(text.find(said[t]), text.find(said[t]) + len(said[t])) for t in terms if said.get(t)]
    found = joined_phrase(text, [s for s in spans if s[0] >= 0 and s[1] > s[0]], lex)
    return named(found, lex) if found[:1].isupper() else found


def _own_time_only(ask: Ask, verdict: RequirementMatch, lex: Lexicon) -> list[Unit]:
    """Shown in projects, papers or courses only: at work it is still to be shown."""
    refs = [e.ref for e in verdict.evidence if e.strength >= 2]
    telling = [t for t in ask.terms if not (lex.broad(t) or lex.manner(t) or lex.soft(t))]
    if (
        not refs
        or not telling
        or asks_degree(ask, lex)
        or not all(ref.startswith("projects") for ref in refs)
    ):
        return []
    return [
        Unit(
            name=f"{_named(ask, telling, lex)} at work",
            terms=(*telling, "at_work"),
            share=1.0,
            main=False,
        )
    ]


def _joined_tools(parts: list[tuple[str, ...]], said: dict[str, str]) -> list[tuple[str, ...]]:
    """Neighbouring one-word tools are one thing to study: Spark, Airflow and dbt."""
    out: list[tuple[str, ...]] = []
    for part in parts:
        single = all(" " not in said[t] for t in part)
        if (
            out
            and single
            and all(" " not in said[t] for t in out[-1])
            and len(out[-1]) + len(part) <= 3
        ):
            out[-1] = (*out[-1], *part)
        else:
            out.append(part)
    return out


def _parts(ask: Ask, terms: list[str]) -> list[tuple[str, ...]]:
    """The terms by the groups they stand in."""
    parts = [tuple(t for t in g.terms if t in terms) for g in ask.groups]
    return [p for p in parts if p]


_BRAND = re.compile(r"\b[A-Z][a-z]")


def _plain(name: str) -> str:
    """A name within a sentence: lower case unless it is a brand or an abbreviation."""
    first, _, rest = name.partition(" ")
    return (
        name[:1].lower() + name[1:]
        if first[1:].islower() and rest and not _BRAND.search(rest)
        else name
    )


def _spoken(said: str, term: str, lex: Lexicon) -> str:
    """The posting's word, or the thing's own name where the word alone names nothing ("cheaper",
    "pager", "ship or no-ship")."""
    if opens_with_deed(said, lex):  # "debug training" is no noun
        return _plain(lex.name(term))
    tokens = words(said)
    own = {w.stem for w in words(lex.name(term))}
    if not said.islower() or any(w.stem in own for w in tokens):
        return said
    return _plain(lex.name(term)) if len(tokens) == 1 or " or " in said else said


def _named(ask: Ask, terms: list[str], lex: Lexicon) -> str:
    """Terms in the job's words: up to three of one word, or two of several."""
    said = {t: _spoken(words_said, t, lex) for t, words_said in ask.said}
    names = _distinct([said[t] for t in terms if said.get(t)])
    short = [n for n in names[:3] if " " not in n]
    heads = [n for n in names if " " in n]
    if (
        len(heads) == 1
        and len(names) > 2
        and all(n[:1].isupper() for n in names if " " not in n)
        and len(names) - 1 == sum(" " not in n for n in names)
    ):
        tools = [n for n in names if " " not in n][:3]
        return f"{heads[0]} ({', '.join(tools)})"
    alike = any(g.any and set(terms) <= set(g.terms) for g in ask.groups)
    names = names[:3] if len(short) == len(names[:3]) else names[: 2 if alike else 1]
    if not names:
        return ""
    joiner = " or " if any(g.any and set(g.terms) & set(terms) for g in ask.groups) else " and "
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + joiner + names[-1]


def _distinct(names: list[str]) -> list[str]:
    """Each name once, none that stands inside another."""
    out: list[str] = []
    for name in dict.fromkeys(n.strip() for n in names):
        low = name.casefold()
        if any(low in other.casefold() for other in out):
            continue
        out = [o for o in out if o.casefold() not in low] + [name]
    return out


def slug(name: str) -> str:
    """A name as an id: lower case, dashes, at most 60 characters."""
    return re.sub(r"[^a-z0-9+#]+", "-", name.casefold()).strip("-")[:60] or "gap"
