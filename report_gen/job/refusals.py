"""When a document is no job description, or asks for nothing: an error that says what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

from report_gen import limits
from report_gen.errors import NotUnderstoodError, UnreadableError
from report_gen.job.blocks import Item
from report_gen.job.words import JobWords, fold, fold_heading, whole_words
from report_gen.reading.models import Document

_SPAN = re.compile(
    r"(?:\b(?:19|20)\d\d|\d{1,2}[/.](?:19|20)?\d\d)\s*(?:-|–|—|to|until|bis|à)\s*"
    r"(?:[^\W\d]{3,10}\.? ?)?(?:(?:19|20)\d\d|present|current|now|today|heute|ongoing)\b",
    re.I,
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+?\d[\d ()./-]{8,}\d")


def refuse_too_long(document: Document) -> None:
    """Raise ``job_too_long``: no posting is a book."""
    most = limits.active().job_characters
    if sum(len(line.text) + 1 for line in document.lines) > most:
        raise UnreadableError(
            "job_too_long",
            f"{document.name or 'The job description'} is longer than {most:,} characters.",
            "Keep the posting itself and leave out the rest of the page.",
        )


def refuse_other_documents(document: Document, items: Sequence[Item], words: JobWords) -> None:
    """Raise ``not_a_job`` for a resume.

    Told by several dated spans, resume headings, and the absence of anyone being addressed.
    """
    data = document.data or {}
    if not document.lines and ("basics" in data or "work" in data):
        _refuse_resume(document)
    texts = [item.text for item in items]
    spans = sum(bool(_SPAN.search(text)) for text in texts)
    headings = whole_words(words.vocabulary.resume_headings)
    titled = {fold_heading(t) for t in texts if len(t) < 40 and headings.fullmatch(fold_heading(t))}
    contact = any(_CONTACT.search(text) for text in texts[:6])
    signals = whole_words(words.vocabulary.job_signals)
    addressed = sum(bool(signals.search(fold(text))) for text in texts)
    evidence = min(spans, 3) + len(titled) + int(contact)
    if spans >= 2 and titled and evidence >= 4 and addressed <= max(1, len(texts) // 12):
        _refuse_resume(document)


def _refuse_resume(document: Document) -> NoReturn:
    raise NotUnderstoodError(
        "not_a_job",
        f"{document.name or 'The job description'} looks like a resume, not a job description.",
        "Check the order: the resume comes first, then the job description.",
    )


def refuse_empty(document: Document) -> NoReturn:
    """Raise ``job_too_short``: nothing in the text asks for anything."""
    raise NotUnderstoodError(
        "job_too_short",
        f"{document.name or 'The job description'} asks for nothing that could be recognised.",
        "Paste the whole posting with its duties and requirements, not only the title or a link.",
    )
