"""What the operator sees while a batch runs: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from report_gen.batch.engine import Standing


class Board:
    """Counts the orders that finish. Called from several threads."""

    def __init__(self, *, total: int, todo: int, quiet: bool) -> None:
        self._total = total
        self._todo = todo
        self._quiet = quiet
        self._terminal = sys.stderr.isatty() and not quiet
        self._counts: Counter[str] = Counter()
        self._begun = time.monotonic()
        self._guard = threading.Lock()
        self._bar: Any = None
        self._task: Any = None

    def start(self) -> None:
        """Say what is to be done; on a terminal, draw the bar."""
        self.tell_todo()
        if self._terminal:
            self._draw()

    def tell_todo(self) -> None:
        """How many orders there are to do, and how many are finished already."""
        already = self._total - self._todo
        more = f", {already} already finished" if already else ""
        if not self._quiet:
            self._say(f"{self._todo} of {self._total} orders to do{more}.")

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._bar = Progress(
            TextColumn("Orders"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
            TextColumn("{task.fields[words]}"), console=Console(stderr=True),
        )  # fmt: skip
        self._task = self._bar.add_task("", total=self._todo, rate="", words="")
        self._bar.start()

    def finished(self, spec: Mapping[str, Any], told: Mapping[str, Any]) -> None:
        """One more order has its verdict."""
        with self._guard:
            if told["code"] != "superseded":
                self._counts[told["word"]] += 1
            count = self._counts.total()
            rate = 60 * count / max(0.001, time.monotonic() - self._begun)
            if self._bar is not None:
                words = ", ".join(f"{n} {w}" for w, n in sorted(self._counts.items()))
                self._bar.update(
                    self._task, completed=count, rate=f"{rate:.0f} a minute", words=words
                )
                return
            if not self._quiet:
                left = max(0, self._todo - count) / rate * 60
                why = f" ({told['code']})" if told["code"] else ""
                self._say(
                    f"{count}/{self._todo} {spec['order_id']} {told['word']}{why}, "
                    f"{rate:.0f} a minute, {_span(left)} left"
                )

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def tell_end(self, standings: Sequence[Standing], out: Path, *, interrupted: bool) -> None:
        """The counts, where the summary is, and how to go on."""
        counts = Counter(s.verdict["word"] if s.verdict else s.state for s in standings)
        alarms = sum(bool(s.verdict and s.verdict.get("alarm")) for s in standings)
        if alarms:
            self._say(f"ALARM: {alarms} report(s) named a stranger and were not delivered.")
        unfinished = counts["waiting"] + counts["running"]
        if interrupted and unfinished:
            self._say(
                f"Stopped with {unfinished} orders to do. Nothing is lost: "
                "run the same command again to go on."
            )
        elif unfinished:
            self._say(
                f"{unfinished} orders could not be worked or recorded; is the disk full? "
                "Run the same command again to go on."
            )
        elif counts["failed"]:
            self._say(
                f"{counts['failed']} orders failed (see {out / '.reportgen' / 'log.jsonl'}). "
                "Run the same command again to take them up."
            )
        if not self._quiet:
            self._say(", ".join(f"{n} {word}" for word, n in sorted(counts.items())) or "no orders")
            self._say(f"Summary: {out / 'summary.html'}")

    def _say(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
