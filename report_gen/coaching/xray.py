"""Every bullet as the interviewer reads it: what it shows, what is missing, what it invites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.dig_kinds import WEAK, dig_kinds, tail_of
from report_gen.coaching.digging import dig
from report_gen.coaching.dug_lines import dug_line
from report_gen.coaching.excerpts import excerpt
from report_gen.coaching.language.awards import is_award
from report_gen.coaching.language.models import Speech
from report_gen.coaching.language.numbers import (
    figures_in,
    has_change,
    headline,
    lacks_baseline,
    outcome_figure,
    word_change,
)
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.language.told_numbers import told_measure
from report_gen.coaching.models import BulletXray
from report_gen.coaching.probe_limits import is_release
from report_gen.coaching.project_names import project_of
from report_gen.coaching.rewriting import rewrite_line
from report_gen.coaching.said import goes_on, says_gain, says_how_measured, says_own_part, says_use
from report_gen.coaching.wording import NO_RESULT, Wording
from report_gen.matching import LineReading, Matches
from report_gen.matching.aims import without_aims
from report_gen.matching.named_numbers import without_names
from report_gen.resume import Resume, Statement, statements
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.verbs import VerbTable

_KINDS = frozenset({"highlight", "project", "volunteer"})
_OUTCOME = re.compile(
    r"(?:resulting in|leading to|which (?!I\b|is\b|was\b|are\b|were\b)|so that|so (?=\w+ (?:\w+ )?(?:dropped|fell|rose|went))|"
    r"(?:, |; |and )(?=(?:cutting|reducing|saving|increasing|improving|bringing|shortening|raising|lifting|enabling|freeing|recovering|winning|eliminating)\b)|"
    r"(?<!.)(?!.))(?P<what>(?:[^;.]|\.(?=\S))+)",
    re.I,
)
_CLAUSE = re.compile(
    r"(?:, | and )so (?:that )?(?P<so>(?:[^;.]|\.(?=\S))+)|"
    r"\b(?:that|which) (?P<that>(?:caught|prevented|saved|cut|reduced|replaced|stopped|raised|flagged|blocked|"
    r"allowed|enabled|detected|halved|doubled|brought|won|let|made|paid)\b(?:[^;.]|\.(?=\S))+)|"
    r"; (?P<after>[^;.\d]{3,45}? (?:moved|adopted|dropped|fell|rose|uses?|used|switched|went|grew|"
    r"improved|recovered|signed|became|followed|cut|saved)\b(?:[^;.]|\.(?=\S))*)",
    re.I,
)
_SPELLED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"dozens of|hundreds of|thousands of|millions of)(?: (?!and\b|or\b|of\b)[a-z][\w/-]*){0,2}? [a-z]{2,}s\b",
    re.I,
)
_DURATION = re.compile(
    r"(?:\d ?(?:ms|s|h|min|sec)|\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?))$",
    re.I,
)
_MEASURES = re.compile(
    r"[%$€£]|(?<![A-Za-z\d])\d[\d.,]* ?(?:ms|s|x|pp|points?)\b|percent|\b(?:dollars|euros|pounds|francs|rupees|EUR|USD|GBP|CHF|INR)\b",
    re.I,
)
_TIME_WON = re.compile(
    r"\b(?:within|was|took|takes|instead of|saving|saved|saves) (?:half an?|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|\d+) (?:seconds?|minutes?|hours?|days?|weeks?)\b",
    re.I,
)
_COUNTED = re.compile(
    r"(?<![\w.,%$€£/-])\d{1,3}(?: (?!and\b|or\b|of\b|to\b|in\b|on\b|with\b)[A-Za-z][\w/-]*){0,2}?"
    r"(?: and [a-z][\w-]*)? (?!times\b|this\b|was\b|has\b)[a-z]{2,}s\b"
    r"|\b(?:team|group|staff|crew|class|department|ward|fleet) of (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b\d[\d,.]*[kM]?-(?:question|hour|page|member|person|bed|room|seat|store|site|parameter|language|node|country|language)\b(?: [a-z]+)?"
)
_LAST = re.compile(r"[;.] (?P<what>(?=[^;]*\d)(?:[^;.]|\.(?=\S))+)")
_MONEY_EFFECT = re.compile(
    r"\b(?P<earned>(?:sav|generat|earn|bring|brought|rais|won|win|clos|recover|avoid|unlock|deliver|add)\w*"
    r"\b[^.;$€£]{0,45}[$€£]\s?\d(?:[^;.,]|[.,](?=\S))*)",
    re.I,
)
_MOVE = re.compile(
    r"\bfrom\b.{1,40}?\bto\b|%|->|→|\b(?:down|up|fell|rose|dropped|went|cut|reduc\w*|rais\w*|increas\w*|improv\w*|sav\w*|doubl\w*|"
    r"tripl\w*|halv\w*|grew|faster|less|more|fewer|instead)\b",
    re.I,
)
_DIGIT = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d")
_OF_PEOPLE = frozenset({
    "training", "teaching", "presenting", "taking_part", "care", "role", "hiring", "listening", "gathering",
    "review", "competition", "leading",
})  # fmt: skip
_AUXILIARIES = frozenset({"is", "was", "are", "were", "can", "could", "no", "now", "has", "have"})
MOST_ASKED = 3
SHORT = 8
"""A line of no more words, without verb, figure or outcome, is a heading and no deed."""
_NAMES = {
    "own_part": "your own part",
    "scale": "the scale",
    "metric": "a figure",
    "baseline": "the figure before",
    "measured": "how it was measured",
    "outcome": NO_RESULT,
    "trade_off": "the alternative you turned down",
}


def xray_bullets(
    matches: Matches, resume: Resume, taxonomy: Taxonomy, speaker: Speaker, book: BlankBook
) -> tuple[BulletXray, ...]:
    """One entry per bullet of positions, projects and volunteering, in the resume's order."""
    lines = {line.ref: line for line in matches.lines}
    out = []
    spent: Counter[str] = Counter()
    told = [s for s in statements(resume) if s.kind in _KINDS]
    for n, statement in enumerate(told):
        line = lines.get(statement.ref) or LineReading(ref=statement.ref, text=statement.text)
        after = told[n + 1] if n + 1 < len(told) else None
        same = after is not None and after.ref.split(".")[0] == statement.ref.split(".")[0]
        following = after.text if after is not None and same else ""
        out.append(_xray(n, statement, line, following, taxonomy, speaker, book, spent))
    return tuple(out)


