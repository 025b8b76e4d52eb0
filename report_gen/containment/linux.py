"""Doors of the Linux kernel that Python has no name for, called through the C library."""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import signal
import sys
from functools import lru_cache
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38

CLONE_NEWNET = 0x40000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWIPC = 0x08000000


def is_linux() -> bool:
    """Is this a Linux whose system calls we know (x86-64 or 64-bit ARM)?"""
    return sys.platform.startswith("linux") and platform.machine() in ("x86_64", "aarch64")


def thread_count() -> int:
    """Threads of this process, those that Python did not start included; 0 if unknown."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir())
    except OSError:
        return 0


def address_space() -> int:
    """Bytes of this process's address space, which its copies begin with; 0 if unknown."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def call(name: str, *arguments: object) -> int:
    """A function of the C library. Raises OSError with its errno when it returns -1."""
    result: int = getattr(_library(), name)(*arguments)
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def prctl(option: int, value: int, more: object = 0) -> None:
    """Raises OSError."""
    call("prctl", ctypes.c_int(option), ctypes.c_ulong(value), more, 0, 0)


def die_with_parent(parent: int) -> None:
    """The kernel ends this process when ``parent``, which made it, ends. Elsewhere: nothing."""
    if not is_linux():
        return
    with contextlib.suppress(OSError):
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before
        os._exit(0)


def syscall(number: int, *arguments: object) -> int:
    """Raises OSError."""
    return call("syscall", ctypes.c_long(number), *arguments)


def drop_capabilities() -> None:
    """Root, or the root of a user namespace, becomes a user without privileges. Raises OSError."""

    class Header(ctypes.Structure):
        _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))

    header = Header(0x20080522, 0)
    empty = (ctypes.c_uint32 * 6)()
    call("capset", ctypes.byref(header), ctypes.byref(empty))


def leave_the_network() -> str:
    """Into an empty network namespace; its name. Raises OSError where the host forbids it.

    Root needs no user namespace for it; others do. The process must have one thread.
    """
    try:
        call("unshare", ctypes.c_int(CLONE_NEWNET | CLONE_NEWIPC))
        return "network namespace"
    except OSError:
        call("unshare", ctypes.c_int(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC))
        return "network namespace in a user namespace"
