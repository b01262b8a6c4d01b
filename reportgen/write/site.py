"""What stands on the disk where a document is to go."""

import hashlib
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.phrase import phrase
from reportgen.write.target import Target, spelling

_SORTS = {
    stat.S_IFREG: phrase("a file"),
    stat.S_IFDIR: phrase("a folder"),
    stat.S_IFLNK: phrase("a symbolic link"),
    stat.S_IFIFO: phrase("a pipe"),
    stat.S_IFSOCK: phrase("a socket"),
    stat.S_IFCHR: phrase("a device"),
    stat.S_IFBLK: phrase("a device"),
}
_EFFECTIVE = os.access in os.supports_effective_ids


def digest(content: bytes) -> str:
    """Name bytes so that one changed bit changes the name."""
    return hashlib.sha256(content).hexdigest()


def digest_at(path: Path) -> str | None:
    """Name the bytes that a file holds, if it is there."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def is_there(path: Path) -> bool:
    """Tell whether a file stands there; a name that no disk keeps stands nowhere."""
    try:
        return path.is_file()
    except OSError:
        return False


def blocked(root: Path, target: Target) -> Diagnostic | None:
    """Find what keeps a document from being a file inside the folder: links, files and folders in the way."""
    for folder in _folders(root, target):
        if stat.S_ISDIR(_mode(folder) or 0):  # no link, and so where it seems to be
            continue
        if not folder.is_dir():
            shown, what = folder.relative_to(root).as_posix(), _sort(folder.lstat().st_mode)
            return target.complain("file-in-the-way", folder=shown, what=what)
        if not (real := folder.resolve()).is_relative_to(root):
            return target.complain("target-outside", where=real)
    there = _mode(target.path)
    if there is None or stat.S_ISREG(there):
        return None
    return target.complain("target-not-a-file", what=_sort(there))


def in_the_way(folder: Path) -> str:
    """Tell what stands where a folder is to be, such as a link to nowhere; nothing where one can be."""
    try:
        mode = folder.lstat().st_mode
    except FileNotFoundError:
        return ""
    return "" if folder.is_dir() else _sort(mode)


def taken_from(target: Target, inputs: Collection[Path]) -> Diagnostic | None:
    """Find the file of the inputs that a document would take the place of, whatever either is called."""
    if not is_there(target.path):
        return None
    own = any(path.is_file() and path.samefile(target.path) for path in inputs)
    return target.complain("output-is-input") if own else None


def protected(root: Path, target: Target) -> Diagnostic | None:
    """Find who keeps a document from being written: the folder's owner, the file's, or an open Word."""
    folder = [root, *_folders(root, target)][-1]
    if not os.access(folder, os.W_OK | os.X_OK, effective_ids=_EFFECTIVE):
        return target.complain("folder-write-protected", folder=folder)
    if (mode := _mode(target.path)) is None:
        return None
    if not mode & stat.S_IWUSR:
        return target.complain("file-write-protected")
    for program, lock in _owner_files(target.path.name):
        if os.path.lexists(target.path.parent / lock):
            return target.complain("file-open-elsewhere", program=program, lock=lock)
    return None


class Listings:
    """The names on the disk, read once per folder, to find near-twins of a wanted one."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names: dict[Path, dict[str, str]] = {}

    def twin(self, target: Target) -> Diagnostic | None:
        """Find a file or folder that Windows or macOS would take for this one."""
        place = self._root
        for part in target.name.parts:
            if _mode(place / part) is None:
                other = self._read(place).get(spelling(part))
                return target.complain("file-other-spelling", other=other) if other else None
            place /= part
        return None

    def _read(self, folder: Path) -> dict[str, str]:
        if folder not in self._names:
            self._names[folder] = {spelling(there.name): there.name for there in folder.iterdir()}
        return self._names[folder]


def _folders(root: Path, target: Target) -> Iterator[Path]:
    """Go down to the document's folder, as far as something is there."""
    place = root
    for part in target.name.parts[:-1]:
        place /= part
        if not os.path.lexists(place):
            return
        yield place


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _sort(mode: int) -> str:
    return _SORTS.get(stat.S_IFMT(mode), phrase("something else"))


def _owner_files(name: str) -> Iterator[tuple[str, str]]:
    """Name the small files that office programs lay beside an open document; Word keeps to eight letters."""
    yield "LibreOffice", f".~lock.{name}#"
    lost = min(max(len(Path(name).stem) - 6, 0), 2)
    yield "Word", f"~${name[lost:]}"
