"""The quality gate between orders: no report may name a person or employer of another one.

What is compared are keyed digests (HMAC-SHA-256), so that nobody who copies the gate's files
learns a name from them. Each order first writes what it knows and then looks at the others: of
two that run side by side at least one sees the other.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass

from report_gen.batch.models import Spec
from report_gen.batch.store import OWN, Store

GATE = f"{OWN}/gate"
_KEY = f"{OWN}/gate.key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Digests of one order: the names it is about, and the phrases nothing explains. ``says`` is
    None until its report has been made."""

    order_id: str
    names: frozenset[str]
    says: frozenset[str] | None = None


class Gate:
    """Compares orders within one store. Keeps digests in memory, some kilobytes an order."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._key = gate_key(store)
        self._seen: dict[str, Record] = {}
        self._guard = threading.Lock()

    def digests(self, phrases: Iterable[str]) -> list[str]:
        """Keyed digests, 12 bytes each: two different names in a million orders don't meet."""
        return sorted(
            hmac.new(self._key, phrase.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:24]
            for phrase in set(phrases)
        )

    def record(self, spec: Spec, names: Iterable[str], says: Iterable[str] | None) -> None:
        """Keep what this order knows; ``says`` once its report is made."""
        known = self._read(spec.work_id)
        values = {
            "order_id": spec.order_id,
            "names": sorted(known.names) if known and says is not None else self.digests(names),
            "says": None if says is None else self.digests(says),
        }
        self._store.put(f"{GATE}/{spec.work_id}.json", json.dumps(values).encode())

    def strangers(self, spec: Spec) -> tuple[bool, list[str]]:
        """Whether this order's report names another's, and the works whose reports name ours."""
        own = self._read(spec.work_id)
        if own is None:
            return False, []
        says = own.says or frozenset()
        leaks = False
        leaking = []
        for work_id, other in self._others(spec):
            leaks = leaks or bool(says & (other.names - own.names))
            if other.says and other.says & (own.names - other.names):
                leaking.append(work_id)
        return leaks, sorted(leaking)

    def _others(self, spec: Spec) -> list[tuple[str, Record]]:
        with self._guard:
            present = {n.removesuffix(".json") for n in self._store.names(GATE)}
            for work_id in self._seen.keys() - present:
                del self._seen[work_id]
            for work_id in present:
                seen = self._seen.get(work_id)
                if (seen is None or seen.says is None) and (record := self._read(work_id)):
                    self._seen[work_id] = record
            return [(w, r) for w, r in self._seen.items() if r.order_id != spec.order_id]

    def _read(self, work_id: str) -> Record | None:
        data = self._store.get(f"{GATE}/{work_id}.json")
        if data is None:
            return None
        values = json.loads(data)
        says = values["says"]
        return Record(
            order_id=values["order_id"],
            names=frozenset(values["names"]),
            says=None if says is None else frozenset(says),
        )


def gate_key(store: Store) -> bytes:
    """The store's secret key, made when the first orders are taken in."""
    key = store.get(_KEY)
    if key is None:
        store.put(_KEY, secrets.token_bytes(32))
        time.sleep(0.05)  # whoever wrote last wins: both read the same afterwards
        key = store.get(_KEY)
    if key is None:
        raise OSError("the store does not keep what is written to it")
    return key
