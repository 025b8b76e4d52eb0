"""The cover counts what the rounds print."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.pipeline import load_packs
from report_gen.report import compose_report
from report_gen.report.words import count
from tests.report.test_chapters import chapter_texts


def printed(analysis: report_gen.Analysis, edition: str) -> tuple[str, int]:
    """The cover's words, and how many questions stand in the chapters of the rounds."""
    report = compose_report(analysis, load_packs(), edition)
    rounds = [c.data for c in report.chapters if c.id.startswith("round-")]
    stand = sum(len(d["questions"]) + len(d["more"]) for d in rounds)
    return chapter_texts(report)["cover"], stand


@pytest.mark.parametrize("person", ["mira-okafor", "tomas-villaverde", "hanneke-de-wit"])
def test_the_cover_counts_what_the_rounds_print(
    analyses: dict[str, report_gen.Analysis], person: str
) -> None:
    cover, stand = printed(analyses[person], "full")
    assert count(stand, "likely question") in cover
    assert stand == len(analyses[person].coaching.questions)
    assert 60 <= stand <= 100
    cover, stand = printed(analyses[person], "standard")
    assert count(stand, "likely question") in cover
    assert stand < 60


def test_the_first_page_of_a_round_asks_about_own_lines_too(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    report = compose_report(analyses["mira-okafor"], load_packs(), "full")
    rounds = [c.data for c in report.chapters if c.id.startswith("round-")]
    both = [d for d in rounds if any(q["own"] for q in (*d["questions"], *d["more"]))]
    assert both
    assert all(any(q["own"] for q in d["questions"][:3]) for d in both)
