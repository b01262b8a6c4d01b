"""The proof of a stamp: words as long, and as short, as the lines of its paragraphs allow.

Between the two nothing on the page can move that did not move there: what a stamp says of both, and the
engine says as well, holds for all words in between.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from reportgen.render.stamp.frame import Slot
from reportgen.render.stamp.lines import Paragraph, Room

_WIDE, _NARROW = "mmm", "i"
_MOST_LETTERS = 1600
"""A paragraph with more is no line of a form."""


def extremes(
    slots: Sequence[Slot], paragraphs: Sequence[Paragraph], values: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    """Make up two pages: each paragraph as long as its lines allow, then as short."""
    for stretched in (_longest, _shortest):
        made = list(values)
        for slot, paragraph in zip(slots, paragraphs, strict=True):
            made[slot.values[-1]] = stretched(slot, paragraph, made)
        yield tuple(made)


def _longest(slot: Slot, paragraph: Paragraph, values: Sequence[str]) -> str:
    """Add words, then letters, until one more would take another line."""
    value = values[slot.values[-1]]
    room = cache(lambda added: _room(slot, paragraph, values, value + added))

    def overflows(added: str) -> bool:
        return room(added)[0] != len(paragraph.lines)

    added = _guessed(room)
    if overflows(added):
        fitting = bisect_left(range(1, len(added)), True, key=lambda count: overflows(added[:count]))  # noqa: FBT003
        added = added[:fitting].rstrip(" ")
    while len(added) < _MOST_LETTERS and not overflows(added + _NARROW):
        added += _NARROW
    return value + added


def _guessed(room: Callable[[str], Room]) -> str:
    """Guess what can be added: as many words, then letters, as there is room for if all are as wide."""
    added, free = "", room("")[1]
    for more in (f" {_WIDE}", _NARROW):
        taken = room("")[1] - room(more)[1]
        number = int(free / taken) if 0 < taken < free else 0
        added, free = added + more * number, free - taken * number
    return added[:_MOST_LETTERS]


def _shortest(slot: Slot, paragraph: Paragraph, values: Sequence[str]) -> str:
    """Take one letter, or where that would take a line less, as few words as keep it."""

    def fits(tried: str) -> bool:
        return _room(slot, paragraph, values, tried)[0] == len(paragraph.lines)

    if fits(_NARROW):
        return _NARROW
    value = values[slot.values[-1]]
    words = value.split(" ")
    tried = [*(" ".join(words[:number]) for number in range(1, len(words))), value]
    return tried[bisect_left(tried, True, hi=len(tried) - 1, key=fits)]  # noqa: FBT003  # what is looked for


def _room(slot: Slot, paragraph: Paragraph, values: Sequence[str], value: str) -> Room:
    """Tell how many lines a paragraph takes with another value, and how much of the last one is left."""
    return paragraph.room(slot.text(_with(slot, values, value)))


def _with(slot: Slot, values: Sequence[str], value: str) -> Sequence[str]:
    changed = list(values)
    changed[slot.values[-1]] = value
    return changed
