"""The commands of a batch: ``batch``, ``submit``, ``worker``, and the operator's ``status`` and kin."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from report_gen.cli_options import TEMPLATES
from report_gen.errors import UsageError

if TYPE_CHECKING:
    from report_gen.batch import Place

JSON = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
PACKS = click.option(
    "--packs",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of your own skills, companies, roles or questions; repeatable.",
)


UNSANDBOXED = click.option(
    "--allow-unsandboxed", is_flag=True, help="Also where this system can't confine the readers."
)


def _where(command: Callable[..., None]) -> Callable[..., None]:
    """A folder, or a database and a store; also from the environment."""
    for option in (
        click.option(
            "--store",
            envvar="REPORTGEN_STORE",
            help="Shared folder, or an fsspec URL such as s3://bucket/prefix.",
        ),
        click.option(
            "--database-url", envvar="REPORTGEN_DATABASE_URL", help="postgresql://user@host/name"
        ),
        click.option(
            "--out", type=click.Path(path_type=Path), help="The folder of a reportgen batch."
        ),
    ):
        command = option(command)
    return command


def _looks(command: Callable[..., None]) -> Callable[..., None]:
    """The brand of all orders that name no theme of their own."""
    for option in (
        TEMPLATES,
        click.option(
            "--theme",
            type=click.Path(path_type=Path),
            help="Your brand, for orders that name none.",
        ),
    ):
        command = option(command)
    return command


def _place(out: Path | None, database_url: str | None, store: str | None) -> Place:
    from report_gen.batch import in_folder, on_server

    if out is not None:
        return in_folder(out)
    if database_url and store:
        return on_server(database_url, store)
    raise UsageError(
        "which_batch",
        "Which batch is meant?",
        "Name its folder with --out, or its database and store with --database-url and --store.",
    )


def _stated(today: datetime | None) -> dict[str, Any]:
    return {"today": today.date().isoformat()} if today else {}


@click.command("batch")
@click.argument("orders", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where the reports go.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Orders at a time."
)
@click.option("--force", is_flag=True, help="Do all orders anew, also those that are done.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The date to reckon from; default: today."
)
@click.option("--metrics", type=click.IntRange(1, 65535), help="Port for Prometheus, on loopback.")
@click.option("--quiet", "-q", is_flag=True, help="Print errors only.")
@_looks
@UNSANDBOXED
@PACKS
def batch_command(
    orders: Path,
    out: Path,
    jobs: int,
    force: bool,
    today: datetime | None,
    metrics: int | None,
    quiet: bool,
    allow_unsandboxed: bool,
    packs: tuple[Path, ...],
    theme: Path | None,
    templates: Path | None,
) -> None:
    """Many orders, durable: a list in, a folder for each report out.

    ORDERS: a CSV or JSON Lines file with the fields order_id, resume, job and any options, or a
    folder of order folders. Run the same command again to go on after an interruption; only
    what is missing or changed is done. Ends with 0: all done, 3: some held or refused, 1: some
    failed.
    """
    from report_gen import limits
    from report_gen.batch import run_batch
    from report_gen.batch.worker import leave
    from report_gen.branding import read_brand

    context = click.get_current_context()
    context.with_resource(limits.use(limits.from_environment()))
    code = run_batch(
        orders,
        out,
        jobs=jobs,
        force=force,
        packs=packs,
        stated=_stated(today),
        brand=read_brand(theme, templates),
        quiet=quiet,
        metrics=metrics,
        allow_unsandboxed=allow_unsandboxed,
    )
    leave(code)


@click.command("submit")
@click.argument("orders", type=click.Path(path_type=Path))
@click.option("--database-url", envvar="REPORTGEN_DATABASE_URL", required=True)
@click.option("--store", envvar="REPORTGEN_STORE", required=True, help="Folder or fsspec URL.")
@click.option("--force", is_flag=True, help="Do all orders anew, also those that are done.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]))
@_looks
@PACKS
def submit_command(
    orders: Path,
    database_url: str,
    store: str,
    force: bool,
    today: datetime | None,
    packs: tuple[Path, ...],
    theme: Path | None,
    templates: Path | None,
) -> None:
    """Give a list of orders to the workers of a database."""
    from report_gen.batch import on_server, submit
    from report_gen.branding import read_brand

    taken = submit(
        orders,
        on_server(database_url, store),
        force=force,
        packs=packs,
        stated=_stated(today),
        brand=read_brand(theme, templates),
    )
    click.echo(f"{len(taken.todo)} of {len(taken.specs)} orders to do.")


@click.command("worker")
@click.option("--database-url", envvar="REPORTGEN_DATABASE_URL", required=True)
@click.option("--store", envvar="REPORTGEN_STORE", required=True, help="Folder or fsspec URL.")
@click.option(
    "--executor-id",
    envvar="REPORTGEN_EXECUTOR_ID",
    required=True,
    help="This worker's name: its own, and the same at each start.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True)
@click.option("--metrics", type=click.IntRange(1, 65535), help="Port for Prometheus.")
@click.option("--metrics-host", default="127.0.0.1", show_default=True)
@click.option("--drain", is_flag=True, help="End when the queue is empty.")
@click.option(
    "--grace", type=click.IntRange(0, 3600), default=60, show_default=True,
    help="Seconds for running orders after SIGTERM.",
)  # fmt: skip
@UNSANDBOXED
@PACKS
def worker_command(database_url: str, store: str, executor_id: str, **rest: Any) -> None:
    """Work orders off until told to stop.

    For a supervisor such as systemd; deploy/ has examples.
    """
    from report_gen.batch import on_server, work

    if not 3 <= len(executor_id) <= 64 or not executor_id.replace("-", "").isalnum():
        raise UsageError(
            "bad_executor_id",
            f"{executor_id[:70]!r} is no executor id.",
            "Use 3 to 64 letters, digits and dashes, for example host-1.",
        )
    work(on_server(database_url, store), executor=executor_id, **rest)


@click.command("status")
@_where
@click.option("--write-summary", is_flag=True, help="Also summary.csv and .html, in the store.")
@JSON
def status_command(write_summary: bool, as_json: bool, **where: Any) -> None:
    """How many orders are done, held, refused, waiting; and why."""
    from report_gen.batch import Desk

    with Desk(_place(**where)) as desk:
        overview = desk.overview()
        if write_summary:
            desk.write_summary()
    if as_json:
        click.echo(json.dumps(overview, ensure_ascii=False, indent=2))
        return
    for word, count in overview["counts"].items():
        click.echo(f"{count:6} {word}")
    if overview["oldest_unfinished_seconds"]:
        click.echo(
            f"The oldest unfinished order is {overview['oldest_unfinished_seconds']:.0f} s old."
        )
    for row in overview["orders"]:
        if row["verdict"] not in ("done", "waiting"):
            click.echo(
                f"{row['order_id']}: {row['verdict']} {row['code']} {row['reason']}".rstrip()
            )
    if overview["alarms"]:
        click.echo(f"ALARM: {overview['alarms']} report(s) named a stranger.", err=True)


@click.command("show")
@click.argument("order")
@_where
@JSON
def show_command(order: str, as_json: bool, **where: Any) -> None:
    """All that is known of one order, without a word of its documents."""
    from report_gen.batch import Desk

    with Desk(_place(**where)) as desk:
        found = desk.show(order)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for key in ("order_id", "verdict", "code", "reason", "pages", "seconds", "report", "state",
                "executor", "created", "updated", "work_id"):  # fmt: skip
        click.echo(f"{key:10} {found[key]}")


@click.command("retry")
@click.argument("order")
@_where
@JSON
def retry_command(order: str, as_json: bool, **where: Any) -> None:
    """Put an order back into the queue, whatever it came to.

    In a folder, run reportgen batch again afterwards; workers of a database take it up at once.
    """
    _decide(order, as_json, where, "retry", "is to be done anew.")


@click.command("release")
@click.argument("order")
@_where
@JSON
def release_command(order: str, as_json: bool, **where: Any) -> None:
    """Deliver a held report: a person has looked at it."""
    _decide(order, as_json, where, "release", "is released.")


def _decide(order: str, as_json: bool, where: dict[str, Any], what: str, said: str) -> None:
    from report_gen.batch import Desk
    from report_gen.batch.desk import refuse_while_running

    place = _place(**where)
    refuse_while_running(place)
    with Desk(place) as desk:
        getattr(desk, what)(order)
    click.echo(json.dumps({"order_id": order, "did": what}) if as_json else f"{order} {said}")


@click.command("recover")
@click.argument("executor_id")
@_where
@click.option("--force", is_flag=True, help="Even if its worker seems to be alive.")
@JSON
def recover_command(executor_id: str, force: bool, as_json: bool, **where: Any) -> None:
    """Give a lost machine's running orders to the others."""
    from report_gen.batch import Desk
    from report_gen.batch.desk import refuse_while_running

    place = _place(**where)
    refuse_while_running(place)
    with Desk(place) as desk:
        orders = desk.recover(executor_id, force=force)
    if as_json:
        click.echo(json.dumps({"executor": executor_id, "orders": orders}))
    else:
        click.echo(f"{len(orders)} orders of {executor_id} given to the others.")


@click.command("purge")
@click.option("--older-than", required=True, help="For example 30d, 12h.")
@_where
@JSON
def purge_command(older_than: str, as_json: bool, **where: Any) -> None:
    """Remove what ended long ago, and prove that it is gone.

    Inputs, outputs, digests and rows of an order; unfinished orders are kept.
    """
    from report_gen.batch.desk import refuse_while_running
    from report_gen.batch.purge import purge, seconds_of

    age = seconds_of(older_than)
    place = _place(**where)
    refuse_while_running(place)
    purged = purge(place, age)
    if as_json:
        click.echo(json.dumps(purged.to_dict(), indent=2))
        return
    click.echo(
        f"{len(purged.orders)} orders removed: {purged.folders} folders, {purged.inputs} inputs, "
        f"{purged.rows} rows. Looked again: nothing of them is left."
    )
    if purged.unfinished:
        click.echo(f"{purged.unfinished} unfinished orders were kept.")


COMMANDS = (
    batch_command, submit_command, worker_command, status_command, show_command, retry_command,
    release_command, recover_command, purge_command,
)  # fmt: skip
