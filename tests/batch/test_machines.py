"""Several machines: PostgreSQL, workers with ids of their own, a lost one, metrics, a clean stop."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.batch import postgres
from tests.batch.runs import command, environment, here, order, sentences, write_orders

pytestmark = pytest.mark.skipif(
    postgres.binaries() is None, reason="PostgreSQL is not installed (apt-get install postgresql)"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[postgres.Server]:
    found = postgres.Server(tmp_path_factory.mktemp("postgres"))
    found.start()
    yield found
    found.stop()


def _worker(where: tuple[str, ...], name: str, log: Path, *more: str) -> subprocess.Popen[bytes]:
    with log.open("ab") as stream:
        return subprocess.Popen(
            command("worker", *where, "--executor-id", name, "--jobs", "1", *more),
            start_new_session=True, stdout=stream, stderr=stream, env=environment(),
        )  # fmt: skip


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(what: str, log: Path, condition: object) -> None:
    until = time.monotonic() + 120
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until, f"{what}\n{log.read_text(encoding='utf-8')}"
        time.sleep(0.2)


def _everything(url: str) -> bytes:
    """Every row of every table of the database, as text."""
    found = []
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables "
            "WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        for (name,) in tables:
            rows = connection.execute(f"SELECT row_to_json(t)::text FROM {name} t").fetchall()
            found += [f"{name} {row}" for (row,) in rows]
    return "\n".join(found).encode()


def test_a_lost_machine_s_orders_go_to_the_others_when_its_owner_says_so(
    server: postgres.Server, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    log, store = tmp_path / "log", tmp_path / "store"
    where = ("--database-url", server.url, "--store", str(store))
    orders = write_orders(tmp_path / "orders.csv", [order(n, formats="html") for n in range(5)])
    assert here("submit", orders, *where).stdout == "5 of 5 orders to do.\n"
    assert here("submit", orders, *where).stdout == "5 of 5 orders to do.\n"  # waiting, not twice
    lost = _worker(where, "host-1", log)
    request.addfinalizer(lambda: _end(lost))

    def overview() -> dict[str, object]:
        found: dict[str, object] = json.loads(here("status", *where, "--json").stdout)
        return found

    _wait("first order", log, lambda: (store / "order-000").exists())
    # The id is taken, and its worker is not lost.
    assert here("recover", "host-1", *where).returncode == 2
    _wait("running", log, lambda: overview()["running_on"] == {"host-1": 1})
    os.killpg(lost.pid, signal.SIGKILL)
    lost.wait()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    other = _worker(where, "host-2", log, "--metrics", port)
    request.addfinalizer(lambda: _end(other))
    running = overview()["running_on"]
    _wait("the others' orders", log, lambda: len(list(store.glob("order-*"))) >= 4)
    if running == {"host-1": 1}:  # it had not just ended when it was killed
        time.sleep(1)
        assert len(list(store.glob("order-*"))) == 4
        assert json.loads(here("recover", "host-1", *where, "--json").stdout)["orders"]
    _wait("the lost order", log, lambda: len(list(store.glob("order-*"))) == 5)
    _wait("the verdicts", log, lambda: overview()["counts"] == {"done": 5})
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        text = answer.read().decode()
    assert 'reportgen_queue_orders{state="waiting"} 0.0' in text
    assert 'reportgen_orders_total{code="",verdict="done"}' in text
    assert "reportgen_isolation_alarms_total 0.0" in text
    assert here("status", *where, "--write-summary").returncode == 0
    assert (store / "summary.html").is_file()
    other.send_signal(signal.SIGTERM)
    assert other.wait(60) == 130
    for line in log.read_text(encoding="utf-8").splitlines():
        assert line.startswith("{"), line
    assert "Okafor" not in log.read_text(encoding="utf-8")
    kept = _everything(server.url)
    assert b"order-000" in kept
    assert not [line for line in (*sentences(), b"Okafor", b"mira-okafor") if line in kept]
    assert here("purge", "--older-than", "0s", *where).returncode == 0
    assert not list(store.glob("order-*"))


def test_what_can_t_be_reached_is_told(tmp_path: Path) -> None:
    where = ("--database-url", "postgresql://x@127.0.0.1:9/x", "--store", str(tmp_path))
    result = here("status", *where)
    assert result.returncode == 2
    assert "can't be reached" in result.stderr
    assert here("status", "--database-url", "mysql://x", "--store", ".").returncode == 2
    assert here("status").returncode == 2
    orders = write_orders(tmp_path / "orders.csv", [order(0)])
    store = "nosuch://bucket"
    result = here("submit", orders, "--database-url", "sqlite:///x", "--store", store)
    assert result.returncode == 2
    assert "can't be opened" in result.stderr
