"""Work shared with a second process: the same answers, the same walls, and nobody left behind."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from report_gen.containment import Containment, second
from report_gen.errors import ReportGenError
from report_gen.limits import Limits
from tests.containment import stages
from tests.containment.test_containment import _family, _is_alive

LIMITS = Limits(render_wall=5, render_cpu=5)


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[Containment]:
    """Where the children are forked from here, any machine has two processors; where they are
    started anew it must have them."""
    if second._processors() < 2:
        pytest.skip("this host has one processor")
    monkeypatch.setattr(second, "_processors", lambda: 2)
    with Containment(LIMITS) as containment:
        containment.modules["render"] = ("tests.containment.stages", "pydantic.type_adapter")
        yield containment


def test_it_answers_from_behind_the_same_walls(child: Containment) -> None:
    if any(not wall.stands for wall in child.walls()):
        pytest.skip("this host does not allow every wall")
    with child.canary() as canary:
        told = child(stages.render_report, "tell", [str(canary), str(canary.parent)])
    assert told.pop("pid") != told.pop("own")
    assert told.pop("last") == "there and back"
    assert told.pop("collects") == "no"  # its boxes live as long as it does
    assert len(told) == 8
    assert all(told.values()), told


def test_where_it_falls_the_work_is_done_here(child: Containment) -> None:
    told = child(stages.render_report, "fall", [])
    assert told["last"] == "there and back"
    assert told["pid"] != told["own"]


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no processors to choose from")
def test_on_one_processor_all_is_done_here() -> None:
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(every)})  # what is forked or started from here has one, too
    try:
        with Containment(LIMITS) as alone:
            alone.modules["render"] = ("tests.containment.stages", "pydantic.type_adapter")
            told = alone(stages.render_report, "tell", [])
    finally:
        os.sched_setaffinity(0, every)
    assert told["pid"] == told["own"]
    assert told["last"] == "there and back"


def test_it_ends_with_the_call_however_that_ends(child: Containment) -> None:
    others = set(_family(os.getpid()))
    child(stages.render_report, "tell", [])
    [template] = set(_family(os.getpid())) - others
    others.add(template)
    short = replace(LIMITS, render_wall=1, render_cpu=3)
    with Containment(short) as hurried:
        hurried.modules["render"] = child.modules["render"]
        with pytest.raises(ReportGenError, match="took longer") as error:
            hurried(stages.render_report, "loop", [])
    assert error.value.code == "render_time"
    until = time.monotonic() + 5
    while (left := set(_family(os.getpid())) - others) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [pid for pid in left if _is_alive(pid)]
