"""The job's title: from a label, the header lines or the text; cleaned of tags and ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from report_gen.job.place import Places, is_place
from report_gen.job.words import Matcher, fold, whole_words
from report_gen.taxonomy.vocabulary_job import TitleWords

_PARTS = re.compile(r"(\s+[|·•–—]\s+|\s+-\s+|\t|\s*\|\s*|\s+@\s+)")
_BRACKET = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
_SENTENCE = re.compile(r"[.!?]\s+\S|[.!?]$")
_AT = re.compile(r"^(.*?\w\)?)\s+(?:@|at|bei|chez)\s+((?:the )?[\wÀ-ž].*)$")
_TOWN = re.compile(r"(?: in |, )([A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+)?)[.!]?$")
_SHOUT = re.compile(r"^\W*[A-Za-z][A-Za-z ]{2,24}!+\s+(?=\S)")
"""What is called out before the title ("Urgent!! ...")."""
_OTHER_LABEL = re.compile(
    r"^\W*(?:client|company|employer|location|rate|salary|pay|visa|interview|duration|start|team|department|dept|"
    r"division|organi[sz]ation|(?:business|org(?:anization)?al) unit|business area|function|discipline|(?:job )?(?:family|category|area)|"
    r"practice|track|area|reports? (?:in)?to|reporting (?:to|line)|line manager|(?:hiring )?manager|supervisor|recruiter|contact|posted (?:by|in)|abteilung|"
    r"bereich|équipe|service|afdeling|departamento|área)\b[\w ]*(?::|\t)",
    re.I,
)
"""A line that says something else than the title, though an occupation may be named in it."""
_CRUMB = re.compile(r"\s+[>›»→]\s+")
_LEVEL_I = re.compile(r"(?<=\w) I(?=\s*(?:$|[/,|()–—·•:-]|or\b|to\b|II\b))")
"""The numeral of a level ("Engineer I"), which is no "I" of a speaker."""
_LIST_TAG = re.compile(r"^\W*[\w-]{2,30}\]\s+(?=\S)")
"""The name of a mailing list before a subject ("[speech-jobs] ...")."""
_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|hallo|bonjour)\b", re.I
)
_PRONOUN = re.compile(r"\b(?:you|we|us|our|your|i|it is|du|wir)\b")
_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "das",
        "der",
        "die",
        "for",
        "für",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "with",
    }
)
_SPELLED = {
    "MLOPS": "MLOps",
    "DEVOPS": "DevOps",
    "LLMS": "LLMs",
    "GENAI": "GenAI",
    "DATAOPS": "DataOps",
}
_CAPITALS = frozenset(
    {
        "AI",
        "API",
        "AWS",
        "BI",
        "EMEA",
        "ETL",
        "EU",
        "GCP",
        "HR",
        "II",
        "III",
        "IT",
        "IV",
        "LLM",
        "ML",
        "MTS",
        "NLP",
        "PM",
        "QA",
        "RAG",
        "SDE",
        "SQL",
        "SRE",
        "TPM",
        "UI",
        "UK",
        "US",
        "UX",
        "VP",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """``title`` cleaned; ``rest``: the line's other parts (company, place); ``company``: after
    "at" or "@", ``town`` behind that; ``place``: in the list of lines (-1: in running text)."""

    title: str
    rest: tuple[str, ...] = ()
    company: str = ""
    town: str = ""
    place: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    noun: Matcher
    occupation: Matcher
    label: Matcher
    gender: Matcher
    employment: Matcher
    noise: Matcher
    prose: Matcher


def find_title(lines: Sequence[str], stated: str, words: TitleWords, places: Places) -> TitleLine:
    """The title among the first lines, or in the text, or ``stated`` (from structured data)."""
    rules = _rules(words)
    if stated:
        place = next((n for n, line in enumerate(lines[:12]) if stated.lower() in line.lower()), -1)
        return _clean(stated, rules, places, place)
    for place, line in enumerate(lines[:25]):
        match = rules.label.match(line)
        if match and rules.noun.search(fold(match.group("rest"))) and len(line) < 140:
            return _clean(match.group("rest"), rules, places, place)
    for noun in (
        rules.occupation,
        rules.noun,
    ):  # "Engineering" alone is a department, if anything else is there
        for place, line in enumerate(lines[:12]):
            crumb = _CRUMB.split(line)[-1]
            if _is_title(crumb, noun):
                return _clean(crumb, rules, places, place)
    for line in lines[:60]:
        match = rules.prose.search(line)
        if match:
            return _clean(match.group("title"), rules, places, -1)
    told = [(n, x) for n, x in enumerate(lines[:6]) if not (x and _is_noise(x, rules))]
    for place, line in told[:2]:
        if _OTHER_LABEL.match(line) or _GREETING.match(line):
            continue
        if len(line.split()) <= 9 and not _SENTENCE.search(line) and not is_place(line, places):
            return _clean(line, rules, places, place)
    return TitleLine(title="")


def names_a_job(text: str, words: TitleWords) -> bool:
    """Does the text name an occupation (engineer, scientist, manager ...)?"""
    return _rules(words).noun.search(fold(text)) is not None


def is_header_noise(text: str, words: TitleWords) -> bool:
    """Employment types, job ids, "Apply now" and the like."""
    rules = _rules(words)
    folded = fold(text).strip(" .:;,!()")
    bare = rules.employment.sub("", rules.gender.sub("", folded)).strip(" ,;/&|-–()")
    return not bare or rules.noise.fullmatch(folded) is not None


def _is_title(line: str, noun: Matcher) -> bool:
    line = _SHOUT.sub("", line)
    folded = fold(line)
    if len(line) > 130 or len(line.split()) > 18 or not noun.search(folded):
        return False
    if _OTHER_LABEL.match(line):
        return False
    bare = _BRACKET.sub("", line).strip()
    if bare.endswith((".", "?", ":", ",", ";")) or re.search(
        r"(?<!\bSr)(?<!\bJr)(?<!\bSnr)[.!?] [A-Z]", bare
    ):
        return False
    first = _PARTS.split(bare)[0]
    return not _PRONOUN.search(fold(_LEVEL_I.sub("", first))) or bool(
        re.match(r"(?:we are |now )?hiring\b", folded)
    )


_WORKLOAD = re.compile(r"[\s,|–-]*\(?\d{2,3}\s*(?:%?\s*(?:-|–|to)\s*\d{2,3}\s*)?%\)?\s*$")
"""How much of a week the post is ("80-100%"): no part of its title."""


def _clean(text: str, rules: _Rules, places: Places, place: int) -> TitleLine:
    text = _LIST_TAG.sub("", _SHOUT.sub("", text.strip()))
    bare = re.sub(r"^(?:we(?:'re| are) |now |(?:[\w&.'’-]+ ){1,5}?(?:is|are) (?:now |currently )?)?(?:hiring|wanted|gesucht|looking for|seeking|recruiting|join us as|apply for)\b[\s:!–-]*(?:an? |our (?:next |first )?)?", "", text.strip(), flags=re.I)  # fmt: skip
    bare = re.sub(r"^[^\w(]+", "", rules.gender.sub(" ", bare))
    bare = _BRACKET.sub(lambda match: _keep_bracket(match, rules, places), bare)
    pieces = _PARTS.split(bare)
    parts = [(pieces[n - 1] if n else "", pieces[n].strip()) for n in range(0, len(pieces), 2)]
    named = ([n for n, (_, part) in enumerate(parts) if noun.search(fold(part))] for noun in (rules.occupation, rules.noun))  # fmt: skip
    start = next((found[0] for found in named if found), 0)
    beside = ""
    title, rest = "", [part for _, part in parts[:start] if part]
    for joint, part in parts[start:]:
        if not title:
            title = part
        elif joint.strip() == "@":
            beside = beside or part
        elif rest or not part or joint.strip() in ("|", "") or _is_other(part, rules, places):
            rest.append(part)
        else:
            title = f"{title}{joint}{part}"
    company, town = re.sub(r"[^\w.)]+$", "", beside), ""
    found = _AT.match(title)
    if found and not found.group(2)[:1].islower():
        title, company = found.group(1), re.split(r",| in | \(", found.group(2))[0].strip(" .!")
        behind = _TOWN.search(found.group(2))
        town = behind.group(1) if behind else ""
    title = re.sub(r"(?:,|\s[-–—])\s*(?:m/w/d|remote|hybrid|on-?site)\s*$", "", title, flags=re.I)
    return TitleLine(
        title=_settle_case(_WORKLOAD.sub("", title).strip(" ,;:|·-–—*!\t")), rest=tuple(r for r in rest if r),
        company=company, town=town, place=place,
    )  # fmt: skip


def _keep_bracket(match: re.Match[str], rules: _Rules, places: Places) -> str:
    inside = fold(match.group(1))
    drop = (
        not inside.strip(" /|")
        or _PRONOUN.search(inside)
        or is_place(match.group(1), places)
        or _is_noise(match.group(1), rules)
        or re.search(
            r"\d{4,}|#\d|\b(?:remote|hybrid|on-?site|years?|yrs|salary|days?)\b|[$€£]", inside
        )
    )
    return " " if drop else match.group()


def _is_other(part: str, rules: _Rules, places: Places) -> bool:
    return is_place(part, places) or _is_noise(part, rules)


def _is_noise(part: str, rules: _Rules) -> bool:
    folded = fold(part).strip(" .:;,!()#")
    bare = rules.employment.sub("", folded).strip(" ,;/&|-–()")
    return not bare or rules.noise.fullmatch(folded) is not None


def _settle_case(title: str) -> str:
    """ALL CAPS becomes title case; a title in lower case stays as it was written."""
    title = re.sub(r"\s+", " ", title)
    letters = [sign for sign in title if sign.isalpha()]
    if not letters or sum(sign.isupper() for sign in letters) < 0.9 * len(letters) or len(title.split()) < 2:  # fmt: skip
        return title
    words: list[str] = []
    for position, word in enumerate(title.split(" ")):
        core = re.sub(r"\W", "", word)
        if core in _CAPITALS:
            words.append(word)
        elif core.lower() in _SMALL and position:
            words.append(word.lower())
        else:
            words.append(re.sub(r"[^\W\d_]+", lambda m: _SPELLED.get(m.group(), m.group().capitalize()), word))  # fmt: skip
    return " ".join(words)


@lru_cache(maxsize=8)
def _rules(words: TitleWords) -> _Rules:
    nouns = "|".join(words.nouns)
    return _Rules(
        noun=whole_words(words.nouns),
        occupation=whole_words([n for n in words.nouns if n not in words.field_nouns]),
        label=re.compile(
            rf"^\W*(?:{'|'.join(words.labels)})(?:\s*:\s*|\s+[–—-]\s+|\t)(?P<rest>\S.*)$", re.I
        ),
        gender=re.compile("|".join(words.gender_tags) or "(?!)", re.I),
        employment=whole_words(words.employment),
        noise=whole_words(words.noise),
        prose=re.compile(
            rf"(?:\b(?:opening|role|position|opportunity|vacancy|like|interest you)[^.:]{{0,25}}:|\b(?:interested in|hiring|looking for|(?:is|are|am|['’](?:s|re|m)) after|seek(?:ing)?|search(?:ing)? for|need|want|as|recruiting(?: for)?|suchen(?: wir)?|zoeken|recherchons|buscamos))\s+(?:(?:an?|our|the|another|one|two|einen?|eine|een|un|une|új|first|next|new|dich als|experienced|talented|exceptional|passionate|motivated)\s+)*"
            rf"(?P<title>(?:[\w/&+#.()-]+ ){{0,5}}?(?:{nouns})(?:, [A-Z][\w &]+?(?=[,.]| to| who| for|$))?)(?!\w)",
            re.I,
        ),
    )
