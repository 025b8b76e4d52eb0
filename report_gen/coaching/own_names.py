"""What a question calls a line of the resume: a short noun or a doing, never the whole line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from report_gen.coaching.case import Case, has_any
from report_gen.coaching.project_names import project_of
from report_gen.coaching.wording import is_noun, name_work
from report_gen.matching.cuts import may_end, words_that_end
from report_gen.matching.models import LineReading

_DEEDS = frozenset({"past", "base", "third", "first", "we", "intro"})
_MOST = 9
_EMPTY = re.compile(r"(?:“|(?:that|this) (?!hour)|the (?:exposure|work)$|\w+ing$)")
"""Names that stand for a line just quoted: they mean nothing in a question by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkName:
    """``thing``: a noun with its article ("the feature store"); ``made``: the same where others
    can use or run it; ``doing``: the deed as "-ing" ("moving nightly loads to Airflow"). Each is
    "" where it can't be told for sure; ``it`` is the shortest way to name the work."""

    thing: str = ""
    made: str = ""
    doing: str = ""
    it: str = ""


def name_line(line: LineReading, case: Case) -> WorkName:
    """How an interviewer would call the work of this line."""
    return case.once_of(line, _name)


def _name(line: LineReading, case: Case) -> WorkName:
    speech = case.speech(line)
    if case.speaker.foreign:
        return WorkName()
    words = case.taxonomy.language_words
    called = project_of(line)
    name = name_work(
        speech.topic, speech.verb, speech.title, called, speech.opening, words, line.text
    )
    fits = bool(name) and not _EMPTY.match(name) and len(name.split()) <= _MOST
    first = speech.title.split(" ", 1)[0]
    doing = ""
    if (
        speech.opening in _DEEDS and first.lower().endswith("ing")
        and 1 < len(speech.title.split()) <= _MOST + 1 and "/" not in first
    ):  # fmt: skip
        doing = speech.title[:1].lower() + speech.title[1:]
    if not fits or speech.opening in ("role", "oncall", "passive"):
        return WorkName(doing=doing, it=doing or (name if fits else ""))
    if name != called and not is_noun(name):
        return WorkName(doing=doing or name, it=doing or name)
    base = speech.verb.split()[-1].rpartition("-")[2] if speech.verb else ""
    of_deed = base in words.deed_nouns and words.deed_nouns[base] in name
    gathers = re.search(r"(?:(?:club|course|class|classes|group|meetup|lab|hours?)$|team\b)", name)
    made = not gathers and (
        speech.opening in ("noun", "gerund") or base in words.making_verbs or name == called
    )
    return WorkName(
        thing=name, made=name if made and not of_deed and base not in _NOT_MADE else "",
        doing=doing, it=name,
    )  # fmt: skip


def called(line: LineReading, case: Case) -> str:
    """The line's work in a sentence of ours: its short name, else its first words as written."""
    return name_line(line, case).it or f"“{clause(line.text, 10)}”"


_NOT_MADE = frozenset({"lead", "manage", "direct", "head", "chair", "plan", "run", "propose"})
"""Verbs that make nothing others use by themselves: "led the split of ..."."""


_CUT = re.compile(
    r"[;:]\s|\s(?:[-–—]+|→|->)\s|,?\s(?:resulting|leading|which|while|thereby|enabling|"
    r"achieving|cutting|reducing|saving|improving|increasing|so\s+that|in\s+order\s+to)\s",
    re.IGNORECASE,
)
_PARTS = re.compile(r";\s+|(?<=[a-z)])\.\s+(?=[A-Z])")
_TRAILING = re.compile(
    r"(?:\s(?:and|or|of|for|to|with|the|a|an|in|on|by|from|at|using|via|into|across|as|its|our))+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def clause(text: str, most: int = 13, cues: tuple[str, ...] = ()) -> str:
    """The clause of a line that holds a cue, else the first, short enough to be quoted."""
    plain = text.strip().lstrip("-*• ").rstrip(".;, ")
    pieces = [p.strip() for p in _PARTS.split(plain) if len(p.split()) >= 3]
    told = [p for p in pieces if has_any(p.lower(), cues)]
    plain = (told or pieces or [plain])[0]
    for found in _CUT.finditer(plain):
        before = plain[: found.start()]
        if len(before.split()) >= 6 and may_end(plain, found.start()):
            plain = before
            break
    words = plain.split()
    if len(words) > most:
        kept = words[: words_that_end(" ".join(words), most)]
        plain = " ".join(kept).rstrip(",;:(") + " ..."
    if plain.count("(") > plain.count(")"):
        plain = plain[: plain.rindex("(")].rstrip(" ,;") + " ..."
    return _TRAILING.sub("", plain).rstrip(" ,;")
