"""An invented person and job, as data, for the tests of matching and scoring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from report_gen.job.models import Degree, Job, Requirement
from report_gen.options import Options
from report_gen.resume.models import (
    Basics,
    Certificate,
    Education,
    LanguageSkill,
    Publication,
    Resume,
    SkillGroup,
    Work,
)

TODAY = date(2026, 11, 2)
OPTIONS = Options(today=TODAY)

BULLETS = (
    "Own the feed ranking service (PyTorch, 40K requests/s); p99 latency from 80 ms to 35 ms.",
    "Ran 12 A/B tests on ranking; click-through rate +3.1% and revenue up 4%.",
    "On call for the ranker; wrote the rollback runbook after an incident in 2024.",
    "Helped with the migration of dashboards.",
)
PERSON = Resume(
    basics=Basics(name="Ada Example", label="Machine Learning Engineer", email="ada@example.org"),
    work=(
        Work(
            name="Northwind",
            position="Senior Machine Learning Engineer",
            start_date="2021-01",
            highlights=BULLETS,
        ),
        Work(
            name="Contoso",
            position="Software Engineer",
            start_date="2017-06",
            end_date="2020-12",
            highlights=("Built a payments API in Java used by 300 merchants.",),
        ),
    ),
    education=(
        Education(
            institution="Some University",
            area="Computer Science",
            study_type="MSc",
            end_date="2017-05",
        ),
    ),
    skills=(SkillGroup(name="Tools", keywords=("Python", "PyTorch", "Kafka", "Kubernetes")),),
    publications=(Publication(name="Ranking with care", publisher="Workshop on Ranking"),),
    certificates=(Certificate(name="AWS Certified Solutions Architect", issuer="Amazon"),),
    languages=(LanguageSkill(language="German", fluency="Native"),),
)


def ask(text: str, kind: str = "required", id: str = "r1", **more: object) -> Requirement:
    """One requirement."""
    return Requirement(id=id, text=text, kind=kind, **more)  # type: ignore[arg-type]


def job(*requirements: Requirement, **more: object) -> Job:
    """A job of these requirements; a machine learning engineer's unless stated."""
    about: dict[str, object] = {
        "title": "Senior Machine Learning Engineer",
        "role": "mle",
        "level": "senior",
        "min_years": 5.0,
        "degree": Degree(),
    }
    return Job(requirements=requirements, **{**about, **more})  # type: ignore[arg-type]


JOB = job(
    ask("Experience with ranking models in production", id="r1"),
    ask("Strong Python and at least one of Java, Go or C++", id="r2"),
    ask("Experience with Spark or similar", id="r3"),
    ask("Bachelor's degree in computer science", id="r4"),
    ask("5+ years of machine learning engineering", id="r5"),
    ask("Own models after launch, on-call included", "responsibility", "r6"),
    ask("Design and read out A/B tests", "responsibility", "r7"),
    ask("Mentor junior engineers", "responsibility", "r8"),
    ask("Experience with reinforcement learning or bandits", "preferred", "r9"),
    ask("Publications at NeurIPS or KDD", "preferred", "r10"),
)


def with_bullet(resume: Resume, text: str, entry: int = 0) -> Resume:
    """The resume with one bullet more in an entry."""
    first = replace(resume.work[entry], highlights=(*resume.work[entry].highlights, text))
    work = (*resume.work[:entry], first, *resume.work[entry + 1 :])
    return replace(resume, work=work)


def without_bullet(resume: Resume, number: int, entry: int = 0) -> Resume:
    """The resume with one bullet less in an entry."""
    kept = tuple(h for n, h in enumerate(resume.work[entry].highlights) if n != number)
    work = (
        *resume.work[:entry],
        replace(resume.work[entry], highlights=kept),
        *resume.work[entry + 1 :],
    )
    return replace(resume, work=work)
