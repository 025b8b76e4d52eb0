"""Rows -> sections: headings by their look, their words and what stands under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_gen.resume.folding import fold
from report_gen.resume.guessing import guess_kind
from report_gen.resume.margin_labels import is_caps, separate_labels, whole_headings
from report_gen.resume.naming import name_shape
from report_gen.resume.own_headings import (
    HeadingLook,
    address_at,
    ends_header,
    gives_address,
    headings_own_looks,
    intro_at,
    names_entry,
    unnamed_looks,
)
from report_gen.resume.rows import Cell, Look, Row, Sheet
from report_gen.resume.tables import table_kind
from report_gen.resume.words import ResumeWords, unspace

_CORE = frozenset({"work", "education", "skills", "projects", "summary"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``kind`` is a key of the vocabulary's sections, "header" for what stands before the first.

    ``heading``: the row (None for the header, or if the heading shares its row with content).
    """

    kind: str
    title: str
    heading: Row | None
    rows: tuple[Row, ...]


def split_sections(sheet: Sheet, words: ResumeWords) -> list[Section]:
    """The document's sections in reading order; the first is the header (it may be empty)."""
    rows = whole_headings(separate_labels(sheet, words), sheet.body, words)
    marks = find_headings(rows, sheet.body, words)
    sections: list[Section] = []
    kind, title, heading = "header", "", None
    rows_here: list[Row] = []
    for row in rows:
        mark = marks.get(row.number if row.cells else -1)
        if mark is None or mark[2] is not row:
            rows_here.append(row)
            continue
        sections.append(Section(kind=kind, title=title, heading=heading, rows=tuple(rows_here)))
        kind, title, rest = mark[0], mark[1], mark[3]
        heading = row if rest is None else None
        rows_here = [rest] if rest is not None else []
    sections.append(Section(kind=kind, title=title, heading=heading, rows=tuple(rows_here)))
    if len(sections) == 1:
        return _without_headings(sections[0], words)
    if sum(any(not d.single for d in r.dates) for r in sections[0].rows[3:]) >= 2:
        sections = [*_without_headings(sections[0], words), *sections[1:]]
    addressed = any("@" in r.text for s in sections if s.kind in _OF_PERSON for r in s.rows)
    if not addressed:
        sections = [part for s in sections for part in _without_address(s)]
    named = [_named(s, words, addressed) for s in sections]
    return _with_header([part for s in named for part in _without_intro(s)], sheet, words)


_OF_PERSON = ("header", "contact")


def _without_address(section: Section) -> list[Section]:
    """The section, and the address that stands at the top of the next column, as contact."""
    at = address_at(section.rows)
    if at == len(section.rows):
        return [section]
    block = Section(kind="contact", title="", heading=None, rows=section.rows[at:])
    return [replace(section, rows=section.rows[:at]), block]


def _without_intro(section: Section) -> list[Section]:
    """The section, and the paragraph that stands at the top of the next column, as a summary."""
    at = intro_at(section.rows)
    if at == len(section.rows) or section.kind in ("summary", "work", *_OF_PERSON):
        return [section]
    intro = Section(kind="summary", title="", heading=None, rows=section.rows[at:])
    return [replace(section, rows=section.rows[:at]), intro]


def _with_header(sections: list[Section], sheet: Sheet, words: ResumeWords) -> list[Section]:
    """A sidebar may come first: the name inside a later section begins the header proper."""
    if any(name_shape(c.text, words) >= 1.0 for r in sections[0].rows[:6] for c in r.cells):
        return sections
    for k, section in enumerate(sections):
        if section.kind == "contact" and any(
            name_shape(r.text, words) >= 1.6 for r in section.rows[:2]
        ):
            return sections
        for n, row in enumerate(section.rows):
            large = row.look[2] > sheet.body[2] + 3 and row.line.page == 1
            following = section.rows[n + 1] if n + 1 < len(section.rows) else None
            titled = (
                row.flat
                and row.line.gap >= 0.9
                and following is not None
                and words.title_score(following.text) >= 1.0
            )
            if (large or titled) and len(row.cells) == 1 and name_shape(row.text, words) >= 1.6:
                own = replace(section, rows=section.rows[:n])
                header = Section(kind="header", title="", heading=None, rows=section.rows[n:])
                return [*sections[:k], own, header, *sections[k + 1 :]]
    return sections


