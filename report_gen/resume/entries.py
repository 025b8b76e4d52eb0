"""Items of a section -> entries: a head of a few rows, its dates, and what stands under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from report_gen.resume.dates import DateRange
from report_gen.resume.entry_rows import is_client_line, is_tool_line, split_run
from report_gen.resume.folding import fold
from report_gen.resume.paragraphs import Item, is_bullet_label
from report_gen.resume.rows import Look, Row, merge_rows, same_look
from report_gen.resume.words import ResumeWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``labels``: rows such as "Responsibilities:" that were used but say nothing.

    ``span``: no position, but a company's row with its whole time over the titles held there,
    which are then ``under`` it.
    """

    head: tuple[Row, ...]
    dates: DateRange | None = None
    dates_row: Row | None = None
    body: tuple[Item, ...] = ()
    labels: tuple[Row, ...] = field(default=())
    span: bool = False
    under: bool = False


_TERMS = re.compile(r"\s*(?:,|;|&|\+|/|,?\s*\b(?:and|und|et|y|e|og|och)\b)\s*")


def row_range(row: Row) -> DateRange | None:
    """The date range a head row carries: a true range first, else its last single date."""
    ranges = [d for d in row.dates if not d.single]
    if len(ranges) == 2 and _TERMS.fullmatch(row.text[ranges[0].to : ranges[1].at]):
        first, last = sorted(ranges, key=lambda d: d.start)  # "Oct 2019 - Jan 2020 and ..."
        return replace(first, end=last.end, current=last.current)
    if len(ranges) > 1:  # "Junior Engineer, from 2021 Engineer   10.2020 - 05.2022"
        ranges = [d for d in ranges if not row.text[d.at : d.to][:1].isalpha()] or ranges
    return ranges[0] if ranges else row.dates[-1] if row.dates else None


def split_entries(items: Sequence[Item], words: ResumeWords, undated: bool = False) -> list[Entry]:
    """The section's entries in order; items before the first head make an entry without one.

    ``undated``: heads without a date begin entries too, as in lists of projects.
    """
    labels: list[Row] = []
    kept: list[Item] = []
    marked = _marked(items, words)
    for k, item in enumerate(marked):
        over = marked[k + 1].kind == "bullet" if k + 1 < len(marked) else False
        if item.kind != "bullet" and is_bullet_label(item.text, words):
            labels.extend(item.rows)
        elif not undated and item.kind == "head" and is_tool_line(item.rows[0], words):
            kept.append(replace(item, kind="prose"))  # "Technologies: ..." names no employer
        elif kept and over and item.kind == "head" and is_client_line(item.rows[0], words):
            kept.append(replace(item, kind="prose"))
        else:
            kept.append(item)
    runs = _runs(kept)
    entry_runs = _entry_runs(runs, words, undated)
    entries: list[Entry] = []
    opening = _opening_looks(runs, entry_runs)
    for k, (heads, body) in enumerate(runs):
        if entries and k in entry_runs:
            tail = _trailing(heads, opening, words)
            if tail:
                entries[-1] = replace(
                    entries[-1],
                    body=entries[-1].body + tuple(replace(i, kind="bullet") for i in heads[:tail]),
                )
                heads = heads[tail:]
        if heads and k in entry_runs:
            chunks = split_run([merge_rows(i.rows, words) for i in heads], words)
            for n, chunk in enumerate(chunks):
                last = n == len(chunks) - 1
                entries.append(_entry(chunk, body if last else ()))
        elif entries:
            last_entry = entries[-1]
            titles = [i for i in heads if body and _is_subheading(i)]
            labels.extend(r for i in titles for r in i.rows)
            extra = tuple(replace(i, kind="bullet") for i in heads if i not in titles)
            entries[-1] = replace(last_entry, body=last_entry.body + extra + tuple(body))
        else:
            entries.append(Entry(head=tuple(r for i in heads for r in i.rows), body=tuple(body)))
    entries = _to_latest(_mark_spans(entries, words))
    if entries and labels:
        entries[0] = replace(entries[0], labels=tuple(labels))
    return entries


