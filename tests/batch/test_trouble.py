"""Stopping, a second batch, a full disk, a read-only folder, a clock that jumps."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.runs import (
    command,
    digests,
    environment,
    here,
    order,
    run,
    status,
    summary,
    write_orders,
)  # fmt: skip
from tests.conftest import PEOPLE, ROOT


def _orders(folder: Path, count: int, **options: str) -> Path:
    return write_orders(
        folder / "orders.csv", [order(n, formats="html", **options) for n in range(count)]
    )


def _begin(*arguments: str | Path, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(*arguments), text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True, env=environment(**more),
    )  # fmt: skip


def _wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 120
    while not path.exists():
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < until
        time.sleep(0.02)


def test_sigterm_stops_cleanly_a_second_batch_is_refused_and_running_again_goes_on(
    tmp_path: Path,
) -> None:
    orders, out = _orders(tmp_path, 9), tmp_path / "out"
    process = _begin("batch", orders, "--out", out, "--jobs", "1")
    _wait_for(out / "order-000", process)
    second = run("batch", orders, "--out", out)
    assert second.returncode == 2
    assert f"already at work here (process {process.pid})" in second.stderr
    assert here("retry", "order-000", "--out", out).returncode == 2
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "run the same command again" in said
    assert "Traceback" not in said
    first = {path.name: digests(path) for path in out.glob("order-*")}
    assert 1 <= len(first) < 9
    assert {row["verdict"] for row in summary(out).values()} <= {"done", "waiting", "running"}
    result = run("batch", orders, "--out", out)
    assert result.returncode == 0, result.stderr
    assert f"{len(first)} already finished" in result.stderr
    assert len(list(out.glob("order-*"))) == 9
    assert all(digests(out / name) == found for name, found in first.items())


def test_a_resume_that_changes_while_its_order_runs_leaves_one_new_report(tmp_path: Path) -> None:
    shutil.copy(PEOPLE / "mira-okafor.json", tmp_path / "cv.json")
    orders, out = _orders(tmp_path, 1, resume="cv.json"), tmp_path / "out"
    process = _begin("batch", orders, "--out", out)
    _wait_for(out / ".reportgen" / "work", process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    shutil.copy(PEOPLE / "hanneke-de-wit.json", tmp_path / "cv.json")
    assert run("batch", orders, "--out", out, "--quiet").returncode == 0
    text = (out / "order-000" / "report.html").read_text(encoding="utf-8")
    assert "Hanneke" in text
    assert "Okafor" not in text
    assert status(out)["counts"] == {"done": 1}
    assert not (tmp_path / "out" / "held").exists()


CLOCK = """
import os, time
_real = time.time
def _jumping():
    try:
        with open(os.environ["CLOCK"]) as stream:
            return _real() + float(stream.read() or 0)
    except OSError:
        return _real()
time.time = _jumping
"""


def test_a_clock_that_jumps_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    clock = tmp_path / "clock"
    more = {"CLOCK": str(clock), "PYTHONPATH": f"{tmp_path / 'site'}{os.pathsep}{ROOT}"}
    orders, out = _orders(tmp_path, 6), tmp_path / "out"
    clock.write_text("200000", encoding="ascii")
    process = _begin("batch", orders, "--out", out, **more)
    _wait_for(out / "order-000", process)
    clock.write_text("-200000", encoding="ascii")
    _wait_for(out / "order-003", process)
    clock.write_text("900000", encoding="ascii")
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert status(out)["counts"] == {"done": 6}


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
    _orders(tmp_path, 2)
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
    orders = _orders(tmp_path, 1)
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
