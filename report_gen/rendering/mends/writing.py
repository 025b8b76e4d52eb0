"""Costs of writing the file."""

from __future__ import annotations

from typing import Any


def mend_writing() -> None:
    """Costs of writing the file. What is written is asked whether it is a number before whether it
    is text, which most of it is. The list of all pages is made anew for each tag, which grows
    with the square of the pages: here it is kept until there are more. And streams are compressed
    at level 9, which takes a tenth of the drawing and saves 3% of the bytes over level 6."""
    import zlib
    from types import SimpleNamespace

    import pydyf

    convert = pydyf._to_bytes

    def to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]
        return item.encode("ascii") if kind is str else convert(item)  # type: ignore[no-any-return]

    pydyf._to_bytes = to_bytes
    read = pydyf.PDF.page_references.fget

    def page_references(pdf: Any) -> Any:
        known = len(pdf.pages["Kids"])
        kept = pdf.__dict__.get("kept_references")
        if kept is None or kept[0] != known:
            kept = pdf.__dict__["kept_references"] = (known, read(pdf))
        return kept[1]

    pydyf.PDF.page_references = property(page_references)
    pydyf.zlib = SimpleNamespace(
        compress=zlib.compress, compressobj=lambda level=9: zlib.compressobj(min(level, 6))
    )
