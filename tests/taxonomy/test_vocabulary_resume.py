"""The resume vocabulary: complete, without contradictions, extensible."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from report_gen.resume.folding import fold
from report_gen.resume.words import words_for
from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.vocabulary_resume import ResumeVocabulary

WORDS = load_taxonomy().resume_words


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        ResumeVocabulary.model_validate({"heading": ["Experience"]})


def test_every_field_is_filled() -> None:
    empty = [name for name in ResumeVocabulary.model_fields if not getattr(WORDS, name)]
    assert empty == []


def test_months_and_seasons_are_numbers_of_months() -> None:
    assert sorted(map(int, WORDS.months)) == list(range(1, 13))
    assert {int(k) for k in WORDS.seasons} <= set(range(1, 13))


def test_no_heading_names_two_sections() -> None:
    seen: dict[str, str] = {}
    twice = []
    for kind, headings in WORDS.sections.items():
        for heading in headings:
            folded = fold(heading)
            if seen.setdefault(folded, kind) != kind:
                twice.append(f"{heading}: {seen[folded]} and {kind}")
    assert twice == []


def test_no_month_name_means_two_months() -> None:
    seen: dict[str, str] = {}
    twice = [
        n for k, names in WORDS.months.items() for n in names if seen.setdefault(fold(n), k) != k
    ]
    assert twice == []


def test_furniture_never_matches_what_people_did() -> None:
    words = words_for(load_taxonomy())
    for text in (
        "Created by hand every week before", "Updated the model in 2020 and 2021 with new data", "Python 3/4",
        "made by hand in Excel", "2 of 3 teams moved", "Engineer", "Page rank of 3 million nodes",
    ):  # fmt: skip
        assert not words.is_furniture(text), text
    for text in (
        "Page 2 of 3",
        "Seite 2 von 3",
        "2/3",
        "- 2 -",
        "References available upon request",
    ):
        assert words.is_furniture(text), text


@pytest.mark.parametrize("pattern", WORDS.furniture)
def test_patterns_compile_and_are_anchored(pattern: str) -> None:
    re.compile(pattern)
    assert pattern.startswith("^")
    assert pattern.endswith("$")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("WORK EXPERIENCE", "work"),
        ("E D U C A T I O N", "education"),
        ("3. Technical Skills:", "skills"),
        ("Skills & Interests", "skills"),
        ("Berufserfahrung", "work"),
        ("Expérience professionnelle", "work"),
        ("Formación académica", "education"),
        ("工作经历", "work"),
        ("경력", "work"),
        ("Опыт работы", "work"),
        ("Experience (continued)", "work"),
        ("Skills Incorporated", ""),
        ("Built the projects dashboard", ""),
    ],
)
def test_headings(heading: str, kind: str) -> None:
    assert words_for(load_taxonomy()).heading_kind(heading.rstrip(":")) == kind


def test_overlays_append_headings(tmp_path: Path) -> None:
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    (folder / "resume.yaml").write_text("sections:\n  work: [expeditions]\n", encoding="utf-8")
    words = words_for(load_taxonomy((tmp_path,)))
    assert words.heading_kind("Expeditions") == "work"
    assert words.heading_kind("Experience") == "work"
