"""What a stretch of rows without a telling heading is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from report_gen.reading.joining import join_wrapped
from report_gen.resume.folding import fold
from report_gen.resume.rows import Row, listed_texts
from report_gen.resume.tables import label_kind, row_label
from report_gen.resume.words import ResumeWords

MADE = re.compile(r"[^:.()]{2,40}\((?:19|20)\d\d\)\s*(?:[-–—:]|\S*\s-)\s*\S")
"""``Seamline (2020) - a small library``: a thing of one's own with its year."""
_THING = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Ž][\w'’.-]*|[a-z][\w.]*-[\w.-]+)(?: [\w'’.-]+){0,3}\s*(?::|\s[–—-])|\w[\w'’.-]*\s[–—])\s+\w+(?:\s+\S+){5}"
)
"""``Lunchbox: a small bot for ...``."""
QUOTED = re.compile(r'^["“”„«]|, ["“„«][^"”“»]{8,}')
"""A title in quotes, at the start or behind the authors."""
_EACH = re.compile(r"\s*[;/|·]\s+")
_SAID = re.compile(r"(?:\S+\s+){6}\S+\.\Z")
"""A whole sentence."""
_RATED = re.compile(r"[^\W\d].*\s[•●○◯★☆■□▪▫]+\Z")
_ADDRESS = re.compile(r"\w@[\w-]+\.\w")  # not the @ of HR@10


def guess_kind(rows: Sequence[Row], words: ResumeWords) -> str:
    """A section kind by its contents; "" if nothing speaks for one."""
    if not rows or any(_ADDRESS.search(r.text) for r in rows):
        return ""
    named = [r for r in rows if (label := row_label(r, words)[0]) and label_kind(label, words)]
    if len(named) >= 2 and 2 * len(named) >= len(rows):
        return ""  # each row says itself what it is
    nested = any(r.bullet and r.line.depth for r in rows)
    heads = [
        r for r in rows
        if r.words <= 14 and (not r.bullet or (nested and not r.line.depth and any(not d.single for d in r.dates)))
    ]  # fmt: skip
    dated = [
        r
        for r in rows
        if any(not d.single for d in r.dates) and (r in heads or not (r.bullet and r.words > 8))
    ]
    titles = sum(_has_title(r, words) for r in heads)
    schools = sum(
        any(words.institution_score(c.text) > 0.8 for c in r.cells)
        or (not _has_title(r, words) and _degree_with_school(r, words))
        for r in heads
    )
    degrees = sum(
        len(_EACH.split(r.text)) > 1 and bool(words.degree_in(r.text))
        for r in rows
        if 14 < r.words <= 40
    )
    degrees += sum(
        bool(words.degree_in(r.text))
        and not (
            _has_title(r, words) and not any(words.institution_score(c.text) > 0.8 for c in r.cells)
        )
        for r in heads
    )
    if dated and titles >= 2 and titles > degrees:
        return "work"
    said = sum(r.bullet and r.words >= 5 for r in rows)
    if dated and titles and said >= 2 and degrees <= titles:
        return "work"
    if listed := _listed_kind(rows, words):
        return "education" if listed == "certificates" and degrees and schools else listed
    if sum(_RATED.match(r.text) is not None for r in rows) >= max(2, 0.6 * len(rows)):
        return "skills"
    if (
        not dated
        and not titles
        and len(rows) > 1
        and all(r.dates and not r.dates[0].at for r in rows)
    ):
        return "education" if degrees or schools else "projects"
    both = any(len(words.degrees_in(r.text)) > 1 for r in rows if not r.bullet)
    if not (dated or titles or schools or both) and names_skills(rows, words):
        return "skills"
    lists = sum(_is_list(r) for r in rows)
    spoken = sum(_is_language(r, words) for r in rows)
    if spoken and spoken >= 0.5 * len(rows):
        return "languages"
    if ((schools and degrees) or degrees >= 2 or both) and (
        titles <= degrees + schools or not dated
    ):
        return "education"
    if dated and titles:
        return "work"
    if schools and any(r.dates for r in rows):
        return "education"
    if dated and any(r.bullet for r in rows):
        return "projects" if not titles else "work"
    if lists and lists >= 0.5 * len(rows):
        return "skills"
    if all(r.words <= 4 for r in rows) and len(rows) >= 4 and not any(r.dates for r in rows):
        return "skills"
    if sum(bool(MADE.match(r.text)) for r in rows if not r.bullet) >= 2 and not titles:
        return "projects"
    if not titles and all(_THING.match(t[0].cells[-1].text) for t in listed_texts(rows)):
        return "projects"
    prose = sum(
        (r.words >= 9 or (r.words >= 6 and r.text.endswith("."))) and not r.bullet for r in rows
    )
    if prose >= 0.6 * len(rows) or _is_told(rows):
        return "summary"
    if not dated and _named_paragraphs(rows) >= 2:
        return "projects"
    # What somebody made or did, under a heading of their own words: read as projects, not lost.
    one = said == 1 and _THING.match(rows[0].text) and not named
    return "projects" if rows[0].bullet and (said >= 2 or one) else ""


