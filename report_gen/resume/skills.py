"""Skill sections -> groups of keywords, whatever separates them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from report_gen.reading.joining import join_wrapped
from report_gen.resume.folding import fold
from report_gen.resume.ledger import Ledger
from report_gen.resume.models import SkillGroup
from report_gen.resume.paragraphs import Margins
from report_gen.resume.rows import Cell, Look, Row, gap_between, listed_texts, same_look
from report_gen.resume.words import ResumeWords

_LEVEL_MARKS = re.compile(
    r"\s+•+\s*$|\s*(?:[★☆●○■□▪▫◆◇⬤⚫⚪✦✩⭐*]{2,}|[★☆⭐])\s*$|\s*[-–:(]?\s*\b\d\s?/\s?(?:5|10)\)?$|\s*\(?\d{1,3}\s?%\)?$"
)
_OPENERS = re.compile(
    r"^(?:proficient|experienced|skilled|fluent|expert|familiar|knowledge|working knowledge|strong|good|advanced|solid|basic)?\s*(?:knowledge|understanding|skills|experience|command)?\s*(?:in|with|of|at|using)\s+(?=[A-Z])",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[,;|•·●▪◦⋅∙]|\t|\s{3,}|(?<=\s)//(?=\s))\s*")
_SENTENCE = re.compile(
    r"(?<=[\w)+#][\w)+#]\.)(?<!\bincl\.)(?<!\betc\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\besp\.)(?<!\bvs\.)(?<!\bapprox\.)(?<!\badv\.)(?<!\bint\.)(?<!\b[A-Z][a-z]\.)"
    r"\s+(?=[A-Z][\w/+#.&-]*(?:[\s,;(]|$))"
)
"""``HNSW. Spark, Kafka``, but not ``St. Gallen`` nor ``Node.js``."""


@dataclass(slots=True)
class _Group:
    name: str = ""
    level: str = ""
    keywords: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    x0: float = 0.0
    look: Look | None = None
    pending: list[str] = field(default_factory=list)


def read_skills(
    rows: Sequence[Row], words: ResumeWords, ledger: Ledger, start: int = 0, heading: str = ""
) -> list[SkillGroup]:
    """Groups in the order of the page, cited as ``skills[n]`` from ``start`` on.

    ``heading``: the section's, if it is in words of one's own and so names what stands under it.
    """
    groups = [_with_own_name(g, words) for g in _groups(rows, words)]
    groups = _under_heading(groups, heading) if heading else groups
    ledger.use(rows)
    out: list[SkillGroup] = []
    for group in groups:
        keywords = tuple(dict.fromkeys(k for k in group.keywords if k))
        if keywords or group.name:
            if not keywords:
                out.append(SkillGroup(name="", keywords=(group.name,)))
            else:
                out.append(SkillGroup(name=group.name, level=group.level, keywords=keywords))
            ledger.cite(f"skills[{start + len(out) - 1}]", group.rows, 0.95)
    return out


def _under_heading(groups: list[_Group], heading: str) -> list[_Group]:
    """All groups without a name of their own as one with the heading's ("Every day")."""
    nameless = [g for g in groups if not g.name]
    if not nameless:
        return groups
    whole = _Group(
        name=heading,
        keywords=[k for g in nameless for k in g.keywords],
        rows=list(dict.fromkeys(r for g in nameless for r in g.rows)),
    )
    return [whole if g is nameless[0] else g for g in groups if g.name or g is nameless[0]]


def _with_own_name(group: _Group, words: ResumeWords) -> _Group:
    """The group with its name among its keywords where that is what somebody knows: ``Python:
    pandas, SciPy``; and as one keyword where no list follows but what one did with it."""
    known, keywords = words.skills, group.keywords
    if not group.name or not keywords or not known.is_whole(group.name):
        return group
    told = any(len(k.split()) > 4 or words.dates.find(k) for k in keywords)
    if told and not any(known.is_whole(k) for k in keywords):
        return replace(group, name="", keywords=[f"{group.name}: {', '.join(keywords)}"])
    named = words.heading_kind(group.name) or fold(group.name) in words.tool_labels
    if named or not known.is_product(group.name):
        return group
    return replace(group, keywords=[group.name, *keywords])


