"""The examples in skill_taxonomy/README.md are valid packs, and every key of a skill is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report_gen.packs_cli import check_packs
from report_gen.resources import taxonomy_dir
from report_gen.taxonomy.files import parse_yaml
from report_gen.taxonomy.skill_entries import DimensionEntry, DimensionsDocument, SkillEntry

README = (taxonomy_dir() / "README.md").read_text(encoding="utf-8")
BLOCKS = [m for m in re.findall(r"```yaml\n(.*?)```", README, re.S) if not m.startswith("  ")]
FILES = {
    "skills": "skills/example.yaml",
    "dimensions": "dimensions.yaml",
    "roles": "roles/example.yaml",
    "companies": "companies/example.yaml",
    "questions": "questions/example.yaml",
    "designs": "designs/example.yaml",
    "rounds": "rounds.yaml",
    "failures": "failures.yaml",
    "tasks": "roadmap.yaml",
    "scenes": "scenes.yaml",
    "employers": "employers.yaml",
    "steps": "steps.yaml",
    "session": "session.yaml",
    "probes": "probes.yaml",
    "kinds": "digging.yaml",
    "turns": "turns.yaml",
    "kindred": "kindred.yaml",
    "categories": "scripts.yaml",
    "expertise": "expertise/example.yaml",
    "sections": "vocabulary/resume.yaml",
}


def key_of(block: str) -> str:
    return block.split(":", 1)[0]


def test_every_kind_of_pack_is_shown() -> None:
    assert {key_of(block) for block in BLOCKS} == set(FILES)


@pytest.mark.parametrize("block", BLOCKS, ids=key_of)
def test_the_example_is_a_valid_overlay(block: str, tmp_path: Path) -> None:
    file = tmp_path / FILES[key_of(block)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(block, encoding="utf-8")
    assert check_packs((tmp_path,)) == []


def test_every_key_is_documented() -> None:
    block = next(b for b in BLOCKS if key_of(b) == "skills")
    assert set(parse_yaml(block.encode())["skills"][0]) == set(SkillEntry.model_fields)
    block = next(b for b in BLOCKS if key_of(b) == "dimensions")
    shown = parse_yaml(block.encode())
    assert set(shown) == set(DimensionsDocument.model_fields)
    assert set(shown["dimensions"][0]) == set(DimensionEntry.model_fields)
