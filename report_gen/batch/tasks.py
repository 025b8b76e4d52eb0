"""What is done in a child of its own, for one order: understanding it, and drawing its report.

A task gets a request of plain values and the order's own files as bytes, and returns the same.
It knows no paths, no other orders and no database.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from report_gen import pipeline
from report_gen.batch import phrases
from report_gen.batch.verdicts import (
    REFUSALS,
    SAME_PACKS,
    contradictions_of,
    page_faults,
    reasons_to_hold,
)
from report_gen.delivery import as_json
from report_gen.errors import UsageError
from report_gen.options import Options

if TYPE_CHECKING:
    from report_gen.taxonomy import Taxonomy

Files = Mapping[str, bytes]
Result = tuple[dict[str, Any], dict[str, bytes]]
T = TypeVar("T")

ANALYSIS = "analysis.json"
OWN_WORDS = "own-words.json"


def understand(request: Mapping[str, Any], files: Files) -> Result:
    """Resume and job -> the analysis, why it should be held, and the names it is about.

    Raises ReportGenError for input that can't be reported on.
    """
    own: list[str] = []

    def run(stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        result = stage(*args, **kwargs)
        if stage.__name__ == "read_document":
            own.extend(phrases.strings(getattr(result, "text", "")))
            own.extend(phrases.strings(getattr(result, "data", None)))
            own.extend(link.text for link in getattr(result, "links", ()))
        return result

    taxonomy = _taxonomy(request)
    options = _options(request, files)
    own.extend(options.answers.values())
    own.extend(str(v) for v in (options.company, options.role, options.level) if v)
    resume = pipeline.read_resume(
        files["resume"], f"resume{request['resume']}", taxonomy, options, run
    )
    job = pipeline.read_job(files["job"], f"job{request['job']}", taxonomy, run)
    analysis = pipeline.make_analysis(resume, job, taxonomy, options)
    told = {
        "hold": reasons_to_hold(analysis),
        "contradictions": contradictions_of(analysis),
        "names": phrases.names_of(resume.basics.name, (w.name for w in resume.work)),
    }
    return told, {
        ANALYSIS: as_json(analysis.to_dict()),
        OWN_WORDS: json.dumps(own, ensure_ascii=False).encode("utf-8", "replace"),
    }


def render(request: Mapping[str, Any], files: Files) -> Result:
    """The analysis -> the files to deliver, pages, complaints and unexplained phrases."""
    from report_gen.analysis.serialise import from_json
    from report_gen.coaching.answers import write_answers
    from report_gen.rendering.brand import Brand

    taxonomy = _taxonomy(request)
    analysis = from_json(files[ANALYSIS])
    brand = Brand.from_bytes(files["brand"]) if "brand" in files else None
    options = request["options"]
    said: list[str] = []

    def run(stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        result = stage(*args, **kwargs)
        if stage.__name__ == "compose_report":
            said.extend(phrases.strings(result))
        return result

    out: dict[str, bytes] = {}
    pages = 0
    warnings: list[str] = []
    for format_ in [f for f in options.get("formats") or ["pdf"] if f != "json"]:
        rendered = pipeline.make_report(
            analysis,
            taxonomy,
            edition=options.get("edition", "full"),
            paper=options.get("paper", "a4"),
            format=format_,
            brand=brand,
            run=run,
        )
        out[f"report.{format_}"] = rendered.data
        pages = max(pages, rendered.pages)
        warnings.extend(rendered.warnings)
    out["answers.yml"] = write_answers(analysis.coaching).encode("utf-8", "replace")
    own = json.loads(files[OWN_WORDS])
    strange = phrases.unexplained(
        (*said, files[ANALYSIS].decode()), own, phrases.house(_packs(request))
    )
    told = {
        "pages": pages,
        "faults": page_faults(options.get("edition", "full"), pages, warnings),
        "strange": strange,
    }
    return told, out


def noop(request: Mapping[str, Any], files: Files) -> Result:
    """Nothing: what the machinery around an order costs by itself (``make bench-batch``)."""
    return {
        "hold": [],
        "names": [],
        "contradictions": [],
        "faults": [],
        "strange": [],
        "pages": 0,
    }, {}


def probe(request: Mapping[str, Any], files: Files) -> Result:
    """What stops a child that tries to reach out: name of the attempt -> error, "" if nothing."""
    from report_gen.containment.selftest import attempt

    return dict(attempt(request["file"], request["folder"], request["parent"])), {}


TASKS: dict[str, Callable[[Mapping[str, Any], Files], Result]] = {
    "understand": understand,
    "render": render,
    "noop": noop,
    "probe": probe,
}


def _taxonomy(request: Mapping[str, Any]) -> Taxonomy:
    """The packs, if they are those the order was taken in with: its id and its status name them."""
    taxonomy = pipeline.load_packs(_packs(request))
    if request.get("digest", taxonomy.digest) != taxonomy.digest:
        raise UsageError("packs_changed", REFUSALS["packs_changed"], SAME_PACKS)
    return taxonomy


def _packs(request: Mapping[str, Any]) -> tuple[Path, ...]:
    return tuple(Path(p) for p in request.get("packs", ()))


def _options(request: Mapping[str, Any], files: Files) -> Options:
    from report_gen.coaching.answers import read_answers

    said = request["options"]
    day = said.get("interview_date")
    return Options(
        today=date.fromisoformat(request["today"]),
        interview_date=date.fromisoformat(day) if day else None,
        hours_per_week=said.get("hours_per_week", 10.0),
        company=said.get("company"),
        role=said.get("role"),
        level=said.get("level"),
        answers=read_answers(files["answers"]) if "answers" in files else {},
    )
