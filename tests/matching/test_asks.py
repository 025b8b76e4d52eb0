"""What a line of a posting asks for, taken apart."""

from __future__ import annotations

import pytest

from report_gen.job.models import Requirement
from report_gen.matching import match_requirements
from report_gen.matching.asks import Ask, read_ask
from report_gen.matching.heads import core_of
from report_gen.matching.lexicon import lexicon
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, PERSON, ask, job, with_bullet

TAXONOMY = load_taxonomy()
LEX = lexicon(TAXONOMY)


def read(text: str) -> Ask:
    return read_ask(Requirement(id="r1", text=text, kind="required"), LEX)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Bring ranking models into production together with the ML team", "ranking"),
        ("Experience with Snowflake", "snowflake"),
    ],
)
def test_what_stands_inside_a_longer_reading_is_asked_too(text: str, term: str) -> None:
    assert term in read(text).terms


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Build and ship models that score requests", "domain_mobility"),
        ("Graph models on transaction sequences", "dependency_management"),
        ("Recommend to product leads what to ship", "recommender_systems"),
        ("Find unsupported claims in what the assistant answers", "domain_fintech"),
        ("Experience with modern language models", "migration_projects"),
        ("A modern web framework such as React", "migration_projects"),
        ("Translate questions into analysis and recommendations", "recommender_systems"),
        ("Willingness to travel up to 25 percent", "domain_travel"),
        ("Streaming or media industry", "stream_processing"),
        ("Agents that recover from their own errors", "whole_life"),
        ("Overlap between communication and computation", "communication"),
        ("Experience in construction or field service", "backend"),
    ],
)
def test_words_of_another_meaning_ask_for_nothing(text: str, term: str) -> None:
    assert term not in read(text).terms


PREDICT = (
    "Develop predictive models (for example hospital admission, emergency use) from claims,"
    " pharmacy and electronic health record data"
)


@pytest.mark.parametrize(
    ("text", "head", "tail"),
    [
        (PREDICT, "predictive_models", "ehr_fhir"),
        ("Build forecasting models from Kafka streams", "forecasting", "kafka"),
        ("Apply natural language processing to clinical notes", "nlp", "domain_health"),
    ],
)
def test_the_deed_and_its_object_weigh_more_than_the_rest(text: str, head: str, tail: str) -> None:
    weights = {t: g.weight for g in read(text).groups for t in g.terms}
    assert weights[head] >= 2 * weights[tail]


def test_the_core_of_a_line_is_its_deed_where_that_says_enough() -> None:
    core = "Use quasi-experimental methods on claims"
    assert core_of(f"{core} such as matching, and write it up", (), LEX) == core
    churn = "Some machine learning, for instance churn prediction"
    assert core_of(churn, (), LEX) == churn
    assert core_of(PREDICT, ("predictive models",), LEX) == "Develop predictive models"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Evaluate care management programs using causal methods such as propensity matching,"
            " difference-in-differences and regression discontinuity",
            {"causal_inference", "propensity_score", "quasi_experiments"},
        ),
        ("Relational databases such as PostgreSQL, MySQL and Oracle", {"postgresql", "mysql"}),
    ],
)
def test_a_thing_and_its_examples_are_one(text: str, terms: set[str]) -> None:
    groups = [g for g in read(text).groups if terms & set(g.terms)]
    assert len(groups) == 1
    assert groups[0].any
    assert terms <= set(groups[0].terms)


def test_advanced_analytics_is_a_field_of_analysts() -> None:
    fields = read("3+ years of experience in data science or advanced analytics").fields
    assert {"data_scientist", "analyst"} <= set(fields)


def test_deep_learning_is_no_deep_demand() -> None:
    assert not read("Working knowledge of a deep learning framework").strong
    assert read("Deep knowledge of PyTorch").strong


def test_query_understanding_is_no_understanding() -> None:
    assert not read("Experience with query understanding").knowing
    assert read("Understanding of query planning").knowing


