"""An installed wheel works away from the checkout, and holds the tracked files and no others."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import JOBS, PEOPLE, ROOT

SHIPPED = ("report_gen/", "templates/", "skill_taxonomy/")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    program = (
        "import sys; from hatchling.builders.wheel import WheelBuilder\n"
        "print(next(iter(WheelBuilder('.').build(directory=sys.argv[1], versions=['standard']))))"
    )
    subprocess.run(
        [sys.executable, "-c", program, str(out)], cwd=ROOT, check=True, capture_output=True
    )
    (made,) = out.glob("*.whl")
    return made


def test_the_wheel_holds_exactly_the_tracked_files(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", *SHIPPED], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode or not listed.stdout:
        pytest.skip("not a git checkout")
    tracked = {
        name if name.startswith("report_gen/") else f"report_gen/{name}"
        for name in listed.stdout.splitlines()
        if (ROOT / name).exists()
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == tracked


def test_an_installed_wheel_makes_a_report_away_from_the_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    environment = tmp_path / "fresh"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    packages = next((environment / "lib").glob("python*")) / "site-packages"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
         "--no-index", "--disable-pip-version-check", str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    # The dependencies come from this environment, without the editable checkout: a .pth file in
    # site-packages is read for folders given by `site`, not for entries of another .pth file.
    here = next(p for p in map(Path, sys.path) if p.name == "site-packages")
    (packages / "dependencies.pth").write_text(f"{here}\n")
    out = tmp_path / "report.pdf"
    result = subprocess.run(
        [str(python), "-I", "-m", "report_gen.cli", str(PEOPLE / "tomas-villaverde.pdf"), str(JOBS / "llm-mle.txt"),
         "-o", str(out), "--edition", "brief"],
        cwd=tmp_path,
        capture_output=True,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
        timeout=300,
        check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr.decode()
    assert out.read_bytes().startswith(b"%PDF-")
    where = subprocess.run(
        [str(python), "-I", "-c", "import report_gen; print(report_gen.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(environment))
