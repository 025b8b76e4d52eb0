"""What of the asked a verdict may call not shown."""

from __future__ import annotations

import pytest

from report_gen.matching import match_requirements
from report_gen.matching.models import RequirementMatch
from report_gen.resume.models import Basics, Resume, Work
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import OPTIONS, ask, job


def verdict(text: str, *deeds: str) -> RequirementMatch:
    work = Work(name="Acme", position="Engineer", start_date="2019-01", highlights=deeds)
    person = Resume(basics=Basics(name="Ada"), work=(work,))
    return match_requirements(person, job(ask(text)), load_taxonomy(), OPTIONS).requirements[0]


@pytest.mark.parametrize(
    ("text", "deed", "denied"),
    [
        (
            "Plans GPU capacity and keeps long training runs fault tolerant",
            "Built the GPU node pools on Kubernetes, 96 A10G; utilisation from 23% to 58%.",
            "GPU capacity",
        ),
        (
            "Experience delivering system design, testing and operational stability",
            "Own the order service in production (Go, 5M orders a day); p99 from 90 ms to 40 ms, "
            "and raised its test coverage from 41% to 83%.",
            "Site reliability engineering",
        ),
    ],
)
def test_what_the_quoted_line_speaks_of_is_not_denied(text: str, deed: str, denied: str) -> None:
    found = verdict(text, deed)
    for denial in ("Not shown:", "No line of your resume names", "Named, but not shown"):
        after = found.why.partition(denial)[2].partition(".")[0]
        assert denied.casefold() not in after.casefold(), found.why


def test_a_product_is_denied_by_its_name() -> None:
    found = verdict(
        "Experience with Kubernetes, Terraform and Apache Airflow",
        "Run the checkout on Kubernetes for 300 shops.",
    )
    assert "Terraform" in found.why.partition("Not shown:")[2]
