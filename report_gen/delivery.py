"""What a run of the command line delivers: which files, in which formats, written together."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_gen.errors import UsageError
from report_gen.pipeline import Runner

if TYPE_CHECKING:
    from report_gen.analysis import Analysis
    from report_gen.rendering.brand import Brand
    from report_gen.taxonomy import Taxonomy

FORMATS = ("pdf", "html", "docx", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the documents of a run look: edition, paper, an operator's brand if there is one."""

    edition: str = "full"
    paper: str = "a4"
    brand: Brand | None = None


def targets_of(output: Path, formats: tuple[str, ...]) -> dict[str, Path]:
    """Format -> path. The first format keeps the name given; others take their own suffix."""
    suffix = output.suffix.lstrip(".").lower()
    if not formats:
        if suffix not in FORMATS:
            raise UsageError(
                "unknown_format",
                f"The output's suffix .{suffix} names no format."
                if suffix
                else "The output has no suffix.",
                f"Use one of {', '.join('.' + f for f in FORMATS)}, or say --format.",
            )
        return {suffix: output}
    unique = list(dict.fromkeys(formats))
    if len(unique) == 1:
        return {unique[0]: output}
    return {f: output if f == suffix else output.with_suffix(f".{f}") for f in unique}


def render_all(
    analysis: Analysis,
    taxonomy: Taxonomy,
    targets: dict[str, Path],
    look: Look,
    run: Runner,
) -> tuple[dict[Path, bytes], int, list[str]]:
    """Every format asked for, still in memory, the pages of the longest, and what the renderer
    noticed."""
    from report_gen import pipeline

    files: dict[Path, bytes] = {}
    pages = 0
    noticed: list[str] = []
    for format_, path in targets.items():
        if format_ == "json":
            files[path] = as_json(analysis.to_dict())
            continue
        rendered = pipeline.make_report(
            analysis,
            taxonomy,
            edition=look.edition,
            paper=look.paper,
            format=format_,
            brand=look.brand,
            run=run,
        )
        files[path] = rendered.data
        pages = max(pages, rendered.pages)
        noticed += [w for w in rendered.warnings if w not in noticed]
    return files, pages, noticed


def extras(
    analysis: Analysis, ics: Path | None, cards: Path | None, blanks: Path | None
) -> dict[Path, bytes]:
    """The files asked for beside the report."""
    files: dict[Path, bytes] = {}
    if ics:
        from report_gen.rendering.calendar import plan_calendar

        files[ics] = plan_calendar(analysis)
    if cards:
        from report_gen.rendering.cards import question_cards

        files[cards] = question_cards(analysis)
    if blanks:
        from report_gen.coaching.answers import write_answers

        files[blanks] = write_answers(analysis.coaching).encode()
    return files


def as_json(value: Any) -> bytes:
    """JSON for people: indented, UTF-8, a line break at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def put(data: bytes, output: Path | None) -> None:
    """To a file, or to standard output if none is named."""
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_all({output: data})


def write_all(files: dict[Path, bytes]) -> None:
    """All of them or none, after a look that all can be written."""
    from report_gen.output import check_writable, write_together

    for path in files:
        check_writable(path)
    write_together(files)
