"""One line of a posting against one line of a resume: `triples.yaml`, and how often we agree.

Each row is built into a posting of one requirement and a resume of one line, so that what is
measured is the reading itself, not how a whole resume makes up for it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import yaml

import report_gen
from report_gen.job.models import Job
from report_gen.matching import match_requirements
from report_gen.options import Options
from report_gen.pipeline import load_packs
from report_gen.resume.models import Resume
from tests.judged.corpus import HERE
from tests.judged.measure import STATUS, TODAY, kappa

TITLES = {
    "mle": "Machine Learning Engineer", "swe": "Software Engineer", "de": "Data Engineer",
    "ds": "Data Scientist", "pm": "Product Manager", "tpm": "Technical Program Manager",
}  # fmt: skip
_HEADINGS = {
    "required": "Requirements", "preferred": "Nice to have", "responsibility": "What you will do",
}  # fmt: skip
_USUAL = ("Experience with Git", "Experience with Linux")
_MARK = re.compile(r"(Skills|Project|Degree|Paper|Certificate|Position|Language) - (.+)", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Triple:
    """``says``: met, partial or missing. ``tuned``: in the half the rules may be worked out on."""

    ask: str
    line: str
    says: str
    role: str
    kind: str
    tuned: bool


@dataclass(kw_only=True)
class TripleSheet:
    """``rows``: triple, given status, score and reason."""

    rows: list[tuple[Triple, str, float, str]] = field(default_factory=list)

    def half(self, tuned: bool) -> list[tuple[str, str]]:
        """Judged and given, of one half."""
        return [(t.says, got) for t, got, _, _ in self.rows if t.tuned is tuned]


def tuned_half(ask: str) -> bool:
    """All rows of one ask are in the same half, so that neither half gives the other away."""
    return hashlib.sha256(ask.encode()).digest()[0] % 2 == 0


@lru_cache(maxsize=1)
def read_triples() -> tuple[Triple, ...]:
    """Every row of the table."""
    data = yaml.safe_load((HERE / "triples.yaml").read_text(encoding="utf-8"))
    return tuple(
        Triple(
            ask=entry["ask"],
            line=line,
            says=says,
            role=entry["role"],
            kind=entry.get("kind", "required"),
            tuned=tuned_half(entry["ask"]),
        )
        for entry in data
        for says in STATUS
        for line in entry[says]
    )


def posting(triple: Triple) -> Job:
    """A posting that asks for this and nothing else; the usual lines around it are taken away."""
    bullets = "\n".join(f"- {ask}" for ask in (_USUAL[0], triple.ask, _USUAL[1]))
    text = f"{TITLES[triple.role]}\nAcme Works\n\n{_HEADINGS[triple.kind]}\n{bullets}\n"
    job = report_gen.parse_job(text=text)
    return replace(job, requirements=tuple(r for r in job.requirements if r.text not in _USUAL))


def person(triple: Triple) -> Resume:
    """Four years in the role with this line and nothing else."""
    found = _MARK.fullmatch(triple.line)
    mark, text = (found[1], found[2]) if found else ("", triple.line)
    work: dict[str, Any] = {
        "name": "Beta Ltd",
        "position": TITLES[triple.role],
        "startDate": "2022-01",
    }
    data: dict[str, Any] = {"basics": {"name": "Sam Reed"}, "work": [work]}
    if not mark:
        work["highlights"] = [text]
    elif mark == "Skills":
        data["skills"] = [{"name": "", "keywords": text.split(", ")}]
    elif mark == "Project":
        data["projects"] = [{"name": "Own project", "highlights": [text]}]
    elif mark == "Degree":
        kind, _, area = text.partition(" ")
        data["education"] = [
            {"institution": "State University", "studyType": kind, "area": area, "endDate": "2018"}
        ]
    elif mark == "Paper":
        name, _, venue = text.rpartition(", ")
        data["publications"] = [{"name": name, "publisher": venue}]
    elif mark == "Certificate":
        data["certificates"] = [{"name": text}]
    elif mark == "Language":
        data["languages"] = [
            {"language": word, "fluency": level}
            for word, level in (part.split(" ") for part in text.split(", "))
        ]
    else:
        title, start, end = text.split(", ")
        work.update(position=title, startDate=start, endDate=end)
    return report_gen.parse_resume(json.dumps(data).encode(), filename="resume.json", today=TODAY)


def judge_triples(triples: Sequence[Triple]) -> TripleSheet:
    """What the program says of each row: the mean over the parts a line was split into."""
    taxonomy, options = load_packs(), Options(today=TODAY)
    sheet = TripleSheet()
    jobs: dict[str, Job] = {}
    for triple in triples:
        job = jobs.setdefault(triple.ask, posting(triple))
        found = match_requirements(person(triple), job, taxonomy, options).requirements
        if not found:
            sheet.rows.append((triple, "missing", -1.0, "not read as a requirement"))
            continue
        values = [STATUS.index(v.status) for v in found]
        score = sum(v.score for v in found) / len(found)
        why = " / ".join(f"{v.why}" for v in found)
        sheet.rows.append((triple, STATUS[round(sum(values) / len(values))], score, why))
    return sheet


def agreement(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Share of equal verdicts, and kappa weighted by distance."""
    truth = [STATUS.index(a) for a, _ in pairs]
    given = [STATUS.index(b) for _, b in pairs]
    same = sum(a == b for a, b in zip(truth, given, strict=True))
    return {"accuracy": same / len(pairs), "kappa": kappa(truth, given, 3, 1)}
