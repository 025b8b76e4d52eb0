"""``reportgen edits`` and ``schema``: what a person who edits an analysis file needs."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from report_gen.delivery import as_json, put

if TYPE_CHECKING:
    from report_gen.analysis import Analysis


def read_analysis(path: Path, editor: str | None, today: datetime | None) -> Analysis:
    """An analysis file; ``editor`` and the date are put to what was edited and bears no mark."""
    from report_gen.analysis.serialise import from_json
    from report_gen.inputs import read_bytes

    day = today.date() if today else date.today()
    return from_json(read_bytes(path), editor=editor or "", today=day)


@click.command("edits")
@click.argument("analysis_file", metavar="ANALYSIS", type=click.Path(path_type=Path))
@click.option("--editor", help="Who has edited it: marks the edits, and vouches for their claims.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date of the marks; default: the calendar's.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write the analysis with its edits marked.",
)
def edits_command(
    analysis_file: Path, editor: str | None, today: datetime | None, output: Path | None
) -> None:
    """What was edited in an analysis, by whom and when."""
    analysis = read_analysis(analysis_file, editor, today)
    for edit in analysis.edits:
        who = f"{edit.by}, {edit.on}" if edit.by else "nobody named"
        why = f" ({edit.why})" if edit.why else ""
        click.echo(f"{edit.part}: {edit.state.replace('_', ' ')}, {who}{why}")
    if not analysis.edits:
        click.echo("Nothing has been edited.")
    if output:
        put(as_json(analysis.to_dict()), output)


@click.command("schema")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: standard output.")
def schema_command(output: Path | None) -> None:
    """The JSON schema of the analysis, every field explained."""
    from report_gen.analysis.schema import analysis_schema

    put(as_json(analysis_schema()), output)
