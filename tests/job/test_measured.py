"""How well postings are understood that no rule was made for, above a floor."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "measure_jobs.py"
FLOORS = {
    "title": 0.9,
    "company": 0.8,
    "location": 0.85,
    "role": 0.9,
    "level": 0.65,
    "min_years": 0.75,
    "degree": 0.8,
    "pay": 0.75,
    "precision": 0.9,
    "recall": 0.85,
    "kind": 0.9,
    "skills": 0.75,
}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_jobs", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_share_is_read_above_the_floor(script: ModuleType) -> None:
    results = script.score_all(script.load(script.FOLDER))
    assert {"tuned", "held"} <= set(results)
    for share, measures in results.items():
        low = {name: measures[name] for name, least in FLOORS.items() if measures[name] < least}
        assert not low, share
        assert measures["boilerplate"] <= 0.06, share


def test_the_truth_is_verbatim(script: ModuleType) -> None:
    for name, posting in script.load(script.FOLDER).items():
        text = script.plain(posting["text"]).replace("| ", "")
        for row in posting["requirements"]:
            assert script.plain(row["text"]) in text, (name, row["text"])
            for skill in row["written"]:
                assert skill.lower() in row["text"].lower(), (name, skill)


def test_every_posting_has_its_row(script: ModuleType) -> None:
    table = (script.FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}.yaml`" in table for name in script.load(script.FOLDER))


def test_a_parser_that_finds_nothing_scores_nothing(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = {"requirements": [], **dict.fromkeys(("title", "company", "location", "remote"))}
    nothing |= dict.fromkeys(("role", "level", "min_years", "degree", "compensation"))
    monkeypatch.setattr(script, "read", lambda *_: nothing)
    results = script.score_all(script.load(script.FOLDER))
    assert results["held"]["recall"] == results["held"]["skills"] == 0.0
    assert results["held"]["title"] == 0.0
