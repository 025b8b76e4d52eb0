"""Where the job is and how often one has to be there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import PlaceWords, RemoteWords

Mode = Literal["onsite", "hybrid", "remote"]
_STRICTEST: tuple[Mode, ...] = ("hybrid", "onsite", "remote")

_ALL_CAPITALS = frozenset(
    {"apac", "dach", "emea", "eu", "la", "latam", "nyc", "sf", "u.s.", "uae", "uk", "us", "usa"}
)
_ALSO_WORDS = frozenset({"la"})
_REMARK = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_MODE_REMARK = re.compile(
    r"\s*[(\[][^)\]]*(?:\d|\b(?:hybrid|remote|office|on-?site|days?|flexible|relocation)\b)[^)\]]*[)\]]?",
    re.I,
)
_DAYS = re.compile(
    r",\s*(?:\d|one|two|three|four)(?:\s?[-–]\s?\d)? days? (?:(?:a|per) week )?(?:on[- ]?site|in\b).*$",
    re.I,
)
"""What follows a place and says how often one has to be there."""
_ADDRESS_PART = re.compile(r"\s*(?:,|/|;|\||\bor\b|\band\b|\boder\b|\bund\b)\s*")
_FIRM = re.compile(r"\b(?:Inc|LLC|Ltd|GmbH|AG|SE|Corp|Co|PLC|AS|AB|BV|SA|SAS|Group|Bank)\b\.?$")
_OUR_OFFICE = re.compile(
    r"\b(?:our|the) ((?!Head|Home|Main|Front|Back)[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){0,2}) "
    r"(?:office|campus|hub|headquarters|studio)\b"
)
_STATE = re.compile(r"[A-Z]{2}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Compiled place names: ``name`` finds one, ``phrase`` a list of them with their states."""

    name: Matcher
    phrase: Matcher
    in_place: Matcher
    label: Matcher
    state_codes: frozenset[str]
    city: Matcher


@lru_cache(maxsize=8)
def compile_places(words: PlaceWords) -> Places:
    """Matchers over the vocabulary's countries, states and cities."""
    names = sorted((*words.countries, *words.states, *words.cities), key=len, reverse=True)
    one = rf"(?:greater )?(?:{'|'.join(names)})(?: (?:area|metro|metropolitan area|region))?"
    part = rf"(?:{one}|[A-Z]{{2}}|[A-ZÄÖÜ][\w-]+)"
    phrase = rf"{one}(?:,? ?\([A-Z]{{2,3}}\))?(?:(?:, ?| or | and |/| / |; ?| & )(?:{part}))*"
    return Places(
        name=re.compile(rf"(?<!\w){one}(?!\w)", re.I),
        phrase=re.compile(rf"(?<!\w){_only_names(phrase)}(?!\w)"),
        in_place=re.compile(
            rf"(?:\b(?:based|located|office|offices|hub|team|headquarters|headquartered|büro|standort|sitz|kantoor|gevestigd|role|position|job|us|people|studio|campus|site|warehouse|lab|factory|working|work)\b[^.\n]{{0,25}}? (?:is )?in|\b(?:in|at) our|\bjoin (?:us|our \w+(?: \w+)?) in|\bheadquartered in|\b(?:bureaux?|basée?s?|située?s?|poste|siège) à|\b(?:oficinas?|sede) en|\bat least \d+% of the time in our|\bin our|\b(?:based|work(?:ing)?|offices?|studios?|teams?) (?:from|out of|across|between)) (?P<place>{_only_names(phrase)})(?!\w)"
        ),
        label=re.compile(
            rf"^\W*(?:{'|'.join(words.labels)})(?:\s*:\s*|\s+[–—-]\s+|\t)(?P<place>\S.*)$", re.I
        ),
        state_codes=frozenset(words.state_codes),
        city=re.compile(
            rf"(?<![\w])(?:{'|'.join(sorted(words.cities, key=len, reverse=True))})(?!\w)", re.I
        ),
    )


def _only_names(phrase: str) -> str:
    """Case matters in what stands beside a known name, not in the name itself."""
    return phrase.replace("(?:greater )?(?:", "(?:[Gg]reater )?(?i:", 1)


