"""What one requirement is about: skills, dimensions, years, whether any of a list will do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from report_gen.job.definitions import defined_years
from report_gen.job.degree import find_degrees
from report_gen.job.models import Kind, Requirement
from report_gen.job.words import JobWords, fold
from report_gen.job.years import asked_years
from report_gen.taxonomy.models import SkillMention, Taxonomy

_EXAMPLES = ("such as", "like", "e.", "e ", "eg", "for example", "for instance", "wie", "z")
_ONE_OF = re.compile(
    r"\b(?:such as|(?<!would )like|e\.? ?g\b|for example|for instance|wie (?:z|etwa)|z\. ?b\b"
    r"|(?:one|any|some)(?: or more)?(?: of)?(?: [\w-]+){0,3}? of|one of|any of|either)\b"
)
_OR_SIMILAR = re.compile(
    r"\b(?:or|oder|ou|of)\b(?: \w+){0,2}? (?:similar|comparable|equivalent|related|other|another|likes?"
    r"|something|whatever|whichever|(?:cousin|relative|sibling|neighbou?r|peer)s?|(?:its|their) kin"
    r"|ähnlich\w*|vergleichbar\w*|équivalent\w*)\b(?! (?:practical )?experience)|\betc\b"
)
_OR = re.compile(r"\b(?:or|oder|ou)\b|/")
_AND = re.compile(r"\b(?:and|und|et|plus|with|who|mit)\b|;")
_NEGATED = re.compile(
    r"\b(?:no|not|without|never|kein\w*|nicht)\b[^.;,]{0,60}"
    r"\b(?:need(?:ed)?|requir\w+|necessary|expected|fussed|mandatory)\b"
    r"|[^.;,:(]*\b(?:is|are)(?: not|n['’]t) (?:\w+ )?(?:needed|required|necessary|expected)\b(?!,? but)"
)
_MOST_DIMENSIONS = 3
_DEGREE_HEAD = 40
_TELLING_KINDS = ("specialised", "common", "certification")
_CUE, _SKILL, _FAINT, _LEAST, _SHARE = 2.0, 1.0, 0.6, 1.5, 0.5
"""Weights: fitted coarsely on labelled postings; results move little around these values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A unit that asks something, before its details are known."""

    text: str
    kind: Kind
    line: int
    context: str = ""
    role: str = "other"
    defined: Mapping[str, float] = field(default_factory=dict)
    """Years that words of the posting stand for, where it says so."""


def describe(asked: Asked, number: int, words: JobWords, taxonomy: Taxonomy) -> Requirement:
    """The requirement with everything that its words say."""
    mentions = _keep_asked(asked.text, taxonomy.find_skills(asked.text, context=asked.context))
    skills = tuple(dict.fromkeys(mention.id for mention in mentions))
    years = asked_years(asked.text, words.vocabulary)
    return Requirement(
        id=f"r{number}",
        text=asked.text,
        kind=asked.kind,
        skills=skills,
        dimensions=find_dimensions(asked, skills, words, taxonomy),
        years=years if years is not None else defined_years(asked.text, asked.defined),
        any_of=is_any_of(asked.text, mentions),
        line=asked.line,
    )


def is_any_of(text: str, mentions: tuple[SkillMention, ...]) -> bool:
    """Does one of the named skills suffice ("Python, Java or Go", "such as Spark")?

    Only where all of them are alternatives: "Python and one of Java or Go" is not.
    """
    if not mentions:
        return False
    folded = text.lower()
    first = min(mention.start for mention in mentions)
    last = max(mention.end for mention in mentions)
    start = max(0, first - 30)
    opener = _ONE_OF.search(folded, start, last)
    if opener and len({m.id for m in mentions}) == 1 and not opener.group().startswith(_EXAMPLES):
        return False  # "one of the technical leaders"
    if opener:
        return sum(mention.start < opener.start() for mention in mentions) <= opener.group().startswith(_EXAMPLES) * 2  # fmt: skip
    if _OR_SIMILAR.search(folded, first, min(len(folded), last + 40)):
        return True
    between, at = "", first
    for mention in sorted(mentions, key=lambda m: m.start):  # "A/B testing" is no alternative
        between += folded[at : mention.start] + "_" if mention.start > at else "_"
        at = max(at, mention.end)
    return _OR.search(between) is not None and not _AND.search(between)


def _keep_asked(text: str, mentions: tuple[SkillMention, ...]) -> tuple[SkillMention, ...]:
    """Mentions outside of clauses that say the thing is not needed, and no mere verb."""
    spans = [match.span() for match in _NEGATED.finditer(text.lower())]
    kept = (m for m in mentions if not any(a <= m.start < b for a, b in spans))
    taught = _TAUGHT.search(text.lower()) is not None
    named = (m for m in kept if taught or not _FIELD.fullmatch(text[m.start : m.end].lower()))
    return tuple(m for m in named if not _is_verb(text.lower(), m))


_FIELD = re.compile(r"(?:related|quantitative|technical) (?:fields?|disciplines?)")
_TAUGHT = re.compile(
    r"\b(?:degrees?|bachelor\w*|master\w*|ph\.?d\w*|b\.?sc?|m\.?sc?|b\.?a|diploma\w*|graduat\w+|qualifications?|stud(?:y|ies|ied)|educat\w+|major\w*|universit\w+)\b"
)
"""Without one of these "a related field" is a field of work, no subject of study."""


_VERB = re.compile(r"(?:build|design|operate)\b")
_BEFORE_VERB = re.compile(r"(?:^|\b(?:to|will|you|we|and|or|help)\s|,\s)$")
_AFTER_VERB = re.compile(r"\s+(?:that|which|where|to|for|at|with|capable)\b")


def _is_verb(folded: str, mention: SkillMention) -> bool:
    """ "Design and build systems that ...": a doing, not build systems or a design system."""
    named = folded[mention.start : mention.end]
    if not _VERB.match(named) or not _BEFORE_VERB.search(folded[: mention.start]):
        return False
    return " " not in named or _AFTER_VERB.match(folded, mention.end) is not None


def find_dimensions(
    asked: Asked, skills: tuple[str, ...], words: JobWords, taxonomy: Taxonomy
) -> tuple[str, ...]:
    """The dimensions that the wording and the skills speak for, the strongest first.

    The first cue or skill of a dimension counts most, so that a long list of tools does not
    drown what the sentence is about. A sentence about a degree speaks for no dimension, but for
    a wished-for advanced one.
    """
    folded = fold(asked.text)
    if find_degrees(asked.text[:_DEGREE_HEAD], words.vocabulary.degree):
        lasting = words.vocabulary.degree_dimension
        return (lasting,) if asked.kind == "preferred" and lasting and "mba" not in folded else ()
    if words.no_dimension.search(folded):
        return ()
    named = Counter(
        taxonomy.skills[skill].dimension
        for skill in skills
        if taxonomy.skills[skill].kind in _TELLING_KINDS
    )
    score: dict[str, float] = {}
    for name, strong, weak in words.dimensions:
        hits = len({hit.lower() for hit in strong.findall(folded)})
        faint = len({hit.lower() for hit in weak.findall(folded)})
        score[name] = _grow(hits, _CUE) + min(faint, 2) * _FAINT
    for name, count in named.items():
        score[name] = score.get(name, 0.0) + _grow(count, _SKILL)
    top = max(score.values(), default=0.0)
    least = max(_LEAST if top >= _LEAST else _SKILL, _SHARE * top)
    ranked = sorted(score.items(), key=lambda item: -item[1])
    found = [name for name, value in ranked if value >= least][:_MOST_DIMENSIONS]
    own = words.role_dimensions.get(asked.role, ())
    return (*found, *(n for n, cues in own if n not in found and cues.search(folded)))


def _grow(count: int, first: float) -> float:
    """Each further hit adds a quarter of the first, up to four."""
    return first * (1 + 0.25 * (min(count, 5) - 1)) if count else 0.0
