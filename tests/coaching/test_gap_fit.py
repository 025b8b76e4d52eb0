"""What is said under a gap is of its own field: the wording, and the own work it builds on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from report_gen.coaching.case import Case
from report_gen.coaching.denials import denials
from report_gen.coaching.gap_context import nearest_lines
from report_gen.coaching.gap_entries import entry_for
from report_gen.coaching.nearness import Nearness, has_one_name
from report_gen.coaching.scripts import draft_scripts
from report_gen.coaching.subjects import subject_of
from report_gen.matching.models import Evidence, LineReading, RequirementMatch
from report_gen.scoring.models import Gap
from tests.coaching.test_gap_words import case, gap


def asked(
    line: str, *skills: str, dimension: str, texts: tuple[str, ...], **more: object
) -> tuple[Case, Gap]:
    """A case whose resume is these deeds and whose posting asks this one thing, and the gap."""
    here = case()
    wanted = replace(here.job.requirements[0], text=line)
    lines = tuple(
        LineReading(ref=f"work[0].highlights[{n}]", text=text, employer="Fjord", level=3, own=True,
                    owner="work[0]", dimensions=(dimension,))
        for n, text in enumerate(texts)
    )  # fmt: skip
    matches = replace(here.matches, lines=lines, requirements=())
    found = gap(line, *skills, dimension=dimension, requirements=(wanted.id,), **more)
    there = replace(
        here,
        job=replace(here.job, requirements=(wanted,)),
        matches=matches,
        assessment=replace(here.assessment, gaps=(found,)),
    )
    return there, found


@pytest.mark.parametrize(
    ("line", "skill", "deed"),
    [
        ("Docker and a cloud platform", "docker", "Ran 14 price tests on the checkout page."),
        ("Camera calibration", "computer_vision", "Moved nightly imports to a queue with retries."),
        ("Quantum annealing", "quantum", "Sat with landlords every Friday for two years."),
    ],
)
def test_work_of_another_field_is_no_bridge(line: str, skill: str, deed: str) -> None:
    there, found = asked(line, skill, dimension="business_metrics", texts=(deed,))
    assert nearest_lines(found, there, {}) == ()
    (script,) = draft_scripts(there)[0].values()
    assert deed.split()[-1] not in script.bridge.plain


def test_work_that_shares_its_subject_is_one() -> None:
    deed = "Calibrated 40 cameras on a harbour crane and measured the error every week."
    there, found = asked(
        "Camera calibration", "computer_vision", dimension="deep_learning", texts=(deed,)
    )
    assert [line.text for line in nearest_lines(found, there, {})] == [deed]
    assert there.once(Nearness).of(found)[0].fits


def test_a_trait_takes_any_strong_case_and_leading_people_does_not() -> None:
    deed = "Cut the build of the ferry timetable from 40 to 6 minutes."
    there, trait = asked("Working in ambiguity", "ambiguity", dimension="coding", texts=(deed,))
    assert nearest_lines(trait, there, {})
    there, people = asked("Mentoring two welders", "mentoring", dimension="coding", texts=(deed,))
    assert not nearest_lines(people, there, {})


def test_a_name_that_sounds_like_another_field_is_not_of_it() -> None:
    there, found = asked("Docker and Compose", "docker", dimension="coding", texts=("Baked.",))
    subject = subject_of(found, there)
    assert subject is None or subject.entry.id != "structure_and_dynamics"


def test_a_degree_is_answered_as_a_degree() -> None:
    line = "PhD in computer science or statistics"
    there, found = asked(line, "degree_phd", "statistics_skill", dimension="coding", texts=())
    entry, _ = entry_for(found, there)
    assert entry.question == there.taxonomy.scripts.categories["credential"].question


@pytest.mark.parametrize(
    ("line", "skills", "foreign"),
    [
        ("Coordinate launches between three countries", ("program_management",), "maps"),
        ("Reconcile sensor counts between two warehouses", ("reconciliation",), "cent"),
        ("Keynote speeches at industry events", ("speech",), "speech system"),
        ("Scheduling of trains on single tracks", (), "scheduler"),
        ("Build the ledger of energy meter readings", ("accounting_ledger",), "money"),
        ("Forecast the number of patients in the emergency department", ("forecasting",), "order"),
        ("Anomaly detection on the metrics of servers", ("anomaly_detection",), "adapts"),
    ],
)
def test_one_word_in_another_sense_draws_no_script_of_that_field(
    line: str, skills: tuple[str, ...], foreign: str
) -> None:
    there, found = asked(line, *skills, dimension="coding", texts=())
    entry, _ = entry_for(found, there)
    said = " ".join((*entry.question, *entry.reasoning, *entry.deeper))
    assert not re.search(rf"\b{foreign}\b", said), said


@pytest.mark.parametrize(
    ("line", "skills", "topic"),
    [
        ("Evaluate outreach programs by propensity matching and difference-in-differences",
         ("propensity_modeling", "quasi_experiments"), "effects_without_a_trial"),
        ("Lead scoring for the sales team", ("propensity_modeling",), "whom_to_reach"),
        ("Fees and bookings on a marketplace for boats", ("marketplace_ml",), "two_sided_markets"),
        ("Deploy models on Databricks with the engineers", ("databricks",), "models_on_a_platform"),
        ("Large joins in Spark", ("spark",), "spark"),
        ("Checkpointing of long training runs", ("training_stability",), "training_that_survives"),
        ("Find out why a model got worse in use", ("ml_debug_prod",), "model_debugging"),
        ("Prototypes of new screens", ("prototyping",), "trying_it_small"),
        ("Interviews with users of the ferry", ("user_research",), "users"),
        ("Ranking with noisier conversion signals", ("privacy_engineering",),
         "signals_that_disappear"),
        ("Git and the command line", ("bash",), "shared_code"),
    ],
)  # fmt: skip
def test_a_topic_is_named_by_the_gap_and_not_by_a_neighbour_that_shares_a_method(
    line: str, skills: tuple[str, ...], topic: str
) -> None:
    there, found = asked(line, *skills, dimension="coding", texts=())
    entry, _ = entry_for(found, there)
    words = there.taxonomy.scripts
    known = [*words.subjects.values(), *words.skills.values()]
    wanted = next(e for e in known if getattr(e, "id", "") == topic)
    assert entry.question == wanted.question


@pytest.mark.parametrize(
    ("line", "skills", "own"),
    [
        ("Render maps of bus stops and routes", ("geospatial",), "projection"),
        ("Reconcile payouts with the bank and the general ledger", ("reconciliation",), "cent"),
        ("Speech recognition for noisy kitchens", ("asr",), "speech"),
        ("Quotas and preemption for training jobs on the GPU cluster", ("slurm",), "machines"),
        ("Demand forecasting for the stock of forty shops", ("forecasting",), "shelf"),
    ],
)
def test_the_field_a_line_speaks_of_keeps_its_script(
    line: str, skills: tuple[str, ...], own: str
) -> None:
    there, found = asked(line, *skills, dimension="coding", texts=())
    entry, specific = entry_for(found, there)
    said = " ".join((*entry.question, *entry.reasoning, *entry.deeper))
    assert specific
    assert own in said, said


def test_a_word_in_another_sense_is_denied_no_line_and_bridges_from_none() -> None:
    deed = "Matched the invoices and payments of forty suppliers every month."
    line = "Reconcile sensor counts between two warehouses"
    there, found = asked(line, "reconciliation", dimension="coding", texts=(deed,))
    assert not nearest_lines(found, there, {})
    assert there.once(Nearness).grade(found)


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Understanding of optimisation and planning models", ("optimization_math",)),
        ("Familiarity with Kubernetes and Terraform", ("kubernetes", "terraform")),
        ("Knowledge of recommender systems", ("recommender_systems",)),
    ],
)
def test_who_decides_on_what_others_build_is_not_given_the_builders_script(
    line: str, skills: tuple[str, ...]
) -> None:
    there, found = asked(line, *skills, dimension="ml_theory_math", texts=())
    for role, decides in (("pm", True), ("tpm", True), ("mle", False), ("ds", False)):
        case = replace(there, options=replace(there.options, role=role))
        entry, _ = entry_for(found, case)
        assert ("without doing it yourself" in entry.question[0]) is decides, role


def test_a_product_manager_who_is_to_do_it_by_hand_keeps_the_builders_script() -> None:
    line = "Build small recommender systems with your own hands"
    there, found = asked(line, "recommender_systems", dimension="ml_system_design", texts=())
    case = replace(there, options=replace(there.options, role="pm"))
    assert "without doing it yourself" not in entry_for(found, case)[0].question[0]


@pytest.mark.parametrize(
    ("line", "skill", "deed"),
    [
        ("On-call rotation", "on_call", "Carried the phone every fourth week."),
        ("User research", "user_research", "Stood at the counter and asked what people came for."),
    ],
)
def test_what_is_told_in_other_words_is_scripted_as_that(line: str, skill: str, deed: str) -> None:
    there, _found = asked(
        line, skill, dimension="coding", texts=(deed, "Kept the post."), kind="adjacent"
    )
    (script,) = draft_scripts(there)[0].values()
    assert script.distance == "reworded"
    assert script.near == ("work[0].highlights[0]",)
    assert deed.rstrip(".").split()[-1] in script.bridge.plain
    assert not denials(script.acknowledge.plain, there)


def test_only_what_has_one_name_is_denied() -> None:
    """A pipeline may stand in words nobody here knows, a product can't."""
    deed = "Moves the readings of many houses each night into one place."
    there, found = asked("Queues", "message_queues", dimension="business_metrics", texts=(deed,))
    (script,) = draft_scripts(there)[0].values()
    assert script.distance == "far"
    assert not denials(script.acknowledge.plain, there)
    for skill, one in (("terraform", True), ("german", True), ("data_pipelines", False)):
        assert has_one_name(replace(found, skills=(skill,)), there) is one


