"""What a line is about: the object of its first deed."""

from __future__ import annotations

import re

from report_gen.coaching.language.models import Token
from report_gen.coaching.language.names import Names
from report_gen.coaching.language.naming import (
    WHICH_ONE,
    ends_a_name,
    whole_name,
)
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import NUMBER, PARTICLES, PREPOSITIONS, Head, is_plural
from report_gen.taxonomy.verbs import is_auxiliary

_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "our",
        "my",
        "their",
        "its",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "all",
        "various",
        "several",
        "some",
        "new",
    ]
)
_BREAKS = frozenset(
    [
        "and",
        "which",
        "who",
        "that",
        "so",
        "from",
        "by",
        "to",
        "via",
        "using",
        "including",
        "after",
        "before",
        "while",
        "where",
        "across",
        "through",
        "with",
        "without",
        "into",
        "as",
        "under",
        "over",
        "per",
        "than",
        "because",
        "when",
        "serving",
        "plus",
        "or",
        "but",
        "together",
        "myself",
        "every",
        "each",
        "nobody",
        "everybody",
        "everyone",
        "since",
        "until",
        "how",
        "what",
        "why",
        "whether",
        "i",
        "we",
        "they",
    ]
)
_WHICH = WHICH_ONE | {"of", "about", "over"}
_DIGIT = re.compile(r"\d")
_HELD = re.compile(r"(?:[A-Za-z-]+ )?(?:exposure|experience|knowledge) (?:to|with|of|in) ", re.I)


def own_verb(text: str, head: Head, reader: Reader) -> tuple[int, str] | None:
    """(index, base) of the verb after "I" or "We"; None where another word stands there."""
    ts = tokens(text)
    if head.kind not in ("first", "we") or ts[head.at].low not in ("i", "we"):
        return None
    n = reader._skip(ts, head.at + 1)
    if n >= len(ts) or is_auxiliary(ts[n].low):
        return None
    wanted = next(
        (r for r in reader.table.readings(ts[n].core) if r.form in ("past", "base")), None
    )
    return (n, wanted.base) if wanted is not None else None


OPENING_OF_STATE = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:responsible|accountable|in charge|charged|tasked|entrusted|involved|engaged|busy) (?:for|of|with|in) (?=\S)",
    re.I,
)
"""What stands before the work itself: "Responsible for", "Was involved in"."""


def after_intro(ts: tuple[Token, ...], reader: Reader) -> tuple[str, Head] | None:
    """The deed behind a phrase that leads to it: "Using drones, mapped 340 km of dykes"."""
    for n, token in enumerate(ts[:-1]):
        if token.comma:
            tail = " ".join(t.raw for t in ts[n + 1 :])
            deed = reader.head(tail)
            if deed.kind in ("past", "base", "third", "first", "we"):
                return tail, deed
    return None


def after_state(text: str, reader: Reader) -> tuple[str, Head] | None:
    """ "Responsible for running the till": what one was responsible for, and how it begins."""
    duty = OPENING_OF_STATE.match(text)
    if duty is None:
        return None
    rest = text[duty.end() :]
    found = reader.head(rest)
    doing = found.kind == "gerund" and rest.split()[1:2] != ["of"]
    return rest, found if doing else Head(kind="noun")


