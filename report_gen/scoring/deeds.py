"""Deeds of a posting as things that can be named: "Design and run A/B tests on pricing" asks for
"A/B tests on pricing", "Work with finance" for "work with finance"."""

from __future__ import annotations

import re

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.words import words
from report_gen.taxonomy.verbs import verb_table

_VERB_LIST = re.compile(
    r"(look after|take care of|keep an eye on|[A-Za-z]+(?:-[a-z]+)?)"
    r"((?:,\s+(?:and\s+)?|,?\s+(?:and|or)\s+)?)",
    re.I,
)
PLAIN_DEEDS = frozenset(
    [
        "analyse", "analyze", "apply", "architect", "build", "bring", "champion", "contribute", "craft",
        "create", "define", "deliver", "design", "develop", "drive", "enable", "enhance", "ensure",
        "establish", "evaluate", "execute", "find", "guarantee", "guide", "help", "implement", "improve",
        "invent", "keep", "maintain", "make", "operate", "own", "plan", "produce", "provide",
        "run", "set", "shape", "ship", "spearhead", "support", "take", "track", "train", "use", "write",
        "raise", "identify", "engineer", "oversee", "perform", "prepare", "conduct", "configure", "shorten",
        "look after", "take care of", "keep an eye on", "devise", "extend", "refine", "administer",
        "introduce", "prototype",
    ]
)  # fmt: skip
"""Deeds that say little: what they are done to is what is asked for."""
_PLAIN_IN_LISTS = frozenset(["research", "form", "test", "monitor", "document"])
"""Deeds beside another one ("research and develop"); alone they are nouns or say what is asked."""
_TO_THING = re.compile(r"(?:(?:a|an|the|our|your|up|down|to|in|out|of|on|end-to-end) )+", re.I)
_NO_THING = frozenset(
    [
        "things",
        "them",
        "it",
        "us",
        "me",
        "sure",
        "everything",
        "anything",
        "something",
        "this",
        "that",
        "yourself",
        "others",
        "part",
    ]
)
"""What these are done to is not named."""
_LEAST_LETTERS = 4
_OF_THEIR_OWN = (
    (r"(?:work|partner|team up)(?: closely)?(?: together)? with\b", "work with"),
    (r"collaborate(?: closely)? with\b", "collaboration with"),
    (r"negotiate with\b", "negotiation with"),
    (r"line-manage\b", "line management of"),
    (r"(?:spend (?:some )?time|sit|sit down) with\b", "time with"),
    (r"share the\b", ""),
    (r"(?:tak(?:e|ing) part|participat(?:e|ing)) in (?:the |our )?", ""),
    (r"contribute to (?:the |our )?", "contributions to "),
    (r"deal with\b", ""),
    (r"care about\b", ""),
    (r"dig into (?:the )?", ""),
    (r"keep up with\b", "keeping up with"),
)
_NOUN_OF = tuple((re.compile(pattern, re.I), noun) for pattern, noun in _OF_THEIR_OWN)
"""Deeds that have a noun for what one does."""


def as_noun(phrase: str, lex: Lexicon) -> str:
    """A phrase that opens with verbs as one that can be named: "Mentor and coach engineers" ->
    "mentoring and coaching engineers"; any other phrase as it is."""
    for pattern, noun in _NOUN_OF:
        found = pattern.match(phrase)
        rest = phrase[found.end() :].strip() if found else ""
        if found and len(rest) >= _LEAST_LETTERS:
            return f"{noun} {rest}".replace("  ", " ").strip()
    at, out = 0, ""
    while found := _VERB_LIST.match(phrase, at):
        verb = found[1]
        if not is_verb(verb, lex) or not phrase[found.end() :].strip():
            break
        out += _doing(verb if out else verb[:1].lower() + verb[1:], lex) + found[2]
        at = found.end()
        if not found[2]:
            break
    return out + phrase[at:]


def named(phrase: str, lex: Lexicon) -> str:
    """A phrase as the name of what is asked: the thing that is worked on, else the work."""
    thing = thing_done(phrase, lex)
    return thing if thing != phrase else as_noun(phrase, lex)


