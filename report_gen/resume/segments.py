"""The head of an entry cut into segments: dates, addresses and labels taken out of its rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from report_gen.resume.entries import Entry
from report_gen.resume.folding import fold
from report_gen.resume.rows import Cell, Look, Row
from report_gen.resume.words import ResumeWords

_HARD = re.compile(
    r"\s*(?:\s\|\s|\|(?=\s)|(?<=\s)\||[•·●▪◦⋅∙]|\s//\s|\s{2,})\s*|(?<=[\u3040-\u9fff\uac00-\ud7a3])\s+(?=[\u3040-\u9fff\uac00-\ud7a3])"
)
_SOFT = re.compile(
    r"(?P<at>\s+(?:at|@|from|bei|chez|presso|hos)\s+|\s*@\s*)|(?P<dash>\s+[-–—]\s+|\s*—\s*)|(?P<colon>:\s+)|(?P<semi>;\s+)"
    r"|(?P<comma>,\s+(?!(?:Inc|Ltd|LLC|LLP|PLC|Corp|GmbH|S\.A|S\.L|B\.V|N\.A|L\.P|Co)\b)|(?<=[a-z]{3})\.\s+(?=[A-Z]))|(?P<slash>\s/\s)|(?P<bracket>\s+\((?=[^()]*\)\s*$))"
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+\Z|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|dev|de|co|eu|fr|edu|app|tech|uk|ch|nl)(?:/\S*)?\Z",
    re.I,
)
_DOMAIN = re.compile(r"[a-z\d-]+\.[a-z]{2,4}", re.I)
"""A firm called after its address, over everything else of a head: "plumbline.io"."""
_DURATION_ONLY = re.compile(r"(?:[\d\s.,+]*\d|[a-z]{3,8}\s)[\s.,+]*(?:[^\W\d]+\.?\s*\d*\s*){1,4}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a head without hard separators. ``cuts``: where it may be divided."""

    text: str
    row: int
    cell: int
    look: Look
    cuts: tuple[tuple[int, int, str], ...] = ()
    looks: tuple[tuple[int, Look], ...] = ()
    last: bool = False
    hint: str = ""
    """The role a label states (Company:, Designation:)."""


def head_segments(
    entry: Entry, words: ResumeWords, cut: Callable[[str], tuple[int, int] | None] | None = None
) -> tuple[list[Segment], list[str]]:
    """The head's segments without dates, URLs and durations; and the URLs."""
    segments: list[Segment] = []
    urls: list[str] = []
    for r, row in enumerate(entry.head):
        at = 0
        for c, cell in enumerate(row.cells):
            begin = row.text.find(cell.text, at)
            at = begin + len(cell.text)
            bare = _without_dates(row, cell, begin, entry.dates_row is row)
            for piece in _HARD.split(_without_durations(bare, words)):
                text = trim(piece)
                if not text:
                    continue
                hint, text = _labelled(text, words)
                hint = hint or _remark(piece, words)
                if hint == "dates":
                    continue
                named = not r and text == row.text.strip() and _DOMAIN.fullmatch(text)
                if _URL.match(text) and " " not in text:
                    urls.append(text)
                if named or not (
                    (_URL.match(text) and " " not in text)
                    or (
                        _DURATION_ONLY.match(text)
                        and words.dates.duration_after(fold(text), 0) >= len(fold(text))
                    )
                ):
                    made = _segment(text, r, c, cell, c == len(row.cells) - 1 and c > 0, hint)
                    spot = cut(text) if cut else None
                    if spot and not any(a <= spot[1] and b >= spot[0] for a, b, _ in made.cuts):
                        made = replace(made, cuts=tuple(sorted((*made.cuts, (*spot, "look")))))
                    segments.append(made)
    return segments, urls


def _without_durations(text: str, words: ResumeWords) -> str:
    """Without a bracket in which nothing but a duration is left beside the dates taken out."""
    for inner in reversed(list(re.finditer(r"\(([^()|]*)\|[^()]*\)", text))):
        said = fold(inner.group(1))
        if said and words.dates.duration_after(said, 0) >= len(said):
            text = f"{text[: inner.start()]} | {text[inner.end() :]}"
    return text


_HINTS = {"organisation": "C", "title": "T", "place": "P", "dates": "dates", "other": "S"}


def _remark(piece: str, words: ResumeWords) -> str:
    """``(part-time, around maternity leave)`` standing apart says how, not where."""
    inner = re.fullmatch(r"\W*\(([^()]+)\)\W*", piece)
    first = re.split(r"[,;]", inner.group(1))[0] if inner else ""
    return "S" if first[:1].islower() and fold(first) in words.employment_types else ""