def is_place(text: str, places: Places) -> bool:
    """Is the whole of a short text a place or a list of places, remote ones included?"""
    bare = _DAYS.sub("", _REMARK.sub("", text)).strip(" .")
    if not bare or len(bare) > 110 or len(bare.split()) > 16:
        return False
    parts = [part for part in _ADDRESS_PART.split(bare) if part]
    known = [part for part in parts if _is_known(part, places) or part in places.state_codes]
    if bare in places.state_codes:
        return False
    other = [part for part in parts if part not in known and not _STATE.match(part)]
    if any(_FIRM.search(part) for part in other):
        return False
    if any(_is_before_city(part, parts, places) for part in other if part == parts[0]):
        return False  # "Acme, Boston" is an employer and its place; "Gdynia, Poland" a place
    if len(other) > 1 and all(_MODE.match(part) for part in known):
        return False  # "Acme Labs, Heilbronn or remote"
    named = [part for part in other if part[:1].isupper() and len(part.split()) <= 3]
    return bool(known) and len(other) == len(named) and len(other) <= len(known) + 1


def _is_before_city(part: str, parts: Sequence[str], places: Places) -> bool:
    following = parts[parts.index(part) + 1 :]
    return bool(following) and places.city.match(following[0]) is not None


def _names_place(text: str, places: Places) -> bool:
    """Does it name a place besides a mode ("Remote")?"""
    if places.name.search(text):
        return True
    return any(part in places.state_codes for part in _ADDRESS_PART.split(_REMARK.sub("", text)))


def _is_known(part: str, places: Places) -> bool:
    match = places.name.match(part)
    if match is not None:
        name = match.group()
        rest = part[match.end() :].strip()
        cased = name.isupper() if name.lower() in _ALL_CAPITALS else name[:1].isupper()
        if part.islower() and name not in _ALSO_WORDS and places.city.fullmatch(part):
            cased = True  # a whole posting may be written without capitals
        return cased and len(rest.split()) <= 3
    return bool(re.match(r"(?:fully |100% )?(?:remote|hybrid|anywhere)\b", part, re.I))


def find_place(
    header: Sequence[str], body: Sequence[str], places: Places, title: str = ""
) -> str | None:
    """The place as written: from a label, from the header's parts, from a short sentence that
    only names it, from "based in ..." in the text; None if the posting doesn't say."""
    for text in (*header, *body):
        match = places.label.match(text)
        if match and (found := _tidy(match.group("place"))):
            return found
    for text in header:
        if _OR_MODE.match(text) is None and is_place(text, places) and _names_place(text, places):
            return _tidy(text)
    for text in header:
        if found := _beside_mode(text):
            return found
    for text in header:
        pieces = text.split(", ")
        for n in range(1, len(pieces)):
            tail = ", ".join(pieces[n:])
            if is_place(tail, places) and _names_place(tail, places):
                return _tidy(tail)
    for text in header:
        bare = _OR_MODE.sub("", text)
        if is_place(bare, places) and _names_place(bare, places):
            return _tidy(text)
    for text in body[:8]:
        match = places.phrase.match(text)
        if match and len(text.split()) <= 14 and _is_known(match.group(), places):
            return _tidy(match.group() if len(text) > 110 else text)
    for text in body[:6]:
        match = places.phrase.search(text) if title and title in text else None
        if match and _is_known(match.group(), places):
            return _tidy(match.group())
    for text in (*header, *body):
        match = places.in_place.search(text)
        if match and (_is_known(match.group("place"), places) or text.islower()):
            return _tidy(match.group("place"))
    return _only_city(body, places)


_MODE = re.compile(r"(?:fully )?(?:remote|hybrid|on[- ]?site|in[- ](?:office|person))\b", re.I)
_OR_MODE = re.compile(r"or (?=(?:fully )?remote\b)", re.I)
"""The second half of "Edinburgh (or remote within the UK)"."""
_NAME = re.compile(r"[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){0,2}")


