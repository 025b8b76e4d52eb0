"""Appendix: what was read and what was not, how the score is made, terms, resources, packs."""

from __future__ import annotations

import re
from typing import Any

from report_gen.coaching.language.given import is_given
from report_gen.coaching.language.numbers import figures_in, sayable
from report_gen.coaching.lead import by_weight
from report_gen.notes import Note
from report_gen.report import company_page
from report_gen.report.context import LEVELS, Context
from report_gen.report.glossary import TERMS
from report_gen.report.models import Chapter
from report_gen.report.words import (
    capital,
    clip,
    count,
    listing,
    number,
    say_full_day,
    say_span,
    sentence,
)

_WHY = {
    "boilerplate": "standard wording",
    "benefits": "benefits",
    "company": "about the company",
    "pay": "pay",
    "metadata": "title or terms",
    "legal": "legal wording",
    "aside": "said in passing",
    "too_many": "beyond the first requirements",
}


def _chapter(id: str, title: str, data: dict[str, Any]) -> Chapter:
    return Chapter(id=id, part="A", title=title, template=f"{id}.html.j2", data=data)


def reading(context: Context) -> list[Chapter]:
    """The resume and the posting as they were understood, with warnings and unread lines."""
    resume, job = context.analysis.resume, context.analysis.job
    entries = [
        {
            "what": ", ".join(t for t in (w.position, w.name) if t) or "Unnamed position",
            "when": say_span(w.start_date, w.end_date),
            "lines": len(w.highlights),
        }
        for w in resume.work
    ]
    entries += [
        {
            "what": ", ".join(t for t in (e.study_type, e.area, e.institution) if t)
            or "Unnamed study",
            "when": say_span(e.start_date, e.end_date),
            "lines": len(e.courses),
        }
        for e in resume.education
    ]
    entries += [
        {
            "what": p.name or "Unnamed project",
            "when": say_span(p.start_date, p.end_date),
            "lines": len(p.highlights),
        }
        for p in resume.projects
    ]
    data = {
        "resume_coverage": round(resume.coverage * 100),
        "job_coverage": round(job.coverage * 100),
        "years": number(resume.total_years),
        "entries": entries,
        "skills": [
            {"name": g.name or "Skills", "words": ", ".join(g.keywords)}
            for g in resume.skills
            if g.keywords
        ],
        "others": _others(context),
        "unread": list(resume.unread_lines[:30]),
        "unread_more": max(0, len(resume.unread_lines) - 30),
        "job": _job(context),
        "notes": _notes([*resume.notes, *job.notes, *context.analysis.notes]),
    }
    return [_chapter("reading", "What we read", data)]


MOST_OTHERS = 12
"""So many entries of one list are named; of the rest the number is told."""


def _others(context: Context) -> list[dict[str, str]]:
    """The short lists of the resume, each entry by its name: what was used is seen somewhere."""
    resume = context.analysis.resume
    lists = [
        ("Publications", [_with(p.name, p.release_date[:4]) for p in resume.publications]),
        ("Certificates", [_with(c.name, c.issuer, c.date[:4]) for c in resume.certificates]),
        ("Awards", [_with(a.title, a.awarder, a.date[:4]) for a in resume.awards]),
        (
            "Volunteering and service",
            [
                _with(v.position, v.organization) or clip(" ".join((v.summary, *v.highlights)), 100)
                for v in resume.volunteer
            ],
        ),
        ("Languages", [_with(g.language, g.fluency) for g in resume.languages]),
        ("Interests", list(resume.interests)),
    ]
    return [
        {"name": name, "words": "; ".join([*shown[:MOST_OTHERS], *_rest(len(shown))])}
        for name, entries in lists
        if (shown := [e for e in entries if e])
    ]


def _with(name: str, *more: str) -> str:
    """A name with what is told of it in brackets."""
    said = ", ".join(m for m in more if m)
    return (
        f"{clip(name, 120)} ({said})"
        if name and said and said not in name
        else clip(name or said, 120)
    )


def _rest(number: int) -> list[str]:
    return [f"{number - MOST_OTHERS} more"] if number > MOST_OTHERS else []


def _notes(notes: list[Note]) -> list[str]:
    return list(dict.fromkeys(sentence(n.message) for n in notes if n.message.strip()))


def _job(context: Context) -> list[dict[str, str]]:
    job = context.analysis.job
    role = next(iter(context.analysis.matches.interviewed_as), job.role)
    rows = [
        ("Title", job.title),
        ("Company", job.company or ""),
        ("Place", ", ".join(t for t in (job.location or "", job.remote or "") if t)),
        (
            "Role",
            context.taxonomy.roles[role].name if _has_name(context, role) else role.upper(),
        ),
        ("Level", job.level or "not stated"),
        ("Years", f"{number(job.min_years)} or more" if job.min_years else "not stated"),
        ("Visa", job.visa or ""),
        ("Clearance", job.clearance or ""),
    ]
    return [{"name": name, "value": value} for name, value in rows if value]


def _has_name(context: Context, role: str) -> bool:
    return bool(getattr(context.taxonomy.roles.get(role), "name", ""))


def ignored(context: Context) -> list[Chapter]:
    """Lines of the posting that were not taken for requirements, with the reason."""
    rows = [
        {"text": clip(i.text, 160), "why": _WHY.get(i.why, i.why.replace("_", " "))}
        for i in context.analysis.job.ignored
        if i.text.strip() and i.why != "heading"
    ]
    if not rows:
        return []
    data = {"rows": rows[:24], "more": max(0, len(rows) - 24)}
    return [_chapter("ignored", "Lines of the posting we set aside", data)]


