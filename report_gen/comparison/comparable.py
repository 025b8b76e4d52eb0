"""Why two analyses may not be comparable, told before anything else."""

from __future__ import annotations

from collections.abc import Mapping

from report_gen.analysis.models import Analysis
from report_gen.comparison.pairing import same_words

HALF = 0.5


def warnings_of(then: Analysis, now: Analysis, asks: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence each for: two people, two jobs, other data packs, another date, words of editors.

    ``asks``: requirements that both jobs have.
    """
    found = []
    name, name_now = then.resume.basics.name, now.resume.basics.name
    if name and name_now and not same_words(name, name_now):
        found.append(
            f"These are two people ({name} and {name_now}): what differs is who they are, not what was changed."
        )
    if _two_jobs(then, now, asks):
        found.append(
            f"These are two jobs ({_job(then)} and {_job(now)}): the points stand for other requirements."
        )
    if then.packs != now.packs:
        found.append(
            "They were made with different data packs: some of it may come from there, not from the resume."
        )
    if then.options.today != now.options.today:
        found.append(
            f"They were made to different dates ({then.options.today} and {now.options.today}): current positions have grown."
        )
    for analysis, which in ((then, "The earlier"), (now, "The later")):
        if analysis.edits:
            found.append(f"{which} has {len(analysis.edits)} edited part(s): see reportgen edits.")
    return tuple(found)


def _two_jobs(then: Analysis, now: Analysis, asks: Mapping[str, str]) -> bool:
    titles = (then.job.title or "", now.job.title or "")
    companies = (then.job.company or "", now.job.company or "")
    most = max(len(then.job.requirements), len(now.job.requirements))
    if most and len(asks) < HALF * most:
        return True
    return any(a and b and not same_words(a, b) for a, b in (titles, companies))


def _job(analysis: Analysis) -> str:
    job = analysis.job
    return " at ".join(t for t in (job.title, job.company) if t) or "a job without a title"
