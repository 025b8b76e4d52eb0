"""Two analyses side by side: what moved, on which line's evidence, and what can't be compared."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import report_gen
from report_gen.cli import cli
from report_gen.comparison import compare
from report_gen.comparison.pairing import pair
from report_gen.comparison.telling import WIDTH, tell
from report_gen.errors import UnreadableError
from tests.conftest import JOBS, PEOPLE, TODAY

JOB = JOBS / "ranking-mle.txt"
NEW_LINE = (
    "Rolled out multi-task learning for the home-page ranker with a shadow deployment and "
    "automatic rollback; clicks to basket rose by 4%."
)
LATENCY = "Cut p95 ranking latency"


def analysed(resume: dict[str, Any]) -> report_gen.Analysis:
    data = json.dumps(resume).encode()
    read = report_gen.parse_resume(data, filename="resume.json", today=TODAY)
    return report_gen.analyze(read, report_gen.parse_job(JOB), today=TODAY)


@pytest.fixture(scope="module")
def resume() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PEOPLE / "mira-okafor.json").read_text())
    return found


@pytest.fixture(scope="module")
def then(resume: dict[str, Any]) -> report_gen.Analysis:
    return analysed(resume)


@pytest.fixture(scope="module")
def now(resume: dict[str, Any]) -> report_gen.Analysis:
    """A line on top (every reference moves by one), one gone, one with its result cut off."""
    changed = copy.deepcopy(resume)
    lines = changed["work"][0]["highlights"]
    (gone,) = [line for line in lines if line.startswith(LATENCY)]
    lines.remove(gone)
    lines[2] = lines[2].split(";")[0] + "."
    lines.insert(0, NEW_LINE)
    return analysed(changed)


def test_the_same_analysis_twice_has_moved_nowhere(then: report_gen.Analysis) -> None:
    found = compare(then, then)
    assert found.moved == 0
    assert not any(p.moved or p.requirements for p in found.parts)
    assert (found.dimensions, found.gaps, found.stories, found.warnings) == ((), (), (), ())
    assert "Nothing moved." in tell(found)


def test_the_parts_add_up_and_the_way_back_is_the_mirror(
    then: report_gen.Analysis, now: report_gen.Analysis, analyses: dict[str, report_gen.Analysis]
) -> None:
    for one, other in ((then, now), *zip(analyses.values(), (then, now, then), strict=True)):
        forth, back = compare(one, other), compare(other, one)
        assert round(sum(p.moved for p in forth.parts), 1) == forth.moved == -back.moved
        assert {p.id: p.moved for p in forth.parts} == {p.id: -p.moved for p in back.parts}
        names = [{(g.name, g.change) for g in c.gaps} for c in (forth, back)]
        turned = {"new": "gone", "gone": "new", "changed": "changed"}
        assert names[0] == {(name, turned[change]) for name, change in names[1]}
        assert len(forth.stories) == len(back.stories)


def test_a_new_line_is_named_as_what_met_a_requirement(
    then: report_gen.Analysis, now: report_gen.Analysis
) -> None:
    found = compare(then, now)
    (nice,) = [p for p in found.parts if p.id == "nice_to_haves"]
    (met,) = nice.requirements
    assert nice.moved > 0
    assert (met.status_then, met.status_now) == ("missing", "met")
    assert [(e.change, e.text) for e in met.evidence] == [("new", NEW_LINE)]
    assert "1st bullet" in met.evidence[0].cite
    assert any("multi-task learning" in g.name for g in found.gaps if g.change == "gone")
    assert [s.change for s in found.stories if "multi-task" in s.title] == ["new"]


def test_a_line_taken_out_is_named_as_what_is_lost_and_shifted_lines_are_not(
    then: report_gen.Analysis, now: report_gen.Analysis
) -> None:
    found = compare(then, now)
    changes = [e for p in found.parts for r in p.requirements for e in r.evidence]
    assert any(e.change == "gone" and e.text.startswith(LATENCY) for e in changes)
    texts = {line.text for line in then.matches.lines} & {line.text for line in now.matches.lines}
    assert not [e for e in changes if e.change in ("new", "gone") and e.text in texts], (
        "a line that only moved down is the same line"
    )
    assert [s.title for s in found.stories if s.change == "gone"] == ["Cutting p95 ranking latency"]


def test_what_makes_two_analyses_hard_to_compare_is_said_first(
    then: report_gen.Analysis, analyses: dict[str, report_gen.Analysis]
) -> None:
    other = analyses["tomas-villaverde"]
    text = tell(compare(then, other))
    assert text.startswith("Note: These are two people (Mira Okafor and Tom")
    assert "These are two jobs" in text
    assert "other data packs" not in text
    packs = compare(then, replace(then, packs="other")).warnings
    assert len(packs) == 1
    assert "different data packs" in packs[0]
    later = replace(then, options=replace(then.options, today=TODAY.replace(day=20)))
    assert "2026-11-20" in compare(then, later).warnings[0]


def test_the_text_fits_a_terminal_and_names_the_requirement_with_both_verdicts(
    then: report_gen.Analysis, now: report_gen.Analysis
) -> None:
    text = tell(compare(then, now))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert re.search(r"missing -> met \(0\.\d\d -> 1\.00\)", text)
    assert f"{then.assessment.fit.score:.1f} -> {now.assessment.fit.score:.1f}" in text


@given(st.lists(st.text(alphabet="abc d", max_size=12), max_size=8), st.randoms())
def test_lines_in_another_order_are_found_again(texts: list[str], random: Any) -> None:
    then = {f"a{n}": text for n, text in enumerate(texts)}
    mixed = list(texts)
    random.shuffle(mixed)
    now = {f"b{n}": text for n, text in enumerate(mixed)}
    found = pair(then, now)
    assert set(found) == set(then)
    assert set(found.values()) == set(now), "each is used once"
    assert all(then[a].split() == now[b].split() for a, b in found.items())


def test_a_bullet_that_was_given_its_result_is_still_that_bullet() -> None:
    then = {"x": "Built the store-level demand forecast with boosted trees"}
    now = {"y": "Built the store-level demand forecast with boosted trees; error fell by 17%"}
    assert pair(then, now) == {"x": "y"}
    assert pair(then, {"y": "Mentored two junior engineers in the weekly review"}) == {}


def test_a_bullet_that_was_written_out_or_cut_down_is_still_that_bullet() -> None:
    short = {
        "a": "Moved nightly jobs to Airflow",
        "b": "Wrote SQL reports for the trading desk",
        "c": "Presented to customers and partners in the region",
    }
    long = {
        "p": "Moved 40 nightly jobs to Airflow, run the on-call rota for them and cut failures by half",
        "q": "Wrote and later automated the SQL reports that every trading desk opens in the morning",
        "r": "Trained new partners, set up the tool for them and wrote the handbook and the tests",
    }
    assert pair(short, long) == {"a": "p", "b": "q"}
    assert pair(long, short) == {"p": "a", "q": "b"}


def written(analysis: report_gen.Analysis, path: Path) -> str:
    path.write_text(json.dumps(analysis.to_dict()))
    return str(path)


def test_the_command_prints_text_or_json(
    then: report_gen.Analysis, now: report_gen.Analysis, tmp_path: Path
) -> None:
    files = [written(then, tmp_path / "old.json"), written(now, tmp_path / "new.json")]
    shown = CliRunner().invoke(cli, ["diff", *files])
    assert shown.exit_code == 0, shown.output
    assert shown.output.startswith("Fit ")
    result = CliRunner().invoke(cli, ["diff", *files, "--json", "-o", str(tmp_path / "d.json")])
    assert result.exit_code == 0
    data = json.loads((tmp_path / "d.json").read_text())
    assert data["moved"] == round(sum(p["moved"] for p in data["parts"]), 1)


def test_words_nobody_vouches_for_do_not_keep_from_comparing_figures(
    then: report_gen.Analysis, now: report_gen.Analysis, tmp_path: Path
) -> None:
    edited = now.to_dict()
    edited["stories"][0]["title"] = "Saving 12 million at Initech"
    (tmp_path / "new.json").write_text(json.dumps(edited))
    files = [written(then, tmp_path / "old.json"), str(tmp_path / "new.json")]
    shown = CliRunner().invoke(cli, ["diff", *files])
    assert shown.exit_code == 0, shown.exception
    assert "The later has 1 edited part(s)" in shown.output


@pytest.mark.parametrize("content", [b"not json", b"{}", b"[1]", b'{"schema_version": 99}', b""])
def test_a_file_that_is_no_analysis_is_refused_by_its_name(
    then: report_gen.Analysis, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "wrong.json").write_bytes(content)
    files = [written(then, tmp_path / "old.json"), str(tmp_path / "wrong.json")]
    for order in (files, files[::-1]):
        result = CliRunner().invoke(cli, ["diff", *order])
        assert isinstance(result.exception, UnreadableError)
        assert "wrong.json" in result.exception.message
