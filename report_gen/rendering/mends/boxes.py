"""Used values of a box, worked out once for all boxes of one style in containers of one size.

Most boxes of a page share their style (see styles.py), and the same twenty lengths were resolved for
each of them, each time it is laid out. What is worked out is kept with the style.
"""

from __future__ import annotations

from typing import Any

_BORDERS = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")
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
        style = box.style
        if isinstance(containing_block, boxes.Box):
            key = (containing_block.width, containing_block.height)
        else:
            key = containing_block
        kept = style.__dict__.setdefault("kept_lengths", {})
        lengths = kept.get(key)
        if lengths is None:
            if style["box_sizing"] != "content-box" or isinstance(box, boxes.PageBox):
                resolve(box, containing_block)
                return
            bare = boxes.Box(None, style, None)
            before = set(bare.__dict__)
            resolve(bare, containing_block)
            lengths = {k: v for k, v in bare.__dict__.items() if k not in before}
            borders = {k: lengths.pop(k) for k in _BORDERS}
            kept[key] = lengths = (lengths, borders, style["border_collapse"] == "collapse")
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
