"""Lists layout violations of reports: pages more than 40% empty, orphan headings, text outside its
box or page, split cards, full reports of less than 50 pages, faults of the tags (PDF/UA), and every warning of the engine.

    python scripts/pages.py RESUME JD [RESUME JD ...] [--paper a4|letter] [--edition full]
    python scripts/pages.py --resumes FILE [FILE ...] --jobs FILE [FILE ...]   each with each

Exit code 1 if there is any. ``make pages`` runs it over the examples on both papers.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from report_gen import analyze, parse_job, parse_resume, pipeline
from report_gen.rendering.boxes import find_violations
from report_gen.rendering.noticed import engine_warnings
from report_gen.rendering.pdf import draw, lay_out
from report_gen.report import compose_report
from tests.rendering.structure import faults

if TYPE_CHECKING:
    from report_gen.analysis import Analysis

TODAY = date(2026, 3, 2)
FEWEST_PAGES = 50
PAPERS = ("a4", "letter")

_resume = cache(lambda path: parse_resume(path, today=TODAY))
_job = cache(parse_job)


@cache
def _analysis(resume: Path, job: Path) -> Analysis:
    return analyze(_resume(resume), _job(job), today=TODAY)


def check(resume: Path, job: Path, paper: str, edition: str) -> list[str]:
    """Print what is wrong with one report; the kinds of its violations are returned."""
    report = compose_report(_analysis(resume, job), pipeline.load_packs(), edition)
    with engine_warnings() as warnings:
        document = lay_out(report, paper)
        data = draw(document)
    violations = find_violations(document)
    wrong = [f"p. {v.page:3} {v.kind:15} {v.detail}" for v in violations]
    wrong += [f"engine: {warning}" for warning in warnings]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        wrong += [f"tags: {fault}" for fault in faults(pdf)]
    if edition == "full" and len(document.pages) < FEWEST_PAGES:
        wrong.append(f"only {len(document.pages)} pages")
    name = f"{resume.name} + {job.name}, {paper}, {edition}"
    print(
        "\n  ".join([f"{name}: {len(document.pages)} pages, {len(wrong)} wrong", *wrong]),
        flush=True,
    )
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("inputs", nargs="*", type=Path)
    parser.add_argument("--resumes", nargs="+", type=Path, default=[])
    parser.add_argument("--jobs", nargs="+", type=Path, default=[])
    parser.add_argument("--paper", action="append", choices=PAPERS)
    parser.add_argument("--edition", default="full")
    options = parser.parse_args()
    papers = options.paper or PAPERS
    pairs = list(_pairs(options))
    wrong = [check(r, j, p, options.edition) for r, j in pairs for p in papers]
    print(
        f"{len(pairs)} pairs on {len(papers)} papers: {sum(map(len, wrong))} wrong,"
        f" in {sum(map(bool, wrong))} reports"
    )
    return 1 if any(wrong) else 0


def _pairs(options: argparse.Namespace) -> Iterator[tuple[Path, Path]]:
    if options.resumes or options.jobs:
        yield from product(options.resumes, options.jobs)
    inputs = options.inputs
    if not inputs and not options.resumes:
        inputs = example_inputs()
    yield from zip(inputs[::2], inputs[1::2], strict=True)


def example_inputs() -> list[Path]:
    """Each example person with each example job would be nine; one job each is enough here."""
    root = Path(__file__).resolve().parent.parent / "examples"
    people = sorted((root / "people").glob("*.json"))
    jobs = sorted((root / "jobs").glob("*.txt"))
    return [path for pair in zip(people, jobs, strict=False) for path in pair]


if __name__ == "__main__":
    sys.exit(main())
