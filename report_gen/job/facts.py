"""The facts around the requirements: title, employer, place, mode, pay, permits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_gen.job.blocks import Item
from report_gen.job.company import find_company
from report_gen.job.models import Compensation
from report_gen.job.pay import Offer, find_pay
from report_gen.job.permits import find_clearance, find_visa
from report_gen.job.place import (
    Mode,
    Places,
    add_sites,
    compile_places,
    find_mode,
    find_office,
    find_place,
    is_place,
)
from report_gen.job.posting import Posting, read_posting
from report_gen.job.requirements import Unit
from report_gen.job.sections import ASK_SECTIONS, Placed, row_section
from report_gen.job.sentences import split_sentences
from report_gen.job.title import TitleLine, find_title, is_header_noise, names_a_job
from report_gen.job.words import JobWords, fold
from report_gen.reading.models import Document
from report_gen.taxonomy.models import Taxonomy
from report_gen.taxonomy.vocabulary_job import JobVocabulary


def _title_lines(items: Sequence[Item]) -> list[str]:
    """The lines in which a title may stand: bullets are none, unless the document has nothing
    else (a job id or an icon may look like a marker on the very first lines)."""
    return [item.text if not item.marked or place < 2 else "" for place, item in enumerate(items)]


_COLUMNS = re.compile(r"\s+[|·•]\s+|\t|\s*\|\s*")
_PARTS = re.compile(r"\s+[–—]\s+|\s+-\s+|\s+\(")
_FIRM_END = re.compile(r"(?:inc|llc|ltd|limited|gmbh|ag|se|corp|co|plc|ab|bv)\b", re.I)
_LONGEST_HEADER = 14
_MOST_HEADER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The lines above the body. ``lines``: numbers of those that are no prose."""

    title: TitleLine
    raw_title: str
    texts: tuple[str, ...]
    lines: frozenset[int]
    posting: Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the posting says besides its asks."""

    company: str | None
    agency: bool
    location: str | None
    remote: Mode | None
    pay: Compensation | None
    offers: tuple[Offer, ...]
    visa: str | None
    clearance: str | None


def read_header(document: Document, items: Sequence[Item], words: JobWords) -> Header:
    """The title and the short lines above the first heading, list or paragraph."""
    vocabulary = words.vocabulary
    places = compile_places(vocabulary.location)
    posting = read_posting(document.data)
    if document.kind == "md" and not names_a_job(posting.title, vocabulary.title):
        posting = replace(posting, title="")  # a page's title need not be the job's
    title = find_title(_title_lines(items), posting.title, vocabulary.title, places)
    top: list[Item] = []
    told = False  # a paragraph was told: below it only facts are a header's
    parted = Counter(item.line for item in items)
    for position, item in enumerate(items[:_MOST_HEADER]):
        if position > title.place and parted[item.line] > 1:
            break  # one long line that holds the whole body
        heading = item.heading
        if row_section(item.text, words) in (*ASK_SECTIONS, "process"):
            continue
        if position > title.place and _is_prose(item.text, words):
            told = told or len(split_sentences(item.text)) > 1
            continue
        known = heading is not None and heading.section not in ("", "metadata")
        if heading is not None and not heading.sure and position <= title.place:
            known = False  # a title may contain a telling word ("Team Lead, Skills")
        long = len(item.text.split()) > _LONGEST_HEADER and not _is_facts_line(item.text, places)
        facts = _LABELLED.match(item.text) or _is_facts_line(item.text, places) or is_place(item.text, places)  # fmt: skip
        listed = item.marked and position > title.place >= 0 and not facts
        if position != title.place and (known or long or listed or (told and not facts)):
            break
        if item.text.endswith((":", "!")) and position > title.place:
            break
        top.append(item)
    if 0 <= title.place < len(items) and items[title.place] not in top:
        top.append(items[title.place])
    top += [item for item in _listed_facts(items, vocabulary) if item not in top]
    return Header(
        title=title,
        raw_title=_without_icon(items[title.place].text, vocabulary)
        if 0 <= title.place < len(items)
        else title.title,
        texts=tuple(_without_icon(item.text, vocabulary) for item in top),
        lines=frozenset(item.line for item in top),
        posting=posting,
    )


_FEWEST_FACTS = 2
_FACTS_WITHIN = 40


def _listed_facts(items: Sequence[Item], vocabulary: JobVocabulary) -> list[Item]:
    """The entries of a list of labelled facts near the top ("• Job type: full-time"), of which
    two stand together at least: one alone may be an entry of any list."""
    labels = re.compile(rf"\W*(?:{'|'.join(vocabulary.fact_labels) or '(?!)'})\s*:\s+\S", re.I)
    found: list[Item] = []
    run: list[Item] = []
    for item in (*items[:_FACTS_WITHIN], None):
        if item is not None and item.marked and labels.match(item.text) and len(item.text) < 120:
            run.append(item)
            continue
        found += run if len(run) >= _FEWEST_FACTS else []
        run = []
    return found


def _is_prose(text: str, words: JobWords) -> bool:
    """A sentence about the job or employer among the facts, or a step of the process."""
    if re.match(r"^\W*(?:interviews?|interview process|process)\s*:\s", text, re.I):
        return True
    few = len(text.split()) < 4 or names_a_job(text, words.vocabulary.title)
    return text.endswith(".") and not few and _may_end(text) is False and "|" not in text


def _without_icon(text: str, vocabulary: JobVocabulary) -> str:
    """Pages copied whole bring the names of their icons along ("place Zürich")."""
    icons = "|".join(vocabulary.location.icons) or "(?!)"
    return re.sub(rf"^(?:{icons})\s+(?=[A-ZÀ-Ž])", "", text)


_LABELLED = re.compile(r"^[\w /()-]{3,30}(?::\s+|\t)\S")


def _is_facts_line(text: str, places: Places) -> bool:
    """ "Company | Berlin or remote | full-time | 60-70k": long, but a row of facts."""
    parts = [part for part in _split_parts(text) if part.strip()]
    return len(parts) >= 3 and max(len(part.split()) for part in parts) <= 12


def read_facts(
    header: Header,
    placed: Sequence[Placed],
    units: Sequence[Unit],
    taxonomy: Taxonomy,
    words: JobWords,
) -> Facts:
    """Everything that is stated about the job and its employer."""
    vocabulary = words.vocabulary
    places = compile_places(vocabulary.location)
    sentences = [s for item in placed for s in split_sentences(item.text)]
    parts = _header_parts(header, vocabulary)
    told_about = [s for u in units if u.kind is None for s in split_sentences(u.text)]
    behind = _behind_title(header, [unit.text for unit in units], vocabulary)
    company, agency = _read_company(header, parts, behind, told_about, taxonomy, vocabulary, places)
    location = header.posting.location or find_place(parts, told_about, places, header.title.title)
    location = location or _place_beside(company, header, taxonomy, vocabulary)
    location = location or header.title.town or find_office(sentences)
    if company and location and company.endswith(f", {location}"):
        company = company.removesuffix(f", {location}")
    if company and location and location.startswith(f"{company}, "):
        location = location.removeprefix(f"{company}, ")
    location = _whole_place(location, company, parts, vocabulary)
    location = add_sites(location, header.texts, places) if location else None
    offers = _read_pay(header, placed, location, vocabulary)
    told = [s for item in placed if item.section not in ("benefits", "process") for s in split_sentences(item.text)]  # fmt: skip
    remote = "remote" if header.posting.remote else find_mode(header.texts, told, vocabulary.remote)
    if remote is None:
        offered = [item.text for item in placed if item.section == "benefits"]
        remote = find_mode([location or ""], offered, vocabulary.remote)
    return Facts(
        company=header.posting.company or company,
        agency=agency,
        location=location,
        remote=remote,
        pay=header.posting.pay or (offers[0].pay if offers else None),
        offers=tuple(offers),
        visa=find_visa(sentences, vocabulary),
        clearance=find_clearance(sentences, vocabulary),
    )


def _place_beside(
    company: str | None, header: Header, taxonomy: Taxonomy, vocabulary: JobVocabulary
) -> str | None:
    """ "Acme GmbH | Ilmenau | full-time": what stands beside the employer and is nothing else."""
    for text in header.texts:
        parts = [part for piece in _split_parts(text) for part in (piece, *piece.split(", "))]
        if text == header.raw_title or not company or company not in parts:
            continue
        for part in parts:
            name = _TOWN.fullmatch(part)
            plain = (
                name
                and not company.startswith(part)
                and not _FIRM_END.match(part)
                and not is_header_noise(part, vocabulary.title)
            )
            if (
                plain
                and taxonomy.skill_id(part) is None
                and not names_a_job(part, vocabulary.title)
            ):
                return part
    return None


_TOWN = re.compile(
    r"[A-ZÀ-Ž][\w'’-]+(?: (?:(?:an? (?:der|den)|am|im|in der|ob der|vor der|bei|upon|on|by|under|sur|sous|en|aan(?: de[nr]?)?|op|de|do|da|del?|della|le|la) )?"
    r"[A-ZÀ-Ž(][\w'’)-]+){0,2}"
)


def _whole_place(
    location: str | None, company: str | None, parts: Sequence[str], vocabulary: JobVocabulary
) -> str | None:
    """ "Dublin" of "Acme | Tallaght, Dublin | full-time": with the part of the city before it."""
    for part in parts if location and company else ():
        district = re.fullmatch(
            rf"([A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+)?), {re.escape(location or '')}", part
        )
        if (
            district
            and fold(company or "") not in fold(part)
            and not _FIRM_END.match(district[1].split()[-1])
            and not names_a_job(part, vocabulary.title)
        ):
            return part
    return location


_COUNTRY_CODE = re.compile(r"\s\(([A-Z]{2,3})\)(?=\s*[/;&]|\s(?:and|or)\b)")
"""The country behind the first of two places ("Leeds (UK) / Toulouse (FR)")."""


def _split_parts(text: str) -> list[str]:
    """The columns of a header line; what has no label is split at dashes and brackets too."""
    if _LABELLED.match(text) and "\t" in text:
        return [text]
    parts: list[str] = []
    columns = text.split(" / ") if text.count(" / ") >= 2 else _COLUMNS.split(text)
    for column in columns:
        column = _COUNTRY_CODE.sub(r", \1", column)
        labelled = _LABELLED.match(column) is not None
        parts += [column] if labelled else [p.strip(" )*") for p in _PARTS.split(column)]
    return parts


def _header_parts(header: Header, vocabulary: JobVocabulary) -> list[str]:
    parts = [*header.title.rest]
    for text in header.texts:
        if text == header.raw_title:
            brackets = re.findall(r"\(([^)]*)\)", text)
            parts += brackets
            continue
        parts += _split_parts(text)
    return [part for part in parts if part and not is_header_noise(part, vocabulary.title)]


def _read_company(
    header: Header,
    parts: Sequence[str],
    behind: Sequence[str],
    sentences: Sequence[str],
    taxonomy: Taxonomy,
    vocabulary: JobVocabulary,
    places: Places,
) -> tuple[str | None, bool]:
    def refuse(name: str) -> bool:
        whole = len(name.strip())
        known = any(m.end - m.start >= whole for m in taxonomy.find_skills(name, listed=True))
        known = known or _NO_FIRM.search(name) is not None
        return known or is_place(name, places) or names_a_job(name, vocabulary.title)

    titled = [header.title.company] if header.title.company else []
    inside = re.findall(r"\(([^)]*)\)", header.raw_title)
    told = " ".join(sentences)
    beside = [*behind, *(p for p in parts if p in inside and not _tells_field(p, header, told))]
    guessed = [n for n in beside if n[:1].isupper() and "," not in n and not refuse(n)]
    plain = [p for p in parts if not _LABELLED.match(p) and p not in inside]
    bare = [_without_place(part, places) for part in plain]
    lower = header.raw_title.islower()  # a posting without capitals: the first fact is the name
    named = [
        p
        for n, p in enumerate(bare)
        if len(p.split()) <= (_LONGEST_HOUSE if _HOUSE.search(p) else 6)
        and _may_end(p)
        and (
            p[:1].isupper()
            or p[:1].isdigit()
            or not p[:1].isascii()
            or (lower and n == 0 and len(parts) > 1)
        )
    ]
    return find_company(
        [p for p in parts if _LABELLED.match(p)] + named,
        titled,
        sentences,
        vocabulary.company,
        refuse,
        guessed,
    )


_LONGEST_HOUSE = 11
_HOUSE = re.compile(
    r"\b(?:University|Institute|Department|Centre|Center|College|Hospital|Ministry|Council|Faculty|Agency|Authority)\b"
)
"""Houses whose names are long ("Institute for Population Health, University of Utrecht")."""


def _tells_field(part: str, header: Header, told: str) -> bool:
    """Does a bracket of the title name a field or short form ("(Wallet & Payments)", "(DSDP)")
    rather than the employer?"""
    words = re.findall(r"[^\W\d_]{3,}", part)
    small = set(re.findall(r"\b[a-z]{3,}", told))
    spoken = any(w.lower() in small or f"{w.lower()}s" in small for w in words)
    initials = "".join(w[0] for w in re.findall(r"[A-Z][\w-]*", header.raw_title.split("(")[0]))
    return spoken or (part.isupper() and part in initials)


_NO_FIRM = re.compile(
    r"^(?:dear|hi|hello|hey|to whom)\b|\b(?:(?:mon|tues|wednes|thurs|fri)days?|remote|hybrid|on[- ]?site|in[- ](?:office|person))\b",
    re.I,
)
"""A greeting, or where and when one works: in no firm's name."""


