"""The first sentences for the day itself carry the person's own fact."""

from __future__ import annotations

from dataclasses import replace

import report_gen
from report_gen.report.first_words import MOST, own_first
from report_gen.report.weight_words import weighs


def test_own_work_comes_first_where_any_is_near(analyses: dict[str, report_gen.Analysis]) -> None:
    seen = 0
    for analysis in analyses.values():
        for script in analysis.coaching.scripts.values():
            said = own_first(script)
            assert said.parts
            assert said.words <= MOST or len(said.parts) == 1
            if script.near:
                seen += 1
                assert script.bridge.plain.startswith(said.plain)
    assert seen


def test_a_wish_is_not_said_like_a_must(analyses: dict[str, report_gen.Analysis]) -> None:
    analysis = next(iter(analyses.values()))
    asked = {r.id: r for r in analysis.job.requirements}
    kinds = {r.kind: r.id for r in analysis.job.requirements}
    gap = replace(analysis.assessment.gaps[0], severity="major", requirements=(kinds["preferred"],))
    assert "wish" in weighs(gap, asked)
    both = replace(gap, requirements=(kinds["preferred"], kinds["required"]))
    assert "wish" not in weighs(both, asked)
    assert "wish" not in weighs(replace(gap, requirements=()), asked)
