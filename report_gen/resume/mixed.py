"""Sections of several kinds under one heading ("Talks, languages, education"), told apart by what
each line is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from report_gen.reading.joining import join_wrapped
from report_gen.resume.citations import read_citation
from report_gen.resume.folding import fold
from report_gen.resume.guessing import QUOTED, names_skills
from report_gen.resume.languages import split_language
from report_gen.resume.paragraphs import Item
from report_gen.resume.rows import Row, merge_rows, part_of
from report_gen.resume.skills import split_keywords
from report_gen.resume.words import ResumeWords

Run = tuple[str, list[Item]]
_SUREST = (
    "education",
    "languages",
    "certificates",
    "awards",
    "volunteer",
    "publications",
    "skills",
)
_ENTRIES = frozenset({"work", "projects", "summary", "header", "contact"})


def part_kinds(items: Sequence[Item], title: str, words: ResumeWords) -> list[Run]:
    """Runs of items of one kind each; [] if the heading names one kind, or all items are of one.

    A line that doesn't say what it is goes with the one above, the first with what the heading
    names first.
    """
    kinds = words.heading_kinds(title)
    if len(kinds) < 2 or _ENTRIES & set(kinds) or set(kinds) == {"education", "certificates"}:
        return []
    runs: list[Run] = []
    for item in [part for whole in items for part in _at_gaps(whole)]:
        before = runs[-1][0] if runs else kinds[0]
        if runs and "other" in kinds and (item.kind != "bullet" or before != "education"):
            before = "other"
        kind = next((k for k in _SUREST if k in kinds and _is_of(k, item, words)), before)
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(item)
        else:
            runs.append((kind, [item]))
    return runs if len(runs) > 1 else []


def _at_gaps(item: Item) -> list[Item]:
    """The item, cut where more white space stands between its rows than inside other texts."""
    chunks: list[list[Row]] = []
    for row in item.rows:
        if chunks and not row.apart:
            chunks[-1].append(row)
        else:
            chunks.append([row])
    if len(chunks) < 2:
        return [item]
    return [replace(item, rows=tuple(c), text=join_wrapped([r.text for r in c])) for c in chunks]


def _is_of(kind: str, item: Item, words: ResumeWords) -> bool:
    text = item.text
    folded = f" {fold(text)} "
    if kind == "education":
        degree = words.degree_match(text)
        said = bool(words.dates.find(text)) or words.institution_score(text) > 0.8
        return degree is not None and degree.start() <= 4 and said
    if kind == "languages":
        return names_languages(text, words, least=1)
    if kind == "publications":
        label = re.match(r"([^\W\d_][\w '’/-]{2,30}?)\s*[:,]", text)
        named = bool(label) and fold(label.group(1)) in words.publication_kinds  # type: ignore[union-attr]
        return (
            named or QUOTED.search(text) is not None or read_citation(text, "", words) is not None
        )
    if kind == "certificates":
        cued = any(f" {cue} " in folded for cue in words.certificate_cues)
        return cued or words.skills.names_certificate(text)
    if kind == "awards":
        awards = [w for w, named in words.listing_labels.items() if named == "awards"]
        return any(f" {w} " in folded for w in awards)
    if kind == "volunteer":
        return re.match(r"\s*volunteer", text, re.I) is not None
    return kind == "skills" and names_skills(item.rows, words)


def names_languages(text: str, words: ResumeWords, least: int = 2) -> bool:
    """``Arabic (native), English (native)``: languages, and little else."""
    if words.is_languages(text):
        return len(re.split(r",|\band\b", text)) >= least
    named = [bool(split_language(k, words)[0]) for k in split_keywords(text)]
    return sum(named) >= least and sum(named) >= 0.6 * len(named)


def part_talks(
    items: Sequence[Item], words: ResumeWords, own: str = ""
) -> tuple[list[Item], list[Item]]:
    """Talks and papers among projects, told by a head that says no more ("Talk  2021"), each with
    its date, or by the authors, title and year of a citation; and the other items.

    ``own`` is the person's name, as authors are told by.
    """
    talks: list[Item] = []
    rest: list[Item] = []
    open_head: Item | None = None
    first = False
    for item in items:
        if _is_talk(item, words):
            open_head, first = item, True
            continue
        cited = read_citation(item.text, own, words)
        if cited is not None and cited.authors and cited.year:
            talks.append(item)
            continue
        if open_head is None or (item.kind == "head" and not first):
            open_head = None
            rest.append(item)
            continue
        first = False
        found = [item.rows[0].text[d.at : d.to] for d in item.rows[0].dates]
        dates = [open_head.text[d.at : d.to] for d in words.dates.find(open_head.text)]
        text = item.text if found or not dates else f"{item.text.rstrip('. ')}, {dates[-1]}"
        talks.append(replace(item, text=text, rows=(*open_head.rows, *item.rows)))
    return (talks, rest) if talks else ([], list(items))


def _is_talk(item: Item, words: ResumeWords) -> bool:
    text = item.text
    for found in reversed(words.dates.find(text)):
        text = text[: found.at] + " " + text[found.to :]
    return fold(text) in words.publication_kinds


_VOLUNTEER = re.compile(r"volunteer(?:ed|ing)?\s+(?:at|for|with|in)\s+(?=\S)", re.I)
_SPEAKS = re.compile(r"(?:speaks?|fluent in)\s+(?=\w)", re.I)
_SENTENCE = re.compile(r"(?<=[\w)]{2})\.\s+(?=[A-Z])")


def told_kinds(item: Item, words: ResumeWords) -> list[tuple[str, Item]]:
    """What is said in a line that stands under no heading of its own, sentence by sentence, with
    the kind of each; what is of no kind is left out."""
    row = merge_rows(item.rows, words)
    ends = [(m.start(), m.end()) for m in _SENTENCE.finditer(row.text)]
    spots = [(0, 0), *ends, (len(row.text), len(row.text))]
    out: list[tuple[str, Item]] = []
    for (_, start), (end, _) in pairwise(spots):
        spoken = _SPEAKS.match(row.text, start, end)
        part = part_of(row, spoken.end() if spoken else start, end, words)
        said = replace(item, kind="prose", rows=(part,), text=part.text.rstrip(". "))
        if kind := _told_kind(said, words):
            out.append((kind, said))
    return out


_SHARED = re.compile(
    r"(?:(?:a|an|few|some|several|small|minor|regular|occasional|bug|two|three)\s+)*(?:fixes|patch(?:es)?|pull requests?|contribut(?:ions?|ors?|ed)|maintain(?:er|s|ed)?|merged)\b"
    r".*\b(?:in|to|of|into|for)\s+\S",
    re.I,
)
"""``Small fixes merged in implicit and Feast``: work on what others use too."""


def _told_kind(said: Item, words: ResumeWords) -> str:
    if _SHARED.match(said.text) and 4 <= len(said.text.split()) <= 30:
        return "projects"
    if names_languages(said.text, words):
        return "languages"
    if _VOLUNTEER.match(said.text) and len(said.text.split()) <= 14:
        return "volunteer"
    pieces = split_keywords(said.text)
    short = len(pieces) > 1 and all(len(p.split()) <= 4 for p in pieces)
    if not short or re.search(r"[\d:@]|\b(?:i|me|my|we|you|your)\b", said.text, re.I):
        return ""
    known = sum(words.skills.named_in(p) for p in pieces)
    return "skills" if known > 0.6 * len(pieces) else "interests" if not known else ""
