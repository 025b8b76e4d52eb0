"""Two drawn halves as one PDF: the second's objects get numbers behind the first's, and hang where
the first has its pages, its tags, its names, its bookmarks and its fields.

Each half keeps its own fonts: a subset more in the file, and nothing to wait for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Summary(NamedTuple):
    """What the second half tells of its drawing: how many objects, pages and annotations."""

    objects: int
    pages: int
    annotations: int


class Numbers(NamedTuple):
    """What the second half is told of the first: where its own numbers begin, and what its objects
    hang on (references)."""

    first: int
    pages: int
    annotations: int
    tree: bytes
    tags: bytes
    bookmarks: bytes
    bookmark_before: bytes | None


class _Renamed(bytes):
    """A reference by its last number, not to be taken for one by the number before."""


class Bookmarks(NamedTuple):
    """The ends of a list of bookmarks (references), and how many are seen."""

    first: bytes
    last: bytes
    seen: int


class Piece(NamedTuple):
    """A half as bytes: ``streams`` and ``packed`` are number and data of each object, in order; the
    rest is what the first half takes over into its own lists."""

    streams: list[tuple[int, bytes]]
    packed: list[tuple[int, bytes]]
    pages: list[int]
    elements: list[bytes]
    page_owners: list[bytes]
    owners: list[bytes]
    names: list[tuple[str, bytes]]
    form: dict[str, Any]
    bookmarks: Bookmarks | None
    warnings: tuple[str, ...]


class Tree(NamedTuple):
    """The objects of a PDF that stand for the whole of it."""

    root: Any
    document: Any
    owners: Any
    bookmarks: Any


def tree_of(pdf: Any) -> Tree:
    """The tag tree's root, its one element, whom marked content belongs to, and the bookmarks."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    bookmarks = pdf.catalog.get("Outlines")
    return Tree(
        root,
        _object(pdf, root["K"][0]),
        _object(pdf, root["ParentTree"]),
        _object(pdf, bookmarks) if bookmarks else None,
    )


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def summarise(pdf: Any) -> Summary:
    """Of the second half."""
    pages = int(pdf.pages["Count"])
    owners = len(tree_of(pdf).owners["Nums"]) // 2
    return Summary(sum(1 for _ in _own(pdf)), pages, owners - pages)


def _own(pdf: Any) -> Iterator[Any]:
    """A half's objects without those that the first half has for both."""
    tree = tree_of(pdf)
    common = {id(thing) for thing in (pdf.pages, pdf.catalog, *tree)}
    common.add(id(_object(pdf, pdf.catalog["Metadata"])))
    return (thing for thing in pdf.objects if thing.free == "n" and id(thing) not in common)


def receive(pdf: Any, guest: Summary) -> Numbers:
    """In the first half: room is made for the second; what it is to be told."""
    import pydyf

    tree = tree_of(pdf)
    own_pages = int(pdf.pages["Count"])
    annotations = len(tree.owners["Nums"]) // 2 - own_pages
    for thing in pdf.objects:
        if isinstance(thing, dict) and "StructParent" in thing:
            thing["StructParent"] += guest.pages
    bookmarks = tree.bookmarks
    if bookmarks is None:
        bookmarks = pydyf.Dictionary({"Count": 0})
        pdf.add_object(bookmarks)
        pdf.catalog["Outlines"] = bookmarks.reference
    if pdf.info.number is None:
        pdf.add_object(pdf.info)
    return Numbers(
        first=len(pdf.objects),
        pages=own_pages,
        annotations=annotations,
        tree=pdf.pages.reference,
        tags=tree.document.reference,
        bookmarks=bookmarks.reference,
        bookmark_before=bookmarks.get("Last"),
    )


