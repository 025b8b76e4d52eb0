"""A slow start, a full disk, a read-only folder, an order over its limits."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.runs import (
    environment,
    order,
    quick_orders,
    run,
    summary,
    write_orders,
)  # fmt: skip

SLOW_START = """
import os, sys, time
from report_gen.batch import engine
from report_gen.batch.logs import Log
engine.prepare(sys.argv[1])
running = engine.Engine(sys.argv[1], "local", None, Log(None, "local"))
real = time.monotonic
time.monotonic = lambda: real() + 1000
before = running.idle
running.launch(1, 0.05)
print(before > 900 > running.idle, flush=True)
os._exit(0)
"""


def test_warming_up_for_long_is_no_idleness_for_which_a_batch_would_be_given_up(
    tmp_path: Path,
) -> None:
    result = subprocess.run(
        [sys.executable, "-c", SLOW_START, f"sqlite:///{tmp_path / 'engine.sqlite'}"],
        capture_output=True, text=True, check=False, timeout=300, env=environment(),
    )  # fmt: skip
    assert result.stdout == "True\n", result.stderr


def _in_a_mount(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A shell with its own mounts; skipped where the system does not allow that."""
    allowed = shutil.which("unshare") and subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", str(folder)], capture_output=True, check=False
    ).returncode == 0  # fmt: skip
    if not allowed:
        pytest.skip("this system lets nobody mount a small disk for a test")
    return subprocess.run(
        ["unshare", "-rm", "sh", "-euc", script], capture_output=True, text=True, check=False,
        timeout=300, cwd=folder.parent, env=environment(PYTHON=sys.executable),
    )  # fmt: skip


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    quick_orders(tmp_path, 2)
    (tmp_path / "disk").mkdir()
    script = """
        batch() { "$PYTHON" -m report_gen.cli batch orders.csv --out disk/out "$@"; }
        mount -t tmpfs -o size=1100k none disk
        code=0; batch || code=$?; echo "full: $code"
        for folder in disk/out/order-*; do test ! -d $folder || test -s $folder/status.json; done
        mount -o remount,size=50m disk
        code=0; batch || code=$?; echo "room: $code"
        cp -r disk/out kept
    """
    result = _in_a_mount(script, tmp_path / "disk")
    assert "room: 0" in result.stdout, result.stdout + result.stderr
    assert "full: 1" in result.stdout or "full: 5" in result.stdout, result.stderr
    assert "Traceback" not in result.stderr
    assert len(list((tmp_path / "kept").glob("order-*/report.html"))) == 2


def test_a_read_only_folder_is_told_before_anything_starts(tmp_path: Path) -> None:
    orders = quick_orders(tmp_path, 1)
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("batch", orders, "--out", tmp_path / "file" / "out")
    assert result.returncode == 5
    assert "can't be made or written" in result.stderr
    (tmp_path / "disk").mkdir()
    script = """
        mount -t tmpfs none disk; mount -o remount,ro disk
        "$PYTHON" -m report_gen.cli batch orders.csv --out disk || echo "code: $?"
    """
    result = _in_a_mount(script, tmp_path / "disk")
    assert "code: 5" in result.stdout, result.stderr
    assert "Traceback" not in result.stderr


def test_an_order_over_its_limits_is_refused_and_the_batch_goes_on(tmp_path: Path) -> None:
    rows = [order(0, formats="html"), order(1, resume="long.txt", formats="html")]
    long = (
        "Ada Long\n\nExperience\n" + "Engineer, Works Ltd, 2019 - 2020\n- built a thing\n" * 20_000
    )
    (tmp_path / "long.txt").write_text(long, encoding="utf-8")
    orders = write_orders(tmp_path / "orders.csv", rows)
    result = run("batch", orders, "--out", tmp_path / "out")
    assert result.returncode == 3, result.stderr
    rows_out = summary(tmp_path / "out")
    assert rows_out["order-000"]["verdict"] == "done"
    assert rows_out["order-001"]["verdict"] == "refused"
