"""Recognised words, set again where they stood: hOCR of one page -> a PDF of one page.

hOCR (its specification: kba.github.io/hocr-spec) gives a box for each word and a base line, a size
and a direction for each line. Set in one font, with each word as wide as its box, the page is read
by the same rules as every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_ALIKE = 0.15
"""Sizes this near to the page's usual one are that size: recognised heights depend on letters."""
_SIGN = re.compile(r"[e¢©®°o*+«»·•¤=~>-]{1,2}")
"""What bullet signs are recognised as."""
_LEAST_SURE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word in dots from the page's top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line: its words, the base line under them and the size of its letters."""

    words: tuple[Word, ...]
    base: float
    size: float


def set_page(hocr: bytes, dots_per_inch: int) -> bytes:
    """The page as a PDF. Raises ValueError for what is not hOCR."""
    from lxml import html

    root = html.document_fromstring(hocr, html.HTMLParser(encoding="utf-8"))
    sheet = root.find(".//*[@class='ocr_page']")
    if sheet is None:
        raise ValueError("no page")
    _, _, width, height = _box(sheet.get("title", ""))
    lines = sheet.xpath(".//*[@class='ocr_line' or @class='ocr_header' or @class='ocr_caption' or @class='ocr_textfloat']")  # fmt: skip
    angles = [_number(line.get("title", ""), "textangle") for line in lines]
    turned = int(median(angles)) if angles else 0
    rows = [row for line in lines if (row := _row(line, turned, width, height))]
    if turned in (90, 270):
        width, height = height, width
    inch = 72 / dots_per_inch
    return _pdf(_content(_corrected(_level(rows)), height, inch), width * inch, height * inch)


def _box(title: str) -> tuple[float, float, float, float]:
    found = re.search(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)", title)
    if found is None:
        raise ValueError("no box")
    x0, top, x1, bottom = map(float, found.groups())
    return x0, top, x1, bottom


def _number(title: str, name: str) -> float:
    found = re.search(rf"{name} (-?[\d.]+)", title)
    return float(found.group(1)) if found else 0.0


def _row(line: object, turned: int, width: float, height: float) -> Row | None:
    words: list[Word] = []
    for element in line.xpath(".//*[@class='ocrx_word']"):  # type: ignore[attr-defined]
        title, text = element.get("title", ""), element.text_content().strip()
        if text and _number(title, "x_wconf") >= _LEAST_SURE:
            words.append(_turn(Word(text=text, **_named(_box(title))), turned, width, height))
    if not words:
        return None
    title = line.get("title", "")  # type: ignore[attr-defined]
    size = _number(title, "x_size") or max(w.bottom - w.top for w in words)
    bottom = max(w.bottom for w in words)
    stated = re.search(r"baseline (-?[\d.]+) (-?[\d.]+)", title)
    base = _box(title)[3] + float(stated.group(2)) if stated and not turned else bottom - 0.22 * size  # fmt: skip
    return Row(words=tuple(sorted(words, key=lambda w: w.x0)), base=base, size=size)


def _named(box: tuple[float, float, float, float]) -> dict[str, float]:
    return dict(zip(("x0", "top", "x1", "bottom"), box, strict=True))


def _turn(word: Word, turned: int, width: float, height: float) -> Word:
    """The box as it stands when the page is turned upright."""
    if turned == 90:
        return replace(word, x0=height - word.bottom, x1=height - word.top, top=word.x0, bottom=word.x1)  # fmt: skip
    if turned == 270:
        return replace(word, x0=word.top, x1=word.bottom, top=width - word.x1, bottom=width - word.x0)  # fmt: skip
    if turned == 180:
        return replace(word, x0=width - word.x1, x1=width - word.x0, top=height - word.bottom, bottom=height - word.top)  # fmt: skip
    return word


def _level(rows: Sequence[Row]) -> list[Row]:
    """Rows with the page's usual size where theirs is near it."""
    if not rows:
        return []
    usual = median(row.size for row in rows for _ in row.words)
    near = [row.size for row in rows if abs(row.size / usual - 1) <= _ALIKE]
    size = median(near)
    return [replace(row, size=size) if abs(row.size / usual - 1) <= _ALIKE else row for row in rows]


def _corrected(rows: Iterable[Row]) -> list[Row]:
    """What is often recognised amiss: a lone sign before a word with a capital, at the left end
    of a line, was a bullet; a bar before a small letter, where a sentence begins, the word I."""
    out: list[Row] = []
    for row in rows:
        words = list(row.words)
        for n, (word, following) in enumerate(pairwise(row.words)):
            if n == 0 and _SIGN.fullmatch(word.text) and following.text[:1].isupper():
                words[n] = replace(word, text="•")
            begins = n == 0 or row.words[n - 1].text.endswith((".", "!", "?", ":"))
            if word.text == "|" and begins and following.text[:1].islower():
                words[n] = replace(word, text="I")
        out.append(replace(row, words=tuple(words)))
    return out


def _content(rows: Iterable[Row], height: float, inch: float) -> bytes:
    """The page's drawing: each word as wide as its box."""
    parts: list[bytes] = []
    for row in rows:
        size = max(3.0, round(2 * row.size * inch) / 2)
        for word in row.words:
            text = word.text.encode("cp1252", "ignore")
            wide = _width(text.decode("cp1252"), size)
            if not text or not wide:
                continue
            scale = 100 * (word.x1 - word.x0) * inch / wide
            if word.text == "•":
                scale = 100.0
            shown = re.sub(rb"([\\()])", rb"\\\1", text) + b" " * (word is not row.words[-1])
            x, y = word.x0 * inch, (height - row.base) * inch
            parts.append(
                f"BT /F {size:g} Tf {scale:.1f} Tz 1 0 0 1 {x:.2f} {y:.2f} Tm (".encode()
                + shown
                + b") Tj ET"
            )
    return b"\n".join(parts)


def _width(text: str, size: float) -> float:
    """In points, in Helvetica."""
    from pdfminer.fontmetrics import FONT_METRICS

    widths = FONT_METRICS["Helvetica"][1]
    return sum(widths.get(character, 556) for character in text) * size / 1000


def _pdf(content: bytes, width: float, height: float) -> bytes:
    """A PDF of one page with this drawing; its font is /F."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.1f} {height:.1f}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".encode(),
        f"<</Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
