"""Every error a user can fix: what is wrong, where, what to do, and the exit code that says so.

Three kinds of trouble exist in this project. What the user can fix is raised as one of the
classes below. What was only partly understood is not an error but a ``Note`` that travels with
the result and reaches the report. Anything else is our bug and ends in a traceback (exit 1).
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line returns; the README's table is tested against this."""

    OK = 0
    BUG = 1
    USAGE = 2
    UNREADABLE = 3
    NOT_UNDERSTOOD = 4
    CANNOT_WRITE = 5
    INTERRUPTED = 130


class ReportGenError(Exception):
    """Something the user can fix.

    ``code`` is a stable, machine-readable name in lower_snake_case, ``message`` says what is
    wrong and where, ``remedy`` what to do about it. Neither quotes the contents of a resume.
    """

    exit_code: ExitCode = ExitCode.USAGE

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.code = code
        self.message = message
        self.remedy = remedy


class UsageError(ReportGenError):
    """Wrong arguments or options (exit 2)."""

    exit_code = ExitCode.USAGE


class UnreadableError(ReportGenError):
    """The input can't be read: damaged, encrypted, wrong type, too large, no text (exit 3)."""

    exit_code = ExitCode.UNREADABLE


class NotUnderstoodError(ReportGenError):
    """The input was read, but too little of it was understood to report honestly (exit 4)."""

    exit_code = ExitCode.NOT_UNDERSTOOD


class CannotWriteError(ReportGenError):
    """The output can't be written; an existing file is left as it was (exit 5)."""

    exit_code = ExitCode.CANNOT_WRITE
