"""The rounds to expect for this role, level and company, and how ready this person is for each."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from report_gen.coaching.case import DEGREE_LINE, Case, has_any, shorten, soft_lower
from report_gen.coaching.gap_words import gap_label, is_career, is_degree, is_public
from report_gen.coaching.models import FailureRisk, InterviewQuestion, Round, Topic
from report_gen.coaching.nearest import OwnLines
from report_gen.coaching.own_words import filled
from report_gen.coaching.questions_back import questions_back
from report_gen.coaching.stated_process import (
    ALGORITHM_ROUNDS,
    UNLIKELY,
    StatedProcess,
    ruled_out,
    stated_process,
    with_stated,
)
from report_gen.coaching.wording import spoken_employer
from report_gen.taxonomy.interview import LEVEL_STANDS_FOR, RoleRound, RoundGuide, RoundTopic

GENAI_ROUND = "genai_system_design"
TOPICS, GAP_TOPICS = 7, 4
NAMED = 2.0
"""Worth of a topic that a gap or the posting itself names."""
CLOSE = 0.9
"""Evidence this near to the bar is not called below it."""
_POSITION = (1.0, 0.6, 0.4, 0.3, 0.3)


def rounds_of(case: Case) -> tuple[RoleRound, ...]:
    """The rounds usual for the role at this level; those known from one company only there;
    a GenAI design round where the posting asks for GenAI, whatever the level; without what the
    posting itself rules out, with what it names."""
    return case.once(_rounds)


def _rounds(case: Case) -> tuple[RoleRound, ...]:
    like = LEVEL_STANDS_FOR.get(case.level or "senior", "senior")
    kept = []
    for r in case.role.rounds:
        if r.only_if and case.company.id not in r.only_if:
            continue
        if r.id == GENAI_ROUND:
            if asks_genai(case):
                kept.append(r)
            continue
        if not r.levels or like in r.levels:
            kept.append(_as_named(r, case))
    return with_stated(tuple(kept), stated_process(case))


def _as_named(r: RoleRound, case: Case) -> RoleRound:
    """A round that hangs on words of the posting is one that may come where it has none."""
    if not r.named_by or has_any(case.job_text, r.named_by):
        return r
    return r.model_copy(update={"count": "0-1"})


def asks_genai(case: Case) -> bool:
    """Whether the posting itself speaks of GenAI or LLM work."""
    return any("genai_llm" in r.dimensions for r in case.job.requirements if not r.negated) or any(
        case.taxonomy.skills[s].dimension == "genai_llm"
        for s in case.job_skills
        if s in case.taxonomy.skills
    )


def likely_times(count: str) -> float:
    """ "0-1" -> 0.5, "2" -> 2: how many of this round to expect."""
    numbers = [float(n) for n in count.replace("–", "-").split("-") if n.strip().isdigit()]
    return sum(numbers) / len(numbers) if numbers else 1.0


def draft_rounds(
    case: Case, questions: tuple[InterviewQuestion, ...], failures: tuple[FailureRisk, ...]
) -> tuple[Round, ...]:
    """Every round with its weight (sum 100), readiness, topics by gap, sheet and questions."""
    rounds = rounds_of(case)
    weights = weigh(rounds, case)
    risks = {f.id: f for f in failures}
    drafted = []
    own = OwnLines(case)
    told: set[str] = set()
    drawn: set[str] = set()
    for r, weight in zip(rounds, weights, strict=True):
        found = _with_own_lines(_draft(r, weight, case, questions, risks, own, drawn), own)
        if found.failure is not None:  # no line is quoted against or for the person twice
            fresh = tuple(e for e in found.failure.evidence if e not in told)
            told.update(fresh)
            found = replace(found, failure=replace(found.failure, evidence=fresh))
        drafted.append(found)
    return tuple(drafted)


def weigh(rounds: tuple[RoleRound, ...], case: Case) -> tuple[float, ...]:
    """Each dimension's weight shared out over the rounds that test it; whole percents, sum 100."""
    by_dimension = dimension_weights(case)
    stated = stated_process(case)
    raw = [0.0] * len(rounds)
    for dimension, weight in sorted(by_dimension.items()):
        shares = [
            _POSITION[min(r.tests.index(dimension), 4)] * likely_times(r.count) * _screen(r, stated)
            if dimension in r.tests
            else 0.0
            for r in rounds
        ]
        total = sum(shares)
        for n, share in enumerate(shares):
            raw[n] += weight * share / total if total else 0.0
    return round_to_hundred(raw)


def dimension_weights(case: Case) -> dict[str, float]:
    """The weights the score used; the role pack's where the score has none."""
    weights = {d.id: d.weight for d in case.dimensions.values() if d.weight > 0}
    return weights or case.role.weights_for(case.level)


