"""The objects that a PDF keeps packed together, as they are written there.

A long table has 200,000 elements. A library takes each apart, in a second and 300 MB; that is not needed to
see that most of them say the same few things. The file's table must say the same of where they are.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_STREAM: Final = re.compile(rb"(\d+) 0 obj\s*<<([^<>]*/Type\s*/ObjStm[^<>]*)>>\s*stream\r?\n")
_TABLE: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE_STREAM: Final = re.compile(rb"\d+ 0 obj\s*<<(.*?/Type\s*/XRef.*?)>>\s*stream\r?\n", re.DOTALL)
_WIDTHS: Final = re.compile(rb"/W\s*\[\s*1 (\d+) (\d+)\s*\]")
_PACKED: Final = 2
"""What the table says of an object that is packed with others; and of a row that says what differs."""


class OddObjectsError(Exception):
    """A file's objects are not packed as those of our press."""


@dataclass(frozen=True, slots=True)
class _Table:
    """What a file says of where its objects are: entries of some bytes, one after the other."""

    entries: bytes
    widths: tuple[int, int]

    def agrees(self, stream: int, numbers: list[int]) -> bool:
        """Ask whether objects are in a stream, in this order."""
        here, (wide, last) = b"%c%b" % (_PACKED, stream.to_bytes(self.widths[0])), self.widths
        step, entries = 1 + wide + last, self.entries
        found = [entries[number * step : (number + 1) * step] for number in numbers]
        return found == [here + place.to_bytes(last) for place in range(len(numbers))]


def packed_objects(content: bytes) -> dict[int, bytes]:
    """Give what packed objects say, by their numbers; none where they are packed in another way than ours."""
    try:
        table = _table(content)
        return {
            number: said for stream in _STREAM.finditer(content) for number, said in _taken(stream, table)
        }
    except (OddObjectsError, OverflowError, ValueError, zlib.error):
        return {}


def _taken(stream: re.Match[bytes], table: _Table) -> Iterator[tuple[int, bytes]]:
    """Take the objects of a stream."""
    said, first = _unpacked(stream.string, stream.end(), stream[2]), _number(b"First", stream[2])
    told = list(map(int, said[:first].split()))
    numbers, places = told[::2], [first + place for place in told[1::2]]
    _refuse(b"/Extends" in stream[2] or not table.agrees(int(stream[1]), numbers))
    for number, place, end in zip(numbers, places, [*places[1:], len(said)], strict=True):
        yield number, said[place:end].rstrip()


def _table(content: bytes) -> _Table:
    """Read the table at the end of a file that was written in one step."""
    end = _met(_TABLE.search(content[-64:]))
    stream = _met(_TABLE_STREAM.match(content, int(end[1])))
    _refuse(b"/Prev" in stream[1] or b"/Index" in stream[1])
    wide, last = map(int, _met(_WIDTHS.search(stream[1])).groups())
    entries = _unpacked(content, stream.end(), stream[1])
    if b"/Predictor" in stream[1]:
        entries = _added_up(entries, 2 + wide + last)
    return _Table(entries, (wide, last))


def _added_up(rows: bytes, step: int) -> bytes:
    """Add up rows, each of which says how it differs from the one before."""
    _refuse(set(rows[::step]) != {_PACKED})
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
