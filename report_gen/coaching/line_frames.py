"""Questions around a line of the posting, by the form of the line: a piece of work, what will have
been done by some day, or a sentence to the candidate; none around what is no work."""

from __future__ import annotations

import re

from report_gen.coaching.case import Case
from report_gen.coaching.short_form import first_clause
from report_gen.job.models import Requirement
from report_gen.job.sentences import split_sentences
from report_gen.job.times import is_ahead, without_time
from report_gen.taxonomy.verbs import verb_table

_SPEAKS = re.compile(
    r"^(?:[\w’' -]{1,40}?,? )?(?:you|we|i|they|he|she|our|the (?:person|holder|role|team))(?:['’](?:ll|d|ve|re)|\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:you|we|i|they)(?:['’](?:ll|d|ve|re)|\s(?:will|would|can|are|have|own|run))", re.IGNORECASE)  # fmt: skip
_WILL = re.compile(r"^(?:will|would|to be)\b", re.IGNORECASE)
_NO_WORK = re.compile(r"[?\"“”]|^(?:no|not|never|nobody|don['’]?t|be|being|any other|other duties)\b", re.IGNORECASE)  # fmt: skip
LEAST_WORDS = 5


def fits(line: Requirement) -> bool:
    """Whether anything can be asked about a line as a piece of work: one sentence that names some."""
    text = line.text.strip()
    return (
        len(text.split()) >= LEAST_WORDS
        and len(split_sentences(text)) == 1
        and _NO_WORK.search(text) is None
    )


def frames(line: Requirement, case: Case, *, leaders: bool) -> tuple[str, ...]:
    """The forms that fit the line, with its first words where ``{line}`` stands."""
    if not fits(line):
        return ()
    if _is_ahead(line.text, case):
        return _AHEAD_LEADERS if leaders else _AHEAD_PEERS
    if _is_said(line.text):
        return _SAID_LEADERS if leaders else _SAID_PEERS
    return _OF_LEADERS if leaders else _OF_PEERS


def is_plain(line: Requirement, case: Case) -> bool:
    """Whether the line names a piece of work without a sentence around it."""
    return not (_is_ahead(line.text, case) or _is_said(line.text))


def _is_said(text: str) -> bool:
    return any(p.search(text) for p in (_SPEAKS, _SENTENCE, _WILL))


def _is_ahead(text: str, case: Case) -> bool:
    """Whether the line tells of what will have been done: by its time, or as done ("Hired six
    engineers" among the duties)."""
    first = text.split(" ", 1)[0].strip(",").lower()
    known = verb_table(case.taxonomy).known(first)
    done = bool(known) and all(r.form in ("past", "participle") for r in known)
    return is_ahead(text) or done


def in_frame(form: str, line: Requirement) -> str:
    """The question with the line's first words in it."""
    return form.format(line=first_words(line))


def first_words(line: Requirement) -> str:
    """The line by its first clause; where that is no more than its time, by the next one."""
    clause, rest = first_clause(line.text), without_time(line.text)
    lead = len(line.text.strip()) - len(rest)
    if lead and len(clause.rstrip(" …")) < lead + _TELLS:
        return f"… {first_clause(rest)}"
    return clause


_TELLS = 10
"""Letters behind a time from which on a clause says something."""


_OF_PEERS = (
    "On “{line}”: what have you tried so far, and what did you give up?",
    "What makes “{line}” harder here than it sounds?",
    "“{line}”: which part of it is settled, and which would I still decide?",
    "Which piece of “{line}” would you hand to me in the first month?",
    "On “{line}”: what breaks most often today, and how do you notice?",
)
_OF_LEADERS = (
    "After half a year, how would you tell that “{line}” is going well?",
    "On “{line}”: who outside the team has to agree, and on what do they disagree today?",
    "Which result on “{line}” would tell you that the hire was right?",
    "On “{line}”: which decision is waiting for this person?",
    "What did the last person who worked on “{line}” leave behind?",
)
_SAID_PEERS = (
    "The posting says “{line}”: what makes that harder here than it sounds?",
    "The posting says “{line}”: which part of it is settled, and which would I still decide?",
    "The posting says “{line}”: what have you tried so far, and what did you give up?",
    "The posting says “{line}”: with which piece of it would I begin?",
)
_SAID_LEADERS = (
    "The posting says “{line}”: after half a year, how would you tell that it goes well?",
    "The posting says “{line}”: which decision is waiting for this person there?",
    "The posting says “{line}”: who outside the team has to agree to that?",
    "The posting says “{line}”: what did the last person who did it leave behind?",
)
_AHEAD_PEERS = (
    "The posting says “{line}”: how far is that today, and what has held it up?",
    "The posting says “{line}”: what has to be in place before it can begin?",
    "The posting says “{line}”: who has begun on it, and would go on with me?",
    "The posting says “{line}”: which part of it is the uncertain one?",
)
_AHEAD_LEADERS = (
    "The posting says “{line}”: how would you tell at half-time that it will succeed?",
    "The posting says “{line}”: who decides that it is done, and by what?",
    "The posting says “{line}”: what may be left undone so that this gets done?",
    "The posting says “{line}”: what happens if it takes half a year longer?",
)
