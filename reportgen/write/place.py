"""Putting bytes on the disk: a reader sees the old file or the new one, never half of one."""

import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reportgen.model.errors import OutputError
from reportgen.write.site import digest_at
from reportgen.write.target import Target

_BESIDE_DATABASES = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file while it writes."""

_NO_FOLDER_SYNC = {errno.EINVAL, errno.EBADF, errno.EOPNOTSUPP, errno.ENOTSUP}
_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


Filler = Callable[[BinaryIO], object]
"""Writes a file piece by piece, from its start; it may go back in it."""


@contextmanager
def filled(target: Target, filler: Filler) -> Iterator[Path]:
    """Write a file beside the target, which lasts until the context is left if it is not moved."""
    make_folders(target.path.parent)
    part = part_of(target.path)
    lay(part, filler)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def made_beside(target: Target, maker: Callable[[Path], object]) -> Iterator[Path]:
    """Have a database written beside the target, which lasts until the context is left if it is not moved."""
    make_folders(target.path.parent)
    part = part_of(target.path)
    left = [part.with_name(f"{part.name}{more}") for more in ("", *_BESIDE_DATABASES)]
    try:
        for one in left:
            one.unlink(missing_ok=True)
        maker(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        yield part
    finally:
        for one in left:
            one.unlink(missing_ok=True)


def lay(part: Path, filler: Filler) -> None:
    """Write a file, so that it survives a power cut, or nothing."""
    try:
        with _begun(part) as file:
            filler(file)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _begun(part: Path) -> BinaryIO:
    """Begin a file; one that a crash left there goes."""
    try:
        return part.open("xb+")
    except FileExistsError:
        part.unlink(missing_ok=True)
        return part.open("xb+")


def move(part: Path, target: Target, *, before: str | None) -> None:
    """Move what was written beside the target to its place; replace only what has the digest ``before``.

    That its new name survives a power cut is for `sync_folder` to see to.
    """
    if before is None:
        _move_to_new(part, target.path)
    else:
        _move_over(part, target, before)
    part.unlink(missing_ok=True)


def part_of(path: Path) -> Path:
    """Name the file that is filled before it is moved: beside its target, hidden, the same after a crash."""
    return path.with_name(f".reportgen-{hashlib.sha256(path.name.encode()).hexdigest()[:16]}.part")


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, each of them lasting."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _move_to_new(part: Path, path: Path) -> None:
    """Move, and refuse to replace whatever appeared there meanwhile."""
    if sys.platform == "win32":
        part.rename(path)
        return
    try:
        os.link(part, path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        move_without_links(part, path)


def move_without_links(part: Path, path: Path) -> None:
    """Look, then move: at one stroke, and all that a USB stick's file system allows."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    part.rename(path)


def _move_over(part: Path, target: Target, before: str) -> None:
    part.chmod(stat.S_IMODE(target.path.lstat().st_mode))
    if digest_at(target.path) != before:
        raise OutputError([target.complain("file-changed-meanwhile")])
    part.replace(target.path)
