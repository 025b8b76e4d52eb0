"""Names of gaps, in the posting's own words."""

from __future__ import annotations

import re

from report_gen.matching.asks import Ask
from report_gen.matching.lexicon import Lexicon
from report_gen.scoring.models import GapKind

_OPENERS = re.compile(
    r"^(?:you(?:'|’)?(?:ve| have| are|'re| will| should be| know| can)?\b|we\b|at least [\w-]+ years?(?: of)?|minimum of [\w-]+ years?(?: of)?|\d+\+? years?(?: of)?|"
    r"(?:strong|solid|deep|proven|excellent|demonstrated|hands-on|prior|working|sound|real|very|good|practical|relevant|advanced|significant|extensive)\b|"
    r"(?:experience|familiarity|knowledge|understanding|proficiency|expertise|background|skills?|ability|comfort|fluency|interest|track record|depth)\b|"
    r"(?:with|in|of|to|and|the|an?|or|that|for|on|is|has|have|be|been|as|at|our|your|it would be great if you)\b|[\s,;:–-])+",
    re.I,
)
_BREAK = re.compile(r"[;:.(]|,\s(?:and|or|including|such|with|so|because|since)|\s[–-]\s")


def gap_name(ask: Ask, missing: tuple[str, ...], kind: GapKind, lex: Lexicon) -> str:
    """The missing terms in the job's words, else the requirement's key phrase."""
    said = dict(ask.said)
    terms = [t for t in missing if said.get(t)]
    what = [t for t in terms if not (t in lex.topics and lex.topics[t].manner)] or terms
    if not what:
        return key_phrase(ask.requirement.text)
    names = _distinct([said[t] for t in what])
    if len(names) > 4:
        names = names[:4]
    joiner = " or " if any(g.any and set(g.terms) & set(what) for g in ask.groups) else " and "
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + joiner + names[-1]


def _distinct(names: list[str]) -> list[str]:
    """Each name once, none that stands inside another."""
    out: list[str] = []
    for name in dict.fromkeys(n.strip() for n in names):
        low = name.casefold()
        if any(low in other.casefold() for other in out):
            continue
        out = [o for o in out if o.casefold() not in low] + [name]
    return out


def key_phrase(text: str, most: int = 8) -> str:
    """The first telling words of a requirement: "Experience with X and Y in Z" -> "X and Y in Z"."""
    core = _OPENERS.sub("", text.strip()).strip()
    core = core or text.strip()
    cut = _BREAK.search(core, 12)
    if cut:
        core = core[: cut.start()]
    return " ".join(core.split()[:most]).rstrip(" ,;:.")


def slug(name: str) -> str:
    """A name as an id: lower case, dashes, at most 60 characters."""
    return re.sub(r"[^a-z0-9+#]+", "-", name.casefold()).strip("-")[:60] or "gap"
