"""Where a full report covers what the preparation sources name: item, page, and what is left out.

    python scripts/seeds.py [--resume FILE] [--jobs FILE ...] [--list ../shared/domain/seeds.md]

The table is tests/report/seeds.yaml: item -> a pattern looked for in the pages of full reports, a
place in the packs and when it is printed, or the reason why the item is left out. With the list of items (where it is there; the program
itself never reads it) those the table does not name are printed too. Exit code 1 if a pattern of
the table is found on no page.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path

import yaml

from report_gen import analyze, parse_job, parse_resume, pipeline
from report_gen.rendering.pdf import lay_out
from report_gen.report import compose_report

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 3, 2)
FRONT = 3
"""Pages before Part I: a title in the contents covers nothing."""


def pages(resume: Path, job: Path) -> list[str]:
    """The text of each page of the full report."""
    analysis = analyze(parse_resume(resume, today=TODAY), parse_job(job), today=TODAY)
    document = lay_out(compose_report(analysis, pipeline.load_packs(), "full"), "a4")
    return [" ".join(_text(page._page_box).split()) for page in document.pages]


def _text(box: object) -> str:
    if type(box).__name__.startswith("Margin"):
        return ""
    own = getattr(box, "text", None)
    if isinstance(own, str):
        return own
    inner = "".join(_text(getattr(c, "_box", c)) for c in getattr(box, "children", ()))
    return inner if type(box).__name__.startswith("Inline") else f"{inner} "


def find(pattern: str, texts: list[str]) -> int:
    """The first page, after the front matter, that the pattern is found on; 0 for none."""
    sought = re.compile(pattern, re.IGNORECASE)
    return next((n for n, t in enumerate(texts, 1) if n > FRONT and sought.search(t)), 0)


def elsewhere(entry: dict[str, str]) -> tuple[str, bool]:
    """What to print of an item that is left out, or stands in a pack only; whether that is true."""
    if "out" in entry:
        return f"left out: {entry['out']}", True
    text = (ROOT / "skill_taxonomy" / entry["pack"]).read_text(encoding="utf-8")
    there = re.search(entry["find"], text, re.IGNORECASE) is not None
    where = f"in {entry['pack']}, {entry['when']}" if there else f"NOT FOUND in {entry['pack']}"
    return f"{where}  ({entry['find']})", there


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    examples = ROOT / "examples"
    parser.add_argument("--resume", type=Path, default=examples / "people" / "mira-okafor.json")
    parser.add_argument(
        "--jobs", nargs="+", type=Path, default=sorted((examples / "jobs").glob("*-mle.txt"))
    )
    parser.add_argument("--list", type=Path, default=ROOT / "../shared/domain/seeds.md")
    options = parser.parse_args()
    table = yaml.safe_load((ROOT / "tests/report/seeds.yaml").read_text(encoding="utf-8"))
    reports = {job.stem: pages(options.resume, job) for job in options.jobs}
    lost = 0
    order = sorted(table, key=lambda s: int(s[1:]))
    for item in order:
        entry = table[item]
        if isinstance(entry, dict):
            told, there = elsewhere(entry)
            lost += not there
            print(f"{item:5} {told}")
            continue
        found = [f"{job} p. {n}" for job, texts in reports.items() if (n := find(entry, texts))]
        lost += not found
        print(f"{item:5} {', '.join(found) or 'NOT FOUND'}  ({entry})")
    listed = options.list.read_text(encoding="utf-8") if options.list.exists() else ""
    unlisted = [i for i in re.findall(r"^- (S\d+) ", listed, re.MULTILINE) if i not in table]
    if unlisted:
        print(
            f"{len(unlisted)} items of the list have no entry in the table yet: {', '.join(unlisted)}"
        )
    print(f"{len(order)} entries, {lost} not found.")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
