"""Stage 1: file bytes -> Document (lines with boxes, fonts and links, in reading order)."""

from report_gen.reading.models import Document, Line, Link, Span
from report_gen.reading.reader import read_document

__all__ = ["Document", "Line", "Link", "Span", "read_document"]
