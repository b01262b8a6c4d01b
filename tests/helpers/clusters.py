"""Dask clusters of the tests: a scheduler and workers on this machine, each a process of its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 60


@dataclass
class Cluster:
    """Processes that have their own folder, so that none finds what lies beside the data."""

    folder: Path
    address: str = ""
    scheduler: "subprocess.Popen[str] | None" = None
    workers: list["subprocess.Popen[str]"] = field(default_factory=list)

    def start(self, workers: int) -> None:
        """Start a scheduler, and workers that know it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        place = self.folder / "scheduler.json"
        options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place)]
        self.scheduler = self._run("scheduler", *options)
        self.address = _address(_waited(place))
        for _ in range(workers):
            self.add_worker()
        self.wait()

    def add_worker(self, **environment: str) -> "subprocess.Popen[str]":
        """Start a worker; nobody starts it again when it dies."""
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", str(PATIENCE)]
        worker = self._run("worker", self.address, *options, environment=environment)
        self.workers.append(worker)
        return worker

    def wait(self) -> None:
        """Wait until all workers are there that live."""
        from distributed import Client  # noqa: PLC0415  (few tests need it)

        if living := [one for one in self.workers if one.poll() is None]:
            with Client(self.address, set_as_default=False) as client:
                client.wait_for_workers(len(living), PATIENCE)

    def a_worker(self) -> str:
        """Give the address of one of the workers."""
        from distributed import Client  # noqa: PLC0415  (few tests need it)

        with Client(self.address, set_as_default=False) as client:
            return str(next(iter(client.nthreads())))

    def kill(self, process: "subprocess.Popen[str]") -> None:
        """Let a machine burn down: the process ends, and whatever it has started."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def end(self) -> None:
        """Let nothing live on."""
        for process in (*self.workers, self.scheduler):
            if process and process.poll() is None:
                self.kill(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, *arguments: str, environment: dict[str, str] | None = None) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
            cwd=self.folder, env={**os.environ, **(environment or {})}, text=True, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip


@contextmanager
def cluster_in(folder: Path, workers: int) -> Iterator[Cluster]:
    """Have a cluster for a while."""
    found = Cluster(folder)
    try:
        found.start(workers)
        yield found
    finally:
        found.end()


def _waited(file: Path) -> Path:
    end = time.monotonic() + PATIENCE  # noqa: TID251  (so that a test ends where none comes)
    while not (file.exists() and file.read_text(encoding="utf-8").strip().endswith("}")):
        assert time.monotonic() < end, "no scheduler came up"  # noqa: TID251
        time.sleep(0.05)  # noqa: TID251
    return file


def _address(file: Path) -> str:
    import json  # noqa: PLC0415

    found: str = json.loads(file.read_text(encoding="utf-8"))["address"]
    return found
