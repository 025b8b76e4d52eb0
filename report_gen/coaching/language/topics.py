"""What a line is about: the object of its first deed, and a title from its own words."""

from __future__ import annotations

import re

from report_gen.coaching.language.models import Token
from report_gen.coaching.language.names import Names, capital
from report_gen.coaching.language.naming import (
    GOES_ON,
    WHICH_ONE,
    ends_a_name,
    whole_name,
    whole_title,
)
from report_gen.coaching.language.reading import Reader
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import DETERMINERS, NUMBER, PREPOSITIONS, Head
from report_gen.taxonomy.verbs import VerbTable, is_auxiliary

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


def topic_of(text: str, head: Head, reader: Reader, names: Names) -> str:
    """A noun phrase of two to six words for "the ...": "average waiting time"; "" if unsure."""
    ts = tokens(text)
    start = head.at + 1 if head.base else head.at
    if head.kind in ("state", "passive"):
        start = head.at
        while start < len(ts) and ts[start].low not in PREPOSITIONS:
            start += 1
        start += 1
    if head.kind in ("first", "we", "full", "intro", "other_person", "unsure", "relative"):
        own = own_verb(text, head, reader)
        found = own[0] if own is not None else _deed(ts, reader)
        if head.kind == "full" and found is not None and reader.finite(ts) != found:
            return ""
        if found is None or (head.kind == "first" and own is None and ts[head.at].low == "my"):
            return ""
        start = found + 1
    elif head.base:
        # "designed and shipped a PID controller": the object stands after the last verb
        if head.base == "be":
            return ""
        start += head.base.count(" ")
        start = _after_verbs(ts, start, reader)
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
    return text if text and len(text.split()) <= 8 and len(text) > 2 else ""


def _after_verbs(ts: tuple[Token, ...], start: int, reader: Reader) -> int:
    """Index after "designed, built and tested": the object the verbs share."""
    n = start
    while n < len(ts):
        linked = (
            ts[n].low == "and" or (n > 0 and ts[n - 1].comma) or (n > 0 and ts[n - 1].low == "and")
        )
        verb = ts[n].low == "and" or any(
            r.form in ("past", "third", "gerund", "base") for r in reader.table.readings(ts[n].core)
        )
        if not linked or not verb or (ts[n].low == "and" and n + 1 >= len(ts)):
            break
        n += 1
    ended = n > start and ts[n - 1].low != "and"
    return n if ended and n < len(ts) else start


def _deed_follows(ts: tuple[Token, ...], n: int, reader: Reader) -> bool:
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


