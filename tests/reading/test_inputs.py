"""Opening files: bytes, or an error that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report_gen.errors import ExitCode, UnreadableError
from report_gen.inputs import read_bytes
from report_gen.limits import DEFAULTS

MAX_BYTES = DEFAULTS.upload


def test_bytes_come_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00one\r\n")
    assert read_bytes(path) == b"\x00one\r\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing.pdf", "no_such_file"), ("folder", "not_a_file"), ("empty.txt", "empty_file"), ("big.pdf", "too_large"), ("a\x00b", "unreadable_file")],
)  # fmt: skip
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    with (tmp_path / "big.pdf").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableError) as caught:
        read_bytes(tmp_path / name)
    assert caught.value.code == code
    assert caught.value.exit_code is ExitCode.UNREADABLE
    assert caught.value.remedy


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "limit.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(UnreadableError, match="regular file"):
        read_bytes(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path)
    assert caught.value.code == "unreadable_file"
