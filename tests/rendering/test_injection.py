"""Whatever stands in a resume or posting is printed as text: it acts nowhere."""

from __future__ import annotations

import io
import re
import socket
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from report_gen.rendering import render_report
from report_gen.rendering.html import make_page, make_print_page
from report_gen.rendering.links import drop_dead_links, safe_url
from report_gen.report import Chapter, Report, compose_report
from report_gen.resources import templates_dir
from report_gen.taxonomy import Taxonomy
from tests.rendering.payloads import payloads
from tests.report.case import small_analysis

PAYLOADS = payloads()
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
STATES = frozenset(["kind", "status", "severity", "risk", "likelihood", "confidence", "band"])
"""Words that templates choose a picture or a class by: never a person's text."""
IDS = re.compile(r"(?:^|_)(?:id|href|anchor|target)$")


class Reader(HTMLParser):
    """Collects the tags and attributes a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(tag, name, value or "") for name, value in attrs}


class Poison:
    """Puts payloads into every string of a report; the next one into the next slot."""

    def __init__(self, payloads: list[str], *, ids: bool) -> None:
        self.payloads, self.ids, self.at = payloads, ids, 0
        self.slots: set[tuple[str, str]] = set()

    def next(self) -> str:
        self.at += 1
        return self.payloads[self.at % len(self.payloads)]

    def report(self, report: Report) -> Report:
        chapters = tuple(
            replace(
                c,
                title=f"{c.title} {self.next()}",
                data=self.spoil(dict(c.data), c.template, ""),
            )
            for c in report.chapters
        )
        return replace(report, chapters=chapters, title=self.next(), candidate=self.next(), date=self.next())  # fmt: skip

    def spoil(self, value: Any, template: str, key: str) -> Any:
        if isinstance(value, str):
            if not value or key in STATES or (IDS.search(key) and not self.ids):
                return value
            self.slots.add((template, key))
            return f"{value} {self.next()}"
        if isinstance(value, dict):
            return {k: self.spoil(v, template, str(k)) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [self.spoil(v, template, key) for v in value]
        return value


@pytest.fixture(scope="module")
def editions(taxonomy: Taxonomy) -> list[Report]:
    """The three editions; the full one with the chapters that this person would not get."""
    full, *others = (compose_report(small_analysis(), taxonomy, e) for e in ("full", "standard", "brief"))  # fmt: skip
    row = {"id": "b1", "question": "How many?", "cite": "Acme", "why": "It counts.", "answer": "Nine"}  # fmt: skip
    blanks = Chapter(id="blanks", part="IV", title="Blanks", template="blanks.html.j2", data={"rows": [row], "more": 3})  # fmt: skip
    story = next(c for c in full.chapters if c.template == "story.html.j2")
    card = replace(story, id="card", template="story_card.html.j2")
    said = {"question": "Tell me about yourself.", "length": "100 words", "moves": [{"name": "Now", "parts": [{"kind": "text", "text": "I build.", "glue": True}]}],
            "advice": ["Slowly."], "leave_out": ["Tools"], "follow_ups": ["Why us?"], "blanks": [row]}  # fmt: skip
    intro = Chapter(id="introduction", part="IV", title="You", template="introduction.html.j2", data=said)  # fmt: skip
    return [replace(full, chapters=(*full.chapters, blanks, card, intro)), *others]


@pytest.fixture(scope="module")
def small(editions: list[Report]) -> Report:
    return editions[0]


def check_page(html: str) -> None:
    reader = Reader()
    reader.feed(html)
    assert reader.tags <= ALLOWED, reader.tags - ALLOWED
    for tag, name, value in reader.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name not in ("src", "style", "srcset", "background", "data", "action", "ping", "rel"), (tag, name)  # fmt: skip
        if name == "href":
            assert value.startswith("#") or safe_url(value), value


def test_there_are_payloads_enough() -> None:
    assert len(set(PAYLOADS)) >= 200


def test_every_template_has_its_slots_poisoned(editions: list[Report]) -> None:
    """The guard: a new template that the small report never uses is not tested here."""
    poison = Poison(PAYLOADS, ids=False)
    for report in editions:
        poison.report(report)
    files = {path.name for path in (templates_dir() / "chapters").iterdir()}
    assert {template for template, _ in poison.slots} == files


@pytest.mark.parametrize("ids", [False, True], ids=["texts", "ids"])
def test_every_payload_in_every_slot_stays_text(editions: list[Report], ids: bool) -> None:
    """Each round moves every payload on to the next slots, until all have met."""
    for number, payload in enumerate(PAYLOADS):
        poison = Poison([payload], ids=ids)
        report = poison.report(editions[0] if number % 8 else editions[number // 8 % 3])
        check_page(make_page(report) if number % 2 else make_print_page(report))


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """An address, and a list that grows with every connection to it."""
    met: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as link:

        def listen() -> None:
            while True:
                try:
                    link.accept()[0].close()
                except OSError:
                    return
                met.append("connection")

        threading.Thread(target=listen, daemon=True).start()
        yield f"127.0.0.1:{link.getsockname()[1]}", met
        link.shutdown(socket.SHUT_RDWR)


OPENED: list[str] = []
_HOOKED: list[bool] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" or event.startswith("socket."):
        OPENED.append(f"{event} {arguments[0] if arguments else ''}")


def test_a_poisoned_pdf_reads_no_file_opens_no_connection_and_links_nowhere(
    editions: list[Report], listener: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, met = listener
    canary = tmp_path / "canary"
    canary.write_text("canary-4711")
    if not _HOOKED:  # a hook can't be taken away again
        sys.addaudithook(_watch)
        _HOOKED.append(True)
    OPENED.clear()
    aimed = payloads(str(canary), address)
    poison = Poison([" ".join(aimed[n : n + 3]) for n in range(0, len(aimed), 3)], ids=False)
    for report in (editions[2], replace(editions[0], chapters=editions[0].chapters[1:12])):
        rendered = render_report(poison.report(report))
        with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
            assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
            assert "/OpenAction" not in pdf.Root
            for page in pdf.pages:
                for note in page.get("/Annots", ()):
                    action = note.get("/A", {})
                    assert action.get("/S", "/GoTo") in ("/GoTo", "/URI")
                    assert safe_url(str(action.get("/URI", "https://a.example"))), action
        assert b"canary-4711" not in rendered.data
    assert poison.at > len(poison.payloads)
    assert not [entry for entry in OPENED if str(canary) in entry or entry.startswith("socket.connect")]  # fmt: skip
    assert met == []


def test_every_payload_in_every_slot_of_the_word_document_stays_text(small: Report) -> None:
    """Also what XML can't hold: control characters and half characters of an edited analysis."""
    odd = ["\x00a\x0bb\x1b[0m", "\ud800x", "\ufffe\uffff", "=1+1"]
    groups = [" ".join(PAYLOADS[n : n + 20]) for n in range(0, len(PAYLOADS), 20)]
    for payload in [*groups, *odd]:
        rendered = render_report(Poison([payload], ids=True).report(small), format="docx")
        with zipfile.ZipFile(io.BytesIO(rendered.data)) as parts:
            for name in parts.namelist():
                if name.endswith((".xml", ".rels")):
                    root = etree.fromstring(parts.read(name))
                    fields = {e.text for e in root.iter("{*}instrText")}
                    assert fields <= {"PAGE"}, name
                    assert not list(root.iter("{*}fldSimple", "{*}hyperlink", "{*}object"))
                    assert not [e for e in root.iter("{*}Relationship") if e.get("TargetMode")]


