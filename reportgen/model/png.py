"""A black and white picture as a file (PNG, ISO/IEC 15948)."""

import struct
import zlib
from collections.abc import Sequence
from typing import Final

_START: Final = b"\x89PNG\r\n\x1a\n"
_BLACK_AND_WHITE: Final = (1, 0, 0, 0, 0)
"""A bit for each point; packed, filtered and ordered as usual."""


def png_of(rows: Sequence[str], points: int) -> bytes:
    """Draw rows of squares, ``1`` where one is black, each so many points wide and high."""
    lines = b"".join(_line(row, points) * points for row in rows)
    size = struct.pack(">2I5B", len(rows[0]) * points, len(rows) * points, *_BLACK_AND_WHITE)
    return _START + _part(b"IHDR", size) + _part(b"IDAT", zlib.compress(lines, 9)) + _part(b"IEND", b"")


def _line(row: str, points: int) -> bytes:
    """Write a line of points: black is 0, what is over at its end is white, no filter before it."""
    bits = "".join(("0" if square == "1" else "1") * points for square in row)
    bits += "1" * (-len(bits) % 8)
    return b"\0" + int(bits, 2).to_bytes(len(bits) // 8)


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
