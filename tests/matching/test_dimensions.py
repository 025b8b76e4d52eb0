"""What a position is for is shown by its deeds, whatever they are called."""

from __future__ import annotations

from dataclasses import replace

from report_gen.matching import match_requirements
from report_gen.resume.models import Award
from report_gen.taxonomy import load_taxonomy
from tests.judged.corpus import read_corpus
from tests.matching.people import JOB, OPTIONS, PERSON
from tests.report.test_language import analysed


def test_a_program_manager_s_deeds_run_programs() -> None:
    second = read_corpus("second")
    analysis = analysed(second.people["hardware_tpm"], second.jobs["mltpm"].text)
    assert analysis.matches.dimensions["program_management"].rating >= 3


def test_a_prize_shows_neither_what_its_giver_teaches_nor_a_result_by_its_sum() -> None:
    prizes = (
        Award(title="Best Teaching Assistant, Department of Computer Science", date="2024"),
        Award(title="Dean's Fellowship, 2024-25 ($18,000)", date="2025"),
    )
    bare = replace(PERSON, work=(), projects=(), publications=(), skills=(), awards=prizes)
    rated = match_requirements(bare, JOB, load_taxonomy(), OPTIONS).dimensions
    assert rated["coding"].rating == rated["business_metrics"].rating == 0
