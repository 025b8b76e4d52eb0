"""The figures of a line, as written: every number that measures something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from report_gen.coaching.language.given import is_given, not_given
from report_gen.coaching.language.spans import spans_in, without_spans
from report_gen.matching.aims import aims_in, is_aim, without_aims
from report_gen.matching.named_numbers import without_names

_DIGIT = re.compile(r"\d")
_NUM = r"(?:[A-Z]\+)?[~<>≤≥≈+−-]?[$€£¥₹]?(?:\d{1,3}(?: \d{3})+(?![\w-])|\d+(?:h\d\d|(?::\d{1,2})+|(?:[.,]\d+)*)|(?<!\w)\.\d+)(?:[kKMBx×m]\b|bn\b|mln?\b)?\+?"
_UNIT = r"(?:\s?(?:%|percent\b|pp\b|pts?\b|points?\b|ms\b|s\b|sec\b|seconds?\b|min(?:ute)?s?\b|hours?\b|hrs?\b|h\b|days?\b|weeks?\b|months?\b|years?\b|quarters?\b|x\b|×|TB\b|GB\b|MB\b|PB\b|kg\b|km\b|°\s?[CF]\b|dB\b|k?Wh\b|[kMG]W\b|ppm\b|bps\b|req/s|rps\b|qps\b|tps\b|fps\b|Hz\b|million\b|billion\b|thousand\b|[a-z]+/[a-z]+\b))?"
_ONE = rf"{_NUM}{_UNIT}"
_HOURS = r"\d+\s?(?:h|hrs?|hours?|min|minutes?|days?|weeks?) \d+\s?(?:min|minutes?|m|s|sec|seconds?|hours?|h|days?)\b"
_VALUE = rf"(?:{_HOURS}|{_ONE})"
_ABOUT = (
    r"(?:(?:about|around|roughly|some|over|under|below|above|almost|just|only|every|between) )*"
)
_FROM = re.compile(
    rf"\b[Ff]rom {_ABOUT}{_VALUE}(?: (?!to\b)[^\d\s;:()]+){{0,5}} (?:down |up )?to {_ABOUT}{_VALUE}(?: and {_VALUE})?"
)
_BESIDE = re.compile(
    rf"\b[Bb]etween {_VALUE} and {_VALUE}|{_VALUE},? (?:vs\.?|versus|against|compared (?:to|with)) {_VALUE}|"
    rf"(?<![\w.,/$€£-])\d+ (?:(?:out )?of (?:the |our |all )?|in )\d+(?!\d? ?(?:days|weeks|months|years|hours|minutes|seconds)\b)(?![\d.,]*\s?(?:%|[kKMB]\b))(?: (?!(?:and|or|to|in|of|with|for|from|by|on|at)\b)[a-z][\w-]*s\b)?"
)
_RANGE = re.compile(
    rf"(?:[Ff]rom )?{_VALUE}(?:\s?\([^)]*\))?(?: (?:in|of|at|per|an?) [\w ]{{1,20}}?)?\s?(?:->|=>|→|–|\bto(?: (?:just |only )?(?:under|over|about|below|above))?\b|\binstead of\b|\bdown from\b|\bup from\b)\s?{_VALUE}(?: (?:a|an|per) (?:second|minute|hour|day|night|week|month|quarter|season|year)\b)?(?: in (?:[HQ]\d )?(?:19|20)\d\d)?"
)
_STOP = r"(?!(?:and|or|to|in|of|with|for|from|by|on|at|per|a|an|the|which|that|as|was|is|were|are|via|using|after|before|since|when|once|while|during|because|than|through|thanks|ourselves|myself|themselves|itself)\b)"
_COUNTED = rf"(?: {_STOP}[A-Za-z][\w/'’-]*){{0,2}} {_STOP}[a-z][\w-]*[a-rt-z]s\b(?:/\w+)?"
_SINGLE = re.compile(
    rf"(?:epsilon = )?(?<![\w.@/+-]){_VALUE}(?:{_COUNTED})?(?: (?:a|per) (?:day|week|month|year|quarter)\b)?"
)
_CURRENCY = re.compile(
    r"\b(?:EUR|USD|GBP|CAD|AUD|CHF|INR|PLN)\s?\d[\d.,]*(?:[kKMB]\b)?(?:\s?(?:million|billion))?"
)
_UPGRADE = re.compile(
    r"\bupgrad\w+ (?:of )?(?:[\w.+-]+ ){0,3}?(?:from )?v?\d[\d.]* to v?\d[\d.]*",
    re.I,
)
"""From one release to another, which is no before and after."""
_RELEASE = re.compile(r"\b[a-z]+\d+[a-z]+[ -]$")
"""A name with a figure inside it, after which a release stands."""
_GRADED = re.compile(
    r"\b(?:level|tier|type|phase|grade|year|step|stage|class|series|version|part|chapter|unit|room|"
    r"floor|route|line|key stage|band|category|schedule|form|article|section) $",
    re.I,
)
_OF_A_DATE = re.compile(
    r" (?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_CHANCE = re.compile(r"\bp\s?[<=≤]\s?$")
"""Before how sure a test was ("p < .01"), which is no figure of the work."""
_NOT_METRIC = re.compile(r"^(?:(?:19|20)\d\d)\b(?!\s?(?:%|x\b))")


def figures_in(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The figures of a line in order, ranges as one; ``known`` ones (the reader's) first.

    Years standing alone and numbers of a name ("Llama3", "ISO 26262") measure nothing, nor does a target.
    """
    own = _own_figures(text)
    spare = [
        k for k in known
        if k and not is_aim(text, k) and re.search(rf"(?<![\w/.,]){re.escape(k)}(?![\w/])", text)
        and not any(_digits(k) <= _digits(o) or o in k for o in own)
    ]  # fmt: skip
    return tuple(dict.fromkeys([*own, *spare]))


