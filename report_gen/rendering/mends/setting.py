"""The line of a text in a style and a width, found once.

Rows that go to the next page, bullets and what is measured before it is laid out would be set again
each time: a quarter of all lines.
"""

from __future__ import annotations

from typing import Any


def mend_setting(replace: Any) -> None:
    """``replace(function, new)`` puts one function of the engine in the place of another."""
    from weasyprint.text import line_break

    split = line_break.split_first_line

    def split_first_line(text: str, style: Any, context: Any, *room: Any, **more: Any) -> Any:
        known = style.__dict__.setdefault("kept_lines", {})
        key = (text, room, *more.items())
        if key not in known:
            known[key] = split(text, style, context, *room, **more)
        return known[key]

    replace(split, split_first_line)
