"""A workbook opened with care: told by its content, and nothing that would fill the memory or run."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from xml.parsers.expat import ExpatError

from reportgen.load.markup import MOST_ELEMENTS, DoctypeError, TooLongError
from reportgen.load.ods import ods_pages
from reportgen.load.stored import Page
from reportgen.load.xls import LockedError, xls_pages
from reportgen.load.xlsx import xlsx_pages
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase

LARGEST = 512 * 1024 * 1024
"""The most bytes that a workbook may unpack to."""

HIGHEST_RATIO = 200
"""How many times larger than packed a workbook may be."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WEB = (b"<html", b"<!doctype html", b"<table", b"<?xml")
_BROKEN = (
    EOFError,
    ExpatError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What a damaged archive, damaged XML, or numbers and names that are none of theirs come to."""


def open_pages(content: bytes, file: str) -> list[Page]:
    """List the sheets of a workbook of any format that is read."""
    with reading(file):
        if content.startswith(_OLE) and _ENCRYPTED in content:
            raise DataError([report("workbook-locked", Origin(file))])
        if content.startswith(_OLE):
            return _old(content, file)
        if content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB):
            raise DataError([report("workbook-web-page", Origin(file))])
        archive = zipfile.ZipFile(io.BytesIO(content))
        return _packed(archive, file)


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Report what only a damaged file comes to."""
    try:
        yield
    except DoctypeError as error:
        raise DataError([report("workbook-doctype", Origin(file))]) from error
    except TooLongError as error:
        most, what = MOST_ELEMENTS, phrase("pieces, blank ones too")
        raise DataError([report("workbook-too-large", Origin(file), most=most, what=what)]) from error
    except _BROKEN as error:
        raise DataError([report("workbook-broken", Origin(file))]) from error


def _packed(archive: zipfile.ZipFile, file: str) -> list[Page]:
    names = set(archive.namelist())
    _refuse_bomb(archive.infolist(), file)
    for code, parts in _REFUSED.items():
        if not names.isdisjoint(parts):
            raise DataError([report(code, Origin(file))])
    if "content.xml" in names:
        _refuse_locked(archive, file)
        return ods_pages(archive)
    return xlsx_pages(archive)


_REFUSED = {
    "workbook-binary": ("xl/workbook.bin",),
    "workbook-macros": ("xl/vbaProject.bin",),
    "workbook-locked": ("encrypted-package",),
    "workbook-word": ("word/document.xml",),
}
"""Parts of an archive that make it one that is not read."""


def _refuse_locked(archive: zipfile.ZipFile, file: str) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in archive.read(manifest):
        raise DataError([report("workbook-locked", Origin(file))])


def _old(content: bytes, file: str) -> list[Page]:
    try:
        return xls_pages(content)
    except LockedError as error:
        raise DataError([report("workbook-locked", Origin(file))]) from error


def _refuse_bomb(parts: Sequence[zipfile.ZipInfo], file: str) -> None:
    """Trust what the archive says of its sizes: more is not unpacked from it."""
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if size > LARGEST or size > HIGHEST_RATIO * max(packed, 1):
        raise DataError([report("workbook-bomb", Origin(file), size=max(size >> 20, 1), packed=packed >> 10)])
