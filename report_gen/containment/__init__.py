"""Stage 0, around the others: whatever touches a stranger's document runs in a limited child."""

from report_gen.containment.models import Verdict, Wall
from report_gen.containment.runner import Containment, missing_walls, no_sandbox
from report_gen.containment.selftest import self_test
from report_gen.containment.steps import modules_for
from report_gen.containment.wire import ContainedFaultError

__all__ = [
    "ContainedFaultError",
    "Containment",
    "Verdict",
    "Wall",
    "missing_walls",
    "modules_for",
    "no_sandbox",
    "self_test",
]
