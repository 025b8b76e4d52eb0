"""The score as a sum on a terminal: ``reportgen analyze --explain``."""

from __future__ import annotations

from textwrap import wrap

from report_gen.job.models import Job
from report_gen.matching.models import Matches
from report_gen.scoring.models import Assessment
from report_gen.scoring.weights import CAP, PART_OF_KIND

WIDTH = 100
_SIGNS = {"met": "+", "partial": "~", "missing": "-"}


def explain(assessment: Assessment, matches: Matches, job: Job) -> str:
    """The sum line by line with its evidence, no line wider than 100 columns."""
    fit = assessment.fit
    rows = [
        f"Fit {fit.score:.1f} of 100 ({fit.band}; {fit.low:.1f} to {fit.high:.1f} if unsure readings turn)",
        "",
    ]
    verdicts = {m.id: m for m in matches.requirements}
    for part in fit.components:
        rows.append(f"{part.points:6.1f} of {part.max:5.1f}  {part.label}")
        rows += _folded(part.why, 18)
        for r in job.requirements:
            if PART_OF_KIND[r.kind] == part.id and r.id in verdicts:
                v = verdicts[r.id]
                rows += _folded(f"{_SIGNS[v.status]} {r.id} {v.status} {v.score:.2f}: {r.text}", 18)
                rows += _folded(v.why, 22)
    rows += ["-" * 15, f"{fit.score:6.1f} of 100.0  the sum", ""]
    rows += _folded(f"No single requirement moves the score by more than {CAP:g} points.", 0)
    if fit.movers:
        rows += ["", "What would raise it most (found by scoring again):"]
        for m in fit.movers:
            rows += _folded(f"+{m.points:.1f}  {m.change}", 2)
    if assessment.gaps:
        rows += ["", "Gaps, most worth study first:"]
        for g in assessment.gaps[:8]:
            asked = ", ".join(g.requirements) or "usual for the role"
            rows += _folded(
                f"{g.priority:.2f} {g.severity:8} {g.name} ({g.kind.replace('_', ' ')}; {asked})", 2
            )
    return "\n".join(rows)


def _folded(text: str, indent: int) -> list[str]:
    return wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)) or [
        ""
    ]
