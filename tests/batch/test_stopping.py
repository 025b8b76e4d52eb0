"""Stopping by signals, a second batch, a resume that changes meanwhile, a clock that jumps."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.batch.runs import (
    command,
    digests,
    environment,
    here,
    quick_orders,
    run,
    status,
    summary,
)  # fmt: skip
from tests.conftest import PEOPLE, ROOT


def _command_of(process: int | str) -> bytes:
    """Its words; b"" when it ended between being listed and being looked at."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


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
    orders, out = quick_orders(tmp_path, 5), tmp_path / "out"
    process = _begin("batch", orders, "--out", out, "--jobs", "1")
    _wait_for(out / "order-000", process)
    os.killpg(process.pid, signal.SIGSTOP)  # a quick machine is done before the second has begun
    second = run("batch", orders, "--out", out)
    assert second.returncode == 2
    assert f"already at work here (process {process.pid})" in second.stderr
    assert here("retry", "order-000", "--out", out).returncode == 2
    os.killpg(process.pid, signal.SIGTERM)  # as some supervisors do; children run to their end
    os.killpg(process.pid, signal.SIGCONT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "child_failed" not in (out / ".reportgen" / "log.jsonl").read_text(encoding="utf-8")
    assert "run the same command again" in said
    assert "Traceback" not in said
    first = {path.name: digests(path) for path in out.glob("order-*")}
    assert 1 <= len(first) < 5
    assert {row["verdict"] for row in summary(out).values()} <= {"done", "waiting", "running"}
    result = run("batch", orders, "--out", out)
    assert result.returncode == 0, result.stderr
    assert f"{len(first)} already finished" in result.stderr
    assert len(list(out.glob("order-*"))) == 5
    assert all(digests(out / name) == found for name, found in first.items())


def test_a_resume_that_changes_while_its_order_runs_leaves_one_new_report(tmp_path: Path) -> None:
    shutil.copy(PEOPLE / "mira-okafor.json", tmp_path / "cv.json")
    orders, out = quick_orders(tmp_path, 1, resume="cv.json"), tmp_path / "out"
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


def test_ctrl_c_while_everything_is_still_being_loaded_is_no_fault(tmp_path: Path) -> None:
    orders, out = quick_orders(tmp_path, 1), tmp_path / "out"
    process = _begin("batch", orders, "--out", out)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    until = time.monotonic() + 120
    while not any(
        b"forkserver" in _command_of(child)
        for child in children.read_text(encoding="ascii").split()
    ):
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < until
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "run the same command again" in said
    assert "Traceback" not in said
    assert status(out)["counts"] == {"waiting": 1}


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
    orders, out = quick_orders(tmp_path, 4), tmp_path / "out"
    clock.write_text("200000", encoding="ascii")
    process = _begin("batch", orders, "--out", out, **more)
    _wait_for(out / "order-000", process)
    clock.write_text("-200000", encoding="ascii")
    _wait_for(out / "order-002", process)
    clock.write_text("900000", encoding="ascii")
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert status(out)["counts"] == {"done": 4}


TWICE = """
import os, signal
from report_gen.batch.worker import Stop
stop = Stop()
stop.listen()
os.kill(os.getpid(), signal.SIGINT)
print(stop.asked, flush=True)
os.kill(os.getpid(), signal.SIGINT)
print("still here")
"""


def test_a_second_ctrl_c_ends_at_once_and_says_how_to_go_on() -> None:
    result = subprocess.run(
        [sys.executable, "-c", TWICE], capture_output=True, text=True, check=False, timeout=60,
        env=environment(),
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (130, "True\n")
    assert "Nothing is lost" in result.stderr
