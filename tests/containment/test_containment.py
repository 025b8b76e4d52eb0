"""A child that misbehaves ends in a typed error, harms nobody, and the next call works."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from report_gen.containment import (
    ContainedFaultError,
    Containment,
    landlock,
    missing_walls,
    seccomp,
    self_test,
    template,
    workspace,
)
from report_gen.errors import ExitCode, NotUnderstoodError, ReportGenError, UsageError
from report_gen.limits import Limits
from tests.conftest import PEOPLE, ROOT
from tests.containment import stages

LIMITS = Limits(parse_cpu=1, parse_wall=5, parse_memory=3_000_000_000, parse_output=1_000_000)


@pytest.fixture(scope="module", params=["copied", "started"])
def child(request: pytest.FixtureRequest) -> Iterator[Containment]:
    """Both ways to a template: a copy of this process, and a new Python."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(template, "_can_be_copied", lambda budget: request.param == "copied")
        with Containment(LIMITS) as containment:
            containment.modules["parse"] = ("tests.containment.stages", "pydantic")
            yield containment


def test_values_and_files_come_back(child: Containment) -> None:
    assert child.contain("parse", stages.double, 21) == 42
    made = child.contain("parse", stages.make, bytes(range(256)))
    assert made == stages.Made(data=bytes(range(256))[::-1], pages=3, words=("a", "b"))


@pytest.mark.parametrize(
    ("stage", "argument", "code"),
    [
        (stages.loop, stages.SECRET, "parse_time"),
        (stages.eat, 4_000_000_000, "parse_memory"),
        (stages.shout, 3_000_000, "parse_output"),
        (stages.abort, None, "parse_crash"),
        (stages.leave, None, None),
    ],
)
def test_a_child_over_its_limit_ends_in_a_typed_error(child, stage, argument, code) -> None:
    arguments = () if argument is None else (argument,)
    if code is None:
        with pytest.raises(ContainedFaultError):
            child.contain("parse", stage, *arguments)
    else:
        with pytest.raises(ReportGenError) as caught:
            child.contain("parse", stage, *arguments)
        assert caught.value.code == code
        assert caught.value.remedy
    assert child.contain("parse", stages.double, 1) == 2


def test_a_child_that_sleeps_is_ended_by_the_clock() -> None:
    with Containment(Limits(parse_wall=1)) as containment:
        containment.modules["parse"] = ("tests.containment.stages",)
        began = time.monotonic()
        with pytest.raises(ReportGenError) as caught:
            containment.contain("parse", stages.sleep, 60.0)
        assert caught.value.code == "parse_time"
        assert time.monotonic() - began < 50


def test_errors_cross_with_their_class_and_no_control_characters(child: Containment) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        child.contain("parse", stages.refuse)
    assert (caught.value.code, caught.value.message) == ("odd", "It is odd.[31m")


def test_a_fault_tells_where_but_not_what(child: Containment) -> None:
    with pytest.raises(ContainedFaultError) as caught:
        child.contain("parse", stages.fail, stages.SECRET)
    assert caught.value.kind == "ValueError"
    text = "\n".join(caught.value.frames)
    assert "stages.py" in text
    assert "Okafor" not in text + str(caught.value)


@pytest.mark.parametrize("stage", [stages.wrong_type, stages.lie])
def test_an_answer_of_another_type_is_a_fault_and_never_run(child, stage) -> None:
    with pytest.raises((ContainedFaultError, ReportGenError)):
        child.contain("parse", stage)
    assert stages.MARK not in os.environ
    assert child.contain("parse", stages.double, 2) == 4


def test_nothing_of_one_document_is_left_for_the_next(child: Containment) -> None:
    assert child.contain("parse", stages.remember, "one") == ["one"]
    assert child.contain("parse", stages.remember, "two") == ["two"]


def test_deep_recursion_is_our_fault_not_a_crash(child: Containment) -> None:
    with pytest.raises(ContainedFaultError) as caught:
        child.contain("parse", stages.recurse, 0)
    assert caught.value.kind == "RecursionError"


def test_shared_values_are_not_sent_again() -> None:
    words = {"word": [str(n) for n in range(1000)]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(template, "_can_be_copied", lambda budget: True)
        with Containment(shared=(words,)) as containment:
            containment.modules["parse"] = ("tests.containment.stages",)
            assert containment.contain("parse", stages.identity, words) == id(words)


def test_several_threads_have_children_of_their_own(child: Containment) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda n: child.contain("parse", stages.double, n), range(12)))
    assert found == [2 * n for n in range(12)]


linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux' walls")


@linux_only
def test_every_attempt_to_get_out_fails_where_every_wall_stands(child: Containment) -> None:
    walls = child.walls()
    if not all(wall.stands for wall in walls):
        pytest.skip(f"this host: {walls}")
    assert [wall for wall in self_test(child) if not wall.stands] == []


