"""What a sentence or list entry asks, by its wording: must, wish, duty, or nothing and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from report_gen.job.words import JobWords, fold

Ask = Literal["must", "nice", "duty", ""]

_CLAUSE = re.compile(
    r"\s*(?:[;.!?]|,(?= (?:but|and you|you|we|so|yet|nor|no|not)\b)|\bbut\b|\bhowever\b"
    r"|\band\b(?= (?:do|does|did) not\b))\s*"
)
_BREAK = re.compile(r"[;.!?]|\s[–—-]\s|:\s")
_LIST_JOIN = re.compile(r"^\s*(?:and|or|und|oder|ou|y|en)\b")
_STRENGTH = re.compile(
    r"\b(?:strong|solid|proven|deep|expert\w*|excellent|required|must|at least|minimum|\d+ ?\+? "
    r"?(?:years?|yrs)|proficien\w+|fluent|bachelor\w*|bs|ba|bsc|(?:sehr )?gute|fundierte|"
    r"mehrjährige|abgeschlossene\w*|sichere\w*|fließende\w*)\b"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_PERMIT = re.compile(
    r"(?:you|applicants?|candidates?) (?:(?:will )?need|must have|must hold|require) (?:the )?right to (?:live and )?work\b"
)
"""A condition that is the applicant's to meet, whatever law stands beside it."""
_FIRST_WORD = re.compile(r"^[\W\d_]*(?:to )?([\w-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """``ask``: what the words ask by themselves. ``wish``: the whole of it is only wished for.
    ``why``: a reason to leave it out ("" for none); ``sure``: the reason holds in any section."""

    ask: Ask = ""
    wish: bool = False
    why: str = ""
    sure: bool = False


_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S+\W*|\W*[\w.+-]+@[\w-]+\.[\w.]+\W*")
"""Nothing but an address of the web or of mail."""


def read_wording(text: str, words: JobWords, *, entry: bool) -> Wording:
    """Judge one sentence (or list entry: then a trailing remark "X a plus" is weighed)."""
    folded = fold(text)
    if _ADDRESS.fullmatch(folded):
        return Wording(why="process", sure=True)
    if words.prompt_like.search(folded):
        return Wording(why="boilerplate", sure=True)
    if words.definition.search(folded):
        return Wording(why="definition", sure=True)
    strong = next((why for why, matcher in words.strong if matcher.search(folded)), "")
    wish = _is_wish(folded, words, entry)
    ask = _find_ask(folded, words)
    if words.invitation.search(folded) and not wish:
        return Wording(why="boilerplate", sure=True)
    if words.cancel.search(folded) and not words.cancel.search(_BRACKETS.sub(" ", folded)):
        ask = ask or _find_ask(_BRACKETS.sub(" ", folded), words)  # "(no German needed)"
    elif not wish and words.cancel.search(folded):
        return _weigh_cancel(folded, words, entry)
    deed = starts_with_duty(_FIRST_LABEL.sub("", folded), words)
    duty = entry and (deed or starts_with_duty(folded, words))
    if strong == "legal" and not duty and not _PERMIT.match(folded):
        return Wording(why=strong, sure=True)
    if strong and not (ask == "must" or wish or duty):
        return Wording(ask=ask, wish=wish, why=strong, sure=not entry)
    return Wording(ask="nice" if wish else ask, wish=wish)


_FIRST_LABEL = re.compile(r"^[^:.;]{3,50}:\s+")
"""What an entry puts before the deed ("Resume parsing: extract ...")."""


def starts_with_duty(folded: str, words: JobWords) -> bool:
    """Does it begin with a verb of work (own, building, entwickeln)?"""
    first = _FIRST_WORD.match(folded)
    return bool(first) and first.group(1) in words.duty_verbs  # type: ignore[union-attr]


def starts_with_third_person(folded: str, words: JobWords) -> bool:
    """Does it begin with what the holder of a post does (maintains, advises, teaches)?"""
    verb = folded.split(" ", 1)[0]
    bases = (verb[:-1], verb[:-2], f"{verb[:-3]}y") if verb.endswith("s") else ()
    return not words.duty_verbs.isdisjoint(bases)


def guess_reason(text: str, words: JobWords) -> str:
    """Why a text that asks nothing is there: pay, benefits, legal, process, company or ""."""
    folded = fold(text)
    for why, matcher in words.strong:
        if matcher.search(folded):
            return why
    hits = [(len(set(matcher.findall(folded))), why) for why, matcher in words.weak]
    best = max((count for count, _ in hits), default=0)
    if best == 0:
        return ""
    reasons = [why for count, why in hits if count == best]
    return "company" if "company" in reasons else reasons[0]


def _find_ask(folded: str, words: JobWords) -> Ask:
    if words.duty.search(folded) and not words.not_duty.search(folded):
        return "duty"
    if words.must.search(folded) and not words.not_must.search(folded):
        return "must"
    return "duty" if _tells_of_work(folded, words) else ""


_PRESENT = re.compile(
    r"^(?:(?:as|in|on|at|once|twice|every|each|most|by|from|after|over|during|half|some|sometimes|often"
    r"|there|here|then|day to day|(?:mon|tues|wednes|thurs|fri)days?)\b(?:,? [\w'-]+){0,8}?,? |(?:[\w'-]+ ){1,6}?[\w'-]+, )?"
    r"you (?:(?:also|then|often|usually|mostly|always|still|even) )?(?P<verb>[a-z-]+)\b"
    r"(?! (?:in|at|from|for) (?:our|an?|the|your|home|one)\b)"
)
_NOT_SO = re.compile(
    r"\b(?:we|our|us|if|when|where|because|unless|who|whom|that|which|what|how|once)\b"
)
_NO_WORK = frozenset(
    ("apply", "find", "get", "join", "learn", "make", "meet", "speak", "stay", "understand", "use")
)


_HOLDER = re.compile(
    r"^(?:the|this|our(?: new| next)?) (?:[\w/&-]+ ){0,3}(?:person|engineer|hire|candidate|incumbent|analyst"
    r"|developer|scientist|manager|architect|researcher|lead|post ?holder|role|position|job)\b"
    r"(?: (?:in|on|of|for|at|with) (?:[\w-]+ ){0,2}[\w-]+)? (?P<verb>[a-z-]+s)\b"
)


def _tells_of_work(folded: str, words: JobWords) -> bool:
    """ "You own the ledger", "On Mondays you talk to the mills", "The scientist in this seat
    designs the ranking": work told in the present."""
    holder = _HOLDER.match(folded)
    if holder:
        return starts_with_third_person(holder["verb"], words)
    match = _PRESENT.match(folded)
    if words.not_duty.search(folded):
        return False
    if not match or match["verb"] in _NO_WORK or _NOT_SO.search(folded[: match.start("verb")]):
        return False
    return match["verb"] in words.duty_verbs and not folded.endswith("?")


def _is_wish(folded: str, words: JobWords, entry: bool) -> bool:
    """Is the whole of it a wish? In a list entry the remark must cover the entry, not its tail:
    "Kafka or Flink is a plus" is a wish, "Strong Python; Go a plus" is not."""
    hits = list(words.nice.finditer(folded if entry else _BRACKETS.sub(" ", folded)))
    if not hits:
        return False
    if not entry:
        return hits[0].start() == 0 or _find_ask(folded, words) != "duty"
    return any(_covers(folded, hit.start(), hit.end()) for hit in hits)


_SHORT_FORM = re.compile(r"\b(?:e\.g|i\.e|etc|z\.b)\.")
_OF_ALL = re.compile(r"\s*(?:is|are|would be|will be)\b")
"""What stands behind the last comma says it of everything before ("A degree in X, Y or Z, is ...")."""


def _covers(folded: str, start: int, end: int) -> bool:
    before, after = _SHORT_FORM.sub("", folded[:start]).rstrip(" -–—"), folded[end:]
    if not before.strip(" (-–—:*"):
        return True
    if before.count("(") > before.count(")"):  # a remark in brackets: alone it covers, else not
        inside = before.rsplit("(", 1)[1].strip()
        return not inside and not after.strip(" .)!") and not _STRENGTH.search(before)
    if _BREAK.search(before):
        return False
    if len(after.split()) > 6 and not re.match(r"\s*(?:if|when|but|for|in|,)", after):
        return False
    if "," not in before:
        return True
    head, tail = before.rsplit(",", 1)
    listing = bool(_LIST_JOIN.match(tail)) or " or " in tail or " and " in tail
    listing = listing or not tail.strip() or _OF_ALL.match(tail) is not None
    return listing or not _STRENGTH.search(head)


def _weigh_cancel(folded: str, words: JobWords, entry: bool) -> Wording:
    """ "No PhD needed, but you know Python": what is left when the negated clauses are gone.

    In a list whatever is left stands for itself ("Clear English. No German needed.")."""
    kept: list[str] = []
    for part in filter(None, _CLAUSE.split(folded)):
        if not words.cancel.search(part):
            kept.append(part)
        elif kept and part.startswith("not "):  # "Portuguese? Not needed."
            kept.pop()
    rest = ", ".join(kept)
    if len(rest.split()) < (1 if entry else 3):
        return Wording(why="negated", sure=True)
    ask = _find_ask(rest, words)
    return Wording(ask=ask) if ask or entry else Wording(why="negated", sure=True)
