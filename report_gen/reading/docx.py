"""DOCX -> lines in body order: paragraphs, lists, tables, text boxes, headers and footers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from report_gen.notes import Note
from report_gen.reading.docx_package import Package, W
from report_gen.reading.docx_styles import Look, Styles, apply_paragraph, value_of
from report_gen.reading.drafts import Drafts, plain_span, tidy
from report_gen.reading.markers import split_marker
from report_gen.reading.models import Document, Line, Link, Span
from report_gen.reading.refusals import refuse

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(W + name for name in ["del", "moveFrom", "delText", "commentReference", "footnoteReference", "endnoteReference", "proofErr", "bookmarkStart", "bookmarkEnd", "rPr", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"])  # fmt: skip


def read_docx(data: bytes, name: str) -> Document:
    """DOCX bytes -> Document. Raises damaged_docx, archive_bomb, password, too_large, no_text."""
    package = Package(data, name)
    root = package.part(package.main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise refuse("damaged_docx", name)
    try:
        walker = _Walker(package)
        for kind in ("header", "footer"):
            if kind == "footer":
                walker.start(package.main, 0)
                walker.blocks(body)
            walker.read_margins(root, kind)
    except (RecursionError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
        raise refuse("damaged_docx", name) from None  # XML that is well-formed, but no document
    if not walker.drafts.lines:
        pictures = any(member.startswith("word/media/") for member in package.names)
        raise refuse("image_only" if pictures else "no_text", name)
    return Document(
        kind="docx", name=name, pages=walker.page, lines=tuple(walker.drafts.lines),
        links=tuple(walker.links), notes=tuple(walker.notes),
    )  # fmt: skip


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read: its pieces in order, "\n" and "\t" among them."""

    look: Look
    pieces: list[Span]


