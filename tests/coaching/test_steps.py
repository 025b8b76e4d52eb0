"""The rounds are those the posting names, word for word; else those usual for its kind of employer."""

from __future__ import annotations

from functools import cache

import pytest

import report_gen
from report_gen import pipeline
from report_gen.coaching.case import Case
from report_gen.coaching.employer import employer_of, people_of
from report_gen.coaching.held_round import STATED
from report_gen.coaching.models import Round
from report_gen.coaching.stated_steps import stated_steps
from report_gen.options import Options
from report_gen.report import compose_report
from tests.conftest import PEOPLE, TODAY

POSTING = """{title}
{name}, Leeds

{about}

What you will do
- {duty}
- Work with colleagues of other departments

What we look for
- {must}
- You can explain your work to others

{end}
"""
WORK = {
    "Backend Engineer": ("Build services in Go and PostgreSQL", "3+ years of backend development"),
    "Machine Learning Engineer": ("Ship forecasting models", "3+ years of machine learning"),
    "Data Engineer": ("Run ETL pipelines into the warehouse", "Very good SQL and Python"),
    "Data Scientist": ("Design experiments and models", "Statistics, Python and SQL"),
    "Technical Program Manager": ("Own the plan across seven teams", "5+ years of programs"),
    "Product Manager": ("Own the roadmap of the booking tools", "3 years in product management"),
}


def posting(
    title: str = "Backend Engineer", name: str = "Acme", about: str = "", end: str = ""
) -> str:
    duty, must = WORK[title]
    return POSTING.format(title=title, name=name, about=about, end=end, duty=duty, must=must)


@cache
def analysed(text: str) -> report_gen.Analysis:
    resume = report_gen.parse_resume(PEOPLE / "hanneke-de-wit.json", today=TODAY)
    return report_gen.analyze(resume, report_gen.parse_job(text=text), today=TODAY)


def case_of(text: str) -> Case:
    first = analysed(posting())
    return Case(
        assessment=first.assessment, matches=first.matches, resume=first.resume,
        job=report_gen.parse_job(text=text), taxonomy=pipeline.load_packs(),
        options=Options(today=TODAY),
    )  # fmt: skip


def held(text: str) -> list[Round]:
    return [r for r in analysed(text).coaching.rounds if not r.inside]


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (
            "Selection process\n1. Telephone call with HR (30 minutes)\n2. Technical conversation with two engineers "
            "(90 minutes): your projects, then a code review\n3. Conversation with the head of payments",
            ["Telephone call with HR", "Technical conversation with two engineers", "Conversation with the head of payments"],
        ),
        (
            "The interview process consists of a case interview, a technical interview and a partner interview.",
            ["Case interview", "Technical interview", "Partner interview"],
        ),
        (
            "How to apply\nA structured interview with a panel of four and a written exercise of 45 minutes are planned for January.",
            ["Structured interview with a panel of four", "Written exercise"],
        ),
        (
            "Our hiring process\n- Intro call with Jana from People (20 min)\n- Take-home challenge, about 3 hours\n- Team lunch\n- Final chat with our CTO",
            ["Intro call with Jana from People", "Take-home challenge", "Team lunch", "Final chat with our CTO"],
        ),
        (
            "Our process: a call, a pairing session on a real ticket, a talk with the founders.",
            ["Call", "Pairing session on a real ticket", "Talk with the founders"],
        ),
        (
            "Our process\n1. Recruiter call\n2. Technical phone screen\n3. Meeting with the team\n4. Conversation with the CTO",
            ["Recruiter call", "Technical phone screen", "Meeting with the team", "Conversation with the CTO"],
        ),
    ],
)  # fmt: skip
def test_steps_a_posting_names_are_the_rounds_word_for_word(end: str, names: list[str]) -> None:
    text = posting(end=end)
    assert [s.name for s in stated_steps(case_of(text))] == names
    rounds = held(text)
    assert [r.name for r in rounds] == names
    assert all(r.sure == STATED for r in rounds)
    titles = [c.title for c in compose_report(analysed(text), pipeline.load_packs()).chapters]
    for n, name in enumerate(names, 1):
        assert f"Round {n}: {name}" in titles


def test_lengths_are_those_the_posting_names() -> None:
    text = posting(
        end="Our process\n- Call with HR (30 minutes)\n- Take-home task, about 3 hours\n- Talk with the team"
    )
    assert [r.minutes for r in held(text)] == ["30", "3 hours", ""]


