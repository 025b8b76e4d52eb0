"""How people fail: what is quoted carries what is said of the risk."""

from __future__ import annotations

import json

import report_gen
from report_gen.coaching.models import FailureRisk
from tests.conftest import TODAY

_SOFTWARE = """Software Engineer
Requirements:
- Several years of building backend services in Go, Java or Python
- Experience with distributed systems and databases such as Postgres
- Clean, tested code and code review
"""
_ANALYST = """Data Scientist
Requirements:
- Statistics, experiments and SQL
- Experience with product metrics and recommendations to managers
- Python for analysis
"""


def risks(*lines: str, title: str = "Data Scientist") -> dict[str, FailureRisk]:
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [{"name": "Fernhollow", "position": title, "startDate": "2021-05", "highlights": list(lines)}],
    }  # fmt: skip
    analysis = report_gen.analyze(
        report_gen.parse_resume(json.dumps(person).encode(), filename="resume.json", today=TODAY),
        report_gen.parse_job(text=_SOFTWARE if "Software" in title else _ANALYST),
        today=TODAY,
    )
    return {f.id: f for f in analysis.coaching.failures}


def test_a_thing_others_use_is_no_code_and_a_handful_of_people_no_load() -> None:
    found = risks(
        "Kitchen plan used by 40 cooks every morning; food waste fell from 9% to 6%",
        "Wrote the weekly menu report in Excel for 3 canteens",
        title="Software Engineer",
    )
    assert found["coding_depth"].evidence == ()
    assert found["scale_abstraction"].evidence == ()


def test_a_load_that_machines_feel_speaks_against_small_thinking() -> None:
    found = risks(
        "Moved the ticket service to Go; it answers 12K requests a second for 31 stations",
        "Sharded the Postgres database of timetables by operator",
        title="Software Engineer",
    )
    assert found["scale_abstraction"].evidence


def test_lines_quoted_beside_one_line_shows_the_opposite_are_those_lines() -> None:
    found = risks(
        "Analysed the returns of 12 shops and visualised them in a report",
        "Reported stock by colour in a dashboard",
        "Found that two suppliers were paid twice; both contracts were stopped",
    )
    told = found["ds_no_decision"]
    assert told.risk == "high"
    assert told.evidence == ("work[0].highlights[2]",)


def test_a_way_of_learning_leads_nobody_and_what_one_only_helped_with_shows_the_risk() -> None:
    found = risks(
        "Trained a semi-supervised model on 1,200 photographs of leaves for the herbarium",
        "Helped with the labels of the photographs and took part in the weekly meeting",
    )
    told = found["behavioral_unprepared"]
    assert "work[0].highlights[0]" not in told.evidence
    taught = risks(
        "Supervised two students who counted the seeds by hand",
        "Helped with the labels of the photographs and took part in the weekly meeting",
        "Taught the statistics of field trials to 30 growers",
    )["behavioral_unprepared"]
    assert "work[0].highlights[0]" in taught.evidence
    assert taught.signs == ("work[0].highlights[1]",)
    assert "work[0].highlights[1]" not in taught.evidence
