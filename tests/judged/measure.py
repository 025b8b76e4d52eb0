"""How near the program's judgement is to the people's: the measures of `make judged`."""

from __future__ import annotations

import json
import re
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import report_gen
from report_gen.job.models import Job
from report_gen.matching import match_requirements
from report_gen.matching.models import Matches
from report_gen.options import Options
from report_gen.pipeline import load_packs
from report_gen.scoring import score_fit
from report_gen.scoring.models import Assessment
from report_gen.taxonomy.models import Taxonomy
from tests.judged.corpus import Corpus, JudgedPair

TODAY = date(2026, 3, 1)
STATUS = ("missing", "partial", "met")
SAME_LINE = 0.7
"""Two readings of a requirement are the same line from this likeness on."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One pair as the program sees it."""

    job: Job
    matches: Matches
    assessment: Assessment


@dataclass(frozen=True, kw_only=True)
class Row:
    """One requirement, the people's word against the program's."""

    person: str
    job: str
    id: str
    text: str
    wanted: str
    got: str
    score: float
    cited: tuple[str, ...]
    given: tuple[str, ...]
    why: str


@dataclass(kw_only=True)
class Sheet:
    values: dict[str, float] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    gaps: list[tuple[JudgedPair, str, bool, tuple[str, ...]]] = field(default_factory=list)
    grades: list[tuple[str, str, int, float, float]] = field(default_factory=list)
    ratings: list[tuple[str, str, int, int]] = field(default_factory=list)


def judge(corpus: Corpus, today: date = TODAY) -> dict[tuple[str, str], Judged]:
    """Every pair of the corpus, matched and scored."""
    taxonomy, options = load_packs(), Options(today=today)
    resumes = {
        k: report_gen.parse_resume(json.dumps(v).encode(), filename="resume.json", today=today)
        for k, v in corpus.people.items()
    }
    jobs = {k: report_gen.parse_job(text=j.text) for k, j in corpus.jobs.items()}
    out = {}
    for person, job in corpus.grades:
        matches = match_requirements(resumes[person], jobs[job], taxonomy, options)
        assessment = score_fit(matches, resumes[person], jobs[job], taxonomy, options)
        out[person, job] = Judged(job=jobs[job], matches=matches, assessment=assessment)
    return out


def measure(corpus: Corpus, judged: dict[tuple[str, str], Judged]) -> Sheet:
    """All measures, and the rows behind them."""
    sheet = Sheet()
    _fit(corpus, judged, sheet)
    _requirements(corpus, judged, sheet)
    _gaps(corpus, judged, sheet)
    _dimensions(corpus, judged, sheet)
    return sheet


def _fit(corpus: Corpus, judged: dict[tuple[str, str], Judged], sheet: Sheet) -> None:
    for (person, job), grade in corpus.grades.items():
        fit = judged[person, job].assessment.fit
        sheet.grades.append((person, job, grade, fit.score, fit.grade))
    wanted = [g for _, _, g, _, _ in sheet.grades]
    scores = [s for _, _, _, s, _ in sheet.grades]
    guessed = [g for *_, g in sheet.grades]
    sheet.values["fit.spearman"] = spearman(wanted, scores)
    sheet.values["fit.ordering_within_job"] = _ordering(sheet)
    whole = [min(4, max(0, round(g))) for g in guessed]
    sheet.values["fit.grade_kappa"] = kappa(wanted, whole, 5, 2)
    sheet.values["fit.grade_mae"] = statistics.fmean(
        abs(a - b) for a, b in zip(wanted, guessed, strict=True)
    )


def _ordering(sheet: Sheet) -> float:
    """Of two people graded apart for one job, how often the better one has more points."""
    won = [
        1.0 if a[3] > b[3] else 0.5 if a[3] == b[3] else 0.0
        for a in sheet.grades
        for b in sheet.grades
        if a[1] == b[1] and a[2] > b[2]
    ]
    return statistics.fmean(won)


def _requirements(corpus: Corpus, judged: dict[tuple[str, str], Judged], sheet: Sheet) -> None:
    first = third = cited = 0
    for pair in corpus.pairs:
        mine = judged[pair.person, pair.job]
        verdicts = {v.id: v for v in mine.matches.requirements}
        wanted = corpus.jobs[pair.job].requirements
        place = same_lines([w.text for w in wanted], [r.text for r in mine.job.requirements])
        for n, w in enumerate(wanted):
            status, refs = pair.labels[w.id]
            verdict = verdicts.get(mine.job.requirements[place[n]].id) if n in place else None
            given = tuple(e.ref for e in verdict.evidence[:3]) if verdict else ()
            if verdict and refs and status != "missing":
                right = [_answers(g, refs, corpus.people[pair.person]) for g in given]
                cited, first, third = cited + 1, first + any(right[:1]), third + any(right)
            sheet.rows.append(
                Row(
                    person=pair.person,
                    job=pair.job,
                    id=w.id,
                    text=w.text,
                    wanted=status,
                    got=verdict.status if verdict else "missing",
                    score=verdict.score if verdict else -1.0,
                    cited=refs,
                    given=given,
                    why=verdict.why if verdict else "not read as a requirement",
                )
            )
    truth = [STATUS.index(r.wanted) for r in sheet.rows]
    guess = [STATUS.index(r.got) for r in sheet.rows]
    sheet.values["match.status_kappa"] = kappa(truth, guess, 3, 1)
    sheet.values["match.status_macro_f1"] = _macro_f1(truth, guess)
    sheet.values["match.evidence_hit1"] = first / cited
    sheet.values["match.evidence_hit3"] = third / cited


