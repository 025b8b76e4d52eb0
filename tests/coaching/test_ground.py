"""What a round prepares follows from this job: no other field, nothing twice."""

from __future__ import annotations

from datetime import date
from functools import cache
from html import escape

import pytest

import report_gen
from report_gen import Analysis
from report_gen.coaching.case import BROAD
from report_gen.coaching.models import Round
from report_gen.coaching.own_probes import endings
from report_gen.rendering.html import make_print_page
from report_gen.report import compose_report
from report_gen.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
TODAY = date(2026, 7, 1)
ARM = """Senior Robotics Engineer, Motion Planning

Larkmoor Robotics, Odense

What you will do
- Own trajectory generation and collision checking for a six-axis arm at 250 Hz
- Tune controllers together with the mechanical team and run tests on hardware
- Write C++ that runs in real time, and Python tools for replay and simulation

What you bring
- 5+ years in motion planning, control or manipulation
- Strong C++17, rigid body kinematics and dynamics
- ROS 2 or a comparable middleware, simulation in Gazebo or Drake
"""
PLANNER = """Ingrid Solheim-Pak
ingrid@solheimpak.example

EXPERIENCE
Robotics Engineer, Veldt Automation, Aarhus, Mar 2021 to present
- Own the RRT-based planner of a palletising cell; median cycle time went from 9.4 s to 7.1 s
- Wrote the collision checker in C++17; worst case fell from 11 ms to 3 ms
- Ran 40 days of tests on hardware with the safety officer and wrote the risk assessment

EDUCATION
MSc Control Engineering, Aalborg University, 2017
"""
MEASURER = """Senior Applied Scientist, Marketing Measurement

Orrin Foods, Leeds

What you will do
- Own the method for geo experiments and calibrate observational models against them
- Develop and document causal estimators under interference and noncompliance
- Review the experimental designs of other teams

What you bring
- PhD in statistics, econometrics or a related field
- 4 years of causal inference or experimental design on real problems
- Python or R, and SQL on large tables
- Variance reduction and heterogeneous treatment effects on large-scale data
"""
TRIALIST = """Dr. Paloma Reyes-Whitcombe
paloma.rw@example.org

EXPERIENCE
Senior Data Scientist, Brindle Rides, Lisbon, Jan 2020 to present
- Designed the switchback framework for pricing tests in 31 cities; 140 tests a year run on it
- Introduced variance reduction for rider metrics; median test length fell from 21 to 14 days
- Estimated price elasticity with instrumental variables in R and Stan

EDUCATION
PhD Econometrics, Nova University, 2015
"""
CLUSTER = """ML Infrastructure Engineer, Training

Halden Weather, Bergen

What you will do
- Own checkpoints and data loading of training jobs on 2,000 GPUs
- Extend our scheduler with quotas, preemption and placement by topology
- Find stragglers and bad nodes before researchers do
- Carry a pager, one week in six

What you bring
- 5+ years of distributed systems in production
- C++ or Go, and working Python
- Experience with Kubernetes or Slurm clusters
- Debugging of performance problems from application to network

How we interview
1. Call with the manager (30 min)
2. Take-home: a badly behaved data loader and a trace. Make it faster and write one page.
3. System design (60 min)
"""
KEEPER = """Mattias Qureshi
mq@example.org

EXPERIENCE
Senior Software Engineer, Stonebrook Data, Tallinn, May 2021 to present
- Rewrote the read path of an object store in C++; 2.3 times the throughput per core
- Ran the campaign to move 900 nodes to a Kubernetes operator without downtime
- Primary on-call, one week in five; wrote 14 postmortems

EDUCATION
MSc Computer Engineering, Tallinn, 2016
"""
PAIRS = {"arm": (PLANNER, ARM), "measure": (TRIALIST, MEASURER), "cluster": (KEEPER, CLUSTER)}
ELSEWHERE = {
    "cluster": ("pedestrian", "baseline before a model", "past cases", "NDCG", "churn", "recommender"),
    "arm": ("pedestrian", "lidar", "SQL", "slowly changing table", "GPU is at", "recommend", "NDCG", "tokenis"),
    "measure": ("attention", "Transformer", "GPU", "NDCG", "two-layer", "laboratory", "assay", "milliwatt"),
}  # fmt: skip