def _is_subheading(item: Item) -> bool:
    """ "Research highlights" over bullets: declared a heading, and no line of the work."""
    row = item.rows[0]
    return row.line.heading > 0 and row.words <= 4 and not row.dates


def _mark_spans(entries: list[Entry], words: ResumeWords) -> list[Entry]:
    """Which entries are a company with its whole span, and which stand under one."""
    out: list[Entry] = []
    above: Entry | None = None
    stacked = False  # a company with its whole tenure stands above, its titles follow
    for k, entry in enumerate(entries):
        if stacked and _begins_with_title(entry, words):
            out.append(replace(entry, under=True))
            continue
        stacked = any(is_tenure(r, words) for r in entry.head)
        inside = above is not None and _is_inside(entry, above)
        if inside and above is not None and not same_head(entry, above, words):
            out.append(replace(entry, under=True))
            continue
        if out and _is_next_title(entry, out[-1]):
            out.append(replace(entry, under=True))
            continue
        following = entries[k + 1] if k + 1 < len(entries) else None
        if (
            following is not None
            and not entry.body
            and _is_inside(following, entry)
            and not same_head(following, entry, words)
        ):
            above = entry
            out.append(replace(entry, span=True))
        else:
            above = None
            out.append(entry)
    return out


def _to_latest(entries: list[Entry]) -> list[Entry]:
    """Where an employer's row has the whole time and the titles held there stand right under each
    other, what follows the last of them is told of the latest."""
    out = list(entries)
    for k, entry in enumerate(entries):
        last = k + 1
        while last < len(entries) and entries[last].under and len(entries[last].head) == 1:
            last += 1
            if entries[last - 1].body:
                break
        stack = entries[k + 1 : last]
        if (
            not entry.span
            or len(stack) < 2
            or not stack[-1].body
            or any(e.body for e in stack[:-1])
        ):
            continue
        more = last < len(entries) and entries[last].under
        close = stack[0].head[0].line.gap + 0.3
        if more or any(e.head[0].line.gap > close for e in stack[1:]):
            continue
        out[k + 1] = replace(stack[0], body=stack[-1].body)
        out[last - 1] = replace(stack[-1], body=())
    return out


def is_tenure(row: Row, words: ResumeWords) -> bool:
    """``5 years 2 months``: how long somebody was with a company, over the titles held there."""
    folded = fold(row.text)
    return not row.dates and 0 < len(folded) <= words.dates.duration_after(folded, 0)


def _begins_with_title(entry: Entry, words: ResumeWords) -> bool:
    """Title, then the dates, and no row between that could be a company."""
    if len(entry.head) < 2 or entry.dates_row is not entry.head[1]:
        return False
    return words.title_score(entry.head[0].text) >= 1.0


def _is_next_title(entry: Entry, above: Entry) -> bool:
    """Is the head one dated row that looks like the title's row above, not like its company's?"""
    if above.under and len(above.head) == 1:
        return len(entry.head) == 1 and _looks_alike(entry.head[0], above.head[0])
    if len(entry.head) != 1 or entry.dates_row is None or above.dates_row is None:
        return False
    first, title = above.head[0], above.dates_row
    if title is first or first.dates or not above.body or _looks_alike(first, title):
        return False
    return _looks_alike(entry.head[0], title)


def _looks_alike(one: Row, two: Row) -> bool:
    return one.line.heading == two.line.heading and same_look(head_look(one), head_look(two))


def _is_inside(entry: Entry, span: Entry) -> bool:
    """Does the entry's time lie within the other's, both as ranges?"""
    one, two = entry.dates, span.dates
    if one is None or two is None or one.single or two.single:
        return False
    return one.start + "~" >= two.start and (
        two.current or (not one.current and one.end <= two.end + "~")
    )