def _groups(rows: Sequence[Row], words: ResumeWords) -> list[_Group]:
    margins = Margins(rows)
    heads = _head_looks(rows)
    groups: list[_Group] = []
    open_heads: list[_Group] = []
    text_group: _Group | None = None
    last: Row | None = None
    grid = _has_label_column(rows)
    wrapped = {r.number for text in listed_texts(rows) for r in text[1:]}
    apart = gap_between(rows)
    set_apart = {r.number for r in rows if r.apart or 0.0 < apart <= r.line.gap}
    for k, row in enumerate(rows):
        label, rest = _label(row, words)
        if grid and len(row.cells) > 1:
            label, rest = row.cells[0].text.rstrip(":："), ", ".join(c.text for c in row.cells[1:])
        if label:
            text_group = _Group(name=label, rows=[row], pending=[rest] if rest else [])
            groups.append(text_group)
            open_heads = []
        elif _is_head(row, rows, k, heads):
            _flush(groups, words)
            fresh = [
                _Group(name=c.text.rstrip(":："), rows=[row], x0=c.x0, look=c.look)
                for c in row.cells
            ]
            open_heads = _merge_heads(open_heads, fresh, last, row, groups)
            text_group = None
        elif (
            text_group is not None
            and not row.bullet
            and _goes_on(last, row, text_group, margins, row.number in wrapped)
            and (row.number not in set_apart or re.search(r"[,&/-]\Z", text_group.pending[-1]))
        ):
            text_group.pending.append(row.text)
            text_group.rows.append(row)
        else:
            _flush(groups, words)
            text_group = _add_row(row, open_heads, groups)
        last = row
    _flush(groups, words)
    return [g for g in groups if g.keywords or g.name]


def _has_label_column(rows: Sequence[Row]) -> bool:
    """Rows of boxes whose second cells stand in line: the first cells are the groups' names."""
    wide = [r for r in rows if len(r.cells) > 1]
    if (
        len(wide) < 2
        or len(wide) < 0.7 * len(rows)
        or wide[0].flat
        or sum(len(r.cells) > 2 for r in wide) < 2
    ):
        return False
    first, second = wide[0].cells[0], wide[0].cells[1]
    inline = all(
        abs(r.cells[0].x0 - first.x0) < 3 and abs(r.cells[1].x0 - second.x0) < 3 for r in wide
    )
    third = [r.cells[2].x0 for r in wide if len(r.cells) > 2]
    columns = len(third) > 1 and max(third) - min(third) < 3  # a table read down, not across
    alike = all(same_look(r.cells[1].look, second.look) for r in wide)
    if not alike or (columns and same_look(first.look, second.look)):
        return False
    return inline and len({len(r.cells[0].text) for r in wide}) > 1


def _add_row(row: Row, open_heads: list[_Group], groups: list[_Group]) -> _Group | None:
    """Keywords of a row go to the head above, by position where several heads stand side by side."""
    if not open_heads:
        if groups and not groups[-1].name and (row.bullet or len(row.cells) > 1):
            group = groups[-1]
        else:
            group = _Group()
            groups.append(group)
    else:
        group = open_heads[0]
    if len(row.cells) > 1 or len(open_heads) > 1:
        for cell in row.cells:
            target = _under(cell, open_heads) or group
            if cell.look == target.look and not target.keywords:
                target.name = join_wrapped([target.name, cell.text])  # a head wrapped beside pills
                continue
            target.keywords += split_keywords(cell.text)
            if row not in target.rows:
                target.rows.append(row)
        return None
    target = _under(row.cells[0], open_heads) or group
    target.rows.append(row)
    if row.bullet and not re.search(r"[,;|•·]", row.text):
        target.keywords += split_keywords(row.text)
        return None
    target.pending.append(row.text)
    return target


def _under(cell: Cell, heads: Sequence[_Group]) -> _Group | None:
    fitting = [h for h in heads if h.x0 <= cell.x0 + 8]
    return max(fitting, key=lambda h: h.x0) if fitting else None


