"""PDF by layout: what belongs to a line, what is read before what."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.layouts.sheet import register_fonts
from tests.reading.documents import FILLER, HEIGHT, codes, put, read_pdf, texts


def test_a_date_at_the_right_margin_belongs_to_its_line() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 80, "Senior Engineer", "Helvetica-Bold")
        put(canvas, 450, 80, "2019 - 2021", "Helvetica-Oblique")
        put(canvas, 60, 94, FILLER[0] + " and then for some years more, well past the middle")

    document = read_pdf(page)
    line = document.lines[0]
    assert line.text == "Senior Engineer\t2019 - 2021"
    assert [(span.text, span.bold, span.italic) for span in line.spans] == [
        ("Senior Engineer", True, False), ("2019 - 2021", False, True),
    ]  # fmt: skip
    assert line.spans[0].x1 < 200 < line.spans[1].x0
    assert line.spans[1].x0 > 440
    assert not line.bold


def test_two_columns_are_read_one_after_the_other() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 50, "Jo Doe", size=22)
        put(
            canvas,
            60,
            70,
            "A headline that runs over both of the columns, from left to right margin" * 1,
        )
        for number in range(12):
            put(canvas, 60, 110 + 14 * number, f"left column row {number} of words")
            put(canvas, 330, 117 + 13 * number, f"right column row {number} of words")

    found = texts(read_pdf(page))
    assert found[0] == "Jo Doe"
    assert found[2:] == [
        *(f"left column row {n} of words" for n in range(12)),
        *(f"right column row {n} of words" for n in range(12)),
    ]


def test_a_column_goes_on_on_the_next_page_before_its_neighbour() -> None:
    def page(start: int):  # type: ignore[no-untyped-def]
        def draw(canvas: Canvas) -> None:
            for number in range(start, start + 20):
                put(
                    canvas,
                    60,
                    90 + 14 * (number - start),
                    f"main {number} {FILLER[number % 3][:38]}",
                )
                if number % 20 < 10:
                    put(canvas, 400, 97 + 13 * (number - start), f"side {number}")

        return draw

    document = read_pdf(page(0), page(20))
    order = [line.text.split()[:2] for line in document.lines]
    main = [["main", str(n)] for n in range(40)]
    side = [["side", str(n)] for n in (*range(10), *range(20, 30))]
    assert order == main + side
    assert len({line.column for line in document.lines}) == 2
    assert [line.number for line in document.lines] == list(range(1, 61))


def test_dates_in_the_left_margin_go_before_their_entry() -> None:
    def page(canvas: Canvas) -> None:
        for number, (first, second) in enumerate((("2019 -", "2021"), ("2016 -", "2019"))):
            y = 100 + 90 * number
            put(canvas, 60, y, first)
            put(canvas, 60, y + 13, second)
            put(canvas, 105, y, f"Engineer {number}", "Helvetica-Bold")
            for row, text in enumerate(FILLER):
                put(canvas, 105, y + 13 * (row + 1), text)

    found = texts(read_pdf(page))
    assert found[0] == "2019 - 2021\tEngineer 0"
    assert found[4] == "2016 - 2019\tEngineer 1"
    assert found[1:4] == list(FILLER)


def test_section_names_in_the_margin_are_lines_of_their_own() -> None:
    def page(canvas: Canvas) -> None:
        for number, name in enumerate(("SUMMARY", "EXPERIENCE")):
            y = 100 + 80 * number
            put(canvas, 50, y, name, "Helvetica-Bold", 9)
            for row, text in enumerate((*FILLER, "And a fourth line of text")):
                put(canvas, 150, y + 13 * row, text)

    found = texts(read_pdf(page))
    assert found == [
        "SUMMARY",
        *FILLER,
        "And a fourth line of text",
        "EXPERIENCE",
        *FILLER,
        "And a fourth line of text",
    ]


def test_labels_and_values_are_rows() -> None:
    def page(canvas: Canvas) -> None:
        for number, (label, value) in enumerate(
            (("Languages", "Go, SQL, Rust"), ("Platform", "Kafka, Redis"), ("Other", "Chess"))
        ):
            put(canvas, 60, 100 + 14 * number, label)
            put(canvas, 180, 100 + 14 * number, value)

    assert texts(read_pdf(page)) == [
        "Languages\tGo, SQL, Rust",
        "Platform\tKafka, Redis",
        "Other\tChess",
    ]


def test_a_cell_of_company_dates_and_place_goes_before_its_title() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(3):
            y = 100 + 90 * number
            put(canvas, 60, y, f"Acme {number}", "Helvetica-Bold")
            put(canvas, 60, y + 12, "2019 - 2021", size=8)
            put(canvas, 60, y + 24, "Lima", size=8)
            put(canvas, 190, y, "Engineer", "Helvetica-Bold")
            for row, text in enumerate(FILLER):
                put(canvas, 202, y + 13 * (row + 1), f"• {text}")

    found = [(line.marker, line.text) for line in read_pdf(page).lines]
    assert found == [
        pair
        for number in range(3)
        for pair in (("", f"Acme {number}\t2019 - 2021\tLima\tEngineer"), *(("•", text) for text in FILLER))
    ]  # fmt: skip


def test_a_date_range_wrapped_at_the_right_margin_is_whole() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "National Institute of Long Names", "Helvetica-Bold")
        canvas.drawRightString(500, HEIGHT - 100, "April 2014 – September")
        put(canvas, 60, 112, "Programme Lead", "Helvetica-Oblique")
        canvas.drawRightString(500, HEIGHT - 112, "2020")
        put(canvas, 60, 124, FILLER[0] + ", in a line that runs on to the right margin of the page")

    assert texts(read_pdf(page))[:2] == [
        "National Institute of Long Names\tApril 2014 – September 2020", "Programme Lead",
    ]  # fmt: skip


def test_columns_on_one_grid_are_columns() -> None:
    side = [
        "CONTACT",
        "jo@example.org",
        "Lima",
        "-",
        "SKILLS",
        "Go",
        "SQL",
        "Rust",
        "Kafka",
        "-",
        "EDUCATION",
        "BSc",
        "Uni",
    ]
    main = ["WORK", "Engineer, Acme", "2019 - 2021", *(f"- {text}" for text in FILLER), "Analyst, Initech", "2014 - 2019", *(f"- {text}" for text in FILLER), "TALKS", "PyLima 2018"]  # fmt: skip

    def page(canvas: Canvas) -> None:
        for number, (one, two) in enumerate(zip(side, main, strict=True)):
            put(canvas, 60, 90 + 13 * number, one if one != "-" else "")
            put(canvas, 230, 90 + 13 * number, two)

    assert texts(read_pdf(page)) == [word for word in side if word != "-"] + [
        text.removeprefix("- ") for text in main
    ]


def test_bullets_side_by_side_are_items() -> None:
    def page(canvas: Canvas) -> None:
        for number, word in enumerate(["Go", "SQL", "Rust", "Kafka", "Redis", "Helm"]):
            put(canvas, 60 + 170 * (number % 3), 100 + 13 * (number // 3), f"• {word}")

    document = read_pdf(page)
    assert texts(document) == ["Go", "SQL", "Rust", "Kafka", "Redis", "Helm"]
    assert all(line.marker == "•" for line in document.lines)


def test_a_wrapped_table_cell_is_made_whole() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "Head of Data and Infor-")
        put(canvas, 172, 100, "2019 - 2021")
        put(canvas, 60, 112, "mation Systems")

    found = texts(read_pdf(page))
    assert found == ["Head of Data and Information Systems\t2019 - 2021"]


def test_name_large_and_contact_small_beside_it() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 70, "Jo Doe", size=26)
        for number, text in enumerate(("jo@example.org", "+1 555 0100", "Lima")):
            put(canvas, 440, 56 + 12 * number, text, size=9)
        put(
            canvas,
            60,
            130,
            FILLER[0] + ", with more words than fit beside the contact block at right",
        )

    assert texts(read_pdf(page))[:4] == ["Jo Doe", "jo@example.org", "+1 555 0100", "Lima"]


def test_bullets_as_glyphs_shapes_and_symbols() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "•")
        put(canvas, 72, 100, "glyph far from its text")
        put(canvas, 60, 114, "- typed dash")
        canvas.circle(63, HEIGHT - 125, 1.6, stroke=0, fill=1)
        put(canvas, 72, 128, "drawn dot")
        put(canvas, 60, 142, "\u2022", "ZapfDingbats", 8)
        put(canvas, 72, 142, "a dingbat")
        put(canvas, 72, 156, "no mark")
        put(canvas, 60, 170, "1.")
        put(canvas, 72, 170, "numbered")

    found = [(bool(line.marker), line.text) for line in read_pdf(page).lines]
    assert found == [
        (True, "glyph far from its text"), (True, "typed dash"), (True, "drawn dot"),
        (True, "a dingbat"), (False, "no mark"), (True, "numbered"),
    ]  # fmt: skip


def test_dots_of_a_time_line_are_no_bullets() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(62.5, HEIGHT - 300, 1, 220, stroke=0, fill=1)
        for number in range(3):
            canvas.circle(63, HEIGHT - 97 - 60 * number, 2.5, stroke=0, fill=1)
            put(canvas, 76, 100 + 60 * number, f"Title {number}")

    assert [line.marker for line in read_pdf(page).lines] == ["", "", ""]


def test_letter_spaced_words_are_rejoined() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "W O R K   E X P E R I E N C E", "Helvetica-Bold")
        text = canvas.beginText(60, HEIGHT - 130)
        text.setFont("Helvetica", 11)
        text.setCharSpace(5)
        text.textOut("EDUCATION")
        text.setCharSpace(0)
        canvas.drawText(text)
        text = canvas.beginText(60, HEIGHT - 160)
        text.setCharSpace(1.2)
        text.textOut("jo.doe@example.org")
        text.setCharSpace(0)
        canvas.drawText(text)

    assert texts(read_pdf(page)) == ["WORK EXPERIENCE", "EDUCATION", "jo.doe@example.org"]


def test_missing_word_spaces_are_inferred() -> None:
    def page(canvas: Canvas) -> None:
        x = 60.0
        for word in ("Led", "the", "data", "team"):
            put(canvas, x, 100, word)
            x += canvas.stringWidth(word, "Helvetica", 10) + 2.6

    assert texts(read_pdf(page)) == ["Led the data team"]


def test_small_capitals_stay_one_word() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "E", size=14)
        put(canvas, 60 + canvas.stringWidth("E", "Helvetica", 14), 100, "DUCATION", size=11)

    assert texts(read_pdf(page)) == ["EDUCATION"]


def test_small_capitals_that_lost_their_case_get_their_initials_back() -> None:
    def page(canvas: Canvas) -> None:
        x = 60.0
        for word in ("jo", "doe"):
            put(canvas, x, 100, word[0], size=14)
            x += canvas.stringWidth(word[0], "Helvetica", 14)
            put(canvas, x, 100, word[1:], size=11)
            x += canvas.stringWidth(word[1:], "Helvetica", 11) + 4

    assert texts(read_pdf(page)) == ["Jo Doe"]


def test_an_address_broken_by_a_narrow_column_is_whole() -> None:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(
            (
                "anna.maria-",
                "nowak@example.org",
                "jo.doe@",
                "example.net",
                "lima@example.org",
                "berlin",
            )
        ):
            put(canvas, 60, 100 + 12 * number, text)

    assert texts(read_pdf(page)) == [
        "anna.maria-nowak@example.org",
        "jo.doe@example.net",
        "lima@example.org",
        "berlin",
    ]


def test_cards_side_by_side_end_with_their_page() -> None:
    def first(canvas: Canvas) -> None:
        for row, text in enumerate(FILLER):
            put(
                canvas,
                60,
                80 + 14 * row,
                text + ", which is a line that crosses the whole page of text",
            )
        for number in range(3):
            canvas.rect(52 + 165 * number, HEIGHT - 620, 155, 120)
            put(canvas, 60 + 165 * number, 520, f"Card {number}", "Helvetica-Bold")
            for row in range(5):
                put(canvas, 60 + 165 * number, 535 + 13 * row, f"word {number}{row}", size=9)

    def second(canvas: Canvas) -> None:
        put(canvas, 60, 80, "Education", "Helvetica-Bold", 14)
        put(canvas, 60, 100, "BSc Maths")

    found = texts(read_pdf(first, second))
    assert found[-2:] == ["Education", "BSc Maths"]
    assert found[3:9] == ["Card 0", "word 00", "word 01", "word 02", "word 03", "word 04"]


def test_superscripts_go_back_to_their_word() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "Ranked 1")
        x = 60 + canvas.stringWidth("Ranked 1", "Helvetica", 10)
        put(canvas, x, 96, "st", size=6)
        put(canvas, x + canvas.stringWidth("st", "Helvetica", 6) + 2.8, 100, "of ninety")

    assert texts(read_pdf(page)) == ["Ranked 1st of ninety"]


def test_fake_bold_is_bold_and_said_once() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "Education")
        put(canvas, 60.3, 100, "Education")

    line = read_pdf(page).lines[0]
    assert (line.text, line.bold) == ("Education", True)


def test_texts_printed_over_each_other_are_told_apart() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "Bachelor of Science")
        put(canvas, 110, 100, "University of Somewhere")

    assert {"Bachelor of Science", "University of Somewhere"} <= set(
        "\t".join(texts(read_pdf(page))).split("\t")
    )


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    def page(number: int):  # type: ignore[no-untyped-def]
        def draw(canvas: Canvas) -> None:
            if number > 1:
                put(canvas, 60, 40, "Resume of Jo Doe", size=8)
            for row in range(30):
                put(
                    canvas,
                    60,
                    90 + 14 * row,
                    f"line {number} {'abcdefghijklmnopqrstuvwxyz'[row % 26]} {FILLER[row % 3]}",
                )
            put(canvas, 60, HEIGHT - 40, "Confidential", size=8)
            put(canvas, 480, HEIGHT - 40, f"Page {number} of 3", size=8)

        return draw

    document = read_pdf(page(1), page(2), page(3))
    text = " ".join(texts(document))
    assert len(document.lines) == 90
    assert "Confidential" not in text
    assert "Page" not in text
    assert "running_text" in codes(document)
    assert document.pages == 3


def test_the_name_on_the_second_page_is_no_text() -> None:
    def first(canvas: Canvas) -> None:
        put(canvas, 60, 70, "Jo van Doe", size=22)
        put(canvas, 60, 100, FILLER[0])

    def second(canvas: Canvas) -> None:
        put(canvas, 60, 40, "Resume of Jo van Doe", size=8)
        put(canvas, 60, 100, FILLER[1])

    assert texts(read_pdf(first, second)) == ["Jo van Doe", FILLER[0], FILLER[1]]


def test_contact_details_in_every_footer_are_kept_once() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, FILLER[0])
        put(canvas, 60, HEIGHT - 40, "jo@example.org", size=8)

    assert texts(read_pdf(page, page)).count("jo@example.org") == 1


def test_gaps_blocks_sizes_and_rules() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "Education", "Helvetica-Bold", 14)
        canvas.line(60, HEIGHT - 104, 500, HEIGHT - 104)
        put(canvas, 60, 125, "First line")
        put(canvas, 60, 137, "Second line")
        put(canvas, 60, 180, "Other block")

    head, first, second, other = read_pdf(page).lines
    assert (head.size, head.bold, head.ruled) == (14, True, True)
    assert not first.ruled
    assert first.block == second.block != other.block
    assert second.gap < 0.4 < 1.5 < other.gap


def test_links_lie_over_their_words() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "my site and more")
        canvas.linkURL("https://example.org/me", (60, HEIGHT - 103, 92, HEIGHT - 90))
        canvas.linkURL("javascript:alert(1)", (92, HEIGHT - 103, 130, HEIGHT - 90))

    document = read_pdf(page)
    assert [(link.url, link.text) for link in document.links] == [
        ("https://example.org/me", "my site")
    ]
    assert document.lines[0].spans[0].href == "https://example.org/me"


def test_ligatures_and_private_glyphs() -> None:
    register_fonts()

    def page(canvas: Canvas) -> None:
        put(canvas, 60, 100, "e\ufb03cient o\ufb00ers", "Sans")
        put(canvas, 60, 120, "\uf0e0 jo@example.org", "Sans")

    assert texts(read_pdf(page)) == ["efficient offers", "jo@example.org"]


def test_turned_text_is_set_apart_and_turned_pages_are_read() -> None:
    def side(canvas: Canvas) -> None:
        put(canvas, 120, 100, FILLER[0])
        put(canvas, 120, 120, FILLER[1])
        canvas.rotate(90)
        canvas.drawString(300, -40, "Portfolio 2020")

    document = read_pdf(side)
    assert texts(document) == [FILLER[0], FILLER[1], "Portfolio 2020"]
    assert codes(document) == {"rotated_text"}

    def turned(canvas: Canvas) -> None:
        canvas.rotate(90)
        for row, text in enumerate(FILLER):
            canvas.drawString(100, -100 - 14 * row, text)

    assert texts(read_pdf(turned)) == list(FILLER)

    def landscape(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        for row, text in enumerate(FILLER):
            canvas.saveState()
            canvas.rotate(90)
            canvas.drawString(100, -100 - 14 * row, text)
            canvas.restoreState()

    assert texts(read_pdf(landscape)) == list(FILLER)


def test_replacement_text_is_honoured() -> None:
    def page(canvas: Canvas) -> None:
        canvas._code.append("/Span << /ActualText (Zoe) >> BDC")
        put(canvas, 60, 100, "Z.o.e")
        canvas._code.append("EMC")
        put(canvas, 120, 100, "Smith")

    assert texts(read_pdf(page))[0].split() == ["Zoe", "Smith"]
