"""The only place that knows where ``templates/`` and ``skill_taxonomy/`` live.

In a wheel they are packaged inside ``report_gen/``; in a checkout (also an editable install,
where ``importlib.resources`` can't see them) they stand beside it. Each folder is recognised by
a marker file, so that an unrelated folder of the same name is never taken.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _find(name: str, marker: str) -> Path:
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if (folder / marker).is_file():
            return folder
    raise FileNotFoundError(f"{name}/{marker} is missing: the installation is incomplete")


def templates_dir() -> Path:
    """The folder with ``report.html.j2``, ``chapters/`` and ``assets/``."""
    return _find("templates", "report.html.j2")


def taxonomy_dir() -> Path:
    """The folder with the data packs (skills, roles, companies, questions, vocabulary)."""
    return _find("skill_taxonomy", "dimensions.yaml")
