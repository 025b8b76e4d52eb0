"""Analysis <-> the JSON of the contract, which a coach may edit in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from report_gen.analysis.build import UngroundedClaimError, check_claims
from report_gen.analysis.edits import find_edits, part_of, vouching
from report_gen.analysis.models import SCHEMA_VERSION, Analysis, ClaimRecord, Edit
from report_gen.analysis.parts import digests
from report_gen.coaching.models import (
    BlankQuestion,
    BulletXray,
    Coaching,
    CompanyView,
    Coverage,
    CoverageHole,
    DeepDive,
    DesignOutline,
    FailureRisk,
    GapScript,
    IntakeQuestion,
    InterviewQuestion,
    Introduction,
    KeywordGap,
    Reply,
    Round,
    Story,
    StudyPlan,
)
from report_gen.errors import UnreadableError
from report_gen.job import from_dict as job_from_dict
from report_gen.matching.models import DimensionRating, LineReading, Matches, RequirementMatch
from report_gen.notes import Note
from report_gen.options import Options
from report_gen.resume import from_json_resume
from report_gen.scoring.models import Assessment, DimensionScore, Fit, Gap, Risk
from report_gen.written import read_json

CLOSING = ("two_hours", "two_days", "two_weeks", "deliverable")


class GapFile(BaseModel):
    """A gap as it stands in the file: the finding, its script, and the plan that closes it."""

    model_config = ConfigDict(extra="forbid")

    gap: Gap
    script: GapScript | None


class AnalysisFile(BaseModel):
    """The shape of the file; every unknown or misspelt key is refused with its place."""

    model_config = ConfigDict(extra="forbid")

    schema_version: int
    resume: dict[str, Any]
    job: dict[str, Any]
    options: Options
    fit: Fit
    dimensions: dict[str, DimensionScore]
    requirements: tuple[RequirementMatch, ...]
    gaps: tuple[GapFile, ...]
    stories: tuple[Story, ...]
    questions: tuple[InterviewQuestion, ...]
    plan: StudyPlan | None
    risks: tuple[Risk, ...]
    warnings: tuple[Note, ...]
    claims: tuple[ClaimRecord, ...]
    lines: tuple[LineReading, ...] = ()
    ratings: dict[str, DimensionRating] = Field(default_factory=dict)
    candidate: dict[str, Any] = Field(default_factory=dict)
    interviewed_as: dict[str, float] = Field(default_factory=dict)
    holes: tuple[CoverageHole, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    company: CompanyView | None = None
    rounds: tuple[Round, ...] = ()
    designs: tuple[DesignOutline, ...] = ()
    failures: tuple[FailureRisk, ...] = ()
    xray: tuple[BulletXray, ...] = ()
    replies: tuple[Reply, ...] = ()
    keywords: tuple[KeywordGap, ...] = ()
    deep_dives: tuple[DeepDive, ...] = ()
    introduction: Introduction | None = None
    blanks: tuple[BlankQuestion, ...] = ()
    next_actions: tuple[str, ...] = ()
    intake: tuple[IntakeQuestion, ...] = ()
    packs: str = ""
    drafted: dict[str, dict[str, str]] = Field(default_factory=dict)
    edits: tuple[Edit, ...] = ()


_COACHING_KEYS = (
    "holes", "coverage", "company", "rounds", "designs", "failures", "xray", "replies", "keywords",
    "deep_dives", "introduction", "blanks", "next_actions", "intake",
)  # fmt: skip


def to_dict(analysis: Analysis) -> dict[str, Any]:
    """Plain JSON values only: dates as ISO text, tuples as lists."""
    coaching, assessment, matches = analysis.coaching, analysis.assessment, analysis.matches
    out = {
        "schema_version": SCHEMA_VERSION,
        "resume": analysis.resume.to_json_resume(),
        "job": analysis.job.to_dict(),
        "options": _plain(analysis.options),
        "fit": _plain(assessment.fit),
        "dimensions": {key: _plain(value) for key, value in assessment.dimensions.items()},
        "requirements": _plain(matches.requirements),
        "gaps": [_gap_out(gap, coaching.scripts.get(gap.id)) for gap in assessment.gaps],
        "stories": _plain(coaching.stories),
        "questions": _plain(coaching.questions),
        "plan": _plain(coaching.plan) if coaching.plan else None,
        "risks": _plain(assessment.risks),
        "warnings": _plain(analysis.notes),
        "claims": _plain(analysis.claims),
        "lines": _plain(matches.lines),
        "ratings": {key: _plain(value) for key, value in matches.dimensions.items()},
        "candidate": {
            "role": matches.role,
            "role_years": matches.role_years,
            "level": matches.level,
        },
        "interviewed_as": dict(matches.interviewed_as),
        "packs": analysis.packs,
    }
    out.update({key: _plain(getattr(coaching, key)) for key in _COACHING_KEYS})
    out["edits"] = _plain(analysis.edits)
    out["drafted"] = _plain(analysis.drafted) if analysis.drafted else digests(out)
    return out


def from_dict(data: Mapping[str, Any], *, editor: str = "", today: date | None = None) -> Analysis:
    """The way back; see ``Analysis.from_dict``."""
    analysis = _read(data)
    edits = find_edits(data, analysis.edits, editor.strip(), today)
    if not edits and not analysis.edits:
        return analysis
    return replace(analysis, edits=edits, claims=_claims(analysis, edits))


def _claims(analysis: Analysis, edits: tuple[Edit, ...]) -> tuple[ClaimRecord, ...]:
    """The ledger of an edited analysis: an editor's name stands for what only they can know."""
    try:
        return _checked(analysis, edits)
    except UngroundedClaimError as error:
        loose = "; ".join(f"{claim.text} ({claim.where})" for claim in error.loose[:10])
        raise UnreadableError(
            "unsourced_claim",
            f"Edited words say what no line of the resume, the job or the answers says: {loose}.",
            "Correct them, or say who vouches for them with --editor NAME.",
        ) from error


