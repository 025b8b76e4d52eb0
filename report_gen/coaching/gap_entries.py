"""Which of the packs' entries speaks for a gap: by what the posting's line asks, and never another
topic's because it lies in the same category or competence."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from report_gen.coaching.case import BROAD, TRADES, Case
from report_gen.coaching.gap_degree import IN_PROGRESS, late_degree
from report_gen.coaching.gap_kinds import (
    is_career,
    is_degree,
    is_paper,
    is_public,
    is_tongue,
    is_years,
    main_skills,
)
from report_gen.coaching.gap_words import years_skills
from report_gen.coaching.subjects import fits_line, speaks_first, subject_of
from report_gen.matching.words import stem, stems
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import Decider, Form, ScriptEntry, ScriptWords
from report_gen.taxonomy.models import Skill

_SPOKEN = (
    "question", "probe", "deeper", "push_back", "push_answer", "first_task", "avoid", "follow_ups",
)  # fmt: skip
_ENOUGH = 3
"""Sentences of reasoning that make an answer."""
_OPENING = 4
"""Among so many first words of a line stands the verb that says what one is to do."""


def _anything(text: str) -> bool:
    return True


def entry_for(
    gap: Gap, case: Case, is_fresh: Callable[[str], bool] = _anything
) -> tuple[ScriptEntry, bool]:
    """The wording by the words of the gap, else by skill, by the words of the posting's line, by
    the skill's category; a gap none of these is about takes a form for what its line has one do,
    and what a role always tests the entry of its dimension. Empty slots are filled from the next
    broader one, and its reasoning follows. An entry another gap of this report has used up stands
    back, so that question and reasoning stay of one piece. The flag: questions speak of the gap
    itself."""
    words: ScriptWords = case.taxonomy.scripts
    if is_career(gap) and gap.kind in words.careers:
        return words.careers[gap.kind], True
    decider = _decider(gap, case, words)
    found: list[ScriptEntry] = [decider] if decider else _about(gap, case, words)
    unused = [e for e in found if sum(map(is_fresh, e.reasoning)) >= _ENOUGH]
    found = unused + [e for e in found if e not in unused]
    specific = bool(found)
    if gap.usual or is_years(gap) or is_career(gap) or BROAD.intersection(gap.skills):
        found.append(_of_dimension(gap, words))
    else:
        found.append(form_for(gap, case))
    merged = {
        name: next(
            (
                v
                for e in (found[:-1] if specific and name in _SPOKEN else found)
                if (v := getattr(e, name))
            ),
            type(getattr(found[0], name))(),
        )
        for name in ScriptEntry.model_fields
        if name != "reasoning"
    }
    formal = is_degree(gap) or is_public(gap)
    kept = found[:-1] if specific and (formal or len(found[0].reasoning) > 2) else found
    reasoning = tuple(dict.fromkeys(r for e in kept for r in e.reasoning))
    return ScriptEntry(reasoning=reasoning, **merged), specific


def _about(gap: Gap, case: Case, words: ScriptWords) -> list[ScriptEntry]:
    """The entries about the gap, the nearest to its own words first."""
    found: list[ScriptEntry] = []
    if is_tongue(gap, case) and "spoken_language" in words.categories:
        return [words.categories["spoken_language"]]
    if late_degree(gap, case) is not None and IN_PROGRESS in words.categories:
        return [words.categories[IN_PROGRESS]]
    if is_degree(gap) and "credential" in words.categories:
        return [words.categories["credential"]]
    read = subject_of(gap, case)
    subject = read if read is not None and read.sure else None
    skills = main_skills(gap, case)[:2] or (years_skills(gap, case) if is_years(gap) else ())
    if subject is not None and speaks_first(gap, subject, skills, case):
        found.append(subject.entry)
    narrowed = subject.entry.narrows if subject is not None and subject.by_words else ()
    named = [s for s in skills if s.id in words.skills and s.id not in narrowed]
    own = [words.skills[s.id] for s in named if fits_line(words.skills[s.id], gap, case)]
    found += own
    if subject is not None and subject.entry not in found and (not own or not skills):
        found.append(subject.entry)
    for skill in skills if not (own or named) else ():  # refused once, its category is no nearer
        if skill.family in words.skills and fits_line(words.skills[skill.family], gap, case):
            found.append(words.skills[skill.family])
        elif skill.parent in words.categories and read is None and _narrow(skill):
            found.append(words.categories[skill.parent])
    if not skills and is_public(gap) and "community" in words.categories:
        found.append(words.categories["community"])
    if not skills and is_paper(gap) and "certification" in words.categories:
        found.append(words.categories["certification"])
    return found


def _decider(gap: Gap, case: Case, words: ScriptWords) -> Decider | None:
    """The wording for one who decides on what others build. None for builders, where the gap is of
    the role's own trade (``TRADES``), where an entry tied to no skill is about it, and where the
    line has the person do it by hand."""
    decider = words.decider
    if decider is None or gap.usual or not case.is_for(decider.roles):
        return None
    if gap.dimension not in decider.dimensions or is_tongue(gap, case) or is_degree(gap):
        return None
    skills, read = main_skills(gap, case), subject_of(gap, case)
    if not skills or any(s.parent in TRADES for s in skills) or BROAD.intersection(gap.skills):
        return None
    if read is not None and read.sure and read.by_words and not read.entry.skills:
        return None
    texts = [case.requirements[r].text for r in gap.requirements[:1] if r in case.requirements]
    by_hand = {stem(verb) for verb in decider.by_hand}
    return None if any(by_hand.intersection(_opening(text)) for text in texts) else decider


def _narrow(skill: Skill) -> bool:
    """Whether the entry of a skill's category speaks for it: not for ways to work, nor for what
    is wider than the category ("programming" is no language)."""
    return skill.kind != "common" and skill.id not in BROAD


def _of_dimension(gap: Gap, words: ScriptWords) -> ScriptEntry:
    for dimension in (gap.dimension, "behavioral_leadership"):
        if dimension in words.dimensions:
            return words.dimensions[dimension]
    raise KeyError(f"scripts.yaml has no wording for dimension {gap.dimension!r}")


def form_for(gap: Gap, case: Case) -> Form:
    """The form for what the posting's line has one do, by the first of its opening words that is
    one of a form's verbs."""
    forms: tuple[Form, ...] = case.taxonomy.scripts.forms
    texts = [case.requirements[r].text for r in gap.requirements[:1] if r in case.requirements]
    by_verb = _verbs(forms)
    for text in (*texts, gap.name):
        for word in _opening(text):
            if word in by_verb:
                return forms[by_verb[word]]
    return forms[-1]


def _opening(text: str) -> list[str]:
    """The stems of a line's first words, among which stands what it has one do."""
    return list(stems(re.sub(r"^(?:you(?:'ll| will)?|we)\b", "", text, flags=re.I)))[:_OPENING]


@lru_cache(maxsize=4)
def _verbs(forms: tuple[Form, ...]) -> dict[str, int]:
    return {stem(verb): n for n, form in enumerate(forms) for verb in form.verbs}
