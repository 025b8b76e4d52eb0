"""The person's name: the most prominent words at the top that read like a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from report_gen.reading.joining import join_wrapped
from report_gen.resume.folding import fold
from report_gen.resume.rows import Row, Sheet, same_look
from report_gen.resume.words import ResumeWords, unspace

_LINK_WORDS = frozenset(
    ["linkedin", "github", "gitlab", "twitter", "profile", "website", "portfolio", "homepage", "email", "resume", "blog"]
)  # fmt: skip
_TITLED = re.compile(r"\s*[-–—|:,]+\s*(?:cv|resume|résumé|curriculum vitae|lebenslauf)\.?$", re.I)
""" "Ann Lund -- CV"."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


_NAME_LABEL = re.compile(
    r"(?:full name|name|vor- und nachname|nom|nombre|nome|naam|imię i nazwisko|ad soyad|фио|姓名|氏名|이름|성명)\s*[:：]\s*",
    re.I,
)
_NAME_LABELS = frozenset(
    map(
        fold,
        (
            "name",
            "full name",
            "vor- und nachname",
            "nom",
            "nombre",
            "nome",
            "naam",
            "imię i nazwisko",
            "ad soyad",
            "ФИО",
            "姓名",
            "氏名",
            "이름",
            "성명",
        ),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """``rest``: what stood on the same row after the name (often the headline). ``row``: the first
    it stands on, ``more``: the others."""

    text: str = ""
    rest: str = ""
    row: Row | None = None
    more: tuple[Row, ...] = ()


def find_name(sheet: Sheet, header: Sequence[Row], words: ResumeWords) -> Name:
    """The best row of the header, or of the first page if a sidebar came first."""
    candidates: list[tuple[float, int, Name]] = []
    top = list(sheet.rows[:45])
    biggest = max((r.look[2] for r in top if r.line.page == 1), default=0.0)
    for k, row in enumerate(header[:14]):
        _judge(row, k, True, biggest, sheet, words, candidates)
    if not any(c[0] >= 2.0 for c in candidates):
        for k, row in enumerate(top):
            if (
                row.line.page == 1
                and row not in header
                and row.look[2] >= biggest - 0.6
                and biggest > sheet.body[2] + 1
            ):
                _judge(row, k, False, biggest, sheet, words, candidates)
    if not candidates:
        return Name()
    score, _, best = max(candidates, key=lambda c: (c[0], -c[1]))
    if score <= 0.9 or best.row is None:
        return Name()
    found = _as_printed(_stacked(best, sheet, words), words)
    return replace(found, text=_without_degrees(found.text, words))


_KEPT = frozenset(["dr", "prof", "professor", "sir"])
"""What people are called by; other titles before a name are degrees and forms of address."""


def _without_degrees(name: str, words: ResumeWords) -> str:
    """``Dipl.-Ing. (FH) Jan Becker`` is Jan Becker; ``Dr. Jan Becker`` stays."""
    tokens = name.split()
    dropped = False
    while len(tokens) > 2:
        folded = fold(tokens[0])
        title = folded in words.name_titles and folded not in _KEPT and len(folded) > 1
        title = title and (tokens[0].endswith(".") or folded in ("mr", "mrs", "ms", "mx", "herr", "frau"))  # fmt: skip
        if not title and not (dropped and re.fullmatch(r"\([^()]{2,5}\)", tokens[0])):
            break
        tokens, dropped = tokens[1:], True
    return " ".join(tokens) if dropped else name


def _stacked(name: Name, sheet: Sheet, words: ResumeWords) -> Name:
    """A name set over two rows of one look or more, whichever of them was found."""
    rows = list(sheet.rows)
    at = next((k for k, r in enumerate(rows) if r is name.row), len(rows))
    if name.rest or name.row is None or len(name.row.cells) > 1:
        return name
    large = name.row.look[2] > sheet.body[2] + 1.5
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below is not None and large and (beside := _with_label(name, below, words)):
        return beside
    if not large:
        return name
    first, last = at, at
    while first and _stands_under(rows[first - 1], rows[first]):
        first -= 1
    while last + 1 < len(rows) and _stands_under(rows[last], rows[last + 1]):
        last += 1
    best = name
    for a in range(first, at + 1):
        for b in range(last, at - 1, -1):
            stack = rows[a : b + 1]
            if len(best.more) + 1 < len(stack) <= 4 and _is_one_name(stack, words):
                best = Name(text=join_wrapped([r.text for r in stack]), row=stack[0], more=tuple(stack[1:]))  # fmt: skip
    return best


def _with_label(name: Name, below: Row, words: ResumeWords) -> Name | None:
    """The rest of the name on the next row, with the headline behind it."""
    if name.row is None or below.line.gap > 1.2:
        return None
    rest, label = split_name(below.text, words)
    joined = join_wrapped([name.text, rest])
    if not label or abs(name.row.look[2] - below.look[2]) >= 0.6:
        return None
    if words.title_score(rest) >= 0.5 or name_shape(joined, words) <= 0.9:
        return None
    cut = name.text.endswith("-") or fold(name.text.split()[-1]) in words.name_particles
    whole = cut or name_shape(rest, words) > 0.5
    return Name(text=joined, rest=label, row=name.row, more=(below,)) if whole else name


def _stands_under(above: Row, below: Row) -> bool:
    """One look, one cell each, and no more white space between than in a paragraph."""
    alone = len(above.cells) == 1 and len(below.cells) == 1
    return alone and same_look(above.look, below.look) and below.line.gap <= 1.2


def _is_one_name(stack: Sequence[Row], words: ResumeWords) -> bool:
    """Are the rows parts of a name, all together one that a person can have?"""
    joined = join_wrapped([r.text for r in stack])
    if len(joined.split()) > 6 or name_shape(joined, words) < 1.1:
        return False
    for above, row in pairwise(stack):
        if not above.text.endswith("-") and name_shape(row.text, words) <= 0.5:
            return False
    if name_shape(stack[0].text, words) <= 0.5 and fold(stack[0].text) not in words.name_titles:
        return False
    return len(joined.split()) <= 5 or all(r.words <= 2 for r in stack)


def _as_printed(name: Name, words: ResumeWords) -> Name:
    """Capitals are a matter of layout: ``JANE VAN DYK, PHD`` is Jane van Dyk, PhD."""
    if _CJK.search(name.text):
        return name
    name = replace(name, text=_TITLED.sub("", name.text) or name.text)
    if not name.text.isupper():  # small capitals read as a mixture: OkOnkwO
        mended = re.sub(r"[^\W\d_]+", _mend_case, name.text)
        return Name(text=mended, rest=name.rest, row=name.row, more=name.more)
    suffixes = {"PHD": "PhD", "MD": "MD", "MSC": "MSc", "BSC": "BSc", "MENG": "MEng"}

    def cased(match: re.Match[str]) -> str:
        word = match.group()
        if word in suffixes or (fold(word) in words.name_suffixes and len(word) <= 4):
            return suffixes.get(word, word)
        irish = word == "O" and name.text[match.end() : match.end() + 1] in "'’"
        if (
            not irish
            and fold(word) in words.name_particles
            and match.start() > 0
            and len(word) <= 3
        ):
            return word.lower()
        return word.capitalize()

    return Name(
        text=re.sub(r"[^\W\d_]+", cased, name.text), rest=name.rest, row=name.row, more=name.more
    )


_INNER_CAPITAL = re.compile(
    r"(?:Ma?c|D[eiua]|L[aeo]|Van|Von|Fitz|O|St|Al|El|Ja|Mon|Ní|Ó)(?=[^\W\d_a-z][a-zà-ž])"
)


def _mend_case(match: re.Match[str]) -> str:
    word = match.group()
    inner = any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)
    if not inner or _INNER_CAPITAL.match(word) or len(word) <= 3:
        return word
    return word[0] + word[1:].lower()


def _judge(
    row: Row, place: int, in_header: bool, biggest: float, sheet: Sheet, words: ResumeWords,
    out: list[tuple[float, int, Name]],
) -> None:  # fmt: skip
    if row.bullet and row.look[2] <= sheet.body[2] + 1:
        return
    labelled = len(row.cells) == 2 and fold(row.cells[0].text) in _NAME_LABELS
    for c, cell in enumerate(row.cells):
        if labelled and c == 0:
            continue
        text, rest = split_name(cell.text, words)
        shape = name_shape(text, words)
        if shape <= 0:
            continue
        score = shape - 0.12 * place - 0.1 * c
        if cell.look[2] >= biggest - 0.6 and biggest > sheet.body[2] + 1:
            score += 1.5
        elif cell.look[2] > sheet.body[2] + 0.6:
            score += 0.5
        if cell.look[0] and not sheet.body[0]:
            score += 0.3
        if labelled or (cell.text != text and _NAME_LABEL.match(cell.text)):
            score += 2.0
        if place == 0 and in_header:
            score += 0.8
        if row.line.heading == 1 and place <= 1:
            score += 0.6
        others = [o.text for o in row.cells if o is not cell]
        beside = " | ".join(o for o in others if words.title_score(o) >= 1.0) if not rest else ""
        out.append((score, place, Name(text=text, rest=rest or beside, row=row)))


def split_name(text: str, words: ResumeWords) -> tuple[str, str]:
    """Name (with suffixes such as PhD) and what follows it on the row."""
    text = unspace(text.strip())
    label = _NAME_LABEL.match(text)
    if label:
        text = text[label.end() :]
    folded = fold(text)
    for title in sorted(words.document_titles, key=len, reverse=True):
        if folded.startswith(title + " ") and len(folded) > len(title) + 3:
            count = len(title.split())
            text = re.sub(rf"^(?:\W*\w+){{{count}}}\W*", "", text).strip()
            break
    hard = re.split(r"\s*(?:\||[•·]|\s[–—-]\s|;)\s*", text, maxsplit=1)
    name, rest = hard[0].strip(), hard[1].strip() if len(hard) > 1 else ""
    parts = [p.strip() for p in name.split(",")]
    if (
        len(parts) == 2
        and len(parts[0].split()) == 1
        and fold(parts[1]) not in words.name_suffixes
        and name_shape(f"{parts[1]} {parts[0]}", words) > 0.5
        and words.title_score(parts[1]) < 0.5
    ):
        return name, rest  # family name first
    kept = [parts[0]]
    for k, part in enumerate(parts[1:], 1):
        if all(fold(w) in words.name_suffixes for w in part.split()) and part:
            kept.append(part)
        else:
            rest = ", ".join(parts[k:]) + (f" | {rest}" if rest else "")
            break
    return ", ".join(kept), rest


def name_shape(text: str, words: ResumeWords) -> float:
    """How much ``text`` reads like a person's name; <= 0 if it can't be one."""
    bare = re.sub(r"\([^)]*\)|[\"“”][^\"“”]*[\"“”]", " ", text)
    tokens = [t for t in re.split(r"[\s,]+", bare) if t]
    core = [
        t for t in tokens if fold(t) not in words.name_suffixes and fold(t) not in words.name_titles
    ] or tokens
    if any(fold(t) in _LINK_WORDS for t in core):
        return 0.0
    if not core or len(core) > 6 or re.search(r"[\d@:/\\#%&+=!?;<>\[\]{}()]", bare):
        return 0.0
    folded = fold(bare)
    if folded in words.document_titles or words.heading_kind(bare) or folded in words.remote_words:
        return 0.0
    if _CJK.search(bare):
        return 1.5 if len(bare.replace(" ", "")) <= 6 and words.title_score(bare) < 1 else 0.0
    named = [
        t
        for t in core
        if t[0].isupper()
        or not t[0].isalpha()
        or fold(t) in words.name_particles
        or re.match(r"[a-z]['’][A-Z]", t)
        or (t.split("-")[0] in words.name_particles and t.partition("-")[2][:1].isupper())
    ]
    if len(named) < len(core):
        return 0.3 if len(core) <= 3 and all(t.isalpha() and t.islower() for t in core) else 0.0
    score = {1: 0.9, 2: 2.0, 3: 1.9, 4: 1.6}.get(len(core), 1.1)
    if any(words.is_title_word(fold(t)) for t in core):
        score -= 1.6
    if words.place_score(text) >= 1.0:
        score -= 1.0
    if any(
        (fold(t) in words.company_suffixes and len(t) > 2) or fold(t) in words.institution_words
        for t in core
    ):
        score -= 1.0
    return score
