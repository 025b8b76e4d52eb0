"""What the candidate asks the interviewers of a round: about own work or a line of the posting, and
what the round's interviewer alone can answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from report_gen.coaching.case import Case, choose, names_degree
from report_gen.coaching.own_probes import fresh_template, probe_kinds
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.own_words import filled
from report_gen.coaching.readiness import FIRST_CALL
from report_gen.coaching.short_form import first_clause
from report_gen.job.models import Requirement
from report_gen.taxonomy.interview import RoleRound, RoundGuide

Ask = tuple[str, str]
"""A question with the own line to mention with it ("" for none)."""
_Maker = Callable[[RoundGuide, RoleRound, Case, set[str]], tuple[Ask, ...]]


def questions_back(guide: RoundGuide, r: RoleRound, case: Case, used: set[str]) -> tuple[Ask, ...]:
    """One that only this person or this posting gives, then those of the round, then what is left.
    ``used`` holds the lines of the resume and of the posting, and the forms, that an earlier round
    has taken, and takes up those of this one: each once in a report."""
    usual = [(filled(a, case), "") for a in guide.asks]
    if not usual:
        return ()
    makers: tuple[_Maker, ...] = (_from_posting, _from_own_work)
    if OWN in used:  # by turns, so that no two rounds in a row ask alike
        makers = makers[::-1]
    if guide.id == FIRST_CALL:
        makers = (_of_the_first_year,)
    found = next((a for make in makers if (a := make(guide, r, case, used))), ())
    used ^= {OWN}
    return (*found, *usual)


OWN = "own work comes first"
"""Stands among what was used while the next round begins with own work."""


def _of_the_first_year(
    guide: RoundGuide, r: RoleRound, case: Case, used: set[str]
) -> tuple[Ask, ...]:
    """For a recruiter, who knows what the team was asked to hire for: the two duties named first."""
    duties = [first_clause(q.text) for q in _duties(case)[:2]]
    if len(duties) < 2:
        return ()
    text = f"What has to go well first: “{duties[0]}”, or rather “{duties[1]}”?"
    return ((text, ""),)


def _duties(case: Case) -> list[Requirement]:
    return [
        q
        for q in case.job.requirements
        if q.kind == "responsibility"
        and not q.negated
        and len(q.text.split()) >= LEAST_WORDS
        and not names_degree(q.text, case.taxonomy)
        and q.id not in {c.id for c in case.conditions}
    ]


LEAST_WORDS = 5


def _from_posting(guide: RoundGuide, r: RoleRound, case: Case, used: set[str]) -> tuple[Ask, ...]:
    """One question from a line of the posting on what the round is about, with the own line that
    answers it best."""
    near = [
        q
        for q in _duties(case)
        if q.skills and set(q.dimensions) & set(r.tests) and q.id not in used
    ]
    forms = [f for f in _forms(r) if f not in used]
    if not near or not forms:
        return ()
    line = max(near, key=lambda q: (len(set(q.dimensions[:2]) & set(r.tests[:2])), -near.index(q)))
    form = choose(forms, r.id, line.id)
    used.update({line.id, form})
    said = first_clause(line.text)
    return ((form.format(line=said), _best_line(line, said, case)),)


def _best_line(asked: Requirement, said: str, case: Case) -> str:
    """The own deed that is evidence for a line of the posting, and shares a skill with what is said
    of it; "" where none bears on it closely."""
    match = next((m for m in case.matches.requirements if m.id == asked.id), None)
    named = {m.id for m in case.taxonomy.find_skills(said)}
    deeds = {line.ref for line in case.deeds if named.intersection(line.skills)}
    found = match.evidence if match is not None and match.status != "missing" else ()
    return next((e.ref for e in found if e.ref in deeds and e.relevance >= CLOSE), "")


CLOSE = 0.4


def _from_own_work(guide: RoundGuide, r: RoleRound, case: Case, used: set[str]) -> tuple[Ask, ...]:
    """A question that begins with an own deed of what the round is about, each once in a report:
    it says where one comes from and asks how they do it."""
    probes = case.taxonomy.probes
    spent = Counter(used)
    for line in rank_lines(case):
        if line.ref in used or line.level < DEED or set(r.tests).isdisjoint(line.dimensions):
            continue
        for kind in probe_kinds(line, case):
            asked = fresh_template(probes[kind].back, kind, line, case, spent)
            if asked is not None:
                used.update({line.ref, *(t for t in probes[kind].back if spent[t])})
                return ((asked, ""),)
    return ()


DEED = 2
"""From work that was done on, and not only named."""


def _forms(r: RoleRound) -> Sequence[str]:
    """The forms that fit who sits there: those one works for, or those one works with."""
    return _OF_LEADERS if r.id in _LEADERS else _OF_PEERS


_LEADERS = frozenset(
    ["behavioral", "hiring_manager_team_match", "leadership_drive_behavioral", "strategy",
     "cross_functional_leadership", "behavioral_ownership", "product_case", "program_sense"]
)  # fmt: skip
_OF_PEERS = (
    "On “{line}”: what have you tried so far, and what did you give up?",
    "What makes “{line}” harder here than it sounds?",
    "“{line}”: which part of it is settled, and which would I still decide?",
    "Which piece of “{line}” would you hand to me in the first month?",
    "On “{line}”: what breaks most often today, and how do you notice?",
    "If you started “{line}” again from nothing, what would you do differently?",
)
_OF_LEADERS = (
    "After half a year, how would you tell that “{line}” is going well?",
    "On “{line}”: who outside the team has to agree, and on what do they disagree today?",
    "Which result on “{line}” would tell you that the hire was right?",
    "On “{line}”: which decision is waiting for this person?",
    "What did the last person who worked on “{line}” leave behind?",
)