def same_head(entry: Entry, other: Entry, words: ResumeWords) -> bool:
    """Do two heads begin alike: in look and indent, or both with a title where there are none?"""
    one, two = entry.head[0], other.head[0]
    if one.flat:
        return max(words.title_score(c.text) for c in two.cells) >= 1.0
    return same_look(head_look(one), head_look(two)) and abs(one.line.x0 - two.line.x0) < 3


def head_look(row: Row) -> Look:
    """The look of the first cell that is more than a date."""
    at = 0
    for cell in row.cells:
        begin = row.text.find(cell.text, at)
        at = begin + len(cell.text)
        if not any(d.at <= begin + 1 and d.to >= at - 1 for d in row.dates):
            return cell.look
    return row.look


def _entry(chunk: Sequence[Row], body: Sequence[Item]) -> Entry:
    dated = [r for r in chunk if r.dates]
    best = next(
        (r for r in dated if any(not d.single for d in r.dates)), dated[0] if dated else None
    )
    return Entry(
        head=tuple(chunk), dates=row_range(best) if best else None, dates_row=best, body=tuple(body)
    )


def _marked(items: Sequence[Item], words: ResumeWords) -> list[Item]:
    """Bullets that are in fact entry heads become heads, and indented rows of a section without
    any marker become bullets."""
    items = [_earlier(i, words) for i in items]
    bullets = [i for i in items if i.kind == "bullet"]
    top = [i for i in bullets if i.depth == 0]
    counted = [i for i in top if i.rows[0].line.marker[:2].strip("().").isdigit()]
    if len(counted) > 1 and len(counted) < len(bullets) and all(_dated(i) and len(i.text.split()) <= 22 for i in counted):  # fmt: skip
        return [replace(i, kind="head") if i in counted else i for i in items]
    nested = len(bullets) - len(top)
    if top and not any(i.kind == "head" and _dated(i) for i in items):
        dated = [i for i in top if (_dated(i) or _opens_with_date(i)) and len(i.text.split()) <= 22]
        if nested and 2 * len(dated) > len(top):  # and one has a single date
            dated = [i for i in top if any(r.dates for r in i.rows) and len(i.text.split()) <= 22]
        if len(dated) >= 0.8 * len(top) and (
            nested or any(i.kind != "bullet" for i in items) or len(dated) == len(top)
        ):
            return [replace(i, kind="head") if i in dated else i for i in items]
    if bullets or not items or items[0].rows[0].flat:
        return list(items)
    dated_x = [i.rows[0].line.x0 for i in items if _dated(i) and i.kind == "head"]
    if not dated_x:
        return list(items)
    # a heading further left that was not known as one says nothing about the entries' own indent
    base = min(
        _text_x0(i.rows[0])
        for i, following in zip(items, [*items[1:], items[-1]], strict=True)
        if i.kind == "head" and (_dated(i) or (following.kind == "head" and _dated(following)))
    )
    look = Counter(i.rows[0].look for i in items if i.kind == "prose").most_common(1)
    if not look:
        return list(items)
    return [
        replace(i, kind="bullet")
        if i.rows[0].line.x0 >= base + 6 and not _dated(i) and same_look(i.rows[0].look, look[0][0])
        else i
        for i in items
    ]


_EARLIER = re.compile(r"(?:earlier|previously|before that|prior to that|also|davor|zuvor|auparavant|antes|in precedenza)\s*:\s*", re.I)  # fmt: skip


def _earlier(item: Item, words: ResumeWords) -> Item:
    """``Earlier: shop assistant, Corner Books, 2001 - 2003.`` is a position in a sentence."""
    label = _EARLIER.match(item.text)
    if item.kind != "prose" or label is None or not _dated(item) or len(item.text.split()) > 24:
        return item
    row = merge_rows(item.rows, words)
    text = row.text[label.end() :].rstrip(". ")
    cell = replace(row.cells[0], text=text, runs=())
    row = replace(row, text=text, cells=(cell,), dates=words.dates.find(text))
    return replace(item, kind="head", rows=(row,), text=text)


