"""Groups of options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

ROLES = ("mle", "swe", "ds", "de", "pm", "tpm")
LEVELS = ("intern", "junior", "mid", "senior", "staff", "principal", "manager")


def common(command: Callable[..., None]) -> Callable[..., None]:
    """Options every command has."""
    for option in (
        click.option("--quiet", "-q", is_flag=True, help="Print errors only."),
        click.option("--verbose", "-v", is_flag=True, help="Print every stage and every warning."),
        click.option(
            "--packs",
            multiple=True,
            type=click.Path(path_type=Path),
            help="A folder of your own skills, companies, roles or questions; repeatable.",
        ),
    ):
        command = option(command)
    return command


def untrusted(command: Callable[..., None]) -> Callable[..., None]:
    """Options of the commands that open documents."""
    for option in (
        click.option(
            "--limit",
            "limit",
            multiple=True,
            metavar="NAME=NUMBER",
            help="Change a limit, such as pages=100 (SECURITY.md lists them); repeatable.",
        ),
        click.option(
            "--allow-unsandboxed",
            is_flag=True,
            help="Don't mind where this system can't confine the reader.",
        ),
    ):
        command = option(command)
    return command


TEMPLATES = click.option(
    "--templates",
    type=click.Path(path_type=Path),
    help="A folder of your own templates in the place of ours.",
)


def looks(command: Callable[..., None]) -> Callable[..., None]:
    """Options of the commands that lay out a document: paper, brand, and looking at it."""
    for option in (
        click.option(
            "--open", "show", is_flag=True, help="Then open it with this system's program for it."
        ),
        TEMPLATES,
        click.option(
            "--theme",
            type=click.Path(path_type=Path),
            help="Your name, logo, colour, font, footer and contact (examples/theme).",
        ),
        click.option(
            "--paper", type=click.Choice(("a4", "letter")), default="a4", show_default=True
        ),
    ):
        command = option(command)
    return command


def about(command: Callable[..., None]) -> Callable[..., None]:
    """Options about the job, the person's time, their answers and a coach's edits."""
    for option in (
        click.option("--editor", help="Who made edits that bear no mark yet (with --edits)."),
        click.option(
            "--edits",
            type=click.Path(path_type=Path),
            help="An earlier analysis (JSON) a coach has edited: carries the edits over.",
        ),
        click.option(
            "--answers",
            type=click.Path(path_type=Path),
            help="The candidate's answers (answers.yml).",
        ),
        click.option(
            "--today",
            type=click.DateTime(["%Y-%m-%d"]),
            help="The date to reckon from; default: the calendar's.",
        ),
        click.option(
            "--hours-per-week",
            type=click.FloatRange(1, 80),
            default=10.0,
            show_default=True,
            help="Hours for preparation.",
        ),
        click.option(
            "--interview-date",
            type=click.DateTime(["%Y-%m-%d"]),
            help="The date of the (first) interview.",
        ),
        click.option(
            "--level", type=click.Choice(LEVELS), help="The level, if the posting does not say it."
        ),
        click.option(
            "--role", type=click.Choice(ROLES), help="The role, if the posting does not say it."
        ),
        click.option("--company", help="The company, if the posting does not say it."),
    ):
        command = option(command)
    return command
