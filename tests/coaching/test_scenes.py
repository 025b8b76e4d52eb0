"""Questions, topics and worked designs play where the posting or the resume plays."""

from __future__ import annotations

import json
from functools import cache

import pytest

import report_gen
from report_gen import Analysis
from report_gen.coaching.case import has_any
from report_gen.coaching.scenes import placed
from report_gen.taxonomy import load_taxonomy
from tests.conftest import TODAY

TAXONOMY = load_taxonomy()
PERSON = {
    "basics": {"name": "Ona Plain", "email": "ona@example.org"},
    "work": [
        {
            "name": "County Records Office",
            "position": "Data Analyst",
            "startDate": "2020-03",
            "highlights": [
                "Built a monthly report in SQL that cut the time to close a case from 9 days to 4",
                "Found that a tenth of the files had been counted twice and wrote the check for it",
                "Explained the figures to three departments every month",
            ],
        }
    ],
    "skills": [{"name": "Tools", "keywords": ["SQL", "Python"]}],
}
POSTINGS = {
    "stock": "Data Analyst\n\nWhat you will do\n- Find the causes of late deliveries to our depots\n"
    "- Define the numbers by which depots steer\n- Build data models and dashboards\n\n"
    "What we ask\n- 3+ years as a data analyst\n- Good SQL\n- Fluent English\n- Statistics\n",
    "alarms": "Security Data Scientist\n\nWhat you will do\n- Measure the quality of detections in our SIEM\n"
    "- Build models that find attackers in security logs\n\nWhat we ask\n- Strong SQL and Python\n- Statistics\n",
    "feed": "Data Scientist\n\nWhat you will do\n- Run A/B tests on the ranking of the home feed\n"
    "- Define engagement metrics for active users\n\nWhat we ask\n- Strong SQL\n- Statistics and experimentation\n",
}


@cache
def made(posting: str) -> Analysis:
    resume = report_gen.parse_resume(
        json.dumps(PERSON).encode(), filename="resume.json", today=TODAY
    )
    return report_gen.analyze(
        resume, report_gen.parse_job(text=POSTINGS.get(posting, posting)), today=TODAY
    )


def scenes(analysis: Analysis) -> set[str]:
    asked = [q.question for q in analysis.coaching.questions if not q.own]
    return {s for text in asked for s in placed(text, TAXONOMY)}


@pytest.mark.parametrize(
    ("posting", "plays", "never"),
    [
        ("stock", "delivery", {"advertising", "social", "travel", "security", "engagement"}),
        ("alarms", "security", {"advertising", "engagement", "travel", "delivery", "shop"}),
        ("feed", "consumer_product", {"delivery", "security", "laboratory", "machines"}),
    ],
)
def test_a_question_plays_where_the_posting_or_the_resume_does(
    posting: str, plays: str, never: set[str]
) -> None:
    found = scenes(made(posting))
    assert plays in found
    assert not found & never


@pytest.mark.parametrize("posting", ["stock", "alarms"])
def test_what_only_asks_for_years_or_a_language_is_no_reason(posting: str) -> None:
    analysis = made(posting)
    bare = {
        r.id
        for r in analysis.job.requirements
        if "years as" in r.text or "English" in r.text
    }  # fmt: skip
    assert not [q.question for q in analysis.coaching.questions if q.ref in bare]
    assert bare or posting == "alarms"


def test_years_with_a_tool_are_a_reason_for_a_question_on_the_tool() -> None:
    analysis = made(
        "Data Engineer\n\nWhat we ask\n- 5+ years of Apache Spark and Kafka\n- 5+ years as a data engineer\n"
    )
    spark = next(r for r in analysis.job.requirements if "Spark" in r.text)
    assert [q for q in analysis.coaching.questions if q.ref == spark.id]


def test_the_duty_is_the_reason_before_the_years_that_name_the_same() -> None:
    analysis = made(
        "Data Engineer\n\nWhat you will do\n- Build streaming jobs with Apache Spark\n\n"
        "What we ask\n- 5+ years of Apache Spark\n- Good SQL\n"
    )
    duty = next(r for r in analysis.job.requirements if "jobs" in r.text)
    years = next(r for r in analysis.job.requirements if "5+" in r.text)
    refs = [q.ref for q in analysis.coaching.questions]
    assert duty.id in refs
    assert years.id not in refs


def test_sensors_on_a_car_are_no_machines_in_a_factory() -> None:
    analysis = made(
        "Perception Engineer, Machine Learning\n\nWhat you will do\n"
        "- Lead multi-sensor 3D detection with lidar and camera on our vehicles\n"
        "- Ship networks to the fleet\n\nWhat we ask\n- PyTorch\n- Computer vision\n"
    )
    assert not scenes(analysis) & {"machines", "delivery", "security", "laboratory"}


def test_scenes_are_marked_by_questions_and_a_sign_is_no_mark_of_all() -> None:
    texts = [q.question.lower() for q in TAXONOMY.questions.values()]
    texts += [f"{d.title} {d.prompt}".lower() for d in TAXONOMY.designs.values()]
    texts += [t.name.lower() for r in TAXONOMY.rounds.values() for t in r.topics]
    for scene in TAXONOMY.scenes.values():
        for mark in scene.marks:
            assert any(has_any(t, (mark,)) for t in texts), (scene.id, mark)
    marked = sum(bool(placed(t, TAXONOMY)) for t in texts)
    assert 0.1 < marked / len(texts) < 0.5


LAB = (
    "Machine Learning Scientist, Enzymes\n\nWe are forty people.\n\nWhat you will do\n"
    "- Propose enzyme variants and learn from the assays of our biologists\n"
    "- Scale training to GPU clusters\n\nWhat we ask\n- PyTorch\n- Deep learning on protein sequences\n"
    "- A degree in a numerate or business subject\n"
)


@pytest.mark.parametrize(
    ("posting", "family"), [("stock", "flow"), ("alarms", "detection"), (LAB, "loop")]
)
def test_the_worked_design_is_one_of_the_posting_s_own_duties(posting: str, family: str) -> None:
    designs = made(posting).coaching.designs
    assert designs[0].family == family
    for design in designs:
        assert placed(f"{design.title} {design.prompt}", TAXONOMY) <= placed_by(posting)
        for constraint in design.constraints:
            assert "degree" not in constraint.because
            assert "years" not in constraint.because.partition("The posting:")[2]


def placed_by(posting: str) -> frozenset[str]:
    """The scenes a posting has signs of."""
    text = POSTINGS.get(posting, posting).lower()
    return frozenset(s.id for s in TAXONOMY.scenes.values() if has_any(text, s.signs))


def test_no_prompt_of_a_design_invents_a_size() -> None:
    sizes = ("ten teams", "twelve teams", "hundred teams", "people at the company")
    for family in TAXONOMY.designs.values():
        assert not has_any(family.prompt.lower(), sizes), family.id
