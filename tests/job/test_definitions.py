"""What a posting says of its own words defines them and asks nothing by itself."""

from __future__ import annotations

import pytest

import report_gen

POSTING = """Data Analyst
Harbour Office, Hull

Essential criteria
- Significant experience of statistical modelling in Python
- Clear writing
{definition}

Duties
- Maintain the tide tables
"""


@pytest.mark.parametrize(
    "definition",
    [
        "Significant experience is understood as at least two years.",
        "By significant experience we mean two years or more.",
        "Significant experience means 2+ years of doing it for a living.",
        "“Significant experience” refers to two years in a similar post.",
    ],
)
def test_a_defined_word_gives_its_years_to_the_line_that_uses_it(definition: str) -> None:
    job = report_gen.parse_job(text=POSTING.format(definition=definition))
    asked = {r.text: r.years for r in job.requirements if r.kind == "required"}
    assert asked == {
        "Significant experience of statistical modelling in Python": 2.0,
        "Clear writing": None,
    }
    assert job.min_years == 2.0


def test_experience_that_counts_as_a_plus_is_no_definition() -> None:
    line = "Experience with boats is considered to be a plus"
    job = report_gen.parse_job(text=POSTING.format(definition=f"- {line}"))
    assert {r.text: r.kind for r in job.requirements}[line] == "preferred"
