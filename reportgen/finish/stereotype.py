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
from hashlib import md5
from itertools import accumulate
from typing import Final

import pikepdf

from reportgen.finish.identifier import place_of
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

    @property
    def place(self) -> bytes:
        """Write the digest by which the file is told from others."""
        return place_of(self.identifier, self.manifest)

    def heads(self) -> tuple[tuple[object, ...], ...]:
        """Tell what the objects that hold the streams say of them, beside their length."""
        checked = pikepdf.String(md5(self.manifest, usedforsecurity=False).digest()).unparse()
        return ((), (checked, len(self.manifest)), ())


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
        packed, heads = filling.packed(), filling.heads()
        if len(packed) != len(self.holes):
            return None
        filled = [hole.filled(heads[hole.which], packed[hole.which]) for hole in self.holes]
        grown = accumulate(
            (len(new) - (hole.end - hole.start) for new, hole in zip(filled, self.holes, strict=True)),
            initial=0,
        )
        parts = [self.between[0]]
        for new, after in zip(filled, self.between[1:], strict=True):
            parts += [new, after]
        table = self.table.written(list(grown), filling)
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
        self.less = zlib.decompress(content[found.end() : found.end() + _length(found[2])])
        self.rows = _rows(self.less, self.columns)
        self.moving = list(self._moving(ends))
        self.touched = list(self._touched())

    def written(self, grown: Sequence[int], filling: Filling) -> bytes | None:
        """Write it with objects moved; ``grown`` is by how much what ends with each hole is longer."""
        start, columns = self.start + grown[-1], self.columns
        if (start.bit_length() + 7) // 8 != self.width:
            return None
        rows, less = bytearray(self.rows), bytearray(self.less)
        for place, offset, hole in self.moving:
            rows[place : place + self.width] = (offset + grown[hole]).to_bytes(self.width, "big")
        for place, there in self.touched:
            less[there] = (rows[place] - (rows[place - columns] if place >= columns else 0)) & 0xFF
        packed = zlib.compress(less)
        head = self.head % (len(packed), filling.identifier.hex().encode(), filling.place)
        return b"%b%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (head, packed, start)

    def _moving(self, ends: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """List places of rows of objects that lie behind a hole: where each lies, and behind which hole."""
        for row in range(0, len(self.rows), self.columns):
            if self.rows[row] == _IN_FILE:
                offset = int.from_bytes(self.rows[row + 1 : row + 1 + self.width], "big")
                if behind := sum(end <= offset for end in ends):
                    yield row + 1, offset, behind

    def _touched(self) -> Iterator[tuple[int, int]]:
        """List the bytes that change when rows move, and those below: in rows, and as rows are written."""
        own = {place + byte for place, _, _ in self.moving for byte in range(self.width)}
        for place in sorted(own | {one + self.columns for one in own}):
            if place < len(self.rows):
                yield place, place + place // self.columns + 1


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


def _rows(predicted: bytes, columns: int) -> bytes:
    """Read rows of which each is less the one above it (PNG's "Up")."""
    above, rows = bytes(columns), bytearray()
    for start in range(0, len(predicted), columns + 1):
        if predicted[start] != _UP:
            raise CastError("its table of objects is packed otherwise")
        row = predicted[start + 1 : start + 1 + columns]
        above = bytes((one + other) & 0xFF for one, other in zip(row, above, strict=True))
        rows += above
    return bytes(rows)
