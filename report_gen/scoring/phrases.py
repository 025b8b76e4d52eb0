"""Noun phrases of a posting's line: "Kafka, Flink or other stream processing", "bringing models
from a notebook to a running service".

A gap is named with the posting's own words, so that a reader finds them there again.
"""

from __future__ import annotations

import re

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.words import words

MOST_WORDS = 8
"""Longer names are no names."""
_WORD = re.compile(r"[A-Za-z0-9][\w+#./'’&-]*[\w+#]|[A-Za-z0-9]")
_JOINT = re.compile(
    r"[\s,/(]*(?:(?:and|or|and/or|other|or other|including|such as|e\.g\.,?)\s+)*", re.I
)
_STOP = frozenset(
    [
        "a", "an", "the", "of", "for", "to", "and", "or", "in", "on", "at", "by", "as", "with",
        "from", "than", "when", "not", "our", "your", "their", "its", "that", "which", "who",
        "where", "how", "into", "over", "under", "is", "are", "be", "been", "was", "were",
        "has", "have", "had", "will", "would", "can", "could", "should", "must", "may", "we",
        "you", "they", "it", "this", "these", "those", "such", "like", "e.g", "i.e", "etc",
        "via", "per", "within", "without", "across", "between", "through", "about", "against",
        "strong", "solid", "deep", "good", "excellent", "proven", "very", "hands-on", "expert",
        "advanced", "prior", "relevant", "working", "similar", "related", "comparable",
        "equivalent", "plus", "bonus", "preferred", "required", "ideally", "also", "both",
        "either", "any", "some", "all", "each", "every", "more", "most", "least", "one", "two",
        "three", "so", "too", "if", "because", "while", "after", "before", "until", "experience",
        "knowledge", "understanding", "familiarity", "proficiency", "expertise", "skills",
        "ability", "background", "what", "does", "do", "did",
    ]
)  # fmt: skip
_DOUBLED = re.compile(
    r"^(?:run|set|get|ship|plan|cut|map|debug|scrub|win|fit|stop|spot|plug|tag|log|prep|begin|sit|dig)$"
)
_VERB_LIST = re.compile(r"([A-Za-z]+)((?:,\s+|,?\s+(?:and|or)\s+)?)")


def noun_phrase(text: str, start: int, end: int, lex: Lexicon) -> tuple[int, int]:
    """The words at ``start``..``end`` with the nouns around them that belong to them."""
    spots = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    if not spots:
        return start, end
    first = next((n for n, (a, b) in enumerate(spots) if b > start), 0)
    last = next((n for n, (a, b) in reversed(list(enumerate(spots))) if a < end), first)
    for _ in range(2):
        if first and _belongs(text, spots[first - 1], spots[first], lex) and first - 1 > 0:
            first -= 1
    for _ in range(2):
        if last + 1 < len(spots) and _belongs(text, spots[last + 1], spots[last], lex, after=True):
            last += 1
    return min(start, spots[first][0]), max(end, spots[last][1])


def _belongs(
    text: str, word: tuple[int, int], beside: tuple[int, int], lex: Lexicon, after: bool = False
) -> bool:
    between = text[beside[1] : word[0]] if after else text[word[1] : beside[0]]
    said = text[word[0] : word[1]]
    if between.strip() or said.lower() in _STOP or not said[0].isalpha():
        return False
    return not (lex.verb_book.find(words(said)) and not said.endswith(("ing", "ion")))


def joined_phrase(
    text: str, spans: list[tuple[int, int]], lex: Lexicon, most: int = MOST_WORDS
) -> str:
    """Several terms as one name: the text from the first to the last where only commas and "and"
    stand between; what is further away or too long is left out."""
    out: tuple[int, int] | None = None
    for start, end in sorted(spans):
        a, b = noun_phrase(text, start, end, lex)
        if out is None:
            out = (a, b)
        elif a <= out[1] or _JOINT.fullmatch(text, out[1], a):
            if len(text[out[0] : max(b, out[1])].split()) > most:
                break
            out = (out[0], max(b, out[1]))
    if out is None:
        return ""
    name = text[out[0] : out[1]]
    return name + ")" if name.count("(") > name.count(")") else name


_CUT = re.compile(
    r"\s(?:that|which|who|while|when|where|how|what|because|so|if|in order|rather|instead|as well|together with)\b"
    r"|\s(?:is|are|would be) (?:an? |very |also )?(?:big )?(?:nice|plus|bonus|welcome|asset|advantage|helpful)\b"
    r"|,\s(?:so|then|e\.?g|i\.?e|at least|preferably|ideally|for instance|for example|including|of which|with|but)\b",
    re.I,
)


