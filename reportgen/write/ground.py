"""The way from a folder to the documents in it: of those written together, folders are looked at once."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.model.diagnostics import Diagnostic
from reportgen.write.site import mode_of, sort_of
from reportgen.write.target import Target

_EFFECTIVE = os.access in os.supports_effective_ids

_Why = tuple[str, Mapping[str, object]]
"""What is told of every document that goes one way: a code, and values."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How far down there is something, whether it can be written there, and what bars the way."""

    last: Path
    whole: bool
    open: bool
    why: _Why | None


class Ground:
    """The folders below a root as they are at this moment; whoever writes later looks again."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._ways: dict[tuple[str, ...], _Way] = {}

    def blocked(self, target: Target) -> Diagnostic | None:
        """Find what keeps a document from being a file in here: links, files and folders in the way."""
        way = self._way(target)
        if way.why:
            code, values = way.why
            return target.complain(code, **values)
        there = mode_of(target.path) if way.whole else None
        if there is None or stat.S_ISREG(there):
            return None
        return target.complain("target-not-a-file", what=sort_of(there))

    def protected(self, target: Target) -> Diagnostic | None:
        """Find who keeps a document from being written: the folder's owner, the file's, or an open Word."""
        way = self._way(target)
        if not way.open:
            return target.complain("folder-write-protected", folder=way.last)
        if not way.whole or (mode := mode_of(target.path)) is None:
            return None
        if not mode & stat.S_IWUSR:
            return target.complain("file-write-protected")
        for program, lock in _owner_files(target.path.name):
            if os.path.lexists(target.path.parent / lock):
                return target.complain("file-open-elsewhere", program=program, lock=lock)
        return None

    def _way(self, target: Target) -> _Way:
        folders = target.name.parts[:-1]
        if folders not in self._ways:
            self._ways[folders] = self._look(folders)
        return self._ways[folders]

    def _look(self, folders: tuple[str, ...]) -> _Way:
        there = [*_there(self._root, folders)]
        last = there[-1] if there else self._root
        writable = os.access(last, os.W_OK | os.X_OK, effective_ids=_EFFECTIVE)
        why = next((why for folder in there if (why := self._bars(folder))), None)
        return _Way(last, len(there) == len(folders), writable, why)

    def _bars(self, folder: Path) -> _Why | None:
        if stat.S_ISDIR(mode_of(folder) or 0):  # no link, and so where it seems to be
            return None
        if not folder.is_dir():
            shown, what = folder.relative_to(self._root).as_posix(), sort_of(folder.lstat().st_mode)
            return "file-in-the-way", {"folder": shown, "what": what}
        if not (real := folder.resolve()).is_relative_to(self._root):
            return "target-outside", {"where": real}
        return None


def blocked(root: Path, target: Target) -> Diagnostic | None:
    """Find what keeps one document from being a file inside a folder."""
    return Ground(root).blocked(target)


def _there(root: Path, folders: tuple[str, ...]) -> Iterator[Path]:
    """Go down to a folder, as far as something is there."""
    place = root
    for part in folders:
        place /= part
        if not os.path.lexists(place):
            return
        yield place


def _owner_files(name: str) -> Iterator[tuple[str, str]]:
    """Name the small files that office programs lay beside an open document; Word keeps to eight letters."""
    yield "LibreOffice", f".~lock.{name}#"
    lost = min(max(len(Path(name).stem) - 6, 0), 2)
    yield "Word", f"~${name[lost:]}"
