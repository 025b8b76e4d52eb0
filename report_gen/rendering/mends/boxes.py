"""Used values of a box, worked out once for all boxes of one style in containers of one size.

Most boxes of a page share their style (see styles.py), and the same twenty lengths were resolved for
each of them, each time it is laid out. What is worked out is kept with the style.
"""

from __future__ import annotations

from typing import Any

_SIDES = ("top", "right", "bottom", "left")
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_SIZED = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"{least}{axis}" for least in ("", "min_", "max_") for axis in ("width", "height")),
)
_RADII = (
    "border_top_left_radius",
    "border_top_right_radius",
    "border_bottom_right_radius",
    "border_bottom_left_radius",
)
_NO_RADII = dict.fromkeys(_RADII, (0, 0))


def mend_boxes(replace: Any) -> None:
    """``replace(function, new)`` puts one function of the engine in the place of another."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import background, percent

    resolve = percent.resolve_percentages
    in_flow = boxes.Box.is_in_normal_flow
    paint = background.layout_box_backgrounds

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        kept = box.style.__dict__.get("kept_lengths")
        if kept is None:
            kept = box.style.__dict__["kept_lengths"] = _Lengths(box.style)
        if kept.always is not None:
            lengths = kept.always
        else:
            if isinstance(containing_block, boxes.Box):
                size = (containing_block.width, containing_block.height)
            else:
                size = containing_block
            lengths = kept.by_size.get(size)
            if lengths is None:
                if kept.own or isinstance(box, boxes.PageBox):
                    resolve(box, containing_block)
                    return
                lengths = kept.find(resolve, boxes.Box(None, box.style, None), size)
        values, borders, collapse = lengths
        own = box.__dict__
        own.update(values)
        if collapse:
            # Widths that were found where borders meet stay.
            for name, value in borders.items():
                own.setdefault(name, value)
        else:
            own.update(borders)

    def is_in_normal_flow(box: Any) -> bool:
        kept = box.style.__dict__
        found: bool | None = kept.get("kept_in_flow")
        if found is None:
            found = kept["kept_in_flow"] = in_flow(box)
        return found

    def layout_box_backgrounds(
        page: Any, box: Any, get_image: Any, layout_children: bool = True, style: Any = None
    ) -> None:
        if box is page or not layout_children or not _is_bare(box.style):
            paint(page, box, get_image, layout_children, style)
            return
        box.__dict__.update(_NO_RADII)
        box.background = None
        for child in box.all_children():
            layout_box_backgrounds(page, child, get_image)

    replace(resolve, resolve_percentages)
    replace(paint, layout_box_backgrounds)
    boxes.Box.is_in_normal_flow = is_in_normal_flow


class _Lengths:
    """Of one style: ``always`` those that hold in any container, where none is a share of its size;
    else they are found by its size. ``own``: they depend on the borders of each box."""

    def __init__(self, style: Any) -> None:
        self.by_size: dict[Any, Any] = {}
        self.always: Any = None
        self.own = style["box_sizing"] != "content-box"
        self.fixed = all(_is_fixed(style[name]) for name in _SIZED)

    def find(self, resolve: Any, bare: Any, size: Any) -> Any:
        before = set(bare.__dict__)
        resolve(bare, size)
        values = {k: v for k, v in bare.__dict__.items() if k not in before}
        borders = {k: values.pop(k) for k in _BORDERS}
        found = (values, borders, bare.style["border_collapse"] == "collapse")
        self.by_size[size] = found
        if self.fixed:
            self.always = found
        return found


def _is_fixed(value: Any) -> bool:
    """A length or a word; no share of a container and nothing to be calculated."""
    return getattr(value, "unit", "px") == "px" and getattr(value, "type", "") != "function"


def _is_bare(style: Any) -> bool:
    """Nothing is painted behind boxes of this style, and their corners are square."""
    kept = style.__dict__
    if "kept_bare" not in kept:
        from weasyprint.draw.color import get_color

        kept["kept_bare"] = (
            all((0, "px") in style[name] for name in _RADII)
            and style["border_image_source"][0] == "none"
            and style["mask_border_source"][0] == "none"
            and not any(kind != "none" or value for kind, value in style["background_image"])
            and get_color(style, "background_color").alpha == 0
            and not style["box_shadow"]
        )
    return bool(kept["kept_bare"])
