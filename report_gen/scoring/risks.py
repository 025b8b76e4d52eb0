"""Red flags in the resume itself, stated neutrally, each with its places and one advice."""

from __future__ import annotations

import itertools
import re
from datetime import date

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import is_bounded_title
from report_gen.matching.models import LineReading, Matches
from report_gen.matching.periods import Period, period, widest
from report_gen.matching.professions import (
    LEVELS,
    OTHER_FIELD,
    nearness,
    position_profession,
    title_level,
)
from report_gen.matching.words import words
from report_gen.resume.models import Education, Resume, Work
from report_gen.scoring.listed import ageing, as_listed
from report_gen.scoring.models import Risk, Severity
from report_gen.taxonomy.verbs import verb_table

_STATED = re.compile(r"(\d{1,2})\s?\+?\s*(?:years|yrs)\b", re.I)


def find_risks(resume: Resume, matches: Matches, lex: Lexicon, today: date) -> tuple[Risk, ...]:
    """What an interviewer may raise, the weightiest kinds first."""
    found = [
        *_gaps(resume, today),
        *_overlaps(resume, lex, today),
        *_short_stays(resume, lex, today),
        *_title_drops(resume, lex),
        *_years_mismatch(resume, today),
        *_unquantified(matches),
        *_own_part(matches, lex),
        *_claims(matches, lex),
        *_stale(matches, lex),
    ]
    return tuple(found)


def _spans(resume: Resume, today: date) -> list[tuple[Period, int]]:
    spans = [
        (p, n) for n, w in enumerate(resume.work) if (p := period(w.start_date, w.end_date, today))
    ]
    return sorted(spans, key=lambda s: (s[0].start, s[0].end))


