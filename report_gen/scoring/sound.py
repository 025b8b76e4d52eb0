"""Whether words cut from a posting's line can stand as a name, and how they can be mended."""

from __future__ import annotations

import re

from report_gen.matching.lexicon import Lexicon
from report_gen.scoring.deeds import PLAIN_DEEDS, as_noun, is_verb
from report_gen.taxonomy.verbs import VerbTable, verb_table

_LEAST = 2
"""Words that must be left of a name whose end is cut."""
_WITH_AGAIN = re.compile(r"\b(and|or) (?:with|of) (?=\w)", re.I)
_BY_MEANS = re.compile(r"\s(?:using|utili[sz]ing|leveraging)\b.*$", re.I)
_LOST_END = re.compile(
    r"\s(?:based|sufficient|enough|appropriate|relevant|necessary|needed|able|using|adequate|causal|first)$",
    re.I,
)
"""Ends that say something about a word which was cut."""
_SAID_OF_IT = re.compile(
    r"\s(?:is|are) (?:(?:also|very|an?|absolutely|highly|strictly) )*(?:necessary|required|needed|essential|"
    r"must|expected|welcome|useful|helpful|preferred|desirable|mandatory|important|key|plus|advantage)$",
    re.I,
)
_HELPING = re.compile(r"^help(?:ing)? (?:to |us )?(?=\w)", re.I)
_AND_DEED = re.compile(r",? and ([a-z]+)(?=$|\s)")
_DEEDS = re.compile(r"^((?:[a-z]+, )*[a-z]+,? and )([a-z]+)(?= \w)", re.I)
_FIRST = re.compile(r"^([A-Za-z]+)(?= (?:\w+ly )?(?:with|to|in|on|across|alongside)\b)")
_WORKS_WITH = re.compile(r"(?:works|partners|collaborates) (?:closely )?with\b", re.I)
_QUALITY = re.compile(r"[a-z]+(?:ical|istic)")
_DONE_TO = re.compile(r"(?:an?|the|your|our)\s|[\w-]+[^s\W]s\b", re.I)
_WHOSE = re.compile(r"(?<!with )\b(?:your|our) (?!own\b)", re.I)
_HOW_MANY = re.compile(r"^(?:several|various|many) (?=\w+[\w -]* )", re.I)
_REMARK = re.compile(
    r", (?:roughly|about|approximately|approx\b|paid|mostly|usually|ideally)\b.*$", re.I
)
_FORMAL = re.compile(r"\b(?:ph\.?d|master|bachelor|degree|publications?)", re.I)
_DENIES = re.compile(r"^(?:don['’]t|do not|not|no|never|re|ve|ll)\b(?!-)", re.I)
_SAYS_NOTHING = frozenset(
    [
        "well",
        "clearly",
        "quickly",
        "tools",
        "systems",
        "things",
        "software",
        "services",
        "solutions",
        "work",
        "code",
        "above",
        "features",
        "things",
        "part",
        "ability",
        "everything",
        "measure",
        "done",
        "well",
        "impact",
        "role",
        "team",
        "teams",
        "people",
        "others",
    ]
)


def mended(name: str, text: str, lex: Lexicon) -> str:
    """A name without what was begun and cut off: a second deed, a means, a word that lost its noun;
    deeds as nouns ("review designs" -> "reviewing designs")."""
    table = verb_table(lex.taxonomy)
    name = _STATE.sub("", _WHO.sub("", name)) if not _FORMAL.search(name) else name
    out = _HOW_MANY.sub("", _WHOSE.sub("", _WITH_AGAIN.sub(r"\1 ", _REMARK.sub("", name))))
    out = _shorter(_SAID_OF_IT.sub("", out), _BY_MEANS.sub("", _SAID_OF_IT.sub("", out)))
    out = _without_next_deed(out, table)
    out = _shorter(out, _LOST_END.sub("", out))
    return _and_doing(_as_noun(_closed(_LONE_END.sub("", out)), text, lex, table), table)


_STATE = re.compile(
    r"^(?:familiar|acquainted|conversant) with (?=\w+ ?\w)|^(?:strong |proven )?(?:track )?record (?:with|of|in) (?=\w)"
    r"|^(?:(?:a|serious|genuine|strong|keen|real) )*interest in (?=\w)",
    re.I,
)
"""How one stands to a thing: the thing is the name."""
_WHO = re.compile(
    r"^(?:the )?(?:team|company|department|group)['’]s (?=\w)|^(?:the )?(?:incumbent|successful candidate) (?=[a-z]+s\b)",
    re.I,
)
_LONE_END = re.compile(
    r"(?:,| and| or|, and|, or) (?:manual|automated|automatic|internal|external|online|offline|local|global)$",
    re.I,
)
"""A second quality of what was named before: "testing campaigns, manual (and automated)"."""
_AND_TO = re.compile(r"^(\w+ing\b.*?,? and )to ([a-z]+)\b", re.I)


def _and_doing(name: str, table: VerbTable) -> str:
    """ "leading projects and to influence people" -> "leading projects and influencing people"."""
    found = _AND_TO.match(name)
    if not found or not table.is_form(found[2], "base"):
        return name
    return f"{found[1]}{table.gerund(found[2])}{name[found.end() :]}"


