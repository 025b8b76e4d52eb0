"""The shapes of lines: kinds of beginnings and joints, small word classes, bare figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from report_gen.coaching.language.models import Token
from report_gen.coaching.language.spans import in_span

HeadKind = Literal[
    "past", "base", "third", "gerund", "state", "passive", "first", "we", "full", "metric",
    "role", "oncall", "quantity", "noun", "intro", "relative", "other_person", "unsure",
]  # fmt: skip
JointKind = Literal[
    "start", "comma", "past", "base", "third", "participle", "by", "gerund", "which", "so",
    "including", "with", "goal", "context", "clause", "metric", "while", "range", "fate",
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
OF_THINGS = frozenset({"by", "on", "in", "with", "at", "from", "as", "via"})
"""What follows the past form of a verb whose unnamed subject is the thing made."""
OF_THINGS_LATER = frozenset(
    {"to", "into", "over", "across", "within", "without", "after", "nightly", "daily", "weekly",
     "hourly", "monthly", "quarterly", "annually", "twice", "once", "now", "later"}
)  # fmt: skip
"""The same, where an earlier part of the line has named the thing."""
MOVES_BY_ITSELF = frozenset(
    ["double", "triple", "halve", "improve", "increase", "decrease", "drop", "fall", "rise", "grow",
     "shrink", "change", "move", "start", "stop", "end", "finish", "return", "leave", "pass", "fail",
     "succeed", "run", "work", "reach", "last", "turn", "gain", "win", "lose", "beat", "hit",
     "agree", "attend", "lead", "help", "mean", "happen", "come", "become", "wait", "cost"]
)  # fmt: skip
"""Verbs a thing can do by itself: "sales doubled" needs no "were"."""
TROUBLE = frozenset(
    ["leak", "crash", "slip", "stall", "expire", "drift", "trip", "burst", "collapse", "overheat", "fail", "arrive", "break", "run",
     "take", "cost", "happen", "vanish", "disappear", "fall", "drop", "rise", "grow", "wait", "go",
     "die", "bounce", "pile"]
)  # fmt: skip
"""What things do that somebody then does something about."""
COUNTS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "both", "all", "most", "half", "no"]
)  # fmt: skip
STILL = frozenset({"now", "still", "already", "no", "longer", "since"})
"""Words before a past form that say how things stand: "now approved", "no longer needed"."""
ADOPTED = frozenset(
    {"use", "adopt", "cancel", "accept", "approve", "deploy", "ship", "merge", "download", "cite",
     "fund", "sign", "release", "publish", "retire", "drop", "save", "win", "reuse", "close", "fix", "free", "keep",
     "avoid", "resolve", "clear", "sell", "retain", "find", "recover", "complete", "settle", "renew",
     "repair", "spare", "refund", "meet", "award", "grant"}
)  # fmt: skip
"""Verbs of outcomes: what the work came to."""
HOW_OFTEN = frozenset(
    ["each", "every", "daily", "weekly", "monthly", "quarterly", "yearly", "annually", "nightly",
     "hourly", "twice", "once", "fortnightly", "regularly"]
)  # fmt: skip
"""After a past form without an object: "reviewed each quarter" is said of the thing."""
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
    r"(?<![\w@.,/:])(?P<a>[~<>+\-−]?[$€£]?\d[\w.,/%+]*(?::\d+)*(?: (?!to\b|and\b|or\b|in\b|of\b|with\b|for\b|at\b|was\b)[\w/%.²]+){0,2}?) "
    r"(?:down |up )?to (?:(?:under|over|about|below|above|just|only|around|less than|more than) )?(?P<b>[~<>+\-−]?[$€£]?\d)"
)
_CHANGE = re.compile(
    r"(?:^|\s)(?:(?P<signed>[+−-]\d[\d.,]*\s?(?:%|pp|pts?|points?|x)?(?=\s|$))"
    r"|(?P<way>up|down|higher|lower|less|more|faster|better) (?:by )?(?=[~<>]?(?:[$€£]|(?:EUR|USD|GBP|CHF|INR|CAD|AUD|PLN|Rs\.?) ?)?\d|about \d|half\b|an? (?:third|quarter|fifth|tenth)\b|two[ -]thirds))"
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
    r"[$€£]?\d[\d.,]*\s?(?:ms|s|h|min|minutes?|hours?|days?|weeks?|%|[kKM]|[GTM]B|FPS|fps)"
    r"(?: (?!and\b|or\b)[a-z]{3,})?(?: (?:at|in|on|per|within|over) .{1,30})?$"
)
"""A figure before and after without "from": "5 h to 35 min", "9 to 26 FPS at 15 W"."""


def metric_shape(text: str) -> bool:
    """A noun with its numbers and no verb: "yield from 81% to 88%", "returns down 9%"."""
    return range_in(text) is not None or _CHANGE.search(text) is not None


def range_in(text: str) -> re.Match[str] | None:
    return next((m for m in _RANGE.finditer(text) if not in_span(text, m.start("a"))), None)


def change_in(text: str) -> re.Match[str] | None:
    return _CHANGE.search(text)


def begins(rest: str, phrase: str) -> bool:
    return rest == phrase or rest.startswith(phrase + " ")


def in_capitals(text: str) -> bool:
    """ "Graduate Student Instructor for ...": a title in capitals keeps all of them."""
    words = re.split(r"\b(?:for|of|on|in|at|to|with|and)\b|[,;:(]", text, maxsplit=1)[0].split()
    plain = any(w[:1].isupper() and w[1:].islower() for w in words[1:])
    return plain and all(w[:1].isupper() for w in words)


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
ADVERBS_OF_STATE = frozenset(
    ["publicly", "privately", "newly", "highly", "widely", "poorly", "centrally", "locally", "federally", "fully",
     "partly", "family", "recently", "globally", "state"]
)  # fmt: skip
"""What stands before a participle that says what a thing is like."""
OF_PEOPLE = frozenset(
    ["interview", "counsel", "tutor", "brief", "host", "guide", "coach", "mentor", "train", "support",
     "schedule", "staff", "question", "visit", "contact", "screen", "poll", "survey"]
)  # fmt: skip
"""Verbs that are nouns as well, and have people for their object."""
PERSONS = frozenset(
    ["candidates", "applicants", "customers", "clients", "patients", "guests", "users", "students",
     "visitors", "families", "members", "suppliers", "suspects", "witnesses", "residents",
     "colleagues", "staff", "people", "parents", "teachers", "learners", "tenants", "volunteers"]
)  # fmt: skip
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
        "load",
    ]
)
BASE_DUTIES = frozenset(
    [
        "build",
        "plan",
        "review",
        "monitor",
        "schedule",
        "document",
        "host",
        "track",
        "answer",
        "clean",
        "repair",
        "cook",
        "audit",
    ]
)
"""Verbs that are nouns as well, and open lines before a bare plural: "Plan rotas and holidays"."""
COMPOUNDED = frozenset(
    ["systems", "pipelines", "tools", "servers", "logs", "scripts", "meetings", "trails", "findings", "sheets", "records", "boards",
     "documents", "reviews", "times", "files", "steps", "jobs", "sessions", "areas", "sites", "plans", "papers", "comments", "rooms",
     "services", "staff", "fees", "days", "books", "committees", "processes", "reports", "engineers", "managers", "agents"]
)  # fmt: skip
"""Plurals that make one thing with the noun before them: "build servers", "audit trails"."""
COMPOUNDING = frozenset(
    ["waiting", "pricing", "training", "billing", "testing", "routing", "scheduling", "marketing", "mailing", "trading", "matching", "ranking",
     "scoring", "ordering", "booking", "planning", "reporting", "monitoring", "tracking", "logging", "caching", "streaming", "messaging",
     "onboarding", "accounting", "banking", "learning", "teaching", "coaching", "mentoring", "recording", "labelling", "parsing",
     "indexing", "clustering", "forecasting", "staffing", "hiring", "voting", "parking", "shipping", "packing", "sorting", "printing",
     "welding", "charging", "heating", "cooling", "lighting", "cleaning", "filing", "dosing", "screening", "modelling", "rendering",
     "processing", "purchasing", "invoicing", "funding", "lending", "serving", "crawling", "scraping", "profiling", "gaming", "fishing", "consulting"]
)  # fmt: skip
"""Gerunds that make one thing with a bare singular after them: "pricing model", "testing framework"."""


def is_plural(noun: str) -> bool:
    """By its ending: "doors", and neither "glass" nor "status" nor "analysis"."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
