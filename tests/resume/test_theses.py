"""A thesis with a story in it is work; one that is only named stays with its degree."""

from __future__ import annotations

from datetime import date

import pytest

import report_gen
from report_gen.resume import Resume

TODAY = date(2026, 11, 1)


def read(lines: str) -> Resume:
    text = f"""# Ada Quill

ada@example.org

## Experience

**Data Intern** - Brook Foods, Leeds | 2025-02 - 2025-08

* Cleaned the sales tables of 40 shops in SQL
* Built a forecast of weekly orders in Python

## Education

{lines}
"""
    return report_gen.parse_resume(text.encode(), filename="resume.md", today=TODAY)


@pytest.mark.parametrize(
    ("line", "name", "told"),
    [
        (
            "Thesis: *Counting wheat ears from phones*. Trained a small detector on 900 photos I took on two farms; mean error 4.1 ears a square metre",
            "Thesis: Counting wheat ears from phones",
            "Trained a small detector on 900 photos I took on two farms; mean error 4.1 ears a square metre",
        ),
        (
            "Diplomarbeit: Noise of district heating pumps; measured 14 substations for a winter and told worn bearings from cavitation in 12 of them",
            "Diplomarbeit: Noise of district heating pumps",
            "measured 14 substations for a winter and told worn bearings from cavitation in 12 of them",
        ),
    ],
)  # fmt: skip
def test_a_told_thesis_is_a_project_of_its_school(line: str, name: str, told: str) -> None:
    resume = read(
        f"**MSc Data Science**, University of Leeds, 2022 - 2024\n\n* {line}\n* Coursework: Statistics, Databases"
    )
    project = next(p for p in resume.projects if p.name == name)
    assert (project.description, project.entity) == (told, "University of Leeds")
    assert project.end_date.startswith("2024")
    assert resume.education[0].courses == ("Statistics", "Databases")
    assert resume.sources[f"projects[{resume.projects.index(project)}].description"].lines


@pytest.mark.parametrize(
    "line",
    [
        "Thesis: Counting wheat ears from phones",
        "Thesis: Learning from few labels. Four first-author papers.",
        "Advisor: Prof. Mira Okafor. She runs the lab for plant images and two field stations in the north of the county",
    ],
)
def test_a_thesis_that_is_only_named_stays_with_its_degree(line: str) -> None:
    resume = read(f"**MSc Data Science**, University of Leeds, 2022 - 2024\n\n* {line}")
    assert resume.projects == ()
    assert resume.education[0].courses == (line,)


def test_a_course_by_its_number_stands_before_its_school() -> None:
    text = """# Ada Quill

ada@example.org

## Experience

**Teaching Assistant**, STAT 210, Harrow College, 2021-02 - 2022-06

* Marked the exercises of 60 students

**Data Analyst**, K2 Foods, 2022-07 - 2024-01

* Cleaned the sales tables of 40 shops in SQL
"""
    work = report_gen.parse_resume(text.encode(), filename="resume.md", today=TODAY).work
    assert [(w.name, w.summary) for w in work] == [("Harrow College", "STAT 210"), ("K2 Foods", "")]
