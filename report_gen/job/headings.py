"""Which lines are headings, and of which section: by their words first, by their looks second."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_gen.job.title import names_a_job
from report_gen.job.words import JobWords, fold, fold_heading
from report_gen.reading.models import Line

_LONGEST = 75
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…):?$")
"""A heading that trails off ("In this role you will...") opens its list like a colon."""
_END = re.compile(r"[.!;,]$")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """``section`` is "" for a heading whose words say nothing known; ``level`` 9 if undeclared.
    ``sure``: its words are known as a whole, not only by a stem."""

    section: str
    level: int = 9
    sure: bool = False


def name_section(text: str, words: JobWords) -> str:
    """The section whose heading these words are as a whole, or ""."""
    folded = fold_heading(text)
    if not folded or len(folded) > _LONGEST:
        return ""
    return next((name for name, matcher in words.headings if matcher.fullmatch(folded)), "")


def guess_section(text: str, words: JobWords) -> str:
    """The section that a telling word in a heading speaks for, or its grammar, or ""."""
    folded = fold_heading(text)
    remark = _REMARK.search(fold(text))
    if remark and read_mood(remark[1], words) == "nice":
        return "nice"  # "Rare loot (not needed to pass the gate)"
    stem = next((name for name, matcher in words.stems if matcher.search(folded)), "")
    return stem or read_mood(folded, words)


def read_mood(folded: str, words: JobWords) -> str:
    """The section a heading in words of its own opens by its grammar ("What would make me smile"
    wishes, "What you'll get up to" tells of duties, "Things we can't teach you" are musts)."""
    return next(
        (
            section
            for section, matcher, unless in words.moods
            if matcher.search(folded) and not unless.search(folded)
        ),
        "",
    )


_REMARK = re.compile(r"\(([^()]{4,60})\)\W*$")
"""What a heading says of itself, in brackets at its end."""

_LAST_CLAUSE = re.compile(r"[,;.!?–—](?=[^,;.!?–—]*$)")


_OPEN_CLAUSE = re.compile(
    r"(?:(?:that|if|when|but|and|or|though) )*(?:you|the candidate)?(?: also)?"
)
"""A last clause that says nothing by itself: "It is an advantage, but no must, that you:"."""


_COUNTS = re.compile(
    r"\b(?:these|the following) (?:\w+ )?(?:skills?|qualities|abilities|traits|things|points) (?:are|is) (?:\w+ )?(?:important|essential|needed|required|crucial|key|vital)\b"
)
"""Says of the list below that it counts, whatever reason follows."""


def lead_section(text: str, words: JobWords) -> str:
    """The section a line that ends with a colon opens by its last clause ("..., you will:")."""
    folded = fold(text).rstrip(": ")
    if _COUNTS.search(folded):
        return "must"
    clause = _LAST_CLAUSE.split(folded)[-1].strip()
    for candidate in (clause, folded):
        section = name_section(candidate, words)
        if section:
            return section
    known = next((name for name, matcher in words.lead_ins if matcher.fullmatch(clause)), "")
    if not known and _OPEN_CLAUSE.fullmatch(clause):
        known = next((n for n, matcher in words.lead_ins if matcher.fullmatch(folded)), "")
    return known or read_mood(folded, words)


def find_heading(
    line: Line, text: str, previous: Line | None, following: Line | None, words: JobWords
) -> Heading | None:
    """The heading that a line is, or None.

    A line whose whole words are a known heading is one, even behind an emoji or a number that
    reading took for a bullet; other lines must look like a heading.
    """
    text = _ELLIPSIS.sub(":", text)
    if (
        text.endswith(".")
        and not line.marker
        and len(text.split()) <= 4
        and name_section(text, words)
    ):
        text = text[:-1]  # "Your profile." with a list below it
    if len(text) > _LONGEST or len(text.split()) > 12 or _END.search(text):
        return None
    level = line.heading or (3 if text.isupper() else 5 if line.bold else 9)
    section = name_section(text, words)
    if section and not _is_entry(line, text, previous, following, section):
        return Heading(section=section, level=level, sure=True)
    section = _titled_section(text, words) if previous is not None and not line.marker else ""
    if section and following is not None:
        return Heading(section=section, level=level, sure=True)
    if line.marker and not (line.heading or (line.bold and text.endswith(":"))):
        return None
    if _looks_declared(line, text, following):
        section = guess_section(text, words)
        if not section and text.endswith(":"):
            section = lead_section(text, words)
        return Heading(section=section, level=level)
    if _stands_alone(line, text, following) and not _is_labelled_fact(text, words):
        section = guess_section(text, words)
        if section or _parts_prose(line, text, previous, following):
            return Heading(section=section, level=level)
    return None


_TITLED = re.compile(
    r"^(?P<title>\S.*?),?\s(?P<section>(?:(?:key|core|main|job|minimum|basic|required|preferred|additional)\s)*"
    r"(?:responsibilities|qualifications|requirements|duties|skills|aufgaben|anforderungen))\W*$",
    re.I,
)


def _titled_section(text: str, words: JobWords) -> str:
    """ "Data Analyst Responsibilities": the job's title before a known heading."""
    match = _TITLED.match(text)
    if not match or not names_a_job(match.group("title"), words.vocabulary.title):
        return ""
    return name_section(match.group("section"), words)


