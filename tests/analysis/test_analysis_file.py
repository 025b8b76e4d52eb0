"""Analysis -> JSON -> Analysis, as a coach's editor sees it."""

from __future__ import annotations

import json
from datetime import date

import pytest

import report_gen
from report_gen import Analysis, ReportGenError
from report_gen.analysis.serialise import from_json
from tests.conftest import TODAY


def test_the_way_back_loses_nothing(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        data = analysis.to_dict()
        text = json.dumps(data, ensure_ascii=False)
        assert from_json(text.encode()).to_dict() == data


def test_the_contract_s_keys_are_there(analyses: dict[str, Analysis]) -> None:
    data = analyses["mira-okafor"].to_dict()
    assert set(data) >= {
        "schema_version", "resume", "job", "options", "fit", "dimensions", "requirements", "gaps",
        "stories", "questions", "plan", "risks", "warnings", "claims",
    }  # fmt: skip
    assert set(data["fit"]) >= {"score", "band", "low", "high", "grade", "components", "movers"}
    assert abs(sum(c["points"] for c in data["fit"]["components"]) - data["fit"]["score"]) < 0.05
    for gap in data["gaps"]:
        assert {
            "id",
            "name",
            "kind",
            "severity",
            "priority",
            "requirements",
            "dimension",
            "script",
            "plan",
        } <= set(gap)
    for story in data["stories"]:
        assert {
            "id",
            "ref",
            "competencies",
            "situation",
            "task",
            "action",
            "result",
            "metrics",
            "missing",
            "strength",
        } <= set(story)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"not json",
        b'{"schema_version": 99}',
        b'{"schema_version": 1}',
        b"\xff\xfe{",
    ],
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReportGenError) as caught:
        from_json(data)
    assert caught.value.code == "not_an_analysis"
    assert caught.value.remedy


def test_every_wrong_place_is_named_at_once(analyses: dict[str, Analysis]) -> None:
    data = analyses["mira-okafor"].to_dict()
    data["fit"]["score"] = "high"
    data["stories"][0]["titel"] = "x"
    with pytest.raises(ReportGenError) as caught:
        Analysis.from_dict(data)
    assert "fit.score" in caught.value.message
    assert "stories.0.titel" in caught.value.message


def test_levels_that_there_are_not_are_refused_with_their_place(
    analyses: dict[str, Analysis],
) -> None:
    data = analyses["mira-okafor"].to_dict()
    entry = next(r for r in data["requirements"] if r["evidence"])
    entry["evidence"][0]["strength"] = 9
    key = next(iter(data["dimensions"]))
    data["dimensions"][key]["bar"] = -1
    with pytest.raises(ReportGenError) as caught:
        Analysis.from_dict(data)
    assert caught.value.code == "not_an_analysis"
    assert f"requirements {entry['id']}: strength 9" in caught.value.message
    assert f"{key}: bar -1" in caught.value.message


def test_the_same_arguments_give_the_same_analysis(analyses: dict[str, Analysis]) -> None:
    first = analyses["mira-okafor"]
    again = report_gen.analyze(
        first.resume, first.job, today=TODAY, interview_date=date(2026, 12, 14)
    )
    assert again.to_dict() == first.to_dict()
