"""Noun phrases of a posting's line: "Kafka, Flink or other stream processing", "bringing models
from a notebook to a running service".

A gap is named with the posting's own words, so that a reader finds them there again.
"""

from __future__ import annotations

import re

from report_gen.matching.cuts import may_end, words_that_end
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.words import words
from report_gen.scoring.deeds import is_verb
from report_gen.taxonomy.verbs import verb_table

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
        "ability", "background", "what", "does", "do", "did", "example", "instance",
    ]
)  # fmt: skip


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


def with_its_noun(name: str, text: str, lex: Lexicon) -> str:
    """A name of one broad word with the nouns that stand beside it in the line ("rollout" in "full
    production rollout"), and a quality that lost its noun with the noun ("low-latency" of "low-latency
    services"); every other name as it is."""
    whole = _LOST_NOUN.sub(lambda m: _followed(m[0], text), name)
    if whole != name:
        return re.sub(r"\b(\w+), \1\b", r"\1", whole)
    at = text.find(name)
    if " " in name or not name.islower() or at < 0 or _GOES_ON_IN_LIST.match(text, at + len(name)):
        return name
    start, end = noun_phrase(text, at, at + len(name), lex)
    wide = text[start:end]
    opens = wide.split(" ", 1)[0]
    table = verb_table(lex.taxonomy)
    deed = is_verb(opens, lex) or (table.is_known(opens) and table.is_form(opens, "base"))
    fits = wide.islower() and not deed and 1 < len(wide.split()) <= _WIDE and wide.endswith(name)
    return wide if fits else name


_LOST_NOUN = re.compile(
    r"\b[\w]+-(?:preserving|latency|based|aware|driven|quality|scale)(?=,| and | or |$)", re.I
)
_GOES_ON_IN_LIST = re.compile(r", \w+(?:,| and | or )")
_WIDE = 4


def _followed(said: str, text: str) -> str:
    """A quality with the noun behind it in the text, up to the first plural of two words."""
    found = re.search(rf"{re.escape(said)} ([a-z]+)(?: ([a-z]+))?", text, re.I)
    if not found or found[1] in _STOP:
        return said
    if found[1].endswith("s") or not (found[2] or "").endswith("s"):
        return f"{said} {found[1]}"
    return f"{said} {found[1]} {found[2]}"


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
    r"\s\w+n[’']t\b|(?<!how)(?<!what)(?<!when)(?<!where)\s(?:you|we|they)\b|\ssuch as (?:the|an?|our)\b"
    r"|\s(?:that|which|who|while|when|where|how|what|because|so|if|in order|rather|instead|as well|together with)\b"
    r"|\s(?:is|are|would be) (?:an? |very |also )?(?:big )?(?:nice|plus|bonus|welcome|asset|advantage|helpful)\b"
    r"|,\s(?:so|then|e\.?g|i\.?e|at least|preferably|ideally|for instance|for example|including|of which|with|but|not|from|on|in|at|by|to|(?:\w+|\d+) of them)\b",
    re.I,
)


_ASKING_AGAIN = re.compile(
    r"(?<=and|.or) (?:\w+ )?(?:experience|knowledge|familiarity|understanding) (?:with|of|in) (?:an? |the )?",
    re.I,
)
_NEXT_DEED = re.compile(r"(?:,? (?:and|or|to)|,) ([a-z]+)\b")
_NOUN_TOO = re.compile(
    r"(?:release|design|test|plan|report|review|support|research|process|document|market|audit|"
    r"forecast|influence)\b(?! (?:an?|the|our|your|its|it|them|with|to|on|for|what|how)\b)"
)
"""Deeds that are nouns as well, where nothing tells that they are done to something."""


