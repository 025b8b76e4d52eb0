"""A false claim of each kind, planted in each kind of drafted text, is refused and taken out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import report_gen
from report_gen import Analysis
from report_gen.analysis.build import UngroundedClaimError
from report_gen.coaching import ground_drafts
from report_gen.coaching.ledger import claims_in
from report_gen.coaching.models import Coaching, Draft, Text
from tests.analysis.test_ledger import FALSE_CLAIMS, build
from tests.conftest import JOBS, PEOPLE, TODAY

Plant = Callable[[Coaching, Text], Coaching]


def _more(draft: Draft, text: Text) -> Draft:
    return Draft(parts=(*draft.parts, text))


def _first(items: tuple[Any, ...], **changed: Any) -> tuple[Any, ...]:
    return (replace(items[0], **changed), *items[1:])


def _story(c: Coaching, text: Text) -> Coaching:
    return replace(c, stories=_first(c.stories, long=_more(c.stories[0].long, text)))


def _reflection(c: Coaching, text: Text) -> Coaching:
    return replace(c, stories=_first(c.stories, reflection=_more(c.stories[0].reflection, text)))


def _script(c: Coaching, text: Text) -> Coaching:
    id, script = next(iter(c.scripts.items()))
    return replace(c, scripts={**c.scripts, id: replace(script, plan=_more(script.plan, text))})


def _turn(c: Coaching, text: Text) -> Coaching:
    id, script = next((i, s) for i, s in c.scripts.items() if s.turns)
    turns = _first(script.turns, full=_more(script.turns[0].full, text))
    return replace(c, scripts={**c.scripts, id: replace(script, turns=turns)})


def _rewrite(c: Coaching, text: Text) -> Coaching:
    return replace(c, xray=_first(c.xray, rewrite=_more(c.xray[0].rewrite, text)))


def _dive(c: Coaching, text: Text) -> Coaching:
    name, draft = next(iter(c.deep_dives[0].sections.items()))
    sections: Mapping[str, Draft] = {**c.deep_dives[0].sections, name: _more(draft, text)}
    return replace(c, deep_dives=_first(c.deep_dives, sections=sections))


PLACES: dict[str, Plant] = {
    "story": _story,
    "reflection": _reflection,
    "script": _script,
    "turn of a script": _turn,
    "x-ray rewrite": _rewrite,
    "deep dive": _dive,
}


@pytest.mark.parametrize("sentence", FALSE_CLAIMS.values(), ids=FALSE_CLAIMS)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_refused_wherever_it_stands(
    analyses: dict[str, Analysis], place: Plant, sentence: str
) -> None:
    good = analyses["mira-okafor"]
    bad = place(good.coaching, Text(text=sentence))
    assert bad != good.coaching
    with pytest.raises(UngroundedClaimError):
        build(replace(good, coaching=bad))
    assert ground_drafts(bad, good.resume, good.job, good.options) == good.coaching


MEETING = date(2026, 12, 29)


def _meeting(analysis: Analysis, sentence: str) -> Analysis:
    """The analysis with a day of interview that neither the resume nor the posting names."""
    held = " ".join(
        [
            *(line.text for line in analysis.matches.lines),
            *(r.text for r in analysis.job.requirements),
        ]
    )
    assert "29" not in held
    options = replace(analysis.options, interview_date=MEETING)
    coaching = _story(analysis.coaching, Text(text=sentence))
    return replace(analysis, options=options, coaching=coaching)


@pytest.mark.parametrize(
    "sentence", ["I led a team of 29.", "That was 29 percent.", "I took 29 December 2019 off."]
)
def test_the_day_of_the_interview_proves_no_number(
    analyses: dict[str, Analysis], sentence: str
) -> None:
    with pytest.raises(UngroundedClaimError):
        build(_meeting(analyses["mira-okafor"], sentence))


@pytest.mark.parametrize(
    "sentence", ["We meet on 29 December.", "It is on 2026-12-29.", "It is on December 29, 2026."]
)
def test_the_day_of_the_interview_may_be_said(analyses: dict[str, Analysis], sentence: str) -> None:
    build(_meeting(analyses["mira-okafor"], sentence))


def test_the_candidate_s_answer_is_a_source_and_no_more_than_it_says() -> None:
    job = report_gen.parse_job(JOBS / "ranking-mle.txt")
    resume = report_gen.parse_resume(PEOPLE / "mira-okafor.json", today=TODAY)
    plain = report_gen.analyze(resume, job, today=TODAY)
    blank = next(b for b in plain.coaching.blanks if not b.answer)
    given = "Ferdinand of Globex agreed after we measured 83 percent in March 1997 with COBOL"
    told = report_gen.analyze(resume, job, today=TODAY, answers={blank.id: given})
    for said in ("It was 83 percent.", "My manager Ferdinand agreed.", "I rewrote it in COBOL."):
        build(replace(told, coaching=_story(told.coaching, Text(text=said))))
    for said in ("It was 84 percent.", "We moved everything to Zephyrium.", "That was in 1998."):
        assert list(claims_in(said, ""))
        with pytest.raises(UngroundedClaimError):
            build(replace(told, coaching=_story(told.coaching, Text(text=said))))
