"""What a coach asks first: ten questions, ranked by what the answer would change.

The measure is points of the fit score, or what is worth as much: a gap counts what closing it
adds to the score (found by scoring again), a blank what it adds to its story's strength, a red
flag by its severity; what decides the whole plan or all rounds comes near the top. The words
stand in session.yaml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.case import Case, shorten
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.models import BlankQuestion, Coaching, IntakeQuestion, Story
from report_gen.coaching.wording import in_quotes
from report_gen.taxonomy.interview import Session

MOST = 10
PER_KIND = 4
RAISED = 0.9
"""The value a meter of a story's strength reaches with an answer."""
_METERS = {
    "metric": ("outcome", 0.35), "result": ("outcome", 0.35), "baseline": ("outcome", 0.35),
    "measured": ("outcome", 0.35), "outcome": ("outcome", 0.35), "own_part": ("ownership", 0.3),
    "hard": ("difficulty", 0.2), "choice": ("difficulty", 0.2), "scale": ("scale", 0.15),
}  # fmt: skip
_SEVERITY = {"critical": 3.0, "major": 2.0, "minor": 1.0}
_PLAN, _ROUNDS, _LEVEL, _REASON, _HOLE, _NOTE = 4.0, 3.0, 2.5, 1.5, 1.2, 2.2
_PER_STORY = 8.0
"""Points a story is worth that rises from nothing to full strength."""


def draft_intake(case: Case, coaching: Coaching, book: BlankBook) -> tuple[IntakeQuestion, ...]:
    """Up to ten, the weightiest first, no more than four of a kind. Empty without session.yaml."""
    words: Session = case.taxonomy.session
    if words is None or not words.case:
        return ()
    found = [
        *_about_case(case, words), *_about_gaps(case, words), *_about_notes(case, words),
        *_about_risks(case, words), *_about_stories(coaching, book, words),
        *_about_holes(coaching, words),
    ]  # fmt: skip
    found.sort(key=lambda q: (-q.weight, q.id))
    kinds: Counter[str] = Counter()
    kept: list[IntakeQuestion] = []
    for question in found:
        kind = question.id.partition(":")[0]
        if kinds[kind] < PER_KIND and len(kept) < MOST:
            kinds[kind] += 1
            kept.append(question)
    return tuple(kept)


def _about_case(case: Case, words: Session) -> Iterator[IntakeQuestion]:
    asked = (
        ("date", _PLAN, case.options.interview_date is None),
        ("rounds", _ROUNDS, not case.company_known),
        ("level", _LEVEL, not (case.options.level or case.job.level)),
        ("reason", _REASON, True),
    )
    for name, weight, wanted in asked:
        if wanted:
            yield IntakeQuestion(
                id=f"case:{name}", weight=weight, changes=words.changes.get(name, ""),
                question=words.case[name].replace("{company}", case.company_or_they),
            )  # fmt: skip


def _about_gaps(case: Case, words: Session) -> Iterator[IntakeQuestion]:
    points = {m.gap: m.points for m in case.assessment.fit.movers if m.gap}
    for n, gap in enumerate(case.gaps, 1):
        near = next((case.lines[r].text for r in gap.nearest if r in case.lines), "")
        forms = [f for f in words.gaps.get(gap.kind, ()) if near or "{near}" not in f]
        if not forms or gap.usual:
            continue
        worth = points.get(gap.id, 0.0)
        told = words.changes["gap"].replace("{points}", f"{worth:.1f}")
        yield IntakeQuestion(
            id=f"gap:{gap.id}", ref=gap.id, weight=round(worth or 3 * gap.priority, 2),
            question=forms[n % len(forms)]
            .replace("{name}", gap_label(gap, case)).replace("{near}", shorten(near, 14)),
            changes=told if worth else words.changes["gap_words"].replace("{n}", str(n)),
        )  # fmt: skip


def _about_notes(case: Case, words: Session) -> Iterator[IntakeQuestion]:
    for note in case.resume.notes:
        if note.code in words.notes:
            yield IntakeQuestion(
                id=f"note:{note.code}:{note.where}", ref=note.where, weight=_NOTE,
                question=words.notes[note.code], changes=words.changes["note"],
            )  # fmt: skip


def _about_risks(case: Case, words: Session) -> Iterator[IntakeQuestion]:
    for risk in case.assessment.risks:
        if risk.kind in words.risks:
            text = risk.text if risk.text.endswith((".", "?")) else f"{risk.text}."
            yield IntakeQuestion(
                id=f"risk:{risk.id}", ref=risk.id, weight=_SEVERITY[risk.severity],
                question=words.risks[risk.kind].replace("{text}", text),
                changes=words.changes["risk"],
            )  # fmt: skip


def _about_stories(coaching: Coaching, book: BlankBook, words: Session) -> Iterator[IntakeQuestion]:
    """For each story the open blank that would strengthen it most; the lead story counts half
    as much again, and so does each further place that waits for the same answer."""
    for place, story in enumerate(coaching.stories):
        meters = {p.id: p.value for p in story.strength_parts}
        best: tuple[float, float, BlankQuestion] | None = None
        for blank in coaching.blanks:
            if blank.ref != story.ref or blank.answer or story.id not in blank.where:
                continue
            meter, share = _METERS.get(book.kind(blank.id), ("", 0.0))
            gain = share * max(0.0, RAISED - meters.get(meter, RAISED))
            more = len(blank.where) - 1
            worth = _PER_STORY * gain * (1.5 if place == 0 else 1.0) * (1 + 0.25 * more)
            if worth > 0 and (best is None or worth > best[0]):
                best = (worth, gain, blank)
        if best is not None:
            yield _story_question(story, *best, words)


def _story_question(
    story: Story, worth: float, gain: float, blank: BlankQuestion, words: Session
) -> IntakeQuestion:
    told = words.changes["blank"]
    for key, value in (
        ("story", in_quotes(story.title)),
        ("before", f"{100 * story.strength:.0f}"),
        ("after", f"{100 * min(1.0, story.strength + gain):.0f}"),
    ):
        told = told.replace("{" + key + "}", value)
    more = len(blank.where) - 1
    if more:
        form = words.changes["blank_also_1" if more == 1 else "blank_also"]
        told += form.replace("{more}", str(more))
    return IntakeQuestion(
        id=f"blank:{blank.id}", question=blank.question, changes=told, weight=round(worth, 2),
        ref=story.ref,
    )  # fmt: skip


def _about_holes(coaching: Coaching, words: Session) -> Iterator[IntakeQuestion]:
    for hole in coaching.holes:
        name = hole.competency.replace("_", " ")
        yield IntakeQuestion(
            id=f"hole:{hole.competency}", ref=hole.competency, weight=_HOLE,
            question=words.case["hole"].replace("{prompt}", hole.prompt),
            changes=words.changes["hole"].replace("{name}", name),
        )  # fmt: skip
