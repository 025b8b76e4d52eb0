"""Sections of work and volunteering -> positions with their bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_gen.reading.joining import join_wrapped
from report_gen.resume.deeds import DEED
from report_gen.resume.entries import Entry, split_entries
from report_gen.resume.entry_rows import is_client_line, is_tool_line
from report_gen.resume.folding import fold
from report_gen.resume.heads import Reading, Scorer, read_heads
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import Project, Volunteer, Work
from report_gen.resume.paragraphs import Item
from report_gen.resume.rows import Row
from report_gen.resume.segments import trim, unstopped
from report_gen.resume.words import ResumeWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position with the rows its parts stand on."""

    title: str = ""
    organisation: str = ""
    place: str = ""
    url: str = ""
    start: str = ""
    end: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[Row, ...]], ...] = ()
    confidence: float = 1.0


def read_positions(items: Sequence[Item], words: ResumeWords, ledger: Ledger) -> list[Position]:
    """The section's positions in the order of the page."""
    entries = split_entries(items, words)
    for entry in entries:
        ledger.use(entry.labels)
    if entries and not any(e.head for e in entries):
        told = [p for e in entries for i in e.body if (p := _told(i, words))]
        if told:
            return told
    scorer = Scorer(title=words.title_score, organisation=words.company_score, words=words)
    readings = read_heads(entries, scorer)
    out: list[Position] = []
    for entry, (reading, urls) in zip(entries, readings, strict=True):
        made = _position(entry, reading, urls, out[-1] if out else None, words)
        if made is not None:
            if out and _is_banner(out[-1], made):
                banner = out.pop()
                made = replace(made, place=made.place or banner.place, url=made.url or banner.url,
                               rows=(("head", banner.rows[0][1]), *made.rows))  # fmt: skip
            out.append(made)
    return out


_TOLD = re.compile(
    r"\b(?:as|was|am|is|been)\s+(?:an?\s+|the\s+)?(?P<title>[\w/&' -]{4,50}?)\s+(?:at|for|with|of)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w&'’.-]*(?:\s+(?:of|and|&|the|de|[A-Z][\w&'’.-]*))*)"
)


def _told(item: Item, words: ResumeWords) -> Position | None:
    """A job told in a sentence: ``I worked as a statistician at Coral Analytics since 2020``."""
    match = _TOLD.search(item.text)
    if match is None or words.title_score(match.group("title")) < 1.0:
        return None
    found = [d for d in words.dates.find(item.text) if not d.single]
    return Position(
        title=match.group("title"), organisation=match.group("name").rstrip(" ."), summary=item.text,
        start=found[0].start if found else "", end=found[0].end if found else "",
        rows=(("head", item.rows), ("summary", item.rows)), confidence=0.6,
    )  # fmt: skip


def _is_banner(above: Position, below: Position) -> bool:
    """A company's row with its whole span, over the titles held there with their own dates."""
    if above.title or above.highlights or above.summary or not above.organisation:
        return False
    if below.organisation != above.organisation or not (above.start and below.start):
        return False
    return above.start <= below.start + "~" and (
        not above.end or (bool(below.end) and below.end <= above.end + "~")
    )


_RISEN = re.compile(r"\s*\((?:promoted|previously|formerly|befördert|zuvor|promue?|anciennement|ascendid[oa])\b[^()]*\)\Z", re.I)  # fmt: skip
"""What one was before, said in brackets behind a title."""


_ALONE = re.compile(
    r"\b(?:freelanc\w*|self[- ]employed|selbst[aä]ndig\w*|freiberuflich\w*|aut[oó]nomo|indépendant\w*)\b",
    re.I,
)


def _employer_below(entry: Entry, words: ResumeWords) -> Item | None:
    """The employer as the first bullet under a bullet with time and title ("2012-2014: Analyst")."""
    if not entry.head or not entry.head[0].bullet or entry.dates is None:
        return None
    first = [i for i in entry.body[:2] if i.kind == "bullet" and i.depth > 0]
    named = [
        i for i in first
        if len(i.text.split()) <= 8 and ":" not in i.text and i.text[:1].isalpha()
        and words.company_score(i.text) >= 0.4
    ]  # fmt: skip
    return max(named, key=lambda i: (words.company_score(i.text), -first.index(i)), default=None)


