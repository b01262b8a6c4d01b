"""Whether the ink of a letter is seen where it should be: a picture held against one of the letters alone."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

from reportgen.readback.eyes.picture import Box, Picture

_TRACE: Final = 240
"""What is darker is of a letter that is drawn alone, in black; a thin stroke leaves a trace only."""

_CONTRAST: Final = 0.09
"""So much of the way from black to white must lie between a letter and its ground; light grey has 0.14."""

_ALIKE: Final = 0.9
"""How alike the shades of the two pictures must run: a line through a letter leaves 0.85."""

_TURNED: Final = 0.6
"""The same of light letters on dark ground, which may end beside a letter."""


def are_same(one: Picture, other: Picture, box: Box) -> bool:
    """Ask whether two pictures of one size are the same in a part."""
    left, top, right, bottom = box
    if left >= right:
        return True
    wide, stride = right - left, one.stride
    for begin in range(top * stride + left, bottom * stride + left, stride):
        if one.points[begin : begin + wide] != other.points[begin : begin + wide]:
            return False
    return True


def has_ink(letters: Picture, box: Box) -> bool:
    """Ask whether anything is drawn in a part, of letters alone; most of a letter is in its middle."""
    left, top, right, bottom = box
    if left >= right:
        return False
    middle, wide, stride, points = (top + bottom) // 2, right - left, letters.stride, letters.points
    for row in (*range(middle, bottom), *range(top, middle)):
        begin = row * stride + left
        if min(points[begin : begin + wide]) < _TRACE:
            return True
    return False


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
    count = len(drawn) or 1
    here, there = sum(seen) / count, sum(drawn) / count
    both = sum((a - here) * (b - there) for a, b in zip(seen, drawn, strict=True))
    own, other = sum((a - here) ** 2 for a in seen), sum((b - there) ** 2 for b in drawn)
    if not own or not other:
        return False
    alike = _ALIKE if both > 0 else _TURNED
    return abs(both) >= alike * sqrt(own * other) and abs(both) >= _CONTRAST * other
