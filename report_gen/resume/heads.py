"""Who is who in entry heads: title, organisation, place. The document's own pattern decides.

Every head can be read in several ways. Each reading is scored by its words; then readings whose
arrangement (which line, which look, which order, which separator) explains the other heads of the
section too are preferred: a document repeats its pattern, and one clear entry settles the rest.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from report_gen.resume.entries import Entry
from report_gen.resume.folding import fold
from report_gen.resume.rows import Look, Row, merge_rows, same_look
from report_gen.resume.segments import Segment, head_segments, trim
from report_gen.resume.words import ResumeWords

_SHAPES = (
    "T", "C", "P", "S", "TC", "CT", "TP", "CP", "PC", "TCP", "CTP", "CPT", "TS", "CS", "TCS", "CTS", "TSC", "SC",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    role: str
    text: str
    segment: int
    look: Look
    sep: str


@dataclass(frozen=True, slots=True)
class Reading:
    score: float
    parts: tuple[Part, ...]

    def of(self, role: str) -> Part | None:
        return next((p for p in self.parts if p.role == role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """What a T (title) and a C (organisation) look like in this kind of section."""

    title: Callable[[str], float]
    organisation: Callable[[str], float]
    words: ResumeWords
    no_title: float = -0.8
    no_organisation: float = -0.6
    other: Callable[[str], float] | None = None
    """What the rest (S) looks like; by default a line of summary."""
    whole: Callable[[Reading], float] | None = None
    """What a reading of a whole head is worth beside the sum of its parts."""
    cut: Callable[[str], tuple[int, int] | None] | None = None
    """Where a text may be divided though no sign stands there (after ``BSc``)."""

    def score(self, role: str, text: str) -> float:
        if role == "T":
            value = self.title(text)
            if value >= 0.5:
                return value - (0.6 if _UNIT.search(text) else 0.0)
            return value - (1.6 if self.words.place_score(text) >= 1.0 else 0.6)
        if role == "C":
            parts = re.split(r",\s", text)
            schools = sum(self.words.institution_score(p) > 0.8 for p in parts)
            campus = (
                schools == 1
                and len(parts) == 2
                and text[:1].isupper()
                and len(parts[1].split()) <= 2
            )
            campus = campus and self.words.institution_score(parts[0]) > 0.8
            campus = campus and not (self.other is not None and self.other(parts[1]) > 0.3)
            value = self.organisation(text) - 0.3 * (len(parts) - max(1, schools) - campus)
            value -= 0.3 if self._has_town(parts) and not campus else 0.0
            return value - (0.8 if value < 0.4 and _is_said(text) else 0.0)
        if role == "P":
            value = self.words.place_score(text)
            if value > 0:
                return value - 0.2
            named = (
                self.other is None
                and len(text.split()) <= 2
                and text[:1].isupper()
                and text.replace(" ", "").replace("-", "").isalpha()
            )
            if self.words.institution_score(text) > 0.8 or self.organisation(text) >= 0.7:
                return -1.5
            if text[:1].islower():  # "(meal-kit subscription)" tells what a firm does
                return -1.6
            return -1.3 if text.endswith(".") else -0.4 if named else -0.7
        return self.other(text) if self.other else _summary_score(text)

    def _has_town(self, parts: list[str]) -> bool:
        """``San Marco Hospital, Batangas``: a sure name, and one word behind it that is none."""
        if len(parts) != 2 or self.other is not None or self.organisation(parts[0]) < 0.9:
            return False
        last = parts[1]
        alone = len(last.split()) == 1 and last[:1].isupper() and last.isalpha()
        return alone and self.organisation(last) < 0.5


_UNIT = re.compile(
    r",\s+(?:lab(?:oratory|oratoire)?|institute?|instituto|cent(?:er|re|ro)|department|faculty|school|lehrstuhl|chair|unit)\s+(?:for|of|für|de|d['’])",
    re.I,
)
"""What one worked in, behind a comma: "PhD student, Lab for Harbour Studies"."""


def _is_said(text: str) -> bool:
    """``Eleven small sites, two of them still online``: words that name nobody."""
    bare = re.sub(r"\([^()]*\)", " ", text)
    first, *rest = [w for w in re.findall(r"[^\W\d_]+", bare) if len(w) > 2] or [""]
    return first[:1].isupper() and len(rest) >= 2 and all(w.islower() for w in rest)


def _summary_score(text: str) -> float:
    count = len(text.split())
    score = -0.9 if count < 4 else -0.1
    if re.search(r"[.!?]$", text) and count >= 2:
        score += 1.0
    lower = sum(w[:1].islower() for w in text.split())
    if count >= 4 and lower >= 0.5 * count:
        score += 0.5
    if count > 10:
        score += 0.6
    return score


def _interpretations(segment: Segment, index: int, scorer: Scorer, first: bool) -> list[Reading]:
    """The best reading of each shape."""
    best: dict[str, Reading] = {}
    text = segment.text
    bounds = [(0, 0, ""), *segment.cuts, (len(text), len(text), "")]
    n = len(segment.cuts)
    folded = fold(text)
    if segment.hint:
        return [_stated(segment, index, scorer)]
    fixed = _fixed_role(text, folded, scorer)
    if fixed:
        return [Reading(v, (Part(role, text, index, segment.look, ""),)) for role, v in fixed]

    def groups(count: int) -> list[tuple[int, ...]]:
        if count == 1:
            return [()]
        if count == 2:
            return [(i,) for i in range(1, n + 1)]
        return [(i, j) for i in range(1, n + 1) for j in range(i + 1, n + 1)]

    for shape in _SHAPES:
        for inner in groups(len(shape)):
            marks = [0, *inner, n + 1]
            parts: list[Part] = []
            score = 0.0
            for k, role in enumerate(shape):
                start = bounds[marks[k]][1]
                end = bounds[marks[k + 1]][0]
                piece = trim(text[start:end])
                if not piece:
                    score = -9.0
                    break
                sep = bounds[marks[k]][2] if k else ""
                if (
                    role == "C"
                    and k
                    and not first
                    and bounds[marks[k]][2] == "comma"
                    and scorer.organisation(piece) < 0.9
                ):
                    score -= 0.4  # "Product Manager, Pricing" below the company's name
                score += scorer.score(role, piece) + _separator_score(
                    sep,
                    role,
                    shape[k - 1] if k else "",
                    scorer.other is not None,
                    piece[:1].islower(),
                )
                parts.append(Part(role, piece, index, _look_at(segment, start), sep))
            if len(parts) == len(shape):
                score += _crossing(segment, marks, shape, parts, scorer)
            if score > -3 and (shape not in best or score > best[shape].score):
                best[shape] = Reading(score, tuple(parts))
    ranked = sorted(best.values(), key=lambda r: -r.score)
    return [r for r in ranked if r.score > ranked[0].score - 2.6]


def _stated(segment: Segment, index: int, scorer: Scorer) -> Reading:
    """What a label says it is; the town behind an employer's name or legal form is split off."""
    text, role = segment.text, segment.hint
    name, comma, place = text.rpartition(", ")
    if role == "C" and comma and 1 <= len(place.split()) <= 2 and place[:1].isupper():
        formal = scorer.words.ends_in_legal_form(name)
        if formal or scorer.words.place_score(place) >= 1.0:
            parts = (Part("C", name, index, segment.look, ""), Part("P", place, index, segment.look, "comma"))  # fmt: skip
            return Reading(2.0, parts)
    return Reading(2.0, (Part(role, text, index, segment.look, ""),))


