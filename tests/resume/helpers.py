"""Texts as documents, the way a person would paste a resume."""

from __future__ import annotations

from datetime import date

from report_gen.reading import read_document
from report_gen.resume import Resume, parse_resume
from report_gen.taxonomy import load_taxonomy

TODAY = date(2026, 11, 2)


def parse(text: str, name: str = "resume.txt", today: date = TODAY) -> Resume:
    return parse_resume(read_document(text.encode(), name), load_taxonomy(), today)


def jobs(resume: Resume) -> list[tuple[str, str, str, str]]:
    return [(w.name, w.position, w.start_date, w.end_date) for w in resume.work]


HEAD = "Ilse Vandermolen\nilse@example.org | +32 2 555 01 23 | Ghent, Belgium\n\n"
EDUCATION = "\nEDUCATION\nGhent University\nMSc in Statistics, 2010 - 2015\n"