_ASKING_AGAIN = re.compile(
    r"(?<=and|.or) (?:\w+ )?(?:experience|knowledge|familiarity|understanding) (?:with|of|in) (?:an? |the )?",
    re.I,
)
_NEXT_DEED = re.compile(r"(?:,? (?:and|or|to)|,) ([a-z]+)\b")


def clipped(phrase: str, lex: Lexicon) -> str:
    """A name without the clauses that hang on it: "scoring that answers in .." -> "scoring"; a
    second deed ("and raise the bar") is left out too."""
    phrase = _ASKING_AGAIN.sub(" ", phrase.split("; ")[0])
    cut = _CUT.search(phrase, 8)
    phrase = phrase[: cut.start()] if cut and len(phrase[: cut.start()].split()) >= 2 else phrase
    for found in _NEXT_DEED.finditer(phrase):
        least = 2 if is_verb(phrase.split(" ", 1)[0], lex) else 3
        if len(phrase[: found.start()].split()) >= least and is_verb(found[1], lex):
            phrase = phrase[: found.start()]
            break
    kept = phrase.split()
    while len(kept) > 1 and kept[-1].strip(",").lower() in _STOP:
        kept.pop()
    return " ".join(kept).rstrip(",")


def as_noun(phrase: str, lex: Lexicon) -> str:
    """A phrase that opens with verbs as one that can be named: "Design and run A/B tests" ->
    "designing and running A/B tests"; any other phrase as it is."""
    at, out = 0, ""
    while found := _VERB_LIST.match(phrase, at):
        verb = found[1]
        if not is_verb(verb, lex) or not phrase[found.end() :].strip():
            break
        out += gerund(verb if out else verb[:1].lower() + verb[1:]) + found[2]
        at = found.end()
        if not found[2]:
            break
    return out + phrase[at:]


_PLAIN_DEEDS = frozenset(
    [
        "analyse", "analyze", "apply", "architect", "build", "bring", "champion", "contribute", "craft",
        "create", "define", "deliver", "design", "develop", "drive", "enable", "enhance", "ensure",
        "establish", "evaluate", "execute", "find", "guarantee", "guide", "help", "implement", "improve",
        "invent", "keep", "maintain", "make", "manage", "operate", "own", "plan", "produce", "provide",
        "run", "set", "shape", "ship", "spearhead", "support", "take", "track", "train", "use", "write",
        "raise", "identify", "engineer", "oversee", "perform", "prepare", "conduct", "configure", "shorten",
    ]
)  # fmt: skip
"""Deeds that say little: what they are done to is what is asked for."""
_TO_THING = re.compile(r"(?:(?:a|an|the|our|your|up|to|in|out|of|on) )+", re.I)
_LEAST_LETTERS = 5


def thing_done(phrase: str, lex: Lexicon) -> str:
    """ "Design and run A/B tests on pricing" -> "A/B tests on pricing"; a phrase whose verb says
    what is asked ("mentor engineers") or that names nothing else is left as it is."""
    at, verbs = 0, 0
    while found := _VERB_LIST.match(phrase, at):
        if found[1].lower() not in _PLAIN_DEEDS or not found.end() < len(phrase):
            break
        at, verbs = found.end(), verbs + 1
        if not found[2]:
            break
    rest = phrase[at:].lstrip()
    lead = _TO_THING.match(rest)
    rest = rest[lead.end() :] if lead else rest
    first = rest.split(" ", 1)[0].strip(",").lower()
    if not verbs or len(rest) < _LEAST_LETTERS or first in _STOP or is_verb(first, lex):
        return phrase
    return rest


def is_verb(word: str, lex: Lexicon) -> bool:
    """Whether a word that opens a phrase says what is done there."""
    if word.lower() in _VERBS:
        return True
    if word.endswith(("ing", "ed", "ion", "ment", "ness")) or not word.isalpha():
        return False
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
    ]
)  # fmt: skip


def gerund(verb: str) -> str:
    """ "run" -> "running", "write" -> "writing", "be" -> "being"."""
    low = verb.lower()
    if _DOUBLED.match(low):
        return verb + verb[-1] + "ing"
    if low.endswith("ie"):
        return verb[:-2] + "ying"
    if low.endswith("e") and not low.endswith(("ee", "ye", "oe")) and len(low) > 2:
        return verb[:-1] + "ing"
    return verb + "ing"
