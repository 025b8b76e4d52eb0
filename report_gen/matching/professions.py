"""Kinds of job, from titles: what someone is, how far it is from what the job wants, and level.

Titles only: employers' names, schools and the person's name never count.
"""

from __future__ import annotations

import re
from datetime import date

from report_gen.job.models import Job
from report_gen.matching.lexicon import Lexicon
from report_gen.matching.periods import period, union_years
from report_gen.matching.words import longest, words
from report_gen.resume.models import Resume, Work

LEVELS = ("intern", "junior", "mid", "senior", "staff", "principal")
OTHER_FIELD = "other"
LABEL_YEARS = 2.0
"""The headline counts like so many years, where titles held bear it out."""
_BY_ROLE = {
    "mle": "ml_engineer",
    "swe": "backend",
    "ds": "data_scientist",
    "de": "data_engineer",
    "pm": "product",
    "tpm": "tpm",
}


def profession(title: str, lex: Lexicon) -> str:
    """The profession a title names, "" if none. The longest title phrase found wins, so that
    "software engineer, machine learning" is not just a software engineer; a phrase with a head
    noun beats one without, so that "product manager, ML platform" is a product manager."""
    return _named_profession(title, lex) or _learners_profession(title, lex)


def _named_profession(title: str, lex: Lexicon) -> str:
    tokens = words(title)
    hits = lex.title_book.find(tokens)
    if not hits:
        return ""
    heads = lex.head_book.find(tokens)
    order = list(lex.professions)
    ranked = [
        (
            any(h.start <= k.start and k.end <= h.end for k in heads),
            len(title[h.start : h.end].split()),
            -h.start,
            -order.index(h.key),
            h.key,
        )
        for h in hits
    ]
    return max(ranked)[4]


_LEARNER = re.compile(
    r"\b(?:(?:summer|winter|student|graduate|research|working) )?(?:interns?(?:hip)?|trainee(?:ship)?|apprentice(?:ship)?|werkstudent(?:in)?|working student|co-?op|placement|praktikant(?:in)?|praktikum|stagiaire|stage|alternant)\b",
    re.I,
)
_WOULD_BE = ("engineer", "developer", "analyst", "manager")


def _learners_profession(title: str, lex: Lexicon) -> str:
    """ "Computer Vision Intern", "Software Trainee": the trade somebody learned under such a title
    is that of the title with its head ("Computer Vision Engineer")."""
    if not _LEARNER.search(title):
        return ""
    trade = " ".join(_LEARNER.sub(" ", title).split(",")[0].split()).strip(" -–—:/")
    fields = longest(lex.field_book.find(words(trade)))
    if fields:
        return fields[0].key
    for head in _WOULD_BE:
        whole = f"{trade} {head}"
        hits = lex.title_book.find(words(whole))
        said = [h for h in hits if h.end == len(whole) and h.start <= len(trade.rpartition(" ")[0])]
        if trade and said and said[0].key != OTHER_FIELD:
            return said[0].key
    return ""


_EITHER = re.compile(r"\s*(?:/|\||\bor\b)\s*")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def job_professions(job: Job, lex: Lexicon, own: str = "") -> tuple[str, ...]:
    """What the job is: by its title, and by its role where the title does not say. A title that
    names two ("Security Data Scientist / Detection Engineer") is what is nearer to ``own``."""
    halves = [profession(half, lex) for half in _EITHER.split(_BRACKETS.sub("", job.title))]
    either = [name for name in dict.fromkeys(halves) if name]
    if len(either) > 1 and own:
        return (max(either, key=lambda name: nearness(own, name, lex)),)
    named = profession(job.title, lex)
    fallback = _BY_ROLE.get(job.role, "")
    if named and lex.professions[named].role == job.role:
        return (named,)
    return tuple(dict.fromkeys(p for p in (named, fallback) if p))


def nearness(have: str, want: str, lex: Lexicon) -> float:
    """How much of the wanted profession practice in another carries over, 0..1."""
    if have == want:
        return 1.0
    wanted = lex.professions.get(want)
    return wanted.near.get(have, 0.0) if wanted else 0.0


def closeness(have: str, wanted: tuple[str, ...], lex: Lexicon) -> float:
    """Nearness to a job that may be named by several professions: their mean."""
    if not wanted:
        return 0.5
    return sum(nearness(have, w, lex) for w in wanted) / len(wanted)


ML_LINES = 3
"""So many lines on models make a researcher one of machine learning."""


def position_profession(title: str, resume: Resume, lex: Lexicon) -> str:
    """The profession of a title held; "research scientist" alone does not say of what, the lines
    of the resume do."""
    name = profession(title, lex)
    return "applied_scientist" if name == "research" and _studies_models(resume, lex) else name


def _studies_models(resume: Resume, lex: Lexicon) -> bool:
    lines = (*(h for w in resume.work for h in w.highlights), *(h for p in resume.projects for h in p.highlights), *(p.name for p in resume.publications))  # fmt: skip
    about, on_models = 0, frozenset(lex.taxonomy.evidence_words.on_models)
    for line in lines:
        found = {h.key for h in lex.topics_in(words(line), asked=False)}
        found |= {m.id for m in lex.taxonomy.find_skills(line)}
        about += any(t in on_models or lex.dimension(t) in on_models for t in found)
    return about >= ML_LINES


