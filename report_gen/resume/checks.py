"""What the parser knows about its own result: coverage, contradictions, refusals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from report_gen.errors import NotUnderstoodError
from report_gen.notes import Note
from report_gen.resume.dates import month_number
from report_gen.resume.folding import fold
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import Resume, Work
from report_gen.resume.references import complete_sources
from report_gen.resume.rows import Sheet
from report_gen.resume.words import ResumeWords

COVERAGE_FLOOR = 0.35
"""Below this share of used lines a report would rest on too little of the document."""

_CLAIMED = re.compile(
    r"(\d{1,2})(?:\.\d)?\s?\+?\s*(?:years?|yrs?|jahre|ans|años|anni|anos|jaar|år|lat)\b(?!\s*(?:old|alt))",
    re.I,
)


def refuse_wrong_document(sheet: Sheet, words: ResumeWords) -> None:
    """A job description given as a resume is refused before anything is made of it."""
    cues = count_job_cues(sheet, words)
    dated = sum(any(not d.single for d in r.dates) for r in sheet.rows)
    contact = any("@" in r.text for r in sheet.rows[:12])
    if (cues >= 3 and dated == 0 and not contact) or (cues >= 6 and dated <= 1):
        raise _not_a_resume()


def count_job_cues(sheet: Sheet, words: ResumeWords) -> int:
    """How many phrases of job descriptions ("you will", "we offer") stand in the document."""
    whole = " ".join(fold(r.text) for r in sheet.rows)
    return sum(f" {cue} " in f" {whole} " for cue in words.job_ad_cues)


def _not_a_resume() -> NotUnderstoodError:
    return NotUnderstoodError(
        "not_a_resume",
        "The document given as the resume reads like a job description.",
        "Give the resume first and the job description second.",
    )


def check_resume(
    resume: Resume,
    sheet: Sheet,
    words: ResumeWords,
    ledger: Ledger,
    personal: Sequence[str],
    today: date,
) -> Resume:
    """The resume with coverage, unread lines and notes; raises if too little was understood."""
    unread = [r for r in sheet.rows if not ledger.is_used(r)]
    count = len(sheet.rows)
    coverage = 1.0 if not count else 1 - len(unread) / count
    missing = [n for n in ("work", "education", "projects") if not getattr(resume, n)]
    nothing = len(missing) == 3 and not resume.volunteer
    if (nothing or coverage < COVERAGE_FLOOR) and count_job_cues(sheet, words) >= 2:
        raise _not_a_resume()
    if nothing:
        raise _too_little("No work, education or projects were found in it.", count)
    if coverage < COVERAGE_FLOOR:
        raise _too_little(f"Only {coverage:.0%} of its lines were understood.", count)
    notes = [*resume.notes, *contradictions(resume, resume.total_years, today)]
    if personal:
        kinds = ", ".join(sorted(set(personal)))
        notes.append(
            Note(code="personal_data_ignored", message=f"Left out, as it must not count: {kinds}.")
        )
    if unread:
        notes.append(
            Note(
                code="unread_lines",
                message=f"{len(unread)} line(s) could not be placed; see unread_lines.",
            )
        )
    return replace(
        resume,
        coverage=round(coverage, 4),
        unread_lines=tuple(r.text.replace("\t", " ") for r in unread),
        notes=tuple(notes),
        sources=complete_sources(resume, ledger.sources),
    )


def _too_little(reason: str, lines: int) -> NotUnderstoodError:
    return NotUnderstoodError(
        "too_little_understood",
        f"Too little of the resume was understood ({lines} lines). {reason}",
        "Export it as PDF from the program it was written in, or as DOCX or plain text with headings "
        "such as Experience and Education; or correct `reportgen parse resume` output and give that.",
    )


def contradictions(resume: Resume, total_years: float, today: date) -> list[Note]:
    """What does not fit together, or is missing where a reader expects it."""
    notes: list[Note] = []
    if not resume.basics.name:
        notes.append(Note(code="missing_name", message="No name was found.", where="basics.name"))
    if not resume.basics.email:
        notes.append(
            Note(code="missing_email", message="No e-mail address was found.", where="basics.email")
        )
    now = today.year * 12 + today.month - 1
    for n, work in enumerate(resume.work):
        notes += _date_notes(work, f"work[{n}]", now)
    current = [
        n
        for n, w in enumerate(resume.work)
        if w.start_date and not w.end_date and not _is_side_work(w)
    ]
    if len(current) > 1:
        where = ", ".join(f"work[{n}]" for n in current)
        notes.append(
            Note(
                code="several_current_positions",
                message=f"{len(current)} positions are said to go on today.",
                where=where,
            )
        )
    notes += _claimed_years(resume, total_years)
    if resume.work and not any(w.highlights or w.summary for w in resume.work):
        notes.append(
            Note(
                code="no_achievements",
                message="No position has a description or bullets.",
                where="work",
            )
        )
    return notes


def _date_notes(work: Work, where: str, now: int) -> list[Note]:
    start, end = month_number(work.start_date), month_number(work.end_date, end=True)
    notes: list[Note] = []
    if not work.start_date:
        notes.append(Note(code="missing_dates", message="The position has no dates.", where=where))
    if start is not None and end is not None and end < start and work.start_date != work.end_date:
        notes.append(
            Note(
                code="end_before_start", message="The position ends before it starts.", where=where
            )
        )
    if start is not None and start > now:
        notes.append(
            Note(code="starts_in_future", message="The position starts in the future.", where=where)
        )
    elif end is not None and len(work.end_date) > 4 and end > now:
        notes.append(
            Note(code="ends_in_future", message="The position ends in the future.", where=where)
        )
    return notes


def _is_side_work(work: Work) -> bool:
    text = fold(f"{work.name} {work.position} {work.summary[:80]}")
    return bool(
        re.search(
            r"part time|freelance|self employed|consult|volunteer|advis|board|adjunct|founder|contract|teilzeit|mentor",
            text,
        )
    )


def _claimed_years(resume: Resume, total_years: float) -> list[Note]:
    text = f"{resume.basics.label}. {resume.basics.summary}"
    claims = [
        int(m.group(1))
        for m in _CLAIMED.finditer(text)
        if re.match(r".{0,40}experien|.{0,3}$|.{0,20}\b(?:as|in|of)\b", text[m.end() :], re.I)
    ]
    if (
        claims
        and total_years
        and abs(max(claims) - total_years) > max(1.5, 0.25 * total_years)
        and max(claims) > total_years
    ):
        return [
            Note(
                code="years_claimed",
                message=f"{max(claims)} years are claimed; the dates of the positions add up to {total_years:.1f}.",
                where="basics.summary",
            )
        ]
    return []
