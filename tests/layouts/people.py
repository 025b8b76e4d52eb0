"""The invented people, and how dates of theirs are written and may be known from the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Person = dict[str, Any]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]  # fmt: skip


def load_people() -> list[Person]:
    """The people of people.yaml, in its order."""
    text = (Path(__file__).parent / "people.yaml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text))


def date_of(value: str, style: str) -> str:
    """``2021-03`` as ``Mar 2021``, ``March 2021``, ``03/2021``, ``03.2021``, ``2021-03`` or ``2021``."""
    year, month = value.split("-")[:2]
    return {
        "short": f"{MONTHS[int(month) - 1][:3]} {year}",
        "long": f"{MONTHS[int(month) - 1]} {year}",
        "caps": f"{MONTHS[int(month) - 1][:3].upper()} {year}",
        "slash": f"{month}/{year}",
        "dot": f"{month}.{year}",
        "iso": value,
        "apostrophe": f"{MONTHS[int(month) - 1][:3]} ’{year[2:]}",
        "year": year,
    }[style]


def dates_of(entry: Person, style: str, dash: str = " – ", now: str = "Present") -> str:
    """Both dates of an entry."""
    end = date_of(entry["endDate"], style) if entry.get("endDate") else now
    return f"{date_of(entry['startDate'], style)}{dash}{end}"


def truth_of(person: Person, style: str, shown: tuple[str, ...]) -> Person:
    """What can be known from the page: the sections shown, dates as precisely as printed."""
    cut = 4 if style == "year" else 7
    basics = {key: person["basics"][key] for key in ("name", "label", "email", "phone")}
    truth: Person = {"basics": basics}
    for section in shown:
        entries = []
        for entry in person.get(section, []):
            kept = {key: value for key, value in entry.items() if key != "location"}
            for key in ("startDate", "endDate"):
                if key in kept:
                    kept[key] = kept[key][:cut]
            entries.append(kept)
        if entries or section in ("work", "education", "skills"):
            truth[section] = entries
    return truth
