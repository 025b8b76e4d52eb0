"""Putting the analysis together, and refusing it if a claim in candidate voice has no source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from report_gen.analysis.models import Analysis, ClaimRecord
from report_gen.coaching.case import Case
from report_gen.coaching.denials import FalseDenial, false_denials
from report_gen.coaching.ledger import Claim, Sources, claims_of
from report_gen.coaching.models import Coaching
from report_gen.job import Job
from report_gen.matching import Matches
from report_gen.notes import Note
from report_gen.options import Options
from report_gen.resume import Resume
from report_gen.scoring import Assessment
from report_gen.taxonomy import Taxonomy


class UngroundedClaimError(ValueError):
    """A drafted sentence says something about the candidate that no source says. Our bug."""

    def __init__(self, loose: Sequence[Claim]) -> None:
        told = "; ".join(f"{c.kind} {c.text!r} in {c.where}" for c in loose[:10])
        super().__init__(f"claims without a source: {told}")
        self.loose = tuple(loose)


class FalseDenialError(ValueError):
    """A drafted sentence denies work the resume shows. Our bug."""

    def __init__(self, false: Sequence[FalseDenial]) -> None:
        told = "; ".join(f"{d.text!r} (gap {d.gap}), refuted by {d.ref}" for d in false[:10])
        super().__init__(f"denials the resume refutes: {told}")
        self.false = tuple(false)


def build_analysis(
    resume: Resume,
    job: Job,
    matches: Matches,
    assessment: Assessment,
    coaching: Coaching,
    taxonomy: Taxonomy,
    options: Options,
) -> Analysis:
    """Raises UngroundedClaimError naming the claims (not the sentences) that have no source, and
    FalseDenialError naming the sentences that deny what a line of the resume shows."""
    case = Case(
        assessment=assessment, matches=matches, resume=resume, job=job, taxonomy=taxonomy,
        options=options,
    )  # fmt: skip
    if false := false_denials(case, coaching.scripts):
        raise FalseDenialError(false)
    return Analysis(
        resume=resume,
        job=job,
        options=options,
        matches=matches,
        assessment=assessment,
        coaching=coaching,
        claims=check_claims(coaching, resume, job, options),
        notes=_notes(job, coaching),
        packs=taxonomy.digest,
    )


def check_claims(
    coaching: Coaching,
    resume: Resume,
    job: Job,
    options: Options,
    vouched: Callable[[str], str] = lambda where: "",
) -> tuple[ClaimRecord, ...]:
    """The ledger: each claim once, with where it is made and the references that carry it.

    ``vouched``: who answers for the words at a place ("" for nobody), where no source does; that
    claim's reference is then ``editor: NAME``.
    """
    sources = Sources(resume, job, options)
    records: dict[tuple[str, str], ClaimRecord] = {}
    loose: list[Claim] = []
    for claim in claims_of(coaching):
        refs = sources.find(claim)
        if not refs and (name := vouched(claim.where)):
            refs = (f"editor: {name}",)
        if not refs:
            loose.append(claim)
        key = (claim.kind, claim.text)
        if key not in records:
            records[key] = ClaimRecord(
                claim=claim.text, kind=claim.kind, where=claim.where, refs=refs[:5]
            )
    if loose:
        raise UngroundedClaimError(loose)
    return tuple(records[key] for key in sorted(records))


def _notes(job: Job, coaching: Coaching) -> tuple[Note, ...]:
    notes = []
    if coaching.company is not None and not coaching.company.known:
        name = job.company or "the company"
        notes.append(
            Note(
                code="company_unknown",
                message=f"We have no pack for {name}: its interviews are told from the posting and from what is "
                "usual for the role.",
                where="job.company",
            )
        )
    if len(coaching.stories) < 8:
        notes.append(
            Note(
                code="few_stories",
                message=f"The resume carries {len(coaching.stories)} stories; eight or more are usual.",
                where="stories",
            )
        )
    return (*notes, *_of_answers(coaching))


SHOWN = 8
"""So many answers that are not used are named one by one."""


def _of_answers(coaching: Coaching) -> list[Note]:
    """What became of the candidate's answers: how many are used, which are not and why."""
    given = [q for q in coaching.blanks if q.answer]
    if not given:
        return []
    unused = [q for q in given if q.fault]
    told = f"{len(given) - len(unused)} of your {len(given)} answers are in the drafts."
    notes = [Note(code="answers_used", message=told, where="blanks")]
    for q in unused[:SHOWN]:
        message = f"Not used yet, kept as it is: your answer to “{q.question}” {q.fault}"
        if q.where == ("stale",):
            begun = " ".join(q.answer.split()[:6])
            message = (
                f"Your answer “{begun} ...” ({q.id}) belongs to no question of this run and is "
                f"kept. {q.fault}"
            )
        notes.append(Note(code="answer_unused", message=message, where=f"blanks.{q.id}"))
    if len(unused) > SHOWN:
        more = f"{len(unused) - SHOWN} more answers are not used yet; --blanks writes why."
        notes.append(Note(code="answer_unused", message=more, where="blanks"))
    return notes
