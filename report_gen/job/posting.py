"""The facts of a schema.org JobPosting or of a page's front matter, as far as they make sense."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Literal

from report_gen.job.models import Compensation

_PERIODS: dict[str, Literal["year", "hour", "month"]] = {
    "YEAR": "year", "YEARLY": "year", "ANNUAL": "year", "HOUR": "hour", "HOURLY": "hour",
    "MONTH": "month", "MONTHLY": "month",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What the page's own data says; "" and None where it says nothing."""

    title: str = ""
    company: str = ""
    location: str = ""
    remote: bool = False
    pay: Compensation | None = None
    months: float | None = None


def read_posting(data: Mapping[str, Any] | None) -> Posting:
    """JSON-LD JobPosting or front matter -> facts; another shape gives an empty Posting."""
    front = (data or {}).get("front_matter")
    if isinstance(front, Mapping):
        return _front_matter(front)
    if not data or "JobPosting" not in str(data.get("@type", "")):
        return Posting()
    organisation = data.get("hiringOrganization")
    name = organisation.get("name") if isinstance(organisation, Mapping) else organisation
    experience = data.get("experienceRequirements")
    months = experience.get("monthsOfExperience") if isinstance(experience, Mapping) else None
    return Posting(
        title=_text(data.get("title")),
        company=_text(name),
        location="; ".join(_places(data.get("jobLocation"))),
        remote="TELECOMMUTE" in str(data.get("jobLocationType", "")).upper(),
        pay=_pay(data.get("baseSalary") or data.get("estimatedSalary")),
        months=_number(months),
    )


_COMPANY = (
    "company",
    "company_name",
    "employer",
    "organisation",
    "organization",
    "hiringorganization",
)
_PLACE = ("location", "locations", "city", "office")


def _front_matter(front: Mapping[str, Any]) -> Posting:
    """What stands above a page written in Markdown ("title: Data Engineer")."""

    def first(keys: tuple[str, ...]) -> str:
        found = (_text(front.get(key)) for key in keys)
        return next((text for text in found if text and text[0] not in "[{|>"), "")

    return Posting(title=first(("title",)), company=first(_COMPANY), location=first(_PLACE))


def _text(value: object) -> str:
    return re.sub(r"\s+", " ", unescape(value)).strip() if isinstance(value, str) else ""


def _places(value: Any) -> list[str]:
    found: list[str] = []
    for place in value if isinstance(value, list) else [value]:
        address = place.get("address") if isinstance(place, Mapping) else place
        if isinstance(address, str):
            found.append(_text(address))
        elif isinstance(address, Mapping):
            country = address.get("addressCountry")
            parts = [address.get("addressLocality"), address.get("addressRegion")]
            parts.append(country.get("name") if isinstance(country, Mapping) else country)
            found.append(", ".join(dict.fromkeys(_text(part) for part in parts if _text(part))))
    return list(dict.fromkeys(place for place in found if place))


def _pay(value: Any) -> Compensation | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, Mapping):
        return None
    inner = value.get("value")
    amounts = inner if isinstance(inner, Mapping) else value
    exact = _number(amounts.get("value") if isinstance(inner, Mapping) else inner)
    low, high = _number(amounts.get("minValue")), _number(amounts.get("maxValue"))
    low, high = (low if low is not None else exact), (high if high is not None else exact)
    currency = _text(value.get("currency") or amounts.get("currency")).upper()
    period = _PERIODS.get(_text(amounts.get("unitText") or value.get("unitText")).upper(), "year")
    if (low is None and high is None) or not re.fullmatch(r"[A-Z]{3}", currency):
        return None
    if (high or low or 0) <= 0 or (low is not None and high is not None and low > high):
        return None
    return Compensation(min=low, max=high, currency=currency, period=period)


def _number(value: object) -> float | None:
    try:
        number = float(str(value).replace(",", "")) if value is not None else None
    except ValueError:
        return None
    return number if number is not None and 0 <= number < 1e10 else None
