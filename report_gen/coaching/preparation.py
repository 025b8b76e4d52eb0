"""Everything beside the stories: scripts, company, rounds, questions, designs, risks, plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from report_gen.coaching.case import Case
from report_gen.coaching.company import view_company
from report_gen.coaching.designs import draft_designs
from report_gen.coaching.failures import assess_failures
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.models import (
    BlankQuestion,
    CompanyView,
    DesignOutline,
    FailureRisk,
    GapScript,
    InterviewQuestion,
    Round,
    Story,
    StudyPlan,
)
from report_gen.coaching.next_actions import next_actions
from report_gen.coaching.plan import draft_study_plan
from report_gen.coaching.questions import draft_questions
from report_gen.coaching.rounds import draft_rounds
from report_gen.coaching.scripts import draft_scripts
from report_gen.job import Job
from report_gen.job.models import Requirement
from report_gen.matching import Matches
from report_gen.options import Options
from report_gen.resume import Resume
from report_gen.scoring import Assessment
from report_gen.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What ``prepare`` gives to ``draft_plan``; the fields are those of ``Coaching``, and the
    case they were derived from."""

    case: Case
    scripts: Mapping[str, GapScript] = field(default_factory=dict)
    company: CompanyView | None = None
    rounds: tuple[Round, ...] = ()
    questions: tuple[InterviewQuestion, ...] = ()
    designs: tuple[DesignOutline, ...] = ()
    failures: tuple[FailureRisk, ...] = ()
    plan: StudyPlan | None = None
    next_actions: tuple[str, ...] = ()
    blanks: tuple[BlankQuestion, ...] = ()


def prepare(
    assessment: Assessment,
    matches: Matches,
    resume: Resume,
    job: Job,
    taxonomy: Taxonomy,
    options: Options,
    stories: Sequence[Story] = (),
    speaker: Speaker | None = None,
    conditions: Sequence[Requirement] = (),
) -> Preparation:
    """Assessment, matches and packs -> the preparation for this person and this job. Pure.

    ``speaker``: one that has said this resume's lines already; without it a new one is made.
    ``conditions``: lines of the posting that are no part of ``job`` here.
    """
    case = Case(
        assessment=assessment,
        matches=matches,
        resume=resume,
        job=job,
        taxonomy=taxonomy,
        options=options,
        stories=tuple(stories),
        voice=speaker,
        conditions=tuple(conditions),
    )
    scripts, blanks = draft_scripts(case)
    failures = assess_failures(case)
    questions = draft_questions(case)
    rounds = draft_rounds(case, questions, failures)
    plan = draft_study_plan(case, rounds, scripts, questions, failures)
    return Preparation(
        case=case,
        scripts=scripts,
        company=view_company(case),
        rounds=rounds,
        questions=questions,
        designs=draft_designs(case),
        failures=failures,
        plan=plan,
        next_actions=next_actions(case, rounds, scripts, plan),
        blanks=blanks,
    )
