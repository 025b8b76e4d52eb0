"""The few shapes our pictures need. Every value passes through ``escape``; numbers are rounded."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

from markupsafe import Markup, escape

INK = "#1c2430"
SOFT = "#5c6670"
RULE = "#c9cfd6"
PALE = "#eef1f3"
ACCENT = "#0f5b66"
MID = "#7fa9ae"
PAPER = "#ffffff"
WIDTH = 640.0
"""Width of a full picture in px: the text width of an A4 page."""


def num(value: float) -> str:
    """A coordinate with two decimals at most; what is no number becomes 0."""
    if not math.isfinite(value):
        value = 0.0
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def plain(value: float) -> str:
    """A value as a reader wants it: one decimal at most; what is no number is 0."""
    text = f"{value if math.isfinite(value) else 0.0:.1f}"
    return text[:-2] if text.endswith(".0") else text


def clamp(value: float, low: float, high: float) -> float:
    return min(high, max(low, value if math.isfinite(value) else low))


def figure(width: float, height: float, alt: str, shapes: Iterable[str], css: str = "") -> Markup:
    """The picture. ``alt`` says in words what it shows (title, and aria-label for browsers)."""
    text = escape(clean(alt))
    name = escape(f"figure {css}".strip())
    return Markup(
        f'<svg class="{name}" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{text}" '
        f'width="{num(width)}" height="{num(height)}" viewBox="0 0 {num(width)} {num(height)}">'
        f"<title>{text}</title>{''.join(shapes)}</svg>"
    )


def rect(
    x: float, y: float, w: float, h: float, fill: str = ACCENT, stroke: str = "none", dash: str = ""
) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<rect x="{num(x)}" y="{num(y)}" width="{num(max(0.0, w))}" height="{num(max(0.0, h))}" '
        f'fill="{fill}" stroke="{stroke}"{dashes}/>'
    )


def line(
    x1: float, y1: float, x2: float, y2: float, color: str = RULE, width: float = 1, dash: str = ""
) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}" '
        f'stroke="{color}" stroke-width="{num(width)}"{dashes}/>'
    )


def circle(
    x: float, y: float, r: float, fill: str = ACCENT, stroke: str = "none", width: float = 1
) -> str:
    return (
        f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}" stroke="{stroke}" '
        f'stroke-width="{num(width)}"/>'
    )


def path(d: str, fill: str = "none", stroke: str = INK, width: float = 1, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{num(width)}"{dashes}/>'


def words(
    x: float,
    y: float,
    text: object,
    size: float = 12,
    color: str = INK,
    anchor: str = "start",
    weight: int = 400,
) -> str:
    return (
        f'<text x="{num(x)}" y="{num(y)}" font-size="{num(size)}" fill="{color}" '
        f'text-anchor="{anchor}" font-weight="{weight}" '
        f'font-family="Report, Source Sans Pro, Helvetica, Arial, sans-serif">{escape(clean(str(text)))}</text>'
    )


def clean(text: str) -> str:
    """Without control characters, which no XML may hold."""
    return "".join(c if unicodedata.category(c)[0] != "C" or c == " " else " " for c in text)


def width_of(text: str, size: float) -> float:
    """Roughly how wide the text is; rather too wide than too narrow."""
    return sum(map(_share, text)) * size


def _share(c: str) -> float:
    if c in "iljtfrI.,:;'|!()[] ":
        return 0.31
    if c in "mwMW@%":
        return 0.84
    if unicodedata.east_asian_width(c) in "WF":
        return 1.02
    return 0.6 if c.isupper() else 0.52


def fit(text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it would not fit into ``room``."""
    text = " ".join(clean(text).split())
    if width_of(text, size) <= room:
        return text
    used = _share("…") * size
    for n, c in enumerate(text):
        used += _share(c) * size
        if used > room:
            cut = text[:n].rstrip(" ,;:-")
            return f"{cut}…" if cut else ""
    return text


def wrap(text: str, size: float, room: float, lines: int) -> list[str]:
    """At most ``lines`` lines that fit into ``room``; the last is cut if need be."""
    out: list[str] = []
    current = ""
    pending = " ".join(clean(text).split()).split(" ")
    for n, word in enumerate(pending):
        trial = f"{current} {word}".strip()
        if width_of(trial, size) <= room or not current:
            current = trial
            continue
        if len(out) == lines - 1:
            return [*out, fit(" ".join([current, *pending[n:]]), size, room)]
        out.append(fit(current, size, room))
        current = word
    return [*out, fit(current, size, room)]
