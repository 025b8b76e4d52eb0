"""Hosts that forbid a wall: what is done for others is refused there, what is done for oneself not."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.runs import command, environment, quick_orders
from tests.conftest import PEOPLE

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux' walls")

LANDLOCK = 444
"""``landlock_create_ruleset``: new calls have one number on all machines."""


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def _without_landlock() -> None:
    """As a container's stricter profile does: the call is answered with "not permitted"."""
    libc = ctypes.CDLL(None, use_errno=True)
    load, equal, give = 0x20, 0x15, 0x06
    steps = (
        struct.pack("HBBI", load, 0, 0, 0)
        + struct.pack("HBBI", equal, 0, 1, LANDLOCK)
        + struct.pack("HBBI", give, 0, 0, 0x0005_0001)
        + struct.pack("HBBI", give, 0, 0, 0x7FFF_0000)
    )
    kept = ctypes.create_string_buffer(steps, len(steps))
    program = _Filter(len(steps) // 8, ctypes.addressof(kept))
    if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.byref(program), 0, 0):
        os._exit(77)


def there(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The command on such a host."""
    result = subprocess.run(
        command(*arguments), capture_output=True, text=True, check=False, timeout=300,
        env=environment(**more), preexec_fn=_without_landlock,
    )  # fmt: skip
    if result.returncode == 77:
        pytest.skip("no filters on system calls here")
    return result


def test_a_batch_refuses_until_told_and_nothing_is_lost(tmp_path: Path) -> None:
    orders, out, left = quick_orders(tmp_path, 1), tmp_path / "out", tmp_path / "tmp"
    left.mkdir()
    refused = there("batch", orders, "--out", out, TMPDIR=str(left))
    assert refused.returncode == 2, refused.stderr
    assert "does not let us confine a reader: files (no Landlock" in refused.stderr
    assert "a child can read" in refused.stderr
    assert "--allow-unsandboxed" in refused.stderr
    assert not list(out.glob("order-*"))
    assert list(left.iterdir()) == []
    again = there("batch", orders, "--out", out, "-q", "--allow-unsandboxed", TMPDIR=str(left))
    assert again.returncode == 0, again.stderr
    assert list(left.iterdir()) == []
    assert (out / "order-000" / "report.html").is_file()


def test_a_single_report_is_made_with_one_line_of_notice(tmp_path: Path) -> None:
    words = ("parse", "resume", PEOPLE / "mira-okafor.docx")
    result = there(*words)
    assert result.returncode == 0
    assert result.stderr.count("\n") == 1
    assert "does not let us confine files (no Landlock" in result.stderr
    assert there(*words, "--allow-unsandboxed").stderr == ""
