"""What the reader should know about how the posting was understood, as notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report_gen.job.facts import Facts
from report_gen.job.models import Job
from report_gen.job.requirements import Unit
from report_gen.job.sections import ASK_SECTIONS
from report_gen.job.words import JobWords, fold
from report_gen.notes import Note
from report_gen.reading.models import Document

_RANK = ("intern", "junior", "mid", "senior", "staff", "principal")


def collect_notes(
    job: Job,
    document: Document,
    facts: Facts,
    title_levels: Sequence[str],
    years_level: str | None,
    found: Sequence[Note],
    words: JobWords,
) -> Job:
    """The job with its notes: the document's own, then what is missing, doubtful or odd."""
    notes = [*document.notes, *found]

    def note(code: str, message: str, where: str = "") -> None:
        notes.append(Note(code=code, message=message, where=where))

    if not job.title:
        note("no_title", "The posting states no job title; the role was judged by its duties.")
    if facts.agency:
        note("agency_posting", "An agency posted this job and does not name the employer.")
    elif not job.company:
        note("no_company", "The posting does not name the employer; state it with --company.")
    if not any(requirement.skills for requirement in job.requirements):
        note(
            "no_skills_found",
            "No known skill is named in the requirements: skill gaps can't be judged.",
        )
    if len(job.requirements) < 3:
        note(
            "few_requirements", "The posting asks for very little; the report rests on few points."
        )
    if len(title_levels) > 1:
        listed = ", ".join(title_levels)
        note("several_levels", f"The title names several levels ({listed}); {job.level} was taken.")
    elif title_levels and years_level and _distance(title_levels[0], years_level) >= 2:
        note(
            "level_mixed",
            f"The title says {title_levels[0]}, the years asked suggest {years_level}.",
        )
    others = {(o.pay.min, o.pay.max, o.pay.currency) for o in facts.offers if o.weight >= 4}
    if len(others) > 1:
        note("several_pay_ranges", "The posting gives several pay ranges; the first was taken.")
    if any(words.prompt_like.search(fold(i.text)) for i in job.ignored):
        note(
            "prompt_like_text",
            "The posting contains text that addresses a machine; it was left out.",
        )
    if job.coverage < 0.8:
        note("low_coverage", "A part of the posting was not understood; see the lines left out.")
    return replace(job, notes=tuple(notes))


def note_set_aside(units: Sequence[Unit]) -> list[Note]:
    """A note when lines under a heading of duties or requirements were taken for no ask."""
    left = [
        unit
        for unit in units
        if unit.kind is None
        and unit.section in ASK_SECTIONS
        and unit.why not in ("heading", "duplicate")
    ]
    if not left:
        return []
    first = " ".join(left[0].text.split())
    shown = first if len(first) <= 80 else f"{first[:77].rsplit(' ', 1)[0]} …"
    message = (
        f"{len(left)} line(s) under a heading of duties or requirements were taken to ask "
        f"nothing and set aside, first: “{shown}”."
    )
    return [Note(code="lines_set_aside", message=message, where=f"line {left[0].line}")]


def _distance(a: str, b: str) -> int:
    if a not in _RANK or b not in _RANK:
        return 0
    return abs(_RANK.index(a) - _RANK.index(b))
