"""Conditions are told from asks, weigh nothing, and are prepared nowhere but on the first call."""

from __future__ import annotations

import json
from functools import cache

import pytest

import report_gen
from report_gen.job.conditions import conditions, is_agreed, is_condition
from report_gen.job.models import Requirement
from report_gen.report import compose_report
from report_gen.taxonomy import load_taxonomy
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus

TAXONOMY = load_taxonomy()
ASKS = """Data Engineer
Brightwater Ltd, Leeds

What you will do
- Build pipelines in Airflow and dbt
- Answer for data quality in the warehouse

What you bring
- 3+ years with SQL and Python
- Experience with Kafka
"""
CONDITIONS = """- You must have the right to work in the UK; we cannot sponsor visas
- Willing to relocate to Leeds
- Able to work night shifts one week in four
- Willingness to travel up to 20%
- Valid driving licence
"""


def line(text: str) -> Requirement:
    skills = tuple(dict.fromkeys(m.id for m in TAXONOMY.find_skills(text)))
    return Requirement(id="r1", text=text, kind="required", skills=skills)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Integrity", True),
        ("Curiosity, humility and a sense of humour", True),
        ("High integrity; strong work ethic", True),
        ("Customer focus in pricing decisions", False),
        ("Integrity of the ledger's data", False),
        ("Curiosity and strong Python", False),
        ("A genuine love of music, whatever the genre", True),
        ("Passionate about healthcare and the people behind it", True),
        ("Care for your users; they sit next door", True),
        ("Passion for distributed systems in Go", False),
        ("As a person, you work independently and are honest about what you can't do", True),
        ("As a person, you have debugged Kafka at night", False),
        (
            "As a person, you are curious, keep your word and ask early, laugh at yourself now and then, and "
            "would rather hear a hard truth over lunch than read it in a letter",
            True,
        ),
        (
            "You keep the drawings of forty bridges in order, talk to the villages beside them, settle what the "
            "river takes each spring, and in between you are willing to travel a little",
            False,
        ),
        ("Curious how transformers are trained at scale", False),
    ],
)
def test_what_one_is_said_to_be_is_not_scored(text: str, *, expected: bool) -> None:
    assert is_condition(line(text), TAXONOMY) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Any other duties", True),
        ("Any other duties commensurate with the grade.", True),
        ("Humour, patience and a thick skin", True),
        ("Patience with slow suppliers and experience of tenders", False),
        ("Perform other duties as assigned.", True),
        ("Any other tasks as requested by the manager", True),
        ("Other job-related duties may be assigned", True),
        ("Assign duties to other drivers as needed", False),
        ("Build other projects as needed by sales", False),
    ],
)
def test_other_duties_as_assigned_are_agreed_to_and_not_shown(text: str, *, expected: bool) -> None:
    assert is_condition(line(text), TAXONOMY) is expected


@pytest.mark.parametrize(
    "text",
    [
        "You need to be allowed to work in Canada on the day you start.",
        "You must be willing to come to Edinburgh once a month.",
        "You need the right to work in the UK and will go through a basic security check.",
        "Authorised to work in the US without sponsorship",
        "Applicants must be legally authorized to work in Canada",
        "EU citizenship or a valid work permit",
        "Eligibility to obtain a security clearance",
        "Must be willing to work on-site 3 days a week in Leeds",
        "Up to 30% travel to our sites in Poland",
        "Willing to commute to Eindhoven twice a week",
        "Comfortable with rotating shifts and some weekend work",
        "Able to start within four weeks",
        "Must live within commuting distance of Bristol",
        "Able to travel",
        "Comfortable with travel to our plants in Poland and Spain",
        "Travel of up to 30 days per year must be expected.",
        "Should be comfortable working in UK shift (1 PM to 10 PM)",
        "Must be located in the Pacific time zone",
        "Reisebereitschaft innerhalb Deutschlands (ca. 20 %)",
        "Déplacements ponctuels à prévoir",
        "Rijbewijs B",
        "Certificate of conduct (VOG)",
        "Able to stand for long periods",
        "Own laptop and reliable internet connection",
        "On-site presence in Leeds three days per week",
        "You're fine with two trips a year to our Lisbon office",
    ],
)
def test_a_condition_is_told(text: str) -> None:
    assert is_condition(line(text), TAXONOMY)


