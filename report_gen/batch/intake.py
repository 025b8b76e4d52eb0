"""Taking orders in: inputs are kept by digest, and what is to be done gets its id.

From here on nobody reads the customer's own files again: a file that changes while a batch runs
changes nothing, and every machine sees the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from report_gen import __version__, limits
from report_gen.batch.models import Input, Order, Spec
from report_gen.batch.store import OWN, Store

INPUTS = f"{OWN}/inputs"
ORDERS = f"{OWN}/orders"


def take_in(
    orders: Iterable[Order], store: Store, packs: str, batch: str, today: date
) -> list[Spec]:
    """Every order's files into the store; returns what is to be done, in the list's order.

    ``packs`` is the digest of the data packs. ``today`` is used by orders that state none; it is
    no part of the work's id, so that tomorrow's run does not take today's work for undone.
    """
    specs = []
    for order in orders:
        inputs = {name: keep_input(getattr(order, name), store) for name in ("resume", "job")}
        answers = keep_input(order.answers, store) if order.answers else None
        options = dict(order.options)
        spec = Spec(
            order_id=order.order_id,
            work_id="",
            batch=batch,
            resume=inputs["resume"],
            job=inputs["job"],
            answers=answers,
            options=options,
            today=options.get("today") or today.isoformat(),
            packs=packs,
            version=__version__,
            brand=_keep(order.brand, ".brand", store) if order.brand else None,
        )
        specs.append(replace(spec, work_id=f"{order.order_id}-{digest_of(spec)}"))
    return specs


def digest_of(spec: Spec) -> str:
    """16 hex digits of everything the report depends on."""
    parts: dict[str, Any] = {
        name: [value.digest, value.suffix, value.problem] if value else None
        for name, value in (("resume", spec.resume), ("job", spec.job), ("answers", spec.answers))
    }
    if spec.brand:
        parts["brand"] = spec.brand.digest
    parts |= {"options": dict(spec.options), "packs": spec.packs, "version": spec.version}
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def keep_input(path: Path, store: Store) -> Input:
    """A customer's file into the store under its digest; what can't be kept says why."""
    suffix = path.suffix.lower() if len(path.suffix) <= 12 else ""
    try:
        if path.stat().st_size > limits.active().upload:
            return Input(digest=f"size-{path.stat().st_size}", suffix=suffix, problem="too_large")
        data = path.read_bytes()
    except OSError:
        return Input(digest="unreadable", suffix=suffix, problem="unreadable_file")
    if not data:
        return Input(digest="empty", suffix=suffix, problem="empty_file")
    return _keep(data, suffix, store)


def _keep(data: bytes, suffix: str, store: Store) -> Input:
    digest = hashlib.sha256(data).hexdigest()
    key = f"{INPUTS}/{digest}"
    if not store.exists(key):
        store.put(key, data)
    return Input(digest=digest, suffix=suffix)


def point_to(spec: Spec, store: Store) -> str | None:
    """The order now means this work; returns the work it meant before, if another.

    What still runs for the earlier work is told by this that it is superseded.
    """
    key = f"{ORDERS}/{spec.order_id}.json"
    before = current(spec.order_id, store)
    if before == spec.work_id:
        return None
    pointer = {"work_id": spec.work_id, "batch": spec.batch}
    store.put(key, json.dumps(pointer, sort_keys=True).encode())
    return before


def current(order_id: str, store: Store) -> str | None:
    """The work an order means now, or None if the order is not known."""
    data = store.get(f"{ORDERS}/{order_id}.json")
    if data is None:
        return None
    return str(json.loads(data)["work_id"])
