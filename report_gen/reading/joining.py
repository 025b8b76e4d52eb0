"""Wrapped lines back into one text, with words that were hyphenated at line ends made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from report_gen.reading.models import Line

_TAIL = re.compile(r"[^\W\d_]+-\Z")
_LAST_TOKEN = re.compile(r"\S+\Z")
_FIRST_TOKEN = re.compile(r"\S+")
_KEPT = frozenset(
    "all anti auto back bi by co cost cross cutting data de double e end ex fast first four free "
    "front full future go half hand hard high home in inter key large lead left life long low "
    "mid micro model multi near new non off on one open out over part peer per point post pre "
    "pro product production quasi re real right risk role run second self semi short side single "
    "six small soft state sub super team ten test third three time to top trade two type "
    "ultra under up user value vice web well wide work world write x year zero".split()
)
"""Words that form compounds: ``cross-`` + ``team`` keeps its hyphen, ``recom-`` loses it."""
_SUFFIXES = frozenset(
    "aware based bound centric class cut down driven edge end facing first focused free friendly "
    "functional grade level like line long making off on only oriented out party performance "
    "premise premises price quality ranking ready rich scale serving side source specific "
    "standing stack step style task tech term the time to tuned up wide word".split()
)
"""Words that follow a hyphen in compounds: ``latency-`` + ``aware``."""
_LINKING = frozenset("of the to in and on by".split())


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
    if "-" in stem or "-" in head.rstrip("-"):
        return word.lower() in _KEPT | _LINKING or following.lower() in _SUFFIXES | _LINKING
    return word.lower() in _KEPT or following.lower() in _SUFFIXES
