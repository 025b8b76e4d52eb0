"""Seconds per analysis in a warm process, and what loading the data packs costs.

The example people against the example jobs; every pair several times, medians printed.
"""

from __future__ import annotations

import itertools
import statistics
import time
from datetime import date
from pathlib import Path

import report_gen
from report_gen.pipeline import load_packs, plain
from report_gen.taxonomy import load as loader

ROOT = Path(__file__).resolve().parent.parent / "examples"
TODAY = date(2026, 11, 2)


def seconds(call: object, *args: object, **options: object) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    call(*args, **options)  # type: ignore[operator]
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    print(f"data packs, first load    {seconds(load_packs):8.3f} s")
    loader._load.cache_clear()
    print(f"data packs, from cache    {seconds(load_packs):8.3f} s")
    print(f"data packs, same process  {seconds(load_packs):8.6f} s")
    resumes = [report_gen.parse_resume(p, today=TODAY) for p in sorted(ROOT.glob("people/*.json"))]
    jobs = [report_gen.parse_job(p) for p in sorted(ROOT.glob("jobs/*.txt"))]
    pairs = list(itertools.product(resumes, jobs))
    stages: dict[str, list[float]] = {}

    def timed(stage, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        began = time.perf_counter()
        result = plain(stage, *args, **kwargs)
        stages.setdefault(stage.__name__, []).append(time.perf_counter() - began)
        return result

    from report_gen.options import Options
    from report_gen.pipeline import make_analysis

    options = Options(today=TODAY)
    for resume, job in pairs:  # warm-up
        make_analysis(resume, job, load_packs(), options)
    times = []
    for _ in range(3):
        for resume, job in pairs:
            times.append(seconds(make_analysis, resume, job, load_packs(), options, timed))
    print(
        f"analysis, median          {statistics.median(times):8.3f} s over {len(times)} runs of {len(pairs)} pairs"
    )
    print(f"analysis, slowest         {max(times):8.3f} s")
    for name, values in stages.items():
        print(f"  {name:24}{statistics.median(values):8.3f} s")


if __name__ == "__main__":
    main()
