"""What is hardest about a kind of deed, as questions for the rounds: they name the line, since they
stand away from it."""

from __future__ import annotations

from report_gen.coaching.case import Case
from report_gen.coaching.dug_lines import dug_line
from report_gen.coaching.own_names import name_line
from report_gen.matching.models import LineReading

_HARD = frozenset({
    "hard", "wrong", "failure", "late", "price", "plan_b", "people", "limits", "trust", "opposite", "stop", "talk",
    "other_side", "old", "quality", "incident",
})  # fmt: skip
"""What is asked for that takes one difficulty to answer."""
_ANYWHERE = frozenset({"care", "role", "operation", "teaching", "training", "hiring", "leading", "coordination", "books"})  # fmt: skip
"""Kinds one can ask about by naming the place alone."""


def hard_questions(line: LineReading, case: Case) -> tuple[str, ...]:
    """Templates with {line} or {Place}, the line's own kinds of deed first; () where no kind is told."""
    speech = case.speech(line)
    dug = dug_line(line.text, speech, case.taxonomy, ref=line.ref, name=name_line(line, case).thing)
    out = []
    for kind in dug.kinds:
        for q in case.taxonomy.digging.kinds[kind].questions:
            fits = q.asks in _HARD and not q.when and (dug.live or not q.live)
            if not fits or ("{it}" in q.question and not dug.it):
                continue
            said = q.question.replace("{it}", dug.it)
            if kind != "role":  # its line may go on with a deed of another kind
                out.append("{line} " + said)
            if kind in _ANYWHERE and " it" not in said:
                out.append("{Place} " + said[:1].lower() + said[1:])
    return tuple(out)
