"""The letters of a page, judged one by one by two pictures: the page, and its letters alone, in black.

Where both are the same, a letter is seen. Where they are not, something covers it, cuts it off or makes it
pale; or it has another colour, and is seen all the same. Digits are looked at one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from math import ceil, floor
from typing import Final, NamedTuple

import pypdfium2

from reportgen.readback.eyes.digits import DIGITS, looks_like
from reportgen.readback.eyes.ink import are_same, has_ink, is_seen
from reportgen.readback.eyes.notes import Rectangle, notes, signatures
from reportgen.readback.eyes.picture import Box, Picture, Place, bared, enlarged, places, seen
from reportgen.readback.eyes.signs import UNSAID, Sign, signs


class Fault(Enum):
    """What is wrong with a letter."""

    UNSEEN = auto()
    PILED = auto()
    OTHERWISE = auto()
    REPLACED = auto()
    TURNED = auto()
    UNSAID = auto()


class Judged(NamedTuple):
    """A letter, what is wrong with it, and which digit it looks like."""

    sign: Sign
    fault: Fault | None = None
    looks: str = ""


_TINY: Final = 1.7
"""Points: letters that are no higher are of at most 4 pt, and not meant to be read."""

_AROUND: Final = 1
"""So many points of a picture are looked at around a letter."""

_SIGNS: Final = frozenset(".,%+-–−/")
"""What is no letter and may change a number."""

_ON_ITS_HEAD: Final = 180
_SLANT: Final = 20
"""Degrees."""

_CELL: Final = 4
_UPON: Final = 0.35
"""How near the middles of two letters are that lie upon each other, in parts of the smaller one."""

_FARTHEST: Final = 20
"""Points: letters that are not looked at are larger."""


def looked_at(document: pypdfium2.PdfDocument, number: int) -> tuple[list[str], list[Judged]]:
    """Tell what notes are stuck upon a page, and judge its letters in the order in which they are drawn."""
    page = document[number]
    letters, stuck, signed = list(signs(page)), list(notes(page)), list(signatures(page))
    picture = seen(page)
    page.close()
    page = document[number]
    alone = bared(page)
    place = places(page, alone)
    found = list(_all(letters, place, signed, picture, alone))
    found = [_looked_at_closely(one, page, place, alone) for one in found]
    page.close()
    return stuck, found


def _looked_at_closely(one: Judged, page: pypdfium2.PdfPage, place: Place, alone: Picture) -> Judged:
    """Look once more, and closely, at a digit that seemed to be another: small ones are easily mistaken."""
    sign = one.sign
    if one.fault is not Fault.OTHERWISE:
        return one
    (x, y), (other_x, other_y) = place(sign.left, sign.bottom), place(sign.right, sign.top)
    part = (min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))
    large = enlarged(page, alone, part)
    looks = looks_like(large, (0, 0, large.width, large.height), sign.text)
    return Judged(sign, Fault.OTHERWISE, looks) if looks else Judged(sign)


def _all(
    letters: Sequence[Sign], place: Place, signed: Sequence[Rectangle], picture: Picture, alone: Picture
) -> Iterator[Judged]:
    pile = _Pile()
    for word in _words(letters):
        boxes = [_box(sign, place, alone) for sign in word]
        plain = are_same(picture, alone, _around(boxes))
        for sign, box in zip(word, boxes, strict=True):
            aside = box[0] >= box[2] or box[1] >= box[3]  # who reads leaves out what stands off its page
            if sign.run.large or aside or (signed and _is_inked_over(sign, signed)):
                yield Judged(sign)
            elif pile.takes(sign):
                yield Judged(sign, Fault.PILED)
            else:
                yield _judged(sign, box, alone, None if plain else picture)


def _words(letters: Sequence[Sign]) -> Iterator[list[Sign]]:
    """Put letters together that are drawn together, with no space between them."""
    word: list[Sign] = []
    for sign in letters:
        if word and (sign.begins or sign.run is not word[-1].run):
            yield word
            word = []
        word.append(sign)
    if word:
        yield word


def _around(boxes: Sequence[Box]) -> Box:
    """Give the part in which all of some parts lie."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _judged(sign: Sign, box: Box, alone: Picture, picture: Picture | None) -> Judged:
    """Judge a letter; there is a ``picture`` of the page where it may differ from that of the letters."""
    if sign.text == UNSAID:
        return Judged(sign, Fault.UNSAID if has_ink(alone, _shrunk(box)) else None)
    if sign.run.replaced:
        return Judged(sign, Fault.REPLACED)
    if abs(sign.run.turn - _ON_ITS_HEAD) < _SLANT:
        return Judged(sign, Fault.TURNED)
    letter = sign.text.isalnum()
    if not letter and sign.text not in _SIGNS:
        return Judged(sign)
    tiny = letter and sign.top - sign.bottom < _TINY
    if tiny or not has_ink(alone, box):
        return Judged(sign, Fault.UNSEEN)
    if picture and not _is_there(picture, alone, box):
        return Judged(sign, Fault.UNSEEN)
    upright = min(sign.run.turn, 360 - sign.run.turn) < _SLANT
    if upright and sign.text in DIGITS and (looks := looks_like(alone, _shrunk(box), sign.text)):
        return Judged(sign, Fault.OTHERWISE, looks)
    return Judged(sign)


