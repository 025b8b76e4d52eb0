"""Whatever the bytes: a Document, or an error that a user can act on."""

from __future__ import annotations

import random
import re
import zlib
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from report_gen.errors import ReportGenError
from report_gen.reading import Document, read_document
from tests.reading.documents import FILLER, docx_of, pdf_of, put

SUFFIXES = st.sampled_from(["pdf", "docx", "html", "md", "txt", "json", "xyz", ""])


def attempt(data: bytes, name: str) -> Document | None:
    try:
        document = read_document(data, name)
    except ReportGenError as error:
        if not (error.code and error.remedy):
            raise
        return None
    assert document.lines or document.data is not None
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert all(line.text.strip() == line.text for line in document.lines)
    return document


@given(st.binary(max_size=400), SUFFIXES)
def test_random_bytes(data: bytes, suffix: str) -> None:
    attempt(data, f"cv.{suffix}")


@given(st.text(max_size=400), SUFFIXES)
def test_random_text(text: str, suffix: str) -> None:
    attempt(text.encode("utf-8", errors="surrogatepass"), f"cv.{suffix}")


@given(st.text(alphabet="<>/ abdivpultrh=\"'&;!-[]", max_size=300))
def test_random_markup(text: str) -> None:
    attempt(b"<html>" + text.encode(), "cv.html")
    attempt(text.encode(), "cv.md")


def _sample() -> bytes:
    def page(canvas: Canvas) -> None:
        for row, text in enumerate(FILLER * 3):
            put(canvas, 60, 100 + 14 * row, text)
        canvas.linkURL("https://example.org", (60, 60, 90, 90))
        canvas.rect(10, 10, 50, 50, fill=1)

    return pdf_of(page, page)


PDF = _sample()


def _word() -> bytes:
    document = docx.Document()
    document.add_heading("Jo Doe", 1)
    for text in FILLER:
        document.add_paragraph(text, style="List Bullet")
    document.add_table(2, 2).rows[0].cells[0].text = "cell"
    return docx_of(document)


WORD = _word()


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(["cut", "flip", "drop", "repeat", "digits"]))
def test_mutated_pdfs(seed: int, kind: str) -> None:
    attempt(mutate(PDF, seed, kind), "cv.pdf")


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(["cut", "flip", "drop", "repeat"]))
def test_mutated_word_files(seed: int, kind: str) -> None:
    attempt(mutate(WORD, seed, kind), "cv.docx")


def mutate(data: bytes, seed: int, kind: str) -> bytes:
    dice = random.Random(seed)
    at, length = dice.randrange(20, len(data)), dice.randrange(1, 200)
    if kind == "cut":
        return data[:at]
    if kind == "drop":
        return data[:at] + data[at + length :]
    if kind == "repeat":
        return data[:at] + data[at : at + length] * 3 + data[at + length :]
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 30)):
        spot = dice.randrange(20, len(data))
        if kind == "flip":
            changed[spot] = dice.randrange(256)
        elif chr(changed[spot]).isdigit():
            changed[spot] = ord(str(dice.randrange(10)))
    return bytes(changed)


