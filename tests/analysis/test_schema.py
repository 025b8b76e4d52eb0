"""The published schema: complete, explained, true of what is written, and the one in docs/."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest

from report_gen import Analysis
from report_gen.analysis.schema import analysis_schema
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return analysis_schema()


def test_the_file_in_docs_is_this_one(schema: dict[str, Any]) -> None:
    stored = json.loads((ROOT / "docs" / "analysis.schema.json").read_text("utf-8"))
    assert stored == schema, "run: reportgen schema -o docs/analysis.schema.json"


def test_every_field_is_explained(schema: dict[str, Any]) -> None:
    for name, kind in {**schema["$defs"], "Analysis": schema}.items():
        for field, value in kind["properties"].items():
            assert value["description"], f"{name}.{field} has no words in field_words.py"


def test_what_is_written_is_valid(schema: dict[str, Any], analyses: dict[str, Analysis]) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for analysis in analyses.values():
        assert not list(validator.iter_errors(analysis.to_dict()))


@pytest.mark.parametrize("place", ["story", "gap", "script", "top"])
def test_a_misspelt_key_is_not(
    schema: dict[str, Any], analyses: dict[str, Analysis], place: str
) -> None:
    data = copy.deepcopy(analyses["mira-okafor"].to_dict())
    node = {
        "story": data["stories"][0], "gap": data["gaps"][0], "script": data["gaps"][0]["script"], "top": data,
    }[place]  # fmt: skip
    node["titel"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)