class _Walker:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package)
        self.drafts = Drafts(package.name)
        self.links: list[Link] = []
        self.notes: list[Note] = []
        self.counters: dict[tuple[str, int], int] = {}
        self.targets: dict[str, tuple[str, str]] = {}
        self.page, self.block, self.column = 1, 0, 0
        self.space = 0.0
        self.boxes: list[Any] = []
        self.fields: list[str] = []
        self.field_href, self.field_start = "", 0

    def start(self, part: str, column: int) -> None:
        """Begin to read another part, with its own relationships."""
        self.targets = self.package.targets(part)
        self.column = column
        self.space = max(self.space, 12.0)

    def read_margins(self, root: Any, kind: str) -> None:
        """Headers before the body, footers after it; each part once, page numbers never."""
        relations = self.package.targets(self.package.main)
        seen: set[str] = set()
        for reference in root.iter(f"{W}{kind}Reference"):
            target = relations.get(reference.get(_R + "id") or "", ("", ""))[1]
            part = self.package.part(target) if target and target not in seen else None
            seen.add(target)
            if part is None:
                continue
            self.start(target, 0)
            before = len(self.drafts.lines)
            self.blocks(part)
            kept = [line for line in self.drafts.lines[before:] if not re.fullmatch(r"(?:page|seite|p\.)?\s*\d*\s*(?:/|of|von|\|)?\s*\d*", line.text.strip(), re.I)]  # fmt: skip
            del self.drafts.lines[before:]
            for line in kept:
                self.drafts.add(line)

    def blocks(self, parent: Any) -> None:
        """Paragraphs and tables under an element, in order, through wrappers of any kind."""
        for child in parent:
            if not isinstance(child.tag, str) or child.tag in _SKIPPED:
                continue
            if child.tag == W + "p":
                self.paragraph(child)
            elif child.tag == W + "tbl":
                self.table(child)
            elif child.tag == _MC + "AlternateContent":
                choice = child.find(_MC + "Choice")
                self.blocks(choice if choice is not None else child)
            elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"):  # fmt: skip
                self.blocks(child)

    def table(self, table: Any) -> None:
        """Row by row: short cells share a line; cells with paragraphs of their own are columns."""
        self.space = max(self.space, 6.0)
        for row in _children(table, "tr"):
            cells = _children(row, "tc")
            if all(_is_flat(cell) for cell in cells) and len(cells) > 1:
                self.flat_row(cells)
                continue
            outer = self.column
            for index, cell in enumerate(cells):
                self.column = outer + index if len(cells) > 1 else outer
                self.block += 1
                self.blocks(cell)
            self.column = outer
        self.space = max(self.space, 6.0)

    def flat_row(self, cells: list[Any]) -> None:
        """A row whose cells hold one line each becomes one line, cells set apart by tabs."""
        joined: _Paragraph | None = None
        for cell in cells:
            for paragraph in cell.iter(W + "p"):
                read = self.read_paragraph(paragraph)
                if not "".join(piece.text for piece in read.pieces).strip():
                    continue
                if joined is None:
                    joined = read
                else:
                    joined.pieces += [plain_span("\t"), *read.pieces]
        if joined is not None:
            self.emit(joined)
        self.flush_boxes()

    def paragraph(self, element: Any) -> None:
        self.emit(self.read_paragraph(element))
        self.flush_boxes()

    def flush_boxes(self) -> None:
        """Text boxes follow the paragraph they are anchored in."""
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            outer, self.column = self.column, self.column + 1
            self.block += 1
            self.blocks(box)
            self.column = outer
            self.block += 1

    def read_paragraph(self, element: Any) -> _Paragraph:
        props = element.find(W + "pPr")
        look = apply_paragraph(self.styles.paragraph(value_of(props, "pStyle")), props)
        found = _Paragraph(look, [])
        self.inline(element, found, "")
        return found

    def inline(self, parent: Any, into: _Paragraph, href: str) -> None:
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag == W + "r":
                self.run(child, into, href or self.field_href)
            elif tag == W + "hyperlink":
                target = self.targets.get(child.get(_R + "id") or "", ("", ""))[1]
                self.link(child, into, target)
            elif tag == W + "fldSimple":
                code = str(child.get(W + "instr") or "")
                if not re.match(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", code):
                    self.link(child, into, _field_target(code))
            elif tag == _MC + "AlternateContent":
                choice = child.find(_MC + "Choice")
                self.inline(choice if choice is not None else child, into, href)
            else:
                self.inline(child, into, href)

    def link(self, child: Any, into: _Paragraph, target: str) -> None:
        before = len(into.pieces)
        self.inline(child, into, target)
        words = tidy("".join(piece.text for piece in into.pieces[before:]))
        if re.match(r"(?:https?://|mailto:|tel:|www\.)", target, re.I):
            self.links.append(Link(url=target, text=words, page=self.page))

    def run(self, element: Any, into: _Paragraph, href: str) -> None:
        look = self.styles.run(into.look, element.find(W + "rPr"))
        white = look.color == "#ffffff" and not look.shaded and not _in_cell_with_fill(element)
        if look.hidden or look.size < 2 or white:
            if "".join(element.itertext()).strip() and not self.notes:
                self.notes.append(Note(code="invisible_text", message="Hidden, white or tiny text was left out."))  # fmt: skip
            return
        for child in element:
            text = self.run_text(child, into)
            if text and not (self.fields and self.fields[-1] == "number"):
                text = text.upper() if look.caps else text
                into.pieces.append(plain_span(text, bold=look.bold, italic=look.italic, href=href, size=look.size, color=look.color))  # fmt: skip

    def run_text(self, child: Any, into: _Paragraph) -> str:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == W + "t":
            return child.text or ""
        if tag in (W + "tab", W + "ptab"):
            return "\t"
        if tag in (W + "br", W + "cr"):
            if child.get(W + "type") == "page":
                self.page += 1
            return "\n"
        if tag == W + "noBreakHyphen":
            return "-"
        if tag == W + "sym":
            return ""
        if tag == W + "fldChar":
            self.field_mark(child, into)
        elif tag == W + "instrText":
            self.field_code(child.text or "", into)
        elif tag == W + "lastRenderedPageBreak":
            self.page += 1
        elif tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
            choice = child.find(_MC + "Choice") if tag == _MC + "AlternateContent" else child
            scope = choice if choice is not None else child
            self.boxes += [box for box in scope.iter(W + "txbxContent") if not _nested(box, scope)]
        return ""

    def field_mark(self, mark: Any, into: _Paragraph) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields:
            self.fields.pop()
            if self.field_href:
                words = tidy("".join(piece.text for piece in into.pieces[self.field_start :]))
                self.links.append(Link(url=self.field_href, text=words, page=self.page))
            self.field_href = ""

    def field_code(self, code: str, into: _Paragraph) -> None:
        if not self.fields:
            return
        if re.match(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", code):
            self.fields[-1] = "number"
        target = _field_target(code)
        if target:
            self.field_href, self.field_start = target, len(into.pieces)

    def emit(self, paragraph: _Paragraph) -> None:
        """One paragraph -> one line for each row of it (line breaks inside count as rows)."""
        look = paragraph.look
        rows: list[list[Span]] = [[]]
        for piece in paragraph.pieces:
            for index, part in enumerate(piece.text.split("\n")):
                if index:
                    rows.append([])
                if part:
                    rows[-1].append(plain_span(part, bold=piece.bold, italic=piece.italic, href=piece.href, size=piece.size, color=piece.color))  # fmt: skip
        if not any(span.text.strip() for row in rows for span in row):
            self.space += look.before + max(look.size, 6.0)
            self.block += 1
            return
        marker = self.styles.marker(look.list_id, look.list_level, self.counters) if look.list_id else ""  # fmt: skip
        self.space += look.before
        for row in rows:
            marker = self.emit_row(row, look, marker)
        self.space += look.after

    def emit_row(self, row: list[Span], look: Look, marker: str) -> str:
        """Add one line; returns the marker that still waits for a line with text."""
        text = tidy("".join(span.text for span in row))
        seen = [span for span in row if span.text.strip()]
        if not text:
            self.space += look.size
            return marker
        if not marker and not look.heading:
            found, text = split_marker(text)
        else:
            found = marker
        if not text:
            return ""
        size = max(span.size for span in seen)
        gap = self.space / max(size, 6.0) if self.drafts.lines else 0.0
        if gap >= 0.4:
            self.block += 1
        self.drafts.add(
            Line(
                text=text,
                number=0,
                page=self.page,
                size=size,
                marker=found,
                bold=all(span.bold for span in seen),
                italic=all(span.italic for span in seen),
                color=seen[0].color,
                depth=look.list_level if found else 0,
                heading=look.heading,
                block=self.block,
                column=self.column,
                gap=round(gap, 2),
                spans=tuple(seen),
            )
        )
        self.space = 0.0
        return ""


def _children(element: Any, name: str) -> list[Any]:
    """Rows or cells, also when content controls or tracked insertions wrap them."""
    found: list[Any] = []
    for child in element:
        if child.tag == W + name:
            found.append(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            found += _children(child, name)
    return found


def _is_flat(cell: Any) -> bool:
    """At most one paragraph with text, no list, no table, no break inside?"""
    if cell.find(f".//{W}tbl") is not None or cell.find(f".//{W}txbxContent") is not None:
        return False
    filled = [paragraph for paragraph in cell.iter(W + "p") if "".join(text.text or "" for text in paragraph.iter(W + "t")).strip()]  # fmt: skip
    return len(filled) <= 1 and not any(
        paragraph.find(f".//{W}numPr") is not None or paragraph.find(f".//{W}br") is not None
        for paragraph in filled
    )


def _nested(box: Any, scope: Any) -> bool:
    """Is the text box inside another one, or the old-Word copy of one we read already?"""
    for parent in box.iterancestors():
        if parent is scope:
            return False
        if parent.tag in (W + "txbxContent", _MC + "Fallback"):
            return True
    return False


def _in_cell_with_fill(element: Any) -> bool:
    """White text is meant to be read in a cell or box that has a background."""
    for parent in element.iterancestors():
        if parent.tag == W + "tc":
            shade = parent.find(f"{W}tcPr/{W}shd")
            if shade is not None and (shade.get(W + "fill") or "auto").lower() not in ("auto", "ffffff"):  # fmt: skip
                return True
        elif parent.tag == W + "txbxContent":
            return True
    return False


def _field_target(code: str) -> str:
    found = re.search(r'HYPERLINK\s+(?:\\l\s+)?"([^"]+)"', code)
    return found.group(1) if found and ":" in found.group(1) else ""