def _checked(analysis: Analysis, edits: tuple[Edit, ...]) -> tuple[ClaimRecord, ...]:
    vouched = vouching(edits, analysis.coaching)
    return check_claims(analysis.coaching, analysis.resume, analysis.job, analysis.options, vouched)


def unsourced(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(part, its claims) for each edited part that claims what nobody and no source says."""
    analysis = _read(data)
    found: dict[str, list[str]] = {}
    try:
        _checked(analysis, analysis.edits)
    except UngroundedClaimError as error:
        for claim in error.loose:
            found.setdefault(part_of(claim.where, analysis.coaching)[0], []).append(claim.text)
    return [(part, ", ".join(dict.fromkeys(texts))) for part, texts in found.items()]


def _read(data: Mapping[str, Any]) -> Analysis:
    """Raises UnreadableError (``not_an_analysis``) naming each wrong place."""
    if not isinstance(data, Mapping) or "schema_version" not in data:
        raise _refused("it has no schema_version")
    if data["schema_version"] != SCHEMA_VERSION:
        raise _refused(f"its schema_version is not {SCHEMA_VERSION}")
    try:
        values = dict(data)
        values["gaps"] = [_gap_in(gap) for gap in values.get("gaps", ())]
        file = AnalysisFile.model_validate(values)
        if beyond := _beyond_levels(file):
            raise _refused(f"{'; '.join(beyond)} is none of the levels 0 to 4")
        return _build(file)
    except ValidationError as error:
        places = [f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors()[:10]]
        raise _refused("; ".join(places)) from error
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise _refused(f"a part has the wrong shape ({type(error).__name__})") from error


def from_json(data: bytes, *, editor: str = "", today: date | None = None) -> Analysis:
    """An analysis file's bytes -> Analysis; ``editor`` and ``today`` as in ``from_dict``."""
    try:
        values = read_json(data, "The analysis")
    except ValueError as error:
        raise _refused("it is not JSON") from error
    return from_dict(values, editor=editor, today=today)


def as_it_stands(data: bytes) -> Analysis:
    """An analysis file's bytes -> Analysis with its edits found, whoever vouches for their words:
    for looking at figures, never for printing what was drafted. Errors as ``from_dict``."""
    try:
        values = read_json(data, "The analysis")
    except ValueError as error:
        raise _refused("it is not JSON") from error
    analysis = _read(values)
    return replace(analysis, edits=find_edits(values, analysis.edits, "", None))


def _beyond_levels(file: AnalysisFile) -> list[str]:
    """Places of levels that there are not: everything said about them would be about another."""
    levels = {f"requirements {m.id}: strength {e.strength}": e.strength for m in file.requirements for e in m.evidence}  # fmt: skip
    ratings = [(key, rated.rating) for key, rated in file.ratings.items()]
    ratings += [(key, scored.rating) for key, scored in file.dimensions.items()]
    levels |= {f"{key}: rating {rating}": rating for key, rating in ratings}
    levels |= {f"{key}: bar {scored.bar}": scored.bar for key, scored in file.dimensions.items()}
    levels |= {f"lines {line.ref}: level {line.level}": line.level for line in file.lines}
    return [place for place, level in levels.items() if not 0 <= level <= 4][:10]


def _build(file: AnalysisFile) -> Analysis:
    scripts = {entry.gap.id: entry.script for entry in file.gaps if entry.script}
    return Analysis(
        resume=from_json_resume(file.resume),
        job=job_from_dict(file.job),
        options=file.options,
        matches=Matches(
            requirements=file.requirements,
            lines=file.lines,
            dimensions=file.ratings,
            interviewed_as=file.interviewed_as,
            **file.candidate,
        ),
        assessment=Assessment(
            fit=file.fit,
            dimensions=file.dimensions,
            gaps=tuple(entry.gap for entry in file.gaps),
            risks=file.risks,
        ),
        coaching=Coaching(
            stories=file.stories,
            questions=file.questions,
            plan=file.plan,
            scripts=scripts,
            **{key: getattr(file, key) for key in _COACHING_KEYS},
        ),
        claims=file.claims,
        notes=file.warnings,
        packs=file.packs,
        drafted=file.drafted,
        edits=file.edits,
    )


def _gap_out(gap: Gap, script: GapScript | None) -> dict[str, Any]:
    out: dict[str, Any] = _plain(gap)
    drafted = _plain(script) if script else {}
    out["plan"] = [
        {"within": key.replace("_", " "), "do": drafted.pop(key)} for key in CLOSING if drafted
    ]
    drafted.pop("gap", None)
    out["script"] = drafted
    return out


def _gap_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    known = {field.name for field in fields(Gap)}
    gap = {key: value for key, value in entry.items() if key not in ("script", "plan")}
    script = dict(entry.get("script") or {})
    if script:
        script["gap"] = entry["id"]
        for step in entry.get("plan", ()):
            script[str(step["within"]).replace(" ", "_")] = step["do"]
    if unknown := sorted(set(gap) - known):
        raise _refused(f"gap {entry.get('id', '?')} has unknown keys {', '.join(unknown)}")
    return {"gap": gap, "script": script or None}


def _plain(value: Any) -> Any:
    if isinstance(value, str | int | float) or value is None:
        return value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _refused(what: str) -> UnreadableError:
    return UnreadableError(
        "not_an_analysis",
        f"The file is not an analysis of this version: {what}.",
        "Give the JSON that `reportgen analyze RESUME JD` wrote; correct the places named.",
    )
