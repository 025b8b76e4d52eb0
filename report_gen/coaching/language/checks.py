"""What is wrong with a sentence somebody is to say aloud."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from report_gen.coaching.language.models import Token
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary

MAX_WORDS = 30
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’]?\s+(?=[\"'“‘(]?[A-Z0-9$€£])")
_DANGLING = re.compile(
    r"\b(?:and|or|but|by|with|the|a|an|of|from|which|that|as|so|because|including|includes?|included|was|were|is|are|to|for|than)\s*[.!?]$"
)
_STRANDED = re.compile(
    r"\b(?:that|which|who|what|whom) (?:[\w'’-]+ ){1,7}(?:by|with|of|from|to|for)[.!?]$", re.I
)
""" "lockers that people never picked up from.": a clause may end with its own preposition."""
_INCLUDED = re.compile(r", [\w-]+(?: [\w-]+)? included[.]$")
""" "..., nights included.": so it ends."""
_STRAY = re.compile(
    r"\s[,.;:!?](?:\s|$)|,,|(?<!\.)\.\.(?!\.)|,\.|;\.|:\.|(?<![A-Z])\.,|\(\s*\)|[{}\[\]<>]{1}(?![\d.=≤≥ ]|\w+>)|\s{2,}|--|\|"
)
_DOUBLED = re.compile(r"\b([a-z]+)\s+\1\b", re.I)
_NOT_AFTER_I = frozenset(
    [
        "responsible",
        "in",
        "on",
        "the",
        "a",
        "an",
        "for",
        "with",
        "of",
        "various",
        "and",
        "my",
        "our",
        "at",
        "as",
        "by",
        "tasked",
        "involved",
    ]
)
_ALLOWED_DOUBLES = frozenset({"had", "that", "is", "so", "very"})


def speech_faults(
    text: str, table: VerbTable | None = None, is_name: Callable[[str], bool] | None = None
) -> list[str]:
    """Each fault as a short sentence, empty if the text can be said.

    With ``table`` the forms of verbs after "I" are checked too. ``is_name`` tells which words
    may begin a sentence in lower case ("dbt").
    """
    faults: list[str] = []
    text = text.strip()
    if not text:
        return ["empty"]
    for match in _DOUBLED.finditer(text):
        if match.group(1).lower() not in _ALLOWED_DOUBLES:
            faults.append(f"doubled word: {match.group(1)}")
    if _STRAY.search(text):
        faults.append("stray punctuation or an unfilled slot")
    if (
        text.count("(") != text.count(")")
        or text.count('"') % 2
        or text.count("“") != text.count("”")
    ):
        faults.append("unbalanced brackets or quotation marks")
    if text[-1] not in ".!?\"'”’":
        faults.append("no full stop")
    for sentence in _SENTENCE.split(text):
        faults += _sentence_faults(sentence.strip(), table, is_name)
    return faults


_OBJECTS = frozenset(
    ["how", "what", "whether", "which", "that", "who", "why", "when", "the", "a", "an", "its", "their"]
)  # fmt: skip


def is_torn(ts: Sequence[Token], table: VerbTable) -> bool:
    """Whether a sentence about a thing has lost its subject or its verb: "Reducing waste and
    checking that valves were tested.", "Quality of work the team is capable of."."""
    first = ts[0].core
    if table.is_form(first, "gerund") and table.is_known(first) and len(ts) > 2:
        aux = next((n for n, t in enumerate(ts) if is_auxiliary(t.low)), None)
        told = any(table.is_form(t.core, "past") for t in ts[1:])
        return aux is None and not told
    if table.is_form(first, "third") and table.is_known(first) and len(ts) > 2:
        return ts[1].low in _OBJECTS  # "Says how many kilos will come off it."
    if first.lower().endswith("ly") and len(ts) > 1:
        return table.is_form(ts[1].core, "third") and table.is_known(ts[1].core)
    return False


def _sentence_faults(
    sentence: str, table: VerbTable | None, is_name: Callable[[str], bool] | None
) -> list[str]:
    faults = []
    words = sentence.split()
    if len(words) > MAX_WORDS:
        faults.append(f"{len(words)} words in a sentence")
    if len(words) < 2 or re.match(r"Not (?:was|were|is|are)\b", sentence):
        faults.append("not a sentence")
    first = words[0].strip("\"'“‘(") if words else ""
    odd = any(c.isupper() or c.isdigit() for c in first) or not first[:1].isalpha()
    if first[:1].islower() and not odd and not (is_name and is_name(first)):
        faults.append(f"begins in lower case: {first}")
    whole = _STRANDED.search(sentence) or _INCLUDED.search(sentence)
    if _DANGLING.search(sentence) and not whole:
        faults.append("ends in the air")
    for match in re.finditer(r"\b[Ii]\b(?!['’/\-.])\s+(\S+)(?:\s+(\S+))?", sentence):
        if match.start() and sentence[match.start() - 1] in "/-&":
            continue
        faults += _after_i(match.group(1), match.group(2) or "", table)
    if table is not None:
        faults += _verb_clashes(words, table)
        if not any(_may_be_finite(w, table) for w in words):
            faults.append("no verb")
    return faults


def _after_i(word: str, after: str, table: VerbTable | None) -> list[str]:
    low = word.strip(".,;:!?\"'”’").lower()
    if low in _NOT_AFTER_I and not (low in ("in", "on", "at", "as") and word.endswith(",")):
        return [f"I {low}"]
    if low in ("is", "are", "were", "has", "does"):
        return [f"broken agreement: I {low}"]
    if table is None or is_auxiliary(low) or low.endswith("ly") or not low.isalpha():
        return []
    readings = table.readings(low)
    forms = {r.form for r in readings}
    if forms == {"third"} or forms == {"gerund"}:
        return [f"broken agreement: I {low}"]
    return []


def _may_be_finite(word: str, table: VerbTable) -> bool:
    low = word.lower().replace("’", "'").strip('.,;:!?"“”()')
    if is_auxiliary(low) or low.endswith(("'m", "'s", "'re", "'ve", "'d", "'ll", "n't")):
        return True
    return any(r.form in ("past", "third", "base") for r in table.readings(low))


def _verb_clashes(words: list[str], table: VerbTable) -> list[str]:
    """Two finite verbs side by side ("worked on led", "was went")."""
    faults = []
    for n, (left, right) in enumerate(pairwise(words)):
        if not left.isalpha() or not right.strip(".,").isalpha():
            continue
        a, b = left.lower(), right.strip(".,").lower()
        second = {r.form for r in table.readings(b)}
        if (
            a in ("was", "were", "is", "are", "be", "been")
            and second
            and second <= {"past", "base"}
            and "past" in second
        ):
            faults.append(f"broken verb: {a} {b}")
        if a in ("did", "to", "can", "could", "will") and second and second <= {"past"}:
            faults.append(f"broken verb: {a} {b}")
        first = {r.form for r in table.readings(a)}
        if first == {"past"} and second == {"past"}:
            faults.append(f"two finite verbs: {a} {b}")
        objectful = n + 2 < len(words) and words[n + 2].lower() in ("the", "a", "an", "my", "our")
        if (
            a in ("on", "covered", "included")
            and "past" in second
            and (objectful or second == {"past"})
        ):
            faults.append(f"two finite verbs: {a} {b}")
    return faults
