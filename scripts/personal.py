"""How personal the reports are: the share of body lines that differ between two people for the
same job, and between two jobs for the same person.

    python scripts/personal.py --people A.json B.json ... --jobs X.txt Y.txt ... [--at-least 0.6]

A body line is a laid-out line of running text: four words or more, in a paragraph, list or table
cell. Furniture does not count either way. It is

* headings, column heads and running heads, and the small labels over a field ("What not to say");
* the page of contents and lines that are nothing but links to pages: they repeat headings;
* lines at least half of which is one run of the posting's own words: both people get the same
  posting, and it is quoted on purpose.

Numbers of pages inside a line are ignored. A line differs if it does not stand in the other
report. Exit code 1 if two people, or two jobs of one person, share more than is allowed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

from report_gen import analyze, parse_job, parse_resume, pipeline
from report_gen.rendering.pdf import lay_out
from report_gen.report import compose_report

TODAY = date(2026, 3, 2)
FURNITURE = ("h1", "h2", "h3", "th", "thead")
CLASSES = frozenset({"label", "goto"})
CHAPTERS = frozenset({"contents"})


def body_lines(resume: Path, job: Path) -> Counter[str]:
    """The lines of one full report, as often as they occur."""
    analysis = analyze(parse_resume(resume, today=TODAY), parse_job(job), today=TODAY)
    document = lay_out(compose_report(analysis, pipeline.load_packs(), "full"), "a4")
    posting = _words(job.read_text(encoding="utf-8"))
    lines: Counter[str] = Counter()
    for page in document.pages:
        for line in _lines(page._page_box):
            text = re.sub(r"\bp\. \d+\b|\s+", " ", line).strip()
            if len(text.split()) >= 4 and not quotes(text, posting):
                lines[text] += 1
    return lines


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def quotes(line: str, posting: str) -> bool:
    """Whether at least half of a line is one run of the posting's words."""
    words = _words(re.sub(r"\bJD R\d+\b", " ", line)).split()
    half = (len(words) + 1) // 2
    return half >= 2 and any(
        f" {' '.join(words[n : n + half])} " in f" {posting} " for n in range(len(words) - half + 1)
    )


def _lines(box: object) -> list[str]:
    name = type(box).__name__
    if name.startswith("Margin") or getattr(box, "element_tag", "") in FURNITURE:
        return []
    element = getattr(box, "element", None)
    if element is not None and (
        CLASSES & set((element.get("class") or "").split()) or element.get("id") in CHAPTERS
    ):
        return []
    if name == "LineBox":
        return [_text(box)]
    return [
        t for child in getattr(box, "children", ()) for t in _lines(getattr(child, "_box", child))
    ]


def _text(box: object) -> str:
    own = getattr(box, "text", None)
    if isinstance(own, str):
        return own
    return "".join(_text(getattr(c, "_box", c)) for c in getattr(box, "children", ()))


def different(a: Counter[str], b: Counter[str]) -> float:
    """The share of lines (of both) that the other does not have."""
    shared = sum((a & b).values())
    total = sum(a.values()) + sum(b.values())
    return 1 - 2 * shared / total if total else 0.0


def main() -> int:
    root = Path(__file__).resolve().parent.parent / "examples"
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--people", nargs="+", type=Path, default=sorted((root / "people").glob("*.json"))
    )
    parser.add_argument(
        "--jobs", nargs="+", type=Path, default=sorted((root / "jobs").glob("*.txt"))
    )
    parser.add_argument("--at-least", type=float, default=0.7, help="two people, same job")
    parser.add_argument("--jobs-at-least", type=float, default=0.35, help="one person, two jobs")
    parser.add_argument("--show", type=int, default=0, help="print the commonest shared lines")
    options = parser.parse_args()
    lines = {(p, j): body_lines(p, j) for p in options.people for j in options.jobs}
    worst = closest = 1.0
    for job in options.jobs:
        for a, b in combinations(options.people, 2):
            share = different(lines[a, job], lines[b, job])
            worst = min(worst, share)
            print(f"{share:.0%} of lines differ: {a.stem} and {b.stem}, both for {job.stem}")
            for text, n in (lines[a, job] & lines[b, job]).most_common(options.show):
                print(f"      {n} x {text}")
    for person in options.people:
        for a, b in combinations(options.jobs, 2):
            share = different(lines[person, a], lines[person, b])
            closest = min(closest, share)
            print(f"{share:.0%} of lines differ: {person.stem} for {a.stem} and for {b.stem}")
    return 0 if worst >= options.at_least and closest >= options.jobs_at_least else 1


if __name__ == "__main__":
    sys.exit(main())
