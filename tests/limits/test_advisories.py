"""What is installed, and what we ask for, is no older than the fixes we know of."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

from packaging.version import Version

from scripts.audit import FIXED, below, tell
from tests.conftest import ROOT


def _asked_for() -> dict[str, Version]:
    """Lower bounds of pyproject, and of what pdfplumber pins."""
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    stated += metadata.requires("pdfplumber") or []
    found = (re.match(r"([\w.-]+?)(?:\[\w+\])?(?:>=|==)([\w.]+)", line) for line in stated)
    return {match[1].lower(): Version(match[2]) for match in found if match}


def test_nothing_is_asked_for_or_installed_below_a_known_fix() -> None:
    bounds = _asked_for()
    assert [n for n, (fixed, _) in FIXED.items() if bounds[n] < Version(fixed)] == []
    assert below() == []


def test_an_older_one_is_named() -> None:
    assert below(lambda name: "0.1")[0].startswith("fonttools 0.1 is older than 4.61.0: CVE-")


def test_an_index_that_was_not_reached_is_no_clean_bill() -> None:
    skipped = [{"name": "lxml", "skip_reason": "Dependency not found"}]
    assert tell(skipped)[0] == 2
    assert "none of 1 packages was looked up" in tell(skipped)[1]


def test_what_was_looked_up_is_counted() -> None:
    clean = {"name": "lxml", "version": "6.1.0", "vulns": []}
    bad = {"name": "jinja2", "version": "3.0", "vulns": [{"id": "CVE-1"}]}
    strange = {"name": "own", "skip_reason": "Dependency not found"}
    assert tell([clean, strange]) == (
        0,
        "1 packages looked up, 0 with known vulnerabilities.\nThe index does not know 1: own.",
    )
    assert tell([clean, bad])[0] == 1
    assert "VULNERABLE jinja2 3.0: CVE-1" in tell([clean, bad])[1]