@cache
def made(name: str) -> Analysis:
    resume, job = PAIRS[name]
    read = report_gen.parse_resume(resume.encode(), filename="resume.txt", today=TODAY)
    return report_gen.analyze(read, report_gen.parse_job(text=job), today=TODAY)


def rounds(name: str) -> tuple[Round, ...]:
    return made(name).coaching.rounds


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_no_field_is_prepared_that_neither_posting_nor_resume_speaks_of(name: str) -> None:
    said = [t.name for r in rounds(name) for t in r.topics]
    said += [t for r in rounds(name) for t in r.more_topics]
    said += [q.question for q in made(name).coaching.questions]
    found = [s for s in said for word in ELSEWHERE[name] if word in s]
    assert found == []


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_nothing_is_to_be_reviewed_twice_and_one_sheet_has_the_sentence_on_a_gap(name: str) -> None:
    topics = [t.name for r in rounds(name) for t in r.topics]
    assert len(topics) == len(set(topics))
    gaps = [line for r in rounds(name) for line in r.sheet if "one honest sentence" in line]
    assert len(gaps) == len(set(gaps))


def test_a_round_that_tests_what_another_does_is_part_of_it() -> None:
    found = {r.id: r for r in rounds("arm")}
    assert "online_assessment" not in found
    assert "online assessment" in found["coding"].note


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_there_are_enough_questions_all_the_same(name: str) -> None:
    assert 60 <= len(made(name).coaching.questions) <= 100


def test_depth_and_worked_design_are_of_the_postings_field() -> None:
    found = {r.id: r for r in rounds("measure")}
    assert "causal" in found["field_depth"].name.lower()
    names = " ".join(t.name for t in found["field_depth"].topics).lower()
    assert all(word in names for word in ("interference", "regions", "identification"))
    assert made("measure").coaching.designs[0].title.startswith("Measurement")


def test_a_take_home_and_a_worked_design_are_of_the_platform_and_not_of_a_model() -> None:
    found = {r.id: r for r in rounds("cluster")}
    assert not [t for t in found["take_home"].tested if "model" in t]
    assert "profile" in " ".join(t.name for t in found["take_home"].topics)
    assert made("cluster").coaching.designs[0].family == "training_platform"


def test_the_worked_design_of_an_arm_is_no_vehicle() -> None:
    assert made("arm").coaching.designs[0].family == "robot_motion"


def test_a_wish_draws_no_design_before_what_the_work_is() -> None:
    posting = (
        "Machine Learning Engineer, Substitutions\n\nKorenmand, Ghent\n\nWhat you'll do\n"
        "- Improve the recommender that offers a replacement: candidates and ranking\n"
        "- Learn from what customers accept or refuse\n\nWhat you bring\n- Python and SQL\n"
        "- Experience with recommender systems or ranking\n\nNice to have\n"
        "- Feature stores, model registries, MLOps and model serving\n"
    )
    resume = report_gen.parse_resume(PLANNER.encode(), filename="resume.txt", today=TODAY)
    analysis = report_gen.analyze(resume, report_gen.parse_job(text=posting), today=TODAY)
    assert analysis.coaching.designs[0].family in ("recommendation", "ranking")


def test_a_trade_of_the_resume_stands_behind_the_trade_of_the_posting() -> None:
    chemist = PLANNER.replace(
        "- Ran 40 days of tests", "- Planned the assays of a laboratory\n- Ran 40 days of tests"
    )
    resume = report_gen.parse_resume(chemist.encode(), filename="resume.txt", today=TODAY)
    analysis = report_gen.analyze(resume, report_gen.parse_job(text=MEASURER), today=TODAY)
    asked = [q.question for q in analysis.coaching.questions if not q.own]
    assert [q for q in asked if "laboratory" in q or "assay" in q] == []


