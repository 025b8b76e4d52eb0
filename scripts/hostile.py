"""Run every hostile file through the command line: exit code, seconds, peak memory, and what was
left behind. ``make hostile`` writes the table to out/hostile.md and fails if a promise is broken.

Usage: hostile.py [--only WORD] [--jobs 2] [--truncated] [--limit NAME=NUMBER] [OUT]
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from report_gen.limits import DEFAULTS  # noqa: E402
from tests.hostile.every import hostile_files  # noqa: E402
from tests.hostile.model import Hostile  # noqa: E402

RESUME = ROOT / "examples" / "people" / "mira-okafor.pdf"
JOB = ROOT / "examples" / "jobs" / "ranking-mle.txt"
SECRET = "canary-4711-do-not-print"
ENDS = {0: "report", 2: "usage", 3: "unreadable", 4: "not understood"}
START = 20.0
"""Seconds a loaded machine may take around the limited children of one command."""


@dataclass(slots=True)
class Outcome:
    """One run of the command line."""

    name: str
    size: int
    code: int
    seconds: float
    peak: int
    message: str = ""
    broken: list[str] = field(default_factory=list)


class Listener:
    """Counts connections that no document may cause."""

    def __init__(self) -> None:
        self.link = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.link.getsockname()[1]}"
        self.count = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            self.link.accept()[0].close()
            self.count += 1


def truncated() -> Iterator[Hostile]:
    """A real PDF and a real Word file, cut at every hundredth."""
    for path in (RESUME, RESUME.with_suffix(".docx")):
        data = path.read_bytes()
        for part in range(100):
            name = f"cut-{part:02}{path.suffix}"
            yield Hostile(name=name, data=data[: len(data) * part // 100])


def command(hostile: Hostile, path: Path, out: Path) -> list[str]:
    """The arguments that bring the file where its role says."""
    report = ["-o", str(out / "report.pdf"), "--edition", "brief", "--today", "2026-11-02"]
    if hostile.role == "job":
        return ["report", str(RESUME), str(path), *report]
    if hostile.role == "answers":
        return ["report", str(RESUME), str(JOB), "--answers", str(path), *report]
    if hostile.role == "analysis":
        return ["render", str(path), "-o", str(out / "report.pdf")]
    if hostile.role == "pack":
        return ["taxonomy", "check", "--packs", str(path.parent.parent)]
    return ["report", str(path), str(JOB), *report]


def attack(hostile: Hostile, more: list[str]) -> Outcome:
    """One file through the command line, in a folder and a session of its own."""
    place = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        return _attack(hostile, place, more)
    finally:
        shutil.rmtree(place)


def _attack(hostile: Hostile, place: Path, more: list[str]) -> Outcome:
    given, out, temporary = place / "given" / "skills", place / "out", place / "tmp"
    for folder in (given, out, temporary):
        folder.mkdir(parents=True)
    path = given / hostile.name
    path.write_bytes(hostile.data)
    arguments = [sys.executable, "-m", "report_gen.cli", *command(hostile, path, out)]
    if hostile.role != "pack":
        arguments += more
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
    began = time.monotonic()
    errors = place / "stderr"
    with errors.open("wb") as stream:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
            env=env,
            start_new_session=True,
        )
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    outcome = Outcome(hostile.name, len(hostile.data), process.returncode, seconds, usage.ru_maxrss * 1024)  # fmt: skip
    text = errors.read_text(errors="replace")
    outcome.message = text.strip().split("\n")[0].replace(str(given), "").lstrip("/")[:90]
    outcome.broken = list(_broken(outcome, text, process.pid, out, temporary))
    return outcome


def _broken(outcome: Outcome, text: str, session: int, out: Path, temporary: Path) -> Iterator[str]:
    if outcome.code not in ENDS:
        yield f"exit {outcome.code}"
    if "Traceback" in text:
        yield "a traceback"
    if "\x1b" in text:
        yield "an escape sequence on the terminal"
    if SECRET in text:
        yield "the canary's text"
    if outcome.seconds > DEFAULTS.parse_wall + START:
        yield "over the clock"
    if outcome.peak > DEFAULTS.parse_memory + 100_000_000:
        yield "over the memory"
    if left := [p.name for p in temporary.iterdir()]:
        yield f"left {left}"
    if made := {p.name for p in out.iterdir()} - ({"report.pdf"} if outcome.code == 0 else set()):
        yield f"made {sorted(made)}"
    if alive := _session(session):
        yield f"left processes {alive}"


def _session(leader: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(words[3]) == leader and words[0] != "Z":
            found.append(int(path.parent.name))
    return found


def main() -> int:
    """The table, and 1 if any promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--truncated", action="store_true")
    parser.add_argument("--limit", action="append", default=[])
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "out" / "hostile.md")
    options = parser.parse_args()
    with tempfile.NamedTemporaryFile(prefix="canary-") as canary:
        canary.write(SECRET.encode())
        canary.flush()
        listener = Listener()
        files = truncated() if options.truncated else hostile_files(canary.name, listener.address)
        chosen = [f for f in files if options.only in f.name]
        more = [word for limit in options.limit for word in ("--limit", limit)]
        with ThreadPoolExecutor(options.jobs) as pool:
            outcomes = list(pool.map(lambda f: attack(f, more), chosen))
    rows = ["| file | KB | exit | seconds | peak MB | first line, or what is broken |", "| --- | ---: | --- | ---: | ---: | --- |"]  # fmt: skip
    for o in outcomes:
        end = f"{o.code} {ENDS.get(o.code, '')}"
        word = f"BROKEN: {'; '.join(o.broken)} " if o.broken else ""
        shown = repr(o.name)[1:-1]
        rows.append(f"| {shown} | {o.size / 1000:.1f} | {end} | {o.seconds:.1f} | {o.peak / 1e6:.0f} | {word}{o.message.replace('|', '/')} |")  # fmt: skip
    broken = [o for o in outcomes if o.broken]
    counts = {f"exit {code}": sum(o.code == code for o in outcomes) for code in sorted({o.code for o in outcomes})}  # fmt: skip
    last = f"{len(outcomes)} files: {counts}; slowest {max(o.seconds for o in outcomes):.1f} s, largest {max(o.peak for o in outcomes) / 1e6:.0f} MB; {listener.count} connections; {len(broken)} broken"  # fmt: skip
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("\n".join([*rows, "", last, ""]), encoding="utf-8")
    print("\n".join(row for row in rows if "BROKEN" in row))
    print(last)
    return int(bool(broken) or listener.count > 0)


if __name__ == "__main__":
    sys.exit(main())
