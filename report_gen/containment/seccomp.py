"""A filter on system calls: no sockets, no new programs or processes, no signals to others.

It works where namespaces are forbidden. It is a list of what is denied (with EPERM), not of what
is allowed: a second wall behind Landlock and the namespace, not a jail of its own.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform

from report_gen.containment.linux import PR_SET_SECCOMP, prctl

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# name: (x86-64, 64-bit ARM); None where that machine does not have the call.
_DENIED: dict[str, tuple[int | None, int | None]] = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "accept": (43, 202),
    "accept4": (288, 242),
    "bind": (49, 200),
    "listen": (50, 201),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "recvmsg": (47, 212),
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "memfd_create": (319, 279),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "personality": (135, 92),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "quotactl": (179, 60),
    "swapon": (167, 224),
    "reboot": (169, 142),
}
_CLONE, _CLONE3 = (56, 220), (435, 435)
_TGKILL = (234, 131)
_PRLIMIT = (302, 261)
_X32 = 0x40000000

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_EPERM, _ENOSYS = 0x00050000 | 1, 0x00050000 | 38
_ANY_BIT, _OF_A_THREAD = 0x45, 0x10000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("instructions", ctypes.POINTER(_Instruction)))


def can_install() -> str:
    """ "" if the kernel takes such filters, else why not."""
    if platform.machine() not in _ARCHITECTURES:
        return f"no list of system calls for {platform.machine()}"
    try:
        prctl(PR_SET_SECCOMP, 2, None)  # a filter at address 0 is EFAULT where filters exist
    except OSError as error:
        return "" if error.errno == errno.EFAULT else f"no seccomp: {error.strerror}"
    return ""


def install() -> None:
    """For this process, for good. Raises OSError. Needs no_new_privs.

    The process may still end itself by a signal (an assertion of a native library does).
    """
    machine = platform.machine()
    column = 0 if machine == "x86_64" else 1
    rows = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, _ARCHITECTURES[machine]),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
    ]
    if column == 0:  # the 32-bit variant of the calls would slip past the numbers
        rows += [(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _KILL)]
    for numbers in _DENIED.values():
        if (number := numbers[column]) is not None:
            rows += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _EPERM)]
    # Threads may be made (the text engine looks up fonts in one), processes not. The newer call
    # hides its flags from a filter: it does not exist, and the C library takes the older one.
    rows += [(_EQUAL, 0, 1, _CLONE3[column]), (_RETURN, 0, 0, _ENOSYS)]
    rows += _only_if_first(_CLONE[column], _OF_A_THREAD, _ANY_BIT)
    rows += _only_if_first(_TGKILL[column], os.getpid())
    rows += _only_if_first(_PRLIMIT[column], 0)  # 0: one's own limits, which can't be raised
    rows.append((_RETURN, 0, 0, _ALLOW))
    array = (_Instruction * len(rows))(*(_Instruction(*row) for row in rows))
    program = _Program(len(rows), array)
    prctl(PR_SET_SECCOMP, 2, ctypes.byref(program))


def _only_if_first(number: int, value: int, test: int = _EQUAL) -> list[tuple[int, int, int, int]]:
    """The call is denied unless its first argument is ``value`` (or has its bit)."""
    return [
        (_EQUAL, 0, 3, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (test, 1, 0, value),
        (_RETURN, 0, 0, _EPERM),
        (_LOAD, 0, 0, _NUMBER),
    ]
