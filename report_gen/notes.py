"""Notes: what was not understood or looks odd. They travel with a result and reach the report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """``code``: stable lower_snake_case name. ``where``: a reference (``work[0]``) or page."""

    code: str
    message: str
    where: str = ""
