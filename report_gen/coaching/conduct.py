"""Which own story answers a question about conduct: one that tells what the question takes for given."""

from __future__ import annotations

import re

from report_gen.coaching.alike import stems
from report_gen.coaching.case import Case
from report_gen.taxonomy.interview import Question


def stories_for(q: Question, case: Case) -> tuple[str, ...]:
    """A story that leads with a competency the question means, names or is filed under. Where the
    question takes something for given (a refusal, a failure, somebody hired), only a story whose
    line tells of it."""
    given = next((line for asked, line in _GIVEN if asked.search(q.question)), None)
    stories = [
        s
        for s in case.stories
        if given is None or given.search(case.lines[s.ref].text if s.ref in case.lines else "")
    ]
    meant = {name for name, signs in _MEANS.items() if signs.search(q.question)}
    if meant:
        fitting = [(-s.strength, s.ref) for s in stories if meant & set(s.competencies)]
    else:
        wanted = stems(f"{q.question} {' '.join(q.skills).replace('_', ' ')}")
        fitting = [
            (-s.strength, s.ref)
            for s in stories
            if any(wanted & stems(name.replace("_", " ")) for name in s.competencies[:2])
        ]
    return tuple(ref for _, ref in sorted(fitting)[:1])


_MEANS = {
    "conflict": re.compile(
        r"disagree|said no|thought was wrong|difficult partner|stopped although", re.I
    ),
    "failure_and_learning": re.compile(
        r"failure|broke because|prove you wrong|give up|mistake", re.I
    ),
    "mentoring": re.compile(r"someone (?:else )?better|become better|whom to hire", re.I),
    "influence": re.compile(r"non-technical|partner team", re.I),
    "ambiguity": re.compile(r"unclear at the start|what done means|plans changed", re.I),
    "customer": re.compile(r"\busers?\b|\bcustomers?\b", re.I),
    "ownership": re.compile(r"led from idea|took over|root cause", re.I),
}
"""What a question about conduct asks for where it does not call it by its name."""
_GIVEN = tuple(
    (re.compile(asked, re.I), re.compile(line, re.I))
    for asked, line in (
        (r"thought was wrong", r"disagree|overruled|against my|objection|argued against"),
        (r"said no", r"refus|said no|declin|pushed back|turned down|argued against|disagree|\b(?:block|halt|veto|stopp|kill)"),
        (r"stopped although", r"\b(?:kill|stopp|cancel|ended|shut|retir|sunset|discontinu|dropped|abandon)"),
        (r"whom to hire", r"\b(?:hir(?:ed?|ing)|recruit|candidates|applicants|interviewers?|job interviews)\b"),
        (r"prove you wrong", r"wrong|fail|mistake|expect|instead|unused"),
    )
)  # fmt: skip
"""What a question takes for given, and the words of a line that tell of it."""
