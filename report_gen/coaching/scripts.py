"""What to say about a gap: acknowledge, bridge from own evidence, show the reasoning, plan.

Every sentence in candidate voice is a part: words of ours that claim nothing about the past, a
quote of the resume with its reference, or a blank. Wording differs by the kind of gap; a choice
is made by the gap's id and never twice in one report while there is another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.case import BROAD, Case, choose, shorten, soft_lower
from report_gen.coaching.gap_words import (
    day_in_words,
    entry_for,
    is_career,
    is_degree,
    is_public,
    is_years,
    main_skills,
    spoken_topic,
)
from report_gen.coaching.models import (
    Blank,
    BlankQuestion,
    Draft,
    GapScript,
    Part,
    ScriptTurn,
    Text,
)
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.rounds import rounds_of
from report_gen.coaching.speech import say_line
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import ScriptEntry, ScriptWords

LEAST, MOST = 5, 8
WORTH = 0.2
NEAR = 2.0
ENOUGH = 4
SHORT_TIME = timedelta(days=10)


@dataclass(slots=True)
class _Chooser:
    """Picks by hash, never the same wording twice while an unused one is left."""

    used: set[str] = field(default_factory=set)

    def one(self, options: tuple[str, ...], *key: str) -> str:
        if not options:
            return ""
        fresh = [o for o in options if o not in self.used] or list(options)
        picked = choose(fresh, *key)
        self.used.add(picked)
        return picked


def draft_scripts(case: Case) -> tuple[dict[str, GapScript], tuple[BlankQuestion, ...]]:
    """Scripts for the five to eight gaps that matter most, by gap id, and their blanks."""
    book = BlankBook()
    chooser = _Chooser()
    told: dict[str, int] = {}
    scripts: dict[str, GapScript] = {}
    for gap in chosen_gaps(case):
        scripts[gap.id] = _Writer(case=case, gap=gap, book=book, chooser=chooser, told=told).write()
    return scripts, book.questions()


def chosen_gaps(case: Case) -> tuple[Gap, ...]:
    """By priority; none a script of another already serves, small ones only to reach five."""
    kept: list[Gap] = []
    for gap in case.gaps:
        if len(kept) >= MOST or (len(kept) >= LEAST and gap.priority < WORTH):
            break
        if gap.kind == "stale" and is_degree(gap):
            continue
        if is_public(gap) and any(is_public(k) for k in kept):
            continue
        if any(same_ground(gap, k, case) for k in kept):
            continue
        kept.append(gap)
    return tuple(kept)


def same_ground(gap: Gap, other: Gap, case: Case) -> bool:
    """Whether one script serves two gaps: the same skills, or skills of one category asked for
    in one line of the posting."""
    if gap.skills and set(gap.skills) == set(other.skills) and gap.kind == other.kind:
        return True
    first = {s.parent for s in main_skills(gap, case)[:2]}
    second = {s.parent for s in main_skills(other, case)[:2]}
    return bool(set(gap.requirements) & set(other.requirements)) and bool(first & second)


@dataclass(kw_only=True)
class _Writer:
    """Writes the script of one gap."""

    case: Case
    gap: Gap
    book: BlankBook
    chooser: _Chooser
    told: dict[str, int]
    nearest: tuple[LineReading, ...] = ()
    topic: str = ""

    def write(self) -> GapScript:
        case, gap = self.case, self.gap
        self.topic = spoken_topic(gap, case)
        self.nearest = nearest_lines(gap, case, self.told)
        for line in self.nearest[:1]:
            self.told[line.ref] = self.told.get(line.ref, 0) + 1
        entry, specific = entry_for(gap, case)
        if not specific:  # a dimension's questions are for gaps the posting is silent on
            entry = (
                entry if gap.usual or not gap.skills else entry.model_copy(update={"question": ()})
            )
        reasons = self.reasons(entry)
        acknowledge = self.draft(self.word("acknowledge"))
        bridge = self.bridge(0)
        plan = self.plan(entry)
        soft = self.manner() == "soft" or (self.manner() == "unshown" and not gap.usual)
        question = self.prefer(() if soft else entry.question, "question", "q")
        fresh = [] if soft else [a for a in entry.avoid if a not in self.chooser.used][:2]
        self.chooser.used.update(fresh)
        avoid = dict.fromkeys((*fresh, *self.avoid(), *(() if fresh else self.avoid())))
        return GapScript(
            gap=gap.id,
            why_it_matters=why_it_matters(gap, case),
            rounds=rounds_for(gap, case),
            question=question,
            acknowledge=acknowledge,
            bridge=bridge,
            reasoning=self.draft(" ".join(reasons[:4])),
            plan=plan,
            turns=self.turns(question, entry, reasons, acknowledge, bridge, plan),
            avoid=tuple(self.fill(a) for a in avoid),
            two_hours=self.step("" if soft else entry.two_hours, "two_hours"),
            two_days=self.step("" if soft else entry.two_days, "two_days"),
            two_weeks=self.step("" if soft else entry.two_weeks, "two_weeks"),
            deliverable=self.step("" if soft else entry.deliverable, "deliverable"),
            follow_ups=tuple(self.fill(f) for f in entry.follow_ups[:3]),
        )

    def reasons(self, entry: ScriptEntry) -> tuple[str, ...]:
        """Up to six sentences of reasoning, those of the entry first, none told for another gap
        while there are others."""
        words: ScriptWords = self.case.taxonomy.scripts
        common = words.kinds.get("fallback", {}).get("reasoning", ())
        fresh = [r for r in entry.reasoning if r not in self.chooser.used][:6]
        if len(fresh) < ENOUGH:
            start = int(choose("0123456789", self.gap.id))
            turned = (*common[start:], *common[:start])
            fresh += [r for r in turned if r not in self.chooser.used][: ENOUGH - len(fresh)]
        self.chooser.used.update(fresh)
        told = [r for r in entry.reasoning if r not in fresh]
        kept = (*fresh, *told[: max(0, ENOUGH - len(fresh))])
        return tuple(self.fill(r) for r in kept)

    # --- words

    def kind(self, slot: str) -> tuple[str, ...]:
        words: ScriptWords = self.case.taxonomy.scripts
        name = self.manner()
        broader = () if name == "absent" else (self.gap.kind,)
        for kind in (name, *broader, "any"):
            found = words.kinds.get(kind, {}).get(slot, ())
            if found:
                return found
        return ()

    def manner(self) -> str:
        """The kind of wording: by kind of gap, but other for degrees, soft skills, and what a
        resume simply does not show."""
        if is_degree(self.gap):
            return "credential"
        if is_career(self.gap):
            return f"career_{self.gap.kind}"
        if is_years(self.gap):
            return "fewer_years"
        if is_public(self.gap):
            return self.gap.kind
        skills = main_skills(self.gap, self.case)
        if skills and all(s.kind == "common" for s in skills):
            return "soft"
        if (self.gap.usual or not skills or skills[0].id in BROAD) and self.gap.kind in (
            "absent",
            "adjacent",
        ):
            return "unshown"
        if self.gap.kind == "adjacent" and not self.nearest:
            return "absent"  # what speaks for it is no deed one could tell
        return self.gap.kind

    def prefer(self, options: tuple[str, ...], slot: str, *key: str) -> str:
        """One of the options not used yet in this report; else the wording of the kind."""
        fresh = tuple(o for o in options if o not in self.chooser.used)
        return self.fill(self.chooser.one(fresh, self.gap.id, *key)) if fresh else self.word(slot)

    def step(self, text: str, slot: str) -> str:
        """A closing step: the entry's own once per report, then one made for this topic."""
        if text and text not in self.chooser.used:
            self.chooser.used.add(text)
            return self.fill(text)
        words: ScriptWords = self.case.taxonomy.scripts
        options = self.kind(slot) or words.kinds.get("fallback", {}).get(slot, ())
        return self.fill(self.chooser.one(options, self.gap.id, slot))

    def word(self, slot: str) -> str:
        return self.fill(self.chooser.one(self.kind(slot), self.gap.id, slot))

    def avoid(self) -> tuple[str, ...]:
        """One piece of advice not given yet: of this kind, else one for every gap."""
        words: ScriptWords = self.case.taxonomy.scripts
        common = words.kinds.get("any", {}).get("avoid", ())
        fresh = tuple(a for a in self.kind("avoid") if a not in self.chooser.used)
        return (self.chooser.one(fresh or common, self.gap.id, "avoid"),)

    def fill(self, text: str) -> str:
        topic = self.topic
        filled = text.replace("{topic}", topic).replace("{Topic}", topic[:1].upper() + topic[1:])
        filled = filled.replace("{company}", self.case.company_or_they)
        return filled.replace("{date}", day_in_words(self.target()))

    def draft(self, text: str) -> Draft:
        return Draft(parts=(Text(text=text),)) if text else Draft()

    def target(self) -> date:
        """Two weeks after the interview, or from today where its date is open."""
        options = self.case.options
        return max(options.interview_date or options.today, options.today) + timedelta(days=14)

    # --- the four moves

    def bridge(self, number: int, sentences: int = 2) -> Draft:
        """From own evidence: the nearest line, or the next one; honest where there is none."""
        if not self.nearest:
            return self.draft(self.word("no_bridge"))
        line = self.nearest[min(number, len(self.nearest) - 1)]
        own = "in a project of my own" if line.ref.startswith("projects") else "in earlier work"
        where = f"at {line.employer}" if line.employer else own
        lead_in = self.word("lead_in").replace("{place}", where)
        parts: list[Part] = [Text(text=lead_in), *say_line(line, self.case, sentences)]
        parts.append(Text(text=self.word("lead_out")))
        return Draft(parts=tuple(parts))

    def plan(self, entry: ScriptEntry) -> Draft:
        before, _, after = self.word("honest" if self.is_short() else "plan").partition(
            "{finished}"
        )
        parts: list[Part] = [Text(text=before.strip())] if before.strip() else []
        parts.append(self.finished(entry))
        if after.strip():
            parts.append(Text(text=after.strip()))
        return Draft(parts=tuple(parts))

    def finished(self, entry: ScriptEntry) -> Blank:
        """What the candidate will have done by then: only they can say it."""
        return self.book.ask(
            f"gap {self.gap.id} {self.gap.name}",
            "finished",
            "what you have finished by then",
            f"What have you finished on {self.topic} that you could show?",
            where=f"gap script: {self.gap.name}",
            why="A plan is believed when a part of it is already done.",
            example=entry.deliverable,
        )

    def is_short(self) -> bool:
        """Too little time left to build something on a gap that weighs."""
        at = self.case.options.interview_date
        if at is None or self.gap.kind in ("listed_not_shown", "stale", "adjacent"):
            return False
        return at - self.case.options.today < SHORT_TIME

    # --- the ladder

    def turns(
        self,
        question: str,
        entry: ScriptEntry,
        reasons: tuple[str, ...],
        acknowledge: Draft,
        bridge: Draft,
        plan: Draft,
    ) -> tuple[ScriptTurn, ...]:
        """Direct question, probe into the reasoning, push-back on the missing practice."""
        soft = self.manner() == "soft"
        probe = self.prefer(() if soft else entry.probe, "probe", "p")
        push = self.prefer(() if soft else entry.push_back, "push_back", "b")
        deeper = reasons[1:5] if len(reasons) > 3 else reasons
        answer = self.word("push_answer")
        return (
            ScriptTurn(
                kind="direct",
                question=question,
                short=join(acknowledge, self.without_close(bridge), self.draft(reasons[0])),
                full=join(acknowledge, bridge, self.draft(" ".join(reasons[:3])), plan),
            ),
            ScriptTurn(
                kind="probe",
                question=probe,
                short=self.draft(" ".join(deeper[:2])),
                full=join(
                    self.draft(self.word("thinking")),
                    self.draft(" ".join(deeper)),
                    self.draft(self.word("limits")),
                ),
            ),
            ScriptTurn(
                kind="push_back",
                question=push,
                short=join(self.draft(answer), self.draft(reasons[-1])),
                full=join(
                    self.draft(answer),
                    self.bridge(1) if len(self.nearest) > 1 else self.draft(reasons[0]),
                    self.draft(reasons[-1]),
                    self.draft(self.word("close")),
                ),
            ),
        )

    def without_close(self, bridge: Draft) -> Draft:
        """The bridge without the sentence after the evidence."""
        return Draft(parts=bridge.parts[:-1]) if self.nearest and len(bridge.parts) > 2 else bridge