def _crossing(segment: Segment, marks: list[int], shape: str, parts: list[Part], scorer: Scorer) -> float:  # fmt: skip
    """What separators left inside the parts say against this way of dividing them.

    Where a dash divides, commas belong to the names beside it; what stands before a country is
    its town.
    """
    score = 0.0
    seps = [segment.cuts[mark - 1][2] for mark in marks[1:-1]]
    if "C" not in shape and scorer.other is None:
        score -= 1.8 * sum(_hides_company(part, scorer) for part in parts)
    if "T" in shape and "C" in shape and "dash" not in seps:
        for k, role in enumerate(shape):
            inner = [cut[2] for cut in segment.cuts[marks[k] : marks[k + 1] - 1]]
            if role in "TC" and "dash" in inner and "comma" in seps:
                score -= 0.8
    for k in range(1, len(shape)):
        before, place = parts[k - 1], parts[k]
        if shape[k] == "C" and seps[k - 1] == "bracket":
            inner = [cut[2] for cut in segment.cuts[marks[k - 1] : marks[k] - 1]]
            if shape[k - 1] != "T" or "comma" in inner:
                score -= 1.2  # "Brightwave (a payments startup)", "Developer, ORNL (GSoC)"
        if shape[k] == "P" and seps[k - 1] == "comma" and "," not in place.text:
            last = re.split(r",\s+", before.text)[-1]
            alone = last == before.text
            if scorer.words.is_wide(place.text) and last[:1].isupper() and len(last.split()) <= 3:
                known = scorer.organisation(last) >= 0.9 or scorer.title(last) >= 1.0
                score -= 0.0 if known else 0.7 if alone else 0.6
    return score


def _hides_company(part: Part, scorer: Scorer) -> bool:
    """``Data Analyst — Jollof Metrics Ltd`` read as nothing but a title."""
    title, dash, rest = part.text.rpartition(" — ")
    if part.role != "T" or not dash:
        return False
    return scorer.title(title) >= 1.0 and scorer.organisation(rest) >= 0.7 > scorer.title(rest)