def part_of(line: str, *skills: str, deed: str, shows: str, level: int = 3) -> tuple[Case, Gap]:
    """A case whose one line answers a part of this ask by showing (or listing) a skill."""
    there, found = asked(line, *skills, dimension="coding", texts=(deed,), kind="adjacent")
    ref = there.matches.lines[0].ref
    read = replace(there.matches.lines[0], level=level, skills=(shows,))
    verdict = RequirementMatch(
        id=found.requirements[0], status="partial", score=0.5, why="",
        evidence=(Evidence(ref=ref, strength=level, relevance=0.6, skills=(shows,)),),
    )  # fmt: skip
    found = replace(found, nearest=(ref,))
    matches = replace(there.matches, lines=(read,), requirements=(verdict,))
    assessment = replace(there.assessment, gaps=(found,))
    return replace(there, matches=matches, assessment=assessment), found


@pytest.mark.parametrize(
    ("line", "lacks", "shows", "level", "said"),
    [
        ("Experience with Docker and Kafka", "kafka", "docker", 3, "Docker"),
        ("Experience with Redis and Kafka", "kafka", "redis", 1, "list"),
    ],
)
def test_an_opening_says_by_name_what_is_there_and_what_is_left(
    line: str, lacks: str, shows: str, level: int, said: str
) -> None:
    deed = "Packed the ferry timetable into containers and ran it on four quays."
    there, _ = part_of(line, lacks, deed=deed, shows=shows, level=level)
    (script,) = draft_scripts(there)[0].values()
    assert said in script.acknowledge.plain
    assert "Kafka" in script.acknowledge.plain
    assert "that" not in script.acknowledge.plain.split()


