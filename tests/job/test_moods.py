"""Postings in a private voice: what is asked follows from the grammar, not from known headings."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.job.headings import guess_section, name_section
from report_gen.job.models import Job
from report_gen.job.words import compile_words
from report_gen.taxonomy import load_taxonomy

MOODS = {
    "duties": (
        "What you'll get up to 🛠️",
        "What you'd be getting into",
        "A day might look like",
        "What a typical engagement looks like",
        "So what would I do all day?",
        "Where you'd come in",
        "A week in this seat",
        "What lands on your desk",
        "How your first Monday might go",
        "The successful candidate will be responsible for",
        "What the post holder will do",
        "What needs fixing",
        "The work waiting for you",
        "What does success look like?",
    ),
    "must": (
        "You might be our person if",
        "They won't budge on",
        "We can't teach you these in a month",
        "What must I be able to do?",
        "What kind of person fits?",
        "What we will assess you on",
        "We'd get along if",
        "Deal-breakers",
        "Talk to us if",
        "What should you already know?",
        "Without these we can't put you forward",
    ),
    "nice": (
        "What would make me smile",
        "Nice if you have it, fine if not",
        "We'd be over the moon if",
        "would make them happy",
        "It'd be a bonus if you've got",
        "What would make you jump out of your chair?",
        "What if I also know some Kotlin?",
        "Our hearts beat faster if",
        "No worries if not",
        "Would turn our heads",
        "What wouldn't hurt",
        "With these you jump the queue",
    ),
}
NO_ASKS = (
    "What you won't do",
    "What is not needed",
    "We don't need",
    "If you need adjustments",
    "Where you'll work",
    "What tools do you use?",
    "People who inspire us",
    "What you'll love about us",
    "What you'll get",
    "Where we are going",
    "What will I learn?",
    "What happens next?",
    "Who you'll work with",
    "What we do",
    "How you will grow",
    "Is there travel?",
    "What we pay",
    "When would I hear back?",
    "Who would I report to?",
    "Who are you people?",
    "What does it pay?",
    "How do I apply?",
)


@pytest.mark.parametrize("section", MOODS)
def test_a_heading_in_words_of_its_own_opens_what_its_grammar_says(section: str) -> None:
    words = compile_words(load_taxonomy())
    got = {t: name_section(t, words) or guess_section(t, words) for t in MOODS[section]}
    assert got == dict.fromkeys(MOODS[section], section)


def test_a_heading_that_offers_or_explains_asks_nothing() -> None:
    words = compile_words(load_taxonomy())
    got = {t: name_section(t, words) or guess_section(t, words) for t in NO_ASKS}
    assert not {t: s for t, s in got.items() if s in ("duties", "must", "nice")}


def _asked(job: Job) -> dict[str, str]:
    return {r.text: r.kind for r in job.requirements}


def test_prose_tells_duties_in_the_present_and_after_a_time_of_day() -> None:
    job = report_gen.parse_job(
        text="""Machine Learning Engineer

Dear stranger, we put cameras over saws and grade boards in eleven countries.

You own what happens when a model is wrong, and you talk to the foreman yourself. In the afternoons you'll be building the training pipeline. Our tools help you build trust.

You write Python that other people can read. It would help if you have used TensorRT.
"""
    )
    assert _asked(job) == {
        "You own what happens when a model is wrong, and you talk to the foreman yourself.": "responsibility",
        "In the afternoons you'll be building the training pipeline.": "responsibility",
        "You write Python that other people can read.": "required",
        "It would help if you have used TensorRT.": "preferred",
    }


def test_a_posting_of_questions_is_read_by_its_answers() -> None:
    job = report_gen.parse_job(
        text="""Program Manager
Candle Learning - Remote (US)

Who are you people?
We make courseware for colleges. Three million students log in each term.

So what would I do all day?
You would run the plan across five teams. And you would keep score of what students learn.

What do I need to have done before?
Five or more years as a program manager. At least one program that spanned four teams and shipped.

Do I need to code?
No. Having been an engineer once does help.

What would make you jump out of your chair?
Time spent teaching in a school. A certificate in project management.

Is there travel?
A little, in spring.

How do I apply?
Write two lines to Ada.
"""
    )
    assert _asked(job) == {
        "You would run the plan across five teams.": "responsibility",
        "And you would keep score of what students learn.": "responsibility",
        "Five or more years as a program manager.": "required",
        "At least one program that spanned four teams and shipped.": "required",
        "Having been an engineer once does help.": "preferred",
        "Time spent teaching in a school.": "preferred",
        "A certificate in project management.": "preferred",
    }


def test_what_must_be_stays_a_must_under_a_heading_of_wishes() -> None:
    job = report_gen.parse_job(
        text="""Research Scientist

