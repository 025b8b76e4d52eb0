"""Project sections -> projects with description, bullets, tools and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from report_gen.reading.joining import join_wrapped
from report_gen.resume.entries import Entry, row_range, split_entries
from report_gen.resume.folding import fold
from report_gen.resume.guessing import MADE
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import Project
from report_gen.resume.paragraphs import Item
from report_gen.resume.positions import PROJECT_LABEL, date_pair
from report_gen.resume.rows import merge_rows, same_look
from report_gen.resume.segments import head_segments
from report_gen.resume.skills import split_keywords
from report_gen.resume.words import ResumeWords

_NAMED = re.compile(r"[^:.–—]{2,60}?(?::|\s[–—-])\s+\S+(?:\s+\S+){3}")
_Made = tuple[Project, list[Item], list[Item]]
"""A project, the items that are its bullets, and those that only list its tools."""


def read_projects(
    items: Sequence[Item], words: ResumeWords, ledger: Ledger, start: int = 0, heading: str = ""
) -> list[Project]:
    """Projects in the order of the page; cites them as ``projects[n]`` from ``start`` on.

    ``heading``: the section's; one project is announced by "Side project".
    """
    out: list[Project] = []
    named = [i for i in items if i.kind != "bullet" and _NAMED.match(i.text)]
    dated = [i for i in items if MADE.match(i.text)]
    if len(dated) > 1 and dated[0] is items[0] and all(i.rows[0].flat for i in items):
        entries = _by_year(items)
    elif len(named) == len(items) > 1:  # each paragraph says which it is
        entries = [Entry(head=(), body=(item,)) for item in items]
    elif titled := _titled(items, words):
        entries = titled
    else:
        entries = split_entries(items, words, undated=True)
    if len(entries) == 1 and not entries[0].head:
        entries = _of_bullets(entries[0], heading)
    for entry in entries:
        ledger.use(entry.labels)
        made = _headed(entry, words) if entry.head else _bulleted(entry)
        if made is None:
            continue
        project, highlight_items, tool_items = made
        ref = f"projects[{start + len(out)}]"
        rows = entry.head or tuple(r for i in entry.body for r in i.rows)
        ledger.cite(f"{ref}.name", rows, 0.9)
        if project.description:
            ledger.cite(
                f"{ref}.description",
                [*entry.head, *(r for i in entry.body for r in i.rows if i not in (*highlight_items, *tool_items))],
                0.9,
            )  # fmt: skip
        if project.keywords:
            ledger.cite(f"{ref}.keywords", [r for i in tool_items for r in i.rows] or rows, 0.9)
        for field, value in (("startDate", project.start_date), ("endDate", project.end_date)):
            if value:
                ledger.cite(f"{ref}.{field}", rows, 0.9)
        for k, item in enumerate(highlight_items):
            ledger.cite(f"{ref}.highlights[{k}]", item.rows)
        ledger.use([r for i in entry.body for r in i.rows])
        out.append(project)
    return out


_ONE = frozenset(["project", "projekt", "projet", "proyecto", "progetto", "projeto"])


def _of_bullets(entry: Entry, heading: str) -> list[Entry]:
    """A project for each bullet; under a heading of one project those that don't say which they are
    tell more of the one above."""
    one = bool(_ONE & set(fold(heading).split()))
    chunks: list[list[Item]] = []
    for item in entry.body:
        if chunks and one and not _NAMED.match(item.text):
            chunks[-1].append(item)
        else:
            chunks.append([item])
    return [Entry(head=(), body=tuple(chunk), labels=entry.labels) for chunk in chunks]


def _by_year(items: Sequence[Item]) -> list[Entry]:
    """``Seamline (2020) - a small library``, each with the rows under it."""
    chunks: list[list[Item]] = []
    for item in items:
        if MADE.match(item.text) or not chunks:
            chunks.append([])
        chunks[-1].append(item)
    return [
        Entry(head=(), body=tuple(chunk), dates=row_range(chunk[0].rows[0])) for chunk in chunks
    ]


def _titled(items: Sequence[Item], words: ResumeWords) -> list[Entry]:
    """Names in a look of their own, each over sentences in another; [] where it is not so."""
    if not items or any(i.rows[0].bullet or i.rows[0].flat for i in items):
        return []
    look = items[0].rows[0].look
    starts = [k for k, i in enumerate(items) if same_look(i.rows[0].look, look)]
    apart = all(b - a > 1 for a, b in pairwise([*starts, len(items)]))
    if len(starts) < 2 or not apart or any(len(items[k].text.split()) > 8 for k in starts):
        return []
    entries: list[Entry] = []
    for a, b in pairwise([*starts, len(items)]):
        head = merge_rows(items[a].rows, words)
        dated = [r for i in items[a:b] for r in i.rows if r.dates]
        entries.append(
            Entry(head=(head,), dates=row_range(dated[-1]) if dated else None,
                  dates_row=dated[-1] if dated else None, body=tuple(items[a + 1 : b]))
        )  # fmt: skip
    return entries


def _bulleted(entry: Entry) -> _Made | None:
    """One bullet, one project: ``Name: what it is``."""
    if not entry.body:
        return None
    text = entry.body[0].text
    match = re.match(r"([^:.]{2,60}?)\s*(?::|\s[–—-])\s+(.+)\Z", text)
    more = list(entry.body[1:])
    start, end = date_pair(entry)
    if match and len(match.group(1).split()) <= 8:
        return (
            Project(
                name=re.sub(r"\s*\((?:19|20)\d\d\)\Z", "", match.group(1).strip()),
                description=match.group(2),
                highlights=tuple(i.text for i in more),
                start_date=start,
                end_date=end,
            ),
            more,
            [],
        )
    return (
        Project(name=_first_words(text), description=text, highlights=tuple(i.text for i in more)),
        more,
        [],
    )


_LOOSE = re.compile(
    r"(?:\s+(?:a|an|the|in|of|for|with|and|or|to|on|by|from|at|which|that|as))+\Z", re.I
)


def _first_words(text: str) -> str:
    """A name for a line without one: its first words, up to a sign or a word that hangs on nothing."""
    if len(text.split()) <= 8:
        return text
    name = " ".join(text.split()[:8])
    whole = re.match(r"(\S+(?:\s\S+){2,}?)(?:\s*[;:–—]\s|,\s|\.\s|\s\((?=[^()]*\Z))", name)
    return _LOOSE.sub("", whole.group(1) if whole else name).rstrip(",;:")


def _headed(entry: Entry, words: ResumeWords) -> _Made | None:
    segments, urls = head_segments(entry, words)
    if not segments:
        return None
    name, keywords, said = PROJECT_LABEL.sub("", segments[0].text) or segments[0].text, [], []
    cut = re.match(r"(.{2,70}?)(?:\s[–—-]\s|:\s|\s—)(.{12,})\Z", name)
    if cut and len(cut.group(1).split()) <= 8:
        name = cut.group(1)
        said.append(cut.group(2))
    for segment in segments[1:]:
        tools = _tools(segment.text, words)
        if tools or (
            segment.row == segments[0].row
            and segment.text.count(",") >= 1
            and all(len(p.split()) <= 3 for p in segment.text.split(","))
        ):
            keywords += tools or split_keywords(segment.text)
        elif words.place_score(segment.text) < 1.0:
            said.append(segment.text)
    highlights: list[Item] = []
    listed: list[Item] = []
    for item in entry.body:
        tools = _tools(item.text, words) or _pills(item)
        if tools:
            keywords += tools
            listed.append(item)
        elif item.kind == "prose" and not highlights:
            said.append(item.text)
        else:
            highlights.append(item)
    start, end = date_pair(entry)
    return (
        Project(
            name=name,
            description=join_wrapped(said),
            highlights=tuple(i.text.replace("\t", " ") for i in highlights),
            keywords=tuple(dict.fromkeys(keywords)),
            start_date=start,
            end_date=end,
            url=urls[0] if urls else "",
        ),
        highlights,
        listed,
    )


def _pills(item: Item) -> list[str]:
    """Rows of short texts side by side: tools in little boxes."""
    if item.rows[0].bullet or not all(len(r.cells) > 1 for r in item.rows):
        return []
    cells = [c.text for r in item.rows for c in r.cells]
    return cells if all(len(c.split()) <= 4 for c in cells) else []


def _tools(text: str, words: ResumeWords) -> list[str]:
    match = re.match(r"([^:：]{3,40})[:：]\s*(.+)\Z", text)
    return (
        split_keywords(match.group(2))
        if match and fold(match.group(1)) in words.tool_labels
        else []
    )
