"""The interview packs -> the fields of Taxonomy, with the checks across entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from report_gen.taxonomy.digging_entries import Digging
from report_gen.taxonomy.employers import Employer, StepKind
from report_gen.taxonomy.entries import collect_document, collect_entries
from report_gen.taxonomy.files import PackFiles
from report_gen.taxonomy.interview import (
    Company,
    DesignFamily,
    Expertise,
    FailureMode,
    Question,
    Roadmap,
    Role,
    RoundGuide,
    ScriptEntry,
    ScriptWords,
    Session,
)
from report_gen.taxonomy.kindred_entries import Kindred
from report_gen.taxonomy.probe_entries import Probes
from report_gen.taxonomy.scenes import Scene
from report_gen.taxonomy.turn_entries import Turn


def interview_packs(
    packs: PackFiles, problems: list[str], dimensions: Iterable[str], skills: Iterable[str]
) -> dict[str, Any]:
    """Keyword arguments for ``Taxonomy``; every mistake is added to ``problems``."""
    found: dict[str, Any] = {
        "roles": collect_entries(packs, "roles/", "roles", Role, problems),
        "companies": collect_entries(packs, "companies/", "companies", Company, problems),
        "questions": collect_entries(packs, "questions/", "questions", Question, problems),
        "designs": collect_entries(packs, "designs/", "designs", DesignFamily, problems),
        "rounds": collect_entries(packs, "rounds.yaml", "rounds", RoundGuide, problems),
        "scenes": collect_entries(packs, "scenes.yaml", "scenes", Scene, problems),
        "turns": collect_entries(packs, "turns.yaml", "turns", Turn, problems),
        "kindred": collect_entries(packs, "kindred.yaml", "kindred", Kindred, problems),
        "employers": collect_entries(packs, "employers.yaml", "employers", Employer, problems),
        "steps": collect_entries(packs, "steps.yaml", "steps", StepKind, problems),
        "failures": collect_entries(packs, "failures.yaml", "failures", FailureMode, problems),
        "roadmap": collect_document(packs, "roadmap.yaml", Roadmap, problems),
        "probes": collect_document(packs, "probes.yaml", Probes, problems).probes,
        "digging": collect_document(packs, "digging.yaml", Digging, problems),
        "scripts": collect_document(packs, "scripts.yaml", ScriptWords, problems),
        "session": collect_document(packs, "session.yaml", Session, problems),
    }
    expertise = collect_entries(packs, "expertise/", "expertise", Expertise, problems)
    found["scripts"] = _with_expertise(found["scripts"], expertise.values(), problems)
    check_interview(found, frozenset(dimensions), frozenset(skills), problems)
    return found


def _with_expertise(
    words: ScriptWords, expertise: Collection[Expertise], problems: list[str]
) -> ScriptWords:
    """The wording by skill with that of ``expertise/`` added; what ``scripts.yaml`` says of a skill
    itself wins. A skill in two entries of ``expertise/`` is a mistake."""
    by_skill: dict[str, ScriptEntry] = {}
    for entry in expertise:
        for skill in entry.skills:
            if skill in by_skill:
                problems.append(
                    f"expertise {entry.id}: key skills: another entry has {skill} already. "
                    "Name it in one of them."
                )
            by_skill[skill] = entry
    return words.model_copy(
        update={
            "skills": {**by_skill, **words.skills},
            "subjects": {e.id: e for e in expertise if e.cues or e.near},
        }
    )


def check_interview(
    found: dict[str, Any],
    dimensions: frozenset[str],
    skills: frozenset[str],
    problems: list[str],
) -> None:
    """References between packs resolve; weights add up to 100."""
    roles: dict[str, Role] = found["roles"]
    if not roles and not found["questions"]:
        return  # packs without interview knowledge (a test's or a skills-only base)
    for role in roles.values():
        _refuse(problems, f"role {role.id}", "dimension", _named(role), dimensions)
        others = (*role.also, *(role.chosen_for.in_place_of if role.chosen_for else ()))
        _refuse(problems, f"role {role.id}", "role", others, frozenset(roles))
        for level, weights in sorted(role.weights.items()):
            if abs(sum(weights.values()) - 100) > 0.01:
                problems.append(
                    f"role {role.id}: key weights.{level}: the weights add up to "
                    f"{sum(weights.values()):g}. Make them add up to 100."
                )
    for company in found["companies"].values():
        where = f"company {company.id}"
        _refuse(problems, where, "dimension", company.emphasis_by_dimension, dimensions)
    families = frozenset(found["designs"])
    staged = {r for step in found["steps"].values() for r in (*step.rounds, *step.otherwise)}
    for question in found["questions"].values():
        where = f"question {question.id}"
        _refuse(problems, where, "role", question.roles, frozenset(roles))
        _refuse(problems, where, "dimension", question.dimensions, dimensions)
        _refuse(problems, where, "skill", question.skills, skills)
        if question.family and families:
            _refuse(problems, where, "design family", (question.family,), families)
        for name in question.roles:
            has = {r.id for r in roles[name].rounds} if name in roles else set()
            if has and not (has | staged).intersection(question.rounds):
                problems.append(
                    f"{where}: key rounds: role {name} has none of these rounds. "
                    f"Add one of: {', '.join(sorted(has))}."
                )
    tasks = {task.id for task in found["roadmap"].tasks}
    for task in found["roadmap"].tasks:
        where = f"roadmap task {task.id}"
        _refuse(problems, where, "task", task.prerequisites, frozenset(tasks))
        _refuse(problems, where, "role", task.roles, frozenset(roles))
        _refuse(problems, where, "dimension", task.dimensions, dimensions)
        _refuse(problems, where, "skill", task.skills, skills)
    for guide in found["rounds"].values():
        _refuse(
            problems, f"round {guide.id}", "failure mode", guide.failure_modes,
            frozenset(found["failures"]),
        )  # fmt: skip
    for employer in found["employers"].values():
        kinds = [step.kind for step in employer.steps]
        where = f"employer {employer.id}"
        _refuse(problems, where, "kind of step", kinds, frozenset(found["steps"]))
    for step in found["steps"].values():
        _refuse(problems, f"step {step.id}", "dimension", step.tests, dimensions)
        named = (*step.rounds, *step.otherwise, *step.takes)
        _refuse(problems, f"step {step.id}", "round", named, frozenset(found["rounds"]))
        _refuse(problems, f"step {step.id}", "kind of step", step.after, frozenset(found["steps"]))
    _refuse(problems, "scripts.yaml", "dimension", found["scripts"].dimensions, dimensions)
    _refuse(problems, "scripts.yaml", "skill", found["scripts"].skills, skills)


def _named(role: Role) -> list[str]:
    tested = [d for r in role.rounds for d in r.tests]
    return tested + [d for weights in role.weights.values() for d in weights]


def _refuse(
    problems: list[str], where: str, kind: str, names: Iterable[str], known: frozenset[str]
) -> None:
    for name in sorted(set(names) - known):
        problems.append(f"{where}: there is no {kind} {name!r}. Correct the name or add it.")
