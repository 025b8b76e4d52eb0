"""Kill it at random and look whether anything is lost, doubled, half written or changed.

``make chaos``: 200 orders, one in ten hostile, 40 times kill -9 of the whole process group on
SQLite; then three workers on PostgreSQL, 20 kills and three immediate restarts of the server.
Every good order must come out byte for byte as in a quiet run. Seeded, and bounded in time: when
``--minutes`` are over no more is killed, and the work must still come to its end.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.batch import hostile, postgres  # noqa: E402
from tests.batch.runs import command, environment, here, order, write_orders  # noqa: E402

PATIENCE = 240.0


def make_orders(folder: Path, count: int) -> Path:
    """The list: every tenth order's resume is hostile."""
    documents = hostile.write_all(folder)
    rows = []
    for number in range(count):
        row = order(number, formats="html" if number % 4 else "pdf")
        if number % 10 == 7:
            row["resume"] = str(documents[number // 10 % len(documents)])
        rows.append(row)
    return write_orders(folder / "orders.csv", rows)


def begin(*arguments: str | Path, log: Path) -> subprocess.Popen[bytes]:
    """A process group of its own."""
    with log.open("ab") as stream:
        return subprocess.Popen(
            command(*arguments), start_new_session=True, stdout=stream, stderr=stream,
            stdin=subprocess.DEVNULL, env=environment(),
        )  # fmt: skip


def kill(process: subprocess.Popen[bytes]) -> None:
    """The whole group, at once."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class Watch:
    """Looks at the output after each kill: only whole folders, and none that changes."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.seen: dict[str, tuple[str, str]] = {}
        self.faults: list[str] = []

    def folders(self) -> dict[str, Path]:
        """Order -> its folder, wherever it stands."""
        found: dict[str, Path] = {}
        for place in (self.out, self.out / "held", self.out / "refused"):
            for path in sorted(place.glob("order-*")):
                if path.name in found:
                    self.faults.append(f"{path.name}: two folders")
                found[path.name] = path
        return found

    def look(self) -> int:
        """Check all folders; returns how many there are."""
        found = self.folders()
        for name, path in found.items():
            try:
                status = json.loads((path / "status.json").read_bytes())
            except (OSError, ValueError):
                self.faults.append(f"{name}: no whole status.json")
                continue
            for file, digest in status["digests"].items():
                if hashlib.sha256((path / file).read_bytes()).hexdigest() != digest:
                    self.faults.append(f"{name}: {file} is not whole")
            now = (str(path.relative_to(self.out)), (path / "status.json").read_text("utf-8"))
            if self.seen.setdefault(name, now) != now:
                self.faults.append(f"{name}: published twice")
        for name in self.seen.keys() - found.keys():
            self.faults.append(f"{name}: lost")
        return len(found)

    def results(self) -> dict[str, tuple[str, str, str]]:
        """Order -> verdict, code and the digest of what was delivered."""
        out = {}
        for name, path in self.folders().items():
            status = json.loads((path / "status.json").read_bytes())
            digest = json.dumps(status["digests"], sort_keys=True)
            out[name] = (status["verdict"], status["code"], digest)
        return out


def wait_for_more(watch: Watch, process: subprocess.Popen[bytes], limit: float) -> None:
    """Until one more order is finished than there was, or the process ended."""
    before, until = len(watch.folders()), time.monotonic() + limit
    while process.poll() is None and time.monotonic() < until:
        if len(watch.folders()) > before:
            return
        time.sleep(0.05)


def on_sqlite(
    folder: Path, orders: Path, kills: int, dice: random.Random, until: float
) -> tuple[Watch, Counter[str]]:
    """One folder, one process at a time, killed again and again."""
    watch, counts = Watch(folder / "out"), Counter[str]()
    done = False
    while not done:
        process = begin("batch", orders, "--out", watch.out, log=folder / "log")
        more = counts["kills"] < kills and time.monotonic() < until
        if more and dice.random() < 0.8:  # else: while it starts
            wait_for_more(watch, process, 60)
            time.sleep(dice.uniform(0, 1.5))
        elif more:
            time.sleep(dice.uniform(0.2, 6.0))
        if more and process.poll() is None:
            kill(process)
            counts["kills"] += 1
        else:
            done = process.wait(PATIENCE * 4) != 130
        watch.look()
    with sqlite3.connect(watch.out / ".reportgen" / "engine.sqlite") as database:
        counts["integrity_ok"] = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return watch, counts


def on_postgres(
    folder: Path, orders: Path, options: argparse.Namespace, dice: random.Random, until: float
) -> tuple[Watch, Counter[str]]:
    """Workers under a supervisor (this loop) on a server of our own."""
    watch, counts = Watch(folder / "store"), Counter[str]()
    server = postgres.Server(folder / "server")
    server.start()
    where = ("--database-url", server.url, "--store", watch.out)
    workers: dict[str, subprocess.Popen[bytes]] = {}
    try:
        assert begin("submit", orders, *where, log=folder / "log").wait(PATIENCE) == 0
        wanted = sum(1 for line in orders.open(encoding="utf-8") if line.startswith("order-"))
        events = ["kill"] * options.postgres_kills + ["restart"] * options.restarts
        dice.shuffle(events)
        quiet_since = time.monotonic()
        finished = 0
        while finished < wanted and time.monotonic() - quiet_since < PATIENCE:
            for name in (f"host-{n + 1}" for n in range(options.workers)):
                if name not in workers or workers[name].poll() is not None:
                    workers[name] = begin(
                        "worker", *where, "--executor-id", name, "--jobs", "1", "--grace", "5",
                        log=folder / "log",
                    )  # fmt: skip
                    counts["starts"] += 1
            time.sleep(dice.uniform(0.5, 6.0))
            if events and time.monotonic() < until:
                if events.pop() == "kill":
                    kill(workers[dice.choice(sorted(workers))])
                    counts["kills"] += 1
                else:
                    server.restart()
                    counts["restarts"] += 1
            now = watch.look()
            if now > finished:
                finished, quiet_since = now, time.monotonic()
        while time.monotonic() - quiet_since < PATIENCE and not all_recorded(where):
            time.sleep(1)
    finally:
        for process in workers.values():
            if process.poll() is None:
                kill(process)
        server.stop()
    return watch, counts


def all_recorded(where: tuple[str | Path, ...]) -> bool:
    """Whether the database, too, knows every order as finished."""
    found = here("status", *where, "--json")
    return (
        found.returncode == 0
        and not {"waiting", "running"} & json.loads(found.stdout)["counts"].keys()
    )


def compare(watch: Watch, quiet: dict[str, tuple[str, str, str]]) -> list[str]:
    """What differs from the quiet run."""
    faults = list(dict.fromkeys(watch.faults))
    results = watch.results()
    faults += [f"{name}: lost" for name in sorted(quiet.keys() - results.keys())]
    for name, result in sorted(results.items()):
        expected = quiet[name]
        same = result == expected if expected[0] == "done" else result[0] == expected[0]
        if not same:
            faults.append(f"{name}: {result[:2]} and not {expected[:2]}, or other bytes")
    own = watch.out / ".reportgen"
    left = [*own.glob("work/*"), *own.rglob("*.part")]
    # What a kill left aside is swept by the next start, on a shared folder after an hour.
    left += [] if (watch.out.name == "store") else own.glob("aside/*")
    faults += [f"{path.relative_to(own)}: left over" for path in left]
    return faults


def main() -> None:
    """Both halves; ends with 1 and a list if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=200)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--postgres-kills", type=int, default=20)
    parser.add_argument("--restarts", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=3, help="on PostgreSQL")
    parser.add_argument("--minutes", type=float, default=15, help="of killing")
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="reportgen-chaos-") as name:
        folder = Path(name)
        orders = make_orders(folder, options.orders)
        begun = time.monotonic()
        process = begin("batch", orders, "--out", folder / "quiet", log=folder / "log")
        code = process.wait()
        quiet = Watch(folder / "quiet").results()
        print(f"quiet: {len(quiet)} orders, {dict(Counter(r[0] for r in quiet.values()))}, "
              f"exit {code}, {time.monotonic() - begun:.0f} s", flush=True)  # fmt: skip
        faults = [] if len(quiet) == options.orders else ["quiet run: orders are missing"]
        for half in ("sqlite", "postgres"):
            if options.only not in (None, half):
                continue
            if half == "postgres" and postgres.binaries() is None:
                print("postgres: skipped, PostgreSQL is not installed (apt-get install postgresql)")
                continue
            (folder / half).mkdir()
            begun = time.monotonic()
            until = begun + 60 * options.minutes / 2
            if half == "sqlite":
                watch, counts = on_sqlite(folder / half, orders, options.kills, dice, until)
            else:
                watch, counts = on_postgres(folder / half, orders, options, dice, until)
            found = compare(watch, quiet)
            words = Counter(r[0] for r in watch.results().values())
            print(f"{half}: {dict(words)}, {dict(counts)}, {time.monotonic() - begun:.0f} s, "
                  f"{len(found)} faults", flush=True)  # fmt: skip
            faults += [f"{half}: {fault}" for fault in found]
    for fault in faults[:40]:
        print(fault)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
