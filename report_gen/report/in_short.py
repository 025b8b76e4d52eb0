"""Page 2: the whole report in up to seven sentences, each with the pages that say more.

Nothing is worked out here: every sentence is made of what the chapters print.
"""

from __future__ import annotations

import re
from typing import Any

from report_gen.coaching.readiness import ready_words
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.wording import NO_RESULT
from report_gen.report import standing
from report_gen.report.context import BANDS, Context
from report_gen.report.first_words import first_words
from report_gen.report.models import Chapter
from report_gen.report.weight_words import weighs
from report_gen.report.words import clip, count, number, say_full_day, sentence

TITLE = "In short"
LONGEST, QUOTED, LINK, SAID = 270, 200, 60, 70
"""Letters of a sentence, a quote and a link, and words of a script: with these everybody's page
is one page, in Letter too."""
_GAP_IS = {
    "absent": "which no line of yours names",
    "adjacent": "to which you come near without showing it",
    "listed_not_shown": "which you list without a line that shows it",
    "stale": "which you last did some time ago",
    "fewer_years": "where your dates fall short of the years asked",
    "level": "which is asked a level above what your titles say",
    "domain": "because your work was in another field",
}
_DISTANCE = {
    "absent": "which no line of yours names",
    "far": "which your resume says nothing of by name",
    "adjacent": "to which you come near without showing it",
    "part": "the part of that line which is still open",
    "detail": "a part of a line which you answer as a whole",
    "beside": "where you know another way than the one named",
    "reworded": "which a line of yours may say in other words",
    "listed_near": "which you list, and for which one line comes near",
}
"""By how near the nearest own line comes; the kinds of gap say the rest."""


def chapters(context: Context, body: list[Chapter]) -> list[Chapter]:
    """The page, with links to what this edition prints."""
    made = {c.id: c.title for c in body}
    rows = [make(context) for make in (_standing, _proof, _gap, _round, _doubt, _first, _time)]
    shown = [
        {
            **row,
            "pages": [{"id": i, "title": clip(made[i], LINK)} for i in row["pages"] if i in made],
        }
        for row in rows
        if row
    ]
    return [
        Chapter(
            id="in-short",
            part="front",
            title=TITLE,
            template="in-short.html.j2",
            data={"rows": shown},
        )
    ]


def _row(name: str, text: str, *pages: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "text": clip(text, LONGEST),
        "pages": pages,
        "quote": {},
        "say": [],
    } | more


def _standing(context: Context) -> dict[str, Any]:
    fit = context.analysis.assessment.fit
    drivers = standing.drivers(context)
    return _row(
        "Where you stand",
        f"You reach {number(fit.score)} of 100 points for this role, which is {BANDS[fit.band]}"
        + (f": {drivers}" if drivers else "."),
        "summary",
        "score",
    )


_NO_DEEDS = ("education", "certificates", "languages", "skills", "awards")
"""A degree is met or not met; it proves nothing one could tell."""


def _proof(context: Context) -> dict[str, Any]:
    deeds = [c for c in standing.cards(context) if not c["ref"].startswith(_NO_DEEDS)]
    card = next(iter(deeds), None)
    if card is None:
        return {}
    if context.stories and card["ref"] != context.stories[0].ref:
        return _lead(context, card)
    story = card["story"]
    told = f", and story {story} tells it, short and whole" if story else ""
    silent = next((x.missing for x in context.analysis.coaching.xray if x.ref == card["ref"]), ())
    text = f"Bring this line of yours into every round: it answers {card['for_cite']}{told}."
    if NO_RESULT in silent:
        text = (
            f"No line of yours carries more here: it answers {card['for_cite']}{told}. It stops "
            "before the result, so write down first what came of it."
        )
    return _row(
        "Strongest proof",
        text,
        *([f"story-{story}"] if story else []),
        "requirements",
        quote=context.cite.quote(card["ref"], QUOTED),
    )


