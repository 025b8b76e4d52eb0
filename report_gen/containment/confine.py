"""Everything a template process gives up before it meets a document, and what was given up.

Linux: no_new_privs, an empty network namespace, no capabilities, Landlock. Each step is tried on
its own; what the host forbids is reported, never silently left out.
"""

from __future__ import annotations

import contextlib
import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from report_gen.containment import landlock, linux
from report_gen.containment.models import Wall
from report_gen.resources import taxonomy_dir, templates_dir

_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store")
_DEVICES = (
    "/dev/null",
    "/dev/urandom",
    "/usr/share/zoneinfo",
    "/etc/localtime",
    "/etc/ld.so.cache",
)
_FONTS = (
    "/etc/fonts",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/fontconfig",
    "/usr/X11R6/lib/X11/fonts",
    "/var/cache/fontconfig",
    "~/.fonts",
    "~/.config/fontconfig",
    "~/.cache/fontconfig",
    "~/.local/share/fonts",
)


def confine(workspace: Path) -> tuple[Wall, ...]:
    """Lock this process (which must have one thread); its children inherit the lock.

    Afterwards it may read code, packaged assets and fonts, write in ``workspace``, and nothing
    else. Returns what stands; raises nothing.
    """
    if not linux.is_linux():
        return (
            Wall(name="files", stands=False, detail="only Linux can confine files (Landlock)"),
            Wall(name="network", stands=False, detail="only Linux can take the network away"),
            Wall(name="privileges", stands=False, detail="only Linux has no_new_privs"),
        )
    places = readable()  # while our own user id still has a name
    network = _network()
    privileges = _privileges()
    return (_files(places, workspace), network, privileges)


def confine_tool(workspace: Path, program: Path, data: Iterable[Path]) -> tuple[Wall, ...]:
    """Lock a process that is about to become ``program``: it may read the system's libraries and
    ``data``, write in ``workspace``, start what it is, and nothing else."""
    if not linux.is_linux():
        return ()
    places = [Path(place) for place in _DEVICES]
    network, privileges = _network(), _privileges()
    loaders = [Path(place) for place in _LIBRARIES]
    try:
        version = landlock.restrict([*places, *data], (workspace,), [program, *loaders])
    except OSError as error:
        files = Wall(name="files", stands=False, detail=f"no Landlock: {error.strerror}")
    else:
        files = Wall(name="files", stands=True, detail=f"Landlock, version {version}")
    return (files, network, privileges)


def _network() -> Wall:
    try:
        return Wall(name="network", stands=True, detail=linux.leave_the_network())
    except OSError as error:
        return Wall(name="network", stands=False, detail=f"no namespace: {error.strerror}")


def _privileges() -> Wall:
    try:
        with contextlib.suppress(OSError):
            linux.drop_capabilities()
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
        linux.prctl(linux.PR_SET_DUMPABLE, 0)
    except OSError as error:
        return Wall(name="privileges", stands=False, detail=error.strerror or "refused")
    return Wall(name="privileges", stands=True, detail="no_new_privs, no capabilities, no dumps")


def _files(places: tuple[Path, ...], workspace: Path) -> Wall:
    try:
        version = landlock.restrict(places, (workspace,))
    except OSError as error:
        return Wall(name="files", stands=False, detail=f"no Landlock: {error.strerror}")
    return Wall(name="files", stands=True, detail=f"Landlock, version {version}")


def readable() -> tuple[Path, ...]:
    """Folders with code, packaged assets, native libraries and fonts; nothing of a user's."""
    code = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    with contextlib.suppress(AttributeError, OSError):
        code.update(site.getsitepackages())
        if site.ENABLE_USER_SITE:
            code.add(site.getusersitepackages())
    # A .pth file may lay another environment's packages beside ours.
    code.update(p for p in sys.path if Path(p).name in ("site-packages", "dist-packages"))
    own = (Path(__file__).resolve().parent.parent, templates_dir(), taxonomy_dir())
    places = [Path(p) for p in sorted(filter(None, code))] + list(own)
    places += [Path(p) for p in (*_LIBRARIES, *_DEVICES)]
    home = Path(os.environ.get("HOME") or "/nonexistent")
    places += [home / p[2:] if p.startswith("~/") else Path(p) for p in _FONTS]
    data = os.environ.get("XDG_DATA_HOME")
    return (*places, Path(data) / "fonts") if data else tuple(places)