def _xray(
    number: int, statement: Statement, line: LineReading, following: str, taxonomy: Taxonomy,
    speaker: Speaker, book: BlankBook, spent: Counter[str],
) -> BulletXray:  # fmt: skip
    text = line.text
    project = statement.kind == "project"
    current = bool(statement.start and not statement.end) and not project
    speech = speaker.say(text, current, project, bool(statement.end) and not project)
    figures = figures_in(text, [m.text for m in line.metrics])
    effect = outcome_figure(figures, " ".join(speech.of("result")), text)
    metric = effect or headline(figures, text=text)
    scale = _scale(line, figures, metric)
    if not effect and not has_change(metric) and not _MEASURES.search(metric):
        metric = ""  # "48 speakers" says how many, and nothing about an effect
    won = word_change(text) or ((found := _TIME_WON.search(text)) and found.group()) or ""
    won = won or told_measure(text)
    metric = "" if is_release(text) and metric.startswith("from ") else metric or won
    outcome = excerpt(_outcome(without_aims(text), speaker.table)) or _told(
        text, " ".join(speech.of("result"))
    )
    ownership = _ownership(text, line, speech, speaker.table)
    words = taxonomy.language_words
    made = speech.verb.split()[-1] in words.making_verbs if speech.verb else False
    kinds = dig_kinds(text, speech, taxonomy.digging, speaker.table)
    missing = _missing(text, line, speech, figures, scale, outcome, made, _with_people(kinds))
    told = says_use(text) or says_gain(text) or goes_on(speech.topic, following)
    if "outcome" in missing and told:
        missing.remove("outcome")
    if won and "metric" in missing:
        missing.remove("metric")
    wording = Wording(
        words, book, text=text, ref=line.ref, topic=speech.topic,
        where="xray", turn=number, verb=speech.verb, title=speech.title, thing=project_of(line), opening=speech.opening,
    )  # fmt: skip
    prize = is_award(text)
    missing, outcome = ([], "") if prize else (missing, outcome)
    dug = dug_line(
        text, speech, taxonomy, ref=line.ref, name=wording.it, metric=metric, missing=missing
    )
    # "Logos, flyers, etc." and "Employee of the month" tell of nothing one could dig into.
    told = not prize and (
        bool(speech.verb or outcome or metric or dug.kinds) or len(text.split()) > SHORT
    )
    return BulletXray(
        ref=line.ref, level=line.level, ownership=ownership, scale=scale, metric=metric,
        outcome=outcome, missing=tuple(_NAMES[m] for m in missing),
        invites=dig(dug, taxonomy.digging, spent, MOST_ASKED) if told
        else taxonomy.digging.award if prize else taxonomy.digging.no_deed,
        rewrite=rewrite_line(
            text, line.ref, missing if told else (), wording, speech, speaker.table,
            tail_of(kinds, taxonomy.digging),
        ),
    )  # fmt: skip


