"""What is refused, and what the person can do about each: one place for every remedy."""

from __future__ import annotations

from report_gen import limits
from report_gen.errors import UnreadableError

_ACCEPTED = "Save it as PDF, DOCX, HTML, Markdown or plain text and try again."

_REFUSALS: dict[str, tuple[str, str]] = {
    "empty_file": ("{name} is empty.", "Export or download the document again."),
    "no_text": ("{name} contains no text.", "Check that it is the right file."),
    "password": (
        "{name} is protected by a password.",
        "Save a copy without the password (print it to a new PDF, for instance) and use that.",
    ),
    "damaged_pdf": (
        "{name} is damaged and can't be read as a PDF.",
        "Download or export it again; opening it in a viewer and printing to PDF often helps.",
    ),
    "damaged_docx": (
        "{name} is damaged and can't be read as a Word document.",
        "Open it in a word processor and save it again as DOCX or PDF.",
    ),
    "image_only": (
        "{name} holds pictures of text, but no text on any page.",
        "Install Tesseract (package tesseract-ocr), which this program then uses, or run text "
        "recognition yourself, for example: ocrmypdf {name} readable.pdf",
    ),
    "image_file": (
        "{name} is a picture, not a document with text.",
        "Run text recognition first (ocrmypdf --image-dpi 300 makes a readable PDF of it).",
    ),
    "too_large": (
        "{name} is too large for a resume or job description: more than {what}.",
        "Keep the pages that matter and leave out the rest.",
    ),
    "archive_bomb": (
        "{name} unpacks to far more than a document needs ({what}).",
        "Open it in a word processor and save it again as DOCX or PDF.",
    ),
    "pdf_bomb": (
        "{name} asks for far more work than a document needs.",
        "Open it in a viewer and print it to a new PDF.",
    ),
    "legacy_doc": (
        "{name} is an old Word document (.doc).",
        "Save it as DOCX or PDF: in Word or LibreOffice, File > Save As.",
    ),
    "rtf": ("{name} is an RTF document.", "Save it as DOCX or PDF: File > Save As."),
    "odt": ("{name} is an OpenDocument text (.odt).", "Save it as DOCX or PDF: File > Save As."),
    "pages": ("{name} is a Pages document.", "Export it as PDF or Word: File > Export To."),
    "wrong_type": ("{name} is not a document this program reads ({what}).", _ACCEPTED),
    "not_json": ("{name} is not valid JSON ({what}).", "Check the file with a JSON validator."),
    "not_an_object": (
        "{name} is valid JSON, but not an object with named fields.",
        "A JSON Resume starts with {{ and has fields such as basics and work.",
    ),
}


def check_pages(pages: int, name: str) -> None:
    """Raise ``too_large`` for more pages than the limit in force."""
    most = limits.active().pages
    if pages > most:
        raise refuse("too_large", name, f"{most} pages")


def check_characters(characters: int, name: str) -> None:
    """Raise ``too_large`` for more characters than the limit in force."""
    most = limits.active().characters
    if characters > most:
        raise refuse("too_large", name, f"{most:,} characters")


def refuse(code: str, name: str, what: str = "") -> UnreadableError:
    """The error to raise for one of the codes above; ``what`` fills in the detail."""
    message, remedy = _REFUSALS[code]
    shown = name or "The input"
    return UnreadableError(
        code, message.format(name=shown, what=what), remedy.format(name=shown, what=what)
    )
