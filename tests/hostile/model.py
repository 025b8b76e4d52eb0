"""What a hostile file is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RESUME = (
    "Jo Doe\njo@example.org\n\nExperience\n\nSenior Engineer, Acme\n2019-01 - Present\n"
    "- Built the ranking pipeline in Python for 12 teams, cutting cost by 30%\n"
    "- Led four engineers; shipped a feature store on Kubernetes\n"
    "\nEducation\nBSc Computer Science, Leiden University, 2015\n\nSkills\nPython, Spark, Kafka\n"
)
"""What a file holds beside its trap, so that the trap is carried on to the report."""

Role = Literal["resume", "job", "answers", "analysis", "pack"]


@dataclass(frozen=True, kw_only=True)
class Hostile:
    """``name`` is a file name; ``codes``: error codes one of which must come, empty where the file
    may also be read; ``role``: what it is passed off as."""

    name: str
    data: bytes
    codes: tuple[str, ...] = ()
    role: Role = "resume"
