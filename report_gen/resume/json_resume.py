"""JSON Resume 1.0.0 <-> Resume: the way out, and the way back in after a hand correction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from report_gen.errors import UnreadableError
from report_gen.notes import Note
from report_gen.resume.models import (
    Award,
    Basics,
    Certificate,
    Education,
    LanguageSkill,
    Location,
    Profile,
    Project,
    Publication,
    Resume,
    SkillGroup,
    Source,
    Volunteer,
    Work,
)

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

RENAMED = {
    "start_date": "startDate",
    "end_date": "endDate",
    "study_type": "studyType",
    "release_date": "releaseDate",
    "postal_code": "postalCode",
    "country_code": "countryCode",
}
SECTIONS: dict[str, type] = {
    "work": Work,
    "volunteer": Volunteer,
    "education": Education,
    "skills": SkillGroup,
    "projects": Project,
    "publications": Publication,
    "certificates": Certificate,
    "awards": Award,
    "languages": LanguageSkill,
}
_LISTS = {"highlights", "keywords", "courses", "roles"}


def to_json_resume(resume: Resume) -> dict[str, Any]:
    """Empty values are left out, so that a date that is not known is absent, never ""."""
    out: dict[str, Any] = {"$schema": SCHEMA, "basics": _basics_out(resume.basics)}
    for name in SECTIONS:
        entries = [_entry_out(entry) for entry in getattr(resume, name)]
        if entries or name in ("work", "education", "skills"):
            out[name] = entries
    if resume.interests:
        out["interests"] = [{"name": name} for name in resume.interests]
    out["meta"] = {
        "reportgen": {
            "warnings": [
                {"code": n.code, "message": n.message, "where": n.where} for n in resume.notes
            ],
            "unread_lines": list(resume.unread_lines),
            "coverage": round(resume.coverage, 4),
            "sources": {
                ref: {"page": s.page, "lines": list(s.lines), "confidence": round(s.confidence, 3)}
                for ref, s in resume.sources.items()
            },
            "total_years": round(resume.total_years, 1),
        }
    }
    return out


def _entry_out(entry: Any) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for field in type(entry).__dataclass_fields__:
        value = getattr(entry, field)
        if value:
            out[RENAMED.get(field, field)] = list(value) if isinstance(value, tuple) else value
    return out


def _basics_out(basics: Basics) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for field in ("name", "label", "email", "phone", "url", "summary"):
        if value := getattr(basics, field):
            out[field] = value
    if location := _entry_out(basics.location):
        out["location"] = location
    if basics.profiles:
        out["profiles"] = [_entry_out(profile) for profile in basics.profiles]
    return out


def from_json_resume(data: Mapping[str, Any]) -> Resume:
    """A JSON Resume (ours or anybody's) as a Resume.

    Raises UnreadableError (code ``not_a_json_resume``) if a part has the wrong shape; every
    wrong part is named at once. Unknown keys are kept out and noted, not refused.
    """
    wrong: list[str] = []
    if not isinstance(data, Mapping) or not (
        isinstance(data.get("basics"), Mapping) or isinstance(data.get("work"), list)
    ):
        raise UnreadableError(
            "not_a_json_resume",
            "The JSON file is not a JSON Resume: it has neither basics nor work.",
            'Give a JSON Resume 1.0.0 ("basics", "work", "education", ...), or the resume as PDF.',
        )
    sections: dict[str, Any] = {}
    for name, kind in SECTIONS.items():
        entries = data.get(name) or []
        if not isinstance(entries, list):
            wrong.append(f"{name} must be a list")
            continue
        sections[name] = tuple(
            _entry_in(kind, entry, f"{name}[{n}]", wrong) for n, entry in enumerate(entries)
        )
    basics = data.get("basics") or {}
    parsed_basics = Basics()
    if isinstance(basics, Mapping):
        parsed_basics = _basics_in(basics, wrong)
    else:
        wrong.append("basics must be an object")
    if wrong:
        raise UnreadableError(
            "not_a_json_resume",
            "The JSON Resume has parts of the wrong shape: " + "; ".join(wrong[:10]) + ".",
            "Correct these parts (see jsonresume.org/schema) and run again.",
        )
    meta = data.get("meta")
    own = meta.get("reportgen") if isinstance(meta, Mapping) else None
    return Resume(
        basics=parsed_basics,
        interests=_interests(data.get("interests")),
        **sections,
        **_own_meta(own if isinstance(own, Mapping) else {}),
    )


def _entry_in(kind: type, entry: Any, where: str, wrong: list[str]) -> Any:
    if isinstance(entry, str) and kind is SkillGroup:
        return SkillGroup(name=entry)
    if not isinstance(entry, Mapping):
        wrong.append(f"{where} must be an object")
        return kind()
    values: dict[str, Any] = {}
    for field in kind.__dataclass_fields__:  # type: ignore[attr-defined]
        value = entry.get(RENAMED.get(field, field))
        if field == "name" and kind is Work:
            value = value or entry.get("company")  # JSON Resume before 1.0
        if field == "summary" and kind is Work:
            value = value or entry.get("description")
        if field in _LISTS:
            if value is not None and not isinstance(value, list):
                wrong.append(f"{where}.{field} must be a list")
                continue
            values[field] = tuple(_text(item) for item in value or () if _text(item))
        elif isinstance(value, Mapping | list):
            wrong.append(f"{where}.{field} must be text")
        else:
            values[field] = _text(value)
    return kind(**values)


def _basics_in(basics: Mapping[str, Any], wrong: list[str]) -> Basics:
    values = {}
    for field in ("name", "label", "email", "phone", "url", "summary"):
        value = basics.get(field)
        if isinstance(value, Mapping | list):
            wrong.append(f"basics.{field} must be text")
        else:
            values[field] = _text(value)
    location = basics.get("location")
    if isinstance(location, str):
        location = {"address": location}
    profiles = basics.get("profiles") or []
    if not isinstance(profiles, list):
        wrong.append("basics.profiles must be a list")
        profiles = []
    return Basics(
        **values,
        location=_entry_in(Location, location or {}, "basics.location", wrong),
        profiles=tuple(
            _entry_in(Profile, p, f"basics.profiles[{n}]", wrong) for n, p in enumerate(profiles)
        ),
    )


def _interests(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    names = (_text(i.get("name")) if isinstance(i, Mapping) else _text(i) for i in value)
    return tuple(name for name in names if name)


def _own_meta(own: Mapping[str, Any]) -> dict[str, Any]:
    """What an earlier run of ours knew about the document; absent in other people's files."""
    notes = own.get("warnings")
    sources = own.get("sources")
    out: dict[str, Any] = {}
    if isinstance(notes, list):
        out["notes"] = tuple(
            Note(
                code=_text(n.get("code")),
                message=_text(n.get("message")),
                where=_text(n.get("where")),
            )
            for n in notes
            if isinstance(n, Mapping)
        )
    if isinstance(sources, Mapping):
        out["sources"] = {
            str(ref): Source(
                page=int(s.get("page", 1)),
                lines=tuple(int(n) for n in s.get("lines", ())),
                confidence=float(s.get("confidence", 1.0)),
            )
            for ref, s in sources.items()
            if isinstance(s, Mapping)
        }
    if isinstance(own.get("unread_lines"), list):
        out["unread_lines"] = tuple(_text(line) for line in own["unread_lines"])
    for name in ("coverage", "total_years"):
        if isinstance(own.get(name), int | float):
            out[name] = float(own[name])
    return out


def _text(value: Any) -> str:
    """Text on one line: JSON may carry numbers for dates, and line breaks inside values."""
    if value is None:
        return ""
    return re.sub(r"\s+", " ", str(value)).strip()
