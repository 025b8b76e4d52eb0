"""The employer's name: every hint in the posting gives points to a name; the best wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import CompanyWords

_WORD = r"[A-Z0-9À-Ž][\w&+’'.-]*[\w&+]|[A-Z]"
_NAME = rf"(?:{_WORD})(?: (?:&|and|of|de|{_WORD})){{0,4}}"
_VERBS = (
    "pays|welcomes|offers|provides|participates|takes part|lets|helps|makes|builds|moves|invented|"
    "celebrates|operates|was founded|believes|hires|has|connects|powers|runs|does|will|serves|"
    "values|complies|considers|reserves|did|began|started|exists|gives|puts|sells|develops|creates|"
    "delivers|ist|bietet|sucht|entwickelt|est|recherche|cherche|zoekt|busca|processes|maintains"
)
_HINTS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        3,
        re.compile(
            rf"(?:^|[.!?] )(?:At|Bei|Chez) (?P<name>{_NAME})(?:,? (?:we|our|you|the|everyone|wir|nous)\b|, [a-z]+\b)"
        ),
    ),
    (5, re.compile(rf"(?P<name>{_NAME})(?:,? (?:Inc|LLC|Ltd|GmbH|Corp)\.?)?,? is (?:an? |proud to be an? |committed to )?(?:Equal|equal|Affirmative)")),
    (3, re.compile(rf"(?:^|[.!?:] |[\"“(])(?P<name>{_NAME}),? (?:is|are|ist|est) (?:an? |the |one |now |building|looking|hiring|seeking|on a|committed|proud|where|changing|ein|eine|der|die|das|une?|le|la|growing|currently|expanding|transforming|at the)")),
    (2, re.compile(rf"(?:^|[.!?:] )(?P<name>{_NAME}) (?:{_VERBS})\b")),
    (4, re.compile(rf"^(?:About|Life at|Working at|Work at|Why|Join|Über|Who is|Inside|Careers at|Jobs at|Warum|À propos de|Over|Sobre)(?: (?:join|work at))? (?P<name>{_NAME})\W*$")),
    (2, re.compile(rf"\b(?:[Aa]t|[Jj]oin|[Jj]oining|[Bb]ei|[Cc]hez|[Bb]ij|[Ww]ith us at) (?P<name>{_NAME})(?=[,.!:;]|’s|'s| (?:we|you|as|is|are|the|our|and|who|to|in|a|in)\b|$)")),
    (4, re.compile(rf"\b(?:at|with) (?P<name>{_NAME}) (?:is|are) (?:looking|hiring|seeking|searching|recruiting|growing|building)\b")),
    (4, re.compile(rf"\b(?:[Ww]e(?:'|’)re|[Ww]e are|[Ww]ir sind|[Nn]ous sommes|I(?:'|’)m \w+,? (?:\w+ ){{0,6}}(?:at|from|of)) (?P<name>{_NAME})(?=[,.!]|\W*$| [^\w\s]| (?:we|a|an|and|the|,)\b)")),
    (2, re.compile(rf"(?<![\w.])(?P<name>{_NAME})(?:’|')s\b")),
)  # fmt: skip
_DOMAIN = re.compile(
    r"(?:@|https?://|www\.)(?:[\w-]+\.)*?(?P<name>[\w-]{3,})\.(?:[a-z]{2,}\.)?[a-z]{2,}\b"
)
_SITES = frozenset(
    {
        "ashbyhq",
        "careers",
        "example",
        "github",
        "glassdoor",
        "gmail",
        "google",
        "greenhouse",
        "indeed",
        "jobs",
        "lever",
        "linkedin",
        "outlook",
        "stepstone",
        "workday",
        "xing",
    }
)


@dataclass(slots=True)
class _Tally:
    points: dict[str, int] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, points: int) -> None:
        key = _key(name)
        self.points[key] = self.points.get(key, 0) + points
        self.shown.setdefault(key, name)


def find_company(
    header: Sequence[str],
    titled: Sequence[str],
    body: Sequence[str],
    words: CompanyWords,
    refuse: Callable[[str], bool],
    guessed: Sequence[str] = (),
) -> tuple[str | None, bool]:
    """(name or None, whether an agency hides its client).

    ``header``: parts of the header lines; ``titled``: names beside the title; ``guessed``: what
    may be one where nothing else is. ``refuse`` says that a text is a place, a skill or an
    occupation, which in running text is no company.
    """
    rules = _rules(words)
    for line in (*header, *body):
        match = rules.label.match(line)
        name = _tidy(match.group("name")) if match else ""
        if name and len(name.split()) <= 9 and not _TOLD.search(name):
            return name, False
    if any(rules.agency.search(fold(line)) for line in (*header, *body)):
        return None, True
    tally = _Tally()
    _count_body(body, tally, rules, refuse)
    offered = [(part, 5) for part in titled] + [(part, 3) for part in header]
    first = True
    for part, points in offered:
        name = "" if "\t" in part else _tidy(part)  # a row of a table names its label first
        if (
            _may_be_name(name, rules)
            and (points == 5 or not refuse(name) or fold(part) in rules.also_products)
            and len(name.split()) <= 6
        ):
            placed = ", " in name and not rules.suffix.fullmatch(
                name.rsplit(", ")[-1].lower().strip(".")
            )
            tally.add(name, points + (first and points == 3 and not placed) - placed)
            first = False
    for name in guessed:
        tally.add(name, 2)
    chosen = _choose(tally, [_tidy(part) for part, _ in offered])
    return chosen or _spell_domain(body), False


_TOLD = re.compile(r"\b(?:we|our|us|you|your|is|are)\b|^(?:We|Our|You|Your)\b|[’']re\b")
"""A sentence behind the label ("Company: We build ...") is no name."""


def _spell_domain(body: Sequence[str]) -> str | None:
    """The name behind an address, if the text spells it ("jobs@red-kite.example": red kite)."""
    text = " ".join(body)
    for match in _DOMAIN.finditer(text):
        domain = match.group("name").lower()
        letters = re.sub(r"\W", "", domain)
        if domain in _SITES or len(letters) < 4:
            continue
        spelled = re.search(r"(?<![\w@.])" + r"[ -]?".join(map(re.escape, letters)) + r"(?![\w.])", text, re.I)  # fmt: skip
        if spelled:
            return spelled.group()
    return None


def _count_body(
    body: Sequence[str], tally: _Tally, rules: _Rules, refuse: Callable[[str], bool]
) -> None:
    seen: set[tuple[str, int]] = set()
    whole = "\n".join(body)
    for line in body:
        for points, hint in _HINTS:
            for match in hint.finditer(line):
                name = _trim(match.group("name"), rules)
                if not name or not _may_be_name(name, rules):
                    continue
                worth = points - 2 if refuse(name) else points
                if " " in name and rules.suffix.fullmatch(name.split()[-1].lower()):
                    worth += 1  # teams and products rarely bear a firm's last word
                if points <= 2 and " " not in name and len(re.findall(rf"\b{re.escape(name)}\b", whole)) < 2:  # fmt: skip
                    worth = 1  # any word at a sentence's start has a capital
                if worth > 0 and (name, points) not in seen:
                    seen.add((name, points))
                    tally.add(name, worth)
    domains = {m.group("name").lower() for line in body for m in _DOMAIN.finditer(line)} - _SITES
    for key, shown in list(tally.shown.items()):
        if re.sub(r"\W", "", shown.lower()) in {re.sub(r"\W", "", domain) for domain in domains}:
            tally.points[key] += 3


def _choose(tally: _Tally, offered: list[str]) -> str | None:
    """The name with the most points, its shorter forms' points included, in its fullest form."""
    best, most = None, 0
    for key in tally.points:
        total = sum(
            points
            for other, points in tally.points.items()
            if other == key or key.startswith(f"{other} ")
        )
        if total > most or (total == most and best is not None and len(key) > len(best)):
            best, most = key, total
    if best is None or most < 2:
        return None
    longer = [
        name for name in offered if _key(name).startswith(f"{best} ") and len(name.split()) <= 6
    ]
    return longer[0] if longer else tally.shown[best]


