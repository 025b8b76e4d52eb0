"""The first sentences for the day itself carry the person's own fact."""

from __future__ import annotations

import report_gen
from report_gen.report.first_words import MOST, own_first


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
