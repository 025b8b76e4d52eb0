"""What stands in brackets, or beside a field, is often a choice; a field is shown by what belongs to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.job.models import Requirement
from report_gen.matching import match_requirements
from report_gen.matching.asks import read_ask
from report_gen.matching.lexicon import lexicon
from report_gen.resume.models import Resume, SkillGroup
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, PERSON, ask, job, with_bullet

TAXONOMY = load_taxonomy()
LEX = lexicon(TAXONOMY)


def choices(text: str) -> list[set[str]]:
    groups = read_ask(Requirement(id="r1", text=text, kind="required"), LEX).groups
    return [set(g.terms) for g in groups if g.any]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Experience with accelerators (GPU or TPU) and their limits", {"gpu", "tpu"}),
        ("NLP (natural language processing or computer vision)", {"nlp", "computer_vision"}),
        ("Experience in a regulated domain (payments, health, insurance)", {"payments", "insurance"}),
        ("Practice in one field of ours (advertising, leisure, logistics)",
         {"domain_ads", "logistics"}),
    ],
)  # fmt: skip
def test_what_a_bracket_lists_beside_a_thing_is_a_choice(text: str, one: set[str]) -> None:
    assert any(one <= group for group in choices(text)), choices(text)


def judged(text: str, resume: Resume) -> str:
    return match_requirements(resume, job(ask(text)), TAXONOMY, OPTIONS).requirements[0].status


def listing(*tools: str) -> Resume:
    return replace(PERSON, skills=(SkillGroup(name="Tools", keywords=tools),))


@pytest.mark.parametrize(
    ("text", "tool", "deed", "other"),
    [
        ("Experience with a modern deep learning framework such as JAX or TensorFlow", "JAX",
         "Trained GraphSAGE embeddings of harbours for the routing service, refreshed every 6 hours.",
         "Painted the ferry."),
        ("Distributed training with DeepSpeed or Megatron", "DeepSpeed",
         "Ran distributed training of the tide model on 64 GPUs.", "Painted the ferry."),
    ],
)  # fmt: skip
def test_a_listed_tool_is_backed_by_a_deed_of_its_field(
    text: str, tool: str, deed: str, other: str
) -> None:
    bare = replace(listing(tool), work=(replace(PERSON.work[0], highlights=()),))
    assert judged(text, with_bullet(bare, deed)) == "met"
    assert judged(text, with_bullet(bare, other)) != "met"


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Statistical modeling", "Fitted a logistic regression of late ferries; AUROC 0.74 on the next year."),
        ("Statistical modelling", "Survival analysis of pumps until their first repair, in R."),
        ("Transformer-based models", "Edited images with latent diffusion transformers."),
        ("Label definition", "Designed a training scheme for delayed labels that mature in 120 days."),
        ("Site reliability engineering", "Incident commander for 20 outages; wrote the reviews."),
    ],
)  # fmt: skip
def test_a_parent_is_shown_by_its_children(text: str, deed: str) -> None:
    bare = replace(listing(), work=(replace(PERSON.work[0], highlights=()),))
    verdict = match_requirements(
        with_bullet(bare, deed), job(ask(text)), TAXONOMY, OPTIONS
    ).requirements[0]
    assert not verdict.missing_skills, verdict


@pytest.mark.parametrize(
    ("text", "field", "not_field"),
    [
        ("Models for claim frequency and claim severity", "insurance", "domain_fintech"),
        ("Scores for the underwriting of boats", "insurance", "domain_fintech"),
        ("Retrieval, prompts and model limits", "", "candidate_generation"),
        ("Pipelines with entitlements enforced at the door", "", "billing_systems"),
        ("Generative media for sellers", "", "domain_media"),
    ],
)
def test_a_word_is_read_in_the_field_of_its_line(text: str, field: str, not_field: str) -> None:
    terms = read_ask(Requirement(id="r1", text=text, kind="required"), LEX).terms
    assert not field or field in terms
    assert not_field not in terms