def _degree_with_school(row: Row, words: ResumeWords) -> bool:
    parts = row.text.split(", ")
    degrees = [p for p in parts if words.degree_in(p)]
    return bool(degrees) and any(
        words.institution_score(p) > 0.8 for p in parts if p not in degrees
    )


def _listed_kind(rows: Sequence[Row], words: ResumeWords) -> str:
    """Certificates, awards or talks by the words of short entries; "" where most say nothing."""
    if any(not d.single for r in rows for d in r.dates) or any(r.words > 24 for r in rows):
        return ""
    starts = [r for r in rows if r.words > 2] or list(rows)
    if any(_THING.match(r.cells[-1].text) for r in rows):
        return ""
    talks = [w for w in words.publication_kinds if words.publication_kinds[w] == "talk"]
    awards = [w for w, kind in words.listing_labels.items() if kind == "awards"]
    for kind, cues in (
        ("certificates", words.certificate_cues),
        ("awards", awards),
        ("publications", talks),
    ):
        hits = sum(any(f" {cue} " in f" {fold(r.text)} " for cue in cues) for r in starts)
        if kind == "publications":
            hits += sum(QUOTED.search(r.text) is not None for r in starts)
        if hits >= max(1, 0.4 * len(starts)):
            return kind
    return ""


def names_skills(rows: Sequence[Row], words: ResumeWords) -> bool:
    """Short texts, wrapped or not, most of which name a skill: "SQL (window functions)", "dbt"."""
    texts = [join_wrapped([r.text for r in group]) for group in listed_texts(rows)]
    counts = [len(t.split()) for t in texts]
    if max(counts) > 16 or sum(counts) > 9 * len(counts) or any(_SAID.search(t) for t in texts):
        return False
    return sum(words.skills.named_in(t) for t in texts) >= max(1, 0.6 * len(texts))


def _is_told(rows: Sequence[Row]) -> bool:
    """Sentences in a narrow column: rows of one look, full of words, none a bullet."""
    if len(rows) < 2 or any(r.bullet or len(r.cells) > 1 for r in rows):
        return False
    text = " ".join(r.text for r in rows)
    alike = all(r.look == rows[0].look for r in rows)
    return alike and len(text.split()) >= 7 * (len(rows) - 1) and text.count(". ") >= 1


def _named_paragraphs(rows: Sequence[Row]) -> int:
    """How many short rows in bold stand over sentences that are not."""
    return sum(
        above.look[0] and not below.look[0] and above.words <= 6 and not below.bullet
        and len(above.cells) == 1 and below.words >= 4
        for above, below in pairwise(rows)
    )  # fmt: skip


def _has_title(row: Row, words: ResumeWords) -> bool:
    """A job title in any part of the row; a degree (Master of ...) is none, a PhD candidate is."""
    for cell in row.cells:
        for part in re.split(r"[|·•,–—]| - | at ", cell.text):
            if part.strip() and words.title_score(part) >= 1.0:
                last = fold(part).split()[-1]
                if not words.degree_in(part) or (
                    words.is_title_word(last) and last not in words.degree_levels
                ):
                    return True
    return False


def _is_list(row: Row) -> bool:
    body = row.text.split(":", 1)[-1]
    parts = [p for p in re.split(r"[,;|•·\t]", body) if p.strip()]
    told = body.rstrip().endswith(".") and len(body.split()) >= 8
    if told and 2 * sum(len(p.split()) <= 2 for p in parts) <= len(parts):
        return False  # "Ten years of SQL, six of Python, four on my own."
    return len(parts) >= 3 and all(len(p.split()) <= 5 for p in parts)


def _is_language(row: Row, words: ResumeWords) -> bool:
    parts = [
        p for p in re.split(r"[,;|•·\t():]|[–—]|\s-\s|-(?=[A-C][12]\b)", row.text) if p.strip()
    ]
    first = parts[0].strip().lower() if parts else ""
    return bool(first) and fold(first) in words.languages