def test_one_word_in_common_is_no_bridge_where_the_work_was_another() -> None:
    line = "Monitoring of models for drift on Databricks"
    deed = "Matched families of a home-monitoring pilot with others by age and street."
    there, found = asked(line, "databricks", "monitoring_ml", dimension="coding", texts=(deed,))
    assert nearest_lines(found, there, {}) == ()
    deed = "Watched a model for drift and raised an alarm when its inputs changed."
    there, found = asked(line, "databricks", "monitoring_ml", dimension="coding", texts=(deed,))
    assert nearest_lines(found, there, {})


def test_a_plan_leads_to_what_its_own_closing_steps_make() -> None:
    plans = []
    for line, skill in (("Large joins in Spark", "spark"), ("Docker in production", "docker")):
        there, _ = asked(line, skill, dimension="coding", texts=(), kind="absent")
        (script,) = draft_scripts(there)[0].values()
        assert script.deliverable in script.plan.plain
        plans.append(script.plan.plain)
    assert plans[0] != plans[1]


def test_a_model_of_ones_own_is_what_would_be_brought_onto_a_platform() -> None:
    deed = "Built a risk model for late ferries and checked it on the next winter."
    there, found = asked(
        "Deploy models on Databricks", "databricks", dimension="data_engineering", texts=(deed,)
    )
    assert [line.text for line in nearest_lines(found, there, {})] == [deed]
