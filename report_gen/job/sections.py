"""Items -> items that know their section, by headings, lead-in sentences and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_gen.job.asks import guess_reason, read_wording, starts_with_duty
from report_gen.job.blocks import Item
from report_gen.job.clauses import split_enumeration
from report_gen.job.headings import Heading, guess_section, lead_section, name_section
from report_gen.job.sentences import split_sentences
from report_gen.job.words import JobWords, fold

_LIST = re.compile(r";\s*(?:and\s+)?")
_BESIDE = re.compile(r"\s+[/|·•]\s+")
_CLOSED = re.compile(r"[.!?;)]$")
_PROSE = 3
"""An unmarked line of so many sentences is a paragraph, whatever stands around it."""
ASK_SECTIONS = ("duties", "must", "nice")
_LABEL = re.compile(r"^([^:]{2,60}?)\s*(?::|\s[–—-]\s)\s*(\S.*)$", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An item in its section. ``entry``: part of a list (marked, or one line of several);
    ``sole``: prose in a section that has no list. ``why``: known not to ask anything.
    ``unsure``: a heading without known words, which took over the section it stands in."""

    text: str
    lines: tuple[int, ...]
    section: str = ""
    heading: bool = False
    entry: bool = False
    marked: bool = False
    sole: bool = False
    unsure: bool = False
    why: str = ""

    @property
    def line(self) -> int:
        return self.lines[0]


@dataclass(slots=True)
class _Scope:
    """Where we are while walking down: the heading's section, and a list's lead-in inside it."""

    section: str = ""
    level: int = 9
    lead: str | None = None
    listed: bool = False
    block: int | None = None
    """A label's section holds for its block only; ``outer`` is the heading's it stands under."""
    outer: str = ""


def place_items(items: Sequence[Item], words: JobWords, facts: frozenset[int]) -> list[Placed]:
    """Give every item its section; lines in ``facts`` (title, header) are metadata."""
    scope = _Scope()
    placed: list[Placed] = []
    items = _name_groups(items, words)
    for position, item in enumerate(items):
        following = items[position + 1] if position + 1 < len(items) else None
        if item.line in facts:
            placed.append(_place(item, "metadata", why="metadata"))
            continue
        if item.heading is not None:
            _enter(scope, item.heading, following)
            if scope.section == "metadata":
                scope.block = item.block
            unsure = item.heading.section == "" and scope.section in ASK_SECTIONS
            placed.append(replace(_place(item, scope.section, heading=True), unsure=unsure))
            continue
        _leave(scope, item)
        opened = _open_label(scope, item, words)
        if opened is not None:
            placed += opened
            continue
        lead = _find_lead(item, following, words)
        if lead is not None:
            scope.lead = lead or scope.lead or scope.section
            *before, last = split_sentences(item.text)
            ask = (not lead and item.marked) or _asks_itself(last, scope.lead, words)
            if before and not lead and _GOES_ON.fullmatch(last) and guess_reason(item.text, words) == "company":  # fmt: skip
                scope.lead = "company"  # "We have sites in many towns. These include:"
            if before and not item.marked:
                placed.append(_place(replace(item, text=" ".join(before)), scope.section))
                item = replace(item, text=last)
            placed.append(
                _place(item, scope.section if ask else scope.lead, heading=not ask, entry=ask)
            )
            continue
        section = scope.lead if scope.lead is not None else scope.section
        entry = item.marked or _in_bare_list(items, position)
        scope.listed = scope.listed or entry
        placed.append(_place(item, section, entry=entry))
    return _mark_sole(_find_duties(_judge_unsure(placed, words), words))


_NUMBERED = re.compile(r"\(?\d{1,2}[.)]")
_LONGEST_GROUP = 9
_GROUP_LEVEL = 10
"""Below every other heading, so that it closes none."""


_GOES_ON = re.compile(r"(?:these|they|this) (?:include|includes|are|is)\W*", re.I)
_WAY_IN = re.compile(
    r"\b(?:degree|qualification|diploma|bachelor\w*|master.?s|ph\.?d|(?:\d+|one|two|three|four|five) ?\+? ?years?)\b"
)
_FEWEST_WORDS = 10


def _asks_itself(lead: str, section: str | None, words: JobWords) -> bool:
    """Does a sentence that opens a list ask for a degree or years besides ("Applicants must have a
    diploma and one year's experience in each of the following:")?"""
    return (
        section == "must"
        and len(lead.split()) >= _FEWEST_WORDS
        and _WAY_IN.search(fold(lead)) is not None
        and read_wording(lead, words, entry=False).ask in ("must", "")
    )


