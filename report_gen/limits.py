"""Every limit of the product, in one place. An operator may set any of them.

``REPORTGEN_LIMITS="pages=100,parse_wall=30"`` in the environment, ``--limit pages=100`` on the
command line, ``with use(Limits(pages=100))`` in a program. Sizes are bytes, times seconds.
The numbers answer measured attacks: a 657-byte PDF that held a reader for ever, a 133 KB DOCX
that took 718 MB, a list of 20,000 items that took 38 s to lay out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace

from report_gen.errors import UsageError

VARIABLE = "REPORTGEN_LIMITS"

COLLECTING = (100_000, 50, 100)
"""For ``gc.set_threshold``. What a run makes lives to its end and forms few circles: looking for
garbage as often as Python does by itself takes an eighth of the time before the layout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What one child may use: CPU and wall-clock seconds, address space, size of its answer."""

    cpu: int
    wall: int
    memory: int
    output: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes, times in seconds, the rest counts. Each has its own error code."""

    upload: int = 10_000_000
    """A resume or job description as a file (``too_large``)."""
    pages: int = 60
    """Pages of a PDF (``too_large``)."""
    characters: int = 400_000
    """Characters of a document (``too_large``)."""
    page_characters: int = 30_000
    """Characters on one page of a PDF (``too_large``)."""
    job_characters: int = 100_000
    """Characters of a job description (``job_too_long``)."""
    archive: int = 100_000_000
    """All members of a DOCX, unpacked (``archive_bomb``)."""
    member: int = 10_000_000
    """One XML member of a DOCX, unpacked (``archive_bomb``)."""
    members: int = 1_000
    """Members of a DOCX (``archive_bomb``)."""
    ratio: int = 100
    """Unpacked to packed size of a member of more than 1 MB (``archive_bomb``)."""
    depth: int = 200
    """Nesting of elements in HTML, Markdown or DOCX (deeper ones are read flat)."""
    links: int = 500
    """Links of a document; further ones stay text."""
    requirements: int = 200
    """Requirements of a job; further ones are set aside, with a note."""
    highlights: int = 1_500
    """Bullets of a resume, and as many skills; further ones are left out, with a note: the work
    grows with requirements times bullets."""
    entries: int = 300
    """Positions, degrees, papers and the like of a resume, all together; further ones are left
    out, with a note: each has its place in several chapters."""
    text: int = 10_000
    """Characters of one bullet or other text of a resume; the rest is cut, with a note."""
    list_items: int = 2_000
    """Items of one list in a report; the rest is cut with a note."""
    written: int = 2_000_000
    """A file that people write: of a pack, of answers, of an order (``file_too_large``)."""
    written_values: int = 50_000
    """Values of such a file, each alias with all it stands for (``file_too_many_values``)."""
    written_depth: int = 40
    """Nesting of such a file (``file_too_deep``)."""
    pack_files: int = 2_000
    """Files of a pack folder; it may have ten times as many of other kinds (``bad_pack``)."""
    json_values: int = 1_000_000
    """Values of an analysis (``file_too_many_values``)."""
    parse_cpu: int = 10
    parse_wall: int = 15
    parse_memory: int = 1_000_000_000
    parse_output: int = 40_000_000
    """For reading or understanding one document (``parse_time``, ``parse_memory``, ...)."""
    recognised_pages: int = 10
    """Pages of a PDF that are pictures and go through text recognition (``too_large``)."""
    recognise_cpu: int = 60
    recognise_wall: int = 120
    recognise_memory: int = 2_000_000_000
    recognise_output: int = 40_000_000
    """For recognising the text of one page (``tool_time``, ``tool_failed``)."""
    analysis_cpu: int = 120
    """CPU seconds of a command's own work: packs, matching, coaching (``analysis_time``)."""
    render_cpu: int = 120
    render_wall: int = 180
    render_memory: int = 3_000_000_000
    render_output: int = 50_000_000
    """For laying out one report (``render_time``, ``render_memory``, ``render_output``)."""

    @property
    def parse(self) -> Budget:
        """The budget of a child that reads or understands one document."""
        return Budget(
            cpu=self.parse_cpu,
            wall=self.parse_wall,
            memory=self.parse_memory,
            output=self.parse_output,
        )

    @property
    def recognise(self) -> Budget:
        """The budget of the program that recognises the text of one page."""
        return Budget(
            cpu=self.recognise_cpu,
            wall=self.recognise_wall,
            memory=self.recognise_memory,
            output=self.recognise_output,
        )

    @property
    def render(self) -> Budget:
        """The budget of a child that lays out one report."""
        return Budget(
            cpu=self.render_cpu,
            wall=self.render_wall,
            memory=self.render_memory,
            output=self.render_output,
        )


DEFAULTS = Limits()
_active: ContextVar[Limits] = ContextVar("limits", default=DEFAULTS)


def active() -> Limits:
    """The limits in force here: the defaults, or those of the innermost ``use``."""
    return _active.get()


@contextmanager
def use(limits: Limits) -> Iterator[Limits]:
    """Other limits for what is called inside the block (in this thread)."""
    token = _active.set(limits)
    try:
        yield limits
    finally:
        _active.reset(token)


def from_words(words: Iterable[str], base: Limits = DEFAULTS) -> Limits:
    """``["pages=100", "parse_wall=30"]`` -> Limits. Raises UsageError (``bad_limit``)."""
    known = {field.name for field in fields(Limits)}
    changes: dict[str, int] = {}
    for word in words:
        name, _, value = (part.strip() for part in word.partition("="))
        if name not in known:
            raise UsageError(
                "bad_limit", f'"{name}" is not a limit.', f"Use one of {', '.join(sorted(known))}."
            )
        digits = value.replace("_", "")
        if not (digits.isascii() and digits.isdigit() and 0 < int(digits) < 2**62):
            raise UsageError(
                "bad_limit",
                f"The limit {name} is not a positive whole number.",
                f"Write it like {name}={getattr(base, name)} (bytes, seconds or a count).",
            )
        changes[name] = int(digits)
    return replace(base, **changes)


def from_environment(words: Iterable[str] = ()) -> Limits:
    """The defaults with the environment's and then ``words``' changes."""
    stated = os.environ.get(VARIABLE, "")
    return from_words(words, from_words([w for w in stated.split(",") if w.strip()]))
