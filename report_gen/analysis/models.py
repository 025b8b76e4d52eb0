"""The whole analysis: everything a report says, before it is put into chapters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from report_gen.coaching.models import Coaching
from report_gen.job import Job
from report_gen.matching import Matches
from report_gen.notes import Note
from report_gen.options import Options
from report_gen.resume import Resume
from report_gen.scoring import Assessment

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A number or proper name in candidate-voice text, and the references that carry it."""

    claim: str
    kind: str
    where: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Built by ``build_analysis`` only: a claim without a source makes that an error."""

    resume: Resume
    job: Job
    options: Options
    matches: Matches
    assessment: Assessment
    coaching: Coaching
    claims: tuple[ClaimRecord, ...] = ()
    notes: tuple[Note, ...] = ()
    packs: str = ""
    """Version and digest of the data packs this was made with."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON of the contract; ``from_dict`` reads it back."""
        from report_gen.analysis.serialise import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Analysis:
        """Raises UnreadableError (``not_an_analysis``) naming every wrong part."""
        from report_gen.analysis.serialise import from_dict

        return from_dict(data)
