"""The bytes of a person's file, or why they cannot be had."""

import difflib
import os
import stat
import unicodedata
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase

LIMIT = 256 * 1024 * 1024
"""The largest data file that is read, in bytes."""


def read_bytes(path: Path, file: str) -> bytes:
    """Read a whole file; whatever the disk says against it is a complaint under the name ``file``."""
    try:
        _refuse_odd(path.stat(), file)
        return path.read_bytes()
    except OSError as error:
        raise DataError([explain(error, path, file)]) from error


def explain(error: OSError, path: Path, file: str) -> Diagnostic:
    """Say in the user's words what the system said about a file."""
    place = Origin(file)
    match error:
        case FileNotFoundError():
            return report("file-missing", place, name=path.name, similar=similar(path.name, path.parent))
        case PermissionError():
            return report("file-forbidden", place, name=path.name)
        case _:
            return report("file-unreadable", place, name=path.name, reason=_reason(error))


def similar(name: str, folder: Path) -> str:
    """List the folder's names that look like this one, as the tail of a hint."""
    close = close_names(name, names_in(folder))
    return phrase("; there is {names}", names=listed(close)) if close else ""


def listed(names: Iterable[str]) -> str:
    """Write names one after the other, each in quotation marks."""
    return ", ".join(f'"{name}"' for name in names)


def close_names(name: str, names: Iterable[str]) -> list[str]:
    """Pick the names that a person may have meant."""
    by_fold = {_fold(other): other for other in names}
    found = difflib.get_close_matches(_fold(name), by_fold, n=3, cutoff=0.6)
    return [by_fold[fold] for fold in found]


def is_there(path: Path) -> bool:
    """Ask whether a file exists; a name that the disk cannot even hold does not."""
    try:
        path.stat()
    except (OSError, ValueError):  # what holds a NUL is no name
        return False
    return True


def is_folder(path: Path) -> bool:
    """Ask whether a folder has this name; a name that the disk cannot even hold is none."""
    return is_there(path) and path.is_dir()


def names_in(folder: Path) -> list[str]:
    """List a folder's names, none when it cannot be read."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def files_among(paths: Iterable[Path], suffixes: Container[str]) -> Iterator[Path]:
    """Give files as they are named, and of a folder those of some sorts, in folders below it too.

    A folder in which there are none is given itself, so that it is not passed over in silence.
    """
    for path in paths:
        below = sorted(one for one in path.rglob("*") if one.suffix.lower() in suffixes)
        inside = [one for one in below if one.is_file() and not one.name.startswith((".", "~$"))]
        yield from inside or [path]


def _refuse_odd(status: os.stat_result, file: str) -> None:
    name = Path(file).name
    if stat.S_ISDIR(status.st_mode):
        raise DataError([report("file-is-folder", Origin(file), name=name)])
    if not stat.S_ISREG(status.st_mode):
        reason = phrase("it is no ordinary file")
        raise DataError([report("file-unreadable", Origin(file), name=name, reason=reason)])
    if status.st_size > LIMIT:
        size = status.st_size // (1024 * 1024)
        raise DataError([report("file-too-large", Origin(file), name=name, size=size, limit=LIMIT >> 20)])


def _reason(error: OSError) -> str:
    return Foreign((error.strerror or type(error).__name__).lower())


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
