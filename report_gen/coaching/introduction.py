""" "Tell me about yourself" in a minute or so: now, the path, the proof for this job, why this job.

Every word of it about the candidate stands in the resume, the reason for the job in the posting; the
reason for the company is a blank, because nobody else can give it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.career import (
    Step,
    degree_of,
    grouped,
    present,
    since,
    steps,
    title_of,
    when,
    year,
)
from report_gen.coaching.case import Case, names_degree
from report_gen.coaching.lead import NOTHING, effect
from report_gen.coaching.limits import with_limit
from report_gen.coaching.models import Draft, Introduction, Part, Quote, Story, Text
from report_gen.coaching.project_names import place_of, project_of
from report_gen.coaching.speech import said_before
from report_gen.coaching.story_lines import Candidate
from report_gen.coaching.story_telling import deeds_of
from report_gen.coaching.wording import draft, month, said, spoken_employer
from report_gen.job.models import Requirement
from report_gen.taxonomy.vocabulary_language import BlankPrompt, IntroductionWords

WHERE = "introduction"
LONGEST = 190
"""Words aloud: a minute and a half at the pace of somebody who is nervous."""
MOST_ASKED, LEAST_ASKED = 18, 4
"""Words of a line of the posting that can be said aloud."""
_OWN_WORDS = re.compile(
    r"(?:^|(?<=[.;]\s))(?:I(?:['’]m| am) )?(?:now |currently )?(?P<deed>looking (?:for|to) [^.;:]+|moving toward[s]? [^.;:]+)",
    re.I,
)
_HOLLOW = re.compile(
    r"\b(?:challeng\w+|grow\b|growth|impact|opportunit\w+|passion\w*|utili[sz]e|skills|dynamic|position|role where I can)\b",
    re.I,
)
"""Words by which a wish says nothing."""
_SHARE = re.compile(r"\s*\(\d+ ?%\)\.?$")
_SOFT = re.compile(
    r"(?:partner|collaborat\w+|communicat\w+|mentor|coach|work (?:closely )?with|write clear|present|help|support|"
    r"participate|contribute|creates? reports|stay|keep up|other duties|maintain a)\b",
    re.I,
)
"""Duties that fit every job: no reason to come for."""
_NO_PROOF = (("failure_and_learning",), ("conflict",))
"""Stories that are told when they are asked for, and not to begin with."""
_YEARS = re.compile(r"\b(?:years?|yrs?)\b", re.I)


def introduce(case: Case, candidates: Sequence[Candidate], book: BlankBook) -> Introduction:
    """The introduction of this person for this job; what neither resume nor posting says is left out,
    or a blank where only the person knows it."""
    words = case.taxonomy.language_words.introduction
    told = _told(case, candidates)
    now, why = _now(case, words), _why(case, words, told, book)
    path = steps(case)
    intro = _of(case, words, now, path, told, why, book)
    while intro.spoken.aloud > LONGEST and (len(told) > 1 or len(path) > LEAST_STEPS):
        if len(told) > 1:
            told = told[:1]
        else:
            path = _without_one(path)
        intro = _of(case, words, now, path, told, why, book)
    return intro


LEAST_STEPS = 2


def _without_one(path: tuple[Step, ...]) -> tuple[Step, ...]:
    """The path without the step that is missed least: one of the positions beside others."""
    plain = [s for s in path if s.kind == "job" and not s.changed and not s.first] or list(path[1:])
    return tuple(s for s in path if s is not plain[0])


def _of(
    case: Case, words: IntroductionWords, now: Draft, path: Sequence[Step],
    told: Sequence[tuple[Story, Candidate]], why: Draft, book: BlankBook,
) -> Introduction:  # fmt: skip
    here = present(case)
    place = spoken_employer(here.name) if here else ""
    follow_ups = [
        q.replace("{employer}", place) for q in words.follow_ups
        if (place or "{employer}" not in q) and (len(told) > 1 or "two pieces" not in q)
    ]  # fmt: skip
    return Introduction(
        question=words.asked, now=now, path=_path(path, words, case, book), proof=_proof(told, words, case),
        why=why, refs=tuple(story.ref for story, _ in told), follow_ups=tuple(follow_ups),
    )  # fmt: skip


def _filled(template: str, **values: str) -> str:
    for key, value in values.items():
        template = template.replace("{" + key + "}", value)
    return re.sub(r"(?<!\.)\.\.$", ".", template)  # "... at Hill Ltd."


_SAME_YEAR = re.compile(r"^From (\d{4}) to \1\b")


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."


def _now(case: Case, words: IntroductionWords) -> Draft:
    """Where one is today: the position, else the studies, else where one was last."""
    here = present(case)
    if here is not None:
        start = month(since(here, case))
        form = words.now if start else words.now_undated
        if not here.name:
            form = words.now_alone
        return draft(
            said(
                _filled(
                    form, title=title_of(here), employer=spoken_employer(here.name), start=start
                )
            )
        )
    today = case.options.today.isoformat()
    study = next(
        (e for e in case.resume.education if e.end_date[:7] > today[:7] and e.study_type), None
    )
    if study is not None:
        values = {
            "degree": degree_of(study),
            "school": study.institution,
            "end": month(study.end_date),
        }
        return draft(said(_filled(words.now_studying, **values)))
    last = next((w for w in case.resume.work if w.position and w.name), None)
    if last is None:
        return Draft()
    form = words.was if last.end_date else words.was_undated
    return draft(
        said(
            _filled(
                form,
                title=title_of(last),
                employer=spoken_employer(last.name),
                end=month(last.end_date),
            )
        )
    )


def _path(path: Sequence[Step], words: IntroductionWords, case: Case, book: BlankBook) -> Draft:
    groups: list[Sequence[Part]] = []
    today = case.options.today.isoformat()[:7]
    here = present(case)
    last = None if here else next((w for w in case.resume.work if w.position and w.name), None)
    for group in grouped(path):
        step = group[0]
        values = {"title": step.name, "degree": step.name, "course": step.name, "employer": step.place,
                  "school": step.place, "what": step.name, "start": when(step), "end": year(step.end)}  # fmt: skip
        if step.kind == "between":
            groups.append(_asked_between(step, words, case, book))
            continue
        if step.kind == "away":
            text = _filled(words.away, **{**values, "end": year(step.end)})
            groups.append(said(_SAME_YEAR.sub(r"In \1", text)))
            continue
        if step.kind in ("degree", "course"):
            ahead = len(step.end) > 4 and step.end[:7] > today
            form = words.course if step.kind == "course" else words.studied
            if ahead and here is not None:
                form, values["end"] = words.studying, month(step.end)
            elif ahead:
                continue  # said first
            elif not step.end:
                form = words.course_undated if step.kind == "course" else words.studied_undated
            groups.append(said(_filled(form, **values)))
            continue
        if last is not None and step.name == title_of(last) and step.end == last.end_date:
            continue  # said first
        form = words.changed if step.changed else words.began if step.first else words.went_on
        if step.beside and not step.changed:
            form = words.interned if step.name.endswith("ship") else words.beside
        rose = "".join(_filled(words.rose, start=when(s), title=s.name) for s in group[1:])
        text = _filled(form, **values).removesuffix(".") + rose
        text = text.replace(" at my own business", ", self-employed,", 1).rstrip(",")
        groups.append(said(_ended(text)))
    return draft(*groups)


def _asked_between(
    step: Step, words: IntroductionWords, case: Case, book: BlankBook
) -> tuple[Part, ...]:
    blank = _blank(case, book, "between", f"{step.start} {step.end}")
    text = _filled(words.between, start=month(step.start), end=month(step.end))
    before, _, after = text.partition("{blank}")
    return (*said(before), blank, *said(after))


def _blank(case: Case, book: BlankBook, slot: str, about: str) -> Part:
    prompt: BlankPrompt = case.taxonomy.language_words.blanks[slot]
    return book.ask(
        f"{WHERE} {about}", slot, prompt.label, prompt.question, where=WHERE, why=prompt.why,
        example=prompt.example, kind=slot, room=12,
    )  # fmt: skip


def _told(case: Case, candidates: Sequence[Candidate]) -> list[tuple[Story, Candidate]]:
    """The lead story, and the next that says what came of it, one that answers a line of the posting
    before others. Setbacks are told when they are asked for."""
    by_ref = {c.line.ref: c for c in candidates}
    able = [(s, by_ref[s.ref]) for s in case.stories if s.ref in by_ref]
    able = [(s, c) for s, c in able if _sayable(c, case)]
    able = [a for a in able if a[0].competencies[:1] not in _NO_PROOF] or able
    came = [
        (s, c) for s, c in able[1:]
        if effect(c.line.text, c.figures)[0] > NOTHING and (s.tie.parts or c.answers)
    ]  # fmt: skip
    tied = [a for a in came if a[0].tie.parts]
    return [*able[:1], *(tied or came)[:1]]


def _sayable(candidate: Candidate, case: Case) -> bool:
    deeds = deeds_of(candidate)
    told = bool(deeds) and re.match(r"(?:I|We|In an?) ", deeds[0]) is not None
    stands = said_before(candidate.line, case) is not None and not _POINTS.search(
        deeds[0] if deeds else ""
    )
    said = [s.text for s in candidate.speech.sentences]
    limited = with_limit((), said, candidate.line.text) is None
    return told and stands and not limited and not candidate.speech.quoted


_POINTS = re.compile(r"\b(?:for|with|on|of|from|into|in) (?:it|them|those)\b")
"""A deed on something that another line names."""


def _proof(told: Sequence[tuple[Story, Candidate]], words: IntroductionWords, case: Case) -> Draft:
    if not told:
        return Draft()
    sentences = [words.proofs if len(told) > 1 else words.proof]
    place = ""
    for story, candidate in told:
        deed = said_before(candidate.line, case) or deeds_of(candidate)[0]
        limits = with_limit((), [s.text for s in candidate.speech.sentences], candidate.line.text)
        deed = re.sub(r"^(I|We) then\b", r"\1", deed)
        low = deed if deed.startswith("I ") else deed[:1].lower() + deed[1:]
        here = candidate.line.employer
        sentences.append(
            _filled(words.at_same, deed=low)
            if here and here == place
            else _placed(candidate, low, words)
        )
        came = _after(story, candidate)
        sentences += [*came, *(s for s in limits or () if s not in (deed, *came))]
        place = here
    return draft(said(*sentences))


def _after(story: Story, candidate: Candidate) -> list[str]:
    """What belongs to the deed in a breath: of what came of it the sentence that says most, else the
    next thing done."""
    done = deeds_of(candidate)
    told = " ".join(p.text if isinstance(p, Text) else _OPEN for p in story.result.parts)
    came = [
        s for s in re.split(r"(?<=[.!?]) (?=[A-Z\d])", told) if s not in done and _OPEN not in s
    ]
    came = [s for n, s in enumerate(came) if n == 0 or not _LEANS.match(s)]
    best = max(
        came, key=lambda s: (any(m in s for m in story.metrics[:1]), effect(s)[0]), default=""
    )
    return [best] if best else list(done[1:2])


_OPEN = "[]"
"""A blank among the words of a result."""
_LEANS = re.compile(r"(?:That's|That is|It's|Of (?:them|these|those)|Both)\b")


def _placed(candidate: Candidate, deed: str, words: IntroductionWords) -> str:
    line = candidate.line
    if line.owner.startswith("projects"):
        name = spoken_employer(project_of(line))
        if not name:
            return _filled(words.in_own, project=place_of(line), deed=deed)
        return _filled(words.in_project, project=name, deed=deed)
    return _filled(words.at_place, employer=spoken_employer(line.employer or line.title), deed=deed)


def _why(
    case: Case, words: IntroductionWords, told: Sequence[tuple[Story, Candidate]], book: BlankBook
) -> Draft:
    wish = _OWN_WORDS.search(case.resume.basics.summary)
    own = ""
    if wish is not None and not _HOLLOW.search(wish["deed"]):
        own = f"I'm {wish['deed'][:1].lower()}{wish['deed'][1:].strip()}."
    parts: list[Sequence[Part]] = [said(own)]
    line = _line_for(case, {ref for story, _ in told for ref in (story.lines or (story.ref,))})
    if line is not None:
        before, _, after = words.why.partition("{quote}")
        quote = Quote(quote=_SHARE.sub("", line.text.strip()).rstrip(".;"), ref=line.id)
        parts.append((*said(before), quote, Text(text=after)))
    blank = _blank(case, book, "motive", case.company_or_they)
    before, _, after = _filled(words.choose, company=case.company_or_they).partition("{blank}")
    parts.append((*said(before), blank, *said(after)))
    return draft(*parts)


def _line_for(case: Case, told: set[str]) -> Requirement | None:
    """The duty of the posting that what was just ``told`` answers best, else the resume; short enough
    to be said. Where none is answered, the first duty; None where all are longer: a demand is no reason
    to come."""
    found = {m.id: m for m in case.matches.requirements}
    duties = [
        r for r in case.job.requirements
        if r.kind == "responsibility" and not r.negated
        and LEAST_ASKED <= len(r.text.split()) <= MOST_ASKED
        and not names_degree(r.text, case.taxonomy) and not _YEARS.search(r.text)
    ]  # fmt: skip

    def worth(r: Requirement) -> tuple[bool, float]:
        match, soft = found.get(r.id), _SOFT.match(r.text) is not None
        if match is None or match.status == "missing":
            return (not soft, 0.0)
        best = max(((e.ref in told) + e.relevance for e in match.evidence), default=0.0)
        return (not soft, best)

    return max(duties, key=worth, default=None)
