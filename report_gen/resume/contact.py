"""The header and contact sections -> name, label, addresses, links; personal data is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report_gen.reading.joining import join_wrapped
from report_gen.resume.folding import fold
from report_gen.resume.models import Basics, Location, Profile
from report_gen.resume.naming import Name, find_name
from report_gen.resume.phones import find_phone, with_country
from report_gen.resume.rows import Row, Sheet, same_look
from report_gen.resume.words import ResumeWords

if TYPE_CHECKING:
    from report_gen.reading.models import Link

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|dev|me|de|co|eu|fr|es|it|nl|pl|uk|ch|at|be|se|no|dk|fi|pt|br|in|us|ca|au|edu|app|tech|info|page|site|xyz|blog|cv)(?:/[^\s|,;<>()]*)?(?![\w@.-]*@)"
    r"|(?<![@\w.-])[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*\.(?!js/|py/)[a-z]{2,10}/[\w~@-][^\s|,;<>()]*",
    re.I,
)
_PIECES = re.compile(r"\s*(?:\t|\s\|\s|\||[•·●∙⋅]|\s[–—]\s|\s[~*◆◇♦⋄▪■|]+\s|;\s)\s*")


@dataclass(slots=True)
class Contact:
    """What was found; ``used``: reference -> rows. ``personal``: kinds of data left out."""

    basics: Basics = field(default_factory=Basics)
    used: dict[str, list[Row]] = field(default_factory=dict)
    spent: set[int] = field(default_factory=set)
    personal: list[str] = field(default_factory=list)
    leftover: list[Row] = field(default_factory=list)


def read_contact(
    sheet: Sheet,
    header: Sequence[Row],
    contact: Sequence[Row],
    links: Sequence[Link],
    words: ResumeWords,
) -> Contact:
    """``header``: rows before the first heading; ``contact``: rows of contact sections."""
    out = Contact()
    rows = _without_personal([*header, *contact], words, out)
    name = find_name(sheet, rows, words)
    places = rows or list(sheet.rows[:12])
    email = _email(places, sheet, links, out)
    phone = _phone(places, sheet, links, out)
    url, profiles = _links(places, links, email, words, out)
    for n, profile in enumerate(profiles):
        shown = [r for r in places if profile.username.lower() in r.text.lower()]
        out.used[f"basics.profiles[{n}]"] = shown[:1] or places[:1]
    if name.row is not None:
        out.used["basics.name"] = [name.row, *name.more]
        out.spent.update(r.number for r in out.used["basics.name"])
    label = _label(name, rows, words, out)
    location = _location(places, name, words, out)
    _spend_labels(rows, words, out)
    out.leftover = [r for r in rows if r.number not in out.spent]
    out.basics = Basics(
        name=name.text, label=label, email=email, phone=phone, url=url, location=location,
        profiles=profiles,
    )  # fmt: skip
    return out


def _without_personal(rows: Sequence[Row], words: ResumeWords, out: Contact) -> list[Row]:
    """Birth dates and the like are recognised, noted and kept out."""
    kept: list[Row] = []
    for row in rows:
        kinds = personal_kinds(row.text, words)
        if kinds and not EMAIL.search(row.text):
            out.personal.extend(kinds)
            out.spent.add(row.number)
        else:
            kept.append(row)
    return kept


def personal_kinds(text: str, words: ResumeWords) -> list[str]:
    """Kinds of personal data a labelled row states (``Date of birth: ...``)."""
    found: list[str] = []
    for piece in re.split(r"\s*[|•·\t;]\s*", text):
        label = re.match(
            r"([^:：\d]{2,40}?)\s*[:：\t]\s*\S", piece + "\t" if ":" not in piece else piece
        )
        head = fold(label.group(1) if label else piece)
        kind = words.personal_labels.get(head, "") or next(
            (words.personal_labels[p] for p in words.personal_prefixes if head.startswith(p + " ")),
            "",
        )
        if not kind:
            first = re.match(
                r"(born|geboren|ne le|nee le|nato il|nata il|date of birth|geburtsdatum)\b.*\d",
                fold(piece),
            )
            kind = "birth date" if first else ""
        if kind and (
            ":" in piece or "：" in piece or "\t" in text or len(fold(piece).split()) <= 6
        ):
            found.append(kind)
    return found


def _email(rows: Sequence[Row], sheet: Sheet, links: Sequence[Link], out: Contact) -> str:
    listed = [*rows, *sheet.rows]
    for k, row in enumerate(listed):
        match = EMAIL.search(re.sub(r"\s?(?:\[at\]|\(at\))\s?", "@", row.text))
        if match is None and row.text.endswith("@") and k + 1 < len(listed):
            match = EMAIL.fullmatch(row.text + listed[k + 1].text.split()[0])  # broken after the @
        if match:
            head = _broken_head(listed[k - 1], row, match) if k else ""
            out.used["basics.email"] = [listed[k - 1], row] if head else [row]
            out.spent.update(r.number for r in out.used["basics.email"])
            return head + match.group().rstrip(".")
    for link in links:
        if link.url.lower().startswith("mailto:"):
            return link.url[7:].split("?")[0]
    return ""


def _broken_head(above: Row, row: Row, match: re.Match[str]) -> str:
    """The first half of an address that was broken at a hyphen or dot."""
    if match.start() or not re.fullmatch(r"[\w.+-]*\w[._-]", above.text):
        return ""
    return above.text if row.flat or abs(above.line.x0 - row.line.x0) < 3 else ""


def _phone(rows: Sequence[Row], sheet: Sheet, links: Sequence[Link], out: Contact) -> str:
    """The number in the header, near the e-mail address, or alone on a row of its own."""
    near = [
        r
        for used in out.used.get("basics.email", ())
        for r in sheet.rows
        if abs(r.number - used.number) <= 4
    ]
    alone = [r for r in sheet.rows if r.words <= 7 and not r.bullet and not r.dates]
    for row in [*rows, *near, *sheet.rows[:15], *sheet.rows[-6:], *alone]:
        phone = find_phone(row.text)
        if phone:
            out.used["basics.phone"] = [row]
            out.spent.add(row.number)
            return with_country(phone, [link.url for link in links])
    for link in links:
        if link.url.lower().startswith("tel:"):
            return find_phone(link.text) or find_phone(link.url[4:].replace("%20", " "))
    return ""


def _links(
    rows: Sequence[Row], links: Sequence[Link], email: str, words: ResumeWords, out: Contact
) -> tuple[str, tuple[Profile, ...]]:
    found: list[tuple[str, Row | None]] = []
    for row in rows:
        clean = EMAIL.sub(" ", _with_rest_of_address(rows, row))
        for match in URL.finditer(clean):
            found.append((match.group().rstrip("./"), row))
            out.spent.add(row.number)
    for link in links:
        if link.page == 1 and link.url.lower().startswith(("http://", "https://")):
            found.append((link.url.rstrip("/"), None))
    url = ""
    profiles: list[Profile] = []
    seen: set[str] = set()
    for address, from_row in found:
        key = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower())
        if key in seen or (email and key == email.split("@")[-1].lower()):
            continue
        seen.add(key)
        network = _network(key, words)
        if network:
            user = key.split("/", 1)[1] if "/" in key else key.split(".")[0]
            user = re.sub(r"^(?:in|users|user|pub|profile)/", "", user).strip("/@")
            if user and not any(p.network == network for p in profiles):
                profiles.append(Profile(network=network, username=user, url=_full(address)))
        elif not url and from_row is not None:
            url = _full(address)
            out.used["basics.url"] = [from_row]
    profiles += _named_profiles(rows, words, {p.network for p in profiles}, out)
    return url, tuple(profiles)


def _with_rest_of_address(rows: Sequence[Row], row: Row) -> str:
    """The row, with the end of an address that a narrow column broke at a hyphen."""
    if not re.search(r"\.\w{2,}/\S*-\Z", row.text):
        return row.text
    at = next((k for k, r in enumerate(rows) if r is row), len(rows))
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below is None or not re.match(r"[\w%-]+(?=\s*(?:\(|\Z))", below.text):
        return row.text
    return row.text + below.text.split()[0]


def _full(address: str) -> str:
    return address if address.lower().startswith("http") else f"https://{address}"


def _network(key: str, words: ResumeWords) -> str:
    host = key.split("/", 1)[0]
    for network, hosts in words.raw.networks.items():
        if any(host == h or host.endswith("." + h) for h in hosts) and (
            "/" in key or host != hosts[0]
        ):
            return network
    return ""


def _named_profiles(
    rows: Sequence[Row], words: ResumeWords, have: set[str], out: Contact
) -> list[Profile]:
    """``LinkedIn: jane-doe``, ``jane-doe (GitHub)``, or the name above the user."""
    names = {fold(n): n for n in words.raw.networks}
    profiles: list[Profile] = []

    def add(network: str, user: str, *used: Row) -> None:
        out.spent.update(r.number for r in used)
        if network not in have and re.fullmatch(r"[\w.@/-]{2,60}", user):
            have.add(network)
            profiles.append(Profile(network=network, username=user.lstrip("@/")))

    for k, row in enumerate(rows):
        for piece in _PIECES.split(row.text):
            match = re.match(
                r"(\S+)\s*\(([^)]+)\)\Z|([^:]+?)(?::\s*|\s+(?=\d[\dX-]+\Z))(\S+)\Z", piece.strip()
            )
            if match and (network := names.get(fold(match.group(2) or match.group(3) or ""))):
                add(network, match.group(1) or match.group(4) or "", row)
        labels = [names.get(fold(c.text.rstrip(":"))) for c in row.cells]
        if labels and all(labels) and k + 1 < len(rows) and len(rows[k + 1].cells) == len(labels):
            for label, cell in zip(labels, rows[k + 1].cells, strict=True):
                if label and " " not in cell.text:
                    add(label, cell.text, row, rows[k + 1])
        elif len(row.cells) >= 2:
            for label, cell in zip(labels, row.cells[1:], strict=False):
                if label and " " not in cell.text:
                    add(label, cell.text, row)
        if labels and all(labels):
            out.spent.add(row.number)
    return profiles


def _label(name: Name, rows: Sequence[Row], words: ResumeWords, out: Contact) -> str:
    """The headline: beside the name, or the next row that reads like a title."""
    if name.rest and (words.title_score(name.rest) >= 0.5 or len(name.rest.split()) >= 2):
        used = [name.row] if name.row else []
        at = next((k for k, r in enumerate(rows) if r is name.row), -1)
        text = name.rest
        while (
            0 <= at < len(rows) - 1
            and same_look(rows[at + 1].look, rows[at].look)
            and _may_be_label(rows[at + 1], words)
        ):
            at += 1
            used.append(rows[at])
            text = join_wrapped([text, rows[at].text])
        out.used["basics.label"] = used
        out.spent.update(r.number for r in used)
        return text
    if name.row is None:
        return ""
    last = name.more[-1] if name.more else name.row
    at = next((k for k, r in enumerate(rows) if r.number == last.number), -1)
    near = list(rows[at + 1 : at + 6])
    first = next(
        (
            k
            for k, r in enumerate(near)
            if _may_be_label(r, words) and _reads_like_label(r, words, k)
        ),
        None,
    )
    if first is None:
        return _label_piece(near[:3], words, out)
    used = [near[first]]
    for row in near[first + 1 :]:
        if (
            not same_look(row.look, used[0].look)
            or not _may_be_label(row, words)
            or (row.line.gap > used[0].line.gap + 0.5 and row.line.gap > 0.8)
        ):
            break
        if same_look(row.look, used[0].look) and row.look[2] <= 0:
            break  # no looks to tell a wrapped headline by
        if words.place_score(row.text) > 0.5:
            break
        used.append(row)
        if len(used) == 3:
            break
    out.used["basics.label"] = used
    out.spent.update(r.number for r in used)
    return join_wrapped([re.sub(r"\t+", " | ", r.text) for r in used])


def _label_piece(rows: Sequence[Row], words: ResumeWords, out: Contact) -> str:
    """A title among the pieces of a contact line: ``Engineer · Oslo · me@example.org``."""
    for row in rows:
        for piece in _PIECES.split(row.text):
            if (
                words.title_score(piece) >= 1.0
                and len(piece.split()) <= 10
                and not EMAIL.search(piece)
            ):
                out.used["basics.label"] = [row]
                return re.split(r"(?<=[a-z]{3})\.\s", piece.strip())[0]
    return ""


def _may_be_label(row: Row, words: ResumeWords) -> bool:
    text = row.text
    if EMAIL.search(text) or URL.search(text) or find_phone(text) or len(text.split()) > 16:
        return False
    if fold(text) in words.document_titles or words.heading_kind(text):
        return False
    first = fold(re.split(r"[:：\t]", text)[0])
    return first not in words.contact_labels


def _reads_like_label(row: Row, words: ResumeWords, distance: int) -> bool:
    score = words.title_score(row.text)
    if score >= 1.0 and not (row.words > 7 and row.text.rstrip().endswith(",")):
        return True
    if words.place_score(row.text) > 0.5 or row.text.rstrip().endswith((".", ",")):
        return False
    return (
        distance == 0
        and 2 <= row.words <= 12
        and score > -0.5
        and row.line.gap < 1.6
        and row.text[:1].isupper()
    )


def _location(rows: Sequence[Row], name: Name, words: ResumeWords, out: Contact) -> Location:
    best: tuple[float, str, Row] | None = None
    for row in rows:
        if row in name.more:
            continue
        labelled_row = row in out.used.get("basics.label", ()) and len(row.cells) == 1
        if labelled_row and not (EMAIL.search(row.text) or find_phone(row.text)):
            continue
        cells = [c.text for c in row.cells]
        named = (
            len(cells) == 2 and words.contact_labels.get(fold(cells[0].rstrip(":"))) == "address"
        )
        beside = bool(EMAIL.search(row.text) or find_phone(row.text))
        plain = URL.sub(" ", EMAIL.sub(" ", row.text))
        plain = plain.replace(" / ", " | ") if beside else plain
        for piece in [cells[1]] if named else _PIECES.split(plain):
            label, _, rest = piece.partition(":")
            labelled = named or (bool(rest) and words.contact_labels.get(fold(label)) == "address")
            rest = rest or piece
            text = (rest if labelled else piece).strip(" ,.|")
            text = re.sub(r"\s+[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\Z", "", text) if beside else text
            if not text or text == name.text or re.search(r"\+?\d[\d\s().-]{7,}", text):
                continue
            town = re.sub(r"(?<=\w)\s*\([^()]*\)\Z", "", text)  # "Lyon, France (EU citizen)"
            score = words.place_score(town) + (1.0 if labelled else 0.0)
            if beside and score == 0 and _may_be_city(text, words):
                score = 0.7  # a town we don't know, between the address and the telephone number
            if score >= 0.7 and (best is None or score > best[0]):
                best = (score, text, row)
    if best is None:
        return Location()
    _, text, row = best
    out.used["basics.location"] = [row]
    out.spent.add(row.number)
    return _as_location(text, words)


def _may_be_city(text: str, words: ResumeWords) -> bool:
    named = (
        all(w[0].isupper() for w in text.split())
        and text.replace(" ", "").replace("-", "").isalpha()
    )
    return (
        named
        and len(text.split()) <= 3
        and words.title_score(text) < 0.5
        and fold(text) not in words.contact_labels
        and not words.heading_kind(text)
        and fold(text) not in {fold(n) for n in words.raw.networks}
    )


def _as_location(text: str, words: ResumeWords) -> Location:
    text = re.sub(r"\s*\((?:[^()]*\)|[^()]*\Z)", "", text).strip(" ,.")  # "(home)", "(open to"
    text = (
        re.sub(r"(?<=[^\W\d_]{3})\s(?=[A-Z]{2,3}\Z)", ", ", text) if text[-2:].isupper() else text
    )
    pieces = [
        p
        for p in re.split(r"\s(?:&|/|\+|or|and|et|und|o|y)\s", text)
        if fold(p) not in words.remote_words
    ]
    text = pieces[0] if len(pieces) == 1 else text  # "Nantes & remote"
    code = re.search(r"\s+(\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\Z", text)
    postal = code.group(1) if code and re.search(r"[^\W\d_]{2}\Z", text[: code.start()]) else ""
    text = text[: code.start()] if code and postal else text
    before = re.search(r"(?:\A|,\s*)(?:[A-Z]{1,2}-)?(\d{4,5})\s+(?=[^\W\d_]{2})", text)
    if before and not postal:  # "14 Rue Neuve, 35000 Rennes"
        postal = before.group(1)
        text = text[: before.start(1)].removesuffix(before.group()[:0]) + text[before.end() :]
    parts = [p.strip() for p in text.split(",") if p.strip()]
    country = parts[-1] if len(parts) > 1 and fold(parts[-1]) in words.countries else ""
    rest = parts[:-1] if country else parts
    nation = ""
    if len(rest) > 1 and re.fullmatch(r"[A-Z]{2}", rest[-1]) and rest[-1] not in words.region_codes:
        nation, rest = rest[-1], rest[:-1]  # "Utrecht, NL"
    region = ""
    wide = words.is_wide(rest[-1]) or fold(rest[-1]) not in words.cities if rest else False
    if len(rest) > 1 and wide and words.is_place(rest[-1]):
        region, rest = rest[-1], rest[:-1]
    city = rest[-1] if rest else ""
    address = ", ".join(rest[:-1])
    if country and not region:
        region = country  # JSON Resume has no field for a country's name
    return Location(
        address=address, postal_code=postal, city=city, region=region, country_code=nation
    )


def _spend_labels(rows: Sequence[Row], words: ResumeWords, out: Contact) -> None:
    """Rows that hold only labels, document titles or a place are understood."""
    for row in rows:
        pieces = [fold(p.strip(" :")) for x in _PIECES.split(row.text) for p in x.split(" / ")]
        if (
            all(not p or p in words.contact_labels or p in words.document_titles for p in pieces)
            or words.place_score(row.text) >= 0.7
        ):
            out.spent.add(row.number)
