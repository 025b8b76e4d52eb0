"""Lines as read -> items: headings, list entries and paragraphs, with wrapped lines rejoined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report_gen.job.headings import Heading, find_heading, name_section
from report_gen.job.labels import part_labels
from report_gen.job.tables import part_tables
from report_gen.job.words import JobWords
from report_gen.reading.joining import join_wrapped
from report_gen.reading.models import Document, Line

_MARKUP = re.compile(r"\*\*|__|(?<!\w)\*(?=\w)|(?<=[\w.!?)])\*(?!\w)|^#{1,6}\s+|`")
_TERMINAL = re.compile(r"[.!?:;…)\]\"'”’]$")
_LONGEST_WRAP = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One heading, list entry (``marked`` or a line of an unmarked list) or paragraph."""

    text: str
    lines: tuple[int, ...]
    heading: Heading | None = None
    marked: bool = False
    marker: str = ""
    depth: int = 0
    block: int = 0
    gap: float = 0.0
    x0: float = 0.0

    @property
    def line(self) -> int:
        return self.lines[0]


def collect_items(document: Document, words: JobWords) -> list[Item]:
    """Headings, list entries and paragraphs in reading order; nothing is left out."""
    lines = part_tables([line for line in document.lines if plain(line.text)], words)
    lines = _part_headings(part_labels(_without_speakers(lines), words), words)
    lines = _part_glued(lines, words)
    lines, lone = _take_lone_markers(_restore_markers(lines))
    wraps = _find_wraps(document, lines)
    items: list[Item] = []
    group: list[Line] = []
    heading: Heading | None = None
    for place, line in enumerate(lines):
        previous = lines[place - 1] if place else None
        following = lines[place + 1] if place + 1 < len(lines) else None
        if group and heading is None and not line.marker and place in wraps:
            group.append(line)
            continue
        if group:
            items.append(_to_item(group, heading, lone))
        group, heading = [line], find_heading(line, plain(line.text), previous, following, words)
    if group:
        items.append(_to_item(group, heading, lone))
    return items


_LONE = re.compile(r"[-–—*+•]|\d{1,2}[.)]")


def _take_lone_markers(lines: list[Line]) -> tuple[list[Line], dict[int, int]]:
    """Bullets and numbers that stand on a line of their own, above their entry: the entries
    with them, and the number of the line on which each stood."""
    out: list[Line] = []
    stood: dict[int, int] = {}
    above: Line | None = None
    for line in lines:
        bare = not line.marker and _LONE.fullmatch(line.text.strip()) is not None
        if above is not None and not bare and not line.marker and not line.heading:
            line = replace(line, marker=above.text.strip(), gap=max(line.gap, above.gap))
            stood[line.number] = above.number
        elif above is not None:
            out.append(above)
        above = line if bare else None
        if not bare:
            out.append(line)
    return ([*out, above] if above is not None else out), stood


_SPEAKER = re.compile(r"(?:Q|A|Question|Answer)[:.]\s+(?=\S)")


def _without_speakers(lines: list[Line]) -> list[Line]:
    """ "Q: What will I own?", "A: The churn model.": who speaks is left out where both do."""
    said = {match[0][0] for line in lines if (match := _SPEAKER.match(line.text))}
    if said != {"Q", "A"}:
        return lines
    return [replace(line, text=_SPEAKER.sub("", line.text, count=1)) for line in lines]


_LONG_LINE = 150
_HEAD = (
    r"((?:(?:Key |Core |Main |Job |Minimum |Basic |Required |Preferred |Desired )?"
    r"(?:Requirements|Responsibilities|Qualifications|Duties|Skills|Benefits)|Nice[- ][Tt]o[- ][Hh]aves?))"
)
_HEAD_INSIDE = re.compile(rf"(?<=[a-z.;:)]){_HEAD}(?=[A-Z0-9:])|(?<!\S){_HEAD}(?=\s-\s?[A-Z])")
"""A heading that a copied page has glued into the text ("... launchesRequirements4 years")."""
_DASHED = re.compile(r"\s-\s?(?=[A-Z])")
_FEWEST_DASHED = 3


