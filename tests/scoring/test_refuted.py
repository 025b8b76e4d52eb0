"""A gap is never what the resume refutes: the other half of a choice, or a competency that is owned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.resume.models import Resume
from tests.matching.people import PERSON, ask, job
from tests.scoring.test_gaps import gaps


def doing(*deeds: str) -> Resume:
    first = replace(PERSON.work[0], position="Software Engineer", highlights=deeds)
    return replace(PERSON, work=(first,), skills=(), projects=(), publications=())


RUNS = (
    "Run the distributed systems of 40 booking ports on Kafka in production; p99 from 90 to 30 ms."
)
SERVICES = (
    RUNS,
    "Split the tariff module out of the monolith into microservices used by 300 agents, no outage since.",
    "Own the API of the ferry timetable, 2M calls a day in production; errors fell by half.",
    "Sharded the tickets table of 2bn rows in production and cut its load by 40 percent.",
)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Experience operating distributed systems, or experience with hardware architecture",
         "hardware_arch"),
        ("Experience with Kafka, or equivalent experience with Terraform", "terraform"),
    ],
)  # fmt: skip
def test_of_two_halves_the_one_not_held_is_no_gap(text: str, lacks: str) -> None:
    found = gaps(doing(*SERVICES), job(ask(text)))
    assert not [g for g in found if lacks in g.skills], found
    both = text.replace(", or ", " and ").replace("equivalent ", "")
    assert [g for g in gaps(doing(*SERVICES), job(ask(both))) if lacks in g.skills]


def test_the_name_of_a_competency_that_is_owned_is_no_gap() -> None:
    wanted = job(ask("System design, clear writing and COBOL"))
    owned = gaps(doing(*SERVICES), wanted)
    assert not [g for g in owned if "system_design_general" in g.skills]
    alone = gaps(doing("Painted the ferry and its two boats."), wanted)
    assert [g for g in alone if "system_design_general" in g.skills]


def test_a_product_is_still_lacking_where_its_field_is_owned() -> None:
    found = gaps(doing(*SERVICES), job(ask("Experience with Terraform and SQL")))
    assert [g for g in found if "terraform" in g.skills]