def _with_people(kinds: Sequence[str]) -> bool:
    """Whether a line tells of teaching, caring or taking part: no figure is missed there."""
    return bool(kinds) and kinds[0] in _OF_PEOPLE


def _moved_figure(text: str) -> bool:
    """Whether a figure went from one value to another: "4 to 5 patients a shift" did not."""
    return has_change(text) and _MOVE.search(text) is not None and not is_release(text)


_IN_CHARGE = re.compile(
    r"\b(?:technical|tech|team|project) lead\b|\b(?:sole|only|main|lead) (?:operator|owner|maintainer|"
    r"developer|engineer|author|analyst|designer|data scientist)\b|\bsingle-handed(?:ly)?\b|\bsolely\b",
    re.I,
)
"""Words for one's part in a line without a verb: "Ceph cluster, 60 TB, sole operator"."""


def _ownership(text: str, line: LineReading, speech: Speech, table: VerbTable) -> str:
    """The words that say whose deed it was, as written."""
    weak = WEAK.match(text)
    if weak:
        return weak.group().strip()
    words = text.split()
    alone = _IN_CHARGE.search(text)
    if alone and (not speech.verb or speech.verb == "be"):
        return alone.group()
    if not words or not speech.verb:
        return ""
    if " " in speech.verb:
        return " ".join(w.strip(".,;:()") for w in words[:2])
    for n, word in enumerate(words[:4]):
        core = word.strip(".,;:()")
        if core.lower().startswith(speech.verb[:3]) or table.base(core.lower()) == speech.verb:
            after = (
                words[n + 1].strip(".,;")
                if n + 2 < len(words) and words[n + 1].lower() == "and"
                else ""
            )
            return f"{core} and {words[n + 2].strip('.,;')}" if after else core
    stem = speech.verb[: max(4, len(speech.verb) - 1)]
    later = [w.strip(".,;:()") for w in words[4:]]
    found = (w for w in later if w.lower().startswith(stem) or table.base(w.lower()) == speech.verb)
    return next(found, words[0].strip(".,;:()"))


