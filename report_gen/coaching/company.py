"""The company as its pack knows it, every claim worded by how sure we are."""

from __future__ import annotations

from report_gen.coaching.case import Case, names_degree, shorten, soft_lower
from report_gen.coaching.employer import employer_of
from report_gen.coaching.models import Claim, CompanyView
from report_gen.coaching.round_list import rounds_of, unnamed_rounds
from report_gen.coaching.stated_applying import to_apply
from report_gen.coaching.stated_dates import stated_dates
from report_gen.coaching.stated_process import stated_process
from report_gen.coaching.stated_steps import stated_steps
from report_gen.coaching.steps import a_kind, guide_of, held_here
from report_gen.job.models import Requirement
from report_gen.taxonomy.interview import Company, SourcedText, Stage

STRESSED = 3


def view_company(case: Case) -> CompanyView:
    """The process, emphasis and values to expect; an unknown company gets the generic pack and
    says so. Claims of low confidence are worded as reports, never as facts."""
    company = case.company
    known = case.company_known
    unsure = list(company.unsure)
    emphasis = [*posting_emphasis(case), *_of_the_kind(case)]
    if known:  # what other employers of other kinds stress says nothing of an unknown one
        emphasis += [
            claim(e, company) for e in (*company.tracks, *company.emphasis) if _concerns(e, case)
        ]
    note = next(
        (company.role_notes[r] for r in (case.role_id, *case.role.also) if r in company.role_notes),
        None,
    )
    if note is not None:
        emphasis.insert(0, claim(note, company))
    if company.duration is not None:
        emphasis.append(claim(company.duration, company, prefix="How long it takes: "))
    return CompanyView(
        id=company.id,
        name=case.company_name or company.name,
        known=known,
        summary=_summary(case),
        process=(
            *posting_process(case),
            *(_unnamed(case) or (_usual_steps(case) if _shaped(case) else ())),
            *(
                claim_stage(s, company)
                for s in company.process
                if not _shaped(case) and _concerns(s, case)
            ),
        ),
        emphasis=tuple(emphasis),
        principles=principles(company),
        study=company.study,
        unsure=tuple(unsure),
        applying=to_apply(case),
    )


def posting_process(case: Case) -> tuple[Claim, ...]:
    """What the posting itself says about its interviews, quoted: the surest source there is."""
    named = stated_dates(case).interviews
    lines = dict.fromkeys(
        (
            *(s.said for s in stated_steps(case)),
            *((named.line,) if named is not None else ()),
            *stated_process(case).lines,
        )
    )
    return tuple(
        Claim(text=f'The posting says: "{line}"', confidence="high", source="the posting")
        for line in dict.fromkeys(", ".join(line.split("\t")) for line in lines)
    )


ESTIMATE = "our estimate"
"""How the source of a claim begins that rests on what is usual for a kind of employer."""


def _shaped(case: Case) -> bool:
    """Whether the posting or the kind of employer says more than what is usual for large companies."""
    return not case.company_known and bool(stated_steps(case) or employer_of(case))


def _usual_steps(case: Case) -> tuple[Claim, ...]:
    employer = employer_of(case)
    if employer is None or stated_steps(case):
        return ()
    return tuple(
        Claim(
            text=s.name
            + (f" ({s.minutes} minutes)" if s.minutes else "")
            + (", not everywhere" if s.count == "0-1" else ""),
            confidence="medium",
            source=f"{ESTIMATE} for {a_kind(employer)}",
        )
        for s in employer.steps
        if held_here(s, case)
    )


def _unnamed(case: Case) -> tuple[Claim, ...]:
    """One line on the rounds usual for the role that the posting leaves out."""
    names = [guide.name for r in unnamed_rounds(case) if (guide := guide_of(r.id, case))]
    if not names:
        return ()
    said = soft_lower(", ".join(dict.fromkeys(names)))
    text = (
        f"Not named by the posting, though usual for {case.a_role} elsewhere: {said}. "
        "Ask whether one of its steps covers it"
    )
    return (Claim(text=text, confidence="medium", source=f"{ESTIMATE} for {case.a_role}"),)