def _fixed_role(text: str, folded: str, scorer: Scorer) -> list[tuple[str, float]]:
    """Texts that leave no doubt: ways of working, and whole places such as ``Lagos, Nigeria``."""
    words = scorer.words
    if folded in words.employment_types and words.title_score(text) < 1.0:
        return [("C", 0.8), ("S", 0.5)] if folded in words.company_words else [("S", 1.0)]
    if folded in words.remote_words:
        return [("P", 1.3)]
    if words.is_languages(text) and scorer.other is None:
        return [("S", 0.5)]
    place = words.place_score(text)
    town = place >= 1.3 and text[-3:-2] == " " and text[-2:].isupper() and "," not in text
    if (town or (place >= 1.5 and ("," in text or "/" in text))) and scorer.organisation(
        text
    ) < 0.9:
        return [("P", place)]
    return []


def _look_at(segment: Segment, start: int) -> Look:
    look = segment.look
    for at, other in segment.looks:
        if at <= start:
            look = other
    return look


def _separator_score(sep: str, role: str, before: str, rest: bool, lower: bool) -> float:
    if not sep:
        return 0.0
    if sep == "at":
        return 0.9 if before == "T" and role == "C" else -0.8
    if sep == "look":
        return 0.5
    if role == "P":
        return -0.1
    if role == "S":
        return -0.1 if rest else -0.3 if sep == "bracket" and lower else -0.7
    if sep == "bracket":
        return -1.6 if lower and role in "TC" else -0.6
    if sep == "slash":
        return -0.8
    return -0.3


def read_heads(entries: Sequence[Entry], scorer: Scorer) -> list[tuple[Reading, list[str]]]:
    """For each entry the best reading of its head, and the URLs found in it."""
    options: list[list[tuple[Reading, frozenset[tuple[object, ...]]]]] = []
    links: list[list[str]] = []
    right = max((r.line.x1 for e in entries for r in e.head), default=0.0)
    edge = max((r.line.x1 for e in entries for i in e.body for r in i.rows), default=0.0)
    for entry in entries:
        choice: list[tuple[Reading, frozenset[tuple[object, ...]]]] = []
        for n, head in enumerate(_variants(entry, right, scorer.words)):
            segments, urls = head_segments(head, scorer.words, scorer.cut)
            if not n:
                links.append(urls)
            for reading in _readings(segments, scorer, entry is entries[0]):
                joined = 0.0 if not n else 0.3 if _is_cut(entry, head, max(right, edge)) else -0.25
                score = reading.score + joined + _placed(entry, reading, scorer)
                choice.append((Reading(score, reading.parts), _features(reading, segments)))
        options.append(choice)
    support: dict[tuple[object, ...], float] = {}
    for _ in range(2):
        support = _support(options, support)
    out: list[tuple[Reading, list[str]]] = []
    for choice, urls in zip(options, links, strict=True):
        best = max(choice, key=lambda o: _value(o, support))
        out.append((best[0], urls))
    return out


def _placed(entry: Entry, reading: Reading, scorer: Scorer) -> float:
    """What an entry's place among the others says: a company's span holds no title, and the
    positions under it need no company."""
    if entry.span:
        return -2.0 if reading.of("T") is not None else -scorer.no_title
    if entry.under:
        return -1.2 if reading.of("C") is not None else -0.15 * scorer.no_organisation
    return 0.0


def _variants(entry: Entry, right: float, words: ResumeWords) -> list[Entry]:
    """The head as it stands, and with a row that may have wrapped joined to the next."""
    out = [entry]
    for k in range(min(2, len(entry.head) - 1)):
        above, below = entry.head[k], entry.head[k + 1]
        full = above.line.x1 >= 0.75 * right and not above.flat
        apart = "," not in above.text and words.degree_in(above.text) and words.institution_score(below.text) > 0.8  # fmt: skip
        if (
            full
            and not apart
            and _open_ended(above)
            and same_look(_edge_look(above, -1), _edge_look(below, 0))
        ):
            joined = merge_rows([above, below], words)
            out.append(replace(entry, head=(*entry.head[:k], joined, *entry.head[k + 2 :])))
    return out


def _is_cut(entry: Entry, joined: Entry, right: float) -> bool:
    """Is a row of the head full up to the first word of the next, which the joined head takes in?"""
    k = next(n for n, row in enumerate(joined.head) if row is not entry.head[n])
    above, below = entry.head[k].line, entry.head[k + 1].line
    if above.text.endswith((".", ")")) or not below.text.split():
        return False
    letter = (below.x1 - below.x0) / max(1, len(below.text))
    return above.x1 + letter * (1 + len(below.text.split()[0])) > right


