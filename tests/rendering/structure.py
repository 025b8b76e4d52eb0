"""PDF/UA by structure: what of ISO 14289-1 can be seen in the tags, without a screen reader.

Each check takes a document and yields what is wrong with it, so that a fault names itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

CONTAINERS = {
    "/Table": {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
}
"""What may stand in an element (ISO 32000-1, 14.8.4.3)."""
_SHOWN = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "b", "B*", "b*", "Do", "sh"}


def faults(pdf: pikepdf.Pdf) -> list[str]:
    """Everything the checks below find."""
    checks = (_catalog, _elements, _headings, _tables, _annotations, _fonts, _outline, _marks)
    return [fault for check in checks for fault in check(pdf)]


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the tag tree, in the order in which it is read."""
    stack = [pdf.Root.StructTreeRoot]
    while stack:
        node = stack.pop()
        if "/S" in node:
            yield node
        stack += reversed(kids(node))


def kids(element: Any) -> list[Any]:
    """The elements right below one."""
    found = element.get("/K", [])
    found = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "the language is not set"
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "the document is not marked as tagged"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "the title is not displayed"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "the metadata do not say PDF/UA-1"
        if not metadata.get("dc:title") or metadata.get("dc:title") != pdf.docinfo.get("/Title"):
            yield "the title of the metadata is not the document's"
    if any(str(page.get("/Tabs", "")) != "/S" for page in pdf.pages if "/Annots" in page):
        yield "a page's fields are not reached in the order of its tags"


def _elements(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element in elements(pdf):
        kind = str(element.S)
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure has no words"
        for kid in kids(element):
            if str(kid.S) not in CONTAINERS.get(kind, {str(kid.S)}):
                yield f"{kid.S} stands in {kind}"
        if kind in ("/TR", "/LI", "/L", "/TBody") and not kids(element):
            yield f"{kind} is empty"


def _headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for element in elements(pdf):
        kind = str(element.S)
        if len(kind) == 3 and kind[1] == "H" and kind[2].isdigit():
            if int(kind[2]) > level + 1:
                yield f"H{kind[2]} follows H{level}"
            level = int(kind[2])
    if not level:
        yield "there is no heading"


def _tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    for table in elements(pdf):
        if str(table.S) != "/Table":
            continue
        cells = [cell for row in _rows(table) for cell in kids(row)]
        heads = [cell for cell in cells if str(cell.S) == "/TH"]
        if not heads:
            yield "a table has no header cell"
        known = {str(head.get("/ID", "")) for head in heads}
        for cell in cells:
            said = cell.get("/A", {})
            if str(cell.S) == "/TH" and str(said.get("/Scope", "")) not in ("/Row", "/Column"):
                yield "a header cell does not say what it is the head of"
            if not {str(head) for head in said.get("/Headers", [])} <= known:
                yield "a cell names a header that is not there"
        widths = {
            sum(int(c.get("/A", {}).get("/ColSpan", 1)) for c in kids(r)) for r in _rows(table)
        }
        if len(widths) > 1:
            yield f"the rows of a table have {sorted(widths)} columns"


def _rows(table: Any) -> list[Any]:
    rows = []
    for kid in kids(table):
        rows += [kid] if str(kid.S) == "/TR" else [r for r in kids(kid) if str(r.S) == "/TR"]
    return rows


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    names = pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    places = {str(name) for name in list(names)[::2]}
    owned = Counter(
        str(element.S) for element in elements(pdf) for kid in _references(element) if kid
    )
    links = fields = 0
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if "/StructParent" not in annotation:
                yield "an annotation is not part of the tags"
            if str(annotation.Subtype) == "/Link":
                links += 1
                yield from _link_faults(annotation, places)
            elif str(annotation.Subtype) == "/Widget":
                fields += 1
                if not str(annotation.get("/T", "")):
                    yield "a field has no name"
                if not str(annotation.get("/TU", "")).strip():
                    yield f"the field {annotation.get('/T')} does not say what it asks for"
    if (owned["/Link"], owned["/Form"]) != (links, fields):
        yield f"{links} links and {fields} fields, but {dict(owned)} in the tags"


def _references(element: Any) -> list[Any]:
    found = element.get("/K", [])
    found = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [k for k in found if isinstance(k, pikepdf.Dictionary) and k.get("/Type") == "/OBJR"]


def _link_faults(link: Any, places: set[str]) -> Iterator[str]:
    target = str(link.get("/Dest", ""))
    words = str(link.get("/Contents", "")).strip()
    if "/Dest" in link and target not in places:
        yield f"a link leads to {target}, which is not there"
    if not words or words == target:
        yield f"a link to {target} has no words"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    seen = set()
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            name = str(font.get("/BaseFont", below.get("/BaseFont", "?")))
            if name in seen:
                continue
            seen.add(name)
            if name[7:8] != "+":
                yield f"the font {name} is embedded whole, not as a subset"
            descriptor = below.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield f"the font {name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"the font {name} does not say its letters"
    if not seen:
        yield "there is no font"


def _outline(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_outline() as outline:
        items = list(outline.root)
        below = [child for item in items for child in item.children]
        if not items:
            yield "there are no bookmarks"
        if any(child.children for child in below):
            yield "bookmarks have more than two levels"
        if any(not item.title.strip() or item.destination is None for item in (*items, *below)):
            yield "a bookmark has no name or leads nowhere"


def _marks(pdf: pikepdf.Pdf, pages: int = 8) -> Iterator[str]:
    """Whatever is painted is either tagged or an artifact, on the first pages."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    read = {element.objgen for element in elements(pdf)}
    for number, page in enumerate(pdf.pages[:pages]):
        owners = list(numbers[2 * number + 1])
        marks: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            word = str(operator)
            if word in ("BMC", "BDC"):
                marks.append(_owner(operands, owners, read))
            elif word == "EMC":
                marks.pop()
            elif word in _SHOWN and not marks:
                yield f"page {number + 1}: something is painted that is neither tagged nor set aside"
            elif word in _SHOWN and "lost" in marks:
                yield f"page {number + 1}: something is tagged that nobody reads"


def _owner(operands: Any, owners: list[Any], read: set[Any]) -> str:
    if str(operands[0]) == "/Artifact":
        return "artifact"
    owner = owners[int(operands[1].MCID)]
    return "tagged" if owner is not None and owner.objgen in read else "lost"
