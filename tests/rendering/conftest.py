"""The reports these tests look at, each rendered once."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
import pytest

import report_gen
from report_gen import pipeline
from report_gen.rendering import Rendered
from report_gen.rendering.boxes import Violation, find_violations
from report_gen.rendering.noticed import engine_warnings
from report_gen.rendering.pdf import draw, lay_out
from report_gen.report import Report, compose_report
from report_gen.taxonomy import Taxonomy


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return pipeline.load_packs()


@pytest.fixture(scope="session")
def report(analyses: dict[str, report_gen.Analysis], taxonomy: Taxonomy) -> Report:
    return compose_report(analyses["mira-okafor"], taxonomy, "full")


@pytest.fixture(scope="session")
def laid_out(report: Report) -> tuple[Any, Rendered]:
    """Layout and drawing in one: the same bytes ``render_report`` gives, and the boxes."""
    with engine_warnings() as warnings:
        document = lay_out(report, "a4")
        data = draw(document)
    pages = len(document.pages)
    return document, Rendered(data=data, pages=pages, warnings=tuple(warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An example's report: what it was made from, what its layout violates, its bytes."""

    report: Report
    violations: list[Violation]
    data: bytes


@pytest.fixture(scope="session")
def made(
    analyses: dict[str, report_gen.Analysis], taxonomy: Taxonomy, laid_out: tuple[Any, Rendered]
) -> Callable[[str, str, str], Made]:
    """Person, paper and edition -> the report, each rendered once."""

    @cache
    def make(person: str, paper: str, edition: str) -> Made:
        report = compose_report(analyses[person], taxonomy, edition)
        if (person, paper, edition) == ("mira-okafor", "a4", "full"):
            document, data = laid_out[0], laid_out[1].data
        else:
            document = lay_out(report, paper)
            data = draw(document)
        return Made(report=report, violations=find_violations(document), data=data)

    return make


@pytest.fixture(scope="session")
def document(laid_out: tuple[Any, Rendered]) -> Any:
    return laid_out[0]


@pytest.fixture(scope="session")
def rendered(laid_out: tuple[Any, Rendered]) -> Rendered:
    return laid_out[1]


@pytest.fixture(scope="session")
def pdf(rendered: Rendered) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(rendered.data))
