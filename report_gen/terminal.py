"""What a person at a terminal sees: progress, the result in a few lines, where a fault is kept."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from report_gen.analysis import Analysis

STAGES = {
    "load_taxonomy": "Loading the data packs",
    "read_document": "Reading",
    "parse_resume": "Understanding the resume",
    "parse_job": "Understanding the job",
    "match_requirements": "Matching requirements with evidence",
    "score_fit": "Scoring the fit",
    "draft_plan": "Drafting stories, scripts, questions and the plan",
    "ground_drafts": "Checking every claim against its source",
    "build_analysis": "Putting the analysis together",
    "compose_report": "Composing the chapters",
    "render_report": "Laying out the pages",
}

T = TypeVar("T")


class Progress:
    """The runner of the command line: one line per stage on a terminal, silence in a pipe."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self.shown = (sys.stderr.isatty() and not quiet) or verbose
        self.verbose = verbose

    def __call__(self, stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        name = getattr(stage, "__name__", "stage")
        label = STAGES.get(name, name)
        if not self.shown:
            return stage(*args, **kwargs)
        from rich.console import Console

        console = Console(stderr=True)
        began = time.perf_counter()
        if console.is_terminal:
            with console.status(f"{label} ..."):
                result = stage(*args, **kwargs)
        else:
            result = stage(*args, **kwargs)
        seconds = time.perf_counter() - began
        console.print(f"[green]done[/] {label} [dim]{seconds:.1f} s[/]", highlight=False)
        return result


def tell(analysis: Analysis, paths: list[Path], pages: int, *, verbose: bool) -> None:
    """Paths, pages, fit, and the notes that matter (all of them when verbose)."""
    fit = analysis.assessment.fit
    for path in paths:
        click.echo(str(path))
    if pages:
        click.echo(f"{pages} pages")
    click.echo(f"Fit {fit.score:.0f} of 100 ({fit.band}; likely {fit.low:.0f} to {fit.high:.0f})")
    notes = [*analysis.resume.notes, *analysis.job.notes, *analysis.notes]
    shown = notes if verbose else notes[:5]
    for note in shown:
        where = f" ({note.where})" if note.where else ""
        click.echo(f"Note: {note.message}{where}")
    if len(notes) > len(shown):
        click.echo(f"{len(notes) - len(shown)} more notes in the report's appendix.")


def keep_traceback(error: BaseException) -> str:
    """Frames and types only: the message of an exception may quote the resume."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines += [type(seen).__qualname__, *traceback.format_tb(seen.__traceback__), ""]
        seen = seen.__cause__ or seen.__context__
    handle, name = tempfile.mkstemp(prefix="reportgen-error-", suffix=".log", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write("\n".join(lines))
    return name