def join(*drafts: Draft) -> Draft:
    """Drafts one after the other."""
    return Draft(
        parts=tuple(p for d in drafts for p in d.parts if not (isinstance(p, Text) and not p.text))
    )


def nearest_lines(
    gap: Gap, case: Case, told: Mapping[str, int], most: int = 2
) -> tuple[LineReading, ...]:
    """The closest own evidence that tells of something done: near skills, then the lines the
    score found, then the same dimension; a line told for another gap counts less. A line that
    is near in none of these ways is no bridge."""
    if is_career(gap):
        return tuple(rank_lines(case)[:most])
    skills = [case.taxonomy.skills[s] for s in gap.skills if s in case.taxonomy.skills]
    near = {r for s in skills for r in (s.id, s.family, *s.related) if r}
    parents = {s.parent for s in skills if s.kind != "common"}
    ranked = []
    for n, line in enumerate(case.deeds):
        shared = len(near & set(line.skills))
        kin = any(
            s in case.taxonomy.skills and case.taxonomy.skills[s].parent in parents
            for s in line.skills
        )
        same = bool(gap.dimension) and gap.dimension in line.dimensions
        named = 3.0 - 0.5 * gap.nearest.index(line.ref) if line.ref in gap.nearest else 0.0
        relation = 3.0 * min(2, shared) + 1.5 * kin + 1.0 * same + named
        if relation >= NEAR or (not gap.skills and (same or named)):
            ranked.append((-(relation + 0.4 * line.level - 0.8 * told.get(line.ref, 0)), n))
    if not ranked and not gap.requirements:
        ranked = [(-float(line.level), n) for n, line in enumerate(case.deeds)]
    return tuple(case.deeds[n] for _, n in sorted(ranked)[:most])


