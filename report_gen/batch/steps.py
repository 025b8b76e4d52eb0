"""The steps of an order, on the worker's side: files from and to the store, children for the rest."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from report_gen.batch import intake
from report_gen.batch.children import ChildFailedError, Children, Reply
from report_gen.batch.flow import Told
from report_gen.batch.gate import Gate
from report_gen.batch.logs import Log
from report_gen.batch.measures import Measures
from report_gen.batch.models import Input, Spec, Verdict
from report_gen.batch.outbox import Outbox
from report_gen.batch.store import OWN, Store
from report_gen.batch.tasks import ANALYSIS, OWN_WORDS
from report_gen.batch.verdicts import refused
from report_gen.errors import ReportGenError

WORK = f"{OWN}/work"
STRIKES = 2
"""How often a child may end without an answer before the input is refused for it. Once may be
the machine (out of memory, an operator's kill); the same again is the document."""

INPUT_PROBLEMS = {
    "too_large": "The file is larger than an upload may be.",
    "empty_file": "The file is empty.",
    "unreadable_file": "The file could not be read when the order was taken in.",
}


class TryAgainError(Exception):
    """A fault that may pass: the engine runs the step again, later and later."""


class Steps:
    """Everything a worker does for an order. Thread-safe: several orders share it."""

    def __init__(self, store: Store, children: Children, log: Log, measures: Measures) -> None:
        self._store = store
        self._children = children
        self._gate = Gate(store)
        self._outbox = Outbox(store)
        self._log = log
        self._measures = measures

    def began(self, spec: Spec) -> int:
        """Count the start in the store, before anything can go wrong; returns the count."""
        counts = self._counts(spec)
        counts["started"] = counts.get("started", 0) + 1
        self._put_counts(spec, counts)
        self._log.tell("order_started", spec, attempt=counts["started"])
        return int(counts["started"])

    def understand(self, spec: Spec) -> Told:
        """Inputs -> analysis in the store; codes of what should hold the report."""
        if self._superseded(spec):
            return {"refused": refused("superseded").to_dict()}
        files: dict[str, bytes] = {}
        for name in ("resume", "job", "answers"):
            value: Input | None = getattr(spec, name)
            if value is None:
                continue
            if value.problem:
                reason = f"{name}: {INPUT_PROBLEMS.get(value.problem, value.problem)}"
                return {"refused": refused(value.problem, reason).to_dict()}
            files[name] = self._input(value)
        request = {
            "resume": spec.resume.suffix,
            "job": spec.job.suffix,
            "today": spec.today,
            "options": dict(spec.options),
            "digest": spec.packs,
        }
        reply = self._contained("understand", spec, request, files)
        if isinstance(reply, Verdict):
            return {"refused": reply.to_dict()}
        self._gate.record(spec, reply.told["names"], None)
        for name, data in reply.files.items():
            self._store.put(f"{WORK}/{spec.work_id}/{name}", data)
        return {"hold": reply.told["hold"], "contradictions": reply.told["contradictions"]}

    def render(self, spec: Spec) -> Told:
        """Analysis -> the files to deliver, in the store under names of this work."""
        files = {name: self._kept(spec, name) for name in (ANALYSIS, OWN_WORDS)}
        if spec.brand is not None:
            files["brand"] = self._input(spec.brand)
        request = {"options": dict(spec.options), "digest": spec.packs}
        reply = self._contained("render", spec, request, files)
        if isinstance(reply, Verdict):
            return {"refused": reply.to_dict()}
        self._gate.record(spec, (), reply.told["strange"])
        for name, data in reply.files.items():
            self._store.put(f"{WORK}/{spec.work_id}/out/{name}", data)
        return {"pages": reply.told["pages"], "faults": reply.told["faults"]}

    def compare(self, spec: Spec) -> Told:
        """The gate between orders; reports of others found to name this one are withdrawn."""
        leaks, leaking = self._gate.strangers(spec)
        for work_id in leaking:
            self._alarm(work_id)
            self._outbox.withdraw(work_id)
        if leaks:
            self._alarm(spec.work_id)
        return {"strangers": leaks, "withdrawn": leaking}

    def publish(self, spec: Spec, verdict: Verdict) -> Told:
        """The order's folder into its place, whole."""
        if verdict.code != "superseded" and self._superseded(spec):
            verdict = refused("superseded")
        files: dict[str, bytes] = {}
        made = verdict.word != "refused" and verdict.code != "interrupted"
        if made and not self._outbox.stands(spec.order_id, spec.work_id):
            files = self._deliverable(spec)
        told = self._outbox.publish(spec, verdict, files)
        self._log.tell("order_finished", spec, verdict=told["word"], code=told["code"])
        self._measures.finished(told["word"], told["code"], verdict.seconds)
        return told

    def ended(self, spec: Spec) -> None:
        """The work folder goes."""
        self._store.remove(f"{WORK}/{spec.work_id}")

    def _deliverable(self, spec: Spec) -> dict[str, bytes]:
        names = [f"out/{name}" for name in sorted(self._store.names(f"{WORK}/{spec.work_id}/out"))]
        if not names:
            raise TryAgainError("work_missing")
        files = {name.removeprefix("out/"): self._kept(spec, name) for name in names}
        return files | {ANALYSIS: self._kept(spec, ANALYSIS)}

    def _contained(
        self, task: str, spec: Spec, request: Mapping[str, Any], files: Mapping[str, bytes]
    ) -> Reply | Verdict:
        begun = time.monotonic()
        try:
            reply = self._children.call(task, request, files)
        except ReportGenError as error:
            return refused(error.code, f"{error.message} {error.remedy}".strip())
        except ChildFailedError as error:
            return self._strike(task, spec, error)
        self._measures.step(task, time.monotonic() - begun, reply.peak)
        return reply

    def _strike(self, task: str, spec: Spec, error: ChildFailedError) -> Verdict:
        """Count a child that failed: another try, or a refusal."""
        self._measures.child_failed(error.code)
        self._log.tell("child_failed", spec, step=task, code=error.code, detail=error.detail)
        if error.code == "fault":
            return refused("fault", f"A fault of ours on this input: {error.detail}.")
        if error.code in ("disk", "host"):  # of this machine, not of the order
            raise TryAgainError(error.code)
        counts = self._counts(spec)
        counts[task] = counts.get(task, 0) + 1
        self._put_counts(spec, counts)
        if counts[task] >= STRIKES:
            return refused(error.code)
        raise TryAgainError(error.code)

    def _alarm(self, work_id: str) -> None:
        self._measures.alarm()
        self._log.alarm("strangers_name", work_id)

    def _superseded(self, spec: Spec) -> bool:
        return intake.current(spec.order_id, self._store) not in (None, spec.work_id)

    def _input(self, value: Input) -> bytes:
        data = self._store.get(f"{intake.INPUTS}/{value.digest}")
        if data is None:
            raise TryAgainError("input_missing")
        return data

    def _kept(self, spec: Spec, name: str) -> bytes:
        data = self._store.get(f"{WORK}/{spec.work_id}/{name}")
        if data is None:
            raise TryAgainError("work_missing")
        return data

    def _counts(self, spec: Spec) -> dict[str, int]:
        data = self._store.get(f"{WORK}/{spec.work_id}/attempts.json")
        counts: dict[str, int] = json.loads(data) if data else {}
        return counts

    def _put_counts(self, spec: Spec, counts: Mapping[str, int]) -> None:
        self._store.put(f"{WORK}/{spec.work_id}/attempts.json", json.dumps(counts).encode())
