"""The JSON schema of the analysis file: what ``analyze`` writes and ``render`` reads.

Shapes come from the dataclasses the file is read into, explanations from their docstrings and
``field_words``, so that the schema cannot drift from the code.
"""

from __future__ import annotations

from typing import Any

from report_gen.analysis.field_words import words_for
from report_gen.analysis.models import SCHEMA_VERSION
from report_gen.analysis.serialise import CLOSING, AnalysisFile

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def analysis_schema() -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) in which every field is explained."""
    schema = AnalysisFile.model_json_schema()
    kinds: dict[str, Any] = schema["$defs"]
    _as_written(kinds)
    schema["properties"]["gaps"]["items"] = {"$ref": "#/$defs/Gap"}
    schema["properties"]["schema_version"]["const"] = SCHEMA_VERSION
    schema |= {
        "$schema": _DRAFT,
        "title": "Analysis",
        "description": "Everything a report says. Edit the words, and render again; see the README, For the coach.",
    }
    for name, kind in {**kinds, "Analysis": schema}.items():
        kind.setdefault("description", "")
        kind["description"] = " ".join(kind["description"].replace("``", "`").split())
        for field, value in kind["properties"].items():
            value.pop("title", None)
            kind["properties"][field] = value | {"description": words_for(name, field)}
    return schema


def _as_written(kinds: dict[str, Any]) -> None:
    """A gap stands in the file with its script inside it, and the script's last steps as a plan."""
    script, gap = kinds["GapScript"], kinds["Gap"]
    kinds.pop("GapFile")
    for field in ("gap", *CLOSING):
        script["properties"].pop(field)
    script["required"] = [f for f in script["required"] if f in script["properties"]]
    gap["properties"]["script"] = {
        "anyOf": [{"$ref": "#/$defs/GapScript"}, {"type": "object", "maxProperties": 0}]
    }
    gap["properties"]["plan"] = {"type": "array", "items": {"$ref": "#/$defs/PlanStep"}}
    gap["required"] += ["script", "plan"]
    kinds["PlanStep"] = {
        "type": "object", "additionalProperties": False, "required": ["within", "do"],
        "properties": {"within": {"type": "string"}, "do": {"type": "string"}},
    }  # fmt: skip
