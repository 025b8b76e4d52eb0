"""The evidence level of a line, by the competency model's cross-cutting rules.

1 named, 2 a deed on a bounded task, 3 others depend on it and it is kept up, 4 level 3 with a
number a business or a user would care about. Model metrics alone never make level 4; team verbs
without an own deliverable cap at 2; ownership verbs lift only together with a production noun.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.metrics import MONEY
from report_gen.matching.models import Metric
from report_gen.matching.words import Word

IMPACT_KINDS = frozenset({"business", "cost", "serving", "delivery"})
_IN_USE = frozenset({"business", "cost", "serving"})
"""What only a thing in use has: it earns, costs or answers."""
_DEEDS = frozenset({"ownership", "creation", "improvement", "analysis"})
_NAMED_ONLY = frozenset({"skill", "summary", "education", "language", "certificate", "position"})


_ARTICLES = frozenset({"the", "a", "an", "of", "our", "their", "its", "for", "in", "with"})
"""After these a word is no verb: "helped with the launch" launches nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a line stands: kind of statement; ``bounded``: an internship, study or own time."""

    kind: str
    bounded: bool = False
    project: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What the words of a line show."""

    verbs: frozenset[str]
    first_verb: str
    own: bool
    owned: bool
    production: bool
    impact: bool
    bounded: bool


def read_signals(
    text: tuple[Word, ...], metrics: tuple[Metric, ...], setting: Setting, lex: Lexicon
) -> Signals:
    """Verbs, own part, production and impact, each from the words of the line itself."""
    nouns = {b.start for a, b in itertools.pairwise(text) if a.stem in _ARTICLES}
    verbs = sorted((h.start, h.key) for h in lex.verb_book.find(text) if h.start not in nouns)
    groups = frozenset(key for _, key in verbs)
    hits = lex.line_book.find(text)
    alive = {h.start for h in lex.unsunk(hits, text)} - {w.start for w in text if w.named}
    marks = {h.key for h in hits if h.key != "production" or h.start in alive}
    first = verbs[0][1] if verbs else ""
    weak = any(h.key == "weak" and h.start < 12 for h in hits)
    deliverable = "own" in marks or bool(groups & {"creation", "improvement", "ownership"})
    told = _told_change(text, marks, lex)
    impact = told or _impact(metrics, groups)
    own = not (
        (first == "support" and not (deliverable or impact))
        or (weak and not ("own" in marks or impact or metrics))
    )
    bounded = "bounded" in marks or setting.bounded or (setting.project and "real_use" not in marks)
    owned = "ownership" in groups and not weak
    production = (
        "production" in marks
        or any(m.kind in _IN_USE for m in metrics)
        or (owned and any(m.kind == "scale" for m in metrics))
        or told
        or any(_moved(m) for m in metrics)
    )
    if setting.project:
        production = "real_use" in marks
    return Signals(
        verbs=groups,
        first_verb=first,
        own=own,
        owned=owned,
        production=production and "bounded" not in marks,
        impact=impact,
        bounded=bounded,
    )


def _impact(metrics: tuple[Metric, ...], verbs: frozenset[str]) -> bool:
    """A number someone other than a modeller cares about; a before and after of anything but a
    model's quality is one, whatever it is called. A sum of money is a size ("$4B of payments a
    year") unless it moved or somebody made it better."""
    return any(
        (
            m.kind in IMPACT_KINDS
            and (m.baseline or m.unit or m.direction)
            and not (m.unit in MONEY and not (m.direction or m.baseline or "improvement" in verbs))
        )
        or _moved(m)
        for m in metrics
    )


def _moved(metric: Metric) -> bool:
    """An outcome before and after: what has moved is in use, whatever it is called. Left out is a
    model's quality, and two decimals below one, which are its quality by another name."""
    if metric.kind == "model_quality" or not metric.direction:
        return False
    if not metric.baseline:
        saved = metric.unit == "hours" and metric.kind == "delivery"
        return saved or (metric.unit == "%" and metric.kind != "")
    return bool(metric.unit) or not (below_one(metric.value) and below_one(metric.baseline))


def below_one(figure: str) -> bool:
    """ "0.112", ".4": the form in which errors and rates of a model are told."""
    return figure.lstrip("~≈ ").startswith(("0.", "."))


def _told_change(text: tuple[Word, ...], marks: set[str], lex: Lexicon) -> bool:
    """A change told in words ("fell by a third", "from two weeks to an afternoon")."""
    if "share" not in marks or not marks & {"up", "down"}:
        return False
    return not any(h.key == "model_quality" for h in lex.metric_book.find(text))


def level_of(signals: Signals, setting: Setting) -> int:
    """0..4 for one line."""
    if setting.kind in _NAMED_ONLY:
        return 1
    if setting.kind in ("publication", "award"):
        return 2
    if not signals.verbs & _DEEDS:
        if setting.project and setting.kind == "project":
            return 2
        named = signals.verbs or setting.kind != "highlight"
        if named and not (signals.production or signals.impact):
            return 1
    level = 2
    if signals.production and not signals.bounded:
        level = 3
    if level == 3 and signals.impact and not setting.project:
        level = 4
    if setting.project:
        level = min(level, 3)
    if signals.bounded or not signals.own:
        level = min(level, 2)
    return level
