"""Page 2: the report in up to seven sentences; it says what the chapters say, on one page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import report_gen
from report_gen.coaching.stakes import by_stake
from report_gen.pipeline import load_packs
from report_gen.rendering.html import make_print_page
from report_gen.rendering.pdf import lay_out
from report_gen.report import Report, compose_report, in_short
from report_gen.report.words import number
from report_gen.scoring.models import Component
from tests.conftest import PAIRS
from tests.judged.corpus import read_corpus
from tests.report.case import small_analysis
from tests.report.test_language import analysed

PEOPLE = [person for person, _ in PAIRS]


def page(report: Report) -> Report:
    """The report cut down to its second page."""
    return replace(report, chapters=tuple(c for c in report.chapters if c.id == "in-short"))


def texts(report: Report) -> list[str]:
    return [row["text"] for row in page(report).chapters[0].data["rows"]]


@pytest.mark.parametrize("edition", ["full", "standard"])
@pytest.mark.parametrize("person", PEOPLE)
def test_it_says_what_the_chapters_say(
    analyses: dict[str, report_gen.Analysis], person: str, edition: str
) -> None:
    analysis = analyses[person]
    report = compose_report(analysis, load_packs(), edition)
    assert [c.id for c in report.chapters[:3]] == ["cover", "in-short", "contents"]
    said = texts(report)
    assert 5 <= len(said) <= 7
    assert all(re.search(r"[.:?]$", text) for text in said)
    gap = next(g for g in analysis.assessment.gaps if g.id in analysis.coaching.scripts)
    together = " ".join(said)
    assert number(analysis.assessment.fit.score) in together
    assert gap.name in together
    assert by_stake(analysis.coaching.rounds)[0].name in together
    assert analysis.coaching.next_actions[0] in together
    html = make_print_page(report)
    linked = re.findall(r'href="#([^"]+)"', html.split('id="in-short"')[1].split("</section>")[0])
    assert len(linked) >= 8
    assert [i for i in linked if f'id="{i}"' not in html] == []


@pytest.mark.parametrize("person", PEOPLE)
def test_the_first_thing_to_do_is_what_the_plan_begins_with(
    analyses: dict[str, report_gen.Analysis], person: str
) -> None:
    coaching = analyses[person].coaching
    assert coaching.plan
    first = coaching.plan.weeks[0].tasks[0]
    assert first.day
    assert f"By {first.day.day} " in coaching.next_actions[0]
    assert first.title.split(": ", 1)[-1] in coaching.next_actions[0]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_page_whatever_the_words(paper: str) -> None:
    long = " ".join(["An uncommonly elaborate circumstance"] * 30) + "."
    bare = small_analysis(employer="Kestrel Maps and Geographic Information Services International")
    coaching, assessment = bare.coaching, bare.assessment
    heavy = replace(
        bare,
        coaching=replace(
            coaching,
            next_actions=(long,),
            failures=tuple(
                replace(f, risk="high", why=long, instead=long) for f in coaching.failures
            ),
            stories=tuple(replace(s, title=long) for s in coaching.stories),
        ),
        assessment=replace(
            assessment,
            gaps=tuple(replace(g, name=long, why=long) for g in assessment.gaps),
        ),
    )
    report = page(compose_report(heavy, load_packs(), "full"))
    assert len(texts(report)) >= 5
    assert len(lay_out(report, paper).pages) == 1


def test_a_doubt_is_named_where_no_mistake_is_near() -> None:
    bare = small_analysis()
    calm = replace(
        bare,
        coaching=replace(
            bare.coaching,
            failures=tuple(replace(f, risk="low") for f in bare.coaching.failures),
        ),
    )
    names = [
        row["name"]
        for row in page(compose_report(calm, load_packs(), "full")).chapters[0].data["rows"]
    ]
    assert "Doubt to expect" in names
    assert "Likeliest mistake" not in names
    assert in_short.TITLE == "In short"


def test_a_proof_without_its_result_is_called_that_and_a_degree_is_none() -> None:
    corpus = read_corpus()
    analysis = analysed(corpus.people["buzzwords"], corpus.jobs["fraud"].text)
    row = next(
        r for r in page(compose_report(analysis, load_packs(), "full")).chapters[0].data["rows"]
        if r["name"] == "Strongest proof"
    )  # fmt: skip
    silent = {x.ref for x in analysis.coaching.xray if "what came of it" in x.missing}
    lines = {line.ref: line.text for line in analysis.matches.lines}
    assert row["quote"]["text"] in [lines[ref] for ref in silent]
    assert "write down first what came of it" in row["text"]


@pytest.mark.parametrize("named", [True, False])
def test_what_could_not_be_read_is_not_called_the_greatest_loss(named: bool) -> None:
    analysis = small_analysis()
    fit = analysis.assessment.fit
    heart = Component(
        id="focus", label="The heart of the job", points=30.0, max=60.0, why="set to the middle"
    )
    analysis = replace(
        analysis,
        matches=replace(analysis.matches, focus_terms=("ranking",) if named else ()),
        assessment=replace(
            analysis.assessment, fit=replace(fit, components=(*fit.components, heart))
        ),
    )
    said = " ".join(texts(compose_report(analysis, load_packs())))
    assert ("the heart of the job" in said) is named
