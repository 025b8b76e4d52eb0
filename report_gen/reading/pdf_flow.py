"""Pages of pieces -> one reading order: a column goes on on the next page before its neighbour."""

from __future__ import annotations

from dataclasses import dataclass, field

from report_gen.reading.pdf_columns import Piece, Side

_SAME_GUTTER = 14.0
_LONG = 300.0
"""Points of height a column must have before text on the next page may be taken for more of it."""
_LEFT: tuple[Side, ...] = ("left",)
_RIGHT: tuple[Side, ...] = ("right",)


@dataclass(slots=True)
class Placed:
    """A piece and the page it is on."""

    page: int
    piece: Piece


@dataclass(slots=True)
class Chunk:
    """Text across the page (``full``), or two columns side by side."""

    full: list[Placed] = field(default_factory=list)
    left: list[Placed] = field(default_factory=list)
    right: list[Placed] = field(default_factory=list)
    gutter: float = 0.0


def order_pages(pages: list[list[Piece]]) -> list[Placed]:
    """The pieces of all pages in reading order."""
    chunks: list[Chunk] = []
    for number, pieces in enumerate(pages, 1):
        for index, chunk in enumerate(_chunks(number, pieces)):
            if index or not chunks or not _continues(chunks[-1], chunk):
                chunks.append(chunk)
    placed: list[Placed] = []
    deferred: list[Placed] = []
    for index, chunk in enumerate(chunks):
        if not chunk.gutter:
            placed += chunk.full
            continue
        first, second = chunk.left, chunk.right
        if index == 0 and _largest(chunk.right) > 1.15 * _largest(chunk.left):
            first, second = second, first  # the name stands in the main column: begin there
        placed += first
        after = chunks[index + 1] if index + 1 < len(chunks) else None
        overleaf = after is not None and _first_page(after) > _first_page(chunk)
        if overleaf and second is chunk.right and _width(chunk.right) < 0.75 * _width(chunk.left):
            deferred += second  # the main text goes on overleaf: the sidebar must not cut it
        else:
            placed += second
    return placed + deferred


def _chunks(number: int, pieces: list[Piece]) -> list[Chunk]:
    chunks: list[Chunk] = []
    for piece in pieces:
        side = piece.path[0] if piece.path else "full"
        last = chunks[-1] if chunks else None
        if last is None or last.gutter != piece.gutter or (side == "left" and last.right):
            last = Chunk(gutter=piece.gutter)
            chunks.append(last)
        {"full": last.full, "left": last.left, "right": last.right}[side].append(
            Placed(number, piece)
        )
    return chunks


def _continues(before: Chunk, chunk: Chunk) -> bool:
    """Does the top of a page go on with the columns of the page before? Then it is added there."""
    if not before.gutter:
        return False
    if chunk.gutter:
        if abs(chunk.gutter - before.gutter) > _SAME_GUTTER:
            return False
        before.left += chunk.left
        before.right += chunk.right
        return True
    segments = [segment for placed in chunk.full for segment in placed.piece.segments]
    if all(segment.left >= before.gutter - 4 for segment in segments):
        side, path = before.right, _RIGHT
    elif all(segment.x1 <= before.gutter + 4 for segment in segments):
        side, path = before.left, _LEFT
    else:
        return False
    column = [segment for placed in side for segment in placed.piece.segments]
    edges = min((s.left for s in column), default=0.0), min(s.left for s in segments)
    tall = max(s.bottom for s in column) - min(s.top for s in column) if column else 0.0
    if tall < _LONG or abs(edges[0] - edges[1]) > 6:
        return False  # cards side by side end where they end
    for placed in chunk.full:
        placed.piece.path = path
    side += chunk.full
    return True


def _largest(placed: list[Placed]) -> float:
    return max((segment.size for item in placed for segment in item.piece.segments), default=0.0)


def _first_page(chunk: Chunk) -> int:
    return min(item.page for item in (*chunk.full, *chunk.left, *chunk.right))


def _width(placed: list[Placed]) -> float:
    segments = [segment for item in placed for segment in item.piece.segments]
    return max(s.x1 for s in segments) - min(s.left for s in segments) if segments else 0.0
