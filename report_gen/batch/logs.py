"""Structured logs: one JSON object a line, with ids, codes and durations, never a document's word."""

from __future__ import annotations

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from report_gen.batch.models import Spec

MOST_BYTES = 20_000_000
"""Of a log file; when it is reached the file becomes ``.1`` and a new one begins."""


class Log:
    """To a stream, or to a file that is rolled over once."""

    def __init__(self, target: TextIO | Path | None, executor: str) -> None:
        self._target = target
        self._executor = executor
        self._guard = threading.Lock()

    def tell(self, event: str, spec: Spec | None = None, **more: Any) -> None:
        """An ordinary event."""
        ids = {"order": spec.order_id, "work": spec.work_id} if spec else {}
        self._write("info", event, {**ids, **more})

    def alarm(self, event: str, work_id: str) -> None:
        """Something a person must look at now; also said on standard error."""
        self._write("critical", event, {"work": work_id})
        print(f"reportgen: ALARM {event}: {work_id}", file=sys.stderr, flush=True)

    def warn(self, event: str, **more: Any) -> None:
        """Something that may pass by itself."""
        self._write("warning", event, more)

    def _write(self, level: str, event: str, values: dict[str, Any]) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps(
            {"time": now, "level": level, "event": event, "executor": self._executor, **values}
        )
        with self._guard:
            if isinstance(self._target, Path):
                self._append(self._target, line)
            elif self._target is not None:
                print(line, file=self._target, flush=True)

    def _append(self, path: Path, line: str) -> None:
        # A log that can't be written (the disk is full) must not stop the work.
        try:
            if path.exists() and path.stat().st_size > MOST_BYTES:
                path.replace(path.with_name(path.name + ".1"))
            with path.open("a", encoding="utf-8") as stream:
                stream.write(line + "\n")
        except OSError:
            return


class EngineHandler(logging.Handler):
    """The engine's own messages, at warning and above, by the place that wrote them.

    Their texts may quote arguments, so only where and what kind are kept.
    """

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        self._log.warn(
            "engine", place=f"{record.filename}:{record.lineno}", kind=kind, severity=record.levelname
        )  # fmt: skip
