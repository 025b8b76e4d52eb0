"""STAR stories from the strongest lines of the resume, spread over what interviewers ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.language.numbers import has_baseline
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.models import CoverageHole, Story
from report_gen.coaching.story_choice import Chosen, choose
from report_gen.coaching.story_lines import Candidate, missing_in, project_of, read_candidates
from report_gen.coaching.story_parts import Scene, write_parts
from report_gen.coaching.wording import Wording, pick
from report_gen.job import Job
from report_gen.matching import Matches
from report_gen.resume import Resume, lookup
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.interview import Company
from report_gen.taxonomy.vocabulary_language import Competency

_SUMMARY_WORDS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySet:
    stories: tuple[Story, ...]
    holes: tuple[CoverageHole, ...]
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
    stories = tuple(
        _story(n, c, chosen, candidates, resume, taxonomy, company, book, used)
        for n, c in enumerate(chosen, 1)
    )
    return StorySet(
        stories=stories, holes=_holes(stories, competencies, company), candidates=candidates
    )


def _story(
    number: int, chosen: Chosen, all_chosen: Sequence[Chosen], candidates: Sequence[Candidate],
    resume: Resume, taxonomy: Taxonomy, company: Company | None, book: BlankBook,
    used: dict[str, int],
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
    )
    parts = write_parts(chosen, _scene(candidate, candidates, resume, number), wording)
    served = (chosen.lead, *chosen.also)
    return Story(
        id=id, ref=line.ref, title=_title(candidate),
        question=chosen.question, competencies=served,
        principles=_principles(served, words.competencies, company, used),
        situation=parts.situation, task=parts.task, action=parts.action, result=parts.result,
        reflection=parts.reflection, metrics=candidate.figures, missing=missing_in(candidate),
        strength=candidate.strength, strength_parts=candidate.parts, short=parts.short, long=parts.long,
        probes=_probes(candidate, wording), related=_related(candidate, all_chosen),
    )  # fmt: skip


def _title(candidate: Candidate) -> str:
    """The line's own words; a project line without a deed takes the project's name."""
    name = project_of(candidate.line)
    title = candidate.speech.title or " ".join(candidate.line.text.split()[:8])
    plain = candidate.speech.opening in ("quantity", "noun", "metric", "full")
    return name if name and (plain or not candidate.speech.verb) else title


def _scene(
    candidate: Candidate, candidates: Sequence[Candidate], resume: Resume, turn: int
) -> Scene:
    """The position's own summary line, and a deed beside this one that shares most with it."""
    owner = candidate.line.owner
    field = "description" if owner.startswith("projects") else "summary"
    ref = f"{owner}.{field}"
    summary = _first_sentences(lookup(resume, ref)) if ref != candidate.line.ref else ""
    near = sorted(
        (c for c in candidates if c.line.owner == owner and c.line.ref != candidate.line.ref),
        key=lambda c: (-len(set(c.line.skills) & set(candidate.line.skills)), c.line.ref),
    )
    deeds = []
    for c in near:
        first = next((s for s in c.speech.sentences if s.kind == "action" and s.own), None)
        if first is not None and first.text.startswith("I ") and 7 <= len(first.text.split()) <= 18:
            deeds.append(first.text)
    if deeds:
        shift = turn % min(3, len(deeds))
        deeds = [*deeds[shift:], *deeds[:shift]]
    return Scene(summary=summary, summary_ref=ref, neighbours=tuple(deeds))


def _first_sentences(text: str) -> str:
    """The beginning of a summary, whole sentences, short enough to say."""
    out: list[str] = []
    for sentence in text.replace("\n", " ").split(". "):
        if sum(len(s.split()) for s in [*out, sentence]) > _SUMMARY_WORDS:
            break
        out.append(sentence)
    found = ". ".join(out).strip()
    if not found:
        return ""
    return found if found.endswith((".", "!", "?")) else f"{found}."


def _principles(
    served: Sequence[str], competencies: Sequence[Competency], company: Company | None,
    used: dict[str, int],
) -> tuple[str, ...]:  # fmt: skip
    """Names of up to three of the company's principles this story answers; those that few
    stories have served so far (``used`` counts them) come first."""
    if company is None or company.values is None:
        return ()
    words = {c.id: c.principle_words for c in competencies}
    ranked = []
    for n, principle in enumerate(company.values.items):
        about = f"{principle.name} {principle.asks}".lower()
        weight = sum(
            (len(served) - k) * sum(_speaks(about, w) for w in words.get(id, ()))
            for k, id in enumerate(served)
        )
        if weight:
            ranked.append((used.get(principle.name, 0) - weight, n, principle.name))
    names = tuple(name for _, _, name in sorted(ranked)[:3])
    for name in names:
        used[name] = used.get(name, 0) + 1
    return names


def _speaks(about: str, beginning: str) -> bool:
    """True if a word of the text begins so ("responsib" in "broad responsibility")."""
    return f" {beginning}" in f" {about}".replace("-", " ").replace("'", " ")


def _probes(candidate: Candidate, wording: Wording) -> tuple[str, ...]:
    """Three to five follow-ups about this very story, the likeliest first."""
    probes = wording.words.probes
    found = candidate.headline
    metric = f"“{found}”" if found else ""
    wanted = []
    if metric and not has_baseline(candidate.line.text):
        wanted.append("baseline")
    wanted.append("measured" if metric else "no_metric")
    wanted += ["own_part", "trade_off", "failed"]
    if candidate.speech.tools:
        wanted.append("tools")
    elif len(wanted) < 5:
        wanted.append("after")
    tool = candidate.speech.tools[0] if candidate.speech.tools else ""
    out = []
    for kind in wanted:
        text = pick(probes.get(kind, ()), kind, wording.turn)
        if text:
            out.append(_capital(wording.fill(text, metric=metric, tool=tool)))
    return tuple(out[:6])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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
                (
                    c
                    for c in competencies
                    if any(
                        _speaks(f"{principle.name} {principle.asks}".lower(), w)
                        for w in c.principle_words
                    )
                ),
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
