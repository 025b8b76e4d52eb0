"""All the words of a report: stories first, then what leans on them."""

from __future__ import annotations

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.models import Coaching
from report_gen.coaching.preparation import prepare
from report_gen.coaching.stories import draft_stories
from report_gen.job import Job
from report_gen.matching import Matches
from report_gen.options import Options
from report_gen.resume import Resume
from report_gen.scoring import Assessment
from report_gen.taxonomy import Taxonomy


def draft_plan(
    assessment: Assessment,
    matches: Matches,
    resume: Resume,
    job: Job,
    taxonomy: Taxonomy,
    options: Options,
) -> Coaching:
    """Everything the candidate may say and do."""
    book = BlankBook()
    stories = draft_stories(matches, resume, book)
    rest = prepare(assessment, matches, resume, job, taxonomy, options, stories)
    asked = book.questions()
    known = {question.id for question in asked}
    return Coaching(
        stories=stories,
        scripts=rest.scripts,
        company=rest.company,
        rounds=rest.rounds,
        questions=rest.questions,
        designs=rest.designs,
        failures=rest.failures,
        plan=rest.plan,
        blanks=(*asked, *(q for q in rest.blanks if q.id not in known)),
        next_actions=rest.next_actions,
    )
