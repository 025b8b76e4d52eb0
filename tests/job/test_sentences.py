"""Sentences and list entries in other people's words, and what each one asks."""

from __future__ import annotations

import report_gen

PROSE: dict[str, str | None] = {
    "You will own our feature store.": "responsibility",
    "You review the code of two teams.": "responsibility",
    "On Mondays you talk to the mills.": "responsibility",
    "The scientist in this seat designs the ranking.": "responsibility",
    "You'll have a designer at your side.": None,
    "No need to be an AI person.": None,
    "Proven experience in Python is presupposed.": "required",
    "A good command of German is indispensable.": "required",
    "Publications are considered an asset but are no condition.": "preferred",
    "Knowledge of Vespa would save us a month.": "preferred",
    "You'd work closely with designers and the sales team.": "responsibility",
    "Your first project is a rewrite of the matching engine.": "responsibility",
    "The analyst will prepare monthly reports for the board.": "responsibility",
    "You'll meet with customers every week and turn what you hear into experiments.": "responsibility",
    "We need you to run the evaluation of our models.": "responsibility",
    "Day to day you will write Python and review other people's code.": "responsibility",
    "You'll report to the CTO.": None,
    "You'll join a team of eight.": None,
    "You'll get a laptop of your choice.": None,
    "You will be based in Chicago.": None,
    "You would be the fourth engineer.": None,
    "We're looking for someone with deep knowledge of Kafka.": "required",
    "You know Python inside out.": "required",
    "You should be comfortable with SQL.": "required",
    "Fluency in English is required.": "required",
    "Candidates need a solid understanding of statistics.": "required",
    "You've shipped models to production before.": "required",
    "The right person has strong SQL skills.": "required",
    "You're a clear writer.": "required",
    "It's essential that you have worked with Spark.": "required",
    "A degree in computer science is required.": "required",
    "At least three years of experience with Kubernetes is a must.": "required",
    "Experience with dbt is a plus.": "preferred",
    "Knowledge of German would be an advantage.": "preferred",
    "If you know Rust, even better.": "preferred",
    "Ideally you have used Terraform.": "preferred",
    "Bonus points for open-source work.": "preferred",
    "Familiarity with LangChain is nice to have but not required.": "preferred",
    "We'd love it if you had worked in healthcare.": "preferred",
    "Prior experience in fintech is helpful.": "preferred",
    "Having worked with Flink would be great.": "preferred",
    "Preferably, you have a PhD.": "preferred",
    "Extra credit if you've contributed to PyTorch.": "preferred",
    "Some exposure to AWS is desirable.": "preferred",
    "Preference will be given to people who have sold bread.": "preferred",
    "Preference will be given to veterans and citizens.": None,
    "Your application must clearly explain how you meet each point.": None,
    "We are committed to building a diverse workforce.": None,
    "You don't need a PhD.": None,
    "We don't care where you went to school.": None,
    "No prior experience with Rust is necessary.": None,
    "A degree is not required.": None,
    "This is not a research position.": None,
    "We are not looking for people managers.": None,
    "Our platform processes two billion events a day with Kafka and Flink.": None,
    "We use Python, Kubernetes and a lot of Postgres.": None,
    "Founded in 2015, we have offices in three countries.": None,
    "We were named one of the best places to work.": None,
    "Our mission is to make healthcare affordable.": None,
    "We offer 30 days of vacation and a pension plan.": None,
    "Please apply with your CV.": None,
    "We encourage you to apply even if you don't meet every requirement.": None,
    "All applicants are considered without regard to race or gender.": None,
    "If you need an accommodation, let us know.": None,
    "We reply within five working days.": None,
    "The interview process has three steps.": None,
    "Our team is made up of curious people who love data.": None,
    "We are backed by top investors.": None,
    "We value candour and craft.": None,
    "Salary: $120,000 to $150,000.": None,
    "Relocation support is available.": None,
    "You must be authorized to work in the United States.": "required",
    "You'll have access to a learning budget.": None,
    "We believe great products come from diverse teams.": None,
    "Applicants must be willing to undergo a background check.": None,
    "Travel up to 20% is required.": "required",
    "We move fast and we like to have fun.": None,
    "Our stack is Python, FastAPI and React.": None,
    "You will love it here.": None,
    "Join us and shape the future of logistics.": None,
    "The company reserves the right to amend this description.": None,
    "This job description is not exhaustive.": None,
    "Only shortlisted candidates will be contacted.": None,
}
"""Sentence in a posting without headings: its kind, or None if it asks nothing."""

