"""A finished PDF cast in one piece: papers of a stamp are copies of it with a page, a code and a manifest.

The bindery opens a file, adds to it and has it written anew (qpdf): every time the same objects in the same
order. So one finished file is taken apart at the three streams that differ, and the next ones are put
together from its bytes, with other lengths, places and digests. That this is what qpdf would write is not
believed: whoever casts holds copies against finished papers, to the byte, before one is used.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pikepdf

from reportgen.finish.identifier import sums_of
from reportgen.packing import deflated

_OBJECT: Final = re.compile(rb"(\d+) 0 obj\n(<<[^\n]*>>)\nstream\n")
_LENGTH: Final = re.compile(rb"/Length (\d+)")
_TABLE: Final = re.compile(rb"/Columns (\d+) /Predictor 12 >> /W \[ 1 (\d+) (\d+) \]")
_NAMED: Final = re.compile(rb"/ID \[<[0-9a-f]+><[0-9a-f]+>\]")
_DIGEST: Final = re.compile(rb"/CheckSum (?:<[0-9a-f]*>|\((?:\\.|[^\\)])*\)) /Size \d+")
_MANIFEST: Final = 1
"""Which of the streams it is."""

_IN_FILE: Final = 1
_UP: Final = 2
"""How the table of objects says of a row that it lies in the file, and that it is less the one above it."""


class CastError(Exception):
    """A finished file is not made as the bindery makes them; its text says why."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a paper has of its own: what its page draws, the code drawn on it, its manifest and its name."""

    page: bytes
    manifest: bytes
    identifier: bytes
    code: bytes | None = None

    def packed(self) -> tuple[bytes, ...]:
        """Pack the streams as the press and the bindery do."""
        return tuple(deflated(one) for one in (self.page, self.manifest, self.code) if one is not None)

    def heads(self, checked: bytes) -> tuple[tuple[object, ...], ...]:
        """Tell what the objects that hold the streams say of them, beside their length."""
        return ((), (pikepdf.String(checked).unparse(), len(self.manifest)), ())


@dataclass(frozen=True, slots=True)
class _Hole:
    """Where a stream and what is said of it stand in the file: from the head to the end of its bytes."""

    which: int
    start: int
    end: int
    head: bytes

    def filled(self, told: tuple[object, ...], packed: bytes) -> bytes:
        """Put another stream there."""
        return self.head % (*told, len(packed)) + packed


class Stereotype:
    """The bytes of a finished file, with holes for a page, a manifest and a code."""

    def __init__(self, content: bytes, filling: Filling) -> None:
        """Take a finished file apart; ``filling`` is its own.

        Raises:
            CastError: it is not as expected.

        """
        holes = sorted(_holes(content, filling), key=lambda hole: hole.start)
        table = int(content[content.rindex(b"startxref\n") :].split()[1])
        self.holes = holes
        ends, starts = [0, *(hole.end for hole in holes)], [*(hole.start for hole in holes), table]
        self.between = [content[end:start] for end, start in zip(ends, starts, strict=True)]
        self.table = _Table(content, table, [hole.end for hole in holes])
        if self.written(filling) != content:
            raise CastError("a copy of it is not the same")

    def written(self, filling: Filling) -> bytes | None:
        """Put a file together; nothing where its table of objects would be another one."""
        checked, place = sums_of(filling.identifier, filling.manifest)
        packed, heads = filling.packed(), filling.heads(checked)
        if len(packed) != len(self.holes):
            return None
        parts, grown = [self.between[0]], [0]
        for hole, after in zip(self.holes, self.between[1:], strict=True):
            filled = hole.filled(heads[hole.which], packed[hole.which])
            grown.append(grown[-1] + len(filled) - (hole.end - hole.start))
            parts += filled, after
        table = self.table.written(grown, filling.identifier, place)
        return None if table is None else b"".join((*parts, table))


