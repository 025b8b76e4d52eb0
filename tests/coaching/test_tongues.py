"""A language spoken, but not as well as asked, is neither denied nor given as one to work in."""

from __future__ import annotations

import json
from functools import cache

import report_gen
from report_gen.coaching.models import Draft, GapScript, Text
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus

POSTING = """Site Reliability Engineer
Lohmann, Bielefeld

Your profile
- Kubernetes in production
- Very good German (at least C1) and good English skills
- Terraform
"""


@cache
def script() -> GapScript:
    person = dict(read_corpus("third").people["sre_platform"])
    person["languages"] = [
        {"language": "German", "fluency": "B1"},
        {"language": "English", "fluency": "C1"},
    ]
    resume = report_gen.parse_resume(json.dumps(person).encode(), filename="r.json", today=TODAY)
    analysis = report_gen.analyze(resume, report_gen.parse_job(text=POSTING), today=TODAY)
    (gap,) = [g for g in analysis.assessment.gaps if "german" in g.skills]
    assert gap.name == "German"
    return analysis.coaching.scripts[gap.id]


def said(draft: Draft) -> str:
    return " ".join(part.text for part in draft.parts if isinstance(part, Text))


def test_the_level_is_told_and_the_other_language_is_the_one_of_work() -> None:
    text = said(script().bridge)
    assert "For German my resume says B1." in text
    assert "What I work in is English." in text


def test_nothing_denies_what_is_spoken() -> None:
    assert "well enough to work" not in said(script().acknowledge)
    assert "English" not in said(script().acknowledge)
