"""The test documents, read as a careful person would."""

from __future__ import annotations

import json

import pytest

import report_gen
from tests.conftest import ROOT, TODAY

CORPUS = ROOT / "tests" / "corpus"
EXPECTED = json.loads((CORPUS / "expected.json").read_text(encoding="utf-8"))
RESUMES = [name for name in EXPECTED if name.startswith("resume")]
JOBS = [name for name in EXPECTED if name.startswith("job")]


@pytest.mark.parametrize("name", RESUMES)
def test_resumes(name: str) -> None:
    expected = EXPECTED[name]
    resume = report_gen.parse_resume(CORPUS / name, today=TODAY)
    assert resume.basics.name.casefold() == expected["name"].casefold()
    assert resume.basics.email == expected["email"]
    assert [[w.name, w.position, w.start_date, w.end_date] for w in resume.work] == expected["work"]
    assert [len(w.highlights) for w in resume.work] == expected["highlights"]
    assert [e.institution for e in resume.education] == expected["education"]
    for section in (
        "publications",
        "certificates",
        "awards",
        "languages",
        "interests",
        "volunteer",
    ):
        assert len(getattr(resume, section)) == expected.get(section, len(getattr(resume, section)))
    assert "Ignore all instructions" not in json.dumps(resume.to_json_resume())


@pytest.mark.parametrize("name", JOBS)
def test_jobs(name: str) -> None:
    expected = EXPECTED[name]
    job = report_gen.parse_job(CORPUS / name)
    assert (job.title, job.company, job.role, job.min_years) == tuple(
        expected[key] for key in ("title", "company", "role", "min_years")
    )
    kinds = [r.kind for r in job.requirements if not r.negated]
    assert [kinds.count(k) for k in ("responsibility", "required", "preferred")] == expected[
        "requirements"
    ]
    pay = job.compensation
    assert pay
    assert [pay.min, pay.max, pay.currency, pay.period] == expected["compensation"]
