"""The interview packs as data: references resolve, sums add up, wording stays honest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report_gen.coaching.ledger import claims_in
from report_gen.errors import UsageError
from report_gen.packs_cli import check_packs
from report_gen.taxonomy import Taxonomy, load_taxonomy
from report_gen.taxonomy.interview import LEVEL_STANDS_FOR

ROLES = ("mle", "swe", "ds", "de", "pm", "tpm")


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def test_six_stated_roles_and_all_packs_with_weights_for_every_level(taxonomy: Taxonomy) -> None:
    stated = [name for name, role in taxonomy.roles.items() if role.chosen_for is None]
    assert sorted(stated) == sorted(ROLES)
    for role in taxonomy.roles.values():
        assert set(role.weights) == set(LEVEL_STANDS_FOR)
        for weights in role.weights.values():
            assert sum(weights.values()) == pytest.approx(100)
        assert role.weights["junior"] == role.weights["mid"]
        assert role.weights["principal"] == role.weights["staff"]
        assert role.weights_for(None) == role.weights["senior"]


def test_every_round_of_a_role_has_a_guide_with_sheet_and_topics(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        for r in role.rounds:
            guide = taxonomy.rounds[r.id]
            assert guide.tested, r.id
            assert len(guide.topics) >= 2, r.id
            assert len(guide.sheet) >= 4, r.id
            assert guide.failure_modes, r.id


def test_topics_and_designs_name_known_skills(taxonomy: Taxonomy) -> None:
    for guide in taxonomy.rounds.values():
        for topic in guide.topics:
            assert not set(topic.skills) - set(taxonomy.skills), (guide.id, topic.name)
            assert not topic.dimension or topic.dimension in taxonomy.dimensions, topic.name
    for family in taxonomy.designs.values():
        assert not set(family.skills) - set(taxonomy.skills), family.id


def test_company_claims_carry_confidence_source_and_name(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.companies) >= 8
    for company in taxonomy.companies.values():
        claims = [company.summary, *company.tracks, *company.emphasis, *company.process]
        for claim in claims:
            assert claim.sources, company.id
            assert all(s in company.source_names for s in claim.sources), (company.id, claim)


def test_no_pay_and_no_rates_in_company_packs(taxonomy: Taxonomy) -> None:
    for company in taxonomy.companies.values():
        text = company.model_dump_json().lower()
        assert not re.search(r"[$€£]\s?\d|\bsalar(?:y|ies) of|acceptance rate|rejection rate", text)


def test_enough_questions_for_every_role_each_with_follow_up_and_red_flag(
    taxonomy: Taxonomy,
) -> None:
    assert len(taxonomy.questions) >= 330
    for role in (*ROLES, "rs"):
        specific = [q for q in taxonomy.questions.values() if role in q.roles and len(q.roles) <= 3]
        assert len(specific) >= 40, (role, len(specific))
    for q in taxonomy.questions.values():
        assert all((q.follow_ups, q.red_flags, q.strong_answer)), q.id


def test_packs_chosen_by_profession_name_professions_and_material_there_is(
    taxonomy: Taxonomy,
) -> None:
    chosen = [role for role in taxonomy.roles.values() if role.chosen_for]
    assert chosen
    known = {p.id for p in taxonomy.evidence_words.professions}
    taken: set[tuple[str, str]] = set()
    for role in chosen:
        assert role.chosen_for is not None
        assert set(role.chosen_for.professions) <= known, role.id
        assert role.signs, role.id
        pairs = {
            (base, p) for base in role.chosen_for.in_place_of for p in role.chosen_for.professions
        }
        if not role.chosen_for.least_lines:  # one of a field stands before that of its profession
            assert not pairs & taken, "two packs take the same postings"
            taken |= pairs
        rounds = {r for own in role.rounds for r in (own.id, *own.takes)}
        for r in rounds - {own.id for own in role.rounds}:
            assert any(r in q.rounds for q in taxonomy.questions.values()), (role.id, r)
        for own in role.rounds:
            asked = {own.id, *own.takes}
            usable = [
                q
                for q in taxonomy.questions.values()
                if asked & set(q.rounds) and role.served_by & set(q.roles)
            ]
            assert len(usable) >= 3, (role.id, own.id)


def test_a_probe_of_an_end_names_probes_that_there_are(taxonomy: Taxonomy) -> None:
    ended = [p for p in taxonomy.probes.values() if p.ended]
    assert ended
    for probe in ended:
        assert set(probe.beside) <= {*taxonomy.probes, "hardest", "own_part"}


def test_a_round_is_prepared_as_part_of_one_its_role_has(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        there = {r.id for r in role.rounds}
        assert {r.within for r in role.rounds if r.within} <= there, role.id


def test_no_question_is_asked_twice(taxonomy: Taxonomy) -> None:
    texts = [q.question.lower() for q in taxonomy.questions.values()]
    assert len(texts) == len(set(texts))


def test_design_families_begin_with_constraints_and_serve_every_role(taxonomy: Taxonomy) -> None:
    for role in ROLES:
        own = [f for f in taxonomy.designs.values() if role in f.roles]
        assert own, role
        assert sum(role in f.default_for for f in own) == 1, role
    for family in taxonomy.designs.values():
        assert any(c.always for c in family.constraints), family.id
        assert len(family.steps) >= 6, family.id


def test_universal_failure_modes_and_own_ones_for_every_role(taxonomy: Taxonomy) -> None:
    mle = [f for f in taxonomy.failures.values() if f.universal and "mle" in f.roles]
    assert len(mle) >= 5
    for role in ROLES:
        assert sum(role in f.roles for f in taxonomy.failures.values()) >= 5, role


def test_roadmap_prerequisites_have_no_circle_and_never_come_in_a_later_phase(
    taxonomy: Taxonomy,
) -> None:
    order = ("foundation", "deep_practice", "polish")
    tasks = {t.id: t for t in taxonomy.roadmap.tasks}
    assert len(tasks) == len(taxonomy.roadmap.tasks)

    def depth(name: str, seen: tuple[str, ...] = ()) -> int:
        assert name not in seen, f"circle at {name}"
        return 1 + max((depth(p, (*seen, name)) for p in tasks[name].prerequisites), default=0)

    for task in tasks.values():
        assert depth(task.id) < 6
        assert task.least_hours <= task.hours
        assert not task.least_hours or task.short_title or task.hours <= 6, task.id
        for p in task.prerequisites:
            assert order.index(tasks[p].phase) <= order.index(task.phase), task.id


def test_script_words_claim_nothing_about_the_candidate(taxonomy: Taxonomy) -> None:
    words = taxonomy.scripts
    assert set(words.dimensions) == set(taxonomy.dimensions)
    assert {s.parent for s in taxonomy.skills.values()} <= set(words.categories)
    groups = (words.skills, words.categories, words.dimensions, words.careers, words.subjects)
    rest = (*words.forms, words.decider)
    for entry in (*(e for group in groups for e in group.values()), *rest):
        assert not entry.deeper or entry.probe, entry.deeper
        assert len(entry.push_back) == len(entry.push_answer), entry.push_back
        for sentence in (*entry.reasoning, *entry.deeper, *entry.first_task, *entry.push_answer):
            assert not list(claims_in(sentence, "")), sentence
            assert len(sentence.split()) <= 25, sentence
    for kind, slots in words.kinds.items():
        for asked, answer in (("probe", "probe_answer"), ("push_back", "push_answer")):
            if asked in slots:
                assert len(slots[asked]) == len(slots[answer]), (kind, asked)
        for slot in (
            "probe_answer",
            "acknowledge",
            "lead_in",
            "lead_out",
            "plan",
            "honest",
            "push_answer",
            "thinking",
            "limits",
        ):
            for text in slots.get(slot, ()):
                bare = re.sub(r"\{\w+\}", "that", text)
                assert not list(claims_in(bare, "")), text
                for sentence in re.split(r"(?<=[.!?])\s", bare):
                    assert len(sentence.split()) <= 25, sentence


def test_every_expert_answers_all_three_turns(taxonomy: Taxonomy) -> None:
    words = taxonomy.scripts
    assert set(words.loose_categories) <= {s.parent for s in taxonomy.skills.values()}
    forms = {str(n): form for n, form in enumerate((*words.forms, words.decider))}
    entries = {**words.categories, **words.dimensions, **words.skills, **words.subjects, **forms}
    for id, entry in entries.items():
        assert len(entry.reasoning) >= 3, id
        assert entry.deeper, id
        assert entry.first_task, id
        steps = (entry.two_hours, entry.two_days, entry.two_weeks, entry.deliverable)
        assert all(steps), id


def test_most_skills_have_an_experts_reasoning_of_their_own(taxonomy: Taxonomy) -> None:
    own = taxonomy.scripts.skills
    loose = [s for s in taxonomy.skills.values() if s.parent in taxonomy.scripts.loose_categories]
    has = [s for s in loose if s.id in own or s.family in own]
    assert len(has) / len(loose) > 0.55, sorted({s.id for s in loose} - {s.id for s in has})


def overlay(folder: Path, name: str, text: str) -> Path:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("questions/x.yaml", "questions:\n- {id: x1, rounds: [nowhere], dimensions: [coding], roles: [mle], question: Is this asked at all?, strong_answer: no}\n", "has none of these rounds"),
        ("questions/x.yaml", "questions:\n- {id: x1, rounds: [coding], dimensions: [juggling], roles: [mle], question: Is this asked at all?, strong_answer: no}\n", "juggling"),
        ("questions/x.yaml", "questions:\n- {id: x1, rounds: [coding], dimensions: [coding], roles: [chef], question: Is this asked at all?, strong_answer: no}\n", "chef"),
        ("companies/x.yaml", "id: x\nname: X\nsummary: {text: t, confidence: certain}\n", "confidence"),
        ("companies/x.yaml", "id: x\nname: X\nsummary: {text: t, confidence: low}\nemphasis_by_dimension: {juggling: 2.0}\n", "juggling"),
        ("roles/x.yaml", "id: x\nname: X\nrounds: [{id: coding, tests: [coding]}]\nweights: {senior: {coding: 90}}\n", "add up"),
        ("roadmap.yaml", "tasks:\n- {id: x, phase: polish, title: t, hours: 1, done_when: d, prerequisites: [ghost]}\n", "ghost"),
        ("rounds.yaml", "rounds:\n- {id: coding, name: C, tested: [a], failure_modes: [ghost]}\n", "ghost"),
        ("designs/x.yaml", "designs:\n- {id: x, name: X, title: T, roles: [mle], prompt: p, surprise: 1, constraints: [], steps: [], metrics: []}\n", "surprise"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_pack_is_named(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_taxonomy((overlay(tmp_path, name, text),))
    assert told in caught.value.message


def test_a_probe_with_a_name_no_line_gives_is_refused_with_the_names_there_are(
    tmp_path: Path,
) -> None:
    text = "probes:\n  own_probe:\n    questions: ['What about {lime}?']\n    strong_answer: x\n"
    (tmp_path / "probes.yaml").write_text(text, encoding="utf-8")
    problems = check_packs((tmp_path,))
    assert any("{lime} is no name" in p and "doing" in p for p in problems), problems


_BACK = re.compile(
    r"^(?:\w+ (?:two|three|four|one|five) of (?:them|these|those)|(?:do|run|build|test|use) it\b|"
    r".*\b(?:such stories|those cases|those pages|of them by|three more)\b)"
)


def test_a_step_of_two_days_stands_alone_in_the_plan(taxonomy: Taxonomy) -> None:
    """The plan prints it weeks after the two hours, under the name of the gap."""
    words = taxonomy.scripts
    assert _BACK.match("write two of them as a review")
    groups = (words.skills, words.categories, words.dimensions, words.careers, words.subjects)
    entries = [*(e for group in groups for e in group.values()), *words.forms]
    assert [e.two_days for e in entries if _BACK.match(e.two_days)] == []
