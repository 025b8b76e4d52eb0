"""What a batch costs: orders a minute, the engine's share, memory over time (``make bench-batch``).

Ratios are taken side by side in one run: the machine may be busy with other things.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.batch.runs import TODAY, command, environment, order, write_orders  # noqa: E402

JOBS = (1, 2, 4)
MOST_JOBS = max(JOBS)


def shell_loop(folder: Path, count: int, edition: str, at_once: int) -> float:
    """Seconds for ``xargs -P`` over the single command."""
    lines = []
    for number in range(count):
        row = order(number)
        lines.append(
            f"{row['resume']} {row['job']} -o {folder}/loop-{number}.pdf --edition {edition} "
            f"--today {TODAY} --hours-per-week {row['hours_per_week']}"
        )
    begun = time.perf_counter()
    subprocess.run(
        ["xargs", "-P", str(at_once), "-L", "1", *command()], input="\n".join(lines), text=True,
        check=True, env=environment(), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - begun


def batch(folder: Path, count: int, edition: str, jobs: int) -> tuple[float, float]:
    """Seconds for ``reportgen batch``, its start included; and seconds an order once it runs,
    between the first and the last that finished."""
    rows = [order(n, edition=edition) for n in range(count)]
    orders = write_orders(folder / f"orders-{jobs}.csv", rows)
    out = folder / f"out-{jobs}"
    begun = time.perf_counter()
    subprocess.run(
        command("batch", orders, "--out", out, "--jobs", str(jobs), "-q"),
        check=True, env=environment(), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    whole = time.perf_counter() - begun
    lines = (out / ".reportgen" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    ends = [datetime.fromisoformat(e["time"]) for e in events if e["event"] == "order_finished"]
    # The first ``jobs`` orders began together: counting starts when they are through.
    return whole, (ends[-1] - ends[jobs - 1]).total_seconds() / (len(ends) - jobs)


def throughput(count: int, edition: str) -> None:
    """The table of orders a minute, with the start and without."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"\n{edition} edition, {count} orders        seconds  orders/min  against the loop")
        loop = shell_loop(folder, count, edition, 2)
        print(f"xargs -P2, single command    {loop:8.1f} {60 * count / loop:10.1f}      1.00", flush=True)  # fmt: skip
        for jobs in JOBS:
            whole, each = batch(folder, count, edition, jobs)
            print(f"batch --jobs {jobs}, with start    {whole:8.1f} {60 * count / whole:10.1f} {loop / whole:9.2f}")  # fmt: skip
            print(f"batch --jobs {jobs}, running       {each * count:8.1f} {60 / each:10.1f} {loop / (each * count):9.2f}", flush=True)  # fmt: skip


def overhead(count: int) -> None:
    """Milliseconds an order with steps that do nothing: the engine, and all but the work itself.

    The processor's are those that count where others use the machine, too.
    """
    print(f"\n{count} orders of steps that do nothing        ms an order  of processor")
    for kind in ("engine", "engine, store, gate and two children"):
        program = f"from scripts.bench_batch import noop; noop({kind == 'engine'}, {count})"
        result = subprocess.run(
            [sys.executable, "-c", program], check=True, text=True, capture_output=True, cwd=ROOT,
            env=environment(),
        )  # fmt: skip
        wall, cpu = (float(word) for word in result.stdout.split())
        print(f"{kind:40} {wall:12.1f} {cpu:13.1f}", flush=True)