@linux_only
def test_the_self_test_can_fail() -> None:
    """Outside a child every attempt succeeds, but for the memory."""
    from report_gen.containment.selftest import attempt

    found = attempt(str(ROOT / "README.md"), str(Path.home()), os.getppid())
    assert [name for name, stopped in found.items() if not stopped][:2] == ["read", "write"]


@linux_only
def test_without_its_walls_a_careful_caller_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object) -> int:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(template, "_can_be_copied", lambda budget: True)
    monkeypatch.setattr(landlock, "restrict", forbidden)
    with Containment(refuse_unsandboxed=True) as containment:
        containment.modules["parse"] = ("tests.containment.stages",)
        with pytest.raises(UsageError) as caught:
            containment.contain("parse", stages.double, 1)
        assert caught.value.code == "no_sandbox"
        assert "--allow-unsandboxed" in caught.value.remedy
        assert missing_walls(containment.walls())
        containment.refuse_unsandboxed = False
        assert containment.contain("parse", stages.double, 1) == 2


@linux_only
def test_the_filter_alone_keeps_the_network_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on hosts that forbid namespaces."""
    from report_gen.containment import linux

    if seccomp.can_install():
        pytest.skip("no filters here")

    def forbidden() -> str:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(template, "_can_be_copied", lambda budget: True)
    monkeypatch.setattr(linux, "leave_the_network", forbidden)
    with Containment(refuse_unsandboxed=True) as containment:
        containment.modules["parse"] = ("tests.containment.stages",)
        found = {wall.name: wall.stands for wall in self_test(containment)}
        assert found["connect"]
        assert found["send"]


def test_a_real_document_reads_the_same_in_a_child() -> None:
    from report_gen.reading import read_document

    data = (PEOPLE / "mira-okafor.pdf").read_bytes()
    with Containment() as containment:
        assert containment(read_document, data, "cv.pdf") == read_document(data, "cv.pdf")


def test_after_a_kill_no_process_stays_and_the_next_start_cleans_up(tmp_path: Path) -> None:
    program = (
        "import sys; from report_gen.containment import Containment\n"
        "from tests.containment import stages\n"
        "run = Containment(); run.modules['parse'] = ('tests.containment.stages',)\n"
        "print(run.contain('parse', stages.double, 1), flush=True)\n"
        "run.contain('parse', stages.sleep, 100.0)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    process = subprocess.Popen([sys.executable, "-c", program], env=env, stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    time.sleep(0.3)
    family = _family(process.pid)
    assert family
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = list(tmp_path.iterdir())
    assert [path.stat().st_mode & 0o777 for path in left] == [0o700]
    until = time.monotonic() + 20
    while (alive := [pid for pid in family if _is_alive(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    process.stdout.close()
    assert not alive
    subprocess.run(
        [
            sys.executable,
            "-c",
            "from report_gen.containment.workspace import sweep; print(sweep())",
        ],
        env=env,
        check=True,
    )
    assert not list(tmp_path.iterdir())


def _family(pid: int) -> list[int]:
    """All descendants of a process."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for word in task.read_text().split():
            found += [int(word), *_family(int(word))]
    return found


def _is_alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_a_folder_in_use_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace.tempfile, "tempdir", str(tmp_path))
    used = workspace.Workspace()
    assert workspace.sweep() == 0
    assert used.path.is_dir()
    used.close()
    assert not list(tmp_path.iterdir())


LITTLE = """
import resource, sys
from report_gen.containment import Containment
from report_gen.errors import ReportGenError
from tests.containment import stages
kind, number, early = getattr(resource, sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "early"
def squeeze():
    resource.setrlimit(kind, (number, number))
child = Containment()
child.modules["parse"] = ("tests.containment.stages",)
try:
    if early:
        squeeze()
    else:
        child.start("parse").walls()
        import os
        os.kill(child._idle["parse"][0].process or child._idle["parse"][0].starter.pid, 9)
    child.contain("parse", stages.double, 1)
except ReportGenError as error:
    print(error.code)
"""


@linux_only
@pytest.mark.parametrize(
    ("squeezed", "code"),
    [("RLIMIT_NOFILE 4 early", "host_exhausted"), ("RLIMIT_NOFILE 4 late", "host_killed")],
)
def test_what_the_host_does_is_not_called_a_fault_of_ours(squeezed: str, code: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", LITTLE, *squeezed.split()], cwd=ROOT, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert result.stdout == f"{code}\n", result.stderr


def test_a_host_short_of_files_is_told_wherever_it_shows() -> None:
    from report_gen.terminal import last_words

    code, said = last_words(OSError(errno.EMFILE, "Too many open files"))
    assert code == ExitCode.USAGE
    assert "Too many open files" in said
    assert "ulimit -u, -n" in said
    assert last_words(OSError(errno.EPIPE, "x"))[0] == ExitCode.BUG
