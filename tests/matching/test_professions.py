"""Professions and levels from titles and dates alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from report_gen.matching.lexicon import lexicon
from report_gen.matching.periods import month, period, union_years
from report_gen.matching.professions import (
    job_level,
    job_professions,
    nearness,
    own_level,
    own_profession,
    profession,
    title_level,
)
from report_gen.resume import Resume
from report_gen.resume.models import Work
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import PERSON, TODAY, ask, job

LEX = lexicon(load_taxonomy())


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Senior Machine Learning Engineer", "ml_engineer"),
        ("Software Engineer, Machine Learning", "ml_engineer"),
        ("Robotics Software Engineer - Perception", "ml_engineer"),
        ("Robotics Engineer", "embedded"),
        ("Product Manager, ML Platform", "product"),
        ("Technical Program Manager", "tpm"),
        ("Speech Recognition Intern", ""),
        ("Computer Vision Intern", "ml_engineer"),
        ("Data Science Trainee", "data_scientist"),
        ("Software Co-op, Payments", "backend"),
        ("Legal Intern", ""),
        ("Stage Manager", ""),
        ("Data Engineer", "data_engineer"),
        ("Senior Backend Engineer", "backend"),
        ("Frontend Developer", "frontend"),
        ("Data Scientist II", "data_scientist"),
        ("Senior Detection Engineer", "security"),
        ("SOC Analyst, L2", "security"),
        ("Computational Biologist", "research"),
        ("Postdoctoral Researcher", "research"),
        ("", ""),
    ],
)
def test_profession(title: str, kind: str) -> None:
    assert profession(title, LEX) == kind


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Software Engineer", None),
        ("Software Engineer II", "mid"),
        ("Senior Software Engineer", "senior"),
        ("Staff Engineer", "staff"),
        ("Machine Learning Intern", "intern"),
    ],
)
def test_title_level(title: str, level: str | None) -> None:
    assert title_level(title, LEX) == level


def test_a_senior_title_after_one_year_is_held_down() -> None:
    young = replace(PERSON, work=(replace(PERSON.work[0], start_date="2025-12"),))
    assert own_level(young, LEX, TODAY) == "junior"
    assert own_level(PERSON, LEX, TODAY) == "senior"


def test_recent_work_decides_the_profession() -> None:
    assert own_profession(PERSON, LEX, TODAY) == "ml_engineer"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (
            (
                "Trained a transformer that segments retinal scans.",
                "Compared five pretraining objectives for a language model.",
                "Fine-tuned a speech model on 40 hours of radio.",
            ),
            "applied_scientist",
        ),
        (
            (
                "Measured soil carbon at 30 sites.",
                "Ran the mass spectrometer of the group.",
                "Wrote two review articles on peat.",
            ),
            "research",
        ),
    ],
)
def test_the_lines_say_what_a_researcher_studies(lines: tuple[str, ...], kind: str) -> None:
    work = replace(PERSON.work[0], position="Research Scientist", highlights=lines)
    basics = replace(PERSON.basics, label="Research Scientist")
    resume = replace(PERSON, basics=basics, work=(work,), projects=(), publications=())
    assert own_profession(resume, LEX, TODAY) == kind


def test_nobody_is_further_from_a_job_for_studying_models() -> None:
    for wanted in LEX.professions:
        assert nearness("applied_scientist", wanted, LEX) >= nearness("research", wanted, LEX) or (
            wanted == "applied_scientist"
        )


def test_periods() -> None:
    assert month("2020") == 2020 * 12
    assert month("no date") is None
    a, b = period("2019-01", "2020-12", TODAY), period("2020-01", "2021-12", TODAY)
    assert a is not None
    assert b is not None
    assert union_years([a, b]) == 3.0
    assert union_years([]) == 0.0


def test_a_title_that_names_two_professions_is_the_nearer_one() -> None:
    wanted = replace(job(), title="Security Data Scientist / Detection Engineer (Threats)")
    assert job_professions(wanted, LEX, "security") == ("security",)
    both = replace(job(), title="Data Analyst / Software Engineer")
    assert job_professions(both, LEX, "analyst") == ("analyst",)
    assert job_professions(both, LEX, "backend") == ("backend",)


@pytest.mark.parametrize("title", ["Postdoctoral Fellow", "Research Fellow, Genomics"])
def test_a_fellow_at_a_university_is_no_principal(title: str) -> None:
    assert title_level(title, LEX) != "principal"
    assert title_level("Distinguished Engineer", LEX) == "principal"


def test_a_staff_nurse_is_no_staff_engineer() -> None:
    nurse = Resume(
        work=(
            Work(
                name="City Hospital",
                position="Staff Nurse",
                start_date="2014-02",
                end_date="2023-04",
            ),
            Work(name="Ward Systems", position="Junior Data Analyst", start_date="2023-10"),
        )
    )
    assert own_level(nurse, LEX, date(2026, 11, 27)) == "junior"


def _with_work(*work: Work, studied: tuple[str, str]) -> Resume:
    study = replace(PERSON.education[0], start_date=studied[0], end_date=studied[1])
    return replace(PERSON, basics=replace(PERSON.basics, label=""), work=work, education=(study,))


@pytest.mark.parametrize(("years", "level"), [(2.0, "mid"), (6.0, "senior"), (None, None)])
def test_years_that_are_only_wished_for_say_the_level(
    years: float | None, level: str | None
) -> None:
    wish = replace(ask("Experience with PyTorch", kind="preferred"), years=years)
    assert job_level(replace(job(wish), title="Engineer", level=None, min_years=None), LEX) == level


@pytest.mark.parametrize(
    ("studied", "kind"),
    [(("2021-09", "2025-06"), "ml_engineer"), (("2014-09", "2018-06"), "other")],
)
def test_a_job_beside_ones_studies_is_no_trade(studied: tuple[str, str], kind: str) -> None:
    cafe = Work(name="Cafe", position="Barista", start_date="2022-01", end_date="2024-12")
    first = Work(name="Lab", position="NLP Intern", start_date="2025-01", end_date="2025-06")
    resume = _with_work(first, cafe, studied=studied)
    assert own_profession(resume, LEX, TODAY) == kind


def test_a_lead_of_shifts_is_no_lead_of_the_trade() -> None:
    cafe = Work(name="Cafe", position="Shift Lead", start_date="2021-01", end_date="2024-12")
    own = Work(name="Acme", position="Junior Data Scientist", start_date="2025-06")
    assert own_level(Resume(work=(own, cafe)), LEX, TODAY) == "junior"
