"""A posting as read -> Job. First version: headings decide, every bullet is one requirement."""

from __future__ import annotations

import re

from report_gen.errors import NotUnderstoodError
from report_gen.job.models import Ignored, Job, Requirement
from report_gen.reading.models import Document
from report_gen.taxonomy.models import Taxonomy

_HEADINGS = (
    ("preferred", re.compile(r"prefer|nice to have|bonus|plus|desirable|stand out", re.I)),
    ("required", re.compile(r"qualif|require|looking for|need|bring|about you|skills", re.I)),
    ("responsibility", re.compile(r"responsib|you.ll|you will|duties|role you|essential func", re.I)),
    ("", re.compile(r"benefit|offer|about|pay|equal|who we are|process|team|compensation", re.I)),
)


def parse_job(document: Document, taxonomy: Taxonomy) -> Job:
    """What the posting asks, verbatim.

    Raises NotUnderstoodError (``job_too_short``) when nothing is asked.
    """
    kind, requirements, ignored = "", list[Requirement](), list[Ignored]()
    for line in document.lines:
        text = line.text.strip()
        if not line.marker and len(text.split()) < 8:
            kind = next((k for k, words in _HEADINGS if words.search(text)), kind)
            ignored.append(Ignored(text=text, why="heading", line=line.number))
        elif kind and text and (line.marker or kind != "responsibility"):
            skills = tuple(dict.fromkeys(m.id for m in taxonomy.find_skills(text)))
            dimensions = dict.fromkeys(taxonomy.skills[s].dimension for s in skills)
            requirements.append(
                Requirement(
                    id=f"r{len(requirements) + 1}",
                    text=text,
                    kind=kind,  # type: ignore[arg-type]
                    skills=skills,
                    dimensions=tuple(dimensions),
                    line=line.number,
                )
            )
        elif text:
            ignored.append(Ignored(text=text, why="company", line=line.number))
    if not requirements:
        raise NotUnderstoodError(
            "job_too_short",
            "The job description asks for nothing that could be recognised.",
            "Paste the whole posting, with its duties and requirements.",
        )
    title = next((line.text.strip() for line in document.lines if line.text.strip()), "")
    return Job(
        title=title, requirements=tuple(requirements), ignored=tuple(ignored), coverage=1.0
    )
