"""What DOCX styles and numbering say: heading levels, bold, size, hidden text, list signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from report_gen.reading.docx_package import Package, W
from report_gen.reading.markers import is_bullet


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Looks of a run or paragraph after its styles were applied."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    caps: bool = False
    size: float = 11.0
    color: str = ""
    before: float = 0.0
    after: float = 0.0
    heading: int = 0
    list_id: str = ""
    list_level: int = 0
    shaded: bool = False


def value_of(element: Any, name: str) -> str | None:
    """The ``w:val`` of a child element; "" if the child has none, None if there is no child."""
    child = element.find(W + name) if element is not None else None
    return None if child is None else str(child.get(W + "val") or "")


def _switch(element: Any, name: str, before: bool) -> bool:
    value = value_of(element, name)
    return before if value is None else value not in {"0", "false", "off", "none"}


def _points(value: str | None, unit: float, before: float) -> float:
    return float(value) / unit if value and re.fullmatch(r"-?\d{1,6}(\.\d+)?", value) else before


def apply_run(look: Look, props: Any) -> Look:
    """The look with a run's (or style's) own properties on top."""
    if props is None:
        return look
    color = value_of(props, "color")
    shade = props.find(W + "shd")
    fill = str(shade.get(W + "fill") or "") if shade is not None else ""
    marked = value_of(props, "highlight") not in (None, "", "none")
    return replace(
        look,
        bold=_switch(props, "b", look.bold),
        italic=_switch(props, "i", look.italic),
        hidden=_switch(props, "vanish", look.hidden) or _switch(props, "webHidden", False),
        caps=_switch(props, "caps", look.caps) or _switch(props, "smallCaps", look.caps),
        size=_points(value_of(props, "sz"), 2, look.size),
        color=look.color if color is None else "" if color == "auto" else f"#{color.lower()}",
        shaded=look.shaded or marked or fill.lower() not in ("", "auto", "ffffff"),
    )


def apply_paragraph(look: Look, props: Any) -> Look:
    """The look with a paragraph's (or style's) own properties on top."""
    if props is None:
        return look
    spacing = props.find(W + "spacing")
    if spacing is not None:
        look = replace(
            look,
            before=_points(spacing.get(W + "before"), 20, look.before),
            after=_points(spacing.get(W + "after"), 20, look.after),
        )
    level = value_of(props, "outlineLvl")
    if level is not None and level.isdigit() and int(level) < 9:
        look = replace(look, heading=int(level) + 1)
    numbering = props.find(W + "numPr")
    if numbering is not None:
        ident, depth = value_of(numbering, "numId"), value_of(numbering, "ilvl")
        look = replace(
            look,
            list_id=look.list_id if ident is None else "" if ident == "0" else ident,
            list_level=int(depth) if depth and depth.isdigit() else look.list_level,
        )
    shade = props.find(W + "shd")
    if shade is not None and (shade.get(W + "fill") or "auto").lower() not in ("auto", "ffffff"):
        look = replace(look, shaded=True)
    return look


class Styles:
    """styles.xml and numbering.xml of one document."""

    def __init__(self, package: Package) -> None:
        self.package = package
        folder = package.main.rsplit("/", 1)[0]
        self.by_id: dict[str, Any] = {}
        self.default_paragraph = ""
        self.base = Look()
        root = package.part(f"{folder}/styles.xml")
        if root is not None:
            defaults = root.find(W + "docDefaults")
            if defaults is not None:
                self.base = apply_run(self.base, defaults.find(f"{W}rPrDefault/{W}rPr"))
                self.base = apply_paragraph(self.base, defaults.find(f"{W}pPrDefault/{W}pPr"))
            for style in root.iter(W + "style"):
                ident = style.get(W + "styleId") or ""
                self.by_id[ident] = style
                if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1":
                    self.default_paragraph = ident
        self.looks: dict[str, Look] = {}
        self.numbers = _read_numbering(package.part(f"{folder}/numbering.xml"))

    def paragraph(self, ident: str | None) -> Look:
        """The look of a paragraph style (None: the default one)."""
        ident = ident or self.default_paragraph
        if ident not in self.looks:
            self.looks[ident] = self._resolve(ident, 0)
        return self.looks[ident]

    def _resolve(self, ident: str, depth: int) -> Look:
        style = self.by_id.get(ident)
        if style is None or depth > 20:  # unknown, or styles based on each other in a circle
            return self.base
        parent = value_of(style, "basedOn")
        look = self._resolve(parent, depth + 1) if parent else self.base
        look = apply_run(apply_paragraph(look, style.find(W + "pPr")), style.find(W + "rPr"))
        name = (value_of(style, "name") or ident).lower()
        named = re.fullmatch(r"(?:heading|überschrift|titre|título|titolo|kop)\s*(\d)", name)
        if named:
            look = replace(look, heading=int(named.group(1)))
        elif name == "title":
            look = replace(look, heading=1)
        if re.match(r"list (bullet|number)", name) and not look.list_id:
            look = replace(look, list_id="style")
        return look

    def run(self, look: Look, props: Any) -> Look:
        """A run's look inside a paragraph of the given look."""
        style = value_of(props, "rStyle") if props is not None else None
        if style:
            depth, chain = 0, []
            while style in self.by_id and depth < 20:
                chain.append(self.by_id[style].find(W + "rPr"))
                style, depth = value_of(self.by_id[style], "basedOn") or "", depth + 1
            for part in reversed(chain):
                look = apply_run(look, part)
        return apply_run(look, props)

    def marker(self, list_id: str, level: int, counters: dict[tuple[str, int], int]) -> str:
        """The sign before a list paragraph; counts numbered lists on."""
        kind, text = self.numbers.get((list_id, level), ("bullet", "•"))
        if kind == "none":
            return ""
        if kind == "bullet":
            return text
        for key in [key for key in counters if key[0] == list_id and key[1] > level]:
            del counters[key]
        counters[list_id, level] = counters.get((list_id, level), 0) + 1
        return f"{counters[list_id, level]}."


def _read_numbering(root: Any) -> dict[tuple[str, int], tuple[str, str]]:
    """(list id, level) -> ("bullet" | "number" | "none", sign)."""
    if root is None:
        return {}
    shapes: dict[str, dict[int, tuple[str, str]]] = {}
    for abstract in root.iter(W + "abstractNum"):
        levels: dict[int, tuple[str, str]] = {}
        for level in abstract.iter(W + "lvl"):
            depth = level.get(W + "ilvl") or "0"
            if depth.isdigit():
                levels[int(depth[:2])] = _list_sign(level)
        shapes[abstract.get(W + "abstractNumId") or ""] = levels
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for item in root.iter(W + "num"):
        ident, shape = item.get(W + "numId") or "", value_of(item, "abstractNumId") or ""
        for place, sign in shapes.get(shape, {}).items():
            found[ident, place] = sign
    return found


def _list_sign(level: Any) -> tuple[str, str]:
    """What one level of a list shows: a bullet, a number, or nothing."""
    form, text = value_of(level, "numFmt") or "bullet", (value_of(level, "lvlText") or "").strip()
    if form == "none" or (form == "bullet" and not text):
        return "none", ""
    if form == "bullet":  # letters and private-use signs stand for glyphs of a symbol font
        return "bullet", text[0] if is_bullet(text[0]) or text == "o" else "•"
    return "number", text
