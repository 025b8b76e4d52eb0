"""Every refusal, with the file that causes it and the remedy it gives."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import docx
import pikepdf
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from report_gen.errors import ExitCode, UnreadableError
from report_gen.reading import read_document
from tests.reading.documents import HEIGHT, docx_of, pdf_of, put


def _page(canvas: Canvas) -> None:
    put(canvas, 60, 100, "Jo Doe, Engineer at a company")


def _encrypted() -> bytes:
    return pdf_of(_page, encrypt=StandardEncryption("open me", canPrint=0))


def _encrypted_aes() -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(_page))) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(user="open me", owner="x", R=6))
    return stream.getvalue()


def _picture() -> bytes:
    from PIL import Image

    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (4, 4), "grey")), 0, 0, 595, HEIGHT)

    return pdf_of(page)


def _many_pages() -> bytes:
    return pdf_of(*[_page] * 61)


def _crowded_page() -> bytes:
    def page(canvas: Canvas) -> None:
        for row in range(400):
            put(canvas, 20, 20 + 2 * row, "abcdefghi " * 10, size=3)

    return pdf_of(page)


def _empty_page() -> bytes:
    return pdf_of(lambda canvas: None)


def _archive(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _docx_with(files: dict[str, bytes]) -> bytes:
    document = docx.Document()
    document.add_paragraph("Jo Doe")
    source = zipfile.ZipFile(io.BytesIO(docx_of(document)))
    return _archive({name: source.read(name) for name in source.namelist()} | files)


def _ole(marker: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + marker.encode("utf-16-le") + bytes(600)
    )


BOMB = b"<w:p/>" * 400_000


@pytest.mark.parametrize(
    ("code", "name", "make"),
    [
        ("password", "cv.pdf", _encrypted),
        ("password", "cv.pdf", _encrypted_aes),
        ("password", "cv.docx", lambda: _ole("EncryptedPackage")),
        ("damaged_pdf", "cv.pdf", lambda: pdf_of(_page)[:200]),
        ("damaged_pdf", "cv.pdf", lambda: b"%PDF-1.7\nnothing of use follows"),
        ("damaged_pdf", "cv.pdf", lambda: b"no pdf at all"),
        ("image_only", "cv.pdf", _picture),
        ("image_only", "cv.pdf", _empty_page),
        ("too_large", "cv.pdf", _many_pages),
        ("too_large", "cv.pdf", _crowded_page),
        ("too_large", "cv.txt", lambda: b"a word " * 80_000),
        ("too_large", "cv.md", lambda: b"# a\n\n" + b"a word " * 80_000),
        ("too_large", "cv.html", lambda: b"<p>" + b"a word " * 80_000),
        ("legacy_doc", "cv.doc", lambda: _ole("WordDocument")),
        ("rtf", "cv.rtf", lambda: b"{\\rtf1 text}"),
        ("rtf", "cv.docx", lambda: b"{\\rtf1 text}"),
        ("odt", "cv.odt", lambda: _archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})),
        ("pages", "cv.pages", lambda: _archive({"Index/Document.iwa": b"x"})),
        ("wrong_type", "cv.xlsx", lambda: _archive({"xl/workbook.xml": b"<x/>"})),
        ("wrong_type", "cv.zip", lambda: _archive({"cv.pdf": b"x"})),
        ("wrong_type", "cv.gz", lambda: b"\x1f\x8b" + bytes(range(256))),
        ("image_file", "cv.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("image_file", "cv.pdf", lambda: b"\xff\xd8\xff\xe0" + bytes(100)),
        ("damaged_docx", "cv.docx", lambda: docx_of(docx.Document())[:300]),
        ("damaged_docx", "cv.docx", lambda: _docx_with({"word/document.xml": b"<w:document"})),
        ("damaged_docx", "cv.docx", lambda: _docx_with({"word/document.xml": b"<a/>"})),
        ("damaged_docx", "cv.docx", lambda: b"this is not a zip"),
        ("no_text", "cv.docx", lambda: docx_of(docx.Document())),
        ("archive_bomb", "cv.docx", lambda: _docx_with({"word/document.xml": BOMB * 5})),
        ("archive_bomb", "cv.docx", lambda: _docx_with({"word/styles.xml": BOMB})),
        ("archive_bomb", "cv.docx", lambda: _docx_with({f"x{n}": b"" for n in range(1001)})),
        ("empty_file", "cv.txt", lambda: b""),
        ("empty_file", "cv.txt", lambda: b" \n\x00\n"),
        ("no_text", "cv.txt", lambda: b"-----\n=====\n"),
        ("no_text", "cv.html", lambda: b"<html><body><script>x</script></body></html>"),
    ],
)  # fmt: skip
def test_refusals(code: str, name: str, make: Callable[[], bytes]) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document(make(), name)
    assert caught.value.code == code
    assert caught.value.exit_code is ExitCode.UNREADABLE
    assert caught.value.remedy.endswith((".", "readable.pdf", ")"))
    assert name in caught.value.message


def test_the_remedy_for_pictures_names_a_tool() -> None:
    with pytest.raises(UnreadableError, match="ocrmypdf"):
        read_document(_picture(), "scan.pdf")


def test_xml_entities_are_not_expanded() -> None:
    xml = (
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>Jo &f; Doe</w:t></w:r></w:p></w:body></w:document>"
    )
    document = read_document(_docx_with({"word/document.xml": xml}), "cv.docx")
    assert "root:" not in document.text
    assert document.text.startswith("Jo")


def test_sixty_pages_are_read_and_sixty_one_are_not() -> None:
    assert read_document(pdf_of(*[_page] * 60), "cv.pdf").pages == 60


def test_a_zip_whose_directory_lies_about_sizes_is_refused() -> None:
    data = bytearray(_docx_with({"word/document.xml": BOMB}))
    at = data.rfind(b"PK\x01\x02")
    while at >= 0:  # claim one kilobyte for each member
        struct.pack_into("<I", data, at + 24, 1000)
        at = data.rfind(b"PK\x01\x02", 0, at)
    with pytest.raises(UnreadableError):
        read_document(bytes(data), "cv.docx")
