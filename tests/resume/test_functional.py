"""Deeds told under skills, lists with dots for a colon, and schools known by their letters."""

from __future__ import annotations

from tests.resume.helpers import EDUCATION, HEAD, jobs, parse

JOB = "EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines in Airflow\n"


def test_deeds_under_skills_are_kept_whole_under_the_name_above_them() -> None:
    text = (
        f"{HEAD}RELEVANT SKILLS\n\nForecasting\n- Built a staffing forecast in R that two wards used for three winters\n"
        "- Shipped a bed board to nine wards; transfers that took four calls take one\n\n"
        f"{JOB}{EDUCATION}"
    )
    resume = parse(text)
    assert [(p.name, len(p.highlights)) for p in resume.projects] == [("Forecasting", 2)]
    assert resume.projects[0].highlights[1].endswith("; transfers that took four calls take one")
    assert not resume.skills
    assert resume.unread_lines == ()


def test_bullets_on_what_one_knows_stay_skills() -> None:
    text = f"{HEAD}SKILLS\n\n- Experienced in Python, SQL and the care of old databases\n- Distributed systems, Kafka, Flink, Spark and their logs\n\n{JOB}{EDUCATION}"
    resume = parse(text)
    assert not resume.projects
    assert any("Kafka" in k for g in resume.skills for k in g.keywords)


def test_dots_lead_from_a_group_to_its_skills() -> None:
    text = f"{HEAD}{JOB}{EDUCATION}\nSKILLS\n\nCloud ........ AWS, Terraform\nLanguages .... Go, Python\n"
    skills = {g.name: g.keywords for g in parse(text).skills}
    assert skills == {"Cloud": ("AWS", "Terraform"), "Languages": ("Go", "Python")}


def test_lines_that_nobody_wrapped_stand_for_themselves() -> None:
    lines = (
        "Weekly price elasticity for 900 articles, from a spreadsheet to dbt and BigQuery",
        "Explained to buyers why promotions moved sales forward rather than up",
        "Turned off 140 dashboards that nobody had opened in a year",
    )
    text = (
        f"{HEAD}EXPERIENCE\n\nData Analyst\nHavtorn AB - Lund\nApril 2019 to March 2023\n"
        + "\n".join(lines)
    )
    text += "\n\nAnalyst\nBryggen GmbH - Bremen\nMay 2015 to March 2019\nCleaned survey data in Stata and checked every table of the report twice\n"
    resume = parse(text + EDUCATION)
    assert [j[0] for j in jobs(resume)] == ["Havtorn AB", "Bryggen GmbH"]
    assert resume.work[0].highlights == lines
    assert resume.work[1].highlights[0].startswith("Cleaned survey data")


def test_a_masters_and_a_first_are_degree_and_grade() -> None:
    text = f"{HEAD}{JOB}\nEDUCATION\n\nMaster's in Sociology and Social Research\nUniversity of Cologne\n2014 to 2016\n\nBEng Software Engineering\nINSA Lyon\n2011 - 2014, First\n"
    assert [(e.study_type, e.area, e.institution) for e in parse(text).education] == [
        ("Master's", "Sociology and Social Research", "University of Cologne"),
        ("BEng", "Software Engineering", "INSA Lyon"),
    ]


def test_a_title_in_quotes_goes_on_in_the_next_row() -> None:
    text = f'{HEAD}{JOB}{EDUCATION}\nALSO\n\nTalk: "Your offline metric is lying,\npolitely", PyData Ghent 2025\n'
    assert [p.name for p in parse(text).publications] == ["Your offline metric is lying, politely"]


def test_work_on_what_others_use_is_a_project_wherever_it_stands() -> None:
    text = f"{HEAD}{JOB}{EDUCATION}\nALSO\n\nSmall fixes merged in implicit and in Feast (docs, one bug)\n"
    resume = parse(text)
    assert [p.name for p in resume.projects] == ["Small fixes merged in implicit and in Feast (docs, one bug)"]  # fmt: skip
    assert resume.unread_lines == ()


def test_other_odds_and_ends_are_no_project() -> None:
    text = f"{HEAD}{JOB}{EDUCATION}\nALSO\n\nWould move to London for the right harbour and its people\n"
    assert not parse(text).projects
