"""What to say about a gap: acknowledge, bridge from own evidence, show the reasoning, plan.

Every sentence in candidate voice is a part: words of ours that claim nothing about the past, a
quote of the resume with its reference, or a blank. Wording differs by the kind of gap; a choice
is made by the gap's id and never twice in one report while there is another.
"""

from __future__ import annotations


from dataclasses import dataclass, field
from datetime import date, timedelta

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.case import Case, choose, shorten
from report_gen.coaching.gap_words import day_in_words, entry_for, spoken_topic
from report_gen.coaching.models import (
    BlankQuestion,
    Blank,
    Draft,
    GapScript,
    Part,
    Quote,
    ScriptTurn,
    Text,
)
from report_gen.coaching.rounds import rounds_of
from report_gen.coaching.speech import say_line
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import ScriptEntry, ScriptWords

LEAST, MOST = 5, 8
WORTH = 0.2
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

    def several(self, options: tuple[str, ...], count: int) -> tuple[str, ...]:
        """In the order given, unused ones first."""
        fresh = [o for o in options if o not in self.used]
        picked = (fresh + [o for o in options if o not in fresh])[:count]
        self.used.update(picked)
        return tuple(o for o in options if o in picked)


def draft_scripts(case: Case) -> tuple[dict[str, GapScript], tuple[BlankQuestion, ...]]:
    """Scripts for the five to eight gaps that matter most, by gap id, and their blanks."""
    book = BlankBook()
    chooser = _Chooser()
    scripts: dict[str, GapScript] = {}
    for gap in chosen_gaps(case):
        scripts[gap.id] = _Writer(case=case, gap=gap, book=book, chooser=chooser).write()
    return scripts, book.questions()


def chosen_gaps(case: Case) -> tuple[Gap, ...]:
    """By priority; one per set of skills, and the small ones only to reach five."""
    kept: list[Gap] = []
    for gap in case.gaps:
        if len(kept) >= MOST or (len(kept) >= LEAST and gap.priority < WORTH):
            break
        if any(gap.skills and set(gap.skills) == set(k.skills) and gap.kind == k.kind for k in kept):
            continue
        kept.append(gap)
    return tuple(kept)


