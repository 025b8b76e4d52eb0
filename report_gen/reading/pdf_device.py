"""One pass over a page's drawing instructions: glyphs, filled shapes and rules, as they come.

pdfplumber opens the file; this device takes the place of its page objects, because making a
dictionary of each character costs more than all of our grouping, and because three things it
leaves out decide whether text is seen at all: the rendering mode, the opacity, and the order in
which shapes are painted under the text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTFigure
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect

from report_gen import limits
from report_gen.reading.pdf_guard import check_fonts

MAX_SHAPES = 20_000
MAX_FORMS = 2_000
MAX_SAVED = 2_000


UNNAMED = "\uffff"
"""The text of a glyph that the file gives no character for."""
_UNUSED = frozenset("\x7f\x81\x8d\x8f\x90\x9d")
"""Codes WinAnsiEncoding leaves unused: PDF says that they show a bullet, and some writers rely on it."""


class PageTooLargeError(Exception):
    """A page draws more than any resume's page does."""


@dataclass(slots=True)
class Glyph:
    """One character as drawn. ``base`` is its baseline, from the top of the page as all y."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: str
    bold: bool
    italic: bool
    color: str
    order: int
    symbol: bool = False
    angle: int = 0
    hidden: bool = False

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.22 * self.size


@dataclass(slots=True)
class Shape:
    """A painted path or image: its box, its fill colour ("" if none) and when it was painted."""

    x0: float
    top: float
    x1: float
    bottom: float
    fill: str
    order: int
    image: bool = False


@dataclass(slots=True)
class Font:
    """What a font's name and descriptor say about its looks."""

    name: str
    bold: bool
    italic: bool
    symbol: bool
    small_caps: bool


@dataclass(slots=True)
class PageInk:
    """Everything one page draws, in the coordinates of the visible page."""

    width: float = 0.0
    height: float = 0.0
    glyphs: list[Glyph] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)


class InkDevice(PDFLayoutAnalyzer):
    """Collects a page's ink. One device serves one page."""

    def __init__(self, manager: Any, pageno: int) -> None:
        super().__init__(manager, pageno=pageno, laparams=None)
        self.ink = PageInk()
        self.fonts: dict[int, Font] = {}
        self.mode = 0
        self.alpha = 1.0
        self.order = 0
        self.most = limits.active().page_characters
        self.actual: list[list[str] | None] = []

    def begin_page(self, page: Any, ctm: Any) -> None:
        self.alpha = 1.0
        super().begin_page(page, ctm)
        self.ink.width, self.ink.height = self.cur_item.width, self.cur_item.height

    def end_page(self, page: Any) -> None:
        self._stack.clear()

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self._stack.append(self.cur_item)
        self.cur_item = LTFigure(name, bbox, matrix)

    def end_figure(self, _: str) -> None:
        self.cur_item = self._stack.pop()

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        value = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
        self.actual.append([_pdf_string(value)] if isinstance(value, bytes) else None)

    def end_tag(self) -> None:
        if self.actual:
            self.actual.pop()

    def do_tag(self, tag: Any, props: Any = None) -> None:
        """A marked point draws nothing."""

    def render_image(self, name: str, stream: Any) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        self._add_shape(x0, y0, x1, y1, "", image=True)

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        parts: list[list[tuple[float, float]]] = []
        for step in path:
            if step[0] == "m" or not parts:
                parts.append([])  # each part of a compound path on its own
            if len(step) >= 3:
                parts[-1].append(apply_matrix_pt(self.ctm, step[-2:]))
        # Painted by the even-odd rule, a box inside a box is a frame: nothing lies on its ground.
        # Browsers' print engines draw the border below a heading so.
        solid = fill and not (evenodd and len(parts) > 1)
        for points in parts:
            if points:
                self._add_path(gstate, solid, points)

    def _add_path(self, gstate: Any, fill: bool, points: list[tuple[float, float]]) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        color = color_name(gstate.ncolor) if fill else ""
        self._add_shape(min(xs), min(ys), max(xs), max(ys), color)

    def _add_shape(self, x0: float, y0: float, x1: float, y1: float, fill: str, image: bool = False) -> None:  # fmt: skip
        if len(self.ink.shapes) >= MAX_SHAPES:
            raise PageTooLargeError
        if not all(map(math.isfinite, (x0, y0, x1, y1))):
            return
        self.order += 1
        height = self.ink.height
        self.ink.shapes.append(Shape(x0, height - y1, x1, height - y0, fill, self.order, image))

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self.mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int,
        ncs: Any, graphicstate: Any,
    ) -> float:  # fmt: skip
        if len(self.ink.glyphs) >= self.most:
            raise PageTooLargeError
        try:
            text = str(font.to_unichr(cid))
        except Exception:  # no mapping: the glyph has no name we could read
            text = UNNAMED if font.is_multibyte() else chr(cid % 256)
            text = text if text in _UNUSED or text == UNNAMED else ""
        if text in _UNUSED:
            text = "•"
        for pending in self.actual:
            if pending is not None:  # the first glyph stands for the whole replacement text
                text = pending.pop() if pending else ""
                break
        advance = float(font.char_width(cid) * fontsize * scaling)
        a, b, c, d, e, f = matrix
        if not all(map(math.isfinite, (a, b, c, d, e, f, advance))):
            return advance if math.isfinite(advance) else 0.0
        look = self.fonts.get(id(font)) or self._look(font)
        size = abs(fontsize) * math.hypot(c, d) * _type3_scale(font)
        turned = abs(b) > abs(a) * 0.02 or a * scaling < 0
        angle = round(math.degrees(math.atan2(b, a))) % 360 if turned else 0
        # turned text keeps its starting point and its length, see pdf_rotated.py
        x0, x1 = e, e + (advance * math.hypot(a, b) if angle else advance * a)
        self.order += 1
        color = color_name(graphicstate.scolor if self.mode in (1, 5) else graphicstate.ncolor)
        self.ink.glyphs.append(
            Glyph(
                text,
                min(x0, x1),
                max(x0, x1),
                self.ink.height - (f + rise * d),
                size,
                look.name,
                look.bold or self.mode == 2,
                look.italic or (c > 0.15 * abs(d) and not turned),
                color,
                self.order,
                look.symbol,
                angle,
                self.mode in (3, 7) or self.alpha < 0.04,
            )
        )
        return advance

    def _look(self, font: Any) -> Font:
        name = str(font.fontname).rsplit("+", 1)[-1]
        folded = name.lower()
        descriptor = getattr(font, "descriptor", None) or {}
        flags = _number(descriptor.get("Flags"))
        bold = any(word in folded for word in ("bold", "black", "heavy", "semibold", "demi"))
        bold = bold or folded.endswith(("-bd", "-b", "cmbx10", "cmbx12")) or folded.startswith(("cmbx", "sfbx", "ecbx", "cmssbx", "lmromancaps-bold"))  # fmt: skip
        bold = bold or _number(descriptor.get("FontWeight")) >= 600 or bool(int(flags) & 1 << 18)
        italic = any(word in folded for word in ("italic", "oblique", "slanted"))
        italic = italic or abs(_number(descriptor.get("ItalicAngle"))) > 3 or bool(int(flags) & 64)
        symbol = any(word in folded for word in ("symbol", "wingdings", "webdings", "dingbats", "awesome", "icon", "fontello", "marvosym", "material", "glyphicons"))  # fmt: skip
        look = Font(name, bold, italic, symbol, bool(int(flags) & 1 << 17))
        self.fonts[id(font)] = look
        return look


