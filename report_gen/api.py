"""The Python API of the contract: paths, bytes or text in; typed results out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from report_gen import pipeline
from report_gen.errors import UsageError
from report_gen.options import Options

if TYPE_CHECKING:
    from report_gen.analysis import Analysis
    from report_gen.job import Job
    from report_gen.rendering import Rendered
    from report_gen.resume import Resume


def parse_resume(
    source: str | Path | bytes,
    *,
    filename: str | None = None,
    today: date | None = None,
    packs: Sequence[Path] = (),
) -> Resume:
    """A resume from a path, or from bytes with ``filename`` for its suffix.

    ``today`` ends the current positions (the calendar's today if not given). Raises
    UnreadableError (the file) or NotUnderstoodError (too little of it was understood).
    """
    data, name = _input(source, filename)
    taxonomy = pipeline.load_packs(tuple(packs))
    return pipeline.read_resume(data, name, taxonomy, Options(today=today or date.today()))


def parse_job(
    source: str | Path | bytes | None = None,
    *,
    text: str | None = None,
    filename: str | None = None,
    packs: Sequence[Path] = (),
) -> Job:
    """A job description from a path, from bytes with ``filename``, or from ``text``."""
    if (source is None) == (text is None):
        raise UsageError(
            "job_source", "Give either a path or text=, not both.", "Pass one of them."
        )
    if source is None:
        data, name = str(text).encode("utf-8", "surrogatepass"), filename or "job.txt"
    else:
        data, name = _input(source, filename)
    return pipeline.read_job(data, name, pipeline.load_packs(tuple(packs)))


def analyze(
    resume: Resume,
    job: Job,
    *,
    today: date | None = None,
    interview_date: date | None = None,
    hours_per_week: float = 10.0,
    company: str | None = None,
    role: str | None = None,
    level: str | None = None,
    answers: Mapping[str, str] | None = None,
    edits: Analysis | None = None,
    packs: Sequence[Path] = (),
) -> Analysis:
    """Everything the report says. Pure: the same arguments give the same analysis.

    ``today`` stands for the clock; without it the calendar's today is taken. ``edits``: an
    earlier analysis that a coach has edited; what still applies is carried over, the rest is
    kept in ``edits`` of the result, with the reason.
    """
    options = Options(
        today=today or date.today(),
        interview_date=interview_date,
        hours_per_week=hours_per_week,
        company=company,
        role=role,
        level=level,
        answers=dict(answers or {}),
    )
    taxonomy = pipeline.load_packs(tuple(packs))
    return pipeline.make_analysis(resume, job, taxonomy, options, edits=edits)


def render(
    analysis: Analysis,
    path: str | Path,
    *,
    format: str | None = None,
    edition: str = "full",
    paper: str = "a4",
    theme: str | Path | None = None,
    templates: str | Path | None = None,
    packs: Sequence[Path] = (),
) -> Rendered:
    """Write the report to ``path`` (whole or not at all); the format is the suffix's or stated.

    ``theme``: a brand's theme file, ``templates``: a folder of own templates (README, Your brand);
    both are checked first: UsageError says file and line.

    Raises CannotWriteError if the file can't be written; an existing one is then untouched.
    """
    from report_gen.branding import read_brand
    from report_gen.output import check_writable, write_whole

    target = Path(path)
    check_writable(target)
    brand = read_brand(
        Path(theme) if theme is not None else None,
        Path(templates) if templates is not None else None,
    )
    rendered = pipeline.make_report(
        analysis,
        pipeline.load_packs(tuple(packs)),
        edition=edition,
        paper=paper,
        format=format or target.suffix.lstrip(".").lower() or "pdf",
        brand=brand,
    )
    write_whole(target, rendered.data)
    return rendered


def skill_id(name: str) -> str | None:
    """The taxonomy's id of a skill's name or alias; None if it is not known."""
    return pipeline.load_packs().skill_id(name)


def _input(source: str | Path | bytes, filename: str | None) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        if not filename:
            raise UsageError(
                "filename_missing", "Bytes were given without filename=.", "Pass filename='cv.pdf'."
            )
        return source, filename
    from report_gen.inputs import name_of, read_bytes

    path = Path(source)
    return read_bytes(path), filename or name_of(path)
