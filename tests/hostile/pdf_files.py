"""PDFs that lead readers in circles, unpack without end, or promise what no file can hold."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.hostile.model import RESUME, Hostile

TEXT = b"BT /F1 11 Tf 14 TL 72 760 Td " + b" ".join(
    b"(%s) Tj T*" % line.encode() for line in RESUME.split("\n")
) + b" ET"  # fmt: skip
BOMB = ("pdf_bomb", "too_large", "parse_time", "parse_memory", "parse_crash", "damaged_pdf")
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf(objects: dict[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Objects -> a file with a true cross-reference table."""
    body, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max(objects) + 1
    rows = b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 00000 f \n"
        for n in range(1, size)
    )
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, rows, size, trailer, len(body))  # fmt: skip


def stream(content: bytes, entries: bytes = b"", length: bytes | None = None) -> bytes:
    """A stream object."""
    size = length if length is not None else b"%d" % len(content)
    return b"<<%s/Length %s>>stream\n%s\nendstream" % (entries, size, content)


def page(content: bytes = stream(TEXT), resources: bytes = b"", more: dict[int, bytes] | None = None, entries: bytes = b"", font: bytes = FONT) -> dict[int, bytes]:  # fmt: skip
    """One page: 1 catalogue, 2 pages, 3 page, 4 contents, 5 font; ``more`` from 6 on."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>" % (resources, entries),
        4: content,
        5: font,
        **(more or {}),
    }  # fmt: skip


def packed(content: bytes, times: int = 1) -> bytes:
    """A content stream, deflated once or more."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter[" + b"/FlateDecode" * times + b"]")


def zeros(megabytes: int) -> bytes:
    """A deflate stream of spaces, made without holding them."""
    packer = zlib.compressobj(9)
    block = b" " * 1_000_000
    return b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()])


def pdf_files() -> Iterator[Hostile]:
    """All of them; a few hundred kilobytes altogether but for the flate bombs."""
    for name, data, codes in _loops():
        yield Hostile(name=f"pdf-loop-{name}.pdf", data=data, codes=codes)
    for name, data, codes in _bombs():
        yield Hostile(name=f"pdf-bomb-{name}.pdf", data=data, codes=codes)
    for name, data, codes in _odd():
        yield Hostile(name=f"pdf-odd-{name}.pdf", data=data, codes=codes)


