"""Where a line ends."""

from __future__ import annotations

from typing import Any


def mend_line_breaks() -> None:
    """Text that fits a line but for the space at its end: the engine breaks it behind its first
    word, even on an empty line. Here it is laid out without that space, which is not seen anyway."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **more: Any
    ) -> Any:
        found = split(text, style, context, max_width, *rest, **more)
        _, _, resume, width, *_ = found
        if max_width is None or resume is None or text[-1:] != " " or 2 * width > max_width:
            return found
        bare = split(text.rstrip(" "), style, context, max_width, *rest, **more)
        return bare if bare[2] is None and bare[3] <= max_width else found

    inline.split_first_line = split_first_line
