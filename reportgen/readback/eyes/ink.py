"""Whether the ink of a letter is seen where it should be: a picture held against one of the letters alone."""

import re
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

from reportgen.readback.eyes.picture import Box, Picture

_SQUARE: Final = 3
"""Squares have sides of 2 to the power of so many points."""

_APART: Final = re.compile(rb"[^\0]+")
_TRACE: Final = 240
"""What is darker is of a letter that is drawn alone, in black; a thin stroke leaves a trace only."""

_CONTRAST: Final = 0.09
"""So much of the way from black to white must lie between a letter and its ground; light grey has 0.14."""

_ALIKE: Final = 0.9
"""How alike the shades of the two pictures must run: a line through a letter leaves 0.85."""

_TURNED: Final = 0.6
"""The same of light letters on dark ground, which may end beside a letter."""


class Changes:
    """Where two pictures of one size differ, square by square."""

    def __init__(self, one: Picture, other: Picture) -> None:
        apart: dict[int, int] = {}
        whole = (0, 0, one.width, one.height)
        for number, rows in enumerate(zip(one.rows(whole), other.rows(whole), strict=True)):
            if rows[0] != rows[1]:
                differ = int.from_bytes(rows[0], "big") ^ int.from_bytes(rows[1], "big")
                apart[number >> _SQUARE] = apart.get(number >> _SQUARE, 0) | differ
        self.squares = {(column, row) for row, line in apart.items() for column in _columns(line, one.width)}

    def touch(self, box: Box) -> bool:
        """Ask whether the pictures differ in a part, or near it."""
        left, top, right, bottom = box
        columns = range(left >> _SQUARE, (right - 1 >> _SQUARE) + 1)
        return any(
            (column, row) in self.squares
            for row in range(top >> _SQUARE, (bottom - 1 >> _SQUARE) + 1)
            for column in columns
        )


def _columns(apart: int, width: int) -> Iterator[int]:
    """Give the squares of a row in which two pictures differ: a byte is zero where they do not."""
    for found in _APART.finditer(apart.to_bytes(width, "big")):
        yield from range(found.start() >> _SQUARE, (found.end() - 1 >> _SQUARE) + 1)


def has_ink(letters: Picture, box: Box) -> bool:
    """Ask whether anything is drawn in a part, of letters alone; most of a letter is in its middle."""
    left, top, right, bottom = box
    middle = (top + bottom) // 2
    halves = ((left, middle, right, bottom), (left, top, right, middle))
    return any(min(row) < _TRACE for half in halves for row in letters.rows(half))


def is_seen(picture: Picture, letters: Picture, box: Box) -> bool:
    """Ask whether a letter, as it is drawn alone, can be read where it stands in a picture, in any colour."""
    pairs = [
        pair
        for rows in zip(picture.rows(box), letters.rows(box), strict=True)
        for pair in zip(*rows, strict=True)
    ]
    return _runs_alike([seen for seen, _ in pairs], [drawn for _, drawn in pairs])


def _runs_alike(seen: Sequence[int], drawn: Sequence[int]) -> bool:
    """Ask whether two pictures differ in their colours only: one's shades follow the other's on a line."""
    count = len(drawn)
    here, there = sum(seen) / count, sum(drawn) / count
    both = sum((a - here) * (b - there) for a, b in zip(seen, drawn, strict=True))
    own, other = sum((a - here) ** 2 for a in seen), sum((b - there) ** 2 for b in drawn)
    if not own or not other:
        return False
    alike = _ALIKE if both > 0 else _TURNED
    return abs(both) >= alike * sqrt(own * other) and abs(both) >= _CONTRAST * other