def topic_of(text: str, head: Head, reader: Reader, names: Names) -> str:
    """A noun phrase of two to six words for "the ...": "average waiting time"; "" if unsure."""
    ts = tokens(text)
    if head.kind == "intro" and (deed := after_intro(ts, reader)) is not None:
        return topic_of(deed[0], deed[1], reader, names)
    start = head.at + 1 if head.base else head.at
    duty = after_state(text, reader) if head.kind == "state" or head.base == "be" else None
    if duty is not None:
        return topic_of(duty[0], duty[1], reader, names)
    if head.kind in ("state", "passive"):
        start = head.at
        while start < len(ts) and ts[start].low not in PREPOSITIONS:
            start += 1
        start += 1
    if head.kind in ("first", "we", "full", "intro", "other_person", "unsure", "relative"):
        own = own_verb(text, head, reader)
        if own is None and head.kind == "full":
            return ""  # "Churn went down": a sentence, and no object of a deed of one's own
        found = own[0] if own is not None else _deed(ts, reader)
        if found is None or (head.kind == "first" and own is None and ts[head.at].low == "my"):
            return ""
        start = found + 1
    elif head.base:
        # "designed and shipped a PID controller": the object stands after the last verb
        if head.base == "be":
            return ""
        start += head.base.count(" ")
        start = after_verbs(ts, start, reader)
        if (
            start < len(ts) and not reader.table.is_active(head.base)
            and ts[start].low in PREPOSITIONS and ts[start].low not in ("up", "out", "off", "down", "over")
        ):  # fmt: skip
            return ""  # "Deployed on ...": what was deployed is not named
        while start < len(ts) and ts[start].low in (
            "up",
            "out",
            "off",
            "down",
            "over",
            "together",
            "back",
            "with",
            "on",
            "for",
        ):
            start += 1
        if start < len(ts) and ts[start].low == "that":
            return ""
        if head.base in ("help", "assist", "support") and any(
            reader.table.is_form(t.core, "base")
            and not reader.table.also_noun(t.low)
            and reader.table.is_known(t.low)
            for t in ts[start + 1 : start + 4]
        ):
            return ""  # "Helped farmers apply for ...": what was helped with is a deed of theirs
        if (
            head.base in ("help", "assist")
            and start < len(ts)
            and reader.table.is_form(ts[start].core, "base")
            and not ts[start].comma
        ):
            start += 1
        if reader.table.is_active(head.base):
            goal = next(
                (
                    n
                    for n in range(start, len(ts) - 1)
                    if ts[n].low == "to"
                    and ts[n + 1].core[:1].islower()
                    and reader.table.is_form(ts[n + 1].core, "base")
                ),
                None,
            )
            if goal is not None:
                start = goal + 2
        if ts[start : start + 2] and [t.low for t in ts[start : start + 2]] in (
            ["more", "than"],
            ["up", "to"],
            ["at", "least"],
        ):
            start += 2
    while start < len(ts) - 1 and ts[start].low in (
        "up",
        "about",
        "around",
        "nearly",
        "over",
        "roughly",
    ):
        start += 1
    held = _HELD.match(" ".join(t.raw for t in ts[start:]))
    start += len(held.group().split()) if held is not None else 0
    phrase = _noun_phrase(ts, start, reader)
    if head.kind == "metric":
        cut = next(
            (n for n, t in enumerate(phrase) if _DIGIT.match(t.raw.lstrip("+-~$€£"))), len(phrase)
        )
        phrase = phrase[:cut]
    if len(phrase) == 1 and phrase[0].low.endswith("ly"):
        return ""
    text = " ".join(t.raw for t in phrase).strip(' ,.;:"“”')
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return ""
    # Only where the line begins a capital may be the sentence's; later it is the word's own.
    text = whole_name(names.lower_first(text) if phrase and phrase[0] is ts[head.at] else text)
    whole = not text.endswith("/")  # "Java 11 / Spring services" is cut in its name
    return text if whole and len(text.split()) <= 8 and len(text) > 2 else ""


def after_verbs(ts: tuple[Token, ...], start: int, reader: Reader) -> int:
    """Index after "designed, built and rolled out": the object the verbs share."""
    n, ended = start, start
    while n < len(ts):
        if ts[n].low == "and" or (n > start - 1 and ts[n].low in _WITH_VERB and _linked_on(ts, n)):
            n += 1
            continue
        linked = ts[n - 1].comma or ts[n - 1].low == "and"
        verb = any(
            r.form in ("past", "third", "gerund", "base") for r in reader.table.readings(ts[n].core)
        )
        if not linked or not verb:
            break
        n += 1
        while n < len(ts) and ts[n].low in PARTICLES and not ts[n - 1].comma:
            n += 1
        ended = n
    # "Cashing up, ordering, rotas": a list of duties, and no object shared
    return start if ended < len(ts) and ended > start and ts[ended - 1].comma else ended


_WITH_VERB = PARTICLES | frozenset({"for", "on", "with"})


def _linked_on(ts: tuple[Token, ...], n: int) -> bool:
    """Whether the verb goes on after this word: "fought for and won", "rolled out, and tested"."""
    return ts[n].comma or (n + 1 < len(ts) and ts[n + 1].low == "and")


def deed_follows(ts: tuple[Token, ...], n: int, reader: Reader) -> bool:
    """After "and": another deed ("and wrote the guide") and not another noun ("and parcel service")."""
    table, word = reader.table, ts[n].core
    if table.is_form(word, "past"):
        return True
    base = table.base(word, "base") or table.base(word, "third")
    return (
        bool(base)
        and table.is_known(word)
        and (not table.also_noun(base) or reader.verb_at(ts, n) is not None)
    )