@lru_cache(maxsize=2048)
def _own_figures(written: str) -> tuple[str, ...]:
    text = without_names(written)
    if _DIGIT.search(text) is None:
        return ()
    aimed = aims_in(written)
    spans: list[tuple[int, int]] = list(spans_in(text))
    for pattern in (_RANGE, _FROM, _BESIDE, _CURRENCY, _SINGLE):
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            if any(a < end and start < b for a, b in (*spans, *aimed)):
                continue
            found = text[start:end].strip()
            if _NOT_METRIC.match(found.removeprefix("from ")) and pattern is _SINGLE:
                continue
            if pattern is _SINGLE and _OF_A_DATE.match(text[end:]) and found.isdigit():
                continue  # "14 May"
            if pattern is _SINGLE and _CHANCE.search(text[:start]):
                continue
            if pattern is _SINGLE and _RELEASE.search(text[:start]) and "." in found:
                continue  # "wav2vec 2.0"
            if pattern is _SINGLE and (
                re.fullmatch(r"\d{1,2}|1:1", found) or _GRADED.search(text[:start])
            ):
                continue  # "4 of which", "level 1": no figure one could be asked about
            if (
                pattern is _SINGLE
                and re.search(
                    r"(?:[A-Z][\w+#.]*|Python|Java|version|v|No\.|Art\.|Year|Grade|Level|Phase|CS|ISO|Tier|Sev|Web|Type)[ -]$",
                    text[:start],
                )
                and re.fullmatch(r"\d{1,4}(?:\.\d+)*(?: \w+)?", found)
            ):
                digits = re.match(r"\d+", found)
                if digits and not re.search(r"%", found) and _versioned(text[:start]):
                    continue
            spans.append((start, end))
    return tuple(
        written[a:b].lstrip(" ,;").rstrip(" ,.;")
        for a, b in sorted(spans)
        if re.search(r"\d", text[a:b])
    )


_BARE = re.compile(r"[~<>≤≥≈+−-]?[\d.,:/-]+[kKMB]?\+?")
_FEW_OF = re.compile(
    r"\d (?!(?:ms|s|h|x|hours?|days?|weeks?|months?|minutes?|seconds?|points?)\b)[a-z]"
)


def sayable(figures: Iterable[str]) -> tuple[str, ...]:
    """The figures one could say alone: a change, or one with its unit or what it counts. A number
    without either is the digits of something."""
    return tuple(f for f in figures if not _BARE.fullmatch(f))


def is_few(figure: str) -> bool:
    """Whether a figure is a count under ten ("9 students"), which is no number to lead with."""
    return _FEW_OF.match(figure) is not None


def is_size(text: str, figure: str) -> bool:
    """Whether a figure of the text is a span of sizes and tells no before and after."""
    return any(figure in text[a:b] for a, b in spans_in(text))


