"""What an operator wrote -> Brand. All mistakes come at once, each with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from report_gen.branding.templates import read_templates
from report_gen.branding.theme import read_theme
from report_gen.errors import UsageError
from report_gen.rendering.brand import PLAIN, Brand

_SHOWN = 30


def read_brand(theme: Path | None = None, templates: Path | None = None) -> Brand:
    """A theme file, a folder of templates, both or none -> Brand (ours for none).

    Raises UsageError (``bad_theme``, ``bad_templates``) with every mistake, its file and line,
    and UnreadableError for a file that can't be opened.
    """
    problems: list[str] = []
    brand = read_theme(theme, problems) if theme else PLAIN
    _refuse(
        "bad_theme", problems, "The theme can't be used", "README.md, Your brand, lists its keys."
    )
    texts: Mapping[str, str] = read_templates(templates, problems) if templates else {}
    _refuse(
        "bad_templates",
        problems,
        "The templates can't be used",
        "Correct them, or take a file out of the folder: ours is used then.",
    )
    return brand.with_templates(texts)


def _refuse(code: str, problems: list[str], what: str, remedy: str) -> None:
    if not problems:
        return
    shown = problems[:_SHOWN]
    if len(problems) > len(shown):
        shown.append(f"... and {len(problems) - len(shown)} more.")
    raise UsageError(code, f"{what}:\n" + "\n".join(shown), remedy)
