"""The resume as a list of statements: every line that can serve as evidence, with its reference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from report_gen.resume.models import Resume

StatementKind = Literal[
    "summary", "highlight", "position", "description", "skill", "education", "publication",
    "certificate", "award", "language", "volunteer", "project", "absence",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """``owner`` is the reference of the entry it belongs to (``work[0]``), "" for basics.

    ``employer``/``title`` name that entry in the candidate's words; dates as in the resume
    (an empty ``end`` with a ``start`` means it is still going on).
    """

    ref: str
    text: str
    kind: StatementKind
    owner: str = ""
    employer: str = ""
    title: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class _Same:
    """A resume as the key of a cache: the object itself, since all its words would be much to hash."""

    resume: Resume

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.resume is other.resume

    def __hash__(self) -> int:
        return id(self.resume)


def statements(resume: Resume) -> tuple[Statement, ...]:
    """Every statement of the resume, in reading order; references are JSON Resume paths. Most stages
    ask for them: those of the last few resumes are remembered."""
    return _statements(_Same(resume))


@lru_cache(maxsize=4)
def _statements(key: _Same) -> tuple[Statement, ...]:
    resume = key.resume
    out: list[Statement] = []

    def add(ref: str, text: str, kind: StatementKind, owner: str = "", **about: str) -> None:
        if text.strip():
            out.append(Statement(ref=ref, text=text, kind=kind, owner=owner, **about))

    add("basics.label", resume.basics.label, "summary")
    add("basics.summary", resume.basics.summary, "summary")
    for n, w in enumerate(resume.work):
        owner = f"work[{n}]"
        about = {"employer": w.name, "title": w.position, "start": w.start_date, "end": w.end_date}
        add(f"{owner}.position", w.position, "position", owner, **about)
        add(f"{owner}.summary", w.summary, "description", owner, **about)
        for k, text in enumerate(w.highlights):
            add(f"{owner}.highlights[{k}]", text, "highlight", owner, **about)
    for n, p in enumerate(resume.projects):
        owner = f"projects[{n}]"
        about = {"employer": p.entity, "title": p.name, "start": p.start_date, "end": p.end_date}
        add(f"{owner}.name", p.name, "position", owner, **about)
        add(f"{owner}.description", p.description, "project", owner, **about)
        for k, text in enumerate(p.highlights):
            add(f"{owner}.highlights[{k}]", text, "project", owner, **about)
        add(f"{owner}.keywords", ", ".join(p.keywords), "skill", owner, **about)
    for n, v in enumerate(resume.volunteer):
        owner = f"volunteer[{n}]"
        about = {
            "employer": v.organization,
            "title": v.position,
            "start": v.start_date,
            "end": v.end_date,
        }
        away = not (v.organization or v.position or v.highlights)  # "Career break: ..."
        add(f"{owner}.summary", v.summary, "absence" if away else "volunteer", owner, **about)
        for k, text in enumerate(v.highlights):
            add(f"{owner}.highlights[{k}]", text, "volunteer", owner, **about)
    for n, s in enumerate(resume.skills):
        owner = f"skills[{n}]"
        add(owner, ", ".join(s.keywords) or s.name, "skill", owner, title=s.name)
    for n, e in enumerate(resume.education):
        owner = f"education[{n}]"
        text = ", ".join(t for t in (e.study_type, e.area, e.institution, e.score) if t)
        about = {
            "employer": e.institution,
            "title": e.study_type,
            "start": e.start_date,
            "end": e.end_date,
        }
        add(owner, text, "education", owner, **about)
        add(f"{owner}.courses", ", ".join(e.courses), "education", owner, **about)
    for n, b in enumerate(resume.publications):
        cited = bool(b.name) and b.name in b.summary  # the citation as a whole: its authors aside
        parts = (b.name, b.publisher, "" if cited else b.summary)
        text = ". ".join(t.rstrip(".") for t in parts if t)
        year = b.release_date[:4]
        if cited and year and year not in text:
            text = f"{text}, {year}"
        add(f"publications[{n}]", text, "publication", f"publications[{n}]", end=b.release_date)
    for n, c in enumerate(resume.certificates):
        text = ", ".join(t for t in (c.name, c.issuer) if t)
        add(f"certificates[{n}]", text, "certificate", f"certificates[{n}]", end=c.date)
    for n, a in enumerate(resume.awards):
        text = ", ".join(t for t in (a.title, a.awarder, a.summary) if t)
        add(f"awards[{n}]", text, "award", f"awards[{n}]", end=a.date)
    for n, g in enumerate(resume.languages):
        text = " ".join(t for t in (g.language, f"({g.fluency})" if g.fluency else "") if t)
        add(f"languages[{n}]", text, "language", f"languages[{n}]")
    return tuple(out)


def lookup(resume: Resume, ref: str) -> str:
    """The text a reference points to; "" if it points nowhere (a stale reference)."""
    by_ref = {s.ref: s.text for s in statements(resume)}
    if ref in by_ref:
        return by_ref[ref]
    node: Any = resume
    for name, index in re.findall(
        r"([a-z_]+)(?:\[(\d+)\])?", re.sub(r"([A-Z])", r"_\1", ref).lower()
    ):
        node = getattr(node, name, None)
        if index and isinstance(node, tuple):
            node = node[int(index)] if int(index) < len(node) else None
        if node is None:
            return ""
    return node if isinstance(node, str) else ""
