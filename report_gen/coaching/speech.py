"""Own evidence inside a script: what the line says in the first person, or the line itself."""

from __future__ import annotations

from report_gen.coaching.case import Case
from report_gen.coaching.leaning import points_back
from report_gen.coaching.limits import with_limit
from report_gen.coaching.models import Part, Quote, Text
from report_gen.matching.models import LineReading

SENTENCES = 2
_FOR_OTHERS = frozenset({"work", "collaborate", "partner", "help", "assist", "liaise"})
"""Verbs that say nothing without what it was for: "worked with the data team to serve ..."."""


def say_line(line: LineReading, case: Case, sentences: int = SENTENCES) -> list[Part]:
    """The deed and its result as spoken sentences, behind the deed of the line it leans on; a quote
    where the line can't be taken apart, or nothing says what it leans on."""
    speech = case.speech(line)
    kinds = ("action", "result", "method", *(("goal",) if speech.verb in _FOR_OTHERS else ()))
    said = [s.text for s in speech.sentences if s.kind in kinds]
    before = said_before(line, case)
    if speech.quoted or not said or before is None:
        return [Quote(quote=line.text.strip(), ref=line.ref, marked=True)]
    results = [s.text for s in speech.sentences if s.kind == "result"]
    kept = said[:sentences]
    if before:
        return [Text(text=" ".join([before, *said[: max(1, sentences - 1)]]))]
    if results and not set(results) & set(kept):
        kept = [*said[: sentences - 1], results[0]]
    told = with_limit(kept, [s.text for s in speech.sentences], line.text)
    if told is None:
        return [Quote(quote=line.text.strip(), ref=line.ref, marked=True)]
    return [Text(text=" ".join(told))]


def said_before(line: LineReading, case: Case) -> str | None:
    """What must be said before a line that leans on an earlier one ("Got it tested ..."): the last
    own deed of the nearest line of its entry that stands alone. "" for a line that stands alone,
    None where that deed can't be said."""
    if not points_back(line.text):
        return ""
    entry = [o for o in case.matches.lines if o.owner == line.owner and o.text.strip()]
    at = next((n for n, o in enumerate(entry) if o.ref == line.ref), 0)
    for other in reversed(entry[:at]):
        if not points_back(other.text):
            speech = case.speech(other)
            own = [s.text for s in speech.sentences if s.own and s.kind == "action"]
            return own[-1] if own and not speech.quoted else None
    return None