def _part_headings(lines: list[Line], words: JobWords) -> list[Line]:
    """Headings glued into a long line, and the dashed entries behind them, as lines of their own."""
    out: list[Line] = []
    for line in lines:
        found = _HEAD_INSIDE.split(line.text) if len(line.text) >= _LONG_LINE else []
        pieces = [piece for piece in found if piece is not None]
        if len(pieces) < 3 or line.marker or not all(name_section(h, words) for h in pieces[1::2]):
            out.append(line)
            continue
        if pieces[0].strip():
            out.append(replace(line, text=pieces[0].strip()))
        for head, text in zip(pieces[1::2], pieces[2::2], strict=True):
            out.append(replace(line, text=head, gap=1.0, heading=3))
            entries = [e.strip() for e in _DASHED.split(f" {text.strip(' :')}") if e.strip()]
            if len(entries) >= _FEWEST_DASHED:
                out += [replace(line, text=entry, marker="-", gap=0.0) for entry in entries]
            elif entries:
                out.append(replace(line, text=text.strip(" :"), gap=0.0))
    return out


_GLUE = re.compile(r"\s+([·•▪●∙‣])\s+")


def _part_glued(lines: list[Line], words: JobWords) -> list[Line]:
    """List entries glued into one line ("What you need · SQL · Python") as lines of their own.

    Only under a heading, which opens the line or stands above it: "Berlin · full-time" is none.
    """
    out: list[Line] = []
    for line in lines:
        pieces = _GLUE.split(line.text)
        sign = line.marker or (pieces[1] if len(pieces) > 1 else "")
        texts = pieces[::2]
        if len(texts) < 2 or set(pieces[1::2]) != {sign}:
            out.append(line)
            continue
        opened = "" if line.marker else name_section(plain(texts[0]), words)
        above = bool(out) and not out[-1].marker and name_section(plain(out[-1].text), words)
        if not (line.marker or opened or (above and len(texts) > 2)):
            out.append(line)
            continue
        first = replace(line, text=texts[0], marker="" if opened else sign)
        out += [first, *(replace(line, text=t, marker=sign, gap=0.0) for t in texts[1:])]
    return out


_BARE_MARKER = re.compile(
    r"^([-–—*•o+>]|--|->|=>|>>|\*\*|[A-Z]{1,2}\d{1,2}[.):]|[A-Ha-h][.)]|[ivx]{1,4}[.)]|\([a-z]{1,3}\)|\d\ufe0f?\u20e3)\s+(?=\S)"
)


def _restore_markers(lines: list[Line]) -> list[Line]:
    """Bullets that reading left in the text, being careful with dates and the letter o.

    "- present to the board" between other dashes is an entry; so is "o attention" further in.
    """
    out: list[Line] = []
    for place, line in enumerate(lines):
        match = None if line.marker or line.heading else _BARE_MARKER.match(line.text)
        if glued := _glued_number(lines, place):
            line = replace(line, marker=glued, text=line.text[len(glued) :])
        elif match:
            near = [*out[-4:], *lines[place + 1 : place + 4]]
            sign = match.group(1)
            same = any(_same_sign(sign, other) for other in near)
            deeper = any(other.marker and line.x0 > other.x0 for other in out[-4:])
            if (same and sign != "o") or (sign == "o" and deeper):
                depth = line.depth or (1 if deeper else 0)
                line = replace(line, marker=sign, text=line.text[match.end() :], depth=depth)
        out.append(line)
    return out


_GLUED_NUMBER = re.compile(r"(\d{1,2})[.)](?=[A-Z][a-z]+\s)")


def _glued_number(lines: list[Line], place: int) -> str:
    """The number that stands right before its entry ("1.Design the arm", "2.Test it"), where the
    line above or below has the one before or after it; "" for none."""
    own = _GLUED_NUMBER.match(lines[place].text)
    if own is None or lines[place].marker:
        return ""
    near = [_GLUED_NUMBER.match(line.text) for line in lines[max(0, place - 1) : place + 2]]
    gaps = {abs(int(other[1]) - int(own[1])) for other in near if other}
    return own.group() if gaps & {1, 2} else ""


_LETTERED = re.compile(r"[A-Ha-h][.)]|[ivx]{1,4}[.)]|\([a-z]{1,3}\)")


def _same_sign(sign: str, other: Line) -> bool:
    """Does another line begin with the same sign (or the next code: E1, E2)?"""
    if sign.endswith("\u20e3"):
        return True
    if _LETTERED.fullmatch(sign):  # a. b. c. or i. ii. iii.
        other_sign = other.marker or other.text.split(" ", 1)[0]
        return other_sign != sign and _LETTERED.fullmatch(other_sign) is not None
    if sign[-1] in ".):" and len(sign) > 1:
        return re.match(rf"{sign[0]}\w?\d*{re.escape(sign[-1])}", other.text) is not None
    return sign in (other.marker, other.text[: len(sign)])


