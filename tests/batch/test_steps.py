"""The steps of orders with real children: leaks are caught, a child that dies takes nobody along."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from report_gen.batch import intake
from report_gen.batch.children import ChildFailedError, Children
from report_gen.batch.flow import MOST_INTERRUPTIONS, Told, follow
from report_gen.batch.logs import Log
from report_gen.batch.measures import Measures
from report_gen.batch.models import Order, Spec
from report_gen.batch.outbox import Outbox
from report_gen.batch.steps import WORK, Steps, TryAgainError
from report_gen.batch.store import FolderStore, Store
from report_gen.batch.store_remote import RemoteStore
from report_gen.containment import landlock
from report_gen.pipeline import load_packs
from tests.batch.runs import PAIRS, TODAY
from tests.conftest import JOBS, PEOPLE


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    pool = Children(2)
    pool.start()
    yield pool
    pool.close()


def _specs(store: Store, *numbers: int) -> list[Spec]:
    orders = [
        Order(
            order_id=f"order-{n}", where="", resume=PEOPLE / PAIRS[n][0], job=JOBS / PAIRS[n][1],
            options={"edition": "brief", "formats": ["html"]},
        )
        for n in numbers
    ]  # fmt: skip
    digest = load_packs().digest
    specs = intake.take_in(orders, store, digest, "batch", date.fromisoformat(TODAY))
    for spec in specs:
        intake.point_to(spec, store)
    return specs


def _steps(store: Store, children: Children, tmp_path: Path) -> Steps:
    return Steps(store, children, Log(tmp_path / "log.jsonl", "test"), Measures())


def _once(name: str, call: Callable[[], Told]) -> Told:
    return call()


def _tamper(store: Store, spec: Spec, old: str, new: str) -> None:
    key = f"{WORK}/{spec.work_id}/analysis.json"
    data = store.get(key)
    assert data is not None
    assert old.encode() in data
    store.put(key, data.replace(old.encode(), new.encode()))


@pytest.mark.parametrize("kind", ["folder", "remote"])
def test_a_stranger_in_a_report_is_refused_and_alarms(
    kind: str, children: Children, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store: Store = (
        FolderStore(tmp_path / "store")
        if kind == "folder"
        else RemoteStore(f"memory://{tmp_path.name}")
    )
    steps = _steps(store, children, tmp_path)
    mira, tomas = _specs(store, 0, 1)
    assert follow(mira.to_dict(), steps, _once)["word"] == "done"

    def leaking(name: str, call: Callable[[], Told]) -> Told:
        told = call()
        if name == "understand":  # as if a worker had kept something of the order before
            _tamper(store, tomas, "Tomás Villaverde", "Mira Okafor")
        return told

    told = follow(tomas.to_dict(), steps, leaking)
    assert (told["word"], told["code"], told["alarm"]) == ("refused", "strangers_name", True)
    assert not store.exists("order-1")
    assert sorted(store.names("refused/order-1")) == ["status.json"]
    assert "ALARM" in capsys.readouterr().err
    log = (tmp_path / "log.jsonl").read_text(encoding="utf-8")
    assert '"level": "critical"' in log
    assert "Okafor" not in log
    # The other one, which is right, stays.
    assert "report.html" in set(store.names("order-0"))


def test_a_report_found_wanting_by_a_later_order_is_withdrawn(
    children: Children, tmp_path: Path
) -> None:
    store = FolderStore(tmp_path / "store")
    steps = _steps(store, children, tmp_path)
    mira, tomas = _specs(store, 0, 1)

    def leaking(name: str, call: Callable[[], Told]) -> Told:
        told = call()
        if name == "understand":
            _tamper(store, mira, "Mira Okafor", "Tomás Villaverde")
        return told

    assert follow(mira.to_dict(), steps, leaking)["word"] == "done"  # nobody is known to be hurt
    assert store.exists("order-0/report.html")
    assert follow(tomas.to_dict(), steps, _once)["word"] == "done"
    assert not store.exists("order-0")
    status = Outbox(store).status("order-0")
    assert status is not None
    assert (status["verdict"], status["alarm"]) == ("refused", True)


def test_other_packs_than_an_order_was_taken_in_with_make_no_report_of_it(
    children: Children, tmp_path: Path
) -> None:
    """Neither its analysis, nor the pages of an analysis that was made before the packs changed."""
    store = FolderStore(tmp_path / "store")
    steps = _steps(store, children, tmp_path)
    (spec,) = _specs(store, 0)
    changed = replace(spec, packs="0" * 64)
    told = steps.understand(changed)["refused"]
    assert (told["word"], told["code"]) == ("refused", "packs_changed")
    assert "--packs" in told["reason"]
    assert "refused" not in steps.understand(spec)
    assert steps.render(changed)["refused"]["code"] == "packs_changed"
    assert "refused" not in steps.render(spec)


def test_a_child_that_is_killed_is_tried_again_and_its_neighbour_lives(
    children: Children, tmp_path: Path
) -> None:
    store = FolderStore(tmp_path / "store")
    steps = _steps(store, children, tmp_path)
    victim, neighbour = _specs(store, 0, 1)
    told: dict[str, Told] = {}
    work = threading.Thread(target=lambda: told.update(other=steps.understand(neighbour)))
    work.start()
    while not children._running and work.is_alive():
        time.sleep(0.001)
    beside = set(children._running)

    def kill_one() -> None:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            if new := set(children._running) - beside:
                os.kill(new.pop().pid, signal.SIGKILL)
                return
            time.sleep(0.001)

    for strike in (1, 2):
        killer = threading.Thread(target=kill_one)
        killer.start()
        if strike == 1:
            with pytest.raises(TryAgainError):
                steps.understand(victim)
        else:
            refusal = steps.understand(victim)["refused"]
            assert (refusal["word"], refusal["code"]) == ("refused", "killed")
        killer.join()
    work.join()
    assert told["other"] == {"hold": [], "contradictions": []}


def test_a_full_temporary_disk_is_no_strike_against_the_order(
    children: Children, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FolderStore(tmp_path / "store")
    steps = _steps(store, children, tmp_path)
    (spec,) = _specs(store, 0)

    def full(*_: object) -> None:
        raise ChildFailedError("disk", "OSError")

    with monkeypatch.context() as patch:
        patch.setattr(children, "call", full)
        for _ in range(3):
            with pytest.raises(TryAgainError):
                steps.understand(spec)
    assert "refused" not in steps.understand(spec)


def test_a_child_can_reach_nothing_or_the_operator_is_told(children: Children) -> None:
    missing = children.walls()
    if landlock.abi() >= 1:  # else the list says so, and a worker refuses to start
        assert missing == []
    else:
        assert missing


def test_a_fault_of_ours_is_told_by_its_place_only(children: Children) -> None:
    with pytest.raises(ChildFailedError) as caught:
        children.call("understand", {"options": {}}, {})
    assert caught.value.code == "fault"
    assert "KeyError" in caught.value.detail


def test_what_is_published_once_stays_and_superseded_work_leaves_nothing(
    children: Children, tmp_path: Path
) -> None:
    store = FolderStore(tmp_path / "store")
    steps = _steps(store, children, tmp_path)
    (spec,) = _specs(store, 0)
    first = follow(spec.to_dict(), steps, _once)
    before = (tmp_path / "store" / "order-0" / "status.json").read_bytes()
    # A second worker, taken for dead, does it all again.
    again = follow(spec.to_dict(), steps, _once)
    assert (again["word"], again["files"]) == (first["word"], first["files"])
    assert (tmp_path / "store" / "order-0" / "status.json").read_bytes() == before
    # And a third one after the order was changed to other work.
    store.put(f"{intake.ORDERS}/order-0.json", json.dumps({"work_id": "order-0-new"}).encode())
    late = follow(spec.to_dict(), steps, _once)
    assert late["code"] == "superseded"
    assert (tmp_path / "store" / "order-0" / "status.json").read_bytes() == before
    assert not list(store.names(WORK))


def test_a_process_killed_after_the_last_step_leaves_no_work_behind(
    children: Children, tmp_path: Path
) -> None:
    store = FolderStore(tmp_path / "store")
    steps = _steps(store, children, tmp_path)
    (spec,) = _specs(store, 0)
    recorded: dict[str, Told] = {}

    def durable(name: str, call: Callable[[], Told]) -> Told:
        if name not in recorded:
            recorded[name] = call()
        return recorded[name]

    first = follow(spec.to_dict(), steps, durable)
    assert follow(spec.to_dict(), steps, durable) == first  # all steps were recorded before
    assert not list(store.names(WORK))


def test_an_order_that_is_interrupted_for_ever_waits_for_a_person(
    children: Children, tmp_path: Path
) -> None:
    store = FolderStore(tmp_path / "store")
    steps = _steps(store, children, tmp_path)
    (spec,) = _specs(store, 0)
    for _ in range(MOST_INTERRUPTIONS):
        steps.began(spec)
    told = follow(spec.to_dict(), steps, _once)
    assert (told["word"], told["code"]) == ("held", "interrupted")
