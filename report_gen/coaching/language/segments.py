"""A line -> clean segments: abbreviations said in full, brackets set aside, sentences parted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from report_gen.coaching.language.models import Token
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

Joint = Literal["start", "sentence", "semicolon", "dash", "colon"]
_MARKER = re.compile(r"^[\s•‣▪◦·–—*➤✓»>\-]+(?=\S)")
_ARROW = re.compile(r"\s*(?:-+>|=+>|→|➔|⇒|➜)\s*")
_FROM_NOTHING = re.compile(r"\b0 ?(?:-+>|→|➔|➜|-to-) ?1(?= [a-z])")
""" "0→1 launch": the first version of a product, and no figure."""
_LINK = re.compile(r"\s*[(\[<]?(?:https?://|www\.)\S+[)\]>]?")
_SEMICOLON, _COLON = re.compile(r";\s*"), re.compile(r":\s+")
_DASH = re.compile(r"\s+[-–—]{1,2}\s+|\s*—\s*")
_CLIPPED = frozenset(
    ["dev.", "tech.", "eng.", "mgmt.", "gov.", "govt.", "resp.", "temp.", "avg.", "wk.", "wks.", "mo.", "mos.", "yr.",
     "yrs.", "univ.", "mfg.", "cert.", "assoc.", "asst.", "int.", "intl.", "nat.", "natl.", "admin.", "ops.", "req.",
     "reqs.", "misc.", "spec.", "specs.", "ref.", "refs.", "orig.", "conf.", "proc.", "sci.", "chem.", "math.", "phys.",
     "bio.", "lab.", "exp.", "pub.", "acad.", "gen.", "reg.", "ext.", "tel.", "div.", "mktg.", "acct.", "incl.", "w."]
)  # fmt: skip
"""Words people clip: what follows their stop in lower case goes on with the sentence."""
_TIMES = frozenset(
    ["h.", "ms.", "min.", "sec.", "hr.", "hrs.", "wk.", "wks.", "mo.", "mos.", "yr.", "yrs."]
)
"""Behind a figure and before a capital their stop ends a sentence too: "in 26 min. Now ..."."""
_DATED = re.compile(
    r"^\(?(?:(?:spring|summer|autumn|fall|winter) )?(?:19|20)\d\d(?: ?(?:-|–|—|to) ?(?:(?:19|20)\d\d|present|now|today))?\)? ?[:|] ?(?=[^\W\d])",
    re.I,
)
""" "2014 - 2016: Player in ...": when it was stands before what it was, and is no part of it."""
_LISTED = re.compile(
    r"\b(?P<before>(?:familiar|experienced|proficient|comfortable|skilled|worked|fluent|trained) (?:with|in|on)|includes?|included|"
    r"including)\s*:\s+(?P<first>[A-Z]?)(?P<rest>\w.*)$",
    re.I,
)
""" "Familiar with: Perl", "Duties included: ...": no pause that one would make."""
_DOING = re.compile(
    r"(?<=\w)\s*—\s*(?=(?!during\b|nothing\b|something\b|everything\b)[a-z]{3,}ing [\w~$])"
)
""" "a desk bot—answering 90 calls a day" goes on as after a comma."""
_SEE = re.compile(
    r"(?<=\w)[,;]? (?:\()?see (?:the |my )?(?:link|progress|repo(?:sitory)?|code|demo|paper|poster|slides|below|above|portfolio|site|video)\)?\.?$",
    re.I,
)
""" "..., see demo": a pointer of the page."""
_ON_TOP = re.compile(
    r"(?:^|(?<=[.;] ))(?:(?:on top(?: of (?:this|that|it|which))?|in addition(?: to (?:this|that|it))?|additionally|besides(?: (?:this|that))?|"
    r"apart from (?:this|that)|beyond (?:this|that)|as well|also|furthermore|moreover|further)\s*[,:]|(?:furthermore|moreover|additionally)) +(?=\S)",
    re.I,
)
""" "On top of this: ...", "In addition, ...": words that only join a line to the one before."""
_PER = re.compile(r"(?<=[A-Za-z]) / (?=(?:shift|hour|day|night|week|month|quarter|term|year)\b)")
_CHANGED = re.compile(
    r"[a-z@][\w@/ -]{1,30}? [~<>]?[$€£]?\d[\w.,%]*(?: [\w%]+)? ?(?:to|-+>|=+>|→|➔) ?[~<>]?[$€£]?\d",
    re.I,
)
_OPENING, _CLOSING = "([“\"'", ",;:)]"
_EDGE = " \t,.;:!?\"'“”‘’()[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One stretch between strong stops, brackets taken out into ``asides``."""

    text: str
    joint: Joint
    asides: tuple[str, ...] = ()
    aim: bool = False
    """It says what was aimed at, as a sentence already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A line in its parts, before its verbs are put into a tense. ``duties``: its first part begins
    with a verb in the present."""

    text: str
    cleaned: str
    parts: tuple[Segment, ...]
    label: str
    segments: tuple[Segment, ...]
    duties: bool


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """White-space tokens; our rules need numbers with their units and names whole ("C++", "3h15").

    A linguistic tokenizer would part them, and without a tagger it would give nothing back.
    """
    return tuple(Token.of(raw, raw.strip(_EDGE) or raw) for raw in text.split())


