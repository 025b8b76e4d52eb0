"""Which questions a round's pages print, in which order and at which length."""

from __future__ import annotations

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
    questions = _mixed(named or [q for q in context.questions.values() if q.round == r.id])
    full = 2
    if context.edition == "full":
        full = 7 if r.weight >= 15 else 5 if r.weight >= 8 else 4
    return questions[:full], questions[full:] if context.edition == "full" else []


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
