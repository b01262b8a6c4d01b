"""A long PDF that gets something more: it is written behind the rest, with a new table of all objects.

qpdf takes each object apart before it adds one or writes a file anew: of a table of 20,000 rows 200,000, in
two seconds and 340 MB. Here packed objects stay as they lie there, and the file has one table, as if it had
been written in one step.
"""

import re
import zlib
from itertools import accumulate
from struct import Struct
from typing import Any, Final

from reportgen.finish.identifier import sums_of
from reportgen.packing import deflated

MANY: Final = 5_000
"""So many objects a long file has at least."""

_END: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE: Final = re.compile(rb"(\d+) 0 obj\s*<<(.*?/Type\s*/XRef.*?)>>\s*stream\r?\n", re.DOTALL)
_WIDTHS: Final = re.compile(rb"/W\s*\[\s*1 ([1-4]) ([12])\s*\]")
_LENGTH: Final = re.compile(rb"/Length (\d+)")
_ENTRY: Final = Struct(">BIH")
_WIDE: Final = 4
"""Bytes of an entry that tell a place."""

_FREE: Final = _ENTRY.pack(0, 0, 65535)
_UP: Final = 2
"""How a row of the table begins that is less the one above it (PNG's "Up")."""


class OddFileError(Exception):
    """A file's table of objects is not as our press or qpdf writes it."""


class Growing:
    """A file to which objects are added; its table of objects is read."""

    def __init__(self, content: bytes) -> None:
        """Take a file at its table.

        Raises:
            OddFileError: the table is not as expected.

        """
        self._start = int(_met(_END.search(content[-64:]))[1])
        found = _met(_TABLE.match(content, self._start))
        if b"/Prev" in found[2] or b"/Index" in found[2] or b"/FlateDecode" not in found[2]:
            raise OddFileError
        packed = content[found.end() : found.end() + int(_met(_LENGTH.search(found[2]))[1])]
        self._table, self._entries = int(found[1]), _entries(packed, found[2])
        self._parts: list[bytes | memoryview] = [memoryview(content)[: self._start]]
        self._length = self._start

    @property
    def free(self) -> int:
        """Give the first number that no object has."""
        return len(self._entries) // _ENTRY.size

    def add(self, number: int, said: bytes, stream: bytes | None = None) -> None:
        """Add an object, or put it in the place of the one that has its number."""
        self._note(number)
        body = said if stream is None else b"%b\nstream\n%b\nendstream" % (said, stream)
        self._say(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def written(self, trailer: Any, manifest: bytes) -> bytes:
        """Give the file; what its ``trailer`` names stays, and its ``manifest`` gives it a name."""
        root, info, name = (trailer[key] for key in ("/Root", "/Info", "/ID"))
        place, first = self._length, bytes(name[0])
        self._note(self._table)
        packed = deflated(_less(bytes(self._entries)))
        said = b"/Size %d/W[1 %d 2]/Root %d 0 R/Info %d 0 R/ID[<%b>%b" % (
            self.free, _WIDE, root.objgen[0], info.objgen[0], first.hex().encode(),
            sums_of(first, manifest)[1],
        )  # fmt: skip
        packing = b"/Filter/FlateDecode/DecodeParms<</Columns %d/Predictor 12>>/Length %d" % (
            _ENTRY.size, len(packed),
        )  # fmt: skip
        self.add(self._table, b"<</Type/XRef%b%b>>" % (said, packing), packed)
        self._say(b"startxref\n%d\n%%%%EOF\n" % place)
        return b"".join(self._parts)

    def _note(self, number: int) -> None:
        """Note that an object stands here, by itself."""
        self._entries += _FREE * (number + 1 - self.free)
        _ENTRY.pack_into(self._entries, number * _ENTRY.size, 1, self._length, 0)

    def _say(self, content: bytes) -> None:
        self._parts.append(content)
        self._length += len(content)


def growing(content: bytes, size: int) -> Growing | None:
    """Take a file of so many objects, if it is long and written as usual; others are to be written anew."""
    try:
        return Growing(content) if size >= MANY else None
    except (OddFileError, ValueError, zlib.error):
        return None


def _entries(packed: bytes, said: bytes) -> bytearray:
    """Read a table of which the file ``said`` how it is packed, as one whose entries are as long as ours."""
    wide, last = map(int, _met(_WIDTHS.search(said)).groups())
    columns = _columns(zlib.decompress(packed), 1 + wide + last, predicted=b"/Predictor" in said)
    places = (0, *range(1 + _WIDE - wide, 1 + _WIDE), *range(_ENTRY.size - last, _ENTRY.size))
    entries = bytearray(len(columns[0]) * _ENTRY.size)
    for column, place in zip(columns, places, strict=True):
        entries[place :: _ENTRY.size] = column
    return entries


def _columns(rows: bytes, wide: int, *, predicted: bool) -> list[bytes]:
    """Take a table apart into its columns; rows may say how they differ from the ones above."""
    if not predicted:
        return [rows[column::wide] for column in range(wide)]
    if set(rows[:: wide + 1]) != {_UP}:
        raise OddFileError
    differences = (rows[column :: wide + 1] for column in range(1, wide + 1))
    return [bytes([one & 0xFF for one in accumulate(column)]) for column in differences]


def _less(entries: bytes) -> bytes:
    """Let each row say how it differs from the one above."""
    wide, count = _ENTRY.size, len(entries) // _ENTRY.size
    rows = bytearray((wide + 1) * count)
    rows[:: wide + 1] = bytes([_UP]) * count
    for column in range(wide):
        own = entries[column::wide]
        above = b"\0" + own[:-1]
        rows[column + 1 :: wide + 1] = bytes(
            [(one - other) & 0xFF for one, other in zip(own, above, strict=True)]
        )
    return bytes(rows)


def _met(found: re.Match[bytes] | None) -> re.Match[bytes]:
    if found is None:
        raise OddFileError
    return found