def headline(figures: Sequence[str], results: str = "", text: str = "") -> str:
    """The figure that says most: a before and after, then a relative change, then any. ``text``:
    the line itself, where a figure that was only given comes last."""
    ranked = sorted(
        enumerate(figures),
        key=lambda f: (
            is_given(text, f[1]),
            not has_baseline(f[1]),
            not has_change(f[1]),
            f[1].lstrip("+-−~") not in results,
            f[0],
        ),
    )
    return ranked[0][1] if ranked else ""


def outcome_figure(figures: Sequence[str], results: str = "", text: str = "") -> str:
    """The headline figure if it measures an effect (a change, a share, time, money), else ""."""
    figures = not_given(figures, text)
    best = headline(figures, results)
    if has_baseline(best) or (has_change(best) and "%" in best):
        return best
    for figure in figures:
        if has_change(figure) or (
            figure in results
            and re.search(
                r"[%$€£]|\d\s?(?:ms|s|hours?|days?|weeks?|min(?:ute)?s?|x|pp|points?)\b", figure
            )
        ):
            return figure
    return ""


_MOVED = re.compile(
    r"(?<!\w)[+−-]\d|\b(?:down|up|rose|fell|cut|cuts|reduc\w*|rais\w*|increas\w*|improv\w*|less|more|fewer|faster|drop\w*|"
    r"grew|sav\w*|lower\w*|higher|shorten\w*|lift\w*|boost\w*|gain\w*|won|added|halv\w*|doubl\w*|relative)\b",
    re.I,
)


def lacks_baseline(text: str) -> bool:
    """Whether a figure of the text says how far something moved, and not from where; a level that
    was reached ("86% accuracy") has no start to be asked for."""
    return not has_baseline(text) and _MOVED.search(text) is not None


_OFTEN = (
    r"(?:none|zero|never|nothing|once|twice|hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|"
    r"(?:an? [\w-]+ )?every (?:\w+ )?(?:second|minute|hour|day|night|week|month|quarter|year)s?|"
    r"(?:once|twice|one|two|three|four|five|six|seven|eight|nine|ten|several|half an?|an?) (?:an? |per )?(?:second|minute|hour|day|night|week|month|quarter|year)s?)"
)
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|none|zero)(?: (?:hundred|thousand|million))?"
_WORD_CHANGE = re.compile(
    rf"\bfrom (?:about |almost )?(?:{_OFTEN} to (?:about |almost |only )?(?:{_OFTEN}|{_FEW})|"
    rf"{_FEW}(?: [a-z]+){{0,3}}? to (?:about |almost |only )?{_FEW}(?: in {_FEW})?)\b(?: (?:a|per) (?:day|week|month|quarter|year))?",
    re.I,
)


def word_change(text: str) -> str:
    """A before and after in words, as written: "from monthly to none"; "" for none."""
    found = _WORD_CHANGE.search(text)
    return found.group() if found else ""


@lru_cache(maxsize=2048)
def _digits(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+(?:[.,]\d+)*", text))


def _versioned(before: str) -> bool:
    return bool(
        re.search(
            r"\b(?:Python|Java|version|v|No\.|Art\.|Year|Grade|Level|Phase|CS|ISO|Tier|Type|Windows|Angular|Vue|React|Llama|Office)[ -]$",
            before,
        )
    )


@lru_cache(maxsize=1024)
def has_change(text: str) -> bool:
    """True if the text tells a before and an after, or a relative change."""
    text = _UPGRADE.sub("", without_spans(without_names(without_aims(text))))
    return bool(
        _WORD_CHANGE.search(text)
        or _RANGE.search(text)
        or re.search(
            r"\bfrom\b.*\d.*\bto\b.*\d|\d\s?%|\d\s?(?:pp|points?|x)\b|\b(?:doubled|tripled|halved)\b",
            text,
        )
    )


_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|formerly|(?:up|down)\s+from|vs\.?|versus|compared\s+(?:to|with)|against|baseline)\b"
    r"[^.;\d]{0,24}\d",
    re.IGNORECASE,
)
"""The figure it is held against: "(previous best 77.9%)", "down from 17%", "vs 41 ms"."""


@lru_cache(maxsize=1024)
def has_baseline(text: str) -> bool:
    """True if a figure stands with the one before it."""
    text = _UPGRADE.sub("", without_spans(without_names(without_aims(text))))
    told = (
        _RANGE.search(text)
        or _WORD_CHANGE.search(text)
        or re.search(r"\bfrom\b.*?\d.*?\bto\b.*?\d", text)
    )
    return bool(told or _BEFORE.search(text))