_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]")
_BY = r"\d[\d.,]*\s?%(?:$|[,;.)]| (?:in|over|within|after|since|by)\b)"
_SIGNS: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    (("↓", "▼"), re.compile(r"\s*[↓▼]\s*(?=[$€£]?\d)"), " down "),
    (
        ("%",),
        re.compile(rf"(?<=[a-z]) (?:minus (?={_BY})|[−–](?=\d[\d.,]*\s?%))"),
        " down ",
    ),
    (("%",), re.compile(rf"(?<=[a-z]) plus (?={_BY})"), " up "),
    (("↑", "▲"), re.compile(r"\s*[↑▲]\s*(?=[$€£]?\d)"), " up "),
    (("~",), re.compile(r"(?<![\w~])~\s*(?=[$€£]?\d)"), "about "),
    (("…", ".."), re.compile(r"(?<=\w)\s*(?:…|\.\.\.+)\s+(?=\w)"), "; "),
    (("@",), re.compile(r"(?<=\w) @ (?=\w)"), " at "),
    (("!",), re.compile(r"!+(?=\s|$)"), "."),
)
"""Signs, of which one must stand in the text, how they are used, and what is said for them."""
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")


def clean(text: str, words: LanguageVocabulary) -> str:
    """Markers, links and emphasis gone, arrows and written abbreviations said in words."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    text = _INVISIBLE.sub("", text)
    text = " ".join(text.split())
    text = _DATED.sub("", _LINK.sub("", _MARKER.sub("", text)))
    text = _ON_TOP.sub("", text)
    text = _SEE.sub("", _LISTED.sub(_said_on, _DOING.sub(", ", text)))
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub(r"\2", text)
    text = _FROM_NOTHING.sub("zero-to-one", text)
    text = _PER.sub(" per ", _ARROW.sub(_said_arrow, text))
    for signs, used, said in _SIGNS:
        if any(sign in text for sign in signs):
            text = used.sub(said, text)
    out = [_expand(word, words) for word in text.split()]
    return " ".join(" ".join(out).split())


def _said_arrow(match: re.Match[str]) -> str:
    """Between figures and names an arrow says "to", before a deed it parts two statements."""
    after = match.string[match.end() :].split(" ", 1)[0].lower()
    if re.fullmatch(
        r"[a-z]+(?:ed|ing)|cut|led|saw|made|won|grew|built|found|took|got|kept|wrote|gave|brought|sold|ran",
        after,
    ):
        return "; "
    rest = match.string[match.end() :]
    figured = re.search(r"[\d%]\S*\s*$", match.string[: match.start()])
    if _CHANGED.match(rest) and not figured:
        return "; "
    if re.match(r"[a-z]+ (?:[a-z]+ )?(?:[a-z]+ed|was|were|went|fell|rose|grew|got|became)\b", rest):
        return "; "
    measured = re.match(r"[^\d]{3,40}(?:\b(?:from|up|down)\b|[+-])[^\d]*\d", rest)
    return "; " if measured and not figured else " to "


def _said_on(match: re.Match[str]) -> str:
    """A list behind a colon as part of the sentence, its last item with "and"."""
    first, rest = match["first"], match["rest"]
    plain = re.match(r"[a-z]+ [a-z]", rest)
    items = rest.rstrip(". ").split(", ")
    if len(items) > 1 and " and " not in rest and all(len(i.split()) <= 4 for i in items):
        rest = f"{', '.join(items[:-1])} and {items[-1]}"
    return f"{match['before']} {first.lower() if plain else first}{rest}"


def _expand(word: str, words: LanguageVocabulary) -> str:
    if (
        word[0] not in _OPENING
        and word[-1] not in _CLOSING
        and word.lower() not in words.expansions
    ):
        return word
    lead = re.match(r"^[(\[“\"']*", word)
    start = lead.group() if lead else ""
    body = word[len(start) :]
    tail = ""
    key = body.lower()
    while key and key not in words.expansions and key[-1] in _CLOSING:
        tail = body[-1] + tail
        body, key = body[:-1], key[:-1]
    if key not in words.expansions or (key in ("v.", "no.") and body[:1].isupper()):
        return word
    said = words.expansions[key]
    opens = body[:1].isupper() and body[1:].islower()  # "YoY", "P.A." have capitals of their own
    return start + (said.capitalize() if opens else said) + tail


def set_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its bracketed remarks, and the remarks. Unbalanced brackets stay."""
    asides: list[str] = []
    out: list[str] = []
    depth, start = 0, 0
    for n, char in enumerate(text):
        if char == "(" and (depth or n == 0 or text[n - 1].isspace()):
            depth += 1
            if depth == 1:
                start = n
        elif char == ")" and depth:
            depth -= 1
            if depth == 0:
                asides.append(text[start + 1 : n].strip())
        elif depth == 0:
            out.append(char)
    if depth:
        return text, ()
    plain = re.sub(r"\s+([,.;:])(?=[\s,.;:)]|$)", r"\1", "".join(out))  # ".NET" keeps its space
    return " ".join(plain.split()), tuple(a for a in asides if a)


