"""What the user states about the job beats what the posting says."""

from __future__ import annotations

from dataclasses import replace

from report_gen.job.models import Job
from report_gen.options import Options


def apply_options(job: Job, options: Options) -> Job:
    """The same job with the stated company, role and level in place of the read ones."""
    stated = {"company": options.company, "role": options.role, "level": options.level}
    return replace(job, **{key: value for key, value in stated.items() if value})  # type: ignore[arg-type]
