"""Stage 2: Document, Taxonomy -> Resume (JSON Resume as data, each value with its source)."""

from report_gen.resume.json_resume import from_json_resume
from report_gen.resume.models import Resume, Work
from report_gen.resume.parser import parse_resume
from report_gen.resume.statements import Statement, lookup, statements

__all__ = [
    "Resume",
    "Statement",
    "Work",
    "from_json_resume",
    "lookup",
    "parse_resume",
    "statements",
]
