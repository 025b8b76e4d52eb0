"""The full report of an example pair as a document: tags, outline, links, metadata, layout."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

import pdfplumber
import pikepdf
import pytest

from report_gen.rendering import Rendered
from report_gen.rendering.boxes import find_violations
from report_gen.rendering.html import make_print_page
from report_gen.rendering.pdf import lay_out
from report_gen.report import Report


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element of the tag tree."""
    stack = [pdf.Root.StructTreeRoot]
    while stack:
        node = stack.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        if "/S" in node:
            yield node
        kids = node.get("/K")
        stack += list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def test_a_real_pair_gives_fifty_pages_and_no_warning(rendered: Rendered) -> None:
    assert rendered.pages >= 50
    assert rendered.warnings == ()
    assert len(rendered.data) < 2_500_000


def test_the_document_is_tagged_and_says_its_language_and_title(
    pdf: pikepdf.Pdf, report: Report
) -> None:
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]) == report.title
    assert str(pdf.docinfo["/Author"]) == "reportgen"
    with pdf.open_metadata() as metadata:
        assert metadata.get("pdfuaid:part") == "1"


def test_metadata_holds_nothing_personal(pdf: pikepdf.Pdf, report: Report) -> None:
    values = {str(k): str(v) for k, v in pdf.docinfo.items()}
    assert set(values) <= {"/Title", "/Author", "/Creator", "/Producer"}
    assert report.candidate
    assert not any(report.candidate in v for v in values.values())


def test_every_figure_has_words_and_every_table_cells(pdf: pikepdf.Pdf) -> None:
    kinds = Counter(str(e.S) for e in elements(pdf))
    figures = [e for e in elements(pdf) if str(e.S) == "/Figure"]
    assert len(figures) > 10
    assert all(str(f.get("/Alt", "")).strip() for f in figures)
    assert kinds["/Table"] > 10
    assert kinds["/TH"] > 20
    assert kinds["/H1"] >= 5
    assert kinds["/H2"] > kinds["/H1"]


def test_the_outline_has_parts_and_their_chapters(pdf: pikepdf.Pdf, report: Report) -> None:
    with pdf.open_outline() as outline:
        top = [item.title for item in outline.root]
        second = [child.title for item in outline.root for child in item.children]
        deeper = [x for item in outline.root for child in item.children for x in child.children]
    assert "Where you stand" in top
    assert "Summary" in second
    assert deeper == []
    chapters = [c.title for c in report.chapters if c.template != "opener.html.j2"]
    assert set(chapters) - {"Cover"} <= set(top) | set(second)


def test_contents_lead_to_pages_and_pages_back(pdf: pikepdf.Pdf) -> None:
    links = [
        a
        for page in pdf.pages
        for a in page.get("/Annots", [])
        if str(a.get("/Subtype")) == "/Link"
    ]
    assert len(links) > 100
    for link in links:
        action = link.get("/A")
        assert action is None or str(action.get("/S")) in ("/URI", "/GoTo")


def test_blanks_and_check_lists_are_fields(pdf: pikepdf.Pdf) -> None:
    names = [str(f.T) for f in pdf.Root.AcroForm.Fields]
    assert len(names) > 20
    assert len(names) == len(set(names)), "two fields of one name would fill each other"


def test_nothing_in_the_document_acts(pdf: pikepdf.Pdf) -> None:
    assert "/OpenAction" not in pdf.Root
    assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names
    assert "/Names" not in pdf.Root or "/EmbeddedFiles" not in pdf.Root.Names


def test_no_page_is_half_empty_and_no_text_leaves_its_box(document: Any) -> None:
    assert find_violations(document) == []


@pytest.mark.slow
def test_letter_holds_too(report: Report) -> None:
    assert find_violations(lay_out(report, "letter")) == []


def test_the_text_comes_back_in_reading_order(rendered: Rendered, report: Report) -> None:
    with pdfplumber.open(io.BytesIO(rendered.data)) as document:
        text = " ".join(page.extract_text() or "" for page in document.pages[:12])
    flat = " ".join(text.split())
    order = [
        flat.find(words) for words in ("Interview report", "Contents", "The reading is uncertain")
    ]
    assert min(order) >= 0
    assert order == sorted(order)


def test_the_words_of_the_page_come_back_from_the_document(
    rendered: Rendered, report: Report
) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(rendered.data)
    found: set[str] = set()
    for page in document:
        found |= set(re.findall(r"\w+", page.get_textpage().get_text_bounded()))
    html = re.sub(
        r"<(svg|style|title)\b.*?</\1>|<input[^>]*>", " ", make_print_page(report), flags=re.DOTALL
    )
    words = set(re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", html))))
    assert len(words) > 1500
    lost = words - found
    assert len(lost) <= 0.005 * len(words), sorted(lost)[:30]


def test_no_slot_is_left_unfilled(report: Report) -> None:
    html = make_print_page(report)
    for bad in (">None<", " None.", "{{", "}}", "<li></li>", "<li> </li>", "Undefined", "“”"):
        assert bad not in html, bad
