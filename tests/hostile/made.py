"""Files that nobody could review if they were stored: each is made from a line or two of its recipe."""

import io
import re
import struct
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.helpers import word
from tests.helpers.cases import document, unescaped

_TIMES: Final = re.compile(r"(?P<count>\d+) \* (?P<text>.*)\n?")


def repeated(text: str) -> str:
    """Write each line ``1000 * TEXT`` as TEXT so often, in one line with the next; ``\\n`` breaks a line."""
    return "".join(_unrolled(line) for line in text.splitlines(keepends=True))


def _unrolled(line: str) -> str:
    found = _TIMES.fullmatch(line)
    return int(found["count"]) * found["text"].replace(r"\n", "\n") if found else line


def _page(text: str) -> bytes:
    return repeated(text).encode()


def _word(text: str) -> bytes:
    return document(repeated(text).splitlines())


def _raw_word(text: str) -> bytes:
    """Make a Word file whose body part is this XML, byte for byte."""
    return _with({"word/document.xml": text.strip()})


def _with(parts: dict[str, str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.docx"
        return word.minimal(path, word.paragraph("{{ a }}"), extra=parts).read_bytes()


def _added(change: Callable[[zipfile.ZipFile, list[str]], None]) -> Callable[[str], bytes]:
    """Make a sound Word file, then let something be done to its archive."""

    def made(text: str) -> bytes:
        target = io.BytesIO(_with({}))
        with warnings.catch_warnings(), zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
            warnings.simplefilter("ignore")
            change(archive, text.split())
        return target.getvalue()

    return made


def _bomb(archive: zipfile.ZipFile, given: list[str]) -> None:
    """Add parts of so many MB of nothing: ``MB NAME …``."""
    for name in given[1:]:
        archive.writestr(name, bytes(int(given[0]) << 20))


def _many(archive: zipfile.ZipFile, given: list[str]) -> None:
    for number in range(int(given[0])):
        archive.writestr(f"word/media/{number}", b"")


def _named(archive: zipfile.ZipFile, given: list[str]) -> None:
    """Add parts under these names, each with a word in it."""
    for name in given:
        archive.writestr(unescaped(name), b"x")


def _packed(archive: zipfile.ZipFile, given: list[str]) -> None:
    """Add a part packed by a method that Word does not know: 12 is bzip2, 14 LZMA."""
    archive.writestr("word/media/odd", b"x", compress_type=int(given[0]))


def _png(text: str) -> bytes:
    """Make a picture of one bit for each of ``WIDTH HEIGHT`` points."""
    width, height = map(int, text.split())
    rows = zlib.compress(bytes((width + 7) // 8 + 1) * height, 9)
    parts = ((b"IHDR", struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _png_said(text: str) -> bytes:
    """Make a picture that says ``WIDTH HEIGHT`` and has one row."""
    width, height = map(int, text.split())
    return _png(f"{width} 1").replace(
        _chunk(b"IHDR", struct.pack(">2I5B", width, 1, 1, 0, 0, 0, 0)),
        _chunk(b"IHDR", struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0)),
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _gif(text: str) -> bytes:
    """Make ``COUNT WIDTH HEIGHT``: so many frames of one point, on a screen of that size."""
    count, width, height = map(int, text.split())
    frame = b",\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    return b"GIF89a" + struct.pack("<2H3B", width, height, 0x80, 0, 0) + bytes(6) + frame * count + b";"


def _svgz(text: str) -> bytes:
    import gzip  # noqa: PLC0415

    return gzip.compress(text.encode(), mtime=0)


MADE: Final[dict[str, Callable[[str], bytes]]] = {
    "repeated": _page,
    "repeated-word": _word,
    "raw-word": _raw_word,
    "zip-bomb": _added(_bomb),
    "zip-many": _added(_many),
    "zip-named": _added(_named),
    "zip-packed": _added(_packed),
    "png": _png,
    "png-said": _png_said,
    "gif": _gif,
    "svgz": _svgz,
}
"""What a recipe may name after a file: ``--- x.png [png]``."""
