"""The examples for a supervisor: what they call is there, and what the worker needs is not forbidden."""

from __future__ import annotations

import configparser
import re
import shlex
from typing import Any

import click
import yaml

from report_gen.cli import cli
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"


def _parse(words: list[str], environment: dict[str, str]) -> dict[str, Any]:
    """The options of a command line, without running it; fails where click would."""
    command = cli.get_command(click.Context(cli), words[0])
    assert command is not None, words
    needed = {
        f"--{p.name}".replace("_", "-"): p.envvar
        for p in command.params
        if p.required and p.param_type_name == "option"
    }
    for option, variable in needed.items():
        assert option in words or variable in environment, option
    given = [
        word
        for option, variable in needed.items()
        if option not in words
        for word in (option, environment[str(variable)])
    ]
    return command.make_context(words[0], [*words[1:], *given]).params


def test_the_unit_starts_a_worker_that_keeps_its_id_and_may_finish() -> None:
    unit = configparser.ConfigParser(strict=True, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "reportgen-worker@.service", encoding="utf-8")
    service = unit["Service"]
    program, *words = shlex.split(service["ExecStart"].replace("%i", "host-1"))
    assert program.endswith("/reportgen")
    text = (DEPLOY / "reportgen-worker@.service").read_text(encoding="utf-8")
    variables = dict.fromkeys(re.findall(r"\b(REPORTGEN_[A-Z_]+)=", text), "x")
    options = _parse(words, variables)
    assert options["executor_id"] == "host-1"
    assert int(service["TimeoutStopSec"]) > options["grace"]
    assert service["Restart"] == "always"
    assert service["SuccessExitStatus"] == "130"  # told to stop, it says so
    # What would take the walls around the readers away.
    for name in ("RestrictNamespaces", "SystemCallFilter", "NoNewPrivileges"):
        assert name not in service


def test_the_compose_file_starts_workers_of_different_ids_beside_a_database() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
    services = compose["services"]
    workers = {name: s for name, s in services.items() if s.get("command", [""])[0] == "worker"}
    ids = [_parse(s["command"], s["environment"])["executor_id"] for s in workers.values()]
    assert len(ids) == len(set(ids)) == 2
    for service in workers.values():
        assert service["restart"] == "always"
        assert set(service["depends_on"]) <= services.keys()
        assert (DEPLOY.parent / service["build"]["dockerfile"]).is_file()
        named = {v.split(":")[0] for v in service["volumes"]}
        assert named <= compose["volumes"].keys()
        assert service["volumes"][0].split(":")[1] == service["environment"]["REPORTGEN_STORE"]
