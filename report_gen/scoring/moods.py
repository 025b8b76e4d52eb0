"""A posting's sentence as what it asks: "You would set the launch criteria" asks to "set the launch
criteria", "extracts and links data" to "extract and link data", "you've served models" for
"serving models". Letters and job pages speak in every mood; a name has none.
"""

from __future__ import annotations

import re

from report_gen.job.times import without_time
from report_gen.matching.lexicon import Lexicon
from report_gen.scoring.deeds import PLAIN_DEEDS
from report_gen.taxonomy.verbs import verb_table

_ADDRESSED = re.compile(
    r"^(?:and |so |then |above all,? |first,? )?(?:ideally,? )?"
    r"(?:you|we|he or she|she or he|they|the (?:(?:right|ideal|successful) )?(?:person|candidate|applicant|incumbent))"
    r"(?:['’](?:d|ll)|\s(?:would|will|shall|should|must|may|might|can|could|need to|have to|get to))"
    r"(?:\s(?:also|often|then|mostly|regularly|sometimes|be (?:expected|asked|required|encouraged|trusted) to|be able to|know how to|want to|like to|expect to|need to|have to|get to))*\s",
    re.I,
)
_SOMEBODY = re.compile(
    r"^(?:I|we)(?:['’]d| would|['’]m|['’]re| am| are)?(?: really)? (?:need|want|like|love|look for|looking for|seek)"
    r"(?: to (?:find|meet|hear from))? (?:somebody|someone|a person|people|engineers?|a colleague) (?:who|that)(?:['’]s|\s(?:has|have|can|is|are))?\s",
    re.I,
)
_WANTED = re.compile(
    r"^(?:I|we)(?:['’]d|['’]ll|\s(?:would|will))?(?: really)? (?:want|like|need|expect|ask|love) you to\s",
    re.I,
)
_AT_TIMES = re.compile(
    r"^(?:from time to time|now and then|every now and then|once in a while|occasionally|sometimes|most days"
    r"|(?:once|twice|\w+ times) (?:an?|per|every) \w+|every (?:other )?\w+|on (?:mon|tues|wednes|thurs|fri)days?),? (?=you\b)",
    re.I,
)
"""How often a thing is done says nothing of what it is."""
_HAVING = re.compile(
    r"^(?:(?:to|you|they)\s?)?(?:\b(?:have|having|has|had)|['’]ve)(?: also| already| once| since)?\s(?=\w+)",
    re.I,
)
_CAN = re.compile(r"^(?:can|could) (?=[a-z]+ )", re.I)
_ABLE = re.compile(
    r"^(?:(?:be|being|is|are) )?(?:(?:able|willing|ready|happy|confident enough) to|(?:good|great|comfortable|confident|skilled|strong) (?:at|in|with)(?= \w+ing\b)) (?=\w)",
    re.I,
)
""" "Able to explain a forecast", "being good at explaining one": the explaining is asked for."""
_SPENT = re.compile(r"^spent (?:at least |over |more than )?[\w+-]+ years? (?=\w)", re.I)
_THIRD = re.compile(r"^([a-z]+s)((?:, [a-z]+s)*(?:,? and [a-z]+s)?) (the |an? |our |all )?", re.I)
_ADVERB = re.compile(
    r"\s(?:well enough|well|daily|properly|deeply|inside out|by heart|at depth|in depth)$", re.I
)
_SPOKEN = re.compile(
    r"^(?i:would|will|should|must|can|could|is|are|was|takes?|yes|no|that)\b|\b(?:I|I['’]\w+|me|my|you|us|them)\b"
)
_DONE = re.compile(
    r"^([A-Za-z]+(?:-[a-z]+)?)(?: (or|and) ([a-z]+))? "
    r"(?=(?:an?|the|with|on|in|to|for|our|your|other|some|something|through|as|at)\b)"
)


_THINGS_TOO = frozenset(
    [
        "address",
        "advance",
        "balance",
        "graduate",
        "guard",
        "herd",
        "instrument",
        "leave",
        "mean",
        "pack",
        "photograph",
        "plate",
        "prototype",
        "ship",
        "size",
        "sponsor",
        "tear",
        "tile",
        "wire",
    ]
)
"""Verbs whose form of the third person may be a plural at the head of a line ("Graduates in ...")."""
_SEVERAL = 3
"""In a list of so many one known verb tells that all are."""