def thing_done(phrase: str, lex: Lexicon) -> str:
    """ "Design and run A/B tests on pricing" -> "A/B tests on pricing", "Build and mentor a team" ->
    "mentoring a team"; a phrase whose verb says what is asked ("mentor engineers") or that names
    nothing else is left as it is."""
    at, verbs, joined, verb = 0, 0, False, ""
    while found := _VERB_LIST.match(phrase, at):
        plain = PLAIN_DEEDS | _PLAIN_IN_LISTS if found[2] or joined else PLAIN_DEEDS
        if found[1].lower() not in plain or not found.end() < len(phrase):
            break
        at, verbs, joined, verb = found.end(), verbs + 1, bool(found[2]), found[1].lower()
        if not found[2]:
            break
    rest = phrase[at:].lstrip()
    if not verbs or _TO_PLACE.match(f"{verb} {rest}"):
        return phrase
    if joined and is_verb(rest.split(" ", 1)[0].strip(","), lex):
        return as_noun(
            rest, lex
        )  # "Prepare and check datasets": the last deed is the one that tells
    lead = _TO_THING.match(rest)
    rest = rest[lead.end() :] if lead else rest
    first = rest.split(" ", 1)[0].strip(",").lower()
    told = len(rest) >= _LEAST_LETTERS and first not in _NO_THING | _NO_FIRST
    told = told and not first.endswith("ly")
    helps = verb in ("help", "make") and is_verb(first, lex)
    return phrase if not told or helps else rest


_TO_PLACE = re.compile(
    r"(?:bring|take) (?:[\w-]+ ){1,4}(?:into|onto|to|from|down|up)\b|make (?:[\w-]+ )?[\w-]+ run\b|make sure\b|find out\b"
    r"|keep (?:[\w-]+ ){1,5}?(?:[\w-]+ed|running|going|free|safe|clean|cheap|alive|out of|away from|up to)\b"
)
"""Deeds whose thing alone is another thing: "bring models into products"."""
_NO_FIRST = frozenset(
    [
        "with",
        "for",
        "to",
        "and",
        "or",
        "in",
        "at",
        "by",
        "as",
        "from",
        "when",
        "not",
        "what",
        "which",
        "who",
        "where",
        "how",
        "over",
        "that",
        "if",
        "so",
        "why",
        "every",
        "each",
        "fast",
        "well",
        "more",
        "once",
    ]
)


def is_verb(word: str, lex: Lexicon) -> bool:
    """Whether a word that opens a phrase says what is done there."""
    low = word.lower()
    if low in _VERBS or low in PLAIN_DEEDS:
        return True
    if low.endswith(("ing", "ed", "ion", "ment", "ness")) or not word.isalpha():
        return False
    if low.endswith("s") and not low.endswith("ss"):
        return False  # one is asked to model, and never to models
    return any(h.start == 0 for h in lex.verb_book.find(words(word)))


_VERBS = frozenset(
    [
        "spend", "challenge", "take", "make", "keep", "find", "work", "help", "get", "give", "be", "do", "own",
        "write", "talk", "say", "answer", "serve", "understand", "identify", "review", "set",
        "turn", "bring", "partner", "act", "use", "apply", "ensure", "provide", "develop",
        "create", "select", "communicate", "translate", "report", "join", "care", "look",
        "learn", "stay", "drive", "handle", "share", "support", "seek", "think", "tell", "know",
        "see", "file", "compress", "align", "guard", "guarantee", "line-manage", "forecast", "dig",
        "grow", "defend", "watch", "explain", "sit", "react", "recommend", "shorten",
        "interpret", "check", "test", "present", "hire", "thrive", "teach", "coach", "mentor", "fine-tune",
        "recruit", "publish", "audit", "validate", "verify", "summarise", "summarize", "document",
        "decide", "judge", "stand", "put", "bring", "move", "get", "choose", "convince", "persuade", "argue", "negotiate",
        "inspire", "manage", "unblock", "escalate", "enjoy", "attend", "advise", "consult", "form",
    ]
)  # fmt: skip


def _doing(verb: str, lex: Lexicon) -> str:
    """ "run" -> "running", "look after" -> "looking after"."""
    first, _, rest = verb.partition(" ")
    doing = verb_table(lex.taxonomy).doing(first)
    if first[:1].isupper():
        doing = doing[:1].upper() + doing[1:]
    return f"{doing} {rest}".rstrip()


_PAST_DEED = re.compile(r"([a-z]+)(?=(?:,| and| or)? \w)")


_FIELD = re.compile(
    r"(?:distributed|embedded|automated|applied|advanced|related|managed|structured|unstructured|connected|regulated|"
    r"shared|hosted|mixed|curated|sponsored|supervised|reinforced|linked|federated|integrated) (?:[\w-]+ )?[a-z]+(?:s|ing)\b",
    re.I,
)


def past_as_noun(phrase: str, lex: Lexicon) -> str:
    """ "mentored analysts" -> "mentoring analysts", for what follows "you have"; a plain deed is
    left out ("trained and shipped a vision model" -> "vision model")."""
    table, left = verb_table(lex.taxonomy), phrase
    while (
        not _FIELD.match(left)
        and (found := _PAST_DEED.match(left))
        and (base := table.base(found[1], "participle"))
    ):
        rest = re.sub(r"^(?:, | and | or | )+(?:an? |the )?", "", left[found.end() :])
        if base not in PLAIN_DEEDS | {"do"} or len(rest) < _LEAST_LETTERS:
            return table.gerund(base) + left[found.end() :]
        left = rest
    return left
