"""How an ask of a fixed form is answered: by what someone has, not by what someone did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``score`` 0..1, the entries of the resume that speak for it, and why."""

    kind: str
    score: float
    refs: tuple[str, ...]
    why: str
    missing: str = ""
