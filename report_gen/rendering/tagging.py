"""The tags of a PDF as a screen reader wants them, where the engine leaves something to wish for.

It names a link by the id of its target, gives header cells no direction, tags a table that only lays
out as one of data, and leaves running heads as content that no tag claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def finish(pdf: Any, words: Mapping[str, str]) -> None:
    """``pdf``: as the engine drew it, before it is written. ``words``: see ``words_of_links``."""
    objects = {entry.reference: entry for entry in pdf.objects}
    elements = {ref: e for ref, e in objects.items() if _is(e, "Type", "/StructElem")}
    for entry in pdf.objects:
        if _is(entry, "Subtype", "/Link"):
            _name(entry, words)
    tagged = dict(_reachable(objects[pdf.catalog["StructTreeRoot"]], elements))
    for element in list(tagged.values()):
        if element["S"] == "/Table" and not _has_headers(element, elements):
            _lay_out_only(element, elements)
        elif element["S"] == "/TH":
            group = elements[elements[element["P"]]["P"]]["S"]
            element["A"]["Scope"] = "/Column" if group == "/THead" else "/Row"
    _set_aside(pdf, objects, tagged)


def _is(entry: Any, key: str, value: str) -> bool:
    return isinstance(entry, dict) and entry.get(key) == value


def words_of_links(root: Any) -> Mapping[str, str]:
    """Id of a target -> what the first link to it says, of a whole page."""
    words: dict[str, str] = {}
    for link in root.iter("a"):
        text = " ".join("".join(link.itertext()).split())
        target = link.get("href", "")[1:]
        if text and not words.get(target):
            words[target] = text
    return words


def _name(annotation: Any, words: Mapping[str, str]) -> None:
    import pydyf

    target = annotation.get("Dest")
    if isinstance(target, pydyf.String):
        annotation["Contents"] = pydyf.String(words.get(target.string, "Another page"))


def _reachable(
    root: Any, elements: Mapping[bytes, dict[str, Any]]
) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Every element of the tag tree below the root."""
    waiting = list(_kids(root))
    while waiting:
        ref = waiting.pop()
        if (element := elements.get(ref)) is not None:
            yield ref, element
            waiting += _kids(element)


def _kids(element: Mapping[str, Any]) -> list[bytes]:
    """References among an element's children; the rest are numbers of marked content."""
    return [kid for kid in element.get("K", ()) if isinstance(kid, bytes)]


def _has_headers(table: dict[str, Any], elements: Mapping[bytes, dict[str, Any]]) -> bool:
    return any(element["S"] == "/TH" for _, element in _reachable(table, elements))


def _lay_out_only(table: dict[str, Any], elements: Mapping[bytes, dict[str, Any]]) -> None:
    """Without header cells it relates nothing: it is read as blocks, one after the other."""
    cells = [table, *(element for _, element in _reachable(table, elements))]
    for element in cells:
        if element["S"] in ("/Table", "/TBody", "/TR", "/TD"):
            element["S"] = "/Div"
            element.pop("A", None)


def _set_aside(pdf: Any, objects: Mapping[bytes, Any], tagged: Mapping[bytes, Any]) -> None:
    """Running heads are no part of what is read: marked as artifacts."""
    numbers = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    pages = [page for page in pdf.objects if _is(page, "Type", "/Page")]
    for page, owners in zip(pages, numbers[1 : 2 * len(pages) : 2], strict=True):
        lost = {n for n, owner in enumerate(owners) if owner not in tagged}
        if lost:
            owners[:] = ["null" if n in lost else owner for n, owner in enumerate(owners)]
            _unmark(objects[page["Contents"]].stream, lost)


def _unmark(stream: list[Any], lost: set[int]) -> None:
    for at, entry in enumerate(stream):
        if isinstance(entry, dict) and entry.get("MCID") in lost:
            stream[at - 1 : at + 2] = ["/Artifact", b"BMC", b""]