def _position(
    entry: Entry, reading: Reading, urls: list[str], before: Position | None, words: ResumeWords
) -> Position | None:
    title, organisation = reading.of("T"), reading.of("C")
    if not entry.head and not entry.body:
        return None
    deeds = _bare_deeds(entry, reading, words)
    told = {d.text for d in deeds}
    if organisation and organisation.text in told:  # "Introduced Argo CD" below other deeds
        organisation = None
    company = unstopped(organisation.text, words) if organisation else ""
    employer = None if company or title is None else _employer_below(entry, words)
    if employer is not None:
        company = employer.text
        entry = replace(
            entry, head=(*entry.head, *employer.rows), body=tuple(i for i in entry.body if i is not employer)
        )  # fmt: skip
    unsaid: list[str] = []
    if company and title and _ALONE.fullmatch(title.text) and words.company_score(company) < 0.4:
        unsaid, company = [company], ""  # "Freelancer" over "Eleven small sites"
    if not company and title:
        alone = _ALONE.search(title.text)
        if alone:
            company = alone.group()
            before_it = re.fullmatch(r"(.*\w)\s*[,(|–-]\s*", title.text[: alone.start()])
            if before_it and not title.text[alone.end() :].strip(" )"):
                title = replace(title, text=before_it.group(1))  # "Web developer, self-employed"
        elif (
            before is not None
            and entry.dates is not None
            and (words.title_score(title.text) >= 0.5 or not entry.dates.single)
        ):
            company = before.organisation  # a promotion: the company stands above
    risen = _RISEN.search(title.text) if title else None
    if title and risen:
        title = replace(title, text=title.text[: risen.start()])
    start, end = date_pair(entry)
    said = [*unsaid, *(p.text for p in reading.parts if p.role == "S" and p.text not in told)]
    said += [risen.group().strip(" ()")] if risen else []
    tools = [
        i for i in entry.body
        if (not i.depth and is_tool_line(i.rows[0], words))
        or (i.kind == "prose" and is_client_line(i.rows[0], words))
    ]  # fmt: skip
    body = [i for i in entry.body if i not in tools]
    summary_items = _leading_prose(body)
    rest = body[len(summary_items) :]
    if (len(body) > 1 and not any(i.rows[0].bullet for i in rest)) or (
        len(body) == 1 and len(body[0].rows) == 1 and _is_deed(body[0].rows[0])
    ):
        summary_items, rest = [], body
    summary = join_wrapped([*said, *(i.text for i in summary_items)])
    summary_items += tools  # what was used is no deed
    summary = (
        ". ".join([*filter(None, [summary.rstrip(".")]), *(i.text for i in tools)])
        if tools
        else summary
    )
    rows: list[tuple[str, tuple[Row, ...]]] = [("head", entry.head)]
    summary_rows = tuple(r for i in summary_items for r in i.rows)
    if summary:
        rows.append(("summary", summary_rows or entry.head))
    highlights: list[str] = []
    rest = [*deeds, *rest]
    for item in rest:
        text = item.text.replace("\t", " ").strip()
        if text:
            rows.append((f"highlights[{len(highlights)}]", item.rows))
            highlights.append(text)
    places = [unstopped(p.text, words) for p in reading.parts if p.role == "P"]
    return Position(
        title=title.text if title else "", organisation=company, place=", ".join(places[:2]),
        url=urls[0] if urls else "", start=start, end=end, summary=summary,
        highlights=tuple(highlights), rows=tuple(rows),
        confidence=0.5 + 0.2 * (title is not None) + 0.15 * (organisation is not None) + 0.15 * (entry.dates is not None),
    )  # fmt: skip


def _is_deed(row: Row) -> bool:
    """One line of a text without markers that tells what one did."""
    return row.flat and row.words <= 30 and DEED.match(row.text) is not None


def _bare_deeds(entry: Entry, reading: Reading, words: ResumeWords) -> list[Item]:
    """Rows right below the dates in a text without markers, where there are several: what one did."""
    if entry.dates_row is None or not entry.dates_row.flat or entry.dates_row not in entry.head:
        return []
    if any(i.kind == "bullet" for i in entry.body):
        return []
    below = entry.head[entry.head.index(entry.dates_row) + 1 :]
    said = {p.text for p in reading.parts if p.role == "S"}
    first = next((n for n, r in enumerate(below) if r.text.strip() in said and r.words >= 4), None)
    rest = below[first:] if first is not None else ()
    taken = {p.text for p in reading.parts if p.role == "C" and words.company_score(p.text) < 0.9}
    rows = [r for r in rest if (r.text.strip() in said and r.words >= 4) or r.text.strip() in taken]
    if len(rows) + len(entry.body) < 2 and not all(
        map(_is_deed, rows)
    ):  # one alone tells what the employer does
        return []
    return [Item(kind="bullet", rows=(r,), text=r.text.strip()) for r in rows]


