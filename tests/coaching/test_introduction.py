""" "Tell me about yourself": now, the whole path, proof for this job, why this job; nothing invented."""

from __future__ import annotations

import json
from typing import Any

import pytest

import report_gen
from report_gen import Analysis
from report_gen.coaching.career import degree_of
from report_gen.coaching.introduction import LONGEST
from report_gen.coaching.models import Blank, Introduction, Quote
from report_gen.coaching.wording import spoken_title
from report_gen.report import compose_report
from report_gen.resume.models import Education
from report_gen.taxonomy import load_taxonomy
from tests.coaching.test_stories import JOB, TODAY
from tests.conftest import PAIRS


def introduced(**resume: Any) -> Introduction:
    person = {
        "basics": {
            "name": "Ada Quill",
            "email": "ada@example.org",
            "summary": resume.pop("summary", ""),
        }
    }
    analysis = report_gen.analyze(
        report_gen.parse_resume(json.dumps(person | resume).encode(), filename="resume.json", today=TODAY),
        report_gen.parse_job(text=JOB),
        today=TODAY,
    )  # fmt: skip
    assert analysis.coaching.introduction is not None
    return analysis.coaching.introduction


def job(title: str, employer: str, start: str, end: str = "", *lines: str) -> dict[str, Any]:
    told = list(lines) or ["Built the weekly report on stock for the three shops"]
    dates = {"startDate": start} | ({"endDate": end} if end else {})
    return {"name": employer, "position": title, "highlights": told} | dates


def test_a_change_of_trade_and_the_course_before_it_are_told() -> None:
    intro = introduced(
        work=[
            job("Data Analyst", "Brook Foods", "2022-10"),
            job("Baker", "Corner Bakery", "2014-02", "2022-03"),
        ],
        education=[
            {"institution": "Kiln Code Academy", "area": "Data Analytics Bootcamp", "endDate": "2022-08"},
            {"institution": "University of Leeds", "studyType": "BA", "area": "History", "endDate": "2013"},
        ],
    )  # fmt: skip
    told = intro.path.plain
    parts = ["BA in History at the University of Leeds", "began as a Baker", "Data Analytics Bootcamp", "In October 2022 I changed over to this work"]  # fmt: skip
    assert [told.find(p) >= 0 for p in parts] == [True] * 4
    assert [told.find(p) for p in parts] == sorted(told.find(p) for p in parts)
    assert intro.now.plain.startswith("I'm a Data Analyst at Brook Foods")


def test_what_paid_the_rent_of_a_student_is_no_beginning() -> None:
    intro = introduced(
        work=[
            job("Data Analyst", "Brook Foods Ltd.", "2023-10", "2024-06"),
            job("Computer Vision Intern", "Tern Labs", "2023-01", "2023-06"),
            job("Barista", "Corner Cafe", "2021", "2023"),
        ],
        education=[
            {"institution": "University of Leeds", "studyType": "BA", "area": "History", "startDate": "2020", "endDate": "2023"},
        ],
    )  # fmt: skip
    told = f"{intro.now.plain} {intro.path.plain}"
    assert "Barista" not in told
    assert "barista" not in told
    assert "changed over" not in told
    assert ".." not in told


def test_work_on_ones_own_and_short_times_away_are_said_as_one_says_them() -> None:
    intro = introduced(
        work=[
            job("Data Engineer", "Brook Foods", "2022-06"),
            job("Data Analyst", "Tern Labs", "2020-01", "2022-04"),
            job("Translator Polish → English", "Self-employed", "2013", "2017"),
        ],
    )  # fmt: skip
    told = intro.path.plain
    assert "Self-employed" not in told
    assert "Translator Polish to English, self-employed, in 2013" in told
    assert "and then" not in told


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Analyst → Senior Analyst", "an Analyst and then a Senior Analyst"),
        ("Interpreter Finnish → Dutch", "an Interpreter Finnish to Dutch"),
    ],
)
def test_an_arrow_in_a_title_is_a_step_or_a_direction(title: str, said: str) -> None:
    assert spoken_title(title) == said


