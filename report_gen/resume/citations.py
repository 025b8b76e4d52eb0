"""One entry of a list of publications: authors, title, venue and year told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from report_gen.resume.folding import fold
from report_gen.resume.words import ResumeWords

_MARKS = re.compile(r"[*†‡§¶#^⋆∗+¹²³⁴]|(?<=[^\W\d_])\d(?:,\d)*(?=\s|$)")
_JOINTS = re.compile(r"\s*(?:;|,?\s+(?:and|und|et|y|with)\s+(?!al\b)|,?\s*&|,)\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,4}\Z")
_ENDS = re.compile(r"[.:]\s+|,\s+(?=[\"“”«„])|\s+(?=[\"“”«„])")
_DATED = re.compile(r"\.?\s*[(\[]((?:19|20)\d\d)[a-z]?(?:,[^()]*)?[)\]]\s*[.,:]?\s*")
_FOOTNOTE = re.compile(
    r"[(\[]?\s*(?:[*†‡§¶#^⋆∗+¹²]\s*[,:=–-]?\s*|names? in bold\b|bold\b|underlined?\b)?.{0,40}"
    r"\b(?:equal(?:ly)?[ -]contribut\w*|contributed equally|co-?first authors?|(?:joint|shared) first authors?|corresponding authors?|"
    r"alphabetical (?:author )?order|(?:supervised|mentored|advised) (?:students?|mentees|trainees)|names? of (?:students|mentees|trainees)|student (?:author|co-?author)s?|authors? in bold|my name)\b.{0,60}\Z",
    re.I,
)
_TITLE_END = re.compile(
    r"(?<![\W_][^\W\d_])(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)(?<!\bpp)(?<!\bvol)(?<!\bno)(?<!\bet al)(?<!\bed)(?<!\bProc)(?<!\bInt)(?<!\bConf)(?<!\bTrans)(?:\.\s+|(?<=[?!])\s+)(?=[\"“(]?\w)"
)
_VENUE = re.compile(
    r",\s+(?=(?:in:?\s|to appear|under review|submitted|accepted|proc\b|proceedings|journal|trans\b|transactions|"
    r"(?:the )?(?:\d+(?:st|nd|rd|th) )?(?:international |annual |ieee|acm|conference|workshop|symposium)|arxiv|biorxiv|medrxiv|"
    r"[A-ZÄÖÜ][A-Za-z]*[A-Z]{2,}|(?:[\w&:’'-]+\s){0,8}?(?:workshop|conference|symposium|journal|meetup|summit|review|letters|press)\b))",
    re.I,
)  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ALONE = re.compile(r"[,;]?\s*[(\[]?\s*(?:19|20)\d\d[a-z]?\s*[)\]]?\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """``authors`` is "" where none are named; ``year`` as YYYY, "" if none stands there."""

    title: str
    authors: str = ""
    venue: str = ""
    year: str = ""


def is_footnote(text: str) -> bool:
    """``(* equal contribution)``: said of the list's authors, and no entry of it."""
    return len(text.split()) <= 14 and _FOOTNOTE.match(text.strip()) is not None


def read_citation(text: str, own: str, words: ResumeWords) -> Citation | None:
    """The parts of a citation; None if the text has neither authors nor a quoted title.

    ``own`` is the person's name: a list of names written out is one of authors only with it.
    """
    text = re.sub(r"\A\[\d{1,3}\]\s*|(?<=\s)\s+", "", re.sub(r"\s+", " ", text)).strip()
    text = re.sub(r"\s*\((?=[*†‡§])[^()]*\)\.?\Z", "", text)
    authors, year, rest = _authors(text, own)
    quoted = re.match(
        r"\W{0,2}[\"“”«„]([^\"“”»]{8,}?)[\"“”»][.,:]?\s*|['‘](.{8,}?)[,.]?['’][.,:]?(?:\s+|\Z)",
        rest,
    )
    if not authors:
        inner = re.search(r"[\"“«„]([^\"“”»]{8,}?)[\"“”»]", text)
        if inner is None:
            return _title_first(text, own, words)
        before, after = text[: inner.start()].strip(" ,:;–—-"), text[inner.end() :].strip(" ,.;–—-")
        label = re.match(r"(?:[\w-]+\s){0,2}[\w-]+\Z", before)
        venue = ", ".join(filter(None, (before if label else "", after)))
        return _made(inner.group(1), "" if label else before, venue, "", words)
    if quoted:
        return _made(quoted.group(1) or quoted.group(2), authors, rest[quoted.end() :], year, words)
    title, venue = _split_title(rest)
    return _made(title, authors, venue, year, words) if title else None


