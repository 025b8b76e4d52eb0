"""What a job takes instead of years: "2+ years of X, or strong research plus internships"."""

from __future__ import annotations

import re

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.lines import is_bounded_title
from report_gen.matching.verdict import Verdict
from report_gen.resume.models import Resume

_INSTEAD = re.compile(r"\byears?\b[^.;]*?[,;(]?\s\bor\b\s+([^.;]*)", re.I)
_RESEARCH = re.compile(r"\bresearch|\bpublications?\b|\bpapers?\b", re.I)
_RESEARCHER = re.compile(r"\bresearch|\bpost-?doc|\bscientist|\bdoctoral|\bphd\b", re.I)
_INTERN = re.compile(r"\binternships?\b|\bplacements?\b", re.I)
ALL_SHOWN, ONE_SHOWN = 0.72, 0.55
"""Every part of the other way is shown; one of two is."""


def alternative_to_years(text: str, resume: Resume, lex: Lexicon) -> Verdict | None:
    """The other way a line of years names, as far as the resume shows it; None without one.

    Read are research (positions, papers) and internships; other equivalents cannot be checked.
    """
    found = _INSTEAD.search(text)
    if found is None:
        return None
    offers = found[1]
    research, intern = bool(_RESEARCH.search(offers)), bool(_INTERN.search(offers))
    positions = [(n, w.position) for n, w in enumerate(resume.work)]
    done = [f"work[{n}]" for n, p in positions if _RESEARCHER.search(p)]
    papers = [f"publications[{n}]" for n in range(len(resume.publications))]
    served = [
        f"work[{n}]" for n, p in positions if is_bounded_title(p, lex) and not _RESEARCHER.search(p)
    ]
    parts: list[tuple[str, list[str]]] = []
    if research:
        parts.append(("research", [*done, *papers]))
    if intern:
        parts.append(("internships", served))
    shown = [(name, refs) for name, refs in parts if refs]
    if not shown:
        return None
    names = " and ".join(name for name, _ in shown)
    return Verdict(
        kind="years",
        score=ALL_SHOWN if len(shown) == len(parts) else ONE_SHOWN,
        refs=tuple(ref for _, refs in shown for ref in refs),
        why=f"Instead of the years the job accepts {' and '.join(n for n, _ in parts)};"
        f" your resume shows {names}.",
    )
