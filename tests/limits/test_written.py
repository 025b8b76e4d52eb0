"""Files that people write: what is too large, too deep or stands for too much is refused early."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from report_gen.analysis.serialise import from_json
from report_gen.coaching.answers import read_answers
from report_gen.errors import ReportGenError, UsageError
from report_gen.limits import Limits, use
from report_gen.packs_cli import check_packs
from report_gen.taxonomy.files import parse_yaml, read_packs
from report_gen.terminal import legible
from report_gen.written import read_yaml
from tests.hostile.model import Hostile
from tests.hostile.text_files import text_files

ALIASES = b"a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"
PEOPLES = [f for f in text_files("/nowhere", "http://127.0.0.1:9") if f.role in ("answers", "pack")]


def code(data: bytes, **bounds: int) -> str:
    with use(Limits(**bounds)), pytest.raises(UsageError) as caught:
        read_yaml(data, yaml.SafeLoader, "The file")
    assert next(iter(bounds)) in caught.value.remedy
    return caught.value.code


def test_each_limit_has_its_code_and_names_its_setting() -> None:
    assert code(b"a: " + b"x" * 100, written=50) == "file_too_large"
    assert code(b"[[[[x]]]]", written_depth=3) == "file_too_deep"
    assert code(b"[1, 2, 3, 4]", written_values=4) == "file_too_many_values"


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader])
def test_an_alias_counts_with_all_it_stands_for(loader: type) -> None:
    held = 1 + 3 + (1 + 3) + (1 + 3 * 4) + (1 + 3 * 13)
    with use(Limits(written_values=held)):
        assert read_yaml(ALIASES, loader, "The file")["c"][2][1] == ["x", "x", "x"]
    assert code(ALIASES, written_values=held - 1) == "file_too_many_values"


def test_an_anchor_inside_itself_is_refused() -> None:
    assert code(b"a: &a [*a]", written_values=1_000) == "file_too_many_values"


@pytest.mark.parametrize(
    "data",
    [
        b"a: !!int x",
        b"a: !!timestamp x",
        b"a: !!float x",
        b"a: " + b"9" * 5_000,
        b"{[1]: x}",
        b"!!python/name:os.system",
        b"a: \x00",
    ],
)
def test_what_a_tag_or_number_breaks_is_not_yaml(data: bytes) -> None:
    with pytest.raises(yaml.YAMLError):
        parse_yaml(data)


@pytest.mark.parametrize("hostile", PEOPLES, ids=lambda f: f.name)
def test_hostile_answers_and_packs(
    hostile: Hostile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    if hostile.role == "answers":
        with pytest.raises(ReportGenError):
            read_answers(hostile.data)
        return
    (tmp_path / "pack" / "skills").mkdir(parents=True)
    (tmp_path / "pack" / "skills" / hostile.name).write_bytes(hostile.data)
    assert read_packs((tmp_path / "pack",)).problems or check_packs((tmp_path / "pack",))


def test_a_pack_folder_with_a_pipe_or_too_much_in_it(tmp_path: Path) -> None:
    (tmp_path / "skills").mkdir()
    os.mkfifo(tmp_path / "skills" / "pipe.yaml")
    (problem,) = read_packs((tmp_path,)).problems
    assert "not a regular file" in problem
    for number in range(5):
        (tmp_path / "skills" / f"{number}.yaml").write_text("skills: []")
    with use(Limits(pack_files=5)):
        (problem,) = read_packs((tmp_path,)).problems
    assert "pack_files=5" in problem


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"[" * 200_000, "file_too_deep"),
        (b"[" + b"0," * 1_100_000 + b"0]", "file_too_many_values"),
        (b'{"schema_version": ' + b"9" * 5_000 + b"}", "file_bad_number"),
        (b'{"schema_version": 1, "fit": NaN}', "file_bad_number"),
        (b'{"schema_version": 1, "fit": -1e300}', "file_bad_number"),
        (b"\xff\xfe", "not_an_analysis"),
    ],
)
def test_an_analysis_within_limits_or_not_at_all(data: bytes, expected: str) -> None:
    with pytest.raises(ReportGenError) as caught:
        from_json(data)
    assert caught.value.code == expected


def test_what_reaches_a_terminal_moves_no_cursor_and_ends() -> None:
    assert (
        legible("a\x1b[2Jb\n\tc\x07")
        == "a\N{REPLACEMENT CHARACTER}[2Jb\n\tc\N{REPLACEMENT CHARACTER}"
    )
    assert len(legible("x" * 1_000_000)) < 30_000