@pytest.mark.parametrize(
    "end",
    [
        "Please send your application with a cover letter. We will call you.",
        "How we hire: two short chats and one long one.",
        "We interview on Tuesdays.",
        "You will pair with product managers, talk to users and present the tests.",
        "Benefits\n- Free lunch\n- Coffee",
    ],
)
def test_a_remark_is_no_process(end: str) -> None:
    assert stated_steps(case_of(posting(end=end))) == ()


@pytest.mark.parametrize(
    ("name", "about", "kind"),
    [
        ("Kelpline", "We are 12 people. We forecast yields for mussel farms.", "startup"),
        ("Kelpline", "We're a team of about 25 and closed our seed round in March.", "startup"),
        ("St. Brigid University Hospital", "The hospital employs 5,400 people.", "public"),
        ("City of Halmstrand", "The statistics office counts 180,000 inhabitants.", "public"),
        ("Statoffice", "Pay follows the public service scale, group 11.", "public"),
        ("Nordfels Bank AG", "A regional bank with 2,800 employees.", "firm"),
        ("Althaus GmbH", "We are a family-owned manufacturer in the fourth generation.", "firm"),
        ("Marlow & Finch Consulting", "We help retailers with prices.", "consultancy"),
        ("Tallywise", "Tallywise is a Series C company with 350 people.", "scaleup"),
        ("Fernloft", "160 people from 30 countries work with us.", "midsized"),
        ("Fernloft", "We build software for hospitals, banks and cities.", ""),
        ("Fernloft", "Our app helps 40 people a minute find a doctor.", ""),
        ("Fernloft", "You join a team of 9 in the data department.", ""),
        ("Fernloft", "We are 5 years old and grow by 40 percent a year.", ""),
        ("Carrow National Bank", "The bank has 28,000 colleagues in four states.", ""),
        ("Carrow Savings Bank", "The bank has 280 colleagues in one valley.", "firm"),
        ("Google", "We are a hospital of ideas.", ""),
    ],
)
def test_the_kind_of_employer_is_what_it_says_of_itself(name: str, about: str, kind: str) -> None:
    found = employer_of(case_of(posting(name=name, about=about)))
    assert (found.id if found else "") == kind


@pytest.mark.parametrize(
    ("about", "people"),
    [
        ("We are now twenty people in two rooms.", 20),
        ("A 30-person company from Cork.", 30),
        ("The group has 12,500 employees.", 12500),
        ("We serve 2 million people a day.", 0),
        ("We are 100% remote.", 0),
    ],
)
def test_how_many_work_there_is_read_only_of_themselves(about: str, people: int) -> None:
    assert people_of(case_of(posting(about=about))) == people


@pytest.mark.parametrize("title", sorted(WORK))
@pytest.mark.parametrize(
    ("name", "about", "most"),
    [
        ("Kelpline", "We are 12 people.", 4),
        ("City of Halmstrand", "", 2),
        ("Nordfels Bank AG", "", 4),
        ("Marlow Consulting", "", 4),
    ],
)
def test_smaller_employers_hold_few_rounds_and_no_puzzles(
    title: str, name: str, about: str, most: int
) -> None:
    text = posting(title, name, about)
    rounds = held(text)
    assert 2 <= len(rounds) <= most
    assert all(r.sure.startswith(("usual for a ", "usual for an ")) for r in rounds)
    assert not {"online_assessment", "coding", "ml_coding"} & {
        r.id for r in analysed(text).coaching.rounds
    }
    assert sum(r.weight for r in analysed(text).coaching.rounds) == 100
    steps = {r.name for r in rounds}
    assert all(r.inside in steps for r in analysed(text).coaching.rounds if r.inside)
    assert all(len(r.topics) >= 1 for r in rounds)


def test_without_a_word_on_the_employer_the_usual_rounds_stay() -> None:
    rounds = analysed(posting()).coaching.rounds
    assert not any(r.inside or r.sure for r in rounds)
    assert "coding" in {r.id for r in rounds}