def _name_groups(items: Sequence[Item], words: JobWords) -> Sequence[Item]:
    """ "1. Storage and formats" above bullets, "2. Tuning" above more: numbered lines that name
    groups are headings among entries; one that holds its own entry keeps it."""
    numbered = [n for n, item in enumerate(items) if _NUMBERED.fullmatch(item.marker)]
    groups = [
        n
        for n in numbered
        if n + 1 < len(items)
        and items[n + 1].heading is None
        and not _NUMBERED.fullmatch(items[n + 1].marker)
        and len(items[n].text.split()) <= _LONGEST_GROUP
        and not items[n].text.endswith((".", ":"))
        and not starts_with_duty(fold(items[n].text), words)
        and not read_wording(items[n].text, words, entry=True).ask
    ]
    if len(groups) < 2 or len(groups) < len(numbered) - 1:
        return items
    heading = Heading(section="", level=_GROUP_LEVEL)
    return [replace(item, heading=heading) if n in groups else item for n, item in enumerate(items)]


def _place(
    item: Item, section: str, *, heading: bool = False, entry: bool = False, why: str = ""
) -> Placed:
    return Placed(
        text=item.text, lines=item.lines, section=section, heading=heading, entry=entry,
        marked=item.marked, why=why,
    )  # fmt: skip


def _enter(scope: _Scope, heading: Heading, following: Item | None) -> None:
    """A new heading. One without a known meaning groups entries inside an ask section, unless
    prose follows it: then it opens something else."""
    inside = scope.section in ASK_SECTIONS and heading.section == ""
    groups = following is not None and (following.marked or heading.level > scope.level)
    if inside and groups and (heading.level > scope.level or heading.level == 9):
        scope.lead, scope.listed = None, False
        return
    deeper = heading.level > scope.level and scope.section in ASK_SECTIONS
    if deeper and (heading.section == "stack" or (heading.section not in ASK_SECTIONS and not heading.sure)):  # fmt: skip
        return
    same = scope.section == heading.section and scope.section in ASK_SECTIONS
    level = min(scope.level, heading.level) if same else heading.level
    scope.section, scope.level = heading.section, level
    scope.lead, scope.listed, scope.block, scope.outer = None, False, None, ""


def _leave(scope: _Scope, item: Item) -> None:
    """A paragraph after white space ends a lead-in's list and a label's block."""
    if scope.lead is not None and scope.listed and not item.marked and item.gap >= 0.5:
        scope.lead, scope.listed = None, False
    if scope.block is not None and scope.block != item.block and not item.marked:
        scope.section, scope.block, scope.outer = scope.outer, None, ""


def _open_label(scope: _Scope, item: Item, words: JobWords) -> list[Placed] | None:
    """ "Requirements: 5+ years ..." on one line: the label is a heading for its block."""
    if item.marked:
        return None
    if "\t" in item.text:
        return _open_row(scope, item, words)
    match = _LABEL.match(item.text)
    if match is None:
        return None
    label, rest = match.groups()
    section = name_section(label, words)
    whole = not section
    if whole and len(label.split()) <= 7:
        section = guess_section(label, words)
        if section not in ("nice", "refusal", "benefits"):
            if scope.block is not None and len(label.split()) <= 5:
                scope.section, scope.block = scope.outer, None  # the next of a list of facts
            return None
    if not section:
        return None
    _open(scope, section, item)
    if whole or section == "metadata" or section not in ASK_SECTIONS:
        return [Placed(text=item.text, lines=item.lines, section=section, entry=whole)]
    head = Placed(text=label, lines=item.lines, section=section, heading=True)
    parts = [part.strip() for part in _LIST.split(rest.rstrip(". ")) if part.strip()]
    beside = [part.strip() for part in _BESIDE.split(rest.rstrip(". ")) if part.strip()]
    parts = list(split_enumeration(rest)) or parts
    if len(parts) < 3 and all(len(part.split()) >= 3 for part in beside):
        parts = beside
    if len(parts) < 3:
        return [head, Placed(text=rest, lines=item.lines, section=section, sole=True)]
    return [head, *(Placed(text=p, lines=item.lines, section=section, entry=True) for p in parts)]


def _open(scope: _Scope, section: str, item: Item) -> None:
    """A label opens its section until its block ends."""
    if scope.block is None:
        scope.outer = scope.section if scope.section in ASK_SECTIONS else ""
    if section not in ASK_SECTIONS:
        scope.outer = ""  # "Perks: ..." ends what was asked
    scope.section, scope.level, scope.block, scope.lead = section, 9, item.block, None
    scope.listed = False


def row_section(text: str, words: JobWords) -> str:
    """The section that the first cell of a table's row names ("Must have"), or ""."""
    label, tab, rest = text.partition("\t")
    if not tab or not rest.strip() or len(label.split()) > 7:
        return ""
    return name_section(label, words)


