"""Stage 5: from matches to the fit, the gaps and the risks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from report_gen.job.models import Job
from report_gen.matching.lexicon import Lexicon, lexicon
from report_gen.matching.models import Matches, RequirementMatch
from report_gen.matching.professions import held, job_level, own_profession, years_near
from report_gen.matching.titles import spells
from report_gen.options import Options
from report_gen.resume.models import Resume
from report_gen.scoring.asked import without_conditions
from report_gen.scoring.fit import (
    Standing,
    band,
    competencies,
    components,
    grade,
    shifted,
    standing,
    total,
)
from report_gen.scoring.gaps import find_gaps
from report_gen.scoring.models import Assessment, Component, DimensionScore, Fit
from report_gen.scoring.movers import find_movers
from report_gen.scoring.risks import find_risks
from report_gen.scoring.weights import (
    bars,
    company_emphasis,
    dimension_weights,
    requirement_weights,
)
from report_gen.taxonomy.models import Taxonomy


def score_fit(
    matches: Matches, resume: Resume, job: Job, taxonomy: Taxonomy, options: Options
) -> Assessment:
    """The fit as a sum, every dimension against the bar, gaps by priority, risks.

    Deterministic; nothing depends on name, contact data, employers or schools. Conditions (the
    right to work, travel) weigh nothing and are no gap.
    """
    job, matches = without_conditions(job, matches, taxonomy)
    lex = lexicon(taxonomy)
    dimensions = _dimensions(matches, job, lex)
    full_time = years_near(resume, ("",), lex, options.today, least=-1.0)
    where = standing(matches, job, _own(resume, lex, options), full_time, lex)
    weights = requirement_weights(job, lex)
    verdicts = {m.id: m for m in matches.requirements}
    shown = competencies(matches, job, lex)
    rescore = partial(
        _rescore, matches=matches, job=job, where=where, shown=shown, weights=weights, lex=lex
    )
    parts = rescore(verdicts)
    score = total(parts)
    positions = spells(resume, lex, options.today)
    gaps = find_gaps(matches, job, dimensions, weights, where, positions, lex, options)
    fit = Fit(
        score=score,
        band=band(score),
        low=min(score, total(rescore(shifted(verdicts, -1)))),
        high=max(score, total(rescore(shifted(verdicts, 1)))),
        grade=grade(score),
        components=parts,
        movers=find_movers(verdicts, gaps, rescore, score),
    )
    return Assessment(
        fit=fit,
        dimensions=dimensions,
        gaps=gaps,
        risks=find_risks(resume, matches, lex, options.today),
    )


def _rescore(
    verdicts: Mapping[str, RequirementMatch],
    *,
    matches: Matches,
    job: Job,
    where: Standing,
    shown: tuple[float, str],
    weights: Mapping[str, float],
    lex: Lexicon,
) -> tuple[Component, ...]:
    return components(verdicts, matches, job, where, shown, weights, lex)


def _own(resume: Resume, lex: Lexicon, options: Options) -> tuple[tuple[str, float], ...]:
    """The resume's profession, and others held: in full after three years, fading with age."""
    own = own_profession(resume, lex, options.today)
    out = [(own, 1.0)] if own else []
    for name, years, ago, bounded in held(resume, lex, options.today):
        if name and name != own:
            share = min(1.0, years / 3) * (1.0 if ago < 36 else 0.75 if ago < 72 else 0.5)
            out.append((name, round(share * (0.7 if bounded else 0.95), 2)))
    return tuple(out)


def _dimensions(matches: Matches, job: Job, lex: Lexicon) -> dict[str, DimensionScore]:
    weights = dimension_weights(job, matches, lex)
    emphasis = company_emphasis(job, lex.taxonomy)
    bar = bars(weights, job_level(job, lex))
    wanted = {d for r in job.requirements for d in r.dimensions}
    out = {}
    for d, rating in matches.dimensions.items():
        pack = lex.taxonomy.dimensions[d]
        if not pack.core and d not in weights and d not in wanted:
            continue
        out[d] = DimensionScore(
            id=d,
            name=pack.name,
            rating=rating.rating,
            score=rating.score,
            weight=weights.get(d, 0.0),
            bar=bar.get(d, 1),
            evidence=rating.evidence,
            why=rating.why,
            emphasis=emphasis.get(d, 1.0),
        )
    return out