def _is_there(picture: Picture, alone: Picture, box: Box) -> bool:
    """Ask whether a letter is seen on its page: drawn there as it is alone, or in another colour."""
    inner = _shrunk(box)
    as_alone = are_same(picture, alone, inner) and has_ink(alone, inner)
    return as_alone or is_seen(picture, alone, box) or is_seen(picture, alone, inner)


def _box(sign: Sign, place: Place, picture: Picture) -> Box:
    """Tell in which part of a picture a letter stands."""
    (x, y), (other_x, other_y) = place(sign.left, sign.bottom), place(sign.right, sign.top)
    return (
        max(floor(min(x, other_x)) - _AROUND, 0),
        max(floor(min(y, other_y)) - _AROUND, 0),
        min(ceil(max(x, other_x)) + _AROUND, picture.width),
        min(ceil(max(y, other_y)) + _AROUND, picture.height),
    )


def _shrunk(box: Box) -> Box:
    """Leave out what is around a letter: parts of its neighbours."""
    left, top, right, bottom = box
    return left + _AROUND, top + _AROUND, right - _AROUND, bottom - _AROUND


def _is_inked_over(sign: Sign, signed: Sequence[Rectangle]) -> bool:
    """Ask whether a letter stands where the picture of a signature lies."""
    x, y = (sign.left + sign.right) / 2, (sign.bottom + sign.top) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in signed)


@dataclass(slots=True)
class _Pile:
    """The letters of a page by where they stand."""

    cells: dict[tuple[int, int], list[Sign]] = field(default_factory=dict)

    def takes(self, sign: Sign) -> bool:
        """Take a letter up, and tell whether it lies upon another."""
        if not sign.text.isalnum():
            return False
        x, y = (sign.left + sign.right) / 2, (sign.bottom + sign.top) / 2
        columns, rows = _near(x, sign.right - sign.left), _near(y, sign.top - sign.bottom)
        cells = [self.cells[column, row] for column in columns for row in rows if (column, row) in self.cells]
        found = any(_lie_upon(sign, one) and not _is_one_shape(sign, one) for cell in cells for one in cell)
        self.cells.setdefault((int(x / _CELL), int(y / _CELL)), []).append(sign)
        return found


def _near(middle: float, long: float) -> range:
    """Give the cells, along one side, in which the middles of letters may be that lie upon this one."""
    reach = min(_UPON * long, _FARTHEST)
    return range(int((middle - reach) / _CELL), int((middle + reach) / _CELL) + 1)


def _is_one_shape(one: Sign, other: Sign) -> bool:
    """Ask whether two letters are drawn as one, as f and i often are."""
    return one.run is other.run and (one.left, one.right) == (other.left, other.right)


def _lie_upon(one: Sign, other: Sign) -> bool:
    wide = min(one.right - one.left, other.right - other.left)
    high = min(one.top - one.bottom, other.top - other.bottom)
    across = abs(one.left + one.right - other.left - other.right) / 2
    down = abs(one.bottom + one.top - other.bottom - other.top) / 2
    return across < _UPON * wide and down < _UPON * high