def _closed(name: str) -> str:
    """A short list that lost its last joint, closed again: "overfitting, leakage"."""
    head, comma, last = name.rpartition(", ")
    if not comma or _FORMAL.search(name) or re.search(r"\b(?:and|or)\b|[()]", name):
        return name
    return f"{head} and {last}" if all(len(p.split()) <= _ITEM for p in name.split(", ")) else name


_ITEM = 3


def is_nothing(name: str) -> bool:
    """Whether a name denies, or is one word that says nothing by itself."""
    low = name.casefold().strip(" .;,")
    return bool(_DENIES.match(low) or _QUALITY.fullmatch(low)) or low in _SAYS_NOTHING


def is_bare_deed(name: str, lex: Lexicon) -> bool:
    """Whether a name is one verb and no more: "measure"."""
    low, table = name.casefold(), verb_table(lex.taxonomy)
    return " " not in low and _is_deed(low, table)


_TORN = re.compile(
    r"^(?:the )?(?:one|person|somebody|someone) who\b|^(?:onto|into|from|by|than|because|while|when|expect|whose|which)\b"
    r"|\s(?:is|are|was|were|has|have|will|would|should|must|expect)$",
    re.I,
)


def is_torn(name: str) -> bool:
    """Whether a name is a piece of a sentence: "onto embedded GPUs", "Python and PyTorch is"."""
    return bool(_TORN.search(name))


def opens_with_deed(words: str, lex: Lexicon) -> bool:
    """Whether words open with a verb that is never a noun: "debug training"."""
    first, _, rest = words.partition(" ")
    table = verb_table(lex.taxonomy)
    plain = first[1:].islower() and first.isalpha() and rest == rest.lower()
    opens = first[:1].isupper() and first.casefold() in PLAIN_DEEDS
    return bool(rest) and plain and (_is_deed(first, table) or opens)


def _shorter(name: str, cut: str) -> str:
    return cut if len(cut.split()) >= _LEAST else name


def _is_deed(word: str, table: VerbTable) -> bool:
    """Whether a word is the base form of a known verb and no noun or adjective."""
    low = word.casefold()
    return (
        table.is_known(low)
        and table.is_form(low, "base")
        and not table.also_noun(low)
        and not table.is_adjective(low)
    )


def _without_next_deed(name: str, table: VerbTable) -> str:
    """ "content and adapt content" -> "content"; where the name opens with a deed it is a list."""
    opens = name.split(" ", 1)[0].strip(",").casefold()
    if table.is_known(opens) and table.is_form(opens, "base"):
        return name
    for found in _AND_DEED.finditer(name):
        word, last = found[1], found.end() == len(name)
        base = table.base(word, "third")
        third = last and bool(base) and table.is_known(word) and not table.also_noun(base)
        if (third or _is_deed(word, table)) and len(name[: found.start()].split()) >= _LEAST:
            return name[: found.start()]
    return name


def _as_noun(name: str, text: str, lex: Lexicon, table: VerbTable) -> str:
    """A name that still opens with a verb, as what one does."""
    helped = _HELPING.sub("", name)
    if helped != name and _is_deed(helped.split(" ", 1)[0], table):
        return as_noun(helped, lex)
    listed = _DEEDS.match(name)
    if listed and all(_is_deed(w, table) for w in re.findall(r"[A-Za-z]+", listed[1])[:-1]):
        last = listed[2].casefold()
        if table.is_form(last, "base") and table.is_known(last):
            return f"{table.gerund(last)}{name[listed.end() :]}"
    first = _FIRST.match(name)
    base = table.base(first[1].casefold(), "third") if first else ""
    alone = bool(base) and table.is_known(base) and not table.also_noun(base)
    if first and (alone or _WORKS_WITH.match(name)):
        return as_noun(f"{base or first[1]}{name[first.end() :]}", lex)
    word, _, rest = name.partition(" ")
    if rest and _is_done(word, rest, text, lex):
        return f"{table.doing(word)} {rest}"
    return name


def _is_done(word: str, rest: str, text: str, lex: Lexicon) -> bool:
    """Whether the word is a deed where the posting says it: after "to", or in a list of deeds."""
    low, table = word.casefold(), verb_table(lex.taxonomy)
    if "-" in word and is_verb(word, lex):
        return True
    if not (word.islower() and word.isalpha()) or table.is_adjective(low):
        return False
    if not (table.is_known(low) and table.is_form(low, "base")) and not is_verb(low, lex):
        return False
    if not table.also_noun(low):
        return True
    if not _DONE_TO.match(rest):  # "label definition"
        return False
    opens = re.match(r"[A-Za-z]+", text)
    deeds = bool(opens) and is_verb(opens[0] if opens else "", lex)
    said = rf"{re.escape(word)} {re.escape(rest.split(' ', 1)[0])}\b"
    return bool(
        re.search(rf"\b(?:ability|able) to {said}", text)
        or (deeds and re.search(rf", (?:and )?{said}", text))
    )
