"""Drawn tables are read cell by cell; frames that hold columns are not tables."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.reading.documents import HEIGHT, put, read_pdf, texts

EDGES = (50, 150, 260, 540)
LEVELS = (100, 120, 190, 240)
CELLS = {
    (0, 0): ["Period"],
    (1, 0): ["Employer"],
    (2, 0): ["Position and duties"],
    (0, 1): ["2019 - 2023"],
    (1, 1): ["Northwind Energy and", "Water", "Leeds, UK"],
    (2, 1): ["Data Engineer", "Built the metering pipeline for 40 plants", "Cut the load in half"],
    (0, 2): ["2017 - 2019"],
    (1, 2): ["Orbit AI"],
    (2, 2): ["Analyst", "Moved 140 reports to SQL"],
}


def _table(canvas: Canvas, ruled: bool) -> None:
    put(canvas, 50, 80, "Work experience", size=14)
    if ruled:
        for x in EDGES:
            canvas.line(x, HEIGHT - LEVELS[0], x, HEIGHT - LEVELS[-1])
        for y in LEVELS:
            canvas.line(EDGES[0], HEIGHT - y, EDGES[-1], HEIGHT - y)
    for (column, row), lines in CELLS.items():
        for n, text in enumerate(lines):
            put(canvas, EDGES[column] + 4, LEVELS[row] + 14 + 14 * n, text)
    put(canvas, 50, 270, "Education", size=14)


def test_each_row_of_a_drawn_table_is_read_before_the_next() -> None:
    assert texts(read_pdf(lambda canvas: _table(canvas, ruled=True))) == [
        "Work experience",
        "Period\tEmployer\tPosition and duties",
        "2019 - 2023\tNorthwind Energy and Water\tData Engineer",
        "Leeds, UK",
        "Built the metering pipeline for 40 plants",
        "Cut the load in half",
        "2017 - 2019\tOrbit AI\tAnalyst",
        "Moved 140 reports to SQL",
        "Education",
    ]


def test_text_across_a_rule_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        _table(canvas, ruled=True)
        put(canvas, 60, 236, "A remark that runs on across the rules between the columns")

    assert sorted(" ".join(texts(read_pdf(page))).split()) == sorted(
        " ".join(
            [
                *(t for lines in CELLS.values() for t in lines),
                "Work experience Education",
                "A remark that runs on across the rules between the columns",
            ]
        ).split()
    )


def test_two_framed_columns_of_a_page_stay_columns() -> None:
    def page(canvas: Canvas) -> None:
        for x in (50, 280, 540):
            canvas.line(x, HEIGHT - 90, x, HEIGHT - 760)
        for y in (90, 110, 760):
            canvas.line(50, HEIGHT - y, 540, HEIGHT - y)
        for n in range(20):
            put(canvas, 60, 130 + 30 * n, f"Left line {n} of the first column")
            put(canvas, 290, 137 + 31 * n, f"Right line {n} of the second column")

    found = texts(read_pdf(page))
    assert [text.split()[0] for text in found] == ["Left"] * 20 + ["Right"] * 20


def test_cells_hold_as_many_texts_as_those_above_and_below_them() -> None:
    """A town that would not have fitted beside its firm is no part of the firm's name; what surely
    goes on does."""
    names = (
        ["Data Engineer", "Havtorn AB", "Lund"],
        ["Analyst", "Bryggen GmbH", "Bremen"],
        ["Intern", "Northern Harbour Board", "Trondheim"],
        ["Trainee", "Board of Harbours and", "Canals"],
        ["Clerk", "Tidal AG", "Kiel"],
    )

    def page(canvas: Canvas) -> None:
        levels = [100 + 50 * n for n in range(len(names) + 1)]
        for x in (50, 150, 270, 540):
            canvas.line(x, HEIGHT - levels[0], x, HEIGHT - levels[-1])
        for y in levels:
            canvas.line(50, HEIGHT - y, 540, HEIGHT - y)
        for n, lines in enumerate(names):
            put(canvas, 54, levels[n] + 14, f"201{n}")
            for k, text in enumerate(lines):
                put(canvas, 154, levels[n] + 14 + 13 * k, text)
            put(canvas, 274, levels[n] + 14, "Kept the ledger of forty branches in order")

    found = texts(read_pdf(page))
    assert "Trondheim" in found
    assert "Board of Harbours and Canals" in found
