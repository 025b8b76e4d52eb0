"""Counters of one worker as Prometheus text. Without a port they cost a dictionary look-up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any


class Measures:
    """What a worker did since it started. ``serve`` opens the port."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram

        self.registry = CollectorRegistry()
        self._orders = Counter(
            "reportgen_orders", "Orders finished, by verdict and code.", ("verdict", "code"),
            registry=self.registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "reportgen_order_seconds", "From start to verdict.",
            buckets=(0.5, 1, 2, 5, 10, 20, 40, 80, 160, 320), registry=self.registry,
        )  # fmt: skip
        self._steps = Histogram(
            "reportgen_step_seconds", "Of one child, by step.", ("step",),
            buckets=(0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128), registry=self.registry,
        )  # fmt: skip
        self._failures = Counter(
            "reportgen_child_failures", "Children that ended without an answer.", ("code",),
            registry=self.registry,
        )  # fmt: skip
        self._alarms = Counter(
            "reportgen_isolation_alarms", "Reports that named a stranger.", registry=self.registry
        )
        self.peak = 0

    def finished(self, word: str, code: str, seconds: float) -> None:
        """An order has its verdict."""
        self._orders.labels(word, code).inc()
        self._seconds.observe(seconds)

    def step(self, name: str, seconds: float, peak: int) -> None:
        """A child has answered; ``peak``: its largest resident size in bytes."""
        self._steps.labels(name).observe(seconds)
        self.peak = max(self.peak, peak)

    def child_failed(self, code: str) -> None:
        """A child has not answered."""
        self._failures.labels(code).inc()

    def alarm(self) -> None:
        """A report names a stranger."""
        self._alarms.inc()

    def serve(self, port: int, host: str, queue: Callable[[], Mapping[str, Any]]) -> None:
        """Open ``http://host:port/metrics``; ``queue`` tells depth and age when asked."""
        from prometheus_client import GC_COLLECTOR, PROCESS_COLLECTOR, start_http_server
        from prometheus_client.core import GaugeMetricFamily

        measures = self

        class Queue:
            """Asked at each scrape, so that the numbers are the database's of that moment."""

            def collect(self) -> Iterator[GaugeMetricFamily]:
                now = queue()
                depth = GaugeMetricFamily(
                    "reportgen_queue_orders", "Orders by state.", labels=["state"]
                )
                for state, count in sorted(now["states"].items()):
                    depth.add_metric([state], count)
                yield depth
                yield GaugeMetricFamily(
                    "reportgen_queue_oldest_seconds", "Age of the oldest unfinished order.",
                    value=now["oldest_seconds"],
                )  # fmt: skip
                yield GaugeMetricFamily(
                    "reportgen_child_peak_bytes", "Largest child so far.", value=measures.peak
                )

        self.registry.register(Queue())
        self.registry.register(PROCESS_COLLECTOR)
        self.registry.register(GC_COLLECTOR)
        start_http_server(port, addr=host, registry=self.registry)
