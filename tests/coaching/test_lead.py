"""The one figure and story to lead with: a change first, then people served, never a size of the work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen import Analysis
from report_gen.coaching.language.numbers import figures_in, is_few, sayable
from report_gen.coaching.lead import CHANGE, NOTHING, QUALITY, SERVED, effect
from report_gen.coaching.wording import in_quotes
from report_gen.report import compose_report
from report_gen.taxonomy import load_taxonomy
from tests.coaching.test_stories import analyse
from tests.conftest import PAIRS


@pytest.mark.parametrize(
    ("line", "rank", "figure"),
    [
        ("Moved the nightly run to one cluster, 5 h to 35 min.", CHANGE, "5 h to 35 min"),
        ("Cut the cloud bill by 27% with smaller nodes", CHANGE, "27%"),
        ("Rolled out a ranker, orders +3.1% in a test", CHANGE, "+3.1%"),
        ("Forecast error 9% lower than the method in use", CHANGE, "9%"),
        ("Saved the lab 15 hours a week with scripts", CHANGE, "15 hours a week"),
        ("Sped up the nightly match 12x (from 6 h to 30 min)", CHANGE, "from 6 h to 30 min"),
        ("Raised recall at a 1% review rate from .61 to .70", CHANGE, "from .61 to .70"),
        ("Tested the valve on 40 patients", NOTHING, ""),
        ("Dashboard opened by 14 field supervisors every morning", SERVED, "14 field supervisors"),
        ("Taught statistics to 120 students a year", SERVED, "120 students a year"),
        ("Image classifier, 86% accuracy on 12 species", QUALITY, "86%"),
        ("Trained a model on spectrograms of 12 species", NOTHING, ""),
        ("Trained on 16 to 64 A100s with DDP", NOTHING, ""),
        ("Labels arrive 45 to 90 days late in this business", NOTHING, ""),
        ("Guideline for 5 annotators", NOTHING, ""),
        ("Led a team of 9 engineers", NOTHING, ""),
        ("Head of the science department (6 teachers)", NOTHING, ""),
        ("Shrank a recogniser with 6% relative error loss", NOTHING, ""),
        ("Wrote a guide to the warehouse tables", NOTHING, ""),
    ],
)
def test_what_a_line_says_of_its_outcome(line: str, rank: int, figure: str) -> None:
    assert effect(line) == (rank, figure)


@given(st.integers(2, 999), st.sampled_from(["classes", "GPUs", "species", "images", "notebooks"]))
def test_a_count_of_what_went_in_is_no_result(n: int, things: str) -> None:
    assert effect(f"Trained a classifier on {n} {things}") == (NOTHING, "")


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_every_page_leads_with_the_same_story(analyses: dict[str, Analysis], person: str) -> None:
    analysis = analyses[person]
    lead = analysis.coaching.stories[0]
    first = analysis.coaching.rounds[0]
    assert first.id == "recruiter_screen"
    assert any(lead.title in line for line in first.sheet)
    assert any(lead.title in line for line in analysis.coaching.next_actions)
    report = compose_report(analysis, load_taxonomy())
    summary = next(c for c in report.chapters if c.id == "summary").data
    assert summary["story"]["title"] == lead.title
    page = next(c for c in report.chapters if c.id == "in-short").data
    proof = next(row for row in page["rows"] if row["name"] == "Strongest proof")
    assert analysis_line(analysis, lead.ref).startswith(proof["quote"]["text"][:40])
    if any(card["ref"] == lead.ref for card in summary["cards"]):
        assert summary["cards"][0]["ref"] == lead.ref


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_the_figure_on_a_sheet_is_of_the_story_above_it(
    analyses: dict[str, Analysis], person: str
) -> None:
    analysis = analyses[person]
    texts = {s.title: analysis_line(analysis, s.ref) for s in analysis.coaching.stories}
    found = 0
    for r in analysis.coaching.rounds:
        for above, line in zip(r.sheet, r.sheet[1:], strict=False):
            if line.startswith("Its figure: "):
                found += 1
                assert line.split("“")[1].split("”")[0] in texts[above.split("“", 1)[1].rstrip("”")]
    assert found


def analysis_line(analysis: Analysis, ref: str) -> str:
    return next(line.text for line in analysis.matches.lines if line.ref == ref)


def test_an_internship_does_not_lead_where_a_post_was_held_since() -> None:
    strong = "Cut the scrap rate of the press from 9% to 4% in 3 months, audited by finance"
    person = {
        "basics": {"name": "Ada Berg"},
        "work": [
            {"name": "Fernhollow", "position": "Process Engineer", "startDate": "2021-05",
             "highlights": ["Moved 3 lines to one shift plan; overtime down 14%", "Wrote the audit plan for two plants"]},
            {"name": "Oldmill", "position": "Engineering Intern", "startDate": "2018-06", "endDate": "2018-09",
             "highlights": [strong]},
        ],
    }  # fmt: skip
    first = analyse(person).coaching.stories[0]
    assert first.ref.startswith("work[0]")
    person["work"] = person["work"][1:]  # type: ignore[index]
    assert analyse(person).coaching.stories[0].ref == "work[0].highlights[0]"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Removed an N+1 query and cut the load by 40%", ("40%",)),
        ("Moved intake to S3 and Textract, 60K documents a month", ("60K documents a month",)),
        ("Improves PSNR by 1.7 on RealEstate10K", ()),
        ("Served an 8B model to 31 towns", ("31 towns",)),
        ("Depth error from 0.131 to 0.112", ("from 0.131 to 0.112",)),
    ],
)
def test_a_figure_is_said_with_its_unit_or_not_at_all(line: str, said: tuple[str, ...]) -> None:
    assert sayable(figures_in(line)) == said


def test_a_handful_of_people_is_no_number_to_lead_with() -> None:
    assert is_few("9 students")
    assert not is_few("12 students")
    assert not is_few("5 days")
    assert not is_few("9%")


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_figures_to_say_are_whole(analyses: dict[str, Analysis], person: str) -> None:
    report = compose_report(analyses[person], load_taxonomy())
    rows = next(c for c in report.chapters if c.id == "ledger").data["rows"]
    assert rows
    for row in rows:
        assert not any(figure.isdigit() for figure in row["claim"].split(", ")), row


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_what_is_due_today_has_no_date(analyses: dict[str, Analysis], person: str) -> None:
    coaching = analyses[person].coaching
    assert coaching.plan is not None
    first = next(t for week in coaching.plan.weeks for t in week.tasks)
    due = first.day == coaching.plan.start
    assert coaching.next_actions[0].startswith("Today, " if due else "By ")


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_a_title_inside_a_sentence_stands_in_quotes(
    analyses: dict[str, Analysis], person: str
) -> None:
    coaching = analyses[person].coaching
    titles = [s.title for s in coaching.stories if len(s.title.split()) > 2]
    assert coaching.plan is not None
    said = [t.title for week in coaching.plan.weeks for t in week.tasks]
    said += [line for lines in coaching.plan.quick.values() for line in lines]
    said += [*coaching.plan.day_before, *coaching.next_actions]
    said += [line for r in coaching.rounds for line in r.sheet]
    found = [(line, title) for line in said for title in titles if title in line]
    assert found
    for line, title in found:
        assert f"“{title}" in line, line


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("Moving the night loads", "“Moving the night loads”"),
        ('Splitting it into a "sure" and a "late" track', "“Splitting it into a ‘sure’ and a ‘late’ track”"),
        ("You write “Cut waste by 4%”. What got worse?", "“You write ‘Cut waste by 4%’. What got worse?”"),
    ],
)  # fmt: skip
def test_quotes_inside_quotes_are_single(name: str, quoted: str) -> None:
    assert in_quotes(name) == quoted