ENTRIES: dict[tuple[str, str], str | None] = {
    ("Requirements", "Python; Go is a plus"): "required",
    ("Requirements", "Kafka experience (nice to have)"): "preferred",
    ("Requirements", "Bonus: Terraform"): "preferred",
    ("Requirements", "French would be an asset"): "preferred",
    ("Requirements", "Master's degree preferred"): "preferred",
    ("Requirements", "No degree required"): None,
    ("Requirements", "We do not require a PhD"): None,
    ("Requirements", "Ability to work in the US without sponsorship"): "required",
    ("Requirements", "Experience with Docker and, ideally, Kubernetes"): "required",
    ("Requirements", "PhD or Master's degree in a quantitative field (PhD preferred)"): "required",
    ("Requirements", "Optional: experience in retail"): "preferred",
    ("Requirements", "Preferred: 2+ years with Snowflake"): "preferred",
    ("Requirements", "Experience with Airflow preferred but not required"): "preferred",
    ("Requirements", "Comfortable saying no"): "required",
    ("Requirements", "Benefits administration systems knowledge"): "required",
    ("Requirements", "Experience with health insurance data"): "required",
    ("Requirements", "Strong knowledge of pension products and compensation systems"): "required",
    ("Requirements", "You do not panic when production breaks"): "required",
    ("Requirements", "Not afraid of legacy code"): "required",
    ("Requirements", "No fear of ambiguity"): "required",
    ("Responsibilities", "Improve our hiring process and interview candidates"): "responsibility",
    (
        "Responsibilities",
        "Support equal opportunity lending models with fairness audits",
    ): "responsibility",
    ("Responsibilities", "Build tools for our recruiters"): "responsibility",
    ("Responsibilities", "Occasional travel to our Berlin office"): "responsibility",
    ("Responsibilities", "Own the benefits enrolment API"): "responsibility",
    ("Responsibilities", "Design salary prediction models"): "responsibility",
    ("Responsibilities", "Participate in interviews and help us grow"): "responsibility",
    ("Responsibilities", "Reduce fraud in job postings with ML"): "responsibility",
    ("Responsibilities", "Ensure compliance with privacy policy and GDPR"): "responsibility",
    ("Responsibilities", "Other duties as assigned"): "responsibility",
    ("Responsibilities", "Stay up to date with research"): "responsibility",
    ("Nice to have", "Experience is not required in any of these, but Rust helps"): "preferred",
    ("Nice to have", "A sense of humour"): "preferred",
    ("Nice to have", "5+ years in ads"): "preferred",
    ("Benefits", "Work with Kafka and Spark at scale"): None,
    ("Benefits", "Learn from strong engineers"): None,
    ("Benefits", "You will own your schedule"): None,
    ("What we offer", "Experience with state-of-the-art tools"): None,
}
"""Heading and list entry below it: the entry's kind, or None if it asks nothing."""


def kinds(text: str) -> dict[str, str]:
    return {r.text: r.kind for r in report_gen.parse_job(text=text).requirements}


def test_sentences_of_prose() -> None:
    def read(sentence: str) -> str | None:
        lead = "Data Engineer\nAcme Corp\nChicago, IL\n\nAcme makes maps for hikers. "
        rest = " You will also keep our warehouse tidy. You need strong SQL."
        return kinds(f"{lead}{sentence}{rest} Experience with Looker is a plus.\n").get(sentence)

    assert {sentence: read(sentence) for sentence in PROSE} == PROSE


def test_entries_of_lists() -> None:
    def read(heading: str, entry: str) -> str | None:
        other = "Responsibilities" if heading == "Requirements" else "Requirements"
        head = f"Data Engineer\nAcme Corp\nChicago, IL\n\n{other}\n- Strong SQL\n- Write Python\n\n"
        tail = f"- Good communication with customers\n- {entry}\n- Curiosity about maps\n"
        return kinds(f"{head}{heading}\n{tail}").get(entry)

    assert {key: read(*key) for key in ENTRIES} == ENTRIES


POSTING = """Data Analyst, Supply
Norbridge Medical (Sligo / hybrid)

The role
Our depots run on numbers. Day to day: build dashboards that depot managers read; forecast demand by
product; dig into late deliveries and say why; sit with the buyers. In the role you will also define
the service figures.

What we ask:
- Good SQL
- you write clearly and don't need a manager every day

What would make us smile:
- dbt

EUR 42,000 to 52,000, 25 days of leave, parking (you will want it). A work permit can be arranged for
the right person.
"""


def test_a_list_inside_a_sentence_is_duties_one_by_one() -> None:
    job = report_gen.parse_job(POSTING.encode(), filename="job.txt")
    duties = [r.text for r in job.requirements if r.kind == "responsibility"]
    assert duties == [
        "build dashboards that depot managers read",
        "forecast demand by product",
        "dig into late deliveries and say why",
        "sit with the buyers.",
        "In the role you will also define the service figures.",
    ]


def test_pay_leave_and_permits_are_not_asked_for() -> None:
    job = report_gen.parse_job(POSTING.encode(), filename="job.txt")
    asked = {r.text: r.kind for r in job.requirements if r.kind != "responsibility"}
    assert asked == {
        "Good SQL": "required",
        "you write clearly and don't need a manager every day": "required",
        "dbt": "preferred",
    }
    assert job.location == "Sligo"
    assert "permit" in (job.visa or "")


def test_the_first_fact_of_a_row_in_lower_case_is_the_employer() -> None:
    text = POSTING.replace("Data Analyst, Supply", "data platform engineer").replace(
        "Norbridge Medical (Sligo / hybrid)", "tidewater grid / remote uk / £75-95k + options"
    )
    job = report_gen.parse_job(text.encode(), filename="job.txt")
    assert (job.company, job.location, job.remote) == ("tidewater grid", "remote uk", "remote")
    assert job.compensation is not None
    assert job.compensation.max == 95_000
