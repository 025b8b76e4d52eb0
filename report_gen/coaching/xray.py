"""Every bullet as the interviewer reads it: what it shows, what is missing, what it invites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.language.models import Speech
from report_gen.coaching.language.numbers import (
    figures_in,
    has_baseline,
    has_change,
    headline,
    outcome_figure,
)
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.models import Blank, BulletXray, Draft, Part, Quote, Text
from report_gen.coaching.story_lines import project_of
from report_gen.coaching.wording import Wording, pick
from report_gen.matching import LineReading, Matches
from report_gen.resume import Resume, Statement, statements
from report_gen.taxonomy import Taxonomy

_KINDS = frozenset({"highlight", "project", "volunteer"})
_OUTCOME = re.compile(
    r"(?:resulting in|leading to|which (?!I\b|is\b|was\b|are\b|were\b)|so that|so (?=\w+ (?:\w+ )?(?:dropped|fell|rose|went))|"
    r"(?:, |; |and )(?=(?:cutting|reducing|saving|increasing|improving|bringing|shortening|raising|lifting|enabling|freeing|recovering|winning|eliminating)\b)|"
    r"(?<!.)(?!.))(?P<what>(?:[^;.]|\.(?=\S))+)",
    re.I,
)
_LAST = re.compile(r"[;.] (?P<what>(?=[^;]*\d)(?:[^;.]|\.(?=\S))+)")
_WEAK = re.compile(
    r"^(?:responsible for|helped(?: to)?(?: with)?|assisted (?:with|in)|supported|participated in|involved in|"
    r"worked (?:closely )?(?:on|with)|tasked with|duties included|in charge of|exposure to|contributed to|took part in)\s+",
    re.I,
)  # fmt: skip
_NAMES = {
    "own_part": "your own part",
    "scale": "the scale",
    "metric": "a figure",
    "baseline": "the figure before",
    "measured": "how it was measured",
    "outcome": "what came of it",
    "trade_off": "the alternative you turned down",
}


def xray_bullets(
    matches: Matches, resume: Resume, taxonomy: Taxonomy, speaker: Speaker, book: BlankBook
) -> tuple[BulletXray, ...]:
    """One entry per bullet of positions, projects and volunteering, in the resume's order."""
    lines = {line.ref: line for line in matches.lines}
    out = []
    for n, statement in enumerate(s for s in statements(resume) if s.kind in _KINDS):
        line = lines.get(statement.ref) or LineReading(ref=statement.ref, text=statement.text)
        out.append(_xray(n, statement, line, taxonomy, speaker, book))
    return tuple(out)


def _xray(
    number: int, statement: Statement, line: LineReading, taxonomy: Taxonomy, speaker: Speaker,
    book: BlankBook,
) -> BulletXray:  # fmt: skip
    text = line.text
    project = statement.kind == "project"
    current = bool(statement.start and not statement.end) and not project
    speech = speaker.say(text, current, project)
    figures = figures_in(text, [m.text for m in line.metrics])
    effect = outcome_figure(figures, " ".join(speech.of("result")))
    metric = effect or headline(figures)
    scale = _scale(line, figures, metric)
    outcome = _outcome(text)
    ownership = _ownership(text, line, speech)
    missing = _missing(text, line, speech, figures, scale, outcome)
    wording = Wording(
        taxonomy.language_words, book, text=text, ref=line.ref, topic=speech.topic,
        where="xray", turn=number, verb=speech.verb, title=speech.title, thing=project_of(line), opening=speech.opening,
    )  # fmt: skip
    return BulletXray(
        ref=line.ref, level=line.level, ownership=ownership, scale=scale, metric=metric,
        outcome=outcome, missing=tuple(_NAMES[m] for m in missing),
        invites=_invites(missing, metric, speech, wording),
        rewrite=_rewrite(text, line.ref, missing, wording),
    )  # fmt: skip


