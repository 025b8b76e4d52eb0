"""A degree asked for and in progress is told with its date, and not denied."""

from __future__ import annotations

import json

import report_gen
from report_gen.coaching.models import Text
from tests.conftest import TODAY
from tests.judged.corpus import read_corpus

POSTING = """Research Statistician
Lohmann, Bielefeld

Your profile
- Kubernetes in production
- PhD in statistics, biology or a related field
- Terraform
"""


def test_the_words_to_say_give_the_date_of_a_degree_in_progress() -> None:
    person = dict(read_corpus("third").people["sre_platform"])
    person["education"] = [
        {"institution": "University of Bonn", "studyType": "PhD candidate", "area": "Statistics",
         "startDate": "2022-10", "endDate": "2028-05"},
    ]  # fmt: skip
    resume = report_gen.parse_resume(json.dumps(person).encode(), filename="r.json", today=TODAY)
    analysis = report_gen.analyze(resume, report_gen.parse_job(text=POSTING), today=TODAY)
    (gap,) = [g for g in analysis.assessment.gaps if "PhD" in g.name]
    script = analysis.coaching.scripts[gap.id]
    said = " ".join(p.text for p in script.acknowledge.parts if isinstance(p, Text))
    assert "doctorate" in said
    assert "May 2028" in said
    assert "don't hold" not in said
