"""Files that are asked for with every paper of a batch: read again only where they may have been edited."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

_FRESH: Final = 2_000_000_000
"""Nanoseconds: a file this young may be written again within one tick of its disk's clock."""

_MOST_KNOWN: Final = 256

Signature = tuple[int, ...] | None

_What = TypeVar("_What")


@dataclass(frozen=True, slots=True)
class Kept(Generic[_What]):
    """What was made of files, each by the states that they were in: it is made once."""

    known: dict[Any, tuple[Sequence[Signature], _What]] = field(default_factory=dict)

    def get(self, key: Any, paths: Sequence[Path], make: Callable[[], _What]) -> _What:
        """Give what is made of some files, or was while they said the same."""
        states = [signature_of(path) for path in paths]
        found = self.known.get(key)
        if found and found[0] == states and () not in states:
            return found[1]
        made = make()
        if len(self.known) >= _MOST_KNOWN:
            self.known.clear()
        self.known[key] = states, made
        return made


_CONTENTS: Final[Kept[bytes | None]] = Kept()


def content_of(path: Path) -> bytes | None:
    """Give what a file says now; nothing where there is none."""
    return _CONTENTS.get(path, [path], lambda: _content(path))


def signature_of(path: Path) -> Signature:
    """Tell one state of a file from another without reading it; nothing known where it was just edited."""
    try:
        found = os.stat(path)  # noqa: PTH116  # for every paper, several times
    except (OSError, ValueError):
        return None
    young = time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _FRESH
    return () if young else (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
