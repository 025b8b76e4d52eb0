"""Lists layout violations of reports: pages more than 40% empty, orphan headings, text outside its
box or page, split cards, and every warning of the engine.

    python scripts/pages.py RESUME JD [RESUME JD ...] [--paper a4|letter] [--edition full]

Exit code 1 if there is any. ``make pages`` runs it over the examples on both papers.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from report_gen import analyze, parse_job, parse_resume, pipeline
from report_gen.rendering.boxes import find_violations
from report_gen.rendering.pdf import draw, engine_warnings, lay_out
from report_gen.report import compose_report

TODAY = date(2026, 3, 2)


def check(resume: Path, job: Path, paper: str, edition: str) -> int:
    """Print what is wrong with one report; the number of violations is returned."""
    analysis = analyze(parse_resume(resume, today=TODAY), parse_job(job), today=TODAY)
    report = compose_report(analysis, pipeline.load_packs(), edition)
    with engine_warnings() as warnings:
        document = lay_out(report, paper)
        draw(document)
    violations = find_violations(document)
    name = f"{resume.name} + {job.name}, {paper}, {edition}"
    print(
        f"{name}: {len(document.pages)} pages, {len(violations)} violations, {len(warnings)} warnings"
    )
    for v in violations:
        print(f"  p. {v.page:3} {v.kind:15} {v.detail}")
    for warning in warnings:
        print(f"  engine: {warning}")
    return len(violations) + len(warnings)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("inputs", nargs="*", type=Path)
    parser.add_argument("--paper", action="append", choices=("a4", "letter"))
    parser.add_argument("--edition", default="full")
    options = parser.parse_args()
    inputs = options.inputs or example_inputs()
    pairs = list(zip(inputs[::2], inputs[1::2], strict=True))
    papers = options.paper or ["a4", "letter"]
    return 1 if sum(check(r, j, p, options.edition) for r, j in pairs for p in papers) else 0


def example_inputs() -> list[Path]:
    """Each example person with each example job would be nine; one job each is enough here."""
    root = Path(__file__).resolve().parent.parent / "examples"
    people = sorted((root / "people").glob("*.json"))
    jobs = sorted((root / "jobs").glob("*.txt"))
    return [path for pair in zip(people, jobs, strict=False) for path in pair]


if __name__ == "__main__":
    sys.exit(main())
