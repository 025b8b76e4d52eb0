"""A line of the resume as one that can be asked about: its kinds of deed, its name, its silences."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from report_gen.coaching.dig_kinds import WEAK, dig_kinds
from report_gen.coaching.digging import Dug
from report_gen.coaching.language.models import Speech
from report_gen.coaching.probe_limits import is_place
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.digging_entries import DeedKind
from report_gen.taxonomy.verbs import verb_table

_LONGEST_NAME = 5
_PRACTICE = re.compile(
    r"\b(?:competition|kaggle|coursework|course project|class project|hackathon|tutorial)\b", re.I
)
_SILENT = {
    "metric": "effect",
    "baseline": "baseline",
    "measured": "measured",
    "outcome": "outcome",
    "own_part": "own_part",
}


def dug_line(
    text: str, speech: Speech, taxonomy: Taxonomy, *, ref: str, name: str, metric: str = "",
    missing: Collection[str] = (),
) -> Dug:  # fmt: skip
    """The line with what its questions need. ``name``: what the line's work is called elsewhere;
    ``missing``: what it leaves out (``own_part``, ``outcome``, ...)."""
    if metric and is_place(text, metric):
        metric = ""  # a place in a field of others: nobody asks what it was before
    kinds = dig_kinds(text, speech, taxonomy.digging, verb_table(taxonomy))
    return Dug(
        text=text,
        kinds=kinds,
        it=_called(name, text, kinds, taxonomy.digging.kinds),
        metric=f"“{metric}”" if metric else "",
        silent=frozenset(_SILENT[m] for m in missing if m in _SILENT),
        names=frozenset(
            m.text
            for m in taxonomy.find_skills(text)
            if " " not in taxonomy.skills[m.id].name  # a product, and no "Activation and retention"
        ),
        live=not ref.startswith(("projects", "education")) and not _PRACTICE.search(text),
        weak=WEAK.match(text) is not None,
        ended=any(
            p.ended_by is not None and p.ended_by.search(text) for p in taxonomy.probes.values()
        ),
    )


def _called(name: str, text: str, kinds: Sequence[str], known: Mapping[str, DeedKind]) -> str:
    """The name where it is one of a thing of the line's first kind, else the kind's own noun in
    the line: "the sepsis dashboard", "the model"; "" where neither stands there."""
    noun = known[kinds[0]].noun if kinds else None
    if noun is None:
        return ""
    short = len(name.split()) <= _LONGEST_NAME and name.lower().startswith("the ")
    if short and noun.search(name) and not re.search(r" of (?!\d)", name):
        return name
    found = noun.search(" ".join(text.split()[:8]))
    if found is None:
        return ""
    word = found.group()
    opens = found.start() == 0 and not word.isupper()
    return f"the {word[:1].lower() + word[1:] if opens else word}"
