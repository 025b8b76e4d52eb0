"""When a report needs a person before it is delivered, and what a refusal means. Rules as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from report_gen.batch.models import Verdict

if TYPE_CHECKING:
    from report_gen.analysis import Analysis

RESUME_COVERAGE = 0.6
"""Below this share of understood lines a person looks at the reading first: at the median of
labelled resumes it is above 0.95, and below 0.6 whole sections were missing."""
JOB_COVERAGE = 0.5
FEWEST_PAGES = {"full": 30, "standard": 15, "brief": 1}
"""An edition with fewer pages has lost chapters: too little could be said."""
MOST_WARNINGS = 5
"""Of the renderer; single ones are a missing character."""

CONTRADICTIONS = {
    "end_before_start": "a position ends before it starts",
    "starts_in_future": "a position starts in the future",
    "years_claimed": "the years claimed differ from the dated positions",
}
"""Codes of notes of the reading that contradict each other or the calendar."""

HOLDS = {
    "low_confidence": "Little of the resume could be placed: check the reading "
    "(reportgen parse resume).",
    "job_unclear": "Little of the job description could be placed.",
    "no_name": "No name of a person was found: perhaps no resume, or one whose head was not read.",
    "no_skills": "No skill the job asks for is named anywhere in the resume: perhaps the wrong "
    "resume or the wrong job.",
    "no_requirements": "The job description names no requirement.",
    "contradictions": "The resume contradicts itself",
    "few_pages": "The report came out far shorter than its edition: too little could be said.",
    "page_faults": "The renderer had complaints about the pages.",
    "interrupted": "Its process was interrupted too often: start it alone (reportgen retry).",
}

REFUSALS = {
    "timeout": "It took too long and was stopped at the limit.",
    "memory": "It needed more memory than an order may have.",
    "killed": "Its process ended abnormally each time it was tried: damaged or hostile input.",
    "superseded": "A later order of the same id replaced it.",
    "strangers_name": "ALARM: the report names a person or employer of another order. Nothing "
    "was delivered; find out how it got there before you release anything.",
    "packs_changed": "The data packs here are not those the order was taken in with.",
    "fault": "A fault of ours on this input; the order's work folder keeps where it happened.",
}

SAME_PACKS = (
    "Run the list again, which takes it in with today's packs; or give the worker the --packs of the "
    "submission and retry the order."
)


def reasons_to_hold(analysis: Analysis) -> list[str]:
    """Codes of ``HOLDS`` that apply to what was understood, the weightiest first."""
    resume, job, matches = analysis.resume, analysis.job, analysis.matches
    found = []
    if resume.coverage < RESUME_COVERAGE:
        found.append("low_confidence")
    if not resume.basics.name.strip():
        found.append("no_name")
    if any(note.code in CONTRADICTIONS for note in resume.notes):
        found.append("contradictions")
    if not job.requirements:
        found.append("no_requirements")
    elif job.coverage < JOB_COVERAGE:
        found.append("job_unclear")
    # A neighbour of a skill counts where it is enough for a part: a florist who trains apprentices
    # stands near "mentor engineers", and is no engineer for it. A diploma is no skill.
    if job.requirements and not any(
        m.listed_only
        or any(e.skills for e in m.evidence)
        or (
            m.status != "missing"
            and (m.adjacent or any(not e.ref.startswith("education") for e in m.evidence))
        )
        for m in matches.requirements
    ):
        found.append("no_skills")
    return found


def contradictions_of(analysis: Analysis) -> list[str]:
    """Which contradictions there are, in words without the resume's own."""
    codes = {note.code for note in analysis.resume.notes}
    return [text for code, text in CONTRADICTIONS.items() if code in codes]


def page_faults(edition: str, pages: int, warnings: Sequence[str]) -> list[str]:
    """Codes of ``HOLDS`` that apply to the rendered pages (0 pages: a format without)."""
    found = []
    if 0 < pages < FEWEST_PAGES[edition]:
        found.append("few_pages")
    if len(warnings) > MOST_WARNINGS:
        found.append("page_faults")
    return found


def held(codes: Sequence[str], details: Sequence[str] = (), pages: int = 0) -> Verdict:
    """A verdict with the first code and all reasons."""
    parts = []
    for code in codes:
        text = HOLDS[code]
        if code == "contradictions":
            text = f"{text}: {'; '.join(details) or 'see its notes'}."
        parts.append(text)
    return Verdict(word="held", code=codes[0], reason=" ".join(parts), pages=pages)


def refused(code: str, reason: str = "") -> Verdict:
    """``code`` of ours or of a ReportGenError, whose message then is the reason."""
    return Verdict(word="refused", code=code, reason=reason or REFUSALS[code])