def _behind_title(header: Header, told: Sequence[str], vocabulary: JobVocabulary) -> list[str]:
    """What stands behind a dash in the title's line ("Data Analyst — Firm") and is no field of
    work that the text speaks of in small letters ("Data Analyst — Payments")."""
    _, dash, last = re.sub(r"\s*\([^)]*\)", "", header.title.title).rpartition(" — ")
    if not dash:
        _, dash, last = header.title.title.replace(" – ", " - ").rpartition(" - ")
    words = re.findall(r"[^\W\d_]{3,}", last)
    if not dash or not words or len(words) > 3 or not all(word[0].isupper() for word in words):
        return []
    spoken = set(re.findall(r"[^\W\d_]{3,}", " ".join(told)))
    small = words[0].lower().rstrip("s") in {word.rstrip("s") for word in spoken}
    common = any(word.lower() in vocabulary.company.not_names for word in words)
    return [] if small or common else [last]


def _may_end(part: str) -> bool:
    """A name doesn't end with a full stop, unless with that of "Inc." or "S.r.l."."""
    return not part.endswith(".") or bool(re.search(r"\b(?:Inc|Ltd|Co|Corp|\w\.\w)\.$", part))


def _without_place(part: str, places: Places) -> str:
    """ "Acme AG, Hamburg" -> "Acme AG"; "Acme, Inc." stays."""
    name, comma, rest = part.rpartition(", ")
    placed = is_place(rest, places) or places.phrase.match(rest)
    return name if comma and placed and not is_place(name, places) else part


def _read_pay(
    header: Header, placed: Sequence[Placed], location: str | None, vocabulary: JobVocabulary
) -> list[Offer]:
    texts: list[tuple[str, int]] = [(text, 2) for text in header.texts]
    for item in placed:
        if item.line not in header.lines:
            weight = {"pay": 2, "benefits": 0, "company": -1}.get(item.section, 0)
            texts.append((item.text, weight))
    home = home_currency(location, vocabulary)
    return find_pay(texts, vocabulary.pay, home, location or "")


def home_currency(location: str | None, vocabulary: JobVocabulary) -> str:
    """The currency paid at a place, for amounts written without one; US dollars otherwise."""
    folded = fold(location or "")
    for place, currency in vocabulary.pay.home_currency.items():
        if re.search(rf"(?<!\w){re.escape(place)}(?!\w)", folded):
            return currency
    return "USD"
