"""The list of orders: all its mistakes at once, with their lines, before anything is done."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.batch.fields import FIELDS, check_options, check_order_id
from report_gen.batch.manifest import read_manifest
from report_gen.errors import UnreadableError, UsageError
from report_gen.rendering.brand import Brand
from tests.conftest import ROOT


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "cv.txt").write_text("cv", encoding="utf-8")
    (tmp_path / "jd.txt").write_text("jd", encoding="utf-8")
    return tmp_path


def test_every_mistake_is_told_at_once_with_its_line(desk: Path) -> None:
    path = desk / "orders.csv"
    path.write_text(
        "order_id,resume,job,edition,formats,hours_per_week,interview_date,role\n"
        "a,cv.txt,jd.txt,brief,pdf,10,,mle\n"
        "b,gone.pdf,jd.txt,short,pdf exe,10,,mle\n"
        "\n"
        "a,cv.txt,jd.txt,,,900,soon,\n"
        "../c,cv.txt,,,,,,cook\n"
        "A,cv.txt,jd.txt,,,,,\n"
        'd,"cv.txt,jd.txt\n',
        encoding="utf-8",
    )
    with pytest.raises(UsageError) as caught:
        read_manifest(path)
    told = caught.value.message
    assert caught.value.code == "bad_manifest"
    for line, words in (
        (3, "gone.pdf"), (3, "edition"), (3, "exe"), (5, "hours_per_week"),
        (5, "interview_date"), (6, "order_id"), (6, "no job"), (6, "role"), (7, "order_id A"),
        (8, "CSV"),
    ):  # fmt: skip
        assert any(row.startswith(f"line {line}:") and words in row for row in told.splitlines()), (
            line,
            words,
            told,
        )
    assert not any(row.startswith("line 2:") for row in told.splitlines())


def test_a_theme_is_checked_with_the_list_and_read_once(desk: Path) -> None:
    (desk / "bad.yml").write_text("name: A\nlogo: gone.png\n", encoding="utf-8")
    (desk / "good.yml").write_text("name: A\n", encoding="utf-8")
    path = desk / "orders.csv"
    rows = "a,cv.txt,jd.txt,good.yml\nb,cv.txt,jd.txt,\nc,cv.txt,jd.txt,{}\nd,cv.txt,jd.txt,{}\n"
    head = "order_id,resume,job,theme\n"
    path.write_text(head + rows.format("bad.yml", "none.yml"), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_manifest(path)
    told = caught.value.message.splitlines()[1:]
    assert told[0].startswith("line 4: ")
    assert "bad.yml, line 2: logo: " in told[0]
    assert told[1].startswith("line 5: ")
    assert "none.yml does not exist" in told[1]
    path.write_text(head + rows.format("good.yml", "good.yml"), encoding="utf-8")
    house = Brand(name="House", templates={"chapters/cover.html.j2": "<p/>"})
    first, second, *others = [Brand.from_bytes(o.brand) for o in read_manifest(path, None, house)]
    assert (first.name, second.name) == ("A", "House")
    assert {brand.templates == house.templates for brand in (first, second, *others)} == {True}
    assert [o.brand for o in read_manifest(path)][1] == b""


def test_a_misspelt_column_is_named_with_the_one_meant(desk: Path) -> None:
    path = desk / "orders.csv"
    path.write_text("order_id,resume,job,edtion\na,cv.txt,jd.txt,brief\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r'"edtion".*Did you mean "edition"'):
        read_manifest(path)
    # The rows are looked at all the same, so that one correction is enough; in the list's order.
    path.write_text(
        "order_id,resume,job,edtion,level\n"
        "a,none.txt,jd.txt,brief,cook\nA,cv.txt,jd.txt,,\nb,cv.txt,,,\n",
        encoding="utf-8",
    )
    with pytest.raises(UsageError) as caught:
        read_manifest(path)
    told = caught.value.message.splitlines()[1:]
    assert [row.split(":")[0] for row in told] == ["line 1", "line 2", "line 2", "line 3", "line 4"]
    assert "stands already in line 2" in told[3]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_of_all_countries_are_read(desk: Path, delimiter: str) -> None:
    path = desk / "orders.csv"
    head = delimiter.join(("Order_ID", "resume", "job", "formats", "company", "note"))
    row = delimiter.join(("a", "cv.txt", "jd.txt", "docx pdf", "Näh & Söhne", "call first"))
    path.write_bytes(f"\ufeff{head}\r\n{row}\r\n".encode())
    (order,) = read_manifest(path)
    assert order.options == {"formats": ["pdf", "docx"], "company": "Näh & Söhne"}
    assert order.resume == desk / "cv.txt"


def test_json_lines_and_a_folder_say_the_same_as_a_csv(desk: Path) -> None:
    lines = desk / "orders.jsonl"
    value = {"order_id": "a", "resume": "cv.txt", "job": "jd.txt", "formats": ["pdf"], "hours_per_week": 6}  # fmt: skip
    lines.write_text(json.dumps(value) + "\n\n", encoding="utf-8")
    folder = desk / "orders"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "resume.txt").write_text("cv", encoding="utf-8")
    (folder / "a" / "job.txt").write_text("jd", encoding="utf-8")
    (folder / "a" / "order.yml").write_text("formats: [pdf]\nhours_per_week: 6\n", encoding="utf-8")
    by_line, by_folder = read_manifest(lines)[0], read_manifest(folder)[0]
    assert by_line.options == by_folder.options == {"formats": ["pdf"], "hours_per_week": 6.0}
    assert (by_line.order_id, by_line.where) == ("a", "line 1")
    assert (by_folder.order_id, by_folder.where) == ("a", "folder a")


def test_bad_json_lines_and_folders_are_told(desk: Path) -> None:
    lines = desk / "orders.jsonl"
    lines.write_text('{"order_id": "a"\n[1]\n{"order_id": "b", "cv": 1}\n', encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_manifest(lines)
    places = [m.split(":")[0] for m in caught.value.message.splitlines()[1:]]
    assert list(dict.fromkeys(places)) == ["line 1", "line 2", "line 3"]
    folder = desk / "orders"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "resume.txt").write_text("cv", encoding="utf-8")
    (folder / "a" / "resume.pdf").write_bytes(b"x")
    (folder / "a" / "order.yml").write_text("order_id: z\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_manifest(folder)
    assert "more than one resume" in caught.value.message
    assert 'can\'t set "order_id"' in caught.value.message
    assert "no job is given" in caught.value.message


def test_a_list_that_is_not_there_or_no_text_is_told(desk: Path) -> None:
    with pytest.raises(UnreadableError, match="does not exist"):
        read_manifest(desk / "none.csv")
    (desk / "orders.csv").write_bytes(b"order_id\xff\xfe")
    with pytest.raises(UnreadableError, match="UTF-8"):
        read_manifest(desk / "orders.csv")
    (desk / "empty.csv").write_bytes(b"")
    with pytest.raises(UsageError, match="is missing"):
        read_manifest(desk / "empty.csv")


@given(st.text(max_size=80))
def test_an_order_id_that_is_accepted_is_a_safe_folder_name(name: str) -> None:
    problems: list[str] = []
    check_order_id(name, "line 2", problems)
    if not problems:
        assert Path(name).name == name
        assert name.isascii()
        assert not name.startswith((".", "-"))
        assert name.casefold() not in ("held", "refused", "con", "nul")


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=20)))
def test_any_text_in_any_field_is_a_value_or_a_problem(row: dict[str, str]) -> None:
    problems: list[str] = []
    options = check_options(row, "line 2", problems)
    json.dumps(options)
    assert all(problem.startswith("line 2: ") for problem in problems)


def test_the_guide_names_every_field() -> None:
    guide = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    missing = [name for name in FIELDS if f"`{name}`" not in guide]
    assert not missing


def test_a_list_that_never_ends_is_not_read(tmp_path: Path) -> None:
    """A device would fill the memory, a pipe without a writer would be waited for."""
    os.mkfifo(tmp_path / "orders.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    for name in ("orders.csv", "zero.csv"):
        with pytest.raises(UnreadableError) as caught:
            read_manifest(tmp_path / name)
        assert caught.value.code == "not_a_file"


def test_a_path_that_no_system_takes_is_a_mistake_of_its_line(desk: Path) -> None:
    with pytest.raises(UnreadableError):
        read_manifest(desk / ("d" * 3_000))
    path = desk / "orders.csv"
    path.write_text(f"order_id,resume,job\na,{'d' * 3_000},jd.txt\nb,gone,jd.txt\n")
    with pytest.raises(UsageError) as caught:
        read_manifest(path)
    told = caught.value.message
    assert "line 2: the resume" in told
    assert "can't be opened" in told
    assert "line 3: the resume gone is not there" in told
    assert len(told) < 1_000
