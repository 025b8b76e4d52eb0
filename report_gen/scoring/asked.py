"""What of the job counts: its asks, without the conditions one only has to have an answer to."""

from __future__ import annotations

from dataclasses import replace

from report_gen.job.conditions import asks_only
from report_gen.job.models import Job
from report_gen.matching.models import Matches
from report_gen.taxonomy.models import Taxonomy


def without_conditions(job: Job, matches: Matches, taxonomy: Taxonomy) -> tuple[Job, Matches]:
    """Job and matches as they are scored and prepared for; the same ones where there is none."""
    asked = asks_only(job, taxonomy)
    if asked is job:
        return job, matches
    ids = {r.id for r in asked.requirements}
    kept = tuple(m for m in matches.requirements if m.id in ids)
    return asked, replace(matches, requirements=kept)
