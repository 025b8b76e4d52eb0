"""Lines read as evidence: the levels of the competency model's cross-cutting rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.matching.continued import with_continuations
from report_gen.matching.lexicon import lexicon
from report_gen.matching.lines import Line, read_lines
from report_gen.resume.models import Project, Publication, Resume, SkillGroup, Work
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import PERSON, TODAY

LEX = lexicon(load_taxonomy())


def line(text: str, position: str = "Software Engineer") -> Line:
    resume = Resume(
        work=(Work(name="Acme", position=position, start_date="2022-01", highlights=(text,)),)
    )
    return next(
        x for x in read_lines(resume, LEX, TODAY) if x.reading.ref == "work[0].highlights[0]"
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Implemented a parser for log files", 2),
        ("Trained a classifier, AUC 0.91", 2),
        ("Own the checkout service in production, on call one week in four", 3),
        ("Own the checkout service in production; cut p99 latency from 300 ms to 120 ms", 4),
        ("Helped with weekly reporting", 2),
        ("Familiar with Kubernetes", 1),
    ],
)
def test_levels(text: str, level: int) -> None:
    assert line(text).reading.level <= level
    assert line(text).reading.level >= min(level, 2) - 1
    if level >= 3:
        assert line(text).reading.level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("4 to 5 patients per shift, charge nurse from 2018, preceptor to 7 new graduates", 2),
        ("Full-time nights, 28-bed unit", 2),
        ("Answered data requests of the planning team", 2),
        ("Reviewed pull requests of the two interns", 2),
        ("Own checkout for 2,000 shops: $4.2B payments a year, team of 8 engineers", 3),
        ("The forecast of the canteen, updated daily for the kitchen", 3),
        ("Sepsis dashboard for 11 units; bundle compliance rose from 58% to 71% in 14 months", 4),
        ("Pass rate of the exam class went from 58% to 74%", 4),
        ("Cut the load of the booking database by 40% by partitioning a table", 4),
        ("Terraform modules in Go; setup of a service dropped from two weeks to an afternoon", 4),
        ("Regrouped the validation by year, and the score fell by a third", 2),
        ("Relative error reduced from 0.131 to 0.112 on the benchmark", 2),
        ("Kafka operations: upgrade from 1.1 to 2.6 without a stop", 2),
    ],
)
def test_what_moved_is_impact_and_a_count_is_not(text: str, level: int) -> None:
    assert line(text).reading.level == level


def continued(*bullets: str) -> list[int]:
    resume = Resume(work=(Work(name="A", position="Data Analyst", highlights=bullets),))
    lines = with_continuations(read_lines(resume, LEX, TODAY))
    return [x.reading.level for x in lines if ".highlights" in x.reading.ref]


@pytest.mark.parametrize(
    ("made", "goes_on"),
    [
        ("Developed the readmission risk model in Python", "The model's list is used by 5 nurses"),
        ("Wrote a loader for the tariff files", "This loader runs every night in production"),
    ],
)
def test_what_a_later_line_says_is_in_use_is_in_production(made: str, goes_on: str) -> None:
    assert continued(made)[0] == 2
    assert continued(made, goes_on)[0] == 3


def test_another_thing_in_use_says_nothing_of_it() -> None:
    made = "Developed the readmission risk model in Python with the team"
    assert continued(made, "The dashboard is used by 5 nurses")[0] == 2
    assert continued(made, "The team serves 2M users")[0] == 2


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Matched patients of a home-monitoring pilot with controls", "monitoring"),
        ("Bundle compliance rose from 58% to 71%", "compliance"),
        ("Improved medication compliance of patients", "compliance"),
        ("Provided customer service at the front desk", "backend"),
        ("Joined the lab in spring 2021", "backend"),
        ("Kept the rest of the team informed", "backend"),
        ("Managed shipping containers at the port", "containers"),
        ("Led the transformer maintenance at the substation", "deep_learning"),
        ("Estimated cloud cover from satellite images", "cloud_computing"),
        ("Ran the inspection of a gas pipeline", "data_pipelines"),
        ("Ranked second in the national chess league", "ranking"),
        ("Served 200 tables a night", "productionization"),
        ("Linux fleet of 900 hosts", "domain_travel"),
        ("EMR documentation for 30 patients a day", "aws"),
        ("Answering within a 12 ms budget", "degree_master"),
        ("Added claims data from the regional exchange", "domain_fintech"),
    ],
)
def test_words_in_another_sense(text: str, term: str) -> None:
    assert term not in line(text).terms


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Built a model-monitoring service for the risk team", "monitoring"),
        ("Compliance with GDPR and internal audits", "compliance"),
        ("Remote patient monitoring at the hospital", "domain_health"),
        ("Spring Boot services in containers", "backend"),
    ],
)
def test_words_in_their_own_sense(text: str, term: str) -> None:
    assert term in line(text).terms


def test_a_citation_shows_its_title_and_not_its_journal() -> None:
    cited = "Halloran D, Vasht O. When crossovers leak. Biometrics Methods Quarterly, 2021."
    paper = Publication(
        name="When crossovers leak", publisher="Biometrics Methods Quarterly", summary=cited
    )
    named = replace(
        paper, name="Biometrics at the border", summary="Biometrics at the border, 2021."
    )
    resume = Resume(publications=(paper, named))
    first, second = (x.reading.skills for x in read_lines(resume, LEX, TODAY))
    assert "face_recognition" not in first
    assert "face_recognition" in second


@pytest.mark.parametrize(
    "text", ["RDMA: lab evaluation in 2024", "Message queue in Rust, not shipped"]
)
def test_what_never_left_the_lab_is_no_production(text: str) -> None:
    assert line(f"{text}; on call for its users").reading.level <= 2


def test_team_voice_without_a_deliverable_is_capped() -> None:
    helped = line("Helped with the launch of the pricing service used by 2M users")
    assert helped.reading.level <= 2
    assert not helped.reading.own


def test_an_internship_is_capped() -> None:
    text = "Own the checkout service in production; cut p99 latency from 300 ms to 120 ms"
    assert line(text, "Software Engineering Intern").reading.level == 2


def test_a_skills_list_is_level_one() -> None:
    resume = Resume(skills=(SkillGroup(name="Languages", keywords=("Python", "Go")),))
    (only,) = read_lines(resume, LEX, TODAY)
    assert only.reading.level == 1
    assert {"python", "go_lang"} <= set(only.reading.skills)


def test_a_project_without_users_stays_applied() -> None:
    resume = Resume(
        projects=(Project(name="Toy", highlights=("Built a RAG demo, latency 90 ms",)),)
    )
    assert max(x.reading.level for x in read_lines(resume, LEX, TODAY)) == 2


def test_a_denial_in_the_summary_names_nothing() -> None:
    said = "Backend engineer. Not a deep learning person."
    resume = replace(PERSON, basics=replace(PERSON.basics, summary=said))
    summary = next(x for x in read_lines(resume, LEX, TODAY) if x.reading.ref == "basics.summary")
    assert "deep_learning" not in summary.reading.skills


def test_age_and_length_come_from_the_entry() -> None:
    readings = {x.reading.ref: x.reading for x in read_lines(PERSON, LEX, TODAY)}
    assert readings["work[0].highlights[0]"].months_ago == 0
    assert readings["work[1].highlights[0]"].months_ago == 71
    assert readings["work[1].highlights[0]"].months == 43


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Serve 14,000 requests per second at p99 20 ms", "14,000 requests per second"),
        ("Moved 40 TB to object storage", "40 TB"),
        ("Scores 1,400 decisions a second", "1,400 decisions a second"),
    ],
)
def test_a_size_is_said_with_its_number(text: str, said: str) -> None:
    assert said in line(text).reading.scale


def test_how_often_is_no_size_without_a_number() -> None:
    assert line("Ran the report twice a day for the office").reading.scale == ()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Built adapters between the two billing systems", "lora"),
        ("Adapted the onboarding to new countries", "lora"),
        ("Worked in a fast moving team on invoices", "latency_optimization"),
        ("Found out what breaks when a parcel is late", "reconciliation"),
        ("Published the minutes of the meeting", "domain_media"),
        ("Reduced the bill of the public cloud", "research_publication"),
        ("Taught programming in Python", "program_management"),
        ("Found that the counter was wrong", "entrepreneurship"),
        ("Interviewed thirty users of the app", "hiring"),
        ("Grew the growing list of parts", "domain_agri"),
        ("Shipped the new search page", "domain_mobility"),
        ("Hosted the open day of the office", "domain_travel"),
        ("Wrote what the required fields mean", "problem_framing"),
        ("The scripts were slow", "evaluation_metrics"),
        ("Cut the error budget reports to one page", "budget_management"),
        ("Conversions rose in two weeks", "robotics"),
        ("Ran a load testing program for the tills", "ab_testing"),
        ("Fitted a logistic regression of defaults", "domain_mobility"),
        ("Final-year project with a team of three", "leadership"),
        ("Jobs that pull ticket data every night", "prioritization"),
        ("Head of the department in the last three years", "roadmap_planning"),
        ("Reproduced a linear regression", "jira"),
        ("Added a local cache of addresses", "accessibility"),
        ("Translated conversations with the vendor", "business_metrics_concept"),
        ("Split sequences into words", "dependency_management"),
        ("Wrote a tool for the printer", "developer_productivity"),
    ],
)
def test_words_that_only_look_alike(text: str, term: str) -> None:
    assert term not in line(text).terms


def test_to_review_for_a_conference_is_no_review_of_code() -> None:
    assert "code_review" not in line("Reviewer for Interspeech, ICASSP and a journal").terms
    assert "code_review" in line("Reviewer for the attention back ends of an open library").terms


def test_work_beside_the_trade_shows_people_and_nothing_in_production() -> None:
    """A cafe's customers make no service; with a trade of one's own beside it, not even a level."""
    shifts = "Led shifts of 4 people, served 200 customers a day, trained new staff"
    cafe = Work(
        name="Harbour Cafe",
        position="Shift Supervisor",
        start_date="2022-01",
        end_date="2024-01",
        highlights=(shifts,),
    )
    trade = Work(
        name="Acme",
        position="Data Analyst",
        start_date="2024-02",
        highlights=("Wrote SQL reports",),
    )
    resume = Resume(work=(trade, cafe))
    read = next(x for x in read_lines(resume, LEX, TODAY) if x.reading.text == shifts)
    assert not read.reading.production
    assert read.reading.level == 2
    assert "productionization" not in read.terms
    assert "production_ownership" not in read.reading.dimensions


def test_an_employers_name_tells_its_field_and_nothing_else() -> None:
    def context(name: str) -> frozenset[str]:
        work = Work(
            name=name, position="Analyst", start_date="2024-01", highlights=("Wrote reports",)
        )
        return next(
            x.context
            for x in read_lines(Resume(work=(work,)), LEX, TODAY)
            if ".highlights" in x.reading.ref
        )

    assert "logistics" in context("Northfield Logistics")
    assert "domain_health" in context("St. Anne's Hospital")
    assert context("Cloud Data Kitchens") == context("Quillmark") == frozenset()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Trained on 16 GPUs with mixed precision", "teaching"),
        ("Curated a dataset of 86K indoor clips", "vlm"),
        ("Organised the cup of the school league", "ab_testing"),
        ("Answered the questions of accountants", "ml_fundamentals"),
        ("Built the endpoints in Node.js for a shop", "large_scale"),
        ("First ML hire; built the bid service", "hiring"),
    ],
)
def test_words_of_one_stem_are_not_one_word(text: str, topic: str) -> None:
    assert topic not in line(text).terms


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Trained 14 new colleagues on the ward", "teaching"),
        ("Aligned captions and frames with CLIP embeddings", "vlm"),
        ("Hired four engineers and grew the team", "hiring"),
    ],
)
def test_what_they_were_meant_for_is_still_heard(text: str, topic: str) -> None:
    assert topic in line(text).terms


def test_what_a_line_shows_does_not_depend_on_other_positions() -> None:
    shifts = "Led shifts of 4 people, served 200 customers a day, trained new staff"
    cafe = Work(
        name="Harbour Cafe",
        position="Shift Supervisor",
        start_date="2022-01",
        end_date="2024-01",
        highlights=(shifts,),
    )
    trade = Work(
        name="Acme",
        position="Data Analyst",
        start_date="2024-02",
        highlights=("Wrote SQL reports",),
    )

    def read(*work: Work) -> Line:
        return next(
            x for x in read_lines(Resume(work=work), LEX, TODAY) if x.reading.text == shifts
        )

    alone, beside = read(cafe), read(cafe, trade)
    assert (alone.reading.level, alone.terms) == (beside.reading.level, beside.terms)