def _is_entry(
    line: Line, text: str, previous: Line | None, following: Line | None, section: str
) -> bool:
    """Known words that are yet a list entry ("Experience" among bullets, "Location: X")."""
    if line.heading or text.endswith((":", "?", "…", "...")):
        return False
    if line.marker:
        alike = [n for n in (previous, following) if n is not None and n.marker == line.marker]
        return len(alike) == 2 or (bool(alike) and not line.bold and _is_plain_bullet(line.marker))
    return False


def _is_plain_bullet(marker: str) -> bool:
    return marker in "•·*-–—o▪◦‣→●■►➤+~"


def _looks_declared(line: Line, text: str, following: Line | None) -> bool:
    if line.heading:
        return True
    letters = _LETTERS.findall(text)
    if following is None or len(letters) < max(3, len(text) // 2):
        return False
    if text.isupper() and len(text.split()) <= 8:
        return line.gap > 0 or following.gap > 0 or bool(following.marker)
    if line.bold and not following.bold and len(text.split()) <= 9:
        return True
    return text.endswith(":") and len(text.split()) <= 9


_FACT = re.compile(r"([^:]{2,40}):\s+\S")


def _is_labelled_fact(text: str, words: JobWords) -> bool:
    """ "Salary: EUR 80,000" says all it has to say: what follows is not about pay."""
    match = _FACT.match(text)
    if match is None:
        return False
    label = match.group(1)
    return bool(name_section(label, words) or guess_section(label, words))


def _parts_prose(line: Line, text: str, previous: Line | None, following: Line | None) -> bool:
    """A short line without a known word between two paragraphs ("Money") parts them, too, and
    so does a question that is answered below it ("Is there travel?")."""
    if previous is None or following is None or line.gap < 0.5:
        return False
    closed = bool(previous.marker) or previous.text.endswith((".", "!", "?", ")"))
    if text.endswith("?"):
        return closed and following.gap < 0.5 and _QUESTION.match(text) is not None
    long = len(following.text) > 60 or bool(following.marker)
    short = len(text.split()) <= 5 and not text.endswith(")")
    return closed and long and short and text[:1].isupper()


_ASKING = re.compile(r"(?:what|how|who|why|where)\b", re.I)
_QUESTION = re.compile(
    r"(?:(?:so|and|but|ok|okay|right),? )?(?:what|who|whom|which|where|when|why|how|is|are|do|does|did|can|could"
    r"|will|would|should|must|may|anything|any)\b",
    re.I,
)


def _stands_alone(line: Line, text: str, following: Line | None) -> bool:
    """A short line with white space above and text below, without the look of a sentence."""
    if following is None or len(text.split()) > (12 if text.endswith("?") else 8):
        return False
    spaced = line.gap >= 0.5
    return spaced and (
        following.gap >= 0.5
        or bool(following.marker)
        or len(following.text) > 2 * len(text)
        or text.endswith("?")
        or _ASKING.match(text) is not None
    )
