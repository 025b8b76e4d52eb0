"""A round as it is held here, and which of them a question of the packs belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from report_gen.coaching.case import Case, soft_lower
from report_gen.coaching.models import Round
from report_gen.coaching.wording import in_quotes
from report_gen.taxonomy.interview import RoleRound

STATED = "the posting says so"
_AGAIN = re.compile(r"_\d+$")
"""What follows the id of a round that is held a second time."""


class HeldRound(RoleRound):
    """A round as it is held here. ``name``: of the step, "" for the usual one. ``inside``: the name
    of the step in which it is asked, "" for a step of its own. ``sure``: how sure, in words.
    ``share``: how much hangs on it beside rounds that test the same."""

    name: str = ""
    inside: str = ""
    sure: str = ""
    share: float = 1.0


def plain(r: RoleRound) -> HeldRound:
    """A round of a role as it is usually held."""
    return HeldRound.model_construct(**dict(r))  # its values were checked with the packs


@lru_cache(maxsize=512)
def kind_of_round(id: str) -> str:
    """The id of its guide: a second take-home is prepared like the first."""
    return _AGAIN.sub("", id)


def homes(ids: Iterable[str], rounds: Sequence[HeldRound]) -> tuple[str, ...]:
    """The rounds held here that material written for ``ids`` belongs to, in the order of these;
    those that only take in its questions come last."""
    wanted = tuple(ids)
    found = [r.id for id in wanted for r in rounds if kind_of_round(r.id) == id]
    found += [r.id for id in wanted for r in rounds if id in r.takes]
    return tuple(dict.fromkeys(found))


def round_name(r: Round) -> str:
    """The round inside a sentence: under the posting's own name, in quotes, or under the usual one."""
    return in_quotes(r.name) if r.sure == STATED else soft_lower(r.name)


def round_title(r: Round) -> str:
    """The same where the usual name keeps its capital."""
    return in_quotes(r.name) if r.sure == STATED else r.name


def dimension_weights(case: Case) -> dict[str, float]:
    """The weights the score used; the role pack's where the score has none."""
    weights = {d.id: d.weight for d in case.dimensions.values() if d.weight > 0}
    return weights or case.role.weights_for(case.level)
