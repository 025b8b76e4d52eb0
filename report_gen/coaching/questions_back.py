"""What the candidate asks the interviewers of a round: from own work, from the posting, the usual."""

from __future__ import annotations

from collections import Counter

from report_gen.coaching.case import Case, choose, names_degree, shorten
from report_gen.coaching.own_probes import fresh_template, probe_kinds
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.own_words import filled
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
    lines = [
        q
        for q in case.job.requirements
        if not q.negated and not names_degree(q.text, case.taxonomy)
    ]
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
    probes = case.taxonomy.probes
    spent = Counter(used)
    for line in rank_lines(case):
        if line.ref in used or line.level < DEED or set(r.tests).isdisjoint(line.dimensions):
            continue
        for kind in probe_kinds(line, case):
            asked = fresh_template(probes[kind].back, kind, line, case, spent)
            if asked is not None:
                used.update({line.ref, *(t for t in probes[kind].back if spent[t])})
                return (asked,)
    return ()


DEED = 2
"""From work that was done on, and not only named."""
_FORMS = (
    'The posting says "{line}". What does that look like in an ordinary week?',
    'You write "{line}". Where does it hurt most today?',
    '"{line}": what would a good result look like after six months?',
    'On "{line}": what did you try already, and what did not work?',
    'Who else works on "{line}", and where would my part begin?',
)
