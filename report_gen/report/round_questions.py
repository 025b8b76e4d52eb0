"""Which questions a round's pages print, in which order and at which length."""

from __future__ import annotations

from report_gen.coaching.held_round import STATED, kind_of_round
from report_gen.coaching.models import InterviewQuestion, Round
from report_gen.coaching.stakes import by_stake
from report_gen.report.context import Context


def shown_rounds(context: Context) -> list[Round]:
    """All rounds; in shorter editions the four where an hour is worth most."""
    heavy = by_stake(context.rounds)[:4]
    return [r for r in context.rounds if context.edition == "full" or r in heavy]


def questions_of(
    context: Context, r: Round
) -> tuple[list[InterviewQuestion], list[InterviewQuestion]]:
    """What is worked out, and what stands below in short; the full edition leaves none out."""
    named = [context.questions[i] for i in r.questions if i in context.questions]
    named = named or [q for q in context.questions.values() if q.round == r.id]
    first = [q for q in named if _is_of_the_stage(q, r, context)]
    questions = [*first, *_mixed([q for q in named if q not in first])]
    full = 2
    if context.edition == "full":
        full = 7 if r.weight >= 15 else 5 if r.weight >= 8 else 4
    return questions[:full], questions[full:] if context.edition == "full" else []


def _is_of_the_stage(q: InterviewQuestion, r: Round, context: Context) -> bool:
    """Whether a question is written for a stage that only postings name, as a take-home's
    presentation is: there it comes before what could be asked anywhere."""
    kind, bank = kind_of_round(r.id), context.taxonomy.questions.get(q.id)
    usual = any(kind == own.id for role in context.taxonomy.roles.values() for own in role.rounds)
    return r.sure == STATED and not usual and bank is not None and bank.rounds[0] == kind


def printed_questions(context: Context) -> int:
    """How many questions this edition prints: the number that the cover may give."""
    return sum(len(q) for r in shown_rounds(context) for q in questions_of(context, r))


def _mixed(questions: list[InterviewQuestion]) -> list[InterviewQuestion]:
    """After every two expected questions one about own lines, so that the first page holds both;
    those without a line of the posting or of the resume behind them come last."""
    own = [q for q in questions if q.own]
    expected = [q for q in questions if not q.own and q.ref]
    usual = [q for q in questions if not q.own and not q.ref]
    out: list[InterviewQuestion] = []
    while own or expected:
        out += expected[:2] + own[:1]
        expected, own = expected[2:], own[1:]
    return out + usual
