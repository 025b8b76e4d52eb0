"""What the renderer gives back."""

from __future__ import annotations

from dataclasses import dataclass

PAPERS = {"a4": "A4", "letter": "letter"}
"""Paper names of the command line -> CSS page sizes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """``pages`` is 0 for formats without pages. ``warnings``: what the engine noticed, such as
    characters no font can show; empty for a flawless document."""

    data: bytes
    pages: int = 0
    warnings: tuple[str, ...] = ()
