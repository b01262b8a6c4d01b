"""Disks, rights, locks and registers that do not do what they should."""

import contextlib
import ctypes
import fcntl
import json
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportgen.papers.office import REGISTER
from reportgen.register import store
from tests.circumstances.machine import NOBODY, ROOT, Machine, replaced

_BIND, _DETACH = 4096, 2


def _server(machine: Machine) -> Iterator[None]:
    """Let a PostgreSQL server keep the register."""
    from tools.postgres import programs, server  # noqa: PLC0415  (an extra)

    if (found := programs()) is None:
        pytest.skip("no PostgreSQL here (Debian: apt-get install postgresql)")
    with server(found) as running:
        address = running.new_database("gallery")
        (machine.folder / "so-dang-ky.url").write_text(address, encoding="utf-8")
        yield


def _protected(machine: Machine, name: str) -> Iterator[None]:
    (machine.folder / name).chmod(0o444)
    yield


def _forbidden(machine: Machine, name: str, mode: int = 0) -> Iterator[None]:
    path = machine.folder / name
    path.chmod(mode)
    with _unprivileged(machine.folder):
        yield
    path.chmod(0o755)


def _read_only(machine: Machine, name: str) -> Iterator[None]:
    (machine.folder / name).mkdir(parents=True, exist_ok=True)
    yield from _forbidden(machine, name, 0o555)


@contextlib.contextmanager
def _unprivileged(folder: Path) -> Iterator[None]:
    """Be nobody for a while, if root: permissions mean nothing to root."""
    if not ROOT:
        yield
        return
    for path in folder.rglob("*"):
        os.chown(path, NOBODY, -1)
    for above in (folder, *folder.parents):
        if above.stat().st_mode & 0o001 == 0:
            above.chmod(0o711)
    os.chown(folder, NOBODY, -1)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def _full_disk(machine: Machine, name: str) -> Iterator[None]:
    """Mount a disk with room for a journal and no document."""
    (machine.folder / name).mkdir(parents=True)
    yield from _mounted(machine.folder / name, b"none", b"tmpfs", data=b"size=8k")


def _full_temporary_disk(machine: Machine, name: str) -> Iterator[None]:
    """Let programs put what they need for a while on such a disk."""
    machine.environment["TMPDIR"] = str(machine.folder / name)
    yield from _full_disk(machine, name)


def _failing_disk(machine: Machine, name: str) -> Iterator[None]:
    """Lay over a file one that the kernel can open and cannot read."""
    yield from _mounted(machine.folder / name, b"/proc/self/mem")


def _in_use(machine: Machine, name: str) -> Iterator[None]:
    """Mount a file over itself: the kernel does not let it be replaced."""
    yield from _mounted(machine.folder / name, bytes(machine.folder / name))


def _mounted(
    path: Path, source: bytes, sort: bytes | None = None, data: bytes | None = None
) -> Iterator[None]:
    """Mount a disk, or without a sort another file, where the machine lets us."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(source, bytes(path), sort, 0 if sort else _BIND, data) != 0:
        pytest.skip(f"nothing can be mounted here: {os.strerror(ctypes.get_errno())}")
    try:
        yield
    finally:
        libc.umount2(bytes(path), _DETACH)


def _small_files(_: Machine, size: str) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _busy(machine: Machine, name: str) -> Iterator[None]:
    """Hold the lock as another process does."""
    lock = machine.folder / name / ".reportgen" / "lock"
    lock.parent.mkdir(parents=True)
    lock.write_text(json.dumps({"pid": 4711, "host": "van-phong"}))
    os.utime(lock, (1_579_420_800, 1_579_420_800))
    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _no_locks(_: Machine) -> Iterator[None]:
    """Answer as the kernel does where a network disk knows no locks; none can be mounted in a test."""

    def refuse(*_: object) -> None:
        raise OSError(37, os.strerror(37))

    yield from replaced(fcntl, "flock", refuse)


def _meanwhile(action: Callable[[Path], object]) -> Callable[..., Iterator[None]]:
    """Let somebody do something at the instant when a finished document would be moved to its place."""

    def bring(machine: Machine, name: str) -> Iterator[None]:
        link = os.link

        def late(*arguments: object, **options: object) -> None:
            action(machine.folder / name)
            link(*arguments, **options)  # type: ignore[arg-type]  # handed on as they come

        yield from replaced(os, "link", late)

    return bring


def _in_register(machine: Machine, statements: str) -> Iterator[None]:
    """Let somebody who has a tool for databases write into the register, who takes its guards off first."""
    with contextlib.closing(sqlite3.connect(machine.folder / REGISTER)) as register, register:
        for guard in ("entries_stay", "entries_remain"):
            register.execute(f"DROP TRIGGER IF EXISTS {guard}")
        register.executescript(statements)
    yield


def _register_held(machine: Machine) -> Iterator[None]:
    """Let another program write into the register, and nobody wait for it."""
    with contextlib.closing(sqlite3.connect(machine.folder / REGISTER, isolation_level=None)) as register:
        register.execute("BEGIN IMMEDIATE")
        yield from replaced(store, "PATIENCE", 0)


DISKS: dict[str, Callable[..., Iterator[None]]] = {
    r"a PostgreSQL server keeps the register": _server,
    r"(\S+) is write-protected": _protected,
    r"(\S+) may not be read": _forbidden,
    r"(\S+) may not be written into": _read_only,
    r"(\S+) is a full disk": _full_disk,
    r"temporary files go to (\S+), a full disk": _full_temporary_disk,
    r"the disk fails under (\S+)": _failing_disk,
    r"the system holds (\S+)": _in_use,
    r"no file may be larger than (\d+) bytes": _small_files,
    r"another reportgen writes into (\S+)": _busy,
    r"the disk knows no locks": _no_locks,
    r"meanwhile somebody deletes (\S+)": _meanwhile(shutil.rmtree),
    r"meanwhile somebody saves (\S+)": _meanwhile(lambda path: path.write_text("by hand")),
    r"somebody does in the register: (.+)": _in_register,
    r"another program writes into the register": _register_held,
}
