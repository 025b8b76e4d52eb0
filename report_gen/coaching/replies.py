"""What to say to each requirement: the deed of an own line that answers it, and what came of it."""

from __future__ import annotations

from collections import Counter

from report_gen.coaching.case import DEED_REFS, Case
from report_gen.coaching.limits import with_limit
from report_gen.coaching.models import Draft, Reply, Text
from report_gen.coaching.speech import said_before
from report_gen.matching.lexicon import lexicon
from report_gen.matching.models import Evidence, RequirementMatch
from report_gen.matching.relevance import names_in
from report_gen.matching.words import stem, stems, words

LOOKED_AT = 4
"""Lines of evidence among which the words are chosen: as many as a requirement's entry names."""
_LATER = 0.5
"""What each place further down in the evidence costs ..."""
RELEVANT = 0.2
"""From this relevance on a line answers; below it only with a word of the posting's line."""
_SHARED, _MOST_SHARED = 0.3, 3
"""... what each word costs or gains that a sentence shares with the posting's line ..."""
_ANSWERS, _BESIDE = 0.5, 0.6
"""... what it gains to name itself what the line was cited for, and costs to name nothing of what
is asked ..."""
_ALIKE = 0.5
"""... from what relevance a line that shares no word is said for its likeness ..."""
_TWO = 2
"""... how many words it must share where the line shows nothing of what is asked ..."""
_WORN, _MOST_WORN = 0.15, 2
"""... what it costs to have been said to an earlier requirement (among equals alone: what answers
best is said again) ..."""
_OFFICE = 0.5
"""... and to name an office ("I'm a reviewer for ...") instead of a deed."""


def draft_replies(case: Case) -> tuple[Reply, ...]:
    """A reply to each requirement that a line tells a deed for, in the job's order: the sentence
    that answers it best. One that has been said before gives way to another as good."""
    told: Counter[str] = Counter()
    found = (_reply(match, case, told) for match in case.matches.requirements)
    return tuple(reply for reply in found if reply is not None)


def _reply(match: RequirementMatch, case: Case, told: Counter[str]) -> Reply | None:
    requirement = case.requirements.get(match.id)
    if match.status == "missing" or requirement is None or requirement.negated:
        return None
    named = " ".join(
        skill.name for e in match.evidence[:LOOKED_AT] for id in e.skills
        if (skill := case.taxonomy.skills.get(id))
    )  # fmt: skip
    wanted = frozenset(s for s in stems(f"{requirement.text} {named}") if len(s) > 3)
    wanted |= {stem(name) for name in names_in(requirement.text)}
    wanted -= lexicon(case.taxonomy).plain
    told_by = _subjects(match, case)
    best: tuple[float, str, str, str] | None = None
    for place, evidence in enumerate(match.evidence[:LOOKED_AT]):
        for deed, came in _sentences(evidence, wanted, case):
            if evidence.relevance < RELEVANT and not wanted.intersection(stems(f"{deed} {came}")):
                continue  # cited because nothing is nearer: no answer to be said aloud
            fit = _fit(f"{deed} {came}", wanted, evidence, told_by, case)
            if fit is None:
                continue
            worth = fit - _LATER * place
            worth -= _WORN * min(_MOST_WORN, told[deed])
            worth -= _OFFICE * deed.startswith(("I'm a", "I was a", "I'm the", "I was the"))
            if best is None or worth > best[0]:
                best = (worth, deed, came, evidence.ref)
    if best is None:
        return None
    _, deed, came, ref = best
    told[deed] += 1
    said = f"{deed} {came}".strip()
    return Reply(id=match.id, ref=ref, say=Draft(parts=(Text(text=said),)))


def _subjects(match: RequirementMatch, case: Case) -> frozenset[str]:
    """What a sentence must name to answer: the skills of the requirement, its field of business
    only where nothing else is asked."""
    lex = lexicon(case.taxonomy)
    asked = {s for e in match.evidence for s in e.skills} | {*match.missing_skills, *match.weak}
    return frozenset(s for s in asked if not lex.is_domain(s)) or frozenset(asked)


def _fit(
    said: str, wanted: frozenset[str], evidence: Evidence, subjects: frozenset[str], case: Case
) -> float | None:
    """How well a sentence answers: by words it shares with what is asked, and by naming itself what
    the line is cited for. A clause that does neither is beside the point: no answer (None), unless
    the line is cited for its likeness alone."""
    shared = len(wanted.intersection(stems(said)))
    named = any(_names(said, term, case) for term in evidence.skills if term in subjects)
    if not named and shared < (1 if subjects.intersection(evidence.skills) else _TWO):
        alike = not evidence.skills and (shared or evidence.relevance >= _ALIKE)
        return _SHARED * shared - _BESIDE if alike else None
    return _SHARED * min(_MOST_SHARED, shared) + (_ANSWERS if named else 0.0)


def _names(said: str, term: str, case: Case) -> bool:
    """True if the sentence names a skill or topic, or a member of it."""
    lex = lexicon(case.taxonomy)
    found = {m.id for m in case.taxonomy.find_skills(said)}
    found |= {h.key for h in lex.topics_in(words(said), asked=False)}
    members = {own for own, relation in lex.kin(term).items() if relation == "child"}
    return not found.isdisjoint({term, *members, *lex.members.get(term, ())})


def _sentences(evidence: Evidence, wanted: frozenset[str], case: Case) -> list[tuple[str, str]]:
    """Each deed the line tells; where it tells one, with what it covered, if the posting asks for
    words of that, and with what came of it."""
    line = case.lines.get(evidence.ref)
    if line is None or not DEED_REFS.match(line.ref):
        return []
    speech = case.speech(line)
    before = said_before(line, case)
    deeds = () if speech.quoted or before is None else speech.of("action")
    if before and deeds:
        return [(f"{before} {deeds[0]}", " ".join(speech.of("result")[:1]))]
    if len(deeds) != 1:
        whole = [s.text for s in speech.sentences]
        told = ((deed, with_limit((deed,), whole, line.text)) for deed in deeds)
        return [(said[0], " ".join(said[1:])) for _, said in told if said is not None]
    covered = [d for d in speech.of("detail") if wanted & (set(stems(d)) - set(stems(deeds[0])))]
    came = (deeds[0], *covered[:1], *speech.of("result")[:1])
    limited = with_limit(came, [s.text for s in speech.sentences], line.text)
    return [] if limited is None else [(limited[0], " ".join(limited[1:]))]