def _merge_heads(
    before: list[_Group], fresh: list[_Group], last: Row | None, row: Row, groups: list[_Group]
) -> list[_Group]:
    """A head wrapped onto a second row is one head; heads side by side stay open together."""
    if (
        before
        and last is not None
        and last in before[0].rows
        and not any(h.keywords for h in before)
    ):
        for head in fresh:
            twin = next((h for h in before if abs(h.x0 - head.x0) < 4), None)
            if twin is not None and row.line.gap < 0.6:
                twin.name = join_wrapped([twin.name, head.name])
                twin.rows.append(row)
                return before
    groups.extend(fresh)
    return fresh


def _joined(rows: Sequence[str], words: ResumeWords) -> str:
    """Rows of a list as one; where a known skill ends a row and what follows is no part of its
    name, a comma is meant: ``Python, SQL`` over ``Pyomo, Gurobi``."""
    text = ""
    for row in rows:
        last = re.split(r"[,;|•·]\s*(?![^(]*\))", text)[-1].strip()
        first = re.split(r"[,;|•·]\s*(?![^(]*\))", row)[0].strip()
        bare = re.sub(r"\s*\([^()]*\)\Z", "", last)
        whole = words.skills.is_whole
        ends = bool(bare) and whole(bare) and not whole(f"{bare} {first}")
        if ends and first[:1].isalnum() and (not first[:1].islower() or whole(first)):
            text = f"{text}, {row}"
        else:
            text = join_wrapped([text, row])
    return text


_INNER_LABEL = re.compile(r"(?<=[\w)+#][.;])\s+(?=[^\W\d_][\w /&+-]{2,34}:\s+\S)")


def _flush(groups: list[_Group], words: ResumeWords) -> None:
    """What is pending becomes keywords; ``Languages: C, R. Tools: Git`` is two groups."""
    for group in list(groups):
        if not group.pending:
            continue
        first, *rest = _INNER_LABEL.split(_joined(group.pending, words))
        group.pending = []
        group.keywords += split_keywords(first)
        at = groups.index(group)
        for piece in rest:
            name, _, listed = piece.partition(":")
            at += 1
            groups.insert(at, _Group(name=name.strip(), keywords=split_keywords(listed), rows=group.rows))  # fmt: skip


def _goes_on(last: Row | None, row: Row, group: _Group, margins: Margins, wrapped: bool) -> bool:
    """Is the row the rest of the list above? ``wrapped``: its white space says so."""
    if last is None or not group.pending:
        return False
    if wrapped and same_look(last.cells[-1].look, row.look) and not margins.would_fit(last, row):
        return True
    if last.text.rstrip().endswith((",", "&", "-", "/", "|", ";", "·")) or row.text[:1] in ",;)&":
        return True
    if (len(row.cells) > 1 and not row.flat) or (row.flat and row.line.gap >= 0.5):
        return False  # paragraphs of their own are not wrapped
    if not row.flat and not same_look(last.cells[-1].look, row.look):
        return False
    if last.line.x1 - last.line.x0 < 0.5 * (last.edge - last.line.x0):
        return False  # it had room for twice as much
    if row.line.gap > last.line.gap + 0.3 and row.line.gap > 0.6:
        return False
    listed = re.sub(r"\([^)]*\)?", "", " ".join(group.pending))
    return not margins.would_fit(last, row) and bool(re.search(r"[,;|•·]", listed))


def _label(row: Row, words: ResumeWords) -> tuple[str, str]:
    """``Languages: Python, SQL`` or ``Languages<tab>Python, SQL``."""
    text = (
        row.text.replace("\t", " ", 1)
        if row.text.count("\t") == 1 and re.search(r"[:：]\t", row.text)
        else row.text
    )
    match = re.match(r"([^:：,(]{2,45}(?:\([^)]*\))?[^:：,(]{0,30})\s*[:：]\s*(.*)\Z", text)
    match = match or re.match(
        r"([^:：,(.]{2,45}?)\s*\.{3,}\s*(\w.*)\Z", text
    )  # "Cloud ..... AWS, EKS"
    if match and not re.match(r"https?$", match.group(1)) and len(match.group(1).split()) <= 6:
        level = fold(match.group(2))
        if level in words.skill_levels or re.fullmatch(
            r"\d{1,2}\s*/\s*\d{1,2}|\d{1,3}\s?%", match.group(2).strip()
        ):
            return "", ""
        return match.group(1).strip(), match.group(2).strip()
    if (
        len(row.cells) == 2
        and not row.bullet
        and re.search(r"[,;|•·]", row.cells[1].text)
        and not re.search(r"[,;|•·]", row.cells[0].text)
    ):
        return row.cells[0].text.rstrip(":"), row.cells[1].text
    cell = row.cells[0]
    if len(row.cells) == 2 and not row.bullet and _names_languages(cell.text, words):
        return cell.text.rstrip(":"), row.cells[1].text
    if (
        len(row.cells) == 1
        and len(cell.runs) == 2
        and cell.runs[0][1][0]
        and not cell.runs[1][1][0]
    ):
        head, rest = cell.runs[0][0].strip(" -–—|"), cell.runs[1][0].strip(" -–—|:")
        if re.search(r"[,;|•·]", rest) and not re.search(r"[,;|•·]", head):
            return head, rest
    dash = re.match(r"([^,–—]{2,35})\s+[–—-]\s+(.+,.+,.+)\Z", text)
    return (dash.group(1).strip(), dash.group(2)) if dash else ("", "")