def _lead(context: Context, card: dict[str, Any]) -> dict[str, Any]:
    """The story to lead with where its line answers no requirement by itself: it stays the one
    every page names, and the line that answers most stands beside it."""
    lead = context.stories[0]
    line = context.cite.quote(lead.ref, QUOTED)
    silent = next((x.missing for x in context.analysis.coaching.xray if x.ref == lead.ref), ())
    text = (
        "Bring this line of yours into every round: it says most clearly what came of your work, and "
        "story 1 tells it, short and whole."
    )
    if NO_RESULT in silent:
        text = (
            "No line of yours carries more here, and story 1 tells it. It stops before the result, so "
            "write down first what came of it."
        )
    beside = f"story {card['story']}" if card["story"] else f"“{clip(card['text'], 60)}”"
    return _row(
        "Strongest proof",
        f"{text} Where they ask for {card['for_cite']}, {beside} stands ready.",
        "story-1",
        *([f"story-{card['story']}"] if card["story"] else ["requirements"]),
        quote={"text": line["text"], "cite": line["cite"], "href": line["href"]},
    )


def _gap(context: Context) -> dict[str, Any]:
    if not context.gaps:
        return _row("Biggest gap", "We found no requirement that your resume leaves open.", "gaps")
    gap = context.gaps[0]
    script = context.analysis.coaching.scripts[gap.id]
    line = script.turns[0].short if script.turns else script.acknowledge
    if line.words > SAID:
        line = first_words((script.acknowledge, script.bridge), SAID)
    return _row(
        "Biggest gap",
        f"Your biggest gap is {clip(gap.name, 90)}, {_DISTANCE.get(script.distance, _GAP_IS[gap.kind])}; {weighs(gap, context.requirements)}. "
        "When they ask, say:",
        "gap-1",
        "gaps",
        say=context.cite.speech(line),
    )


def _round(context: Context) -> dict[str, Any]:
    rounds = by_stake(context.rounds)
    if not rounds:
        return {}
    first = rounds[0]
    return _row(
        "Round to prepare for",
        f"Prepare most for “{first.name}”, because it carries {number(first.weight)}% of the weight and "
        f"what it tests is {ready_words(first.readiness)} on your resume.",
        f"round-{first.id}",
        "weights",
    )


def _doubt(context: Context) -> dict[str, Any]:
    """The failure one is most in danger of; where none is high, the first doubt they may raise."""
    high = [f for f in context.analysis.coaching.failures if f.risk == "high"]
    if high:
        return _row(
            "Likeliest mistake",
            _as_fits(
                f"You are most in danger of “{high[0].name}”: {_first_sentence(high[0].why)}",
                _second_sentence(high[0].why) or _first_sentence(high[0].instead),
            ),
            "failures",
        )
    risk = next(iter(context.analysis.assessment.risks), None)
    if risk is None:
        return {}
    return _row(
        "Doubt to expect",
        _as_fits(
            f"One doubt is likely to be raised: {sentence(risk.text)}", _first_sentence(risk.advice)
        ),
        "flags",
    )


def _first(context: Context) -> dict[str, Any]:
    actions = context.analysis.coaching.next_actions
    return _row("First thing to do", sentence(actions[0]), "weeks", "plan") if actions else {}


def _time(context: Context) -> dict[str, Any]:
    plan = context.analysis.coaching.plan
    if plan is None or not plan.weeks:
        return {}
    until = (
        f"until the interview on {say_full_day(plan.interview)}"
        if plan.interview
        else f"until {say_full_day(plan.weeks[-1].end)}"
        if plan.leads_to
        else "without a date yet"
    )
    return _row(
        "Your time",
        f"The plan takes {number(plan.planned)} hours in {count(len(plan.weeks), 'week')}, {until}.",
        "quick",
        "plan",
        "last-days",
    )


def _first_sentence(text: str) -> str:
    return sentence(re.split(r"(?<=[.?])\s", text.strip(), maxsplit=1)[0])


def _second_sentence(text: str) -> str:
    """What to hold on to in the room, where it follows; "" else."""
    rest = re.split(r"(?<=[.?])\s", text.strip())[1:2]
    return sentence(rest[0]) if rest and rest[0].startswith("In the room") else ""


def _as_fits(text: str, more: str) -> str:
    return f"{text} {more}".strip() if len(text) + len(more) < LONGEST else text
