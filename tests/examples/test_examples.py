"""The product's promise on its own examples: 50 pages, personal, the same bytes everywhere."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

import report_gen
from report_gen import Analysis
from tests.conftest import JOBS, PEOPLE, ROOT, TODAY


@pytest.mark.parametrize("person", ["mira-okafor", "tomas-villaverde", "hanneke-de-wit"])
def test_each_example_makes_fifty_pages_without_a_warning(
    analyses: dict[str, Analysis], person: str, tmp_path: Path
) -> None:
    out = tmp_path / "report.pdf"
    rendered = report_gen.render(analyses[person], out)
    assert rendered.warnings == ()
    with pikepdf.open(io.BytesIO(out.read_bytes())) as pdf:
        assert len(pdf.pages) == rendered.pages >= 50
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en"


@pytest.mark.parametrize("suffix", [".docx", ".json"])
def test_the_three_formats_of_a_person_are_read_alike(suffix: str) -> None:
    for path in sorted(PEOPLE.glob("*.pdf")):
        pdf = report_gen.parse_resume(path, today=TODAY)
        other = report_gen.parse_resume(path.with_suffix(suffix), today=TODAY)
        assert [(w.name, w.position, w.start_date, w.end_date) for w in pdf.work] == [
            (w.name, w.position, w.start_date, w.end_date) for w in other.work
        ]
        assert [w.highlights for w in pdf.work] == [w.highlights for w in other.work]


def test_the_same_input_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Twice, in another directory, time zone and locale, and with another hash seed."""
    made = []
    for n, env in enumerate(
        (
            {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
            {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"},
        )
    ):
        folder = tmp_path / str(n)
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-m", "report_gen.cli", str(PEOPLE / "mira-okafor.docx"), str(JOBS / "ranking-mle.txt"),
             "-o", "r.pdf", "--format", "pdf", "--format", "json", "--edition", "standard", "--today", "2026-11-02"],
            cwd=folder, check=True, env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        )  # fmt: skip
        made.append(((folder / "r.pdf").read_bytes(), (folder / "r.json").read_bytes()))
    assert made[0] == made[1]


def test_a_new_skill_company_and_question_are_each_one_yaml_file(tmp_path: Path) -> None:
    """What an operator adds without touching code shows up in the analysis."""
    from report_gen.packs_cli import check_packs

    packs = tmp_path / "packs"
    for kind in ("skills", "companies", "questions"):
        source = ROOT / "tests" / "examples" / "packs" / f"{kind}.yaml"
        (packs / kind).mkdir(parents=True)
        (packs / kind / "own.yaml").write_bytes(source.read_bytes())
    assert check_packs((packs,)) == []
    text = (
        (JOBS / "ranking-mle.txt")
        .read_text()
        .replace("PyTorch or TensorFlow", "Quibbleflow or PyTorch")
    )
    job = report_gen.parse_job(text=text.replace("Quillmere", "Zibberfeld"), packs=[packs])
    assert any("quibbleflow" in r.skills for r in job.requirements)
    resume = report_gen.parse_resume(PEOPLE / "mira-okafor.json", today=TODAY)
    analysis = report_gen.analyze(resume, job, today=TODAY, packs=[packs])
    assert analysis.coaching.company is not None
    assert analysis.coaching.company.id == "zibberfeld"
    assert any("quibbleflow join" in q.question.lower() for q in analysis.coaching.questions)
