"""An archive that is read more than once, and one of many that have most of their parts in common.

What lies there plainly is read here: a directory without anything odd, and parts that are unpacked once for
all files in which the same packed bytes lie. The library judges of everything else, and of all that is wrong.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from itertools import pairwise
from types import TracebackType
from typing import Final, NamedTuple

KEPT: Final = 1 << 18
"""So many bytes may a part have that is kept as it was read."""

_LOCAL: Final = struct.Struct("<4s22x2H")
_LINE: Final = "4s2x3H4x3L4H6xL"
_COLUMNS: Final = 13
_LENGTH_AT: Final = 28
"""Where a line of a directory tells how long its name is."""

_CENTRAL: Final = struct.Struct(f"<{_LINE}")
_END: Final = struct.Struct("<4s4H2LH")
_FAR_END: Final = b"PK\6\7"
_FAR_END_SIZE: Final = 20
_RAW: Final = -15
_ODD_FLAGS: Final = ~0x806
"""All flags but those that tell how hard the packer tried, and that a name is in UTF-8."""

_NEWEST: Final = 63
"""What a program must know to unpack a part, as the library has it."""

_FAR: Final = 0xFFFFFFFF
"""Stands for a size that is told elsewhere."""


class Entry(NamedTuple):
    """A part as the directory tells of it."""

    filename: str
    flags: int
    method: int
    checksum: int
    packed_size: int
    file_size: int
    offset: int


class Archive(AbstractContextManager["Archive"]):
    """An archive that keeps what was read of it while it is open: many readers ask for the same parts.

    Raises:
        zipfile.BadZipFile: it is none; so does reading a part that is damaged.

    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._library: zipfile.ZipFile | None = None
        entries, start = _directory(content) or self._by_library()
        self.entries: Mapping[str, Entry] = {one.filename: one for one in entries}
        self.all_entries: Sequence[Entry] = entries
        starts = [*(one.offset for one in entries), start]
        self._ends = {one.filename: end for one, (_, end) in zip(entries, pairwise(starts), strict=True)}
        self._contents: dict[str, bytes] = {}

    def __exit__(
        self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        if self._library:
            self._library.close()

    @property
    def names(self) -> list[str]:
        """List its parts."""
        return [one.filename for one in self.all_entries]

    @property
    def seen(self) -> list[str]:
        """List the parts that were read so far."""
        return list(self._contents)

    def read(self, name: str) -> bytes:
        """Read a part, once."""
        if name not in self._contents:
            entry = self.entries[name]
            found = self._plain(entry) if 0 < entry.file_size <= KEPT else None
            self._contents[name] = self._opened().read(name) if found is None else found
        return self._contents[name]

    def lying(self, name: str) -> tuple[object, ...]:
        """Give all that what is read of a part depends on: two that are alike have the same content."""
        entry = self.entries[name]
        start = entry.offset + _LOCAL.size
        head = self._content[entry.offset : start]
        if len(head) < _LOCAL.size:
            return (*entry, self._content)
        _, length, extra = _LOCAL.unpack(head)  # other parts may be said to lie in the midst of it
        return (*entry[:-1], self._content[entry.offset : start + length + extra + entry.packed_size])

    def _opened(self) -> zipfile.ZipFile:
        """Open it with the library, when that is to judge."""
        if self._library is None:
            self._library = zipfile.ZipFile(io.BytesIO(self._content))
        return self._library

    def _by_library(self) -> tuple[list[Entry], int]:
        archive = self._opened()
        found = [
            Entry(
                one.filename, one.flag_bits if one.filename == one.orig_filename else _ODD_FLAGS,
                one.compress_type, one.CRC, one.compress_size, one.file_size, one.header_offset,
            )
            for one in archive.filelist
        ]  # fmt: skip
        return found, archive.start_dir

    def _plain(self, entry: Entry) -> bytes | None:
        """Unpack a part that is packed as usual, under the name that the directory gives, before the next."""
        start = entry.offset + _LOCAL.size
        if entry.method != zipfile.ZIP_DEFLATED or entry.flags & _ODD_FLAGS or start < _LOCAL.size:
            return None
        head, name = self._content[start - _LOCAL.size : start], entry.filename
        if len(head) < _LOCAL.size or not name.isascii():
            return None
        sign, length, extra = _LOCAL.unpack(head)
        begin = start + length + extra
        end = begin + entry.packed_size
        called = self._content[start : start + length]
        if sign != b"PK\3\4" or called != name.encode() or end > self._ends[name]:
            return None
        return _unpacked(self._content[begin:end], entry.checksum, entry.file_size)


def _directory(content: bytes) -> tuple[list[Entry], int] | None:
    """Read the directory of an archive that begins with its first part and ends without a comment."""
    at = len(content) - _END.size
    if at < 0 or content[at - _FAR_END_SIZE : at].startswith(_FAR_END):
        return None
    sign, disk, first, here, count, size, start, comment = _END.unpack_from(content, at)
    if sign != b"PK\5\6" or disk or first or comment or here != count or start + size != at:
        return None
    lengths = _lengths(content, start, count, at)
    if lengths is None:
        return None
    lines = _layout(lengths).unpack_from(content, start)
    columns = [lines[column::_COLUMNS] for column in range(_COLUMNS)]
    signs, versions, flags, methods, sums, packed, sizes, _, extras, comments, disks, offsets, names = columns
    together = b"".join(names)
    more = {*signs} != {b"PK\1\2"} or max(versions) > _NEWEST or any(extras + comments + disks)
    odd = not together.isascii() or b"\0" in together or b"\\" in together or b"" in names
    if more or odd or _FAR in packed + sizes + offsets:
        return None
    called = [name.decode() for name in names]
    return list(map(Entry, called, flags, methods, sums, packed, sizes, offsets)), start


def _lengths(content: bytes, start: int, count: int, end: int) -> tuple[int, ...] | None:
    """Give the lengths of the names in a directory that holds nothing else: in a batch they are the same."""
    found, place = list[int](), start
    for _ in range(count):
        if place + _CENTRAL.size > end:
            return None
        length = content[place + _LENGTH_AT] | content[place + _LENGTH_AT + 1] << 8
        found.append(length)
        place += _CENTRAL.size + length
    return tuple(found) if found and place == end else None


@lru_cache(maxsize=16)
def _layout(lengths: tuple[int, ...]) -> struct.Struct:
    """Give the layout of a whole directory: to take it apart in one go is five times as fast."""
    return struct.Struct("<" + "".join(f"{_LINE}{length}s" for length in lengths))


@lru_cache(maxsize=32)
def _unpacked(packed: bytes, checksum: int, size: int) -> bytes | None:
    """Unpack so many bytes; none if there are fewer, or others."""
    try:
        content = zlib.decompressobj(_RAW).decompress(packed, size)
    except zlib.error:
        return None
    return content if len(content) == size and zlib.crc32(content) == checksum else None