_BEFORE = re.compile(r"\b(?:before|until|up to|vor|bis|avant|antes de|jusqu['’]en)\s*\Z", re.I)


def date_pair(entry: Entry) -> tuple[str, str]:
    """Start and end in JSON Resume's sense: a current position has no end."""
    if entry.dates is None:
        return "", ""
    row = entry.dates_row
    if row is not None and entry.dates.single and _BEFORE.search(row.text[: entry.dates.at]):
        return "", entry.dates.end  # "before 2013"
    return entry.dates.start, "" if entry.dates.current else entry.dates.end


def _leading_prose(body: Sequence[Item]) -> list[Item]:
    """Paragraphs before the first bullet are the entry's summary."""
    out: list[Item] = []
    for item in body:
        if item.kind != "prose":
            break
        out.append(item)
    return out


_COURSE = re.compile(r"([A-Z]{2,5} ?\d{2,4}[A-Z]?), (?=\S)")
""" "BIOS 600, UNC": a course by its number, before the school that gives it."""


def as_work(position: Position) -> Work:
    course = _COURSE.match(position.organisation)
    if course:
        told = ". ".join(t for t in (course[1], position.summary) if t)
        name = position.organisation[course.end() :]
        position = replace(position, organisation=name, summary=told)
    return Work(
        name=position.organisation, position=position.title, location=position.place,
        url=position.url, start_date=position.start, end_date=position.end,
        summary=position.summary, highlights=position.highlights,
    )  # fmt: skip


PROJECT_LABEL = re.compile(r"(?:side |own |personal |pet )?project\s*[:–—-]\s*", re.I)


_GIGS = frozenset(["gigs", "gig", "contract", "contracts", "freelance", "freelancing", "odd"])


def is_gig(position: Position, heading: str, words: ResumeWords) -> bool:
    """Under "Contract work": a thing made in a year, for nobody who is named (``2016  A mapping
    drone``)?"""
    if not _GIGS & set(fold(heading).split()) or position.highlights:
        return False
    return (
        position.start == position.end
        and words.title_score(position.title) < 0.5
        and words.company_score(position.organisation) < 0.6
    )


def as_gig(position: Position) -> Project:
    """The thing made, by all that its row says but the year."""
    head = next((rows for name, rows in position.rows if name == "head"), ())
    texts = []
    for row in head:
        text = row.text
        for found in sorted(row.dates, key=lambda d: -d.at):
            text = text[: found.at] + " " + text[found.to :]
        texts.append(trim(text.replace("\t", " ")))
    return Project(name=join_wrapped(texts), end_date=position.end, start_date=position.start)


def is_project(position: Position) -> bool:
    """``Project: Tide tables (2021)`` between positions, with no employer and no title."""
    bare = not position.title and not position.organisation
    return bare and PROJECT_LABEL.match(position.summary) is not None


def as_project(position: Position) -> Project:
    return Project(
        name=PROJECT_LABEL.sub("", position.summary, count=1), highlights=position.highlights,
        start_date=position.start, end_date=position.end, url=position.url,
    )  # fmt: skip


def as_volunteer(position: Position) -> Volunteer:
    return Volunteer(
        organization=position.organisation, position=position.title, url=position.url,
        start_date=position.start, end_date=position.end, summary=position.summary,
        highlights=position.highlights,
    )  # fmt: skip


def cite_position(ref: str, position: Position, ledger: Ledger) -> None:
    """Sources of a position's fields."""
    for name, rows in position.rows:
        if name == "head":
            for field, value in (
                ("position", position.title),
                ("organization" if ref.startswith("volunteer") else "name", position.organisation),
                ("startDate", position.start),
                ("endDate", position.end),
                ("location", "" if ref.startswith("volunteer") else position.place),
                ("url", position.url),
            ):
                if value:
                    ledger.cite(
                        f"{ref}.{field}", _rows_with(rows, value) or rows, position.confidence
                    )
            ledger.use(rows)
        else:
            named = name == "summary" and ref.startswith("projects")
            ledger.cite(f"{ref}.{'name' if named else name}", rows)


def _rows_with(rows: Sequence[Row], value: str) -> list[Row]:
    if re.match(r"\d{4}(-\d\d)?\Z", value):
        return [r for r in rows if r.dates]
    return [r for r in rows if value in r.text]
