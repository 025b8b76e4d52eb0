"""One of the two analyses, with its lines and requirements at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_gen.analysis.models import Analysis
from report_gen.job.models import Requirement
from report_gen.matching.models import RequirementMatch
from report_gen.report.citing import Citer


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """``lines``: reference -> words, of the resume; ``asks``: id -> words, of the job."""

    analysis: Analysis
    citations: Citer
    lines: Mapping[str, str]
    asks: Mapping[str, str]
    requirements: Mapping[str, Requirement]
    verdicts: Mapping[str, RequirementMatch]


def side_of(analysis: Analysis) -> Side:
    """The analysis with what is looked up in it again and again."""
    citations = Citer(analysis.resume, analysis.job)
    refs = [line.ref for line in analysis.matches.lines]
    refs += [e.ref for m in analysis.matches.requirements for e in m.evidence]
    refs += [story.ref for story in analysis.coaching.stories]
    return Side(
        analysis=analysis,
        citations=citations,
        lines={ref: text for ref in dict.fromkeys(refs) if (text := citations.text(ref))},
        asks={r.id: r.text for r in analysis.job.requirements},
        requirements={r.id: r for r in analysis.job.requirements},
        verdicts={m.id: m for m in analysis.matches.requirements},
    )
