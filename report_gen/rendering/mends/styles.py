"""One computed style for all elements that look alike.

The engine shares the styles of elements that the same rules match below the same parent's style. But
the id of an element counts as a rule of its own (its anchor), and so each chapter, with everything in
it, was computed anew; pseudo-elements never shared. Here ids are set afterwards, on copies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_ANCHOR = "-weasy-anchor"


def mend_styles() -> None:
    """Put our class in the place of the engine's."""
    from weasyprint import css

    find = css.find_style_attributes

    def find_style_attributes(*arguments: Any, **more: Any) -> Iterator[Any]:
        return (found for found in find(*arguments, **more) if not _is_anchor(found))

    class SharedStyles(css.StyleFor):  # type: ignore[misc]
        """Styles by element; as many as there are looks."""

        def __init__(self, html: Any, sheets: Any, hints: Any, fonts: Any, targets: Any) -> None:
            self._alike: dict[Any, Any] = {}
            super().__init__(html, sheets, hints, fonts, targets)
            for element in html.etree_element.iter():
                name = (element.tag == "a" and element.get("name")) or element.get("id")
                if name:
                    style = self._computed_styles[element, None].copy()
                    style["anchor"] = name
                    self._computed_styles[element, None] = style
                    targets.collect_anchor(name)

        def set_computed_styles(
            self, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None, **more: Any
        ) -> None:
            place = (element, pseudo_type)
            if pseudo_type is None or pseudo_type.startswith("@"):  # of pages, which are few
                super().set_computed_styles(element, parent, root, pseudo_type, **more)
                return
            rules = self._cascaded_styles.get(place, {})
            key = (
                pseudo_type,
                id(self._computed_styles[parent, None]),
                tuple((name, id(value)) for name, (value, _) in rules.items()),
            )
            if key not in self._alike:
                super().set_computed_styles(element, parent, root, pseudo_type, **more)
                self._alike[key] = self._computed_styles[place]
            self._computed_styles[place] = self._alike[key]

    css.find_style_attributes = find_style_attributes
    css.ComputedStyle.__missing__ = _with_short_way(css)
    css.StyleFor = SharedStyles


def _with_short_way(css: Any) -> Any:
    """Most properties are named by no rule: the value is the parent's, or the initial one."""
    compute = css.ComputedStyle.__missing__
    special = css.INITIAL_NOT_COMPUTED | set(css.PHYSICAL_FUNCTIONS)
    special |= {"position", "float", "display", "page"}
    initial = {
        name: value
        for name, value in css.INITIAL_VALUES.items()
        if name not in special and not name.startswith("text_decoration_")
    }
    inherited = frozenset(css.INHERITED) & set(initial)

    def missing(style: Any, key: str) -> Any:
        parent = style.parent_style
        if key not in initial or key in style.cascaded or parent is None:
            return compute(style, key)
        if key not in inherited:
            value = initial[key]
        else:
            value = parent[key]
            if css.check_math(value):
                return compute(style, key)
        style[key] = value
        return value

    return missing


def _is_anchor(found: tuple[Any, ...]) -> bool:
    _, _, declarations, _ = found
    return any(getattr(d, "lower_name", "") == _ANCHOR for d in declarations)
