"""``reportgen diff``: what moved between two analyses, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from report_gen.delivery import as_json, put
from report_gen.errors import UnreadableError

if TYPE_CHECKING:
    from report_gen.analysis import Analysis


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "machine", is_flag=True, help="As JSON, for programs.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: standard output.")
def diff_command(old: Path, new: Path, machine: bool, output: Path | None) -> None:
    """What moved between two analyses: score, evidence, gaps, stories.

    OLD and NEW: JSON files that reportgen analyze (or --format json) wrote, the earlier first.
    """
    from report_gen.comparison import compare
    from report_gen.comparison.telling import tell
    from report_gen.terminal import legible

    if output:
        from report_gen.output import check_writable

        check_writable(output)
    comparison = compare(_read(old), _read(new))
    if machine:
        put(as_json(comparison.to_dict()), output)
    else:
        text = legible(tell(comparison), 1_000_000)
        put(text.encode("utf-8", "replace") + b"\n", output)


def _read(path: Path) -> Analysis:
    """The file as it stands: only figures and quotes are compared, so nobody has to vouch for
    edited words. Raises UnreadableError that names which of the two it is."""
    from report_gen.analysis.serialise import as_it_stands
    from report_gen.inputs import read_bytes

    data = read_bytes(path)
    try:
        return as_it_stands(data)
    except UnreadableError as error:
        raise UnreadableError(error.code, f"{path}: {error.message}", error.remedy) from None
