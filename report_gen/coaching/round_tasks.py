"""What a round's own pages give to do: its review list, and its questions aloud."""

from __future__ import annotations

from collections.abc import Iterator

from report_gen.coaching.case import Case, shorten, soft_lower
from report_gen.coaching.held_round import kind_of_round, round_name
from report_gen.coaching.items import Item
from report_gen.coaching.models import InterviewQuestion, Round
from report_gen.coaching.stakes import by_stake
from report_gen.coaching.steps import is_alone
from report_gen.coaching.wording import in_quotes

STAKES = 2
"""Rounds whose review is always planned."""
LEAST_WEIGHT = 2.0
"""Percent of the decision below which a round gets no work of its own."""
AT_ONCE, QUOTED, AGAIN = 4, 14, 4
"""Questions of one sitting, words of one that is named, sittings of a round."""
_PROOF = (
    "each has its first sentence within ten seconds, and ends inside two minutes",
    "each is compared with what its page calls strong; what was missing is on paper",
    "the follow-ups under each are answered too",
    "you answered them standing, without notes, and once only",
)
"""What a sitting ends with: another each time."""


def of_rounds(
    rounds: tuple[Round, ...], questions: tuple[InterviewQuestion, ...], case: Case
) -> list[Item]:
    """For each round with weight a review and sittings with its questions, as many as it has."""
    items = []
    for n, r in enumerate(by_stake(rounds)):
        if r.weight < LEAST_WEIGHT:
            continue
        if r.topics:
            items.append(_review(r, n))
        items += _runs(r, questions, case) if is_alone(r, case) else _aloud(r, questions)
    return items


def _review(r: Round, place: int) -> Item:
    topics = "; ".join(soft_lower(t.name.split(":")[0].split(",")[0]) for t in r.topics[:2])
    return Item(
        id=f"review_{r.id}", phase="foundation", hours=2.0, least=1.0, round=r.id,
        must=place + 1 if place < STAKES else 0, value=0.9 - 0.02 * place,
        title=f"Work through the review list of {round_name(r)}, beginning with: {topics}",
        short_title=f"Explain aloud for {round_name(r)}, a minute each: {topics}",
        serves=r.id, serves_name=r.name,
        proof="each topic takes a minute, with one case where it fails",
    )  # fmt: skip


def _aloud(r: Round, questions: tuple[InterviewQuestion, ...]) -> Iterator[Item]:
    """Sittings of four questions, those asked of everybody in this job before the own lines'."""
    asked = [q for q in questions if q.round == r.id]
    asked.sort(key=lambda q: q.own)
    for n in range(min(AGAIN, -(-len(asked) // AT_ONCE))):
        some = asked[n * AT_ONCE : (n + 1) * AT_ONCE]
        named = " and ".join(in_quotes(shorten(q.question, QUOTED)) for q in some[:2])
        more = len(some) - 2
        rest = f", then {('one more', 'two more')[more - 1]} of its questions" if more > 0 else ""
        yield Item(
            id=f"aloud_{r.id}_{n + 1}", phase="foundation" if n == 0 else "deep_practice",
            hours=2.0 if more > 0 else 1.0, least=1.0 if more > 0 else 0.0, kind="practice",
            title=f"Aloud and timed: {named}{rest}", short_title=f"Aloud and timed: {named}",
            round=r.id, serves=r.id, serves_name=r.name, proof=_PROOF[n], value=0.6 / (n + 1),
        )  # fmt: skip


def _runs(r: Round, questions: tuple[InterviewQuestion, ...], case: Case) -> Iterator[Item]:
    """Full runs of a round nobody sits in: of its likeliest piece first, unless the roadmap has the
    first run, then under other terms."""
    if r.weight < RUN_FROM:
        return
    asked = next((q.question for q in questions if q.round == r.id and not q.own), "")
    clock = (
        f"in {'the ' if r.minutes[:1].isdigit() else ''}{r.minutes} it is given"
        if r.minutes
        else "by the clock"
    )
    what = f": {in_quotes(shorten(asked, 24))}" if asked else ""
    kind = kind_of_round(r.id)
    has_first = any(t.must == 1 and kind in t.rounds for t in case.taxonomy.roadmap.tasks)
    for n, (which, proof) in enumerate(RUNS):
        if n == 0 and has_first:
            continue
        yield Item(
            id=f"run_{r.id}_{n + 1}", phase="deep_practice" if n < 2 else "polish", hours=4.0, least=2.0, kind="practice",
            title=which.format(round=round_name(r), clock=clock) + (what if n == 0 else ""),
            round=r.id, serves=r.id, serves_name=r.name, proof=proof, value=0.5 / (n + 1),
        )  # fmt: skip


RUN_FROM = 8.0
"""Percent of the decision from which on a round one does alone is run as a whole."""
RUNS = (
    ("A run of {round} as on the day, alone and {clock}", "somebody from outside says what it shows and what it leaves out"),
    ("A second run of {round}, begun with what the first left out", "the fault of the first run is gone"),
    ("A third run of {round} on other material, in two thirds of the time", "what you dropped is named in one line, with the reason"),
)  # fmt: skip
