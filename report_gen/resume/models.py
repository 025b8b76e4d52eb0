"""A resume as data: JSON Resume 1.0.0 in Python names, with sources, notes and coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from report_gen.notes import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value stands: page, line numbers of the Document, and how sure we are (0..1)."""

    page: int = 1
    lines: tuple[int, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    address: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    network: str = ""
    username: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    name: str = ""
    label: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    summary: str = ""
    location: Location = field(default_factory=Location)
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One position. Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; a current one has no end."""

    name: str = ""
    position: str = ""
    location: str = ""
    url: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    organization: str = ""
    position: str = ""
    url: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    institution: str = ""
    area: str = ""
    study_type: str = ""
    url: str = ""
    location: str = ""
    start_date: str = ""
    end_date: str = ""
    score: str = ""
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGroup:
    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    name: str = ""
    description: str = ""
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    start_date: str = ""
    end_date: str = ""
    url: str = ""
    roles: tuple[str, ...] = ()
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    name: str = ""
    publisher: str = ""
    release_date: str = ""
    url: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    name: str = ""
    date: str = ""
    issuer: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    title: str = ""
    date: str = ""
    awarder: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSkill:
    language: str = ""
    fluency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """``sources`` maps references such as ``work[0].highlights[2]`` to where they stand.

    ``coverage`` is the share (0..1) of text lines that were used; ``total_years`` the union of
    the work intervals in years (overlaps counted once, current positions up to ``as_of``).
    """

    basics: Basics = field(default_factory=Basics)
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    projects: tuple[Project, ...] = ()
    publications: tuple[Publication, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    awards: tuple[Award, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    interests: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    unread_lines: tuple[str, ...] = ()
    coverage: float = 1.0
    sources: Mapping[str, Source] = field(default_factory=dict)
    total_years: float = 0.0

    def to_json_resume(self) -> dict[str, Any]:
        """JSON Resume 1.0.0 with ``meta.reportgen`` (see README, "The parsed resume")."""
        from report_gen.resume.json_resume import to_json_resume

        return to_json_resume(self)
