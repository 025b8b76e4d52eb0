"""Opening a finished report with the system's own program for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def show(path: Path) -> bool:
    """Ask the system to open ``path``; whether there was a program to ask. Nothing is waited for.

    Quiet where there is none (a server, a container): the report is made, and its path is known.
    """
    import subprocess

    asked = _asked(path.resolve())
    if not asked:
        return False
    try:
        subprocess.Popen(
            asked,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _asked(path: Path) -> list[str]:
    """The command line that opens it; empty where nothing can be shown."""
    from shutil import which

    if sys.platform == "win32":
        return ["explorer.exe", str(path)]
    if sys.platform == "darwin":
        return ["open", str(path)]
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return []
    opener = which("xdg-open")
    return [opener, str(path)] if opener else []
