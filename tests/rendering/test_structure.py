"""The check of a document's structure finds what it is there for."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Name, Pdf, String

from report_gen import pipeline
from report_gen.rendering import render_report
from report_gen.report import compose_report
from tests.rendering.structure import elements, faults
from tests.report.case import small_analysis


@pytest.fixture(scope="module")
def data() -> bytes:
    return render_report(compose_report(small_analysis(), pipeline.load_packs(), "full")).data


@pytest.mark.parametrize("edition", ["standard", "brief"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_shorter_editions_are_proper_documents_too(edition: str, paper: str) -> None:
    report = compose_report(small_analysis(), pipeline.load_packs(), edition)
    with pikepdf.open(io.BytesIO(render_report(report, paper).data)) as pdf:
        assert faults(pdf) == []


def first(pdf: Pdf, kind: str, number: int = 0) -> Any:
    return [element for element in elements(pdf) if str(element.S) == kind][number]


def annotation(pdf: Pdf, kind: str) -> Any:
    return next(
        a for page in pdf.pages for a in page.get("/Annots", []) if str(a.Subtype) == f"/{kind}"
    )


def drop(thing: Any, key: str) -> None:
    del thing[key]


def unembed(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in font.DescendantFonts[0].FontDescriptor:
            del font.DescendantFonts[0].FontDescriptor[key]


def paint(pdf: Pdf, mark: bytes) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + mark)


def deepen(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        item = outline.root[-1].children[0]
        item.children.append(pikepdf.OutlineItem("deeper", 0))


BROKEN: list[tuple[str, Callable[[Pdf], Any]]] = [
    ("the language is not set", lambda pdf: drop(pdf.Root, "/Lang")),
    ("not marked as tagged", lambda pdf: drop(pdf.Root, "/MarkInfo")),
    ("the title is not displayed", lambda pdf: drop(pdf.Root, "/ViewerPreferences")),
    ("do not say PDF/UA-1", lambda pdf: drop(pdf.Root, "/Metadata")),
    ("a figure has no words", lambda pdf: drop(first(pdf, "/Figure"), "/Alt")),
    ("H3 follows H1", lambda pdf: setattr(first(pdf, "/H2"), "S", Name.H3)),
    ("a table has no header cell", lambda pdf: [
        setattr(e, "S", Name.TD) for e in elements(pdf) if str(e.S) == "/TH"
    ]),
    ("does not say what it is the head of", lambda pdf: drop(first(pdf, "/TH").A, "/Scope")),
    ("a cell names a header", lambda pdf: setattr(
        first(pdf, "/TD").A, "Headers", Array([String("none")])
    )),
    ("rows of a table have", lambda pdf: setattr(first(pdf, "/TD").A, "ColSpan", 3)),
    ("/P stands in /TR", lambda pdf: setattr(first(pdf, "/TD"), "S", Name.P)),
    ("a link to summary has no words", lambda pdf: setattr(
        annotation(pdf, "Link"), "Contents", annotation(pdf, "Link").Dest
    )),
    ("which is not there", lambda pdf: setattr(annotation(pdf, "Link"), "Dest", String("gone"))),
    ("not part of the tags", lambda pdf: drop(annotation(pdf, "Link"), "/StructParent")),
    ("links and", lambda pdf: setattr(first(pdf, "/Form"), "K", Array([]))),
    ("a field has no name", lambda pdf: drop(annotation(pdf, "Widget"), "/T")),
    ("does not say what it asks for", lambda pdf: drop(annotation(pdf, "Widget"), "/TU")),
    ("is not embedded", unembed),
    ("order of its tags", lambda pdf: [drop(p, "/Tabs") for p in pdf.pages if "/Tabs" in p]),
    ("more than two levels", deepen),
    ("neither tagged nor set aside", lambda pdf: paint(pdf, b"0 0 9 9 re f")),
    ("that nobody reads", lambda pdf: setattr(pdf.Root.StructTreeRoot, "K", Array([]))),
]  # fmt: skip


@pytest.mark.parametrize(("said", "spoil"), BROKEN, ids=[b[0] for b in BROKEN])
def test_a_fault_is_found(data: bytes, said: str, spoil: Callable[[Pdf], Any]) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert faults(pdf) == []
        spoil(pdf)
        assert any(said in fault for fault in faults(pdf)), faults(pdf)


def test_running_heads_are_set_aside_and_the_words_of_links_are_their_text(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = {str(a.Contents) for p in pdf.pages for a in p.get("/Annots", []) if "/Dest" in a}
        page = pdf.pages[4].Contents.read_bytes()
    assert "Summary" in said
    assert not [words for words in said if words.startswith(("at-", "req-"))]
    assert page.count(b"/Artifact\nBMC") > 2