def _labelled(text: str, words: ResumeWords) -> tuple[str, str]:
    """``Designation: Senior Engineer`` -> (T, Senior Engineer); a client stays as written."""
    match = re.match(r"([^:：]{2,40}?)\s*[:：]\s*(.*)\Z", text)
    kind = (
        words.entry_labels.get(fold(match.group(1)), "")
        if match
        else words.entry_labels.get(fold(text), "") and "dates"
    )
    if match is None or not kind:
        return (
            ("dates", "")
            if kind == "dates"
            and fold(text) in words.entry_labels
            and words.entry_labels[fold(text)] == "dates"
            else ("", text)
        )
    if kind == "other" or not match.group(2):
        return ("S", text) if kind == "other" else ("dates", "")
    return _HINTS[kind], match.group(2)


def _without_dates(row: Row, cell: Cell, begin: int, own: bool) -> str:
    """``own``: the entry's dates stand in this row; else a year within words in brackets is theirs
    (``acquired 2021``)."""
    text = cell.text
    for found in sorted(row.dates, key=lambda d: -d.at):
        a, b = found.at - begin, found.to - begin
        if found.single and len(row.dates) > 1 and any(not d.single for d in row.dates):
            continue
        if b <= 0 or a >= len(text):
            continue
        if found.single and not _stands_apart(text, max(0, a), b):
            continue
        if (
            found.single
            and not own
            and re.search(r"[(\[][^()\[\]]*\w[^()\[\]]*\Z", text[: max(0, a)])
        ):
            continue
        text = text[: max(0, a)] + " | " + text[b:]
    return text


def _stands_apart(text: str, a: int, b: int) -> bool:
    """A single date at an edge of its cell, or in brackets: not a year inside a name."""
    after = re.sub(r"^\W*(?:with|in|mit|avec|con)\b", "", text[b:])
    return (
        not re.search(r"\w", text[:a])
        or not re.search(r"\w", after.split("|")[0])
        or text[a : a + 1] in "(["
    )


def trim(text: str) -> str:
    """Without separators, unpaired brackets and linking words at its ends."""
    text = text.strip(" \t,;|•·–—-:/")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    if text.count("(") < text.count(")"):
        text = text.rstrip(") ")
    if text.count("(") > text.count(")"):
        text = text.rstrip("( ") if text.endswith("(") else f"{text})"
    if text.count("[") != text.count("]"):
        text = text.strip("[] ;,")
    return re.sub(
        r"(?:^|\s+)(?:with|in|from|at|before|until|avec|mit|con|vor|bis|avant)\Z", "", text
    ).strip()


def unstopped(text: str, words: ResumeWords) -> str:
    """A name without the full stop of the sentence it ended (``Grenoble.``; not ``Corp.``)."""
    last = re.search(r"([^\W\d_]{5,})\.\Z", text)
    return text[:-1] if last and fold(last.group(1)) not in words.company_suffixes else text


def _segment(text: str, row: int, column: int, cell: Cell, last: bool, hint: str = "") -> Segment:
    cuts = [
        (m.start(), m.end(), m.lastgroup or "")
        for m in _SOFT.finditer(text)
        if text.count("(", 0, m.start()) <= text.count(")", 0, m.start())
    ]
    looks: list[tuple[int, Look]] = []
    at = 0
    for run, look in cell.runs:
        start = text.find(run.strip(" ,;|–—-"), at) if run.strip(" ,;|–—-") else -1
        if start < 0:
            continue
        looks.append((start, look))
        at = start + 1
        if start > 0 and len(looks) > 1 and looks[-2][1] != look:
            gap = re.search(r"[\s,;:–—|-]*\Z", text[:start])
            a = gap.start() if gap else start
            cuts = [c for c in cuts if c[1] <= a or c[0] >= start]
            cuts.append((a, start, "look"))
    cuts.sort()
    if len(cuts) > 1:  # a state's code is never on its own: "Acme, Hillsboro, OR"
        ends = [c[0] for c in cuts[1:]] + [len(text)]
        cuts = [
            c
            for c, end in zip(cuts, ends, strict=True)
            if not re.fullmatch(r"[A-Z]{2}\.?", text[c[1] : end])
        ]
    look = looks[0][1] if looks else cell.look
    return Segment(
        text=text,
        row=row,
        cell=column,
        look=look,
        cuts=tuple(cuts[:7]),
        looks=tuple(looks),
        last=last,
        hint=hint,
    )
