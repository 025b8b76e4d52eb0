"""The job vocabulary compiled for matching, and the folding of text it is matched against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from report_gen.taxonomy.models import Taxonomy
from report_gen.taxonomy.vocabulary_job import JobVocabulary, Section

Matcher = re.Pattern[str]

_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\u00a0": " "}
)
_CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"(?<=\w)'ll\b"), " will"),
    (re.compile(r"(?<=\w)'re\b"), " are"),
    (re.compile(r"(?<=\w)'ve\b"), " have"),
    (re.compile(r"(?<=\w)'d\b"), " would"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\b(it|that|what|who|where|here|there|he|she|how)'s\b"), r"\1 is"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r" & "), " and "),
    (re.compile(r"\s+"), " "),
)
_NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Lower case, straight quotes, contractions written out, single spaces: what cues match."""
    folded = text.translate(_STRAIGHT).lower()
    for pattern, plain in _CONTRACTIONS:
        folded = pattern.sub(plain, folded)
    return folded.strip()


_SIGNS = re.compile(r"^[^\w(]+|[^\w)%+#]+$")
_ENUMERATOR = re.compile(r"^(?:section )?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.):]\s+")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")


def fold_heading(text: str) -> str:
    """A heading without its signs, emoji, colon and bracketed remarks."""
    bare = _SIGNS.sub("", _ENUMERATOR.sub("", fold(text)))
    inside = _BRACKETED.sub(" ", bare).strip()
    return _SIGNS.sub("", inside or bare)


def whole_words(patterns: Iterable[str]) -> Matcher:
    """One matcher for any of the patterns, on word borders."""
    listed = list(patterns)
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)", re.I) if listed else _NEVER


def anywhere(patterns: Iterable[str]) -> Matcher:
    """One matcher for any of the patterns, wherever they stand to the left (``70k/year``)."""
    listed = list(patterns)
    return re.compile(rf"(?:{'|'.join(listed)})(?!\w)", re.I) if listed else _NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Asides:
    """What makes a line among what is asked a remark (``asides`` of the vocabulary)."""

    arriving: Matcher
    given: Matcher
    remarks: Matcher
    daily: Matcher
    years: Matcher


@dataclass(frozen=True, slots=True, kw_only=True)
class JobWords:
    """Everything of vocabulary/job.yaml, compiled once per taxonomy."""

    vocabulary: JobVocabulary
    headings: tuple[tuple[str, Matcher], ...]
    stems: tuple[tuple[str, Matcher], ...]
    moods: tuple[tuple[str, Matcher, Matcher], ...]
    lead_ins: tuple[tuple[str, Matcher], ...]
    duty: Matcher
    not_duty: Matcher
    must: Matcher
    not_must: Matcher
    nice: Matcher
    cancel: Matcher
    invitation: Matcher
    prompt_like: Matcher
    definition: Matcher
    duty_verbs: frozenset[str]
    strong: tuple[tuple[str, Matcher], ...]
    weak: tuple[tuple[str, Matcher], ...]
    dimensions: tuple[tuple[str, Matcher, Matcher], ...]
    no_dimension: Matcher
    asides: Asides
    role_dimensions: Mapping[str, tuple[tuple[str, Matcher], ...]]


_ORDER = (
    "refusal", "nice", "must", "duties", "stack", "team", "benefits", "pay", "process", "legal",
    "role", "company", "metadata",
)  # fmt: skip
"""Which section wins when a heading's words fit several."""


@lru_cache(maxsize=8)
def compile_words(taxonomy: Taxonomy) -> JobWords:
    """The taxonomy's job vocabulary, compiled (kept as long as the taxonomy is in use)."""
    source = taxonomy.job_words
    asks = source.asks

    def order(table: Mapping[Section, tuple[str, ...]]) -> list[tuple[Section, tuple[str, ...]]]:
        return sorted(table.items(), key=lambda item: _ORDER.index(item[0]))

    return JobWords(
        vocabulary=source,
        headings=tuple((name, whole_words(words)) for name, words in order(source.headings)),
        stems=tuple((name, whole_words(words)) for name, words in order(source.heading_stems)),
        moods=tuple(
            (mood.section, whole_words(mood.words), whole_words(mood.unless))
            for mood in source.heading_moods
        ),
        lead_ins=tuple((name, whole_words(words)) for name, words in source.lead_ins.items()),
        duty=whole_words(asks.duty),
        not_duty=whole_words(asks.not_duty),
        must=whole_words(asks.must),
        not_must=whole_words(asks.not_must),
        nice=re.compile("|".join(rf"(?:{p})" for p in asks.nice) or "(?!)", re.I),
        cancel=whole_words(asks.cancel),
        invitation=whole_words(asks.invitation),
        prompt_like=whole_words(asks.prompt_like),
        definition=whole_words(asks.definition),
        duty_verbs=frozenset(word.lower() for word in source.duty_verbs),
        strong=tuple((why, whole_words(words)) for why, words in source.ignore_strong.items()),
        weak=tuple((why, whole_words(words)) for why, words in source.ignore_weak.items()),
        dimensions=tuple(
            (name, whole_words(cues.strong), whole_words(cues.weak))
            for name, cues in source.dimension_cues.items()
        ),
        no_dimension=whole_words(source.no_dimension),
        asides=Asides(
            arriving=whole_words(source.asides.arriving),
            given=whole_words(source.asides.given),
            remarks=whole_words(source.asides.remarks),
            daily=whole_words(source.asides.daily),
            years=whole_words(source.asides.years),
        ),
        role_dimensions={
            role: tuple((name, whole_words(cues)) for name, cues in table.items())
            for role, table in source.role_dimensions.items()
        },
    )
