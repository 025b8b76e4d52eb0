"""A role, a comma, and the thing it was for: "Technical lead, read cache in Rust"."""

from __future__ import annotations

import re

from report_gen.coaching.language.deeds import OF_WHAT
from report_gen.coaching.language.names import Names, article
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import NUMBER, PREPOSITIONS
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

_MOST = 4
_HOW = re.compile(
    r"(?:(?:full|part|half|fixed)-(?:time|term)|remote|temporary|contract|seasonal|on-site|hybrid|acting|unpaid|voluntary|"
    r"nights?|weekends?|since|now|then|later|previously|formerly|reporting|first|second|third|one|two|three|four|five)\b",
    re.I,
)
_NUMBERED = re.compile(r"\d+-[a-z]+ [a-z]")


def role_for(text: str, words: LanguageVocabulary, names: Names, reader: Reader) -> str:
    """The text with the thing joined to the role ("Technical lead for the read cache in Rust",
    "Head chef at a 60-seat bistro"); as it is where the second half may be a name, a place, a time
    or another role."""
    role, comma, what = text.rstrip(". ").partition(", ")
    if OF_WHAT.match(role.lower() + comma + what):
        return text  # "Organizer, reading group": of the group
    if (
        not comma
        or "," in what
        or " and " in what
        or len(role.split()) > _MOST
        or len(what.split()) < 2
    ):
        return text
    if reader.head(role).kind != "role" or any(
        t.low in PREPOSITIONS | {"and"} for t in tokens(role)
    ):
        return text
    ts = tokens(what)
    sized = _NUMBERED.match(what) is not None
    if _HOW.match(what) or (NUMBER.match(ts[0].raw) and not sized):
        return text
    if not sized and (reader.head(what).kind != "noun" or reader.finite(ts) is not None):
        return text
    end = next(
        (n for n, t in enumerate(ts) if n and t.low in PREPOSITIONS | {"that", "which"}), len(ts)
    )
    noun = ts[end - 1]
    if not noun.core.islower() or ts[0].low in PREPOSITIONS | {
        "the",
        "a",
        "an",
        "our",
        "my",
        "their",
    }:
        return text  # "Driver, City Bus Company": where, and that is a name
    what = names.lower_first(what)
    if tokens(role)[-1].low in ("founder", "co-founder", "owner", "co-owner"):
        its = article(what) if sized or noun.low in {*words.workplaces, *words.count_nouns} else ""
        return f"{role} of {its}{what}"
    if noun.low in words.workplaces:
        of = end < len(ts) and ts[end].low == "of"
        return f"{role} at {'the ' if of else article(what)}{what}"
    one = noun.low in words.count_nouns
    return f"{role} for {'the ' + what if one else what}"
