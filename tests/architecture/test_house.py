"""The house: imports run one way, documents that can go stale are true, nothing stray is shipped."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from report_gen.cli import cli
from report_gen.errors import ExitCode
from tests.conftest import ROOT

README = ROOT / "README.md"


def test_the_contracts_of_the_import_linter_hold() -> None:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_room_says_what_stage_it_is() -> None:
    for room in sorted(p.parent for p in (ROOT / "report_gen").glob("*/__init__.py")):
        tree = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))
        assert (ast.get_docstring(tree) or "").startswith("Stage "), room.name
        assert "__all__" in (room / "__init__.py").read_text(encoding="utf-8"), room.name


def test_importing_the_package_is_light() -> None:
    heavy = "pdfplumber weasyprint spacy sklearn docx jinja2 pydantic yaml lxml scipy numpy"
    program = f"import sys, report_gen, report_gen.cli; print([m for m in {heavy!r}.split() if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_who_draws_a_report_does_not_load_the_stages_before_it() -> None:
    """A child that renders starts in a tenth of the time without them."""
    rooms = ("analysis", "coaching", "scoring", "matching", "resume", "job", "taxonomy", "reading")
    code = (
        "import sys, report_gen.rendering, report_gen.rendering.pdf, report_gen.rendering.engine\n"
        f"print([r for r in {rooms!r} if 'report_gen.' + r in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert found.stdout.strip() == "[]"


def test_the_readme_shows_the_real_help() -> None:
    shown = re.search(
        r"```text\n\$ reportgen --help\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL
    )
    assert shown, "README has no block with the output of reportgen --help"
    real = CliRunner().invoke(cli, ["--help"], prog_name="reportgen", terminal_width=80).output
    assert shown.group(1).strip() == real.strip()


def test_the_readme_s_exit_codes_are_the_real_ones() -> None:
    table = dict(
        re.findall(r"^\| (\d+) \| `(\w+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert table == {str(int(code)): code.name for code in ExitCode}


def test_the_two_commands_come_first_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    first = text[: text.index("##")]
    assert "make report" in first
    assert "make test" in first


def test_every_test_document_has_its_row_in_the_corpus_table() -> None:
    folder = ROOT / "tests" / "corpus"
    table = (folder / "README.md").read_text(encoding="utf-8")
    files = [p.name for p in folder.rglob("*") if p.is_file() and p.name != "README.md"]
    assert files
    missing = [name for name in files if f"`{name}`" not in table]
    assert not missing


def test_files_stay_small() -> None:
    long = {
        str(p.relative_to(ROOT)): n
        for p in sorted((ROOT / "report_gen").rglob("*.py"))
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 480
    }
    assert not long


def test_the_product_never_reads_the_shared_folder_or_the_network() -> None:
    for path in sorted((ROOT / "report_gen").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert "shared/" not in text, path
        if path.name == "selftest.py":  # it tries the network, to see that there is none
            continue
        assert not re.search(
            r"^\s*(?:import|from) (?:socket|urllib\.request|http\.client|requests)\b",
            text,
            re.MULTILINE,
        ), path


def test_the_guard_on_network_imports_can_fail() -> None:
    assert re.search(
        r"^\s*(?:import|from) (?:socket|urllib\.request)\b", "    import socket\n", re.MULTILINE
    )


def test_templates_never_switch_escaping_off() -> None:
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        text = path.read_text(encoding="utf-8")
        assert "autoescape false" not in text, path
        for name in re.findall(r"\{\{\s*([^}|]+?)\s*\|\s*safe\s*\}\}", text):
            # Only our own drawings and styles are marked safe, never a value from the inputs.
            assert re.search(r"svg|chart|css|style|picture", name), (path, name)


def test_paths_of_a_machine_are_not_committed() -> None:
    for path in sorted(Path(ROOT).glob("*.md")):
        assert "/work/" not in path.read_text(encoding="utf-8"), path


def test_the_change_log_has_whole_headings() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    headings = [line for line in log if line.startswith("#")]
    assert headings[0] == "# Changelog"
    assert headings[1:]
    for heading in headings[1:]:
        assert re.fullmatch(r"## \d+\.\d+\.\d+ - (?:unreleased|\d{4}-\d\d-\d\d)", heading)
