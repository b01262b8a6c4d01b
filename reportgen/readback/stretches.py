"""Two texts held against each other, letter by letter and in order, white space aside.

Letters without ink do not count either: a PDF gives back no soft hyphen and no zero-width space.
A mere search would find ``5`` in ``15``: so whole texts are compared, not the values in them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from reportgen.model.letters import with_ink

_GRAM: Final = 8
"""So many letters in a row that both sides have are taken for the same place."""

_END: Final = "\x00" * _GRAM
_STEP: Final = 4096
_FIRST_WINDOW: Final = 64
_LONGEST: Final = _FIRST_WINDOW * 8**4
_SHORT: Final = 256
"""The letters of shorter pieces are kept: most of a page are those of the paper before."""

SHOWN: Final = 60
"""So many letters of a stretch are shown to people."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the one text, and the stretch of the other that stands in its place."""

    start: int
    end: int
    from_: int
    to: int


class Text:
    """Pieces of text as one, without what has no ink, and the way back to what was written."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = [with_ink(piece) for piece in pieces]
        squeezed = ["".join(piece.split()) for piece in self.pieces]
        self.letters = "".join(squeezed)
        self.starts = [0, *accumulate(map(len, squeezed))]

    def touching(self, start: int, end: int) -> Iterator[int]:
        """List the pieces, by number, that a stretch overlaps or stands between."""
        for piece in range(max(bisect_left(self.starts, start) - 1, 0), len(self.pieces)):
            if self.starts[piece] > end:
                return
            if self.starts[piece + 1] >= start:
                yield piece

    def words(self, start: int, end: int, most: int = SHOWN) -> str:
        """Give a stretch as it was written, and not too much of it."""
        start, end = max(start, 0), min(end, len(self.letters), start + most)
        text = (self._cut(piece, start, end) for piece in self.touching(start, end))
        return " ".join(" ".join(text).split())

    def _cut(self, piece: int, start: int, end: int) -> str:
        first, last = self.starts[piece], self.starts[piece + 1]
        if last - first > _STEP:  # a very long piece is shown without its spaces: counting them takes time
            return self.letters[max(first, start) : min(last, end)]
        return _stretch(self.pieces[piece], start - first, end - first)

    def is_edge(self, place: int) -> bool:
        """Ask whether a piece begins or ends here."""
        at = bisect_left(self.starts, place)
        return at < len(self.starts) and self.starts[at] == place

    def slide(self, gap: Gap) -> int | None:
        """Tell how much earlier a gap begins if it is nothing but whole pieces that are too many here.

        It may as well begin earlier where the letters before it are those at its end; None if it is more.
        """
        start, end = gap.from_, gap.to
        while gap.start == gap.end:
            if self.is_edge(start) and self.is_edge(end):
                return gap.from_ - start
            if start == 0 or start < gap.from_ - _STEP or self.letters[start - 1] != self.letters[end - 1]:
                return None
            start, end = start - 1, end - 1
        return None


def letters(pieces: Iterable[str]) -> str:
    """Give the letters alone that a `Text` of these pieces has: where they are the same, nothing is lost."""
    return "".join([_kept(one) if len(one) < _SHORT else _letters(one) for one in pieces])


def _letters(piece: str) -> str:
    return "".join(with_ink(piece).split())


_kept = lru_cache(maxsize=4096)(_letters)


def gaps(ours: str, theirs: str) -> Iterator[Gap]:
    """Find where two texts differ, in order; both come without their white space."""
    i = j = 0
    while True:
        same = _agreement(ours, i, theirs, j)
        i, j = i + same, j + same
        if i == len(ours) and j == len(theirs):
            return
        skip, over = _meeting(ours, i, theirs, j)
        yield Gap(i, i + skip, j, j + over)
        i, j = i + skip, j + over


def _stretch(text: str, start: int, end: int) -> str:
    """Cut a stretch out by its letters' numbers; white space does not count."""
    numbers = accumulate(not letter.isspace() for letter in text)
    return "".join(letter for letter, number in zip(text, numbers, strict=True) if start < number <= end)


def _agreement(ours: str, i: int, theirs: str, j: int) -> int:
    """Count the letters from here that are the same."""
    same, step = 0, _STEP
    while step:
        while (ours[i + same : i + same + step] == theirs[j + same : j + same + step]) and (
            i + same + step <= len(ours)
        ):
            same += step
        step //= 2
    return same


def _meeting(ours: str, i: int, theirs: str, j: int) -> tuple[int, int]:
    """Find how much to pass over on each side until both say the same again, as little as possible."""
    width = _FIRST_WINDOW
    while width <= _LONGEST:
        if (found := _nearest(_window(ours, i, width), _window(theirs, j, width))) is not None:
            return found
        width *= 8
    return len(ours) - i, len(theirs) - j


def _window(text: str, start: int, width: int) -> str:
    return text[start : start + width] + (_END if start + width >= len(text) else "")


def _nearest(ours: str, theirs: str) -> tuple[int, int] | None:
    places = {theirs[q : q + _GRAM]: q for q in range(len(theirs) - _GRAM, -1, -1)}
    best: tuple[int, int] | None = None
    for p in range(len(ours) - _GRAM + 1):
        if best is not None and p >= sum(best):
            break
        q = places.get(ours[p : p + _GRAM])
        if q is not None and (best is None or p + q < sum(best)):
            best = p, q
    return best
