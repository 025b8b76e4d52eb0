"""What the posting tells its reader to send, answer or do when applying, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from report_gen.coaching.case import Case
from report_gen.job.models import Ignored
from report_gen.job.sentences import split_sentences
from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import ApplyingWords

_ELSEWHERE = ("legal", "pay", "metadata", "negated")
_WIDEST_GAP = 2
"""Lines between two sentences of one passage."""
_LONGEST = 75
"""Words up to which a sentence is quoted whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    text: str
    line: int
    told: bool
    particular: bool
    sign: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    told: Matcher
    papers: Matcher
    things: Matcher
    signs: Matcher


def to_apply(case: Case) -> tuple[str, ...]:
    """The sentences that say what to send or do, in the posting's order, with the entries of a list
    that one of them opens. () where it asks for nothing beside the usual papers."""
    return case.once(_read)


def _read(case: Case) -> tuple[str, ...]:
    rules = _compile(case.taxonomy.job_words.applying)
    kept: list[str] = []
    for passage in _passages(case.job.ignored, rules):
        first = next((n for n, s in enumerate(passage) if s.sign), len(passage))
        about = passage[first:]  # what stands above the first word on applying tells of the work
        if any(s.told and s.particular for s in about):
            kept += _told(about)
    return tuple(dict.fromkeys(kept))


def _passages(ignored: Sequence[Ignored], rules: _Rules) -> list[list[_Said]]:
    """The sentences of what asks nothing, in runs of lines that stand together."""
    runs: list[list[_Said]] = []
    for item in ignored:
        if item.why in _ELSEWHERE:
            continue
        said = [_judge(s, item, rules) for s in split_sentences(item.text)]
        if runs and runs[-1] and said and 0 <= item.line - runs[-1][-1].line <= _WIDEST_GAP:
            runs[-1] += said
        else:
            runs.append(said)
    return runs


def _judge(text: str, item: Ignored, rules: _Rules) -> _Said:
    folded = fold(text)
    told = rules.told.match(folded) or rules.papers.match(folded)
    short = len(text.split()) <= _LONGEST
    return _Said(
        text=text,
        line=item.line,
        told=bool(told) and short and (item.why != "heading" or text.endswith(":")),
        particular=rules.things.search(folded) is not None,
        sign=rules.signs.search(folded) is not None,
        why=item.why,
    )


def _told(passage: Sequence[_Said]) -> list[str]:
    """What is told in a passage, with the entries below a sentence that ends with a colon."""
    kept: list[str] = []
    opened = 0
    for said in passage:
        goes_on = 0 < said.line - opened <= 1 and said.why != "heading"
        entry = bool(opened) and goes_on and (said.told or said.particular or said.text[-1:] == "?")
        opened = said.line if entry or (said.told and said.text.endswith(":")) else 0
        if said.told or entry:
            kept.append(said.text)
    return kept


@lru_cache(maxsize=8)
def _compile(words: ApplyingWords) -> _Rules:
    lead = rf"(?:(?:{'|'.join(words.leads) or '(?!)'})\b[\s,;:.!?–—-]*)*"
    return _Rules(
        told=re.compile(rf"^\W*{lead}(?:{'|'.join(words.verbs) or '(?!)'})(?!\w)"),
        papers=re.compile(rf"^\W*{lead}(?:{'|'.join(words.papers) or '(?!)'})(?!\w)"),
        things=whole_words(words.things),
        signs=whole_words(words.signs),
    )
