"""No absence is kept that a line, a title or everyday words speak against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen.job.models import Job
from report_gen.matching.models import LineReading
from report_gen.resume.models import Resume
from report_gen.scoring import Gap
from report_gen.scoring.gaps import _is_short
from report_gen.scoring.models import DimensionScore
from tests.matching.people import PERSON, ask, job
from tests.scoring.test_gaps import gaps


def somebody(position: str, *deeds: str) -> Resume:
    held = replace(PERSON.work[0], position=position, highlights=deeds)
    return replace(PERSON, work=(held,), skills=(), projects=(), publications=())


def asked(person: Resume, text: str) -> Gap | None:
    wanted: Job = replace(job(ask(text)), title="Program Manager", role="tpm")
    return next((g for g in gaps(person, wanted) if g.requirements), None)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Teacher", "Classroom teaching experience"),
        ("Primary School Teacher", "Teaching"),
        ("Copy Writer", "Technical writing"),
    ],
)
def test_what_the_title_says_one_does_all_day_is_no_gap(title: str, text: str) -> None:
    assert asked(somebody(title, "Wrote the plan for the year."), text) is None
    assert asked(somebody("Baker", "Baked bread for a street."), text) is not None


def test_a_developer_has_not_for_that_developed_anything() -> None:
    person = somebody("Web Developer", "Wrote the pages of a hotel.")
    assert asked(person, "Development of algorithms for fault detection") is not None


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Monitor models after launch", "Looked at the scores each Monday and wrote when they moved"),
        ("Incident management", "When the gates failed I called everyone in, and wrote the page afterwards"),
    ],
)  # fmt: skip
def test_everyday_words_for_it_make_it_near_and_lighter(text: str, deed: str) -> None:
    order = ("minor", "major", "critical")
    near, far = asked(somebody("Lead", deed), text), asked(somebody("Lead", "Baked bread."), text)
    assert near is not None
    assert far is not None
    assert (near.kind, far.kind) == ("adjacent", "absent")
    assert order.index(near.severity) < order.index(far.severity)
    assert deed.split(",")[0] in near.why or "1st bullet" in near.why
    assert near.nearest


def test_a_product_stands_nowhere_in_other_words() -> None:
    deed = "Built the nightly pipelines in Python and SQL for retail clients"
    found = asked(somebody("Data Engineer", deed), "Experience with Kubernetes")
    assert found is not None
    assert found.kind == "absent"
    assert "if it was about this" not in found.why


@pytest.mark.parametrize(
    ("levels", "short"),
    [((4, 2, 2), False), ((3, 3, 2, 2), False), ((2, 2, 2), True), ((4,), True)],
)
def test_several_deeds_one_of_them_owned_are_no_usual_gap(
    levels: tuple[int, ...], short: bool
) -> None:
    """Seven lines of program work were called a gap in program planning because the bar is high."""
    refs = tuple(f"work[0].highlights[{n}]" for n in range(len(levels)))
    lines = {
        r: LineReading(ref=r, text="A deed.", level=v) for r, v in zip(refs, levels, strict=True)
    }
    score = DimensionScore(
        id="coding", name="Coding", rating=2, score=2.0, weight=20.0, bar=4, evidence=refs
    )
    assert _is_short(score, lines) is short
    assert not _is_short(replace(score, rating=4), lines)


def test_travel_is_no_gap_wherever_the_posting_puts_it() -> None:
    person = somebody("Program Manager", "Kept four teams on one calendar.")
    assert asked(person, "You travel to our customers twice a month and enjoy it") is None
    assert asked(person, "Experience with travel booking systems for airlines") is not None
