"""Spoken languages with their levels: one after another, side by side, below each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_gen.resume.folding import fold
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import LanguageSkill
from report_gen.resume.rows import Row
from report_gen.resume.skills import split_keywords
from report_gen.resume.words import ResumeWords


def read_languages(
    rows: Sequence[Row], words: ResumeWords, ledger: Ledger, start: int = 0
) -> list[LanguageSkill]:
    """Languages with their level, side by side, below each other or in one list."""
    ledger.use([r for r in rows if r.words <= 6])
    out: list[LanguageSkill] = []
    waiting: list[tuple[float, int]] = []
    opened = ""
    for k, row in enumerate(rows):
        pieces = _language_pieces(row)
        if opened and pieces:
            pieces[0] = (pieces[0][0], f"{opened} {pieces[0][1]}")
        opened = ""
        if (
            pieces and k + 1 < len(rows) and pieces[-1][1].count("(") > pieces[-1][1].count(")")
        ) or (k + 1 < len(rows) and _level_goes_on(pieces, rows[k + 1], words)):
            opened = pieces.pop()[1]
        fresh: list[tuple[float, int]] = []
        for n, (x0, piece) in enumerate(pieces):
            language, level = split_language(piece, words)
            if not language:
                language, level = _unlisted(piece, words)
            if not language and _is_one_more(piece, pieces, words):
                language = piece.strip()
            if language:
                out.append(LanguageSkill(language=language, fluency=level))
                ledger.cite(f"languages[{start + len(out) - 1}]", [row])
                if not level:
                    fresh.append((x0, len(out) - 1))
            elif waiting or fresh:
                spot = min(
                    fresh or waiting,
                    key=lambda w: (
                        abs(w[0] - x0) if not row.flat else abs(n - (fresh or waiting).index(w))
                    ),
                )
                if not out[spot[1]].fluency:
                    out[spot[1]] = LanguageSkill(
                        language=out[spot[1]].language, fluency=piece.strip(" ()")
                    )
        if fresh:
            waiting = fresh
    return out


def _is_one_more(piece: str, pieces: Sequence[tuple[float, str]], words: ResumeWords) -> bool:
    """A word nobody listed between languages (``Dutch, Sranan, English``), and no level."""
    known = sum(bool(split_language(other, words)[0]) for _, other in pieces)
    bare = re.fullmatch(r"\s*[^\W\d_]{4,}(?:[ -][^\W\d_]+)?\s*", piece) is not None
    level = fold(piece) in words.fluency or fold(piece) in words.skill_levels
    return bare and not level and known >= 2 and 2 * known >= len(pieces)


def _unlisted(piece: str, words: ResumeWords) -> tuple[str, str]:
    """``Noruego (C1)`` under "Languages": a name nobody listed, told by its level."""
    match = re.fullmatch(r"\s*([^\W\d_]+(?: [^\W\d_]+)?)\s*\(([^()]+)\)\s*", piece)
    known = match is not None and fold(match.group(2)) in words.fluency
    return (match.group(1), match.group(2)) if match and known and match.group(1)[0].isupper() else ("", "")  # fmt: skip


def _level_goes_on(pieces: Sequence[tuple[float, str]], below: Row, words: ResumeWords) -> bool:
    """``English, Yoruba, conversational`` over ``Polish``: does the level belong to the next row?"""
    named = [bool(split_language(piece, words)[0]) for _, piece in pieces]
    following = _language_pieces(below)
    return (
        sum(named) >= 2
        and not named[-1]
        and fold(pieces[-1][1]) in words.fluency
        and bool(following)
        and fold(following[0][1]) in words.languages
    )


def _language_pieces(row: Row) -> list[tuple[float, str]]:
    out: list[tuple[float, str]] = []
    for cell in row.cells:
        text = re.sub(r"\s[-–—]\s(?=\w+\s*[(:])", ", ", cell.text)
        text = re.sub(r"\.\s+(?=[^\W\d_]+\s*(?:[:(]|[–—-]\s))", "; ", text)
        if label := re.match(r"(?:mother|native) tongue\W{0,3}s?\W{0,3}:\s*|(?:native|first) language\W{0,3}s?\W{0,3}:\s*", text, re.I):  # fmt: skip
            text = "; ".join(f"{t.strip()} (native)" for t in re.split(r",|;|/|\band\b", text[label.end() :]))  # fmt: skip
        text = re.sub(
            r"^(?:other|further|foreign) languages?\W{0,3}s?\W{0,3}:\s*", "", text, flags=re.I
        )
        for piece in split_keywords(text):
            out += [(cell.x0, one) for one in _each(piece)]
    return out


_PAIR = re.compile(
    r"([^\W\d][\w' -]*?)\s+(?:and|und|et|y|e|og|och|&)\s+([^\W\d][\w' -]*?)\s*(?P<level>[(:–—].+)?"
)


def _each(piece: str) -> list[str]:
    """``Nepali and Romanian (native)``: the level is that of both."""
    pair = _PAIR.fullmatch(piece)
    if pair is None or not pair.group(1)[0].isupper() or not pair.group(2)[0].isupper():
        return [piece]
    level = pair.group("level") or ""
    return [f"{pair.group(1)} {level}".strip(), f"{pair.group(2)} {level}".strip()]


def split_language(text: str, words: ResumeWords) -> tuple[str, str]:
    """``English (C1)`` -> (English, C1); ("", "") if no language is named."""
    text = text.strip(" .:-–—")
    match = re.match(
        r"([^\W\d][\w\s'’/-]*?)\s*(?:[(:–—]\s*|-\s+|-(?=[A-C][12]\b)|\s+\[)(.+?)[)\]]?\Z", text
    )
    if match and re.search(r"[)\]]\W*\s\w", match.group(2)):
        return "", ""  # more is said than a language and its level
    if match and fold(match.group(1)) in words.languages:
        return match.group(1).strip(), match.group(2).strip()
    folded = fold(text)
    if folded in words.languages:
        return text, ""
    tokens = text.split()
    for count in (2, 1):
        head, tail = " ".join(tokens[:count]), " ".join(tokens[count:])
        if fold(head) in words.languages and tail:
            return head, tail.strip("() ")
        head, tail = " ".join(tokens[-count:]), " ".join(tokens[:-count])
        if fold(head) in words.languages and fold(tail) in words.fluency:
            return head, tail
    return "", ""
