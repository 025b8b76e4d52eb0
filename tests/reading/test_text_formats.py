"""Plain text, Markdown, HTML and JSON."""

from __future__ import annotations

import json

import pytest

from report_gen.errors import UnreadableError
from report_gen.reading import read_document
from tests.reading.documents import codes, texts


def read(text: str, name: str):  # type: ignore[no-untyped-def]
    return read_document(text.encode("utf-8"), name)


# ---------------------------------------------------------------- plain text
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_any_sane_encoding_is_read(encoding: str) -> None:
    data = "José Müller – résumé\nEngineer at Ørsted\n".encode(encoding)
    assert texts(read_document(data, "cv.txt")) == ["José Müller – résumé", "Engineer at Ørsted"]


def test_lines_bullets_depth_and_blank_lines() -> None:
    document = read(
        "Jo Doe\r\n\r\nActs\r\n- One thing\r\n    o Inner thing\r\n* Other\r\n", "cv.txt"
    )
    assert [(line.marker, line.text) for line in document.lines] == [
        ("", "Jo Doe"), ("", "Acts"), ("-", "One thing"), ("o", "Inner thing"), ("*", "Other"),
    ]  # fmt: skip
    assert document.lines[1].gap >= 1.0
    assert document.lines[2].gap == 0.0
    assert document.lines[3].depth > document.lines[2].depth
    assert [line.number for line in document.lines] == [1, 2, 3, 4, 5]


def test_wide_space_becomes_one_tab_and_rules_become_space() -> None:
    document = read("Engineer         2019 - 2021\n=====\nText\n", "cv.txt")
    assert texts(document) == ["Engineer\t2019 - 2021", "Text"]
    assert document.lines[1].gap >= 1.0


def test_hard_wrapped_lines_stay_lines() -> None:
    assert len(read("- a long line that\n  goes on here\n", "cv.txt").lines) == 2


def test_binary_data_is_no_text() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document(bytes(range(1, 9)) * 400, "cv.txt")
    assert caught.value.code == "wrong_type"


# ---------------------------------------------------------------- Markdown
MARKDOWN = """---
layout: resume
---
# Jo Doe
**Engineer**
jo@example.org

## Work
### Acme, Engineer
2019 - 2021
- Built *it* with [tools](https://example.org/t)
  - and more
• typed bullet

| Skill | Years |
|-------|-------|
| Go    | 4     |
"""


def test_markdown_structure() -> None:
    document = read(MARKDOWN, "cv.md")
    lines = {line.text: line for line in document.lines}
    assert document.kind == "md"
    assert "layout: resume" not in lines
    assert (lines["Jo Doe"].heading, lines["Work"].heading, lines["Acme, Engineer"].heading) == (
        1,
        2,
        3,
    )
    assert lines["Engineer"].bold
    assert not lines["jo@example.org"].bold
    assert lines["Built it with tools"].marker
    assert lines["and more"].depth == lines["Built it with tools"].depth + 1
    assert lines["typed bullet"].marker
    assert lines["Go\t4"]
    assert document.links[0].url == "https://example.org/t"
    assert document.links[0].text == "tools"


def test_markdown_is_known_without_its_suffix() -> None:
    assert read(MARKDOWN, "cv.txt").kind == "md"
    assert read("# 1 of a list\nplain", "cv.txt").kind == "text"


# ---------------------------------------------------------------- HTML
def test_html_is_read_as_it_is_seen() -> None:
    document = read(
        """<!DOCTYPE html><html><head><title>no</title><style>p{}</style></head><body>
        <nav>Home</nav><h1>Jo Doe</h1><p>One<br>two <b>bold</b></p>
        <script>evil()</script><p hidden>gone</p><p style="display: none">gone</p>
        <div aria-hidden="true">gone</div><p style="color:#fff">gone</p>
        <ul><li>first <ul><li>inner</li></ul></li><li><p>second</p></li></ul><ol><li>n</li></ol>
        <table><tr><td>2019</td><td>Acme</td></tr></table>
        <a href="https://example.org">site</a> <a href="javascript:x()">bad</a>
        </body></html>""",
        "cv.html",
    )
    assert [(line.marker, line.text) for line in document.lines] == [
        ("", "Jo Doe"), ("", "One"), ("", "two bold"), ("•", "first"), ("•", "inner"),
        ("•", "second"), ("1.", "n"), ("", "2019\tAcme"), ("", "site bad"),
    ]  # fmt: skip
    assert document.lines[0].heading == 1
    assert document.lines[4].depth == 1
    assert [link.url for link in document.links] == ["https://example.org"]
    assert codes(document) == {"invisible_text"}


def test_html_with_another_suffix_is_known_by_its_content() -> None:
    for name in ("cv.txt", "cv.pdf.bak", "cv.doc", "-"):
        assert read("<html><body><p>Hello</p></body></html>", name).kind == "html"


def test_a_job_posting_in_a_page_becomes_data_and_lines() -> None:
    posting = {
        "@context": "https://schema.org", "@type": "JobPosting", "title": "Data Engineer",
        "hiringOrganization": {"name": "Acme"},
        "description": "&lt;p&gt;About&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Five years of SQL&lt;/li&gt;&lt;/ul&gt;",
    }  # fmt: skip
    page = f'<html><body><script type="application/ld+json">{json.dumps({"@graph": [posting]})}</script><p>Apply</p></body></html>'  # fmt: skip
    document = read(page, "job.html")
    assert document.data is not None
    assert document.data["title"] == "Data Engineer"
    assert ("•", "Five years of SQL") in [(line.marker, line.text) for line in document.lines]


def test_broken_json_in_a_page_is_skipped() -> None:
    page = '<html><body><script type="application/ld+json">{oops</script><p>Text</p></body></html>'
    assert texts(read(page, "job.html")) == ["Text"]


def test_deeply_nested_html_is_read_or_refused() -> None:
    assert read("<div>" * 3000 + "deep" + "</div>" * 3000, "cv.html").kind == "html"


# ---------------------------------------------------------------- JSON
def test_json_becomes_data() -> None:
    document = read('{"basics": {"name": "Jo"}}', "cv.json")
    assert document.kind == "json"
    assert document.data == {"basics": {"name": "Jo"}}
    assert document.lines == ()
    assert read('{"basics": {"name": "Jo"}}', "cv.txt").kind == "json"


def test_odd_json_values_are_noted_not_kept() -> None:
    document = read('{"a": NaN, "b": 1e999, "c": 1, "c": 2, "d": "x\\u0000\\ud800y"}', "cv.json")
    assert document.data == {"a": None, "b": None, "c": 2, "d": "xy"}
    assert codes(document) == {"json_constant", "json_duplicate_key"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("{oops", "not_json"), ("[1]", "not_an_object"), ('"x"', "not_an_object"), ("[" * 5000, "not_json"), ('{"n": ' + "9" * 5000 + "}", "not_json"), ("plain text", "not_json")],
)  # fmt: skip
def test_what_is_no_json_object_is_refused(text: str, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text, "cv.json")
    assert caught.value.code == code
