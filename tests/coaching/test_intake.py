"""The coach's intake: at most ten questions, ranked, each with what its answer would change."""

from __future__ import annotations

from collections import Counter
from datetime import date

import report_gen
from report_gen import Analysis
from report_gen.coaching.intake import MOST, PER_KIND
from report_gen.pipeline import load_packs
from report_gen.report import compose_report
from tests.conftest import JOBS, PEOPLE, TODAY
from tests.report.case import small_analysis


def ids(analysis: Analysis) -> list[str]:
    return [q.id for q in analysis.coaching.intake]


def test_ten_at_most_ranked_and_of_several_kinds(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        intake = analysis.coaching.intake
        assert 5 <= len(intake) <= MOST
        assert [q.weight for q in intake] == sorted((q.weight for q in intake), reverse=True)
        assert max(Counter(i.partition(":")[0] for i in ids(analysis)).values()) <= PER_KIND
        for q in intake:
            assert q.changes
            assert "{" not in q.question + q.changes


def test_what_is_known_is_not_asked(analyses: dict[str, Analysis]) -> None:
    dated = analyses["mira-okafor"]
    assert dated.options.interview_date is not None
    assert "case:date" not in ids(dated)
    open_ = report_gen.analyze(dated.resume, dated.job, today=TODAY)
    assert ids(open_)[0] == "case:date"


def test_an_answered_blank_is_not_asked_again(analyses: dict[str, Analysis]) -> None:
    before = analyses["mira-okafor"]
    blank = next(i.partition(":")[2] for i in ids(before) if i.startswith("blank:"))
    after = report_gen.analyze(
        before.resume, before.job, today=TODAY, interview_date=before.options.interview_date,
        answers={blank: "Tickets fell from 30 a week to 9, counted by the support desk."},
    )  # fmt: skip
    assert f"blank:{blank}" not in ids(after)


def test_an_odd_date_in_the_resume_is_asked_about() -> None:
    resume = report_gen.parse_resume(
        b'{"basics": {"name": "A B", "email": "a@example.org"}, "work": [{"name": "Hill", '
        b'"position": "Engineer", "startDate": "2022-05", "endDate": "2020-01", '
        b'"highlights": ["Built the billing service in Python for 300 shops."]}]}',
        filename="resume.json", today=TODAY,
    )  # fmt: skip
    analysis = report_gen.analyze(
        resume, report_gen.parse_job(JOBS / "ranking-mle.txt"), today=TODAY
    )
    assert any(i.startswith("note:end_before_start") for i in ids(analysis))


def test_the_brief_has_every_section_and_an_hour_of_sixty_minutes() -> None:
    analysis = report_gen.analyze(
        report_gen.parse_resume(PEOPLE / "tomas-villaverde.json", today=TODAY),
        report_gen.parse_job(JOBS / "llm-mle.txt"), today=TODAY, interview_date=date(2026, 12, 14),
    )  # fmt: skip
    (chapter,) = compose_report(analysis, load_packs(), "brief").chapters
    for section in ("facts", "unsure", "risks", "intake", "stories", "gaps", "session", "consent"):
        assert chapter.data[section], section
    assert sum(step["minutes"] for step in chapter.data["session"]) == 60
    assert not [s for s in chapter.data["session"] if "{" in s["text"]]


def test_the_hour_stays_whole_where_steps_have_no_material() -> None:
    (chapter,) = compose_report(small_analysis(), load_packs(), "brief").chapters
    assert sum(step["minutes"] for step in chapter.data["session"]) == 60
