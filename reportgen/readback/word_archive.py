"""An archive that is read more than once, and one of many that have most of their parts in common.

What lies there plainly is unpacked here, once for all files in which the same packed bytes lie; the library
judges of everything else, and of all that is wrong.
"""

import io
import struct
import zipfile
import zlib
from functools import lru_cache
from itertools import pairwise
from typing import Final

KEPT: Final = 1 << 18
"""So many bytes may a part have that is kept as it was read."""

_LOCAL: Final = struct.Struct("<4s22x2H")
_RAW: Final = -15
_ODD_FLAGS: Final = ~0x806
"""All flags but those that tell how hard the packer tried, and that a name is in UTF-8."""


class Archive(zipfile.ZipFile):
    """An archive that keeps what was read of it while it is open: many readers ask for the same parts."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))
        self._content = content
        self._contents: dict[str, bytes] = {}
        starts = [*(entry.header_offset for entry in self.filelist), self.start_dir]
        self._ends = {
            one.filename: end for one, (_, end) in zip(self.filelist, pairwise(starts), strict=True)
        }

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        """Read a part, once."""
        key = name if isinstance(name, str) else name.filename
        if key not in self._contents:
            entry = self.getinfo(key)
            found = self._plain(entry) if 0 < entry.file_size <= KEPT else None
            self._contents[key] = super().read(key, pwd) if found is None else found
        return self._contents[key]

    def _plain(self, entry: zipfile.ZipInfo) -> bytes | None:
        """Unpack a part that is packed as usual, under the name that the directory gives, before the next."""
        start = entry.header_offset + _LOCAL.size
        if entry.compress_type != zipfile.ZIP_DEFLATED or entry.flag_bits & _ODD_FLAGS or start < _LOCAL.size:
            return None
        head, name = self._content[start - _LOCAL.size : start], entry.orig_filename
        if len(head) < _LOCAL.size or not name.isascii():
            return None
        sign, length, extra = _LOCAL.unpack(head)
        begin = start + length + extra
        end = begin + entry.compress_size
        called = self._content[start : start + length]
        if sign != b"PK\3\4" or called != name.encode() or end > self._ends[entry.filename]:
            return None
        return _unpacked(self._content[begin:end], entry.CRC, entry.file_size)


@lru_cache(maxsize=32)
def _unpacked(packed: bytes, checksum: int, size: int) -> bytes | None:
    """Unpack so many bytes; none if there are fewer, or others."""
    try:
        content = zlib.decompressobj(_RAW).decompress(packed, size)
    except zlib.error:
        return None
    return content if len(content) == size and zlib.crc32(content) == checksum else None