def clipped(phrase: str, lex: Lexicon) -> str:
    """A name without the clauses that hang on it: "scoring that answers in .." -> "scoring"; a
    second deed ("and raise the bar") is left out too."""
    phrase = _AND_BEEN.sub("", _ASKING_AGAIN.sub(" ", phrase.split("; ")[0]))
    cut = _CUT.search(phrase, 8)
    while cut and _HUNGRY.search(phrase[: cut.start()]) and _TELLS.match(cut.group().strip(" ,")):
        cut = _CUT.search(
            phrase, cut.end() + 1
        )  # "showing people" is nothing without what they see
    phrase = phrase[: cut.start()] if cut and len(phrase[: cut.start()].split()) >= 2 else phrase
    for found in _NEXT_DEED.finditer(phrase):
        least = 2 if is_verb(phrase.split(" ", 1)[0], lex) else 3
        if _NOUN_TOO.match(phrase, found.start(1)):
            continue
        before = phrase[: found.start()].split()
        if before and before[-1].lower() in _ASKED:
            continue  # "knowing when not to use a network"
        deeds = all(is_verb(w.strip(","), lex) or w in ("and", "or") for w in before)
        if len(before) >= least and not deeds and is_verb(found[1], lex):
            phrase = phrase[: found.start()]
            break
    whole = _without_small_end(_OTHERS_DO.sub("", phrase))
    return _TO_NOBODY.sub("", _STATE_LEFT.sub("", whole))


_ASKED = frozenset(["how", "what", "when", "where", "not", "whether", "why", "who", "which"])
_OTHERS_DO = re.compile(
    r" (?:before|after|than|as) (?:the |our |your )?[\w-]+ (?:do|does|did|can)$", re.I
)
_STATE_LEFT = re.compile(r" (?:without|while|by) (?:being|getting|having) [\w-]+$", re.I)
"""Ends that lost what they say something about: "without being afraid"."""
_HUNGRY = re.compile(
    r"(?:^|\b(?:and|or|to) |, )(?:show|teach|tell|explain|know|decid|understand|learn|judg|ensur|check|say|make sure|making sure|find out|"
    r"finding out|work out|working out|figure out)\w*(?: [\w'’-]+){0,2}$"
    r"|\b(?:something|things|those|people|somebody|someone|anything|everything)$",
    re.I,
)
"""What can't end a name: a verb that tells, or a thing that is not named yet."""
_TELLS = re.compile(r"(?:that|how|what|when|where|which|who|why|if|whether)\b", re.I)
_TO_NOBODY = re.compile(
    r"(?<=\w\w\w) (?:to|for|with) (?:somebody|someone|people|those|anybody|anyone|others)(?: (?:who|that)\b.*)?$",
    re.I,
)
_AND_BEEN = re.compile(r",? and (?:been|being|have|having|has) (?!\w+ing\b).*$", re.I)
""" "run experiments and been able to say no": the second remark is another one."""
WHOLE_WORDS = 13
"""Words of a name that says nothing when it is cut."""
_UNCUT = re.compile(
    r"(?:show|teach|tell|know|decid|learn|judg|mak|find|work|figur|gett|convinc|persuad|train)\w*ing (?:sure|out)?\b",
    re.I,
)


def _without_small_end(phrase: str) -> str:
    """A phrase without the small words at its end; of "Kafka, Flink or similar" the list stays one."""
    phrase = re.sub(r"\bor something(?: like (?:it|that))?$", "or", phrase)
    kept, joint = phrase.split(), ""
    while len(kept) > 1 and kept[-1].strip(",").lower() in _STOP:
        if kept[-1].lower() == "understanding" and kept[-2].lower() in _UNDERSTOOD:
            break
        word = kept.pop().strip(",").lower()
        joint = word if word in ("and", "or") else joint
    out = " ".join(kept).rstrip(",")
    return _joined(out, joint) if joint else out


def _joined(listed: str, joint: str) -> str:
    """A list that lost its last item, closed again: "Kafka, Flink" -> "Kafka or Flink"."""
    head, comma, last = listed.rpartition(", ")
    plain = len(last.split()) <= _LAST_ITEM and not re.search(r"\b(?:and|or|to|for)\b", last)
    return f"{head} {joint} {last}" if comma and plain else listed


_LAST_ITEM = 3
_UNDERSTOOD = frozenset(
    ["language", "query", "document", "image", "video", "scene", "user", "speech", "text"]
)
"""Understanding of these is a field and no knowledge."""