def _beside_mode(text: str) -> str:
    """ "Galway / hybrid": a name alone beside a mode of work is a place, known or not."""
    parts = [p for p in _ADDRESS_PART.split(text.strip(" ()")) if p]
    named = [p for p in parts if not _MODE.match(p)]
    if len(named) != 1 or len(parts) != 2 or not _NAME.fullmatch(named[0]):
        return ""
    return named[0]


def add_sites(location: str, lines: Iterable[str], places: Places) -> str:
    """The place with the others that stand beside it in its line ("Chicago, IL • Dallas, TX"), as
    they are written; unchanged where it stands alone."""
    for line in lines:
        parts = [_tidy(part) for part in _BESIDE_PLACE.split(line)]
        sites = [p for p in parts if is_place(p, places) and _names_place(p, places)]
        sites = [s for n, s in enumerate(sites) if not any(s in o for o in (*sites[:n], *sites[n + 1 :]))]  # fmt: skip
        named = [s for s in sites if places.city.search(s) or _MODE.search(s)]
        if location in parts and location in named and len(named) > 1:
            return "; ".join(named)
    return location


_BESIDE_PLACE = re.compile(r"\s*(?:\s[|·•/–—-]\s|\||;|\t)\s*")


def find_office(body: Iterable[str]) -> str | None:
    """The place of "our Saint Paul office", whether a list of places knows it or not."""
    found = (_OUR_OFFICE.search(text) for text in body)
    return next((match.group(1).strip() for match in found if match), None)


def _only_city(body: Sequence[str], places: Places) -> str | None:
    """The one city that the text names, where it names no second."""
    cities = {
        match.group(): None
        for text in body
        for match in places.city.finditer(text)
        if match.group()[:1].isupper() and match.group().lower() not in _ALL_CAPITALS
    }
    return next(iter(cities)) if len(cities) == 1 else None


def _tidy(text: str) -> str:
    if text.count(")") > text.count("("):
        text = text.split(")", 1)[1]  # the end of a remark whose beginning was cut off
    bare = re.split(r"\s[|·•]\s|\t", _DAYS.sub("", _MODE_REMARK.sub("", text)).strip())[0]
    return bare.strip(" .;,|·•-–—").strip()


def find_mode(header: Sequence[str], body: Iterable[str], words: RemoteWords) -> Mode | None:
    """Remote, hybrid or on site: what the header says, else what the text says.

    The least remote statement holds within the same text: "hybrid, two days remote" is hybrid.
    """
    rules = _mode_rules(words)
    for texts in ([" | ".join(header)], body):
        votes = [mode for text in texts if (mode := _mode(text, rules))]
        for mode in _STRICTEST:
            if mode in votes:
                return mode
    return None


_MODE_LABEL = re.compile(
    r"\b(?:is it )?(?:remote|on-?site|hybrid|wfh)"
    r"(?:(?:\s*/\s*(?:remote|on-?site|hybrid|wfh))+|(?:\s*/\s*(?:remote|on-?site|hybrid|wfh))* (?:status|policy|type|options?))\s*[:?](?!\s*(?:no|none|not|yes)\b)"
)
"""What only asks for the mode ("Remote status: on-site", "Is it onsite/remote/hybrid: ...")."""


def _mode(text: str, rules: tuple[Matcher, Matcher, Matcher, Matcher]) -> Mode | None:
    hybrid, onsite, remote, never = rules
    folded = _MODE_LABEL.sub(" ", never.sub(" ", fold(text)))
    if hybrid.search(folded):
        return "hybrid"
    if onsite.search(folded):
        return "hybrid" if re.search(r"\bremote\b", onsite.sub(" ", folded)) else "onsite"
    return "remote" if remote.search(folded) else None


@lru_cache(maxsize=8)
def _mode_rules(words: RemoteWords) -> tuple[Matcher, Matcher, Matcher, Matcher]:
    return (
        whole_words(words.hybrid),
        whole_words(words.onsite),
        re.compile(rf"(?:{'|'.join(words.remote) or '(?!)'})", re.I),
        whole_words(words.not_mode),
    )
