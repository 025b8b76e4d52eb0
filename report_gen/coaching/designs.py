"""The worked design outlines for this job: the family the posting's words point to."""

from __future__ import annotations

from report_gen.coaching.case import Case, has_any, has_cue, shorten
from report_gen.coaching.fields import ENOUGH, families
from report_gen.coaching.models import DesignOutline, OutlineStep, Topic
from report_gen.coaching.nearest import OwnLines
from report_gen.coaching.questions import evidence_for
from report_gen.job.models import Requirement
from report_gen.taxonomy.interview import DesignConstraint, DesignFamily


def draft_designs(case: Case) -> tuple[DesignOutline, ...]:
    """One or two families for this posting, the better fitting first."""
    return tuple(_draft(family, case, value) for family, value in families(case))


def _draft(family: DesignFamily, case: Case, value: float) -> DesignOutline:
    own = OwnLines(case)
    asked = case.requirement_with(skills=family.skills, cues=(*family.cues, *family.weak_cues))
    return DesignOutline(
        family=family.id,
        title=family.title,
        prompt=family.prompt,
        sum=family.sum,
        because=_because(family, asked, value, case),
        constraints=_constraints(family, case),
        steps=tuple(
            OutlineStep(title=s.title, points=s.points, ref=own.speaking_of(" ".join(s.points)))
            for s in family.steps
        ),
        metrics=family.metrics,
        own_evidence=_own(family, case),
    )


def _because(family: DesignFamily, asked: Requirement | None, value: float, case: Case) -> str:
    for cue in family.cues:
        if has_cue(case.job.title.lower(), cue):
            return f'The title itself says it: "{case.job.title}"'
    if asked is not None and value >= ENOUGH:
        return f'The posting says: "{shorten(asked.text, 24)}"'
    return f"The posting names no problem of its own, so this is the usual one for {case.a_role}."


def _constraints(family: DesignFamily, case: Case) -> tuple[Topic, ...]:
    """Those the posting implies first, with its line; then those to raise unprompted."""
    implied, raised = [], []
    for constraint in family.constraints:
        line = _implied_by(constraint, case)
        if line is not None:
            because = f'{constraint.why} The posting: "{shorten(line.text, 18)}"'
            implied.append(Topic(name=constraint.name, because=because))
        else:
            raised.append(Topic(name=constraint.name, because=constraint.why))
    return tuple(implied + raised)


def _implied_by(constraint: DesignConstraint, case: Case) -> Requirement | None:
    for r in case.reasons:
        if has_any(r.text.lower(), constraint.cues):
            return r
    return None


def _own(family: DesignFamily, case: Case) -> tuple[str, ...]:
    """Own lines of the same kind of problem, to lean on in the round."""
    near = [
        line
        for line in case.deeds
        if set(line.skills) & set(family.skills) or has_any(line.text.lower(), family.cues)
    ]
    near.sort(key=lambda line: -line.level)
    if near:
        return tuple(line.ref for line in near[:3])
    return evidence_for((), ("ml_system_design", "general_system_design"), case)