def _deed(ts: tuple[Token, ...], reader: Reader) -> int | None:
    for n, token in enumerate(ts):
        if n and ts[n - 1].low == "to":
            continue
        if any(r.form == "past" for r in reader.table.readings(token.core)):
            return n
    return None


def _noun_phrase(ts: tuple[Token, ...], start: int, reader: Reader) -> list[Token]:
    """Tokens of the object up to the first break; "of" is kept once ("move of the click model")."""
    out: list[Token] = []
    ofs = 0
    for n in range(start, len(ts)):
        low = ts[n].low
        if not out and low in PREPOSITIONS and n == start:
            continue
        if not out and low in _ARTICLES | {"every", "each"}:
            continue
        if out and low in ("a", "an") and out[-1].low != "of":
            break
        if (
            low == "and"
            and (len(out) == 1 or (len(out) == 2 and _DIGIT.match(out[0].raw)))
            and n + 2 < len(ts)
            and not out[-1].comma
            and not deed_follows(ts, n + 1, reader)
            and (ts[n + 2].low not in PREPOSITIONS or (ts[n + 2].low == "of" and len(out) == 1))
        ):
            out.append(ts[n])
            continue
        if (
            low == "to"
            and len(out) <= 2
            and out
            and out[-1].core[:1].isupper()
            and n + 2 < len(ts)
            and ts[n + 1].core[:1].isupper()
            and ts[n + 2].core[:1].islower()
            and ts[n + 2].low not in PREPOSITIONS | _BREAKS
        ):
            out.append(ts[n])
            continue
        if (
            low == "and"
            and 1 <= len(out) <= 2
            and not out[-1].comma
            and reader.one_compound(ts, n)
            and not deed_follows(ts, n + 1, reader)
        ):
            out.append(ts[n])
            continue
        if (
            out
            and NUMBER.match(ts[n].raw)
            and out[-1].core.islower()
            and out[-1].low not in _WHICH | _ARTICLES
        ):
            break  # "boot time 4.2 s": the figure is no part of the name
        if out and ends_a_name(ts[n], ts[n + 1] if n + 1 < len(ts) else None):
            break
        if low in _BREAKS or is_auxiliary(low) or (low in PREPOSITIONS and low != "of"):
            break
        if low == "of":
            ofs += 1
            counted = n + 1 < len(ts) and _DIGIT.match(ts[n + 1].raw)
            if ofs > 1 and not counted:  # "the roadmap of a team of 9"
                break
        if (
            out
            and any(r.form == "participle" and r.base != low for r in reader.table.readings(low))
            and "-" not in low
            and not reader.table.is_adjective(low)
        ):
            nxt = ts[n + 1].low if n + 1 < len(ts) else ""
            if not nxt or nxt in PREPOSITIONS:
                break
        if len(out) >= 8 or "(" in ts[n].raw:
            break
        out.append(ts[n])
        titled = ts[n].raw.lower() in reader.words.abbreviations  # "Prof. Dr. Weber"
        if ts[n].raw.endswith((",", ";", ":", ".")) and not titled:
            break
    while out and (out[-1].low in _ARTICLES or out[-1].low in PREPOSITIONS):
        out.pop()
    return out


def the(topic: str) -> str:
    """The topic with an article where English wants one: "the average waiting time"."""
    first = topic.split(" ", 1)[0]
    if not topic:
        return ""
    if _DIGIT.match(first.lstrip("$€£+~")):
        head = re.split(r" (?:of|in|for|per)\b", topic)[0].split()[-1]
        return f"those {topic}" if is_plural(head) else f"the {topic}"
    if first.lower() in (
        "the",
        "a",
        "an",
        "my",
        "our",
        "their",
        "its",
        "all",
        "this",
        "that",
        "each",
        "every",
    ):
        return topic
    if first.endswith(("'s", "’s")):
        return f"the {topic}" if first[:1].islower() else topic
    return f"the {topic}"


def role_after(text: str, head: Head, reader: Reader) -> str:
    """ "3 to 4 rooms a shift, shift lead from 2019": what one was; a figure is no title."""
    if head.kind != "quantity":
        return ""
    for part in text.rstrip(". ").split(", ")[1:]:
        if reader.head(part).kind == "role" and len(part.split()) <= 9:
            return part[:1].upper() + part[1:]
    return ""