def held(resume: Resume, lex: Lexicon, today: date) -> tuple[tuple[str, float, float, bool], ...]:
    """Positions as (profession, years, months since it ended, bounded), latest first."""
    out = []
    for w in resume.work:
        p = period(w.start_date, w.end_date, today)
        years = round(p.months / 12, 2) if p else 0.0
        ago = float(today.year * 12 + today.month - p.end) if p else 120.0
        bounded = any(h.key == "bounded" for h in lex.level_book.find(words(w.position)))
        out.append((position_profession(w.position, resume, lex), years, max(0.0, ago), bounded))
    return tuple(sorted(out, key=lambda h: (h[2], -h[1])))


def own_profession(resume: Resume, lex: Lexicon, today: date) -> str:
    """The profession the resume speaks of: years held, those of the last five years double."""
    votes: dict[str, float] = {}
    for name, years, ago, bounded in held(resume, lex, today):
        if name:
            votes[name] = votes.get(name, 0.0) + (years + 0.1) * (2 if ago < 60 else 1) * (
                0.3 if bounded else 1
            )
    learned = [name for name in votes if name != OTHER_FIELD]
    if learned and OTHER_FIELD in votes and _only_beside_studies(resume, lex, today):
        del votes[OTHER_FIELD]
    said = position_profession(resume.basics.label, resume, lex)
    if said and (not votes or said in votes or max(nearness(p, said, lex) for p in votes) >= 0.7):
        votes[said] = votes.get(said, 0.0) + LABEL_YEARS
    if not votes:
        return ""
    return max(sorted(votes), key=lambda p: votes[p])


def _only_beside_studies(resume: Resume, lex: Lexicon, today: date) -> bool:
    """Whether all work in other fields was done while studying (a barista, a tutor): it pays the rent
    and says nothing about the trade."""
    jobs = [
        w for w in resume.work
        if w.start_date and position_profession(w.position, resume, lex) == OTHER_FIELD
    ]  # fmt: skip
    return bool(jobs) and all(while_studying(w, resume, today) for w in jobs)


YEARS_OF_STUDY = 4
"""How long a degree took that states its end alone."""


def while_studying(work: Work, resume: Resume, today: date, *, assume: bool = False) -> bool:
    """Whether half of a position or more fell into a dated study. ``assume``: also into the years that a
    degree with its end alone will have taken, which is enough to tell a story and not to score."""
    job = period(work.start_date, work.end_date, today)
    studies = []
    for e in resume.education:
        end = e.end_date[:4]
        # A course without a degree takes no four years.
        alone = assume and e.study_type and end.isdigit()
        start = e.start_date or (str(int(end) - YEARS_OF_STUDY) if alone else "")
        studies.append(period(start, e.end_date, today))
    return job is not None and any(
        2 * (min(job.end, s.end) - max(job.start, s.start)) >= max(1, job.months)
        for s in studies
        if s is not None
    )


def years_near(
    resume: Resume, wanted: tuple[str, ...], lex: Lexicon, today: date, least: float = 0.5
) -> float:
    """Years in positions whose profession is near the wanted one; overlaps counted once and
    internships not at all."""
    periods = []
    for w in resume.work:
        p = period(w.start_date, w.end_date, today)
        bounded = any(h.key == "bounded" for h in lex.level_book.find(words(w.position)))
        if (
            p
            and not bounded
            and closeness(position_profession(w.position, resume, lex), wanted, lex) >= least
        ):
            periods.append(p)
    return union_years(periods)


_ACADEMIC_FELLOW = re.compile(
    r"\b(?:post-?doc\w*|research|teaching|clinical|visiting|doctoral|graduate|junior|data|insight)\b.{0,20}\bfellow",
    re.I,
)


def title_level(title: str, lex: Lexicon) -> str | None:
    """The level a title states; None for a bare title."""
    found = {h.key for h in lex.level_book.find(words(title))} - {"bounded"}
    if _ACADEMIC_FELLOW.search(title):
        found -= {"principal"}
    if re.search(r"\bII\b|\b2\b", title) and not found - {"junior"}:
        return "mid"
    for level in ("manager", "principal", "staff", "senior", "junior", "intern"):
        if level in found:
            return "intern" if level == "junior" and "intern" in found else level
    return None


def own_level(resume: Resume, lex: Lexicon, today: date) -> str | None:
    """The level the resume speaks of: the highest title of the last six years, held down by
    the years behind it (a senior title after one year is a mid-level engineer)."""
    years = years_near(resume, ("",), lex, today, least=-1.0)
    recent = [
        (profession(w.position, lex), title_level(w.position, lex))
        for w in resume.work
        if (p := period(w.start_date, w.end_date, today))
        and today.year * 12 + today.month - p.end < 72
    ]
    bare = "mid" if years >= 2 else "junior"
    in_a_trade = any(name not in ("", OTHER_FIELD) for name, _ in recent)
    # A staff nurse is no staff engineer, nor who led shifts in a cafe beside the studies a lead.
    levels = [
        "junior" if in_a_trade and not name else level or bare
        for name, level in recent
        if name != OTHER_FIELD
    ]
    if not levels:
        return None if not resume.work else "junior"
    ranks = [LEVELS.index("staff" if level == "manager" else level) for level in levels]
    cap = 1 if years < 1.5 else 2 if years < 4 else 3 if years < 7 else 5
    return LEVELS[min(max(ranks), cap)]


def job_level(job: Job, lex: Lexicon) -> str | None:
    """The level wanted: stated, else from the title, else from the years asked for."""
    if job.level:
        return job.level
    stated = title_level(job.title, lex)
    if stated:
        return stated
    years = job.min_years
    if years is None:  # "ideally two years" says for whom the job is
        years = max((r.years for r in job.requirements if r.years), default=None)
    if years is None:
        return None
    return "junior" if years < 2 else "mid" if years < 5 else "senior" if years < 8 else "staff"
