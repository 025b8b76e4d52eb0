"""Requirements judged: met, in part or missing, by the person's own lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.matching import RequirementMatch, match_requirements
from report_gen.resume.models import Education, Resume, SkillGroup, Work
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, PERSON, ask, job, with_bullet

TAXONOMY = load_taxonomy()


def judge(text: str, resume: Resume = PERSON, **more: object) -> RequirementMatch:
    return match_requirements(resume, job(ask(text, **more)), TAXONOMY, OPTIONS).requirements[0]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Experience with ranking models in production", "met"),
        ("Experience with PyTorch or TensorFlow", "met"),
        ("On-call experience", "met"),
        ("Experience with Kafka", "partial"),
        ("Experience with quantum computing", "missing"),
        ("Experience with reinforcement learning", "missing"),
        ("Bachelor's degree in Computer Science or a related field", "met"),
        ("PhD in Machine Learning", "missing"),
        ("Fluent German", "met"),
        ("Fluent Japanese required", "missing"),
        ("AWS certification", "met"),
        ("PMP certification", "missing"),
        ("Peer-reviewed publications", "met"),
        ("Publications at NeurIPS, ICML or KDD", "partial"),
        ("5+ years of machine learning engineering", "met"),
        ("15+ years of machine learning engineering", "partial"),
        ("3+ years of relevant experience", "met"),
        ("15+ years of professional work experience in a similar role", "partial"),
        ("3+ years with Zorblax", "missing"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert judge(text).status == status


def test_one_of_several_is_enough() -> None:
    assert judge("Experience with at least one of TensorFlow, PyTorch or JAX").status == "met"


def test_all_of_several_is_asked_for() -> None:
    verdict = judge("Production experience with PyTorch and Flink")
    assert verdict.status != "met"
    assert "flink" in verdict.missing_skills


def test_listed_but_never_shown_is_recognised() -> None:
    verdict = judge("Experience with Kafka")
    assert verdict.listed_only
    assert verdict.evidence[0].ref == "skills[0]"
    assert "lists only" in verdict.why


def test_a_list_alone_answers_in_part() -> None:
    """Every tool asked for is listed, none is shown by a deed."""
    person = replace(PERSON, skills=(replace(PERSON.skills[0], keywords=("Kafka", "Flink")),))
    verdict = judge("Experience with Kafka, Flink or similar", person)
    assert verdict.status == "partial"
    assert verdict.listed_only


def test_what_the_job_waives_is_met() -> None:
    assert judge("No prior experience with Rust needed", negated=True).status == "met"


def test_ways_to_work_with_people_are_each_asked_for_themselves() -> None:
    one = replace(
        PERSON.work[0],
        highlights=("Attended client meetings and explained results in a non-technical way",),
    )
    resume = replace(PERSON, work=(one,), projects=(), publications=(), awards=())
    assert judge("Good oral communication skills. Attention to detail.", resume).status != "missing"


def test_years_count_overlaps_once_and_cite_positions() -> None:
    twice = replace(PERSON, work=(*PERSON.work, PERSON.work[0]))
    first, second = (judge("5+ years of machine learning engineering", r) for r in (PERSON, twice))
    assert first.score == second.score
    assert first.evidence[0].ref == "work[0]"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("8+ years of software or machine learning engineering, with 3+ years in ranking", "met"),
        ("8+ years of software or machine learning engineering, with 3+ years in speech", "partial"),
        ("15+ years of software or machine learning engineering, with 3+ years in ranking", "partial"),
    ],
)  # fmt: skip
def test_two_counts_of_years_are_two_asks(text: str, status: str) -> None:
    assert judge(text).status == status


def test_the_lines_of_a_position_show_together_what_its_years_were_about() -> None:
    lines = ("Moved the orders to Kafka.", "Wrote Flink jobs for fraud alerts.", "Cut Redis costs.")
    apart = replace(PERSON.work[0], position="Engineer", highlights=lines, start_date="2019-01")
    verdict = judge("4+ years with Kafka, Flink and Redis", replace(PERSON, work=(apart,)))
    assert verdict.status == "met"
    one = replace(apart, highlights=lines[:1])
    assert (
        judge("4+ years with Kafka, Flink and Redis", replace(PERSON, work=(one,))).status != "met"
    )


def test_a_degree_still_to_be_finished_counts_one_lower() -> None:
    school = (Education(area="Physics", study_type="Master of Science", end_date="2027-06"),)
    assert judge("Master's degree required", replace(PERSON, education=school)).status != "met"


def test_equivalent_experience_stands_for_a_degree() -> None:
    without = replace(PERSON, education=())
    assert judge("Bachelor's degree", without).status == "missing"
    assert (
        judge("Bachelor's degree or equivalent practical experience", without).status != "missing"
    )


def test_the_best_line_comes_first_and_says_where() -> None:
    verdict = judge("Design and read out A/B tests")
    assert verdict.evidence[0].ref == "work[0].highlights[1]"
    assert verdict.evidence[0].why.startswith("Your 2nd bullet at Northwind")


def test_two_positions_at_one_employer_are_told_apart() -> None:
    first, second = PERSON.work
    twice = replace(PERSON, work=(first, replace(second, name=first.name)))
    verdict = judge("Experience with payments APIs in Java.", twice)
    assert "your 1st bullet at northwind as software engineer" in verdict.why.casefold()


def test_a_broad_word_counts_full_where_the_line_says_it_as_the_job_does() -> None:
    work = replace(PERSON.work[0], highlights=("Own the roadmap of a team of nine.",))
    own = judge("Own the roadmap.", replace(PERSON, work=(work,)))
    other = judge("Own the product strategy.", replace(PERSON, work=(work,)))
    assert own.score > other.score
    assert own.status == "met"


def test_why_is_never_empty() -> None:
    texts = ("Astrology", "Grit", "Kafka", "Ranking", "10 years of sales")
    assert all(judge(t).why for t in texts)


def test_a_line_cited_beside_a_list_is_not_told_away() -> None:
    """ "No bullet shows it in use" stood under the bullet that shows it."""
    work = replace(
        PERSON.work[0], highlights=("Wrote the launch plan and the help pages with marketing",)
    )
    listed = replace(
        PERSON, work=(work,), skills=(SkillGroup(name="All", keywords=("Writing", "Terraform")),)
    )
    cited = judge("Excellent writing", listed)
    assert any(e.strength >= 2 for e in cited.evidence)
    assert "no bullet shows" not in cited.why
    alone = judge("Terraform", listed)
    assert not any(e.strength >= 2 for e in alone.evidence)
    assert "no bullet shows" in alone.why


@pytest.mark.parametrize(
    "text",
    ["Kafka", "TensorFlow and Flink", "model evaluation with users", "Kubernetes operators", "dbt and Looker"],
)  # fmt: skip
def test_no_line_shows_is_said_only_of_what_none_comes_near(text: str) -> None:
    made = match_requirements(PERSON, job(ask(text)), TAXONOMY, OPTIONS)
    verdict = made.requirements[0]
    denied = verdict.why.partition("No line of your resume names ")[2].partition(".")[0]
    for line in made.lines:
        names = {TAXONOMY.skills[s].name for s in line.skills if line.level >= 2}
        assert not any(name in denied for name in names if denied), (denied, line.text)


@pytest.mark.parametrize(
    ("text", "listed", "other"),
    [
        ("Experience in developing dashboards in Power BI or Tableau", "Power BI", "Tableau"),
        ("Workflow tools such as Airflow or Dagster in daily use", "Airflow", "Dagster"),
        ("One of Terraform, Pulumi or CloudFormation", "Pulumi", "CloudFormation"),
    ],
)
def test_of_alternatives_the_one_not_had_is_no_longer_asked(
    text: str, listed: str, other: str
) -> None:
    person = replace(PERSON, skills=(SkillGroup(name="Tools", keywords=(listed,)),))
    found = match_requirements(person, job(ask(text)), TAXONOMY, OPTIONS).requirements[0]
    assert f"shown: {other}" not in found.why
    assert other not in {
        TAXONOMY.skills[s].name for s in found.missing_skills if s in TAXONOMY.skills
    }


def test_of_two_things_joined_by_and_both_stay_asked() -> None:
    person = replace(PERSON, skills=(SkillGroup(name="Tools", keywords=("Power BI",)),))
    found = match_requirements(person, job(ask("Power BI and Tableau")), TAXONOMY, OPTIONS)
    assert "tableau" in found.requirements[0].missing_skills


def test_a_name_nobody_heard_is_not_met_by_the_broad_words_around_it() -> None:
    """ "Measures" stand in the resume, HEDIS does not; who names it has met it."""
    measured = with_bullet(PERSON, "Defined the measures of the fall reports")
    named = with_bullet(PERSON, "Defined the HEDIS measures of the plan")
    asked = "Knowledge of HEDIS measures"
    assert judge(asked, measured).status != "met"
    assert judge(asked, named).score > judge(asked, measured).score


@pytest.mark.parametrize(
    ("own", "status"),
    [
        (
            "Own the training pipelines of the ranker; retraining went from monthly to daily.",
            "partial",
        ),
        (
            "Own the training pipelines of the ranker; distributed training on 64 GPUs took 5 hours.",
            "met",
        ),
    ],
)
def test_one_of_three_things_asked_is_a_part(own: str, status: str) -> None:
    verdict = judge(
        "Experience with training pipelines, distributed training on GPU clusters and quantization",
        with_bullet(PERSON, own),
    )
    assert verdict.status == status


@pytest.mark.parametrize(
    ("own", "status"),
    [
        ("Own the search index; NDCG up 6%.", "partial"),
        ("Own query understanding in production; NDCG up 6%.", "met"),
    ],
)
def test_neighbours_alone_meet_nothing(own: str, status: str) -> None:
    asked = "Experience with query understanding"
    assert judge(asked, with_bullet(PERSON, own)).status == status


def test_training_or_a_certificate_is_answered_by_what_was_done() -> None:
    asked = "Formal training or certification on software engineering concepts and 3+ years of experience"
    assert judge(asked).status == "met"
    assert judge("AWS certification", replace(PERSON, certificates=())).status == "missing"


def test_a_talk_or_a_review_is_counted_as_no_paper() -> None:
    paper = replace(PERSON.publications[0], name="Ranking ferries", publisher="SIGIR 2021")
    talk = replace(paper, name="Speech for the coast", publisher="Invited talk, harbour meeting")
    judged = replace(paper, name="Reviewer for a journal of tides", publisher="")
    one = judge("First-author publications", replace(PERSON, publications=(paper, talk, judged)))
    assert one.status == "met"
    assert "lists 1." in one.why
    none = judge("First-author publications", replace(PERSON, publications=(talk, judged)))
    assert none.status != "met"


def test_one_small_paper_is_told_as_one() -> None:
    poster = replace(PERSON.publications[0], name="Poster on ranking", publisher="Workshop at KDD")
    verdict = judge("Publications at NeurIPS, ICML or KDD", replace(PERSON, publications=(poster,)))
    assert "the one you list is" in verdict.why


def test_years_of_a_language_are_those_of_the_positions_that_use_it() -> None:
    """One bullet of an analyst's position names the language; its years are years of it."""
    analyst = replace(
        PERSON.work[0],
        position="Data Analyst",
        highlights=("Built a readmission model in Python", "Wrote SQL reports for the wards"),
    )
    held = replace(PERSON, work=(analyst,))
    asked = "2+ years of experience with Python or R for statistical modeling and machine learning"
    assert judge(asked, held).status != "missing"
    assert "falls short" not in judge(asked, held).why


