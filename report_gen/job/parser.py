"""A posting as read -> Job: facts from the header and the text, requirements from the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report_gen.job.asides import set_asides_apart
from report_gen.job.blocks import collect_items
from report_gen.job.bounds import keep_bounded
from report_gen.job.definitions import read_definitions
from report_gen.job.degree import read_degree
from report_gen.job.details import Asked, describe
from report_gen.job.duplicates import drop_duplicates
from report_gen.job.facts import Facts, Header, read_facts, read_header
from report_gen.job.level import (
    find_level,
    find_role,
    find_title_levels,
    is_level_name,
    level_of_years,
)
from report_gen.job.models import Ignored, Job, Requirement
from report_gen.job.refusals import refuse_empty, refuse_other_documents, refuse_too_long
from report_gen.job.remarks import collect_notes, note_set_aside
from report_gen.job.requirements import Unit, collect_units, mine_units
from report_gen.job.sections import Placed, place_items
from report_gen.job.siblings import fill_lists
from report_gen.job.stages import mark_stages
from report_gen.job.title import is_header_noise
from report_gen.job.words import JobWords, compile_words
from report_gen.job.years import asked_years
from report_gen.notes import Note
from report_gen.reading.models import Document
from report_gen.taxonomy.models import Taxonomy


def parse_job(document: Document, taxonomy: Taxonomy) -> Job:
    """What the posting asks, verbatim, and the facts around it.

    Every line ends up in a requirement or in ``ignored`` with a reason. Text that addresses a
    machine ("ignore previous instructions") is data like any other. Raises NotUnderstoodError:
    ``not_a_job`` for a resume, ``job_too_short`` when nothing is asked; UnreadableError:
    ``job_too_long``.
    """
    refuse_too_long(document)
    words = compile_words(taxonomy)
    items = collect_items(document, words)
    refuse_other_documents(document, items, words)
    header = read_header(document, items, words)
    placed = mark_stages(place_items(items, words, header.lines))
    units, notes = _read_units(placed, words, taxonomy)
    if not any(unit.kind for unit in units):
        refuse_empty(document)
    units, more = keep_bounded(units)
    notes = [*notes, *more]
    role = find_role(header.title.title, [], words.vocabulary)
    requirements = _describe_all(units, role, words, taxonomy)
    facts = read_facts(header, placed, units, taxonomy, words)
    units = [_name_company(unit, facts.company) for unit in units]
    return _build(document, header, facts, units, requirements, notes, words)


def _name_company(unit: Unit, company: str | None) -> Unit:
    """What tells about the employer by name, and nothing else is known of it, is about it."""
    if unit.kind or unit.why or not company or company.split()[0] not in unit.text:
        return unit
    return replace(unit, why="company")


def _read_units(
    placed: Sequence[Placed], words: JobWords, taxonomy: Taxonomy
) -> tuple[list[Unit], list[Note]]:
    def count_skills(text: str) -> int:
        return len({mention.id for mention in taxonomy.find_skills(text)})

    found = fill_lists(collect_units(placed, words, count_skills), placed)
    units = set_asides_apart(found, words, count_skills)
    if not any(unit.kind for unit in units):
        units = mine_units(placed, words, count_skills)
    return drop_duplicates(units, words.vocabulary.languages)


def _describe_all(
    units: Sequence[Unit], role: str, words: JobWords, taxonomy: Taxonomy
) -> list[Requirement]:
    context = " ".join(unit.text for unit in units if unit.kind)[:4000]
    defined = read_definitions((u.text for u in units if not u.kind), words)
    return [
        describe(
            Asked(
                text=u.text,
                kind=u.kind,
                line=u.line,
                context=context,
                role=role,
                defined=defined,
            ),
            number,
            words,
            taxonomy,
        )
        for number, u in enumerate((unit for unit in units if unit.kind), start=1)
        if u.kind is not None
    ]


def _build(
    document: Document,
    header: Header,
    facts: Facts,
    units: Sequence[Unit],
    requirements: Sequence[Requirement],
    notes: Sequence[Note],
    words: JobWords,
) -> Job:
    vocabulary = words.vocabulary
    required = [r for r in requirements if r.kind == "required"]
    years = max((r.years for r in required if r.years is not None), default=None)
    years = years if years is not None else _stated_years(header, words)
    body = "\n".join(unit.text for unit in units if unit.why not in ("benefits", "legal"))
    level = find_level(
        _title_with_remarks(header), _labelled(header, words), body, years, vocabulary
    )
    dimensions = [d for r in requirements for d in r.dimensions]
    job = Job(
        title=_without_firm(header.title.title, facts.company),
        company=facts.company,
        location=facts.location,
        remote=facts.remote,
        role=find_role(header.title.title, dimensions, vocabulary),
        level=level,
        min_years=years,
        degree=read_degree(
            [r.text for r in required],
            [r.text for r in requirements if r.kind == "preferred"],
            vocabulary.degree,
        ),
        compensation=facts.pay,
        requirements=tuple(requirements),
        ignored=tuple(
            Ignored(text=unit.text, why=unit.why or "not_understood", line=unit.line)
            for unit in units
            if unit.kind is None
        ),
        coverage=_coverage(units),
        visa=facts.visa,
        clearance=facts.clearance,
    )
    notes = [*notes, *note_set_aside(units)]
    levels = find_title_levels(_title_with_remarks(header), vocabulary)
    return collect_notes(
        job, document, facts, levels, level_of_years(years, vocabulary), notes, words
    )


def _without_firm(title: str, company: str | None) -> str:
    """ "Data Analyst — Firm" is the title of a data analyst."""
    bare = (
        re.sub(rf"\s+[–—-]\s+{re.escape(company)}(?:\s*\([^()]*\))?$", "", title)
        if company
        else title
    )
    return bare or title


def _title_with_remarks(header: Header) -> str:
    """The title with what stood in brackets, where levels are often given (L4/L5)."""
    found = re.findall(r"\([^)]{1,30}\)", header.raw_title)
    remarks = " ".join(remark for remark in found if not _TIMES.search(remark))
    return f"{header.title.title} {remarks}".strip()


_TIMES = re.compile(r"\b(?:days?|weeks?|months?|hours?|p/w)\b|%", re.I)
"""A remark on hours or days: its number is no grade ("(1 day p/w)")."""


def _labelled(header: Header, words: JobWords) -> list[str]:
    pattern = rf"^\W*(?:{'|'.join(words.vocabulary.level_labels)})\s*[:–—-]\s*(\S.*)$"
    found = [re.match(pattern, text, re.I) for text in header.texts]
    alone = [
        text
        for text in header.texts
        if is_level_name(text, words.vocabulary)
        and not is_header_noise(text, words.vocabulary.title)
    ]
    return [*(match.group(1) for match in found if match), *alone]


_LASTS = re.compile(
    r"\W*(?:how long|(?:contract )?(?:duration|term|length)|contract)(?: of (?:the )?contract)?\s*:",
    re.I,
)
"""How long the post lasts is no experience asked for."""


def _stated_years(header: Header, words: JobWords) -> float | None:
    if header.posting.months:
        return header.posting.months / 12
    texts = (text for text in header.texts if not _LASTS.match(text))
    stated = [asked_years(text, words.vocabulary) for text in texts]
    return max((years for years in stated if years is not None), default=None)


def _coverage(units: Sequence[Unit]) -> float:
    """The share of lines that were used, or left out for a known reason."""
    all_lines = {line for unit in units for line in unit.lines}
    known = {line for unit in units if unit.kind or unit.why for line in unit.lines}
    return round(len(known) / len(all_lines), 3) if all_lines else 0.0