def test_no_demand_is_told_as_a_reason_to_come() -> None:
    for line in ("- Build pipelines for the shops in Python", "You must know SQL and Python well."):
        analysis = report_gen.analyze(
            report_gen.parse_resume(
                json.dumps({"basics": {"name": "Ada Quill"}, "work": [job("Data Analyst", "Brook", "2022-10")]}).encode(),
                filename="resume.json", today=TODAY,
            ),
            report_gen.parse_job(text=f"Data Analyst\nFerry\n{'What you will do' if line[0] == '-' else 'What you need'}\n{line}\n"),
            today=TODAY,
        )  # fmt: skip
        assert analysis.coaching.introduction is not None
        assert ("your posting" in analysis.coaching.introduction.why.plain) is (line[0] == "-")


def test_a_long_path_keeps_its_beginning() -> None:
    posts = [
        job(f"{rank} Accountant", f"Mill {rank}", f"{2004 + 3 * n}-01", f"{2006 + 3 * n}-12")
        for n, rank in enumerate(["Junior", "Group", "Plant", "Senior", "Lead"])
    ]
    now = job("Head of Accounts", "Hill Mill", "2019-01")
    told = introduced(work=[now, *reversed(posts)]).path.plain
    assert "I began as a Junior Accountant at Mill Junior in 2004." in told
    assert told.count("I began") == 1


def test_time_off_that_the_resume_names_is_told_and_a_hole_is_asked_about() -> None:
    named = introduced(
        work=[job("Data Analyst", "Brook Foods", "2021-02"), job("Analyst", "Hill Mill", "2015-01", "2019-06")],
        volunteer=[{"startDate": "2019-07", "endDate": "2021-01", "summary": "Parental leave"}],
    )  # fmt: skip
    assert "From 2019 to 2021 I took time off: parental leave." in named.path.plain
    assert not any(isinstance(p, Blank) for p in named.path.parts)
    silent = introduced(
        work=[
            job("Data Analyst", "Brook Foods", "2021-02"),
            job("Analyst", "Hill Mill", "2015-01", "2019-06"),
        ]
    )
    assert "Between July 2019 and February 2021," in silent.path.plain
    assert any(isinstance(p, Blank) for p in silent.path.parts)


def test_who_holds_no_position_says_what_was_last_and_a_student_what_is_due() -> None:
    last = introduced(work=[job("Data Analyst", "Brook Foods", "2019-02", "2024-05")])
    assert last.now.plain == "Until May 2024 I was a Data Analyst at Brook Foods."
    assert "Brook Foods" not in last.path.plain
    student = introduced(
        education=[{"institution": "Hill College", "studyType": "BSc", "area": "Physics", "endDate": "2031-06"}],
        projects=[{"name": "Tide table", "description": "Built a tide table for the harbour from 9 years of readings"}],
    )  # fmt: skip
    assert student.now.plain == "I'm finishing a BSc in Physics at Hill College, due in June 2031."


def test_one_s_own_wish_is_said_and_a_hollow_one_is_not() -> None:
    work = [job("Data Analyst", "Brook Foods", "2021-02")]
    own = introduced(work=work, summary="Analyst of shops. Now looking for work with hospitals.")
    assert own.why.plain.startswith("I'm looking for work with hospitals.")
    hollow = introduced(work=work, summary="Looking for a challenging role where I can grow.")
    assert "looking" not in hollow.why.plain


@pytest.mark.parametrize(
    ("kind", "area", "said"),
    [
        ("MSc", "Physics", "an MSc in Physics"),
        ("M.Ed.", "", "an M.Ed."),
        ("BSN", "", "a BSN"),
        ("Ph.D. candidate", "Law, with honours", "a Ph.D. in Law"),
        ("Bachelor of Arts", "Economics, minor in Dance", "a Bachelor of Arts in Economics"),
        ("LLB", "Law (distance)", "an LLB in Law"),
    ],
)
def test_a_degree_as_one_says_it(kind: str, area: str, said: str) -> None:
    assert degree_of(Education(study_type=kind, area=area, institution="Hill College")) == said


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_it_takes_a_minute_and_a_half_at_most_and_its_reason_is_the_posting_s(
    analyses: dict[str, Analysis], person: str
) -> None:
    analysis = analyses[person]
    intro = analysis.coaching.introduction
    assert intro is not None
    assert 60 <= intro.spoken.aloud <= LONGEST + 30
    quotes = [p for p in intro.why.parts if isinstance(p, Quote)]
    texts = {r.id: r.text for r in analysis.job.requirements}
    assert all(q.quote in texts[q.ref] for q in quotes)
    ids = [c.id for c in compose_report(analysis, load_taxonomy()).chapters]
    assert ids.index("coverage") < ids.index("introduction") < ids.index("story-1")
