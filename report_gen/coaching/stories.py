"""STAR stories from the strongest lines of the resume, spread over what interviewers ask."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.case import BROAD, names_degree
from report_gen.coaching.clusters import Cluster
from report_gen.coaching.language.line_titles import plain_title
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.models import Coverage, CoverageHole, Story
from report_gen.coaching.project_names import project_of
from report_gen.coaching.story_choice import Chosen, choose
from report_gen.coaching.story_coverage import answers_principle, cover
from report_gen.coaching.story_lines import Candidate, missing_in, read_candidates
from report_gen.coaching.story_parts import Scene, write_parts
from report_gen.coaching.turns import told_as
from report_gen.coaching.wording import Wording
from report_gen.job import Job
from report_gen.matching import Matches
from report_gen.matching.lexicon import lexicon
from report_gen.resume import Resume, lookup
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.interview import Company
from report_gen.taxonomy.vocabulary_language import Competency

_YEARS_ASKED = re.compile(r"\b(?:years?|yrs?)\b", re.I)
LIKE_IT, VERY_LIKE_IT, SURELY = 0.5, 0.6, 0.6
"""A story is tied to a line of the posting if it sounds very much as if it were about it, or like it
and is sure evidence for it: one word in common ("sales", "GPU") is no reason to name the line aloud."""
_LARGE = re.compile(r"\d[\d,.]*\s?\+|\d{2,}")
"""A size the posting asks for: a smaller one beside it would be held against the story."""
MOST_ASKED = 20
"""Words of a line of the posting that can still be quoted in a story."""
_TEAM = re.compile(
    r"(?P<team>(?:[A-Z][\w&/-]*|an?|the)(?: [\w&/-]+){0,3} (?:team|squad|department|group|unit)"
    r"(?: of (?:[a-z]+|\d+)(?: people)?)?)(?=[;,.:]|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySet:
    stories: tuple[Story, ...]
    holes: tuple[CoverageHole, ...]
    coverage: tuple[Coverage, ...]
    candidates: tuple[Candidate, ...]


def draft_stories(
    matches: Matches, resume: Resume, job: Job, taxonomy: Taxonomy, company: Company | None,
    speaker: Speaker, book: BlankBook,
) -> StorySet:  # fmt: skip
    """Eight to twelve stories, best first (fewer where the resume carries fewer), and the holes."""
    candidates = read_candidates(matches, resume, job, taxonomy, speaker)
    competencies = taxonomy.language_words.competencies
    chosen = choose(candidates, competencies)
    used: dict[str, int] = {}
    told: set[str] = set()
    asked = _asked_lines(chosen, matches, job, taxonomy)
    stories = tuple(
        _story(n, c, chosen, resume, taxonomy, company, book, used, told, asked)
        for n, c in enumerate(chosen, 1)
    )
    return StorySet(
        stories=stories,
        holes=_holes(stories, competencies, company),
        coverage=cover(stories, competencies, company),
        candidates=candidates,
    )


def _asked_lines(
    chosen: Sequence[Chosen], matches: Matches, job: Job, taxonomy: Taxonomy
) -> dict[str, tuple[str, str]]:
    """For each story's line a line of the posting it answers with what is said aloud: (its id,
    its words). No line of the posting is used twice, and none too long to be said."""
    texts = {
        r.id: r.text for r in job.requirements
        if 3 <= len(r.text.split()) <= MOST_ASKED and not r.negated
        and not names_degree(r.text, taxonomy) and not _YEARS_ASKED.search(r.text)
        and not _LARGE.search(r.text)
    }  # fmt: skip
    told = {line.line.ref: (c.candidate.line.ref, line) for c in chosen for line in c.cluster.lines}
    speaks = {
        ref: set(line.line.skills) - BROAD - _unsaid(line, taxonomy)
        for ref, (_, line) in told.items()
    }
    wanted = {r.id: set(r.skills) for r in job.requirements}
    lex = lexicon(taxonomy)
    about = {ref: lex.about(line.line.text) for ref, (_, line) in told.items()}
    fits: list[tuple[float, str, str]] = []
    for match in matches.requirements:
        if match.status != "met" or match.id not in texts:
            continue
        for evidence in match.evidence:
            shared = speaks.get(evidence.ref, set()) & wanted[match.id]
            if not shared:
                continue  # "Must live in ..." is met by a line, and no story answers it
            sounds = about[evidence.ref].likeness(lex.about(texts[match.id]))
            share = len(shared) / len(wanted[match.id] - BROAD or shared)
            sure = sounds >= VERY_LIKE_IT or evidence.relevance >= SURELY
            if sounds >= LIKE_IT and sure:
                story = told[evidence.ref][0]
                fits.append((-(evidence.relevance + share + sounds), story, match.id))
    out: dict[str, tuple[str, str]] = {}
    spent: set[str] = set()
    for _, ref, id in sorted(fits):
        if ref not in out and id not in spent:
            spent.add(id)
            out[ref] = (id, texts[id].strip().rstrip(".;"))
    return out


def _unsaid(candidate: Candidate, taxonomy: Taxonomy) -> set[str]:
    """The skills that the line names and the sentences made of it leave out ("(..., in PyTorch)")."""
    if candidate.speech.quoted:
        return set()
    spoken = " ".join(s.text for s in candidate.speech.sentences)
    written = {m.id for m in taxonomy.find_skills(candidate.line.text)}
    return written - {m.id for m in taxonomy.find_skills(spoken)}


def _story(
    number: int, chosen: Chosen, all_chosen: Sequence[Chosen], resume: Resume, taxonomy: Taxonomy, company: Company | None, book: BlankBook,
    used: dict[str, int], told: set[str], asked: Mapping[str, tuple[str, str]],
) -> Story:  # fmt: skip
    candidate = chosen.candidate
    line, words = candidate.line, taxonomy.language_words
    id = f"s{number}"
    wording = Wording(
        words,
        book,
        text=line.text,
        ref=line.ref,
        topic=candidate.speech.topic,
        where=id,
        turn=number,
        verb=candidate.speech.verb,
        title=candidate.speech.title,
        thing=project_of(line),
        opening=candidate.speech.opening,
        seed=all_chosen[0].candidate.line.text,
        deed=told_as(chosen.cluster.turns, chosen.lead),
    )
    scene = _scene(candidate, resume, told)
    scene = (
        replace(scene, asked_ref=asked[line.ref][0], asked=asked[line.ref][1])
        if line.ref in asked
        else scene
    )
    parts = write_parts(chosen, scene, wording)
    title = _title(candidate)
    earlier = {_title(c.candidate) for c in all_chosen[: number - 1]}
    title = (candidate.speech.title or title) if title in earlier else title
    served = (chosen.lead, *chosen.also)
    return Story(
        id=id, ref=line.ref, title=title,
        question=chosen.question, competencies=served,
        principles=_principles(served, words.competencies, company, used),
        situation=parts.situation, task=parts.task, action=parts.action, result=parts.result,
        reflection=parts.reflection, tie=parts.tie, metrics=chosen.cluster.figures,
        missing=_missing(chosen.cluster), strength=chosen.cluster.strength,
        strength_parts=chosen.cluster.parts, short=parts.short, long=parts.long,
        lines=tuple(c.line.ref for c in chosen.cluster.lines),
        related=_related(candidate, all_chosen),
    )  # fmt: skip


def _missing(cluster: Cluster) -> tuple[str, ...]:
    """What none of a story's lines says."""
    silent = [set(missing_in(c)) for c in cluster.lines]
    return tuple(m for m in missing_in(cluster.lead) if all(m in s for s in silent))


