"""What the candidate asks the interviewers of a round: about own work or a line of the posting, and
what the round's interviewer alone can answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from report_gen.coaching.case import Case, choose, names_degree
from report_gen.coaching.line_frames import first_words, fits, frames, in_frame, is_plain
from report_gen.coaching.own_probes import fresh_template, probe_kinds
from report_gen.coaching.own_questions import rank_lines
from report_gen.coaching.own_words import filled
from report_gen.coaching.readiness import FIRST_CALL
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
    if not usual or guide.alone:
        return tuple(usual)  # nobody sits there to be asked about the work
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
    named = _duties(case)
    plain = [q for q in named if is_plain(q, case)]
    duties = [first_words(q) for q in (plain if len(plain) > 1 else named)[:2]]
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
        and fits(q)
        and not names_degree(q.text, case.taxonomy)
        and q.id not in {c.id for c in case.conditions}
    ]


def _from_posting(guide: RoundGuide, r: RoleRound, case: Case, used: set[str]) -> tuple[Ask, ...]:
    """One question from a line of the posting on what the round is about, with the own line that
    answers it best."""
    near = [
        q
        for q in _duties(case)
        if q.skills and set(q.dimensions) & set(r.tests) and q.id not in used
    ]
    near.sort(
        key=lambda q: -len(set(q.dimensions[:2]) & set(r.tests[:2]))
    )  # stable: in their order
    leaders = bool({r.id, *r.takes} & _LEADERS)
    for line in near:
        forms = [f for f in frames(line, case, leaders=leaders) if f not in used]
        if forms:
            form = choose(forms, r.id, line.id)
            used.update({line.id, form})
            return ((in_frame(form, line), _best_line(line, first_words(line), case)),)
    return ()


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


_LEADERS = frozenset(
    ["behavioral", "hiring_manager_team_match", "leadership_drive_behavioral", "strategy",
     "cross_functional_leadership", "behavioral_ownership", "product_case", "program_sense",
     "executive_talk", "panel_interview"]
)  # fmt: skip
