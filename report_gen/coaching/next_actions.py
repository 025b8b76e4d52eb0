"""The next three things to do, each naming this person's own material."""

from __future__ import annotations

from collections.abc import Mapping

from report_gen.coaching.case import Case, soft_lower
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.models import GapScript, Round

_SILENT = {
    "task": "what the problem was",
    "result": "what came of it",
    "metric": "a figure that shows it",
    "baseline": "the figure before",
    "how_measured": "how it was measured",
    "own_part": "your own part",
}
"""What a line leaves out, as one says it to the reader."""


def next_actions(
    case: Case, rounds: tuple[Round, ...], scripts: Mapping[str, GapScript]
) -> tuple[str, ...]:
    """Three actions for the next days: the first gap, the lead story, the round at most risk."""
    actions = []
    gap = next((g for g in case.gaps if g.id in scripts), None)
    if gap is not None:
        first = scripts[gap.id].two_hours
        step = f": {first}" if first else ""
        actions.append(f"Spend two hours on your first gap, {gap_label(gap, case)}{step}.")
    if case.stories:
        story = case.stories[0]
        silent = " and ".join(_SILENT[m] for m in story.missing if m in _SILENT)
        silent = " and ".join(silent.split(" and ")[:2])
        rest = f", and fill in what the resume leaves out ({silent})" if silent else ""
        actions.append(f'Say your lead story aloud, "{story.title}"{rest}.')
    if not case.options.interview_date or not case.company_known:
        actions.append(
            "Ask the recruiter for the list of rounds, what each interviewer assesses, and whether code runs."
        )
    risky = sorted(rounds, key=lambda r: (-r.weight * (110 - r.readiness), r.id))
    if risky and len(actions) < 3:
        actions.append(
            f"Book one mock of {soft_lower(risky[0].name)}: it decides most and you are least ready for it."
        )
    return tuple(actions[:3])