def plain(text: str) -> str:
    """A line without the Markdown that may be left in pasted text."""
    return _MARKUP.sub("", text).strip()


def _to_item(group: list[Line], heading: Heading | None, lone: dict[int, int]) -> Item:
    first = group[0]
    whole = join_wrapped(plain(line.text) for line in group)
    return Item(
        text=plain(first.text) if len(group) == 1 else whole,
        lines=(*(line.number for line in group), *(n for n in (lone.get(first.number),) if n)),
        heading=heading,
        marked=bool(first.marker),
        marker=first.marker,
        depth=first.depth,
        block=first.block,
        gap=first.gap,
        x0=first.x0,
    )


def _find_wraps(document: Document, lines: list[Line]) -> set[int]:
    """Places of lines that go on where the line above was broken.

    Text is taken as hard-wrapped when lines that go on in lower case follow lines that were full:
    the next word would not have fitted. PDF lines are compared by their right edges.
    """
    size = _extent if document.kind == "pdf" else _length
    pairs = [
        (place, lines[place - 1], lines[place])
        for place in range(1, len(lines))
        if _may_continue(lines[place - 1], lines[place], document.kind == "pdf")
    ]
    if not pairs:
        return set()
    widest = _wrap_width(document, [size(a) for _, a, _ in pairs])
    tight = [(place, a, b, size(a) + _first_word(b, size) > widest) for place, a, b in pairs]
    flowing = [full for _, a, b, full in tight if b.text[:1].islower()]
    full_pairs = sum(full for *_, full in tight)
    hard = document.kind == "pdf" or (
        40 <= widest <= _LONGEST_WRAP
        and (
            (len(flowing) >= 2 and sum(flowing) >= 0.6 * len(flowing))
            or (all(flowing) and flowing and full_pairs >= 2 and full_pairs >= 0.6 * len(pairs))
        )
    )
    found: set[int] = set()
    for place, a, b, full in tight:
        hanging = bool(a.marker or place - 1 in found) and b.x0 > _marker_x(lines, place)
        goes_on = (b.text[:1].islower() or b.text[:1] == "(") and not _TERMINAL.search(
            plain(a.text)
        )
        size_left = 60 <= _length(a) <= 2 * _LONGEST_WRAP and _length(a) > 0.6 * widest
        if hard:
            joined = full or (goes_on and size(a) > 0.5 * widest)
        else:
            joined = goes_on and size_left
        if hanging and document.kind != "pdf":
            joined = joined or full or goes_on or not _TERMINAL.search(a.text)
        if joined:
            found.add(place)
    return found


def _may_continue(above: Line, line: Line, pdf: bool) -> bool:
    if line.marker or line.heading or above.heading:
        return False
    if pdf:
        same_look = abs(line.size - above.size) < 0.6 and line.bold == above.bold
        return same_look and (line.gap < 0.75 or line.page != above.page)
    return line.gap < 0.5 and line.page == above.page


def _marker_x(lines: list[Line], place: int) -> float:
    """Where the list entry that ``place`` may belong to begins."""
    for back in range(place - 1, max(-1, place - 12), -1):
        if lines[back].marker:
            return lines[back].x0
    return lines[place - 1].x0


def _wrap_width(document: Document, sizes: list[float]) -> float:
    if document.kind == "pdf":
        return max(sizes) * 0.985
    ordered = sorted(sizes)
    # one stray long line (a URL) must not hide that the rest is wrapped
    return ordered[-2] if len(ordered) > 6 and ordered[-1] > 1.25 * ordered[-2] else ordered[-1]


def _length(line: Line) -> float:
    marker = len(line.marker) + 1 if line.marker else 0
    return line.x0 / 5.0 + marker + len(line.text) if line.x1 == 0.0 else marker + len(line.text)


def _extent(line: Line) -> float:
    return line.x1


def _first_word(line: Line, size: object) -> float:
    word = len(line.text.split(" ", 1)[0]) + 1
    if size is _extent and line.x1 > line.x0 and line.text:
        return word * (line.x1 - line.x0) / len(line.text)
    return float(word)
