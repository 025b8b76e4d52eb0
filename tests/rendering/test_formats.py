"""HTML, Word and the editions."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import docx
import pytest

from report_gen.errors import UsageError
from report_gen.rendering import render_report
from report_gen.rendering.html import make_page, make_print_page
from report_gen.report import Report, compose_report
from report_gen.taxonomy import Taxonomy
from tests.report.case import small_analysis


@pytest.fixture(scope="module")
def small(taxonomy: Taxonomy) -> Report:
    return compose_report(small_analysis(), taxonomy, "full")


def test_html_is_one_file_that_needs_nothing(small: Report) -> None:
    html = render_report(small, format="html").data.decode()
    assert "<script" not in html
    assert "@import" not in html
    assert 'src="' not in html
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html
    assert '<details open="">' in html
    assert "target-counter" not in html


def test_a_phone_shows_names_above_and_scrolls_pictures_in_their_own_box(small: Report) -> None:
    html = render_report(small, format="html").data.decode()
    pictures = re.findall(r'.{18}<svg class="figure (\w+)', html, re.DOTALL)
    boxed = re.findall(r'<div class="wide"><svg class="figure (\w+)', html)
    assert boxed
    assert boxed == [kind for kind in pictures if kind != "meter"]
    assert 'name="viewport" content="width=device-width' in html
    narrow = html.split("@media (max-width: 40rem)", 1)[1].split("@media print", 1)[0]
    assert ".wide { overflow-x: auto }" in narrow
    assert '<span class="named">Ownership: </span>' in html
    assert 'class="named"' not in make_print_page(small)


def test_a_table_that_only_lays_out_says_so_and_all_others_have_heads(small: Report) -> None:
    tables = re.findall(r"<table([^>]*)>(.*?)</table>", make_page(small), re.DOTALL)
    assert len(tables) > 20
    for attributes, inside in tables:
        assert ('role="presentation"' in attributes) == ("<th" not in inside), attributes


def test_word_holds_stories_and_scripts_with_their_blanks(small: Report) -> None:
    document = docx.Document(io.BytesIO(render_report(small, format="docx").data))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "Story 1: Routing in 40 ms" in text
    assert "Gap 1: Kubernetes" in text
    assert "[requests a second?]" in text
    assert document.core_properties.author == "reportgen"
    assert "PAGE" in document.sections[0].footer._element.xml


def test_word_s_headings_nest_and_every_script_and_story_has_its_own(small: Report) -> None:
    document = docx.Document(io.BytesIO(render_report(small, format="docx").data))
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.style is not None]
    assert styles[0][0] == "Title"
    levels = [int(name[-1]) for name, _ in styles if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(next_ <= level + 1 for level, next_ in pairwise(levels))
    chapters = [c.title for c in small.chapters if c.template in ("gap.html.j2", "story.html.j2")]
    assert [text for name, text in styles if name == "Heading 1"] == chapters
    gap = next(c for c in small.chapters if c.template == "gap.html.j2").data
    words = " ".join(" ".join(p.text for p in document.paragraphs).split())
    said = [part["text"] for turn in gap["turns"] for part in (*turn["parts"], *turn["more"])]
    assert said
    assert all(" ".join(text.split()) in words for text in (*said, *gap["follow_ups"]))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_brief_fits_a_coach(taxonomy: Taxonomy, paper: str) -> None:
    rendered = render_report(compose_report(small_analysis(), taxonomy, "brief"), paper)
    assert 1 <= rendered.pages <= 4
    assert rendered.warnings == ()


def test_hostile_words_neither_break_the_page_nor_pass_unannounced(taxonomy: Taxonomy) -> None:
    from report_gen.rendering.boxes import find_violations
    from report_gen.rendering.pdf import lay_out

    analysis = small_analysis(name="محمد عبد الله 山田太郎", employer="Verylongcompanyname" * 11)
    report = compose_report(analysis, taxonomy, "full")
    wrong = [v for v in find_violations(lay_out(report, "a4")) if v.kind in ("outside", "overflow")]
    assert wrong == []
    private_use = compose_report(small_analysis(name="\U000f1234 Brink"), taxonomy, "brief")
    assert any("U+F1234" in w for w in render_report(private_use).warnings)


def test_unknown_words_are_refused(small: Report) -> None:
    with pytest.raises(UsageError, match="paper"):
        render_report(small, "a3")
    with pytest.raises(UsageError, match="format"):
        render_report(small, "a4", "epub")
