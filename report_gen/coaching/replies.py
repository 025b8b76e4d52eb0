"""What to say to each requirement: the deed of an own line that answers it, and what came of it."""

from __future__ import annotations

from collections import Counter

from report_gen.coaching.case import DEED_REFS, Case
from report_gen.coaching.models import Draft, Reply, Text
from report_gen.matching.models import Evidence, RequirementMatch
from report_gen.matching.words import stems

LOOKED_AT = 4
"""Lines of evidence among which the words are chosen: as many as a requirement's entry names."""
_LATER = 0.5
"""What each place further down in the evidence costs ..."""
RELEVANT = 0.2
"""From this relevance on a line answers; below it only with a word of the posting's line."""
_SHARED, _MOST_SHARED = 0.3, 3
"""... what each word costs or gains that a sentence shares with the posting's line ..."""
_WORN = 0.6
"""... what it costs to have been said to an earlier requirement, each time ..."""
_OFFICE = 0.5
"""... and to name an office ("I'm a reviewer for ...") instead of a deed."""


def draft_replies(case: Case) -> tuple[Reply, ...]:
    """A reply to each requirement that a line tells a deed for, in the job's order. A sentence that
    answers several is not repeated while another line answers as well."""
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
    best: tuple[float, str, str, str] | None = None
    for place, evidence in enumerate(match.evidence[:LOOKED_AT]):
        for deed, came in _sentences(evidence, wanted, case):
            if evidence.relevance < RELEVANT and not wanted.intersection(stems(f"{deed} {came}")):
                continue  # cited because nothing is nearer: no answer to be said aloud
            worth = _SHARED * min(_MOST_SHARED, len(wanted.intersection(stems(f"{deed} {came}"))))
            worth -= _LATER * place + _WORN * told[deed]
            worth -= _OFFICE * deed.startswith(("I'm a", "I was a", "I'm the", "I was the"))
            if best is None or worth > best[0]:
                best = (worth, deed, came, evidence.ref)
    if best is None:
        return None
    _, deed, came, ref = best
    told[deed] += 1
    said = f"{deed} {came}".strip()
    return Reply(id=match.id, ref=ref, say=Draft(parts=(Text(text=said),)))


def _sentences(evidence: Evidence, wanted: frozenset[str], case: Case) -> list[tuple[str, str]]:
    """Each deed the line tells; where it tells one, with what it covered, if the posting asks for
    words of that, and with what came of it."""
    line = case.lines.get(evidence.ref)
    if line is None or not DEED_REFS.match(line.ref):
        return []
    speech = case.speech(line)
    deeds = () if speech.quoted else speech.of("action")
    if len(deeds) != 1:
        return [(deed, "") for deed in deeds]
    covered = [d for d in speech.of("detail") if wanted & (set(stems(d)) - set(stems(deeds[0])))]
    return [(deeds[0], " ".join((*covered[:1], *speech.of("result")[:1])))]
