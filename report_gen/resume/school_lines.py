"""Lines of an education section before they are entries: degrees set as bullets or in a sentence,
and certificates that stand among the degrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_gen.resume.folding import fold
from report_gen.resume.paragraphs import Item
from report_gen.resume.rows import Row, merge_rows
from report_gen.resume.words import ResumeWords


def part_certificates(items: Sequence[Item], words: ResumeWords) -> tuple[list[Item], list[Item]]:
    """Certificates and courses, and the rest."""
    certificates = [i for i in items if _is_certificate(i, words)]
    return certificates, [i for i in items if i not in certificates]


def _is_certificate(item: Item, words: ResumeWords) -> bool:
    """A dated line or bullet that names a certificate or course, and neither degree nor school."""
    if item.kind != "bullet" and not any(r.dates for r in item.rows):
        return False
    folded = f" {fold(item.text)} "
    if not any(f" {cue} " in folded for cue in words.certificate_cues):
        return False
    return not (words.degree_in(item.text) or _school(item.text, words))


def _school(text: str, words: ResumeWords) -> bool:
    return any(words.institution_score(p) > 0.8 for p in re.split(r"[|,–—\t]", text))


def as_heads(items: Sequence[Item], words: ResumeWords) -> list[Item]:
    """Bullets and sentences that are whole degrees become heads; what is said after them stays
    under them (``MSc, University of Ghent, 2019. Thesis: ...``)."""
    headed = any(i.kind == "head" for i in items)
    out: list[Item] = []
    for item in items:
        if item.kind == "head" or not _is_degree(item, words, headed):
            out.append(item)
            continue
        row = merge_rows(item.rows, words)
        row = replace(row, line=replace(row.line, marker=""))
        cut = _cut(row)
        out.append(
            replace(item, kind="head", rows=(row if cut is None else _until(row, cut[0], words),))
        )
        if cut is not None and row.text[cut[1] :].strip():
            rest = row.text[cut[1] :].strip()
            out.append(replace(item, kind="bullet", text=rest, depth=1))
    return out


def _is_degree(item: Item, words: ResumeWords, headed: bool) -> bool:
    degree = words.degree_match(item.text)
    school = _school(re.split(r"\.\s+(?=[A-Z])", item.text)[0], words)
    dated = any(r.dates for r in item.rows)
    if headed:
        return degree is not None and degree.start() <= 2 and school and dated
    return (degree is not None and degree.start() <= 60 and (school or dated)) or (school and dated)


def _cut(row: Row) -> tuple[int, int] | None:
    """Where a sentence follows the degree, its school and its date."""
    for end in re.finditer(r"\.\s+(?=[A-Z])", row.text):
        before = row.text[: end.start()]
        if re.search(r"[^\W\d_]{4}\Z|\d{4}\)?\Z|\)\Z", before) and len(before.split()) >= 3:
            return end.start(), end.end()
    return None


def _until(row: Row, end: int, words: ResumeWords) -> Row:
    """The row up to a place in its text."""
    text = row.text[:end]
    cells = []
    at = 0
    for cell in row.cells:
        begin = row.text.find(cell.text, at)
        at = begin + len(cell.text)
        if begin < end:
            whole = at <= end
            cells.append(cell if whole else replace(cell, text=row.text[begin:end], runs=()))
    return replace(row, text=text, cells=tuple(cells), dates=words.dates.find(text))
