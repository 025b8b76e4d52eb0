"""JSON Resume out and in again, checked against the types the schema prescribes."""

from __future__ import annotations

import json

import jsonschema
import pytest

from report_gen.reading import read_document
from report_gen.resume import from_json_resume, parse_resume
from report_gen.taxonomy import load_taxonomy
from tests.resume.helpers import EDUCATION, HEAD, TODAY, parse

_TEXT = {"type": "string"}
_LIST = {"type": "array", "items": _TEXT}
_DATE = {"type": "string", "pattern": r"^([1-2]\d{3}-[01]\d-[0-3]\d|[1-2]\d{3}-[01]\d|[1-2]\d{3})$"}


def _entries(**fields: object) -> dict[str, object]:
    return {
        "type": "array",
        "items": {"type": "object", "properties": fields, "additionalProperties": False},
    }


SCHEMA = {
    "type": "object",
    "required": ["basics"],
    "properties": {
        "basics": {
            "type": "object",
            "properties": {
                **dict.fromkeys(("name", "label", "email", "phone", "url", "summary"), _TEXT),
                "location": {"type": "object", "additionalProperties": _TEXT},
                "profiles": _entries(network=_TEXT, username=_TEXT, url=_TEXT),
            },
            "additionalProperties": False,
        },
        "work": _entries(
            name=_TEXT, position=_TEXT, location=_TEXT, url=_TEXT, summary=_TEXT,
            startDate=_DATE, endDate=_DATE, highlights=_LIST,
        ),
        "volunteer": _entries(
            organization=_TEXT, position=_TEXT, url=_TEXT, summary=_TEXT,
            startDate=_DATE, endDate=_DATE, highlights=_LIST,
        ),
        "education": _entries(
            institution=_TEXT, area=_TEXT, studyType=_TEXT, url=_TEXT, location=_TEXT,
            startDate=_DATE, endDate=_DATE, score=_TEXT, courses=_LIST,
        ),
        "skills": _entries(name=_TEXT, level=_TEXT, keywords=_LIST),
        "projects": _entries(
            name=_TEXT, description=_TEXT, highlights=_LIST, keywords=_LIST, startDate=_DATE,
            endDate=_DATE, url=_TEXT, roles=_LIST, entity=_TEXT,
        ),
        "publications": _entries(name=_TEXT, publisher=_TEXT, releaseDate=_DATE, url=_TEXT, summary=_TEXT),
        "certificates": _entries(name=_TEXT, date=_DATE, issuer=_TEXT, url=_TEXT),
        "awards": _entries(title=_TEXT, date=_DATE, awarder=_TEXT, summary=_TEXT),
        "languages": _entries(language=_TEXT, fluency=_TEXT),
        "interests": _entries(name=_TEXT),
    },
}  # fmt: skip

TEXT = (
    HEAD
    + """EXPERIENCE

Data Engineer at Havtorn AB (2019 – Present)
- Built 40 pipelines

PROJECTS
tidewatch – a command line tool for tide predictions
- 400 stars

PUBLICATIONS
Tides Without Tables, Journal of Harbours, 2021

CERTIFICATIONS
Certified Harbour Pilot, Harbour Board, May 2020

AWARDS
Best Poster, Harbour Conference, 2019

SKILLS
Languages: Python, C++ (basic)
Cloud: AWS (S3, EC2), GCP

LANGUAGES
Dutch (native), English (C1)

VOLUNTEERING
Food Bank Ghent, Shift Lead, 2018 – Present

INTERESTS
Rowing, chess
"""
    + EDUCATION
)


def test_valid_and_the_same_after_a_round_trip() -> None:
    resume = parse(TEXT)
    data = resume.to_json_resume()
    jsonschema.validate(data, SCHEMA)
    again = from_json_resume(json.loads(json.dumps(data)))
    assert again.to_json_resume() == data
    assert (again.basics, again.work, again.skills) == (resume.basics, resume.work, resume.skills)


def test_every_section_is_there() -> None:
    resume = parse(TEXT)
    assert resume.publications[0].name == "Tides Without Tables"
    assert (resume.certificates[0].name, resume.certificates[0].issuer) == (
        "Certified Harbour Pilot",
        "Harbour Board",
    )
    assert resume.certificates[0].date == "2020-05"
    assert resume.awards[0].title == "Best Poster"
    assert resume.volunteer[0].organization == "Food Bank Ghent"
    assert resume.projects[0].name == "tidewatch"
    assert [g.keywords for g in resume.skills] == [
        ("Python", "C++ (basic)"),
        ("AWS (S3, EC2)", "GCP"),
    ]
    assert resume.interests == ("Rowing", "chess")
    assert resume.unread_lines == ()


def test_a_json_resume_gets_years_and_sources_too() -> None:
    data = {
        "basics": {"name": "Inga Holm"},
        "work": [
            {
                "name": "Havtorn",
                "position": "Engineer",
                "startDate": "2020-01",
                "endDate": "2021-12",
            }
        ],
    }
    document = read_document(json.dumps(data).encode(), "resume.json")
    resume = parse_resume(document, load_taxonomy(), TODAY)
    assert resume.total_years == pytest.approx(2.0)
    assert "work[0].position" in resume.sources
    assert "missing_email" in {n.code for n in resume.notes}


def test_a_parsed_resume_read_back_from_its_json_is_equal() -> None:
    resume = parse(TEXT)
    stored = json.dumps(resume.to_json_resume()).encode()
    assert parse_resume(read_document(stored, "resume.json"), load_taxonomy(), TODAY) == resume
