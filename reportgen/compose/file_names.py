"""File names from data: safe on every system, never longer than a file system takes, never alike."""

import hashlib
import string
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from reportgen.compose.filters import shown
from reportgen.model.context import Rows
from reportgen.model.letters import with_ink
from reportgen.model.phrase import Foreign, phrase
from reportgen.model.values import Blank

MOST_BYTES = 255
"""Of one part of a path, in UTF-8: the limit of the usual file systems."""

NOTHING = "_"
"""Where there is no text."""

NOT_GIVEN = "chưa ghi"
"""Where there is no value: who finds the draft sees what it waits for."""

_SEPARATORS = '<>:"/\\|?*'
_UNFIT = {"Cc", "Cs", "Zl", "Zp"}
_DIGITS = "0123456789¹²³"
_RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    device + digit for device in ("COM", "LPT") for digit in _DIGITS
}
_HASH_LENGTH = 8
_LONGEST_SUFFIX = 10


def file_name(pattern: str, context_values: Mapping[str, object], *, suffix: str) -> PurePosixPath:
    """Fill a pattern such as ``bao-cao-{round}``; only a ``/`` of the pattern itself makes a folder."""
    *folders, name = (_filled(pieces, context_values) for pieces in _parsed(pattern))
    return PurePosixPath(*(_safe(folder) for folder in folders), _safe(name, suffix))


def file_names(pattern: str, wanted: Iterable[tuple[Mapping[str, object], str]]) -> list[str]:
    """Name documents, each from its values and suffix; folders of different data stay different folders."""
    folders = _Folders()
    return _distinct_texts([str(folders.name(pattern, values, suffix)) for values, suffix in wanted])


class _Folders:
    """Folders by the data they are named after: ``1/6`` and ``1-6`` are two schools, and get two folders."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, ...], PurePosixPath] = {(): PurePosixPath()}
        self.taken: set[str] = set()

    def name(self, pattern: str, values: Mapping[str, object], suffix: str) -> PurePosixPath:
        """Name one document."""
        *folders, name = (_filled(pieces, values) for pieces in _parsed(pattern))
        for depth in range(1, len(folders) + 1):
            self._open(tuple(folders[:depth]))
        return self.known[tuple(folders)] / _safe(name, suffix)

    def _open(self, folders: tuple[str, ...]) -> None:
        if folders in self.known:
            return
        wished = self.known[folders[:-1]] / _safe(folders[-1])
        found, number = wished, 1
        while _folded(found) in self.taken:
            number += 1
            found = _numbered(wished, number)
        self.taken.add(_folded(found))
        self.known[folders] = found


def distinct_names(names: Sequence[PurePosixPath]) -> list[PurePosixPath]:
    """Add a number to the later of names that some file system takes for the same: `` (2)``, `` (3)``."""
    return [PurePosixPath(name) for name in _distinct_texts([str(name) for name in names])]


def _distinct_texts(names: Sequence[str]) -> list[str]:
    """Do the same to texts: ten thousands of paths would need five times their room."""
    met = {_folded(name): False for name in names}
    return [_distinct(name, met) for name in names]


def words_of(pattern: str, values: Mapping[str, object]) -> str:
    """Fill a pattern for people to read: lists item by item, nothing where there is no value."""
    pieces = _split(pattern, pattern)
    text = "".join(text + ("" if name is None else _worded(name, values)) for text, name, _, _ in pieces)
    return " ".join(text.split())


def pattern_names(pattern: str) -> list[str]:
    """List the dotted names a pattern reads; `ValueError` says what is wrong with a malformed one."""
    names = [name for pieces in _parsed(pattern) for _, name in pieces if name is not None]
    return list(dict.fromkeys(names))


Pieces = list[tuple[str, str | None]]


def _parsed(pattern: str) -> list[Pieces]:
    return [_pieces(segment, pattern) for segment in pattern.split("/")]


def _pieces(segment: str, pattern: str) -> Pieces:
    if segment.strip() in {"", ".", ".."}:
        raise ValueError(
            phrase(
                "'{name}' is no name for a folder or a file, in '{pattern}'", name=segment, pattern=pattern
            )
        )
    pieces: Pieces = []
    for text, name, spec, conversion in _split(segment, pattern):
        if spec or conversion:
            raise ValueError(phrase("only a name may stand between braces, in '{pattern}'", pattern=pattern))
        if name is not None and not all(part.isidentifier() for part in name.split(".")):
            raise ValueError(phrase("'{name}' is not a name, in '{pattern}'", name=name, pattern=pattern))
        pieces.append((text, name))
    return pieces


@lru_cache(maxsize=64)
def _split(segment: str, pattern: str) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    try:
        return tuple(string.Formatter().parse(segment))
    except ValueError as error:
        raise ValueError(phrase("{why}, in '{pattern}'", why=Foreign(str(error)), pattern=pattern)) from error


def _filled(pieces: Pieces, values: Mapping[str, object]) -> str:
    return "".join(text + ("" if name is None else _looked_up(name, values)) for text, name in pieces)


def _looked_up(name: str, values: Mapping[str, object]) -> str:
    value = _value(name, values)
    return NOT_GIVEN if value is None else shown(value)


def _worded(name: str, values: Mapping[str, object]) -> str:
    value = _value(name, values)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(shown(item) for item in value if isinstance(item, str))
    return "" if value is None else shown(value)


def _value(name: str, values: Mapping[str, object]) -> object:
    """Look a dotted name up; of a gap there is nothing to say."""
    value: object = values
    for part in name.split("."):
        if value is None or isinstance(value, Blank):
            return None
        value = _inside(value, part)
    return None if isinstance(value, Blank) else value


def _inside(value: object, part: str) -> object:
    if isinstance(value, Rows) and part == "total":
        return value.total
    if isinstance(value, Mapping):
        return value[part]
    raise TypeError(f"{value!r} has no {part}")


def _safe(text: str, suffix: str = "") -> str:
    """Make one part of a path that no system misreads and that can be neither ``.`` nor ``..``."""
    clean = "".join("-" if _unfit(char) else char for char in unicodedata.normalize("NFC", with_ink(text)))
    name = " ".join(clean.split()).rstrip(" .") or NOTHING
    if name.startswith(".") or name.split(".")[0].rstrip().upper() in _RESERVED:
        name = NOTHING + name
    return _fitted(name, suffix)


def _unfit(char: str) -> bool:
    return char in _SEPARATORS or unicodedata.category(char) in _UNFIT


def _fitted(stem: str, ending: str) -> str:
    """Cut a long name, and mark it with a digest of the whole so that two long names stay different."""
    if len((stem + ending).encode()) <= MOST_BYTES:
        return stem + ending
    digest = "-" + hashlib.sha256(stem.encode()).hexdigest()[:_HASH_LENGTH]
    room = MOST_BYTES - len((digest + ending).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + digest + ending


def _folded(name: PurePosixPath | str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(name)).casefold())


def _distinct(name: str, met: dict[str, bool]) -> str:
    """Find a name that is free; ``met`` has all that are wished for, and whether they are given away."""
    number, candidate = 1, name
    if met[_folded(name)]:
        while _folded(candidate) in met:
            number += 1
            candidate = str(_numbered(PurePosixPath(name), number))
    met[_folded(candidate)] = True
    return candidate


def _numbered(name: PurePosixPath, number: int) -> PurePosixPath:
    suffix = name.suffix if len(name.suffix) <= _LONGEST_SUFFIX else ""
    return name.with_name(_fitted(name.name.removesuffix(suffix), f" ({number}){suffix}"))