def _named(section: Section, words: ResumeWords, addressed: bool) -> Section:
    """The section with its kind; ``addressed``: the e-mail address stands elsewhere."""
    if section.kind != "unknown":
        return section
    if not addressed and gives_address(section.rows):
        return replace(section, kind="contact")
    named = words.heading_kind(section.title.split()[-1]) if section.title.split() else ""
    guessed = guess_kind(section.rows, words)
    kind = "projects" if named == "projects" and guessed != "work" else guessed
    return replace(section, kind=kind or "other")


def heading_look(row: Row) -> HeadingLook:
    cell = row.cells[0]
    bold, _, size, color = cell.look
    return (row.line.heading, size, bold, is_caps(cell.text), color)


Mark = tuple[str, str, Row, Row | None]
"""Kind, title, the row it stands in, and the rest of that row if content follows in it."""


def find_headings(rows: Sequence[Row], body: Look, words: ResumeWords) -> dict[int, Mark]:
    """Section headings by line number.

    First the rows whose words are known headings; from the surest of them the document's own
    heading look is learned; rows of that look are headings too, others of lesser look are not.
    """
    known: dict[int, str] = {}
    for k, row in enumerate(rows):
        if not k and fold(row.text) in words.document_titles:
            continue
        if _may_be_heading(row) and (kind := words.heading_kind(row.text.rstrip(":： "))):
            known[k] = kind
    learned = _learn_look(rows, known, body)
    usual = min((rows[k].line.gap for k in known if heading_look(rows[k]) in learned), default=0.9)
    own = headings_own_looks(rows, known, learned, heading_look, _may_be_heading)
    spread = {rows[k].line.column for k in known if heading_look(rows[k]) in learned}
    unnamed = unnamed_looks(
        rows, learned, spread, heading_look, lambda row: _distinction(row, body) >= 1.2,
        _may_be_heading, words,
    )  # fmt: skip
    usual = min([usual, *unnamed.values()])
    learned |= set(unnamed)
    marks: dict[int, Mark] = {}
    current = "header"
    opened: Row | None = None
    plain = False  # does the open section's heading look like the text?
    colons = False  # does this document write its headings as "Skills: ..."?
    for k, row in enumerate(rows):
        mark: Mark | None = None
        below = rows[k + 1] if k + 1 < len(rows) else None
        if kind := table_kind(row, below, words):
            under = opened is not None and rows[k - 1] is opened
            mark = (current if under else kind, row.text, row, None)
        elif current in ("header", "summary", "contact") and _is_position(
            row, words, current, body
        ):
            mark = ("work", "", row, row)
        elif k in known:
            exact = fold(unspace(row.text.rstrip(":： "))) in words.headings
            if (exact or not learned or heading_look(row) in learned) and _accept_known(
                row, known[k], learned, body, rows, k, current, opened
            ):
                mark = (known[k], row.text, row, None)
        elif learned and _may_be_heading(row) and heading_look(row) in learned:
            look = heading_look(row)
            if (
                not row.dates
                and row.words <= 6
                and k > 0
                and (current != "header" or ends_header(rows, k, look, usual, words))
                and (
                    not _is_entry_head(rows, k, current)
                    or (
                        row.flat
                        and _is_as_high(rows, k, opened)
                        and not names_entry(row.text, words)
                    )
                    or (look in own and not names_entry(row.text, words))
                )
            ):
                mark = ("unknown", row.text, row, None)
        else:
            mark = _inline_heading(row, words, current, set() if plain else learned, colons)
        if mark:
            colons = colons or (
                row.flat and (mark[3] is not None or row.text.rstrip().endswith((":", "：")))
            )
            marks[row.number] = mark
            current = mark[0]
            opened = row if mark[3] is None else None
            plain = heading_look(row) not in learned if opened else plain
    return marks


def _is_position(row: Row, words: ResumeWords, current: str, body: Look) -> bool:
    """A heading that is a whole position ("Head of Data at Fjord, 2016 - 2019"): with it the work
    begins, though no heading says so."""
    printed = current == "summary" and _distinction(row, body) >= 1.2 and not row.bullet
    if not (row.line.heading or printed) or not any(not d.single for d in row.dates):
        return False
    return words.title_score(re.split(r"[,|@\t]| at ", row.text)[0]) >= 1.0


