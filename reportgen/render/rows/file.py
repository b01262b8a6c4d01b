"""A PDF written piece by piece: what the engine made, and pages and tags in streams of objects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import md5
from struct import Struct
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine

from reportgen.packing import deflated

_MOST_PACKED: Final = 1000
_HEAD: Final = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_ENTRY: Final = Struct(">BIH")
_FREE: Final = (0, 0, 65535)

Object = tuple[int, str]
"""An object that is packed with others: its number, and what it says, a letter for each byte."""


@dataclass(slots=True)
class File:
    """The bytes so far, and where each object stands: in the file, or in which stream and as which."""

    last: int
    """The last number that an object has."""

    parts: list[bytes] = field(default_factory=lambda: [_HEAD])
    length: int = len(_HEAD)
    entries: bytearray = field(default_factory=bytearray)
    """What the file's table says of each object, one after the other."""

    def number(self) -> int:
        """Take the next number for an object."""
        self.last += 1
        return self.last

    def add(self, number: int, content: bytes) -> None:
        """Write an object by itself; the content has its number on it."""
        self._note(number, 1, self.length, 0)
        self._say(content)

    def add_stream(self, number: int, said: bytes, content: bytes) -> None:
        """Write a stream with what its dictionary says beside how it is packed."""
        packed = deflated(content)
        head = b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n" % (number, said, len(packed))
        self.add(number, b"%b%b\nendstream\nendobj\n" % (head, packed))

    def pack(self, objects: Sequence[Object]) -> None:
        """Write objects packed together."""
        for begin in range(0, len(objects), _MOST_PACKED):
            some, stream = objects[begin : begin + _MOST_PACKED], self.number()
            self._make_room(self.last)
            places, place, entries = [], 0, self.entries
            for count, (number, content) in enumerate(some):
                places.append(f"{number} {place}")
                place += len(content) + 1
                _ENTRY.pack_into(entries, number * _ENTRY.size, 2, stream, count)
            head = " ".join(places) + "\n"
            said = b"/Type/ObjStm/N %d/First %d" % (len(some), len(head))
            self.add_stream(
                stream, said, (head + "\n".join([content for _, content in some])).encode("latin-1")
            )

    def finish(self, root: bytes, info: bytes) -> bytes:
        """Write where everything stands."""
        digest = md5(usedforsecurity=False)
        for part in self.parts:
            digest.update(part)
        sign = digest.hexdigest().encode()
        number, place = self.number(), self.length
        self._note(number, 1, place, 0)
        table = bytes(self.entries)
        said = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID[<%b><%b>]" % (
            number + 1,
            root,
            info,
            sign,
            sign,
        )
        self.add_stream(number, said, table)
        self._say(b"startxref\n%d\n%%%%EOF\n" % place)
        return b"".join(self.parts)

    def _note(self, number: int, *where: int) -> None:
        """Note where an object stands."""
        self._make_room(number)
        _ENTRY.pack_into(self.entries, number * _ENTRY.size, *where)

    def _make_room(self, last: int) -> None:
        """Make room for what is noted of objects up to the last."""
        lacking = last + 1 - len(self.entries) // _ENTRY.size
        self.entries += _ENTRY.pack(*_FREE) * lacking

    def _say(self, content: bytes) -> None:
        self.parts.append(content)
        self.length += len(content)


def add_all(file: File, objects: Iterable[Any], dropped: frozenset[int]) -> None:
    """Write what the engine made, but for what was dropped."""
    packed = []
    for one in objects:
        if one.free == "f" or one.number in dropped:
            continue
        if one.compressible:
            packed.append((one.number, one.data.decode("latin-1")))
        else:
            file.add(one.number, one.indirect + b"\n")
    file.pack(packed)


def said(stream: Any) -> bytes:
    """Give what a stream of the engine's says."""
    return b"\n".join(pydyf._to_bytes(item) for item in stream.stream)  # noqa: SLF001  # nothing public
