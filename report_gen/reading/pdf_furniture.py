"""Running headers, footers and page numbers: what stands on page after page is not text."""

from __future__ import annotations

import re
from collections import defaultdict

from report_gen.reading.pdf_spelling import Segment

_MARGIN = 0.1
_NUMBER = re.compile(
    r"(?:.{0,60}?[\s|·•—–-]+)?(?:page|seite|página|pagina|side|strona|p\.)\s*\d{1,3}(?:\s*(?:of|/|von|de|di|sur|z)\s*\d{1,3})?"
    r"|\d{1,2}\s*(?:/|of|von)\s*\d{1,2}|[-–—|]\s*\d{1,2}\s*[-–—|]|\d{1,2}",
    re.I,
)
_CONTACT = re.compile(r"@|\+?\d[\d\s().-]{7,}|linkedin|github|https?://|www\.", re.I)


def drop_running(
    pages: list[list[Segment]], heights: list[float]
) -> tuple[list[list[Segment]], int]:
    """Pages of segments -> the same without running text, and how many segments were left out.

    Page numbers go wherever they stand in a margin. Other text in the margins goes when another
    page shows it at the same height; its first copy stays if it may say who or where someone is
    (a header on page 1, or anything with an address).
    """
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        for segment in page:
            if _in_margin(segment, heights[number]):
                places[_key(segment)].add(number)
    name = _largest_text(pages[0]) if pages else ""
    dropped = 0
    kept_pages: list[list[Segment]] = []
    for number, page in enumerate(pages):
        kept = []
        for segment in page:
            if _is_running(segment, number, heights[number], places, len(pages)) or (
                number and _repeats_name(segment, heights[number], name)
            ):
                dropped += 1
            else:
                kept.append(segment)
        kept_pages.append(kept)
    return kept_pages, dropped


def _largest_text(page: list[Segment]) -> str:
    """What stands in the largest letters on the first page: as a rule, the name."""
    largest = max(page, key=lambda segment: segment.size, default=None)
    return largest.text.casefold() if largest is not None else ""


def _repeats_name(segment: Segment, height: float, name: str) -> bool:
    """Is this the name again, at the top or bottom of a later page (``Resume of Jo Doe``)?"""
    if len(name) < 5 or not _in_margin(segment, height):
        return False
    return name in segment.text.casefold() and len(segment.text) <= len(name) + 30


def _in_margin(segment: Segment, height: float) -> bool:
    return segment.base < _MARGIN * height or segment.base > (1 - _MARGIN) * height


def _key(segment: Segment) -> tuple[str, int]:
    return re.sub(r"\d+", "#", segment.text.casefold()), round(segment.base / 6)


def _is_running(segment: Segment, number: int, height: float, places: dict[tuple[str, int], set[int]], pages: int) -> bool:  # fmt: skip
    if not _in_margin(segment, height):
        return False
    outermost = segment.base < 0.07 * height or segment.base > 0.93 * height
    if _NUMBER.fullmatch(segment.text) and (outermost or pages > 1):
        return (
            segment.base > 0.5 * height or len(segment.text) < 12 or "age" in segment.text.lower()
        )
    key = _key(segment)
    seen = set().union(*(places.get((key[0], key[1] + shift), set()) for shift in (-1, 0, 1)))
    if len(seen) < 2:
        return False
    first = number == min(seen)
    header = segment.base < 0.5 * height
    return not (first and ((header and number == 0) or _CONTACT.search(segment.text)))