def _trim(name: str, rules: _Rules) -> str:
    """Without possessive and without leading words that only stand there as sentence starts."""
    words = re.sub(r"(?:’|')s$", "", name).rstrip(".'’-& ").split(" ")
    while words and words[0].lower() in rules.not_names:
        words = words[1:]
    while words and (words[-1].lower() in rules.not_names or words[-1] in ("&",)):
        if len(words) > 1 and words[-1][:1].isupper() and rules.suffix.fullmatch(words[-1].lower()):
            break  # "Nettle Freight Technologies": the last word is part of a firm's name
        words = words[:-1]
    return " ".join(words)


def _may_be_name(name: str, rules: _Rules) -> bool:
    if not 2 <= len(name) <= 60 or not re.search(r"[^\W\d_]{2}", name):
        return False
    folded = fold(name)
    if folded in rules.not_names or all(word in rules.not_names for word in folded.split()):
        return False
    if re.fullmatch(r"\d+\w{0,2}", name):
        return False
    return not re.search(
        r"[:;!?$€£]|\d{3,}|\b(?:you|we|our|your|will|depend\w*|salary|competitive)\b", folded
    )


def _tidy(text: str) -> str:
    bare = re.sub(r"\s*\([^)]*\)|\s+[Ll]ogo$", "", text)
    name = re.split(r"\s[|·•–—]\s|\t", bare.strip())[0].strip(" ,;:*|·-–—")
    return name if _ABBREVIATED.search(name) else name.rstrip(".")


_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Bros|\w\.\w)\.$")


def _key(name: str) -> str:
    return " ".join(re.findall(r"[\w&+]+", name.lower()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    label: Matcher
    agency: Matcher
    not_names: frozenset[str]
    suffix: Matcher
    also_products: frozenset[str]


@lru_cache(maxsize=8)
def _rules(words: CompanyWords) -> _Rules:
    return _Rules(
        label=re.compile(
            rf"^\W*(?:{'|'.join(words.labels)})(?:\s*:\s*|\s+[–—-]\s+|\t)(?P<name>\S.*)$", re.I
        ),
        agency=whole_words(words.agency),
        not_names=frozenset(words.not_names),
        suffix=re.compile("|".join(words.suffixes)),
        also_products=frozenset(words.also_products),
    )
