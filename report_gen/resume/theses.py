"""A thesis that is told, not only named: work like a project, with a story in it."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.resume.folding import fold
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import Education, Project, Resume
from report_gen.resume.words import ResumeWords

LEAST_TOLD = 8
"""Words behind the title from which a thesis is told."""
_LABEL = re.compile(r"([^:：]{2,30})[:：]\s*(?=\S)")
_END_OF_TITLE = re.compile(r"(?<=[\w\"”’')])(?:\.|;|\s[–—-])\s+(?=\S)")
_WRAPPED = "\"“”„'‘’*_ "


def with_theses(resume: Resume, words: ResumeWords, ledger: Ledger) -> Resume:
    """The resume with each thesis that an education entry tells of ("Thesis: Few-shot segmentation.
    Trained a ... on 1,200 images") among the projects, under its title, of that school and time."""
    projects = list(resume.projects)
    degrees = []
    for n, degree in enumerate(resume.education):
        kept = []
        for text in degree.courses:
            project = _told(text, degree, words)
            if project is None:
                kept.append(text)
                continue
            ref = f"projects[{len(projects)}]"
            source = ledger.sources.get(f"education[{n}].courses")
            for part in ("name", "description"):
                ledger.put(f"{ref}.{part}", source)
            projects.append(project)
        degrees.append(replace(degree, courses=tuple(kept)))
    if len(projects) == len(resume.projects):
        return resume
    return replace(
        resume, projects=tuple(projects), education=tuple(degrees), sources=ledger.sources
    )


def _told(text: str, degree: Education, words: ResumeWords) -> Project | None:
    label = _LABEL.match(text)
    if not label or fold(label.group(1)) not in words.study_works:
        return None
    end = _END_OF_TITLE.search(text, label.end())
    if not end or len(text[end.end() :].split()) < LEAST_TOLD:
        return None
    title = text[label.end() : end.start()].strip(_WRAPPED)
    return Project(
        name=f"{label.group(1).strip()}: {title}",
        description=text[end.end() :].strip(),
        entity=degree.institution,
        start_date="",
        end_date=degree.end_date,
    )
