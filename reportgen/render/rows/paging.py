"""Which rows stand on which page: as many as fit, and none parted from the row that it is to stand below."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportgen.render.rows.reasons import LaidOut, NotWrittenError

_SLACK: Final = 1 + 1e-9
"""The engine's own: by this factor a row may reach beyond the page's end."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where rows begin on a page, and where its end is, in CSS pixels from the top."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Run:
    """Rows on one page, one after the other: the first, and the one after the last."""

    start: int
    end: int

    def split(self, last: int) -> Sequence["Run"]:
        """Part the last rows from those before, and from each other."""
        places = [self.start, *range(max(self.start + 1, self.end - last), self.end), self.end]
        return [Run(*ends) for ends in pairwise(places)]


def paged(heights: Sequence[float], kept: Sequence[bool], first: Room, later: Room) -> list[Run]:
    """Share rows out over pages; ``kept`` says of each row whether it must stand below the one before.

    Raises:
        NotWrittenError: a row, with those it is kept with, does not fit on a page.

    """
    runs: list[Run] = []
    start, room = 0, first
    while start < len(heights):
        end = _full(heights, start, room)
        while start < end < len(heights) and kept[end]:
            end -= 1
        if end <= start:
            raise NotWrittenError(LaidOut.ROOM)
        runs.append(Run(start, end))
        start, room = end, later
    return runs


def _full(heights: Sequence[float], start: int, room: Room) -> int:
    """Find the first row that does not fit."""
    reach = room.top
    for row in range(start, len(heights)):
        reach += heights[row]
        if reach > room.bottom * _SLACK:
            return row
    return len(heights)
