"""The words: stories, scripts, questions, rounds and the plan. Drafted text is made of parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from report_gen.coaching.quoting import in_quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words of ours. In candidate voice they may hold no claim without a source."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The candidate's (``work[0].highlights[1]``) or the job's (``r4``) own words, and where.
    ``marked``: a line that is said as it is written, inside quote marks."""

    quote: str
    ref: str
    marked: bool = False

    @property
    def spoken(self) -> str:
        """As it stands in a text: in quote marks, with its full stop, where it is marked."""
        if not self.marked:
            return self.quote
        line = self.quote.strip()
        stop = "." if line[-1:].isalnum() or line[-1:] in "%)" else ""
        return in_quotes(f"{line}{stop}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """What only the candidate knows; ``id`` is a key of ``Coaching.blanks``. ``room``: how many
    words a good answer takes, for counting how long a draft is when it is said."""

    blank: str
    id: str
    room: int = 12


Part = Text | Quote | Blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Candidate-voice text to be spoken. ``words`` counts text, quotes and blanks (one each)."""

    parts: tuple[Part, ...] = ()

    @property
    def words(self) -> int:
        return sum(1 if isinstance(p, Blank) else len(_said(p).split()) for p in self.parts)

    @property
    def aloud(self) -> int:
        """Words when it is said: each blank counts as the length of a good answer."""
        return sum(p.room if isinstance(p, Blank) else len(_said(p).split()) for p in self.parts)

    @property
    def plain(self) -> str:
        """The draft as one string; blanks in square brackets."""
        return " ".join(" ".join(_said(p) for p in self.parts).split())


def _said(part: Part) -> str:
    if isinstance(part, Blank):
        return f"[{part.blank}]"
    return part.text if isinstance(part, Text) else part.spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankQuestion:
    """A blank as a question to the candidate (a row of ``answers.yml``). ``fault``: why the answer
    given is not in the draft yet, "" where it is or none was given."""

    id: str
    question: str
    ref: str = ""
    where: tuple[str, ...] = ()
    why: str = ""
    example: str = ""
    answer: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthPart:
    """One meter of a story's strength: ownership, difficulty, scale, outcome (0..1 each)."""

    id: str
    value: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A STAR story drafted from one line of the resume (``ref``), and from what others tell of the
    same piece of work (``lines``: the references of all of them, ``ref`` first).

    ``missing``: which of task, result, metric, baseline, ... the resume is silent on.
    ``short`` is for 30 seconds (75 words or so), ``long`` is the whole story, which is its five parts
    and ``tie`` (the line of the posting it answers) one after the other: own words, with at most a
    third of blanks where the lines tell enough; it grows with the answers.
    """

    id: str
    ref: str
    title: str
    question: str
    competencies: tuple[str, ...]
    principles: tuple[str, ...] = ()
    situation: Draft = Draft()
    task: Draft = Draft()
    action: Draft = Draft()
    result: Draft = Draft()
    reflection: Draft = Draft()
    metrics: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    strength: float = 0.0
    strength_parts: tuple[StrengthPart, ...] = ()
    short: Draft = Draft()
    long: Draft = Draft()
    probes: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    tie: Draft = Draft()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """The answer to "Tell me about yourself", a minute or so: where one is ``now``, the ``path`` that
    led there, the ``proof`` for this job from the lines ``refs``, and ``why`` this job."""

    question: str
    now: Draft = Draft()
    path: Draft = Draft()
    proof: Draft = Draft()
    why: Draft = Draft()
    refs: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()

    @property
    def spoken(self) -> Draft:
        """All of it, one after the other."""
        return Draft(parts=(*self.now.parts, *self.path.parts, *self.proof.parts, *self.why.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageHole:
    """A behavioural competency or company principle no story serves, and how to find one."""

    competency: str
    prompt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which story (its id) to tell first for a competency or company principle, and which to
    keep in reserve; "" where there is none."""

    kind: Literal["competency", "principle"]
    id: str
    name: str
    lead: str = ""
    backup: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptTurn:
    """One exchange: what they may ask (direct, probe, push-back) and what to say."""

    kind: Literal["direct", "probe", "push_back"]
    question: str
    short: Draft
    full: Draft = Draft()


@dataclass(frozen=True, slots=True, kw_only=True)
class GapScript:
    """The four moves for one gap, what not to say, and how to close it. ``near``: references of
    the own lines the bridge stands on, () where none is near; ``distance``: the kind of wording,
    by how near the nearest own line comes ("absent" only where no reading finds any)."""

    gap: str
    why_it_matters: str
    rounds: tuple[str, ...]
    question: str
    acknowledge: Draft
    bridge: Draft
    reasoning: Draft
    plan: Draft
    near: tuple[str, ...] = ()
    distance: str = ""
    turns: tuple[ScriptTurn, ...] = ()
    avoid: tuple[str, ...] = ()
    two_hours: str = ""
    two_days: str = ""
    two_weeks: str = ""
    deliverable: str = ""
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewQuestion:
    """A likely question. ``because``: the JD line or the bullet that makes it likely (``ref`` is
    a requirement id or resume reference, "" where it is usual for the role)."""

    id: str
    round: str
    question: str
    because: str
    ref: str = ""
    likelihood: Literal["high", "medium", "low"] = "medium"
    follow_ups: tuple[str, ...] = ()
    strong_answer: str = ""
    red_flags: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRisk:
    """A failure mode with this person's own risk and the counter-move. ``evidence``: references of
    own lines that show the opposite; ``signs``: of those the risk shows in."""

    id: str
    name: str
    risk: Literal["low", "medium", "high"]
    does: str
    fails_because: str
    instead: str
    why: str
    evidence: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to review for a round; ``because`` names the gap or the JD line, ``ref`` an own
    line to try it on, "" where none is near."""

    name: str
    because: str = ""
    minutes: int = 0
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One interview round for this role, level and company.

    ``weight``: percent of the whole (sum 100). ``readiness`` 0..100, to order rounds by; what beside
    the levels of the lines went into it stands in ``counted``. ``confidence``: how sure the pack is that this round takes place. ``shown_by`` and
    ``asks_from`` stand beside ``strong`` and ``asks``: the own line nearest to each, or "".
    ``more_topics``: what else may come up, by name only. ``subject``: what a step is prepared as,
    whose name is the posting's or its kind of employer's; ``inside``: the step in which it is asked,
    "" for one of its own; ``sure``: in words, where neither role nor company is the source.
    """

    id: str
    name: str
    minutes: str
    count: str
    weight: float
    readiness: float
    confidence: Literal["high", "medium", "low"]
    dimensions: tuple[str, ...]
    tested: tuple[str, ...]
    strong: tuple[str, ...]
    failure: FailureRisk | None = None
    topics: tuple[Topic, ...] = ()
    more_topics: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    lead_stories: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    note: str = ""
    sheet: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()
    asks_from: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    subject: str = ""
    inside: str = ""
    sure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sourced statement about a company's process. Low confidence: "candidates report"."""

    text: str
    confidence: Literal["high", "medium", "low"]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyView:
    """The company as its pack knows it; ``known`` False means the generic pack was used."""

    id: str
    name: str
    known: bool
    summary: str
    process: tuple[Claim, ...] = ()
    emphasis: tuple[Claim, ...] = ()
    principles: tuple[str, ...] = ()
    study: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    applying: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineStep:
    """``ref``: the own line that shows something the step names, "" where none does."""

    title: str
    points: tuple[str, ...]
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignOutline:
    """A worked design for the problem family of this job, constraints first."""

    family: str
    title: str
    prompt: str
    because: str
    constraints: tuple[Topic, ...]
    steps: tuple[OutlineStep, ...]
    metrics: tuple[str, ...] = ()
    own_evidence: tuple[str, ...] = ()
    sum: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletXray:
    """A bullet as the interviewer reads it. ``ownership``, ``scale``, ``metric``, ``outcome``:
    the words that show it, "" if silent. ``rewrite`` is a pattern with blanks, no new numbers."""

    ref: str
    level: int
    ownership: str = ""
    scale: str = ""
    metric: str = ""
    outcome: str = ""
    missing: tuple[str, ...] = ()
    invites: tuple[str, ...] = ()
    rewrite: Draft = Draft()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to say to the requirement ``id``, from the own line ``ref``."""

    id: str
    ref: str
    say: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordGap:
    """A word of the JD the resume lacks although the evidence is there (``refs``)."""

    keyword: str
    requirement: str
    refs: tuple[str, ...]
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepDive:
    """A project talk: ``sections`` maps problem, data, approach, results, trade_offs,
    differently to drafts; ``questions`` are what an interviewer digs with."""

    ref: str
    title: str
    sections: Mapping[str, Draft]
    questions: tuple[str, ...]
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """``serves``: the gap id or round id; ``round``: the id of the round whose hours it takes, "" for
    all rounds; ``day`` when it is to be done by; ``ref``: the own line to do it with, "" where none
    is near."""

    id: str
    title: str
    hours: float
    serves: str
    serves_name: str
    proof: str
    day: date | None = None
    resources: tuple[str, ...] = ()
    ref: str = ""
    round: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeek:
    number: int
    start: date
    end: date
    phase: str
    focus: str
    hours: float
    tasks: tuple[PlanTask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyPlan:
    """Hours-true: ``sum(task.hours)`` of a week never exceeds the hours given (``budget``).

    ``interview``: as given. ``leads_to``: the day the weeks end at, given or reckoned from one the
    posting names; None for an open plan. ``until``: in sentences, what of the posting it was taken
    from, or why it is open; "" where a date was given or nothing is named.
    """

    start: date
    interview: date | None
    weeks: tuple[PlanWeek, ...]
    budget: float
    planned: float
    until: str = ""
    leads_to: date | None = None
    left_out: tuple[PlanTask, ...] = ()
    day_before: tuple[str, ...] = ()
    day_of: tuple[str, ...] = ()
    mindset: tuple[str, ...] = ()
    resources: tuple[Topic, ...] = ()
    quick: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Best use of ``hour``, ``evening``, ``weekend``: actions, most valuable first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeQuestion:
    """What a coach asks first. ``weight`` ranks: what the answer would change, in points of the
    score or of like worth; ``changes`` says it in words. ``ref``: what it is about."""

    id: str
    question: str
    changes: str
    weight: float
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coaching:
    stories: tuple[Story, ...] = ()
    holes: tuple[CoverageHole, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    scripts: Mapping[str, GapScript] = field(default_factory=dict)
    company: CompanyView | None = None
    rounds: tuple[Round, ...] = ()
    questions: tuple[InterviewQuestion, ...] = ()
    designs: tuple[DesignOutline, ...] = ()
    failures: tuple[FailureRisk, ...] = ()
    xray: tuple[BulletXray, ...] = ()
    replies: tuple[Reply, ...] = ()
    keywords: tuple[KeywordGap, ...] = ()
    deep_dives: tuple[DeepDive, ...] = ()
    plan: StudyPlan | None = None
    introduction: Introduction | None = None
    blanks: tuple[BlankQuestion, ...] = ()
    next_actions: tuple[str, ...] = ()
    intake: tuple[IntakeQuestion, ...] = ()
