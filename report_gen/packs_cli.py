"""``reportgen taxonomy check`` and ``show``: what a person who edits packs needs to see."""

from __future__ import annotations

from pathlib import Path

from report_gen.errors import UsageError
from report_gen.taxonomy import Taxonomy


def check_packs(folders: tuple[Path, ...], *, second_reader: bool = False) -> list[str]:
    """Every mistake in the product's packs with ``folders`` laid over them: file, entry, remedy.

    ``second_reader`` also lets spaCy read the packs' sentences, which takes seconds.
    """
    from report_gen.resources import taxonomy_dir
    from report_gen.taxonomy.checks import check_examples, check_finder
    from report_gen.taxonomy.files import read_packs
    from report_gen.taxonomy.load import build_taxonomy

    packs = read_packs((taxonomy_dir(), *folders))
    problems = list(packs.problems)
    taxonomy = build_taxonomy(packs, problems)
    if not problems:
        check_examples(taxonomy, problems)
        check_finder(taxonomy, problems)
    if not problems and second_reader:
        from report_gen.taxonomy.second_reader import check_second_reader

        check_second_reader(taxonomy, problems)
    return problems


def show(name: str, taxonomy: Taxonomy) -> str:
    """A skill, found by id, name or alias, as text. Raises UsageError (``unknown_skill``)."""
    skill_id = taxonomy.skill_id(name)
    if skill_id is None:
        raise UsageError(
            "unknown_skill",
            f'No skill is called "{name}".',
            "Add it in a pack (skill_taxonomy/README.md, How to add a skill).",
        )
    skill = taxonomy.skills[skill_id]
    members = [s.name for s in taxonomy.skills.values() if s.family == skill_id]
    rows = [
        ("id", skill.id),
        ("name", skill.name),
        ("kind", skill.kind),
        ("aliases", ", ".join(skill.aliases)),
        ("dimension", taxonomy.dimensions[skill.dimension].name),
        ("category", taxonomy.categories[skill.parent]),
        ("family", _name(skill.family, taxonomy)),
        ("members", ", ".join(sorted(members))),
        ("related", ", ".join(_name(other, taxonomy) for other in skill.related)),
        ("ambiguous", ", ".join(skill.ambiguous_aliases)),
        ("cues", ", ".join(skill.context_cues)),
        ("not near", ", ".join(skill.negative_cues)),
        ("patterns", "; ".join(skill.patterns)),
        ("found in", "; ".join(skill.examples.yes)),
        ("not in", "; ".join(skill.examples.no)),
    ]
    return "\n".join(f"{label:10} {value}" for label, value in rows if value)


def _name(skill_id: str, taxonomy: Taxonomy) -> str:
    return f"{taxonomy.skills[skill_id].name} ({skill_id})" if skill_id else ""
