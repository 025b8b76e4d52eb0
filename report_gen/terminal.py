"""What a person at a terminal sees: progress, the result in a few lines, where a fault is kept."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from report_gen.errors import ExitCode, ReportGenError
from report_gen.pipeline import Runner, plain

if TYPE_CHECKING:
    from report_gen.analysis import Analysis
    from report_gen.containment import Containment
    from report_gen.limits import Limits
    from report_gen.taxonomy import Taxonomy

STAGES = {
    "load_taxonomy": "Loading the data packs",
    "read_document": "Reading",
    "count_pages": "Looking at pages that are pictures",
    "draw_page": "Recognising text",
    "replace_pages": "Putting recognised text in its place",
    "parse_resume": "Understanding the resume",
    "parse_job": "Understanding the job",
    "match_requirements": "Matching requirements with evidence",
    "score_fit": "Scoring the fit",
    "draft_plan": "Drafting stories, scripts, questions and the plan",
    "ground_drafts": "Checking every claim against its source",
    "build_analysis": "Putting the analysis together",
    "carry_edits": "Carrying the coach's edits over",
    "compose_report": "Composing the chapters",
    "render_report": "Laying out the pages",
}

T = TypeVar("T")


class Progress:
    """The runner of the command line: one line per stage on a terminal, silence in a pipe."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self.shown = (sys.stderr.isatty() and not quiet) or verbose
        self.verbose, self.quiet = verbose, quiet
        self.inner: Runner = plain
        self.containment: Containment | None = None

    def contain(self, limits: Limits, *, notice: bool, pages: bool) -> Callable[[], None]:
        """From here on, what touches a stranger's document runs in a limited child.

        ``notice``: say in one line where this system does not let us put up every wall;
        ``pages``: load the layout engine beside the work before it. Returns what ends it.
        """
        self.notice = notice and not self.quiet
        if not hasattr(os, "fork"):
            self._tell(["everything (this system can't copy a process)"])
            return lambda: None
        from report_gen.containment import Containment

        self.inner = self.containment = Containment(limits)
        if pages:
            self.containment.start("render")
        return self.containment.close

    def start_reading(self, taxonomy: Taxonomy, *documents: bytes) -> None:
        """Ready a child's template for just these documents."""
        if self.containment is None:
            return
        import report_gen.job
        import report_gen.resume  # noqa: F401  both are needed here as well: load them once
        from report_gen.containment import missing_walls, modules_for

        self.containment.start("parse", modules_for(*documents), (taxonomy,))
        if self.notice:
            self._tell(missing_walls(self.containment.walls()))

    def _tell(self, missing: list[str]) -> None:
        if missing and self.notice:
            click.echo(
                f"Notice: this system does not let us confine {'; '.join(missing)}. "
                "See reportgen doctor; --allow-unsandboxed leaves this line out.",
                err=True,
            )

    def __call__(self, stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        name = getattr(stage, "__name__", "stage")
        label = STAGES.get(name, name)
        if not self.shown:
            return self.inner(stage, *args, **kwargs)
        from rich.console import Console

        console = Console(stderr=True)
        began = time.perf_counter()
        if console.is_terminal:
            with console.status(f"{label} ..."):
                result = self.inner(stage, *args, **kwargs)
        else:
            result = self.inner(stage, *args, **kwargs)
        seconds = time.perf_counter() - began
        console.print(f"[green]done[/] {label} [dim]{seconds:.1f} s[/]", highlight=False)
        return result


def load_beside(*modules: str) -> None:
    """Import what is needed later while children read the documents and this process only waits."""

    def load() -> None:
        for name in modules:
            with contextlib.suppress(Exception):  # who needs it meets the error
                importlib.import_module(name)

    threading.Thread(target=load, daemon=True).start()


def tell(
    analysis: Analysis, paths: list[Path], pages: int, noticed: list[str], *, verbose: bool
) -> None:
    """Paths, pages, fit, what the renderer noticed, and the notes that matter (all of them when
    verbose)."""
    fit = analysis.assessment.fit
    for path in paths:
        click.echo(str(path))
    if pages:
        click.echo(f"{pages} pages")
    click.echo(f"Fit {fit.score:.0f} of 100 ({fit.band}; likely {fit.low:.0f} to {fit.high:.0f})")
    for warning in noticed:
        click.echo(f"Note: {warning}")
    notes = [*analysis.resume.notes, *analysis.job.notes, *analysis.notes]
    shown = notes if verbose else notes[:5]
    for note in shown:
        where = f" ({note.where})" if note.where else ""
        click.echo(f"Note: {note.message}{where}")
    if len(notes) > len(shown):
        click.echo(f"{len(notes) - len(shown)} more notes in the report's appendix.")


def legible(text: str, most: int = 20_000) -> str:
    """Text for a terminal: names from files can hold signs that move its cursor, or be endless."""
    kept = "".join(
        c if c.isprintable() or c in "\n\t\xa0" else "\N{REPLACEMENT CHARACTER}"
        for c in text[:most]
    )
    return kept if len(text) <= most else f"{kept}\n... and {len(text) - most} characters more."


def in_words(error: ReportGenError) -> str:
    """What is wrong and what to do, for a terminal."""
    return f"{legible(error.message)}\n{legible(error.remedy)}"


_SHORT = (errno.EAGAIN, errno.EMFILE, errno.ENFILE, errno.ENOMEM)
"""What the system says when it has no more processes, open files or memory for us."""


def last_words(error: Exception) -> tuple[ExitCode, str]:
    """For an error nobody saw to: the host is short of something, or it is a fault of ours."""
    if isinstance(error, OSError) and error.errno in _SHORT:
        from report_gen.containment.verdicts import host_is_short

        short = host_is_short(error.strerror or "")
        return short.exit_code, in_words(short)
    kind = getattr(error, "kind", type(error).__name__)
    said = f"this is a fault of ours ({kind}), not of your files.\n{keep_traceback(error)}"
    return ExitCode.BUG, said


def keep_traceback(error: BaseException) -> str:
    """Where it is kept, in words. Frames and types only: the message of an exception may quote the
    resume."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines += [type(seen).__qualname__, *traceback.format_tb(seen.__traceback__)]
        lines += [*getattr(seen, "frames", ()), ""]  # of the child it happened in
        seen = seen.__cause__ or seen.__context__
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix="reportgen-error-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write("\n".join(lines))
    except OSError as full:
        if name:
            Path(name).unlink(missing_ok=True)
        return f"Where it happened could not be kept ({full.strerror or 'no temporary folder'})."
    return f"Where it happened is kept in {name} (no text of your files in it)."
