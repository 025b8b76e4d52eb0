"""Preparation over the example people: every part filled, every reference alive, nothing invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import report_gen
from report_gen import pipeline
from report_gen.coaching.alike import alike
from report_gen.coaching.models import Blank, Draft, GapScript, Quote
from report_gen.options import Options
from report_gen.resume import lookup
from tests.conftest import JOBS, PEOPLE, TODAY

FIGURE = re.compile(r"\d")


def each(analyses: dict[str, report_gen.Analysis]) -> list[report_gen.Analysis]:
    return [analyses[name] for name in sorted(analyses)]


def drafts(script: GapScript) -> list[Draft]:
    out = [script.acknowledge, script.bridge, script.reasoning, script.plan]
    return out + [d for t in script.turns for d in (t.short, t.full)]


def test_scripts_for_five_to_eight_gaps_with_three_turns(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in each(analyses):
        scripts = a.coaching.scripts
        assert min(5, len(a.assessment.gaps)) - 1 <= len(scripts) <= 8
        assert set(scripts) <= {g.id for g in a.assessment.gaps}
        for script in scripts.values():
            assert [t.kind for t in script.turns] == ["direct", "probe", "push_back"]
            assert all((script.two_hours, script.two_days, script.two_weeks, script.deliverable))
            assert script.avoid
            assert script.question
            assert script.why_it_matters
            assert set(script.rounds) <= {r.id for r in a.coaching.rounds}
            for draft in drafts(script):
                assert draft.parts or draft is script.bridge, script.gap  # nothing near: it reasons
                assert "{" not in draft.plain
                assert "  " not in draft.plain


def test_scripts_are_speakable_and_do_not_read_alike(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in each(analyses):
        scripts = list(a.coaching.scripts.values())
        opened = [s.acknowledge.plain for s in scripts]
        assert len(set(opened)) == len(opened)
        reasons = [s.reasoning.plain for s in scripts]
        assert len(set(reasons)) == len(reasons)
        for script in scripts:
            for sentence in re.split(
                r"(?<=[.!?])\s", f"{script.acknowledge.plain} {script.reasoning.plain}"
            ):
                assert len(sentence.split()) <= 30, sentence
            assert 15 <= script.turns[0].short.words <= 95
            assert script.turns[0].full.words > script.turns[0].short.words


def test_blanks_of_scripts_are_asked(analyses: dict[str, report_gen.Analysis]) -> None:
    for a in each(analyses):
        known = {b.id for b in a.coaching.blanks}
        for script in a.coaching.scripts.values():
            for draft in drafts(script):
                assert all(p.id in known for p in draft.parts if isinstance(p, Blank))


def test_quotes_in_scripts_stand_in_the_resume(analyses: dict[str, report_gen.Analysis]) -> None:
    for a in each(analyses):
        for script in a.coaching.scripts.values():
            for part in (p for d in drafts(script) for p in d.parts if isinstance(p, Quote)):
                assert part.quote in lookup(a.resume, part.ref)


def test_sixty_to_a_hundred_questions_a_third_of_them_own(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in each(analyses):
        questions = a.coaching.questions
        assert 55 <= len(questions) <= 100
        own = sum(q.own for q in questions)
        assert 0.2 <= own / len(questions) <= 0.45
        assert len({q.id for q in questions}) == len(questions)
        rounds = {r.id for r in a.coaching.rounds}
        refs = {r.id for r in a.job.requirements}
        for q in questions:
            assert q.round in rounds
            assert q.because
            assert q.strong_answer
            assert q.red_flags
            assert not q.ref or q.ref in refs or lookup(a.resume, q.ref), q.ref
            assert "{" not in q.question
            assert all(lookup(a.resume, e) for e in q.evidence)


def test_no_two_questions_of_the_bank_are_alike(analyses: dict[str, report_gen.Analysis]) -> None:
    for a in each(analyses):
        texts = [q.question for q in a.coaching.questions if not q.own]
        for n, first in enumerate(texts):
            assert not any(alike(first, second) for second in texts[n + 1 :]), first


def test_rounds_weigh_a_hundred_and_know_their_questions(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in each(analyses):
        assert sum(r.weight for r in a.coaching.rounds) == 100
        for r in a.coaching.rounds:
            assert 0 <= r.readiness <= 100
            assert all((r.tested, r.sheet, r.topics, r.failure)), r.id
            assert set(r.questions) == {q.id for q in a.coaching.questions if q.round == r.id}
            assert set(r.lead_stories) <= {s.id for s in a.coaching.stories}
            assert not any("{" in line for line in (*r.sheet, *r.asks, *(t.name for t in r.topics)))


def test_designs_begin_with_constraints_and_say_why(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in each(analyses):
        assert 1 <= len(a.coaching.designs) <= 2
        for design in a.coaching.designs:
            assert design.because
            assert len(design.constraints) >= 2
            assert len(design.steps) >= 6


def test_failures_are_sorted_by_this_persons_risk(analyses: dict[str, report_gen.Analysis]) -> None:
    order = ("high", "medium", "low")
    for a in each(analyses):
        risks = [order.index(f.risk) for f in a.coaching.failures]
        assert risks == sorted(risks)
        assert len(risks) >= 5
        assert all(f.why and lookup(a.resume, e) for f in a.coaching.failures for e in f.evidence)


def test_company_claims_of_low_confidence_are_never_facts() -> None:
    options = Options(today=TODAY, company="Meta")
    taxonomy = pipeline.load_packs()
    resume = report_gen.parse_resume(PEOPLE / "mira-okafor.json", today=TODAY)
    job = report_gen.parse_job(JOBS / "ranking-mle.txt")
    company = pipeline.make_analysis(resume, job, taxonomy, options).coaching.company
    assert company is not None
    assert company.known
    assert company.id == "meta"
    low = [c for c in (*company.process, *company.emphasis) if c.confidence == "low"]
    assert low
    assert all(c.text.startswith("Candidates report") or c.text.endswith("(reported)") for c in low)
    assert all(c.source for c in (*company.process, *company.emphasis))


def test_an_unknown_company_gets_the_generic_pack_and_is_told_so(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for a in each(analyses):
        company = a.coaching.company
        assert company is not None
        assert not company.known
        assert "no pack" in company.summary or "names no company" in company.summary


COMPANY = """\
id: quillmere
name: Quillmere
aliases: [Quillmere Inc]
summary: {text: "Small teams, long memories", confidence: high, sources: [site]}
emphasis_by_dimension: {constraints: 3.0}
process:
- {stage: pair programming with the team, confidence: low, sources: [site]}
values: {name: Values, confidence: high, sources: [site], items: [{id: care, name: Care, asks: looked after something nobody owned}]}
source_names: {site: "the company's site"}
"""
QUESTION = """\
questions:
- id: quill01
  rounds: [ml_system_design]
  dimensions: [ml_system_design]
  roles: [mle]
  skills: [ranking]
  levels: [mid, senior, staff]
  question: How would you rank letters by how long they can wait?
  follow_ups: [What if all are urgent?]
  strong_answer: asks who waits
  red_flags: [sorts by length]
  companies: [quillmere]
