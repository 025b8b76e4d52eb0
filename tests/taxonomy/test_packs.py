"""The data packs tested as code: what an author of packs can get wrong is found here."""

from __future__ import annotations

import pytest

from report_gen.packs_cli import check_packs
from report_gen.taxonomy import Taxonomy, load_taxonomy
from report_gen.taxonomy.checks import check_examples, check_finder
from report_gen.taxonomy.models import LEVELS

CORE = (
    "coding",
    "ml_system_design",
    "production_ownership",
    "constraints",
    "business_metrics",
    "ml_theory_math",
    "deep_learning",
    "genai_llm",
    "data_engineering",
    "mlops_infrastructure",
    "behavioral_leadership",
)
ADDED = ("general_system_design", "product_sense", "program_management", "stats_experimentation")


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def test_the_products_packs_have_no_mistake() -> None:
    assert check_packs((), second_reader=True) == []


def test_dimensions_are_complete(taxonomy: Taxonomy) -> None:
    assert tuple(taxonomy.dimensions)[: len(CORE)] == CORE
    assert set(taxonomy.dimensions) == {*CORE, *ADDED}
    for dimension in taxonomy.dimensions.values():
        assert dimension.core is (dimension.id in CORE)
        assert dimension.short
        assert len(dimension.short) <= 24
        assert dimension.interviewers_test
        assert dimension.strong_looks_like
        assert dimension.failure_signals
        assert dimension.typical_rounds
        assert tuple(dimension.evidence) == LEVELS
        assert all(words.verbs or words.nouns for words in dimension.evidence.values())


def test_metric_types_and_level_scope(taxonomy: Taxonomy) -> None:
    assert {"business", "serving", "cost", "scale"} <= set(taxonomy.metric_types)
    assert {"mid", "senior", "staff"} <= set(taxonomy.level_scope)
    assert all(scope.scope and scope.signals for scope in taxonomy.level_scope.values())


def test_the_taxonomy_is_broad(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.skills) >= 800
    by_dimension = {skill.dimension for skill in taxonomy.skills.values()}
    assert set(CORE) <= by_dimension


def test_every_example_holds(taxonomy: Taxonomy) -> None:
    problems: list[str] = []
    check_examples(taxonomy, problems)
    assert problems == []


def test_every_alias_finds_its_skill_in_a_list(taxonomy: Taxonomy) -> None:
    problems: list[str] = []
    check_finder(taxonomy, problems)
    assert problems == []


def test_every_name_and_alias_leads_to_an_id(taxonomy: Taxonomy) -> None:
    for skill in taxonomy.skills.values():
        assert taxonomy.skill_id(skill.id) == skill.id
        for written in (skill.name, *skill.aliases):
            found = taxonomy.skill_id(written)
            assert found is not None, written
            shared = taxonomy.skills[found].ambiguous and skill.ambiguous
            assert found == skill.id or shared, (written, found)


def test_related_skills_are_mutual_enough(taxonomy: Taxonomy) -> None:
    for skill in taxonomy.skills.values():
        for other in skill.related:
            assert taxonomy.relation(skill.id, other) in {"adjacent", "child", "parent"}
            assert taxonomy.relation(other, skill.id) != ""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("pytorch", "pytorch", "same"),
        ("pgvector", "vector_database", "child"),
        ("vector_database", "pgvector", "parent"),
        ("ecs_eks", "containers", "child"),
        ("helm", "containers", "child"),
        ("pinecone", "weaviate", "adjacent"),
        ("python", "kafka", ""),
        ("nonsense", "python", ""),
        ("nonsense", "nonsense", ""),
        ("cnn", "neural_networks", "child"),
        ("vision_transformer", "deep_learning", "child"),
        ("typescript", "javascript", "child"),
        ("kafka", "stream_processing", "child"),
        ("elasticsearch", "search", "child"),
    ],
)
def test_relation(taxonomy: Taxonomy, a: str, b: str, expected: str) -> None:
    assert taxonomy.relation(a, b) == expected
