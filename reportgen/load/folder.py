"""The files that a pattern such as ``nop/*.xlsx`` means: one school's figures in each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from reportgen.load.files import is_folder, names_in
from reportgen.load.text import nfc

_PASSING = ("~$", ".", "~")
_COPY = re.compile(
    r"(?:(?:copy of|bản sao của|bản sao) )?(?P<first>.+?)"
    r"(?: ?[-–_] ?(?:copy|bản sao|sao chép))?(?: ?\(\d{1,2}\))?"
)
"""What Windows, Excel, mail and browsers call the second of two files: ``le-loi (1).xlsx``."""

_LEFT_BEHIND = ("~", ".tmp", ".part", ".crdownload", ".bak", "thumbs.db", "desktop.ini")
"""How the names of hidden and temporary files begin and end."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file or folder below the data file's folder: its name from there, and where it is on the disk."""

    name: str
    path: Path

    @property
    def passing(self) -> bool:
        """Tell whether it is hidden, or somebody's lock or temporary file."""
        name = self.path.name.casefold()
        return name.startswith(_PASSING) or name.endswith(_LEFT_BEHIND)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a pattern means, in the order of the names, and what else is in the same folders."""

    files: Sequence[Found]
    others: Sequence[Found]


def is_pattern(name: str) -> bool:
    """Tell whether a name may stand for several files."""
    return "*" in name or "?" in name


def gather(folder: Path, pattern: str) -> Gathered:
    """Find what a pattern means in and below a folder; hidden and temporary files are among the others."""
    *upper, last = PurePosixPath(pattern).parts
    folders = [Found("", folder)]
    for part in upper:
        below = (found for each in folders for found in _inside(each) if _fits(found, part))
        folders = [found for found in below if is_folder(found.path)]
    there = [found for each in folders for found in _inside(each) if not is_folder(found.path)]
    files = [found for found in there if _fits(found, last) and not found.passing]
    return Gathered(files, [found for found in there if found not in files])


def copies_among(files: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    """Pair each file that is called like a copy of another with that other, beside it and of any format."""
    named = {_own_name(found): found for found in files}
    for found in files:
        folder, name = _own_name(found)
        match = _COPY.fullmatch(name)
        first = named.get((folder, match["first"])) if match else None
        if first is not None and first is not found:
            yield found, first


def _own_name(found: Found) -> tuple[PurePosixPath, str]:
    path = PurePosixPath(found.name)
    return path.parent, path.stem.casefold()


def named_by(files: Iterable[Found], name: str) -> list[Found]:
    """Pick the files that a name or a pattern means, with its folders or without."""
    wanted = PurePosixPath(name).parts
    return [found for found in files if _ends_like(PurePosixPath(found.name).parts, wanted)]


def _ends_like(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    pairs = zip(reversed(parts), reversed(wanted), strict=False)
    return len(wanted) <= len(parts) and all(_alike(part, pattern) for part, pattern in pairs)


def _inside(folder: Found) -> Iterator[Found]:
    """List what is in a folder; ``..`` is never among it."""
    for name in names_in(folder.path):
        yield Found(str(PurePosixPath(folder.name) / nfc(name)), folder.path / name)


def _fits(found: Found, pattern: str) -> bool:
    return _alike(found.path.name, pattern)


def _alike(name: str, pattern: str) -> bool:
    """Compare as Windows does: case aside, and however accents are stored."""
    return fnmatchcase(nfc(name).casefold(), nfc(pattern).casefold().replace("[", "[[]"))
