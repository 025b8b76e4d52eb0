"""The cover counts what the rounds print."""

from __future__ import annotations

import re

import pytest

import report_gen
from report_gen.pipeline import load_packs
from report_gen.report import compose_report
from tests.report.test_chapters import chapter_texts


def printed(analysis: report_gen.Analysis, edition: str) -> tuple[int, int]:
    """What the cover says, and how many questions stand in the chapters of the rounds."""
    report = compose_report(analysis, load_packs(), edition)
    said = int(re.findall(r"(\d+)\s+likely question", chapter_texts(report)["cover"])[0])
    rounds = [c.data for c in report.chapters if c.id.startswith("round-")]
    return said, sum(len(d["questions"]) + len(d["more"]) for d in rounds)


@pytest.mark.parametrize("person", ["mira-okafor", "tomas-villaverde", "hanneke-de-wit"])
def test_the_cover_counts_what_the_rounds_print(
    analyses: dict[str, report_gen.Analysis], person: str
) -> None:
    said, stand = printed(analyses[person], "full")
    assert said == stand == len(analyses[person].coaching.questions)
    assert 60 <= stand <= 100
    said, stand = printed(analyses[person], "standard")
    assert said == stand < 60


def test_the_first_page_of_a_round_asks_about_own_lines_too(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    report = compose_report(analyses["mira-okafor"], load_packs(), "full")
    rounds = [c.data for c in report.chapters if c.id.startswith("round-")]
    both = [d for d in rounds if any(q["own"] for q in (*d["questions"], *d["more"]))]
    assert both
    assert all(any(q["own"] for q in d["questions"][:3]) for d in both)
