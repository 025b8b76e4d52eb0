"""How a child ended -> what the person is told, and what they can do."""

from __future__ import annotations

from report_gen.containment.models import Verdict
from report_gen.containment.steps import Role
from report_gen.errors import ReportGenError, UnreadableError, UsageError
from report_gen.limits import Budget

_DOCUMENT = {
    "time": (
        "The document took longer than {cpu} s to read.",
        "Open it in a viewer and print it to a new PDF, or keep only the pages that matter.",
    ),
    "memory": (
        "The document needs more than {memory} MB to read.",
        "Open it in a viewer and print it to a new PDF, or keep only the pages that matter.",
    ),
    "output": (
        "The document holds more than {output} MB of text and marks.",
        "Keep the pages that matter and leave out the rest.",
    ),
    "crash": (
        "The document made its reader stop ({how}).",
        "It is damaged or made to do harm: open it in a viewer and print it to a new PDF.",
    ),
}
_REPORT = {
    "time": (
        "The report took longer than {cpu} s to lay out.",
        "Shorten the resume or the job description, or ask for --edition brief.",
    ),
    "memory": (
        "The report needs more than {memory} MB to lay out.",
        "Shorten the resume or the job description, or ask for --edition brief.",
    ),
    "output": (
        "The report would be larger than {output} MB.",
        "Shorten the resume or the job description, or ask for --edition brief.",
    ),
    "crash": (
        "The layout of the report stopped ({how}).",
        "Try --format html; if that works, please report it: reportgen doctor says what is installed.",
    ),
}


def too_much(role: Role, kind: str, budget: Budget, how: str = "") -> UnreadableError:
    """``parse_time``, ``render_memory`` and so on; ``kind``: time, memory, output or crash."""
    message, remedy = (_DOCUMENT if role == "parse" else _REPORT)[kind]
    values = {
        "cpu": budget.cpu,
        "memory": budget.memory // 1_000_000,
        "output": budget.output // 1_000_000,
        "how": how,
    }
    remedy += "" if kind == "crash" else f" The limit is {role}_{_SETTING[kind]}."
    return UnreadableError(f"{role}_{kind}", message.format(**values), remedy)


_SETTING = {"time": "cpu", "memory": "memory", "output": "output"}


def explain(role: Role, verdict: Verdict, budget: Budget) -> ReportGenError | None:
    """The error for a child that did not answer; None if it did."""
    if verdict.end == "done":
        return None
    if verdict.end == "host":
        return host_is_short()
    if verdict.end == "time" or verdict.cpu >= budget.cpu:
        return too_much(role, "time", budget)
    if verdict.end == "memory" or (verdict.signal and verdict.peak > 0.8 * budget.memory):
        return too_much(role, "memory", budget)
    how = f"signal {verdict.signal}" if verdict.signal else "without an answer"
    return too_much(role, "crash", budget, how)


def host_is_short(why: str = "") -> UsageError:
    """Nothing is wrong with the document: the system starts no further process for us."""
    return UsageError(
        "host_exhausted",
        "This system does not let us start another process" + (f": {why}." if why else "."),
        "End other programs, or raise the limits on processes, open files and memory "
        "(ulimit -u, -n, -v; in a container its own), and run it again.",
    )


def host_killed() -> UsageError:
    """Our own process was killed from outside, before or beside the document's child."""
    return UsageError(
        "host_killed",
        "The system killed a process of ours (signal 9), most likely for want of memory.",
        "Free some memory, or run fewer at a time, and run it again.",
    )
