"""Risks: neutral, with places and one sentence of advice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.matching import match_requirements
from report_gen.resume.models import Education, Resume, SkillGroup, Volunteer, Work
from report_gen.scoring import Risk, score_fit
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import JOB, OPTIONS, PERSON

TAXONOMY = load_taxonomy()


def risks(resume: Resume) -> dict[str, Risk]:
    matches = match_requirements(resume, JOB, TAXONOMY, OPTIONS)
    return {r.kind: r for r in score_fit(matches, resume, JOB, TAXONOMY, OPTIONS).risks}


def job_at(start: str, end: str = "", position: str = "Software Engineer", name: str = "A") -> Work:
    return Work(name=name, position=position, start_date=start, end_date=end)


def test_a_hole_between_positions_is_told_with_its_length() -> None:
    found = risks(Resume(work=(job_at("2023-01"), job_at("2019-01", "2021-12"))))
    assert "12 months" in found["employment_gap"].text
    assert found["employment_gap"].refs == ("work[1].position", "work[0].position")


def test_a_hole_filled_by_study_is_none() -> None:
    study = replace(PERSON.education[0], start_date="2022-01", end_date="2022-12")
    resume = Resume(work=(job_at("2023-01"), job_at("2019-01", "2021-12")), education=(study,))
    assert "employment_gap" not in risks(resume)


def test_a_hole_that_the_resume_accounts_for_is_none() -> None:
    away = Volunteer(summary="Parental leave", start_date="2022-01", end_date="2022-12")
    work = (job_at("2023-01"), job_at("2019-01", "2021-12"))
    assert "employment_gap" not in risks(Resume(work=work, volunteer=(away,)))
    served = replace(away, position="Treasurer", organization="Harbour Club")
    assert "employment_gap" in risks(Resume(work=work, volunteer=(served,)))


def test_bare_years_are_not_held_against_anybody() -> None:
    """A study "2017 - 2019" before a position from July 2019, a position "2018 - 2019" before 2020."""
    study = replace(PERSON.education[0], start_date="2017", end_date="2019")
    intern = job_at("2018-06", "2018-08", "Data Science Intern", "B")
    assert "employment_gap" not in risks(
        Resume(work=(job_at("2019-07"), intern), education=(study,))
    )
    assert "employment_gap" not in risks(Resume(work=(job_at("2020"), job_at("2018", "2019"))))
    assert "employment_gap" in risks(Resume(work=(job_at("2021-06"), job_at("2018", "2019"))))


def test_overlap_short_stay_and_title_drop() -> None:
    found = risks(
        Resume(
            work=(
                job_at("2024-01", position="Software Engineer II", name="C"),
                job_at("2023-01", "2024-06", "Senior Software Engineer", "B"),
                job_at("2022-01", "2022-08", name="A"),
            )
        )
    )
    assert {"overlap", "short_stay", "title_drop"} <= set(found)


LADDERS = {
    "student jobs in a cafe and at the university": (
        job_at("2023-08", "2024-12", "Teaching Assistant, Statistics", "University"),
        job_at("2022-01", "2024-05", "Shift Lead", "Cafe"),
    ),
    "another kind of work": (
        job_at("2021-03", "2024-01", "Junior Software Developer", "B"),
        job_at("2015-01", "2021-02", "Senior Sales Manager", "A"),
    ),
    "a lead in part time beside the first real position": (
        job_at("2021-03", "", "Junior Data Analyst", "B"),
        job_at("2019-01", "2021-01", "Lead Data Analyst (part-time)", "A"),
    ),
    "an internship after a lead": (
        job_at("2021-03", "2021-09", "Software Engineer Intern", "B"),
        job_at("2019-01", "2021-02", "Lead Developer", "A"),
    ),
    "side by side, and the higher one stays": (
        job_at("2021-03", "2022-02", "Software Engineer II", "B"),
        job_at("2019-01", "2023-02", "Senior Software Engineer", "A"),
    ),
}


@pytest.mark.parametrize("ladder", LADDERS)
def test_what_is_no_step_down(ladder: str) -> None:
    assert "title_drop" not in risks(Resume(work=LADDERS[ladder]))


def test_a_step_down_in_the_same_work_is_told_and_one_while_studying_is_not() -> None:
    jobs = (
        job_at("2021-03", "2023-09", "Junior Data Engineer", "B"),
        job_at("2019-01", "2021-02", "Senior Data Engineer", "A"),
    )
    assert "title_drop" in risks(Resume(work=jobs))
    study = Education(institution="University", start_date="2018", end_date="2022")
    assert "title_drop" not in risks(Resume(work=jobs, education=(study,)))


def test_years_stated_against_years_computed() -> None:
    said = replace(
        PERSON, basics=replace(PERSON.basics, summary="Engineer with 20+ years of experience.")
    )
    assert "years_mismatch" in risks(said)
    assert "years_mismatch" not in risks(PERSON)


def test_bullets_without_numbers() -> None:
    bare = Work(
        name="A",
        position="Engineer",
        start_date="2020-01",
        highlights=("Wrote code", "Did tests", "Met people", "Fixed bugs"),
    )
    assert "4 of 4" in risks(Resume(work=(bare,)))["unquantified"].text


def test_lines_that_hide_who_did_it() -> None:
    hiding = (
        "Helped with the labels of the scanner",
        "Was involved in moving the press to Linux",
        "Supply contracts for two plants were renegotiated in 2023",
    )
    own = (
        "Built the parts catalogue that 40 shops order from",
        "I moved the depot's rota to Python, which is used in three towns",
        "Cut the scrap of the mill from 4% to 3%",
        "Wrote the test bench for the pumps",
    )

    def found(*lines: str) -> dict[str, Risk]:
        return risks(
            Resume(work=(replace(job_at("2020-01", "", "Engineer", "A"), highlights=lines),))
        )

    assert "3 of 4" in found(*hiding, own[0])["own_part"].text
    assert len(found(*hiding, own[0])["own_part"].refs) == 3
    assert found(*hiding, *own[:2])["own_part"].severity == "minor"
    assert "own_part" not in found(*own)
    assert "own_part" not in found(*hiding[:2], own[0])


def test_listed_and_never_shown() -> None:
    many = replace(
        PERSON, skills=(SkillGroup(name="All", keywords=("Rust", "Scala", "Flink", "Snowflake")),)
    )
    assert "claim_without_deed" in risks(many)


def test_every_risk_has_advice() -> None:
    assert all(r.advice and r.text and r.id for r in risks(PERSON).values())


def test_a_skill_told_in_other_words_is_no_claim_without_a_deed() -> None:
    told = Work(
        name="Mill",
        position="Data scientist",
        start_date="2020-01",
        highlights=(
            "Ran 9 online experiments on the checkout",
            "Priced the assistant as an add-on after interviews",
            "Small graph job that links accounts",
        ),
    )
    keywords = ("Experimental design", "Pricing", "Graph features", "Docker", "Terraform", "Kafka")
    found = risks(Resume(work=(told,), skills=(SkillGroup(name="All", keywords=keywords),)))
    text = found["claim_without_deed"].text
    assert all(tool in text for tool in ("Docker", "Terraform", "Kafka")), text
    assert not any(name in text for name in ("xperiment", "ricing", "Graph")), text


def test_a_listed_skill_is_named_as_it_stands_there_and_everyday_tools_are_no_doubt() -> None:
    groups = (
        SkillGroup(name="Data", keywords=("claims (837/835)", "Snowflake", "postgres", "Kafka")),
        SkillGroup(name="Tools", keywords=("Git", "Jira", "Linux", "pandas")),
    )
    found = risks(replace(PERSON, skills=groups))["claim_without_deed"].text
    assert "postgres" in found
    assert "Insurance" not in found
    assert not any(tool in found for tool in ("Git", "Jira", "Linux", "pandas"))
    assert "claim_without_deed" not in risks(replace(PERSON, skills=groups[1:]))


def test_a_degree_that_states_its_end_alone_accounts_for_its_last_year() -> None:
    jobs = (job_at("2019-02", "", "Engineer", "B"), job_at("2013-01", "2017-12", "Engineer", "A"))
    assert "employment_gap" in risks(Resume(work=jobs))
    degree = Education(institution="University of Leeds", study_type="MSc", end_date="2018")
    assert "employment_gap" not in risks(Resume(work=jobs, education=(degree,)))
