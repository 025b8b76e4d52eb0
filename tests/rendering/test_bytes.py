"""The same report gives the same bytes, wherever and whenever it is made."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from report_gen.rendering import render_report
from report_gen.taxonomy import Taxonomy
from tests.report.case import small_analysis

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = """
import hashlib
from report_gen import pipeline
from report_gen.rendering import render_report
from report_gen.report import compose_report
from tests.report.case import small_analysis
report = compose_report(small_analysis(), pipeline.load_packs(), "full")
for format in ("pdf", "html", "docx"):
    print(hashlib.sha256(render_report(report, format=format).data).hexdigest())
"""


def run(tmp_path: Path, **environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.slow
def test_place_time_zone_locale_and_hash_seed_change_nothing(
    tmp_path: Path, taxonomy: Taxonomy
) -> None:
    from report_gen.report import compose_report

    report = compose_report(small_analysis(), taxonomy, "full")
    here = [
        hashlib.sha256(render_report(report, format=f).data).hexdigest()
        for f in ("pdf", "html", "docx")
    ]
    there = run(tmp_path, TZ="Asia/Kathmandu", LC_ALL="C", PYTHONHASHSEED="7")
    assert there == here


def test_no_date_stands_in_the_document(taxonomy: Taxonomy) -> None:
    from report_gen.report import compose_report

    data = render_report(compose_report(small_analysis(), taxonomy, "brief")).data
    assert b"/CreationDate" not in data
    assert b"/ModDate" not in data
