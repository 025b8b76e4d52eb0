"""What a batch is made of: an order, the work it stands for, and the verdict it ends in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

Word = Literal["done", "held", "refused"]

INPUTS = ("resume", "job", "answers", "brand")
"""The files of an order, as fields of its Spec."""
FORMATS = ("pdf", "html", "docx", "json")
EDITIONS = ("full", "standard", "brief")
PAPERS = ("a4", "letter")
ROLES = ("mle", "swe", "ds", "de", "pm", "tpm")
LEVELS = ("intern", "junior", "mid", "senior", "staff", "principal", "manager")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One line of a manifest. ``where`` names it to the operator ("line 7", a folder's name)."""

    order_id: str
    where: str
    resume: Path
    job: Path
    answers: Path | None = None
    brand: bytes = b""
    """``Brand.to_bytes``, b"" for ours. Read with the list, so that it is checked with it."""
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A customer's file, by the SHA-256 of its bytes. Its name stays behind: names are people's.

    ``problem`` is the code of what keeps it from being taken in (empty, too large), else "".
    """

    digest: str
    suffix: str
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What the engine stores of an order: digests and options, never contents.

    ``work_id`` is the order's id and a digest of everything its report depends on, so that the
    same work is never done twice and changed work is never taken for done. ``batch`` groups the
    orders that were given together. ``today`` is fixed when the order is first taken in.
    """

    order_id: str
    work_id: str
    batch: str
    resume: Input
    job: Input
    answers: Input | None
    options: Mapping[str, Any]
    today: str
    packs: str
    version: str
    brand: Input | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Spec:
        """The way back."""
        values = dict(data)
        for name in INPUTS:
            values[name] = Input(**values[name]) if values.get(name) else None
        return cls(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How an order ended. ``code`` is stable, ``reason`` a sentence for the operator without a
    word of the customer's documents; both are empty for a report without reservations."""

    word: Word
    code: str = ""
    reason: str = ""
    pages: int = 0
    seconds: float = 0.0
    files: tuple[str, ...] = ()
    alarm: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self) | {"files": list(self.files)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Verdict:
        """The way back; keys of a later version are left out."""
        known = {k: data[k] for k in cls.__slots__ if k in data}
        return cls(**{**known, "files": tuple(known.get("files", ()))})
