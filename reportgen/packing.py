"""A Word file put together from packed parts: what does not change is packed once for all documents.

One packer for the press and the bindery, a library of its own: which zlib Python was built with does not
change a byte.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from isal.isal_zlib import compress, crc32

_LEVEL: Final = 1
_RAW: Final = -15
_DEFLATED: Final = 8
_UTF8: Final = 0x800
_VERSION: Final = 20
_DAY: Final = 0x21
"""The first day that an archive can name: dates inside files never come from the clock."""

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_NAMES: Final = struct.Struct("<2H")


class Member(NamedTuple):
    """A part as it lies in an archive: how it is packed, its checksum, its sizes and its packed bytes."""

    name: bytes
    method: int
    checksum: int
    size: int
    packed: bytes

    @property
    def content(self) -> bytes:
        """Unpack the part."""
        return zlib.decompress(self.packed, _RAW) if self.method == _DEFLATED else self.packed

    def heads(self, offset: int) -> tuple[bytes, bytes]:
        """Give what stands before the packed bytes of a part at an offset, and its line of the directory."""
        flags, length = 0 if self.name.isascii() else _UTF8, len(self.name)
        said = flags, self.method, 0, _DAY, self.checksum, len(self.packed), self.size, length, 0
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *said)
        central = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *said, 0, 0, 0, 0, offset)
        return local + self.name, central + self.name


@dataclass(frozen=True, slots=True)
class Bundle:
    """Parts one after the other, and their lines of the directory."""

    body: bytes = b""
    directory: bytes = b""
    count: int = 0

    def with_members(self, members: Iterable[Member]) -> "Bundle":
        """Add parts at the end."""
        body, directory = [self.body], [self.directory]
        offset, count = len(self.body), self.count
        for member in members:
            local, central = member.heads(offset)
            body += local, member.packed
            directory.append(central)
            offset += len(local) + len(member.packed)
            count += 1
        return Bundle(b"".join(body), b"".join(directory), count)

    def archive(self) -> bytes:
        """Give the whole file."""
        sizes = len(self.directory), len(self.body)
        end = _END.pack(b"PK\5\6", 0, 0, self.count, self.count, *sizes, 0)
        return b"".join((self.body, self.directory, end))


def taken_apart(archive: bytes) -> dict[str, Member]:
    """Give the parts of a file that was put together here, by their names and as they lie there."""
    _, _, _, count, _, _, at, _ = _END.unpack(archive[-_END.size :])
    found = {}
    for _ in range(count):
        _, _, _, _, method, _, _, checksum, size, whole, length, _, _, _, _, _, offset = _CENTRAL.unpack_from(
            archive, at
        )
        at += _CENTRAL.size
        name = archive[at : at + length]
        start = offset + _LOCAL.size + length
        found[name.decode()] = Member(name, method, checksum, whole, archive[start : start + size])
        at += length
    return found


def deflated(content: bytes) -> bytes:
    """Pack the content of a stream in a PDF (zlib's format)."""
    return compress(content, _LEVEL)


def packed(name: str, content: bytes) -> Member:
    """Pack a part: the same bytes every time."""
    return Member(name.encode(), _DEFLATED, crc32(content), len(content), compress(content, _LEVEL, _RAW))


def copied(archive: bytes, entry: zipfile.ZipInfo, content: bytes) -> Member:
    """Take a part over as it lies in a file that was read; with a tail behind it, it is packed anew."""
    member = lying(archive, entry)
    if entry.compress_type == _DEFLATED and _has_tail(member.packed):
        return packed(entry.filename, content)
    return member


def lying(archive: bytes, entry: zipfile.ZipInfo) -> Member:
    """Take a part over as it lies in a file that was packed here."""
    names = _NAMES.unpack_from(archive, entry.header_offset + _LOCAL.size - _NAMES.size)
    start = entry.header_offset + _LOCAL.size + sum(names)
    found = archive[start : start + entry.compress_size]
    return Member(entry.filename.encode(), entry.compress_type, entry.CRC, entry.file_size, found)


def _has_tail(found: bytes) -> bool:
    unpacker = zlib.decompressobj(_RAW)
    unpacker.decompress(found)
    return bool(unpacker.unused_data)
