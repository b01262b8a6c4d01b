"""A workbook opened with care: nothing that would fill the memory, nothing that was never calculated."""

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportgen.load.files import close_names, listed
from reportgen.load.text import nfc
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin

LARGEST = 512 * 1024 * 1024
"""The most bytes that a workbook may unpack to."""

HIGHEST_RATIO = 200
"""How many times larger than packed a workbook may be."""

MOST_MERGED = 1_000_000
"""How many cells may lie in merged ranges; each costs memory when the workbook is opened."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_OVERLAP = 128
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_OUTDATED = re.compile(rb'fullCalcOnLoad="(?:1|true)"')
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What zipfile and openpyxl raise over a file that is damaged; each part of it fails in its own way."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: values as last calculated, where its formulas stand, whether they are out of date."""

    name: str
    values: Any
    formulas: frozenset[tuple[int, int]] = frozenset()
    outdated: bool = False


def open_sheet(content: bytes, file: str, name: str | None) -> Sheet:
    """Open the named worksheet, or the only one that has something on it, if that is the first."""
    opened = _open(content, file)
    return opened.sheet(*_pick(opened.values, file, name))


def open_sheets(content: bytes, file: str) -> list[Sheet]:
    """Open every worksheet."""
    opened = _open(content, file)
    return [opened.sheet(nfc(values.title), values) for values in opened.values.worksheets]


def cells(worksheet: Any) -> list[tuple[tuple[int, int], Any]]:
    """List the cells that exist; a rectangle over all would make millions for one stray cell."""
    return sorted(worksheet._cells.items())  # noqa: SLF001  # openpyxl has no public way


@dataclass(frozen=True, slots=True)
class _Opened:
    """A workbook with its values, and once more with its formulas if it has any."""

    values: Any
    written: Any | None
    outdated: bool

    def sheet(self, name: str, values: Any) -> Sheet:
        """Give one of its worksheets."""
        if self.written is None:
            return Sheet(name, values)
        written = cells(self.written[values.title])
        formulas = frozenset(place for place, cell in written if cell.data_type == "f")
        return Sheet(name, values, formulas, self.outdated)


def _open(content: bytes, file: str) -> _Opened:
    _refuse_old(content, file)
    with _reading(file):
        scan = _scan(content, file)
        values = _load(content, data_only=True)
        written = _load(content, data_only=False) if scan.formulas else None
    return _Opened(values, written, scan.outdated)


@contextmanager
def _reading(file: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise DataError([report("workbook-broken", Origin(file))]) from error


def _refuse_old(content: bytes, file: str) -> None:
    if content.startswith(_OLE):
        code = "workbook-locked" if _ENCRYPTED in content else "workbook-old"
        raise DataError([report(code, Origin(file))])


def _load(content: bytes, *, data_only: bool) -> Any:
    import openpyxl  # noqa: PLC0415  # half a second that most runs do not need

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content), data_only=data_only, keep_links=False)


def _pick(workbook: Any, file: str, name: str | None) -> tuple[str, Any]:
    sheets = {nfc(sheet.title): sheet for sheet in workbook.worksheets}
    first = next((title for title in sheets), "")
    title = first if name is None else name
    if title not in sheets:
        near = close_names(title, sheets) or list(sheets)
        raise DataError([report("sheet-missing", Origin(file), sheet=title, sheets=listed(near))])
    if name is None and sheets[title].sheet_state != "visible":
        raise DataError([report("sheet-hidden", Origin(file), sheet=title)])
    if (
        name is None
        and len(filled := [title for title, sheet in sheets.items() if _shows_something(sheet)]) > 1
    ):
        raise DataError([report("sheet-not-named", Origin(file), sheets=listed(filled), sheet=title)])
    return title, sheets[title]


def _shows_something(sheet: Any) -> bool:
    return sheet.sheet_state == "visible" and any(cell.value is not None for _, cell in cells(sheet))


@dataclass(slots=True)
class _Scan:
    """What the packed parts tell before anything is built from them."""

    formulas: bool = False
    outdated: bool = False
    merged: int = 0


def _scan(content: bytes, file: str) -> _Scan:
    scan = _Scan()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _refuse_bomb(archive.infolist(), file)
        for part in archive.namelist():
            if part.endswith(".xml"):
                _scan_part(archive, part, scan)
    if scan.merged > MOST_MERGED:
        raise DataError([report("workbook-merged", Origin(file), count=scan.merged)])
    return scan


def _refuse_bomb(parts: Sequence[zipfile.ZipInfo], file: str) -> None:
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if size > LARGEST or size > HIGHEST_RATIO * max(packed, 1):
        raise DataError([report("workbook-bomb", Origin(file), size=max(size >> 20, 1), packed=packed >> 10)])


def _scan_part(archive: zipfile.ZipFile, part: str, scan: _Scan) -> None:
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = tail + chunk
            scan.formulas = scan.formulas or _FORMULA.search(text) is not None
            scan.outdated = scan.outdated or _OUTDATED.search(text) is not None
            scan.merged += sum(_area(match) for match in _MERGED.finditer(text))
            tail = text[-_OVERLAP:]


def _area(match: re.Match[bytes]) -> int:
    left, top, right, bottom = (part.decode() for part in match.groups())
    return (_number(right) - _number(left) + 1) * (int(bottom) - int(top) + 1)


def _number(letters: str) -> int:
    return sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(letters)))
