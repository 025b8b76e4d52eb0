"""Probes as people write them (probes.yaml): how an interviewer digs into a line of a resume."""

from __future__ import annotations

import re
from functools import cached_property

from pydantic import Field, field_validator

from report_gen.taxonomy.entries import PackModel


class Probe(PackModel):
    """A question about one of the candidate's own lines. ``{it}`` is a short name of its work,
    ``{thing}`` one that is a noun, ``{made}`` a noun that others can use, ``{doing}`` a deed, ``{place}`` "at" the employer,
    ``{skill}`` and ``{other}`` a tool and a near substitute, ``{figure}`` the number as written.

    ``rounds``: where it is asked, best first. ``verbs``: base forms of what was done; ``cues``:
    words of the line; ``named``: words of the short name. Any of them draws the probe.
    ``back``: what the candidate may ask in return, coming from such work. ``ended``: a pattern (any
    case) of lines whose work was not kept, lost or was stopped; these draw the probe, and of the
    others only those in ``beside``: nobody asks how people were won for what was given up.
    """

    questions: tuple[str, ...] = Field(min_length=1)
    strong_answer: str
    red_flags: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    ended: str = ""
    beside: tuple[str, ...] = ()

    @cached_property
    def ended_by(self) -> re.Pattern[str] | None:
        """The pattern of ``ended``, None for a probe of any outcome."""
        return re.compile(self.ended, re.IGNORECASE) if self.ended else None

    @field_validator("questions", "back")
    @classmethod
    def _names_are_known(cls, templates: tuple[str, ...]) -> tuple[str, ...]:
        for template in templates:
            unknown = set(re.findall(r"\{(\w+)\}", template)) - PROBE_NAMES
            if unknown:
                raise ValueError(
                    f"{{{min(unknown)}}} is no name a line gives. Use one of {', '.join(sorted(PROBE_NAMES))}."
                )
        return templates


PROBE_NAMES = frozenset(
    {
        "it",
        "It",
        "thing",
        "made",
        "Made",
        "doing",
        "place",
        "Place",
        "figure",
        "skill",
        "other",
        "line",
    }
)
"""What a probe can call a line's work by; with a capital where the sentence begins with it."""


class Probes(PackModel):
    """probes.yaml: how interviewers dig into a bullet, by what the bullet says or leaves out."""

    probes: dict[str, Probe] = Field(default_factory=dict)