def _text_x0(row: Row) -> float:
    """Where the row's text begins after a date in a margin cell of its own."""
    if len(row.cells) > 1 and row.dates and row.dates[0].at == 0 and row.dates[0].to >= len(row.cells[0].text):  # fmt: skip
        return row.cells[1].x0
    return row.line.x0


def _opens_with_date(item: Item) -> bool:
    return any(d.at == 0 for r in item.rows[:1] for d in r.dates)


def _dated(item: Item) -> bool:
    return any(not d.single for r in item.rows for d in r.dates)


Run = tuple[list[Item], list[Item]]


def _runs(items: Sequence[Item]) -> list[Run]:
    """Heads followed by the body under them."""
    runs: list[Run] = []
    for item in items:
        if item.kind == "head":
            if not runs or runs[-1][1]:
                runs.append(([], []))
            runs[-1][0].append(item)
        else:
            if not runs:
                runs.append(([], []))
            runs[-1][1].append(item)
    return runs


def _entry_runs(runs: Sequence[Run], words: ResumeWords, undated: bool) -> set[int]:
    """Which runs begin an entry rather than being a sub-heading or a stray line."""
    dated = {k for k, (heads, _) in enumerate(runs) if any(r.dates for i in heads for r in i.rows)}
    with_heads = [k for k, (heads, _) in enumerate(runs) if heads]
    if (not dated or len(dated) < 0.5 * len(with_heads)) and not dated:
        return set(with_heads)
    looks = [head_look(runs[k][0][0].rows[0]) for k in sorted(dated)]
    body_looks: Counter[Look] = Counter(i.rows[0].look for _, body in runs for i in body)
    plain = body_looks.most_common(1)[0][0] if body_looks else None
    out = set(dated)
    for k in with_heads:
        if k in out:
            continue
        if k == 0:
            out.add(k)
            continue
        heads = runs[k][0]
        first = heads[0].rows[0]
        look = head_look(first)
        if is_tool_line(first, words):
            continue
        if undated and first.flat and runs[k][1] and len(first.text.split()) <= 10:
            out.add(k)
            continue
        if plain is not None:  # rows left over from the entry above may come first
            shown = [head_look(i.rows[0]) for i in heads]
            look = next((lk for lk in shown if not same_look(lk, plain)), look)
        distinct = plain is None or not same_look(look, plain)
        titled = (
            max(words.title_score(c.text) for r in [i.rows[0] for i in heads] for c in r.cells)
            >= 1.2
        )
        if (distinct and any(same_look(look, other) for other in looks)) or (
            titled and ((first.flat and first.line.gap >= 1.0) or distinct)
        ):
            out.add(k)
    return out


def _opening_looks(runs: Sequence[Run], entry_runs: set[int]) -> set[Look]:
    """How the first row of an entry looks, if it differs from all the text below heads."""
    looks = [head_look(runs[k][0][0].rows[0]) for k in sorted(entry_runs)]
    body = {i.rows[0].look for _, items in runs for i in items}
    return {lk for lk in looks[:1] if not any(same_look(lk, b) for b in body)}


def _trailing(heads: Sequence[Item], opening: set[Look], words: ResumeWords) -> int:
    """How many rows before the entry's true first row still belong to the entry above."""
    if is_tool_line(heads[0].rows[0], words) and len(heads) > 1:
        return 1
    if any(same_look(head_look(heads[0].rows[0]), look) for look in opening):
        return 0  # every row may stand apart here
    for k, item in enumerate(heads):
        if k and item.rows[0].flat and item.rows[0].line.gap >= 1.0:
            above = [r for i in heads[:k] for r in i.rows]
            heading = any(
                r.line.heading or words.title_score(r.text) >= 1.0 or r.dates or is_tenure(r, words)
                for r in above
            )
            return 0 if heading else k
    if not opening:
        return 0
    for k, item in enumerate(heads):
        if any(same_look(head_look(item.rows[0]), look) for look in opening):
            return k
        if any(r.dates for r in item.rows):
            return 0
    return 0
