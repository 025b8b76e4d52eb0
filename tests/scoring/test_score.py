"""The fit adds up, is monotone in evidence, and knows nothing of who the person is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.job.models import Job
from report_gen.matching import match_requirements
from report_gen.resume.models import Resume
from report_gen.scoring import Assessment, score_fit
from report_gen.scoring.explain import explain
from report_gen.scoring.weights import CAP, MAXIMA
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import JOB, OPTIONS, PERSON, ask, job, with_bullet, without_bullet

TAXONOMY = load_taxonomy()
LINES = (
    "Built a Spark pipeline in production for 2M users.",
    "Trained bandit policies for the home page; retention up 2%.",
    "Mentored three junior engineers.",
    "Helped with documentation.",
    "Wrote Go services.",
    "Lorem ipsum dolor sit amet.",
    "Owned in production: Experience with Spark or similar",
)


def assess(resume: Resume, wanted: Job = JOB) -> Assessment:
    matches = match_requirements(resume, wanted, TAXONOMY, OPTIONS)
    return score_fit(matches, resume, wanted, TAXONOMY, OPTIONS)


def test_maxima_are_a_hundred() -> None:
    assert sum(MAXIMA.values()) == 100
    assert sum(c.max for c in assess(PERSON).fit.components) == pytest.approx(100, abs=0.25)


@given(st.sampled_from(LINES), st.integers(0, 1))
def test_points_add_up_and_stay_inside(line: str, entry: int) -> None:
    fit = assess(with_bullet(PERSON, line, entry)).fit
    assert round(sum(c.points for c in fit.components), 1) == fit.score
    assert all(0 <= c.points <= c.max for c in fit.components)
    assert 0 <= fit.low <= fit.score <= fit.high <= 100
    assert 0 <= fit.grade <= 4


@given(st.sampled_from(LINES), st.integers(0, 1))
def test_one_more_bullet_never_lowers(line: str, entry: int) -> None:
    assert assess(with_bullet(PERSON, line, entry)).fit.score >= assess(PERSON).fit.score


@given(st.integers(0, 3))
def test_one_bullet_less_never_raises(number: int) -> None:
    assert assess(without_bullet(PERSON, number)).fit.score <= assess(PERSON).fit.score


@given(
    st.sampled_from(("Bo Zhang", "María Núñez", "X", "")), st.sampled_from(("Acme", "Globex", ""))
)
def test_who_and_where_change_nothing(name: str, place: str) -> None:
    other = replace(
        PERSON,
        basics=replace(
            PERSON.basics, name=name, email="other@example.net", phone="+1 212 555 0100"
        ),
        work=tuple(replace(w, name=place) for w in PERSON.work),
        education=tuple(replace(e, institution=place) for e in PERSON.education),
    )
    assert assess(other).fit == assess(PERSON).fit


@given(st.permutations(PERSON.skills[0].keywords))
def test_the_order_of_skills_changes_nothing(keywords: list[str]) -> None:
    other = replace(PERSON, skills=(replace(PERSON.skills[0], keywords=tuple(keywords)),))
    assert assess(other).fit == assess(PERSON).fit


def test_the_same_twice() -> None:
    assert assess(PERSON) == assess(PERSON)


@pytest.mark.parametrize("count", [1, 2, 3, 10])
def test_no_requirement_moves_more_than_the_cap(count: int) -> None:
    few = replace(JOB, requirements=JOB.requirements[:count])
    before = match_requirements(PERSON, few, TAXONOMY, OPTIONS)
    for n in range(count):
        scores = []
        for status, value in (("missing", 0.0), ("met", 1.0)):
            row = replace(before.requirements[n], status=status, score=value)
            changed = (*before.requirements[:n], row, *before.requirements[n + 1 :])
            with_row = replace(before, requirements=changed)
            scores.append(score_fit(with_row, PERSON, few, TAXONOMY, OPTIONS).fit.score)
        assert scores[1] - scores[0] <= CAP + 0.1


def test_another_profession_is_low_whatever_the_words() -> None:
    wanted = job(*JOB.requirements, title="Senior Product Manager", role="pm")
    assert assess(PERSON, wanted).fit.score < assess(PERSON).fit.score - 15


def test_far_too_junior_is_lower() -> None:
    intern = replace(
        PERSON,
        work=(replace(PERSON.work[0], position="Machine Learning Intern", start_date="2026-06"),),
    )
    assert assess(intern).fit.score < assess(PERSON).fit.score - 15


def test_movers_are_found_by_scoring_again() -> None:
    found = assess(PERSON)
    assert 1 <= len(found.fit.movers) <= 3
    assert [m.points for m in found.fit.movers] == sorted(
        (m.points for m in found.fit.movers), reverse=True
    )
    assert all(m.points > 0 and m.gap in {g.id for g in found.gaps} for m in found.fit.movers)


def test_explain_fits_a_terminal_and_adds_up() -> None:
    found = assess(PERSON)
    text = explain(found, match_requirements(PERSON, JOB, TAXONOMY, OPTIONS), JOB)
    assert max(map(len, text.splitlines())) <= 100
    assert f"{found.fit.score:.1f} of 100.0" in text
    assert all(c.label in text for c in found.fit.components)


def test_a_job_of_one_line_and_an_empty_resume_have_a_score() -> None:
    assert assess(Resume(), job(ask("Python"))).fit.score < 30