def _open_row(scope: _Scope, item: Item, words: JobWords) -> list[Placed] | None:
    """A row of a table: its first cell is a heading for the others, which list their entries."""
    section = row_section(item.text, words)
    if not section:
        return None
    _open(scope, section, item)
    if section not in ASK_SECTIONS:
        return [Placed(text=item.text, lines=item.lines, section=section)]
    label, *cells = item.text.split("\t")
    parts = [part.strip(" .") for cell in cells for part in _LIST.split(cell)]
    return [
        Placed(text=label, lines=item.lines, section=section, heading=True),
        *(Placed(text=p, lines=item.lines, section=section, entry=True) for p in parts if p),
    ]


def _find_lead(item: Item, following: Item | None, words: JobWords) -> str | None:
    """The section a sentence with a colon opens for the list below it; "" if it doesn't say."""
    if following is None or (following.heading and following.heading.level != _GROUP_LEVEL):
        return None
    if not item.text.endswith(":"):
        open_end = not item.marked and following.marked and not _CLOSED.search(item.text)
        last = split_sentences(item.text)[-1] if open_end else ""
        return (lead_section(last, words) or None) if last else None
    if item.marked and following.depth <= item.depth and following.x0 <= item.x0:
        return None
    if not item.marked and not following.marked and following.gap >= 1.5:
        return None
    section = lead_section(split_sentences(item.text)[-1], words)
    return section if not item.marked or name_section(item.text, words) else ""


def _in_bare_list(items: Sequence[Item], position: int) -> bool:
    """Is an unmarked item one of several lines that stand together, or of many short ones?"""
    item = items[position]
    if len(split_sentences(item.text)) >= _PROSE:
        return False
    neighbours = [
        items[n]
        for n in (position - 1, position + 1)
        if 0 <= n < len(items) and items[n].heading is None and not items[n].marked
    ]
    together = [n for n in neighbours if n.block == item.block and max(n.gap, item.gap) >= 0]
    tight = [n for n in together if (n.gap if n.line > item.line else item.gap) < 0.5]
    if tight:
        return True
    short = len(item.text) <= 220 and item.text.count(". ") == 0
    return short and any(len(n.text) <= 220 and n.text.count(". ") == 0 for n in neighbours)


def _judge_unsure(placed: list[Placed], words: JobWords) -> list[Placed]:
    """Below a heading without known words the entries' own wording says what the list is."""
    out = list(placed)
    for position, head in enumerate(placed):
        if not head.unsure:
            continue
        end = next((n for n in range(position + 1, len(out)) if out[n].heading), len(out))
        entries = [item for item in out[position + 1 : end] if item.entry]
        section = _vote(entries, head.section, words)
        for n in range(position, end):
            if out[n].section == head.section:
                out[n] = replace(out[n], section=section)
    return out


def _find_duties(placed: list[Placed], words: JobWords) -> list[Placed]:
    """Where no heading names duties, a list without a known heading above the requirements is
    one ("Ownership of the training platform", "Close collaboration with ...")."""
    first = next((n for n, item in enumerate(placed) if item.section == "must"), 0)
    if any(item.section == "duties" and item.entry for item in placed):
        return placed
    lists: list[list[int]] = [[]]
    for n, item in enumerate(placed[:first]):
        if item.marked and item.entry and item.section in ("", "role") and not item.why:
            lists[-1].append(n)
        elif lists[-1]:
            lists.append([])
    out = list(placed)
    for n in (n for listed in lists if len(listed) > 1 for n in listed):
        if not read_wording(placed[n].text, words, entry=True).ask:
            out[n] = replace(placed[n], section="duties")
    return out


def _vote(entries: Sequence[Placed], section: str, words: JobWords) -> str:
    if section not in ("duties", "must") or len(entries) < 2:
        return section
    duties = sum(starts_with_duty(fold(item.text), words) for item in entries)
    musts = sum(read_wording(item.text, words, entry=True).ask == "must" for item in entries)
    if section == "duties" and duties == 0 and musts * 3 >= len(entries):
        return "must"
    return "duties" if section == "must" and musts == 0 and duties * 2 > len(entries) else section


def _mark_sole(placed: list[Placed]) -> list[Placed]:
    """Prose in sections that hold no list of their own speaks for itself (see ``Placed.sole``)."""
    out = list(placed)
    start = 0
    for position in range(len(out) + 1):
        if position < len(out) and not out[position].heading:
            continue
        section = out[start:position]
        listed = {item.section for item in section if item.entry}
        for offset, item in enumerate(section):
            below = any(earlier.marked and earlier.entry for earlier in section[:offset])
            if not item.heading and not item.why and item.section not in listed and not below:
                out[start + offset] = replace(item, sole=True)
        start = position + 1
    return out
