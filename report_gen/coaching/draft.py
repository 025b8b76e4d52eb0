"""All the words of a report: stories first, then what leans on them, then the answers given."""

from __future__ import annotations

from dataclasses import replace

from report_gen.coaching.answers import merge_answers
from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.case import find_company
from report_gen.coaching.deep_dives import draft_deep_dives
from report_gen.coaching.intake import draft_intake
from report_gen.coaching.introduction import introduce
from report_gen.coaching.keywords import find_keyword_gaps
from report_gen.coaching.models import Coaching
from report_gen.coaching.preparation import prepare
from report_gen.coaching.replies import draft_replies
from report_gen.coaching.stories import draft_stories
from report_gen.coaching.story_probes import ask_about, ask_after
from report_gen.coaching.voice import speaker_for
from report_gen.coaching.xray import xray_bullets
from report_gen.job import Job
from report_gen.job.conditions import conditions as find_conditions
from report_gen.matching import Matches
from report_gen.options import Options
from report_gen.resume import Resume
from report_gen.scoring import Assessment
from report_gen.scoring.asked import without_conditions
from report_gen.taxonomy import Taxonomy


def draft_plan(
    assessment: Assessment,
    matches: Matches,
    resume: Resume,
    job: Job,
    taxonomy: Taxonomy,
    options: Options,
) -> Coaching:
    """Everything the candidate may say and do. Blanks already answered are filled in."""
    conditions = find_conditions(job, taxonomy)
    job, matches = without_conditions(job, matches, taxonomy)
    book = BlankBook(answered=frozenset(options.answers))
    speaker = speaker_for(resume, job, taxonomy)
    company = find_company((options.company or job.company or "").strip(), taxonomy)
    told = draft_stories(matches, resume, job, taxonomy, company, speaker, book)
    dives = draft_deep_dives(told.candidates, resume, taxonomy, book)
    xray = xray_bullets(matches, resume, taxonomy, speaker, book)
    stories = ask_after(told.stories, told.candidates, xray, taxonomy)
    rest = prepare(
        assessment, matches, resume, job, taxonomy, options, stories, speaker, conditions
    )
    introduction = introduce(rest.case, told.candidates, book)
    asked = book.questions()
    known = {question.id for question in asked}
    blanks = (*asked, *(q for q in rest.blanks if q.id not in known))
    coaching = Coaching(
        stories=stories,
        holes=told.holes,
        coverage=told.coverage,
        scripts=rest.scripts,
        company=rest.company,
        rounds=rest.rounds,
        questions=rest.questions,
        designs=rest.designs,
        failures=rest.failures,
        xray=xray,
        replies=draft_replies(rest.case),
        keywords=find_keyword_gaps(matches, resume, job, taxonomy),
        deep_dives=ask_about(dives, told.candidates, taxonomy),
        plan=rest.plan,
        introduction=introduction,
        blanks=blanks,
        next_actions=rest.next_actions,
    )
    answered = merge_answers(coaching, options.answers, book, taxonomy, speaker)
    return replace(answered, intake=draft_intake(rest.case, answered, book))