def test_every_role_with_a_technical_screen_has_its_own() -> None:
    packs = pipeline.load_packs()
    seen = set()
    for title in WORK:
        rounds = analysed(posting(title)).coaching.rounds
        screen = next((r for r in rounds if r.id == "technical_screen"), None)
        if screen is not None:
            seen.add((screen.tested, screen.strong))
    assert len(seen) == len(WORK) - 1  # product managers have none
    assert "technical_screen" not in {r.id for r in packs.roles["pm"].rounds}


PLANNER = """Jo Marsh
jo@example.org

Experience
Program Manager, Oakbridge Schools, 2017 - 2026
- Ran the move of 40 schools to a new register over two years, on time
- Told four directors each week what had slipped and why
- Led the contract with two suppliers and cut late deliveries from 9 to 2 a month

Education
BA English, 2015
"""


@pytest.mark.parametrize(("section", "drilled"), [("Nice to have", False), ("You must have", True)])
def test_who_writes_no_code_drills_none_because_of_a_wish(section: str, drilled: bool) -> None:
    text = posting(
        "Technical Program Manager", end=f"{section}\n- Very good SQL to look things up\n"
    )
    coaching = report_gen.analyze(
        report_gen.parse_resume(PLANNER.encode(), filename="r.txt", today=TODAY),
        report_gen.parse_job(text=text),
        today=TODAY,
    ).coaching
    assert coaching.plan is not None
    told = [t.name for r in coaching.rounds for t in r.topics]
    told += [t.title for w in coaching.plan.weeks for t in w.tasks]
    told += [t.title for t in coaching.plan.left_out]
    assert any("problems on joins" in t or "SQL" in t.split(":")[0] for t in told) >= drilled
    if not drilled:
        assert not any("problems on joins" in t or "window" in t.lower() for t in told)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Google", True),
        ("Google Ireland Ltd", True),
        ("Amazon Development Center Germany GmbH", True),
        ("Meta Platforms, Inc.", True),
        ("Apple Tree Nursery", False),
        ("Meta Bread and Cake", False),
        ("Amazon Rainforest Trust", False),
        ("LinkedIn", False),
    ],
)
def test_a_firm_that_begins_with_a_known_name_is_another(name: str, known: bool) -> None:
    assert case_of(posting(name=name)).company_known is known


@pytest.mark.parametrize("name", ["Amazon", "Meta", "NVIDIA", "Acme"])
def test_what_is_only_reported_is_called_so_once_and_no_round_is_called_documented(
    name: str,
) -> None:
    report = compose_report(analysed(posting(name=name)), pipeline.load_packs())
    company = next(c for c in report.chapters if c.id == "company")
    for claim in (*company.data["process"], *company.data["emphasis"]):
        told = claim["text"].lower()
        if claim["confidence"] == "low":
            assert told.count("reported)") + told.count("candidates report") == 1, told
    weights = next(c for c in report.chapters if c.id == "weights")
    assert {row["sure"] for row in weights.data["rows"]} <= {
        "usual",
        "common",
        "it may come",
    }


@pytest.mark.parametrize(("about", "rehearsed"), [("", True), ("We are 12 people.", False)])
def test_a_whole_day_is_rehearsed_only_where_one_may_come(about: str, rehearsed: bool) -> None:
    plan = analysed(posting("Data Engineer", about=about)).coaching.plan
    assert plan is not None
    titles = [t.title for w in plan.weeks for t in w.tasks] + [t.title for t in plan.left_out]
    assert any(t.startswith("A full day") for t in titles) is rehearsed


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("How to apply\nInterviews: 16 December. You'll meet our head of digital and a hostel manager.", "You'll meet our head of digital"),
        ("How to apply\nPlease apply soon. The interview panel will have three members.", "three members"),
        ("Our process\nInterviews are on 3 and 4 December 2026 in Leeds.", "3 and 4 December"),
    ],
)  # fmt: skip
def test_what_a_posting_says_of_who_and_when_is_quoted(end: str, said: str) -> None:
    company = analysed(posting(end=end)).coaching.company
    assert company is not None
    assert any(said in c.text for c in company.process if c.source == "the posting")


def test_two_steps_of_one_name_are_told_apart() -> None:
    rounds = analysed(
        posting(end="Our process\n1. Call\n2. Interview\n3. Interview")
    ).coaching.rounds
    names = [r.name for r in rounds if not r.inside]
    assert names == ["Call", "Interview", "Interview (2)"]
    assert len({r.id for r in rounds}) == len(rounds)
