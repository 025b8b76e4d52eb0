"""A PostgreSQL server of our own on loopback, as an ordinary user, in a temporary folder."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path


def binaries() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``, where Debian or the PATH has them."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").is_file():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found and shutil.which("pg_ctl") else None


class Server:
    """Started by ``start``; ``url`` is what ``--database-url`` takes."""

    def __init__(self, folder: Path) -> None:
        found = binaries()
        assert found is not None
        self._bin = found
        self._data = folder / "data"
        self._folder = folder
        # The server refuses to run as root.
        self._user = "nobody" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"postgresql://reportgen@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Make a cluster and start it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if os.getuid() == 0:
            shutil.chown(self._folder, self._user)
            for parent in self._folder.parents:  # pytest's folders are private to their owner
                if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
                    parent.chmod(parent.stat().st_mode | 0o011)
        self._run("initdb", "-D", self._data, "-A", "trust", "-U", "reportgen", "-E", "UTF8", "--no-sync")  # fmt: skip
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder} -c max_connections=200"
        (self._data / "postgresql.auto.conf").write_text("", encoding="ascii")
        if os.getuid() == 0:
            shutil.chown(self._data / "postgresql.auto.conf", self._user)
        self._options = options
        self._run("pg_ctl", "-D", self._data, "-w", "-o", options, "-l", self._folder / "log", "start")  # fmt: skip

    def restart(self) -> None:
        """As after a crash: no waiting for anybody."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", "immediate", "-o", self._options, "-l", self._folder / "log", "restart")  # fmt: skip

    def stop(self) -> None:
        """End it; a busy machine may take longer than pg_ctl waits."""
        with contextlib.suppress(subprocess.SubprocessError):
            self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def _run(self, name: str, *arguments: str | Path) -> None:
        user = {"user": self._user} if os.getuid() == 0 else {}
        subprocess.run(
            [self._bin / name, *arguments], check=True, cwd=self._folder, timeout=60,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user,
        )  # fmt: skip
