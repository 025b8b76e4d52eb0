"""Documents made to do harm, small ones: what they would do stands beside each."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pikepdf

from tests.conftest import PEOPLE


def write_all(folder: Path) -> list[Path]:
    """Every hostile document as a file in ``folder``."""
    documents = {
        "garbage.pdf": b"%PDF-1.7\n" + b"\x00garbage" * 400,
        "self-length.pdf": _self_length(),
        "flate-bomb.pdf": _flate_bomb(),
        "laughs.pdf": _laughs(),
        "encrypted.pdf": _encrypted(),
        "zip-bomb.docx": _zip_bomb(),
        "paragraphs.docx": _paragraphs(),
        "empty.txt": b"",
    }
    paths = []
    for name, data in documents.items():
        (folder / name).write_bytes(data)
        paths.append(folder / name)
    return paths


def _pdf(*objects: bytes) -> bytes:
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))  # fmt: skip
    return out.getvalue()


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X0 5 0 R>>>>>>"


def _self_length() -> bytes:
    """The stream's length is the stream: a reader that resolves it never ends."""
    return _pdf(_CATALOG, _PAGES, _PAGE, b"<</Length 4 0 R>>\nstream\nBT ET\nendstream", b"null")


def _flate_bomb() -> bytes:
    """A gigabyte of spaces in a megabyte."""
    packer = zlib.compressobj(9)
    block = b" " * 1_000_000
    data = b"".join(packer.compress(block) for _ in range(1000)) + packer.flush()
    head = b"<</Filter/FlateDecode/Length %d>>\nstream\n" % len(data)
    return _pdf(_CATALOG, _PAGES, _PAGE, head + data + b"\nendstream", b"null")


def _laughs() -> bytes:
    """Forms that draw the next form ten times, nine deep: a thousand million drawings."""
    forms = []
    for depth in range(9):
        draw = b"/X%d Do " % (depth + 1) * 10 if depth < 8 else b"BT (ha) Tj ET"
        forms.append(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X%d %d 0 R>>>>/Length %d>>\nstream\n%s\nendstream"
            % (depth + 1, 6 + depth, len(draw), draw)
        )
    return _pdf(_CATALOG, _PAGES, _PAGE, b"<</Length 6>>\nstream\n/X0 Do\nendstream", *forms)


def _encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(PEOPLE / "mira-okafor.pdf") as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def _docx(body: bytes, repeat: int) -> bytes:
    """An ordinary DOCX whose text is ``body``, many times."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(PEOPLE / "mira-okafor.docx") as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "word/document.xml":
                data = data.replace(b"</w:body>", body * repeat + b"</w:body>")
            target.writestr(item.filename, data)
    return out.getvalue()


def _zip_bomb() -> bytes:
    """200 MB of white space in a member."""
    return _docx(b" " * 1_000_000, 200)


def _paragraphs() -> bytes:
    """300,000 paragraphs in a few kilobytes."""
    return _docx(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>", 300_000)
