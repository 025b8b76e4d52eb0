"""Every spelling of every skill, filed for look-up: one-word forms and a trie of longer ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report_gen.taxonomy.models import Skill
from report_gen.taxonomy.tokens import Token, plain, tokenize, unversioned

END = ""

Row = list[Any]
"""[skill id, spelling, rank, ambiguous, keys]: plain JSON, so that it can be cached; ``keys`` is
one plain word or several stems."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling. ``written`` is the pack's own capitalisation, ``rank`` 0 for a skill's name,
    1 for an alias, 2 for a variant made from one; ``ambiguous`` forms need support."""

    skill: Skill
    written: str
    rank: int
    ambiguous: bool

    @property
    def order(self) -> tuple[bool, int, str]:
        return (self.ambiguous, self.rank, self.skill.id)


@dataclass(frozen=True, slots=True)
class Names:
    """``singles`` by the token's plain form (plural and regional spelling fold); ``longer`` a
    trie over stems, so that "A/B-tested" is "A/B test"."""

    singles: Mapping[str, tuple[Form, ...]]
    longer: Mapping[str, Any]

    def at(self, tokens: Sequence[Token], at: int) -> list[tuple[int, tuple[Form, ...]]]:
        """(end, forms) of every name that starts at token ``at``, the longest first."""
        found: list[tuple[int, tuple[Form, ...]]] = []
        first = tokens[at]
        forms = self.singles.get(first.plain)
        if forms is None and (bare := unversioned(first.plain)) is not None:
            forms = self.singles.get(bare)
        if forms:
            found.append((at + 1, forms))
        after = at + 1
        if after < len(tokens) and tokens[after].glued:
            pair = self.singles.get(plain(first.raw + tokens[after].raw))
            if pair:
                found.append((at + 2, pair))
        found.extend(_walk(self.longer, tokens, at))
        if len(found) > 1:
            found.sort(key=lambda hit: -hit[0])
        return found


def _walk(
    node: Mapping[str, Any], tokens: Sequence[Token], at: int
) -> Iterator[tuple[int, tuple[Form, ...]]]:
    while at < len(tokens):
        below = node.get(tokens[at].stem)
        if below is None:
            return
        at += 1
        if END in below:
            yield at, below[END]
        if at < len(tokens) and not tokens[at].joined:
            return
        node = below


def spelling_key(written: str) -> tuple[str, ...]:
    """What two spellings have in common if look-up can't tell them apart."""
    return _key(tokenize(written))


def name_rows(skills: Mapping[str, Skill]) -> list[Row]:
    """Every spelling, then the variants made from them where no spelling is in their way."""
    rows: list[Row] = []
    made: list[Row] = []
    for skill in skills.values():
        unclear = {spelling_key(form) for form in skill.ambiguous_aliases}
        seen: set[tuple[str, ...]] = set()
        for rank, written in ((0, skill.name), *((1, alias) for alias in skill.aliases)):
            tokens = tokenize(written)
            key = _key(tokens)
            if not key or key in seen:
                continue
            seen.add(key)
            ambiguous = key in unclear
            rows.append([skill.id, written, rank, ambiguous, list(key)])
            for variant in _variants(tokens):
                made.append([skill.id, written, 2, ambiguous, list(spelling_key(variant))])
    taken = {tuple(row[4]) for row in rows}
    for row in made:
        if tuple(row[4]) not in taken:
            taken.add(tuple(row[4]))
            rows.append(row)
    return rows


def build_names(skills: Mapping[str, Skill], rows: Sequence[Row]) -> Names:
    singles: dict[str, list[Form]] = {}
    longer: dict[str, Any] = {}
    shared: list[list[Form]] = []
    for skill_id, written, rank, ambiguous, keys in rows:
        form = Form(skills[skill_id], written, rank, ambiguous)
        if len(keys) == 1:
            forms = singles.setdefault(keys[0], [])
        else:
            node = longer
            for key in keys:
                node = node.setdefault(key, {})
            forms = node.setdefault(END, [])
        forms.append(form)
        if len(forms) == 2:
            shared.append(forms)
    for forms in shared:
        forms.sort(key=lambda form: form.order)
    return Names({key: tuple(forms) for key, forms in singles.items()}, longer)


def _key(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(t.stem for t in tokens) if len(tokens) > 1 else tuple(t.plain for t in tokens)


def _variants(tokens: Sequence[Token]) -> Iterator[str]:
    """ "CI/CD" is also "CI CD" and "CICD"; "feature store" also "featurestore"."""
    words = [t.raw for t in tokens if t.plain != "/"]
    if len(words) < len(tokens):
        yield " ".join(words)
    if len(words) == 2 and len(tokens) - len(words) <= 1 and all(w.isalnum() for w in words):
        whole = "".join(words)
        if len(whole) >= 6 or (len(words) < len(tokens) and len(whole) >= 4):
            yield whole
