"""The picture of twelve pages that the README shows, from an example report.

python scripts/pictures.py [docs/pages.png]
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from report_gen import analyze, parse_job, parse_resume, pipeline
from report_gen.rendering.pdf import draw, lay_out
from report_gen.report import compose_report

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 3, 2)
SHOWN = (
    "cover", "in-short", "summary", "requirements", "timeline", "gap-1",
    "coverage", "story-1", "weights", "design-1", "plan", "last-days",
)  # fmt: skip
"""Chapters whose first page is shown."""
ACROSS, WIDE, GAP = 6, 330, 14
COLOURS = 48


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pages.png"
    resume = parse_resume(ROOT / "examples/people/mira-okafor.pdf", today=TODAY)
    analysis = analyze(resume, parse_job(ROOT / "examples/jobs/llm-mle.txt"), today=TODAY)
    document = lay_out(compose_report(analysis, pipeline.load_packs(), "full"), "a4")
    places: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for id, box in page.anchors.items():
            if any(box):  # of no size: it stands in the other half
                places.setdefault(id, number)
    missing = [chapter for chapter in SHOWN if chapter not in places]
    if missing:
        print(f"No such chapter: {', '.join(missing)}. There are: {', '.join(places)[:2000]}")
        return 1
    pdf = pypdfium2.PdfDocument(draw(document))
    pages = [_picture(pdf[places[chapter] - 1]) for chapter in SHOWN]
    tall = max(page.height for page in pages)
    rows = -(-len(pages) // ACROSS)
    size = (ACROSS * (WIDE + GAP) + GAP, rows * (tall + GAP) + GAP)
    sheet = Image.new("RGB", size, "#d5d9dd")
    for n, page in enumerate(pages):
        sheet.paste(page, (GAP + n % ACROSS * (WIDE + GAP), GAP + n // ACROSS * (tall + GAP)))
    sheet.quantize(COLOURS).save(target, optimize=True)
    print(f"{target}: {len(pages)} pages, {target.stat().st_size // 1024} KB")
    return 0


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    """Drawn at three times the size and made smaller: thin rules stay."""
    large = page.render(scale=3 * WIDE / page.get_width()).to_pil().convert("RGB")
    return large.resize((WIDE, round(WIDE * large.height / large.width)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main())
