"""Seconds per resume file: median, 95th percentile, and reading against understanding.

usage: bench_parse.py FOLDER   (for example out/layouts, made by `make layouts`)
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date
from pathlib import Path

from report_gen.pipeline import load_packs
from report_gen.reading import read_document
from report_gen.resume import parse_resume

TODAY = date(2026, 11, 2)


def main() -> None:
    """Print the table; every file twice, the second time counts."""
    folder = Path(sys.argv[1])
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".pdf", ".docx"))
    if not files:
        sys.exit(f"no PDF or DOCX in {folder}")
    taxonomy = load_packs()
    reading, understanding = [], []
    for path in files:
        data = path.read_bytes()
        for _ in range(2):
            began = time.perf_counter()
            document = read_document(data, path.name)
            middle = time.perf_counter()
            parse_resume(document, taxonomy, TODAY)
            ended = time.perf_counter()
        reading.append(middle - began)
        understanding.append(ended - middle)
    total = [a + b for a, b in zip(reading, understanding, strict=True)]
    for name, values in (("reading", reading), ("understanding", understanding), ("both", total)):
        ordered = sorted(values)
        p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
        print(
            f"{name:14} median {statistics.median(values):6.3f} s   p95 {p95:6.3f} s   files {len(values)}"
        )
    print(f"understanding / reading {sum(understanding) / sum(reading):.2f}")


if __name__ == "__main__":
    main()
