"""The runner that calls the risky stages in a limited child, and all others right here."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, TypeVar

from report_gen.containment import wire
from report_gen.containment.models import Verdict, Wall
from report_gen.containment.steps import CONTAINED, PRELOADED, Role
from report_gen.containment.template import OutputTooLargeError, Template, TemplateLostError
from report_gen.containment.verdicts import explain, host_is_short, host_killed, too_much
from report_gen.containment.workspace import Workspace
from report_gen.errors import UsageError
from report_gen.limits import DEFAULTS, Limits

P = ParamSpec("P")
T = TypeVar("T")

NEEDED = ("files", "network")
"""The walls without which a child is called unsandboxed. A namespace or the filter on system
calls makes the network's."""


class Containment:
    """A runner for ``report_gen.pipeline``: ``run(read_document, data, name)`` in a child.

    ``limits``: what a child may use. ``shared``: large values that stages are given again and
    again (the taxonomy): they are copied to the children's template once. ``refuse_unsandboxed``:
    raise UsageError (``no_sandbox``) where the host does not let us put up every wall.
    It may be called from several threads: each call has a child of its own, and templates are
    started as they are needed. Close it, or use it as a context manager.

    A call raises ReportGenError as the stage would, or with ``parse_time``, ``parse_memory``,
    ``parse_output``, ``parse_crash`` (``render_...``) for a child that hit a limit or fell;
    UsageError (``host_exhausted``, ``host_killed``) for what is the host's doing; and
    ``ContainedFaultError`` for a fault of ours, without any text of the document.
    """

    def __init__(
        self,
        limits: Limits = DEFAULTS,
        *,
        shared: Sequence[object] = (),
        refuse_unsandboxed: bool = False,
    ) -> None:
        self.limits, self.shared = limits, tuple(shared)
        self.refuse_unsandboxed = refuse_unsandboxed
        self.modules = dict(PRELOADED)
        self._latest = threading.local()
        self._workspace: Workspace | None = None
        self._idle: dict[Role, list[Template]] = {"parse": [], "render": []}
        self._guard = threading.Lock()
        self._closed = False

    def __call__(self, stage: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        role = CONTAINED.get(getattr(stage, "__name__", ""))
        if role is None:
            return stage(*args, **kwargs)
        return self.contain(role, stage, *args, **kwargs)

    def contain(self, role: Role, stage: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call any stage with a stated return type (JSON-able, or with a ``bytes`` field) in a
        child with this role's budget."""
        budget = self.limits.parse if role == "parse" else self.limits.render
        request = wire.Request(
            stage=stage, args=args, kwargs=kwargs, limits=self.limits, budget=budget
        )
        data = wire.pack_request(request, self.shared)
        template = self._take(role)
        try:
            verdict, answer = template.exchange(data)
        except OutputTooLargeError:
            template.close()
            raise too_much(role, "output", budget) from None
        except TemplateLostError:
            raise _lost(template) from None
        except BaseException:
            template.close()
            raise
        self._latest.verdict = verdict
        if error := explain(role, verdict, budget):
            template.close()  # half a request may be left in its pipe
            raise error
        self._give_back(role, template)
        try:
            value: T = wire.unpack_answer(stage, answer)
        except wire.TooMuchMemoryError:
            raise too_much(role, "memory", budget) from None
        return value

    @property
    def last(self) -> Verdict | None:
        """How the last child of this thread ended: seconds, CPU, peak memory."""
        return getattr(self._latest, "verdict", None)

    def start(
        self, role: Role, modules: Sequence[str] = (), shared: Sequence[object] = ()
    ) -> Containment:
        """Start a template now, so that it loads while others work.

        ``modules``: what it loads, if less than all that may be needed; ``shared``: as for the
        class, if it was not yet known then.
        """
        self.modules[role] = tuple(modules) or self.modules[role]
        self.shared = self.shared or tuple(shared)
        self._give_back(role, self._new(role))
        return self

    def walls(self) -> tuple[Wall, ...]:
        """Which walls stand around the children here."""
        template = self._take("parse", check=False)
        try:
            walls = template.greet()
        except TemplateLostError:
            raise _lost(template) from None
        self._give_back("parse", template)
        return walls

    def canary(self) -> AbstractContextManager[Path]:
        """A file of the caller's that no child may reach (for the self-test)."""
        with self._guard:
            return self._place().canary()

    def close(self) -> None:
        """End the templates and remove their folder."""
        with self._guard:
            self._closed = True
            idle = [template for kept in self._idle.values() for template in kept]
            self._idle = {"parse": [], "render": []}
            workspace, self._workspace = self._workspace, None
        for template in idle:
            template.close()
        if workspace:
            workspace.close()

    def __enter__(self) -> Containment:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        frames: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()

    def _take(self, role: Role, *, check: bool = True) -> Template:
        with self._guard:
            idle = self._idle[role]
            template = idle.pop() if idle else None
        template = template or self._new(role)
        if check and self.refuse_unsandboxed:
            try:
                missing = missing_walls(template.greet())
            except TemplateLostError:
                raise _lost(template) from None
            if missing:
                self._give_back(role, template)
                raise no_sandbox(missing)
        return template

    def _new(self, role: Role) -> Template:
        budget = self.limits.parse if role == "parse" else self.limits.render
        with self._guard:
            room = self._place().room()
            shared = self.shared if role == "parse" else ()
            try:
                return Template(self.modules[role], budget, room, shared)
            except OSError as error:
                raise host_is_short(error.strerror or type(error).__name__) from error

    def _place(self) -> Workspace:
        if self._workspace is None:
            self._workspace = Workspace()
        return self._workspace

    def _give_back(self, role: Role, template: Template) -> None:
        with self._guard:
            if not self._closed:
                self._idle[role].append(template)
                return
        template.close()


def _lost(template: Template) -> Exception:
    """Why a template is gone: the host's doing, or a fault of ours. It is closed."""
    killed = template.was_killed()
    template.close()
    if killed:
        return host_killed()
    return wire.ContainedFaultError("TemplateLost", [template.problem])


def no_sandbox(missing: Sequence[str]) -> UsageError:
    """What refuses work for others on such a host; ``missing`` as ``missing_walls`` returns it."""
    return UsageError(
        "no_sandbox",
        f"This host does not let us confine a reader: {'; '.join(missing)}.",
        "Run it where Landlock and seccomp are allowed (reportgen doctor shows them), "
        "or accept the risk with --allow-unsandboxed.",
    )


def missing_walls(walls: Sequence[Wall]) -> list[str]:
    """What is not confined, in words; empty where a child is sandboxed as meant."""
    stands = {wall.name for wall in walls if wall.stands}
    if "calls" in stands:
        stands.add("network")
    return [
        f"{wall.name} ({wall.detail})"
        for wall in walls
        if wall.name in NEEDED and wall.name not in stands
    ]
