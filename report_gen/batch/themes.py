"""The ``theme`` of an order: each theme file is read and checked once, with the list."""

from __future__ import annotations

from pathlib import Path

from report_gen.branding import read_brand
from report_gen.errors import ReportGenError
from report_gen.rendering.brand import PLAIN, Brand


class Themes:
    """What the orders of one list wear. ``base``: the folder their paths start from; ``house``:
    the brand of orders that name no theme, and the templates of those that do."""

    def __init__(self, base: Path, house: Brand = PLAIN) -> None:
        self._base, self._house = base, house
        self._plain = b"" if house == PLAIN else house.to_bytes()
        self._known: dict[str, tuple[bytes, str]] = {}

    def of(self, value: object, where: str, problems: list[str]) -> bytes:
        """The brand of an order as ``Brand.to_bytes`` gives it, b"" for ours."""
        if value is None:
            return self._plain
        if not isinstance(value, str) or "\0" in value:
            problems.append(f"{where}: theme is not a file's name.")
            return b""
        if value not in self._known:
            self._known[value] = self._read(value)
        data, problem = self._known[value]
        if problem:
            problems.append(f"{where}: {problem}")
        return data

    def _read(self, value: str) -> tuple[bytes, str]:
        try:
            brand = read_brand(self._base / value)
        except ReportGenError as error:
            return b"", " ".join(error.message.split("\n"))
        return brand.with_templates(self._house.templates).to_bytes(), ""
