"""The cache makes loading fast and is never needed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from report_gen.errors import UsageError
from report_gen.resources import taxonomy_dir
from report_gen.taxonomy.cache import load_cached, store_cached
from report_gen.taxonomy.files import read_packs
from report_gen.taxonomy.load import _load, build_taxonomy


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "reportgen"


def test_what_is_stored_comes_back(cache: Path) -> None:
    store_cached("kind", "key", {"a": [1, "ü"]})
    assert load_cached("kind", "key") == {"a": [1, "ü"]}
    assert load_cached("kind", "other") is None
    assert [f.suffix for f in cache.iterdir()] == [".json"]


def test_old_files_are_forgotten(cache: Path) -> None:
    for number in range(12):
        store_cached("kind", f"key{number}", number)
    assert len(list(cache.glob("kind-*.json"))) <= 7
    assert load_cached("kind", "key11") == 11


@pytest.mark.parametrize("content", ["", "{", "[]", '{"key": "wrong", "data": 1}', "\x00"])
def test_a_damaged_file_is_ignored(cache: Path, content: str) -> None:
    store_cached("kind", "key", 1)
    (file,) = cache.iterdir()
    file.write_text(content, encoding="utf-8")
    assert load_cached("kind", "key") is None


def test_an_unwritable_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    store_cached("kind", "key", 1)
    assert load_cached("kind", "key") is None
    assert read_packs((taxonomy_dir(),)).problems == ()


def test_the_cache_changes_nothing(cache: Path) -> None:
    first = read_packs((taxonomy_dir(),))
    assert list(cache.glob("packs-*.json"))
    second = read_packs((taxonomy_dir(),))
    assert first == second
    problems: list[str] = []
    cold, warm = build_taxonomy(first, problems), build_taxonomy(second, problems)
    assert problems == []
    assert list(cache.glob("skills-*.json"))
    text = "Python, Go or Rust; Spark on Kubernetes, data quality and governance"
    assert cold.find_skills(text) == warm.find_skills(text)
    assert cold.skills == warm.skills


def test_bad_packs_are_not_cached(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "bad.yaml").write_text("a: [", encoding="utf-8")
    assert read_packs((tmp_path / "own",)).problems
    assert not cache.exists() or not list(cache.glob("packs-*.json"))


def test_the_cache_holds_no_folder_names(cache: Path) -> None:
    read_packs((taxonomy_dir(),))
    (file,) = cache.glob("packs-*.json")
    assert str(taxonomy_dir()) not in json.dumps(json.loads(file.read_text(encoding="utf-8")))


def _overlay(folder: Path, pattern: str) -> Path:
    (folder / "vocabulary").mkdir(parents=True, exist_ok=True)
    (folder / "vocabulary" / "job.yaml").write_text(f"clearance: ['{pattern}']\n")
    return folder


def test_packs_found_good_are_not_tried_again(cache: Path, tmp_path: Path) -> None:
    own = _overlay(tmp_path / "own", "badge needed")
    _load.cache_clear()
    assert "badge needed" in _load((own,), None).job_words.clearance
    assert len(list(cache.glob("checked-*.json"))) == 1
    packs = replace(read_packs((taxonomy_dir(), _overlay(own, "(badge"))), checked=True)
    problems: list[str] = []
    build_taxonomy(packs, problems)
    assert problems == []


def test_packs_with_a_mistake_are_tried_each_time(cache: Path, tmp_path: Path) -> None:
    own = _overlay(tmp_path / "own", "badge needed")
    for pattern in ("badge needed", "(badge", "(badge"):
        _load.cache_clear()
        _overlay(own, pattern)
        if pattern == "badge needed":
            _load((own,), None)
            continue
        with pytest.raises(UsageError, match="regular expression"):
            _load((own,), None)
    assert len(list(cache.glob("checked-*.json"))) == 1
