"""The contents take the pages they need and fill them, however many chapters there are."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.rendering.boxes import find_violations
from report_gen.rendering.contents import SIZES, contents_pages
from report_gen.rendering.pdf import lay_out
from report_gen.report.models import Chapter, Report

WORDS = [
    "Your",
    "answer",
    "when",
    "they",
    "ask",
    "about",
    "numbers",
    "retrieval-augmented",
    "Kubernetes",
    "32",
    "of",
    "scale",
]


def parts_of(lengths: list[int], seed: int = 7) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    return [
        {
            "id": "ABCDEFGHIJ"[number],
            "title": " ".join(chance.choices(WORDS, k=chance.randint(1, 6))),
            "chapters": [
                {
                    "id": f"c{number}-{n}",
                    "title": " ".join(chance.choices(WORDS, k=chance.randint(1, 9))),
                }
                for n in range(length)
            ],
        }
        for number, length in enumerate(lengths)
    ]


def a_report(parts: list[dict[str, Any]]) -> Report:
    """Contents, then every chapter as an opener, so that each link leads somewhere."""
    front = Chapter(
        id="contents",
        part="front",
        title="Contents",
        template="contents.html.j2",
        data={"parts": parts},
    )
    rest = [
        Chapter(
            id=chapter["id"],
            part=chapter["id"],
            title=chapter["title"],
            template="opener.html.j2",
            data={"number": "", "title": chapter["title"], "text": ""},
        )
        for part in parts
        for chapter in part["chapters"]
    ]
    return Report(
        title="T", candidate="C", role="R", company="", date="2026-03-02", edition="standard",
        chapters=(front, *rest),
    )  # fmt: skip


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("lengths", [[9, 6, 14, 12], [10, 8, 30, 5, 22, 6, 12], [40, 5, 60, 40]])
def test_contents_of_any_length_leave_no_page_empty(lengths: list[int], paper: str) -> None:
    report = a_report(parts_of(lengths))
    document = lay_out(report, paper)
    planned = len(contents_pages(report.chapters[0].data["parts"], paper).pages)
    openers = len(report.chapters) - 1
    assert len(document.pages) == planned + openers
    assert not [v for v in find_violations(document) if v.page <= planned]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=9), st.sampled_from(["a4", "letter", ""]))
def test_every_chapter_is_listed_once_in_order(lengths: list[int], paper: str) -> None:
    parts = parts_of(lengths)
    contents = contents_pages(parts, paper)
    columns = [column for page in contents.pages for column in page]
    listed = [c["id"] for column in columns for part in column for c in part["chapters"]]
    assert listed == [c["id"] for part in parts for c in part["chapters"]]
    assert [p["title"] for column in columns for p in column if p["title"]] == [
        p["title"] for p in parts
    ]
    assert contents.size in {size.name for size in SIZES}
    assert all(part["chapters"] for column in columns for part in column)
