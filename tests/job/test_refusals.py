"""Documents that are no job description, or say too little."""

from __future__ import annotations

import json

import pytest

from report_gen.errors import ExitCode, NotUnderstoodError
from report_gen.job import parse_job
from report_gen.reading import read_document
from report_gen.taxonomy import load_taxonomy

RESUME = """Ada Example
ada@example.org | +49 30 5550100 | Berlin

Experience
Senior Data Engineer, Acme GmbH            03/2019 - present
- Built streaming pipelines with Kafka and Flink for 40 teams
- Cut warehouse cost by 38% with dbt and BigQuery
Data Engineer, Widgets AG                  01/2015 - 02/2019
- Owned the nightly ETL

Education
MSc Computer Science, TU Berlin, 2010 - 2015

Skills
Python, SQL, Spark, Airflow
"""


def refusal(text: str, name: str = "job.txt") -> NotUnderstoodError:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_job(read_document(text.encode(), name), load_taxonomy())
    assert caught.value.exit_code == ExitCode.NOT_UNDERSTOOD
    assert caught.value.remedy
    return caught.value


def test_a_resume_is_no_job() -> None:
    assert refusal(RESUME).code == "not_a_job"


def test_a_json_resume_is_no_job() -> None:
    data = {"basics": {"name": "Ada"}, "work": [{"name": "Acme", "position": "Engineer"}]}
    assert refusal(json.dumps(data), "resume.json").code == "not_a_job"


def test_a_posting_with_dates_is_still_a_job() -> None:
    text = "Data Engineer\n\nContract 03/2026 - 12/2026, extension 01/2027 - 12/2027\n\nSkills\n- 3+ years of SQL\n- You write Python\n"
    assert parse_job(read_document(text.encode(), "job.txt"), load_taxonomy()).min_years == 3


@pytest.mark.parametrize(
    "text",
    [
        "Machine Learning Engineer",
        "We are hiring!",
        "https://jobs.example.com/1234",
        "About us\nWe make cheese.",
    ],
)
def test_too_little_is_said_to_be_too_little(text: str) -> None:
    assert refusal(text).code == "job_too_short"


def test_messages_do_not_quote_the_document() -> None:
    error = refusal(RESUME)
    assert "Ada" not in str(error)
    assert "Acme" not in str(error)
