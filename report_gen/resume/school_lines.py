"""Lines of an education section before they are entries: degrees set as bullets or in a sentence,
and certificates that stand among the degrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from report_gen.resume.folding import fold
from report_gen.resume.paragraphs import Item
from report_gen.resume.rows import Row, merge_rows, part_of
from report_gen.resume.words import ResumeWords


def part_certificates(items: Sequence[Item], words: ResumeWords) -> tuple[list[Item], list[Item]]:
    """Certificates and courses, and the rest."""
    listed = [i for i in items if i.kind == "bullet"]
    degrees = [i for i in listed if _is_degree(i, words, headed=True)]
    certificates = [
        i for i in items if _is_certificate(i, words) or (degrees and _is_course(i, words))
    ]
    for above, item in pairwise(items):
        if above in certificates and item not in certificates and _is_alike(item, above, words):
            certificates.append(item)
    return certificates, [i for i in items if i not in certificates]


def _is_alike(item: Item, above: Item, words: ResumeWords) -> bool:
    """A short dated line under a certificate, of its kind and look, that is no degree either."""
    if item.kind != above.kind or len(item.rows) > 1 or len(item.text.split()) > 8:
        return False
    dated = all(any(d.single for d in i.rows[0].dates) for i in (item, above))
    alike = item.rows[0].look == above.rows[0].look
    return dated and alike and not words.degree_in(item.text) and not _school(item.text, words)


_BETWEEN = re.compile(r"\t+|\s*[|;·•]\s+|\s/\s|(?<=[\w)]{2})\.\s+(?=[A-Z])")


def each_degree(items: Sequence[Item], words: ResumeWords) -> list[Item]:
    """Degrees set side by side or one behind the other in a line as an item each."""
    out: list[Item] = []
    for item in items:
        row = merge_rows(item.rows, words) if words.degree_match(item.text) else None
        parts = _several(row, words) if row is not None else []
        if row is None or len(parts) < 2:
            out.append(item)
            continue
        for start, end in parts:
            piece = part_of(row, start, end, words)
            out.append(replace(item, kind="bullet" if item.kind == "bullet" else "head", rows=(piece,), text=piece.text))  # fmt: skip
    return out


def _several(row: Row, words: ResumeWords) -> list[tuple[int, int]]:
    """Where the parts of a row begin and end that are a degree each, with its school or year; [] if
    any is none."""
    outside = [m for m in _BETWEEN.finditer(row.text) if row.text.count("(", 0, m.start()) <= row.text.count(")", 0, m.start())]  # fmt: skip
    spots = [(0, 0), *((m.start(), m.end()) for m in outside), (len(row.text), len(row.text))]
    parts = [(a[1], b[0]) for a, b in pairwise(spots) if re.search(r"\w", row.text[a[1] : b[0]])]
    for start, end in parts:
        text = row.text[start:end]
        degree = words.degree_match(text)
        if degree is None or not (_school(text, words) or words.dates.find(text)):
            return []
        if degree.start() > 4 and not _school(text[: degree.start()], words):
            return []
    return parts


def _is_course(item: Item, words: ResumeWords) -> bool:
    """A short dated bullet beside degrees that are bullets too, and is none itself."""
    label = re.match(r"([^:：]{2,40})[:：]", item.text)
    named = fold(label.group(1)) if label else ""
    own = (
        named in words.course_labels or named in words.thesis_labels or named in words.score_labels
    )
    dated = any(r.dates for r in item.rows)
    short = len(item.text.split()) <= 14 and item.depth == 0
    said = words.degree_in(item.text) or _school(item.text, words) or own
    return item.kind == "bullet" and dated and short and not said


def _is_certificate(item: Item, words: ResumeWords) -> bool:
    """A dated line or bullet that names a certificate or course, and neither degree nor school."""
    if item.kind != "bullet" and not any(r.dates for r in item.rows):
        return False
    folded = f" {fold(item.text)} "
    cued = any(f" {cue} " in folded for cue in words.certificate_cues)
    if not cued and not words.skills.names_certificate(item.text):
        return False
    degree = words.degree_match(item.text)
    if degree is None:
        return any(d.single for r in item.rows for d in r.dates) or not _school(item.text, words)
    return "certificate" in fold(degree.group()) and not _school(item.text, words)


def _school(text: str, words: ResumeWords) -> bool:
    return any(words.institution_score(p) > 0.8 for p in re.split(r"[|,–—\t]", text))


def as_heads(items: Sequence[Item], words: ResumeWords) -> list[Item]:
    """Bullets and sentences that are whole degrees become heads; what is said after them stays
    under them (``MSc, University of Ghent, 2019. Thesis: ...``)."""
    headed = any(i.kind == "head" for i in items)
    out: list[Item] = []
    for k, item in enumerate(items):
        following = items[k + 1] if k + 1 < len(items) else None
        if out and item.kind == "head" and following and _goes_with_above(item, following, words):
            out.append(replace(item, kind="bullet", depth=1))
            continue
        told = item.kind == "head" and _tells_more(item, words)
        if not told and (item.kind == "head" or not _is_degree(item, words, headed)):
            out.append(item)
            continue
        row = merge_rows(item.rows, words)
        row = replace(row, line=replace(row.line, marker=""))
        cut = _cut(row, words)
        head = row if cut is None else part_of(row, 0, cut[0], words)
        out.append(replace(item, kind="head", rows=(head,)))
        if cut is not None:
            out.append(replace(item, kind="bullet", text=row.text[cut[1] :].strip(), depth=1))
    return out


def _tells_more(item: Item, words: ResumeWords) -> bool:
    """``PhD, University of Ghent. Dissertation: ...`` in one line."""
    label = re.search(r"\.\s+([A-Z][^:：.]{2,30})[:：]\s", item.text)
    known = words.thesis_labels | words.course_labels | words.score_labels
    return label is not None and fold(label.group(1)) in known


def _goes_with_above(item: Item, following: Item, words: ResumeWords) -> bool:
    """``Advisor: K. Osei`` right before the next degree is said of the one above."""
    label = re.match(r"([^:：]{2,40})[:：]\s*\S", item.text)
    if label is None or fold(label.group(1)) not in words.thesis_labels | words.course_labels:
        return False
    dated = any(r.dates for r in following.rows)
    return dated and (bool(words.degree_in(following.text)) or _school(following.text, words))


def _is_degree(item: Item, words: ResumeWords, headed: bool) -> bool:
    dates = [d for r in item.rows for d in r.dates]
    lead = item.text[dates[0].to :] if dates and dates[0].at <= 2 else item.text
    degree = words.degree_match(lead)
    school = _school(re.split(r"\.\s+(?=[A-Z])", item.text)[0], words)
    if headed and item.kind == "bullet":
        return degree is not None and degree.start() <= 4 and school and bool(dates)
    if headed:
        return degree is not None and degree.start() <= 4 and (school or bool(dates))
    return (degree is not None and degree.start() <= 60 and (school or bool(dates))) or (
        school and bool(dates)
    )


def _cut(row: Row, words: ResumeWords) -> tuple[int, int] | None:
    """Where a sentence follows the degree with its school and date."""
    for end in re.finditer(r"\.\s+(?=[A-Z])", row.text):
        before, after = row.text[: end.start()], row.text[end.end() :]
        whole = re.search(r"[^\W\d_]{4}\Z|\d{4}\)?\Z|\)\Z", before) and len(before.split()) >= 3
        dated = not row.dates or row.dates[0].at < end.start()
        if whole and dated and len(after.split()) >= 2 and (row.dates or _school(before, words)):
            return end.start(), end.end()
    return None