def _raw_pdf(content: bytes, resources: bytes = b"", more: bytes = b"") -> bytes:
    """A PDF without cross-reference table, which every reader must rebuild."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<"
        b"/Font<</F1 5 0 R>>" + resources + b">>>>endobj\n"
        b"4 0 obj<</Length " + str(len(content)).encode() + b">>stream\n" + content + b"\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n" + more +
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


def test_a_file_without_cross_references_is_read() -> None:
    document = attempt(_raw_pdf(b"BT /F1 12 Tf 72 720 Td (Jo Doe) Tj ET"), "cv.pdf")
    assert document is not None
    assert document.lines[0].text == "Jo Doe"


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 1e39 1e39 Td (far) Tj ET",
        b"BT /F1 0 Tf 72 720 Td (no size) Tj ET",
        b"BT /F1 -12 Tf 72 720 Td (turned) Tj ET",
        b"BT /F9 12 Tf 72 720 Td (no such font) Tj ET",
        b"BT /F1 12 Tf 72 720 Td (open",
        b"Q Q Q EMC EMC ET BT BT (x) Tj",
        b"/X Do",
        b"0 0 0 0 re f 1 0 0 1 m h S " * 50,
        b"1 0 0 0 0 0 cm BT /F1 12 Tf 72 720 Td (flat) Tj ET",
        b"/P <</MCID 0/ActualText (x)>> BDC BT /F1 12 Tf (y) Tj ET",
        b"q " * 5000,
        b"(no text object) Tj [(a) 1e400 (b)] TJ",
    ],
)
def test_odd_instructions(content: bytes) -> None:
    attempt(_raw_pdf(content), "cv.pdf")


def test_forms_that_draw_themselves_end() -> None:
    form = b"6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 14>>stream\n/X Do /X Do   \nendstream endobj\n"  # fmt: skip
    attempt(_raw_pdf(b"/X Do", b"/XObject<</X 6 0 R>>", form), "cv.pdf")


def test_laughing_forms_end() -> None:
    """Ten forms, each drawing the next ten times: 10^9 pictures from 3 kilobytes."""
    forms = b""
    for number in range(6, 15):
        content = f"/X{number + 1} Do ".encode() * 10
        forms += f"{number} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X{number + 1} {number + 1} 0 R>>>>/Length {len(content)}>>stream\n".encode() + content + b"\nendstream endobj\n"  # fmt: skip
    last = b"15 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>stream\nn\nendstream endobj\n"
    assert attempt(_raw_pdf(b"/X6 Do", b"/XObject<</X6 6 0 R>>", forms + last), "cv.pdf") is None


def test_a_million_shapes_are_refused() -> None:
    content = zlib.compress(b"0 0 1 1 re f\n" * 300_000)
    data = _raw_pdf(content).replace(
        b">>stream\n" + content[:8], b"/Filter/FlateDecode>>stream\n" + content[:8]
    )
    assert attempt(data, "cv.pdf") is None


def test_a_broken_file_is_read_by_the_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one reader gives up on, the other may still read; the document says so."""
    from report_gen.reading import pdf_guard

    def fail(*args: object, **options: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr(pdf_guard.GuardedPDF, "__init__", fail)
    document = read_document(PDF, "cv.pdf")
    assert [line.text for line in document.lines][:3] == list(FILLER)
    assert document.pages == 2
    assert document.notes[0].code == "damaged_pdf"


def test_names_with_odd_characters_do_no_harm() -> None:
    for name in ("", "{x}.pdf", "a/b\\c.pdf", "%s.docx", "…" * 300):
        attempt(b"{broken", name)
    assert Path("x")  # nothing was written


def _indexed(pdf: bytes) -> bytes:
    """The same file with a cross-reference table, so that nothing must be rebuilt."""
    body, places = b"%PDF-1.4\n", {}
    for found in re.finditer(rb"(\d+) 0 obj.*?endobj\n", pdf, re.DOTALL):
        places[int(found.group(1))] = len(body)
        body += found.group()
    table = b"".join(b"%010d 00000 n \n" % places.get(n, 0) for n in range(1, max(places) + 1))
    size = max(places) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, table, size, len(body))  # fmt: skip


TEXT = b"BT /F1 12 Tf 72 720 Td (Jo) Tj ET"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Length 33", b"/Length 4 0 R"),
        (b"/Length 33", b"/Length 6 0 R"),
        (b"/Contents 4 0 R", b"/Contents 6 0 R"),
        (b"/Contents", b"/Annots 6 0 R/Contents"),
        (b"/Kids[3 0 R]", b"/Kids[2 0 R 3 0 R]"),
        (b"/Count 1", b"/Count 99999999"),
    ],
)
def test_references_that_lead_back_to_themselves_end(old: bytes, new: bytes) -> None:
    loop = b"6 0 obj\n7 0 R\nendobj\n7 0 obj\n6 0 R\nendobj\n"
    assert old in _raw_pdf(TEXT)
    attempt(_indexed(_raw_pdf(TEXT, more=loop).replace(old, new)), "cv.pdf")


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_to_a_hundred_megabytes_is_refused(times: int) -> None:
    packed = zlib.compress(b" " * 100_000_000, 1)
    for _ in range(times - 1):
        packed = zlib.compress(packed)
    data = _raw_pdf(packed).replace(b">>stream\n", b"/Filter[" + b"/FlateDecode" * times + b"]>>stream\n", 1)  # fmt: skip
    with pytest.raises(ReportGenError) as caught:
        read_document(data, "cv.pdf")
    assert caught.value.code == "pdf_bomb"


def test_a_font_of_two_thousand_million_widths_is_refused() -> None:
    font = b"/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 2000000000 500]>>]"  # fmt: skip
    data = _raw_pdf(TEXT).replace(
        b"/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding", font
    )
    with pytest.raises(ReportGenError) as caught:
        read_document(_indexed(data), "cv.pdf")
    assert caught.value.code == "pdf_bomb"


def test_a_character_map_of_four_thousand_million_is_refused() -> None:
    chars = b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap"
    more = b"6 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (len(chars), chars)
    data = _raw_pdf(TEXT, more=more).replace(
        b"/BaseFont/Helvetica", b"/BaseFont/Helvetica/ToUnicode 6 0 R"
    )
    with pytest.raises(ReportGenError) as caught:
        read_document(_indexed(data), "cv.pdf")
    assert caught.value.code == "pdf_bomb"
