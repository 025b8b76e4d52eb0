"""Publications, certificates, awards, languages and interests: short entries, one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_gen.reading.joining import join_wrapped
from report_gen.resume.citations import read_citation
from report_gen.resume.entries import split_entries
from report_gen.resume.folding import fold
from report_gen.resume.languages import split_language
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import Award, Certificate, Publication, Volunteer
from report_gen.resume.paragraphs import Item, Margins
from report_gen.resume.rows import Row
from report_gen.resume.skills import split_keywords
from report_gen.resume.words import ResumeWords

_BY = re.compile(
    r"^(?:published|awarded|issued|granted|presented|given|offered|provided|certified)?\s*(?:by|in|at|from)\s*:?\s+|^(?:publisher|issuer|awarder|issuing organization|authority)\s*:\s*",
    re.I,
)
_OF_NAMES = frozenset(["certification", "certificate", "certified", "specialization", "license", "licence", "associate", "professional", "practitioner", "foundation"])  # fmt: skip
"""What a certificate's name wraps to; nobody who issues one is called so."""
_RENEWED = re.compile(r"\s*\((?=[^()]*(?:19|20)\d\d)[^()]*\b(?:renewed|valid|lapsed|expired|expires?|until|issued|active|recertified)\b[^()]*\)", re.I)  # fmt: skip
_URL = re.compile(r"(?:https?://|www\.)\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Name, who gave or published it, when, what is said about it, and the rows. ``kind``: the
    section it belongs to, if that is another than the one it stands in."""

    name: str
    kind: str = ""
    by: str = ""
    date: str = ""
    url: str = ""
    summary: str = ""
    rows: tuple[Row, ...] = ()


def read_listing(
    items: Sequence[Item], words: ResumeWords, kind: str = "", own: str = ""
) -> list[Listed]:
    """The section's short entries in order; ``own`` is the person's name, as authors are told by."""
    if kind == "certificates" and (issued := _issued(items)):
        return issued
    out: list[Listed] = []
    plain: list[Item] = []
    cited = [i for i in items if kind == "publications" and read_citation(i.text, own, words)]
    for item in items:
        apart = _apart(item, kind, words)
        if apart or (cited and 2 * len(cited) >= len(items)):
            out += _entries(plain, words, kind, own)
            plain = []
            out += [x for one in apart or [(kind, "", item)] if (x := _labelled(*one, words, own, kind))]  # fmt: skip
        else:
            plain.append(item)
    return out + _entries(plain, words, kind, own)


_ISSUED = re.compile(r"(?:issued|ausgestellt|délivré|expedid[oa]|emesso)\b", re.I)


def _issued(items: Sequence[Item]) -> list[Listed]:
    """``Name`` over ``Issuer`` over ``Issued Jun 2026 · Expires Jun 2029``, as profile pages set
    them; [] unless two rows begin so."""
    rows = [r for i in items for r in i.rows]
    if sum(_ISSUED.match(r.text) is not None and bool(r.dates) for r in rows) < 2:
        return []
    out: list[Listed] = []
    above: list[Row] = []
    for row in rows:
        if _ISSUED.match(row.text) and row.dates and above:
            found = row.dates[0]
            out.append(Listed(name=above[0].text, by=", ".join(r.text for r in above[1:2]), date=found.start or found.end, rows=(*above, row)))  # fmt: skip
            above = []
        elif row.text.lower().startswith("credential id") and out:
            out[-1] = replace(out[-1], rows=(*out[-1].rows, row))
        else:
            above.append(row)
    return out + [Listed(name=row.text, rows=(row,)) for row in above]


def _apart(item: Item, kind: str, words: ResumeWords) -> list[tuple[str, str, Item]]:
    """Entries of one line: those with a label of another kind (``Poster: ...``) and those that a
    semicolon or full stop divides. Each with its kind and label."""
    label = re.match(r"([^\W\d_][\w '’/-]{2,30}?)\s*(?::|(?<=[Vv]olunteer|unteering|lunteered)(?:,|\s[–—-]|\s(?=at\s|for\s|with\s)))\s*(?=\S)", item.text)  # fmt: skip
    where = words.listing_labels.get(fold(label.group(1)), "") if label else ""
    spoken = re.match(r"(?:speaks?|fluent in)\s+", item.text, re.I)
    if spoken and split_language(re.split(r"\s+and\s+|,", item.text[spoken.end() :])[0], words)[0]:
        text = re.sub(r"\s+and\s+", ", ", item.text[spoken.end() :])
        return [("languages", "", replace(item, text=text))]
    if label and where and kind:
        return [(where, label.group(1), replace(item, text=item.text[label.end() :]))]
    if kind not in ("certificates", "awards"):
        return []
    if kind == "certificates" and (named := _exams(item, words)):
        return [(kind, "", replace(item, text=p)) for p in named]
    pieces = re.split(
        r";\s+(?![^()]*\))|(?<=[\w)])\.\s+(?=[A-Z])(?![^()]*\))", item.text.rstrip(". ")
    )
    if len(pieces) < 2 or any(len(p.split()) < 2 or len(p.split()) > 14 for p in pieces):
        return []
    return [(kind, "", replace(item, text=p)) for p in pieces]


def _exams(item: Item, words: ResumeWords) -> list[str]:
    """``2024 CKA, AWS Solutions Architect``: several, each with the date that stands once."""
    text, dates = item.text.replace("\t", " "), words.dates.find(item.text)
    if len(dates) > 1 or (dates and re.search(r"\w", text[: dates[0].at]) and re.search(r"\w", text[dates[0].to :])):  # fmt: skip
        return []
    date = f", {text[dates[0].at : dates[0].to].strip(' ()')}" if dates else ""
    bare = text[: dates[0].at] + text[dates[0].to :] if dates else text
    pieces = [p.strip(" .") for p in re.split(r",\s+(?![^()]*\))", bare) if p.strip(" .,")]
    known = len(pieces) > 1 and all(words.skills.names_certificate(p) for p in pieces)
    return [f"{p}{date}" for p in pieces] if known else []


def _labelled(where: str, label: str, item: Item, words: ResumeWords, own: str, kind: str) -> Listed | None:  # fmt: skip
    """The entry with its label: a talk's stands before where it was given."""
    made = _one_line(item, words, where, own)
    if made is None:
        return None
    if where == "languages":
        return Listed(kind=where, name=item.text, rows=item.rows)
    if where == "volunteer":
        name, _, said = item.text.partition(", ")
        said = "" if said.strip(" .").isdigit() else said
        return replace(made, kind=where, name=re.sub(r"^(?:at|for|with)\s+(?:the\s+)?", "", name), by=label, summary=said)  # fmt: skip
    if label and where == "publications" and fold(label) in words.publication_kinds:
        made = replace(made, by=", ".join(filter(None, (label, made.by))))
    return replace(made, kind="" if where == kind else where)


def _entries(items: Sequence[Item], words: ResumeWords, kind: str, own: str) -> list[Listed]:
    heads = [i for i in items if i.kind == "head" and any(r.dates for r in i.rows)]
    lone = heads and len(heads) == len(items) and all(len(i.rows) == 1 for i in items)
    if items and (not heads or lone or _one_each(items)):
        return [x for i in items if (x := _one_line(i, words, kind, own))]
    out: list[Listed] = []
    for entry in split_entries(items, words):
        if not entry.head:
            out += [x for i in entry.body if (x := _one_line(i, words, kind, own))]
            continue
        pieces: list[str] = []
        rows = list(entry.head)
        look = rows[0].look
        wrapped = 0
        for k, row in enumerate(rows):
            texts = _pieces(row)
            if (
                k
                and wrapped == k - 1
                and row.look == look
                and not rows[k - 1].dates
                and texts
                and look != rows[-1].look
            ):
                pieces[-1:] = [f"{pieces[-1]} {texts[0]}"] if pieces else texts[:1]
                texts = texts[1:]
                wrapped = k
            pieces += texts
        said = [i.text for i in entry.body]
        date = _date(rows)
        if not pieces:
            continue
        name, by, extra = pieces[0], "", list(pieces[1:])
        if extra:
            by = _BY.sub("", extra.pop(0))
        elif match := re.match(r"(.+?)\s*(?:,|\s[–—-])\s*([^,]{2,60})\Z", name):
            name, by = match.group(1), match.group(2)
        if by and fold(by) in _OF_NAMES:
            name, by = f"{name} {by}", extra.pop(0) if extra else ""
        out.append(
            Listed(name=name, by=by, date=date, url=_first_url(rows), summary=" ".join([*extra, *said]).strip(),
                   rows=(*rows, *(r for i in entry.body for r in i.rows)))
        )  # fmt: skip
    return out


def _one_each(items: Sequence[Item]) -> bool:
    """Entries of one look, set apart, of which a narrow column wrapped one: one item, one entry."""
    rows = [r for i in items for r in i.rows]
    inner = [r.line.gap for i in items for r in i.rows[1:]]
    if not inner or any(r.bullet or r.flat or r.look != rows[0].look for r in rows):
        return False
    return all(i.rows[0].line.gap > max(inner) + 0.1 for i in items[1:])


def _pieces(row: Row) -> list[str]:
    text = row.text
    for found in sorted(row.dates, key=lambda d: -d.at):
        text = text[: found.at] + " | " + text[found.to :]
    text = _URL.sub(" | ", text)
    pieces = (_balanced(x.strip(" \t,;:|•·–—-")) for x in re.split(r"[|\t•·]|\s[–—]\s", text))
    return [p for x in pieces if (p := x[1:-1] if re.fullmatch(r"\([^()]*\)", x) else x)]


def _first_url(rows: Sequence[Row]) -> str:
    for row in rows:
        if match := _URL.search(row.text):
            return match.group().rstrip(".,)")
        for cell in row.cells:
            if cell.href.startswith("http"):
                return cell.href
    return ""


def _date(rows: Sequence[Row]) -> str:
    for row in rows:
        for found in row.dates:
            return found.end if found.single or found.end else found.start
    return ""


def _one_line(item: Item, words: ResumeWords, kind: str = "", own: str = "") -> Listed | None:
    """``Name, Issuer, 2020`` or a citation: authors, title in quotes, venue, year."""
    rows = item.rows
    text = re.sub(r"\A\[\d{1,3}\]\s*", "", item.text.replace("\t", " | "))
    if not re.search(r"\w", text):
        return None
    cited = read_citation(text, own, words) if kind == "publications" else None
    if cited:
        return Listed(name=cited.title, by=cited.venue, date=cited.year, url=_first_url(rows), summary=text, rows=rows)  # fmt: skip
    dates = words.dates.find(text)
    date = (dates[-1].end or dates[-1].start) if dates else ""
    quoted = re.search(r"[\"“”«„]([^\"“”»]{8,})[\"“”»]", text)
    if quoted:
        name = quoted.group(1).strip(" ,.")
        return Listed(name=name, date=date, url=_first_url(rows), summary=text, rows=rows)
    if len(text.split()) > 14 and text.count(".") >= 2:
        sentences = [s.strip() for s in re.split(r"\.\s+", text) if s.strip()]
        name = max(sentences[:3], key=lambda s: len(s.split()) - 3 * s.count(","))
        return Listed(name=name, date=date, url=_first_url(rows), summary=text, rows=rows)
    bare = text
    if (renewed := _RENEWED.search(text)) and (told := words.dates.find(renewed.group())):
        bare = text[: renewed.start()] + text[renewed.end() :]
        date, dates = told[0].start, words.dates.find(bare)
    for found in reversed(dates):
        apart = not re.search(r"\w", bare[found.to :]) or not re.search(r"\w", bare[: found.at])
        named = kind == "publications" and found.single and re.search(r"[A-Za-z]\s\Z", bare[: found.at])  # fmt: skip
        if apart and not named:  # "ICRA 2023" is a name
            bare = bare[: found.at] + bare[found.to :]
    bare = re.sub(r"\(\s*\)", "", _URL.sub("", bare)).strip(" ,;|–—-")
    bare = _balanced(re.sub(r"[\s,]+\.?\Z", "", bare))
    parts = [
        _balanced(p.strip(" ,;"))
        for p in re.split(r"\s[|–—-]\s|\s\|\s?|,\s(?=[A-Z])", bare, maxsplit=1)
    ]
    if len(parts) > 1 and fold(parts[1]) in _OF_NAMES:
        parts = [bare]  # "AWS Certified Developer – Associate"
    name = re.sub(r"(?<=\w),?\s+since\s+(?:19|20)\d\d\b.*\Z", "", parts[0] or text)
    return Listed(
        name=name,
        by=_BY.sub("", parts[1]) if len(parts) > 1 else "",
        date=date,
        url=_first_url(rows),
        rows=rows,
    )


def _balanced(text: str) -> str:
    if not re.search(r"\w", text):
        return ""
    if text.count("(") > text.count(")"):
        text = text.rstrip("( ") if text.endswith("(") else text + ")"
    return text.lstrip(") ") if text.count("(") < text.count(")") else text


def as_publication(item: Listed) -> Publication:
    return Publication(
        name=item.name,
        publisher=item.by,
        release_date=item.date,
        url=item.url,
        summary=item.summary,
    )


def as_volunteering(item: Listed) -> Volunteer:
    return Volunteer(
        organization=item.name,
        position=item.by,
        start_date=item.date,
        end_date=item.date,
        summary=item.summary,
    )


def as_certificate(item: Listed) -> Certificate:
    return Certificate(name=item.name, date=item.date, issuer=item.by, url=item.url)


def as_award(item: Listed) -> Award:
    return Award(title=item.name, date=item.date, awarder=item.by, summary=item.summary)


def read_interests(rows: Sequence[Row], ledger: Ledger) -> list[str]:
    ledger.use(rows)
    out: list[str] = []
    margins = Margins(rows)
    listed: list[list[str]] = []
    for k, row in enumerate(rows):
        above = rows[k - 1] if k else None
        goes_on = above is not None and not row.bullet and re.search(r"[,;|•·]", above.text)
        text = row.text.replace("\t", " | ")
        if above is not None and goes_on and (row.flat or not margins.would_fit(above, row)):
            listed[-1].append(text)
        else:
            listed.append([text])
    for texts in listed:
        sentences = re.split(r"(?<=[\w)\"”]{2})\.\s+(?=[A-Z])", join_wrapped(texts))
        if len(sentences) > 1:  # told, not listed
            out += [s.strip(" .") for s in sentences]
        else:
            out += split_keywords(re.sub(r"^[^:]{3,25}:\s*", "", sentences[0]))
    return out