def _answers(given: str, refs: tuple[str, ...], person: dict[str, Any]) -> bool:
    """The same line, or a part of a section that was cited as a whole."""
    if any(re.split(r"[\[.]", given)[0] == r for r in refs if "." not in r and "[" not in r):
        return True
    return _fold(quoted(person, given)) in {_fold(quoted(person, r)) for r in refs}


def quoted(person: dict[str, Any], ref: str) -> str:
    """The text at a reference; the reference itself where that is no text."""
    node: Any = person
    for name, index in re.findall(r"([A-Za-z]+)(?:\[(\d+)\])?", ref):
        try:
            node = node[name][int(index)] if index else node[name]
        except (KeyError, IndexError, TypeError):
            return ref
    return node if isinstance(node, str) else ref


def _gaps(corpus: Corpus, judged: dict[tuple[str, str], Judged], sheet: Sheet) -> None:
    """A gap counts as named when half the words of the shorter name are shared."""
    for pair in corpus.pairs:
        names = tuple(g.name for g in judged[pair.person, pair.job].assessment.gaps[:6])
        for want in pair.gaps:
            words = set(_fold(want).split())
            hit = any(
                2 * len(words & own) >= min(len(words), len(own))
                for own in (set(_fold(n).split()) for n in names)
                if own
            )
            sheet.gaps.append((pair, want, hit, names))
    sheet.values["gaps.recall_in_top6"] = statistics.fmean(hit for _, _, hit, _ in sheet.gaps)


def _dimensions(corpus: Corpus, judged: dict[tuple[str, str], Judged], sheet: Sheet) -> None:
    jobs = list(corpus.jobs)
    for person, ratings in corpus.dimensions.items():
        own = judged[person, jobs[0]].matches.dimensions
        for d, rating in ratings.items():
            sheet.ratings.append((person, d, rating, own[d].rating if d in own else 0))
    names = sorted({d for _, d, _, _ in sheet.ratings})
    rho = []
    for d in names:
        wanted = [w for _, name, w, _ in sheet.ratings if name == d]
        got = [g for _, name, _, g in sheet.ratings if name == d]
        rho.append(spearman(wanted, got) if len(set(wanted)) > 1 and len(set(got)) > 1 else 0.0)
    sheet.values["dimensions.mean_spearman"] = statistics.fmean(rho)
    sheet.values["dimensions.rating_mae"] = statistics.fmean(
        abs(w - g) for _, _, w, g in sheet.ratings
    )


def asked_dimensions(corpus: Corpus, jobs: dict[str, Job]) -> float:
    """F1 of the competencies a requirement is about."""
    right = wrong = lacking = 0
    for name, judged in corpus.jobs.items():
        mine = jobs[name].requirements
        place = same_lines([w.text for w in judged.requirements], [r.text for r in mine])
        for n, m in place.items():
            a, b = set(judged.requirements[n].dimensions), set(mine[m].dimensions)
            right, wrong, lacking = right + len(a & b), wrong + len(b - a), lacking + len(a - b)
    return 2 * right / (2 * right + wrong + lacking)


def _fold(text: str) -> str:
    return re.sub(r"[^\w+#%]+", " ", text.casefold()).strip()


def same_lines(wanted: Sequence[str], got: Sequence[str]) -> dict[int, int]:
    """Which of ``got`` is which of ``wanted``: the most alike first, each once."""
    a, b = [_fold(t) for t in wanted], [_fold(t) for t in got]
    table = sorted(
        (
            (_alike(x, y), -i, -j)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
            if 3 * min(len(x), len(y)) >= max(len(x), len(y))
        ),
        reverse=True,
    )
    out: dict[int, int] = {}
    for likeness, i, j in table:
        if likeness >= SAME_LINE and -i not in out and -j not in out.values():
            out[-i] = -j
    return out


def _alike(a: str, b: str) -> float:
    short, long = sorted((a, b), key=len)
    if a == b or (short in long and len(short) >= 0.6 * len(long)):
        return 1.0 if a == b else 0.9
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Rank correlation, ties at their mean rank."""
    return statistics.correlation(_ranks(a), _ranks(b))


def _ranks(values: Sequence[float]) -> list[float]:
    below: Callable[[float], float] = lambda v: sum(w < v for w in values)  # noqa: E731
    return [below(v) + (sum(w == v for w in values) - 1) / 2 for v in values]


def kappa(a: Sequence[int], b: Sequence[int], levels: int, power: int) -> float:
    """Cohen's weighted kappa: disagreement weighs by distance to ``power``."""
    pairs, ca, cb = Counter(zip(a, b, strict=True)), Counter(a), Counter(b)

    def cost(i: int, j: int) -> float:
        return float(abs(i - j) ** power)

    cells = [(i, j) for i in range(levels) for j in range(levels)]
    seen = sum(cost(i, j) * pairs[i, j] for i, j in cells)
    chance = sum(cost(i, j) * ca[i] * cb[j] for i, j in cells) / len(a)
    return 1 - seen / chance


def _macro_f1(truth: Sequence[int], guess: Sequence[int]) -> float:
    scores = []
    for k in range(len(STATUS)):
        both = sum(t == k == g for t, g in zip(truth, guess, strict=True))
        either = sum((t == k) + (g == k) for t, g in zip(truth, guess, strict=True))
        scores.append(2 * both / either if either else 1.0)
    return statistics.fmean(scores)


__all__ = ["Judged", "Sheet", "Taxonomy", "asked_dimensions", "judge", "measure"]
