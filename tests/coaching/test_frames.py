"""Every wording with the gap's name in it reads as English, whatever the name is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from report_gen import pipeline
from report_gen.coaching.gap_words import spoken_topic
from report_gen.coaching.scripts import draft_scripts
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.interview import ScriptEntry
from tests.coaching.test_gap_words import case, gap, scripts_for

TOPICS = [
    "Go", "graph neural networks", "patents", "power and energy budgets", "A/B tests", "SQL and dashboards",
    "the on-call rota", "publications", "data quality", "German", "Kafka or Kinesis", "hiring", "design reviews",
    "reason codes", "user studies", "cost", "pricing and packaging", "accessibility", "labels", "dbt",
    "machine learning fundamentals", "behavioural stories", "stakeholder management", "vector search", "ROS 2",
    "infrastructure as code", "mentoring", "privacy reviews", "vendor contracts", "forecasting",
    "model compression", "listening tests", "data contracts", "Kubernetes and AWS", "causal inference",
    "the degree you ask for", "the certificate you name", "subscription businesses", "simulation", "Swift",
    "churn modelling and lifetime value", "on-device inference", "risk committees", "localisation", "roadmaps",
    "feature stores or ML platforms", "clinical data", "marketplaces", "growth", "incident reviews",
    "C++", "LLM evaluation", "budget responsibility", "experiments on pricing", "open source contributions",
    "firmware", "search and retrieval", "executive updates", "GPU clusters", "leading without authority",
]  # fmt: skip
"""Singular and plural, one and two, names and ideas, with and without an article."""
BEFORE = re.compile(
    r"(?:^|[:.,] |\b(?:with|about|of|on|in|into|learn|for|behind|beside|near|against|to|than|at|add|show you|claim|lists?|list|have done"
    r"|depends on|find|understand|which|that show|when they saw|test|offer|not|answer|hold|match|against|shows|say|names|see|read|need|call|take|ask for|explain|speak|know"
    r"|describe|cases?) )$",
    re.IGNORECASE,
)
"""What may stand before any noun, with or without an article, one or many."""
AFTER = re.compile(
    r"^(?:[.,:;?!]|$| (?:in|on|at|as|from|by|for|with|today|here|itself|last|to an expert|to a person|that|yet|behind me"
    r"|well enough|out|if|and|or|ask|daily|aloud|of|than|a strength|decided|would be|say|project|before|will|I (?:can|would|will|have|gave)|you have|so far|not yet|first|after|and|yourself|here|apart|have you|don't add|have taught you|is some years)\b)",
    re.IGNORECASE,
)
"""What may follow: nothing that agrees with one or many ("is", "are", "has")."""


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return pipeline.load_packs()


def frames(taxonomy: Taxonomy) -> Iterator[tuple[str, str]]:
    words = taxonomy.scripts
    for kind, slots in words.kinds.items():
        for slot, texts in slots.items():
            for text in texts:
                yield f"{kind}.{slot}", text
    for group in (words.skills, words.categories, words.dimensions, words.careers):
        for id, entry in group.items():
            for name in ScriptEntry.model_fields:
                value = getattr(entry, name)
                for text in (value,) if isinstance(value, str) else value:
                    yield f"{id}.{name}", text


def test_a_name_stands_only_where_any_noun_can(taxonomy: Taxonomy) -> None:
    for where, text in frames(taxonomy):
        for slot in re.finditer(r"\{[Tt]opic\}", text):
            before, after = text[: slot.start()], text[slot.end() :]
            assert BEFORE.search(before), (where, text)
            assert AFTER.match(after), (where, text)
            assert not re.search(r"\b(?:is|are|was|has|does|an?|the|your|my|every)\s*$", before), (
                text
            )


def test_entries_that_share_a_name_ask_about_their_own_subject(taxonomy: Taxonomy) -> None:
    """Only what is asked of tools by name may paste the name in."""
    words = taxonomy.scripts
    tools = {"programming_language", "ml_framework", "database", "cloud_aws", "vector_db"}
    tools |= {"container_orchestration", "spoken_language"}
    allowed = {id(words.categories[c]) for c in tools} | {
        id(e) for e in words.categories.values() if any(e == words.categories[c] for c in tools)
    }
    same = [words.categories[c] for c in tools]
    for group in (words.skills, words.categories, words.subjects):
        for name, entry in group.items():
            if id(entry) in allowed or entry in same:
                continue
            said = " ".join(str(getattr(entry, f)) for f in ScriptEntry.model_fields)
            assert "{topic}" not in said, name
            assert "{Topic}" not in said, name
    for form in words.forms:
        assert "topic}" not in form.model_dump_json()


@pytest.mark.parametrize("topic", TOPICS)
def test_a_script_about_it_reads_as_english(topic: str) -> None:
    (script,) = scripts_for(gap(topic)).values()
    texts = [script.question, script.acknowledge.plain, script.reasoning.plain, script.plan.plain]
    texts += [t.question for t in script.turns] + [t.full.plain for t in script.turns]
    texts += [*script.avoid, script.two_hours, script.two_days, script.two_weeks]
    for text in texts:
        assert "{" not in text
        assert "  " not in text
        low = text.lower()
        assert not re.search(r"\b(\w+) \1\b", low.replace("that that", "")), text
        assert not re.search(r"\b(?:an?|the|your|my) (?:the|a|an|your)\b", low), text
        assert not re.search(
            r"\b(?:networks|budgets|tests|reviews|studies|codes) (?:is|was|has)\b", low
        ), text


@pytest.mark.parametrize(
    ("name", "skills", "said"),
    [
        ("Own reliability across the fleet", ("slo_sla",), "service levels"),
        ("metrics the growth team steers", ("growth_analytics",), "growth"),
        ("designing controlled experiments", ("experiment_design",), "experimental design"),
        ("subscription businesses (pricing and packaging)", ("monetization",), "subscription businesses"),
        ("years of data engineer or in a related role", (), "data engineer"),
    ],
)  # fmt: skip
def test_a_name_that_is_no_noun_is_said_by_what_it_is_about(
    name: str, skills: tuple[str, ...], said: str
) -> None:
    topic = spoken_topic(gap(name, *skills, requirements=("none",)), case())
    assert topic.split()[0].lower() not in ("own", "designing", "metrics")
    if said in ("growth", "experimental design", "subscription businesses", "data engineer"):
        assert topic == said


@pytest.mark.parametrize("product", ["Slurm", "Spark", "Kotlin", "Kubernetes", "Elasticsearch"])
def test_a_product_keeps_its_capital(product: str) -> None:
    id = case().taxonomy.skill_id(product)
    assert id
    line = replace(case().job.requirements[0], text=f"{product} or similar in production")
    one = replace(case(), job=replace(case().job, requirements=(line,)))
    assert spoken_topic(gap(product, id, requirements=(line.id,)), one) == product


_TALK = re.compile(
    r"\b(?:honest\w*|stretch|pretend|where it stops|you judge|be exact|won't (?:claim|say|tell)|how far (?:I|it) go"
    r"|rather be (?:judged|asked)|call it what it is|I would understand)\b",
    re.IGNORECASE,
)


def test_an_opening_says_what_there_is_and_nothing_about_saying_it(taxonomy: Taxonomy) -> None:
    """One plain sentence, or two short ones; nothing about honesty, nothing that only announces."""
    for kind, slots in taxonomy.scripts.kinds.items():
        for slot in ("acknowledge", "lead_in", "lead_out", "no_bridge", "no_line", "carries"):
            for text in slots.get(slot, ()):
                assert not _TALK.search(text), (kind, slot, text)
                assert len(text.split()) <= 24, (kind, slot, text)
    assert _TALK.search("I won't claim Rust. I will show you where it stops.")


def test_what_carries_over_is_said_once(taxonomy: Taxonomy) -> None:
    asked = [
        replace(gap(n, s), id=n)
        for n, s in (("Pulsar", "pulsar"), ("Flink", "flink"), ("Kinesis", "kinesis"))
    ]
    made = replace(case(), assessment=replace(case().assessment, gaps=tuple(asked)))
    closes = {t for k in taxonomy.scripts.kinds.values() for t in k.get("carries", ())}
    said = [t for s in draft_scripts(made)[0].values() for t in closes if t in s.bridge.plain]
    assert len(said) == len(set(said))
