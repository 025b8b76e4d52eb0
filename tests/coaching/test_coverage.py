"""Which story leads for what: each competency that has one, no story for everything, holes named."""

from __future__ import annotations

from collections import Counter

import report_gen


def test_lead_and_reserve_are_two_stories_that_serve_it(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in analyses.values():
        serves = {s.id: s.competencies for s in a.coaching.stories}
        for c in a.coaching.coverage:
            assert not c.lead or c.lead in serves
            assert not c.backup or (c.lead and c.backup != c.lead)
            if c.kind == "competency":
                assert all(c.id in serves[s] for s in (c.lead, c.backup) if s)


def test_no_story_leads_everything(analyses: dict[str, report_gen.Analysis]) -> None:
    for a in analyses.values():
        leads = Counter(c.lead for c in a.coaching.coverage if c.lead and c.kind == "competency")
        assert max(leads.values()) <= 3


def test_what_nobody_leads_is_a_hole_with_a_prompt(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in analyses.values():
        holes = {h.competency for h in a.coaching.holes}
        bare = {c.id for c in a.coaching.coverage if c.kind == "competency" and not c.lead}
        assert bare <= holes
