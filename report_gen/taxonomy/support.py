"""Whether an unclear name is meant: cues, skills of its kind nearby, enumerations, list items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_gen.taxonomy.models import Skill
from report_gen.taxonomy.names import Form
from report_gen.taxonomy.tokens import Token, is_name_in_s

_BETWEEN = re.compile(
    r"[\s,;/|&()\[\]+·•:-]*(?:(?:and|or|and/or|und|et|y|e\.g\.|such as|like)[\s,]*)?[\s(]*",
    re.IGNORECASE,
)
_NEAR = 6
_ASKED = re.compile(
    r"\b(?:experienced?|knowledge|proficien\w+|familiar\w*|expertise|fluen\w+|skills?|background|command"
    r"|comfortable|versed|hands-on|grasp|years?)\s+(?:[\w-]+\s+){0,2}(?:with|in|of|using)\s+$",
    re.IGNORECASE,
)
_ASKED_END = re.compile(
    r"\s*(?:$|[.,;:()]|(?:and|or|is|for|at|in|on|as|to|plus|preferred|would)\b)", re.IGNORECASE
)
"""Around a proper name: "experience with Snowflake", "knowledge of Rust is a plus"."""

Cues = Mapping[str, Sequence[Sequence[str]]]
"""Skill id -> (context cues, negative cues), each a string of stems between spaces."""


_LONG_NAME = 8
"""A name so long means nothing else in small letters ("tensorflow"), though its short form does."""


@dataclass(slots=True)
class Hit:
    """A name at tokens[first:last]; ``form`` None while it is not decided which skill is meant."""

    first: int
    last: int
    forms: tuple[Form, ...]
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """Decides over names by what stands around them; holds no state of its own."""

    skills: Mapping[str, Skill]
    cues: Cues

    def possible(self, form: Form, tokens: Sequence[Token], first: int, last: int) -> bool:
        skill = form.skill
        raw = tokens[last - 1].raw
        if is_name_in_s(raw) and not form.written.endswith(("s", "S")) and not _shouted(tokens):
            return False
        short = len(form.written) < _LONG_NAME
        if skill.case_sensitive and short and not form.ambiguous and last - first == 1:
            raw = tokens[first].raw
            if form.written != form.written.lower() and not raw.startswith(form.written):
                return False
        cues = self.cues.get(skill.id)
        if not cues or not cues[1] or (last - first > 1 and not form.ambiguous):
            return True
        low, high = max(0, first - _NEAR), last + _NEAR
        near = bag([t.stem for t in tokens[low:high]])
        return not any(cue in near for cue in cues[1])

    def decide(
        self,
        hits: list[Hit],
        tokens: Sequence[Token],
        text: str,
        listed: bool,
        around: Sequence[Token],
        sure: set[str],
    ) -> None:
        """Gives each undecided hit its form where something speaks for it.

        ``around``: the context's tokens; ``sure``: ids surely named in the text or the context.
        """
        stems = [t.stem for t in tokens]
        beside = bag([t.stem for t in around])
        open_hits = [h for h in hits if h.form is None]
        for hit in open_hits:
            rest = bag([*stems[: hit.first], "", *stems[hit.last :]]) + beside
            hit.form = self._supported(hit, tokens, rest, sure, listed) or _asked(hit, tokens, text)
        if any(h.form is None for h in open_hits):
            self._enumerated(hits, tokens, text)

    def _supported(
        self, hit: Hit, tokens: Sequence[Token], rest: str, sure: set[str], listed: bool
    ) -> Form | None:
        alone = listed and _alone(tokens, hit)
        for form in hit.forms:
            skill = form.skill
            written = " ".join(t.raw for t in tokens[hit.first : hit.last])
            if skill.case_sensitive and not listed and not _cased(written, form.written):
                continue
            cues = self.cues.get(skill.id, ((), ()))[0]
            near = any(cue in rest for cue in cues) or self._akin(skill, sure)
            if near and (len(written) > 1 or not listed or alone):
                return form
        return hit.forms[0] if alone else None

    def _akin(self, skill: Skill, sure: set[str]) -> bool:
        """A near substitute is surely meant nearby, or, for proper names ("Go", "Spark"), another
        skill of the same category. Concepts share broad categories, which says too little."""
        if skill.kind not in ("specialised", "language"):
            return False
        return any(
            other != skill.id
            and (
                other in skill.related
                or (skill.case_sensitive and self.skills[other].parent == skill.parent)
            )
            for other in sure
        )

    def _enumerated(self, hits: list[Hit], tokens: Sequence[Token], text: str) -> None:
        for a, b in pairwise(hits):
            self._enumerate_pair(a, b, tokens, text)
        for b, a in pairwise(reversed(hits)):
            self._enumerate_pair(b, a, tokens, text)

    def _enumerate_pair(self, a: Hit, b: Hit, tokens: Sequence[Token], text: str) -> None:
        """Gives an undecided ``b`` the support of its neighbour ``a``; two undecided ones with
        capitals support each other."""
        left, right = (a, b) if a.first < b.first else (b, a)
        between = text[tokens[left.last - 1].end : tokens[right.first].start]
        if b.form is not None or not between or not _BETWEEN.fullmatch(between):
            return
        if between.isspace() or between == "-":
            return
        if a.form is not None:
            b.form = next((f for f in b.forms if _like(f.skill, a.form.skill)), None)
            return
        for f in a.forms:
            for g in b.forms:
                capital = tokens[a.first].raw[0].isupper() and tokens[b.first].raw[0].isupper()
                if capital and f.skill.id != g.skill.id and _like(f.skill, g.skill):
                    a.form, b.form = f, g
                    return


def _asked(hit: Hit, tokens: Sequence[Token], text: str) -> Form | None:
    """A name with its capital where a phrase asks for something one knows or has used."""
    first, last = tokens[hit.first], tokens[hit.last - 1]
    if not (_ASKED.search(text, 0, first.start) and _ASKED_END.match(text, last.end)):
        return None
    written = text[first.start : last.end]
    return next(
        (
            f
            for f in hit.forms
            if f.skill.kind in ("specialised", "language")
            and f.written[:1].isupper()
            and _cased(written, f.written)
        ),
        None,
    )


def _shouted(tokens: Sequence[Token]) -> bool:
    """A text that is all in capitals writes its plurals so too."""
    return not any(t.raw != t.raw.upper() for t in tokens)


def bag(stems: Sequence[str]) -> str:
    return f" {' '.join(stems)} "


def _like(a: Skill, b: Skill) -> bool:
    return (
        a.parent == b.parent or a.dimension == b.dimension or b.id in a.related or a.id in b.related
    ) and "common" not in (a.kind, b.kind)


def _cased(raw: str, written: str) -> bool:
    shouted = written[:3].isupper() and len(written) > 3 and not written.isupper()
    if shouted and raw[1:].islower():
        return raw == written  # "Safe handling" is not SAFe
    return raw == written or (raw[:1].isupper() and raw[1:].lower() == written[1:].lower())


def _alone(tokens: Sequence[Token], hit: Hit) -> bool:
    """The name is a whole item of the list (a version may follow)."""
    before = hit.first > 0 and tokens[hit.first].joined and tokens[hit.first - 1].plain != "/"
    after = (
        hit.last < len(tokens)
        and tokens[hit.last].joined
        and tokens[hit.last].plain != "/"
        and not tokens[hit.last].plain[0].isdigit()
    )
    return not before and not after