ENDED = {
    "Tried a learned cost map for grasping; on the cell it was no better than the hand-tuned cost, so we kept the simple one": "kept_simpler",
    "Evaluated Flink against Spark for two months; stayed with Spark because the team could run it": "kept_simpler",
    "Compared with a rule of thumb, the forest did not beat it; the bakery still orders by the rule": "kept_simpler",
    "Built the data catalogue, which was stopped after a year because nobody kept it up to date": "stopped",
    "Led the pilot of self-service checkouts; on my advice the project was cancelled": "stopped",
    "A test of reminder letters had no effect on attendance; told the board so in its next meeting": "lost",
    "Ran the trial of a shorter form; the variant lost and we went back to four pages": "lost",
}
KEPT = (
    "Built the nightly loader and kept the old system running while 14 teams moved",
    "Fixed 30 tests that failed at random in the build",
    "Introduced code review by two people; 12 teams work that way today",
    "Cut the error of the forecast from 14% to 9% and rolled it out to 60 shops",
)
WON = ("won them over", "had to be convinced", "had to change how they work", "adopted", "who used", "would miss")  # fmt: skip


@pytest.mark.parametrize("text", sorted(ENDED))
def test_nobody_is_asked_how_people_were_won_for_what_was_given_up(text: str) -> None:
    assert ENDED[text] in endings(text, TAXONOMY)
    resume = PLANNER.replace("- Ran 40 days of tests", f"- {text}\n- Ran 40 days of tests")
    read = report_gen.parse_resume(resume.encode(), filename="resume.txt", today=TODAY)
    analysis = report_gen.analyze(read, report_gen.parse_job(text=ARM), today=TODAY)
    line = next(r for r in analysis.matches.lines if r.text.startswith(text[:30]))
    asked = [q.question for q in analysis.coaching.questions if q.own and q.ref == line.ref]
    assert asked
    assert [q for q in asked for word in WON if word in q.lower()] == []


@pytest.mark.parametrize("text", KEPT)
def test_what_was_kept_is_no_end(text: str) -> None:
    assert endings(text, TAXONOMY) == ()


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_a_line_to_answer_with_is_about_the_question(name: str) -> None:
    analysis = made(name)
    skills = {r.ref: set(r.skills) for r in analysis.matches.lines}
    known = TAXONOMY.skills
    for q in analysis.coaching.questions:
        bank = TAXONOMY.questions.get(q.id)
        if bank is None or q.dimensions[0] == "behavioral_leadership":
            continue
        wanted = [s for s in bank.skills if s not in BROAD]
        for ref in q.evidence:
            about = {s for s in skills[ref] if wanted[0] in (s, known[s].family)}
            assert about or len(skills[ref] & set(wanted)) >= 2, (q.question, ref)


def test_where_no_line_fits_none_is_named_and_none_denied() -> None:
    report = compose_report(made("cluster"), TAXONOMY)
    asked = [q for c in report.chapters if c.id.startswith("round-") for q in c.data["questions"]]
    page = make_print_page(report)

    def row_of(question: str) -> str:
        return page.split(f">{escape(question)}<", 1)[1].split("</tr>", 1)[0]

    bare = [q for q in asked if not q["evidence"] and not q["story"]]
    assert bare
    for q in bare:
        assert "<b>Use:</b>" not in row_of(q["question"])
    held = [q for q in asked if q["evidence"]]
    assert any("<b>Use:</b>" in row_of(q["question"]) for q in held)


def test_a_company_called_after_robots_makes_no_planner_of_motion() -> None:
    posting = (
        "Junior Computer Vision Engineer\n\nAlder Robotics, Graz\n\nWhat you will do\n"
        "- Train detection and segmentation of defects on coated glass\n- Keep the labels in order\n\n"
        "What you bring\n- Python and PyTorch\n- Deployment on edge hardware is a plus\n- Some C++\n"
    )
    resume = report_gen.parse_resume(PLANNER.encode(), filename="resume.txt", today=TODAY)
    analysis = report_gen.analyze(resume, report_gen.parse_job(text=posting), today=TODAY)
    assert [q.question for q in analysis.coaching.questions if q.id.startswith("rob")] == []
    assert analysis.coaching.designs[0].family == "vision"
