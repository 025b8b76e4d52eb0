"""What to say about a gap: acknowledge, bridge from own evidence, show the reasoning, plan.

Every sentence in candidate voice is a part: words of ours that claim nothing about the past, a
quote of the resume with its reference, or a blank. Wording differs by the kind of gap; a choice
is made by the gap's id and never twice in one report while there is another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.case import BROAD, Case, choose
from report_gen.coaching.chooser import Chooser
from report_gen.coaching.denials import without_false_denials
from report_gen.coaching.gap_bridge import HABIT, Bridge, Bridges, public_manner, shortened
from report_gen.coaching.gap_context import (
    chosen_gaps,
    is_soft,
    nearest_lines,
    rounds_for,
    why_it_matters,
)
from report_gen.coaching.gap_degree import IN_PROGRESS, UNDATED, late_degree
from report_gen.coaching.gap_entries import entry_for
from report_gen.coaching.gap_have import held_of
from report_gen.coaching.gap_kindred import Kin, kin_of
from report_gen.coaching.gap_kinds import (
    day_in_words,
    is_career,
    is_degree,
    is_paper,
    is_patent,
    is_public,
    is_tongue,
    is_years,
    main_skills,
)
from report_gen.coaching.gap_ladder import GENERAL, Frame, Moves, ladder, said
from report_gen.coaching.gap_words import skills_aloud, spoken_topic
from report_gen.coaching.language.names import capital
from report_gen.coaching.ledger import Sources, claims_in
from report_gen.coaching.models import (
    Blank,
    BlankQuestion,
    Draft,
    GapScript,
    Part,
    Text,
)
from report_gen.coaching.nearness import (
    Nearness,
    answers_partly,
    has_one_name,
    is_beside,
    is_met,
)
from report_gen.coaching.own_probes import probe_kinds
from report_gen.coaching.stated_dates import interview_day
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap
from report_gen.taxonomy.interview import ScriptEntry, ScriptWords

_BROADER = {
    "part": ("adjacent",),
    "beside": ("adjacent",),
    "reworded": ("adjacent",),
    UNDATED: (IN_PROGRESS,),
    "listed_near": ("listed_not_shown", "adjacent"),
}
"""Where a manner has no wording of its own for a slot."""
_WITH_DONE = ("part", "detail", "adjacent")
_WITH_LISTED = ("adjacent", "far", "part", "akin")
ENOUGH = 4
LEAST_REASONS = 3
MOST_BRIEF = 75
"""Words one says in half a minute."""
TWO = 2
HALF = 0.5
"""A line told as the second of a gap is half worn."""
SHORT_TIME = timedelta(days=10)


def draft_scripts(case: Case) -> tuple[dict[str, GapScript], tuple[BlankQuestion, ...]]:
    """Scripts for the five to eight gaps that matter most, by gap id, and their blanks."""
    book = BlankBook()
    chooser = Chooser()
    told: dict[str, float] = {}
    scripts: dict[str, GapScript] = {}
    for gap in chosen_gaps(case):
        scripts[gap.id] = _Writer(case=case, gap=gap, book=book, chooser=chooser, told=told).write()
    return scripts, book.questions()


_MADE = re.compile(r"(?:an?|the|one|two|three|a list of) ")
_TO_READER = re.compile(r"\byou(?:r|rself)?\b")
_LONG_MADE = 14


def _can_be_said(made: str) -> bool:
    """Whether what a plan leads to can stand in a spoken sentence: a thing, short, and said to nobody."""
    plain = _MADE.match(made) and not _TO_READER.search(made) and not list(claims_in(made, ""))
    return bool(plain) and len(made.split()) <= _LONG_MADE


def _sourced(topic: str, case: Case) -> str:
    """The topic without capitals no source has: the ledger would take the sentence out."""
    sources = case.once(_sources)
    loose = {c.text for c in claims_in(f"on {topic}", "") if not sources.find(c)}
    if not loose:
        return topic
    return " ".join(w.lower() if w.strip(",") in loose else w for w in topic.split())


def _sources(case: Case) -> Sources:
    return Sources(case.resume, case.job, case.options)


def _origin(case: Case) -> str:
    """Where a career began: it stays the same when a resume is brought up to date, so the words
    chosen stay; and two people with the same gap do not get the same ones."""
    work, schools = case.resume.work, case.resume.education
    first = f"{work[-1].name} {work[-1].start_date}" if work else ""
    return first or (schools[-1].institution if schools else "")


@dataclass(kw_only=True)
class _Writer:
    """Writes the script of one gap."""

    case: Case
    gap: Gap
    book: BlankBook
    chooser: Chooser
    told: dict[str, float]
    nearest: tuple[LineReading, ...] = ()
    kin: Kin | None = None
    topic: str = ""

    def write(self) -> GapScript:
        case, gap = self.case, self.gap
        self.topic = _sourced(spoken_topic(gap, case), case)
        self.nearest = nearest_lines(gap, case, self.told)
        if not self.nearest:
            self.kin = kin_of(gap, case, self.told)
        leading = self.nearest[:2] if self.nearest else (self.kin.line,) if self.kin else ()
        for n, line in enumerate(leading):
            self.told[line.ref] = self.told.get(line.ref, 0) + (HALF if n else 1)
        entry, specific = entry_for(gap, case, self.chooser.is_fresh)
        if not specific and self.manner == "soft":
            entry = entry.model_copy(update={"question": ()})
        if is_years(gap):  # what the years taught is asked, not the field at large
            entry = entry.model_copy(update={"question": ()})
        frame = self.frame
        question = self.prefer(entry.question, "question")
        reasons = self.reasons(entry)
        found = self.bridge(0)
        bridge = found.draft
        acknowledge = said(self.opening(frame))
        brief = self.without_close(found)
        room = MOST_BRIEF - acknowledge.words - len(reasons[0].split())
        if self.kin and brief.words > room:
            brief = shortened(
                brief, self.kin.kind.is_told
            )  # an opening that promises a piece of work is followed by it
        elif brief.words > room:
            brief = Draft()  # a habit is for the longer answer
        made = self.step(entry.deliverable, "deliverable")
        moves = Moves(
            question=question,
            acknowledge=acknowledge,
            bridge=bridge,
            short_bridge=brief,
            reasons=reasons,
            plan=self.plan(made),
            second=self.bridge(1).draft if len(self.nearest) > 1 else Draft(),
        )
        script = GapScript(
            gap=gap.id,
            why_it_matters=why_it_matters(gap, case),
            rounds=rounds_for(gap, case),
            question=question,
            acknowledge=moves.acknowledge,
            bridge=bridge,
            near=found.refs,
            distance=self.manner,
            reasoning=said(" ".join(reasons[:4])),
            plan=moves.plan,
            turns=ladder(frame, entry, moves),
            avoid=self.advice(entry),
            two_hours=self.first_step(entry),
            two_days=self.step(entry.two_days, "two_days"),
            two_weeks=self.step(entry.two_weeks, "two_weeks"),
            deliverable=made,
            follow_ups=self.next_questions(entry),
        )
        kept = without_false_denials(script, gap, case)
        if not kept.acknowledge.parts:  # an opening of another kind, that denies nothing
            words: ScriptWords = case.taxonomy.scripts
            opening = self.fill(choose(words.kinds["far"]["acknowledge"], frame.key))
            kept = replace(kept, acknowledge=said(opening))
        return kept

    def reasons(self, entry: ScriptEntry) -> tuple[str, ...]:
        """Four sentences of reasoning, those of the entry first, none told for another gap while
        there are others."""
        words: ScriptWords = self.case.taxonomy.scripts
        common = words.kinds.get("fallback", {}).get("reasoning", ())
        picked = [r for r in entry.reasoning if self.chooser.is_fresh(r)][:ENOUGH]
        if len(picked) < LEAST_REASONS:
            start = int(choose("0123456789", self.frame.key))
            turned = [r for r in (*common[start:], *common[:start]) if self.chooser.is_fresh(r)]
            picked += turned[: LEAST_REASONS - len(picked)]
        told = [r for r in entry.reasoning if r not in picked]
        picked += told[: max(0, LEAST_REASONS - len(picked))]
        self.chooser.mark(picked)
        return tuple(self.fill(r) for r in picked)

    def advice(self, entry: ScriptEntry) -> tuple[str, ...]:
        """Two things not to say: the entry's own, then of this kind of gap, then any."""
        words: ScriptWords = self.case.taxonomy.scripts
        kinds = [words.kinds.get(k, {}).get("avoid", ()) for k in (*self.frame.kinds, GENERAL)]
        pools = (entry.avoid, *kinds)
        fresh = [a for pool in pools[:-1] for a in pool if self.chooser.is_fresh(a)][:TWO]
        self.chooser.mark(fresh)
        while len(fresh) < TWO:
            fresh.append(self.chooser.one(pools[-1], self.frame.key, "avoid", str(len(fresh))))
        return tuple(self.fill(a) for a in fresh)

    def next_questions(self, entry: ScriptEntry) -> tuple[str, ...]:
        """Up to three questions that follow, none asked on another gap's page."""
        fresh = [q for q in entry.follow_ups if self.chooser.is_fresh(q)][:3]
        self.chooser.mark(fresh)
        common = self.frame.options("follow_ups")
        while len(fresh) < TWO:
            fresh.append(self.chooser.one(common, self.frame.key, "follow", str(len(fresh))))
        return tuple(dict.fromkeys(self.fill(q) for q in fresh))

    # --- words

    @cached_property
    def frame(self) -> Frame:
        """The wording for this kind of gap."""
        name = self.manner
        broader = _BROADER.get(name, ())
        return Frame(
            words=self.case.taxonomy.scripts,
            kinds=(name, *broader),
            chooser=self.chooser,
            fill=self.fill,
            key=f"{self.gap.id} {_origin(self.case)}",
        )

    def word(self, slot: str) -> str:
        return self.frame.word(slot)

    def opening(self, frame: Frame) -> str:
        """The first sentence: what of the line one has by name, and what is left; where no part has a
        name, the wording of the kind."""
        manner, kinds = self.manner, self.case.taxonomy.scripts.kinds
        have = held_of(self.gap, self.topic, self.case)
        if manner in _WITH_DONE and have.done:
            kind, named, topic = "with_done", have.done, self.topic
        elif manner in _WITH_LISTED and have.listed:
            rest = replace(self.gap, skills=have.left)
            topic = _sourced(skills_aloud(rest, self.case), self.case) if have.left else ""
            kind, named = "with_listed" if topic else "only_listed", have.listed
        else:
            return frame.word("acknowledge")
        text = self.chooser.one(kinds[kind]["acknowledge"], frame.key, kind)
        held = _sourced(" and ".join(named), self.case)
        text = text.replace("{have}", held).replace("{Have}", capital(held))
        return self.fill(text.replace("{topic}", topic).replace("{Topic}", capital(topic)))

    @cached_property
    def manner(self) -> str:
        """The kind of wording: by kind of gap, but other for degrees, soft skills, and what a
        resume simply does not show."""
        if (late := late_degree(self.gap, self.case)) is not None:
            return IN_PROGRESS if late[1] else UNDATED
        if is_degree(self.gap) or is_paper(self.gap):
            return "credential"
        if is_career(self.gap):
            return f"career_{self.gap.kind}"
        if is_years(self.gap):
            return "fewer_years"
        if is_patent(self.gap):
            return "patent"
        if is_public(self.gap):
            return public_manner(self.case, self.gap)
        if is_tongue(self.gap, self.case):
            return "tongue"
        case = self.case
        skills = main_skills(self.gap, case)
        if is_soft(self.gap, case):
            return "soft" if self.nearest else self.distance
        if self.gap.kind not in ("absent", "adjacent", "listed_not_shown"):
            return self.gap.kind
        unread = case.once(Nearness).blind(self.gap)
        hidden = self.gap.usual or unread or (bool(skills) and skills[0].id in BROAD)
        if hidden and self.nearest and self.gap.kind != "listed_not_shown":
            return "unshown"
        return self.distance

    @cached_property
    def distance(self) -> str:
        """How far off the own work is, by the weakest reading: only where nothing is found at all, and
        of what has one name, does the wording deny something ("absent")."""
        gap, case = self.gap, self.case
        if gap.kind == "listed_not_shown":
            return "listed_near" if self.nearest else gap.kind
        if self.nearest and is_beside(gap, case):
            return "beside"
        if self.nearest and is_met(gap, case):
            return "detail"
        if self.nearest and case.once(Nearness).is_reworded(gap, self.nearest[0]):
            return "reworded"
        if self.nearest and answers_partly(
            replace(gap, requirements=gap.requirements[:1]), self.nearest[0], case
        ):
            return "part"
        if self.nearest:
            return "adjacent"
        near = case.once(Nearness).grade(gap) or not has_one_name(gap, case)
        return ("akin" if self.kin else "far") if near else "absent"

    def prefer(self, options: tuple[str, ...], slot: str) -> str:
        """One of the options not used yet in this report; else the wording of the kind."""
        fresh = tuple(o for o in options if self.chooser.is_fresh(o))
        return (
            self.fill(self.chooser.one(fresh, self.frame.key, slot)) if fresh else self.word(slot)
        )

    def step(self, text: str, slot: str) -> str:
        """A closing step: the entry's own once per report, then one made for this topic."""
        if text and self.chooser.is_fresh(text):
            self.chooser.mark((text,))
            return self.fill(text)
        words: ScriptWords = self.case.taxonomy.scripts
        options = self.frame.options(slot) or words.kinds.get("fallback", {}).get(slot, ())
        return self.fill(self.chooser.one(options, self.frame.key, slot))

    def first_step(self, entry: ScriptEntry) -> str:
        """The two hours; what stands in other words is written anew before anything is learned."""
        step = self.step(entry.two_hours, "two_hours")
        anew = self.frame.own("two_hours") if self.manner == "reworded" else ""
        return f"{anew}; then {step}" if anew and anew != step else step

    def fill(self, text: str) -> str:
        topic = self.topic
        filled = text.replace("{topic}", topic).replace("{Topic}", capital(topic))
        filled = filled.replace("{company}", self.case.company_or_they)
        degree, finish = late_degree(self.gap, self.case) or ("", "")
        filled = filled.replace("{degree}", degree).replace("{finish}", finish)
        return filled.replace("{date}", day_in_words(self.target()))

    def target(self) -> date:
        """A day the plan can keep: the eve of the interview, or two weeks on where none is set."""
        today, day = self.case.options.today, interview_day(self.case)
        return today + timedelta(days=14) if day is None else max(today, day - timedelta(days=1))

    # --- the four moves

    def bridge(self, number: int) -> Bridge:
        """From own evidence: the nearest line, or the next one; honest where there is none."""
        return Bridges(
            case=self.case, gap=self.gap, nearest=self.nearest, told=self.told, word=self.word,
            habit=self.habit, close=self.close, kin=self.kin, joint=self.joint,
        ).make(number)  # fmt: skip

    def joint(self, joints: tuple[str, ...]) -> str:
        """What is said behind a deed of another kind of work."""
        return self.fill(self.chooser.one(joints, self.frame.key, "joint"))

    def habit(self, kind: str) -> str:
        """The opening words of a habit that a line of this kind shows."""
        options = self.case.taxonomy.scripts.kinds[kind]["lean_on"]
        return self.chooser.one(options, self.frame.key, kind)

    def close(self, line: LineReading) -> str:
        """What of a line carries over: in the words of this kind of gap, else the habit it shows.
        Said once in a report, and "" where there is nothing left to say."""
        own = self.frame.own("lead_out")
        if own:
            return own
        if self.gap.dimension not in line.dimensions:
            return ""  # work of another field: what carries over is for the reader to see
        words: ScriptWords = self.case.taxonomy.scripts
        for kind in sorted(probe_kinds(line, self.case)):
            said = words.kinds.get(f"{HABIT}{kind}", {}).get("carries", ())
            if said and all(self.chooser.is_fresh(s) for s in said):
                return self.chooser.one(said, self.frame.key, kind)
        return ""

    def plan(self, made: str) -> Draft:
        """Where one is with it. ``made``: what the closing plan leads to, named where it can be said."""
        slot = "honest" if self.is_short() else "plan"
        own = any(self.case.taxonomy.scripts.kinds.get(k, {}).get(slot) for k in self.frame.kinds)
        if slot == "plan" and not own and _can_be_said(made):
            text = self.word("plan_made").replace("{made}", made)
        else:
            text = self.word(slot)
        before, _, after = text.partition("{finished}")
        parts: list[Part] = [Text(text=before.strip())] if before.strip() else []
        parts.append(self.finished(made))
        if after.strip():
            parts.append(Text(text=after.strip()))
        return Draft(parts=tuple(parts))

    def finished(self, made: str) -> Blank:
        """What the candidate will have done by then: only they can say it."""
        return self.book.ask(
            f"gap {self.gap.id} {self.gap.name}",
            "finished",
            "what you have finished by then",
            f"What have you finished on {self.topic} that you could show?",
            where=f"gap script: {self.gap.name}",
            why="A plan is believed when a part of it is already done.",
            example=made,
        )

    def is_short(self) -> bool:
        """Too little time left to build something on a gap that weighs."""
        at = interview_day(self.case)
        if at is None or self.gap.kind in ("listed_not_shown", "stale", "adjacent"):
            return False
        return at - self.case.options.today < SHORT_TIME

    def without_close(self, bridge: Bridge) -> Draft:
        """The bridge without the sentence after the evidence, but never without what says that it was
        other work; its first part where no line is near."""
        parts = bridge.draft.parts
        if not parts or self.kin:
            return bridge.draft
        if not self.nearest:
            return Draft(parts=parts[:1] if isinstance(parts[0], Text) else ())
        return Draft(parts=parts[:-1]) if bridge.closes else bridge.draft
