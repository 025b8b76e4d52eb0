"""Whether a page costs the same in a long report as in a short one: the example report cut, and
made longer by chapters printed again, to about 15, 30, 60 and 120 pages, in one warm process.

    python scripts/bench_render/scaling.py
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from datetime import date
from math import inf
from pathlib import Path

from report_gen import analyze, parse_job, parse_resume, pipeline
from report_gen.rendering.pdf import make_pdf, warm_up
from report_gen.report import Report, compose_report

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 3, 2)
ASKED = (15, 30, 60, 120)
ROUNDS = 3


def main() -> int:
    """The best of three rounds, the lengths one after the other in each."""
    resume = parse_resume(ROOT / "examples/people/mira-okafor.pdf", today=TODAY)
    analysis = analyze(resume, parse_job(ROOT / "examples/jobs/llm-mle.txt"), today=TODAY)
    report = compose_report(analysis, pipeline.load_packs(), "full")
    warm_up()
    whole = make_pdf(report, "a4").pages
    best: dict[int, tuple[float, int, int]] = {}
    for _ in range(ROUNDS):
        for asked in ASKED:
            part = _of_length(report, asked / whole)
            begun = time.process_time()
            made = make_pdf(part, "a4")
            seconds = time.process_time() - begun
            best[asked] = min(best.get(asked, (inf, 0, 0)), (seconds, made.pages, len(made.data)))
    unit = best[30][0] / best[30][1]
    print(f"{'pages':>5} {'CPU s':>6} {'ms/page':>8} {'against 30':>10} {'KB':>6}")
    for seconds, pages, size in best.values():
        each = seconds / pages
        print(f"{pages:5} {seconds:6.2f} {1000 * each:8.1f} {each / unit:10.2f} {size // 1024:6}")
    return 0


def _of_length(report: Report, share: float) -> Report:
    """Every so-manieth chapter, so that each length has every kind of page; over the whole, the
    chapters again under other ids."""
    chapters = list(report.chapters)
    while share > len(chapters) / len(report.chapters):
        again = [c for c in report.chapters if c.part != "front"]
        chapters += [
            replace(c, id=f"{c.id}-again{len(chapters)}", part=f"{c.part}+") for c in again
        ]
    wanted = round(share * len(report.chapters))
    if wanted >= len(report.chapters):
        return replace(report, chapters=tuple(chapters[:wanted]))
    step = len(report.chapters) / max(1, wanted)
    return replace(report, chapters=tuple(chapters[int(k * step)] for k in range(wanted)))


if __name__ == "__main__":
    sys.exit(main())
