"""Whatever stands in a resume or posting is printed as text: it acts nowhere."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from report_gen.rendering import render_report
from report_gen.rendering.html import make_page, make_print_page
from report_gen.rendering.links import drop_dead_links, safe_url
from report_gen.report import Report, compose_report
from report_gen.taxonomy import Taxonomy
from tests.report.case import small_analysis

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<link rel=attachment href=file:///etc/hostname>",
    "<style>@import url(http://127.0.0.1:9/x.css)</style>",
    "</title><base href=http://127.0.0.1:9/>",
    "{{ 7 * 7 }}{% include '/etc/hostname' %}",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe src=file:///etc/hostname></iframe>",
    "<!--", "]]>", "&lt;script&gt;", "url(file:///etc/hostname)", '" style="background:url(http://127.0.0.1:9/)',
)  # fmt: skip
ALLOWED = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "div",
        "section",
        "p",
        "span",
        "a",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "b",
        "br",
        "input",
        "details",
        "summary",
        "svg",
        "path",
        "rect",
        "line",
        "circle",
        "text",
        "g",
    ]
)
KEPT = frozenset(
    {"id", "kind", "href", "status", "severity", "risk", "likelihood", "confidence", "band"}
)


class Reader(HTMLParser):
    """Collects the tags and attributes a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def poisoned(report: Report, payload: str) -> Report:
    """Every string of every chapter ends in the payload, but for ids and states of ours."""

    def spoil(value: Any, key: str = "") -> Any:
        if isinstance(value, str):
            return value if key in KEPT or key.endswith("id") or not value else f"{value} {payload}"
        if isinstance(value, dict):
            return {k: spoil(v, str(k)) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [spoil(v, key) for v in value]
        return value

    chapters = tuple(
        replace(c, data=spoil(dict(c.data)), title=f"{c.title} {payload}") for c in report.chapters
    )
    return replace(report, chapters=chapters, title=payload, candidate=payload)


@pytest.fixture(scope="module")
def small(taxonomy: Taxonomy) -> Report:
    return compose_report(small_analysis(), taxonomy, "full")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_slot_stays_text(small: Report, payload: str) -> None:
    for html in (make_print_page(poisoned(small, payload)), make_page(poisoned(small, payload))):
        reader = Reader()
        reader.feed(html)
        assert reader.tags <= ALLOWED, reader.tags - ALLOWED
        for tag, name, value in reader.attributes:
            assert not name.startswith("on"), (tag, name)
            assert name not in ("src", "style", "srcset", "background", "data", "action"), (
                tag,
                name,
            )
            if name == "href":
                assert value.startswith(("#", "http://", "https://", "mailto:")), value


def test_a_payload_reaches_neither_file_nor_network(small: Report) -> None:
    brief = replace(small, chapters=small.chapters[:8])
    rendered = render_report(poisoned(brief, PAYLOADS[3] + PAYLOADS[1]))
    assert b"/EmbeddedFile" not in rendered.data
    assert rendered.warnings == ()


def test_the_fetcher_serves_our_fonts_and_nothing_else() -> None:
    from report_gen.rendering.pdf import _fetcher

    fetcher = _fetcher()()
    assert fetcher.fetch("reportgen-font:regular").read()[:4] == b"\x00\x01\x00\x00"
    for url in (
        "file:///etc/hostname",
        "http://127.0.0.1:9/",
        "data:text/css,a{}",
        "reportgen-font:../x",
    ):
        with pytest.raises(ValueError, match="only the report's own fonts"):
            fetcher.fetch(url)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("https://example.org/a?b=c", True), ("http://example.org", True), ("mailto:a@example.org", True),
        ("javascript:alert(1)", False), ("JaVaScRiPt:alert(1)", False), ("java\nscript:alert(1)", False),
        ("data:text/html,x", False), ("file:///etc/passwd", False), ("//example.org", False),
        ("http://", False), ("vbscript:x", False), ("", False), ("http://[", False),
    ],
)  # fmt: skip
def test_only_harmless_addresses_are_linked(value: str, kept: bool) -> None:
    assert safe_url(value) == (value if kept else "")


def test_links_without_a_target_become_text() -> None:
    html = '<p id="a"><a href="#a">x</a> <a class="see" href="#b">y</a><a class="page" href="#b"></a></p>'
    assert drop_dead_links(html) == '<p id="a"><a href="#a">x</a> <span>y</span></p>'