def _scale(line: LineReading, figures: Sequence[str], metric: str) -> str:
    """What the line counts, as written: a figure with its noun, a large figure, a number in words."""
    sized = [
        f for f in figures
        if re.search(r"\d{3,}|\d[kKMB]\b|million|billion|[A-Za-z]{3,}", f)
        and not re.search(r"[%$€£]", f) and not has_change(f)
        and not (_DURATION.search(f) and f"{f} of " not in line.text)
    ]  # fmt: skip
    best = next((f for f in sized if f != metric), "") or next(iter(sized), "")
    if best:
        return best
    for match in _SPELLED.finditer(line.text):
        if not _DURATION.search(match.group()) and not _of_a_share(
            match.group(), metric, line.text
        ):
            return match.group()
    for match in _COUNTED.finditer(line.text):
        if not _DURATION.search(match.group()) and match.group() not in metric:
            return match.group()
    found = next((s for s in line.scale if s in line.text), "")
    return found if re.search(r"\d", found) else ""


def _of_a_share(counted: str, metric: str, text: str) -> bool:
    """ "one in three new users": the count is the second half of a share, and no size of anything."""
    at = text.find(counted)
    return f" in {counted.split()[0]}" in f" {metric} " or text[:at].endswith(
        (" in ", " in every ")
    )


def _outcome(text: str, table: VerbTable) -> str:
    changed = next((p for p in re.split(r"; |\. ", text.rstrip(". "))[1:] if has_change(p)), "")
    if changed:
        return " ".join(changed.split()).strip(" ,")
    last = _LAST.search(text)
    if (
        last
        and table.is_form(last["what"].split()[0].lower(), "past")
        and not _moved(last["what"], table)
    ):
        last = None  # "First hire. Built the service (60K a second)": one more deed
    match = _OUTCOME.search(text) or _CLAUSE.search(text) or last or _MONEY_EFFECT.search(text)
    if match is None:
        return ""
    found = (next((g for g in match.groups() if g), "") or match.group()).strip(" ,").split()
    if match.re is _CLAUSE and match["so"] and not _has_deed(found[:7], table):
        return ""  # "HIPAA environment, so audit logging and secrets from day one"
    return " ".join(found).strip(" ,")


def _has_deed(words: Sequence[str], table: VerbTable) -> bool:
    return any(
        table.is_form(w.lower(), "past", "base", "third") or w.lower() in _AUXILIARIES
        for w in words
    )


def _moved(clause: str, table: VerbTable) -> bool:
    """Whether a clause that begins with a verb tells an effect: "Cut costs by 20%"."""
    return table.is_result(table.base(clause.split()[0].lower(), "past"))


def _told(text: str, results: str) -> str:
    """The clause of the line that a spoken result was made of, as written; "" for none."""
    said = set(re.findall(r"[\w%.]+", results.lower()))
    best = ""
    for piece in re.split(r"[;:,]\s+|\.\s+", text.rstrip(". ")):
        words = re.findall(r"[\w%.]+", piece.lower())
        near = len(words) >= 3 and sum(w in said for w in words) >= 0.7 * len(words)
        if near and len(words) > len(best.split()):
            best = piece
    return excerpt(" ".join(best.split()))


def _missing(
    text: str, line: LineReading, speech: Speech, figures: Sequence[str], scale: str, outcome: str,
    made: bool, people: bool,
) -> list[str]:  # fmt: skip
    out = []
    counted = bool(figures or _SPELLED.search(text) or _DIGIT.search(without_names(text)))
    if not counted and not people:
        out.append("metric")
    if not outcome and not speech.of("result") and not (figures and has_change(text)):
        out.append("outcome")
    if "%" in " ".join(figures) and lacks_baseline(text):
        out.append("baseline")
    shared = WEAK.match(text) or speech.team or not line.own or speech.collaborators
    if shared and not says_own_part(text):
        out.append("own_part")
    if not scale and not counted and not people:
        out.append("scale")
    if figures and _moved_figure(text) and not says_how_measured(text):
        out.append("measured")
    if len(out) < 3 and made and not people:
        out.append("trade_off")  # a class taught or a study had no other way to be turned down
    return out[:4]