def _may_be_heading(row: Row) -> bool:
    text = unspace(row.text.replace("\t", " "))
    numbered = re.match(r"\(?(?:\d{1,2}|[IVX]+)[.)]", row.line.marker)
    dressed = row.line.marker in "—–-•■▪" and (
        is_caps(row.text) or row.text.rstrip().endswith(row.line.marker or "?")
    )
    if row.bullet and not row.line.heading and not numbered and not dressed:
        return False
    bare = re.sub(r"(?<=\w)\s*\([^()]*\)\Z", "", text)  # "(17 in total, 6 as first author)"
    if len(row.cells) > 1 and row.cells[1].text[:1] in ":：":
        return False  # "CI/CD   : Jenkins"
    if not text or len(bare) > 60 or len(bare.split()) > 7 or "@" in text or "http" in text:
        return False
    return not re.search(r"[.,;]$", text) and not (row.dates and row.words < 4)


def _distinction(row: Row, body: Look) -> float:
    level, size, bold, caps, color = heading_look(row)
    score = 2.0 if level else 0.0
    if size > body[2] + 0.6:
        score += 1.2
    elif size < body[2] - 0.6:
        score -= 0.3
    if bold and not body[0]:
        score += 0.8
    if caps or unspace(row.text) != row.text.strip():
        score += 0.8
    if color != body[3]:
        score += 0.5
    if row.line.gap > 0.7:
        score += 0.4
    if row.text.rstrip().endswith((":", "：")):
        score += 0.3
    return score


def _learn_look(rows: Sequence[Row], known: dict[int, str], body: Look) -> set[HeadingLook]:
    """The looks of headings: those carried by several known ones, or by the surest."""
    votes: Counter[HeadingLook] = Counter()
    for k, kind in known.items():
        if _distinction(rows[k], body) >= 0.7:
            votes[heading_look(rows[k])] += 3 if kind in _CORE else 2
    if not votes:
        return set()
    best = max(votes.values())
    looks = {look for look, n in votes.items() if n >= max(2, best * 0.34)}
    columns = {
        lk: {rows[k].line.column for k in known if heading_look(rows[k]) == lk} for lk in looks
    }
    looks = {  # a smaller look under a larger one in the same column belongs to groups inside
        lk
        for lk in looks
        if not any(
            o[1] > lk[1] + 0.6 and (columns[lk] <= columns[o] or _is_common(lk, rows, known))
            for o in looks
        )
    }
    plain = _plain_looks(rows, known, body)
    return {look for look in looks if look not in plain}


def _is_common(look: HeadingLook, rows: Sequence[Row], known: dict[int, str]) -> bool:
    """Do more rows of other words than known headings look like this? Rows that stand apart as
    these do, in their column, may be headings in words of one's own."""
    here = [
        k
        for k, row in enumerate(rows)
        if row.cells and not row.bullet and heading_look(row) == look
    ]
    spots = [rows[k].line for k in here if k in known]
    least = max(0.9, 0.75 * min((line.gap for line in spots), default=0.0))
    columns = {line.column for line in spots}
    others = [rows[k].line for k in here if k not in known]
    plain = [o for o in others if o.gap < least or o.column not in columns]
    return len(plain) > len(spots)


def _plain_looks(rows: Sequence[Row], known: dict[int, str], body: Look) -> set[HeadingLook]:
    """Looks that also carry dates, bullets or long text, and so can't tell a heading."""
    out: Counter[HeadingLook] = Counter()
    for k, row in enumerate(rows):
        if k not in known and row.cells and (row.dates or row.words > 9):
            out[heading_look(row)] += 1
    return {look for look, n in out.items() if n >= 1 and not look[0]} | {
        (0, body[2], body[0], False, body[3])
    }


def _accept_known(
    row: Row, kind: str, learned: set[HeadingLook], body: Look,
    rows: Sequence[Row], k: int, current: str, opened: Row | None,
) -> bool:  # fmt: skip
    look = heading_look(row)
    if _is_deeper(row, opened) and current in _OF_ENTRIES and kind not in _ENTRY_KINDS:
        return False  # "Highlights" under a position
    if (
        learned
        and all(lk[0] for lk in learned)
        and not row.line.heading
        and current in _OF_ENTRIES
        and kind not in _ENTRY_KINDS
    ):
        return False  # where the file declares its headings, bold words inside are labels
    if look in learned:
        return True
    alone = len(row.cells) == 1
    score = _distinction(row, body)
    if learned and not row.flat:
        top = max(learned, key=lambda lk: (lk[0] > 0, lk[1], lk[2], lk[3]))
        smaller = opened is not None and look[1] < heading_look(opened)[1] - 0.6
        if smaller and not look[0] and opened is not None and row.line.column == opened.line.column:
            return False  # a label inside a section
        size = min(lk[1] for lk in learned)
        if look[1] < size - 0.6 and score < 1.2 and row.line.column == rows[0].line.column:
            return False
        if top[0] and not look[0] and score < 1.9:
            return False
    if (
        current in ("skills", "work", "projects", "education")
        and kind in ("skills", "languages", "summary", "awards", "courses", "other", "work")
        and score < 1.0
    ):
        strong = (row.line.gap > 0.9 or row.text.rstrip().endswith((":", "："))) and (
            row.flat or not learned
        )
        return (
            strong
            and alone
            and not (current == "skills" and kind == "skills")
            and _followed(rows, k)
        )
    if (
        row.flat
        and current not in ("header", "contact")
        and score < 0.3
        and row.line.gap < 0.9
        and kind not in ("work", "education")
    ):
        return False
    return alone and _followed(rows, k) and (score >= 0.4 or row.flat or not learned)


