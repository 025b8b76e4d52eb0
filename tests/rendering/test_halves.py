"""A report made in two halves is the report made in one go, whoever makes them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from report_gen.containment import Containment, second
from report_gen.rendering import Rendered, halves, render_report
from report_gen.rendering.brand import PLAIN
from report_gen.rendering.halves import spans_of
from report_gen.rendering.html import make_print_page
from report_gen.rendering.pdf import make_pdf
from report_gen.report import Report

Seen = dict[str, Any]


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield pdf


def seen(pdf: pikepdf.Pdf) -> Seen:
    """What a reader has of the document, by page numbers instead of objects."""
    number = {page.objgen: n for n, page in enumerate(pdf.pages)}
    names = pdf.Root.Names.Dests.Names
    places = {
        str(names[n]): (number[names[n + 1][0].objgen], *map(float, list(names[n + 1])[2:]))
        for n in range(0, len(names), 2)
    }
    return {
        "words": [re.sub(rb"/x\d+ Do", b"/x Do", p.Contents.read_bytes()) for p in pdf.pages],
        "places": places,
        "order": list(places) == sorted(places),
        "links": [_links(page) for page in pdf.pages],
        "fields": [(str(f.T), str(f.FT)) for f in pdf.Root.AcroForm.Fields],
        "bookmarks": list(_bookmarks(pdf.Root.Outlines.First, number)),
        "count": int(pdf.Root.Outlines.Count),
        "tags": [_tag(child) for child in pdf.Root.StructTreeRoot.K[0].K],
        "title": str(pdf.docinfo.Title),
    }


def _links(page: pikepdf.Page) -> list[tuple[str, str]]:
    notes = [a for a in page.get("/Annots", []) if "/Dest" in a]
    return [(str(a.Dest), str(a.Contents)) for a in notes]


def _bookmarks(mark: Any, number: dict[Any, int]) -> Iterator[Any]:
    before = None
    while mark is not None:
        assert (mark.get("/Prev") or mark).objgen == (before or mark).objgen
        below = list(_bookmarks(mark.First, number)) if "/First" in mark else []
        yield str(mark.Title), number[mark.Dest[0].objgen], float(mark.Dest[3]), below
        before, mark = mark, mark.get("/Next")


def _tag(element: Any) -> Any:
    if not isinstance(element, pikepdf.Dictionary):
        return None
    return str(element.get("/S", "")), [_tag(kid) for kid in element.get("/K", [])]


@pytest.fixture(scope="module")
def whole(report: Report) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(halves, "MOST_ELEMENTS", 1_000_000)
        return make_pdf(report, "a4").data


def test_two_halves_say_and_show_what_one_whole_does(rendered: Rendered, whole: bytes) -> None:
    with opened(rendered.data) as two, opened(whole) as one:
        assert len(two.objects) > len(one.objects), "the whole was not made in one go"
        left, right = seen(two), seen(one)
    for name, value in left.items():
        assert value == right[name], name
    assert left["order"]


def test_all_that_is_marked_or_linked_belongs_to_a_tag(rendered: Rendered) -> None:
    with opened(rendered.data) as pdf:
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = dict(zip(map(int, list(nums)[::2]), list(nums)[1::2], strict=True))
        assert sorted(owners) == list(range(len(owners))), "the keys of a number tree ascend"
        for n, page in enumerate(pdf.pages):
            assert page.StructParents == n
            for note in page.get("/Annots", []):
                owner = owners[int(note.StructParent)]
                kids = [k for k in owner.K if isinstance(k, pikepdf.Dictionary)]
                assert note.objgen in [k.Obj.objgen for k in kids if "/Obj" in k]
        ids = [str(t.ID) for t in pdf.objects if isinstance(t, pikepdf.Dictionary) and "/ID" in t]
        assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("processors", [1, 2])
def test_one_process_or_two_make_the_same_bytes(
    rendered: Rendered, report: Report, processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second, "_processors", lambda: processors)
    with Containment() as containment:
        assert containment(render_report, report, "a4", "pdf").data == rendered.data


def test_where_it_is_cut_follows_from_the_page(report: Report) -> None:
    html = make_print_page(report)
    assert len(spans_of(html, PLAIN)) == 2
    short = make_print_page(replace(report, chapters=report.chapters[:6]))
    assert spans_of(short, PLAIN) == [(0, None)]
    assert spans_of(html.replace('class="opener"', 'class="other"'), PLAIN) == [(0, None)]
    own = replace(PLAIN, templates={"assets/print.css": "p { margin: 0 }"})
    assert spans_of(html, own) == [(0, None)]
