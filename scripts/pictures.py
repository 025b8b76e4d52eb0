"""The picture of the README: some pages of an example's report, side by side.

usage: pictures.py REPORT.pdf OUT.png PAGE [PAGE ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

SCALE = 0.75
GAP = 14


def sheet(pdf: Path, numbers: list[int]) -> Image.Image:
    """Pages (counted from 1) beside each other on grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [document[n - 1].render(scale=SCALE).to_pil() for n in numbers]
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    height = max(page.height for page in pages) + 2 * GAP
    out = Image.new("RGB", (width, height), "#d9dce0")
    x = GAP
    for page in pages:
        out.paste(page, (x, GAP))
        x += page.width + GAP
    return out


def main() -> None:
    """Write the sheet with a small palette: pages are mostly white."""
    pdf, out, *numbers = sys.argv[1:]
    picture = sheet(Path(pdf), [int(n) for n in numbers])
    picture.quantize(64).save(out, optimize=True)


if __name__ == "__main__":
    main()
