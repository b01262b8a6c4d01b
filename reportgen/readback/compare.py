"""Compare what a page must say with what it says, letter by letter and in order, white space aside.

A mere search would find ``5`` in ``15``: so the whole text is compared, not the values in it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reportgen.model.artifact import Script
from reportgen.model.reading import Reading

_GRAM: Final = 8
"""So many letters in a row that both sides have are taken for the same place."""

_END: Final = "\x00" * _GRAM
_STEP: Final = 4096
_FIRST_WINDOW: Final = 64
_LONGEST: Final = _FIRST_WINDOW * 8**4
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that does not stand where it should: the words before it, and what stands there instead.

    ``value`` is an emitted value, or words of the template (``emitted`` False); it is empty where the page
    says more than it should.
    """

    value: str
    before: str
    found: str
    emitted: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of the script, and the stretch of the page that stands in its place."""

    start: int
    end: int
    from_: int
    to: int


def missing(script: Script, reading: Reading, *, extra: bool = False) -> list[Lost]:
    """List what the page does not say as it should; ``extra`` allows it pieces beyond the script's."""
    ours, theirs = _Text([text for text, _ in script.pieces]), _Text(reading.pieces)
    losses: list[Lost] = []
    for gap in _gaps(ours.letters, theirs.letters):
        surplus = theirs.is_surplus(gap)
        if not (surplus and extra):
            losses += _losses(gap, script, ours, theirs, surplus=surplus)
    return losses


class _Text:
    """Pieces of text as one, without their white space, and the way back to what was written."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = pieces
        squeezed = ["".join(piece.split()) for piece in pieces]
        self.letters = "".join(squeezed)
        self.starts = [0, *accumulate(map(len, squeezed))]

    def touching(self, start: int, end: int) -> Iterator[int]:
        """List the pieces, by number, that a stretch overlaps or stands between."""
        for piece in range(max(bisect_left(self.starts, start) - 1, 0), len(self.pieces)):
            if self.starts[piece] > end:
                return
            if self.starts[piece + 1] >= start:
                yield piece

    def words(self, start: int, end: int) -> str:
        """Give a stretch as it was written, and not too much of it."""
        start, end = max(start, 0), min(end, len(self.letters), start + _SHOWN)
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

    def is_surplus(self, gap: _Gap) -> bool:
        """Ask whether a gap is nothing but whole pieces that are too many.

        It may as well begin earlier, where the letters before it are those at its end.
        """
        start, end = gap.from_, gap.to
        while gap.start == gap.end:
            if self.is_edge(start) and self.is_edge(end):
                return True
            if start == 0 or start < gap.from_ - _STEP or self.letters[start - 1] != self.letters[end - 1]:
                return False
            start, end = start - 1, end - 1
        return False


def _stretch(text: str, start: int, end: int) -> str:
    """Cut a stretch out by its letters' numbers; white space does not count."""
    numbers = accumulate(not letter.isspace() for letter in text)
    return "".join(letter for letter, number in zip(text, numbers, strict=True) if start < number <= end)


def _losses(gap: _Gap, script: Script, ours: _Text, theirs: _Text, *, surplus: bool) -> Iterator[Lost]:
    told = False
    for piece in () if surplus else _harmed(gap, script, ours, theirs):
        start, end = ours.starts[piece], ours.starts[piece + 1]
        found = theirs.words(gap.from_ - max(gap.start - start, 0), gap.to + max(end - gap.end, 0))
        yield Lost(script.pieces[piece][0], ours.words(start - _SHOWN // 2, start), found, emitted=True)
        told = True
    if not told:
        before = ours.words(gap.start - _SHOWN // 2, gap.start)
        yield Lost(ours.words(gap.start, gap.end), before, theirs.words(gap.from_, gap.to), emitted=False)


def _harmed(gap: _Gap, script: Script, ours: _Text, theirs: _Text) -> Iterator[int]:
    """List the values that a gap overlaps, and those to which letters stick that are not theirs."""
    left = gap.start < gap.end or theirs.is_edge(gap.from_)
    right = gap.start < gap.end or theirs.is_edge(gap.to)
    for piece in ours.touching(gap.start, gap.end):
        start, end = ours.starts[piece], ours.starts[piece + 1]
        apart = (end == gap.start and left) or (start == gap.end and right)
        if script.pieces[piece][1] and start < end and not apart:
            yield piece


def _gaps(ours: str, theirs: str) -> Iterator[_Gap]:
    i = j = 0
    while True:
        same = _agreement(ours, i, theirs, j)
        i, j = i + same, j + same
        if i == len(ours) and j == len(theirs):
            return
        skip, over = _meeting(ours, i, theirs, j)
        yield _Gap(i, i + skip, j, j + over)
        i, j = i + skip, j + over


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
