"""A part of a posting's line that is shown after all, so that no script is needed for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from report_gen.coaching.case import Case
from report_gen.coaching.gap_kinds import main_skills
from report_gen.coaching.gap_words import AT_WORK
from report_gen.coaching.nearness import APPLIED, has_one_name, hinted_in, is_met, touches
from report_gen.coaching.ties import ITS_KIND
from report_gen.matching.lexicon import CUES, lexicon
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap
from report_gen.taxonomy.models import Skill


def is_shown(gap: Gap, case: Case) -> bool:
    """Whether a part of a line that is met as a whole is shown after all, so that no script is needed: a
    deed is about its like of the same category, says it plainly in other words, or is of the field of
    what a list names. What has one name, a product or a language, is shown by that alone."""
    skills = main_skills(gap, case)[:2]
    if not skills or not is_met(gap, case) or is_named_once(gap, case):
        return False
    if gap.name.endswith(AT_WORK):
        return False
    lines = case.matches.lines
    deeds = [line for line in case.deeds if line.level >= APPLIED]
    listed = {s for line in lines if line.level < APPLIED for s in line.skills}
    return all(_is_done(s, gap, deeds, s.id in listed, case) for s in skills)


def is_named_once(gap: Gap, case: Case) -> bool:
    """Whether anything the gap names has one name alone."""
    return any(has_one_name(replace(gap, skills=(s,)), case) for s in gap.skills[:2])


def _is_done(
    skill: Skill, gap: Gap, deeds: Sequence[LineReading], listed: bool, case: Case
) -> bool:
    known = case.taxonomy.skills
    lex = lexicon(case.taxonomy)
    about = lex.about(skill.name)
    kin = {
        s
        for s, relation in lex.kin(skill.id).items()
        if relation == "child" or (s in known and known[s].parent == skill.parent)
    }
    for line in deeds:
        if hinted_in(line.text, case.taxonomy).get(skill.id, 0) > CUES:
            return True
        near = bool(kin.intersection(line.skills))
        if listed and gap.dimension in line.dimensions and touches(gap, line, case):
            return True
        if near and (listed or lex.about(line.text).likeness(about) >= ITS_KIND):
            return True
    return False
