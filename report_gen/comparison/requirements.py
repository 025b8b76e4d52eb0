"""Which requirements moved, and on which line's evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report_gen.comparison.models import EvidenceChange, LineChange, RequirementChange
from report_gen.comparison.pairing import same_words
from report_gen.comparison.sides import Side
from report_gen.matching.models import Evidence, RequirementMatch
from report_gen.scoring.weights import PART_OF_KIND

LEAST = 0.005
"""A score that moved by less is the same to two decimals."""


def requirement_changes(
    old: Side, new: Side, lines: Mapping[str, str], asks: Mapping[str, str]
) -> tuple[RequirementChange, ...]:
    """Those whose status or score moved, those asked for now only, and those no longer asked for."""
    out = [*_asked(old, new, lines, {b: a for a, b in asks.items()})]
    for id_, requirement in old.requirements.items():
        if id_ not in asks:
            match = old.verdicts.get(id_)
            out.append(
                RequirementChange(
                    part=PART_OF_KIND[requirement.kind],
                    text=requirement.text,
                    change="gone",
                    id_then=id_,
                    status_then=match.status if match else None,
                    score_then=match.score if match else None,
                )
            )
    return tuple(out)


def _asked(
    old: Side, new: Side, lines: Mapping[str, str], earlier: Mapping[str, str]
) -> Iterator[RequirementChange]:
    for id_, requirement in new.requirements.items():
        before, match = earlier.get(id_, ""), new.verdicts.get(id_)
        was = old.verdicts.get(before)
        moved_part = before and old.requirements[before].kind != requirement.kind
        if before and not moved_part and not _moved(was, match):
            continue
        yield RequirementChange(
            part=PART_OF_KIND[requirement.kind],
            text=requirement.text,
            change="changed" if before else "new",
            id_then=before,
            id_now=id_,
            status_then=was.status if was else None,
            status_now=match.status if match else None,
            score_then=was.score if was else None,
            score_now=match.score if match else None,
            evidence=_evidence(was, match, old, new, lines),
            why=match.why if match else "",
        )


def _moved(was: RequirementMatch | None, match: RequirementMatch | None) -> bool:
    if was is None or match is None:
        return was is not match
    return was.status != match.status or abs(was.score - match.score) >= LEAST


def _evidence(
    was: RequirementMatch | None,
    match: RequirementMatch | None,
    old: Side,
    new: Side,
    lines: Mapping[str, str],
) -> tuple[EvidenceChange, ...]:
    """What changed about the lines; where nothing did, the line that speaks most. A line that
    stood there before and is only cited since (as the next best) is no new one."""
    back = {b: a for a, b in lines.items()}
    said, says = _spoken(was), _spoken(match)
    changes = []
    for ref, evidence in says.items():
        before = said.get(back.get(ref, ""))
        if before is None and ref in back:
            continue
        change = _change(before, evidence, old, new)
        then = before.strength if before else 0
        changes.append(_told(new, ref, change, then, evidence.strength))
    for ref, evidence in said.items():
        if ref not in lines:
            changes.append(_told(old, ref, "gone", evidence.strength, 0))
    moved = [c for c in changes if c.change != "same"]
    if moved or changes or not says:
        return tuple(moved or changes[:1])
    first = next(iter(says.values()))
    return (_told(new, first.ref, "same", first.strength, first.strength),)


def _spoken(match: RequirementMatch | None) -> dict[str, Evidence]:
    """What speaks for a requirement: the nearest lines of one that is missing do not."""
    if match is None or match.status == "missing":
        return {}
    return {e.ref: e for e in match.evidence}


def _change(before: Evidence | None, now: Evidence, old: Side, new: Side) -> LineChange:
    if before is None:
        return "new"
    if before.strength != now.strength:
        return "stronger" if now.strength > before.strength else "weaker"
    alike = same_words(old.citations.text(before.ref), new.citations.text(now.ref))
    return "same" if alike else "reworded"


def _told(side: Side, ref: str, change: LineChange, then: int, now: int) -> EvidenceChange:
    cite, text = side.citations.short(ref), side.citations.text(ref)
    return EvidenceChange(change=change, cite=cite, text=text, then=then, now=now)
