"""As what a job is interviewed: by its title and the lines of the posting, whatever role it states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen import parse_resume
from report_gen.job import Job, parse_job
from report_gen.job.models import Requirement
from report_gen.matching import match_requirements
from report_gen.matching.interviewed import blended, interviewed_as
from report_gen.matching.lexicon import lexicon
from report_gen.matching.models import Matches
from report_gen.reading import read_document
from report_gen.scoring.weights import dimension_weights
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, TODAY

TAXONOMY = load_taxonomy()
LEX = lexicon(TAXONOMY)

VISION = """Research Scientist, Scene Understanding
Hollin Optics, Ghent
What you will do
- Invent methods for depth and motion from few cameras
- Train large vision models on our GPU cluster and publish what you find
Requirements
- PhD in computer vision or machine learning
- Papers at CVPR, ICCV or NeurIPS
- Python and PyTorch, some C++
"""
PRICING = """Applied Scientist, Pricing and Promotions
Pennywort Retail, Leeds
What you will do
- Design A/B tests of prices and read them with product managers
- Write SQL to find out which promotions pay
- Build dashboards of margin and retention for stakeholders
- Report insights to the category leads every week
Requirements
- Strong SQL and statistics
- Experience with experiment design and causal inference
"""
LIFT = """Applied Scientist, Marketing Effectiveness
Orrin Foods, Leeds
What you will do
- Run geo experiments for spring campaigns and publish what you find inside the house
- Build causal estimators where we cannot randomise
- Review the experimental designs of other teams
Requirements
- PhD in statistics or econometrics
- SQL and R
"""
ANALYST = """Product Analyst
Tern Travel, Lisbon
What you will do
- Write SQL and keep the dashboards of the booking funnel
- Tell product managers what changed and why
Requirements
- 3 years with SQL and a BI tool
"""


def read(text: str) -> Job:
    return parse_job(read_document(text.encode(), "job.txt"), TAXONOMY)


def weights(job: Job) -> dict[str, float]:
    matches = Matches(requirements=(), lines=(), interviewed_as=interviewed_as(job, LEX))
    return dimension_weights(job, matches, LEX)


@pytest.mark.parametrize(
    ("posting", "stated", "first"),
    [(VISION, "ds", "rs"), (PRICING, "ds", "ds"), (LIFT, "ds", "cs"), (ANALYST, "ds", "an")],
)
def test_the_pack_follows_title_and_lines_and_the_stated_role_stays(
    posting: str, stated: str, first: str
) -> None:
    job = read(posting)
    shares = interviewed_as(job, LEX)
    assert job.role == stated
    assert next(iter(shares)) == first
    assert sum(shares.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("title", "role", "first"),
    [
        ("Senior Data Scientist", "ds", "ds"),
        ("Engineering Manager, Payments", "swe", "em"),
        ("MLOps Engineer", "mle", "mlp"),
        ("Analytics Engineer", "de", "ae"),
        ("Machine Learning Engineer", "mle", "mle"),
        ("Technical Program Manager", "tpm", "tpm"),
        ("Astronaut", "other", "swe"),
    ],
)
def test_a_title_alone(title: str, role: str, first: str) -> None:
    shares = interviewed_as(Job(title=title, role=role), LEX)
    assert next(iter(shares)) == first


def test_a_role_somebody_gave_is_taken_as_it_is() -> None:
    assert interviewed_as(read(VISION), LEX, stated="ds") == {"ds": 1.0}


def test_both_packs_have_a_share_in_the_weights() -> None:
    mixed = read(VISION.replace("Requirements", "- Write SQL and dashboards\nRequirements"))
    shares = interviewed_as(mixed, LEX)
    assert set(shares) == {"rs", "ds"}
    assert shares["rs"] > shares["ds"] > 0
    found = blended(shares, "senior", LEX)
    rs, ds = (TAXONOMY.roles[r].weights["senior"] for r in ("rs", "ds"))
    assert rs["deep_learning"] > found["deep_learning"] > ds.get("deep_learning", 0)


def test_a_scientist_of_models_is_not_weighed_by_queries() -> None:
    found = weights(read(VISION))
    assert found["deep_learning"] >= 20
    assert found.get("data_engineering", 0) < 3


def test_a_scientist_of_effects_is_not_weighed_by_networks() -> None:
    found = weights(read(LIFT))
    assert found.get("deep_learning", 0) == 0
    assert found["stats_experimentation"] >= 20


def test_a_few_words_on_experiments_make_no_scientist_of_effects() -> None:
    shares = interviewed_as(read(VISION + "- Design A/B tests of what you ship\n"), LEX)
    assert next(iter(shares)) == "rs"


def test_what_no_line_names_weighs_less_and_what_lines_name_weighs_more() -> None:
    job = read(ANALYST)
    usual = TAXONOMY.roles["an"].weights_for(job.level)
    found = weights(job)
    assert found["ml_theory_math"] < usual["ml_theory_math"]
    line = Requirement(
        id="x", text="Expert in C++", kind="required", skills=("cpp",), dimensions=("coding",)
    )
    more = replace(job, requirements=(*job.requirements, line))
    assert weights(more)["coding"] > found["coding"]


def test_a_line_the_posting_does_not_want_moves_nothing() -> None:
    job = read(ANALYST)
    line = Requirement(
        id="x", text="No Python needed", kind="required", dimensions=("coding",), negated=True
    )
    assert weights(replace(job, requirements=(*job.requirements, line))) == weights(job)


@pytest.mark.parametrize("posting", [VISION, PRICING, ANALYST])
def test_weights_add_up(posting: str) -> None:
    assert sum(weights(read(posting)).values()) == pytest.approx(100, abs=0.5)


PROGRAMS = b"""{"basics": {"name": "Ida Holm", "label": "Program manager"},
 "work": [{"name": "Tarn Cloud", "position": "Technical program manager", "startDate": "2019-01", "highlights": [
  "Built the dependency map and risk register for 23 workstreams",
  "Ran the program for new sites; lead time fell from 31 to 19 weeks",
  "Moved 70 engineers from waterfall to two-week sprints; on-time delivery rose from 55% to 88%"]}]}"""


def test_whoever_runs_programs_is_not_told_that_nothing_speaks_of_it() -> None:
    resume = parse_resume(PROGRAMS, filename="resume.json", today=TODAY)
    job = Job(title="Technical Program Manager", role="tpm")
    found = match_requirements(resume, job, TAXONOMY, OPTIONS).dimensions["program_management"]
    assert found.rating >= 2
    assert found.evidence
