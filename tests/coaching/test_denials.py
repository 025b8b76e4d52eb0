"""What says that there is nothing is said only where there is nothing: the gate, and what it lets by."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

import pytest

import report_gen
from report_gen import Analysis, pipeline
from report_gen.analysis.build import FalseDenialError, build_analysis
from report_gen.coaching.case import Case
from report_gen.coaching.denials import denials, false_denials, refuted_by, without_false_denials
from report_gen.coaching.failures import _with_little
from report_gen.coaching.models import Draft, Text
from report_gen.coaching.nearness import Nearness
from report_gen.options import Options
from report_gen.scoring.models import Gap
from tests.conftest import TODAY

PERSON = """{
 "basics": {"name": "Ada Quill", "label": "Data scientist"},
 "work": [{"name": "Mill Bank", "position": "Data scientist", "startDate": "2020-01", "highlights": [
   "Prepare the yearly model review for the risk committee with the head of compliance",
   "Ran a listening study with 40 speakers and an agreement analysis",
   "Dashboard in Power BI for branch reports, opened by 20 managers every morning",
   "Small graph job that links accounts sharing a device",
   "Own the roadmap of a team of 7 (engineering and design)",
   "Tuned the nightly scoring job in Python, 3 h to 20 min"]}],
 "publications": [{"name": "Priors for rare words", "publisher": "ACL", "releaseDate": "2021-06"}],
 "languages": [{"language": "English"}, {"language": "Polish"}],
 "skills": [{"name": "Tools", "keywords": ["Python", "SQL", "Power BI"]}]}"""
JOB = """Data scientist, assistants
Requirements
- Explain decisions of models to regulators or customers (reason codes)
- Plan data collection and evaluation with users who are hard of hearing
- Write the dbt models and dashboards you need yourself
- Graph neural networks on transactions
- Lead engineers and designers without formal authority
- Publish, file patents and keep up with the field
- Retrieval-augmented generation with large language models
- German
"""


@lru_cache(maxsize=1)
def made() -> tuple[Analysis, Case]:
    taxonomy, options = pipeline.load_packs(), Options(today=TODAY)
    resume = pipeline.read_resume(PERSON.encode(), "ada.json", taxonomy, options)
    job = pipeline.read_job(JOB.encode(), "job.txt", taxonomy)
    analysis = pipeline.make_analysis(resume, job, taxonomy, options)
    case = Case(
        assessment=analysis.assessment, matches=analysis.matches, resume=resume, job=job,
        taxonomy=taxonomy, options=options,
    )  # fmt: skip
    return analysis, case


def gap_on(words: str) -> Gap:
    _, case = made()
    return next(
        g
        for g in case.assessment.gaps
        if any(words in case.requirements[r].text for r in g.requirements)
    )


PLANTED = [
    ("reason codes", "I looked for a line of mine that fits, and there is none."),
    ("reason codes", "No work of mine comes close, so judge me by how I reason about it."),
    ("dashboards", "Nothing on my resume comes near it, so I will tell you how I would approach it."),
    ("dashboards", "I have nothing of my own to put beside it."),
    ("dashboards", "I can't point to a project for it."),
    ("dashboards", "There is less on paper about dashboards than this role needs."),
    ("Graph neural", "That would be new to me."),
    ("Graph neural", "I have never done anything like it."),
    ("Graph neural", "I would have to translate here: what I know is next door."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "sentence"), PLANTED)
def test_a_false_denial_is_refused(asked: str, sentence: str) -> None:
    analysis, case = made()
    gap = gap_on(asked)
    script = analysis.coaching.scripts[gap.id]
    planted = replace(script, bridge=Draft(parts=(Text(text=f"Let me see. {sentence}"),)))
    false = replace(analysis.coaching, scripts={**analysis.coaching.scripts, gap.id: planted})
    with pytest.raises(FalseDenialError) as caught:
        build_analysis(
            case.resume, case.job, case.matches, case.assessment, false, case.taxonomy,
            case.options,
        )  # fmt: skip
    assert [d.text for d in caught.value.false] == [sentence]
    assert caught.value.false[0].ref in {line.ref for line in case.matches.lines}
    kept = without_false_denials(planted, gap, case)
    assert kept.bridge.plain == "Let me see."


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("Retrieval", "I have nothing of my own to put beside it."),
        ("German", "For German I have nothing to show."),
        ("patents", "I have not filed a patent."),
        ("Graph neural", "I have not used graph neural networks in a job yet."),
        ("reason codes", "I would start with the reader."),
        ("reason codes", "I never call a chart an explanation."),
    ],
)
def test_a_true_denial_stands(asked: str, sentence: str) -> None:
    _, case = made()
    gap = gap_on(asked)
    assert not [s for s in denials(sentence, case) if refuted_by(s, gap, case)]


def test_what_is_lacking_may_be_denied_only_by_its_own_name() -> None:
    _, case = made()
    gap = gap_on("Graph neural")
    assert refuted_by("I have no work of that kind.", gap, case)
    assert not refuted_by("I have no project with graph neural networks.", gap, case)


def test_scripts_bridge_from_the_line_that_is_near() -> None:
    analysis, case = made()
    lines = {line.ref: line.text for line in case.matches.lines}
    for asked, near in (
        ("reason codes", "risk committee"),
        ("dashboards", "Power BI"),
    ):
        script = analysis.coaching.scripts.get(gap_on(asked).id)
        if script is None:  # another script serves it
            continue
        assert any(near in lines[ref] for ref in script.near), (asked, script.near)
        assert script.distance != "absent"


def test_no_wording_of_the_packs_denies_outside_the_kinds_for_nothing() -> None:
    """Which kinds of gap have wordings that deny: those where no line is found, and those that
    name the very thing lacking."""
    _, case = made()
    words = case.taxonomy.scripts.kinds
    free = {"absent", "listed_not_shown", "patent", "tongue", "credential", "level", "fewer_years"}
    free |= {"public", "career_domain", "career_fewer_years", "stale", "domain"}
    for kind, slots in words.items():
        for slot in set(slots) - {"no_bridge", "question", "probe", "push_back", "avoid"}:
            for text in slots[slot] if kind not in free else ():
                assert not denials(text.replace("{topic}", "x"), case), (kind, slot, text)


@pytest.mark.parametrize("pair", range(3))
def test_no_script_of_the_examples_denies_what_is_there(
    pair: int, analyses: dict[str, report_gen.Analysis]
) -> None:
    analysis = list(analyses.values())[pair]
    case = Case(
        assessment=analysis.assessment, matches=analysis.matches, resume=analysis.resume,
        job=analysis.job, taxonomy=pipeline.load_packs(), options=analysis.options,
    )  # fmt: skip
    assert not false_denials(case, analysis.coaching.scripts)
    for gap in analysis.assessment.gaps:
        script = analysis.coaching.scripts.get(gap.id)
        if script is not None and script.distance == "absent":
            assert case.once(Nearness).grade(gap) == 0


def test_no_failure_mode_tells_of_nothing_where_the_field_is_there() -> None:
    """ "Your lines show successes only", "little code that others depend on": said only where no
    deed of the field and no line against it is found."""
    analysis, case = made()
    modes = case.taxonomy.failures
    for f in analysis.coaching.failures:
        mode = modes[f.id]
        if mode.measure != "shortfall" or f.risk != "high":
            continue
        deeds = [li for li in case.deeds if li.level >= 2]
        if any(set(mode.dimensions) & set(li.dimensions) for li in deeds):
            assert not f.why.startswith(mode.high), (f.id, f.why)


def test_no_two_failures_are_explained_in_the_same_words(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    """What is said of a competency is said of several failures, and each page reads as its own."""
    for analysis in analyses.values():
        said = [s for f in analysis.coaching.failures for s in re.split(r"(?<=[.!?]) ", f.why)]
        twice = {s for s in said if said.count(s) > 1}
        assert not twice, twice


def test_a_lone_line_against_a_high_risk_is_a_place_to_begin() -> None:
    """ "It is too little to rely on" left the reader with a line and nothing to do with it."""
    _, case = made()
    (line,) = case.deeds[:1]
    told = Counter[str]()
    first, second = (_with_little([line], told) for _ in range(2))
    assert "Mill Bank" in first
    assert "Lead with it" in first
    assert first != second
    assert "Three" in _with_little([line, line, line], told)
