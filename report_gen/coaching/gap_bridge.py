"""The bridge of a gap script: from the nearest own work, from something published, from a deed
of the same kind, or from a habit that other work shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from report_gen.coaching.case import Case
from report_gen.coaching.gap_kindred import Kin
from report_gen.coaching.gap_kinds import is_public, is_tongue
from report_gen.coaching.models import Draft, Part, Quote, Text
from report_gen.coaching.nearness import Nearness, touches
from report_gen.coaching.own_probes import LIGHT, TOGETHER, probe_kinds
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.project_names import place_of, project_of
from report_gen.coaching.speech import say_line
from report_gen.coaching.ties import PLAINLY
from report_gen.coaching.wording import spoken_employer
from report_gen.matching.models import LineReading
from report_gen.scoring.models import Gap

DONE = 2
"""The evidence level from which a line tells of something done."""
HABIT = "habit_"
_OF_PEOPLE = frozenset({"negotiated", "roadmap", "dashboard"})
_WITH_PEOPLE = frozenset({"mentored", "taught", "led"})
"""Habits for gaps about people alone."""
_PEOPLE_DIMENSIONS = frozenset(
    {"behavioral_leadership", "product_sense", "program_management", "business_metrics"}
)
"""Habits with people are no answer to "how would you serve a model"."""
_OF_A_FIELD = frozenset(
    ["baseline", "scale", "alternative", "launched", "trained", "model", "pipeline", "service",
     "roadmap", "dashboard", "cut_cost", "annotated"]
)  # fmt: skip
"""Habits that carry over to work of the same field only: who kept a budget does not therefore
review designs."""
_CODE = re.compile(r"open.sourc|github|contribut", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Bridge:
    """``refs``: the own lines it stands on, () where there is none. ``closes``: whether a sentence on
    what carries over follows the evidence."""

    draft: Draft
    refs: tuple[str, ...] = ()
    closes: bool = False


@dataclass(kw_only=True)
class Bridges:
    """Builds the bridges of one gap. ``word`` gives the wording of a slot for this kind of gap,
    ``habit`` the opening words of a habit, ``close`` what carries over from a line ("" for nothing);
    ``told`` counts the lines and habits the report has leaned on, and is added to; ``kin``: a deed of the
    same kind where no line is near, ``joint`` chooses what is said behind it."""

    case: Case
    gap: Gap
    nearest: tuple[LineReading, ...]
    told: dict[str, float]
    word: Callable[[str], str]
    habit: Callable[[str], str]
    close: Callable[[LineReading], str]
    kin: Kin | None = None
    joint: Callable[[tuple[str, ...]], str] = lambda joints: joints[0]

    def make(self, number: int = 0, sentences: int = 2) -> Bridge:
        """From the nearest line, or the next one; else from a deed of the same kind, said to be other
        work; else from a habit. Empty where there is none: what follows is the reasoning."""
        if is_tongue(self.gap, self.case):
            return self._tongues()
        if self.nearest:
            line = self.nearest[min(number, len(self.nearest) - 1)]
            return self._from(line, sentences)
        paper = self._paper()
        if paper:
            quote = Quote(quote=self.case.lines[paper].text.strip(), ref=paper)
            parts = (Text(text=self.word("paper_in")), quote, Text(text=self.word("paper_out")))
            return Bridge(draft=Draft(parts=parts), refs=(paper,), closes=True)
        if self.kin is not None:
            return self._from_kin(self.kin)
        if is_public(self.gap):
            return Bridge(draft=Draft(parts=_text(self.word("no_bridge"))))
        return Bridge(draft=Draft(parts=self._habit()))

    def _from_kin(self, kin: Kin) -> Bridge:
        """A deed of the same kind, and in words what of it carries over."""
        draft = self._led(kin.line, kin.told)
        joint = Text(text=self.joint(kin.kind.joints))
        return Bridge(draft=Draft(parts=(*draft, joint)), refs=(kin.line.ref,))

    def _as_written(self) -> str:
        """What leads to a line that is said as it is written."""
        return self.case.taxonomy.language_words.story.quote_opening[0]

    def _from(self, line: LineReading, sentences: int) -> Bridge:
        parts = list(self._led(line, tuple(say_line(line, self.case, sentences))))
        close = self.close(line)
        if close:
            parts.append(Text(text=close))
        return Bridge(draft=Draft(parts=tuple(parts)), refs=(line.ref,), closes=bool(close))

    def _led(self, line: LineReading, told: tuple[Part, ...]) -> tuple[Part, ...]:
        """What a line tells, behind the words that say where it was."""
        if line.ref.startswith("publications"):
            return (Text(text=self.word("paper_in")), Quote(quote=line.text.strip(), ref=line.ref))
        where = f"at {line.employer}" if line.employer else _elsewhere(line)
        lead_in = self.word("lead_in").replace("{place}", where)
        if isinstance(told[0], Text):  # in one part: an answer cut short keeps both or neither
            return (Text(text=f"{lead_in} {told[0].text}"), *told[1:])
        return (Text(text=f"{lead_in} {self._as_written()}"), *told)

    def _paper(self) -> str:
        """A publication the score found near this gap, and that shares its subject; "" for none."""
        near = {n.line.ref for n in self.case.once(Nearness).of(self.gap) if n.fits}
        refs = [r for r in self.gap.nearest if r.startswith("publications") and r in near]
        return next((r for r in refs if r in self.case.lines), "")

    def _tongues(self) -> Bridge:
        """The languages one works in, and of the one asked for what the resume says of it."""
        held = [t for t in self.case.resume.languages if t.language]
        short = [t for t in held if t.language in self.gap.name]
        spoken = [t.language for t in held if t not in short]
        told = [f"For {t.language} my resume says {t.fluency}." for t in short if t.fluency]
        if spoken:
            listed = " and ".join(filter(None, [", ".join(spoken[:-1]), spoken[-1]]))
            told.append(f"What I work in is {listed}.")
        return Bridge(draft=Draft(parts=_text(" ".join(told) or self.word("no_bridge"))))

    def _habit(self) -> tuple[Part, ...]:
        """A habit that transfers, with the own line that shows it: a line of the same field, or one that
        shares a word with what is asked; none twice while there are others; () where no line is."""
        words = self.case.taxonomy.scripts.kinds
        people = self.gap.dimension in _PEOPLE_DIMENSIONS
        found = []
        for n, line in enumerate(rank_lines(self.case)):
            if line.level < DONE or not line.employer:
                continue
            same = self.gap.dimension in line.dimensions
            alike = self.case.once(Nearness).likeness(self.gap, line) >= PLAINLY
            if not (alike and touches(self.gap, line, self.case)):
                continue  # a habit of another field answers nothing here
            verb = self.case.speaker.say(line.text, line.months_ago == 0).verb
            if not verb or verb in LIGHT | TOGETHER:
                continue
            kinds = probe_kinds(line, self.case)
            for kind in sorted(kinds, key=lambda k: k == "alternative"):
                name = f"{HABIT}{kind}"
                carries = same or kind not in _OF_A_FIELD | _WITH_PEOPLE
                if name in words and carries and (people or kind not in _OF_PEOPLE):
                    worn = 2 * self.told.get(line.ref, 0) + 3 * self.told.get(name, 0)
                    found.append((worn - same - 0.5 * line.level, n, name, line))
                    break
        if not found:
            return ()
        _, _, name, line = min(found, key=lambda f: f[:2])
        for key in (line.ref, name):
            self.told[key] = self.told.get(key, 0) + 0.5
        place = f"at {spoken_employer(line.employer)}"
        opening = self.habit(name).replace("{place}", place)
        told = say_line(line, self.case, 2)
        if isinstance(told[0], Text):
            return (Text(text=f"{opening} {told[0].text}"), *told[1:])
        return (Text(text=f"{opening} {self._as_written()}"), *told)


def shortened(bridge: Draft, tells: Callable[[str], bool]) -> Draft:
    """A bridge of several parts with only the sentence that ``tells`` the deed, so that it fits into a
    short answer; quotes stay whole."""
    first, *rest = bridge.parts
    if not isinstance(first, Text) or not rest or isinstance(rest[0], Quote):
        return bridge
    led, *said = _SENTENCE.split(first.text)
    at = next((n for n, sentence in enumerate(said) if tells(sentence)), -1)
    if at < 0:
        return bridge
    first_said = at - 1 if at and _LEANS.match(said[at]) else at
    return Draft(parts=(Text(text=" ".join((led, *said[first_said : at + 1]))), *rest))


_LEANS = re.compile(r"(?:it|that|this|they|these|those|there)\b", re.I)
"""Such a sentence is about the one before."""


_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z\d\"“])")


def _text(said: str) -> tuple[Part, ...]:
    return (Text(text=said),) if said else ()


def _elsewhere(line: LineReading) -> str:
    if not line.ref.startswith("projects"):
        return "in earlier work"
    name = project_of(line)
    named = name and name.strip(" .:") not in line.text
    return f"in {place_of(line)}, {name}" if named else f"in {place_of(line)}"


_SHOWN = re.compile(
    r"\b(?:publish(?:ed|ing)?|open.?sourced?|papers?|blog|articles?|patents?|gave (?:[\w-]+ ){0,3}talks?|"
    r"spoke at|speaker at|talks? at|conference|meetup|downloaded|github|stars|pull requests)\b",
    re.IGNORECASE,
)
_READS = frozenset({"review", "referee", "read", "attend", "present"})
_TAUGHT = re.compile(
    r"\b(?:taught|teach\w*|course|lectur\w+|workshop|guide|handbook)\b", re.IGNORECASE
)


def public_lines(case: Case, gap: Gap, most: int = 2) -> tuple[LineReading, ...]:
    """What of a resume stands in public: papers, released data and code, talks. For a gap about
    open code released things come first, for one about papers the papers do."""
    papers = [line for line in case.matches.lines if line.ref.startswith("publications")]
    deeds = []
    for line in case.deeds:
        verb = case.speaker.say(line.text, line.months_ago == 0).verb
        if verb not in _READS and (_SHOWN.search(line.text) or verb in ("release", "publish")):
            deeds.append(line)
    found = [*deeds, *papers] if _CODE.search(gap.name) else [*papers, *deeds]
    return tuple(found[:most])


def taught_lines(case: Case, most: int = 2) -> tuple[LineReading, ...]:
    """Work put before others without being public: courses, guides."""
    return tuple(line for line in case.deeds if _TAUGHT.search(line.text))[:most]


def public_manner(case: Case, gap: Gap) -> str:
    """Which wording a gap about papers, talks or open code gets: "public" where nothing of the
    person is; "public_code" for open code; "public_papers" where there are papers, else
    "public_other" (only code or data are)."""
    shown = public_lines(case, gap)
    if not shown:
        return "public"
    if _CODE.search(gap.name):
        return "public_code"
    papers = shown[0].ref.startswith("publications") or _PAPER.search(shown[0].text)
    return "public_papers" if papers else "public_other"


_PAPER = re.compile(
    r"\b(?:papers?|articles?|patents?|talks?|spoke|speaker|conference)\b", re.IGNORECASE
)


def strongest_lines(case: Case, most: int = 2) -> tuple[LineReading, ...]:
    """The deeds that carry most of what the job asks for, by the evidence the score found."""
    worth: dict[str, float] = {}
    for match in case.matches.requirements:
        for e in match.evidence if match.status != "missing" else ():
            worth[e.ref] = worth.get(e.ref, 0.0) + e.relevance * e.strength
    ranked = rank_lines(case)
    order = {line.ref: n for n, line in enumerate(ranked)}
    found = sorted(
        (line for line in ranked if line.level >= DONE),
        key=lambda line: (-worth.get(line.ref, 0.0), order[line.ref]),
    )
    return tuple(found[:most]) or tuple(ranked[:most])
