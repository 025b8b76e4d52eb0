"""The folders of finished orders: put in place once, told apart by verdict, taken back on alarm."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from report_gen.batch.models import Spec, Verdict
from report_gen.batch.store import PLACES, Store
from report_gen.batch.verdicts import refused

STATUS = "status.json"


class Outbox:
    """Where the operator finds what an order came to."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def publish(self, spec: Spec, verdict: Verdict, files: Mapping[str, bytes]) -> dict[str, Any]:
        """The folder in its place, and no other folder of this order anywhere else.

        Doing it again, also by a second worker that was taken for dead, changes nothing: the
        folder that is there for this very work stays. Superseded work leaves no folder.
        """
        if verdict.code == "superseded":
            return verdict.to_dict()
        place = PLACES[verdict.word] + spec.order_id
        standing = self._at(place)
        if standing is not None and standing["work_id"] == spec.work_id:
            names = sorted([*standing["digests"], STATUS])
        else:
            names = sorted([*files, STATUS])
            status = {
                "order_id": spec.order_id,
                "work_id": spec.work_id,
                "verdict": verdict.word,
                "code": verdict.code,
                "reason": verdict.reason,
                "pages": verdict.pages,
                "alarm": verdict.alarm,
                "finished": datetime.now(UTC).isoformat(timespec="seconds"),
                "version": spec.version,
                "packs": spec.packs,
                "digests": {n: hashlib.sha256(d).hexdigest() for n, d in sorted(files.items())},
            }
            self._store.publish(place, {**files, STATUS: _json(status)})
        for word, prefix in PLACES.items():
            if word != verdict.word and self._store.exists(f"{prefix}{spec.order_id}/{STATUS}"):
                self._store.remove(prefix + spec.order_id)
        return verdict.to_dict() | {"files": names}

    def status(self, order_id: str) -> dict[str, Any] | None:
        """The published status of an order, wherever its folder stands; None if nowhere."""
        found = (self._at(prefix + order_id) for prefix in PLACES.values())
        return next((status for status in found if status is not None), None)

    def stands(self, order_id: str, work_id: str) -> bool:
        """Whether the folder of exactly this work is there."""
        status = self.status(order_id)
        return status is not None and status["work_id"] == work_id

    def release(self, order_id: str) -> bool:
        """A held report into the place of finished ones; False if none is held."""
        source = PLACES["held"] + order_id
        held = self._at(source)
        if held is None:
            return False
        status = held | {"verdict": "done", "released": True}
        self._store.move(source, PLACES["done"] + order_id, {STATUS: _json(status)})
        return True

    def withdraw(self, work_id: str) -> None:
        """Take back a report that names a stranger: only the refusal stays."""
        order_id = work_id.rpartition("-")[0]
        status = self.status(order_id)
        if status is None or status["work_id"] != work_id:
            return
        verdict = refused("strangers_name")
        status |= {"verdict": "refused", "code": verdict.code, "reason": verdict.reason,
                   "alarm": True, "digests": {}, "pages": 0}  # fmt: skip
        self._store.publish(PLACES["refused"] + order_id, {STATUS: _json(status)})
        for word in ("done", "held"):
            self._store.remove(PLACES[word] + order_id)

    def remove(self, order_id: str) -> int:
        """Every folder of the order; how many there were."""
        count = 0
        for prefix in PLACES.values():
            if self._store.exists(f"{prefix}{order_id}/{STATUS}"):
                self._store.remove(prefix + order_id)
                count += 1
        return count

    def _at(self, place: str) -> dict[str, Any] | None:
        data = self._store.get(f"{place}/{STATUS}")
        if data is None:
            return None
        status: dict[str, Any] = json.loads(data)
        return status


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