def _open_ended(row: Row) -> bool:
    """May the row go on below: does it not end with a date?"""
    return not row.dates or bool(re.search(r"\w", row.text[row.dates[-1].to :]))


def _edge_look(row: Row, edge: int) -> Look:
    """The look of the row's first (0) or last (-1) words."""
    cell = row.cells[edge]
    return cell.runs[edge][1] if cell.runs else cell.look


_WEIGHT = 0.55
_ORDER_WEIGHT = 1.1
"""Which of title and organisation comes first hardly ever changes within a section."""


def _value(
    option: tuple[Reading, frozenset[tuple[object, ...]]], support: dict[tuple[object, ...], float]
) -> float:
    reading, features = option
    weighed = (
        support.get(f, 0.0) * (_ORDER_WEIGHT if f[0] in ("order", "divided") else _WEIGHT)
        for f in features
    )
    return reading.score + sum(sorted(weighed))


def _support(
    options: Sequence[list[tuple[Reading, frozenset[tuple[object, ...]]]]],
    before: dict[tuple[object, ...], float],
) -> dict[tuple[object, ...], float]:
    """How many of the heads are read, by their likelier readings, with each feature (0..1)."""
    total: Counter[tuple[object, ...]] = Counter()
    heads = 0
    for choice in options:
        if len(choice) < 1 or not choice[0][0].parts:
            continue
        heads += 1
        values = [_value(o, before) for o in choice]
        top = max(values)
        weights = [math.exp((v - top) / 0.35) for v in values]
        whole = sum(weights)
        for (_, features), weight in zip(choice, weights, strict=True):
            for feature in features:
                total[feature] += weight / whole  # type: ignore[assignment]
    return {f: v / max(heads, 2) for f, v in total.items()}


def _readings(segments: Sequence[Segment], scorer: Scorer, first: bool) -> list[Reading]:
    beam = [Reading(0.0, ())]
    for k, segment in enumerate(segments):
        grown: list[Reading] = []
        choices = _interpretations(segment, k, scorer, first)
        for reading in beam:
            have = {p.role for p in reading.parts}
            for choice in choices:
                roles = {p.role for p in choice.parts}
                if roles & have & {"T", "C"}:
                    continue
                grown.append(Reading(reading.score + choice.score, reading.parts + choice.parts))
            if not any(
                True for c in choices if not ({p.role for p in c.parts} & have & {"T", "C"})
            ):
                part = Part("S", segment.text, k, segment.look, "")
                grown.append(Reading(reading.score - 1.0, (*reading.parts, part)))
        grown.sort(key=lambda r: -r.score)
        beam = grown[:40]
    out = []
    for reading in beam:
        score = reading.score
        if reading.of("T") is None:
            score += scorer.no_title
        if reading.of("C") is None:
            lone = sum(p.role == "T" or p.role == "C" for p in reading.parts) == 1 and not first
            score += scorer.no_organisation * (0.15 if lone else 1.0)
        if _place_first(reading):
            score -= 0.15
        if scorer.whole is not None:
            score += scorer.whole(reading)
        out.append(Reading(score, reading.parts))
    out.sort(key=lambda r: -r.score)
    return out[:24]


def _place_first(reading: Reading) -> bool:
    """A place before the organisation: of two names nobody knows the second is the place."""
    roles = [p.role for p in reading.parts]
    return "P" in roles and "C" in roles and roles.index("P") < roles.index("C")


def _commas(text: str) -> int:
    return re.sub(r"\([^()]*\)", "", text).count(", ")


def _features(reading: Reading, segments: Sequence[Segment]) -> frozenset[tuple[object, ...]]:
    title, organisation, place = reading.of("T"), reading.of("C"), reading.of("P")
    out: set[tuple[object, ...]] = set()
    for name, part in (("T", title), ("C", organisation)):
        if part is None:
            out.add((name, "none"))
            continue
        segment = segments[part.segment]
        out.add((name, "row", segment.row))
        out.add((name, "look", part.look))
        out.add((name, "cell", segment.last))
    if title and organisation:
        order = reading.parts.index(title) < reading.parts.index(organisation)
        out.add(("order", order))
        same = title.segment == organisation.segment
        out.add(("same", same, (organisation.sep if order else title.sep) if same else ""))
    for k, segment in enumerate(segments):  # "A, B, C" is divided as the other heads' are
        own = [p for p in reading.parts if p.segment == k]
        if len(segment.cuts) > 1 and len(own) > 1:
            signs = tuple(c[2] for c in segment.cuts)
            out.add(("divided", segment.row, signs, *((p.role, _commas(p.text)) for p in own)))
    if place:
        segment = segments[place.segment]
        out.add(
            (
                "P",
                segment.row,
                segment.last,
                place.segment == (organisation.segment if organisation else -1),
            )
        )
    return frozenset(out)