class InkInterpreter(PDFPageInterpreter):
    """The interpreter with opacity, and with an end to forms that draw forms that draw forms."""

    forms = 0
    depth = 0
    device: InkDevice

    def __init__(self, manager: Any, device: InkDevice) -> None:
        super().__init__(manager, device)
        self.alphas: list[float] = []

    def do_q(self) -> None:
        if len(self.alphas) >= MAX_SAVED:
            raise PageTooLargeError
        super().do_q()
        self.alphas.append(self.device.alpha)

    def do_Q(self) -> None:  # noqa: N802
        super().do_Q()
        if self.alphas:
            self.device.alpha = self.alphas.pop()

    def do_gs(self, name: Any) -> None:
        """Take over the fill opacity of an external graphics state."""
        states = resolve1((self.resources or {}).get("ExtGState"))
        state = (
            resolve1(states.get(getattr(name, "name", name))) if isinstance(states, dict) else None
        )
        if isinstance(state, dict) and "ca" in state:
            self.device.alpha = _number(state["ca"])

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        type(self).forms += 1
        if type(self).forms > MAX_FORMS or type(self).depth > 12:
            raise PageTooLargeError
        type(self).depth += 1
        form = resolve1(self.xobjmap.get(getattr(xobjid_arg, "name", "")))
        if isinstance(form, PDFStream):
            check_fonts(form.get("Resources"))
        try:
            super().do_Do(xobjid_arg)
        finally:
            type(self).depth -= 1


def read_ink(page: Any, manager: Any, number: int) -> PageInk:
    """Draw one pdfminer page into a ``PageInk``. Raises PageTooLargeError, or whatever pdfminer does."""

    class Interpreter(InkInterpreter):  # its counters belong to this page alone
        pass

    device = InkDevice(manager, number)
    Interpreter(manager, device).process_page(page)
    return device.ink


def color_name(value: Any) -> str:
    """A PDF colour (gray, RGB or CMYK numbers) as ``#rrggbb``; "" for patterns and nonsense."""
    parts = tuple(value) if isinstance(value, tuple | list) else (value,)
    return _color(parts) if all(isinstance(part, int | float) for part in parts) else ""


@lru_cache(maxsize=1024)
def _color(numbers: tuple[float, ...]) -> str:
    if len(numbers) == 1:
        red = green = blue = numbers[0]
    elif len(numbers) == 3:
        red, green, blue = numbers
    elif len(numbers) == 4:
        red, green, blue = ((1 - part) * (1 - numbers[3]) for part in numbers[:3])
    else:
        return ""
    return "#" + "".join(
        f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in (red, green, blue)
    )


def _type3_scale(font: Any) -> float:
    """Type 3 fonts have their own unit: 1000 units of an ordinary font."""
    matrix = getattr(font, "matrix", None)
    if matrix is None or not hasattr(font, "vscale"):
        return 1.0
    box = getattr(font, "bbox", None) or (0, 0, 0, 0)
    height = abs(_number(box[3]) - _number(box[1])) * abs(_number(font.vscale))
    return min(1.2, height) if height > 0.2 else 1.0


def _number(value: Any) -> float:
    value = resolve1(value) if isinstance(value, PDFObjRef) else value
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else 0.0


def _pdf_string(value: bytes) -> str:
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", errors="ignore")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", errors="ignore")
    return value.decode("latin-1")
