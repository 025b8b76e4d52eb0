"""Boxes painted as frames (even-odd, a box inside a box) cover no text."""

from __future__ import annotations

import pytest

from report_gen.reading import read_document

PAGE = """<style>h2 {{ {border} }}</style><h1>Greta Alm</h1><p>greta@example.org</p>
<h2>Experience</h2><h3>Engineer</h3><p>Foo AB, Jan 2020 - Present</p>
<h2>Education</h2><p>BSc Physics, Uppland University, 2012 - 2015</p>"""


@pytest.mark.parametrize(
    "border",
    [
        "border-bottom: 1px solid #000",
        "border: 1px solid #000",
        "border-bottom: 3px double #333; background: #eee",
        "border-left: 4pt solid #123456",
    ],
)
def test_headings_with_borders_are_read(border: str) -> None:
    from weasyprint import HTML

    document = read_document(HTML(string=PAGE.format(border=border)).write_pdf(), "cv.pdf")
    texts = [line.text for line in document.lines]
    assert "Experience" in texts
    assert "Education" in texts
    assert not document.notes