def test_the_guards_can_fail(listener: tuple[str, list[str]], tmp_path: Path) -> None:
    """An unescaped value and a careless fetcher are caught by the same checks."""
    from weasyprint import HTML

    address, met = listener
    with pytest.raises(AssertionError):
        check_page("<p><img src=x onerror=1></p>")
    with pytest.raises(AssertionError):
        check_page('<a href="javascript:alert(1)">x</a>')
    HTML(string=f"<img src=http://{address}/x>").write_pdf()
    assert met


def test_the_fetcher_serves_our_fonts_and_nothing_else(tmp_path: Path) -> None:
    from report_gen.rendering.engine import own_files

    fetcher = own_files()
    assert fetcher.fetch("reportgen-font:regular").read()[:4] == b"\x00\x01\x00\x00"
    for url in (
        f"file://{tmp_path}", "file:///etc/hostname", "http://127.0.0.1:9/", "https://127.0.0.1:9/",
        "data:text/css,a{}", "reportgen-font:../x", "reportgen-font:", "REPORTGEN-FONT:regular",
        "reportgen:report.html.j2", "/etc/hostname", "ftp://127.0.0.1/", "",
    ):  # fmt: skip
        with pytest.raises(ValueError, match="only the report's own fonts"):
            fetcher.fetch(url)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("https://example.org/a?b=c", True), ("http://example.org", True), ("mailto:a@example.org", True),
        ("javascript:alert(1)", False), ("JaVaScRiPt:alert(1)", False), ("java\nscript:alert(1)", False),
        ("data:text/html,x", False), ("file:///etc/passwd", False), ("//example.org", False),
        ("http://", False), ("vbscript:x", False), ("", False), ("http://[", False), ("https:example.org", False),
        ("http:/\\example.org", False), ("mailto:", False), ("\x01javascript:1", False), ("tel:123", False),
    ],
)  # fmt: skip
def test_only_harmless_addresses_are_linked(value: str, kept: bool) -> None:
    assert safe_url(value) == (value if kept else "")


def test_links_without_a_target_become_text() -> None:
    html = '<p id="a"><a href="#a">x</a> <a class="see" href="#b">y</a><a class="page" href="#b"></a></p>'
    assert drop_dead_links(html) == '<p id="a"><a href="#a">x</a> <span>y</span></p>'