def rounds_for(gap: Gap, case: Case) -> tuple[str, ...]:
    """Ids of the rounds this gap comes up in: first those that test its dimension first."""
    testing = [r for r in rounds_of(case) if gap.dimension in r.tests or _reviews(r.id, gap, case)]
    testing.sort(
        key=lambda r: (
            screens(r.id),
            not _reviews(r.id, gap, case),
            r.tests.index(gap.dimension) if gap.dimension in r.tests else 9,
        )
    )
    return (
        tuple(r.id for r in testing[:2])
        or tuple(
            r.id for r in rounds_of(case) if "behavioral" in r.id or r.id == "technical_screen"
        )[:2]
    )


def _reviews(round_id: str, gap: Gap, case: Case) -> bool:
    """Whether the round's guide names one of the gap's skills."""
    guide = case.taxonomy.rounds.get(round_id)
    return guide is not None and any(set(t.skills) & set(gap.skills) for t in guide.topics)


def screens(round_id: str) -> bool:
    """Whether the round only decides about the next one."""
    return round_id.endswith(("_screen", "_assessment"))


def why_it_matters(gap: Gap, case: Case) -> str:
    """The posting's line, the company's emphasis, the round it comes up in."""
    parts = []
    lines = [case.requirements[r] for r in gap.requirements if r in case.requirements]
    if lines:
        lead = {
            "required": "The posting asks for it as a must",
            "preferred": "The posting names it as a plus",
            "responsibility": "It is part of the daily work",
        }[lines[0].kind]
        parts.append(f'{lead}: "{shorten(lines[0].text, 34)}".')
        if len(lines) > 1:
            parts.append(f'It comes back in a second line: "{shorten(lines[1].text, 20)}".')
    elif is_career(gap):
        parts.append(f"It is the first thing a reader of your resume asks. {gap.why}".strip())
    elif gap.usual:
        parts.append(
            f"The posting does not mention it, but interviews for a {soft_lower(case.role.name)} test it all the same."
        )
    emphasis = case.company.emphasis_by_dimension.get(gap.dimension, 1.0)
    if case.company_known and emphasis >= 1.25:
        parts.append(f"{case.company.name} gives this more weight than most companies do.")
    names = [
        soft_lower(case.taxonomy.rounds[r].name)
        if r in case.taxonomy.rounds
        else r.replace("_", " ")
        for r in rounds_for(gap, case)
    ]
    if names:
        parts.append(f"Expect it in: {', '.join(names)}.")
    return " ".join(parts)
