"""A process told in whatever shape is read step by step; the rounds, questions and tasks follow it."""

from __future__ import annotations

import pytest

from report_gen import pipeline
from report_gen.coaching.stated_steps import stated_steps
from report_gen.report import compose_report
from tests.coaching.test_steps import analysed, case_of, held, posting

SHAPES = [
    (
        "one sentence",
        "How we hire: a 20-minute call with Ines (our recruiter), then a home assignment of two to three hours, then we "
        "discuss your solution for an hour, and a final talk with the managing director.",
        [("call", "20"), ("home", "2-3 hours"), ("solution", "1 hour"), ("executive", "")],
    ),
    (
        "numbers within a line",
        "How we hire\n1) 30 min with Sanne from Talent 2) 60 min with Tobias, the engineering lead, about things you've "
        "built 3) pairing session, 90 min, on a small ranking problem 4) system design + meet the team. We answer within 5 days.",
        [("call", "30"), ("past_work", "60"), ("practical", "90"), ("design", "")],
    ),
    (
        "table with tabs",
        "Selection\nStep\tWho\tHow long\nPhone interview\tHR\t20 min\nExcel test\ton site\t1 hour\nPanel interview\thead of the "
        "library, two librarians\t45 min",
        [("call", "20"), ("exercise", "1 hour"), ("panel", "45")],
    ),
    (
        "letter",
        "How will we decide?\nI'd begin with a short call. If we both still want to, I'd send you a small written exercise, no more than "
        "an hour. Then you'd visit us for a morning. At the end there is a conversation with our founder, Ruth.",
        [("call", ""), ("writing", "1 hour"), ("onsite", "a morning"), ("executive", "")],
    ),
    (
        "sentences behind a step",
        "How we interview\n1. Call with Ines from recruiting (30 min). Bring questions.\n2. Take-home: you get a small data loader and a "
        "trace. Make it faster. Please spend no more than four hours; we pay for your time.\n3. Final conversation with our founder, Ruth. "
        "We take at most three days to answer.",
        [("call", "30"), ("home", "4 hours"), ("executive", "")],
    ),
    (
        "weeks",
        "What happens after you apply\nWeek 1: video call with the hiring manager (45 min)\nWeek 2: trial shift in the depot, paid, 4 hours\n"
        "Week 2: reference calls\nWeek 3: answer",
        [("manager", "45"), ("trial", "4 hours"), ("references", "")],
    ),
    (
        "signs under a heading of its own",
        "Getting hired here\n☎️ Hello call (15 min)\n🧪 Psychometric test, online, 40 min\n🎤 Research talk and questions, 60 min\n🍝 Team dinner",
        [("call", "15"), ("aptitude", "40"), ("talk", "60"), ("social", "")],
    ),
    (
        "ordinals, with a day that holds several",
        "What does the interview look like?\nThree stages, then we decide. The first is with a recruiter (25 minutes). The second is a "
        "technical interview with two analysts. The third is half a day with us: a case interview, a values interview and lunch.",
        [("call", "25"), ("technical", ""), ("case", ""), ("values", ""), ("social", "")],
    ),
    (
        "one interview with a task",
        "How to apply\nShortlisted candidates will be invited to one interview with a short task on the day.",
        [("team", ""), ("exercise", "")],
    ),
    (
        "a loop that holds its talks",
        "Interviews for this post include a screening call, then a panel of four: two SQL interviews, one case study and one on our values.",
        [("call", ""), ("sql", ""), ("case", ""), ("values", "")],
    ),
    (
        "a day with its talks in brackets",
        "Our hiring process: a 15-minute chat with HR, then a half-day in the mill (statistics, a talk about your last project, and values). We answer soon.",
        [("call", "15"), ("theory", ""), ("past_work", ""), ("values", "")],
    ),
    (
        "one stage after the other in long sentences",
        "Our process is quick. After a phone call with the plant manager you will get a data set from our presses, and you'll have three days to "
        "prepare a 15-minute presentation. After this there is a visiting day in Ulm with a technical interview on sensors, a small "
        "Python exercise, and lunch with the shift.",
        [("manager", ""), ("home", ""), ("solution", "15"), ("technical", ""), ("exercise", ""), ("social", "")],
    ),
    (
        "bare list",
        "The process\nPhone call with HR (max. 15 min), case study at home (max. 3 hours), case presentation to three colleagues (1 hour), lunch, offer.",
        [("call", "15"), ("home", "3 hours"), ("solution", "1 hour"), ("social", "")],
    ),
    (
        "short sentences",
        "How it goes from here\nYou write to me. We talk for half an hour. Then you spend a paid day with us in the yard. After that our director "
        "buys you soup and asks you hard questions. Done.",
        [("call", "30"), ("trial", "a day"), ("executive", "")],
    ),
    (
        "arrows",
        "Our process: CV review → intro chat → live coding → behavioural interview → offer",
        [("call", ""), ("practical", ""), ("values", "")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("end", "steps"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_each_stage_is_of_its_kind_with_its_length(end: str, steps: list[tuple[str, str]]) -> None:
    found = stated_steps(case_of(posting("Data Scientist", end=end)))
    assert [(s.kind.id, s.minutes) for s in found] == steps, [s.name for s in found]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("- Call\n- Short call with me (Priya, head of engineering)", "Short call with Priya"),
        ("- Call\n- Week 2: paid trial day: you join us on a ticket, 6 hours", "Paid trial day"),
        ("- Call\n- Assessment: psychometric test (online)", "Assessment: psychometric test"),
        ("- Call\n- Reference check with two people you have worked with", "Reference check with two people you have worked with"),
        ("- Call\n- Third, there is a pair-programming hour on one of our own scripts (no puzzles)", "Pair-programming hour on one of our own scripts"),
        ("- Call\n- Finally, the director talks to you about your plans for five years", "Talk with the director"),
        ("- Call\n- Then you give a research talk of 45 minutes to the institute", "Research talk to the institute"),
    ],
)  # fmt: skip
def test_a_stage_keeps_the_postings_words_without_what_stands_around_them(
    told: str, name: str
) -> None:
    assert [s.name for s in stated_steps(case_of(posting(end=f"Our process\n{told}")))][-1] == name


@pytest.mark.parametrize(
    "end",
    [
        "Our process\nWe aim to answer within a week. No take-homes, no LeetCode. Please send a CV.",
        "Our process\nInterviews will be held in the week of 30 March. Closing date: 14 March.",
        "What you get\n- A chat with the founder whenever you like\n- Lunch on Fridays\n- One day a month for tests of your own",
        "Once a week you run a call with the wholesalers, then a planning session with the drivers.",
    ],
)  # fmt: skip
def test_manners_dates_and_duties_are_no_stages(end: str) -> None:
    assert stated_steps(case_of(posting(end=end))) == ()


def test_who_sits_there_is_looked_up_where_only_a_name_is_given() -> None:
    end = "Ask Dana (CEO) anything.\nOur process\n- Phone screen\n- Chat with Dana, 45 min"
    assert [s.kind.id for s in stated_steps(case_of(posting(end=end)))] == ["call", "executive"]


HOME = (
    "Our process: a call with HR, then a take-home of about three hours, then a presentation of it to the team, "
    "a system design session, and a conversation with our CTO."
)  # fmt: skip


def test_only_the_stated_stages_are_rounds_each_prepared_as_what_it_is() -> None:
    rounds = analysed(posting(end=HOME)).coaching.rounds
    assert [(r.name, r.id) for r in rounds] == [
        ("Call with HR", "recruiter_screen"),
        ("Take-home", "take_home"),
        ("Presentation to the team", "solution_presentation"),
        ("System design session", "system_design"),
        ("Conversation with our CTO", "executive_talk"),
    ]
    assert sum(r.weight for r in rounds) == 100
    assert rounds[0].weight < min(r.weight for r in rounds[1:])
    take_home = rounds[1]
    assert any("Time given: 3 hours" in line for line in take_home.sheet)
    assert "a take-home of about three hours" in take_home.note
    assert "system design" not in take_home.note  # the part of the sentence that is about it


def test_who_presents_a_solution_is_asked_about_it_and_writes_no_code() -> None:
    analysis = analysed(posting(end=HOME))
    asked = [q for q in analysis.coaching.questions if q.round == "solution_presentation"]
    assert len(asked) >= 5
    assert not any(q.id.startswith(("pra", "cod", "swe")) for q in asked)
    assert any("simplest" in q.question for q in asked)


def test_what_is_asked_about_the_solution_is_printed_before_what_could_be_asked_anywhere() -> None:
    end = "Our process\n- Phone call\n- Case study at home, 3 hours\n- Case presentation\n- Lunch"
    analysis = analysed(posting("Product Manager", end=end))
    chapters = compose_report(analysis, pipeline.load_packs()).chapters
    shown = next(c for c in chapters if c.id == "round-solution_presentation").data["questions"]
    assert not any(q["own"] for q in shown[:3])
    asked = [q for q in analysis.coaching.questions if q.round == "solution_presentation"]
    assert any(q.own for q in asked)


def test_tasks_and_mocks_are_of_the_stated_stages() -> None:
    plan = analysed(posting(end=HOME)).coaching.plan
    assert plan is not None
    tasks = [t for w in plan.weeks for t in w.tasks]
    titles = " ".join(t.title for t in tasks)
    assert any(t.title.startswith("A take-home") for t in tasks)
    assert "speak for you" not in titles  # no reference check is named
    assert "which test it is" not in titles
    mocks = [t.title for t in tasks if " mock of " in t.title]
    assert mocks
    assert not any("“Take-home”" in m for m in mocks)  # nobody sits there
    assert any("“Conversation with our CTO”" in m for m in mocks)


@pytest.mark.parametrize(
    ("title", "end", "id"),
    [
        ("Data Scientist", "- Call\n- Presentation of a past project", "past_work"),
        ("Data Scientist", "- Call\n- Take-home task\n- Presentation", "solution_presentation"),
        ("Product Manager", "- Call\n- Work sample with a designer", "skills_test"),
        ("Backend Engineer", "- Call\n- Work sample with a colleague", "practical_coding"),
        ("Machine Learning Engineer", "- Call\n- ML design interview", "ml_system_design"),
        ("Technical Program Manager", "- Call\n- Interview before a panel of four", "panel_interview"),
        ("Data Engineer", "- Call\n- Written questionnaire", "questionnaire"),
    ],
)  # fmt: skip
def test_a_stage_is_prepared_by_its_kind_and_the_role(title: str, end: str, id: str) -> None:
    assert held(posting(title, end=f"Our process\n{end}"))[-1].id == id


def test_a_first_talk_with_the_boss_is_no_recruiters() -> None:
    end = "Our process\n- Video call with the head of data (40 min)\n- Technical interview"
    rounds = held(posting("Data Scientist", end=end))
    assert rounds[0].id == "hiring_manager_team_match"


def test_two_stages_of_one_kind_are_two_rounds() -> None:
    end = (
        "Our process\n- HR call\n- Reference call with a manager\n- Reference call with a colleague"
    )
    rounds = held(posting(end=end))
    assert [r.id for r in rounds] == ["recruiter_screen", "reference_check", "reference_check_2"]
    usual = rounds[2].sheet  # what is said once stands on the first of them
    assert usual
    assert rounds[1].sheet[: len(usual)] == usual


def test_what_the_posting_does_not_name_is_one_line_and_no_chapter() -> None:
    analysis = analysed(
        posting("Data Engineer", end="Our process\n- Call\n- Paid trial day\n- Chat with the CEO")
    )
    assert [r.id for r in analysis.coaching.rounds] == ["recruiter_screen", "trial_day", "executive_talk"]  # fmt: skip
    chapters = compose_report(analysis, pipeline.load_packs()).chapters
    company = next(c for c in chapters if c.id == "company")
    lines = [row["text"] for row in company.data["process"]]
    assert [line for line in lines if line.startswith("Not named by the posting")]
    assert not any("pipeline" in c.title.lower() for c in chapters if c.id.startswith("round-"))


@pytest.mark.parametrize("title", ["Product Manager", "Data Engineer", "Machine Learning Engineer"])
@pytest.mark.parametrize("end", [s[1] for s in SHAPES[:6]], ids=[s[0] for s in SHAPES[:6]])
def test_every_stated_stage_has_topics_a_sheet_and_something_to_ask(title: str, end: str) -> None:
    coaching = analysed(posting(title, end=end)).coaching
    ids = [r.id for r in coaching.rounds]
    assert len(set(ids)) == len(ids)
    assert sum(r.weight for r in coaching.rounds) == 100
    assert all(q.round in ids for q in coaching.questions)
    for r in coaching.rounds:
        assert r.topics, r.id
        assert len(r.sheet) >= 4, r.id
        assert r.asks, r.id
        assert "{" not in " ".join((*r.sheet, *r.asks, *(t.name for t in r.topics)))


def test_inside_a_sentence_a_stage_stands_in_quote_marks_and_a_usual_round_does_not() -> None:
    def advice(text: str) -> str:
        chapters = compose_report(analysed(text), pipeline.load_packs()).chapters
        return str(next(c for c in chapters if c.id == "weights").data["advice"])

    assert "“" in advice(posting(end=HOME))
    assert "“" not in advice(posting())


def test_an_open_talk_holds_a_subject_and_a_short_one_fewer() -> None:
    for length, subjects in (("30 min", 1), ("60 min", 2)):
        end = f"Our process\n- Call\n- Technical interview, {length}\n- Lunch"
        rounds = analysed(posting("Data Scientist", end=end)).coaching.rounds
        assert sum(bool(r.inside) for r in rounds) == subjects
