"""Where a line may be cut when it is quoted in few words: the one rule for all that shorten.

A figure is one phrase with its unit, its other end and what it counts: "from 200 to 40 ms", "between
9 and 11 weeks", "7 h 20 min", "12 of 14 apprentices". A quote that ends inside it says something else
than its line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, chain

_UNITS = (
    r"%|‰|°\s?[CF]?|percent|per cent|pp|bps?|pts?|points?|ms|µs|us|ns|s|secs?|seconds?|min(?:ute)?s?|h|hrs?|hours?|"
    r"days?|nights?|weeks?|months?|years?|quarters?|x|×|times|[kKMGTP]i?B|[kMG]?bit/s|mm|cm|km|m|µm|nm|kg|g|mg|t|"
    r"tons?|tonnes?|l|ml|ha|acres?|[kMG]?Hz|[kMGT]?Wh?|[kM]?V|dB|ppm|fps|rps|qps|tps|req/s|mln|bn|k|million|billion|thousand|"
    r"EUR|USD|GBP|CHF|PLN|euros?|dollars?|pounds?"
)
_CURRENCY = r"(?:[$€£¥₹]|(?:EUR|USD|GBP|CAD|AUD|CHF|INR|PLN|SEK)\s)"
_NUMBER = rf"(?<![\w.])[~<>≤≥≈+−-]?{_CURRENCY}?(?:\d{{1,3}}(?: \d{{3}})+|\d+(?:[.,:/]\d+)*|\.\d+)(?:[kKMBx×]|bn|mln|ish)?\+?"
_WITH_UNIT = rf"{_NUMBER}(?:[\s-]?(?:{_UNITS})(?![\w]))?"
_VALUE = rf"{_WITH_UNIT}(?:\s{_NUMBER}\s?(?:{_UNITS})(?!\w))*(?: or (?:more|less|so))?"
_NEARLY = r"(?:(?:about|around|roughly|some|over|under|below|above|almost|nearly|just|only|less|more|than|every|between|up|down|ca\.|approx\.|at|least|most)\s){0,3}"
_JOINTS = (
    r"(?:and|or|but|of|for|with|in|on|at|by|from|to|as|than|over|under|through|using|after|before|while|when|"
    r"where|which|who|that|because|since|once|so|below|above|behind|beyond|including|without|between|per|against|"
    r"into|via|during|across|within|until|among)"
)
_STOP = rf"(?!(?:{_JOINTS}|is|are|was|were|a|an|the|now|then|each|rather|instead|vs)\b)"
_JOINED = (
    rf"{_VALUE}\s?(?:->|=>|→|–|-|/|\bto\b|\bof\b|\bout of\b|\bin\b|\binstead of\b|\brather than\b|\bvs\.?|\bversus\b|"
    rf"\bagainst\b|\b(?:down |up )?from\b|\bor\b|\bx\b|×)\s?(?:(?:the|an?)\s)?{_NEARLY}{_VALUE}"
)
_PHRASES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bfrom\s[^;:]{{1,70}}?\s(?:in)?to\s{_NEARLY}(?:{_VALUE}|[\w.+#%’'-]+)",
        rf"\bbetween\s{_NEARLY}{_VALUE}[^;:,]{{0,30}}?\sand\s{_VALUE}",
        rf"{_NEARLY}{_JOINED}",
        rf"{_NUMBER}\s(?:out )?of\s{_NEARLY}{_VALUE}(?:\s{_STOP}[a-z][\w-]*)?",
        rf"\b(?:an?|the|of|per|every|each)\s{_VALUE}(?:[\s-]{_STOP}[a-z][\w-]*){{1,2}}",
        rf"{_NEARLY}{_VALUE}(?:\s{_STOP}[a-z][\w/’'-]*){{0,2}}(?:\s(?:per|an?|each)\s[a-z]+\b)?",
    )
)
_LEANING = re.compile(
    r"\b(?:an?|the|of|for|with|by|in|on|at|from|to|into|across|using|via|against|under|over|after|before|while|that|"
    r"which|who|whose|when|where|during|through|between|as|and|or|but|nor|its|our|their|his|her|my|this|these|those|"
    r"together|not|only|more|most|less|than|about|around|roughly|some|almost|nearly|up|down|within|without|per|each|"
    r"every|because|since|once|so|if|is|are|was|were|be|been|being|has|have|had|including|i|we|they|he|she|until|then)"
    r"[\"'”’]?$",
    re.I,
)
"""Words that lean on what follows: a quote that ends with one is half of something."""
_HALF = re.compile(
    r"\b(?:quarter|half|third|number|set|lot|kind|list|range|series|piece|part|member|rather|instead|used|such)$",
    re.I,
)
_LONGEST = 12
"""Letters, at most, of a word of these and a quotation mark behind it."""
_OTHER_HALF = re.compile(r"\s(?:of|than|by|as|in|for)\b")
_JOINT = re.compile(rf"\s{_JOINTS}\b", re.I)


@lru_cache(maxsize=4096)
def number_phrases(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches (start, end) of a text that each tell one figure, whole."""
    return tuple(
        (found.start(), found.end())
        for pattern in _PHRASES
        for found in pattern.finditer(text)
        if re.search(r"\d", found.group()) or found.group().lower().startswith("from")
    )


def may_end(text: str, at: int) -> bool:
    """Whether the part of a text before ``at`` may stand for it: no figure torn, no bracket left
    open, no word at its end that leans on the next."""
    before = text[:at].rstrip(" ,;:–—-")
    if not before or before.count("(") > before.count(")"):
        return False
    if any(start < len(before) < end for start, end in number_phrases(text)):
        return False
    last = max(0, len(before) - _LONGEST)
    half = _HALF.search(before, last) and _OTHER_HALF.match(text, len(before))
    return not half and not _LEANING.search(before, last)


def words_that_end(text: str, most: int, least: int = 1, slack: int = 0) -> int:
    """How many words of a text (its white space single) may stand for it: at most ``most``, and where
    one pauses if that leaves half of them; for fewer than ``least``, rather up to ``slack`` more;
    ``most`` where nothing fits."""
    lengths = (len(word) + 1 for word in text.split()[: most + slack])
    ends = [end - 1 for end in accumulate(lengths)]
    last = 0
    for n in range(min(most, len(ends)), least - 1, -1):
        half = 2 * n >= most
        if last and not half:
            break
        if may_end(text, ends[n - 1]):
            last = last or n
            if half and _pauses(text, ends[n - 1]):
                return n
    if last:
        return last
    beside = chain(range(most + 1, len(ends) + 1), range(min(least - 1, len(ends)), 0, -1))
    return next((n for n in beside if may_end(text, ends[n - 1])), most)


def _pauses(text: str, at: int) -> bool:
    """Whether one pauses there: at a stop, or before a joint unless a new clause has only begun."""
    if text[at - 1] in ",;:)" or text[at : at + 1] in (",", ";", ":", "."):
        return True
    begun = re.split(r"[,;:]\s", text[:at])
    return _JOINT.match(text, at) is not None and (len(begun) == 1 or len(begun[-1].split()) >= 3)