@pytest.mark.parametrize(
    "text",
    [
        "Build authentication and authorization with OAuth2",
        "Experience with forecasting for travel and hotels",
        "Visa and Mastercard card processing in Java",
        "Knowledge of customs clearance processes",
        "Detect distribution shifts in production models",
        "Relocation of two data centres without downtime",
        "Citizen-facing services in Python",
        "Own the on-call rotation of the payments service",
        "5 years of SQL and the right to work in Germany",
        "Bachelor's degree and U.S. citizenship",
        "Reduce overtime in the plant by better planning with SQL",
        "Knowledge of employment visas and immigration law",
        "Recommend travel across Europe to families",
        "Forecast travel between cities from ticket sales",
        "Understand how residents of care homes sleep",
        "Drive the migration of our stores to Kubernetes",
    ],
)
def test_work_is_no_condition(text: str) -> None:
    assert not is_condition(line(text), TAXONOMY)


@cache
def analysed(posting: str) -> report_gen.Analysis:
    person = read_corpus("third").people["sre_platform"]
    resume = report_gen.parse_resume(json.dumps(person).encode(), filename="r.json", today=TODAY)
    return report_gen.analyze(resume, report_gen.parse_job(text=posting), today=TODAY)


def test_conditions_change_neither_the_must_haves_nor_what_is_prepared() -> None:
    bare, bound = analysed(ASKS), analysed(ASKS + CONDITIONS)
    assert len(conditions(bound.job, TAXONOMY)) == 5
    fit = bound.assessment.fit
    parts = {c.id: c.points for c in fit.components}
    before = {c.id: c.points for c in bare.assessment.fit.components}
    assert parts["must_haves"] == before["must_haves"]
    assert round(sum(parts.values()), 1) == fit.score
    ids = {r.id for r in conditions(bound.job, TAXONOMY)}
    assert not any(ids & set(g.requirements) for g in bound.assessment.gaps)
    words = ("travel", "relocate", "right to work")
    assert not any(w in m.change for m in fit.movers for w in words)
    plan = bound.coaching.plan
    assert plan is not None
    tasks = " ".join(t.title for w in plan.weeks for t in w.tasks).lower()
    assert not any(w in tasks for w in ("travel", "relocat", "licence", "night shift"))


def test_conditions_stand_on_the_recruiters_page_and_with_the_requirements() -> None:
    analysis = analysed(ASKS + CONDITIONS)
    notes = {r.id: r.note for r in analysis.coaching.rounds}
    assert "Willing to relocate to Leeds" in notes["recruiter_screen"]
    assert not any("relocate" in n for id_, n in notes.items() if id_ != "recruiter_screen")
    chapters = {c.id: c for c in compose_report(analysis, TAXONOMY, "full").chapters}
    data = chapters["requirements"].data
    assert [c["text"] for c in data["conditions"]][-1] == "Valid driving licence"
    shown = {r["label"] for g in data["groups"] for r in g["rows"]}
    assert not shown & {c["label"] for c in data["conditions"]}


def test_a_condition_in_prose_is_listed_whatever_law_stands_beside_it() -> None:
    prose = "You need the right to work in the UK and will go through a security check."
    job = report_gen.parse_job(text=f"{ASKS}\n{prose} The firm is an equal opportunity employer.\n")
    assert [r.text for r in conditions(job, TAXONOMY)] == [prose]


def test_what_is_agreed_to_with_the_contract_needs_no_answer() -> None:
    analysis = analysed(
        f"{ASKS}\n- Willing to relocate to Leeds\n- Carry out other tasks as required\n"
    )
    told = {r.text: is_agreed(r, TAXONOMY) for r in conditions(analysis.job, TAXONOMY)}
    assert told["Carry out other tasks as required"]
    assert not told["Willing to relocate to Leeds"]
    note = next(r.note for r in analysis.coaching.rounds if r.id == "recruiter_screen")
    assert "relocate to Leeds" in note
    assert "other tasks" not in note