def round_to_hundred(raw: list[float]) -> tuple[float, ...]:
    """Whole percents that add up to 100, the largest remainders rounded up."""
    total = sum(raw)
    if not raw:
        return ()
    scaled = [100 * r / total for r in raw] if total else [100 / len(raw)] * len(raw)
    floors = [float(int(s)) for s in scaled]
    short = round(100 - sum(floors))
    order = sorted(range(len(raw)), key=lambda n: (floors[n] - scaled[n], n))
    for n in order[:short]:
        floors[n] += 1
    return tuple(floors)


def readiness(dimensions: tuple[str, ...], case: Case) -> float:
    """0..100: how far the evidence reaches the bar in what the round tests."""
    total = reached = 0.0
    for n, name in enumerate(dimensions):
        score = case.dimensions.get(name)
        if score is None or not score.bar:
            continue
        part = _POSITION[min(n, 4)]
        total += part
        reached += part * min(1.0, score.score / score.bar)
    return float(round(100 * reached / total)) if total else 0.0


def _screen(r: RoleRound, stated: StatedProcess) -> float:
    """Screens decide whether there is a next round, but little is measured in them; less still
    in a round the posting speaks against."""
    if ruled_out(r, stated):
        return UNLIKELY
    return {"recruiter_screen": 0.3, "technical_screen": 0.6, "online_assessment": 0.5}.get(
        r.id, 1.0
    )


def _draft(
    r: RoleRound,
    weight: float,
    case: Case,
    questions: tuple[InterviewQuestion, ...],
    risks: dict[str, FailureRisk],
    lines: OwnLines,
    drawn: set[str],
) -> Round:
    guide = case.taxonomy.rounds.get(r.id) or RoundGuide(
        id=r.id, name=r.id.replace("_", " ").capitalize(), tested=()
    )
    dims = [case.taxonomy.dimensions[d] for d in r.tests if d in case.taxonomy.dimensions]
    tested = guide.tested or tuple(t for d in dims for t in d.interviewers_test[:2])
    strong = guide.strong or tuple(t for d in dims for t in d.strong_looks_like[:2])
    own = tuple(q.id for q in questions if q.round == r.id)
    review, more = topics(guide, r, case, lines)
    return Round(
        id=r.id,
        name=guide.name,
        minutes=r.minutes,
        count=r.count,
        weight=weight,
        readiness=readiness(r.tests, case),
        confidence=_confidence(r),
        dimensions=r.tests,
        tested=tested,
        strong=tuple(filled(s, case) for s in strong),
        failure=_failure(guide, risks),
        topics=review,
        more_topics=more,
        questions=own,
        lead_stories=lead_stories(guide, r, case),
        asks=questions_back(guide, r, case, drawn),
        note=r.note,
        sheet=sheet(guide, r, case),
    )


def _with_own_lines(r: Round, own: OwnLines) -> Round:
    """Beside each thing to show and to ask the own line nearest to it; a question that names
    where the work was done has its line already."""
    places = [spoken_employer(w.name) for w in own.case.resume.work if w.name]
    return replace(
        r,
        shown_by=tuple(own.speaking_of(text) for text in r.strong),
        asks_from=tuple(
            "" if any(place in text for place in places) else own.speaking_of(text)
            for text in r.asks
        ),
    )


def _confidence(r: RoleRound) -> Literal["high", "medium", "low"]:
    times = likely_times(r.count)
    return (
        "high" if times >= 1 and not r.count.startswith("0") else "medium" if times >= 1 else "low"
    )


def _failure(guide: RoundGuide, risks: dict[str, FailureRisk]) -> FailureRisk | None:
    """Of the round's failure modes the one this person runs most; the first of equals."""
    found = [risks[f] for f in guide.failure_modes if f in risks]
    order = ("high", "medium", "low")
    return min(found, key=lambda f: order.index(f.risk)) if found else None


def topics(
    guide: RoundGuide, r: RoleRound, case: Case, lines: OwnLines
) -> tuple[tuple[Topic, ...], tuple[str, ...]]:
    """What to review for the round: gaps first, then the posting's words, then weak dimensions;
    and by name what else may come up."""
    ranked = []
    puzzle_free = stated_process(case).no_puzzles
    for n, topic in enumerate(guide.topics):
        if topic.roles and not case.is_for(topic.roles):
            continue  # a guide serves several roles
        if "data_structures" in topic.skills and puzzle_free and r.id not in ALGORITHM_ROUNDS:
            continue
        value, because = _worth(topic, case)
        if value < NAMED and not weighs(topic.dimension, case):
            continue
        ranked.append(
            (
                -value,
                n,
                Topic(name=filled(topic.name, case), because=because, minutes=topic.minutes),
            )
        )
    for n, gap in enumerate(case.gaps[:GAP_TOPICS]):
        if is_degree(gap) or is_public(gap) or is_career(gap):
            continue
        if gap.dimension in r.tests[:2] and not any(
            set(gap.skills) & set(t.skills) for t in guide.topics
        ):
            because = _gap_because(gap.id, case)
            ranked.append(
                (
                    -(2.5 + gap.priority),
                    n,
                    Topic(name=capital(gap_label(gap, case)), because=because, minutes=60),
                )
            )
    ranked.sort(key=lambda item: item[:2])
    chosen: list[Topic] = []
    for _, _, found in ranked:
        if all(found.name.lower() != c.name.lower() for c in chosen):
            chosen.append(found)
    first = [_on_own_line(t, guide, case, lines) for t in chosen[:TOPICS]]
    return tuple(first), tuple(t.name for t in chosen[TOPICS:])


