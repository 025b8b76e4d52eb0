"""Where lines and groups of rows may not end: seen by the check, and not done by our layout."""

from __future__ import annotations

from weasyprint import CSS, HTML

from report_gen.rendering.boxes import Violation, find_violations
from report_gen.rendering.engine import read_page

STYLE = (
    "@page { size: 400pt 300pt; margin: 20pt } body { font: 10pt/14pt monospace }"
    "body, p, table { margin: 0; overflow-wrap: anywhere } p, td { padding: 0 }"
)


def found(body: str, style: str = "") -> list[Violation]:
    document = HTML(string=body).render(stylesheets=[CSS(string=STYLE + style)])
    return find_violations(document)


def kinds(body: str, style: str = "") -> set[str]:
    return {v.kind for v in found(body, style)}


def test_a_line_that_ends_long_before_the_edge_is_named() -> None:
    assert "short_line" in kinds(
        "<p style='white-space: pre-line'>One line\nends here for no reason at all</p>"
    )
    assert "short_line" not in kinds("<p>One line<br>that ends here for a reason</p>")
    assert "short_line" not in kinds(
        "<p>" + "some words of many lengths, as they come, " * 9 + "</p>"
    )


def test_a_word_broken_though_it_fits_a_line_is_named() -> None:
    nested = ("<p><span>{} <b>representation</b></span></p>".format("word " * n) for n in range(40))
    assert "broken_word" in kinds(" ".join(nested))
    assert "broken_word" not in kinds("<p>" + "long" * 60 + "</p>"), "longer than a line"


def test_rows_that_belong_together_and_are_split_are_named() -> None:
    row = "<tr><td>{}</td></tr>".format("word " * 250)
    table = f"<p style='height: 200pt'>x</p><table><tbody class='xray'>{row}{row}</tbody></table>"
    assert "split" in kinds(table + "<p style='break-before: page'>x</p>")


def test_text_that_fits_but_for_its_last_space_keeps_its_line() -> None:
    """The engine alone breaks it behind its first word, at about one of these widths."""
    text = "Where have you used what the introduction of the feature store taught you?"
    ways = (
        f"<p style='width: {n}px'>{text} <a>Engineer, 5th bullet</a></p>" for n in range(400, 560)
    )
    page = read_page(f"<html><body>{' '.join(ways)}</body></html>", None)
    style = CSS(string="@page { size: 700px 9000px; margin: 0 } p { font: 12.5px/16px sans-serif }")
    document = page.render(stylesheets=[CSS(string=STYLE), style])
    assert not [v for v in find_violations(document) if v.kind == "short_line"]
