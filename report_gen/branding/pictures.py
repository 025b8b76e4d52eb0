"""Whether a logo is a picture that can be printed, and of a sane size."""

from __future__ import annotations

import re
import warnings
from typing import Literal
from xml.etree import ElementTree

Kind = Literal["", "png", "jpeg", "svg"]
_MOST_BYTES = 1_000_000
"""It stands in every file: a logo of print quality takes a tenth of that."""
_LEAST_SIDE, _MOST_SIDE = 60, 4_000
"""Pixels: 14 mm high on the cover, so that fewer than 60 would be seen as squares."""
_MOST_SHAPE = 12
"""Width to height: beyond that nothing can be read at 14 mm."""
_MOST_ELEMENTS = 20_000
"""Of a drawing, each as often as it is drawn."""
_SVG = "{http://www.w3.org/2000/svg}"
_INSIDE = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:", re.IGNORECASE)


def look_at(data: bytes) -> tuple[Kind, str]:
    """Its kind, and what is wrong with it ("" if nothing is)."""
    if len(data) > _MOST_BYTES:
        return "", f"is larger than {_MOST_BYTES // 1_000_000} MB; make it smaller."
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", _bitmap_fault(data)
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg", _bitmap_fault(data)
    if b"<svg" in data[:4000]:
        return "svg", _drawing_fault(data)
    return "", "is no image we can print: use PNG, JPEG or SVG."


def _bitmap_fault(data: bytes) -> str:
    import io

    from PIL import Image, ImageFile

    # The layout engine sets it for the whole process, to draw what is there of a broken picture.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data)) as picture:
                width, height = picture.size
                if not max(width, height) > _MOST_SIDE:
                    picture.load()
    except Exception:
        # Whatever the decoder stumbles over: the file is damaged.
        return "is damaged: an image program can't open it. Export it again."
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    if max(width, height) > _MOST_SIDE:
        return f"has {width} by {height} pixels; {_MOST_SIDE} a side are enough for print."
    if height < _LEAST_SIDE:
        return f"is {height} pixels high; below {_LEAST_SIDE} it prints as squares."
    return _shape_fault(width, height)


def _shape_fault(width: float, height: float) -> str:
    if width > _MOST_SHAPE * height or height > _MOST_SHAPE * width:
        return f"is {width:g} by {height:g}: too narrow a strip to be read."
    return ""


def _drawing_fault(data: bytes) -> str:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return "begins with a DOCTYPE; export it as plain SVG."
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return f"is no well-formed SVG (its line {error.position[0]})."
    if root.tag != f"{_SVG}svg":
        return "is no SVG drawing: its first element is another."
    for element in root.iter():
        if element.tag in (f"{_SVG}script", f"{_SVG}foreignObject"):
            return f"holds a {str(element.tag).removeprefix(_SVG)}; export it as plain SVG."
        if _reaches_out(element):
            return "refers to something outside of itself; export it as plain SVG."
    if fault := _weight_fault(root):
        return fault
    size = _size(root)
    if size is None:
        return "says no size: it needs a viewBox, or width and height."
    return _shape_fault(*size)


def _weight_fault(root: ElementTree.Element) -> str:
    """Elements are counted as often as they are drawn: one that stands for ten of ten of ten keeps
    the layout busy until its time is over. What is referred to counts where it is used."""
    named = {element.get("id", ""): element for element in root.iter()}
    heavy = f"draws more than {_MOST_ELEMENTS:,} elements; simplify it."
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        return heavy
    weights: dict[ElementTree.Element, int | None] = {}
    pending = [root]
    while pending:
        element = pending[-1]
        if weights.get(element):
            pending.pop()
            continue
        parts = [*element, *(named[name] for name in _references(element) if name in named)]
        unknown = [part for part in parts if not weights.get(part)]
        if element not in weights:
            weights[element] = None
            pending += unknown
            if len(pending) - 1 > _MOST_ELEMENTS:
                return heavy
            continue
        if unknown:
            return "draws an element inside of itself; export it as plain SVG."
        weight = 1 + sum(weights[part] or 0 for part in parts)
        if weight > _MOST_ELEMENTS:
            return heavy
        weights[element] = weight
        pending.pop()
    return ""


def _references(element: ElementTree.Element) -> list[str]:
    """Ids of what it draws besides its own parts: by ``use``, as a pattern, a mask, a marker."""
    found = [value[1:] for name, value in element.attrib.items() if name.endswith("href") and value.startswith("#")]  # fmt: skip
    for value in element.attrib.values():
        found += _INSIDE.findall(value)
    return found


def _reaches_out(element: ElementTree.Element) -> bool:
    for name, value in element.attrib.items():
        local = name.rsplit("}", 1)[-1]
        if local == "href" and not value.startswith(("#", "data:image/")):
            return True
        if local.startswith("on") or _OUTSIDE.search(value):
            return True
    return element.tag == f"{_SVG}style" and bool(_OUTSIDE.search(element.text or ""))


def _size(root: ElementTree.Element) -> tuple[float, float] | None:
    box = root.get("viewBox", "").replace(",", " ").split()
    said = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    numbers = [re.match(r"\d+(\.\d+)?", value) for value in said]
    found = [float(number[0]) for number in numbers if number]
    return (found[0], found[1]) if len(found) == 2 and min(found) > 0 else None
