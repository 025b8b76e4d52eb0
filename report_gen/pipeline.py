"""THE MAP: the stages as calls, in order. Read this first.

Every stage is pure and is called through a runner, ``run(stage, *arguments)``: the command line
passes one that draws progress, a batch one that makes the call a durable step. The text of the
flow stays the same for all. Heavy imports happen inside the function that needs them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from report_gen.errors import UnreadableError
from report_gen.options import Options

if TYPE_CHECKING:
    from report_gen.analysis import Analysis
    from report_gen.job import Job
    from report_gen.reading import Document
    from report_gen.rendering import Rendered
    from report_gen.rendering.brand import Brand
    from report_gen.resume import Resume
    from report_gen.taxonomy import Taxonomy

P = ParamSpec("P")
T = TypeVar("T")


class Runner(Protocol):
    """Calls a stage: ``run(parse_resume, document, taxonomy)`` returns what the stage returns."""

    def __call__(self, stage: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...


def plain(stage: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """The runner that does nothing but call."""
    return stage(*args, **kwargs)


def load_packs(overlays: tuple[Path, ...] = (), run: Runner = plain) -> Taxonomy:
    """The product's data packs, with the user's own folders laid over them in order."""
    from report_gen.taxonomy import load_taxonomy

    return run(load_taxonomy, overlays)


def read_file(data: bytes, name: str, run: Runner = plain) -> Document:
    """A file's bytes -> Document. Pages that are pictures of text are read by Tesseract, where it
    is installed, and marked; where it is not, a file of pictures alone is refused as by reading.
    """
    from report_gen.reading import read_document

    document: Document | None = None
    try:
        document = run(read_document, data, name)
        if not any(note.code == "picture_page" for note in document.notes):
            return document
    except UnreadableError as error:
        from report_gen.reading.recognition import recognise

        recognised = recognise(data, name, None, run) if error.code == "image_only" else None
        if recognised is None:
            raise
        return recognised
    from report_gen.reading.recognition import recognise

    return recognise(data, name, document, run) or document


def read_resume(
    data: bytes, name: str, taxonomy: Taxonomy, options: Options, run: Runner = plain
) -> Resume:
    """A resume file's bytes -> Resume. ``name`` serves for its suffix and in messages."""
    from report_gen.resume import parse_resume

    document = read_file(data, name, run)
    return run(parse_resume, document, taxonomy, options.today)


def read_job(data: bytes, name: str, taxonomy: Taxonomy, run: Runner = plain) -> Job:
    """A job description's bytes -> Job."""
    from report_gen.job import parse_job

    document = read_file(data, name, run)
    return run(parse_job, document, taxonomy)


def make_analysis(
    resume: Resume,
    job: Job,
    taxonomy: Taxonomy,
    options: Options,
    run: Runner = plain,
    edits: Analysis | None = None,
) -> Analysis:
    """Resume and Job -> everything the report says, with every claim's source checked.

    ``edits``: an earlier analysis that a person has edited; its edits are carried over.
    """
    from report_gen.analysis import build_analysis
    from report_gen.coaching import draft_plan, ground_drafts
    from report_gen.job.override import apply_options
    from report_gen.matching import match_requirements
    from report_gen.scoring import score_fit

    job = apply_options(job, options)
    matches = run(match_requirements, resume, job, taxonomy, options)
    assessment = run(score_fit, matches, resume, job, taxonomy, options)
    coaching = run(draft_plan, assessment, matches, resume, job, taxonomy, options)
    coaching = run(ground_drafts, coaching, resume, job, options)
    analysis = run(build_analysis, resume, job, matches, assessment, coaching, taxonomy, options)
    if edits is None:
        return analysis
    from report_gen.analysis.carrying import carry_edits

    return run(carry_edits, analysis, edits)


def make_report(
    analysis: Analysis,
    taxonomy: Taxonomy,
    *,
    edition: str = "full",
    paper: str = "a4",
    format: str = "pdf",
    brand: Brand | None = None,
    run: Runner = plain,
) -> Rendered:
    """Analysis -> the bytes of a document, its page count and what the renderer noticed.

    ``brand``: an operator's, as ``branding.read_brand`` makes it; without one, ours.
    """
    from report_gen.rendering import render_report
    from report_gen.rendering.brand import PLAIN
    from report_gen.report import compose_report

    report = run(compose_report, analysis, taxonomy, edition)
    return run(render_report, report, paper, format, brand or PLAIN)