def _names_languages(text: str, words: ResumeWords) -> bool:
    """``Mother tongue``, ``Other languages``: a label of languages."""
    folded = fold(text.rstrip(":"))
    return folded in words.fluency or words.listing_labels.get(folded) == "languages"


def _head_looks(rows: Sequence[Row]) -> set[Look]:
    """Looks that only short texts without separators have, where others have other looks."""
    lists = {r.look for r in rows if r.bullet or re.search(r"[,;|•·]", r.text)}
    looks = {r.look for r in rows if not r.bullet}
    return {lk for lk in looks if lk not in lists} if len(looks) > 1 or lists else set()


def _is_head(row: Row, rows: Sequence[Row], k: int, heads: set[Look]) -> bool:
    if (
        row.bullet
        or re.search(r"[,;|•·]", row.text)
        or any(len(c.text.split()) > 6 for c in row.cells)
    ):
        return False
    following = rows[k + 1] if k + 1 < len(rows) else None
    if following is None:
        return False
    if row.text.rstrip().endswith((":", "：")):
        return True
    if following.bullet and not row.bullet:
        return True
    others = [r for r in rows if r.look != row.look]
    prominent = row.look[0] or any(row.look[2] > o.look[2] + 0.6 for o in others)
    return row.look in heads and bool(others) and prominent


def split_keywords(text: str) -> list[str]:
    """``Python, C++ (basic), AWS (S3, EC2)`` -> three keywords; brackets stay together."""
    text = re.sub(r"\betc\.?\s*$|\.\s*$", "", text.strip())
    text = _OPENERS.sub("", text)
    if "," in text or ";" in text:
        text = "; ".join(s.rstrip(".") for s in _SENTENCE.split(text))
    if text.count(" / ") >= 2 and not re.search(r"[,;|•·\t]", text):
        text = text.replace(" / ", ", ")
    pieces: list[str] = []
    depth, start, at, comma = 0, 0, 0, False
    while at < len(text):
        char = text[at]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        match = _SPLIT.match(text, at) if depth == 0 or ")" not in text[at:] else None
        if (
            match
            and match.end() > at
            and (char in ",;|•·●▪◦⋅∙\t" or match.group().strip() or len(match.group()) > 2)
        ):
            _append(pieces, text[start:at], comma)
            comma = char == ","
            at = start = match.end()
            continue
        at += 1
    _append(pieces, text[start:], comma)
    out = []
    for piece in pieces:
        piece = _LEVEL_MARKS.sub("", piece.strip(" \t-–—:")).strip()
        piece = re.sub(r"^(?:and|und|et|y|&)\s+", "", piece)
        if piece and re.search(r"\w", piece):
            out.append(piece)
    return out


_HOW = re.compile(r"\s*(?:for|in|with|at|on|since|from|via|during|when|mostly|mainly)\s+\w")


def _append(pieces: list[str], piece: str, comma: bool) -> None:
    """``FastAPI, for one side project`` is one keyword: a comma does not part a tool from its use."""
    if pieces and comma and _HOW.match(piece):
        pieces[-1] = f"{pieces[-1].rstrip()}, {piece.strip()}"
    else:
        pieces.append(piece)