What you need to bring
* A PhD in speech
* PyTorch on more than one machine

What would make me smile
* A bit of Rust
* You have recorded people in a room

Ideally you can start before September. You must be willing to come to Edinburgh once a month.
"""
    )
    kinds = _asked(job)
    assert kinds["A bit of Rust"] == "preferred"
    assert kinds["You must be willing to come to Edinburgh once a month."] == "required"


def test_the_rows_of_a_table_say_how_much_they_matter() -> None:
    job = report_gen.parse_job(
        text="""# Site Reliability Engineer

## Profile

| Must / should / could | What |
|---|---|
| Must | Linux systems that people depend on |
| Should | Prometheus and Grafana |
| Could | Knowledge of control rooms |
""",
        filename="job.md",
    )
    assert _asked(job) == {
        "Linux systems that people depend on": "required",
        "Prometheus and Grafana": "preferred",
        "Knowledge of control rooms": "preferred",
    }


def test_a_table_of_columns_is_read_column_by_column() -> None:
    bars = """Yield Engineer, Machine Learning

| What you will do | What you should bring |
|---|---|
| Predict cell efficiency from line sensors | Solid Python and a feeling for statistics |
| Find the machine that drifts | Experience with time series |
"""
    tabs = """Telecom Software Engineer

Essential                    Desirable
C++17 and Linux              Rust
Radio protocols              Kubernetes
"""
    assert _asked(report_gen.parse_job(text=bars)) == {
        "Predict cell efficiency from line sensors": "responsibility",
        "Find the machine that drifts": "responsibility",
        "Solid Python and a feeling for statistics": "required",
        "Experience with time series": "required",
    }
    assert _asked(report_gen.parse_job(text=tabs)) == {
        "C++17 and Linux": "required",
        "Radio protocols": "required",
        "Rust": "preferred",
        "Kubernetes": "preferred",
    }


def test_a_list_inside_a_sentence_is_parted_by_its_signs() -> None:
    job = report_gen.parse_job(
        text="""Data Engineer

The engineer in this seat ingests call records; designs the warehouse; and teaches the analysts SQL.

You know Python, and Scala is a plus. We are looking for someone with (a) three years with Spark; (b) Kafka; (c) SQL at expert level.
"""
    )
    assert _asked(job) == {
        "The engineer in this seat ingests call records": "responsibility",
        "designs the warehouse": "responsibility",
        "teaches the analysts SQL.": "responsibility",
        "You know Python": "required",
        "Scala is a plus.": "preferred",
        "three years with Spark": "required",
        "Kafka": "required",
        "SQL at expert level.": "required",
    }


def test_what_a_thing_would_do_for_us_is_a_wish() -> None:
    job = report_gen.parse_job(
        text="""ML Engineer

To do this well you need a solid grounding in statistics. Familiarity with Vespa would save us a month.
Kubernetes holds no secrets for you. Open source work earns you plus points.
"""
    )
    assert list(_asked(job).values()) == ["required", "preferred", "required", "preferred"]


def test_a_letter_is_read_by_what_each_sentence_says() -> None:
    job = report_gen.parse_job(
        text="""Applied Scientist, Forecasting
Halden & Roe (Amsterdam)

Dear reader,

In this job you design the models, and you decide how they are judged. You'll have a data engineer at your side.

You come with a master's degree. Extra kudos if you've worked with time series. No need to be a retail person.
"""
    )
    assert _asked(job) == {
        "In this job you design the models, and you decide how they are judged.": "responsibility",
        "You come with a master's degree.": "required",
        "Extra kudos if you've worked with time series.": "preferred",
    }


def test_things_named_without_a_verb_are_asked_under_their_heading() -> None:
    job = report_gen.parse_job(
        text="""SRE (m/f/x)
Employer: Netz IT GmbH.

WHAT YOU'D OWN
The on-call rotation and everything that makes it quiet. The post-mortems.

WHAT YOU'D NEED
Linux down to the kernel. Go, Python or a cousin of theirs.

WHAT WOULDN'T HURT
Experience with Ceph. A sense of humour.

WHAT YOU CAN COUNT ON
38.5 hours. A pension plan.
"""
    )
    assert job.company == "Netz IT GmbH"
    assert (
        list(_asked(job).values()) == ["responsibility"] * 2 + ["required"] * 2 + ["preferred"] * 2
    )
    assert [r.any_of for r in job.requirements] == [False, False, False, True, False, False]


def test_who_speaks_in_questions_and_answers_is_left_out() -> None:
    job = report_gen.parse_job(
        text="""Position: Growth Analyst
Company: Fennel & Sons

