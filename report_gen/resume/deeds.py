"""What somebody did, told where no position is: bullets under the skills of a functional resume."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_gen.resume.ledger import Ledger
from report_gen.resume.models import Project
from report_gen.resume.paragraphs import Item
from report_gen.resume.rows import Row

DEED = re.compile(
    r"(?:[A-Z][a-z]{2,}ed|Built|Led|Wrote|Ran|Made|Cut|Took|Won|Set|Kept|Brought|Taught|Grew|Held|Drew|Sold|Found|Gave|Began|Oversaw|Rebuilt|Rewrote)"
    r"\s(?:[\w$€£'’-]+[\s,:;(]*){3}"
)
"""A line that begins with what one did, in the past: ``Built a staffing forecast in R``."""
_KNOWING = re.compile(
    r"(?:Skilled|Experienced|Advanced|Accomplished|Versed|Certified|Interested|Motivated|Focused|Detailed|Dedicated|Distributed|Advised|Need|Speed|Indeed)\b"
    r"|(?:Supervised|Unsupervised|Applied|Automated|Embedded)\s(?:learning|methods|math\w*|statistics|research|machine|test\w*|systems|software|C\b)"
)
"""``Distributed systems`` and ``Experienced in Python`` are no deeds, whatever they end in."""


def part_deeds(items: Sequence[Item]) -> tuple[list[tuple[Row | None, list[Item]]], list[Row]]:
    """Bullets that tell deeds, with the row each run of them stands under; and the other rows.

    Nothing is parted unless most bullets of the section are deeds.
    """
    bullets = [i for i in items if i.kind == "bullet"]
    told = [i for i in bullets if _told(i)]
    if len(told) < 2 or 2 * len(told) < len(bullets):
        return [], [r for i in items for r in i.rows]
    runs: list[tuple[Row | None, list[Item]]] = []
    rest: list[Row] = []
    head: Item | None = None
    for item in items:
        if item.kind != "bullet":
            rest += head.rows if head else ()
            head = item
        elif item not in told:
            rest += [*(head.rows if head else ()), *item.rows]
            head = None
        elif head is not None or not runs:
            named = head is not None and len(head.rows) == 1 and head.rows[0].words <= 6
            rest += head.rows if head is not None and not named else ()
            runs.append((head.rows[0] if named and head else None, [item]))
            head = None
        else:
            runs[-1][1].append(item)
    return runs, [*rest, *(head.rows if head else ())]


def _told(item: Item) -> bool:
    count = len(item.text.split())
    return count >= 6 and DEED.match(item.text) is not None and not _KNOWING.match(item.text)


def as_projects(
    runs: Sequence[tuple[Row | None, list[Item]]], title: str, ledger: Ledger, start: int
) -> list[Project]:
    """A project for each run, by the row above it or the section's title, cited from ``start``."""
    out: list[Project] = []
    for head, items in runs:
        ref = f"projects[{start + len(out)}]"
        ledger.cite(f"{ref}.name", [head] if head else items[0].rows, 0.7)
        for k, item in enumerate(items):
            ledger.cite(f"{ref}.highlights[{k}]", item.rows)
        name = head.text.rstrip(": ") if head else title.strip(": ")
        out.append(Project(name=name, highlights=tuple(i.text for i in items)))
    return out
