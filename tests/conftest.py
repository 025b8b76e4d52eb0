"""Fixtures shared by all rooms: the example people and jobs, and their analysis, made once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

import report_gen

ROOT = Path(__file__).resolve().parent.parent
PEOPLE = ROOT / "examples" / "people"
JOBS = ROOT / "examples" / "jobs"
TODAY = date(2026, 11, 2)
PAIRS = (
    ("mira-okafor", "ranking-mle"),
    ("tomas-villaverde", "llm-mle"),
    ("hanneke-de-wit", "data-platform"),
)

# The machine is shared and slow at times; hypothesis' deadlines would fail for that alone.
settings.register_profile("reportgen", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("reportgen")


@pytest.fixture(scope="session")
def analyses() -> dict[str, report_gen.Analysis]:
    """Person -> the analysis of the example pair, from the PDF."""
    return {
        person: report_gen.analyze(
            report_gen.parse_resume(PEOPLE / f"{person}.pdf", today=TODAY),
            report_gen.parse_job(JOBS / f"{job}.txt"),
            today=TODAY,
            interview_date=date(2026, 12, 14),
        )
        for person, job in PAIRS
    }
