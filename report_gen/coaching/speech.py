"""Own evidence inside a script: what the line says in the first person, or the line itself."""

from __future__ import annotations

from report_gen.coaching.case import Case
from report_gen.coaching.models import Part, Quote, Text
from report_gen.matching.models import LineReading

SENTENCES = 2
_FOR_OTHERS = frozenset({"work", "collaborate", "partner", "help", "assist", "liaise"})
"""Verbs that say nothing without what it was for: "worked with the data team to serve ..."."""


def say_line(line: LineReading, case: Case, sentences: int = SENTENCES) -> list[Part]:
    """The deed and its result as spoken sentences; a quote where the line can't be taken apart."""
    speech = case.speech(line)
    kinds = ("action", "result", "method", *(("goal",) if speech.verb in _FOR_OTHERS else ()))
    said = [s.text for s in speech.sentences if s.kind in kinds]
    if speech.quoted or not said:
        return [Quote(quote=line.text.strip(), ref=line.ref)]
    results = [s.text for s in speech.sentences if s.kind == "result"]
    kept = said[:sentences]
    if results and not set(results) & set(kept):
        kept = [*said[: sentences - 1], results[0]]
    return [Text(text=" ".join(kept))]
