"""Which lines of one position or project tell one story: a lead line, and those that tell on from it.

A line belongs to another only where its own words say so: it begins by pointing back ("The model's
list ...", "It ...", "Now used by ..."), it says what was found out about a thing another line made
("We found that the model ..."), or it names that thing ("the assistant", "the feature store").
Lines of one project tell of that project. All else is kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from report_gen.coaching.language.numbers import has_change
from report_gen.coaching.lead import by_weight, effect, says
from report_gen.coaching.leaning import points_back
from report_gen.coaching.models import StrengthPart
from report_gen.coaching.same_work import head_of, names_topic
from report_gen.coaching.story_lines import Candidate, weigh
from report_gen.taxonomy.turn_entries import Turn

MOST = 3
"""Lines told beside the lead one: more would be a list and no story."""
How = Literal["told_on", "found", "named", "project"]
_THE = r"(?:the|that|this|the same|the resulting|the new)"
_BACK = re.compile(
    rf"(?:{_THE}|its|their) (?:(?:now|new|first|resulting|same) )?(?P<noun>[a-z][a-z-]+)(?P<own>['’]s)?\b(?P<after>[^.;:]*)",
    re.I,
)
_FOUND = re.compile(
    rf"(?:We |I )?(?:then |later |also )?(?:found|noticed|discovered|realised|realized|learned|learnt|saw|showed)(?: out)?(?: that)? {_THE} (?P<noun>[a-z][a-z-]+)(?P<after>['’ ][^.;:]*)",
    re.I,
)
_MENTION = re.compile(r"\b(?:the|that|this) (?P<noun>[a-z][a-z-]+)(?P<after>[^.;:]*)", re.I)
_GOES_ON = re.compile(
    r"(?:['’]s\b|$|,|\)| \(| (?:is|are|was|were|has|have|had|can|now|and|as|to|by|from|on|at|so|after|before|because|while|when|until|since|then|through|under|over|itself|too|again)\b|"
    r" [a-z]+(?<!bas)(?<!call)(?<!nam)ed\b)"
)
"""What may stand after a noun that means the thing named before; "the model registry", "the list of
known faults" mean others."""
_VAGUE = frozenset(
    [
        "team",
        "teams",
        "data",
        "user",
        "users",
        "customer",
        "customers",
        "client",
        "clients",
        "product",
        "products",
        "company",
        "people",
        "work",
        "time",
        "quality",
        "business",
        "office",
        "department",
        "group",
        "year",
        "week",
        "day",
        "month",
        "project",
        "projects",
        "process",
        "market",
        "world",
        "field",
        "role",
        "job",
        "result",
        "results",
        "way",
        "use",
        "need",
        "first",
        "second",
        "last",
        "number",
        "part",
        "end",
        "start",
        "lead",
        "head",
        "same",
        "city",
        "site",
        "staff",
        "budget",
        "deadline",
        "others",
    ]
)
_LUMPED = re.compile(
    r"(?:side|other|open.source|personal|selected|various|own|misc\w*|home|hobby|academic|course|university|kaggle)\b.*|.*\b(?:projects|work|contributions|competitions|etc)",
    re.I,
)
"""Names of entries under which different things are gathered."""
_NAME = re.compile(
    r"(?P<name>[A-Z][\w-]{2,}) (?:now |later |today )?(?:is|was|has|serves?d?|runs|ran|went|grew|handles|handled|became|won)\b"
)
_KEEPING = frozenset({"own", "manage", "run", "lead", "maintain", "head", "operate", "oversee"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A line told with a lead line, and how it is bound to it."""

    candidate: Candidate
    how: How
    after: bool = True
    """Whether it stands behind the lead line in the resume."""


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """A lead line and the lines told with it, in the order of the resume."""

    lead: Candidate
    bound: tuple[Bound, ...] = ()

    @cached_property
    def lines(self) -> tuple[Candidate, ...]:
        return (self.lead, *(b.candidate for b in self.bound))

    @cached_property
    def text(self) -> str:
        """The words of all its lines, the lead one's first."""
        return " ".join(c.line.text for c in self.lines)

    @cached_property
    def parts(self) -> tuple[StrengthPart, ...]:
        """The meters: each as high as the line that says most of it."""
        return tuple(
            max(parts, key=lambda p: p.value)
            for parts in zip(*(c.parts for c in self.lines), strict=True)
        )

    @cached_property
    def strength(self) -> float:
        return weigh(self.parts)

    @cached_property
    def score(self) -> float:
        """How good a story it makes: its lead line's score, raised by what the others add."""
        return self.lead.score + self.strength - self.lead.strength

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The figures of its lines, first those that say most of what came of it."""
        told = [
            (says(c.line.text, f), f) for c in self.lines for f in by_weight(c.line.text, c.figures)
        ]
        return tuple(dict.fromkeys(f for _, f in sorted(told, key=lambda t: -t[0])))

    @cached_property
    def effect(self) -> int:
        """How much its best figure says of what came of it (``CHANGE`` ... ``NOTHING``)."""
        return max(effect(c.line.text, c.figures)[0] for c in self.lines)

    @cached_property
    def answers(self) -> float:
        """How much of what the posting asks, and the resume meets, its best line proves."""
        return max(c.answers for c in self.lines)

    @cached_property
    def competencies(self) -> Mapping[str, float]:
        """What it shows; the lead line's words count twice those of the others."""
        out = dict(self.lead.competencies)
        for bound in self.bound:
            for id, hits in bound.candidate.competencies.items():
                out[id] = max(out.get(id, 0.0), hits / 2)
        return out

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The setbacks, conflicts and changes of plan its lines tell, the lead line's first."""
        return tuple(dict.fromkeys(t for c in self.lines for t in c.turns))

    @cached_property
    def headline(self) -> str:
        """The figure that shows an effect, of the line whose figure says most."""
        best = max(
            self.lines, key=lambda c: effect(c.line.text, c.figures)[0] if c.headline else -1
        )
        return best.headline


def clusters(candidates: Sequence[Candidate]) -> Mapping[str, Cluster]:
    """For each line that can lead a story (its reference) the story's lines. A line told with
    another is in that one's cluster, and has one of its own without others."""
    owners: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        owners.setdefault(candidate.line.owner, []).append(candidate)
    out = {c.line.ref: Cluster(lead=c) for c in candidates}
    for lines in owners.values():
        ordered = sorted(lines, key=lambda c: _place(c.line.ref))
        for cluster in _of_owner(ordered):
            out[cluster.lead.line.ref] = cluster
    return out


def _of_owner(lines: Sequence[Candidate]) -> list[Cluster]:
    groups: dict[str, list[Bound]] = {}
    root: dict[str, str] = {}
    for n, line in enumerate(lines):
        found = _told_with(lines, n)
        if found is None:
            continue
        other, how = found
        at = root.get(other.line.ref, other.line.ref)
        root[line.line.ref] = at
        groups.setdefault(at, []).append(Bound(candidate=line, how=how))
    by_ref = {c.line.ref: c for c in lines}
    return [_led(by_ref[at], bound) for at, bound in groups.items()]


def _led(first: Candidate, bound: Sequence[Bound]) -> Cluster:
    """The cluster with its best line in the lead: the first one, unless another that can stand
    alone tells clearly more and nothing leans on the first."""
    free = [b.candidate for b in bound if b.how in _STANDS]
    best = max((first, *free), key=lambda c: c.score)
    leans = len(free) < len(bound)
    duty = first.speech.verb in _KEEPING and has_change(best.line.text)  # a setting, and no deed
    clearly = duty or best.score > first.score + CLEARLY or first.speech.quoted
    lead = best if clearly and not leans else first
    kept = [Bound(candidate=first, how=bound[0].how), *bound] if lead is not first else [*bound]
    kept = [b for b in kept if b.candidate is not lead and _sayable(b)]
    if len(kept) > MOST:
        best_of = sorted(kept, key=lambda b: (b.how not in _STANDS, b.candidate.score))[-MOST:]
        kept = [b for b in kept if b in best_of]
    at = _place(lead.line.ref)
    ordered = (replace(b, after=_place(b.candidate.line.ref) > at) for b in kept)
    return Cluster(lead=lead, bound=tuple(ordered))


_STANDS = ("named", "project")
CLEARLY = 0.25


def _sayable(bound: Bound) -> bool:
    speech = bound.candidate.speech
    return not speech.quoted and bool(speech.sentences)


def _told_with(lines: Sequence[Candidate], n: int) -> tuple[Candidate, How] | None:
    """The earlier line that line ``n`` belongs to, and by what sign."""
    line = lines[n]
    text = line.line.text
    before = lines[n - 1] if n and _next_to(lines[n - 1], line) else None
    if line.line.owner.startswith("projects"):
        return (lines[0], "project") if n and not _LUMPED.fullmatch(line.line.title) else None
    if before is not None and points_back(text):
        return before, "told_on"
    name = _NAME.match(text)
    called = [c for c in lines[:n] if name and re.search(rf"[a-z,] {name['name']}\b", c.line.text)]
    if len(called) == 1:
        return called[0], "told_on"
    for pattern, how in ((_BACK, "told_on"), (_FOUND, "found")):
        if found := pattern.match(text):
            other = _maker(lines, n, found["noun"], before)
            told = found.groupdict().get("own") or _GOES_ON.match(found["after"])
            if other is not None and told:
                return other, "told_on" if how == "told_on" else "found"
    return _named(lines, n)


def _named(lines: Sequence[Candidate], n: int) -> tuple[Candidate, How] | None:
    """The one earlier line whose thing line ``n`` names: in its own words ("the feature store"),
    or by its noun alone ("the assistant") where no other line made such a thing."""
    line = lines[n]
    for other in lines[:n]:
        if names_topic(other.speech.topic, line.line.text) or (
            other.speech.verb in _KEEPING and names_topic(line.speech.topic, other.line.text)
        ):
            return other, "named"
    for found in _MENTION.finditer(line.line.text):
        if not _GOES_ON.match(found["after"]):
            continue
        other_line = _maker(lines, n, found["noun"], None)
        if other_line is not None:
            return other_line, "named"
    return None


def _maker(
    lines: Sequence[Candidate], n: int, noun: str, before: Candidate | None
) -> Candidate | None:
    """The earlier line that made the thing of that name; None where two lines made one, unless the
    line directly before is one of them."""
    low = noun.lower()
    if low in _VAGUE or len(low) < 3:
        return None
    makers = [k for k, c in enumerate(lines) if k != n and head_of(c.speech.topic) == low]
    if len(makers) == 1 and makers[0] < n:
        return lines[makers[0]]
    if before is not None and any(lines[k] is before for k in makers):
        return before
    return None


def _next_to(a: Candidate, b: Candidate) -> bool:
    return _place(b.line.ref) - _place(a.line.ref) == 1


def _place(ref: str) -> int:
    """A line's place in its entry; a description stands before all bullets."""
    found = re.search(r"highlights\[(\d+)\]$", ref)
    return int(found[1]) if found else -1
