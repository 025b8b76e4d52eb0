"""What the chapters say, as text a person can read (``--update`` is the environment variable
REPORTGEN_UPDATE_GOLDEN=1; it is refused in CI)."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import report_gen
from report_gen.errors import UsageError
from report_gen.pipeline import load_packs
from report_gen.rendering.html import make_print_page
from report_gen.report import Report, compose_report
from report_gen.resume.models import Award, Certificate, Publication, Volunteer
from tests.report.case import small_analysis

GOLDEN = Path(__file__).parent / "golden"
SHOWN = (
    "summary",
    "requirements",
    "bullets",
    "gap-1",
    "story-1",
    "round-design",
    "weeks",
    "reading",
)


@pytest.fixture(scope="module")
def report() -> Report:
    return compose_report(small_analysis(), load_packs(), "full")


def chapter_texts(report: Report) -> dict[str, str]:
    """Chapter id -> its words, one block a line."""
    html = make_print_page(report)
    texts = {}
    for match in re.finditer(
        r'<section class="[^"]*" id="([^"]+)">(.*?)</section>', html, re.DOTALL
    ):
        body = re.sub(
            r"<svg.*?<title>(.*?)</title>.*?</svg>",
            r"<p>[picture: \1]</p>",
            match[2],
            flags=re.DOTALL,
        )
        body = re.sub(r"</(p|li|tr|h1|h2|h3|div)>", "\n", body)
        body = re.sub(r"</t[dh]>", " | ", body)
        lines = (
            " ".join(unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in body.split("\n")
        )
        texts[match[1]] = "\n".join(line for line in lines if line.strip(" |")) + "\n"
    return texts


@pytest.mark.parametrize("chapter", SHOWN)
def test_golden(report: Report, chapter: str) -> None:
    text = chapter_texts(report)[chapter]
    path = GOLDEN / f"{chapter}.txt"
    if os.environ.get("REPORTGEN_UPDATE_GOLDEN"):
        assert not os.environ.get("CI"), "goldens are not written in CI"
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def strings(value: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, dict):
        return [s for k, v in value.items() for s in strings(v, f"{path}.{k}")]
    if isinstance(value, list | tuple):
        return [s for n, v in enumerate(value) for s in strings(v, f"{path}[{n}]")]
    assert value is None or isinstance(value, int | float | bool), (path, type(value))
    return []


def test_chapters_hold_plain_values_only(report: Report) -> None:
    for chapter in report.chapters:
        for path, text in strings(dict(chapter.data), chapter.id):
            assert "None" not in text.split(), path


def test_we_never_shout(report: Report) -> None:
    for id, text in chapter_texts(report).items():
        assert "!" not in text, id


def test_chapter_ids_are_unique(report: Report) -> None:
    ids = [c.id for c in report.chapters]
    assert len(ids) == len(set(ids))


def test_every_part_is_there_in_its_order(report: Report) -> None:
    parts = list(dict.fromkeys(c.part for c in report.chapters))
    assert parts == ["front", "I", "II", "III", "IV", "V", "VI", "VII", "A"]


def test_every_requirement_and_bullet_is_shown(report: Report) -> None:
    texts = chapter_texts(report)
    for line in ("Own low-latency ML services", "Experience with Kubernetes", "Search relevance"):
        assert line in texts["requirements"]
    assert "Kestrel Maps, 2nd bullet" in texts["bullets"]
    assert "REFERENCES ON REQUEST" in texts["reading"]
    assert "equal opportunity" in texts["ignored"]


def test_unsure_claims_are_not_told_as_facts(report: Report) -> None:
    assert "Candidates report: A coding round." in chapter_texts(report)["company"]


def test_editions_shrink() -> None:
    taxonomy = load_packs()
    sizes = [
        len(compose_report(small_analysis(), taxonomy, edition).chapters)
        for edition in ("full", "standard", "brief")
    ]
    assert sizes[0] > sizes[1] > sizes[2] == 1
    with pytest.raises(UsageError, match="edition"):
        compose_report(small_analysis(), taxonomy, "deluxe")


def test_an_almost_empty_analysis_still_makes_a_report() -> None:
    from dataclasses import replace

    from report_gen.coaching.models import Coaching
    from report_gen.rendering import render_report

    bare = replace(small_analysis(), coaching=Coaching(), claims=())
    for edition in ("full", "standard", "brief"):
        rendered = render_report(compose_report(bare, load_packs(), edition))
        assert rendered.pages >= 1
        assert rendered.warnings == ()


def test_a_real_report_quotes_only_with_a_place(analyses: dict[str, report_gen.Analysis]) -> None:
    report = compose_report(analyses["tomas-villaverde"], load_packs(), "full")
    html = make_print_page(report)
    quotes = re.findall(r"<tr[^>]*>(?:(?!</tr>).)*“(?:(?!</tr>).)*</tr>", html, re.DOTALL)
    placed = [q for q in quotes if 'class="own"' in q]
    assert len(placed) > 20
    place = re.compile(r"resume|JD|bullet|description|line")
    assert [q for q in placed if not place.search(re.sub(r"“.*?”", "", q))] == []


def test_every_short_entry_of_the_resume_is_named_where_we_say_what_we_read() -> None:
    analysis = small_analysis()
    resume = replace(
        analysis.resume,
        certificates=(Certificate(name="Machine Learning, Coursera", date="2024"),),
        publications=tuple(Publication(name=f"Paper {n}") for n in range(14)),
        awards=(Award(title="Best Poster", awarder="Vision Workshop"),),
        volunteer=(Volunteer(highlights=("Reviewer: ICCV",)),),
    )
    text = chapter_texts(compose_report(replace(analysis, resume=resume), load_packs(), "full"))[
        "reading"
    ]
    assert "Certificates: Machine Learning, Coursera (2024)" in text
    assert "Paper 11; 2 more" in text
    assert "Awards: Best Poster (Vision Workshop)" in text
    assert "Reviewer: ICCV" in text
