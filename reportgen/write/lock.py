"""One build at a time per folder: a lock that dies with its holder."""

import datetime as dt
import errno
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.local_time import VIETNAM
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase

_PAUSE = 0.02
_HELD = {errno.EAGAIN, errno.EACCES}

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Windows bars everybody from reading what is locked: lock a byte beyond the text

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _give_back(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_back(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@dataclass(frozen=True, slots=True)
class Lock:
    """The right to write into a folder."""

    path: Path
    descriptor: int

    def holds(self) -> bool:
        """Tell whether the folder still is the one that was locked."""
        try:
            return os.path.samestat(os.fstat(self.descriptor), self.path.stat())
        except (FileNotFoundError, NotADirectoryError):
            return False


@contextmanager
def hold(path: Path, origin: Origin) -> Iterator[Lock]:
    """Take the lock or say at once who has it; the system gives it back when its holder dies."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        _take_or_tell(descriptor, origin)
        try:
            _sign(descriptor, {"pid": os.getpid(), "host": socket.gethostname()})
            yield Lock(path, descriptor)
        finally:
            os.ftruncate(descriptor, 0)
            _give_back(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def wait_and_hold(path: Path, origin: Origin, seconds: float) -> Iterator[Lock]:
    """Take the lock when its holder is done; after so many seconds say who has it."""
    deadline = time.monotonic() + seconds
    with ExitStack() as stack:
        while True:
            try:
                lock = stack.enter_context(hold(path, origin))
                break
            except OutputError as error:
                if time.monotonic() > deadline or error.diagnostics[0].code != "folder-busy":
                    raise
            time.sleep(_PAUSE)
        yield lock


def _take_or_tell(descriptor: int, origin: Origin) -> None:
    try:
        _take(descriptor)
    except OSError as error:
        if error.errno in _HELD:
            raise OutputError([report("folder-busy", origin, holder=_holder(descriptor))]) from error
        raise OutputError(
            [report("folder-cannot-lock", origin, why=Foreign(str(error.strerror).lower()))]
        ) from error


def _sign(descriptor: int, holder: dict[str, object]) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(holder).encode())


def _holder(descriptor: int) -> str:
    """Say who wrote the lock file and when; it is empty for the instant before its holder has signed."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    since = dt.datetime.fromtimestamp(os.fstat(descriptor).st_mtime, tz=VIETNAM)
    try:
        holder = json.loads(os.read(descriptor, 1000))
    except ValueError:
        return phrase("it has only just begun")
    return phrase(
        "process {pid} on {host}, since {since}",
        pid=str(holder["pid"]), host=holder["host"], since=f"{since:%H:%M:%S %d/%m/%Y}",
    )  # fmt: skip
