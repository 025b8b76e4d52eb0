"""A batch from its list to its verdicts, run again, corrected, decided on and purged."""

from __future__ import annotations

import io
import json
import shutil
import time
from pathlib import Path

import pikepdf
import pytest

from tests.batch.runs import (
    digests,
    here,
    order,
    run,
    sentences,
    status,
    summary,
    write_orders,
)  # fmt: skip
from tests.conftest import JOBS, PEOPLE

NURSE = """Ingrid Solberg
ingrid@example.org

Experience
Florist, Meadowlark Flowers, 2015 to 2021
- Arranged bouquets for weddings and funerals
- Trained two apprentices in the care of orchids

Education
Diploma, Floristry School, 2012 - 2014
"""


def _documents(folder: Path) -> None:
    source = PEOPLE / "mira-okafor.pdf"
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7\n" + b"\x00garbage" * 400)
    (folder / "empty.pdf").write_bytes(b"")
    with (folder / "large.pdf").open("wb") as stream:
        stream.truncate(10_000_001)
    locked = io.BytesIO()
    with pikepdf.open(source) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    (folder / "locked.pdf").write_bytes(locked.getvalue())
    (folder / "florist.txt").write_text(NURSE, encoding="utf-8")
    shutil.copy(source, folder / "changing.pdf")
    (folder / "theme.yml").write_text("name: Two Desks\ncolours: {accent: '#7a2e4f'}\n", "utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents, the list and the finished batch in ``out``."""
    folder = tmp_path_factory.mktemp("batch")
    _documents(folder)
    rows = [
        order(0, "good-pdf", formats="pdf docx"),
        order(1, "good-docx", formats="html", theme="theme.yml"),
        order(2, "good-json"),
        order(0, "changes", resume="changing.pdf", formats="html"),
        *(
            order(0, name, resume=f"{name}.pdf", formats="html")
            for name in ("damaged", "empty", "large", "locked")
        ),
        order(0, "florist", resume="florist.txt", formats="html"),
    ]
    write_orders(folder / "orders.csv", rows)
    result = run("batch", folder / "orders.csv", "--out", folder / "out")
    assert result.returncode == 3, result.stderr
    assert "9/9" in result.stderr
    assert "a minute" in result.stderr
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to do things with."""
    shutil.copytree(made, tmp_path / "desk", copy_function=shutil.copy2)
    return tmp_path / "desk"


def test_each_order_has_one_verdict_in_its_place(made: Path) -> None:
    rows = summary(made / "out")
    verdicts = {name: (row["verdict"], row["code"]) for name, row in rows.items()}
    good = ("good-pdf", "good-docx", "good-json", "changes")
    assert {verdicts[name] for name in good} == {("done", "")}
    assert verdicts["empty"] == ("refused", "empty_file")
    assert verdicts["large"] == ("refused", "too_large")
    assert verdicts["locked"][0] == verdicts["damaged"][0] == "refused"
    assert verdicts["locked"] != verdicts["damaged"]
    assert verdicts["florist"] == ("held", "no_skills")
    for name, row in rows.items():
        places = {w: made / "out" / p / name for w, p in (("done", ""), ("held", "held"), ("refused", "refused"))}  # fmt: skip
        assert [w for w, p in places.items() if p.exists()] == [row["verdict"]], name
        if row["report"]:
            assert (made / "out" / row["report"]).stat().st_size > 1000
        if row["verdict"] == "refused":
            assert [p.name for p in places["refused"].iterdir()] == ["status.json"]
            assert row["reason"]


def test_the_summary_page_links_reports_and_gives_reasons(made: Path) -> None:
    page = (made / "out" / "summary.html").read_text(encoding="utf-8")
    assert 'href="good-pdf/report.pdf"' in page
    assert 'href="good-pdf/report.docx"' in page
    assert summary(made / "out")["good-pdf"]["report"] == "good-pdf/report.pdf"
    assert 'href="held/florist/report.html"' in page
    assert "<code>no_skills</code>" in page
    assert "4 done" in page
    assert "4 refused" in page
    assert "1 held" in page


def test_a_report_of_a_batch_is_the_single_command_s_byte_for_byte(made: Path) -> None:
    alone = made / "alone.pdf"
    result = run(
        PEOPLE / "mira-okafor.pdf", JOBS / "ranking-mle.txt", "-o", alone, "--edition", "brief",
        "--hours-per-week", "2", "--today", "2026-11-02",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert (made / "out" / "good-pdf" / "report.pdf").read_bytes() == alone.read_bytes()
    assert {p.name for p in (made / "out" / "good-pdf").iterdir()} == {
        "analysis.json", "answers.yml", "report.docx", "report.pdf", "status.json",
    }  # fmt: skip


def test_an_order_wears_its_theme_and_a_changed_theme_is_new_work(desk: Path) -> None:
    out = desk / "out"
    text = (out / "good-docx" / "report.html").read_text(encoding="utf-8")
    assert "Two Desks" in text
    assert "--accent: #7a2e4f" in text
    assert "Two Desks" not in (out / "changes" / "report.html").read_text(encoding="utf-8")
    (desk / "theme.yml").write_text("name: Three Desks\n", encoding="utf-8")
    result = run("batch", desk / "orders.csv", "--out", out)
    assert "1 of 9 orders to do" in result.stderr
    text = (out / "good-docx" / "report.html").read_text(encoding="utf-8")
    assert "Three Desks" in text
    assert "Two Desks" not in text


def test_running_again_does_only_what_is_missing_or_changed(desk: Path) -> None:
    out = desk / "out"
    before = {p: p.stat().st_mtime_ns for p in out.glob("**/status.json")}
    old = digests(out / "changes")
    shutil.rmtree(out / "good-json")
    shutil.copy(PEOPLE / "hanneke-de-wit.pdf", desk / "changing.pdf")
    result = run("batch", desk / "orders.csv", "--out", out)
    assert result.returncode == 3, result.stderr
    assert "2 of 9 orders to do, 7 already finished" in result.stderr
    again = {p: p.stat().st_mtime_ns for p in out.glob("**/status.json")}
    assert {p.parent.name for p in again if before.get(p) != again[p]} == {"good-json", "changes"}
    assert not set(digests(out / "changes").values()) & set(old.values())
    text = (out / "changes" / "report.html").read_text(encoding="utf-8")
    assert "Hanneke" in text
    assert "Okafor" not in text
    assert status(out)["counts"] == {"done": 4, "held": 1, "refused": 4}
    # And with nothing to do, nothing is loaded or done.
    result = run("batch", desk / "orders.csv", "--out", out)
    assert "0 of 9 orders to do" in result.stderr


def test_force_does_all_anew_to_the_same_bytes(desk: Path) -> None:
    rows = [order(0, "good-pdf", formats="pdf docx"), order(2, "good-json")]
    write_orders(desk / "orders.csv", rows)
    old = {name: digests(desk / "out" / name) for name in ("good-pdf", "good-json")}
    before = (desk / "out" / "good-pdf" / "status.json").stat().st_mtime_ns
    result = run("batch", desk / "orders.csv", "--out", desk / "out", "--force", "--quiet")
    assert (result.returncode, result.stderr) == (0, "")
    assert (desk / "out" / "good-pdf" / "status.json").stat().st_mtime_ns != before
    assert {name: digests(desk / "out" / name) for name in old} == old


def test_an_operator_looks_releases_and_retries(desk: Path) -> None:
    out = desk / "out"
    shown = json.loads(here("show", "florist", "--out", out, "--json").stdout)
    assert shown["verdict"] == "held"
    assert "file" not in json.dumps(shown["spec"])  # no names of files, which are people's
    assert here("release", "florist", "--out", out).returncode == 0
    assert (out / "florist" / "report.html").is_file()
    assert not (out / "held" / "florist").exists()
    assert status(out)["counts"] == {"done": 5, "refused": 4}
    again = here("release", "florist", "--out", out)
    assert again.returncode == 2
    assert "not held" in again.stderr
    assert here("retry", "good-json", "--out", out).returncode == 0
    assert not (out / "good-json").exists()
    assert status(out)["counts"]["waiting"] == 1
    assert "good-json is waiting" in here("retry", "good-json", "--out", out).stderr
    assert run("batch", desk / "orders.csv", "--out", out, "--quiet").returncode == 3
    assert (out / "good-json" / "report.pdf").is_file()
    assert (out / "florist" / "report.html").is_file()  # stays released
    assert here("show", "nobody", "--out", out).returncode == 2
    assert here("status", "--out", desk / "nowhere").returncode == 2


PRIVATE = (b"Okafor", b"okafor", b"Villaverde", b"Hanneke", b"Solberg", b"Meadowlark", b"Palmwood")


def _files_naming_people(folder: Path) -> set[str]:
    found = set()
    for path in folder.rglob("*"):
        if path.is_file() and any(word in path.read_bytes() for word in PRIVATE):
            found.add(path.relative_to(folder).parts[0])
    return found


def test_database_logs_and_gate_hold_no_word_of_a_document(made: Path) -> None:
    own = made / "out" / ".reportgen"
    assert (own / "engine.sqlite").stat().st_size > 10_000
    assert _files_naming_people(own) == {"inputs"}
    for line in (own / "log.jsonl").read_text(encoding="utf-8").splitlines():
        assert {"time", "level", "event", "executor"} <= set(json.loads(line))
    said = sentences()
    database = (own / "engine.sqlite").read_bytes() + (own / "log.jsonl").read_bytes()
    assert not [line for line in said if line in database]
    report = (made / "out" / "good-docx" / "report.html").read_bytes()
    assert [line for line in said if line in report]  # what is looked for can be found
    assert b"pickle" not in (own / "engine.sqlite").read_bytes()
    assert not list((own / "work").iterdir())


def test_purge_leaves_nothing_of_what_is_old_and_all_of_what_is_not(desk: Path) -> None:
    out = desk / "out"
    result = here("purge", "--older-than", "1d", "--out", out, "--json")
    assert json.loads(result.stdout)["orders"] == []
    assert _files_naming_people(out) >= {"good-pdf", ".reportgen"}
    time.sleep(1.1)
    result = here("purge", "--older-than", "1s", "--out", out, "--json")
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert len(told["orders"]) == told["rows"] == told["folders"] == 9
    assert told["left"] == []
    assert _files_naming_people(out) == set()
    left = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert left == {
        ".reportgen/engine.sqlite", ".reportgen/gate.key", ".reportgen/lock", ".reportgen/log.jsonl",
    }  # fmt: skip
    assert status(out)["counts"] == {}
    assert here("purge", "--older-than", "soon", "--out", out).returncode == 2