Q: What will I own?
A: The retention dashboard, the weekly experiment review and the churn model.

Q: What do I need?
A: SQL, and two years with subscription data.

Q: Anything that helps?
A: dbt, having worked with meal kits.
"""
    )
    assert _asked(job) == {
        "The retention dashboard, the weekly experiment review and the churn model.": "responsibility",
        "SQL, and two years with subscription data.": "required",
        "dbt, having worked with meal kits.": "preferred",
    }


def test_a_heading_that_asks_what_or_how_stands_above_lines_without_bullets() -> None:
    job = report_gen.parse_job(
        text="""Staff Mobile Engineer, Android

How you'll spend your time
40% building features in Kotlin
10% talking to nurses

How we'll know it's you
You have shipped Android apps for 8+ years
You've talked somebody out of a rewrite

How we'll treat you
25 days off, private health care
"""
    )
    assert list(_asked(job).values()) == ["responsibility"] * 2 + ["required"] * 2
    assert job.min_years == 8


def test_some_of_these_is_a_wish_and_must_is_a_must_anywhere() -> None:
    job = report_gen.parse_job(
        text="""Program Manager

Ridgeway designs chips for cars, and cars have to stop when they are told to.

As a manager on the Safety team you coordinate fourteen teams so that silicon and firmware arrive together. It is a calm team.

You tick most of these:
- Five years of program management
- Calm in front of executives

And if you tick one of these, coffee is on us:
- Swedish
- Experience with chips

Must be able to travel internationally.
"""
    )
    kinds = list(_asked(job).values())
    assert kinds == ["responsibility", "required", "required", "preferred", "preferred", "required"]


def test_holding_it_together_is_nothing_one_does_or_holds() -> None:
    job = report_gen.parse_job(
        text="""Engineer at Oatmark

There are three of us. You hold it together where Pim left off. You would keep things together, too.

You'll do
- Rewrite the price feed

You have
- TypeScript
- A calm voice
"""
    )
    assert [r.text for r in job.requirements] == [
        "Rewrite the price feed",
        "TypeScript",
        "A calm voice",
    ]


def test_a_table_whose_rows_have_labels_is_read_column_by_column() -> None:
    job = report_gen.parse_job(
        text="""Clinical Data Analyst

| | Minimum | Preferred |
| --- | --- | --- |
| Education | Bachelor's degree in statistics | Master's degree |
| Experience | 2 years of SQL reporting | Experience with Epic Clarity |
| Licensure | None | Clarity certification |
"""
    )
    assert {r.text: r.kind for r in job.requirements} == {
        "Bachelor's degree in statistics": "required",
        "2 years of SQL reporting": "required",
        "Master's degree": "preferred",
        "Experience with Epic Clarity": "preferred",
        "Clarity certification": "preferred",
    }


def test_sentences_of_a_line_without_a_bullet_ask_one_by_one() -> None:
    job = report_gen.parse_job(
        text="""Project Manager

Qualifications
You hold a degree in engineering.
You know suppliers. It is meriting if you have worked with high voltage. A certificate is an advantage.
As a person you are calm and not afraid of the phone.
Interviews are expected to be held in May.
Interested candidates may share their CV with us.
"""
    )
    assert {r.text: r.kind for r in job.requirements} == {
        "You hold a degree in engineering.": "required",
        "You know suppliers.": "required",
        "It is meriting if you have worked with high voltage.": "preferred",
        "A certificate is an advantage.": "preferred",
        "As a person you are calm and not afraid of the phone.": "required",
    }


def test_a_lead_in_whose_last_clause_says_nothing_is_read_as_a_whole() -> None:
    job = report_gen.parse_job(
        text="""Platform Engineer

What you bring
- Kubernetes

It is an advantage, but no requirement, that you
- have worked with SCADA
- know what IEC 62443 is about
"""
    )
    assert _asked(job) == {
        "Kubernetes": "required",
        "have worked with SCADA": "preferred",
        "know what IEC 62443 is about": "preferred",
    }


def test_school_is_no_degree_and_gross_pay_keeps_its_period() -> None:
    job = report_gen.parse_job(
        text="""BI Developer

We require: 2+ years with Power BI; SQL; secondary or university education.

Highly desirable:
* DAX
* Candidates must be eligible to work in Ireland

We offer: 55 000 - 75 000 CZK gross per month, a canteen.
"""
    )
    assert _asked(job) == {
        "2+ years with Power BI": "required",
        "SQL": "required",
        "secondary or university education": "required",
        "DAX": "preferred",
        "Candidates must be eligible to work in Ireland": "required",
    }
    assert job.degree.level == "none"
    assert job.compensation is not None
    assert job.compensation.period == "month"
