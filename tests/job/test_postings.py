"""Invented postings of many shapes, each with what it asks and what it only tells."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from report_gen.job import Job, parse_job
from report_gen.reading import read_document
from report_gen.taxonomy import load_taxonomy

FOLDER = Path(__file__).parent / "postings"
POSTINGS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.yaml"))
}


def read(posting: dict[str, Any]) -> Job:
    document = read_document(posting["text"].encode(), f"job.{posting['format']}")
    return parse_job(document, load_taxonomy())


def squeeze(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


@pytest.fixture(params=POSTINGS, scope="module")
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Job]:
    posting = POSTINGS[request.param]
    return posting, read(posting)


def test_there_are_postings() -> None:
    assert len(POSTINGS) >= 20


def test_requirements_are_found_verbatim_with_their_kind(case: tuple[dict[str, Any], Job]) -> None:
    posting, job = case
    wanted = [(squeeze(r["text"]), r["kind"]) for r in posting["requirements"]]
    assert [(squeeze(r.text), r.kind) for r in job.requirements] == wanted


def test_details_of_requirements(case: tuple[dict[str, Any], Job]) -> None:
    posting, job = case
    found = {squeeze(r.text): r for r in job.requirements}
    for wanted in posting["requirements"]:
        got = found[squeeze(wanted["text"])]
        assert got.years == wanted.get("years", got.years), got.text
        assert got.any_of == wanted.get("any_of", got.any_of), got.text
        assert set(wanted.get("skills", ())) <= set(got.skills), got.text


def test_what_only_tells_is_left_out_with_a_reason(case: tuple[dict[str, Any], Job]) -> None:
    posting, job = case
    asked = [squeeze(r.text) for r in job.requirements]
    for start in posting["not_asked"]:
        assert not any(text.startswith(squeeze(start)[:40]) for text in asked), start
    assert all(i.why for i in job.ignored)


def test_facts(case: tuple[dict[str, Any], Job]) -> None:
    posting, job = case
    wanted, got = dict(posting["expect"]), job.to_dict()
    assert set(wanted.pop("notes", ())) <= {note.code for note in job.notes}
    assert {key: got[key] for key in wanted} == wanted


def test_no_text_is_both_asked_and_left_out(case: tuple[dict[str, Any], Job]) -> None:
    _, job = case
    asked = {(r.line, r.text) for r in job.requirements}
    assert not asked & {(i.line, i.text) for i in job.ignored}


def test_most_lines_are_accounted_for(case: tuple[dict[str, Any], Job]) -> None:
    assert case[1].coverage >= 0.85