def plain_ask(text: str, lex: Lexicon) -> str:
    """The line without whom it speaks to and by when; every other line as it is."""
    said = _AT_TIMES.sub("", without_time(text))
    for opening in (_ADDRESSED, _WANTED, _SOMEBODY):
        found = opening.match(said)
        if found and len(said) > found.end():
            said = said[found.end() :]
            break
    said = _CAN.sub("", _ABLE.sub("", _SPENT.sub("", said)))
    had = _HAVING.match(said)
    if had and (doing := done_as_doing(said[had.end() :], lex)):
        said = said[had.end() :]
        if not _plainly(said, lex):
            return doing
    return _third_person(_done(said, lex), lex)


def duty_as_noun(core: str, lex: Lexicon) -> str:
    """A duty that begins with a deed no word of it lets doubt ("Map the journey", "Launched exchanges
    in two markets") as one that can be named; every other phrase as it is."""
    table = verb_table(lex.taxonomy)
    told = _DEED_ON.match(core)
    if told and table.is_known(told[1]) and table.is_form(told[1], "base"):
        doing = table.gerund(told[1].lower())
        return f"{doing}{core[told.end(1) :]}"
    past = re.match(r"([A-Za-z]+) (?=[a-z])", core)
    base = table.base(past[1], "participle", "past") if past else ""
    if past and base in _ACHIEVED and past[1].lower() != base:
        return f"{table.gerund(base)}{core[past.end(1) :]}"
    return core


_DEED_ON = re.compile(r"([A-Za-z]+) (?=(?:the|every|each|our|all|your|these|both)\b)")
_ACHIEVED = frozenset(
    ["launch", "move", "hire", "build", "bring", "lead", "ship", "reduce", "win", "grow", "migrate", "halve",
     "double", "replace", "rewrite", "rebuild", "deliver", "establish", "introduce", "raise", "lower", "onboard",
     "retire", "open", "close", "land", "sign", "hand", "make", "take", "get", "turn", "cut"]
)  # fmt: skip
"""What a first year is measured by, told as done."""


def _plainly(said: str, lex: Lexicon) -> bool:
    """Whether the deed says little ("run", "built"): what it was done to is the name."""
    first = said.split(" ", 1)[0].strip(",")
    return verb_table(lex.taxonomy).base(first, "participle") in PLAIN_DEEDS


_FIRST = re.compile(r"(?P<done>[A-Za-z]+)(?P<more>(?:,? (?:and|or) (?P<second>[a-z]+))?)(?= )")


def done_as_doing(said: str, lex: Lexicon) -> str:
    """ "built pipelines", behind a "have", -> "building pipelines"; "" where no deed stands there."""
    found, table = _FIRST.match(said), verb_table(lex.taxonomy)
    if not found:
        return ""
    base = table.base(found["done"], "participle")
    if not base or not table.is_known(found["done"]):
        return ""
    second = table.base(found["second"] or "", "participle")
    more = found["more"].replace(found["second"], table.gerund(second)) if second else found["more"]
    return f"{table.gerund(base)}{more}{said[found.end() :]}"


def _done(said: str, lex: Lexicon) -> str:
    """ "worked with hardware" -> "working with hardware"; adjectives ("distributed systems") stay."""
    found, table = _DONE.match(said), verb_table(lex.taxonomy)
    if not found:
        return said
    deeds = [table.base(w, "participle") for w in (found[1], found[3]) if w]
    if not all(deeds) or deeds[0] == found[1].lower():  # "put" and "run" may be said to the reader
        return said
    doing = f" {found[2]} ".join(table.gerund(base) for base in deeds)
    return f"{doing} {said[found.end() :]}"


def _third_person(said: str, lex: Lexicon) -> str:
    """ "extracts, links and validates data" -> "extract, link and validate data": several such
    verbs, one before an article, or one that is never a noun ("contributes to")."""
    found = _THIRD.match(said)
    if not found:
        return said
    deeds = re.findall(r"[A-Za-z]+s\b", found[1] + found[2])
    table = verb_table(lex.taxonomy)
    bases = [table.base(d, "third") for d in deeds]
    sure = (
        bool(bases)
        and bool(bases[0])
        and not table.also_noun(bases[0])
        and bases[0] not in _THINGS_TOO
    )
    if not (found[2] or found[3] or (sure and table.is_known(deeds[0]))):
        return said
    known = sum(map(bool, bases))
    if known < len(bases) and not (known and len(bases) >= _SEVERAL):
        return said
    out = found[1] + found[2]
    for deed, base in zip(deeds, bases, strict=True):
        out = re.sub(rf"\b{deed}\b", base or deed[:-1], out)
    return f"{out} {found[3] or ''}{said[found.end() :]}"


def speaks(name: str) -> bool:
    """Whether a name still is a piece of a sentence to somebody: "would tell us honestly"."""
    return bool(_SPOKEN.search(name))


def without_adverb(name: str) -> str:
    """ "TensorFlow well" -> "TensorFlow"."""
    return _ADVERB.sub("", name)
