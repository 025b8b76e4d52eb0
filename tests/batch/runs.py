"""Running the real command on real documents, and looking at what it leaves."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from report_gen.batch.phrases import strings
from tests.conftest import JOBS, PEOPLE, ROOT

TODAY = "2026-11-02"
PAIRS = (
    ("mira-okafor.pdf", "ranking-mle.txt"),
    ("tomas-villaverde.docx", "llm-mle.txt"),
    ("hanneke-de-wit.json", "data-platform.txt"),
)


def command(*arguments: str | Path) -> list[str]:
    """The console command in this checkout's own Python."""
    return [sys.executable, "-m", "report_gen.cli", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    """This process's, with the checkout first on the path."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def run(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    """The command to its end."""
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, check=False, timeout=300,
        env=environment(), **more,
    )  # fmt: skip


def here(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A short command in this process, with the exit code of the real one."""
    from click.testing import CliRunner

    from report_gen.cli import cli
    from report_gen.errors import ReportGenError

    words = [str(a) for a in arguments]
    result = CliRunner().invoke(cli, words)
    code, errors = result.exit_code, result.stderr
    if isinstance(result.exception, ReportGenError):
        code, errors = int(result.exception.exit_code), result.exception.message
    elif result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess(words, code, result.stdout, errors)


def write_orders(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """A CSV of these orders."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(rows)
    return path


def order(number: int, order_id: str = "", **options: str) -> dict[str, str]:
    """A good order: one of the example pairs, told apart by its hours a week."""
    resume, job = PAIRS[number % len(PAIRS)]
    return {
        "order_id": order_id or f"order-{number:03d}",
        "resume": str(PEOPLE / resume),
        "job": str(JOBS / job),
        "edition": "brief",
        "hours_per_week": str(2 + number % 40),
        "today": TODAY,
        **options,
    }


def quick_orders(folder: Path, count: int, **options: str) -> Path:
    """A list of good orders without a PDF, in ``folder``."""
    return write_orders(
        folder / "orders.csv", [order(n, formats="html", **options) for n in range(count)]
    )


def status(out: Path, *more: str) -> dict[str, Any]:
    """``reportgen status --json`` of a folder."""
    result = here("status", "--out", out, "--json", *more)
    assert result.returncode == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def summary(out: Path) -> dict[str, dict[str, str]]:
    """Order -> its row of ``summary.csv``."""
    with (out / "summary.csv").open(newline="", encoding="utf-8") as stream:
        return {row["order_id"]: row for row in csv.DictReader(stream)}


def sentences() -> list[bytes]:
    """Lines of the example resumes and jobs, long enough to stand nowhere by chance."""
    found: set[str] = set()
    for resume, job in PAIRS:
        node = json.loads((PEOPLE / resume).with_suffix(".json").read_text(encoding="utf-8"))
        lines = [*strings(node), *(JOBS / job).read_text(encoding="utf-8").splitlines()]
        found.update(line.strip() for line in lines)
    return [line.encode() for line in sorted(found) if len(line) > 25 and line.isascii()]


def digests(folder: Path) -> dict[str, str]:
    """File name -> SHA-256, without the status (it has the time in it)."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name != "status.json"
    }