def settle(pdf: Any, numbers: Numbers, warnings: tuple[str, ...] = ()) -> Piece:
    """In the second half: its objects under their last numbers."""
    tree = tree_of(pdf)
    own = list(_own(pdf))
    places = {thing.reference: n for n, thing in enumerate(own, numbers.first)}
    renamed = {reference: _Renamed(b"%d 0 R" % n) for reference, n in places.items()}
    renamed[pdf.pages.reference] = _Renamed(numbers.tree)
    renamed[tree.document.reference] = _Renamed(numbers.tags)
    marks = tree.bookmarks
    if marks is not None:
        renamed[marks.reference] = _Renamed(numbers.bookmarks)
        if numbers.bookmark_before:
            _object(pdf, marks["First"])["Prev"] = _Renamed(numbers.bookmark_before)
    nums = tree.owners["Nums"]
    count = int(pdf.pages["Count"])
    for thing in own:
        if isinstance(thing, dict):
            if "StructParents" in thing:
                thing["StructParents"] += numbers.pages
            if "StructParent" in thing:
                thing["StructParent"] += numbers.pages + numbers.annotations
            _mark_ids(thing)
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
    form = pdf.catalog.get("AcroForm", {})
    outside = (tree.document["K"], nums, names, form)
    for part in (*own, *outside):
        _rename(part, renamed)
    streams: list[tuple[int, bytes]] = []
    packed: list[tuple[int, bytes]] = []
    for number, thing in enumerate(own, numbers.first):
        (packed if thing.compressible else streams).append((number, thing.data))
    return Piece(
        streams=streams,
        packed=packed,
        pages=[places[reference] for reference in pdf.page_references],
        elements=list(tree.document["K"]),
        page_owners=[owners.data for owners in nums[1 : 2 * count : 2]],
        owners=list(nums[2 * count + 1 :: 2]),
        names=[(n.string, place.data) for n, place in zip(names[::2], names[1::2], strict=True)],
        form={"DR": form["DR"], "Fields": list(form["Fields"])} if form else {},
        bookmarks=marks
        and Bookmarks(renamed[marks["First"]], renamed[marks["Last"]], int(marks["Count"])),
        warnings=warnings,
    )


def _mark_ids(element: Any) -> None:
    """Ids of header cells are made of numbers that both halves have."""
    import pydyf

    if "ID" in element and isinstance(element["ID"], pydyf.String):
        element["ID"] = pydyf.String(f"2-{element['ID'].string}")
    headers = element.get("A", {}).get("Headers") if isinstance(element.get("A"), dict) else None
    if headers:
        headers[:] = [pydyf.String(f"2-{cell.string}") for cell in headers]


def _rename(thing: Any, renamed: Mapping[bytes, bytes]) -> None:
    """Every reference in an object, however deep, to what its target is called now."""
    if isinstance(thing, dict):
        pairs: Any = thing.items()
    elif isinstance(thing, list):
        pairs = enumerate(thing)
    elif hasattr(thing, "extra"):
        _rename(thing.extra, renamed)
        return
    else:
        return
    for key, value in list(pairs):
        if type(value) is bytes:
            thing[key] = renamed.get(value, value)
        elif isinstance(value, dict | list):
            _rename(value, renamed)


def join(pdf: Any, piece: Piece) -> None:
    """In the first half: what both have as one."""
    import pydyf

    tree = tree_of(pdf)
    own = int(pdf.pages["Count"])
    for number in piece.pages:
        pdf.pages["Kids"].extend([number, 0, "R"])
    pdf.pages["Count"] = own + len(piece.pages)
    tree.document["K"].extend(piece.elements)
    nums = tree.owners["Nums"]
    owners = [*nums[2 * own + 1 :: 2], *piece.owners]
    nums[:] = nums[: 2 * own]
    for n, owner in enumerate((*piece.page_owners, *owners), own):
        nums.extend([n, owner])
    _join_names(pdf, piece)
    if piece.form:
        empty = {"Fields": pydyf.Array(), "DR": piece.form["DR"], "NeedAppearances": "true"}
        form = pdf.catalog.setdefault("AcroForm", pydyf.Dictionary(empty))
        form["Fields"].extend(piece.form["Fields"])
    marks = tree.bookmarks
    if piece.bookmarks is not None:
        if "Last" in marks:
            _object(pdf, marks["Last"])["Next"] = piece.bookmarks.first
        marks.setdefault("First", piece.bookmarks.first)
        marks["Last"] = piece.bookmarks.last
        marks["Count"] += piece.bookmarks.seen


def _join_names(pdf: Any, piece: Piece) -> None:
    import pydyf

    if not piece.names:
        return
    names = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    places = names.setdefault("Dests", pydyf.Dictionary({"Names": pydyf.Array()}))["Names"]
    own = [(n.string, place.data) for n, place in zip(places[::2], places[1::2], strict=True)]
    places[:] = [
        part for name, data in sorted([*own, *piece.names]) for part in (pydyf.String(name), data)
    ]
