"""Stories and scripts as a Word document, for a candidate or coach to edit."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from report_gen.rendering.brand import PLAIN, Brand
from report_gen.report.models import Chapter, Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIZES = {"a4": (210, 297), "letter": (215.9, 279.4)}


def make_docx(report: Report, paper: str, brand: Brand = PLAIN) -> bytes:
    """Report -> .docx with the gap scripts and the stories; the same bytes for the same report.

    Of a brand it wears the accent, the name or logo above and the footer below (Word takes no SVG:
    then the name alone).
    """
    import docx
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    width, height = _SIZES[paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    _set_properties(document, report, brand)
    _dress(document, brand)
    document.add_heading(_safe(report.title), level=0)
    line = ", ".join(t for t in (report.candidate, report.date) if t)
    document.add_paragraph(_safe(line))
    document.add_paragraph(
        "Words in square brackets are blanks: only you know what belongs there. "
        "Nothing else was added to what your resume and the posting say."
    )
    for chapter in report.chapters:
        if chapter.template == "gap.html.j2":
            _add_gap(document, chapter)
        elif chapter.template in ("story.html.j2", "story_card.html.j2"):
            _add_story(document, chapter)
    return _fixed(document)


def _set_properties(document: Document, report: Report, brand: Brand) -> None:
    import datetime

    properties = document.core_properties
    properties.author = _safe(brand.name) or "reportgen"
    properties.title = _safe(report.title)[:255]
    properties.language = report.language
    properties.comments = ""
    properties.last_modified_by = "reportgen"
    properties.revision = 1
    moment = datetime.datetime(2000, 1, 1)
    properties.created = properties.modified = moment


def _dress(document: Document, brand: Brand) -> None:
    from docx.shared import Mm, RGBColor

    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = RGBColor.from_string(brand.accent[1:].upper())
    section = document.sections[0]
    if brand.name:
        head = section.header.paragraphs[0]
        if brand.logo_kind in ("png", "jpeg"):
            picture = head.add_run().add_picture(io.BytesIO(brand.logo), height=Mm(9))
            picture._inline.docPr.set("descr", _safe(brand.name))
        else:
            head.add_run(_safe(brand.name)).bold = True
    foot = section.footer.paragraphs[0]
    for text in (brand.footer, brand.contact):
        if text:
            foot.add_run(f"{_safe(text)} · ")
    _add_page_number(foot)


def _add_page_number(paragraph: Paragraph) -> None:
    """A field that Word fills in: python-docx has no function for fields."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "", "end"):
        run = paragraph.add_run()._r
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = "PAGE"
        run.append(mark)


def _add_gap(document: Document, chapter: Chapter) -> None:
    data = chapter.data
    document.add_heading(_safe(chapter.title), level=1)
    _labelled(document, "They ask", data["question"])
    for move in data["moves"]:
        _spoken(document, str(move["name"]), move["parts"])
    for turn in data["turns"]:
        _labelled(document, str(turn["kind"]), turn["question"])
        _spoken(document, "", turn["parts"])
        _spoken(document, "If they listen on", turn["more"])
    _bullets(document, "Expect next", data["follow_ups"])
    _bullets(document, "What not to say", data["avoid"])
    _bullets(document, "How to close it", [f"{p['time']}: {p['text']}" for p in data["plan"]])


def _add_story(document: Document, chapter: Chapter) -> None:
    data = chapter.data
    document.add_heading(_safe(chapter.title), level=1)
    _labelled(document, "Answers", data["question"])
    quote = data["quote"]
    document.add_paragraph(_safe(f"“{quote['text']}” ({quote['cite']})"))
    _labelled(document, "Told with it", data["with"])
    _labelled(document, "The whole story", data["whole_words"])
    for move in data["moves"]:
        _spoken(document, str(move["name"]), move["parts"])
    _spoken(document, "In 30 seconds", data["short"])
    _bullets(document, "Fill in before you tell it", [b["question"] for b in data["blanks"]])
    _bullets(document, "They will probe", data["probes"])


def _labelled(document: Document, label: str, text: object) -> None:
    if not text:
        return
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{_safe(label)}: ").bold = True
    paragraph.add_run(_safe(str(text)))


def _spoken(document: Document, label: str, parts: Iterable[Mapping[str, Any]]) -> None:
    parts = list(parts)
    if not parts:
        return
    paragraph = document.add_paragraph()
    if label:
        paragraph.add_run(f"{_safe(label)}. ").bold = True
    for part in parts:
        text = _safe(str(part["text"]))
        space = "" if part.get("glue") else " "
        if part["kind"] == "blank":
            run = paragraph.add_run(f"{space}[{text}]")
            run.italic = run.underline = True
        else:
            paragraph.add_run(space + text)


def _bullets(document: Document, title: str, items: Iterable[object]) -> None:
    items = list(items)
    if not items:
        return
    document.add_heading(title, level=2)
    for item in items:
        document.add_paragraph(_safe(str(item)), style="List Bullet")


def _safe(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _fixed(document: Document) -> bytes:
    """The archive with fixed dates in it: zipfile would write the clock's."""
    draft, out = io.BytesIO(), io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(name))
    return out.getvalue()
