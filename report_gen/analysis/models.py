"""The whole analysis: everything a report says, before it is put into chapters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

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
class Edit:
    """A part that a person has changed, added or removed since it was drafted.

    ``part``: its name in the file (``stories[s2].action``). ``by`` and ``on``: who and when; ""
    and None where nobody has put a name to it. ``about``: the resume line or the id it belongs
    to, by which it is found again in an analysis of another resume. ``digest``: of the value as
    marked. ``set_aside``: it no longer fits (``why``); ``value`` keeps it.
    """

    part: str
    state: Literal["edited", "added", "removed", "set_aside"]
    by: str = ""
    on: date | None = None
    about: str = ""
    digest: str = ""
    why: str = ""
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Built by ``build_analysis`` only: a claim without a source makes that an error.

    ``drafted``: the digest of each part as it was drafted (entry -> field -> digest); empty until
    it is written. ``edits``: what a person has changed since.
    """

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
    drafted: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON of the contract; ``from_dict`` reads it back."""
        from report_gen.analysis.serialise import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(
        cls, data: dict[str, Any], *, editor: str = "", today: date | None = None
    ) -> Analysis:
        """The way back, after an edit too. ``editor`` puts a name, and ``today`` a date, to what
        has been changed since it was drafted, and vouches for what it claims.

        Raises UnreadableError: ``not_an_analysis`` naming every wrong part; ``unsourced_claim``
        for edited words that say what no source says and nobody vouches for.
        """
        from report_gen.analysis.serialise import from_dict

        return from_dict(data, editor=editor, today=today)
