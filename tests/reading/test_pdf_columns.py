"""PDF: two columns told by their headings, dates that label, and cells parted at a hyphen."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.reading.documents import FILLER, put, read_pdf, texts

BOLD = "Helvetica-Bold"


def test_headings_of_one_look_on_both_sides_make_columns() -> None:
    def page(canvas: Canvas) -> None:
        put(
            canvas,
            60,
            40,
            "A line that runs over both of the columns, from the left margin to the right",
        )
        put(canvas, 60, 56, "me@example.org")
        put(canvas, 360, 56, "+44 7700 900123")
        for row, (left, right) in enumerate(
            [("WORK", "SKILLS"), (FILLER[0][:41], "SQL"), (FILLER[1][:41], "R"), (FILLER[2][:41], "Stata"),
             ("EDUCATION", "Maps"), ("Ghent University", "LANGUAGES"), ("Leuven", "Dutch")]
        ):  # fmt: skip
            for x, leading, text in ((60, 14, left), (360, 18, right)):
                heading = text.isupper() and len(text) > 3
                put(canvas, x, 90 + leading * row, text, BOLD if heading else "Helvetica")

    found = texts(read_pdf(page))
    assert found[1] == "me@example.org\t+44 7700 900123"
    assert found[2:] == [
        "WORK", FILLER[0][:41], FILLER[1][:41], FILLER[2][:41], "EDUCATION", "Ghent University", "Leuven",
        "SKILLS", "SQL", "R", "Stata", "Maps", "LANGUAGES", "Dutch",
    ]  # fmt: skip


def test_date_ranges_wrapped_in_a_left_cell_are_whole() -> None:
    def page(canvas: Canvas) -> None:
        for row, (start, end) in enumerate([("2022-08 -", "2026-05"), ("2020-06 -", "2022-03")]):
            y = 60 + 60 * row
            put(canvas, 60, y, start)
            put(canvas, 60, y + 13, end)
            put(canvas, 150, y, "Computer Engineering", BOLD)
            put(canvas, 150, y + 13, "Ghent University")
            put(canvas, 150, y + 26, FILLER[row])

    found = texts(read_pdf(page))
    assert found[0] == "2022-08 - 2026-05\tComputer Engineering"
    assert found[3] == "2020-06 - 2022-03\tComputer Engineering"


def test_a_hyphen_at_the_end_of_a_narrow_cell_parts_it_from_the_next() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 60, "Bach-", BOLD)
        put(canvas, 91, 60, "Ghent University, Statistics")
        put(canvas, 450, 60, "2014 - 2018")
        put(canvas, 60, 73, "elor", BOLD)
        put(canvas, 60, 99, FILLER[0])

    assert "Bachelor Ghent University, Statistics\t2014 - 2018" in texts(read_pdf(page))
