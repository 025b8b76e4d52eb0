"""Part V: the weight of each round, and every round with its questions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from report_gen.coaching.case import soft_lower
from report_gen.coaching.held_round import STATED, round_title
from report_gen.coaching.models import DesignOutline, FailureRisk, InterviewQuestion, Round, Story
from report_gen.coaching.own_names import clause
from report_gen.coaching.readiness import FIRST_CALL, ready_words
from report_gen.coaching.short_form import first_clause, quotes_shortened
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.wording import USUAL, in_quotes
from report_gen.matching.wording import level_in
from report_gen.report.context import LEVELS, Context
from report_gen.report.models import Chapter
from report_gen.report.round_questions import questions_of, shown_rounds
from report_gen.report.words import capital, clip, count, listing, number, sentence

_HELD = {"high": "usual", "medium": "common", "low": "it may come"}
"""How sure it is that a round of a role is held: no source says it of this employer."""
_LIKELY = {"high": "very likely", "medium": "likely", "low": "possible"}


def _chapter(id: str, title: str, template: str, data: dict[str, Any]) -> Chapter:
    return Chapter(id=id, part="V", title=title, template=template, data=data)


def weights(context: Context) -> list[Chapter]:
    """How much each round counts here, beside how ready the resume says you are."""
    if not context.rounds:
        return []
    rows = [
        {
            "id": f"round-{r.id}",
            "name": r.name,
            "minutes": _minutes(r),
            "count": _times(r),
            "weight": r.weight,
            "readiness": r.readiness,
            "ready": ready_words(r.readiness),
            "sure": sure(r),
        }
        for r in context.rounds
    ]
    worth = by_stake(context.rounds)[:2]
    text = (
        "Weight is the share of the decision that usually hangs on a round, by our estimate; beside it "
        "stands how much of what it tests your resume shows."
    )
    if any(r.inside for r in context.rounds):
        text += " What is asked inside a round has a share of its own beside that of the round."
    data = {
        "rows": rows,
        "text": text,
        "role": _of_the_role(context),
        "advice": f"An hour of preparation is worth most in {listing([round_title(r) for r in worth])}: "
        "there weight and missing evidence meet.",
    }
    return [_chapter("weights", "What counts, and how ready you are", "weights.html.j2", data)]


_OF_PROJECTS = frozenset({"ml_depth_project"})
_BESIDE = {"SWE": "a software engineer", "DS": "a data scientist", "research": "a researcher"}


def _of_the_role(context: Context) -> str:
    """What interviews for the role look for, and how it differs from its neighbours."""
    analysis = context.analysis
    asked = (
        analysis.options.role,
        *analysis.matches.interviewed_as,
        analysis.job.role,
        analysis.matches.role,
    )
    role = next((found for r in asked if (found := context.taxonomy.roles.get(r or ""))), None)
    if role is None or not role.one_line:
        return ""
    beside = [
        f"Beside {_BESIDE[other]}: {words}."
        for other, words in role.differs_from.items()
        if other in _BESIDE
    ]
    return " ".join([f"{role.name}: {sentence(role.one_line)}", *beside])


def rounds(context: Context) -> list[Chapter]:
    """A chapter for each round; in shorter editions for the four where an hour is worth most."""
    shown = shown_rounds(context)
    answered: set[str] = set()
    shown_lines: set[str] = set()
    return [
        _chapter(
            f"round-{r.id}",
            f"{place_of(context, r)}: {r.name}",
            "round.html.j2",
            _round(context, r, answered, shown_lines),
        )
        for r in context.rounds
        if r in shown
    ]


def _round(context: Context, r: Round, answered: set[str], shown_lines: set[str]) -> dict[str, Any]:
    full, more = questions_of(context, r)
    facts = [
        ("Length", "" if r.inside else _minutes(r)),
        ("Times", "" if r.inside or r.sure else r.count),
        ("Weight", f"{number(r.weight)}%"),
        ("Your resume", ready_words(r.readiness)),
        ("Held", sure(r)),
    ]
    leads = [(n, s) for n, s in enumerate(context.stories, 1) if s.id in r.lead_stories]
    quoted: set[str] = set()
    strong = [
        {"text": sentence(s), "own": _once(context, ref, quoted)}
        for s, ref in zip_longest(r.strong, r.shown_by, fillvalue="")
    ]
    return {
        "name": r.name,
        "facts": [{"name": name, "value": value} for name, value in facts if value],
        "weight": r.weight,
        "note": " ".join(p for p in (sentence(r.note), _prepared_as(r)) if p),
        "tested": [sentence(t) for t in r.tested],
        "strong": strong,
        "stand": _stand(context, r),
        "best": _best_line(context, r, shown_lines),
        "failure": _failure_here(context, r.failure, shown_lines) if r.failure else {},
        "dimensions": [_dimension(context, d) for d in r.dimensions],
        "topics": _by_reason(context, r, quoted),
        "more_topics": list(r.more_topics) if context.edition == "full" else [],
        "leads": _leads(leads[:4], shown_lines),
        "questions": [_question(context, q, quoted, answered) for q in full],
        "more": [_in_short(_question(context, q, quoted, answered)) for q in more],
        "projects": [
            {"id": f"dive-{n}", "title": clip(d.title, 60)}
            for n, d in enumerate(context.analysis.coaching.deep_dives, 1)
            if r.id in _OF_PROJECTS
        ],
        "sheet": list(r.sheet) if r.weight >= 8 or r.sure == STATED else [],
        "asks": list(r.asks),
    }


def _leads(leads: Sequence[tuple[int, Story]], shown: set[str]) -> list[dict[str, Any]]:
    """The stories to have ready; by their number alone where an earlier round gave the title."""
    out = []
    for n, story in leads:
        title = "" if story.id in shown else in_quotes(clip(story.title, 80))
        shown.add(story.id)
        out.append({"id": f"story-{n}", "number": n, "title": title})
    return out


def _once(context: Context, ref: str, quoted: set[str]) -> dict[str, Any]:
    """An own line in few words, or by its place alone where the round has named it before."""
    own = context.own(ref)
    if own and own["text"] in quoted:
        return own | {"text": ""}
    quoted.add(str(own.get("text", "")))
    return own


def _by_reason(context: Context, r: Round, quoted: set[str]) -> list[dict[str, Any]]:
    """The topics under the reason for which they were chosen: said once, not beside each."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for t in r.topics:
        row = {"name": t.name, "minutes": t.minutes, "own": _once(context, t.ref, quoted)}
        because = sentence(quotes_shortened(t.because)).rstrip(".")
        if because.removeprefix("Gap: ").lower() == t.name.lower():
            because = "Your gaps that come up here"  # the topic is the gap: said once
        groups.setdefault(because, []).append(row)
    return [{"because": because, "topics": rows} for because, rows in groups.items()]


