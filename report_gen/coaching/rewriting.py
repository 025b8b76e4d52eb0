"""A bullet put anew from its own words: what came of it first, then what was done, and one or two
blanks for what this line is silent on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_gen.coaching.deed_kinds import deed_of
from report_gen.coaching.dig_kinds import WEAK
from report_gen.coaching.language.models import Speech
from report_gen.coaching.language.numbers import has_change
from report_gen.coaching.models import Draft, Part, Quote, Text
from report_gen.coaching.wording import Wording
from report_gen.taxonomy.verbs import VerbTable

_WITH = re.compile(r"worked (?:closely )?with\b", re.I)
_PARTED = re.compile(
    r"; |\. (?=\S)|, (?:and |which |thereby |thus )?|: | and (?=[a-z]+ing\b)|, so "
)
_NO_SUBJECT = re.compile(
    r"(?:i|we|it|they|he|she|this|that|and|but|so|from|to|up|down|about)\b", re.I
)
_FIGURE = re.compile(r"\d|\b(?:half|third|quarter|twice|zero|none|doubled|tripled|halved)\b", re.I)
MOST_BLANKS = 2
_BEING = re.compile(
    r"(?:I )?(?:was|were|am|is|are|been) (?=(?:[a-z]+ly )?(?:involved|responsible|engaged|part)\b)",
    re.I,
)
"""What opens a deed that stands behind its result: "involved in moving the jobs"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line as its two halves: what was done, and what came of it (both as written)."""

    deed: str
    result: str


def rewrite_line(
    text: str, ref: str, missing: Sequence[str], wording: Wording, speech: Speech, table: VerbTable,
    slot: str = "effect",
) -> Draft:  # fmt: skip
    """The bullet with blanks where it is silent; no words of ours but the joints. ``slot``: the
    blank for what came of such a deed, "" for none. How a figure was measured is for the
    interview, and no line has room for it."""
    core = text.strip().rstrip(".;")
    told = part_line(core, table)
    if told is not None and not _is_going_on(told.deed, table):
        return _result_first(told, ref, missing, wording, table)
    parts = _opening(core, ref, missing, wording, speech)
    tail = _tail(missing, wording, slot)
    parts += tail
    mine = "own_part" in missing and (speech.team or bool(speech.collaborators))
    blanks = (len(parts) > 1 and not isinstance(parts[0], Quote)) + bool(tail)
    if mine and blanks < MOST_BLANKS:
        parts += [Text(text="; my part:"), wording.blank("own_part")]
    return Draft(parts=(*parts, Text(text=".")))


def _is_going_on(deed: str, table: VerbTable) -> bool:
    """Whether a deed is told in the present: "own 14 clusters" does not stand behind a result."""
    first = deed.split()[0].lower()
    return table.is_form(first, "base") and not table.is_form(first, "past")


def part_line(core: str, table: VerbTable) -> Told | None:
    """The line in two where its end tells a measured result; None where it doesn't, or where the
    result stands first already."""
    for found in _PARTED.finditer(core):
        deed, result = core[: found.start()], core[found.end() :].removeprefix("with ")
        if len(deed.split()) < 3 or deed.count("(") != deed.count(")"):
            continue
        strong = found.group()[0] in ";."
        if deed.count('"') % 2 or has_change(deed) or not _is_result(result, table, strong):
            continue
        return Told(deed=deed, result=result)
    return None


def _is_result(text: str, table: VerbTable, strong: bool) -> bool:
    """Whether the text tells what moved: "returns down 9%", "cutting waits by a third". After a
    ``strong`` stop a remark may follow it; after a comma all of it has to."""
    if not 2 <= len(text.split()) <= 22 or not _FIGURE.search(text):
        return False
    if not text[:1].isalpha() or _NO_SUBJECT.match(text):
        return False  # "5 h to 35 min" says of nothing what moved; "we gave back ..." is a deed
    first = text.split()[0].strip(",")
    effect = table.is_form(first, "gerund", "past") and table.is_result(table.base(first))
    told = any(table.is_change(table.base(w, "past")) for w in text.split()[1:4])
    if table.is_form(first, "gerund", "past") and table.is_known(first) and not (effect or told):
        return False  # the next deed, and not "rejected messages fell"
    pieces = re.split(r"; |\. |, ", text)
    moved = sum(has_change(p) for p in pieces)
    return (
        (effect and has_change(pieces[0]))
        or (moved == len(pieces))
        or (strong and has_change(pieces[0]))
    )


def _result_first(
    told: Told, ref: str, missing: Sequence[str], wording: Wording, table: VerbTable
) -> Draft:
    first, _, rest = told.result.partition(" ")
    base = table.base(first, "gerund") if table.is_form(first, "gerund") else ""
    shown = table.past(base) if base and table.is_result(base) else first
    plain = re.fullmatch(r"[a-z][a-z/-]+", shown) is not None
    parts: list[Part] = (
        [Text(text=shown[:1].upper() + shown[1:]), Quote(quote=rest, ref=ref)]
        if plain
        else [Quote(quote=told.result, ref=ref)]
    )
    if "baseline" in missing:
        parts += [Text(text="(before:"), wording.blank("baseline"), Text(text=")")]
    parts.append(Text(text=" –" if ":" in told.deed else ":"))
    verb, _, object = _BEING.sub("", told.deed).partition(" ")
    deed = table.is_form(verb, "past", "base") and verb[1:].islower()
    parts += (
        [Text(text=verb[:1].lower() + verb[1:]), Quote(quote=object, ref=ref)]
        if deed and object
        else [Quote(quote=_BEING.sub("", told.deed), ref=ref)]
    )
    if "own_part" in missing and "baseline" not in missing:
        parts += [Text(text="; my part:"), wording.blank("own_part")]
    return Draft(parts=(*parts, Text(text=".")))


def _opening(
    core: str, ref: str, missing: Sequence[str], wording: Wording, speech: Speech
) -> list[Part]:
    """The line itself; where it opens with help, or names a thing alone, its verb is asked for."""
    weak = None if _WITH.match(core) else WEAK.match(core)  # "with designers" needs its verb
    if weak and len(core) > weak.end():
        return [wording.blank("strong_verb"), Quote(quote=core[weak.end() :], ref=ref)]
    bare = speech.opening in ("noun", "quantity") and not speech.verb and not speech.label
    if bare and "outcome" in missing and deed_of(core) == "making":
        return [wording.blank("strong_verb"), Quote(quote=core, ref=ref)]
    return [Quote(quote=core, ref=ref)]


def _tail(missing: Sequence[str], wording: Wording, slot: str) -> list[Part]:
    if "outcome" in missing and slot:
        return [Text(text=","), wording.blank(slot)]
    if "baseline" in missing:
        return [Text(text="; the figure before was"), wording.blank("baseline")]
    if "metric" in missing and slot == "effect":
        return [Text(text=", with the figure:"), wording.blank("metric")]
    return []
