"""What stands on the disk where a document is to go."""

import hashlib
import stat
from collections.abc import Collection
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


def in_the_way(folder: Path) -> str:
    """Tell what stands where a folder is to be, such as a link to nowhere; nothing where one can be."""
    try:
        mode = folder.lstat().st_mode
    except FileNotFoundError:
        return ""
    return "" if folder.is_dir() else sort_of(mode)


def taken_from(target: Target, inputs: Collection[Path]) -> Diagnostic | None:
    """Find the file of the inputs that a document would take the place of, whatever either is called."""
    if not is_there(target.path):
        return None
    own = any(path.is_file() and path.samefile(target.path) for path in inputs)
    return target.complain("output-is-input") if own else None


class Listings:
    """The names on the disk, read once per folder, to find near-twins of a wanted one."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names: dict[Path, dict[str, str]] = {}

    def twin(self, target: Target) -> Diagnostic | None:
        """Find a file or folder that Windows or macOS would take for this one."""
        place = self._root
        for part in target.name.parts:
            if mode_of(place / part) is None:
                other = self._read(place).get(spelling(part))
                return target.complain("file-other-spelling", other=other) if other else None
            place /= part
        return None

    def _read(self, folder: Path) -> dict[str, str]:
        if folder not in self._names:
            self._names[folder] = {spelling(there.name): there.name for there in folder.iterdir()}
        return self._names[folder]


def mode_of(path: Path) -> int | None:
    """Tell what sort of thing stands there and who may write it; nothing where nothing is."""
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def sort_of(mode: int) -> str:
    """Name the sort of thing that stands in the way."""
    return _SORTS.get(stat.S_IFMT(mode), phrase("something else"))
