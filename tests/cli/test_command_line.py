"""The command line as its users call it: a process, its files, its exit code."""

from __future__ import annotations

import csv
import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from report_gen.errors import ExitCode
from tests.conftest import JOBS, PEOPLE, ROOT

RESUME = str(PEOPLE / "mira-okafor.pdf")
JOB = str(JOBS / "ranking-mle.txt")


def run(
    *args: str, cwd: Path, stdin: bytes | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "report_gen.cli", *args],
        cwd=cwd,
        input=stdin if stdin is not None else b"",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        timeout=300,
        check=False,
    )


def refused(
    result: subprocess.CompletedProcess[bytes], code: ExitCode, folder: Path, *expected: str
) -> None:
    """No traceback, the exit code, a message with a remedy, and no file left behind."""
    message = result.stderr.decode()
    assert result.returncode == code, message
    assert "Traceback" not in message
    assert len(message.strip().splitlines()) >= 2, message
    for word in expected:
        assert word.lower() in message.lower()
    assert not [p for p in folder.iterdir() if p.name.startswith((".reportgen", "report."))]


def test_the_main_job_needs_no_subcommand(tmp_path: Path) -> None:
    result = run(
        RESUME, JOB, "-o", "mine.pdf", "--format", "pdf", "--format", "json", "--edition", "brief",
        "--ics", "plan.ics", "--cards", "cards.csv", "--blanks", "answers.yml",
        "--today", "2026-11-02", cwd=tmp_path,
    )  # fmt: skip
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert result.stdout == b""
    assert result.stderr == b"", "piped: nothing but errors"
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")
    assert json.loads((tmp_path / "mine.json").read_text())["schema_version"] == 1
    assert b"BEGIN:VEVENT" in (tmp_path / "plan.ics").read_bytes()
    rows = list(csv.DictReader((tmp_path / "cards.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) > 20
    assert all(row["front"] and row["back"] for row in rows)
    assert (tmp_path / "answers.yml").read_text().strip()


def test_a_brand_is_worn_and_a_bad_one_refused_before_any_work(tmp_path: Path) -> None:
    theme = str(ROOT / "examples" / "theme" / "theme.yml")
    result = run(
        "brief", RESUME, JOB, "-o", "mine.html", "--theme", theme, "--open", cwd=tmp_path, DISPLAY="",
        WAYLAND_DISPLAY="",
    )  # fmt: skip
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert result.stdout + result.stderr == b"", "no viewer, no complaint"
    assert "Northlight Careers" in (tmp_path / "mine.html").read_text(encoding="utf-8")
    (tmp_path / "bad.yml").write_text("name: A\nlogo: gone.png\n", encoding="utf-8")
    bad = run("gone.pdf", "gone.txt", "--theme", "bad.yml", cwd=tmp_path)
    refused(bad, ExitCode.USAGE, tmp_path, "bad.yml, line 2", "gone.png does not exist", "README")
    own = tmp_path / "own" / "chapters" / "brief.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text("<section>\n<p>{{ data.nothing }}</p></section>", encoding="utf-8")
    late = run("brief", RESUME, JOB, "-o", "report.pdf", "--templates", "own", cwd=tmp_path)
    refused(late, ExitCode.USAGE, tmp_path, "chapters/brief.html.j2, line 2", "nothing")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="xdg-open is Linux's")
def test_open_shows_the_report_when_it_is_made(tmp_path: Path) -> None:
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text('#!/bin/sh\nhead -c 5 "$1" > "$(dirname "$0")/seen"\n', encoding="utf-8")
    opener.chmod(0o755)
    path = f"{opener.parent}{os.pathsep}{os.environ['PATH']}"
    result = run(
        "brief", RESUME, JOB, "-o", "mine.html", "--open", cwd=tmp_path, PATH=path, DISPLAY=":7"
    )
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    seen = opener.parent / "seen"
    for _ in range(200):
        if seen.is_file() and seen.stat().st_size:
            break
        time.sleep(0.05)
    assert seen.read_bytes() == b"<!DOC"


def test_the_job_may_come_from_standard_input(tmp_path: Path) -> None:
    text = Path(JOB).read_bytes()
    result = run("analyze", RESUME, "-", cwd=tmp_path, stdin=text)
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert json.loads(result.stdout)["job"]["title"].startswith("Senior Machine Learning Engineer")


def test_a_parsed_resume_can_be_corrected_and_used_again(tmp_path: Path) -> None:
    assert run("parse", "resume", RESUME, "-o", "mira.json", cwd=tmp_path).returncode == ExitCode.OK
    data = json.loads((tmp_path / "mira.json").read_text())
    data["work"][0]["position"] = "Staff Machine Learning Engineer"
    (tmp_path / "mira.json").write_text(json.dumps(data))
    result = run("analyze", "mira.json", JOB, cwd=tmp_path)
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert json.loads(result.stdout)["resume"]["work"][0]["position"].startswith("Staff")


def test_a_coach_s_edit_is_marked_carried_on_and_reported(tmp_path: Path) -> None:
    assert run("analyze", RESUME, JOB, "-o", "a.json", cwd=tmp_path).returncode == ExitCode.OK
    data = json.loads((tmp_path / "a.json").read_text())
    data["stories"][0]["action"] = {"parts": [{"text": "I cut it by 4711 percent."}]}
    (tmp_path / "a.json").write_text(json.dumps(data))
    refused(
        run("render", "a.json", "-o", "c.html", cwd=tmp_path),
        ExitCode.UNREADABLE, tmp_path, "4711", "stories[0].action", "--editor",
    )  # fmt: skip
    marked = run(
        "edits", "a.json", "--editor", "Jo Reyes", "--today", "2026-11-20", "-o", "b.json",
        cwd=tmp_path,
    )  # fmt: skip
    assert marked.stdout.decode() == "stories[s1].action: edited, Jo Reyes, 2026-11-20\n"
    again = run("analyze", RESUME, JOB, "--edits", "b.json", "-o", "d.json", cwd=tmp_path)
    assert again.returncode == ExitCode.OK, again.stderr.decode()
    new = json.loads((tmp_path / "d.json").read_text())
    assert new["stories"][0]["action"] == data["stories"][0]["action"]
    assert [(e["by"], e["on"]) for e in new["edits"]] == [("Jo Reyes", "2026-11-20")]
    assert run("render", "d.json", "-o", "e.html", cwd=tmp_path).returncode == ExitCode.OK
    page = (tmp_path / "e.html").read_text()
    assert "4711" in page
    assert "by Jo Reyes" in page


def test_the_coach_s_brief_is_a_command(tmp_path: Path) -> None:
    result = run("brief", RESUME, JOB, "--today", "2026-11-02", cwd=tmp_path)
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")


def test_an_edited_analysis_renders_again(tmp_path: Path) -> None:
    assert run("analyze", RESUME, JOB, "-o", "a.json", cwd=tmp_path).returncode == ExitCode.OK
    data = json.loads((tmp_path / "a.json").read_text())
    data["stories"][0]["title"] = "The coach wrote this title"
    (tmp_path / "a.json").write_text(json.dumps(data))
    result = run("render", "a.json", "-o", "b.html", cwd=tmp_path)
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert "The coach wrote this title" in (tmp_path / "b.html").read_text()
    data["stories"][0]["titel"] = "misspelt"
    (tmp_path / "a.json").write_text(json.dumps(data))
    refused(
        run("render", "a.json", "-o", "c.html", cwd=tmp_path),
        ExitCode.UNREADABLE,
        tmp_path,
        "titel",
    )


def test_explain_adds_up_in_a_terminal(tmp_path: Path) -> None:
    result = run("analyze", RESUME, JOB, "--explain", cwd=tmp_path)
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert max(len(line) for line in result.stdout.decode().splitlines()) <= 100


def test_parse_job_prints_the_contract(tmp_path: Path) -> None:
    out = json.loads(run("parse", "job", JOB, cwd=tmp_path).stdout)
    assert {"title", "company", "requirements", "ignored", "coverage", "warnings"} <= set(out)


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (lambda p: None, ExitCode.UNREADABLE, ["cv.pdf"]),
        (lambda p: p.mkdir(), ExitCode.UNREADABLE, ["regular file"]),
        (lambda p: p.write_bytes(b""), ExitCode.UNREADABLE, ["empty"]),
        (lambda p: p.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 9), ExitCode.UNREADABLE, []),
        (lambda p: p.write_bytes(Path(RESUME).read_bytes()[:4000]), ExitCode.UNREADABLE, []),
        (lambda p: p.write_bytes(image_only_pdf()), ExitCode.UNREADABLE, ["OCR"]),
        (lambda p: p.write_bytes(locked_pdf()), ExitCode.UNREADABLE, ["password"]),
    ],
    ids=[
        "missing",
        "directory",
        "empty",
        "damaged",
        "truncated",
        "image-only",
        "password",
    ],
)
def test_bad_resumes_have_their_message_and_exit_code(tmp_path: Path, make, code, words) -> None:
    make(tmp_path / "cv.pdf")
    refused(run("cv.pdf", JOB, cwd=tmp_path), code, tmp_path, *words)


