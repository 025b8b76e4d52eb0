"""What the candidate asks the interviewers of a round: from own work, from the posting, the usual."""

from __future__ import annotations

from report_gen.coaching.case import DEGREE_LINE, Case, choose, shorten
from report_gen.coaching.models import Text
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.own_words import filled
from report_gen.coaching.speech import say_line
from report_gen.taxonomy.interview import RoleRound, RoundGuide


def questions_back(guide: RoundGuide, r: RoleRound, case: Case, used: set[str]) -> tuple[str, ...]:
    """In that order. ``used`` holds the lines of the resume and of the posting that were asked
    about in an earlier round, and takes up those of this one: each once in a report."""
    return (
        *_from_own_work(guide, r, case, used),
        *_from_posting(guide, r, case, used),
        *(filled(a, case) for a in guide.asks),
    )


def _from_posting(guide: RoundGuide, r: RoleRound, case: Case, used: set[str]) -> tuple[str, ...]:
    """One question from a line of the posting on what the round is about."""
    lines = [q for q in case.job.requirements if not q.negated and not DEGREE_LINE.search(q.text)]
    duties = [q for q in lines if q.kind == "responsibility" and len(q.text.split()) >= 5]
    near = [
        q for q in duties if guide.asks and set(q.dimensions) & set(r.tests) and q.id not in used
    ]
    drawn = []
    if near:
        line = choose(near, r.id, case.job.title)
        used.add(line.id)
        form = choose(_FORMS, r.id, line.id)
        drawn.append(form.format(line=shorten(line.text, 18)))
    return tuple(drawn)


def _from_own_work(guide: RoundGuide, r: RoleRound, case: Case, used: set[str]) -> tuple[str, ...]:
    """A question that begins with an own deed of what the round is about, each once in a report:
    it says where one comes from and asks how they do it."""
    if not guide.asks:
        return ()
    for line in rank_lines(case):
        if line.ref in used or line.level < DEED or set(r.tests).isdisjoint(line.dimensions):
            continue
        told = say_line(line, case, 1)
        deed = told[0].text if len(told) == 1 and isinstance(told[0], Text) else ""
        if deed.startswith("I ") and line.employer:
            used.add(line.ref)
            form = choose(_OWN_FORMS, r.id, line.text)
            return (form.format(place=f"At {line.employer}", deed=deed),)
    return ()


DEED = 2
"""From work that was done on, and not only named."""
_OWN_FORMS = (
    "{place}, {deed} How is that done here?",
    "{place}, {deed} What would be different with you?",
    "{place}, {deed} Where in your team would that help most?",
)
_FORMS = (
    'The posting says "{line}". What does that look like in an ordinary week?',
    'You write "{line}". Where does it hurt most today?',
    '"{line}": what would a good result look like after six months?',
    'On "{line}": what did you try already, and what did not work?',
    'Who else works on "{line}", and where would my part begin?',
)