NURSE = Resume(
    work=(
        Work(
            name="Lakeside",
            position="Senior Data Analyst",
            start_date="2022-04",
            highlights=(
                "Developed the readmission risk model with gradient boosting in Python.",
                "Added claims data from the exchange and report calibration by payer to the board.",
                "Train new analysts in clinical workflow and in reading a chart.",
                "Built length-of-stay tables by DRG in R.",
            ),
        ),
        Work(
            name="Hill Hospital",
            position="Registered Nurse",
            start_date="2016-06",
            end_date="2019-12",
            highlights=("Charge nurse from 2018, preceptor to 7 new graduates.",),
        ),
    ),
)
ANALYST = {"title": "Data Scientist", "role": "ds"}


def first(text: str) -> str:
    wanted = job(ask(text), **ANALYST)
    verdict = match_requirements(NURSE, wanted, TAXONOMY, OPTIONS).requirements[0]
    return next(e.ref for e in verdict.evidence if ".highlights" in e.ref)


def test_the_line_with_the_deed_goes_before_the_one_with_the_stuff() -> None:
    text = "Develop predictive models from claims, laboratory and electronic health record data"
    assert first(text) == "work[0].highlights[0]"


def test_of_two_lines_the_one_nearer_to_the_job_goes_first() -> None:
    assert first("Mentor analysts") == "work[0].highlights[2]"


def test_a_name_in_capitals_that_both_write_is_cited() -> None:
    wanted = job(ask("Knowledge of medical coding (NDC, DRG)"), **ANALYST)
    verdict = match_requirements(NURSE, wanted, TAXONOMY, OPTIONS).requirements[0]
    assert "work[0].highlights[3]" in {e.ref for e in verdict.evidence}
