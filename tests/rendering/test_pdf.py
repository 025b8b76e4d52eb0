"""The full report of an example pair as a document: tags, outline, links, metadata, layout."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from shutil import which
from typing import Any

import pdfplumber
import pikepdf
import pytest

from report_gen.rendering import Rendered
from report_gen.rendering.boxes import find_violations
from report_gen.rendering.html import make_print_page
from report_gen.report import Report
from tests.conftest import PAIRS
from tests.rendering.conftest import Made
from tests.rendering.extraction import blocks, in_order, page_texts, plain
from tests.rendering.structure import elements, faults

EXAMPLES = [
    (person, paper, "full" if person == PAIRS[0][0] else "standard")
    for person, _ in PAIRS
    for paper in ("a4", "letter")
]
"""One of them in full; ``make pages`` looks at all of them in full, which takes minutes."""


@pytest.mark.slow
@pytest.mark.parametrize(("person", "paper", "edition"), EXAMPLES)
def test_each_example_is_a_proper_document_on_each_paper(
    made: Callable[[str, str, str], Made], person: str, paper: str, edition: str
) -> None:
    found = made(person, paper, edition)
    wrong = [v for v in found.violations if edition == "full" or v.kind != "empty"]
    assert wrong == []
    with pikepdf.open(io.BytesIO(found.data)) as pdf:
        assert faults(pdf) == []
        assert str(pdf.docinfo["/Title"]) == found.report.title
        assert found.report.candidate not in str(list(pdf.docinfo.items()))


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


def test_the_summary_leads_to_sections_to_evidence_and_the_evidence_back(pdf: pikepdf.Pdf) -> None:
    places = named_places(pdf)
    leads = {
        (number, places[str(link.Dest)])
        for number, page in enumerate(pdf.pages)
        for link in page.get("/Annots", [])
        if "/Dest" in link
    }
    summary, story = places["summary"], places["story-1"]
    asks = {page for name, page in places.items() if name.startswith("req-")}
    lines = {page for name, page in places.items() if name.startswith("at-work-")}
    # The chapter goes on over the page.
    for place in (story, places["gap-1"]):
        assert leads & {(summary, place), (summary + 1, place)}
    for start, end in ((asks, lines), (lines, asks), ({story}, lines), (lines, {story})):
        assert any((one, other) in leads for one in start for other in end)
    gaps = {page for name, page in places.items() if re.fullmatch(r"gap-\d+", name)}
    assert all(any((gap, page) in leads for page in asks | lines) for gap in gaps)


def named_places(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Name of a place in the document -> the number of its page."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    names = list(pdf.Root.Names.Dests.Names)
    return {
        str(name): numbers[place[0].objgen]
        for name, place in zip(names[::2], names[1::2], strict=True)
    }


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


def test_the_words_of_the_page_come_back_from_the_document(
    rendered: Rendered, report: Report
) -> None:
    words = {word for block in blocks(make_print_page(report)) for word in block.split()}
    with pdfplumber.open(io.BytesIO(rendered.data)) as document:
        flow = [page.extract_text(use_text_flow=True) for page in document.pages[:8]]
    read = {"pypdfium2": page_texts(rendered.data), "pdfplumber": flow}
    for tool, pages in read.items():
        order = in_order(blocks(make_print_page(report)), " ".join(pages))
        expected = len(words) if tool == "pypdfium2" else 400
        found = words & set(plain(" ".join(pages)).split())
        assert len(found) >= 0.99 * expected, tool
        assert order.lost <= 0.02 * (order.lost + order.found), (tool, order.examples)
    assert len(words) > 1500


@pytest.mark.skipif(not which("pdftotext"), reason="pdftotext (poppler-utils) is not installed")
def test_pdftotext_gives_the_words_back_in_reading_order(
    rendered: Rendered, report: Report
) -> None:
    asked = ["pdftotext", "-raw", "-", "-"]
    text = subprocess.run(asked, input=rendered.data, capture_output=True, check=True).stdout
    order = in_order(blocks(make_print_page(report)), text.decode())
    assert order.found > 1000
    assert order.lost <= 0.01 * (order.lost + order.found), order.examples
    whole = subprocess.run(
        ["pdftotext", "-", "-"], input=rendered.data, capture_output=True, check=True
    ).stdout.decode()
    words = {word for block in blocks(make_print_page(report)) for word in block.split()}
    assert len(words - set(plain(whole).split())) <= 0.01 * len(words), (
        "pdftotext puts words parted at a line's end together"
    )


def test_words_out_of_order_are_found_out(report: Report) -> None:
    said = blocks(make_print_page(report))[:200]
    assert in_order(said, " ".join(said)).lost == 0
    assert in_order(said, " ".join(reversed(said))).lost > 150


def test_no_slot_is_left_unfilled(report: Report) -> None:
    html = make_print_page(report)
    for bad in (">None<", " None.", "{{", "}}", "<li></li>", "<li> </li>", "Undefined", "“”"):
        assert bad not in html, bad


def test_a_warmed_process_compiles_no_template_and_parses_no_style_sheet(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jinja2 import Environment

    from report_gen.rendering import html
    from report_gen.rendering.brand import PLAIN
    from report_gen.rendering.halves import print_style
    from report_gen.rendering.pdf import warm_up

    html._environment.cache_clear()
    warm_up()
    monkeypatch.setattr(Environment, "compile", None)
    assert html.make_print_page(report)
    assert print_style(PLAIN) is print_style(PLAIN)
