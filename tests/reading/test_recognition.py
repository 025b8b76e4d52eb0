"""Pages that are pictures: recognised where Tesseract is, marked, and refused where it is not."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pypdfium2
import pytest

from report_gen import limits, pipeline
from report_gen.containment import Containment
from report_gen.containment.tool import NoToolError, run_tool
from report_gen.errors import UnreadableError
from report_gen.limits import Budget, Limits
from report_gen.reading import Document, read_document, recognition
from report_gen.reading.typesetting import set_page
from tests.reading.documents import codes, pdf_of, put, texts

WITH_TESSERACT = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed (package tesseract-ocr)"
)
ROWS = (
    (60, 80, "Jordan Example"),
    (60, 140, "EXPERIENCE"),
    (60, 170, "Data Engineer, Northwind Energy"),
    (430, 170, "2019 - 2023"),
    (60, 190, "Built the metering pipeline for 40 plants in Python."),
    (60, 205, "Cut the nightly load from nine hours to two."),
)


def _page(canvas) -> None:  # type: ignore[no-untyped-def]
    for x, y, text in ROWS:
        put(canvas, x, y, text, size=12)


def _other_page(canvas) -> None:  # type: ignore[no-untyped-def]
    put(canvas, 60, 100, "EDUCATION", size=12)
    put(canvas, 60, 130, "Uppsala University, Sweden", size=12)


def scan(data: bytes) -> bytes:
    """The same pages as pictures."""
    pages = [page.render(scale=200 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(data)]  # fmt: skip
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return out.getvalue()


def half_scanned() -> bytes:
    """Page 1 is text, page 2 a picture."""
    out, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    out.import_pages(pypdfium2.PdfDocument(pdf_of(_page)))
    out.import_pages(pypdfium2.PdfDocument(scan(pdf_of(_other_page))))
    out.save(stream)
    return stream.getvalue()


@WITH_TESSERACT
def test_a_scan_is_read_like_its_original_and_marked() -> None:
    data = pdf_of(_page)
    with Containment() as child:
        read = pipeline.read_file(scan(data), "cv.pdf", child)
    assert texts(read) == texts(read_document(data, "cv.pdf"))
    (note,) = [note for note in read.notes if note.code == "recognised_text"]
    assert note.where == "page 1"


@WITH_TESSERACT
def test_only_the_pages_that_are_pictures_are_recognised() -> None:
    read = pipeline.read_file(half_scanned(), "cv.pdf")
    assert texts(read)[-2:] == ["EDUCATION", "Uppsala University, Sweden"]
    assert {line.page for line in read.lines} == {1, 2}
    assert [note.where for note in read.notes if note.code == "recognised_text"] == ["page 2"]
    assert "picture_page" not in codes(read)


@WITH_TESSERACT
def test_too_many_pictures_are_refused() -> None:
    with limits.use(Limits(recognised_pages=1)), pytest.raises(UnreadableError) as caught:
        pipeline.read_file(scan(pdf_of(_page, _other_page)), "cv.pdf")
    assert caught.value.code == "too_large"


@WITH_TESSERACT
def test_a_picture_without_text_is_refused_as_before() -> None:
    with pytest.raises(UnreadableError) as caught:
        pipeline.read_file(scan(pdf_of(lambda canvas: canvas.circle(200, 500, 80))), "cv.pdf")
    assert caught.value.code == "image_only"


def test_without_tesseract_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition.shutil, "which", lambda name: None)
    with pytest.raises(UnreadableError, match="tesseract-ocr") as caught:
        pipeline.read_file(scan(pdf_of(_page)), "cv.pdf")
    assert caught.value.code == "image_only"
    read = pipeline.read_file(half_scanned(), "cv.pdf")
    assert [note.where for note in read.notes if note.code == "picture_page"] == ["page 2"]


def test_where_no_program_may_be_started_it_is_as_if_there_were_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recognition.shutil, "which", lambda name: "/nonexistent/tesseract")
    with pytest.raises(UnreadableError) as caught:
        pipeline.read_file(scan(pdf_of(_page)), "cv.pdf")
    assert caught.value.code == "image_only"


def hocr(rows: list[tuple[int, int, int, int, str]], angle: int = 0, page: str = "600 800") -> bytes:  # fmt: skip
    """Words as Tesseract writes them: a line each, boxes in dots."""
    lines = "".join(
        f"<span class='ocr_line' title='bbox {x0} {y0} {x1} {y1}; textangle {angle}; x_size 20'>"
        f"<span class='ocrx_word' title='bbox {x0} {y0} {x1} {y1}; x_wconf 95'>{text}</span></span>"
        for x0, y0, x1, y1, text in rows
    )
    return f"<html><body><div class='ocr_page' title='bbox 0 0 {page}'>{lines}</div></body></html>".encode()  # fmt: skip


WORDS = [(50, 40, 250, 60, "Jordan"), (50, 100, 300, 120, "Northwind"), (400, 300, 500, 320, "2021")]  # fmt: skip


def _read(data: bytes) -> Document:
    return read_document(set_page(data, 100), "page.pdf")


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_lying_on_its_side_is_turned(angle: int) -> None:
    upright, (width, height) = _read(hocr(WORDS)), (600, 800)
    turned = {
        90: lambda x0, y0, x1, y1: (y0, width - x1, y1, width - x0),
        180: lambda x0, y0, x1, y1: (width - x1, height - y1, width - x0, height - y0),
        270: lambda x0, y0, x1, y1: (height - y1, x0, height - y0, x1),
    }[angle]
    page = "600 800" if angle == 180 else "800 600"
    lying = _read(hocr([(*turned(*word[:4]), word[4]) for word in WORDS], angle, page))
    assert texts(lying) == texts(upright) == ["Jordan", "Northwind", "2021"]
    assert [round(line.x0) for line in lying.lines] == [round(line.x0) for line in upright.lines]


def test_recognised_signs_before_a_capital_are_bullets_and_a_bar_may_be_a_word() -> None:
    line = (
        "<span class='ocr_line' title='bbox 50 {y} 400 {z}; baseline 0 0; x_size 20'>"
        "<span class='ocrx_word' title='bbox 66 {y} 74 {z}; x_wconf 90'>{first}</span>"
        "<span class='ocrx_word' title='bbox 80 {y} 160 {z}; x_wconf 90'>{second}</span></span>"
    )
    rows = [("e", "Built"), ("¢", "Ran"), ("|", "like"), ("a", "Team")]
    body = "".join(
        line.format(y=100 + 40 * n, z=120 + 40 * n, first=a, second=b)
        for n, (a, b) in enumerate(rows)
    )
    page = f"<div class='ocr_page' title='bbox 0 0 600 800'>{body}</div>"
    read = _read(page.encode())
    found = [(line.marker, line.text) for line in read.lines]
    assert found == [("•", "Built"), ("•", "Ran"), ("", "I like"), ("", "a Team")]


BUDGET = Budget(cpu=5, wall=20, memory=2_000_000_000, output=1_000_000)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return str(Path(found).resolve())


def test_a_program_gets_a_folder_and_nothing_else(tmp_path: Path) -> None:
    copy = _program("cp")
    assert run_tool([copy, "in.txt", "out.txt"], {"in.txt": b"mine"}, "out.txt", BUDGET) == b"mine"
    (tmp_path / "secret.txt").write_text("someone's")
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can confine files")
    with pytest.raises(UnreadableError) as caught:
        run_tool([copy, str(tmp_path / "secret.txt"), "out.txt"], {}, "out.txt", BUDGET)
    assert caught.value.code == "tool_failed"


def test_a_program_that_takes_too_long_is_ended() -> None:
    with pytest.raises(UnreadableError) as caught:
        run_tool([_program("sleep"), "60"], {}, "x", Budget(cpu=5, wall=1, memory=10**9, output=1))
    assert caught.value.code == "tool_time"


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(NoToolError):
        run_tool(["/nonexistent/program"], {}, "x", BUDGET)
