"""The reports these tests look at, each rendered once."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

import report_gen
from report_gen import pipeline
from report_gen.rendering import Rendered
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
def document(report: Report, caplog_session: list[str]) -> Any:
    """The pages on A4 as the engine laid them out."""
    return lay_out(report, "a4")


@pytest.fixture(scope="session")
def caplog_session() -> Iterator[list[str]]:
    """What the engine warned of while the session's report was laid out and drawn."""
    lines: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    yield lines
    logger.removeHandler(handler)


@pytest.fixture(scope="session")
def rendered(document: Any, caplog_session: list[str]) -> Rendered:
    """The same bytes ``render_report`` gives, without a second layout."""
    data = draw(document)
    warnings = tuple(w for w in caplog_session if "HarfBuzz-Subset" not in w)
    return Rendered(data=data, pages=len(document.pages), warnings=warnings)


@pytest.fixture(scope="session")
def pdf(rendered: Rendered) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(rendered.data))
