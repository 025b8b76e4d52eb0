"""Stage 4: what the resume proves for what the job asks."""

from __future__ import annotations

from report_gen.job.models import Job
from report_gen.matching.asks import read_asks
from report_gen.matching.continued import with_continuations
from report_gen.matching.copied import without_copies
from report_gen.matching.dimensions import rate_dimensions
from report_gen.matching.focus import find_focus
from report_gen.matching.interviewed import interviewed_as
from report_gen.matching.lexicon import lexicon
from report_gen.matching.lines import read_lines
from report_gen.matching.models import Matches
from report_gen.matching.professions import (
    closeness,
    job_professions,
    nearness,
    own_level,
    own_profession,
    profession,
    years_near,
)
from report_gen.matching.requirements import Person, match_one
from report_gen.options import Options
from report_gen.resume.models import Resume
from report_gen.taxonomy.models import Taxonomy


def match_requirements(resume: Resume, job: Job, taxonomy: Taxonomy, options: Options) -> Matches:
    """Each requirement with its best own lines, each line read as evidence, each dimension rated.

    Deterministic, and monotone: a line that is added never lowers a score.
    """
    lex = lexicon(taxonomy)
    asks = read_asks(job, lex)
    lines = with_continuations(read_lines(resume, lex, options.today))
    lines = without_copies(lines, asks)
    own = own_profession(resume, lex, options.today)
    wanted = job_professions(job, lex, own)
    role_years = years_near(resume, wanted, lex, options.today)
    ratings = rate_dimensions(lines, lex)
    person = Person(
        resume=resume,
        lines=lines,
        years=years_near(resume, ("",), lex, options.today, least=-1.0),
        hands_on=own in lex.professions and lex.professions[own].hands_on,
        near=closeness(own, wanted, lex),
        ratings=ratings,
        languages=_languages(resume, taxonomy),
        today=options.today,
        position_fit={
            f"work[{n}]": max(
                (nearness(profession(w.position, lex), f, lex) for f in wanted), default=0.5
            )
            for n, w in enumerate(resume.work)
        },
    )
    focus = find_focus(job, asks, lines, lex)
    role = lex.professions[own].role if own in lex.professions else "other"
    return Matches(
        requirements=tuple(match_one(ask, person, job, lex) for ask in asks),
        lines=tuple(line.reading for line in lines),
        dimensions=ratings,
        role=role,
        interviewed_as=interviewed_as(job, lex, options.role, role),
        role_years=role_years,
        level=own_level(resume, lex, options.today),
        focus=focus.value,
        focus_terms=focus.terms,
        focus_shown=focus.shown,
        focus_refs=focus.refs,
    )


def _languages(resume: Resume, taxonomy: Taxonomy) -> frozenset[str]:
    """Human languages listed, and English: the resume is read in it."""
    listed = (
        m.id
        for entry in resume.languages
        for m in taxonomy.find_skills(entry.language, listed=True)
    )
    return frozenset(listed) | {"english"}
