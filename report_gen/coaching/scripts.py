"""What to say about a gap: acknowledge, bridge from own evidence, show the reasoning, plan.

Every sentence in candidate voice is a part: words of ours that claim nothing about the past, a
quote of the resume with its reference, or a blank. Wording differs by the kind of gap; a choice
is made by the gap's id and never twice in one report while there is another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.case import BROAD, Case, choose
from report_gen.coaching.gap_context import (
    chosen_gaps,
    nearest_lines,
    rounds_for,
    why_it_matters,
)
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
from report_gen.coaching.speech import say_line
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import ScriptEntry, ScriptWords

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
        """A day the plan can keep: the eve of the interview, or two weeks on where none is set."""
        options = self.case.options
        if options.interview_date is None:
            return options.today + timedelta(days=14)
        return max(options.today, options.interview_date - timedelta(days=1))

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
