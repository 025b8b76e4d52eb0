"""DOCX in body order, with what styles and numbering say."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from report_gen.reading import Document, read_document
from tests.reading.documents import codes, docx_of, texts


def read(document: Any) -> Document:
    return read_document(docx_of(document), "cv.docx")


def test_headings_lists_and_looks() -> None:
    document = docx.Document()
    document.add_heading("Jo Doe", 0)
    document.add_heading("Work", 1)
    paragraph = document.add_paragraph()
    paragraph.add_run("Engineer").bold = True
    paragraph.add_run("\t2019 – 2021").italic = True
    document.add_paragraph("Built it", style="List Bullet")
    document.add_paragraph("Inner", style="List Bullet 2")
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    document.add_paragraph("• typed bullet")
    lines = {line.text: line for line in read(document).lines}
    assert (lines["Jo Doe"].heading, lines["Work"].heading) == (1, 1)
    assert lines["Jo Doe"].size > lines["Work"].size > lines["Built it"].size
    row = lines["Engineer\t2019 – 2021"]
    assert [(span.text, span.bold, span.italic) for span in row.spans] == [
        ("Engineer", True, False), ("\t2019 – 2021", False, True),
    ] or [span.text.strip() for span in row.spans] == ["Engineer", "2019 – 2021"]  # fmt: skip
    assert lines["Built it"].marker
    assert lines["Inner"].marker
    assert (lines["First"].marker, lines["Second"].marker) == ("1.", "2.")
    assert lines["typed bullet"].marker == "•"


def test_blank_paragraphs_are_white_space_and_breaks_are_rows() -> None:
    document = docx.Document()
    document.add_paragraph("One\nTwo")
    document.add_paragraph("")
    document.add_paragraph("Three")
    page = document.add_paragraph()
    page.add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Overleaf")
    read_back = read(document)
    assert texts(read_back) == ["One", "Two", "Three", "Overleaf"]
    assert read_back.lines[1].gap < 0.5 <= 1.0 <= read_back.lines[2].gap
    assert [line.page for line in read_back.lines] == [1, 1, 1, 2]


def test_tables_by_rows_and_layout_tables_by_cells() -> None:
    document = docx.Document()
    flat = document.add_table(2, 2)
    for row, pair in zip(flat.rows, (("2019", "Acme"), ("2016", "Initech")), strict=True):
        row.cells[0].text, row.cells[1].text = pair
    layout = document.add_table(1, 2).rows[0].cells
    layout[0].text = "Contact"
    layout[0].add_paragraph("jo@example.org")
    layout[1].text = "Jo Doe"
    layout[1].add_paragraph("Engineer")
    nested = layout[1].add_table(1, 2).rows[0].cells
    nested[0].text, nested[1].text = "a", "b"
    read_back = read(document)
    assert texts(read_back) == [
        "2019\tAcme", "2016\tInitech", "Contact", "jo@example.org", "Jo Doe", "Engineer", "a\tb",
    ]  # fmt: skip
    columns = [line.column for line in read_back.lines]
    assert columns[2] == columns[3] != columns[4] == columns[5]


def test_headers_once_and_footers_without_page_numbers() -> None:
    document = docx.Document()
    document.add_paragraph("Body")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Jo Doe, jo@example.org"
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')  # fmt: skip
    footer._p.append(field)
    assert texts(read(document)) == ["Jo Doe, jo@example.org", "Body"]


def test_hidden_white_and_tiny_text_is_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Seen ")
    paragraph.add_run("hidden").font.hidden = True
    paragraph.add_run("white").font.color.rgb = RGBColor(255, 255, 255)
    paragraph.add_run("tiny").font.size = Pt(1)
    read_back = read(document)
    assert texts(read_back) == ["Seen"]
    assert codes(read_back) == {"invisible_text"}


def test_white_text_on_a_dark_cell_is_read() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.paragraphs[0].add_run("Contact").font.color.rgb = RGBColor(255, 255, 255)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), "1F3864")
    cell._tc.get_or_add_tcPr().append(shade)
    assert texts(read(document)) == ["Contact"]


def _append(document: Any, xml: str) -> None:
    document.element.body.insert(0, parse_xml(xml))


def test_text_boxes_content_controls_and_tracked_changes() -> None:
    document = docx.Document()
    document.add_paragraph("Body")
    w = nsdecls("w")
    box = (
        f'<w:p {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Anchor</w:t></w:r><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p>'
        "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    control = f"<w:sdt {w}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Controlled</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    changed = (
        f"<w:p {w}><w:ins><w:r><w:t>Added</w:t></w:r></w:ins><w:del><w:r><w:delText>Gone</w:delText>"
        "</w:r></w:del></w:p>"
    )
    for xml in (changed, control, box):
        _append(document, xml)
    assert texts(read(document)) == ["Anchor", "In the box", "Controlled", "Added", "Body"]


def test_links() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    ident = document.part.relate_to("https://example.org/me", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True)  # fmt: skip
    paragraph._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{ident}"><w:r><w:t>my site</w:t></w:r></w:hyperlink>'))  # fmt: skip
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:jo@example.org"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>mail</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    _append(document, f"<w:p {nsdecls('w')}>{field}</w:p>")
    read_back = read(document)
    assert texts(read_back) == ["mail", "See my site"]
    assert {(link.url, link.text) for link in read_back.links} == {
        ("mailto:jo@example.org", "mail"), ("https://example.org/me", "my site"),
    }  # fmt: skip


def test_a_wrong_suffix_and_strict_namespaces_are_read() -> None:
    document = docx.Document()
    document.add_paragraph("Jo Doe")
    data = docx_of(document)
    assert texts(read_document(data, "cv.pdf")) == ["Jo Doe"]
    source, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = part.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
            target.writestr(name, part)
    assert texts(read_document(stream.getvalue(), "cv.docx")) == ["Jo Doe"]
