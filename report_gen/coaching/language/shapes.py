"""The shapes of lines: kinds of beginnings and joints, small word classes, bare figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from report_gen.coaching.language.models import Token

HeadKind = Literal[
    "past", "base", "third", "gerund", "state", "passive", "first", "we", "full", "metric",
    "role", "oncall", "quantity", "noun", "intro", "relative", "other_person", "unsure",
]  # fmt: skip
JointKind = Literal[
    "start", "comma", "past", "base", "third", "participle", "by", "gerund", "which", "so",
    "including", "with", "goal", "context", "clause", "metric", "while", "range",
]  # fmt: skip

ARTICLES_AND_COUNTS = frozenset(
    [
        "the",
        "a",
        "an",
        "our",
        "my",
        "their",
        "its",
        "his",
        "her",
        "your",
        "this",
        "that",
        "these",
        "those",
        "all",
        "both",
        "each",
        "every",
        "several",
        "many",
        "more",
        "most",
        "some",
        "any",
        "no",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "multiple",
        "various",
        "numerous",
    ]
)
DETERMINERS = ARTICLES_AND_COUNTS | frozenset(
    [
        "over",
        "about",
        "around",
        "nearly",
        "almost",
        "another",
        "other",
        "own",
        "new",
        "it",
        "them",
        "him",
        "us",
        "me",
        "half",
        "up",
        "approximately",
        "roughly",
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "annual",
        "internal",
        "external",
        "complex",
        "existing",
        "key",
        "large",
        "small",
        "high",
        "full",
        "major",
        "critical",
        "cross-functional",
        "end-to-",
        "end",
    ]
)
PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "on",
        "in",
        "to",
        "at",
        "with",
        "by",
        "from",
        "into",
        "onto",
        "over",
        "across",
        "through",
        "under",
        "between",
        "among",
        "during",
        "against",
        "without",
        "within",
        "via",
        "using",
        "as",
        "about",
        "around",
        "after",
        "before",
        "per",
        "towards",
        "toward",
        "upon",
        "including",
        "ahead",
        "off",
        "out",
        "along",
        "behind",
        "beyond",
    ]
)
PRONOUNS = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "there",
        "everyone",
        "nobody",
    ]
)
NUMBER = re.compile(r"^[~<>≤≥≈+\-−±]?[$€£¥₹]?\d")
_RANGE = re.compile(
    r"(?<![\w@.,/])(?P<a>[~<>+\-−]?[$€£]?\d[\w.,/%+]*(?: (?!to\b|and\b|or\b|in\b|of\b|with\b|for\b|at\b|was\b)[\w/%.²]+){0,2}?) "
    r"(?:down |up )?to (?:(?:under|over|about|below|above|just|only|around|less than|more than) )?(?P<b>[~<>+\-−]?[$€£]?\d)"
)
_CHANGE = re.compile(
    r"(?:^|\s)(?:(?P<signed>[+−-]\d[\d.,]*\s?(?:%|pp|pts?|points?|x)?(?=\s|$))"
    r"|(?P<way>up|down|higher|lower|less|more|faster|better) (?:by )?(?=[~<>]?[$€£]?\d|about \d|half\b|an? (?:third|quarter|fifth|tenth)\b|two[ -]thirds))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How a segment begins: its kind, and the verb (index, base form) if it begins with one."""

    kind: HeadKind
    at: int = 0
    base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a segment; ``joint`` says how it hangs on what stands before."""

    joint: JointKind
    words: tuple[Token, ...]
    comma: bool = False
    link: str = ""
    """The connecting words that were taken off (", and", "by", "which")."""

    @property
    def text(self) -> str:
        return " ".join(t.raw for t in self.words).strip(" ,")


SPAN = re.compile(
    r"[$€£]?\d[\d.,]*\s?(?:ms|s|h|min|minutes?|hours?|days?|weeks?|%|[kKM]|[GTM]B|FPS|fps)? to "
    r"[$€£]?\d[\d.,]*\s?(?:ms|s|h|min|minutes?|hours?|days?|weeks?|%|[kKM]|[GTM]B|FPS|fps)(?: (?:at|in|on) .{1,30})?$"
)
"""A figure before and after without "from": "5 h to 35 min", "9 to 26 FPS at 15 W"."""


def metric_shape(text: str) -> bool:
    """A noun with its numbers and no verb: "yield from 81% to 88%", "returns down 9%"."""
    return bool(_RANGE.search(text) or _CHANGE.search(text))


def range_in(text: str) -> re.Match[str] | None:
    return _RANGE.search(text)


def change_in(text: str) -> re.Match[str] | None:
    return _CHANGE.search(text)


def begins(rest: str, phrase: str) -> bool:
    return rest == phrase or rest.startswith(phrase + " ")


def possessive(token: Token) -> bool:
    return token.core.endswith(("'s", "’s")) or token.raw.endswith(("s'", "s’"))


def stops(token: Token) -> bool:
    return token.raw.endswith((",", ";", ":"))


def start_of(ts: tuple[Token, ...], n: int) -> int:
    """Index after the last comma before ``n``."""
    return next((k + 1 for k in range(n - 2, -1, -1) if ts[k].comma), 0)


WANTING = frozenset(
    [
        "want",
        "decide",
        "agree",
        "refuse",
        "try",
        "plan",
        "hope",
        "expect",
        "need",
        "start",
        "begin",
        "fail",
        "manage",
        "choose",
        "promise",
        "threaten",
        "ask",
        "volunteer",
    ]
)
CLAUSE_STOPS = frozenset(
    [
        "which",
        "who",
        "that",
        "where",
        "whose",
        "because",
        "when",
        "while",
        "so",
        "if",
        "after",
        "before",
        "following",
        "once",
        "until",
        "unless",
        "than",
    ]
)
PARTICLES = frozenset(["up", "out", "off", "down", "back", "away", "together", "through", "over"])
NOT_ADVERBS = frozenset(
    [
        "nightly",
        "fortnightly",
        "biweekly",
        "bimonthly",
        "timely",
        "assembly",
        "family",
        "supply",
        "apply",
        "reply",
        "rely",
        "ally",
        "early",
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "yearly",
        "hourly",
        "anomaly",
        "only",
        "italy",
        "july",
        "likely",
        "friendly",
        "multiply",
        "comply",
        "imply",
        "fly",
    ]
)
VERB_PREFIXES = frozenset(
    [
        "de",
        "re",
        "co",
        "pre",
        "over",
        "under",
        "out",
        "fine",
        "load",
        "stress",
        "hand",
        "cross",
        "beta",
        "hot",
        "a/b",
        "unit",
        "live",
        "pair",
        "mass",
        "self",
        "white",
        "back",
        "side",
        "cold",
        "battle",
        "field",
        "test",
        "double",
        "quality",
        "reverse",
        "peer",
        "lift",
        "soft",
        "fast",
        "jump",
    ]
)
THIRD_DUTIES = frozenset(
    [
        "design", "review", "coach", "plan", "work", "train", "report", "research", "test",
        "support", "guide", "host", "monitor", "document", "audit", "schedule", "lead", "chair",
        "mentor", "file", "repair", "cook", "clean", "drive", "nurse", "answer", "measure",
        "control", "help", "place", "load", "check",
    ]
)  # fmt: skip
"""Verbs that are nouns as well, and open lines in the third person: "Reviews contracts"."""
LEADING = frozenset(
    [
        "lead",
        "support",
        "design",
        "coach",
        "mentor",
        "train",
        "guide",
        "help",
        "direct",
        "supply",
        "drive",
        "staff",
        "host",
    ]
)
