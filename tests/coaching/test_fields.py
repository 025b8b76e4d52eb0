"""What is drawn, summed and asked belongs to the field of the posting; a stray word makes no field."""

from __future__ import annotations

import json
from functools import cache

import pytest

import report_gen
from report_gen.taxonomy import load_taxonomy
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus

TAXONOMY = load_taxonomy()
POSTINGS = {
    "embedded_rt": "Senior Embedded Software Engineer\nMotorwerk GmbH, Graz\n\nYour tasks\n"
    "- Develop firmware for brake controllers in C and C++ on AUTOSAR\n"
    "- Write device drivers and the bootloader for our ECUs\n\nYour profile\n"
    "- 5+ years in embedded software, RTOS\n- Experience with CAN bus and real-time control\n",
    "energy_grid": "Data Scientist, Grid Forecasting\nNordnetz, Hamburg\n\nWhat you will do\n"
    "- Forecast load and solar feed-in for our electricity grid\n"
    "- Support energy trading with price forecasts\n- Build battery storage dispatch models\n\n"
    "What you bring\n- Time series experience\n- Interest in power systems\n",
    "health_records": "Senior Data Engineer\nWardlink Health, Leeds\n\nResponsibilities\n"
    "- Build pipelines for electronic health records from forty hospitals (HL7, FHIR)\n"
    "- Match patient records across sites\n\nRequirements\n- 5 years of data engineering, SQL\n"
    "- Knowledge of clinical data\n",
    "marketplace": "Product Data Scientist\nHirehand, Berlin\n\nYou will\n"
    "- Improve the matching of supply and demand in our two-sided marketplace\n"
    "- Define liquidity metrics\n\nYou have\n- SQL, Python\n",
    "ml_decision": "Machine Learning Engineer\nAlder Ltd, York\n\nYou will\n- Build and ship models\n"
    "- Work with stakeholders\n\nYou have\n- Python and PyTorch\n",
    "api_service": "Backend Engineer\nPostbox Ltd, Leeds\n\nYou will\n- Build APIs in Go\n\nYou have\n"
    "- 4+ years of backend\n\nBenefits\n- Private health insurance, premium gym, loan for a season ticket\n",
}
THIRD = {
    "autonomy": ("lidar_perception", "perception"),
    "risk_pricing": ("pricing_actuary", "pricing"),
    "flow": ("logistics_analyst", "medlogi"),
    "detection": ("detection_eng", "detect"),
    "dc_program": ("dc_program", "dctpm"),
}
FIELDS = {
    "autonomy", "embedded_rt", "risk_pricing", "flow", "health_records", "detection", "energy_grid",
    "regulated_assistant", "dc_program", "reliability", "marketplace", "ads",
}  # fmt: skip


@cache
def made(family: str) -> report_gen.Analysis:
    corpus = read_corpus("third")
    person, job = THIRD.get(family, ("nurse_data", ""))
    posting = corpus.jobs[job].text if job else POSTINGS[family]
    resume = report_gen.parse_resume(
        json.dumps(corpus.people[person]).encode(), filename="r.json", today=TODAY
    )
    return report_gen.analyze(resume, report_gen.parse_job(text=posting), today=TODAY)


@pytest.mark.parametrize("family", [*POSTINGS, *THIRD])
def test_the_worked_design_and_its_sum_are_of_the_field(family: str) -> None:
    first = made(family).coaching.designs[0]
    assert first.family == family
    assert first.sum


@pytest.mark.parametrize("family", [f for f in [*POSTINGS, *THIRD] if f in FIELDS])
def test_questions_of_the_field_are_asked_and_none_of_another(family: str) -> None:
    bank = TAXONOMY.questions
    asked = [bank[q.id].family for q in made(family).coaching.questions if q.id in bank]
    assert asked.count(family) >= 3
    others = {f for f in asked if f in FIELDS} - {family, "embedded_rt", "regulated_assistant"}
    assert len(others) <= 1, others  # a posting may play in a second field


@pytest.mark.parametrize("family", ["ml_decision", "api_service"])
def test_a_posting_of_no_field_gets_no_questions_of_one(family: str) -> None:
    bank = TAXONOMY.questions
    ids = [q.id for q in made(family).coaching.questions if q.id in bank]
    assert not [i for i in ids if bank[i].family in FIELDS]


def test_every_field_has_an_outline_a_sum_and_questions_of_its_own() -> None:
    for family in FIELDS:
        assert TAXONOMY.designs[family].sum, family
        own = [q for q in TAXONOMY.questions.values() if q.family == family]
        assert any("sum" in q.question.split(":")[0] for q in own), family
        assert len(own) >= 3, family
    for family in TAXONOMY.designs.values():
        assert family.sum, family.id
