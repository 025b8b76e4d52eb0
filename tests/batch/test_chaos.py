"""The short form of ``make chaos``: kill -9 at random, on SQLite and on PostgreSQL."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.batch import postgres
from tests.batch.runs import environment
from tests.conftest import ROOT


def _chaos(*arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, "scripts/chaos.py", *arguments], cwd=ROOT, env=environment(),
        capture_output=True, text=True, check=False, timeout=580,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_nothing_is_lost_or_doubled_by_kill_9() -> None:
    said = _chaos("--only", "sqlite", "--orders", "12", "--kills", "3", "--seconds", "60")
    assert "'integrity_ok': True" in said
    assert "'kills': 3" in said


@pytest.mark.skipif(
    postgres.binaries() is None, reason="PostgreSQL is not installed (apt-get install postgresql)"
)
def test_nothing_is_lost_or_doubled_on_postgresql() -> None:
    said = _chaos(
        "--only", "postgres", "--orders", "12", "--postgres-kills", "2", "--restarts", "1",
        "--seconds", "60",
    )  # fmt: skip
    assert "'restarts': 1" in said