def test_two_things_with_examples_of_their_own_are_two() -> None:
    ask = read("Infrastructure as code (Terraform, Pulumi) and observability (Prometheus, Grafana)")
    assert [g.any for g in ask.groups] == [True, True]
    assert "terraform" in ask.groups[0].terms
    assert "prometheus" in ask.groups[1].terms


def test_with_what_a_thing_is_done_is_no_alternative_to_it() -> None:
    groups = read(
        "Experience with PyTorch distributed training (FSDP, DeepSpeed or similar)"
    ).groups
    assert {"distributed_training", "fsdp", "deepspeed"} == set(groups[0].terms)
    assert groups[1].terms == ("pytorch",)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Debug the stack from application to kernel to network", "gpu_programming"),
        ("A product with real complexity under the hood", "data_structures"),
    ],
)
def test_a_word_of_everyday_is_no_subject(text: str, term: str) -> None:
    assert term not in read(text).terms


def test_titles_with_one_head_are_read_in_full() -> None:
    ask = read("5 years as a software, data or machine learning engineer")
    assert ask.fields == ("backend", "data_engineer", "ml_engineer")


def test_an_example_of_a_program_is_no_second_thing_asked() -> None:
    text = "Plan and drive cross-team programs (e.g. the roll-out of a feature store)"
    weights = {t: g.weight for g in read_ask(ask(text), LEX).groups for t in g.terms}
    assert (
        weights["feature_store"]
        < 0.5
        <= read_ask(ask("Build a feature store"), LEX).groups[0].weight
    )


def test_writing_code_is_no_writing() -> None:
    assert "writing" not in read_ask(ask("Three years of writing Python and C++"), LEX).terms
    assert "writing" in read_ask(ask("Excellent writing"), LEX).terms


def test_years_of_managing_engineers_are_a_manager_s() -> None:
    managing = read_ask(
        ask("3+ years managing software or machine learning engineers directly"), LEX
    )
    assert managing.fields == ("eng_manager",)
    making = read_ask(ask("3+ years as a machine learning engineer"), LEX)
    assert making.fields == ("ml_engineer",)


@pytest.mark.parametrize(
    "text",
    [
        "Kafka, Flink or a cousin of theirs",
        "Airflow, Dagster or whatever you swear by",
        "Postgres, MySQL or any other database you would defend",
    ],
)
def test_an_open_end_welcomes_substitutes(text: str) -> None:
    group = next(g for g in read(text).groups if len(g.terms) > 1)
    assert group.any
    assert group.similar


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        (
            "Experience with a relational database (e.g. Oracle, MySQL)",
            "Tuned PostgreSQL for the shop.",
        ),
        ("BI tools such as Power BI or Looker", "Built Tableau dashboards for the sales team."),
        (
            "Machine learning libraries, e.g. XGBoost, LightGBM",
            "Trained scikit-learn models on demand.",
        ),
        ("Infrastructure as code, for example Terraform", "Wrote our AWS setup in Pulumi."),
        (
            "Data modelling tools, including but not limited to dbt and Dataform",
            "Built dbt models for finance.",
        ),
    ],
)
def test_examples_are_answered_by_any_of_them_or_their_like(text: str, bullet: str) -> None:
    """What stands behind "e.g." names the kind; no single one of it is asked."""
    verdict = match_requirements(
        with_bullet(PERSON, bullet), job(ask(text)), TAXONOMY, OPTIONS
    ).requirements[0]
    assert verdict.status == "met"
    assert "Not shown" not in verdict.why


@pytest.mark.parametrize(
    "text",
    ["Graph databases, e.g. Neo4j", "Mobile frameworks such as Flutter or React Native"],
)
def test_examples_of_another_kind_are_not(text: str) -> None:
    person = with_bullet(PERSON, "Tuned PostgreSQL for the shop.")
    verdict = match_requirements(person, job(ask(text)), TAXONOMY, OPTIONS).requirements[0]
    assert verdict.status == "missing"


def test_a_grounding_in_a_subject_is_no_retrieval() -> None:
    asked = read("Solid grounding in statistics and online experimentation")
    assert "rag" not in {term for group in asked.groups for term in group.terms}
