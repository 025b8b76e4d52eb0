"""The store: whole folders or none, the same on a folder and on what has no renames."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from report_gen.batch.store import OWN, FolderStore, Store
from report_gen.batch.store_remote import RemoteStore


@pytest.fixture(params=["folder", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "folder":
        return FolderStore(tmp_path)
    return RemoteStore(f"memory://{tmp_path}")


def test_files_and_folders_come_and_go(store: Store) -> None:
    assert store.get("a/b") is None
    assert list(store.names("a")) == []
    store.put("a/b", b"1")
    store.put("a/b", b"2")
    assert store.get("a/b") == b"2"
    assert list(store.names("a")) == ["b"]
    assert store.age("a/b") > 0
    store.remove("a")
    store.remove("a")
    assert not store.exists("a/b")


def test_a_published_folder_holds_exactly_its_files(store: Store) -> None:
    store.publish("x", {"old": b"1", "status.json": b"{}"})
    store.publish("x", {"new": b"2", "status.json": b"{}"})
    assert sorted(store.names("x")) == ["new", "status.json"]
    store.move("x", "held/x", {"status.json": b"[]"})
    assert not store.exists("x")
    assert store.get("held/x/status.json") == b"[]"
    assert store.get("held/x/new") == b"2"


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.put(f"{OWN}/inputs/abc", b"1")
    store.publish("x", {"status.json": b"{}"})
    for name in ("aside/0123", f"inputs/.abc.{'0' * 12}.part"):
        path = tmp_path / OWN / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"a customer's")
    (tmp_path / OWN / "aside" / "4567").mkdir()
    (tmp_path / ".own-of-the-operator").write_bytes(b"")
    assert store.sweep(3600) == 0
    assert store.sweep(0) == 3
    assert {p.name for p in tmp_path.rglob("*") if p.is_file()} == {
        "abc", "status.json", ".own-of-the-operator",
    }  # fmt: skip


def test_a_reader_never_sees_a_mixed_folder(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.publish("x", {"a": b"0" * 100_000, "status.json": b"0"})
    stop = threading.Event()
    mixed: list[str] = []

    def read() -> None:
        while not stop.is_set():
            try:
                handle = os.open(tmp_path / "x", os.O_RDONLY)
            except FileNotFoundError:  # between the two renames
                continue
            try:
                parts = set()
                for name in ("a", "status.json"):
                    file = os.open(name, os.O_RDONLY, dir_fd=handle)
                    parts.add(os.read(file, 1))
                    os.close(file)
                if len(parts) != 1:
                    mixed.append(str(parts))
            except FileNotFoundError:
                pass  # the folder that was opened is being removed
            finally:
                os.close(handle)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        mark = str(number % 10).encode()
        store.publish("x", {"a": mark * 100_000, "status.json": mark})
    stop.set()
    reader.join()
    assert not mixed
    assert not list((tmp_path / OWN / "aside").iterdir())