_OF_ENTRIES = frozenset({"work", "projects", "education", "volunteer"})
_ENTRY_KINDS = _OF_ENTRIES | {"languages", "certificates", "publications", "contact"}


def _is_deeper(row: Row, opened: Row | None) -> bool:
    """Does the file itself declare this a heading of a lower level than the section's?"""
    return opened is not None and 0 < opened.line.heading < row.line.heading


def _is_as_high(rows: Sequence[Row], k: int, opened: Row | None) -> bool:
    """Does the file declare it a heading of the very level of the open section, which holds text?"""
    if opened is None or rows[k - 1] is opened:
        return False
    return 0 < rows[k].line.heading == opened.line.heading


def _is_entry_head(rows: Sequence[Row], k: int, current: str) -> bool:
    """An unknown heading inside a section of entries with a date right under it: a company."""
    if current not in (
        "work",
        "projects",
        "education",
        "volunteer",
        "awards",
        "publications",
        "certificates",
    ):
        return False
    return any(r.dates and not r.bullet for r in rows[k + 1 : k + 4] if r.words <= 24)


def _followed(rows: Sequence[Row], k: int) -> bool:
    return k + 1 < len(rows)


def _inline_heading(
    row: Row, words: ResumeWords, current: str, learned: set[HeadingLook], colons: bool
) -> Mark | None:
    """``Skills: Python, SQL`` on one line, outside of a section where it would be a group."""
    match = re.match(r"([^:：]{3,40})[:：]\s*(\S.*)\Z", row.text)
    if match is None or row.bullet:
        return None
    kind = words.heading_kind(match.group(1))
    if kind not in (
        "skills",
        "languages",
        "interests",
        "summary",
        "certificates",
        "education",
        "awards",
    ):
        return None
    if learned and current != "header":
        return None
    inside = current in ("work", "projects", "education", "volunteer", "skills", "languages")
    if inside and row.line.gap < 0.9 and not (colons and current not in ("skills", kind)):
        return None
    rest = replace_text(row, match.group(2), match.start(2))
    return (kind, match.group(1), row, rest)


def replace_text(row: Row, text: str, start: int) -> Row:
    """The row without its first ``start`` characters."""
    cells: list[Cell] = []
    at = 0
    for cell, piece in zip(row.cells, [p for p in row.text.split("\t") if p.strip()], strict=False):
        begin = at
        at += len(piece) + 1
        if at - 1 <= start:
            continue
        cut = max(0, start - begin)
        new = piece[cut:].strip()
        if new:
            cells.append(replace(cell, text=new, runs=() if cut else cell.runs))
    return replace(
        row,
        text=text,
        cells=tuple(cells),
        dates=tuple(
            replace(d, at=d.at - start, to=d.to - start) for d in row.dates if d.at >= start
        ),
    )


def _without_headings(section: Section, words: ResumeWords) -> list[Section]:
    """No heading at all: blocks between blank lines are told by what they hold."""
    blocks: list[list[Row]] = []
    for row in section.rows:
        wide = row.line.gap >= 0.9 or (
            row.line.block and blocks and row.line.block != blocks[-1][-1].line.block
        )
        if blocks and (not wide or row.bullet):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    out: list[Section] = []
    for block in blocks:
        kind = guess_kind(block, words) if out else "header"
        kind = kind or (out[-1].kind if out else "header")
        if out and out[-1].kind == kind:
            out[-1] = replace(out[-1], rows=out[-1].rows + tuple(block))
        else:
            out.append(Section(kind=kind, title="", heading=None, rows=tuple(block)))
    return out