def method(context: Context) -> list[Chapter]:
    """How the score is computed, with the figures of this report."""
    fit = context.analysis.assessment.fit
    data = {
        "components": [
            {"label": c.label, "points": number(c.points), "max": number(c.max)}
            for c in fit.components
        ],
        "total": number(fit.score),
        "levels": [{"n": n, "name": capital(name)} for n, name in enumerate(LEVELS)],
        "level_counts": _level_counts(context),
        "low": number(fit.low),
        "high": number(fit.high),
        "grade": number(fit.grade),
    }
    return [_chapter("method", "How the score is made", data)]


def _level_counts(context: Context) -> list[int]:
    counts = [0, 0, 0, 0, 0]
    for line in context.lines.values():
        counts[max(0, min(4, line.level))] += 1
    return counts


MOST_FIGURES = 14
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def ledger(context: Context) -> list[Chapter]:
    """The figures said in your voice, by the line that carries them: those asked about first."""
    said: dict[str, set[str]] = {}
    for c in context.analysis.claims:
        if c.refs and any(d.isdigit() for d in c.claim) and context.cite.text(c.refs[0]):
            said.setdefault(c.refs[0], set()).add(c.claim)
    by_line = {ref: _said_figures(context, ref, claims) for ref, claims in said.items()}
    rows = [
        {"claim": ", ".join(figures), **context.own(ref)}
        for ref, figures in sorted(by_line.items(), key=lambda item: -len(item[1]))
        if figures
    ]
    if not rows:
        return []
    data = {
        "rows": rows[:MOST_FIGURES],
        "text": "These figures stand in the words we drafted for you, each with the line that carries it. "
        "Before you say one, know what it was before, who measured it and over which time.",
    }
    return [_chapter("ledger", "The figures you will say", data)]


def resources(context: Context) -> list[Chapter]:
    """What to read or practise, by gap."""
    plan = context.analysis.coaching.plan
    if plan is None:
        return []
    groups: dict[str, list[dict[str, str]]] = {}
    for r in plan.resources:
        if r.name.strip():
            reason, _, use = r.because.partition(". ")
            groups.setdefault(reason.rstrip("."), []).append(
                {"name": r.name, "because": sentence(use)}
            )
    if not groups:
        return []
    ordered = []
    for n, gap in enumerate(context.gaps, 1):
        rows = groups.pop(f"Gap: {gap.name}", None) or groups.pop(f"Gap: {capital(gap.name)}", [])
        if rows:
            about = {"id": f"gap-{n}", "name": f"Gap {n}: {capital(gap.name)}"}
            ordered.append({**about, "rows": rows})
    ordered += [
        {"id": "", "name": capital(reason.removeprefix("Gap: ")), "rows": rows}
        for reason, rows in groups.items()
    ]
    return [_chapter("resources", "What to learn from, gap by gap", {"groups": ordered})]


MOST_TERMS = 14
"""Of the terms met, those met most often are explained."""


def glossary(context: Context) -> list[Chapter]:
    """The terms this report uses and the resume does not: what the person writes they know."""
    words, known = _words_of(context), _words_known(context)
    used = [t for t in TERMS if t.casefold() in words and not _names(known, t)]
    often = sorted(used, key=lambda t: (-words.count(t.casefold()), t))[:MOST_TERMS]
    rows = [{"term": term, "text": text} for term, text in TERMS.items() if term in often]
    return [_chapter("glossary", "Terms used here", {"rows": rows})] if rows else []


def _words_known(context: Context) -> str:
    """Everything the resume says, with the names of the skills its lines show."""
    lines = context.analysis.matches.lines
    shown = context.skills(s for line in lines for s in line.skills)
    return " ".join([*(line.text for line in lines), *shown]).casefold()


def _names(text: str, term: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term.casefold())}s?(?!\w)", text) is not None


def _words_of(context: Context) -> str:
    coaching = context.analysis.coaching
    pieces = [r.text for r in context.requirements.values()]
    pieces += [
        f"{q.question} {q.strong_answer} {' '.join(q.follow_ups)}" for q in coaching.questions
    ]
    pieces += [t.name for r in coaching.rounds for t in r.topics]
    pieces += [" ".join(s.points) for d in coaching.designs for s in d.steps]
    pieces += ["STAR", "readiness", "bar"]
    return " ".join(pieces).casefold()


def _edited(context: Context) -> str:
    """Who has changed how many parts after they were drafted, and when last; "" if nobody has."""
    edits = [e for e in context.analysis.edits if e.state != "set_aside"]
    if not edits:
        return ""
    names = listing(list(dict.fromkeys(e.by for e in edits if e.by)))
    days = [e.on for e in edits if e.on]
    return (
        f"{count(len(edits), 'part').capitalize()} of this report {'was' if len(edits) == 1 else 'were'} "
        "edited by hand after drafting"
        + (f", by {names}" if names else "")
        + (f" (last on {say_full_day(max(days))})" if days else "")
        + "."
    )


def packs(context: Context) -> list[Chapter]:
    """What this was made with, and who has edited it since."""
    data = {
        "edited": _edited(context),
        "packs": context.analysis.packs,
        "sources": company_page.sources(context) if context.edition == "full" else [],
        "date": context.analysis.options.today.isoformat(),
        "edition": context.edition,
    }
    return [_chapter("packs", "Made with", data)]


def _said_figures(context: Context, ref: str, claims: set[str]) -> list[str]:
    """The figures of a line whose digits are said, each with its unit or what it counts: what came of
    the work first, and a condition of it only where there is nothing else."""
    line = context.lines.get(ref)
    known = [m.text for m in line.metrics] if line else []
    text = context.cite.text(ref)
    figures = by_weight(text, sayable(figures_in(text, known)))
    told = [f for f in figures if not is_given(text, f)]
    return [f for f in told or figures if claims.intersection(_DIGITS.findall(f))]
