"""Words of the posting that the resume lacks although the deed is there."""

from __future__ import annotations

import re

from report_gen.coaching.models import KeywordGap
from report_gen.job import Job
from report_gen.matching import Matches
from report_gen.matching.words import stems
from report_gen.resume import Resume, statements
from report_gen.taxonomy import Taxonomy

_MOST = 10
_SEAT = re.compile(
    r"^(?:reviewer|referee|member|speaker|attend\w*|organi[sz]er|volunteer|subscriber|(?:area |session )?chair|program committee|co-?chair|judge|jury)\b",
    re.IGNORECASE,
)
"""A seat one holds: what is reviewed or heard there is not what one did."""


def find_keyword_gaps(
    matches: Matches, resume: Resume, job: Job, taxonomy: Taxonomy
) -> tuple[KeywordGap, ...]:
    """Each word once, the ones of must-haves first. The word is as the posting writes it."""
    written = stems(" ".join(s.text for s in statements(resume)))
    found: list[tuple[int, KeywordGap]] = []
    seen: set[str] = set()
    rank = {"required": 0, "responsibility": 1, "preferred": 2}
    verdicts = {m.id: m for m in matches.requirements}
    for requirement in job.requirements:
        verdict = verdicts.get(requirement.id)
        if verdict is None or requirement.negated or verdict.status == "missing":
            continue
        for mention in taxonomy.find_skills(requirement.text):
            if mention.id in seen or mention.id in verdict.missing_skills:
                continue
            word = stems(mention.text)
            skill = taxonomy.skills[mention.id]
            usual = {name.lower() for name in (skill.name, *skill.aliases)}
            if skill.kind != "specialised" or mention.text.lower() not in usual:
                continue
            if " " in mention.text and not set(word) & set(stems(skill.name)):
                continue  # a narrower thing than the skill ("spoken language understanding")
            refs = tuple(
                line.ref for line in matches.lines
                if mention.id in line.skills and line.level >= 2 and not line.ref.startswith("skills")
                and not _SEAT.match(line.text.strip())
                and any(own.id == mention.id for own in taxonomy.find_skills(line.text))
            )[:3]  # fmt: skip
            if not refs or not word or _holds(written, word):
                continue
            seen.add(mention.id)
            gap = KeywordGap(
                keyword=mention.text, requirement=requirement.id, refs=refs,
                advice=f"You did this without calling it that. Write “{mention.text}” into that line, if it is true.",
            )  # fmt: skip
            found.append((rank.get(requirement.kind, 3), gap))
    found.sort(key=lambda f: f[0])
    return tuple(gap for _, gap in found[:_MOST])


def _holds(text: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(text[n : n + size] == phrase for n in range(len(text) - size + 1))
