"""Wrapped lines back into one text, with words that were hyphenated at line ends made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from report_gen.reading.compounds import (
    CLOSED,
    CLOSED_AFTER,
    CUT_ADVERBS,
    ENDINGS,
    KEPT,
    LINKING,
    OPEN_AFTER,
    PREFIXED,
    SUFFIXES,
)
from report_gen.reading.models import Line

_TAIL = re.compile(r"[^\W\d_]+-\Z")
_OPEN_ADDRESS = re.compile(r"[\w.+-]+[.+_-]|[\w.+-]+@(?:[\w-]+\.)*[\w-]*[.-]?")
_ADDRESS = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,24}")
_LAST_TOKEN = re.compile(r"\S+\Z")
_FIRST_TOKEN = re.compile(r"\S+")


def join_wrapped(lines: Iterable[Line | str]) -> str:
    """The lines of one paragraph as one text.

    A hyphen at a line's end is dropped when it only broke a word (``recom-`` + ``mendation``) and
    kept where it belongs to one (``state-of-`` + ``the-art``, ``A/B-`` + ``test``, ``COVID-`` +
    ``19``, ``pre-`` + ``existing``). Addresses broken over lines are closed up again.
    """
    text = ""
    for line in lines:
        piece = (line if isinstance(line, str) else line.text).replace("\t", " ").strip()
        piece = re.sub(r" {2,}", " ", piece)
        if not piece:
            continue
        text = _join(text, piece) if text else piece
    return text


def join_addresses(lines: list[Line]) -> list[Line]:
    """Lines with e-mail addresses that a narrow column broke in two made one again.

    Only where a line is a single word and the next one (below it, in the same column) completes it
    to an address: ``anna.maria-`` over ``nowak@example.org``, ``jo.doe@`` over ``example.org``.
    """
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _completes_address(last, line):
            spans = (*last.spans, *line.spans)
            joined[-1] = replace(last, text=last.text + line.text, spans=spans, bottom=line.bottom)
        else:
            joined.append(line)
    return joined


def _completes_address(above: Line, line: Line) -> bool:
    if above.column != line.column or above.page != line.page or line.gap > 0.8 or line.marker:
        return False
    if (
        _ADDRESS.fullmatch(above.text)
        or " " in above.text
        or "\t" in above.text
        or not _OPEN_ADDRESS.fullmatch(above.text)
    ):
        return False
    return _ADDRESS.fullmatch(above.text + line.text) is not None


def _join(left: str, right: str) -> str:
    last = _LAST_TOKEN.search(left)
    first = _FIRST_TOKEN.match(right)
    if last is None or first is None:
        return f"{left} {right}".strip()
    tail, head = last.group(), first.group()
    if left.endswith("\u00ad"):
        return left[:-1] + right
    if _is_address_broken(tail, head):
        return left + right
    if tail.endswith("-") and len(tail) > 1 and not tail.endswith("--"):
        return left + right if _keeps_hyphen(tail, head) else left[:-1] + right
    if tail.endswith(("–", "/")) and len(tail) > 1 and not left.endswith((" –", " /")):
        return left + right
    return f"{left} {right}"


def _is_address_broken(tail: str, head: str) -> bool:
    """Does an e-mail address or URL go on in the next line?"""
    if re.match(r"(https?://|www\.)\S*[/.\-_?=&]\Z", tail) and not head[0].isupper():
        return True
    if tail.endswith("@") or (head.startswith("@") and len(head) > 1 and "." in head):
        return bool(re.search(r"\w", tail)) and bool(re.search(r"\w", head))
    return bool(re.search(r"\w@[\w.-]*\.\Z", tail)) and head[0].islower()


def _keeps_hyphen(tail: str, head: str) -> bool:
    """Does the hyphen at a line's end belong to the word (or to a range, code or name)?"""
    stem = tail[:-1]
    word = re.split(r"[-/(\"'“‘]", stem)[-1]
    following = re.split(r"[-/),.;:]", head)[0]
    if not _TAIL.search(tail) or not head[0].isalpha():
        return True  # 24- + hour, A/B- + ..., COVID- + 19
    if not head[0].islower() or word.isupper() or not word.isalpha():
        return True  # Anglo- + American, GPU- + bound
    one, two = word.lower(), following.lower()
    if (one + two).startswith(CLOSED):
        return False
    if len(one) == 1:
        return True  # n- + gram: no word is broken after its first letter
    if two in SUFFIXES or two in PREFIXED:
        return True
    if one in CLOSED_AFTER:
        return len(two) > 1 and two not in ENDINGS and not two.startswith(CLOSED_AFTER[one])
    if one in OPEN_AFTER and two.startswith(OPEN_AFTER[one]):
        return True
    if two in ENDINGS or two.startswith("ing"):
        return False
    if len(one) > 6 and one.endswith("ing") and len(two) > 3:
        return True  # reading- + comprehension: hyphenation hardly ever parts a word after -ing
    if len(one) >= 5 and one.endswith("ly") and one not in CUT_ADVERBS and len(two) > 3:
        return True  # slowly- + changing
    if "-" in stem or "-" in head.rstrip("-"):
        return one in KEPT | LINKING or two in LINKING
    return one in KEPT
