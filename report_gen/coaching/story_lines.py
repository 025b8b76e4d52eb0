"""Which lines of a resume can carry a story, and how strong each would be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from report_gen.coaching.language.awards import is_award, tells_work
from report_gen.coaching.language.models import Speech
from report_gen.coaching.language.numbers import (
    figures_in,
    has_baseline,
    has_change,
    outcome_figure,
    word_change,
)
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.language.topics import the
from report_gen.coaching.limits import only_limits
from report_gen.coaching.models import StrengthPart
from report_gen.coaching.proof import answered, worth
from report_gen.coaching.said import says_how_measured, says_own_part
from report_gen.coaching.story_questions import supported
from report_gen.coaching.turns import turns_in
from report_gen.job import Job
from report_gen.matching import LineReading, Matches
from report_gen.matching.lexicon import lexicon
from report_gen.matching.words import PhraseBook, stems, words
from report_gen.resume import Resume, statements
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.turn_entries import Turn

_KINDS = frozenset({"highlight", "project", "volunteer", "description"})
_OBSTACLE = re.compile(
    r"\b(?:despite|although|legacy|bottleneck|outage|incidents?\b(?! response| management)|bugs?\b|race condition|"
    r"mismatch|fail(?:ed|s)? (?:at first|first|twice|to|again|in|under|during|because|for)\b|failures? (?:of|in|to|during|under|at)\b|silent(?:ly)?\b|noisy|scarce|constrain|shortage|zero.downtime|migrat|"
    r"without (?:an?|any|stopping|downtime|extra|the|losing)\b|under (?:load|pressure|time|strict|a deadline)|"
    r"against (?:the advice|resistance|time|a deadline)|sceptic|skeptic|conflict|disagree|complain|limited\b|"
    r"regulat|audit|deadline|hard(?:est)? (?:part|to|problem|moment)|(?:days|weeks|hours|months) late\b|late (?:files|labels|data)|"
    r"mistak|mislabel|wrong|memory leak|leaking|drift|stopped\b|blocked\b|real.time|distributed|at scale|from scratch|"
    r"emergenc|(?:safety|mission|business).critical|shutdown|strike|flood(?:ed|ing)?\b|merger|turnaround)",
    re.I,
)  # fmt: skip
_WEAK = re.compile(
    r"^(?:helped|assisted|supported|participated|involved|exposure|various|responsible|duties|worked (?:on|with|closely)|used|learned|familiar|attended|member of|took part)\b",
    re.I,
)
_STRONG = re.compile(
    r"^(?:led|own|owned|drove|founded|launched|architect|designed|built|created|introduced|migrated|set up|established|negotiated|argued|proposed|derived|developed|replaced|rewrote|first|principal|sole|lead)\b",
    re.I,
)


TURNED = 0.2
"""What it adds to a line's score that it tells a setback, a conflict or a change of plan."""
_NO_STORY = frozenset({"learn", "study", "know", "attend", "graduate", "complete"})


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A line with what a story from it could say. ``score`` ranks, ``strength`` is printed."""

    line: LineReading
    kind: str
    start: str
    end: str
    speech: Speech
    figures: tuple[str, ...]
    parts: tuple[StrengthPart, ...]
    strength: float
    score: float
    competencies: Mapping[str, float]
    stems: frozenset[str]
    stale: bool = False
    """Of an internship that lies behind a post held since."""
    turns: tuple[Turn, ...] = ()
    """The setbacks, conflicts and changes of plan it tells."""
    effect: bool = False
    """The deed itself is an effect: "Cut cloud spend by $2.3M"."""
    answers: float = 0.0
    """How much of what the posting asks, and the resume meets, the line proves."""

    @cached_property
    def headline(self) -> str:
        """The figure that shows an effect; "" where the figures only count things."""
        told = self.speech.of("result", "action") if self.effect else self.speech.of("result")
        return outcome_figure(self.figures, " ".join(told), self.line.text)

    @property
    def current(self) -> bool:
        return bool(self.start) and not self.end


def read_candidates(
    matches: Matches, resume: Resume, job: Job, taxonomy: Taxonomy, speaker: Speaker
) -> tuple[Candidate, ...]:
    """Every line a story could be told from, best first."""
    about = {s.ref: s for s in statements(resume)}
    relevance = _relevance(matches, job, taxonomy)
    book = _competencies(taxonomy)
    found = []
    posted = _held_a_post(resume)
    for line in matches.lines:
        statement = about.get(line.ref)
        if statement is None or statement.kind not in _KINDS or len(line.text.split()) < 4:
            continue
        if is_award(line.text) and not tells_work(line.text):
            continue  # a prize is told in one breath, with what it was given for
        if statement.kind == "description" and (
            line.level < 2 or _has_bullets(resume, statement.owner) or len(line.text.split()) < 8
        ):
            continue
        if (
            statement.kind == "project"
            and ".highlights" not in line.ref
            and _has_bullets(resume, statement.owner)
        ):
            continue
        current = bool(statement.start and not statement.end) and statement.kind != "project"
        ended = bool(statement.end) and statement.kind != "project"
        speech = speaker.say(line.text, current, statement.kind == "project", ended)
        found.append(
            _candidate(
                line,
                statement.kind,
                statement.start,
                statement.end,
                speech,
                relevance.get(line.ref, 0.0),
                book,
                taxonomy,
                speaker.table.is_result(speech.verb),
                posted and bool(statement.end) and bool(_INTERN.search(line.title)),
            )
        )
    telling = [c for c in found if not _is_bare_duty(c)]
    found = telling if len(telling) >= ENOUGH else found
    proven = answered(matches.requirements, job.requirements)
    found = [replace(c, answers=worth(proven.get(c.line.ref, ()))) for c in found]
    return tuple(sorted(found, key=lambda c: (-c.score, c.line.ref)))


@lru_cache(maxsize=4)
def _competencies(taxonomy: Taxonomy) -> PhraseBook:
    book = PhraseBook()
    for competency in taxonomy.language_words.competencies:
        book.add(competency.id, competency.cues)
    return book


ENOUGH = 5
"""With so many lines that tell of a deed, those that only name a duty are no stories."""


_RAISED = re.compile(
    r"(?:was |been )?(?:promoted|selected|chosen|appointed|accepted|admitted|invited|nominated|elected)\b",
    re.I,
)
""" "Was promoted twice in three years": what others did with one."""
_MUTE = 10
"""Words of a line that can only be quoted and tells no deed ("Papers: 2 at one meeting")."""


def _is_bare_duty(candidate: Candidate) -> bool:
    """ "Responsible for weekly reporting": what was to be done, and nothing that was done."""
    speech = candidate.speech
    mute = speech.quoted and not speech.verb and len(candidate.line.text.split()) < _MUTE
    alone = len(speech.sentences) < 2 and not candidate.figures and not speech.of("result")
    raised = speech.opening == "passive" or _RAISED.match(candidate.line.text) is not None
    listing = is_listing(candidate.line.text, speech)
    return mute or (alone and (raised or listing or speech.opening == "state"))


def _candidate(
    line: LineReading, kind: str, start: str, end: str, speech: Speech, relevance: float,
    book: PhraseBook, taxonomy: Taxonomy, effect: bool, stale: bool,
) -> Candidate:  # fmt: skip
    text = line.text
    figures = figures_in(text, [m.text for m in line.metrics])
    in_words = word_change(text)
    if in_words and not has_baseline(" ".join(figures)):
        figures = (*figures, in_words)
    parts = _strength(line, speech, figures, taxonomy)
    strength = weigh(parts)
    length = min(len(text.split()), 30) / 30
    told = turns_in(text, taxonomy.turns.values())
    score = (
        strength + 0.12 * line.level / 4 + 0.15 * relevance + 0.12 * length
        - (0.25 if _WEAK.match(text) and not figures else 0.1 if _WEAK.match(text) else 0.0)
        - (0.0 if _is_deed(speech) else 0.2)
        - (0.5 if _tells_nothing(speech, figures) else 0.0)
        + (TURNED if told else 0.0)
        - (0.08 if kind == "volunteer" else 0.0)
        - (0.15 if stale else 0.0)
        - 0.04 * min(5.0, (line.months_ago or 0) / 24)
    )  # fmt: skip
    hits: dict[str, float] = {}
    for hit in book.find(words(text)):
        hits[hit.key] = hits.get(hit.key, 0.0) + 1.0
    if line.owned or _STRONG.match(text):
        hits["ownership"] = hits.get("ownership", 0.0) + 1.0
    return Candidate(
        line=line, kind=kind, start=start, end=end, speech=speech, figures=figures, parts=parts,
        strength=strength, score=score, competencies=supported(text, hits, told), turns=told,
        stems=frozenset(s for s in stems(text) if len(s) > 3), effect=effect, stale=stale,
    )  # fmt: skip


_INTERN = re.compile(
    r"\b(?:intern(?:ship)?|trainee|working student|student (?:assistant|worker|developer)|summer (?:student|analyst|associate)|"
    r"industrial placement|placement student|co-op|apprentice|werkstudent\w*|praktik\w+|stagiaire)\b",
    re.I,
)


def _held_a_post(resume: Resume) -> bool:
    """Whether there is a position that is no internship: what was done there speaks first."""
    return any(w.highlights and not _INTERN.search(w.position) for w in resume.work)


def is_listing(text: str, speech: Speech) -> bool:
    """ "Quotes, invoices, payroll": things one had to do with, in a list and nothing else."""
    parts = re.split(r", (?:and )?| and ", text.strip(" ."))
    bare = len(parts) >= 3 and all(len(p.split()) <= 3 for p in parts)
    return bare and speech.opening in ("noun", "gerund") and not re.search(r"\d", text)


def _tells_nothing(speech: Speech, figures: tuple[str, ...]) -> bool:
    """A title, a prize or something learned: no deed one could tell for two minutes."""
    named = speech.opening in ("role", "passive", "state") and len(speech.sentences) < 2
    limited = only_limits(speech.text, speech.opening)
    return (named and not figures) or limited or speech.verb in _NO_STORY


def _is_deed(speech: Speech) -> bool:
    """The line begins with something the candidate did, not with how far a thing got."""
    if speech.quoted:
        return bool(speech.verb)
    first = speech.sentences[0] if speech.sentences else None
    return (first is not None and first.own and first.kind == "action") or bool(speech.verb)


_WEIGHTS = {"ownership": 0.3, "difficulty": 0.2, "scale": 0.15, "outcome": 0.35}


def weigh(parts: Sequence[StrengthPart]) -> float:
    """The strength (0..1) that the meters come to."""
    return round(sum(_WEIGHTS.get(p.id, 0.0) * p.value for p in parts), 3)


def _strength(
    line: LineReading, speech: Speech, figures: tuple[str, ...], taxonomy: Taxonomy
) -> tuple[StrengthPart, ...]:
    say = taxonomy.language_words.strength
    text = line.text
    weak = bool(_WEAK.match(text)) or not line.own or speech.team
    own = 0.25 if weak else 1.0 if line.owned or _STRONG.match(text) else 0.65
    obstacles = list(_OBSTACLE.finditer(text))
    hard = len(obstacles) + (len(line.skills) >= 3) + line.production
    obstacle = obstacles[0] if obstacles else None
    difficulty = 1.0 if hard >= 3 else 0.75 if hard == 2 else 0.5 if hard else 0.25
    size = bool(line.scale) or any(
        re.search(r"\d{3,}|\d[kKMB]\b|million|billion", f) for f in figures
    )
    scale = 1.0 if size else 0.5 if figures else 0.15
    results = " ".join(speech.of("result"))
    change = has_change(text)
    outcome = 1.0 if change and figures else 0.6 if figures or results else 0.15
    if figures and not change and not results:
        outcome = 0.4

    def part(id: str, value: float, high: float, mid: float) -> StrengthPart:
        level = "high" if value >= high else "mid" if value >= mid else "low"
        why = say.get(f"{id}_{level}", "")
        if id == "difficulty":  # by what made it so, not by how much
            cause = "named" if obstacle else "live" if line.production else level
            why = say.get(f"difficulty_{cause}", why)
            about = _around(text, obstacle) if obstacle else _made(speech, taxonomy)
            why = why.replace("{words}", about)
        if id == "outcome" and level == "low":
            why = why.replace("{words}", " ".join(text.rstrip(" .;").split()[-3:]))
        return StrengthPart(id=id, value=value, why=why)

    return (
        part("ownership", own, 0.9, 0.5),
        part("difficulty", difficulty, 0.75, 0.5),
        part("scale", scale, 0.9, 0.4),
        part("outcome", outcome, 0.9, 0.4),
    )


def _made(speech: Speech, taxonomy: Taxonomy) -> str:
    """The thing the line tells was made ("the risk model"), else "it"."""
    verb = speech.verb.split()[-1] if speech.verb else ""
    thing = verb in taxonomy.language_words.making_verbs and not speech.quoted
    return the(speech.topic) if thing and 1 < len(speech.topic.split()) <= LONGEST_THING else "it"


LONGEST_THING = 5
_AFTER = re.compile(r"[\w-]*(?: [\w$€£%.'’/-]+){0,5}")
_TRAILING = re.compile(
    r"(?: (?:an?|the|that|which|who|for|of|and|or|to|in|on|at|by|with|from|after|before|because|we|i|it|its|was|were|is|are|had|has|our|my|into|over|about|roughly|than|as|so))+$",
    re.I,
)


def _around(text: str, found: re.Match[str]) -> str:
    """The words found with those after them, up to a stop: "stopped the wider rollout"."""
    after = _AFTER.match(text, found.end())
    words = re.split(r"[,;:.!?](?: |$)", found.group() + (after.group() if after else ""))[0]
    return _TRAILING.sub("", words).strip()


def missing_in(candidate: Candidate) -> tuple[str, ...]:
    """What the line is silent on, in the order an interviewer asks."""
    speech, text = candidate.speech, candidate.line.text
    out = []
    if not speech.goal and not speech.context:
        out.append("task")
    if not speech.of("result"):
        out.append("result")
    if not candidate.figures:
        out.append("metric")
    elif candidate.headline and not has_baseline(text):
        out.append("baseline")
    if candidate.headline and not says_how_measured(text):
        out.append("how_measured")
    shared = speech.team or not candidate.line.own or bool(speech.collaborators)
    if shared and not says_own_part(text):
        out.append("own_part")
    return tuple(out)


ABOUT_THE_JOB, USUAL = 3.0, 0.3
"""How much a line's likeness to the whole posting counts above the usual one: among lines as strong
the one on the job's own subject comes first."""


def _relevance(matches: Matches, job: Job, taxonomy: Taxonomy) -> dict[str, float]:
    weight = {"required": 1.0, "responsibility": 0.8, "preferred": 0.6}
    kinds = {r.id: weight.get(r.kind, 0.5) for r in job.requirements}
    best: dict[str, float] = {}
    for match in matches.requirements:
        for evidence in match.evidence:
            value = evidence.relevance * kinds.get(match.id, 0.5)
            best[evidence.ref] = max(best.get(evidence.ref, 0.0), value)
    lex = lexicon(taxonomy)
    wanted = lex.about(" ".join([job.title, *(r.text for r in job.requirements)]))
    for line in matches.lines:
        near = max(0.0, lex.about(line.text).likeness(wanted) - USUAL)
        best[line.ref] = best.get(line.ref, 0.0) + ABOUT_THE_JOB * near
    return best


def _has_bullets(resume: Resume, owner: str) -> bool:
    return any(s.owner == owner and ".highlights" in s.ref for s in statements(resume))
