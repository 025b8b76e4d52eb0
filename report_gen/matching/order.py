"""Which of the lines that bear on an ask are cited first."""

from __future__ import annotations

from collections.abc import Mapping

from report_gen.matching.relevance import Bearing

LIKE_RANK = 1.7
"""What likeness counts among the cited."""
SAME_NAME = 0.15
"""A name in capitals that the job writes and the line too ("DRG")."""
LIKE_THE_JOB, LATER = 0.1, 0.1
WITH_PEOPLE = 0.35
"""The first where a way to work with people is asked: who trained analysts shows it to analysts
sooner than who trained nurses."""
OLD, UNKNOWN_FIT = 120.0, 0.5
"""What a position like the job and a late one count in the order; months until one is old."""


def rank(b: Bearing) -> float:
    """Best lines first: what they cover in their own words, then how strongly; work before
    projects, bullets before headings, summaries and lists last."""
    kind, ref = b.line.statement.kind, b.line.reading.ref
    shift = {"summary": -0.15, "skill": -0.05, "education": -0.2, "publication": -0.05}.get(
        kind, 0.0
    )
    shift -= 0.05 if ref.startswith("projects") else 0.0
    shift -= 0.1 if ref.endswith((".description", ".summary")) else 0.0
    own = sum(1 for t in b.same if t in b.line.terms)
    pointed = sum(b.line.hints.get(t, 0) for t in (*b.same, *b.near))
    words = 0.6 * b.lexical + 0.03 * min(own, 4) + 0.02 * min(pointed, 6)
    words += SAME_NAME * min(2, len(b.names))
    return b.value + words + LIKE_RANK * b.likeness + 0.02 * b.line.reading.level + shift


def nearer(b: Bearing, position_fit: Mapping[str, float], *, people: bool) -> float:
    """Of two lines that show the same, the one of a position like the job, and the later one.
    ``position_fit``: how near the profession of each position is to the job's, 0..1."""
    fit = position_fit.get(b.line.reading.owner, UNKNOWN_FIT)
    ago = b.line.reading.months_ago
    later = UNKNOWN_FIT if ago is None else max(0.0, 1 - ago / OLD)
    return (WITH_PEOPLE if people else LIKE_THE_JOB) * fit + LATER * later
