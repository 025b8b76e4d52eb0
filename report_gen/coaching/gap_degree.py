"""A degree that is asked for and in progress: its name and the month it ends."""

from __future__ import annotations

from report_gen.coaching.case import Case
from report_gen.coaching.gap_kinds import is_degree
from report_gen.matching.degrees import degree_in_progress
from report_gen.matching.lexicon import lexicon
from report_gen.scoring.models import Gap

IN_PROGRESS, UNDATED = "degree_in_progress", "degree_undated"


def late_degree(gap: Gap, case: Case) -> tuple[str, str] | None:
    """The degree in progress that a gap asks for ("doctorate", "May 2027"); None for another gap."""
    if not is_degree(gap):
        return None
    asked = " ".join(r.text for r in case.job.requirements if r.id in gap.requirements[:1])
    return degree_in_progress(asked, case.resume, lexicon(case.taxonomy), case.options.today)