def _on_own_line(topic: Topic, guide: RoundGuide, case: Case, lines: OwnLines) -> Topic:
    """The topic with an own line to try it on, where one shows it. Puzzles have none."""
    listed = next((t for t in guide.topics if filled(t.name, case) == topic.name), None)
    if listed is None:
        return replace(topic, ref=lines.speaking_of(topic.name))
    if listed.competency:
        return replace(topic, ref=lines.of(_stories_of(listed.competency, case)))
    if listed.dimension == "coding":
        return topic
    return replace(topic, ref=lines.nearest(listed.skills) or lines.speaking_of(topic.name))


def _stories_of(competency: str, case: Case) -> list[str]:
    """The lines behind the stories that serve a competency, the strongest first."""
    return [s.ref for s in case.stories if competency in s.competencies]


def weighs(dimension: str, case: Case) -> bool:
    """Whether interviews for this role and level test the dimension at all."""
    score = case.dimensions.get(dimension)
    return score is None or score.weight > 0


def _worth(topic: RoundTopic, case: Case) -> tuple[float, str]:
    for gap in case.gaps:
        if set(topic.skills) & set(gap.skills):
            return 3.0 + gap.priority, _gap_because(gap.id, case)
    for requirement in case.job.requirements:
        if set(topic.skills).isdisjoint(requirement.skills) and not has_any(
            requirement.text.lower(), topic.cues
        ):
            continue
        if not DEGREE_LINE.search(requirement.text):
            return 2.0, f'The posting asks: "{shorten(requirement.text, 16)}"'
    score = case.dimensions.get(topic.dimension)
    if score is not None and score.weight and score.bar and score.score < CLOSE * score.bar:
        return 1.0 + (
            1 - score.score / score.bar
        ), f"Your evidence in {_short(score.name)} is below the bar"
    return 0.5, "Usual for this round"


def _gap_because(gap_id: str, case: Case) -> str:
    gap = next(g for g in case.gaps if g.id == gap_id)
    return f"Gap: {gap_label(gap, case)}"


def _short(name: str) -> str:
    return soft_lower(name.split(" (")[0])


def lead_stories(guide: RoundGuide, r: RoleRound, case: Case) -> tuple[str, ...]:
    """The two or three stories to have ready: by competency of the round, then by strength."""
    wanted = set(guide.competencies)
    ranked = []
    for story in case.stories:
        line = case.lines.get(story.ref)
        shared = len(wanted & set(story.competencies))
        dims = len(set(r.tests) & set(line.dimensions)) if line else 0
        if shared or dims:
            ranked.append((-(2 * dims + shared + story.strength), story.id))
    return tuple(story_id for _, story_id in sorted(ranked)[:3])


ON_A_SHEET = 6
"""Usual lines on the sheet of a round: one glance, and room for what is the candidate's own."""


def sheet(guide: RoundGuide, r: RoleRound, case: Case) -> tuple[str, ...]:
    """One page for the day itself: the order of the round, then own story, figure and gap."""
    lines = [filled(s, case) for s in guide.sheet[:ON_A_SHEET]]
    titles = {s.id: s.title for s in case.stories}
    leads = [titles[s] for s in lead_stories(guide, r, case)[:1]]
    if leads:
        lines.append(f'Your story here: "{leads[0]}"')
    figure = _figure(r, case)
    if figure:
        lines.append(figure)
    gap = next((g for g in case.gaps if g.dimension in r.tests), None)
    if gap is not None:
        lines.append(
            f"If they touch {gap_label(gap, case)}: one honest sentence, then your nearest work"
        )
    return tuple(lines)


def _figure(r: RoleRound, case: Case) -> str:
    """The strongest own figure for what the round tests, as it stands in the resume."""
    found = [
        (line, metric)
        for line in case.deeds
        for metric in line.metrics
        if metric.baseline or metric.unit or metric.kind == "business"
    ]
    near = [(line, m) for line, m in found if set(line.dimensions) & set(r.tests)]
    if not near:
        return ""
    line, metric = max(
        near, key=lambda f: (bool(f[1].baseline), f[1].kind == "business", f[0].level, f[0].ref)
    )
    place = f" ({line.employer})" if line.employer else ""
    return f'Your figure: "{metric.text}"{place}, with its start and how it was measured'


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
