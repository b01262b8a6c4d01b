"""The objects that a PDF keeps packed together, as they are written there.

A long table has 200,000 elements. A library takes each apart, in a second and 300 MB; that is not needed to
see that most of them say the same few things. Where each is, the file's table says.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, NamedTuple

_STREAM: Final = re.compile(rb"(\d+) 0 obj\s*<<([^<>]*/Type\s*/ObjStm[^<>]*)>>\s*stream\r?\n")
_TABLE: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE_STREAM: Final = re.compile(rb"\d+ 0 obj\s*<<(.*?/Type\s*/XRef.*?)>>\s*stream\r?\n", re.DOTALL)
_WIDTHS: Final = re.compile(rb"/W\s*\[\s*1 (\d+) (\d+)\s*\]")
_ALONE: Final = 1
_PACKED: Final = 2
"""What the table says of an object that stands by itself, and of one that is packed with others."""

_UP: Final = 2
"""How a row of the table begins that says what differs from the one above."""

_MOST_KEPT: Final = 16


class OddObjectsError(Exception):
    """A file's objects are not packed as those of our press."""


class _Stream(NamedTuple):
    """Objects that are packed together: their numbers, what they say, and from where to where each does."""

    numbers: Sequence[int]
    said: bytes
    places: Sequence[int]


@dataclass(slots=True)
class Packed:
    """The packed objects of a file, each found by what the file's table says of it.

    Streams are unpacked when they are asked for, and few are kept: whoever goes through a tree goes from page
    to page, and all of them are as large as the file is unpacked.
    """

    content: bytes
    entries: bytes
    widths: tuple[int, int]
    _kept: dict[int, _Stream] = field(default_factory=dict)

    def get(self, number: int) -> bytes | None:
        """Give what an object says; nothing of one that lies elsewhere, or in another way than ours."""
        try:
            sort, within, place = self._entry(number)
            if sort != _PACKED:
                return None
            stream = self._stream(within)
            _refuse(stream.numbers[place] != number)
            return stream.said[stream.places[place] : stream.places[place + 1]].rstrip()
        except (OddObjectsError, LookupError, ValueError, zlib.error):
            return None

    def _entry(self, number: int) -> tuple[int, int, int]:
        wide, last = self.widths
        begin = number * (1 + wide + last)
        middle, end = begin + 1 + wide, begin + 1 + wide + last
        entries = self.entries
        return (
            entries[begin],
            int.from_bytes(entries[begin + 1 : middle]),
            int.from_bytes(entries[middle:end]),
        )

    def _stream(self, number: int) -> _Stream:
        if number not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[number] = self._unpacked(number)
        return self._kept[number]

    def _unpacked(self, number: int) -> _Stream:
        sort, place, _ = self._entry(number)
        found = _met(_STREAM.match(self.content, place))
        _refuse(sort != _ALONE or int(found[1]) != number or b"/Extends" in found[2])
        said, first = _unpacked(self.content, found.end(), found[2]), _number(b"First", found[2])
        told = list(map(int, said[:first].split()))
        return _Stream(told[::2], said, [*(first + place for place in told[1::2]), len(said)])


def packed_objects(content: bytes) -> Packed | None:
    """Open the packed objects of a file; nothing where its table is another one than ours."""
    try:
        return Packed(content, *_table(content))
    except (OddObjectsError, OverflowError, ValueError, zlib.error):
        return None


def _table(content: bytes) -> tuple[bytes, tuple[int, int]]:
    """Read the table of a file that was written in one step: its entries, and how long their parts are."""
    end = _met(_TABLE.search(content[-64:]))
    stream = _met(_TABLE_STREAM.match(content, int(end[1])))
    _refuse(b"/Prev" in stream[1] or b"/Index" in stream[1])
    wide, last = map(int, _met(_WIDTHS.search(stream[1])).groups())
    entries = _unpacked(content, stream.end(), stream[1])
    if b"/Predictor" in stream[1]:
        entries = _added_up(entries, 2 + wide + last)
    return entries, (wide, last)


def _added_up(rows: bytes, step: int) -> bytes:
    """Add up rows, each of which says how it differs from the one before."""
    _refuse(set(rows[::step]) != {_UP})
    found = bytearray(len(rows) // step * (step - 1))
    for column in range(1, step):
        found[column - 1 :: step - 1] = bytes(one & 0xFF for one in accumulate(rows[column::step]))
    return bytes(found)


def _unpacked(content: bytes, begin: int, said: bytes) -> bytes:
    _refuse(b"/FlateDecode" not in said)
    return zlib.decompress(content[begin : begin + _number(b"Length", said)])


def _number(name: bytes, said: bytes) -> int:
    return int(_met(re.search(rb"/%b (\d++)(?! \d+ R)" % name, said))[1])


def _met(found: re.Match[bytes] | None) -> re.Match[bytes]:
    if found is None:
        raise OddObjectsError
    return found


def _refuse(is_odd: bool) -> None:  # noqa: FBT001  # said of a thing that is looked at
    if is_odd:
        raise OddObjectsError
