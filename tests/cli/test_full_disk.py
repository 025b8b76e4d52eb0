"""A full disk, a lost font, a fault: no partial file, the old one untouched, and what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from report_gen.delivery import as_json
from report_gen.errors import CannotWriteError, ExitCode
from report_gen.output import NO_ROOM, no_room
from report_gen.rendering import engine, fonts, render_report
from report_gen.report import Report, compose_report
from report_gen.taxonomy import load_taxonomy
from tests.conftest import ROOT
from tests.report.case import small_analysis

resource = pytest.importorskip("resource", reason="this system has no limits on the size of files")


def limited(code: str, most: int, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Python code in a process that can write no file of more than ``most`` bytes: it is told what
    a full disk tells."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\n"
    return subprocess.run(
        [sys.executable, "-c", limit + code],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)},
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def analysis_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("analysis") / "analysis.json"
    path.write_bytes(as_json(small_analysis().to_dict()))
    return path


COMMAND = "import sys; from report_gen.cli import main; sys.argv[1:] = {!r}; main()"


@pytest.mark.parametrize(
    ("most", "suffix"), [(500, "pdf"), (100_000, "pdf"), (500, "html"), (4_000, "html")]
)
def test_a_full_disk_leaves_the_old_file_and_no_partial_one(
    analysis_file: Path, tmp_path: Path, most: int, suffix: str
) -> None:
    old = tmp_path / f"report.{suffix}"
    old.write_bytes(b"old")
    words = ["render", str(analysis_file), "--edition", "brief", "-o", str(old)]
    result = limited(COMMAND.format(words), most, tmp_path)
    said = result.stderr.decode()
    assert result.returncode == ExitCode.CANNOT_WRITE, said
    assert "Traceback" not in said
    assert "Free some disk space" in said or "free space" in said
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == [old.name]


def test_of_several_files_all_or_none_take_their_place(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(b"old")
    code = """
from pathlib import Path
from report_gen.errors import CannotWriteError
from report_gen.output import write_together
try:
    write_together({Path("a"): b"new", Path("b"): b"x" * 5000, Path("c"): b"new"})
except CannotWriteError as error:
    print(error.message)
"""
    result = limited(code, 1_000, tmp_path)
    assert b"The output b can't be written: File too large" in result.stdout, result.stderr
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == dict.fromkeys("abc", b"old")
    assert limited(code, 10_000, tmp_path).returncode == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "c").read_bytes() == b"new"


def test_a_fault_that_can_t_be_kept_is_still_told_without_a_traceback(tmp_path: Path) -> None:
    code = "import report_gen.cli as c; c.cli.main = lambda **_: 1 / 0; c.main()"
    result = limited(code, 10, tmp_path)
    assert result.returncode == ExitCode.BUG
    assert b"fault of ours (ZeroDivisionError)" in result.stderr
    assert b"could not be kept (File too large)" in result.stderr
    assert b"Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", NO_ROOM)
def test_a_full_disk_is_found_behind_a_library_s_own_error(number: int) -> None:
    try:
        try:
            raise OSError(number, "full")
        except OSError as full:
            raise ValueError("the library's") from full
    except ValueError as error:
        found = no_room(error)
    assert found is not None
    assert no_room(ValueError("another")) is None
    assert no_room(PermissionError(13, "denied")) is None


@pytest.fixture(scope="module")
def report() -> Report:
    return compose_report(small_analysis(), load_taxonomy(), "brief")


def test_a_lost_font_is_told_before_the_work(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "font_dir", lambda package="": tmp_path)
    with pytest.raises(CannotWriteError) as caught:
        render_report(report)
    assert caught.value.code == "font_missing"
    assert "pip install --force-reinstall font-source-sans-pro" in caught.value.remedy


def test_a_damaged_font_is_no_reason_to_print_in_another(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "font_bytes", lambda url, brand: b"no font at all" * 40)
    with pytest.raises(CannotWriteError) as caught:
        render_report(report)
    assert caught.value.code == "font_missing"