def _made(title: str, authors: str, venue: str, year: str, words: ResumeWords) -> Citation:
    title = title.strip(" ,;–—-")
    title = title[:-1] if title.endswith(".") else title
    venue = venue.strip(" ,;–—-")
    found = [d for d in words.dates.find(venue) if d.end or d.start]
    said = (found[-1].end or found[-1].start) if found else year
    lead = re.match(r"(?:in|at):?\s+(?=[\"“A-Z0-9])", venue, re.I)
    venue = venue[lead.end() :] if lead else venue
    bare = _ALONE.sub("", venue.rstrip(". "))
    if re.search(r"[,;(\[]\s*\S*\Z", venue[len(bare) :][:3]) or not bare:
        venue = bare  # a year of its own; "ICRA 2023" is a name
    return Citation(
        title=title, authors=authors.strip(" .,:"), venue=venue.strip(" .,;"), year=said
    )


def _title_first(text: str, own: str, words: ResumeWords) -> Citation | None:
    """``Title. A. Author, B. Author. Venue, 2020``."""
    title, rest = _split_title(text)
    if not rest:
        return None
    authors, year, venue = _authors(rest, own)
    if not authors:
        told = len(title.split()) >= 3 and not _YEAR.search(title) and _YEAR.search(rest)
        short = told and len(rest.split()) <= 12 and not re.search(r"\.\s+[A-Z]", rest.strip())
        return _made(title, "", rest, "", words) if short and _TITLE_END.search(text) else None
    return _made(title, authors, venue, year, words)


def _split_title(rest: str) -> tuple[str, str]:
    for end in _TITLE_END.finditer(rest):
        following = re.split(r"\.\s", rest[end.end() :], maxsplit=1)
        asked = rest[end.start() - 1] in "?!"  # "What do people see? A study of ...": one title
        if asked and len(following) > 1 and not _YEAR.search(following[0]):
            continue
        return rest[: end.start()], rest[end.end() :]
    venue = _VENUE.search(rest)
    if venue:
        return rest[: venue.start()], rest[venue.end() :]
    dash = re.match(r"(.{8,}?)\s+[–—|]\s+(.{2,})\Z", rest)
    return (dash.group(1), dash.group(2)) if dash else (rest.rstrip("."), "")


def _authors(text: str, own: str) -> tuple[str, str, str]:
    """The list of authors the text begins with, the year in brackets after it, and the rest."""
    dated = _DATED.search(text)
    if dated and _are_authors(text[: dated.start()], own):
        return text[: dated.start()], dated.group(1), text[dated.end() :]
    best = 0, 0
    for end in _ENDS.finditer(text[:600]):
        if _are_authors(text[: end.start()], own):
            best = end.start(), end.end()
    if not best[1]:  # "A. Author, B. Author, Title, in Venue, 2020"
        for comma in re.finditer(r",\s+", text[:600]):
            if _are_authors(text[: comma.start()], own):
                best = comma.start(), comma.end()
    if best[1]:
        return text[: best[0]], "", text[best[1] :]
    return "", "", text


def _are_authors(text: str, own: str) -> bool:
    """Only names, of which one has initials or is the person's own."""
    bare = re.sub(
        r",?\s*(?:et al\.?|\.\.\.|…|(?:and|&) (?:\d+ |\w+ )?(?:others|co-?authors|colleagues))\s*",
        ", ",
        _MARKS.sub("", text),
    )
    pieces = [
        p.strip(" .") if len(p) > 3 else p.strip() for p in _JOINTS.split(bare) if p.strip(" .,")
    ]
    kinds = [_kind(p) for p in pieces]
    if not pieces or not all(kinds) or kinds[0] == "initials":
        return False
    if any(b == "initials" and a != "surname" for a, b in pairwise(kinds)):
        return False
    names = [n for n in fold(own).split() if len(n) > 1]
    mine = bool(names) and any(
        fold(p).split()[-1:] == names[-1:] or names[-1] in fold(p).split() for p in pieces
    )
    return mine or "short" in kinds or ("initials" in kinds and "surname" in kinds)


def _kind(piece: str) -> str:
    """``short``: a name with initials; ``initials``; ``surname``; ``name``: one written out."""
    tokens = piece.split()
    if not tokens or len(tokens) > 5 or re.search(r"[\d:()?!/\"]", piece):
        return ""
    if len(tokens) <= 2 and all(
        _INITIALS.match(t) and t[0].isupper() and t.upper() == t for t in tokens
    ):
        return "initials"
    initials = surnames = 0
    for token in tokens:
        bare = token.strip(".")
        if fold(token) in _PARTICLES:
            continue
        if not token[:1].isupper() and not re.match(r"[dl]['’]|[ao]l-", token):
            return ""
        if _INITIALS.match(token) and (token.endswith(".") or bare.isupper()) and len(bare) <= 4:
            initials += 1
        elif re.fullmatch(r"[^\W\d_][\w'’-]+", token) and any(c.islower() for c in token):
            surnames += 1
        else:
            return ""
    if not surnames:
        return ""
    return "short" if initials else "surname" if surnames == 1 else "name"


_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "do",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
        "zur",
        "af",
        "jr",
        "sr",
        "ii",
        "iii",
    ]
)
