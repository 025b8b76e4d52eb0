"""Every spelling of every skill, filed for look-up: one-word forms and a trie of longer ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report_gen.taxonomy.models import Skill
from report_gen.taxonomy.tokens import Token, plain, tokenize, unversioned

END = ""


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
        for end, node in self._walk(self.longer, tokens, at):
            found.append((end, node[END]))
        if len(found) > 1:
            found.sort(key=lambda hit: -hit[0])
        return found

    def _walk(
        self, node: Mapping[str, Any], tokens: Sequence[Token], at: int
    ) -> Iterator[tuple[int, Mapping[str, Any]]]:
        below = node.get(tokens[at].stem)
        if below is None:
            return
        at += 1
        if END in below:
            yield at, below
        if at < len(tokens) and tokens[at].joined:
            yield from self._walk(below, tokens, at)


def build_names(skills: Mapping[str, Skill]) -> Names:
    singles: dict[str, list[Form]] = {}
    longer: dict[str, Any] = {}
    made: list[tuple[str, Form]] = []
    for skill in skills.values():
        unclear = {_key(tokenize(form)) for form in skill.ambiguous_aliases}
        seen: set[tuple[str, ...]] = set()
        for rank, written in _spellings(skill):
            tokens = tokenize(written)
            key = _key(tokens)
            if not key or key in seen:
                continue
            seen.add(key)
            form = Form(skill, written, rank, key in unclear)
            if len(tokens) == 1:
                singles.setdefault(tokens[0].plain, []).append(form)
                continue
            _file(longer, [t.stem for t in tokens], form)
            for variant in _variants(tokens):
                made.append((variant, Form(skill, written, 2, form.ambiguous)))
    for variant, form in made:
        tokens = tokenize(variant)
        if len(tokens) == 1:
            if tokens[0].plain not in singles:
                singles[tokens[0].plain] = [form]
        elif _lookup(longer, [t.stem for t in tokens]) is None:
            _file(longer, [t.stem for t in tokens], form)
    _freeze(longer)
    return Names(
        {key: tuple(sorted(forms, key=lambda f: f.order)) for key, forms in singles.items()}, longer
    )


def spelling_key(written: str) -> tuple[str, ...]:
    """What two spellings have in common if look-up can't tell them apart."""
    return _key(tokenize(written))


def _spellings(skill: Skill) -> Iterator[tuple[int, str]]:
    yield 0, skill.name
    for alias in skill.aliases:
        yield 1, alias


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


def _file(trie: dict[str, Any], keys: Sequence[str], form: Form) -> None:
    node = trie
    for key in keys:
        node = node.setdefault(key, {})
    node.setdefault(END, []).append(form)


def _lookup(trie: Mapping[str, Any], keys: Sequence[str]) -> Any:
    node: Any = trie
    for key in keys:
        node = node.get(key)
        if node is None:
            return None
    return node.get(END)


def _freeze(node: dict[str, Any]) -> None:
    for key, below in node.items():
        if key == END:
            node[key] = tuple(sorted(below, key=lambda f: f.order))
        else:
            _freeze(below)
