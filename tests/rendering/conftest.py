"""The reports these tests look at, each rendered once."""

from __future__ import annotations

import io

import pikepdf
import pytest

import report_gen
from report_gen import pipeline
from report_gen.rendering import Rendered, render_report
from report_gen.report import Report, compose_report
from report_gen.taxonomy import Taxonomy


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return pipeline.load_packs()


@pytest.fixture(scope="session")
def report(analyses: dict[str, report_gen.Analysis], taxonomy: Taxonomy) -> Report:
    return compose_report(analyses["mira-okafor"], taxonomy, "full")


@pytest.fixture(scope="session")
def rendered(report: Report) -> Rendered:
    return render_report(report)


@pytest.fixture(scope="session")
def pdf(rendered: Rendered) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(rendered.data))
