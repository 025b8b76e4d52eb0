"""What a reader would call a named skill is found, what only looks like one is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_gen.taxonomy import Taxonomy, load_taxonomy


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def ids(taxonomy: Taxonomy, text: str, listed: bool = False, context: str = "") -> set[str]:
    return {mention.id for mention in taxonomy.find_skills(text, listed, context)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python 3.11 and TF2 with Keras", {"python", "tensorflow", "keras"}),
        ("Spark 3 jobs in Scala on EMR", {"spark", "scala", "emr"}),
        ("python3, golang, Node.js", {"python", "go_lang", "nodejs"}),
        ("C/C++ and C# on .NET", {"c_lang", "cpp", "csharp", "dotnet"}),
        ("TensorFlow/PyTorch", {"tensorflow", "pytorch"}),
        ("AWS (S3, EC2, EMR)", {"aws", "s3", "ec2", "emr"}),
        ("Python (numpy, pandas)", {"python", "numpy", "pandas"}),
        ("A/B-tested a new ranker", {"ab_testing"}),
        ("We a/b test everything", {"ab_testing"}),
        ("fine-tuned BERT, then fine tuning of T5", {"fine_tuning", "bert"}),
        ("containerised services; containerized jobs", {"containers"}),
        ("dockerized and dockerised apps", {"docker"}),
        ("CI/CD, CI-CD or CICD", {"ci_cd"}),
        ("Optimisation of the data modelling", {"data_modeling"}),
        ("LLMs, GANs and CNNs", {"llm", "gan", "cnn"}),
        ("re-ranking and reranked results", {"reranking"}),
        ("pre-training, pretraining", {"pretraining"}),
        ("feature-store", {"feature_store"}),
        ("k8s with Helm charts", {"kubernetes", "helm"}),
        ("unit and integration tests", {"testing"}),
        ("unsupervised and supervised learning", {"unsupervised_learning", "supervised_learning"}),
        ("data quality and governance", {"data_quality", "data_governance"}),
        ("R&D in Python", {"research_skills", "python"}),
        ("one of Go, Rust or Swift", {"go_lang", "rust", "swift"}),
        ("Spark, Hive, Presto or similar", {"spark", "hive", "presto"}),
        ("Bachelor's degree or PhD", {"degree_bachelor", "degree_phd"}),
        ("large lan­guage models", set()),
    ],
)
def test_finds(taxonomy: Taxonomy, text: str, expected: set[str]) -> None:
    assert expected <= ids(taxonomy, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Owned go to market for three products", "go_lang"),
        ("Ready to go live; let it go", "go_lang"),
        ("Head of R&D", "r_lang"),
        ("Presented to C-level stakeholders", "c_lang"),
        ("Grade C in chemistry", "c_lang"),
        ("Ideas that spark joy", "spark"),
        ("Swift delivery of every order", "swift"),
        ("Head chef of the canteen", "chef"),
        ("We express ourselves clearly", "express"),
        ("You excel in teams", "excel"),
        ("The rest of the team", "rest_api"),
        ("React quickly to change", "react"),
        ("Spring 2020 semester", "spring"),
        ("Please send your CV", "computer_vision"),
        ("PostgreSQL", "sql"),
        ("JavaScript", "java"),
        ("scalable", "scala"),
        ("every feature, store by store", "feature_store"),
        ("Attention to detail", "transformers_arch"),
    ],
)
def test_does_not_find(taxonomy: Taxonomy, text: str, unwanted: str) -> None:
    assert unwanted not in ids(taxonomy, text)


@pytest.mark.parametrize(
    "text",
    [
        "Led a cross-country move of the office to Berlin",
        "We are an equal opportunity employer and value diversity",
        "Our culture is based on trust, ownership and transparency",
        "Coordinated travel and events for executives",
        "Wrote a thesis on the history of trade",
        "Spring intern at a bank; summer intern at Oracle",
        "Owned a small bakery with six employees",
        "Designed labels for a wine producer",
        "Responsible for the maintenance of 40 vehicles",
        "Ran marathons in under 3 hours",
    ],
)
def test_ordinary_sentences_name_nothing(taxonomy: Taxonomy, text: str) -> None:
    assert ids(taxonomy, text) == set()


def test_names_inside_names(taxonomy: Taxonomy) -> None:
    assert {"spark", "spark_tuning"} <= ids(taxonomy, "Spark tuning")
    assert {"llm", "llm_eval"} <= ids(taxonomy, "LLM evaluation")
    assert "react" not in ids(taxonomy, "An app in React Native")


def test_bare_names_count_in_a_list_only(taxonomy: Taxonomy) -> None:
    bare = {"Go": "go_lang", "R": "r_lang", "C": "c_lang", "Express": "express", "Ray": "ray"}
    for name, skill_id in bare.items():
        assert skill_id not in ids(taxonomy, f"{name} was there")
        assert skill_id in ids(taxonomy, f"Java, {name}, SQL", listed=True)
        assert skill_id in ids(taxonomy, name.lower(), listed=True)


def test_a_cue_may_stand_in_the_context(taxonomy: Taxonomy) -> None:
    line = "Rebuilt the gateway with Express"
    assert "express" not in ids(taxonomy, line)
    assert "express" in ids(taxonomy, line, context="Stack: Node.js, TypeScript")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut p99 from 310 ms to 95 ms", "latency_optimization"),
        ("Mentored three junior engineers", "mentoring"),
        ("Kept the model fresh with a nightly run", "continual_training"),
        ("On call every fourth week", "on_call"),
        ("Brought the page from 900 ms to 300 ms", "latency_optimization"),
        ("Reduced the cloud bill by a third", "cost_optimization"),
        ("Hired five engineers for the team", "hiring"),
        ("Lifted checkout conversion by 3%", "business_metrics_concept"),
    ],
)
def test_concepts_behind_words(taxonomy: Taxonomy, text: str, expected: str) -> None:
    assert expected in ids(taxonomy, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [("Risk adjustment (HCC, CDPS)", "cdp"), ("Fellow of the ERPS circle", "erp")],
)
def test_a_name_in_capitals_that_ends_in_s_is_no_plural(
    taxonomy: Taxonomy, text: str, unwanted: str
) -> None:
    assert unwanted not in ids(taxonomy, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CDPs and CRMs", "cdp"),
        ("OUR APIS AND LLMS", "llm"),
        ("SAAS", "domain_enterprise"),
        ("AWS RDS", "aurora"),
    ],
)
def test_plurals_of_names_in_capitals(taxonomy: Taxonomy, text: str, expected: str) -> None:
    assert expected in ids(taxonomy, text)


def test_longest_match_wins(taxonomy: Taxonomy) -> None:
    found = taxonomy.find_skills("Spark Structured Streaming and React Native on Amazon SageMaker")
    assert [mention.id for mention in found] == ["spark", "react_native", "sagemaker"]
    assert found[0].text == "Spark Structured Streaming"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pytorch", "pytorch"),
        ("PyTorch 2.1", "pytorch"),
        ("K8S", "kubernetes"),
        ("kubernetes (EKS)", "kubernetes"),
        ("A/B tests", "ab_testing"),
        ("machine-learning", "machine_learning"),
        ("strong Python", "python"),
        ("Naïve Bayes", "naive_bayes"),
        ("Basket weaving", None),
        ("", None),
        ("   ", None),
    ],
)
def test_skill_id(taxonomy: Taxonomy, name: str, expected: str | None) -> None:
    assert taxonomy.skill_id(name) == expected


PIECES = st.sampled_from(
    ["Go", "R", "C++", "Spark", ", ", " and ", "/", "\n", ".", "(", ")", "A/B", "test", "p99", "ms"]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, listed=st.booleans(), context=st.text(max_size=40))
def test_spans_lie_in_the_text(text: str, listed: bool, context: str) -> None:
    taxonomy = load_taxonomy()
    found = taxonomy.find_skills(text, listed, context)
    assert found == taxonomy.find_skills(text, listed, context)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.id in taxonomy.skills
    assert list(found) == sorted(found, key=lambda m: (m.start, m.end, m.id))


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Experience with Snowflake", "snowflake"),
        ("Proficiency in R", "r_lang"),
        ("Knowledge of Rust is a plus", "rust"),
        ("5 years of experience with Spark and Hive", "hive"),
    ],
)
def test_a_name_that_is_asked_for_needs_no_other_cue(
    taxonomy: Taxonomy, text: str, skill: str
) -> None:
    assert skill in {m.id for m in taxonomy.find_skills(text)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Experience in Go to market", "go_lang"),
        ("experience with rust on bridges", "rust"),
        ("Experience in Express delivery", "express"),
        ("We had snowflake decorations", "snowflake"),
    ],
)
def test_a_word_that_goes_on_or_has_no_capital_is_not_asked_for(
    taxonomy: Taxonomy, text: str, skill: str
) -> None:
    assert skill not in {m.id for m in taxonomy.find_skills(text)}


@settings(max_examples=100, deadline=None)
@given(name=st.text(max_size=60))
def test_skill_id_never_raises(name: str) -> None:
    taxonomy = load_taxonomy()
    found = taxonomy.skill_id(name)
    assert found is None or found in taxonomy.skills


def test_a_line_is_read_quickly(taxonomy: Taxonomy) -> None:
    line = (
        "Built Spark and PyTorch/TensorFlow pipelines in C++ on AWS that served forty million "
        "users a day, cut latency from 310 ms to 95 ms and was on call for all of it"
    )
    taxonomy.find_skills(line)
    best = 1.0
    for _ in range(20):
        start = time.perf_counter()
        taxonomy.find_skills(line)
        best = min(best, time.perf_counter() - start)
    assert best < 0.001
