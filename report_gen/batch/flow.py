"""One order from beginning to verdict, as durable steps. The engine calls it; it knows no engine.

Each step may be run again after a crash and must then do no harm: it reads from the store, and
writes whole files under names that only this work has.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from report_gen.batch.models import Spec, Verdict
from report_gen.batch.verdicts import HOLDS, held, refused

Told = dict[str, Any]
"""What a step returns and the database keeps: codes and counts, never contents."""


class Steps(Protocol):
    """What is done for an order (see ``steps.Steps``)."""

    def began(self, spec: Spec) -> int: ...
    def understand(self, spec: Spec) -> Told: ...
    def render(self, spec: Spec) -> Told: ...
    def compare(self, spec: Spec) -> Told: ...
    def publish(self, spec: Spec, verdict: Verdict) -> Told: ...
    def ended(self, spec: Spec) -> None: ...


Step = Callable[[str, Callable[[], Told]], Told]
"""Runs a step durably under a name: a finished one is not run again, a failed one is retried."""

MOST_INTERRUPTIONS = 20
"""Of its whole process while an order runs. Children can't take the process with them, so that
many point to the machine; the order then waits for a person instead of going round for ever."""


def follow(data: Mapping[str, Any], steps: Steps, step: Step) -> Told:
    """An order's spec -> its verdict, both as plain values."""
    spec = Spec.from_dict(data)
    begun = time.time()
    verdict = _verdict(spec, steps, step)
    seconds = max(0.0, time.time() - begun)  # the clock may have been set back
    final = Verdict(**{**_values(verdict), "seconds": round(seconds, 3)})
    told = step("publish", lambda: steps.publish(spec, final))
    steps.ended(spec)  # no step: also when all of them were done before the process was killed
    return told


def _verdict(spec: Spec, steps: Steps, step: Step) -> Verdict:
    if steps.began(spec) > MOST_INTERRUPTIONS:
        return held(["interrupted"])
    understood = step("understand", lambda: steps.understand(spec))
    if "refused" in understood:
        return Verdict.from_dict(understood["refused"])
    rendered = step("render", lambda: steps.render(spec))
    if "refused" in rendered:
        return Verdict.from_dict(rendered["refused"])
    compared = step("compare", lambda: steps.compare(spec))
    if compared["strangers"]:
        return Verdict(**{**_values(refused("strangers_name")), "alarm": True})
    codes = [c for c in (*understood["hold"], *rendered["faults"]) if c in HOLDS]
    if codes:
        return held(codes, understood["contradictions"], rendered["pages"])
    return Verdict(word="done", pages=rendered["pages"])


def _values(verdict: Verdict) -> dict[str, Any]:
    return {**verdict.to_dict(), "files": verdict.files}
