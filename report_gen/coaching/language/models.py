"""What a line becomes when it is taken apart and said aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SentenceKind = Literal["action", "method", "result", "detail", "goal", "context", "tools"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A run of non-space characters. ``core`` is without the punctuation around it, ``low`` that
    in lower case, ``comma`` whether one follows. Both are asked for some 300 times a line, so
    they are worked out once."""

    raw: str
    core: str
    low: str
    comma: bool

    @classmethod
    def of(cls, raw: str, core: str) -> Token:
        """The token with what follows from its characters."""
        low = core.lower().replace("’", "'")
        return cls(raw=raw, core=core, low=low, comma=raw.endswith(","))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One sentence to say. ``own`` is False for team voice ("we") and for other subjects."""

    kind: SentenceKind
    text: str
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A line as speech.

    ``quoted``: taking apart was unsure, so ``sentences`` is empty and the line is to be quoted.
    ``opening``: how the line begins (a HeadKind). ``verb``: base form of the first deed;
    ``topic``: what it was done to ("waiting time"); both "" if unknown. ``goal`` and
    ``context`` are sentences ("The goal was to ...", "That was after ..."). ``team``: the line
    speaks of "we". ``first``: the first deed of a quoted line, where that can be said alone.
    """

    text: str
    sentences: tuple[Spoken, ...] = ()
    quoted: bool = False
    opening: str = ""
    verb: str = ""
    topic: str = ""
    title: str = ""
    label: str = ""
    goal: str = ""
    context: str = ""
    tools: tuple[str, ...] = ()
    collaborators: tuple[str, ...] = ()
    team: bool = False
    first: str = ""

    def of(self, *kinds: SentenceKind) -> tuple[str, ...]:
        """The sentences of the given kinds, in order."""
        return tuple(s.text for s in self.sentences if s.kind in kinds)
