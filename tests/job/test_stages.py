"""Where a posting tells its own process, whatever stands above it; and what only looks like one."""

from __future__ import annotations

import pytest

import report_gen

BASE = """Data Analyst
Acme Ltd, Leeds

What you will do
- Build the weekly report on sales and returns
- {duty}

What we look for
- SQL and spreadsheets
- {must}

{end}
"""


def parsed(end: str = "", duty: str = "Present it to the buyers", must: str = "Clear writing") -> report_gen.Job:  # fmt: skip
    return report_gen.parse_job(text=BASE.format(end=end, duty=duty, must=must))


def of_process(job: report_gen.Job) -> list[str]:
    return [i.text for i in job.ignored if i.why == "process"]


@pytest.mark.parametrize(
    "end",
    [
        "HIRING, STEP BY STEP\n• Chat with Freja (30 min)\n• Work sample: repair a broken report with one of us, 90 min\n• Meet the badgers: three short chats",
        "The road to your contract\n- Phone call, 20 minutes\n- Task with real numbers, one hour\n- Talk with the owner, 45 minutes",
        "What does the interview look like?\n- A call (15 min)\n- A case study, an hour\n- Coffee with the buyers",
    ],
)  # fmt: skip
def test_stages_under_a_heading_of_its_own_are_no_duties(end: str) -> None:
    job = parsed(end)
    assert len(of_process(job)) == 3
    assert len(job.requirements) == 4


def test_a_letter_that_tells_the_stages_one_after_another_is_about_the_process() -> None:
    end = (
        "How would we find out? We'd begin with a phone call. If you still like us, I'd send you a small task. "
        "Then you'd spend a morning here. At the end you'd have coffee with the owner of the gym."
    )  # fmt: skip
    told = of_process(parsed(end))
    assert [t.split()[0] for t in told[-4:]] == ["We'd", "If", "Then", "At"]


def test_a_check_of_references_among_the_stages_is_one_and_elsewhere_the_law() -> None:
    among = parsed(
        "Our process\n- Interview with the head buyer\n- Reference check with two people you know"
    )
    assert "Reference check with two people you know" in of_process(among)
    alone = parsed(
        "Employment depends on a background check and a reference check as required by law."
    )
    assert not any("reference check" in t for t in of_process(alone))


@pytest.mark.parametrize(
    "duty",
    [
        "Run calls with suppliers, then a planning session with the drivers",
        "Interview ten customers a month and write down what they say",
        "Hold a 30 minute chat with each shop once a week",
    ],
)
def test_calls_and_interviews_that_are_the_work_stay_duties(duty: str) -> None:
    job = parsed(duty=duty)
    assert any(r.text == duty for r in job.requirements)


def test_prose_of_musts_is_read_although_a_labelled_wish_stands_below_it() -> None:
    job = report_gen.parse_job(
        text="""Cook and Analyst
Acme Ltd, Leeds

What you'll do
You'll plan the lunches of forty schools. You'll watch what comes back on the plates.

What you'll need
Two years or so in a large kitchen. Spreadsheets beyond the sum. The patience to read a delivery note.

Nice if you have it: SQL, a bicycle, Welsh.
"""
    )
    musts = [r.text for r in job.requirements if r.kind == "required"]
    assert musts == [
        "Two years or so in a large kitchen.",
        "Spreadsheets beyond the sum.",
        "The patience to read a delivery note.",
    ]


def test_what_an_employer_will_not_do_is_asked_of_nobody() -> None:
    job = parsed("We'll not\n- ask you to invert a tree\n- count your hours\n")
    assert not any("invert" in r.text or "count your" in r.text for r in job.requirements)
