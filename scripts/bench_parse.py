"""Seconds per resume file (median, 95th percentile, reading against understanding), and how well
each layout is read, where truth files stand beside the documents and the corpus' scorer is there.

usage: bench_parse.py FOLDER   (for example out/layouts, made by `make layouts`)
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from report_gen.pipeline import load_packs
from report_gen.reading import read_document
from report_gen.resume import parse_resume

TODAY = date(2026, 11, 2)
SCORER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "score_resume.py"


def main() -> None:
    """Print the table; every file twice, the second time counts."""
    folder = Path(sys.argv[1])
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".pdf", ".docx"))
    if not files:
        sys.exit(f"no PDF or DOCX in {folder}")
    taxonomy = load_packs()
    reading, understanding = [], []
    parsed: dict[Path, Any] = {}
    for path in files:
        data = path.read_bytes()
        for _ in range(2):
            began = time.perf_counter()
            document = read_document(data, path.name)
            middle = time.perf_counter()
            resume = parse_resume(document, taxonomy, TODAY)
            ended = time.perf_counter()
        parsed[path] = resume.to_json_resume()
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
    if SCORER.exists():
        print_scores(parsed)


def print_scores(parsed: dict[Path, Any]) -> None:
    """F1 by layout and field for the files with a truth beside them."""
    spec = importlib.util.spec_from_file_location("score_resume", SCORER)
    if spec is None or spec.loader is None:
        return
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    styles: dict[str, Any] = {}
    for path, resume in parsed.items():
        truth = path.with_name(f"{path.stem}.truth.json")
        if truth.exists():
            tally = scorer.score(json.loads(truth.read_text(encoding="utf-8")), resume)
            for style in (path.stem.split("__")[-1], "all"):
                styles.setdefault(style, scorer.Tally()).merge(tally)
    print(" " * 20, *(f"{field[:7]:>7}" for field in scorer.FIELDS), "   mean")
    for style in sorted(styles, key=lambda name: (name == "all", name)):
        values = [
            scorer.prf(v)[2] if (v := styles[style].get(f)) and sum(v) else None
            for f in scorer.FIELDS
        ]
        known = [value for value in values if value is not None]
        print(
            f"{style:20}",
            *(f"{v:7.3f}" if v is not None else "      -" for v in values),
            f"{sum(known) / len(known):7.3f}",
        )


if __name__ == "__main__":
    main()
