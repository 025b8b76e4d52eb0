"""Telephone numbers in many national shapes, told apart from dates, years and identity numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SHAPE = re.compile(r"(?<![\w/.,-])(?:\+|00)?\(?\d[\d\s().\-/–]{5,22}\d(?!\w|[-/]\d)")
_SHORT = re.compile(r"\d{3}[\s.-]\d{4}|\d{2,4}[\s.-]\d{2,3}[\s.-]\d{2,4}")
_DATE = re.compile(
    r"(?:19|20)\d\d\s*[-–/.]\s*(?:(?:19|20)?\d\d\b|\d\d\s*[-–/.])|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}[./](?:19|20)\d\d"
)


def find_phone(text: str) -> str:
    """The first telephone number in ``text`` as written, or ""."""
    for match in _SHAPE.finditer(text):
        found = match.group().strip()
        if found.count(")") > found.count("("):  # (+43) 1555...
            found = found.replace(")", "", 1)
        digits = re.sub(r"\D", "", found)
        if not 7 <= len(digits) <= 15 or _DATE.search(found):
            continue
        if found.startswith(("+", "00")):
            if _is_possible(found, digits):
                return found
            continue
        labelled = re.search(r"(?:tel|phone|mobile|cell|fon)\W*$", text[: match.start()], re.I)
        if len(digits) < 9 and not labelled and not _SHORT.fullmatch(found):
            continue
        return found
    return ""


def with_country(phone: str, links: Iterable[str]) -> str:
    """A number written as at home ("06 5550 1482") as a ``tel:`` link dials it from abroad, if one
    does."""
    if phone.startswith(("+", "00")):
        return phone
    national = re.sub(r"\D", "", phone).lstrip("0")
    for link in links:
        dialled = re.sub(r"%20|-", " ", link[4:])
        if link.lower().startswith("tel:+") and re.sub(r"\D", "", dialled).endswith(national):
            return find_phone(dialled) or phone
    return phone


def _is_possible(found: str, digits: str) -> bool:
    """The country's numbering plan decides; example numbers (555) are possible, not valid."""
    import phonenumbers

    try:
        number = phonenumbers.parse(
            "+" + digits.removeprefix("00") if found.startswith("00") else found, None
        )
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) or 8 <= len(digits) <= 14
