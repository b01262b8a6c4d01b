"""A PostgreSQL server to try things out with, in a folder under /tmp, reached by nobody else."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PLACES: Final = ("usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql*/bin", "usr/pgsql-*/bin")
_QUICK: Final = "-c fsync=off -c listen_addresses='' -c max_connections=40"


def programs() -> Path | None:
    """Find the programs of a server; Debian keeps them off the path."""
    beside = shutil.which("initdb")
    found = [Path(beside).parent] if beside else []
    found += [one for place in _PLACES for one in sorted(Path("/").glob(place))]
    whole = [one for one in found if all((one / name).exists() for name in ("initdb", "pg_ctl", "createdb"))]
    return whole[-1] if whole else None


@dataclass(frozen=True)
class Server:
    """A server that runs, and the folder of its socket."""

    folder: Path
    bin: Path

    def new_database(self, name: str) -> str:
        """Make a database; give its address."""
        self.run("createdb", "-h", str(self.folder), "-U", "so", name)
        return f"postgresql:///{name}?host={self.folder}&user=so"

    def run(self, program: str, *words: str) -> None:
        """Run one of its programs, never as the administrator, which it refuses."""
        user = _nobody() if os.geteuid() == 0 else None
        subprocess.run([self.bin / program, *words], check=True, user=user, capture_output=True, cwd="/")


def _nobody() -> int:
    return pwd.getpwnam("nobody").pw_uid


@contextmanager
def server(bin_: Path | None) -> Iterator[Server]:
    """Run a server until the context is left."""
    if bin_ is None:
        raise LookupError("no PostgreSQL here (Debian: apt-get install postgresql)")
    with tempfile.TemporaryDirectory(prefix="so", dir="/tmp") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            os.chown(folder, _nobody(), -1)
        running = Server(folder, bin_)
        data = str(folder / "data")
        running.run("initdb", "-D", data, "-U", "so", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C")
        log = str(folder / "log")
        running.run(
            "pg_ctl", "-D", data, "-w", "-t", "120", "-l", log, "-o", f"{_QUICK} -k {folder}", "start"
        )
        try:
            yield running
        finally:
            running.run("pg_ctl", "-D", data, "-m", "immediate", "stop")