def shortened(phrase: str, most: int = MOST_WORDS) -> str:
    """A longer name cut where it has a joint: before what is done with the thing, or after some
    items of a list, which are joined as the list was."""
    said = phrase.split()
    plain = " ".join(said)
    whole = _UNCUT.match(phrase) is not None and len(said) <= WHOLE_WORDS
    if len(said) <= most + 1 or whole:
        return phrase
    for n in range(most, 1, -1):
        word = said[n].lower()
        before = " ".join(said[:n]).rstrip(",")
        if word in ("and", "or") and (closed := _joined(before, word)) != before:
            return closed
        listed = said[n - 1].endswith(",") or said[n - 1].lower() in _STOP
        clean = not listed and may_end(plain, len(" ".join(said[:n])))
        if clean and (word in _JOINTS or word in ("and", "or")):
            return " ".join(said[:n])
    kept = said[: words_that_end(plain, most)]
    while len(kept) > 1 and kept[-1].strip(",").lower() in _STOP:
        kept.pop()
    return " ".join(kept).rstrip(",")


_JOINTS = frozenset(
    [
        "for",
        "with",
        "across",
        "from",
        "at",
        "into",
        "through",
        "so",
        "by",
        "under",
        "within",
        "between",
        "to",
        "in",
        "on",
        "during",
        "over",
        "via",
    ]
)

_OPENERS = re.compile(
    r"^(?:you(?:'|’)?(?:ve| have| are|re| will| should be| know| can)?\b|we\b|(?:at least |(?:a )?minimum(?: of)? )?[\w+–-]+ (?:or more |plus )?(?:years?|yrs?\.?)(?:'|’)?(?: of)?|"
    r"(?:ideally|preferably|if possible)\b,?|(?:would|will) (?:expect|like|want|need|love)(?: you)?(?: to (?:have|bring|see))?\b|(?:find(?:ing)? )?(?:new |better )?ways to\b|"
    r"(?:(?:at )?least )?one (?:or more )?of\b|(?:(?:are|is) )?data-driven\b|(?:are|is) comfortable with\b|help us\b|in (?:the|this|your) role\b|need\b|must\b|having\b|(?:some|any|enough|outstanding|professional|command|habit|grasp)(?= (?:of|experience|knowledge|command|understanding|practice|familiarity|exposure)\b)|"
    r"(?:strong|solid|deep(?! learning)|proven|excellent|demonstrated|hands-on|prior|working|sound|real(?!-)|very|good|practical|relevant|advanced|significant|extensive)\b|"
    r"(?:experience|exposure|familiarity|knowledge|understanding|proficiency|expertise|background|skills?|ability|comfort|fluency|interest|track record|depth)\b|"
    r"(?:with|in|of|to|and|the|an?|or|that|for|on(?!-| call\b)|is|has|have|be|been|as|at|our|your|helped|comfortable|way around|it would be great if you)\b|[\s,;:–-])+",
    re.I,
)
_BREAK = re.compile(
    r",?\s\(?e\.?g\b|[;:(]|\.(?=\s|$)|,\s(?:and|or|including|such|with|so|because|since)|\s[–-]\s"
)


def key_phrase(text: str, most: int = 8) -> str:
    """The first telling words of a requirement: "Experience with X and Y in Z" -> "X and Y in Z"."""
    core = _OPENERS.sub("", text.strip()).strip()
    core = core or text.strip()
    cut = _BREAK.search(core, 12)
    spoken = core[: cut.start() if cut else None].split()
    kept = spoken[:most]
    for word in spoken[most : most + _TO_ITS_NOUN]:  # "late or failed" and no deliveries
        ends = {kept[-1].casefold(), word.strip(",").casefold()} & _NO_END
        if ends or kept[-1].endswith(","):
            break
        kept.append(word)
    cut_short = len(kept) < len(spoken)
    while len(kept) > 1 and (
        kept[-1].strip(",").casefold() in _NO_END or (cut_short and kept[-1].endswith("'"))
    ):
        kept.pop()
    return " ".join(kept).rstrip(" ,;:.")


_TO_ITS_NOUN = 3
"""So many words more may follow until a phrase has its noun."""
_NO_END = frozenset(
    ["too", "beyond", "a", "an", "the", "of", "for", "to", "and", "or", "in", "on", "at", "by",
     "as", "with", "from", "than", "other", "when", "not", "our", "your", "their", "its",
     "that", "which", "who", "where", "how", "into", "over", "under", "is", "are", "be",
     "private", "various", "several", "such"]
)  # fmt: skip
"""Words no name ends with."""
