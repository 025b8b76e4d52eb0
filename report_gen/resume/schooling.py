"""Education sections -> institution, degree, area, dates, score, courses."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from report_gen.resume.entries import Entry, split_entries
from report_gen.resume.folding import fold
from report_gen.resume.heads import Reading, Scorer, read_heads
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import Education
from report_gen.resume.paragraphs import Item
from report_gen.resume.positions import date_pair
from report_gen.resume.rows import Row
from report_gen.resume.school_lines import as_heads, each_degree, part_certificates
from report_gen.resume.segments import unstopped
from report_gen.resume.words import ResumeWords

__all__ = ["part_certificates", "read_education"]
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"


def read_education(
    items: Sequence[Item], words: ResumeWords, ledger: Ledger, start: int = 0
) -> list[Education]:
    """Degrees in the order of the page; cites them as ``education[n]`` from ``start`` on."""
    found: list[tuple[Entry, list[str]]] = []
    for entry in _split_degrees(
        split_entries(as_heads(each_degree(items, words), words), words), words
    ):
        found.append(_take_scores(entry, words))
    scorer = Scorer(
        title=lambda text: _degree_score(text, words), organisation=words.institution_score,
        words=words, no_title=-0.4, no_organisation=-0.6, other=lambda text: _area_score(text, words),
        cut=lambda text: _after_degree(text, words), whole=lambda reading: _lacks_area(reading, words),
    )  # fmt: skip
    readings = read_heads([entry for entry, _ in found], scorer)
    out: list[Education] = []
    for (entry, scores), (reading, urls) in zip(found, readings, strict=True):
        made = _education(entry, reading, scores, urls, words)
        if made is None:
            continue
        ledger.use([*entry.head, *entry.labels, *(r for i in entry.body for r in i.rows)])
        ref = f"education[{start + len(out)}]"
        for field, value in (
            ("institution", made.institution), ("studyType", made.study_type), ("area", made.area),
            ("startDate", made.start_date), ("endDate", made.end_date), ("score", made.score),
            ("courses", made.courses),
        ):  # fmt: skip
            if value:
                ledger.cite(
                    f"{ref}.{field}", entry.head or [r for i in entry.body for r in i.rows], 0.9
                )
        out.append(made)
    return out


def _lacks_area(reading: Reading, words: ResumeWords) -> float:
    """A bare degree (``BSc``) beside ``University, Subject``: what follows is hardly a campus."""
    degree, school = reading.of("T"), reading.of("C")
    if degree is None or school is None or reading.of("S") is not None:
        return 0.0
    name, _, rest = school.text.rpartition(", ")
    if not name or words.is_place(rest) or split_degree(degree.text, words)[1]:
        return 0.0
    return -0.9


def _degree_score(text: str, words: ResumeWords) -> float:
    match = words.degree_match(text)
    if _is_thesis(text, words):
        return -1.5
    if match is None and words.institution_score(text) > 0.8:
        return -0.8
    if match is None:
        return 0.5 if words.is_subject(text) and len(text.split()) <= 8 else -0.3
    last = match.end() >= len(text.rstrip(" .)")) and words.is_subject(text[: match.start()])
    score = 1.5 if match.start() <= 2 or last else 0.9
    hits = words.institution_score(text)
    if hits > 0.8:
        score -= 0.8
    if len(text.split()) > 14:
        score -= 0.6
    return score


def _after_degree(text: str, words: ResumeWords) -> tuple[int, int] | None:
    """``BEng McGill University``: the degree ends where the institution begins."""
    match = words.degree_match(text)
    if match is None or match.start() > 2:
        return None
    gap = re.match(r"\.?\s+", text[match.end() :])
    rest = re.split(r",\s|\s[-–—|]\s", text[match.end() :].strip(" ."))[0]
    if (
        gap is None
        or words.institution_score(rest) <= 0.8
        or re.match(r"(?:in|of|from|at)\b", rest)
    ):
        return None
    return match.end(), match.end() + gap.end()


def _area_score(text: str, words: ResumeWords) -> float:
    """A field of study that stands apart from the degree."""
    count = len(text.split())
    if count > 12:
        return 0.1
    if words.institution_score(text) > 0.8:
        return -0.6
    return 0.6 if words.is_subject(text) else 0.0


def _split_degrees(entries: Sequence[Entry], words: ResumeWords) -> list[Entry]:
    """A head without dates that names several institutions is several entries."""
    out: list[Entry] = []
    for entry in entries:
        schools = [k for k, r in enumerate(entry.head) if _is_school(r, words)]
        degrees = [
            k
            for k, r in enumerate(entry.head)
            if words.degree_in(r.text) and not _is_school(r, words)
        ]
        starts = schools if schools and (not degrees or schools[0] <= degrees[0]) else degrees
        if len(starts) < 2 or len(schools) < 2:
            out.append(entry)
            continue
        bounds = [0, *starts[1:], len(entry.head)]
        for n, (a, b) in enumerate(itertools.pairwise(bounds)):
            rows = entry.head[a:b]
            dated = next((r for r in rows if r.dates), None)
            from report_gen.resume.entries import row_range

            out.append(
                Entry(head=rows, dates=row_range(dated) if dated else None, dates_row=dated,
                      body=entry.body if n == len(bounds) - 2 else ())
            )  # fmt: skip
    return out


def _is_school(row: Row, words: ResumeWords) -> bool:
    return any(
        words.institution_score(p) > 0.8 for c in row.cells for p in re.split(r"[|,–—]", c.text)
    )


def _take_scores(entry: Entry, words: ResumeWords) -> tuple[Entry, list[str]]:
    """Grades and averages are taken out of the head before it is read."""
    pattern = _score_pattern(words)
    scores: list[str] = []
    head: list[Row] = []
    alone: list[Row] = []
    for row in entry.head:
        text = row.text
        matches = [
            m
            for m in pattern.finditer(text)
            if not any(d.at <= m.start() < d.to for d in row.dates)
        ]
        if not matches:
            head.append(row)
            continue
        for match in reversed(matches):
            scores.insert(0, _clean_score(match.group(), words))
            text = text[: match.start()] + " | " + text[match.end() :]
        cells = []
        for cell in row.cells:
            new = cell.text
            for match in reversed(list(pattern.finditer(new))):
                new = new[: match.start()] + " | " + new[match.end() :]
            new = re.sub(r"[(\[]\s*\|?\s*[)\]]", " | ", new).strip(" |,;(")
            if new:
                cells.append(replace(cell, text=new, runs=()))
        joined = "\t".join(c.text for c in cells)
        if joined:
            head.append(
                replace(row, text=joined, cells=tuple(cells), dates=words.dates.find(joined))
            )
        else:
            alone.append(row)
    return replace(entry, head=tuple(head), labels=(*entry.labels, *alone)), [
        s for s in scores if s
    ]


@lru_cache(maxsize=8)
def _score_pattern(words: ResumeWords) -> re.Pattern[str]:
    names = [
        w for w in words.raw.score_labels if w not in ("class", "honours", "note", "nota", "result")
    ]
    labels = "|".join(re.escape(w) for w in sorted(names, key=lambda w: (-len(w), w)))
    grades = "|".join(
        re.escape(w)
        for w in sorted(words.raw.degree_grades, key=lambda w: (-len(w), w))
        if w not in ("gut", "hons", "honours", "honors")
    )
    value = (
        rf"(?:[12]:[12](?!\d)|{_NUMBER}(?:\s?(?:/|out of|von|of)\s?{_NUMBER})?\s?%?|(?:{grades}))"
    )
    return re.compile(
        rf"[(\[]?(?<!\w)(?:{labels})\s*(?:[:=–-]|of)?\s*{value}(?:\s*\((?:{grades}|{_NUMBER})\))?[)\]]?"
        rf"|[(\[]?(?<![\w.]){_NUMBER}\s?/\s?{_NUMBER}(?![\w/])\s*(?:{labels}|e lode|cum laude)?[)\]]?|[(\[]?(?<![\w.]){_NUMBER}\s?(?:{labels})(?!\w)[)\]]?"
        rf"|(?<!\w)(?:abschluss|gesamt)?note\s+[1-5][.,]\d(?!\d)|\([1-5],\d\)"
        rf"|(?:note|nota|class|result|ergebnis)\s*[:=]\s*{_NUMBER}(?:\s?/\s?{_NUMBER})?"
        rf"|(?<![\w.])\d{{2}}(?:[.,]\d+)?\s?%|(?<=,\s)\d[.,]\d{{1,2}}(?=\s*(?:$|[,|;)]))"
        rf"|(?<=[,(|;]\s)(?:{grades})(?:\s+(?:with|mit)\s+\w+)?(?=\s*(?:$|[,|;)]))|(?<=[(])(?:{grades})(?=[)])",
        re.I,
    )


def _clean_score(text: str, words: ResumeWords) -> str:
    text = text.strip(" ()[],;|")
    labels = "|".join(
        re.escape(w) for w in sorted(words.raw.score_labels, key=lambda w: (-len(w), w))
    )
    return re.sub(rf"^(?:{labels})\b\s*[:=–-]?\s*", "", text, flags=re.I).strip()


def _education(
    entry: Entry, reading: Reading, scores: list[str], urls: list[str], words: ResumeWords
) -> Education | None:
    degree, school = reading.of("T"), reading.of("C")
    study, area = split_degree(degree.text, words) if degree else ("", "")
    institution = unstopped(school.text, words) if school else ""
    places: list[str] = []
    courses: list[str] = []
    said: list[str] = []
    for part in reading.parts:
        if part.role == "P":
            places.append(part.text)
        elif part.role == "S":
            if label := _course_label(part.text, words):
                courses += _list(part.text[label:])
            elif _is_thesis(part.text, words):
                courses.append(part.text)
            elif _is_grade(grade := _BEFORE_GRADE.sub("", part.text), words):
                scores.append(grade)
            elif school and part.segment == school.segment and words.institution_score(part.text) > 0.8:  # fmt: skip
                bracket = part.sep == "bracket"
                institution += f" ({part.text})" if bracket else f", {part.text}"
            elif _is_town(part.text, words) and school and part.segment == school.segment and area:
                places.append(part.text)
            elif (
                (study or institution)
                and len(part.text.split()) <= 12
                and not part.text.endswith(".")
            ):
                if degree and part.segment == degree.segment and area:
                    area = f"{area}, {part.text}"
                else:
                    said.append(part.text)
            elif not institution:
                institution = part.text
            else:
                courses.append(part.text)
    said = [s for s in said if fold(s) not in words.course_labels and len(fold(s)) > 2]
    if fold(area) in ("in", "of", "en"):
        area = ""
    if said and (not area or len(said) == 1):
        area = f"{area}, {said.pop(0)}".strip(", ")
    courses += said
    expects_courses = any(fold(r.text.rstrip(":")) in words.course_labels for r in entry.labels)
    for item in entry.body:
        if (
            not study
            and item.text
            and words.degree_match(item.text)
            and not _is_thesis(item.text, words)
        ):
            named = words.degree_match(item.text)
            if named is not None and named.start() <= 2 and len(item.text.split()) <= 12:
                study, subject = split_degree(item.text, words)  # as the school's bullet
                area = subject or area
                continue
        scores_here, courses_here = _body(item, words, expects_courses)
        scores += scores_here
        courses += courses_here
    if not institution and not study and not area:
        return None
    # "GPA 3.4, Dean's List": one is the score, the other is kept as it stands
    courses += scores[1:]
    if entry.dates and entry.dates.single and len(entry.dates.end) == 4:
        # "History, 2012, cum laude", "Leeds University, 2021 (part-time)"
        year = re.compile(rf",?\s*\(?{entry.dates.end}\)?(?=,|\.\s|\s*\(|\s*\Z)")
        area = year.sub("", area).strip(" ,")
        institution = year.sub("", institution).strip(" ,")
    start, end = date_pair(entry)
    if entry.dates and entry.dates.single:
        start = ""
    return Education(
        institution=institution, study_type=study, area=area, start_date=start, end_date=end,
        location=", ".join(places[:2]), url=urls[0] if urls else "", score=scores[0] if scores else "",
        courses=tuple(c for c in courses if re.search(r"\w", c)),
    )  # fmt: skip


_BEFORE_GRADE = re.compile(r"\A(?:19|20)\d\d[,;]\s*")
"""``2016, Second Class Upper``."""


def _is_town(text: str, words: ResumeWords) -> bool:
    """One capitalised word beside the school that names no subject and no degree."""
    plain = re.fullmatch(r"[^\W\d_][^\W\d_'’.-]*(?:[ -][^\W\d_]+)?", text) is not None
    return plain and text[0].isupper() and not words.is_subject(text) and not words.degree_in(text)


def split_degree(text: str, words: ResumeWords) -> tuple[str, str]:
    """``MSc in Computer Science`` -> (MSc, Computer Science)."""
    study, area = _split_degree(text, words)
    study = re.sub(r"\s+(?:in|of|en|im|em|de|di|-|–)$", "", study, flags=re.I)
    return study, re.sub(r"^(?:(?:in|of|en|im|em|de|di)\s+|d['’])", "", area, flags=re.I)


def _split_degree(text: str, words: ResumeWords) -> tuple[str, str]:
    match = words.degree_match(text)
    if match is None:
        return "", text
    before = re.fullmatch(r"(.*\S)\s*(?:,|–|—|\||\s-)\s+", text[: match.start()])
    if before and not words.degree_match(before.group(1)):  # Computer Science, MSc (Hons)
        study, rest = _split_degree(text[match.start() :], words)
        return ", ".join(filter(None, (study, rest))), before.group(1)
    end = match.end() + (text[match.end() : match.end() + 1] == ".")
    if owned := re.match(r"(?:['’]s?)(?:\s+degree)?(?=\s|[,(]|$)", text[end:]):  # "Master's in ..."
        end += owned.end()
    held = re.match(
        r"\s+(?:candidate|student|researcher|\(?(?:in progress|ongoing|expected)\)?)(?=\s|[,:(–—-]|$)",
        text[end:],
        re.I,
    )
    if held:
        return _studying(text, end + held.end())
    short = re.match(r"\s+[-–]\s+[A-Z][A-Za-z.]{1,5}(?=\s*(?:,|$))", text[end:])
    if short and words.degree_match(short.group()):  # "Master of Science - MS, Computer Science"
        end += short.end()
    whole = re.match(
        r"\s+of\s+[^,:–—|(]+?(?=\s+(?:in|en|with|-)\s|\s*[,:–—|(]|$)", text[end:], re.I
    )
    if whole and fold(match.group()) in _OPEN_DEGREES:  # Master of Mathematics
        end += whole.end()
    bracket = re.match(r"\s*\(([^()]{1,14})\)", text[end:])
    if (
        bracket
        and not text[end + bracket.end() :].strip(" .,")
        and _is_subject(bracket.group(1), words)
    ):
        return text[:end].strip(), bracket.group(1)  # "B.Tech (CSE)"
    if bracket:
        end += bracket.end()
    rest = text[end:]
    inner = re.match(r"\s+(?:in|of|en|im|i|em)\s+|\s*[,:–—]\s*|\s+-\s+|\s+", rest, re.I)
    if match.start() > 2 and not inner:
        return text.strip(), ""
    grade = re.match(r"\s*(?:\(Hons\)\s*)?(?:[12][:.][12]|1st|First)(?![\w.])", text[end:])
    if grade:
        end += grade.end()
        rest = text[end:]
        inner = re.match(r"\s*(?:class(?: honours)?)?\s*(?:in\s+|[,:–—-]\s*|$)|\s+", rest, re.I)
    return text[:end].strip(" ,"), rest[inner.end() :].strip(" ,") if inner else rest.strip(" ,")


def _is_subject(text: str, words: ResumeWords) -> bool:
    """Is it what was studied, rather than how, or how well?"""
    if fold(text) in words.degree_levels or fold(text) in words.employment_types:
        return False
    return not _is_grade(text, words) and not re.search(
        r"\d|\b(?:hons?|honou?rs|ext|dist)\b", text, re.I
    )


def _studying(text: str, end: int) -> tuple[str, str]:
    """``Ph.D. candidate, Physics``: who studies is part of the degree, the subject follows."""
    inner = re.match(r"\s*(?:[,:–—(-]\s*|(?:in|of|en|im)\s+)?", text[end:], re.I)
    return text[:end].strip(" ,"), text[end + (inner.end() if inner else 0) :].strip(" ,)")


_OPEN_DEGREES = frozenset(
    ["master", "masters", "bachelor", "bachelors", "doctor", "associate", "licentiate"]
)


def _is_grade(text: str, words: ResumeWords) -> bool:
    folded = fold(text)
    if folded in ("first", "upper second", "lower second"):
        return True
    return any(folded == g or folded.startswith(g + " ") for g in words.degree_grades) or bool(
        re.fullmatch(rf"{_NUMBER}(\s?/\s?{_NUMBER})?\s?%?", text.strip())
    )


def _is_thesis(text: str, words: ResumeWords) -> bool:
    """``Thesis: ...``, ``Supervisor: ...``: kept as written among the courses."""
    label = re.match(r"([^:：]{2,30})[:：]\s*\S", text)
    return bool(label and fold(label.group(1)) in words.thesis_labels)


def _course_label(text: str, words: ResumeWords) -> int:
    match = re.match(r"([^:：]{3,40})[:：]\s*", text)
    return match.end() if match and fold(match.group(1)) in words.course_labels else 0


def _body(item: Item, words: ResumeWords, courses_follow: bool) -> tuple[list[str], list[str]]:
    """Scores and courses in what stands under a degree; what is neither is kept as it is written."""
    text = item.text.replace("\t", " ")
    if label := _course_label(text, words):
        return [], _list(text[label:])
    pattern = _score_pattern(words)
    label_match = re.match(r"([^:：]{2,30})[:：]\s*(.+)", text)
    match = pattern.search(text)
    graded = match and _is_thesis(text, words) and not re.match(r"\s*\w", text[match.end() :])
    if match and (match.start() <= 2 or graded):  # not "with 20% of the labels"
        rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,;|()")
        more = [rest.rstrip(".")] if len(rest.split()) >= 2 else []
        return [_clean_score(match.group(), words)], more
    if label_match and fold(label_match.group(1)) in words.score_labels:
        return [label_match.group(2).strip()], []
    if _is_grade(text, words):
        return [text], []
    listed = (
        item.kind == "bullet" and len(fold(text).split()) <= 7 and not re.search(r"[.;:]", text)
    )
    if not _is_thesis(text, words) and (courses_follow or listed):
        return [], _list(text)
    return [], [text] if re.search(r"\w", text) else []


def _list(text: str) -> list[str]:
    return [p.strip(" .") for p in re.split(r"[,;|•·\t]\s*(?![^(]*\))", text) if p.strip(" .")]
