"""Headings in a person's own words: rows that look exactly as the known headings do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from report_gen.resume.rows import Row, same_look
from report_gen.resume.words import ResumeWords

HeadingLook = tuple[int, float, bool, bool, str]
"""Declared level, size, bold, capitals, colour."""


def headings_own_looks(
    rows: Sequence[Row], known: Mapping[int, str], learned: set[HeadingLook],
    look_of: Callable[[Row], HeadingLook], may_be: Callable[[Row], bool],
) -> set[HeadingLook]:  # fmt: skip
    """The learned looks that hardly anything but headings has.

    Three known headings and more have it, no more other rows than that, and each of these has as
    much white space above it; none stands right under a heading, as the first employer would.
    """
    here: dict[HeadingLook, list[int]] = {look: [] for look in learned}
    for k, row in enumerate(rows):
        if row.cells and may_be(row) and look_of(row) in here:
            here[look_of(row)].append(k)
    out: set[HeadingLook] = set()
    for look, spots in here.items():
        others = [k for k in spots if k not in known]
        above = [rows[k].line.gap for k in spots if k in known]
        if len(above) < 3 or len(others) > len(above) or any(k - 1 in known for k in others):
            continue
        if all(rows[k].line.gap >= 0.75 * min(above) for k in others):
            out.add(look)
    return out


def unnamed_looks(
    rows: Sequence[Row], learned: set[HeadingLook], columns: set[int],
    look_of: Callable[[Row], HeadingLook], stands_out: Callable[[Row], bool],
    may_be: Callable[[Row], bool], words: ResumeWords,
) -> dict[HeadingLook, float]:  # fmt: skip
    """The look of headings none of which is known by its words, with the least white space above.

    For documents without a known heading, and for columns in which none stands (``columns`` are
    those that have some). Three rows and more have it (two beside another column's), all of them
    short, apart from each other, over rows of another look; few name an entry or stand over dates.
    """
    here: dict[HeadingLook, list[int]] = {}
    for k, row in enumerate(rows):
        if k and row.cells and not row.bullet and row.line.column not in columns:
            here.setdefault(look_of(row), []).append(k)
    found: dict[HeadingLook, list[int]] = {}
    for look, spots in here.items():
        if look in learned or len(spots) < (2 if learned else 3) or spots[-1] + 1 == len(rows):
            continue
        short = all(may_be(rows[k]) and stands_out(rows[k]) and rows[k].words <= 6 and len(rows[k].cells) == 1 for k in spots)  # fmt: skip
        apart = all(look_of(rows[k + 1]) != look for k in spots if rows[k + 1].cells)
        named = sum(names_entry(rows[k].text, words) for k in spots)
        dated = sum(any(r.dates for r in rows[k + 1 : k + 3]) for k in spots)
        if short and apart and 3 * named <= len(spots) and dated < len(spots):
            found[look] = spots
    if not found:
        return {}
    first = max(found, key=lambda look: (look[0] > 0, -look[0], look[1], look[3], look[2]))
    return {first: min(rows[k].line.gap for k in found[first])}


def ends_header(rows: Sequence[Row], k: int, look: HeadingLook, usual: float, words: ResumeWords) -> bool:  # fmt: skip
    """Is the row the first heading, below the name and the address, rather than a headline?

    ``usual``: the least white space above known headings.
    """
    row = rows[k]
    if (
        row.line.gap < min(0.9, 0.9 * usual)
        or words.title_score(row.text) >= 1.0
        or k + 1 >= len(rows)
    ):
        return False
    addressed = any(re.search(r"\w@\w|\d{3}", r.text) for r in rows[:k])
    larger = any(r.look[2] > look[1] + 2 for r in rows[:k])
    following = rows[k + 1]
    unlike = following.look != row.look or following.line.heading != row.line.heading
    return (addressed or larger) and unlike and "@" not in following.text


def names_entry(text: str, words: ResumeWords) -> bool:
    """Do a row's words name a firm, a school, a position or a sum, whatever it looks like?"""
    return (
        re.search(r"\d", text) is not None
        or words.company_score(text) >= 1.2
        or words.title_score(text) >= 1.0
        or words.institution_score(text) > 0.8
    )


_ADDRESS = re.compile(r"\S+@[\w-]+\.\S+")


def gives_address(rows: Sequence[Row]) -> bool:
    """Short rows of which one is an e-mail address: how to reach the person."""
    short = all(r.words <= 6 and not r.dates for r in rows)
    return bool(rows) and short and any(_ADDRESS.fullmatch(c.text) for r in rows for c in r.cells)


def address_at(rows: Sequence[Row]) -> int:
    """Where in a section's rows the address begins that stands at the top of the next column;
    ``len(rows)`` if there is none."""
    for k in range(1, len(rows)):
        if rows[k].line.column != rows[k - 1].line.column and gives_address(rows[k:]):
            return k
    return len(rows)


def intro_at(rows: Sequence[Row]) -> int:
    """Where in a section's rows a paragraph begins that stands over the next column's headings and
    so is no part of it; ``len(rows)`` if there is none."""
    for k in range(1, len(rows)):
        above, row = rows[k - 1].line, rows[k].line
        if row.column == above.column or row.page != 1 or rows[k].flat:
            continue
        text = " ".join(r.text for r in rows[k:])
        alike = all(same_look(r.look, rows[k].look) and len(r.cells) == 1 for r in rows[k:])
        told = alike and not any(r.bullet or r.dates for r in rows[k:]) and text.count(" ") >= 14
        if told and text[:1].isupper() and text.rstrip().endswith((".", "!")):
            return k
    return len(rows)