class _Table:
    """The table of objects at the end of a file, and where in it stands what moves."""

    def __init__(self, content: bytes, start: int, ends: Sequence[int]) -> None:
        found = _OBJECT.match(content, start)
        shape = found and _TABLE.search(found[2])
        if not found or not shape:
            raise CastError("its table of objects is of another sort")
        self.start, self.columns, self.width = start, int(shape[1]), int(shape[2])
        self.head = _told(
            _told(found[0].replace(b"%", b"%%"), _NAMED, b"/ID [<%b>%b"), _LENGTH, b"/Length %d"
        )
        less = zlib.decompress(content[found.end() : found.end() + _length(found[2])])
        rows = _rows(less, self.columns)
        self.length = len(less)
        self.rows = int.from_bytes(rows)
        self.marks = [
            _marks(rows, self.columns, self.width, behind) for behind in pairwise([*ends, len(content)])
        ]
        self.high = int.from_bytes(b"\x80" * self.length)
        self.tags = int.from_bytes((b"\xff" + bytes(self.columns)) * (self.length // (self.columns + 1)))

    def written(self, grown: Sequence[int], identifier: bytes, place: bytes) -> bytes | None:
        """Write it with objects moved; ``grown`` is by how much what ends with each hole is longer.

        All rows are one number, in which one that has a digit for each of some rows moves all of these.
        """
        start = self.start + grown[-1]
        if (start.bit_length() + 7) // 8 != self.width:
            return None
        rows = self.rows + sum(more * marks for more, marks in zip(grown[1:], self.marks, strict=True))
        packed = zlib.compress(self._less(rows).to_bytes(self.length))
        head = self.head % (len(packed), identifier.hex().encode(), place)
        return b"%b%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (head, packed, start)

    def _less(self, rows: int) -> int:
        """Take from each byte the one above it, but from the first of a row; no byte borrows of another."""
        above = (rows >> 8 * (self.columns + 1)) & ~self.tags
        return ((rows | self.high) - (above & ~self.high)) ^ ((rows ^ ~above) & self.high)


def _holes(content: bytes, filling: Filling) -> Iterator[_Hole]:
    """Find the streams that differ, each by what it says."""
    packed = filling.packed()
    taken = set()
    for found in _OBJECT.finditer(content):
        end = found.end() + _length(found[2])
        which = next((place for place, one in enumerate(packed) if content[found.end() : end] == one), None)
        if which is not None:
            taken.add(which)
            head = _told(found[0].replace(b"%", b"%%"), _LENGTH, b"/Length %d")
            head = _told(head, _DIGEST, b"/CheckSum %b /Size %d") if which == _MANIFEST else head
            yield _Hole(which, found.start(), end, head)
    if len(taken) != len(packed):
        raise CastError("a stream of it is packed otherwise, or not there")


def _told(head: bytes, what: re.Pattern[bytes], slots: bytes) -> bytes:
    """Make slots for what changes in the head of an object; slots that are there stay."""
    found = what.search(head)
    if not found:
        raise CastError("what holds a stream does not say what it should")
    before, after = head[: found.start()], head[found.end() :]
    return before + slots + after


def _length(head: bytes) -> int:
    found = _LENGTH.search(head)
    if not found:
        raise CastError("a stream of it does not tell its length")
    return int(found[1])


def _marks(rows: bytes, columns: int, width: int, between: tuple[int, int]) -> int:
    """Put a one where the place is written of each object that lies between two others."""
    marks = bytearray(len(rows))
    for row in range(0, len(rows), columns + 1):
        end = row + 2 + width
        if rows[row + 1] == _IN_FILE and between[0] <= int.from_bytes(rows[row + 2 : end]) < between[1]:
            marks[end - 1] = 1
    return int.from_bytes(marks)


def _rows(predicted: bytes, columns: int) -> bytes:
    """Read rows of which each is less the one above it (PNG's "Up"); each keeps its first byte."""
    above, rows = bytes(columns), bytearray()
    for start in range(0, len(predicted), columns + 1):
        if predicted[start] != _UP:
            raise CastError("its table of objects is packed otherwise")
        row = predicted[start + 1 : start + 1 + columns]
        above = bytes((one + other) & 0xFF for one, other in zip(row, above, strict=True))
        rows += bytes([_UP]) + above
    return bytes(rows)