def test_a_text_that_is_no_resume_is_not_reported_on(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("lorem ipsum dolor sit amet " * 60)
    refused(run("cv.txt", JOB, cwd=tmp_path), ExitCode.NOT_UNDERSTOOD, tmp_path)


@pytest.mark.parametrize(
    ("job", "code"),
    [
        (b"Data Engineer wanted", ExitCode.NOT_UNDERSTOOD),
        (b"", ExitCode.UNREADABLE),
        (Path(RESUME).read_bytes(), ExitCode.NOT_UNDERSTOOD),
    ],
    ids=["three-words", "empty", "a-resume"],
)
def test_bad_jobs_have_their_message_and_exit_code(
    tmp_path: Path, job: bytes, code: ExitCode
) -> None:
    (tmp_path / "jd.txt").write_bytes(job)
    refused(run(RESUME, "jd.txt", cwd=tmp_path), code, tmp_path)


def test_an_unknown_suffix_with_known_content_is_read(tmp_path: Path) -> None:
    (tmp_path / "resume.download").write_bytes(Path(RESUME).read_bytes())
    result = run("parse", "resume", "resume.download", cwd=tmp_path)
    assert json.loads(result.stdout)["basics"]["name"] == "Mira Okafor"


def test_a_failed_run_leaves_an_existing_report_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.pdf").write_bytes(b"the old report")
    (tmp_path / "jd.txt").write_text("three words only")
    assert (
        run(RESUME, "jd.txt", "-o", "kept.pdf", cwd=tmp_path).returncode == ExitCode.NOT_UNDERSTOOD
    )
    assert (tmp_path / "kept.pdf").read_bytes() == b"the old report"


def test_outputs_that_cannot_be_written_are_refused_before_any_work(tmp_path: Path) -> None:
    refused(
        run(RESUME, JOB, "-o", "no/such/folder.pdf", cwd=tmp_path), ExitCode.CANNOT_WRITE, tmp_path
    )
    (tmp_path / "folder.pdf").mkdir()
    refused(run(RESUME, JOB, "-o", "folder.pdf", cwd=tmp_path), ExitCode.CANNOT_WRITE, tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_write_protected_output_is_refused(tmp_path: Path) -> None:
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(b"x")
    kept.chmod(stat.S_IRUSR)
    refused(run(RESUME, JOB, "-o", "kept.pdf", cwd=tmp_path), ExitCode.CANNOT_WRITE, tmp_path)


@pytest.mark.parametrize(
    "args",
    [
        (RESUME, JOB, "-o", "report.exe"),
        (RESUME, JOB, "--interview-date", "2020-01-01"),
        (RESUME,),
        (RESUME, JOB, "--hours-per-week", "0"),
        ("-", "-"),
    ],
    ids=["suffix", "past-interview", "one-file", "no-hours", "two-stdin"],
)
def test_wrong_usage_is_exit_2(tmp_path: Path, args: tuple[str, ...]) -> None:
    refused(run(*args, cwd=tmp_path), ExitCode.USAGE, tmp_path)


def test_a_fault_of_ours_keeps_no_text_of_the_resume(tmp_path: Path) -> None:
    """The guard: break a stage on purpose, and see exit 1 and a log without the input's words."""
    program = (
        "import sys; from report_gen import cli, pipeline\n"
        "def broken(*a, **k): raise RuntimeError('Mira Okafor secret')\n"
        "pipeline.read_resume = broken\n"
        f"sys.argv = ['reportgen', {RESUME!r}, {JOB!r}]\ncli.main()\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        timeout=60,
        check=False,
    )
    assert result.returncode == ExitCode.BUG
    logs = list(tmp_path.glob("reportgen-error-*.log"))
    assert len(logs) == 1
    for text in (result.stderr.decode(), logs[0].read_text()):
        assert "Okafor" not in text
    assert "RuntimeError" in logs[0].read_text()


def test_doctor_finds_everything_here(tmp_path: Path) -> None:
    result = run("doctor", cwd=tmp_path)
    assert result.returncode == ExitCode.OK, result.stdout.decode()
    assert b"MISSING" not in result.stdout


def test_doctor_names_what_is_missing_and_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from report_gen import doctor

    monkeypatch.setattr(doctor, "DISTRIBUTIONS", ("no-such-package-anywhere",))
    (finding,) = [f for f in doctor.examine() if f.name == "no-such-package-anywhere"]
    assert not finding.ok
    assert finding.remedy == "pip install no-such-package-anywhere"


def image_only_pdf() -> bytes:
    import io

    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.save()
    return out.getvalue()


def locked_pdf() -> bytes:
    import io

    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(RESUME) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of any bytes")
def test_a_file_name_of_another_alphabet_s_bytes_is_a_name(tmp_path: Path) -> None:
    name = os.fsdecode(b"r\xe9sum\xe9.txt")
    (tmp_path / name).write_text(
        "Jo Doe\njo@x.org\n\nExperience\nEngineer, Acme, 2020 - 2022\n- Built it in Python\n",
        encoding="utf-8",
    )
    result = run("parse", "resume", name, cwd=tmp_path)
    assert result.returncode == ExitCode.OK, result.stderr.decode()
    assert json.loads(result.stdout)["basics"]["name"] == "Jo Doe"


def test_what_is_loaded_beside_is_there_and_what_is_missing_is_met_later(tmp_path: Path) -> None:
    program = (
        "import sys, threading\n"
        "from report_gen.terminal import load_beside\n"
        "load_beside('report_gen.no_such_room', 'report_gen.notes')\n"
        "for thread in threading.enumerate()[1:]: thread.join()\n"
        "print('report_gen.notes' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("True\n", "")
