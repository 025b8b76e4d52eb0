"""Checks across pack entries: references, spellings in two skills, examples that don't hold."""

from __future__ import annotations

from collections.abc import Mapping

from report_gen.taxonomy.finder import SkillFinder
from report_gen.taxonomy.models import Skill, Taxonomy
from report_gen.taxonomy.names import spelling_key
from report_gen.taxonomy.patterns import PatternError, parse_pattern


def check_skills(
    skills: Mapping[str, Skill],
    sources: Mapping[str, str],
    dimensions: Mapping[str, object],
    categories: Mapping[str, str],
    problems: list[str],
) -> None:
    """References must resolve, a spelling belongs to one skill unless declared ambiguous in all.

    ``sources``: the file each skill stands in, for the messages.
    """
    place = {id: f"{sources.get(id, 'skills')}: entry {id}: key" for id in skills}
    _check_references(skills, place, dimensions, categories, problems)
    _check_family_circles(skills, place, problems)
    _check_patterns(skills, place, problems)
    _check_spellings(skills, place, problems)


def check_examples(taxonomy: Taxonomy, problems: list[str]) -> None:
    """Every ``yes`` example finds its skill, no ``no`` example does."""
    for skill in taxonomy.skills.values():
        for wanted, texts in ((True, skill.examples.yes), (False, skill.examples.no)):
            for text in texts:
                found = skill.id in {mention.id for mention in taxonomy.find_skills(text)}
                if found is wanted:
                    continue
                verdict = (
                    "is not found. Add an alias, cue or pattern."
                    if wanted
                    else "is found although it stands under no. Add the name to ambiguous, "
                    "or a negative cue."
                )
                problems.append(f'skills: entry {skill.id}: key examples: "{text}" {verdict}')


def _check_references(
    skills: Mapping[str, Skill],
    place: Mapping[str, str],
    dimensions: Mapping[str, object],
    categories: Mapping[str, str],
    problems: list[str],
) -> None:
    for skill in skills.values():
        where = place[skill.id]
        if skill.dimension not in dimensions:
            problems.append(
                f"{where} dimension: {skill.dimension} is unknown. "
                f"Use one of: {', '.join(sorted(dimensions))}."
            )
        if skill.parent not in categories:
            problems.append(
                f"{where} parent: {skill.parent} is unknown. "
                "Use a category of dimensions.yaml or add one there."
            )
        if skill.family and (skill.family not in skills or skill.family == skill.id):
            problems.append(f"{where} family: {skill.family} is no other skill. Correct the id.")
        for other in skill.related:
            if other not in skills or other == skill.id:
                problems.append(f"{where} related: {other} is no other skill. Correct the id.")
        known = {spelling_key(s) for s in (skill.name, *skill.aliases)}
        for form in skill.ambiguous_aliases:
            if spelling_key(form) not in known:
                problems.append(
                    f'{where} ambiguous: "{form}" is neither the name nor an alias. Add it there.'
                )
        if skill.ambiguous and not (skill.examples.yes and skill.examples.no):
            problems.append(
                f"{where} examples: an ambiguous skill needs examples. "
                "Add one sentence under yes and one under no."
            )


def _check_patterns(
    skills: Mapping[str, Skill], place: Mapping[str, str], problems: list[str]
) -> None:
    for skill in skills.values():
        for text in skill.patterns:
            try:
                parse_pattern(text)
            except PatternError as error:
                problems.append(f"{place[skill.id]} patterns: {error}.")


def _check_family_circles(
    skills: Mapping[str, Skill], place: Mapping[str, str], problems: list[str]
) -> None:
    for skill in skills.values():
        seen = {skill.id}
        above = skill.family
        while above in skills and above not in seen:
            seen.add(above)
            above = skills[above].family
        if above == skill.id and skill.family != skill.id:
            problems.append(f"{place[skill.id]} family: leads back to itself. Cut it.")


def _check_spellings(
    skills: Mapping[str, Skill], place: Mapping[str, str], problems: list[str]
) -> None:
    owners: dict[tuple[str, ...], tuple[str, str, bool]] = {}
    for skill in skills.values():
        unclear = {spelling_key(form) for form in skill.ambiguous_aliases}
        mine = {spelling_key(s): s for s in (*skill.aliases, skill.name)}
        for key, written in mine.items():
            if not key:
                problems.append(
                    f'{place[skill.id]} aliases: "{written}" has no letters. Remove it.'
                )
                continue
            ambiguous = key in unclear
            if key in owners and not (ambiguous and owners[key][2]):
                problems.append(
                    f'{place[skill.id]} aliases: "{written}" also names '
                    f"{owners[key][0]}. Keep it in one, or list it under ambiguous in both."
                )
            owners.setdefault(key, (skill.id, written, ambiguous))


def check_finder(taxonomy: Taxonomy, problems: list[str]) -> None:
    """Every spelling finds its skill in a list; a longer name must not hide it."""
    finder: SkillFinder = taxonomy.finder
    for skill in taxonomy.skills.values():
        unclear = {spelling_key(form) for form in skill.ambiguous_aliases}
        for written in (skill.name, *skill.aliases):
            ids = {mention.id for mention in finder.find(written, listed=True)}
            shared = spelling_key(written) in unclear and ids
            if skill.id not in ids and not shared:
                problems.append(
                    f'skills: entry {skill.id}: key aliases: "{written}" is read as '
                    f"{', '.join(sorted(ids)) or 'nothing'}. Remove it or declare it ambiguous."
                )
