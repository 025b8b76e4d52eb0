"""Job <-> the JSON of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from report_gen.job.models import Compensation, Degree, Ignored, Job, Requirement
from report_gen.notes import Note


def to_dict(job: Job) -> dict[str, Any]:
    """Notes are called ``warnings`` there; whole numbers of years are printed as integers."""
    out = asdict(job)
    out["warnings"] = list(out.pop("notes"))
    for key in ("requirements", "ignored"):
        out[key] = list(out[key])
    for requirement in out["requirements"]:
        requirement["skills"] = list(requirement["skills"])
        requirement["dimensions"] = list(requirement["dimensions"])
        requirement["years"] = _whole(requirement["years"])
    out["min_years"] = _whole(out["min_years"])
    if out["compensation"]:
        for key in ("min", "max"):
            out["compensation"][key] = _whole(out["compensation"][key])
    return out


def from_dict(data: Mapping[str, Any]) -> Job:
    """The way back from ``to_dict``; raises TypeError or KeyError for another shape."""
    values = dict(data)
    values["notes"] = tuple(Note(**n) for n in values.pop("warnings", ()))
    values["degree"] = Degree(**(values.get("degree") or {}))
    if values.get("compensation"):
        values["compensation"] = Compensation(**values["compensation"])
    values["requirements"] = tuple(
        Requirement(**{**r, "skills": tuple(r["skills"]), "dimensions": tuple(r["dimensions"])})
        for r in values.get("requirements", ())
    )
    values["ignored"] = tuple(Ignored(**i) for i in values.get("ignored", ()))
    return Job(**values)


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value
