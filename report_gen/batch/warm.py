"""Loaded once by the template process that children are forked from: packs, fonts, templates.

Importing this module is the warming. A child then starts with everything in memory, shared
page by page with its siblings, and ends with its order: nothing can stay behind or pile up.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from pathlib import Path

from report_gen import limits

# Threads do not survive a fork; one order uses one core anyway.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
for _name in ONE_THREAD:
    os.environ.setdefault(_name, "1")

WARM = "REPORTGEN_BATCH_WARM"
"""Set for the template process only: importing this module elsewhere loads nothing."""

PACKS = "REPORTGEN_BATCH_PACKS"
"""Environment variable with the overlays of the data packs, separated like a PATH."""

_RESUME = b"""Sample Person
sample@example.com

Experience
Data Engineer, Sample Works Ltd, 2019-01 to present
- Built a batch pipeline in Python and SQL that cut the nightly run from 6 hours to 40 minutes
- Owned the deployment of 3 services on Kubernetes

Education
BSc Computer Science, Sample College, 2015 - 2018

Skills
Python, SQL, Kubernetes, Airflow
"""
_JOB = b"""Data Engineer

Requirements
- 3+ years of experience with Python and SQL
- Experience with Kubernetes and Airflow in production
- You have owned data pipelines end to end

Responsibilities
- Build and run batch pipelines
"""


def warm_up() -> None:
    """One brief report of an invented person, so that every cache and library is in place."""
    from report_gen.batch import tasks
    from report_gen.batch.phrases import house

    packs = [p for p in os.environ.get(PACKS, "").split(os.pathsep) if p]
    request = {
        "resume": ".txt", "job": ".txt", "today": "2026-01-01", "packs": packs,
        "options": {"edition": "brief", "formats": ["pdf"]},
    }  # fmt: skip
    house(tuple(Path(p) for p in packs))
    _, files = tasks.understand(request, {"resume": _RESUME, "job": _JOB})
    tasks.render(request, files)
    from report_gen.rendering.pdf import warm_up as warm_engine

    warm_engine()
    import pdfplumber  # noqa: F401
    import pypdfium2  # noqa: F401

    import report_gen.reading.docx
    import report_gen.reading.html
    import report_gen.reading.pdf  # noqa: F401


if os.environ.get(WARM) == "1":
    gc.set_threshold(*limits.COLLECTING)
    with suppress(Exception):  # a child that finds something missing tells it better
        warm_up()
    gc.collect()
    gc.freeze()
