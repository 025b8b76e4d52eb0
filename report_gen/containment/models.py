"""What containment tells: which walls stand around a child, and how a child ended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """One protection: ``files``, ``network``, ``privileges``, ``calls`` or ``limits``.

    ``stands`` says whether this host lets us put it up, ``detail`` how, or why not.
    """

    name: str
    stands: bool
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a child ended: ``done``, ``time``, ``memory``, ``signal`` (with its number) or ``exit``;
    ``host``: the system did not let us start it.

    ``seconds`` are wall-clock, ``cpu`` user and system time, ``peak`` resident bytes.
    """

    end: str
    signal: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    peak: int = 0
