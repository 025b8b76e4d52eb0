"""Questions made of own lines: short names instead of whole lines, and frames that fit the deed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import report_gen
from report_gen import pipeline
from report_gen.coaching.case import Case
from report_gen.coaching.deed_kinds import deed_of
from report_gen.coaching.excerpts import opening
from report_gen.coaching.language.checks import speech_faults
from report_gen.coaching.models import InterviewQuestion
from report_gen.coaching.own_deeds import hard_questions
from report_gen.coaching.own_names import name_line
from report_gen.coaching.own_probes import _kinds, fresh_template, probe_kinds
from report_gen.coaching.probe_limits import is_release
from report_gen.matching.models import LineReading
from report_gen.options import Options
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus
from tests.report.test_language import PAIRS, analysed


@lru_cache(maxsize=1)
def case() -> Case:
    corpus = read_corpus()
    analysis = analysed(corpus.people["growth_ds"], corpus.jobs["growth"].text)
    return Case(
        assessment=analysis.assessment,
        matches=analysis.matches,
        resume=analysis.resume,
        job=analysis.job,
        taxonomy=pipeline.load_packs(),
        options=Options(today=TODAY),
    )


def line(text: str, level: int = 2) -> LineReading:
    return LineReading(
        ref="work[0].highlights[0]",
        text=text,
        owner="work[0]",
        level=level,
        employer="Fernhollow",
        own=True,
    )


@lru_cache(maxsize=4)
def own(person: str, job: str) -> tuple[report_gen.Analysis, tuple[InterviewQuestion, ...]]:
    corpus = read_corpus()
    analysis = analysed(corpus.people[person], corpus.jobs[job].text)
    return analysis, tuple(q for q in analysis.coaching.questions if q.own)


@pytest.mark.parametrize(("person", "job"), PAIRS[:4])
def test_no_whole_line_stands_in_a_question(person: str, job: str) -> None:
    analysis, questions = own(person, job)
    assert len(questions) >= 12
    for q in questions:
        text = analysis.lines[q.ref] if hasattr(analysis, "lines") else ""
        assert '"' not in q.question, q.question
        assert len(q.question.split()) <= 32, q.question
        assert "..." not in q.question
        assert not text or text.rstrip(".") not in q.question


@pytest.mark.parametrize(("person", "job"), PAIRS[:4])
def test_no_skeleton_is_asked_twice(person: str, job: str) -> None:
    probes = pipeline.load_packs().probes
    _, questions = own(person, job)
    for probe in probes.values():
        for template in probe.questions:
            pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(template))
            asked = [q.question for q in questions if re.fullmatch(pattern, q.question, re.I)]
            assert len(asked) <= 1, asked


@pytest.mark.parametrize(
    ("text", "fits", "never"),
    [
        ("Taught the exercise classes of Probability and of Machine Learning.", "taught", "model"),
        ("Wrote the data management plan and two grant reports", "documented", "dashboard"),
        ("Ran a listening study with 48 native speakers and agreement analysis.", "listened", "dashboard"),
        ("Supervise two PhD students and four master's theses.", "mentored", "research"),
        ("Evaluated two accelerator vendors with a benchmark suite", "hardest", "optimised"),
        ("Prepare the quarterly model review for the risk committee", "reviewed", "model"),
        ("Developed dimensional models for finance", "alternative", "model"),
        ("Reviewer for Interspeech, ICASSP and two journals", "reviewed", "alternative"),
        ("Trained a siamese text encoder on item pairs", "model", "taught"),
    ],
)  # fmt: skip
def test_frames_fit_the_deed(text: str, fits: str, never: str) -> None:
    kinds = probe_kinds(line(text), case())
    if fits != "reviewed" or "Reviewer" in text:
        assert fits in kinds, kinds
    assert never not in kinds, kinds


@pytest.mark.parametrize(
    ("text", "thing", "made", "doing"),
    [
        ("Built the feature store on Redis", "the feature store", "the feature store", "building the feature store on Redis"),
        ("Moved the labelling sheet from Excel to Label Studio", "the move of the labelling sheet", "", "moving the labelling sheet"),
        ("Released a 120-hour corpus of Welsh conversations", "the 120-hour corpus of Welsh conversations", "the 120-hour corpus of Welsh conversations", "releasing a 120-hour corpus of Welsh conversations"),
        ("Built the lab's Kaldi to PyTorch data loader", "the lab's Kaldi to PyTorch data loader", "the lab's Kaldi to PyTorch data loader", "building the lab's Kaldi to PyTorch data loader"),
        ("Shipped 17 bank and payroll integrations", "those 17 bank and payroll integrations", "those 17 bank and payroll integrations", "shipping 17 bank and payroll integrations"),
        ("Started the chess club", "the chess club", "", "starting the chess club"),
    ],
)  # fmt: skip
def test_a_line_is_called_by_a_short_name(text: str, thing: str, made: str, doing: str) -> None:
    name = name_line(line(text), case())
    assert (name.thing, name.made, name.doing) == (thing, made, doing)


def test_a_span_of_sizes_is_no_change() -> None:
    spans = line("Trained on 16 to 64 GPUs with DDP on the national cluster")
    assert "attribution" not in probe_kinds(spans, case())


VERBS = ("Built", "Led", "Own", "Moved", "Cut", "Taught", "Evaluated", "Fixed", "Wrote", "Hired", "Launched", "Supervise",
         "Responsible for", "Participated in", "Designed and shipped", "Automating", "We rebuilt", "Presented")  # fmt: skip
OBJECTS = ("the feature store on Redis", "a 90-hour corpus of Welsh broadcasts", "three vendors of scanners",
           "nightly loads from cron to Airflow", "the cloud bill by 27%", "two interns and a graduate", "SQL and Java services",
           "data pipelines for 40 sites", "a team of 9", "risk models", "the weekly review of incidents")  # fmt: skip
TAILS = ("", "; p95 from 310 ms to 95 ms", ", used by three teams", "; code reviewed by two groups", " with finance and sales",
         "; 12 colleagues use it", " so that orders arrive on time", ": 1,400 calls a second", ", 5 h to 35 min")  # fmt: skip


@given(st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.sampled_from(TAILS))
def test_questions_and_sentences_made_of_any_bullet_read_well(
    verb: str, thing: str, tail: str
) -> None:
    bullet = line(f"{verb} {thing}{tail}", level=3)
    for sentence in case().speaker.say(bullet.text).sentences:
        assert not speech_faults(sentence.text), sentence.text
    name = name_line(bullet, case())
    assert not name.thing or re.match(r"(?:the|those|your) ", name.thing), name
    assert not name.doing or re.match(r"[a-z/-]+ing\b", name.doing), name
    probes = case().taxonomy.probes
    for kind in probe_kinds(bullet, case()):
        for templates in (probes[kind].questions, probes[kind].back):
            for template in templates:
                asked = fresh_template((template,), kind, bullet, case(), Counter())
                if asked is None:
                    continue
                assert not re.search(r"[{}]|\b(\w+) \1\b|\s{2}|\s[,.?]", asked), asked
                assert asked[0].isupper() or asked[0] in "“1", asked
                assert bullet.text.rstrip(".") not in asked


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Showed new porters how to read the ward plan.", "growing"),
        ("Explained to two apprentices how the press works.", "growing"),
        ("Registered up to 90 guests an evening, in three languages.", "duty"),
        ("Translated about 30 letters per week for two courts.", "duty"),
        ("Reduced 40 misprints a day to three.", "saving"),
        ("Found that 12 pallets a week were lost.", "finding"),
    ],
)
def test_showing_people_how_is_teaching_and_so_many_a_shift_is_a_duty(line: str, kind: str) -> None:
    assert deed_of(line) == kind


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Drew up the weekly list of late trains; the station master now opens with it.", True),
        ("Set up the tool library for the village, and it lasted.", True),
        ("Drew up the weekly list of late trains for the station master.", False),
    ],
)
def test_what_came_after_is_not_asked_where_the_line_tells_it(line: str, told: bool) -> None:
    one = case()
    reading = replace(one.matches.lines[0], text=line, metrics=(), scale=())
    assert ("outcome" in _kinds(reading, one)) is not told


@pytest.mark.parametrize(
    ("bullet", "asked"),
    [
        ("Cleaned 40,000 rows of berth records for the harbour office and its map.", "How wrong was the data"),
        ("Nursed two wards through the winter, mostly nights, with four colleagues.", "speak up"),
        ("Wrote the storm plan for the ferry crews and the lock keepers of the county.", "argue with or ignore"),
    ],
)  # fmt: skip
def test_what_was_hard_is_asked_in_the_words_of_the_deed(bullet: str, asked: str) -> None:
    assert any(asked in q for q in hard_questions(line(bullet), case()))


def test_rows_broke_nowhere_on_the_way_and_a_release_is_no_figure() -> None:
    rows = replace(line("Cleaned 40,000 rows of berth records"), scale=("40,000 rows",))
    served = replace(line("Built the berth service for 40,000 rows a day"), scale=("40,000 rows",))
    assert "scale" not in probe_kinds(rows, case())
    assert "scale" in probe_kinds(served, case())
    assert is_release("Ran the berth server, upgrade from 1.1 to 2.6")
    assert not is_release("Ran the berth server, waits from 1.1 to 0.6 hours")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Cut p99 latency of the tide service from 74 ms to 41 ms by keeping the table in memory", "Cut p99 latency of the tide service"),
        ("Berth map for wardens; moved them from paper to tablets", "Berth map for wardens"),
        ("Wrote the storm plan", ""),
    ],
)  # fmt: skip
def test_the_first_words_of_a_line_end_where_a_phrase_ends(text: str, first: str) -> None:
    assert opening(text) == first


def test_a_short_line_is_named_where_it_can_not_be_quoted() -> None:
    short = line("Wrote the storm plan for ferries")
    asked = fresh_template(("{line} What did you leave out?",), "hardest", short, case(), Counter())
    assert asked == "You write of the storm plan. What did you leave out?"


def test_nobody_is_asked_what_came_of_a_time_away() -> None:
    corpus = read_corpus()
    person = corpus.people["growth_ds"]
    rest = {"startDate": "2019-01", "endDate": "2019-09", "summary": "Career break: cared for twins and built a rota tool."}  # fmt: skip
    away = {**person, "volunteer": [rest]}
    helped = {**person, "volunteer": [{**rest, "organization": "Tern Trust", "position": "Volunteer"}]}  # fmt: skip
    asked, told = (
        {q.ref for q in analysed(p, corpus.jobs["growth"].text).coaching.questions}
        for p in (away, helped)
    )
    assert "volunteer[0].summary" not in asked
    assert "volunteer[0].summary" in told
