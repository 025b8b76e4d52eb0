"""Degrees of many countries: what a line asks, and whether the education section shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.matching import RequirementMatch, match_requirements
from report_gen.resume.models import Education
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, PERSON, ask, job

TAXONOMY = load_taxonomy()


def judge(
    text: str, degree: str, subject: str = "", school: str = "Some University"
) -> RequirementMatch:
    entry = Education(institution=school, area=subject, study_type=degree, end_date="2016-06")
    person = replace(PERSON, education=(entry,))
    return match_requirements(person, job(ask(text)), TAXONOMY, OPTIONS).requirements[0]


@pytest.mark.parametrize(
    ("text", "degree", "subject"),
    [
        ("B.E./B.Tech/MCA", "B.E.", "Computer Science"),
        ("B.E. / B.Tech / MCA / M.Sc. (Computer Science)", "B.Tech", "IT"),
        (
            "BE/BTech/ME/MTech in Computer Science",
            "BE",
            "Electronics Engineering and Computer Science",
        ),
        ("Minimum qualification: graduate (B.Sc/BCA/BE)", "BCA", ""),
        ("PG Diploma or Master's in Data Science", "PGDip", "Data Science"),
        (
            "Abgeschlossenes Studium der Informatik oder vergleichbare Ausbildung",
            "Diplom",
            "Informatik",
        ),
        (
            "Completed degree (Diplom, Master or Bachelor) in computer science",
            "Dipl.-Inf.",
            "Informatik",
        ),
        ("Master's degree in engineering", "Diplom-Ingenieur", "Elektrotechnik"),
        ("Master's degree", "Doctorandus (drs.)", "Econometrie"),
        ("Bac +5 en informatique", "Diplôme d'ingénieur", "Informatique"),
        ("Bachelor's degree", "Licence", "Mathématiques"),
        ("Master's degree", "Laurea magistrale", "Informatica"),
        ("HBO werk- en denkniveau", "HBO Bachelor", "Informatica"),
        ("MSc or PhD", "Cand.scient.", "Datalogi"),
        ("Master's degree", "Civilingenjör", "Teknisk fysik"),
        ("Master's degree", "mgr inż.", "Informatyka"),
        ("A 2:1 or above in a numerate discipline", "BSc (Hons)", "Mathematics"),
        ("MPhil or PhD", "MPhil", "Computation"),
        ("Staatsexamen or Master's", "Staatsexamen", "Mathematik"),
        ("Bachelor's or Master's degree in CS", "Grado", "Ingeniería Informática"),
        ("Associate degree or higher", "Associate of Science", "Computing"),
        ("High school diploma or GED", "BSc", "Physics"),
        ("Degree, apprenticeship or bootcamp", "Bootcamp", "Web development"),
        ("BA/BS", "BA", "Economics"),
        ("Any graduate with good English", "B.Com", ""),
    ],
)
def test_a_degree_by_any_name_answers(text: str, degree: str, subject: str) -> None:
    assert judge(text, degree, subject).status == "met"


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Bachelor's degree", "HND"),
        ("Bachelor's degree", "A levels"),
        ("Master's degree", "Licence"),
        ("MCA or M.Tech", "B.Sc."),
        ("Doctorate", "Laurea magistrale"),
    ],
)
def test_a_lower_degree_does_not(text: str, degree: str) -> None:
    assert judge(text, degree).status == "missing"


@pytest.mark.parametrize(
    ("degree", "subject"), [("Diploma", "Informatics"), ("", "Computer Science")]
)
def test_a_degree_of_no_said_level_is_not_denied(degree: str, subject: str) -> None:
    verdict = judge("Bachelor's degree", degree, subject)
    assert verdict.status == "met"
    assert "do not say which level" in verdict.why


@pytest.mark.parametrize(
    ("text", "subject", "status"),
    [
        ("Degree in mathematics", "History", "partial"),
        ("Degree in mathematics or a related field", "History", "partial"),
        ("Degree in computer science", "Statistics", "partial"),
        ("Degree in computer science or a related discipline", "Statistics", "met"),
        ("Degree in any discipline", "History", "met"),
        ("A STEM degree", "Chemistry", "met"),
        ("Degree in a quantitative field", "Economics", "met"),
        ("Degree in a quantitative field", "Theology", "partial"),
        ("Degree in mathematics", "Ceramics", "met"),  # unknown to us: no objection
    ],
)
def test_the_field_of_study_counts_where_both_are_known(
    text: str, subject: str, status: str
) -> None:
    assert judge(text, "BA", subject).status == status


@pytest.mark.parametrize(
    ("text", "degree", "status"),
    [
        ("Bachelor's degree and 12 years of experience, or Master's and 8 years", "MS", "met"),
        ("Bachelor's degree and 12 years of experience, or Master's and 8 years", "BS", "partial"),
        ("MS with 3+ years, or BS with 5+ years, of experience", "BS", "met"),
        ("PhD, or a Master's with 14+ years of experience", "MS", "partial"),
        ("PhD, or a Master's with 14+ years of experience", "PhD", "met"),
        ("Bachelor's degree or 5 years of experience", "A levels", "met"),
        ("Bachelor's degree or 15 years of experience", "A levels", "missing"),
        ("Bachelor's or Master's degree with 15+ years of experience", "BS", "partial"),
    ],
)
def test_each_way_in_has_its_years(text: str, degree: str, status: str) -> None:
    assert judge(text, degree, "Computer Science").status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bachelor's degree in computer science and 5+ years of machine learning", "met"),
        ("Bachelor's degree in computer science and experience with quantum computing", "partial"),
        ("Doctorate in physics, plus experience with ranking models in production", "partial"),
        ("Doctorate in physics and experience with quantum computing", "missing"),
    ],
)
def test_what_a_line_asks_besides_the_degree_is_judged_too(text: str, status: str) -> None:
    assert judge(text, "BSc", "Computer Science").status == status


@pytest.mark.parametrize(
    "text", ["Experience mentoring PhD students", "A strong degree of ownership", "MS Office"]
)
def test_what_only_sounds_like_a_degree_is_none(text: str) -> None:
    assert "education section" not in judge(text, "BSc", "Physics").why


def test_a_degree_before_the_name_of_its_school_is_heard() -> None:
    verdict = judge("Bachelor's degree", "", "", "HBO-ICT, Saxion University")
    assert verdict.status == "met"
    assert "a bachelor's degree" in verdict.why.split(";")[1]


@pytest.mark.parametrize(
    ("text", "degree", "ends", "said"),
    [
        (
            "PhD in Statistics, or Master's degree and 3+ years of building models",
            "Ph.D. candidate",
            "2027-05",
            "shows a doctorate in progress (expected May 2027) and a bachelor's degree",
        ),
        ("Master's degree in economics", "MSc", "2027-09", "a master's degree in progress"),
        ("PhD in physics", "PhD candidate", "", "shows a doctorate in progress and a bachelor's"),
    ],
)
def test_a_degree_in_progress_is_told_with_its_date(
    text: str, degree: str, ends: str, said: str
) -> None:
    school = "Some University"
    held = Education(institution=school, study_type="B.Sc.", area="Statistics", end_date="2019-07")
    late = Education(institution=school, study_type=degree, area="Statistics", end_date=ends)
    person = replace(PERSON, education=(late, held), work=())
    found = match_requirements(person, job(ask(text)), TAXONOMY, OPTIONS).requirements[0]
    assert found.status != "met"
    assert said in found.why
    assert "shows a master's degree." not in found.why


BS_CS = Education(
    institution="Leeds", area="Computer Science", study_type="B.Sc.", end_date="2016-06"
)
BA_HISTORY = Education(institution="York", area="History", study_type="B.A.", end_date="2012-06")
DIPLOMA_CS = Education(
    institution="Bath", area="Computer Science", study_type="Diploma", end_date="2014-06"
)
DIPLOMA_HISTORY = Education(
    institution="Bath", area="History", study_type="Diploma", end_date="2014-06"
)
MA_HISTORY = Education(institution="York", area="History", study_type="M.A.", end_date="2018-06")


@pytest.mark.parametrize("more", [BA_HISTORY, MA_HISTORY, DIPLOMA_HISTORY, DIPLOMA_CS, BS_CS])
@pytest.mark.parametrize("held", [(), (BS_CS,), (DIPLOMA_CS,), (BA_HISTORY,)])
@pytest.mark.parametrize(
    "text",
    [
        "Degree in Computer Science, or 5 years of experience",
        "Bachelor's degree in Computer Science or equivalent experience",
        "Bachelor's degree in Computer Science",
        "Master's degree in Computer Science or equivalent experience",
        "PhD in Computer Science, or a master's degree and 4 years",
    ],
)
def test_a_further_degree_takes_nothing_away(
    text: str, held: tuple[Education, ...], more: Education
) -> None:
    def score(education: tuple[Education, ...]) -> float:
        who = replace(PERSON, education=education)
        return match_requirements(who, job(ask(text)), TAXONOMY, OPTIONS).requirements[0].score

    assert score((*held, more)) >= score(held)
    assert score((*held, more)) == score((more, *held))
