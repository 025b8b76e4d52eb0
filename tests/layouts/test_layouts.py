"""The generator of layouts, and reading measured on what it makes: nothing lost, nothing torn."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from report_gen.reading import read_document
from report_gen.reading.joining import join_wrapped

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from make_layouts import make_layouts

from tests.layouts.pdf import LAYOUTS
from tests.layouts.web import WEB_LAYOUTS
from tests.layouts.word import WORD_LAYOUTS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("layouts")
    count = len(LAYOUTS) + len(WORD_LAYOUTS)
    assert make_layouts(target, web=False) == 9 * count
    assert make_layouts(target, people=2) == 2 * (count + len(WEB_LAYOUTS))
    return target


def fold(text: str) -> str:
    return " ".join(re.findall(r"[\w+#]+", text.casefold()))


@pytest.mark.parametrize("style", [*LAYOUTS, *WORD_LAYOUTS, *WEB_LAYOUTS])
def test_every_text_is_read_whole(folder: Path, style: str) -> None:
    lost: list[tuple[str, str]] = []
    for path in sorted(folder.glob(f"*__{style}.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        ident = path.name.removesuffix(".truth.json")
        file = next(file for file in path.parent.glob(f"{ident}.*") if file.suffix != ".json")
        document = read_document(file.read_bytes(), file.name)
        text = f" {fold(join_wrapped(document.lines))} "
        lost += [(ident, value) for value in values(truth) if f" {fold(value)} " not in text]
        assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert lost == []


def values(truth: dict[str, Any]) -> list[str]:
    """The names, titles, highlights and skills that must stand in the text in one piece."""
    found = [truth["basics"]["name"], truth["basics"]["email"], truth["basics"]["phone"]]
    for entry in (*truth.get("work", []), *truth.get("projects", [])):
        found += [entry["name"], *entry.get("highlights", [])]
        found += [entry["position"]] if "position" in entry else []
    found += [entry["institution"] for entry in truth.get("education", [])]
    return found + [word for group in truth.get("skills", []) for word in group["keywords"]]


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    digests = []
    for name in ("one", "two"):
        make_layouts(tmp_path / name, people=2)
        digests.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / name).iterdir() if path.suffix != ".docx"})  # fmt: skip
    assert digests[0] == digests[1]


def test_the_columns_of_a_sidebar_are_told_apart(folder: Path) -> None:
    document = read_document((folder / "p08__sidebar-left.pdf").read_bytes(), "p08.pdf")
    column = {line.text: line.column for line in document.lines}
    assert column["Contact"] == column["Skills"] != column["Experience"] == column["Profile"]