def _name(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"


def _study(e: Education, today: date) -> Period | None:
    """The time of a study; of one that states its end alone the last year before it at least."""
    start = e.start_date or (str(int(e.end_date[:4]) - 1) if e.end_date[:4].isdigit() else "")
    return widest(start, e.end_date, today)


def _gaps(resume: Resume, today: date) -> list[Risk]:
    out: list[Risk] = []
    reach: int | None = None
    last = 0
    studies = [p for e in resume.education if (p := _study(e, today))]
    away = [v for v in resume.volunteer if not v.organization and not v.position]  # parental leave
    studies += [p for v in away if (p := widest(v.start_date, v.end_date, today))]
    spans = sorted(
        (
            (p, n)
            for n, w in enumerate(resume.work)
            if (p := widest(w.start_date, w.end_date, today))
        ),
        key=lambda s: (s[0].start, s[0].end),
    )
    now = today.year * 12 + today.month
    for p, n in [*spans, (Period(start=now, end=now), -1)] if spans else []:
        if reach is not None and p.start - reach >= 4:
            covered = sum(max(0, min(p.start, s.end) - max(reach, s.start)) for s in studies)
            if covered < (p.start - reach) / 2:
                length = p.start - reach
                until = f"to {_name(p.start)}" if n >= 0 else "until today"
                refs = (f"work[{last}].position",) + ((f"work[{n}].position",) if n >= 0 else ())
                out.append(
                    Risk(
                        id=f"employment-gap-{_name(reach)}",
                        kind="employment_gap",
                        severity="major" if length >= 12 else "minor",
                        text=f"No position is listed from {_name(reach)} {until} ({length} months).",
                        refs=refs,
                        advice="Say in one sentence what you did in that time, then return to what you bring.",
                    )
                )
        if reach is None or p.end > reach:
            reach, last = p.end, n
    return out


def _overlaps(resume: Resume, lex: Lexicon, today: date) -> list[Risk]:
    out = []
    spans = _spans(resume, today)
    for k, (a, m) in enumerate(spans):
        for b, n in spans[k + 1 :]:
            shared = min(a.end, b.end) - max(a.start, b.start)
            if shared >= 2 and not (
                is_bounded_title(resume.work[m].position, lex)
                or is_bounded_title(resume.work[n].position, lex)
            ):
                out.append(
                    Risk(
                        id=f"overlap-{m}-{n}",
                        kind="overlap",
                        severity="minor",
                        text=f"Two positions overlap for {shared} months from {_name(max(a.start, b.start))}.",
                        refs=(f"work[{m}].position", f"work[{n}].position"),
                        advice="Be ready to say which was full time and how they went together.",
                    )
                )
    return out


def _short_stays(resume: Resume, lex: Lexicon, today: date) -> list[Risk]:
    by_employer: dict[str, list[tuple[Period, int]]] = {}
    for p, n in _spans(resume, today):
        if not is_bounded_title(resume.work[n].position, lex):
            by_employer.setdefault(resume.work[n].name, []).append((p, n))
    now = today.year * 12 + today.month
    out = []
    for spans in by_employer.values():
        months = max(p.end for p, _ in spans) - min(p.start for p, _ in spans)
        ended = max(p.end for p, _ in spans) < now
        if ended and 0 < months < 12:
            out.append(
                Risk(
                    id=f"short-stay-{spans[0][1]}",
                    kind="short_stay",
                    severity="minor",
                    text=f"One employer was left after {months} months.",
                    refs=tuple(f"work[{n}].position" for _, n in spans),
                    advice="Give the reason in one neutral sentence and what you finished before leaving.",
                )
            )
    return out


def _title_drops(resume: Resume, lex: Lexicon) -> list[Risk]:
    """A lower title after a higher one, where both are the same kind of work and the second
    outlasts the first: student jobs, internships and side work have no ladder."""
    ranked = [
        (w, n, LEVELS.index("staff" if level == "manager" else level))
        for w, n in sorted(
            ((w, n) for n, w in enumerate(resume.work) if w.start_date),
            key=lambda pair: (pair[0].start_date, pair[1]),
        )
        if (level := title_level(w.position, lex)) and not _has_no_ladder(w, resume, lex)
    ]
    return [
        Risk(
            id=f"title-drop-{n}",
            kind="title_drop",
            severity="minor",
            text="A later title is lower than the one before it.",
            refs=(f"work[{m}].position", f"work[{n}].position"),
            advice="Explain the move by what you wanted to learn or by how the companies name levels.",
        )
        for (one, m, before), (two, n, after) in itertools.pairwise(ranked)
        if after < before and before >= 3 and _follows(one, two, resume, lex)
    ]


_SIDE = re.compile(r"part[- ]?time|casual|seasonal|summer job|side (?:job|work)|student job", re.I)


def _has_no_ladder(work: Work, resume: Resume, lex: Lexicon) -> bool:
    """An internship, a student's or side job: part time, or held wholly while studying."""
    if is_bounded_title(work.position, lex) or _SIDE.search(f"{work.position} {work.summary}"):
        return True
    return bool(work.end_date) and any(
        e.start_date and e.start_date <= work.start_date and work.end_date[:4] <= e.end_date[:4]
        for e in resume.education
        if e.end_date
    )


def _follows(one: Work, two: Work, resume: Resume, lex: Lexicon) -> bool:
    """Did the second position take the place of the first, in a kind of work near to it?"""
    if not one.end_date or (two.end_date and two.end_date <= one.end_date):
        return False
    had, has = (position_profession(w.position, resume, lex) for w in (one, two))
    unnamed = OTHER_FIELD in (had, has) or not (had and has)
    return not unnamed and max(nearness(had, has, lex), nearness(has, had, lex)) >= 0.5


def _years_mismatch(resume: Resume, today: date) -> list[Risk]:
    stated = _STATED.search(resume.basics.summary)
    spans = _spans(resume, today)
    if not stated or not spans:
        return []
    from report_gen.matching.periods import union_years

    computed = union_years(p for p, _ in spans)
    if int(stated[1]) <= computed + 1:
        return []
    return [
        Risk(
            id="years-mismatch",
            kind="years_mismatch",
            severity="major",
            text=f"The summary says {stated[1]} years; the listed positions add up to {computed:g}.",
            refs=("basics.summary",),
            advice="State the number your dates support, or list the positions that are missing.",
        )
    ]


def _bullets(matches: Matches) -> list[LineReading]:
    return [
        line for line in matches.lines if ".highlights[" in line.ref and line.ref.startswith("work")
    ]


_COUNT = re.compile(
    r"(?<![\w.])(?:(?!(?:19|20)\d\d\b)\d[\d.,]*\s?%?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|half|dozen)(?=[\s-]+[a-z]))",
    re.I,
)
"""A figure, or a spelled number with what it counts; a year alone is no figure."""


def _unquantified(matches: Matches) -> list[Risk]:
    bullets = _bullets(matches)
    bare = [line for line in bullets if not (line.metrics or _COUNT.search(line.text))]
    if len(bullets) < 4 or 2 * len(bare) < len(bullets):
        return []
    severity: Severity = "major" if 4 * len(bare) >= 3 * len(bullets) else "minor"
    return [
        Risk(
            id="unquantified",
            kind="unquantified",
            severity=severity,
            text=f"{len(bare)} of {len(bullets)} work bullets have no number.",
            refs=tuple(line.ref for line in bare[:6]),
            advice="Find a before and an after, a size or a frequency for the three bullets you will lead with.",
        )
    ]


_HELPED = re.compile(
    r"(?:(?:was|were) (?:involved|part)\b|helped\b|assisted\b|supported\b|participated\b|took part\b|contributed\b|worked (?:on|with)\b)",
    re.I,
)
_PASSIVE = re.compile(r"(?!(?:I|We|My)\b)[^.;:,]{3,120}?\b(?:was|were|is|are) (?:\w+ly )?(\w+)")
_FEWEST_HIDDEN = 3


def _own_part(matches: Matches, lex: Lexicon) -> list[Risk]:
    """Lines that say with whom or that something was done, and not what was one's own: from a third
    of the bullets on they are asked about one by one."""
    bullets = _bullets(matches)
    table = verb_table(lex.taxonomy)

    def hides(text: str) -> bool:
        passive = _PASSIVE.match(text)
        return bool(_HELPED.match(text)) or bool(
            passive and table.is_form(passive[1], "participle")
        )

    hidden = [line for line in bullets if not line.owned and hides(line.text)]
    if len(hidden) < _FEWEST_HIDDEN or 3 * len(hidden) < len(bullets):
        return []
    return [
        Risk(
            id="own-part",
            kind="own_part",
            severity="major" if 3 * len(hidden) >= 2 * len(bullets) else "minor",
            text=f"{len(hidden)} of {len(bullets)} work bullets don't say what you did yourself: they help, take part or leave out who did it.",
            refs=tuple(line.ref for line in hidden[:6]),
            advice="For each of these have one sentence ready that begins with “I” and a verb of your own, and ends where others took over.",
        )
    ]


def _claims(matches: Matches, lex: Lexicon) -> list[Risk]:
    listed = {
        s: line.ref
        for line in reversed(matches.lines)
        if line.ref.startswith("skills")
        for s in line.skills
    }
    shown = {s for line in matches.lines if not line.ref.startswith("skills") for s in line.skills}
    shown |= {k for s in shown if (k := lex.taxonomy.skills[s].family)}
    alone = [s for s in sorted(listed) if s not in shown and shown.isdisjoint(lex.kin(s))]
    told = [_told(line.text, lex) for line in matches.lines if _tells(line)] if alone else []
    bare = [s for s in alone if not any(_told_otherwise(s, *said, lex) for said in told)]
    written = as_listed(bare, matches.lines, lex.taxonomy)
    bare = [s for s in bare if s in written and not _implied(s, shown, lex)]
    if len(bare) < 3:
        return []
    names = ", ".join(written[s] for s in bare[:6])
    return [
        Risk(
            id="claim-without-deed",
            kind="claim_without_deed",
            severity="minor",
            text=f"{len(bare)} listed skills appear in no other line, for example {names}.",
            refs=tuple(dict.fromkeys(listed[s] for s in bare)),
            advice="Have one sentence of real use ready for each, or take it off the list.",
        )
    ]


_ROOT = 4
"""Letters by which "priced" and "pricing" are one."""


def _tells(line: LineReading) -> bool:
    return not line.ref.startswith("skills") and line.level >= 1


def _told(text: str, lex: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The beginnings of a line's words, and what it speaks of or is hinted to be about."""
    tokens = words(text)
    about = {*lex.hinted(tokens), *(h.key for h in lex.topics_in(tokens, asked=False))}
    return frozenset(w.stem[:_ROOT] for w in tokens), frozenset(about)


def _told_otherwise(skill: str, own: frozenset[str], about: frozenset[str], lex: Lexicon) -> bool:
    """Whether a line speaks of a skill in other words: half of its name's telling words, what it
    is hinted at by, or its topic ("Ran 9 online experiments" for experimental design)."""
    name = {
        w.stem[:_ROOT] for w in words(lex.taxonomy.skills[skill].name) if w.stem not in lex.plain
    }
    return skill in about or bool(name and 2 * len(name & own) >= len(name))


def _implied(skill: str, used: set[str], lex: Lexicon) -> bool:
    """True when what is used now is it, a kind of it, or is built on it (PyTorch on Python)."""
    own = lex.taxonomy.skills[skill]
    if skill in used or own.parent == "programming_language":
        return skill in used or any(
            lex.taxonomy.skills[u].parent in _CODE_FAMILIES.get(skill, frozenset()) for u in used
        )
    kin = lex.kin(skill)
    return any(kin.get(u) == "child" for u in used)


_CODE_FAMILIES = {
    "python": frozenset({"ml_framework", "ml_library", "python_stack"}),
    "sql": frozenset({"database", "data_warehouse", "warehouse", "relational_database"}),
}
"""What is written in a language: use of the one is use of the other."""


def _stale(matches: Matches, lex: Lexicon) -> list[Risk]:
    recent = {
        s
        for line in matches.lines
        if not line.ref.startswith("skills") and (line.months_ago is None or line.months_ago <= 60)
        for s in line.skills
    }
    newest: dict[str, float] = {}
    where: dict[str, str] = {}
    for line in matches.lines:
        if line.level >= 2 and line.months_ago is not None:
            for s in line.skills:
                if line.months_ago < newest.get(s, 10_000):
                    newest[s], where[s] = line.months_ago, line.ref
    listed = {s for line in matches.lines if line.ref.startswith("skills") for s in line.skills}
    old = [s for s in sorted(listed) if newest.get(s, 0) > 60 and not _implied(s, recent, lex)]
    written = ageing(old, matches.lines, lex.taxonomy)
    old = [s for s in old if s in written]
    if not old:
        return []
    names = ", ".join(written[s] for s in old[:5])
    return [
        Risk(
            id="stale-skills",
            kind="stale_skill",
            severity="minor",
            text=f"Last shown in use more than five years ago: {names}.",
            refs=tuple(dict.fromkeys(where[s] for s in old))[:5],
            advice="Say when you last used it and what has changed since.",
        )
    ]
