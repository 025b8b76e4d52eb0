"""The short form of ``make chaos``: kill -9 at random, on SQLite and on PostgreSQL."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.batch import postgres
from tests.batch.runs import environment
from tests.conftest import ROOT


def test_nothing_is_lost_or_doubled_by_kill_9() -> None:
    result = subprocess.run(
        [
            sys.executable, "scripts/chaos.py", "--orders", "8", "--kills", "2",
            "--workers", "2", "--postgres-kills", "1", "--restarts", "1", "--minutes", "4",
        ],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False, timeout=580,
    )  # fmt: skip
    said = result.stdout
    assert result.returncode == 0, said + result.stderr
    assert "quiet: 8 orders" in said
    assert "'integrity_ok': True" in said
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql): half was run")
    assert said.count("0 faults") == 2
