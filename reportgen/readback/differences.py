"""Where two finished papers do not say the same: in words, with the page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reportgen.model.reading import Reading
from reportgen.readback.stretches import Gap, Text, gaps

_AROUND: Final = 30
"""So many letters before a difference are shown, so that it can be found."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the old paper and what stands in their place in the new one; either may be empty.

    ``before`` are the words before them, which both have. Pages count from 1; Word files have none.
    ``pieces`` are the old paper's, by number, in which the words stand, ``new_piece`` is the new one's.
    """

    old: str
    new: str
    before: str
    old_page: int | None
    new_page: int | None
    pieces: tuple[int, ...] = ()
    new_piece: int = 0


def differences(old: Reading, new: Reading) -> list[Difference]:
    """List the words in which two papers differ, in their order; line ends and white space do not count."""
    before, after = _Paper(old), _Paper(new)
    found = (_widened(gap, before, after) for gap in gaps(before.letters, after.letters))
    return [_told(gap, before, after) for gap in _joined(found)]


class _Paper(Text):
    """A paper's letters, where its words begin, and its pages."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.pieces)
        self._pages = reading.starts
        words = (word for piece in reading.pieces for word in piece.split())
        self.edges = {0, *accumulate(map(len, words))}

    def piece(self, place: int) -> int:
        """Tell in which piece a letter stands."""
        return bisect_right(self.starts, place) - 1

    def page(self, place: int) -> int | None:
        """Tell on which page a letter stands."""
        return bisect_right(self._pages, self.piece(place)) or None

    def within(self, start: int, end: int) -> Iterator[int]:
        """List the pieces that have letters of a stretch."""
        for piece in self.touching(start, end):
            if self.starts[piece] < end and self.starts[piece + 1] > start:
                yield piece


def _told(gap: Gap, old: _Paper, new: _Paper) -> Difference:
    return Difference(
        old.words(gap.start, gap.end, len(old.letters)),
        new.words(gap.from_, gap.to, len(new.letters)),
        new.words(gap.from_ - _AROUND, gap.from_),
        old.page(gap.start),
        new.page(gap.from_),
        tuple(old.within(gap.start, gap.end)),
        new.piece(gap.from_),
    )


def _widened(gap: Gap, old: _Paper, new: _Paper) -> Gap:
    """Take in the rest of the words that a gap cuts: ``84%`` became ``85%``, not ``4`` ``5``."""
    left = new.slide(gap) or old.slide(Gap(gap.from_, gap.to, gap.start, gap.end)) or 0
    gap, left, right = _earlier(gap, left), 0, 0
    while not (gap.start - left in old.edges and gap.from_ - left in new.edges):
        left += 1
    while not (gap.end + right in old.edges and gap.to + right in new.edges):
        right += 1
    return Gap(gap.start - left, gap.end + right, gap.from_ - left, gap.to + right)


def _earlier(gap: Gap, by: int) -> Gap:
    return Gap(gap.start - by, gap.end - by, gap.from_ - by, gap.to - by)


def _joined(found: Iterable[Gap]) -> Iterator[Gap]:
    """Tell gaps that touch once they are widened as one."""
    last: Gap | None = None
    for gap in found:
        if last and gap.start <= last.end:
            last = Gap(last.start, gap.end, last.from_, gap.to)
            continue
        if last:
            yield last
        last = gap
    if last:
        yield last
