"""Invented people and jobs, judged by hand from the texts: what the fit is held against.

The labels were written before the program's answers were looked at. ``labels.yaml`` says what the
short forms mean; a job's ``[[R:codes|text]]`` marks a requirement (R required, P preferred, D duty)
with the competencies it is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
KINDS = {"R": "required", "P": "preferred", "D": "responsibility"}
DIMENSIONS = {
    "c": "coding",
    "s": "ml_system_design",
    "p": "production_ownership",
    "k": "constraints",
    "b": "business_metrics",
    "t": "ml_theory_math",
    "d": "deep_learning",
    "g": "genai_llm",
    "e": "data_engineering",
    "o": "mlops_infrastructure",
    "l": "behavioral_leadership",
}
STATUS = {"M": "met", "P": "partial", "X": "missing"}
_MARK = re.compile(r"\[\[([RPD]):([a-z]*)\|(.+?)\]\]")
_SECTIONS = {
    "w": "work", "p": "projects", "s": "skills", "e": "education", "c": "certificates", "l": "languages", "pub": "publications",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A requirement as a person would mark it."""

    id: str
    text: str
    kind: str
    dimensions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class JudgedJob:
    text: str
    requirements: tuple[Wanted, ...]


@dataclass(frozen=True, kw_only=True)
class JudgedPair:
    """``labels``: per requirement id its status and the references of its evidence."""

    person: str
    job: str
    labels: dict[str, tuple[str, tuple[str, ...]]]
    gaps: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """``grades``: fit 0..4 for every person and job; ``dimensions``: rating 0..4 per person."""

    people: dict[str, dict[str, Any]]
    jobs: dict[str, JudgedJob]
    grades: dict[tuple[str, str], int]
    dimensions: dict[str, dict[str, int]]
    pairs: tuple[JudgedPair, ...]
    tuned: frozenset[str] = frozenset()
    """People whose rows rules may be worked out on; the others are held out."""

    def half(self, tuned: bool) -> Corpus:
        """The pairs of one half; grades and ratings stay whole."""
        return replace(
            self, pairs=tuple(p for p in self.pairs if (p.person in self.tuned) is tuned)
        )


def read_job(marked: str) -> JudgedJob:
    """A posting without its marks, and what they mark."""
    wanted = tuple(
        Wanted(
            id=f"r{n}",
            text=m[3],
            kind=KINDS[m[1]],
            dimensions=tuple(DIMENSIONS[code] for code in m[2]),
        )
        for n, m in enumerate(_MARK.finditer(marked), 1)
    )
    return JudgedJob(text=_MARK.sub(lambda m: m[3], marked), requirements=wanted)


def reference(short: str) -> str:
    """``w0.2`` -> ``work[0].highlights[2]``; ``sum`` -> ``basics.summary``."""
    if short == "sum":
        return "basics.summary"
    found = re.fullmatch(r"([a-z]+)(\d+)(?:\.(\d+))?", short)
    assert found, short
    entry = f"{_SECTIONS[found[1]]}[{found[2]}]"
    return f"{entry}.highlights[{found[3]}]" if found[3] else entry


def _labels(written: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    out = {}
    for n, label in enumerate(written.split(";"), 1):
        status, *refs = label.split()
        out[f"r{n}"] = (STATUS[status], tuple(reference(r) for r in refs))
    return out


@lru_cache(maxsize=4)
def read_corpus(name: str = "") -> Corpus:
    """Everything in this folder, or in the one of that name (``second``)."""
    here = HERE / name
    data = yaml.safe_load((here / "labels.yaml").read_text(encoding="utf-8"))
    names = data["people"]
    return Corpus(
        people={
            n: yaml.safe_load((here / "people" / f"{n}.yaml").read_text(encoding="utf-8"))
            for n in names
        },
        jobs={
            j: read_job((here / "jobs" / f"{j}.txt").read_text(encoding="utf-8"))
            for j in data["grades"]
        },
        grades={
            (n, j): grade
            for j, row in data["grades"].items()
            for n, grade in zip(names, row, strict=True)
        },
        dimensions={
            n: dict(zip(data["order"], row, strict=True)) for n, row in data["dimensions"].items()
        },
        pairs=tuple(
            JudgedPair(
                person=p["pair"][0],
                job=p["pair"][1],
                labels=_labels(p["labels"]),
                gaps=tuple(p["gaps"]),
            )
            for p in data["pairs"]
        ),
        tuned=frozenset(data.get("tuned", names)),
    )
