"""The claim ledger: every number and proper name in candidate voice, and the lines that carry it.

A drafted sentence may say nothing about the candidate that the resume, the job or the
candidate's own answers do not say. What counts as a claim: a number, a date, and a proper name
(an employer, school, product, technology or person), recognised by how it is written. Ordinary
words are not claims; whether "I led" is fair is the language rules' business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, get_args, get_type_hints

from report_gen.coaching.models import Coaching, Draft, Text
from report_gen.job import Job
from report_gen.options import Options
from report_gen.resume import Resume, statements

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = "|".join(m.capitalize() for m in _MONTHS)
_DATE = re.compile(
    rf"\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?\b|\b(?:{_MONTH}) \d{{1,2}}(?:, \d{{4}})?\b(?!\d)"
)
_ISO = re.compile(r"\b(\d{4})-\d{2}(?:-\d{2})?\b")
_WORD = re.compile(r"[^\W\d_](?:[\w&+#]|[-./'’](?=\w))*[+#]*")
_NOT_LOWER = re.compile(r"[^\W\d_a-z]")
_INSIDE = re.compile(r"[\w&+#\-./'’]")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*\s+$")
# Capitalised in English although they are no names of ours to prove.
_ORDINARY = frozenset(
    [
        "i",
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "english",
        "a",
        "b",
        "c",
        "d",
        "star",
        "jd",
        "cv",
        "ok",
        "q&a",
    ]
)
# Abbreviations of ideas, not of products: naming one claims no experience with anything.
_IDEAS = frozenset(
    [
        "ml",
        "ai",
        "nlp",
        "llm",
        "llms",
        "rag",
        "api",
        "apis",
        "sql",
        "etl",
        "elt",
        "slo",
        "slos",
        "sla",
        "slas",
        "kpi",
        "kpis",
        "okr",
        "okrs",
        "gpu",
        "gpus",
        "cpu",
        "cpus",
        "auc",
        "roc",
        "ci/cd",
        "a/b",
        "ui",
        "ux",
        "qa",
        "prd",
        "it",
        "hr",
        "ceo",
        "cto",
        "vp",
        "pm",
        "tpm",
        "sre",
        "http",
        "json",
        "csv",
        "pdf",
        "id",
        "ids",
        "io",
        "bayes",
        "bayesian",
        "gaussian",
        "poisson",
        "euclidean",
        "boolean",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """``kind``: number or name. ``where``: path of the draft inside the coaching."""

    text: str
    kind: str
    where: str


class Sources:
    """Where a claim may come from, by reference: resume lines, job lines, answers, options."""

    def __init__(self, resume: Resume, job: Job, options: Options) -> None:
        texts: dict[str, str] = {}
        for s in statements(resume):
            texts[s.ref] = f"{s.text} {s.employer} {s.title} {s.start} {s.end}"
        for n, w in enumerate(resume.work):
            texts[f"work[{n}]"] = f"{w.name} {w.position} {w.location} {w.start_date} {w.end_date}"
        for n, p in enumerate(resume.projects):
            texts[f"projects[{n}]"] = f"{p.name} {p.entity} {p.start_date} {p.end_date}"
        for n, v in enumerate(resume.volunteer):
            texts[f"volunteer[{n}]"] = f"{v.organization} {v.position} {v.start_date} {v.end_date}"
        for n, e in enumerate(resume.education):
            texts[f"education[{n}]"] = (
                f"{e.institution} {e.area} {e.study_type} {e.start_date} {e.end_date} {e.score}"
            )
        texts["basics"] = f"{resume.basics.name} {resume.basics.label} {resume.basics.summary}"
        for r in job.requirements:
            texts[r.id] = r.text
        texts["job"] = " ".join(
            [job.title, job.company or "", job.location or "", *(i.text for i in job.ignored)]
        )
        texts["options"] = options.company or ""
        self._dates = tuple(d for d in (options.interview_date, options.today) if d)
        for blank, answer in options.answers.items():
            texts[f"answers.{blank}"] = answer
        self._folded = {ref: f" {fold(text)} " for ref, text in texts.items()}
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}
        self._numbers: dict[str, list[str]] = {}
        for ref, text in texts.items():
            for number in _numbers(text):
                self._numbers.setdefault(number, []).append(ref)

    def find(self, claim: Claim) -> tuple[str, ...]:
        """References that carry the claim, best first; empty if there is none."""
        return self._find(claim.kind, claim.text)

    def carry(self, text: str) -> bool:
        """Whether every claim of a text has a reference."""
        return all(self._find(kind, claim) for kind, claim in _read(text))

    def _find(self, kind: str, text: str) -> tuple[str, ...]:
        key = (kind, text)
        if key not in self._found:
            self._found[key] = self._carriers(kind, text)
        return self._found[key]

    def _carriers(self, kind: str, text: str) -> tuple[str, ...]:
        if kind == "number" and _DATE.fullmatch(text):
            return self._carriers_of_date(text)
        if kind == "number":
            return tuple(self._numbers.get(_plain_number(text), ()))
        wanted = fold(text)
        hits = self._holding(f" {wanted} ")
        if not hits and wanted.endswith("s") and len(wanted) > 3:
            hits = self._holding(f" {wanted[:-1]} ")
        return hits

    def _holding(self, words: str) -> tuple[str, ...]:
        return tuple(ref for ref, folded in self._folded.items() if words in folded)

    def _carriers_of_date(self, said: str) -> tuple[str, ...]:
        """A day of the options said whole, else lines that carry every number of the date."""
        if any(_says(said, day) for day in self._dates):
            return ("options",)
        found = [self._numbers.get(n, []) for n in _numbers(said)]
        return tuple(ref for ref in found[0] if all(ref in refs for refs in found[1:]))


def _says(said: str, day: date) -> bool:
    """Whether a written date is that day; one without a year may be of any."""
    if said == day.isoformat():
        return True
    numbers = sorted((int(n) for n in _NUMBER.findall(said)), reverse=True)
    month = _MONTHS[day.month - 1] in said.casefold()
    return month and numbers in ([day.day], [day.year, day.day])


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Case, accents, hyphens and punctuation folded; one space between words."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w+#]+", " ", plain).split())


def claims_in(text: str, where: str) -> Iterator[Claim]:
    """The numbers and proper names of one piece of text, in order."""
    for kind, claim in _read(text):
        yield Claim(text=claim, kind=kind, where=where)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[str, str], ...]:
    """(kind, claim): the same sentence stands in several drafts, and is read by two stages."""
    return tuple(_reading(text))


def _reading(text: str) -> Iterator[tuple[str, str]]:
    dates = [match.span() for match in _DATE.finditer(text)]
    for start, end in dates:
        yield "number", text[start:end]
    for match in _NUMBER.finditer(text):
        if not any(start <= match.start() < end for start, end in dates):
            yield "number", match.group()
    done = 0
    for capital in _NOT_LOWER.finditer(text):
        # Only words with a capital can be names; looking at the others costs most of the time.
        if capital.start() < done:
            continue
        start = capital.start()
        while start > done and _INSIDE.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        if word is None:
            continue
        done = word.end()
        if _is_name(text, word):
            yield "name", _bare(word.group())


def _is_name(text: str, match: re.Match[str]) -> bool:
    word = _bare(match.group())
    lower = word.casefold().replace("’", "'")
    whole = match.group().casefold().replace("’", "'")
    if lower in _ORDINARY or lower in _IDEAS or whole in _ORDINARY:
        return False
    if any(c.isupper() for c in word[1:]):
        return True
    if not word[:1].isupper():
        return False
    before = text[: match.start()].rstrip("\"'“‘(")
    return bool(before.strip()) and not _SENTENCE_END.search(before)


def _bare(word: str) -> str:
    """The word without a closing full stop or a possessive ending."""
    return re.sub(r"['’]s$", "", word.rstrip(".'’-/"))


def drafts(node: Any, where: str = "") -> Iterator[tuple[str, Draft]]:
    """Every Draft inside a coaching value, with its path."""
    if isinstance(node, Draft):
        yield where, node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from drafts(value, f"{where}[{key}]")
    elif isinstance(node, tuple | list):
        for n, value in enumerate(node):
            yield from drafts(value, f"{where}[{n}]")
    elif is_dataclass(node) and not isinstance(node, type):
        for name in drafted_fields(type(node)):
            yield from drafts(getattr(node, name), f"{where}.{name}".lstrip("."))


@cache
def drafted_fields(kind: type) -> tuple[str, ...]:
    """The fields of a type that can hold a Draft somewhere inside, by their annotations."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _can_hold_draft(hints[field.name]))


def _can_hold_draft(hint: Any) -> bool:
    if hint is Draft:
        return True
    if isinstance(hint, type) and is_dataclass(hint):
        return bool(drafted_fields(hint))
    return any(_can_hold_draft(inner) for inner in get_args(hint))


def claims_of(coaching: Coaching) -> Iterator[Claim]:
    """Every claim in the candidate-voice text of a coaching; quotes and blanks are not ours."""
    for where, draft in drafts(coaching):
        for part in draft.parts:
            if isinstance(part, Text):
                yield from claims_in(part.text, where)


@lru_cache(maxsize=2048)
def _numbers(text: str) -> tuple[str, ...]:
    """The numbers a text carries. Of a date in figures only the year: its month and day count
    nothing, and would let "a team of 14" pass because of the 14th."""
    return tuple(_plain_number(n) for n in _NUMBER.findall(_ISO.sub(r"\1", text)))


@lru_cache(maxsize=2048)
def _plain_number(number: str) -> str:
    """12,000 and 12.000 and 12000 are one number; 3.5 stays itself; 05 is 5."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", number):
        number = re.sub(r"[.,]", "", number)
    return number.lstrip("0") or "0"
