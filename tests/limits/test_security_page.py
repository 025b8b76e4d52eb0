"""SECURITY.md names every limit with its default, and the commands it sends people to exist."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

from report_gen.doctor import sandbox
from report_gen.limits import DEFAULTS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_the_page_lists_every_limit_with_its_default() -> None:
    rows = re.findall(r"^\| (\w+) \| ([\d,]+) \|", PAGE, re.MULTILINE)
    assert {name: int(value.replace(",", "")) for name, value in rows} == asdict(DEFAULTS)


def test_the_page_names_targets_and_folders_that_exist() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)`", PAGE):
        assert f"\n{target}:" in make
    for folder in re.findall(r"\((tests/\w+)\)", PAGE):
        assert (ROOT / folder).is_dir()


def test_the_doctor_lets_a_child_try_to_get_out() -> None:
    found = {finding.name: finding for finding in sandbox()}
    assert not any(finding.needed for finding in found.values())
    if found["sandbox"].ok:
        assert found["sandbox self-test"].ok, found["sandbox self-test"].detail
    else:
        assert found["sandbox"].detail.startswith("not confined: ")
        assert "--allow-unsandboxed" in found["sandbox"].remedy