def _loops() -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    yield "length-itself", pdf(page(stream(TEXT, length=b"4 0 R"))), ()
    yield (
        "length-pair",
        pdf(page(stream(TEXT, length=b"6 0 R"), more={6: b"7 0 R", 7: b"6 0 R"})),
        (),
    )
    yield "contents", pdf({**page(more={6: b"7 0 R", 7: b"6 0 R"}), 4: b"6 0 R"}), ()
    yield "kids", pdf({**page(), 2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"}), ()
    yield "parent", pdf({**page(), 2: b"<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>", 3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"}), ()  # fmt: skip
    yield "xref-previous", pdf(page(), b"/Root 1 0 R/Prev 9"), ()
    start = pdf(page())
    at = start.rindex(b"xref\n0", 0, start.rindex(b"startxref"))
    yield "xref-itself", pdf(page(), b"/Root 1 0 R/Prev %d" % at), ()
    form = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")  # fmt: skip
    yield "form", pdf(page(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", {6: form})), ()
    glyph = stream(b"1000 0 0 0 750 750 d1 BT /F1 1 Tf (a) Tj ET")
    type3 = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<</Font<</F1 5 0 R>>>>>>"  # fmt: skip
    yield (
        "type3-glyph",
        pdf(page(stream(b"BT /F1 12 Tf (aaaa) Tj ET"), font=type3, more={6: glyph})),
        (),
    )
    outlines = {6: b"<</Type/Outlines/First 7 0 R/Last 7 0 R>>", 7: b"<</Title(x)/Parent 6 0 R/Next 7 0 R/First 7 0 R>>"}  # fmt: skip
    yield "outlines", pdf({**page(more=outlines), 1: b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>"}), ()  # fmt: skip
    yield "annotations", pdf(page(entries=b"/Annots 6 0 R", more={6: b"[6 0 R 6 0 R]"})), ()
    descendant = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
    )
    yield "descendant-font", pdf(page(font=descendant)), ()
    yield "object-stream", pdf({**page(), 6: stream(b"5 0 <<>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R")}), ()  # fmt: skip


def _bombs() -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    forms = {
        n: stream(
            (b"/X%d Do " % (n + 1)) * 10 if n < 15 else b"n",
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X%d %d 0 R>>>>" % (n + 1, n + 1),
        )
        for n in range(6, 16)
    }  # fmt: skip
    yield "laughing-forms", pdf(page(stream(b"/X6 Do"), b"/XObject<</X6 6 0 R>>", forms)), BOMB
    yield "one-line", pdf(page(packed(b"BT /F1 12 Tf (" + b"A" * 1_000_000 + b") Tj ET"))), BOMB
    yield "million-glyphs", pdf(page(packed(b"BT /F1 9 Tf " + b"1 0 0 1 9 9 Tm (A) Tj " * 300_000 + b"ET"))), BOMB  # fmt: skip
    yield "million-shapes", pdf(page(packed(b"0 0 1 1 re f\n" * 1_000_000))), BOMB
    yield "million-curves", pdf(page(packed(b"0 0 m " + b"1 1 2 2 3 3 c " * 500_000 + b"S"))), BOMB
    yield "million-saves", pdf(page(packed(b"q " * 1_000_000))), BOMB
    yield "flate-1gb", pdf(page(stream(zeros(1000), b"/Filter/FlateDecode"))), BOMB
    yield "flate-1gb-twice", pdf(page(stream(zlib.compress(zeros(1000), 9), b"/Filter[/FlateDecode/FlateDecode]"))), BOMB  # fmt: skip
    yield "flate-thrice", pdf(page(packed(b" " * 20_000_000, 3))), ()
    yield "filters-thousand", pdf(page(stream(TEXT, b"/Filter[" + b"/ASCIIHexDecode" * 1_000 + b"]"))), ()  # fmt: skip
    yield "run-length", pdf(page(stream(b"\x81 " * 2_000_000 + b"\x80", b"/Filter/RunLengthDecode"))), BOMB  # fmt: skip
    yield "predictor", pdf(page(stream(zlib.compress(TEXT), b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors 32>>"))), ()  # fmt: skip
    chars = b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap"
    mapped = FONT[:-2] + b"/ToUnicode 6 0 R>>"
    yield "unicode-map-4g", pdf(page(font=mapped, more={6: stream(chars)})), BOMB
    many = b"begincmap " + b"1 beginbfrange <0000> <ffff> <0041> endbfrange " * 3_000 + b"endcmap"
    yield "unicode-map-many", pdf(page(font=mapped, more={6: stream(many)})), BOMB
    wide = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 2000000000 500]>>]>>"  # fmt: skip
    yield "widths-2g", pdf(page(font=wide)), BOMB
    yield "widths-huge-array", pdf(page(font=FONT[:-2] + b"/FirstChar 0/LastChar 9999999/Widths[" + b"500 " * 2_000_000 + b"]>>")), ()  # fmt: skip
    fonts = b"/Font<<" + b"".join(b"/G%d 5 0 R" % n for n in range(50_000)) + b">>"
    yield "fonts-50000", pdf(page(resources=fonts)), ()
    yield "pages-ten-million", pdf({**page(), 2: b"<</Type/Pages/Kids[" + b"3 0 R " * 1_000_000 + b"]/Count 10000000>>"}), BOMB  # fmt: skip
    yield "arrays-nested", pdf({**page(), 4: b"[" * 200_000}), ()
    yield (
        "dictionaries-nested",
        pdf({**page(), 6: b"<</A" * 100_000}, b"/Root 1 0 R/Info 6 0 R"),
        (),
    )
    yield "contents-nested", pdf(page(packed(b"[" * 500_000 + b"] TJ"))), ()
    yield "page-tree-deep", pdf({**page(), 2: b"<</Type/Pages/Kids[10 0 R]/Count 1>>", **{n: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1 if n < 5_000 else 3) for n in range(10, 5_001)}}), ()  # fmt: skip
    notes = b"/Annots[" + b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>" * 50_000 + b"]"  # fmt: skip
    yield "links-50000", pdf(page(entries=notes)), ()
    yield "image-claims", pdf(page(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", {6: stream(b"x", b"/Type/XObject/Subtype/Image/Width 99999999/Height 99999999/BitsPerComponent 8/ColorSpace/DeviceRGB")})), ()  # fmt: skip
    yield "object-stream-claims", pdf({**page(), 6: stream(b"5 0 <<>>", b"/Type/ObjStm/N 2000000000/First 2000000000")}), ()  # fmt: skip
    rows = zlib.compress(b"\x01" * 5 * 1_000_000)
    claims = stream(rows, b"/Type/XRef/Size 2147483647/Index[0 2147483647]/W[1 3 1]/Filter/FlateDecode/Root 1 0 R")  # fmt: skip
    body = b"%PDF-1.7\n7 0 obj\n" + claims + b"\nendobj\nstartxref\n9\n%%EOF"
    yield "xref-stream-claims", body, ()
    yield "font-file", pdf(page(font=FONT[:-2] + b"/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontFile 6 0 R>>>>", more={6: stream(zeros(60), b"/Filter/FlateDecode")})), ()  # fmt: skip
    program = b"%!PS\n/A 1 def\n" + b"dup " * 3_000_000
    yield "font-program", pdf(page(font=FONT[:-2] + b"/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontFile 6 0 R>>>>", more={6: packed(program)[:-9] + b"endstream"})), ()  # fmt: skip


def _odd() -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    whole = pdf(page())
    yield "empty", b"%PDF-1.7", ("damaged_pdf",)
    yield "only-end", b"%PDF-1.7\n%%EOF", ("damaged_pdf",)
    yield "half", whole[: len(whole) // 2], ()
    yield "nul", whole.replace(b" ", b"\x00"), ()
    yield "negative-length", pdf(page(stream(TEXT, length=b"-5"))), ()
    yield "huge-numbers", pdf(page(stream(b"BT /F1 1e308 Tf 1e308 1e308 Td (x) Tj ET " + b"9" * 5_000 + b" 0 Td"))), ()  # fmt: skip
    yield "long-name", pdf(page(stream(b"/" + b"N" * 500_000 + b" Do"))), ()
    yield "long-string-open", pdf(page(stream(b"BT (" + b"(" * 300_000))), ()
    yield "huge-box", pdf(page(entries=b"/CropBox[-1e30 -1e30 1e30 1e30]/Rotate 1234567/UserUnit 1e9")), ()  # fmt: skip
    actions = {6: b"<</S/JavaScript/JS(app.alert(1))>>", 7: b"<</S/Launch/F(/bin/sh)>>"}
    yield "javascript-and-launch", pdf({**page(more=actions), 1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AA<</WC 7 0 R>>>>"}), ()  # fmt: skip
    yield "encrypted-odd", pdf(page(), b"/Root 1 0 R/Encrypt<</Filter/Standard/V 99/R 99/Length 99999999/O(x)/U(y)/P -1>>/ID[(a)(b)]"), ()  # fmt: skip
    yield "encrypted-zero-key", pdf(page(), b"/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3/Length 0/O(x)/U(y)/P -1>>/ID[(a)(b)]"), ()  # fmt: skip
    yield "pickle-cmap", pdf(page(font=b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/..#2F..#2Ftmp#2Fevil/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Registry(/etc/passwd)/Ordering(x)>>>>]>>")), ()  # fmt: skip
    yield "polyglot-zip", whole + b"PK\x03\x04" + bytes(100), ()
    yield "html-named-pdf", b"<html><body onload=alert(1)><p>Jo Doe</p><script>x</script>", ()
    yield "png-named-pdf", b"\x89PNG\r\n\x1a\n" + bytes(500), ("image_file",)
