"""The sheet of a round for the day itself: its order, the own story, the own figure, the gap."""

from __future__ import annotations

from report_gen.coaching.case import Case
from report_gen.coaching.gap_context import rounds_for
from report_gen.coaching.gap_kinds import is_tongue
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.lead import CHANGE, QUALITY, SERVED, effect
from report_gen.coaching.models import Story
from report_gen.coaching.own_words import filled
from report_gen.coaching.readiness import PEOPLE
from report_gen.coaching.round_list import comes_up
from report_gen.coaching.wording import in_quotes
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import RoleRound, RoundGuide


def lead_stories(guide: RoundGuide, r: RoleRound, case: Case) -> tuple[str, ...]:
    """The two or three stories to have ready: by competency of the round, then by strength."""
    if _is_work(guide, r):
        return ()
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
    length = _length(r)
    lines = [filled(s, case).replace("{length}", length) for s in guide.sheet[:ON_A_SHEET]]
    if _is_work(guide, r):
        return tuple(lines)
    story = _story(lead_stories(guide, r, case), r, case)
    if story is not None:
        lines.append(f"Your story here: {in_quotes(story.title)}")
        lines += _figure(story, case)
    gap = next((g for g in case.gaps if _is_for(g, r, case) and not is_tongue(g, case)), None)
    if gap is not None:
        lines.append(
            f"{gap_label(gap, case)[:1].upper()}{gap_label(gap, case)[1:]}: one honest sentence first"
        )
    return tuple(lines)


def _is_for(gap: Gap, r: RoleRound, case: Case) -> bool:
    """Whether the gap comes up here before any other round: one sheet has the sentence on it."""
    return comes_up(gap, r, case) and rounds_for(gap, case)[:1] == (r.id,)


def _is_work(guide: RoundGuide, r: RoleRound) -> bool:
    """Whether one works there and tells nothing: no story is to be ready for it."""
    return guide.alone and r.tests[:1] != (PEOPLE,)


def _length(r: RoleRound) -> str:
    """How long the round is by the posting, in words for a sheet."""
    if not r.minutes:
        return "not named, ask for it"
    return f"{r.minutes} minutes" if r.minutes[-1:].isdigit() else r.minutes


def _story(ids: tuple[str, ...], r: RoleRound, case: Case) -> Story | None:
    """Of the stories to have ready the one on what the round tests first, with a figure that says
    how it went where there is one; for a first call the one to lead with."""
    stories = {s.id: s for s in case.stories}
    ready = [stories[i] for i in ids]
    if r.id == "recruiter_screen" and case.stories:
        return case.stories[0]

    def serves(story: Story) -> tuple[bool, bool]:
        line = case.lines.get(story.ref)
        if line is None:
            return (False, False)
        return (not set(r.tests[:1]).isdisjoint(line.dimensions), effect(line.text)[0] >= QUALITY)

    return max(ready, key=serves, default=None)  # the first of equals


def _figure(story: Story, case: Case) -> list[str]:
    """The figure of the story as it stands in the resume, with what to know about it."""
    line = case.lines.get(story.ref)
    rank, figure = effect(line.text) if line is not None else (0, "")
    if rank < SERVED:
        return []
    rest = "how it was measured" if rank == CHANGE else "what changed for them"
    return [f"Its figure: {in_quotes(figure)}; know {rest}"]
