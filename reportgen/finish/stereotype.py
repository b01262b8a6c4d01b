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

from reportgen.finish.identifier import PLACE, identified

_OBJECT: Final = re.compile(rb"(\d+) 0 obj\n(<<[^\n]*>>)\nstream\n")
_LENGTH: Final = re.compile(rb"/Length (\d+)")
_TABLE: Final = re.compile(rb"/Columns (\d+) /Predictor 12 >> /W \[ 1 (\d+) (\d+) \]")
_NAMED: Final = re.compile(rb"/ID \[<[0-9a-f]+><[0-9a-f]+>\]")
_DIGEST: Final = re.compile(rb"/CheckSum <[0-9a-f]{32}> /Size \d+")
_IN_FILE: Final = 1
_UP: Final = 2
"""How the table of objects says of a row that it lies in the file, and that it is less the one above it."""

_PAGE_LEVEL: Final = 9
_LEVEL: Final = -1
"""How hard the engine packs, and qpdf."""


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
        """Pack the streams as the engine and qpdf do."""
        code = () if self.code is None else (zlib.compress(self.code, _LEVEL),)
        return (zlib.compress(self.page, _PAGE_LEVEL), zlib.compress(self.manifest, _LEVEL), *code)

    def heads(self) -> tuple[bytes, ...]:
        """Say of the streams what the objects that hold them say, beside their length."""
        told = b"/CheckSum <%b> /Size %d" % (md5(self.manifest).hexdigest().encode(), len(self.manifest))  # noqa: S324
        return (b"", told, b"")


@dataclass(frozen=True, slots=True)
class _Hole:
    """Where a stream and what is said of it stand in the file: from the head to the end of its bytes."""

    number: int
    which: int
    start: int
    end: int
    head: bytes

    def filled(self, told: bytes, packed: bytes) -> bytes:
        head = _LENGTH.sub(b"/Length %d" % len(packed), self.head)
        return b"".join((_DIGEST.sub(told, head) if told else head, b"\nstream\n", packed))


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
        table = self.table.written(list(grown), filling.identifier)
        return None if table is None else identified(b"".join((*parts, table)))


class _Table:
    """The table of objects at the end of a file, and where in it stands what moves."""

    def __init__(self, content: bytes, start: int, ends: Sequence[int]) -> None:
        found = _OBJECT.match(content, start)
        shape = found and _TABLE.search(found[2])
        if not found or not shape:
            raise CastError("its table of objects is of another sort")
        self.start, self.columns, self.width = start, int(shape[1]), int(shape[2])
        self.opening = content[start : found.end()]
        self.rows = _rows(
            zlib.decompress(content[found.end() : found.end() + _length(found[2])]), self.columns
        )
        self.moving = dict(self._moving(ends))

    def written(self, grown: Sequence[int], identifier: bytes) -> bytes | None:
        """Write it with objects moved; ``grown`` is by how much what ends with each hole is longer."""
        rows = bytearray(self.rows)
        start = self.start + grown[-1]
        if (start.bit_length() + 7) // 8 != self.width:
            return None
        for place, (offset, hole) in self.moving.items():
            rows[place : place + self.width] = (offset + grown[hole]).to_bytes(self.width, "big")
        packed = zlib.compress(_predicted(bytes(rows), self.columns), _LEVEL)
        opening = _LENGTH.sub(b"/Length %d" % len(packed), self.opening, count=1)
        opening = _NAMED.sub(b"/ID [<%b>%b" % (identifier.hex().encode(), PLACE), opening)
        return b"%b%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (opening, packed, start)

    def _moving(self, ends: Sequence[int]) -> Iterator[tuple[int, tuple[int, int]]]:
        """List places of rows of objects that lie behind a hole: where each lies, and behind which hole."""
        for row in range(0, len(self.rows), self.columns):
            if self.rows[row] == _IN_FILE:
                offset = int.from_bytes(self.rows[row + 1 : row + 1 + self.width], "big")
                if behind := sum(end <= offset for end in ends):
                    yield row + 1, (offset, behind)


def _holes(content: bytes, filling: Filling) -> Iterator[_Hole]:
    """Find the streams that differ, each by what it says."""
    packed = filling.packed()
    taken = set()
    for found in _OBJECT.finditer(content):
        end = found.end() + _length(found[2])
        which = next((place for place, one in enumerate(packed) if content[found.end() : end] == one), None)
        if which is not None:
            taken.add(which)
            yield _Hole(int(found[1]), which, found.start(2), end, found[2])
    if len(taken) != len(packed):
        raise CastError("a stream of it is packed otherwise, or not there")


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


def _predicted(rows: bytes, columns: int) -> bytes:
    """Write rows, each less the one above it."""
    less = bytes((one - other) & 0xFF for one, other in zip(rows, bytes(columns) + rows, strict=False))
    mark = bytes((_UP,))
    return b"".join(mark + less[start : start + columns] for start in range(0, len(less), columns))