def _of_the_kind(case: Case) -> list[Claim]:
    employer = employer_of(case)
    if employer is None or not employer.note or stated_steps(case):
        return []
    source = f"{ESTIMATE} for {a_kind(employer)}"
    return [Claim(text=employer.note, confidence="medium", source=source)]


def posting_emphasis(case: Case) -> list[Claim]:
    """What this posting itself stresses: the dimensions most of its lines speak of, quoted."""
    lines: dict[str, list[Requirement]] = {}
    for r in case.job.requirements:
        if not r.negated and not names_degree(r.text, case.taxonomy):
            for dimension in r.dimensions[:1]:
                lines.setdefault(dimension, []).append(r)
    ranked = sorted(lines, key=lambda d: (-len(lines[d]), d))
    claims = []
    for dimension in ranked[:STRESSED]:
        if len(lines[dimension]) < 2 or dimension not in case.taxonomy.dimensions:
            continue
        name = soft_lower(case.taxonomy.dimensions[dimension].name.split(" (")[0])
        longest = max(lines[dimension], key=lambda r: (min(len(r.text), 160), r.id))
        claims.append(
            Claim(
                text=f'This posting comes back to {name} in {len(lines[dimension])} lines, for example: "{shorten(longest.text, 24)}"',
                confidence="high",
                source="the posting",
            )
        )
    return claims


def claim(text: SourcedText, company: Company, prefix: str = "") -> Claim:
    """The claim in words that show its confidence."""
    words = f"{prefix}{text.text}"
    if text.confidence == "low":
        words = (
            f"Candidates report: {words[:1].lower()}{words[1:]}"
            if not prefix
            else f"{words} (reported)"
        )
    return Claim(
        text=words, confidence=text.confidence, source=_source(text.sources, text.date, company)
    )


def claim_stage(stage: Stage, company: Company) -> Claim:
    """A stage of the process as one line."""
    words = stage.stage[:1].upper() + stage.stage[1:]
    about = [
        f"{stage.count} talks" if stage.count and stage.count != "1" else "",
        f"{stage.minutes} minutes" if stage.minutes else "",
    ]
    about = [a for a in about if a]
    if about:
        words += f" ({', '.join(about)})"
    if stage.detail:
        words += f": {stage.detail}"
    if stage.confidence == "low":
        words = f"Candidates report: {words[:1].lower()}{words[1:]}"
    return Claim(
        text=words, confidence=stage.confidence, source=_source(stage.sources, stage.date, company)
    )


def principles(company: Company) -> tuple[str, ...]:
    """The company's values with what each asks for; unsure ones say so."""
    values = company.values
    if values is None:
        return ()
    sure = (values.items_confidence or values.confidence) != "low"
    end = "" if sure else " (not confirmed by the company: check its own site)"
    return tuple(f"{v.name}: {v.asks}{end}" if v.asks else f"{v.name}{end}" for v in values.items)


def _concerns(entry: SourcedText | Stage, case: Case) -> bool:
    return not entry.roles or case.is_for(entry.roles)


def _summary(case: Case) -> str:
    if case.company_known:
        return case.company.summary.text
    name, employer = case.company_name, employer_of(case)
    start = f"We have no pack for {name}" if name else "The posting names no company we know"
    if stated_steps(case):
        return (
            f"{start}. The rounds of this part are the steps this posting names, in its order and under "
            f"its names; {_beside(case)}."
        )
    if employer is not None:
        return (
            f"{start}. By what it says of itself it is {a_kind(employer)}, so this part follows what is "
            f"usual there, which is our estimate. {_told(case)}Ask whoever invites you for the steps."
        )
    return (
        f"{start}, so this is the usual process for {case.a_role}. What this posting "
        f"stresses is taken from its own lines. {_told(case)}Confirm the rounds with whoever invites you."
    )


def _beside(case: Case) -> str:
    if any(r.inside for r in rounds_of(case)):
        return "a usual subject stands inside a step only where that leaves open what it is about"
    return "nothing is added to them"


def _told(case: Case) -> str:
    if not stated_process(case).lines:
        return ""
    return "What it says about its interviews goes before everything usual. "


def _source(keys: tuple[str, ...], date: str, company: Company) -> str:
    names = "; ".join(company.source_names.get(k, k) for k in keys)
    return f"{names} ({date})" if date and date not in names else names
