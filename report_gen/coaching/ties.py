"""What ties a line of a resume to the subject of a gap: its skills, its words, and the company they keep."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from report_gen.matching.words import stems, words
from report_gen.scoring.models import Gap
from report_gen.taxonomy import Taxonomy

CLOSE = 3.0
"""What each skill of a line that is next to one of the gap's counts."""
SHARED = 2
"""So many words shared with the name of a gap are no chance."""
ALIKE = 0.3
"""A line tied by one word, a relation or a field in common is a bridge only where the rest of it keeps
the company of what is asked: a home-monitoring pilot is no monitoring of models."""
PLAINLY = 0.42
"""Where two cues are all that points to a gap: cards that are "saved" save no cost."""
WHOLLY = 0.6
"""So alike are lines about one thing."""
ITS_KIND = 0.4
"""From this likeness to a gap's name on a line is work of its kind."""
HARDLY = 0.2
"""What is certain by a relation needs so much likeness, and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What ties a line to the subject of a gap: it shows a part, its skills are next to it (``kin``), it
    shares words with its name (``headed``: the word the name is about, ``alone``: it has no other,
    ``unknown``: no skill is known of it), what the packs say is near (``clear``: by a phrase), everyday
    words that point to it (``hinted``, ``pointed``: and by no chance), the score that cites it as near,
    a word of the posting's line beyond the name (``told``)."""

    shows: bool = False
    kin: float = 0.0
    named: int = 0
    headed: bool = False
    alone: bool = False
    unknown: bool = False
    clear: bool = False
    hinted: bool = False
    pointed: bool = False
    cited: bool = False
    beside: bool = False
    told: bool = False
    same: bool = False
    like: float = 0.0

    def holds(self) -> bool:
        """Whether the line shares its subject with the gap. One word, a relation or a field in common
        is a chance where the rest of the line keeps other company: a parity checker is no case for
        the cost of serving, though both speak of serving."""
        if self.surely() or self.pointed or self.clear:
            return True
        kin = self.kin > 0 and self.like >= ALIKE
        beside = self.beside and self.like >= (ALIKE if self.hinted else PLAINLY)
        whole = self.told and self.like >= WHOLLY
        return self.cited or (self.same and (kin or beside or whole))

    def surely(self) -> bool:
        """Whether it does by its skills or by the gap's own words."""
        related = self.kin >= CLOSE and self.like >= HARDLY
        least = ALIKE if self.alone or self.beside or self.same else WHOLLY
        headed = self.headed and self.like >= (PLAINLY if self.unknown else least)
        return self.shows or self.named >= SHARED or related or headed


def shares_head(gap: Gap, text: str, taxonomy: Taxonomy) -> bool:
    """Whether a line has the word that the gap's name is about: of "serving cost" that is the cost. A
    "schedule" is no scheduler; of a gap that nothing is known of but its words any of them will do."""
    name = ASIDE.sub(" ", gap.name)
    own = {_root(text[w.start : w.end]) for w in words(text)}
    for item in _ITEM.split(name):
        head = _BEFORE.split(item)[0] if gap.skills else item
        said = [w for w in head.split() if content(w, taxonomy)]
        if own.intersection(map(_root, said[-1:] if gap.skills else said)):
            return True
    return False


def _root(word: str) -> str:
    """A word without what inflects it: "tuned" is of tuning, and "aggregates" are no aggregation."""
    plain = word.strip(".,").casefold().removesuffix("s")
    return re.sub(r"(?<=\w{3})(?:ing|ed|e)$", "", plain)


_ITEM = re.compile(r",|\b(?:and|or)\b|[&/]")
_BEFORE = re.compile(
    r"\s(?:of|in|on|for|with|to|from|by|at|across|behind|over|under|as|about|into|per|than)\s"
)


@lru_cache(maxsize=4096)
def content(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    """The stems of a text that tie it to a subject: no small words, nothing every posting says."""
    return frozenset(s for s in stems(text) if len(s) > 1) - _plain(taxonomy)


@lru_cache(maxsize=4)
def _plain(taxonomy: Taxonomy) -> frozenset[str]:
    common = (*taxonomy.evidence_words.plain_words, *_COMMON)
    return frozenset(s for word in common for s in stems(word))


_COMMON = (
    "analysis", "review", "run", "running", "set", "start", "new", "results", "show", "report",
    "based", "internal", "information", "research", "paper", "papers", "setting", "science",
    "production", "performance", "test", "tests", "line", "lines", "group", "groups", "state",
    "member", "members", "method", "methods", "approach", "way", "ways", "call", "calls", "hour",
    "hours", "write", "writing", "wrote",
)  # fmt: skip
"""Words two lines share by chance: sharing one says nothing about their subjects."""


ASIDE = re.compile(r"\s*\([^)]*\)")
