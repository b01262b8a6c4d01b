"""ToUnicode maps of fonts (ISO 32000-1 9.10.3): from a code to the letters it stands for."""

import re
from collections.abc import Iterator
from typing import Final

_BLOCK: Final = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_WIDEST: Final = 0x10000


def letters_of(content: bytes) -> dict[int, str]:
    """Read a map; what it does not name is not in the result."""
    found: dict[int, str] = {}
    for sort, block in _BLOCK.findall(content):
        found.update(_pairs(block) if sort == b"bfchar" else _ranges(block))
    return found


def _pairs(block: bytes) -> Iterator[tuple[int, str]]:
    return ((int(code, 16), _text(letters)) for code, letters in _PAIR.findall(block))


def _ranges(block: bytes) -> Iterator[tuple[int, str]]:
    for first, last, start, listed in _RANGE.findall(block):
        codes = range(int(first, 16), min(int(last, 16), int(first, 16) + _WIDEST) + 1)
        texts = [_text(one) for one in _HEX.findall(listed)] if listed else _counted(_text(start), len(codes))
        yield from zip(codes, texts, strict=False)


def _counted(start: str, count: int) -> Iterator[str]:
    return (start[:-1] + chr(ord(start[-1]) + place) for place in range(count)) if start else iter(())


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")