def _with_object(ts: tuple[Token, ...], n: int) -> bool:
    return n + 1 < len(ts) and (
        ts[n + 1].low in DETERMINERS or NUMBER.match(ts[n + 1].raw) is not None
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
        if (
            low == "and"
            and (len(out) == 1 or (len(out) == 2 and _DIGIT.match(out[0].raw)))
            and n + 2 < len(ts)
            and not out[-1].comma
            and not _deed_follows(ts, n + 1, reader)
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
        if low == "and" and 1 <= len(out) <= 2 and not out[-1].comma and reader.one_compound(ts, n):
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
        return f"those {topic}" if _is_plural(head) else f"the {topic}"
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


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _whole_phrase(words: list[str], table: VerbTable) -> list[str]:
    """A title cut by its length ends before its last preposition, not inside a phrase."""
    doing = [table.is_form(w.strip(",;"), "gerund", "past") for w in words]
    for stops in (PREPOSITIONS | {"to"}, {"and"}):
        for n in range(len(words) - 1, 3, -1):
            if words[n].lower() in stops:
                return whole_title(words[:n], doing[:n])
    return words


def title_of(text: str, head: Head, reader: Reader, names: Names, table: VerbTable) -> str:
    """At most nine of the line's own words, the first verb as "-ing"."""
    ts = tokens(text)
    if head.kind in ("first", "we") and head.at + 1 < len(ts):
        own = own_verb(text, head, reader)
        if own is not None:
            rest = " ".join(t.raw for t in ts[own[0] :])
            found = Head(kind="past", at=0, base=own[1])
            return title_of(rest, found, reader, names, table)
    if head.kind == "intro":  # "Using drones, mapped 340 km of dykes": the deed is the title
        comma = next((n for n, t in enumerate(ts[:-1]) if t.comma), None)
        if comma is not None:
            tail = " ".join(t.raw for t in ts[comma + 1 :])
            deed = reader.head(tail)
            if deed.kind in ("past", "base", "third", "first", "we"):
                return title_of(tail, deed, reader, names, table)
    start = head.at
    words: list[str] = []
    if head.base and head.kind in ("past", "base", "third"):
        first = head.base.split()[0]
        two = " " in head.base
        words.append(table.gerund(first if not two else head.base.split()[1]))
        if two:
            words.insert(0, ts[head.at].raw if "/" in first else first)
        start = head.at + (2 if two else 1)
    if head.base == "be":
        words = []
    shared = _after_verbs(ts, start, reader) if head.base else start
    if shared > start and words and ts[head.at].comma:
        words[-1] += ","
    for n in range(start, len(ts)):
        low = ts[n].low
        if low == "that" and (n == start or head.base in ("notice", "discover")):
            clause = " ".join([*words, *(t.raw for t in ts[n:])])
            if len(clause.split()) > 13:  # up to the next deed
                clause = clause.split(",")[0]
            if len(clause.split()) <= 13:
                return capital(clause.strip(" ,.;:"))
        if (
            low == "and"
            and n + 1 < len(ts)
            and (len(words) >= 3 or (len(words) == 2 and n > shared and _with_object(ts, n + 1)))
            and _deed_follows(ts, n + 1, reader)
        ):
            break
        stop = low in _BREAKS and low not in (
            "and",
            "from",
            "to",
            "with",
            "into",
            "on-call",
            "as",
            "or",
        )
        if stop and len(words) >= 3:
            break
        if head.base and n < shared and low != "and":
            base = reader.table.base(ts[n].core, "past") or reader.table.base(ts[n].core)
            words.append(table.gerund(base) + ("," if ts[n].comma else ""))
            continue
        if head.base and n < shared:
            words.append("and")
            continue
        if low == "and" and head.base and n + 1 < len(ts) and n == start:
            nxt = ts[n + 1]
            if any(r.form in ("past", "base", "third") for r in table.readings(nxt.core)):
                base = table.base(nxt.core, "past") or table.base(nxt.core)
                words += ["and", table.gerund(base)]
                continue
        if (
            words
            and n
            and ts[n - 1].low == "and"
            and words[-1] == table.gerund(table.base(ts[n].core) or "x")
        ):
            continue
        if low in ("from", "by", "with", "as") and len(words) >= 4 and ts[n - 2].low != "what":
            break
        words.append(ts[n].raw)
        if len(words) >= 3 and ts[n].raw.endswith((",", ";", ":")):
            break
        if len(words) >= 9:
            whole = n + 1 >= len(ts) or ts[n + 1].low in PREPOSITIONS
            words = words if whole else _whole_phrase(words, table)
            break
    if head.kind == "full" and not head.base:
        words = [t.raw for t in ts[head.at : head.at + 10]]
        ended = next(
            (
                n
                for n, w in enumerate(words)
                if n > 2 and w.lower() in ("after", "before", "when", "because", "which", "so")
            ),
            len(words),
        )
        words = words[:ended]
        if ended == 10 and len(ts) > head.at + 10:
            words = _whole_phrase(words, table)
    loose = _BREAKS | PREPOSITIONS | _ARTICLES | GOES_ON
    while len(words) > 1 and (
        words[-1].strip(",;:").lower() in loose or is_auxiliary(words[-1].lower())
    ):
        words.pop()
    title = " ".join(words).strip(" ,.;:-–—")
    if title.count("(") != title.count(")"):
        title = title.split("(")[0].strip()
    first, _, rest = title.partition(" ")
    if "/" in first:
        return title
    return capital(first) + (f" {rest}" if rest else "")
