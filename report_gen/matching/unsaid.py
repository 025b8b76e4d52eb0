"""What of the asked may be called not shown: nothing that the quoted lines say, or sound like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import LineReading

DOUBT = 0.38
"""A deed as like as this may show what is asked in words we don't know. Of the judged requirements
that we called missing and people did not, two thirds have such a line; of those truly missing, a
third: enough to ask, too little to say that it is shown."""
_APPLIED, _OWNED = 2, 3
_PROPER = re.compile(r"[A-Z0-9+#]")
_ONE_NAME = ("language", "certification", "credential", "domain")
_FIELD = re.compile(r"\b(?:engineering|design|development|architecture|science)$", re.I)
"""A name that ends so is of a field of work: deeds of the field show it without its name."""


def unsaid(
    terms: Iterable[str],
    quoted: Sequence[LineReading],
    lines: Iterable[LineReading],
    lex: Lexicon,
    *,
    said: Mapping[str, str] | None = None,
    text: str = "",
    least: int = 1,
) -> tuple[str, ...]:
    """Of those terms, the ones that may be denied: no line of at least the level ``least`` names them;
    no quoted line says the name, sounds like it or shows something of its kind; nor is it a field of
    work or a manner in which something is owned. ``said``: the words of the posting's line ``text``
    for each; what has one name there, a product or a field of business, is denied by its name alone."""
    read = tuple(lines)
    heard = [line for line in quoted if line.level >= least]
    named = {s for line in read if line.level >= least for s in line.skills}
    words = " ".join(line.text for line in heard).casefold()
    return tuple(
        t
        for t in dict.fromkeys(terms)
        if t not in named
        and lex.name(t).casefold() not in words
        and (
            (has_one_name(t, said or {}, text, lex) and not _shortened(t, said or {}, lex))
            or not (_sounds(t, heard, lex) or _akin(t, heard, lex) or _owned(t, read, lex))
        )
    )


def has_one_name(term: str, said: Mapping[str, str], text: str, lex: Lexicon) -> bool:
    """Whether a term would stand in a resume by its name: a product as the posting writes it, a
    language, a certificate, a field of business."""
    name, skill = said.get(term, ""), lex.taxonomy.skills.get(term)
    proper = bool(_PROPER.search(name)) and not text.startswith(name)
    return proper or (skill is not None and skill.kind in _ONE_NAME)


def _shortened(term: str, said: Mapping[str, str], lex: Lexicon) -> bool:
    """Whether what looks like a name is common words shortened: "LLM applications", "SRE"."""
    words = said.get(term, "").split()
    if not words or any(w != w.lower() and w.rstrip("s") != w.upper() for w in words):
        return False
    spelled = lex.name(term)[1:]
    return words[-1] == words[-1].lower() or spelled == spelled.lower()


def _sounds(term: str, quoted: Sequence[LineReading], lex: Lexicon) -> bool:
    about = lex.about(lex.name(term))
    return any(lex.about(line.text).likeness(about) >= DOUBT for line in quoted)


def _akin(term: str, quoted: Sequence[LineReading], lex: Lexicon) -> bool:
    kin = lex.kin(term).keys()
    return any(line.level >= _APPLIED and not kin.isdisjoint(line.skills) for line in quoted)


def _owned(term: str, lines: Iterable[LineReading], lex: Lexicon) -> bool:
    """Whether it is wide, and something of its competency is owned."""
    wide = lex.broad(term) or lex.soft(term) or lex.manner(term) or _FIELD.search(lex.name(term))
    dimension = lex.dimension(term)
    return bool(wide and dimension) and any(
        line.level >= _OWNED and dimension in line.dimensions for line in lines
    )