def _ownership(text: str, line: LineReading, speech: Speech) -> str:
    """The words that say whose deed it was, as written."""
    weak = _WEAK.match(text)
    if weak:
        return weak.group().strip()
    words = text.split()
    if not words or not (speech.verb or line.own):
        return ""
    if not speech.verb:
        return ""
    if " " in speech.verb:
        return " ".join(w.strip(".,;:()") for w in words[:2])
    for n, word in enumerate(words[:4]):
        core = word.strip(".,;:()")
        if core.lower().startswith(speech.verb.split()[0][:3]) or _irregular(core, speech.verb):
            after = (
                words[n + 1].strip(".,;")
                if n + 2 < len(words) and words[n + 1].lower() == "and"
                else ""
            )
            return f"{core} and {words[n + 2].strip('.,;')}" if after else core
    return words[0].strip(".,;:()") if speech.verb else ""


def _irregular(word: str, verb: str) -> bool:
    return word.lower()[:1] == verb[:1] and word.lower()[-1:] in "detkn"


def _scale(line: LineReading, figures: Sequence[str], metric: str) -> str:
    for figure in figures:
        if (
            figure != metric
            and re.search(r"\d{3,}|\d[kKMB]\b|million|billion|[A-Za-z]{3,}", figure)
            and not re.search(r"[%$€£]", figure)
        ):
            return figure
    found = next((s for s in line.scale if s in line.text), "")
    return found if re.search(r"\d", found) else ""


def _outcome(text: str) -> str:
    match = _OUTCOME.search(text) or _LAST.search(text)
    if match is None:
        return ""
    words = match.group("what").strip(" ,").split()
    return " ".join(words[:16]).strip(" ,")


def _missing(
    text: str, line: LineReading, speech: Speech, figures: Sequence[str], scale: str, outcome: str
) -> list[str]:
    out = []
    if not figures:
        out.append("metric")
    if not outcome and not speech.of("result") and not (figures and has_change(text)):
        out.append("outcome")
    if "%" in " ".join(figures) and not has_baseline(text):
        out.append("baseline")
    if _WEAK.match(text) or speech.team or not line.own or speech.collaborators:
        out.append("own_part")
    if not scale and not figures:
        out.append("scale")
    if (
        figures
        and has_change(text)
        and not re.search(r"A/B|test|survey|audit|measured|benchmark", text)
    ):
        out.append("measured")
    if len(out) < 3:
        out.append("trade_off")
    return out[:4]


def _invites(
    missing: Sequence[str], metric: str, speech: Speech, wording: Wording
) -> tuple[str, ...]:
    """Questions that name the bullet's own nouns, the likeliest first."""
    out = []
    kinds = [*missing, "tools"] if speech.tools else list(missing)
    for kind in kinds:
        text = pick(wording.words.invites.get(kind, ()), kind, wording.turn)
        if text and not ("{metric}" in text and not metric):
            filled = wording.fill(
                text, metric=f"“{metric}”", tool=speech.tools[0] if speech.tools else ""
            )
            out.append(filled[:1].upper() + filled[1:])
    if len(out) < 2:
        text = pick(wording.words.invites["failed"], "failed", wording.turn)
        out.append(wording.fill(text))
    return tuple(out[:4])


def _rewrite(text: str, ref: str, missing: Sequence[str], wording: Wording) -> Draft:
    """The bullet with blanks where it is silent; no words of ours but the joints."""
    core = text.strip().rstrip(".;")
    weak = _WEAK.match(core)
    parts: list[Part] = []
    if weak and len(core) > weak.end():
        parts += [wording.blank("strong_verb"), Quote(quote=core[weak.end() :], ref=ref)]
    else:
        parts.append(Quote(quote=core, ref=ref))
    room = 2
    if "scale" in missing and "outcome" not in missing:
        parts += [Text(text="for"), wording.blank("scale")]
    if "metric" in missing:
        parts += [Text(text=", which moved"), wording.blank("metric")]
    elif "baseline" in missing:
        parts += [Text(text=", up or down from"), wording.blank("baseline")]
    if "outcome" in missing:
        parts += [Text(text=", so that"), wording.blank("outcome")]
    asked = sum(isinstance(p, Blank) for p in parts)
    if "own_part" in missing and not weak and asked < room:
        parts += [Text(text="; I myself"), wording.blank("own_part")]
    if "measured" in missing and asked < room:
        parts += [Text(text=", measured by"), wording.blank("measured")]
    if "trade_off" in missing and len(parts) == 1:
        parts += [Text(text=", instead of"), wording.blank("choice")]
    parts.append(Text(text="."))
    return Draft(parts=tuple(parts))
