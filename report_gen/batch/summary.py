"""``summary.csv`` for programs and ``summary.html`` for the operator, from the verdicts."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from report_gen.batch.engine import Standing
from report_gen.batch.models import FORMATS, Spec
from report_gen.batch.store import PLACES, Store

COLUMNS = ("order_id", "verdict", "code", "reason", "pages", "seconds", "report", "work_id")


def write_summary(
    store: Store, specs: Iterable[Spec], standings: Sequence[Standing]
) -> list[dict[str, Any]]:
    """Both files into the store; returns the rows, one for each order in the list's order."""
    by_work = {s.work_id: s for s in standings}
    rows = [_row(spec.order_id, by_work[spec.work_id]) for spec in specs if spec.work_id in by_work]
    write_rows(store, rows)
    return rows


def write_rows(store: Store, rows: Sequence[Mapping[str, Any]]) -> None:
    """``summary.csv`` and ``summary.html`` of these rows."""
    store.put("summary.csv", _csv(rows).encode())
    store.put("summary.html", _html(rows).encode())


def rows_of(standings: Iterable[Standing]) -> list[dict[str, Any]]:
    """The same rows from the database alone."""
    return [_row(s.order_id, s) for s in standings]


def _row(order_id: str, standing: Standing) -> dict[str, Any]:
    verdict: Mapping[str, Any] = standing.verdict or {}
    word = verdict.get("word", standing.state)
    files = _delivered(verdict.get("files", ()))
    return {
        "order_id": order_id,
        "verdict": word,
        "code": verdict.get("code", ""),
        "reason": verdict.get("reason", ""),
        "pages": verdict.get("pages", 0),
        "seconds": round(float(verdict.get("seconds", 0.0)), 2),
        "report": f"{PLACES.get(word, '')}{order_id}/{files[0]}" if files else "",
        "work_id": standing.work_id,
        "files": [f"{PLACES.get(word, '')}{order_id}/{name}" for name in files],
    }


def _delivered(names: Iterable[str]) -> list[str]:
    """The reports among an order's files, as the formats are listed; without one the analysis."""
    there = set(names)
    reports = [f"report.{f}" for f in FORMATS if f"report.{f}" in there]
    return reports or sorted(there & {"analysis.json"})


def _csv(rows: Sequence[Mapping[str, Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        writer.writerow({k: _plain(v) for k, v in row.items()})
    return out.getvalue()


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _plain(value: Any) -> Any:
    """A spreadsheet would take a text that begins like a formula for one."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _html(rows: Sequence[Mapping[str, Any]]) -> str:
    from jinja2 import Environment

    counts = Counter(row["verdict"] for row in rows)
    times = sorted(row["seconds"] for row in rows if row["seconds"])
    page = Environment(autoescape=True).from_string(_PAGE)
    return page.render(
        rows=sorted(rows, key=lambda row: _ORDER.get(row["verdict"], 0)),
        counts=sorted(counts.items()),
        alarms=sum(row["code"] == "strangers_name" for row in rows),
        median=times[len(times) // 2] if times else 0.0,
        longest=times[-1] if times else 0.0,
        pages=sum(row["pages"] for row in rows),
        made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
    )


_ORDER = {"refused": 1, "held": 2, "done": 3}
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Batch summary</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 68rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top }
td.n { text-align: right; font-variant-numeric: tabular-nums }
.done { color: #14632e } .held { color: #7a4b00 } .refused, .failed, .alarm { color: #9b1c1c }
.alarm { font-weight: 700; border: 2px solid; padding: .6rem }
</style></head><body>
<h1>Batch summary</h1>
<p>{{ made }}. {% for word, count in counts %}<b class="{{ word }}">{{ count }} {{ word }}</b>{{ ", " if not loop.last }}{% endfor %}.
{% if pages %}{{ pages }} pages. {% endif %}Half of the orders took up to {{ "%.1f"|format(median) }} s, the longest {{ "%.1f"|format(longest) }} s.</p>
{% if alarms %}<p class="alarm">{{ alarms }} report(s) named a person or employer of another order and were not delivered.</p>{% endif %}
<table><thead><tr><th>Order</th><th>Verdict</th><th>Why</th><th>Pages</th><th>Seconds</th><th>Report</th></tr></thead><tbody>
{% for row in rows %}<tr><td>{{ row.order_id }}</td><td class="{{ row.verdict }}">{{ row.verdict }}</td>
<td>{% if row.code %}<code>{{ row.code }}</code> {{ row.reason }}{% endif %}</td>
<td class="n">{{ row.pages or "" }}</td><td class="n">{{ "%.1f"|format(row.seconds) }}</td>
<td>{% for file in row.files %}<a href="{{ file }}">{{ file.split("/")[-1] }}</a>{{ " " if not loop.last }}{% endfor %}</td></tr>
{% endfor %}</tbody></table>
</body></html>
"""
