"""The table of what the preparation sources name: every entry says where, when, or why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from scripts.seeds import FRONT, elsewhere, find

TABLE = yaml.safe_load((Path(__file__).parent / "seeds.yaml").read_text(encoding="utf-8"))


def test_every_item_is_accounted_for() -> None:
    assert [int(item[1:]) for item in TABLE] == list(range(1, len(TABLE) + 1))
    for item, entry in TABLE.items():
        if isinstance(entry, dict):
            assert set(entry) in ({"out"}, {"pack", "find", "when"}), item
        else:
            assert re.compile(entry).pattern


@pytest.mark.parametrize("item", [i for i, e in TABLE.items() if isinstance(e, dict)])
def test_what_stands_in_a_pack_only_is_there(item: str) -> None:
    told, there = elsewhere(TABLE[item])
    assert there, told


def test_a_missing_item_is_seen() -> None:
    entry = {"pack": "roadmap.yaml", "find": "no such words anywhere", "when": "never"}
    assert elsewhere(entry)[1] is False
    pages = ["contents: k-means"] * FRONT + ["nothing", "k-means by hand"]
    assert find("k-means", pages) == FRONT + 2
    assert find("quicksort", pages) == 0
