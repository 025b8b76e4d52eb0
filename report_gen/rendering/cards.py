"""The questions as flash cards: CSV with front, back and tags, as Anki imports it."""

from __future__ import annotations

import csv
import io

from report_gen.analysis import Analysis


def question_cards(analysis: Analysis) -> bytes:
    """One row a question: the question; what a strong answer shows and own evidence; the round."""
    from report_gen.resume import lookup

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["front", "back", "tags"])
    for question in analysis.coaching.questions:
        back = [question.strong_answer]
        back += [
            f"Yours: {text}"
            for ref in question.evidence[:2]
            if (text := lookup(analysis.resume, ref))
        ]
        back += [f"Then: {text}" for text in question.follow_ups[:2]]
        writer.writerow(
            [_safe(question.question), _safe("\n".join(b for b in back if b)), question.round]
        )
    return out.getvalue().encode("utf-8")


def _safe(text: str) -> str:
    """A cell that starts like a formula is opened as one by spreadsheets; quote it."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
