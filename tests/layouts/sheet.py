"""A small typesetter for test resumes: text flows down columns, pages are drawn at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SIZES = {"a4": A4, "letter": LETTER}
BLACK, GREY, BLUE, WHITE = (0, 0, 0), (0.4, 0.4, 0.4), (0.1, 0.3, 0.6), (1, 1, 1)


def register_fonts() -> None:
    """Source Sans Pro (a dependency of the product) as Sans, SansBold and SansItalic."""
    from font_source_sans_pro import font_files_ttf

    for name, key in (("Sans", "Pro"), ("SansBold", "ProBold"), ("SansItalic", "ProIt")):
        pdfmetrics.registerFont(TTFont(name, font_files_ttf[f"SourceSans{key}"]))


SANS = ("Sans", "SansBold", "SansItalic")
SERIF = ("Times-Roman", "Times-Bold", "Times-Italic")
HELVETICA = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")


@dataclass
class Sheet:
    """The pages of one document; every drawing step is kept until ``save``."""

    paper: str = "a4"
    fonts: tuple[str, str, str] = SANS
    pages: list[list[Callable[[Canvas], None]]] = field(default_factory=lambda: [[]])

    @property
    def width(self) -> float:
        return SIZES[self.paper][0]

    @property
    def height(self) -> float:
        return SIZES[self.paper][1]

    def on(self, page: int, step: Callable[[Canvas], None], first: bool = False) -> None:
        while len(self.pages) <= page:
            self.pages.append([])
        if first:
            self.pages[page].insert(0, step)
        else:
            self.pages[page].append(step)

    def box(self, page: int, x: float, y: float, width: float, height: float, fill: Any = None, stroke: Any = None) -> None:  # fmt: skip
        """A rectangle; y counts from the top of the page to the box's top. Fills go underneath."""

        def draw(canvas: Canvas) -> None:
            canvas.saveState()
            if fill:
                canvas.setFillColorRGB(*fill)
            if stroke:
                canvas.setStrokeColorRGB(*stroke)
                canvas.setLineWidth(0.6)
            canvas.rect(x, self.height - y - height, width, height, stroke=int(bool(stroke)), fill=int(bool(fill)))  # fmt: skip
            canvas.restoreState()

        self.on(page, draw, first=fill is not None)

    def words(self, page: int, x: float, y: float, text: str, font: int = 0, size: float = 10, color: Any = BLACK, spacing: float = 0.0) -> float:  # fmt: skip
        """Draw a text with its baseline ``y`` below the page's top; returns its width."""

        def draw(canvas: Canvas) -> None:
            piece = canvas.beginText(x, self.height - y)
            piece.setFont(self.fonts[font], size)
            piece.setFillColorRGB(*color)
            piece.setCharSpace(spacing)
            piece.textOut(text)
            piece.setCharSpace(0)
            canvas.drawText(piece)

        self.on(page, draw)
        return self.measure(text, font, size) + spacing * len(text)

    def dot(self, page: int, x: float, y: float, radius: float, color: Any = BLACK) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColorRGB(*color)
            canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

        self.on(page, draw)

    def rule(self, page: int, x0: float, x1: float, y: float, weight: float = 0.7) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setLineWidth(weight)
            canvas.line(x0, self.height - y, x1, self.height - y)

        self.on(page, draw)

    def measure(self, text: str, font: int, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, self.fonts[font], size))

    def save(self, path: Path) -> None:
        canvas = Canvas(str(path), pagesize=SIZES[self.paper], invariant=1)
        for steps in self.pages:
            for step in steps:
                step(canvas)
            canvas.showPage()
        canvas.save()


@dataclass
class Flow:
    """A column of text: ``y`` is the baseline last used; a full page goes on with the next."""

    sheet: Sheet
    x: float
    width: float
    top: float = 50.0
    foot: float = 55.0
    leading: float = 1.25
    page: int = 0
    y: float = 0.0
    hyphens: bool = False

    def __post_init__(self) -> None:
        self.y = self.y or self.top

    def skip(self, points: float) -> None:
        self.y += points

    def room(self, points: float) -> None:
        """Go to the next page unless this much is left."""
        if self.y + points > self.sheet.height - self.foot:
            self.page, self.y = self.page + 1, self.top

    def text(self, text: str, font: int = 0, size: float = 10, indent: float = 0.0, color: Any = BLACK, marker: str = "", align: str = "left", spacing: float = 0.0) -> None:  # fmt: skip
        """A paragraph, wrapped; ``marker`` hangs to the left of its first line."""
        for number, line in enumerate(self.wrap(text, font, size, self.width - indent, spacing)):
            self.room(size * self.leading)
            self.y += size * self.leading
            width = self.sheet.measure(line, font, size) + spacing * len(line)
            free = self.width - indent - width
            x = self.x + indent + {"left": 0, "center": free / 2, "right": free}[align]
            if number == 0 and marker == "dot":
                self.sheet.dot(self.page, x - 8, self.y - 0.3 * size, 1.5)
            elif number == 0 and marker:
                self.sheet.words(self.page, x - 10, self.y, marker, 0, size)
            self.sheet.words(self.page, x, self.y, line, font, size, color, spacing)

    def row(self, left: str, right: str, font: int = 1, size: float = 10, right_font: int = 0, right_size: float = 0.0, color: Any = BLACK) -> None:  # fmt: skip
        """Two texts on one line, the second at the right edge; the first wraps if it must."""
        right_size = right_size or size
        room = self.width - self.sheet.measure(right, right_font, right_size) - 14
        lines = self.wrap(left, font, size, room)
        self.room(size * self.leading * len(lines))
        for number, line in enumerate(lines):
            self.y += size * self.leading
            self.sheet.words(self.page, self.x, self.y, line, font, size, color)
            if number == 0:
                x = self.x + self.width - self.sheet.measure(right, right_font, right_size)
                self.sheet.words(self.page, x, self.y, right, right_font, right_size, color)

    def rule(self, below: float = 3.0) -> None:
        self.sheet.rule(self.page, self.x, self.x + self.width, self.y + below)

    def wrap(
        self, text: str, font: int, size: float, width: float, spacing: float = 0.0
    ) -> list[str]:
        lines, line = [], ""
        for word in text.split(" "):
            trial = f"{line} {word}".strip()
            if self._fits(trial, font, size, width, spacing) or not line:
                line = trial
                continue
            head = self._hyphenated(line, word, font, size, width) if self.hyphens else ""
            if head:
                lines.append(f"{line} {head}-")
                line = word[len(head) :]
            else:
                lines.append(line)
                line = word
        return [*lines, line]

    def _fits(self, text: str, font: int, size: float, width: float, spacing: float) -> bool:
        return self.sheet.measure(text, font, size) + spacing * len(text) <= width

    def _hyphenated(self, line: str, word: str, font: int, size: float, width: float) -> str:
        """The longest part of a word of plain letters that still fits, cut before a consonant."""
        if not (len(word) > 7 and word.isalpha() and word.islower()):
            return ""
        for end in range(len(word) - 4, 3, -1):
            vowels = word[end - 1] in "aeiou", word[end] in "aeiou", word[end + 1] in "aeiou"
            if vowels == (True, False, True) and self._fits(f"{line} {word[:end]}-", font, size, width, 0):  # fmt: skip
                return word[:end]
        return ""
