"""A bullet that repeats the posting shows no deed of one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.matching import Matches, match_requirements
from report_gen.resume.models import Resume, Work
from report_gen.scoring import score_fit
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, ask, job

TAXONOMY = load_taxonomy()
ASKS = (
    "Design, build and operate streaming pipelines with Kafka and Flink in production",
    "Mentor junior engineers and lead design reviews across several product teams",
    "Deep understanding of distributed training with PyTorch on large GPU clusters",
    "Knowledge of payment systems, fraud detection and card chargeback processes",
)


def judged(*bullets: str) -> Matches:
    resume = Resume(
        work=(Work(name="Acme", position="Engineer", start_date="2020-01", highlights=bullets),)
    )
    wanted = job(*(ask(text, id=f"r{n}") for n, text in enumerate(ASKS)))
    return match_requirements(resume, wanted, TAXONOMY, OPTIONS)


@pytest.mark.parametrize("opening", ["", "Owned in production: ", "Led: "])
def test_a_copied_requirement_is_never_met(opening: str) -> None:
    found = judged(*(opening + text for text in ASKS))
    assert [r.status for r in found.requirements if r.status == "met"] == []
    assert {line.level for line in found.lines if "highlights" in line.ref} == {1}


def test_a_deed_in_words_of_the_posting_counts() -> None:
    found = judged(
        "Built and operate 14 streaming pipelines with Kafka and Flink in production, 3 TB a day"
    )
    assert found.requirements[0].status == "met"


def test_a_copy_beside_a_deed_takes_nothing_away() -> None:
    deed = "Built and operate 14 streaming pipelines with Kafka and Flink in production"
    alone, both = judged(deed), judged(deed, ASKS[0])
    assert both.requirements[0].score >= alone.requirements[0].score


def test_a_resume_made_of_the_posting_is_a_stretch() -> None:
    wanted = job(*(ask(text, id=f"r{n}") for n, text in enumerate(ASKS)))
    resume = Resume(work=(Work(name="Acme", position="Clerk", highlights=ASKS),))
    matches = match_requirements(resume, wanted, TAXONOMY, OPTIONS)
    assert score_fit(matches, replace(resume), wanted, TAXONOMY, OPTIONS).fit.band == "stretch"