def noop(bare: bool, count: int) -> None:
    """In a process of its own: print the milliseconds."""
    from report_gen.batch import engine, intake
    from report_gen.batch.children import Children, Reply
    from report_gen.batch.gate import gate_key
    from report_gen.batch.logs import Log
    from report_gen.batch.measures import Measures
    from report_gen.batch.models import Order, Spec, Verdict
    from report_gen.batch.place import in_folder
    from report_gen.batch.steps import Steps

    spent: list[float] = []

    class Nothing:
        """Steps that return at once."""

        def began(self, spec: Spec) -> int:
            return 1

        def understand(self, spec: Spec) -> dict[str, Any]:
            return {"hold": [], "contradictions": []}

        def render(self, spec: Spec) -> dict[str, Any]:
            return {"pages": 1, "faults": []}

        def compare(self, spec: Spec) -> dict[str, Any]:
            return {"strangers": False}

        def publish(self, spec: Spec, verdict: Verdict) -> dict[str, Any]:
            return verdict.to_dict()

        def ended(self, spec: Spec) -> None:
            return

    class Idle(Children):
        """Children that do nothing, for steps that believe they did."""

        def call(self, task: str, request: Mapping[str, Any], files: Mapping[str, bytes]) -> Reply:
            reply = super().call("noop", request, files)
            spent.append(reply.cpu)
            if task == "understand":
                made = {"analysis.json": b"{}", "own-words.json": b"[]"}
            else:
                made = {"report.html": b"x"}
            return Reply(told=reply.told, files=made)

    with tempfile.TemporaryDirectory() as name:
        place = in_folder(Path(name), create=True)
        gate_key(place.store)
        row = order(0)
        orders = [
            Order(order_id=f"o{n}", where="", resume=Path(row["resume"]), job=Path(row["job"]),
                  options={"hours_per_week": 1 + n / 100})
            for n in range(count)
        ]  # fmt: skip
        log = Log(None, "local")
        steps: Any = Nothing()
        if not bare:
            children = Idle(2)
            children.start()
            children.call("render", {}, {})
            steps = Steps(place.store, children, log, Measures())
        engine.prepare(place.database)
        queue = engine.Queue(place.database)
        specs = intake.take_in(orders, place.store, "p", "b", date.fromisoformat(TODAY))
        running = engine.Engine(place.database, "local", steps, log)
        ended: list[float] = []
        spent.clear()
        running.finished = lambda spec, told: ended.append(time.perf_counter())
        for spec in specs:
            queue.submit(spec.work_id, spec.to_dict())
        running.launch(3, 0.05)
        while not ended:
            time.sleep(0.005)
        already, before = len(ended), time.process_time()
        while len(ended) < count:
            time.sleep(0.02)
        cpu = (time.process_time() - before) / (count - already) + sum(spent) / count
        wall = (ended[-1] - ended[already - 1]) / (count - already)
        print(1000 * wall, 1000 * cpu)
        sys.stdout.flush()
        os._exit(0)


def resident(pid: int) -> tuple[float, float]:
    """Megabytes of the process, and of its template (the largest of its children)."""

    def size(of: int) -> float:
        for line in Path(f"/proc/{of}/status").read_text("ascii", "replace").splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return size(pid), max((size(int(child)) for child in children), default=0.0)


def memory(count: int) -> None:
    """One worker over many small orders."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [order(n, formats="html", hours_per_week=str(1 + n / 10)) for n in range(count)]
        rows = [{**row, "hours_per_week": str(1 + n % 790 / 10)} for n, row in enumerate(rows)]
        orders = write_orders(folder / "orders.csv", rows)
        process = subprocess.Popen(
            command("batch", orders, "--out", folder / "out", "-q"), env=environment()
        )
        print(f"\nmemory over {count} orders           worker MB  template MB")
        marks = [1, 50, count // 2, count - 2]
        while marks and process.poll() is None:
            done = len(list((folder / "out").glob("order-*")))
            if done >= marks[0]:
                own, template = resident(process.pid)
                print(f"after order {done:5}          {own:12.1f} {template:12.1f}", flush=True)
                marks.pop(0)
            time.sleep(0.1)
        process.wait()


def main() -> None:
    """All tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=24)
    parser.add_argument("--full", type=int, default=6, help="orders of the full edition; 0: none")
    parser.add_argument("--noop", type=int, default=200)
    parser.add_argument("--memory", type=int, default=500)
    options = parser.parse_args()
    if any(0 < count <= MOST_JOBS for count in (options.orders, options.full)):
        parser.error(
            f"more than {MOST_JOBS} orders are needed: the first {MOST_JOBS} begin together"
        )
    if options.noop:
        overhead(options.noop)
    if options.orders:
        throughput(options.orders, "brief")
    if options.full:
        throughput(options.full, "full")
    if options.memory:
        memory(options.memory)


if __name__ == "__main__":
    main()
