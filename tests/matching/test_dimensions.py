"""What a position is for is shown by its deeds, whatever they are called."""

from __future__ import annotations

from tests.judged.corpus import read_corpus
from tests.report.test_language import analysed


def test_a_program_manager_s_deeds_run_programs() -> None:
    second = read_corpus("second")
    analysis = analysed(second.people["hardware_tpm"], second.jobs["mltpm"].text)
    assert analysis.matches.dimensions["program_management"].rating >= 3