def split_segments(text: str, words: LanguageVocabulary) -> tuple[Segment, ...]:
    """Segments at full stops, semicolons, dashes and colons outside brackets and quotes."""
    out: list[Segment] = []
    for sentence in _sentences(text, words.abbreviations):
        joint: Joint = "sentence" if out else "start"
        for n, half in enumerate(_outside(sentence, _SEMICOLON)):
            for k, part in enumerate(_outside(half, _DASH)):
                for c, piece in enumerate(_outside(part, _COLON)):
                    here: Joint = "colon" if c else "dash" if k else "semicolon" if n else joint
                    plain, asides = set_aside(piece)
                    plain = plain.strip(" ,.;:–—-")
                    if plain or asides:
                        out.append(Segment(text=plain, joint=here, asides=asides))
    return tuple(out)


def _outside(text: str, pattern: re.Pattern[str]) -> list[str]:
    """``pattern.split`` that leaves brackets and quotation marks whole."""
    spans = _closed(text)
    pieces, last = [], 0
    for match in pattern.finditer(text):
        if any(a < match.start() < b for a, b in spans):
            continue
        pieces.append(text[last : match.start()])
        last = match.end()
    return [*pieces, text[last:]]


@lru_cache(maxsize=256)
def _closed(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        (m.start(), m.end())
        for m in re.finditer(
            r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\"[^\"]*\"|“[^”]*”|(?<!\w)‘[^‘’]*’(?!\w)|\[[^\]]*\]",
            text,
        )
    )


def _sentences(text: str, abbreviations: Container[str]) -> list[str]:
    spans = _closed(text)
    pieces, last = [], 0
    for match in re.finditer(r"[.!?]+[\"'”’)]*\s+(?=[\"'“(]?[A-Za-z0-9$€£+\-])", text):
        said, _, before = text[last : match.start() + 1].lower().rpartition(" ")
        before = before.strip("(\"'“")
        initial = re.fullmatch(r"(?:[a-z]\.)+", before) and before not in ("a.", "i.")
        if initial and before in ("r.", "c.") and said.endswith((" in", " using", "in")):
            initial = None  # "Rebuilt in R. Two days to three hours."
        if text[match.end()].islower() and not _ends_a_sentence(match.group(), said, before):
            continue
        timed = before in _TIMES and said[-1:].isdigit() and text[match.end()].isupper()
        if ((before in abbreviations or initial) and not timed) or any(
            a < match.start() < b - 1 for a, b in spans
        ):
            continue
        pieces.append(text[last : match.end()].strip())
        last = match.end()
    return [p for p in (*pieces, text[last:].strip()) if p]


def _ends_a_sentence(stop: str, said: str, before: str) -> bool:
    """Whether a stop before a small letter parts two remarks ("14 services. fix list done")."""
    if re.search(r"\d$", said):
        return True  # "in 6 wks. conversion +11%"
    return stop.strip() in (".", ".)") and len(before) > 2 and before not in _CLIPPED