def _prepared_as(r: Round) -> str:
    """Under which usual name a step is prepared, or in which step a subject is asked."""
    if r.inside:
        return f"Not a round of its own: asked inside “{r.inside}”."
    if r.id != FIRST_CALL and r.subject and r.subject.lower() != r.name.lower():
        return f"Prepared here as: {soft_lower(r.subject)}."
    return ""


def sure(r: Round) -> str:
    """How sure it is that the round is held, or that the subject comes up in its round."""
    if r.inside:
        return "likely" if not r.count.startswith("0") else "it may come up"
    return r.sure or _HELD[r.confidence]


def place_of(context: Context, r: Round) -> str:
    """``Round 2``, or ``Inside round 2`` for what is asked in the course of it."""
    steps = [s.name for s in context.rounds if not s.inside]
    if r.inside in steps:
        return f"Inside round {steps.index(r.inside) + 1}"
    return f"Round {steps.index(r.name) + 1}"


def _times(r: Round) -> str:
    if r.inside:
        return f"inside “{clip(r.inside, 60)}”"
    if r.sure and r.count == "0-1":
        return "not everywhere"
    return f"{r.count} of them" if r.count[:1].isdigit() and r.count != "1" else ""


def _minutes(r: Round) -> str:
    if r.inside:
        return ""
    return f"{r.minutes} min" if r.minutes[-1:].isdigit() else r.minutes


def _stand(context: Context, r: Round) -> str:
    """Where the person stands in what the round tests first, and their best line on it."""
    if r.id == FIRST_CALL:
        return " ".join(r.counted)
    scores = context.analysis.assessment.dimensions
    told = []
    for d in (scores[d] for d in r.dimensions[:2] if d in scores):
        name = capital(soft_lower(d.name.split(" (")[0]))
        reached = level_in(d.rating, d.id, next(iter(d.evidence), ""), LEVELS)
        bar = (
            f"and the bar is {level_in(d.bar, d.id, '', LEVELS)}"
            if d.rating < d.bar
            else "at the bar"
            if d.rating == d.bar
            else "above the bar"
        )
        told.append(f"{name}: {reached}, {bar}.")
    return " ".join([*told, *r.counted])


_SHOWN = 2
"""The rating from which a competency is shown, not only named."""
_LEAST_WORDS = 4


def _best_line(context: Context, r: Round, shown: set[str]) -> dict[str, Any]:
    """The strongest own line on what the round tests first that no earlier round has shown."""
    scores = context.analysis.assessment.dimensions
    found = (
        ref
        for d in r.dimensions[:2]
        if d in scores and scores[d].rating >= _SHOWN
        for ref in (_of_people(context) if d == _PEOPLE else scores[d].evidence)
    )
    for ref in found:
        own = context.own(ref) if ref not in shown else {}
        if own and len(str(own["text"]).split()) > _LEAST_WORDS:
            shown.add(ref)
            return own
    return {}


_PEOPLE = "behavioral_leadership"
_WITH_PEOPLE = frozenset({"mentoring", "influence", "conflict", "customer", "failure_and_learning"})


