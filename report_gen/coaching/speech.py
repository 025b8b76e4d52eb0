"""Own evidence inside a script: the line's words with their reference."""

from __future__ import annotations

from report_gen.coaching.models import Part, Quote
from report_gen.matching.models import LineReading


def say_line(line: LineReading) -> list[Part]:
    """The line as parts of a draft, as it stands in the resume."""
    return [Quote(quote=line.text.strip(), ref=line.ref)]
