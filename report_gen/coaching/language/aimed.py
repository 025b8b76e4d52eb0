"""A target inside a line -> a sentence of its own, told before the deed and never as what came of it.

"..., target was 10 %" -> "The target was 10 %."; "..., with the goal of a table on time" -> "The goal was
a table on time."
"""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.names import article
from report_gen.coaching.language.segments import Segment
from report_gen.matching.aims import BOUND, NUMBER, aims_in, without_aims
from report_gen.taxonomy.verbs import VerbTable

_SHORT = frozenset({"sla", "slas", "slo", "slos"})
_NAME = re.compile(
    rf"(?:the |our |a |an )?(?P<name>{BOUND}(?: (?:for|in|on) [\w’' -]{{2,30}})?)", re.I
)
_LEVEL = re.compile(
    rf"(?:the |our |a |an )?(?P<name>{BOUND}(?: (?:for|in|on) [\w’'-]+)?)"
    rf"(?:,? (?:of|was|is|were|being|set to|set at))? (?P<what>(?:at )?{NUMBER}(?:[^,;]|,(?=\d))*"
    rf"(?:,? (?:and )?(?:was |were )?(?:kept|met|held|hit|missed|reached|breached)\b.*)?)",
    re.I,
)
_MEANT = re.compile(
    r",? ?with (?:the|a|an|our) (?P<name>(?:[a-z-]+ )?(?:aim|goal|target|objective|intention|ambition|intent)s?) "
    r"(?P<to>of|to|that|being) (?P<what>.+)",
    re.I,
)


def aims_told(parts: tuple[Segment, ...], table: VerbTable) -> tuple[Segment, ...]:
    """The parts of a line, each target in them as a sentence. A line that opens with one stays."""
    out: list[Segment] = []
    skip = False
    for n, part in enumerate(parts):
        if skip:
            skip = False
            continue
        after = parts[n + 1] if n + 1 < len(parts) else None
        label = _NAME.fullmatch(part.text) if n and not part.asides else None
        if label and after is not None and after.joint == "colon":
            what = f"to {after.text}" if _is_deed(after.text, table) else after.text
            out.append(_aim(part, label["name"], what))
            skip = True
        else:
            out += _apart(part, bool(n))
    return tuple(out)


def opens_with_aim(text: str) -> bool:
    """Whether a line begins with a target and not with what was done."""
    first = re.split(r"[,;.] ", text)[0]
    aims = aims_in(first)
    alone = bool(aims) and aims[0][0] == 0 and not re.search(r"\w", without_aims(first))
    return alone or _LEVEL.fullmatch(first) is not None


def aim_title(text: str) -> str:
    """ "SLA of 07:00 for the risk tables agreed with ..." -> "SLA for the risk tables"; "" if unsure."""
    label = re.match(rf"(?P<name>{BOUND})(?: (?:for|in) [\w ]+)?(?P<what>:.*|$)", text, re.I)
    if label:
        what = re.split(r"[,;.](?:\s|$)", label["what"].lstrip(": "))[0].split()[:6]
        return f"Aiming to {' '.join(what)}" if what and what[0].islower() else label["name"]
    level = _LEVEL.fullmatch(re.split(r"[,;.] ", text)[0])
    if level is None:
        return ""
    what = re.search(r"\b(?:for|on) (?:the |our )?(?:[\w-]+ ?){1,4}", level["what"])
    kept = re.split(r" (?:\w+ed|with|by|in|at) ", f"{what.group()} ")[0] if what else ""
    figure = re.match(r"[$€£]?\d\S*(?: (?:%|[a-z]+))?", level["what"])
    short = " ".join(level["what"].split()[:6]).rstrip(". ") if not figure else figure[0]
    return f"{level['name']} {kept or f'of {short}'}".strip()


def _is_deed(text: str, table: VerbTable) -> bool:
    words = text.split()
    return len(words) > 1 and words[0].islower() and table.is_form(words[0], "base")


def _apart(part: Segment, later: bool) -> list[Segment]:
    """One part, its target behind it (or before it) as a part of its own."""
    whole = _LEVEL.fullmatch(part.text) if later else None
    if whole:
        told = _aim(part, whole["name"], whole["what"])
        kept = not _states(part.text)  # "error budget 99.95 %, kept in 10 of 12 months": a result
        return [replace(told, aim=False, text=told.text[:-1]) if kept else told]
    for start, end in aims_in(part.text):
        said = part.text[start:end].strip(" ,")
        meant, level = _MEANT.fullmatch(said), _LEVEL.fullmatch(said)
        rest, tail = part.text[:start].rstrip(" ,"), part.text[end:].strip(" ,")
        before = replace(part, text=rest)
        if meant and rest and not tail:
            what = f"to {meant['what']}" if meant["to"].lower() == "to" else meant["what"]
            what = f"that {what}" if meant["to"].lower() == "that" else what
            return [before, _aim(part, meant["name"], what)]
        stopped = part.text[:start].rstrip().endswith(",")
        if level and rest and stopped and not tail:
            return [before, _aim(part, level["name"], level["what"])]
        if level and later and not rest and tail:
            goes_on = Segment(text=tail, joint="sentence", asides=part.asides)
            return [_aim(part, level["name"], level["what"]), goes_on]
    return [part]


def _states(text: str) -> bool:
    aims = aims_in(text)
    return bool(aims) and aims[0] == (0, len(text))


def _aim(part: Segment, name: str, what: str) -> Segment:
    name = name.upper() if name.lower() in _SHORT else name
    name = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    be = "were" if name.endswith("s") else "was"
    its = article(what) if re.match(r"[a-z]+ (?:of|in)\b", what) else ""
    text = f"The {name} {be} {its}{what.rstrip('. ')}."
    return Segment(text=text, joint="semicolon" if part.joint == "colon" else part.joint, aim=True)