def _of_people(context: Context) -> list[str]:
    """Own lines on work with people: those the stories tell of it, and no line that only names
    a group or a guide in passing."""
    stories = context.analysis.coaching.stories
    return [s.ref for s in stories if _WITH_PEOPLE & set(s.competencies[:2])]


def _dimension(context: Context, id: str) -> dict[str, Any]:
    score = context.analysis.assessment.dimensions.get(id)
    return {
        "name": context.dimension(id),
        "rating": score.rating if score else 0,
        "bar": score.bar if score else 0,
    }


def failure(context: Context, risk: FailureRisk) -> dict[str, Any]:
    """A failure mode with this person's own risk of it."""
    return {
        "name": risk.name,
        "risk": risk.risk,
        "does": sentence(risk.does),
        "fails_because": sentence(risk.fails_because),
        "instead": sentence(risk.instead),
        "why": sentence(risk.why),
        "quotes": [_carrying(context, risk.id, ref) for ref in risk.evidence[:2]],
        "signs": [_carrying(context, risk.id, ref) for ref in risk.signs[:1]],
    }


def _carrying(context: Context, mode: str, ref: str) -> dict[str, Any]:
    """A line by the clause that carries what is said of a failure, else by its first words."""
    own = context.own(ref)
    known = context.taxonomy.failures.get(mode)
    text = context.cite.text(ref)
    told = clause(text, 40, (*known.lowers, *known.raises)) if known else ""
    if told and not text.startswith(told[:20]):
        own["text"] = f"… {first_clause(told, 14)}"
    return own


def _failure_here(context: Context, risk: FailureRisk, told: set[str]) -> dict[str, Any]:
    """The failure of a round, in the first round it comes up in; {} where an earlier one warned of it."""
    key = f"failure {risk.id}"
    if key in told:
        return {}
    told.add(key)
    # the chapter on failures quotes them
    return failure(context, risk) | {"quotes": [], "signs": []}


def _in_short(question: dict[str, Any]) -> dict[str, Any]:
    """Without what a strong answer shows and what follows, where the report has said both; of a
    question asked of everybody only the answer."""
    if question["said"]:
        return question | {"strong_answer": "", "follow_ups": []}
    return question if question["cite"] else question | {"follow_ups": [], "red_flags": []}


def _question(
    context: Context, q: InterviewQuestion, quoted: set[str], answered: set[str]
) -> dict[str, Any]:
    story = next((s for ref in q.evidence if (s := context.story_of(ref))), None)
    evidence = context.named([e for e in q.evidence if e != q.ref][:2])
    for quote in evidence:
        if story or quote["text"] in quoted or quote is not evidence[0]:
            quote["text"] = ""
        quoted.add(quote["text"])
    because = sentence(quotes_shortened(q.because))
    asked = f"asked {q.ref}"
    if q.ref in context.requirements and asked in answered:
        because = ""  # the line of the posting was quoted with an earlier question
    answered.add(asked)
    if because in quoted or because.startswith(USUAL):
        because = ""  # no reason one would have to print: how likely it is stands beside it
    quoted.add(because)
    said = q.strong_answer in answered
    answered.add(q.strong_answer)
    return {
        "said": said,
        "question": q.question,
        "likely": _LIKELY[q.likelihood],
        "likelihood": q.likelihood,
        "because": because,
        "cite": context.cite.label(q.ref) if q.ref else "",
        "href": _target(context, q.ref),
        "follow_ups": list(q.follow_ups[:3]),
        "strong_answer": sentence(q.strong_answer),
        "red_flags": list(q.red_flags[:2]) if q.own else [],
        "evidence": evidence,
        "story": context.story_number(story.id) if story else 0,
        "own": q.own,
    }


def _target(context: Context, ref: str) -> str:
    if ref in context.requirements:
        return f"req-{ref}"
    return context.cite.quote(ref)["href"] if ref else ""


def designs(context: Context) -> list[Chapter]:
    """A worked outline for the problem family of this job, constraints first."""
    return [
        _chapter(
            f"design-{n}",
            f"Worked design: {clip(d.title, 80)}",
            "design.html.j2",
            _design(context, d),
        )
        for n, d in enumerate(context.analysis.coaching.designs[:1], 1)
        if context.edition == "full"
    ]


def _design(context: Context, d: DesignOutline) -> dict[str, Any]:
    return {
        "prompt": d.prompt,
        "sum": d.sum,
        "because": sentence(quotes_shortened(d.because)),
        "constraints": [
            {"name": c.name, "because": sentence(quotes_shortened(c.because))}
            for c in d.constraints
        ],
        "steps": [
            {"title": s.title, "points": list(s.points), "own": context.own(s.ref)} for s in d.steps
        ],
        "metrics": list(d.metrics),
        "evidence": context.named(d.own_evidence[:4]),
        "exercise": {
            "title": "Now on paper, without looking",
            "text": "Draw the boxes of this design from memory. Beside each, note what you have "
            "built yourself, and the number you would defend.",
        },
        "text": f"{count(len(d.steps), 'step').capitalize()}, to be said in this order.",
    }