@dataclass(kw_only=True, slots=True)
class _Writer:
    """Writes the script of one gap."""

    case: Case
    gap: Gap
    book: BlankBook
    chooser: _Chooser
    nearest: LineReading | None = None
    topic: str = ""

    def write(self) -> GapScript:
        case, gap = self.case, self.gap
        self.topic = spoken_topic(gap, case)
        self.nearest = nearest_line(gap, case)
        entry = entry_for(gap, case)
        acknowledge = self.draft(self.word("acknowledge"))
        bridge = self.bridge()
        reasons = self.chooser.several(entry.reasoning, 4)
        reasoning = self.draft(" ".join(reasons))
        plan = self.plan()
        question = self.fill(self.chooser.one(entry.question, gap.id, "q") or self.word("question"))
        turns = self.turns(question, entry, reasons, acknowledge, bridge, plan)
        avoid = tuple(self.fill(a) for a in (*entry.avoid[:2], *self.kind("avoid")[:1]))
        return GapScript(
            gap=gap.id,
            why_it_matters=why_it_matters(gap, case),
            rounds=rounds_for(gap, case),
            question=question,
            acknowledge=acknowledge,
            bridge=bridge,
            reasoning=reasoning,
            plan=plan,
            turns=turns,
            avoid=avoid,
            two_hours=self.fill(entry.two_hours),
            two_days=self.fill(entry.two_days),
            two_weeks=self.fill(entry.two_weeks),
            deliverable=self.fill(entry.deliverable),
            follow_ups=tuple(self.fill(f) for f in entry.follow_ups[:3]),
        )

    # --- words

    @property
    def words(self) -> ScriptWords:
        words: ScriptWords = self.case.taxonomy.scripts
        return words

    def kind(self, slot: str) -> tuple[str, ...]:
        kinds = self.words.kinds
        return kinds.get(self.gap.kind, {}).get(slot, ()) or kinds.get("any", {}).get(slot, ())

    def word(self, slot: str) -> str:
        return self.fill(self.chooser.one(self.kind(slot), self.gap.id, slot))

    def fill(self, text: str) -> str:
        filled = text.replace("{topic}", self.topic).replace("{Topic}", self.topic[:1].upper() + self.topic[1:])
        filled = filled.replace("{company}", self.case.company_or_they)
        return filled.replace("{date}", day_in_words(self.target()))

    def draft(self, text: str) -> Draft:
        return Draft(parts=(Text(text=text),)) if text else Draft()

    def target(self) -> date:
        """Two weeks after the interview, or from today where its date is open."""
        options = self.case.options
        return max(options.interview_date or options.today, options.today) + timedelta(days=14)

    # --- the four moves

    def bridge(self) -> Draft:
        if self.nearest is None:
            return self.draft(self.word("no_bridge"))
        parts: list[Part] = [Text(text=self._place(self.word("lead_in")))]
        parts += say_line(self.nearest)
        parts.append(Text(text=self.word("lead_out")))
        return Draft(parts=tuple(parts))

    def _place(self, text: str) -> str:
        line = self.nearest
        where = f"at {line.employer}" if line and line.employer else "in my own work"
        return text.replace("{place}", where)

    def plan(self) -> Draft:
        entry = entry_for(self.gap, self.case)
        short = self.is_short()
        text = self.word("honest" if short else "plan")
        blank = self.finished(entry)
        before, _, after = text.partition("{finished}")
        parts: list[Part] = [Text(text=before.strip())] if before.strip() else []
        if "{finished}" in text:
            parts.append(blank)
        if after.strip():
            parts.append(Text(text=after.strip()))
        return Draft(parts=tuple(parts))

    def finished(self, entry: ScriptEntry) -> Blank:
        """What the candidate will have done by then: only they can say it."""
        return self.book.ask(
            f"gap {self.gap.id} {self.gap.name}",
            "finished",
            "what you have finished by then",
            f"What have you finished on {self.gap.name} that you could show?",
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
        last = reasons[-1] if reasons else ""
        first = reasons[0] if reasons else ""
        probe = self.fill(self.chooser.one(entry.probe, self.gap.id, "p") or self.word("probe"))
        push = self.fill(self.chooser.one(entry.push_back, self.gap.id, "b") or self.word("push_back"))
        limits = self.word("limits")
        answer = self.word("push_answer")
        return (
            ScriptTurn(
                kind="direct",
                question=question,
                short=join(acknowledge, self.short_bridge(bridge), self.draft(first)),
                full=join(acknowledge, bridge, self.draft(" ".join(reasons)), plan),
            ),
            ScriptTurn(
                kind="probe",
                question=probe,
                short=self.draft(" ".join(reasons[1:3]) or first),
                full=join(self.draft(self.word("thinking")), self.draft(" ".join(reasons)), self.draft(limits)),
            ),
            ScriptTurn(
                kind="push_back",
                question=push,
                short=join(self.draft(answer), self.draft(last)),
                full=join(self.draft(answer), bridge, plan),
            ),
        )

    def short_bridge(self, bridge: Draft) -> Draft:
        """The bridge without what follows the evidence."""
        if self.nearest is None or len(bridge.parts) < 3:
            return bridge
        return Draft(parts=bridge.parts[:-1])


def join(*drafts: Draft) -> Draft:
    """Drafts one after the other."""
    return Draft(parts=tuple(p for d in drafts for p in d.parts if not (isinstance(p, Text) and not p.text)))


def nearest_line(gap: Gap, case: Case) -> LineReading | None:
    """The closest own evidence that tells of something done; the gap's own order is kept."""
    for ref in gap.nearest:
        line = case.lines.get(ref)
        if line is not None and line in case.deeds:
            return line
    related = {
        r for s in gap.skills if s in case.taxonomy.skills for r in case.taxonomy.skills[s].related
    }
    ranked = sorted(
        (-(2 * len(related & set(line.skills)) + line.level), n)
        for n, line in enumerate(case.deeds)
        if related & set(line.skills) or (gap.dimension and gap.dimension in line.dimensions)
    )
    return case.deeds[ranked[0][1]] if ranked else None


def rounds_for(gap: Gap, case: Case) -> tuple[str, ...]:
    """Ids of the rounds this gap comes up in: first those that test its dimension first."""
    testing = [r for r in rounds_of(case) if gap.dimension in r.tests]
    testing.sort(key=lambda r: r.tests.index(gap.dimension))
    return tuple(r.id for r in testing[:2]) or tuple(
        r.id for r in rounds_of(case) if "behavioral" in r.id or r.id == "technical_screen"
    )[:2]


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
    elif gap.usual:
        parts.append(
            f"The posting does not mention it, but interviews for a {case.role.name.lower()} test it all the same."
        )
    emphasis = case.company.emphasis_by_dimension.get(gap.dimension, 1.0)
    if case.company_known and emphasis >= 1.25:
        parts.append(f"{case.company.name} gives this more weight than most companies do.")
    names = [
        case.taxonomy.rounds[r].name.lower() if r in case.taxonomy.rounds else r.replace("_", " ")
        for r in rounds_for(gap, case)
    ]
    if names:
        parts.append(f"Expect it in: {', '.join(names)}.")
    return " ".join(parts)


