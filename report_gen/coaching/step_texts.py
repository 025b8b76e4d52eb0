"""The posting's words on its stages -> the pieces that name one each, with name and length."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_gen.job.stages import LENGTH, STAGE
from report_gen.matching.numerals import NUMBERS

_MOST_NAME = 11
_ORDINAL = re.compile(
    r"^(?:(?:and|so),? )?(?:(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|next|then|after (?:that|this|it|which)|afterwards|finally"
    r"|last(?:ly)?(?: of all)?|at the end|to (?:start|begin|finish|end)(?: with)?)\b,?(?: (?:there (?:is|will be)|comes|is|follows))?\s+"
    r"|(?:the |our )?(?:first|second|third|fourth|fifth|next|last|final)(?: (?:one|step|stage|round|part|conversation|interview|talk|call))?"
    r" (?:is|are|will be|would be|consists of|takes)\s+)",
    re.IGNORECASE,
)
"""What stands before a stage and says where it comes in."""
_LABEL = re.compile(
    r"^(?:(?:week|day|step|stage|round|phase|part|interview|no\.?)s? ?(?:\d+|one|two|three|four|five|six)(?:\s?(?:-|–|to)\s?\d+)?\s*[-–—:.)]*\s+"
    r"|\(?\d{1,2}[.):]\s+|(?:schritt|runde) \d+\s*[-–—:.]?\s*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,.]))\(?\d[.)]\s+(?=\S)")
_FRAME = re.compile(
    r"^(?:if (?:that|it|this|we|you|both|all)\b[^,]*,\s*|once [^,]*,\s*|when [^,]*,\s*)?"
    r"(?:(?:we|you|i)(?:['’](?:ll|d)| will| would| can| may)?(?: (?:both|then|also|usually|always|all))? (?:start(?: off)?|begin|open|continue|follow(?: up)?|end|finish|close|go on)(?: by| with| off with)?"
    r"|(?:we|i)(?:['’](?:ll|d)| will| would)?(?: then| also| usually)? (?:ask you (?:for|to do|to)|send you|give you|invite you (?:to|for)|have|hold|do|arrange|set up|offer you|run)"
    r"|(?:we|i) (?:review|read|look at) [^,;.]{3,50}? and (?:invite you (?:to|for)|ask you to|send you|call you for)"
    r"|you(?:['’](?:ll|d)| will| would)?(?: then| also| first)? (?:have|get|be (?:asked|invited) (?:to|for)|do|take part in)"
    r"|there (?:is|are|will be|follows)|it (?:starts|begins|ends) with|(?:this|that|it) is followed by|followed by|(?:shortlisted |selected |successful )?(?:candidates|applicants) (?:are|will be) (?:invited|asked) (?:to|for))\s+",
    re.IGNORECASE,
)
"""Words of a sentence around the stage that it names."""
_AFTER = re.compile(
    rf"^after (?P<first>(?:an?|the|your|our) [^,.]*?{STAGE.pattern}[^,.]*?),? (?P<rest>(?:you|we|there|i)(?:['’]| ).*)$",
    re.IGNORECASE,
)
_LIST_ALONE = re.compile(r"^(?:an?|one|two|the|your) [^.:]*?, (?:an?|one|two|the|your) [^.]*$", re.IGNORECASE)  # fmt: skip
_CLAUSE = re.compile(r"\b(?:you|we|i|they|will|would|are|is|be)\b", re.IGNORECASE)
_AND_YOU = re.compile(r",? and (?:then )?(?=(?:you|we)(?:['’](?:ll|d)| will| would)\b)", re.IGNORECASE)  # fmt: skip
_AT_SEMICOLONS = re.compile(r"\s*;\s*(?:and\s+)?(?:then\s+)?|,? followed by ", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:loop|panel|on-?site|half[- ]day|half a day|full day|day|afternoon|morning|rounds|stages|visit)\b",
    re.IGNORECASE,
)
"""Stages that hold several talks."""
_HELD_BY_COLON = re.compile(r"(?P<host>[^:]+):\s*(?P<list>.+)$")
_HELD_IN_BRACKETS = re.compile(r"(?P<host>[^()]+)\((?P<list>[^()]*,[^()]*)\)[.\s]*$")
_HELD_BY_WITH = re.compile(r"(?P<host>[^,]*?\b(?:on-?site|day|afternoon|morning|visit|loop)\b[^,]*?) (?:with|consisting of|including) (?P<list>(?:an?|the|two) .*,.*)$", re.IGNORECASE)  # fmt: skip
_MEMBER = re.compile(r"^(?:an?|one|two|three|and|your|the) |^\w+$", re.IGNORECASE)
_MOST_INNER = 10
_JOINED = re.compile(r"^(?:and|or) ", re.IGNORECASE)
_CONSISTS = re.compile(
    r"\b(?:process|interviews|selection|stages|rounds|steps|hir(?:e|ing)|recruitment)\b[^.:;]{0,60}?"
    r"(?:\bconsists? of|\bincludes?|\bcomprises?|\binvolves?|\blooks? like this|\bgoes? like this|\bis|\bare|\bhas|:|\s[-–—]\s)\s*:?\s*(?P<list>\S.*)",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"^(?P<list>(?:an?|one|two)\b[^.]+?)\s(?:are|is|will be|take place|follow)\b(?! (?:with|about|on)\b)",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?P<list>(?:one|a single) [^.]{0,40}?\b(?:interview|conversation|meeting|talk)\b[^.]*)", re.IGNORECASE)  # fmt: skip
_WITH_A = re.compile(r"\s(?:with|including|plus|and|preceded by|followed by)\s(?=(?:an?|one|some) )", re.IGNORECASE)  # fmt: skip
_BETWEEN = re.compile(
    r"\s*(?:;|→|=>|->|»|\s>\s|,?\s(?:and )?\bthen\b|,? followed by\b|,? (?:and )?(?:finally|lastly|afterwards)\b|,? after (?:that|which)\b|"
    r",? \band (?=(?:an?|the|one|two|three|your|our|final|last|meet)\b)|,(?= ))\s*",
    re.IGNORECASE,
)
_THEN = re.compile(r"\bthen\b|→|->|=>|\bfollowed by\b", re.IGNORECASE)
_BARE = re.compile(rf"(?:[\w-]+ )?{STAGE.pattern}", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PLACEHOLDER = "\ue000"
_NO_STAGE = re.compile(
    r"^(?:yes|they(?:['’]re)?|this|that(?:['’]s)?|everyone|everybody|nobody|all|bring|think|it (?!starts|begins|is followed)|no|not|never|none|nothing|don'?t|do not|without|every|each|once an?|twice an?|daily|weekly|on (?:mon|tues|wednes|thurs|fri)days?)\b"
    r"|^(?:we|i)(?:['’](?:ll|d|re)| will| would| do| are| can)?(?: not|n['’]t)?(?: \w+ly| always| usually)? (?:aim|try|answer|reply|respond|get back|decide|know|let you|tell|make|want|pay|like|keep|"
    r"hope|promise|look forward|value|expect|don['’]?t|do not|never|won['’]t|can['’]t|work|believe|cover|reimburse|take)\b"
    r"|^(?:please|send|apply|write to|submit|closing|deadline|applications?|your application|cv|interviews? (?:are|will|take|is)\b(?! (?:with|by)\b)|interviews?\W+(?:on |in )?\d)"
    r"|^(?:the )?(?:offer|decision|answer|feedback|contract|start)\b|^(?:an? )?(?:honest |written |final )?(?:offer|decision|answer|no)\b"
    r"|\bcover letter\b|^(?:stage|step|round|part|what)\s+(?:length|duration|who|time|when)\b|\?$",
    re.IGNORECASE,
)
"""What a sentence among the stages says that is none: manners, dates, papers, the way to apply."""
_NOUN = (
    r"(?:interviews?|calls?|conversations?|chats?|talks?|sessions?|exercises?|tasks?|challenges?|assignments?|tests?|assessments?|presentations?|case(?: study)?|lunch|coffee|"
    r"dinner|day|shift|visits?|screen(?:ing)?|deep[- ]dive|meetings?|panels?|take[- ]home|discussions?|seminars?|work sample|questionnaire|check|tour|round|hour|pairing)"
)
_PHRASE = re.compile(
    rf"\b(?:an?|the|our|your|one|short|final)\s+(?P<np>(?:(?!(?:over|with|to|at|for|in|on|of|about|an?|the|and)\s)[\w'’/&-]+\s){{0,5}}?{_NOUN}\b(?:\s(?:with|on|to|about|at|over|of|for|in)\s[^,;:.()]+)?)",
    re.IGNORECASE,
)
"""The words for a stage inside a sentence: "a research talk to the institute"."""
_THEY = re.compile(
    r"^(?:(?:our|the|my)\s)?(?P<who>[\w'’ -]{2,40}?)\s(?:(?:will|would|then|also)\s)*(?:talks?|speaks?|meets?|chats?|interviews?|calls?|asks?|buys?|shows?|sees?|takes?|joins?)\s(?:to |with )?you\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"^(?:you|we)(?:['’](?:ll|d)| will| would| can)?\s+(?:then |also |first )?(?=\w)", re.IGNORECASE)  # fmt: skip
_ARTICLE = re.compile(r"^(?:an?|the|one|your|our|and|first,?|next,?)\s+(?=\w)", re.IGNORECASE)
_REST = re.compile(
    r"\s*(?:[:;]|\s[-–—]\s|\(|\s?\.\s|,(?=\s*(?:\S+\s*){0,1}$|\s(?:which|where|who|about|for|of|in|on|with|to|our|the|an?|your|mostly|usually|also|no|plus|and|so|you|we|i"
    r"|from|by|head|half|one|two|three|[a-z]+ing|\d+)\b)|\b(?:followed by|incl(?:uding|\.)?|where|which|that|during)\b).*$",
    re.IGNORECASE,
)
"""What stands behind the name of a stage; a comma between two adjectives is none."""
_ME = re.compile(r"\b(?:me|us)\s*\((?P<who>[^()\d]{3,50})\)")
_TO_US = re.compile(
    r"\s(?:with|to) (?:me|us)$|\sof it\b(?= (?:to|with|before|in)\b)", re.IGNORECASE
)
_EDGE = re.compile(r"^(?:of|for|about|approx\.?|around|ca\.?|up to|roughly|max\.?)\s+|\s+(?:of|for|about|around|up to|over)$", re.IGNORECASE)  # fmt: skip
_TIME_FOR = re.compile(r"^(?:an?|one|two|three|\d+) (?:weeks?|days?|hours?) to\b", re.IGNORECASE)
_STARTS_OPEN = re.compile(r"^(?:with|on|by|over|at|in|about)\b", re.IGNORECASE)
_DROPPED = re.compile(
    r"\s*[(,]?\s*(?:\b(?:of|for|about|approx\.?|ca\.?|around|up to|lasting|some|takes?)\s+){0,2}" + re.sub(r"\?P<\w+>", "?:", LENGTH.pattern) + r"(?:\s+(?:each|long))?\s*\)?",
    re.IGNORECASE,
)  # fmt: skip
_NUMBERS = {"a": "1", "an": "1"} | {name: str(n) for name, n in NUMBERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepText:
    """``name``: the posting's words for the stage; ``minutes``: "30", "4 hours", "half a day" or "";
    ``text``: all it says of it; ``said``: the line it stands in."""

    name: str
    minutes: str
    text: str
    said: str


def pieces(text: str) -> list[str]:
    """The parts of a line or sentence that each name a stage: several where it lists them."""
    bare = text.strip()
    numbered = [p.strip(" ;,.") for p in _NUMBERED.split(bare) if p.strip(" ;,.")]
    if len(numbered) > 1 and all(STAGE.search(p) or LENGTH.search(p) for p in numbered):
        return numbered
    found = _CONSISTS.search(bare)
    if found and len(parts := _members(found["list"])) > 1:
        return parts
    found = _PLANNED.search(bare)
    if found and len(parts := listed(found["list"])) > 1:
        return parts
    rest = _ORDINAL.sub("", bare)
    after = _AFTER.match(bare)
    if after:
        return [after["first"], *pieces(after["rest"])]
    if len(held := _within(rest)) > 1:
        return held
    if _LIST_ALONE.match(rest.rstrip(" .")) and len(parts := _members(rest)) > 2:
        return parts
    if not _CLAUSE.search(_IN_BRACKETS.sub("", rest)) and len(parts := _members(rest)) > 2:
        return parts
    then = _THEN.search(rest)
    told = then is not None and not STAGE.search(rest.partition(":")[0] if ":" in rest[: then.start()] else "")  # fmt: skip
    if told and (parts := _members(rest)):
        return parts
    clauses = [c for c in _AND_YOU.split(rest) if c.strip()]
    if len(clauses) > 1 and all(STAGE.search(c) for c in clauses):
        return clauses
    one = _ONE.search(bare)
    if one:
        parts = [p for p in _WITH_A.split(one["list"]) if STAGE.search(p)]
        return parts if len(parts) > 1 else [bare]
    return _within(bare)


def _members(text: str) -> list[str]:
    """The members of a list; of one that holds several talks ("a loop of three: ...") those."""
    head, colon, rest = text.partition(":")
    if colon and (before := listed(head)) and _HOLDS.search(before[-1]):
        inner = _inner(rest)
        return [*before[:-1], *inner] if inner else listed(text)
    return [inner for part in listed(text) for inner in _within(part)]


def _within(part: str) -> list[str]:
    """A day or a loop as the talks it is said to hold, else itself."""
    for form in (_HELD_BY_COLON, _HELD_IN_BRACKETS, _HELD_BY_WITH):
        found = form.match(part)
        if found and _HOLDS.search(found["host"]) and (inner := _inner(found["list"])):
            return inner
    return [part]


def _inner(text: str) -> list[str]:
    """The talks inside a day: a list of short members, not all of which need the word talk."""
    parts = [_JOINED.sub("", half) for p in _glued(_split(text)) for half in _halves(p)]
    short = all(len(p.split()) <= _MOST_INNER for p in parts)
    named = sum(STAGE.search(p) is not None for p in parts)
    return parts if len(parts) > 1 and short and named and not re.match(r"\s*you\b", text, re.I) else []  # fmt: skip


def listed(text: str) -> list[str]:
    """The members of a list of stages; [] where one of them is none."""
    whole = [p for p in _glued(_split(text)) if not _PAPERS.search(p)]
    if not all(STAGE.search(p) or LENGTH.search(p) for p in whole):
        return []
    return [half for p in whole for half in _halves(p)] if len(whole) > 1 else whole


def _split(text: str) -> list[str]:
    """A list at its separators; what stands in brackets stays whole."""
    kept = [m[0] for m in _IN_BRACKETS.finditer(text)]
    masked = re.split(r"(?<=[.!?])\s", _IN_BRACKETS.sub(_PLACEHOLDER, text.rstrip(" .!")))[0]
    parts = []
    for part in (_AT_SEMICOLONS if ";" in masked else _BETWEEN).split(masked):
        while _PLACEHOLDER in part:
            part = part.replace(_PLACEHOLDER, kept.pop(0), 1)
        if part.strip():
            parts.append(part.strip())
    return parts


_PAPERS = re.compile(
    r"^(?:an? |the |your |our )?(?:cv|resume|application|paper|portfolio)(?: review| screening| check)?$|^(?:an? |the |our )?(?:written |final )?(?:offer|decision|contract|answer|feedback)\b[^,]{0,20}$",
    re.IGNORECASE,
)
"""Members of a list of stages that the candidate takes no part in."""


def _halves(part: str) -> list[str]:
    """ "A values interview and lunch" at the end of a list: both are members."""
    left, joined, right = part.rpartition(" and ")
    return [left, right] if joined and STAGE.search(left) and _BARE.fullmatch(right) else [part]


def _glued(parts: list[str]) -> list[str]:
    """Parts that only go on with the one before ("..., the analytics lead") put back to it."""
    out: list[str] = []
    for part in parts:
        if out and not STAGE.search(part) and not LENGTH.search(part) and not _MEMBER.match(part):
            out[-1] += f", {part}"
        else:
            out.append(part)
    return out


def is_none(text: str) -> bool:
    """Whether a sentence among the stages names none."""
    return _NO_STAGE.search(text.strip()) is not None


def in_turn(text: str) -> bool:
    """Whether it says that it is one of several ("The second is ...", "Then ...")."""
    return _ORDINAL.match(text.strip()) is not None


def step_text(piece: str, said: str) -> StepText | None:
    """Name and length of the stage a piece names; None where it names none."""
    cells = [c.strip() for c in re.split(r"\t|\s\|\s", piece) if c.strip()]
    bare = _FRAME.sub("", _ORDINAL.sub("", _LABEL.sub("", cells[0] if cells else "")))
    bare = _FRAME.sub("", _ORDINAL.sub("", bare)).strip()
    bare = _ME.sub(lambda m: m["who"], bare)
    if not bare or is_none(bare):
        return None
    name = " ".join(_name(bare).split())
    if not name:
        return None
    text = "; ".join([bare, *cells[1:]])
    return StepText(
        name=(name := _ARTICLE.sub("", name))[:1].upper() + name[1:],
        minutes=length_of(_TIME_FOR.sub("", text)) or length_of(text),
        text=text,
        said=said.strip(),
    )


def _name(bare: str) -> str:
    they = _THEY.match(bare)
    if they and not _YOU.match(bare):
        return (
            f"Talk with {'the ' if bare.lower().startswith(('the ', 'our ')) else ''}{they['who']}"
        )
    if _TIME_FOR.match(bare) and (task := _PHRASE.search(_DROPPED.sub(" ", bare))):
        return _cut(task["np"])
    if _YOU.match(bare):
        clause = _YOU.sub("", bare)
        phrase = _PHRASE.search(_DROPPED.sub(" ", clause))
        return _cut(phrase["np"] if phrase else clause)
    lone = re.match(r"\w+:", bare)
    short = _DROPPED.sub(" ", bare)
    short = _ARTICLE.sub("", _EDGE.sub("", (short if lone else _REST.sub("", short)).strip(" .,;")))
    if _STARTS_OPEN.match(short) or not STAGE.search(short):
        whole = _ARTICLE.sub("", _REST.sub("", bare).strip(" .,;"))
        if LENGTH.match(whole) or STAGE.search(whole):
            return _cut(whole)
        if _STARTS_OPEN.match(short):
            return _cut(f"Conversation {short}" if short.startswith("with") else f"Talk {short}")
    return _cut(short)


def _cut(text: str) -> str:
    """At most so many words, and where more were said none that hangs; who writes is not named."""
    head, colon, rest = text.partition(":")
    text = f"{head}: {_REST.sub('', rest.strip())}" if colon and len(head.split()) == 1 else _REST.sub("", text)  # fmt: skip
    every = _TO_US.sub("", text.strip(" .,;")).split()
    words = every[:_MOST_NAME]
    while len(words) < len(every) and words[-1].lower() in ("with", "and", "or", "of", "on", "to", "the", "a", "an", "in", "at", "for", "about", "your", "our"):  # fmt: skip
        words.pop()
    return " ".join(words)


def length_of(text: str) -> str:
    """How long it takes, as the posting gives it: minutes as bare figures, else with their unit."""
    found = LENGTH.search(text)
    if found is None:
        return ""
    amount = word = found["a"].lower()
    amount = _NUMBERS.get(amount, amount)
    if found["b"]:
        amount += f"-{_NUMBERS.get(found['b'].lower(), found['b'])}"
    unit = found["unit"].lower().rstrip(".")
    half = amount.startswith("half")
    if unit.startswith("min"):
        return amount
    if unit.startswith("h"):
        return "30" if half else f"{amount} hour{'' if amount == '1' else 's'}"
    unit = unit.rstrip("s")
    if word in ("a", "an"):
        return f"{word} {unit}"
    return f"half a {unit}" if half else f"{amount} {unit}{'' if amount == '1' else 's'}"
