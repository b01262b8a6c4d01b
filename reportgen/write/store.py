"""Stores that workers put papers into: a shared folder, or a bucket. Only this module knows fsspec."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, Protocol

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase
from reportgen.write.faults import faults_at
from reportgen.write.ground import blocked
from reportgen.write.place import make_folders, move, part_of, sync_folder
from reportgen.write.site import digest, digest_at
from reportgen.write.target import Target, target_in, unfit
from reportgen.write.together import refuse

FOLDER: Final = "file://"
_SECRET: Final = re.compile(r"KEY|SECRET|TOKEN|PASS|CREDENTIAL", re.IGNORECASE)
_SHORT: Final = 6


class Store(Protocol):
    """Where papers are put, each whole or not at all; every call raises OutputError where it cannot."""

    def target(self, name: PurePosixPath) -> Target:
        """Say how a paper is spoken of."""

    def digest(self, name: PurePosixPath) -> str | None:
        """Read what stands there, and digest it; nothing where nothing does."""

    def put(self, name: PurePosixPath, content: bytes, before: str | None) -> None:
        """Put a paper where nothing stands, or in the place of what has the digest ``before``."""

    def remove(self, name: PurePosixPath) -> None:
        """Take something away that is our own."""


def store_at(url: str) -> Store:
    """Reach a store, with what this process knows of the world.

    Raises:
        ImportError: the package is missing that speaks with such stores.

    """
    if url.startswith(FOLDER):
        return Share(Path(url.removeprefix(FOLDER)), url)
    import fsspec  # noqa: PLC0415  (an extra)

    files, root = fsspec.url_to_fs(url, use_listings_cache=False)
    return Bucket(files, str(root).rstrip("/"), url)


@dataclass(frozen=True, slots=True)
class Share:
    """A folder that all workers have; it must be there: one that is made could be of one worker only."""

    root: Path
    url: str

    def target(self, name: PurePosixPath) -> Target:
        """Say how a paper is spoken of."""
        target = target_in(self.root.resolve(), self.root, name)
        return Target(target.name, target.path, Origin(f"{self.url}/{target.name}"))

    def digest(self, name: PurePosixPath) -> str | None:
        """Read what stands there, and digest it."""
        target = self._sound(name)
        with faults_at(target):
            return digest_at(target.path)

    def put(self, name: PurePosixPath, content: bytes, before: str | None) -> None:
        """Write beside the target, then move.

        A worker that was given up may still be at it: both write the same bytes into the same file.
        """
        target = self._sound(name)
        part = part_of(target.path).with_suffix(f".{digest(content)[:32]}.part")
        with faults_at(target):
            make_folders(target.path.parent)
            try:
                _lay_over(part, content)
                move(part, target, before=before)
            finally:
                part.unlink(missing_ok=True)
            sync_folder(target.path.parent)

    def remove(self, name: PurePosixPath) -> None:
        """Take something away that is our own."""
        target = self._sound(name)
        with faults_at(target):
            target.path.unlink(missing_ok=True)

    def _sound(self, name: PurePosixPath) -> Target:
        target = self.target(name)
        with faults_at(target):
            if not self.root.is_dir():
                raise FileNotFoundError(2, os.strerror(2), str(self.root))
            refuse(unfit(target) or blocked(self.root.resolve(), target))
        return target


@dataclass(frozen=True, slots=True)
class Bucket:
    """A part of an object store, whose objects appear whole or not at all."""

    files: Any
    root: str
    url: str

    def target(self, name: PurePosixPath) -> Target:
        """Say how a paper is spoken of; it has no place on a disk."""
        target = target_in(Path(), Path(), name)
        return Target(target.name, target.path, Origin(f"{self.url}/{target.name}"))

    def digest(self, name: PurePosixPath) -> str | None:
        """Read what stands there, and digest it: what an object store says itself is no digest everywhere."""
        with self._asked(name) as path:
            try:
                return digest(self.files.cat_file(path))
            except FileNotFoundError:
                return None

    def put(self, name: PurePosixPath, content: bytes, before: str | None) -> None:
        """Put a paper; where nothing stood, the store itself refuses to replace what came meanwhile."""
        if before is not None and self.digest(name) != before:
            raise OutputError([self.target(name).complain("file-changed-meanwhile")])
        with self._asked(name) as path:
            try:
                self.files.pipe_file(path, content, mode="create" if before is None else "overwrite")
            except FileExistsError:
                raise OutputError([self.target(name).complain("file-changed-meanwhile")]) from None

    def remove(self, name: PurePosixPath) -> None:
        """Take something away that is our own."""
        with self._asked(name) as path:
            self.files.rm_file(path)

    @contextmanager
    def _asked(self, name: PurePosixPath) -> Iterator[str]:
        target = self.target(name)
        refuse(unfit(target))
        try:
            yield f"{self.root}/{target.name}"
        except OutputError:
            raise
        except Exception as error:
            raise OutputError([_failed(target, error)]) from error


def lacking(error: ImportError) -> str:
    """Name the package that is missing, as what asked for it does not always."""
    inner = error.__cause__ if isinstance(error.__cause__, ImportError) else error
    return phrase("{program} is not installed", program=inner.name or str(error))


def why_not(error: Exception) -> str:
    """Say in a line what the client of a store said, without anything that opens one."""
    said = " ".join(str(error).split()) or type(error).__name__
    for name, value in os.environ.items():
        if _SECRET.search(name) and len(value) >= _SHORT:
            said = said.replace(value, "…")
    return Foreign(said)


def _lay_over(part: Path, content: bytes) -> None:
    """Write a file, so that it survives a power cut, without cutting short what another worker writes."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, 0o666), "r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _failed(target: Target, error: Exception) -> Diagnostic:
    return target.complain("store-failed", why=why_not(error))