_REMARK = re.compile(r"(?:My|The|Our) (?:[\w-]+ ){1,4}(?:was|is) (\w+ing \w.*)")
"""A title that comments on the deed ("My hardest moment was telling ..."): the deed is the title."""


def _title(candidate: Candidate) -> str:
    """The line's own words; a project line without a deed takes the project's name."""
    name = project_of(candidate.line)
    title = candidate.speech.title or plain_title(candidate.line.text)
    found = _REMARK.match(title)
    if found:
        title = found[1][:1].upper() + found[1][1:]
    plain = candidate.speech.opening in ("quantity", "noun", "metric", "full")
    return name if name and (plain or not candidate.speech.verb) else title


def _scene(candidate: Candidate, resume: Resume, told: set[str]) -> Scene:
    """The team as the position's summary names it. What an earlier story said (``told``, added to)
    is not said again."""
    owner = candidate.line.owner
    ref = f"{owner}.summary"
    summary = "" if ref in told or owner.startswith("projects") else _team(lookup(resume, ref))
    told.add(ref)
    return Scene(summary=summary, summary_ref=ref)


def _team(text: str) -> str:
    """The team a summary begins with, as one would name it ("the data team of six"); "" if it
    begins with anything else, since a fragment cannot be spoken."""
    found = _TEAM.match(text)
    if found is None:
        return ""
    name = found.group("team").strip()
    article = re.match(r"(?:a|an|the)\b", name, re.I)
    return name[:1].lower() + name[1:] if article else f"the {name}"


def _principles(
    served: Sequence[str], competencies: Sequence[Competency], company: Company | None,
    used: dict[str, int],
) -> tuple[str, ...]:  # fmt: skip
    """Names of up to three of the company's principles this story answers; those that few
    stories have served so far (``used`` counts them) come first."""
    if company is None or company.values is None:
        return ()
    words = {c.id: c for c in competencies}
    ranked = []
    for n, principle in enumerate(company.values.items):
        weight = sum(
            (len(served) - k) * answers_principle(principle, words[id])
            for k, id in enumerate(served)
            if id in words
        )
        if weight:
            ranked.append((used.get(principle.name, 0) - weight, n, principle.name))
    names = tuple(name for _, _, name in sorted(ranked)[:3])
    for name in names:
        used[name] = used.get(name, 0) + 1
    return names


def _related(candidate: Candidate, all_chosen: Sequence[Chosen]) -> tuple[str, ...]:
    """References of the stories from the same position, to fall back on."""
    owner = candidate.line.owner
    return tuple(
        c.candidate.line.ref for c in all_chosen
        if c.candidate.line.owner == owner and c.candidate.line.ref != candidate.line.ref
    )[:3]  # fmt: skip


def _holes(
    stories: Sequence[Story], competencies: Sequence[Competency], company: Company | None
) -> tuple[CoverageHole, ...]:
    served = {c for s in stories for c in s.competencies}
    holes = [
        CoverageHole(competency=c.id, prompt=c.prompt) for c in competencies if c.id not in served
    ]
    named = {p for s in stories for p in s.principles}
    if company is not None and company.values is not None:
        for principle in company.values.items:
            if principle.name in named or not principle.asks:
                continue
            match = next(
                (c for c in competencies if answers_principle(principle, c)),
                None,
            )
            if match is not None and match.id in served:
                continue
            holes.append(
                CoverageHole(
                    competency=principle.id,
                    prompt=f"{principle.name} asks for this: {principle.asks}. Which case of yours comes nearest?",
                )
            )
    return tuple(holes)
