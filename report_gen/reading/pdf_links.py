"""Link annotations of a page, and the part of the page that is shown."""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import apply_matrix_rect

from report_gen import limits
from report_gen.reading.pdf_device import PageInk
from report_gen.reading.pdf_lines import Anchor

_TARGET = re.compile(r"(?:https?://|mailto:|tel:|www\.)\S", re.I)


def find_anchors(page: Any, ink: PageInk) -> list[Anchor]:
    """The http, mailto and tel links of a pdfminer page, in the coordinates of its text."""
    annotations = resolve1(page.annots)
    found: list[Anchor] = []
    for reference in annotations[: limits.active().links] if isinstance(annotations, list) else []:
        annotation = resolve1(reference)
        if not isinstance(annotation, dict):
            continue
        action = resolve1(annotation.get("A"))
        target = resolve1(action.get("URI")) if isinstance(action, dict) else None
        box = _box(annotation.get("Rect"))
        if not isinstance(target, bytes) or box is None:
            continue
        url = target.decode("utf-8", errors="ignore").replace("\x00", "").strip()
        if _TARGET.match(url) and len(url) < 2_000:
            x0, y0, x1, y1 = apply_matrix_rect(_matrix(page), box)
            found.append(Anchor(x0, ink.height - y1, x1, ink.height - y0, url))
    return found


def visible_box(page: Any, ink: PageInk) -> tuple[float, float, float, float]:
    """The crop box as (x0, top, x1, bottom); the whole page if it is missing or nonsense."""
    box = _box(page.cropbox)
    whole = (0.0, 0.0, ink.width, ink.height)
    if box is None:
        return whole
    x0, y0, x1, y1 = apply_matrix_rect(_matrix(page), box)
    if x1 - x0 < 20 or y1 - y0 < 20:
        return whole
    return x0, ink.height - y1, x1, ink.height - y0


def _box(value: Any) -> tuple[float, float, float, float] | None:
    value = resolve1(value)
    numbers = [resolve1(item) for item in value] if isinstance(value, list | tuple) else []
    if len(numbers) != 4 or not all(isinstance(item, int | float) for item in numbers):
        return None
    x0, y0, x1, y1 = (float(item) for item in numbers)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _matrix(page: Any) -> tuple[float, float, float, float, float, float]:
    """The same turn and shift that pdfminer applies to a page's text."""
    x0, y0, x1, y1 = page.mediabox
    if page.rotate == 90:
        return 0, -1, 1, 0, -y0, x1
    if page.rotate == 180:
        return -1, 0, 0, -1, x1, y1
    if page.rotate == 270:
        return 0, 1, -1, 0, y1, -x0
    return 1, 0, 0, 1, -x0, -y0