"""


def test_a_new_company_and_a_new_question_by_one_file_each(tmp_path: Path) -> None:
    (tmp_path / "companies").mkdir()
    (tmp_path / "companies" / "quillmere.yaml").write_text(COMPANY, encoding="utf-8")
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "own.yaml").write_text(QUESTION, encoding="utf-8")
    taxonomy = pipeline.load_packs((tmp_path,))
    resume = report_gen.parse_resume(PEOPLE / "mira-okafor.json", today=TODAY)
    job = report_gen.parse_job(JOBS / "ranking-mle.txt")
    options = Options(today=TODAY, company="Quillmere Inc")
    plain = pipeline.make_analysis(resume, job, pipeline.load_packs(), options)
    with_packs = pipeline.make_analysis(resume, job, taxonomy, options)
    company = with_packs.coaching.company
    assert company is not None
    assert company.known
    assert company.principles[0].startswith("Care")
    assert company.process[0].text.startswith("Candidates report")
    assert "quill01" in {q.id for q in with_packs.coaching.questions}
    weight = with_packs.assessment.dimensions["constraints"].weight
    assert weight > plain.assessment.dimensions["constraints"].weight


@pytest.mark.parametrize("role", ["mle", "swe", "ds", "de", "pm", "tpm"])
def test_every_role_is_prepared_for(role: str) -> None:
    resume = report_gen.parse_resume(PEOPLE / "tomas-villaverde.json", today=TODAY)
    job = report_gen.parse_job(JOBS / "llm-mle.txt")
    options = Options(today=TODAY, role=role, level="senior")
    coaching = pipeline.make_analysis(resume, job, pipeline.load_packs(), options).coaching
    assert len(coaching.questions) >= 50
    assert sum(r.weight for r in coaching.rounds) == 100
    assert coaching.designs
    assert coaching.plan is not None
    assert coaching.plan.weeks
    assert coaching.next_actions


def test_a_resume_that_tells_nothing_is_prepared_without_invention() -> None:
    resume = report_gen.parse_resume(
        b'{"basics": {"name": "A B"}, "work": [{"name": "Co", "position": "Clerk", "startDate": "2020", "highlights": ["Helped customers with their questions every day"]}]}',
        filename="r.json",
    )
    job = report_gen.parse_job(JOBS / "ranking-mle.txt")
    coaching = pipeline.make_analysis(
        resume, job, pipeline.load_packs(), Options(today=TODAY)
    ).coaching
    assert len(coaching.scripts) >= 5
    for script in coaching.scripts.values():
        for draft in drafts(script):
            assert not FIGURE.search(draft.plain), draft.plain
