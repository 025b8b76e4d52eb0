"""Part VII: the best use of an hour, an evening and a weekend, for those who have no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from report_gen.report.context import Context
from report_gen.report.models import Chapter
from report_gen.report.words import capital

_TIMES = (
    ("hour", "One hour", ("in-short", "introduction", "story-1", "gap-1")),
    ("evening", "One evening", ("flags", "story-2", "gap-2", "weights")),
    ("weekend", "One weekend", ("coverage", "bullets", "design-1", "dive-1", "questions-to-ask")),
)


def pages(context: Context) -> list[Chapter]:
    """Nothing where there is no plan. A page that this edition does not print is not linked."""
    plan = context.analysis.coaching.plan
    times: list[dict[str, Any]] = []
    for key, title, ids in _TIMES:
        actions = [capital(a) for a in (plan.quick.get(key, ()) if plan else ()) if a.strip()]
        if actions:
            times.append({"title": title, "actions": actions, "ids": ids})
    if not times:
        return []
    return [
        Chapter(
            id="quick",
            part="VII",
            title="If you only have...",
            template="quick.html.j2",
            data={"times": times},
        )
    ]


def link(chapter: Chapter, titles: Mapping[str, str]) -> Chapter:
    """The chapter with links to those of its pages that are printed (id -> title)."""
    times = [
        {**time, "pages": [{"id": i, "title": titles[i]} for i in time["ids"] if i in titles]}
        for time in chapter.data["times"]
    ]
    return replace(chapter, data={"times": times})
