"""The proof of a stamp: words as long, and as short, as the lines of its paragraphs allow.

Between the two nothing on the page can move that did not move there: what a stamp says of both, and the
engine says as well, holds for all words in between.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from reportgen.render.stamp.frame import Slot
from reportgen.render.stamp.lines import Paragraph

_WIDE, _NARROW = "mmm", "i"
_MOST_WORDS = 400
"""Of three letters: a paragraph with more is no line of a form."""


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
    for more in (f" {_WIDE}", _NARROW):
        overflows = partial(_overflows, slot, paragraph, values, more)
        number = _guessed(slot, paragraph, values, more)
        if number and overflows(number):
            number = bisect_left(range(1, number), True, key=overflows)  # noqa: FBT003  # what is looked for
        while number < _MOST_WORDS and not overflows(number + 1):
            number += 1
        values = _with(slot, values, values[slot.values[-1]] + more * number)
    return values[slot.values[-1]]


def _overflows(slot: Slot, paragraph: Paragraph, values: Sequence[str], more: str, number: int) -> bool:
    return not _fits(slot, paragraph, values, values[slot.values[-1]] + more * number)


def _guessed(slot: Slot, paragraph: Paragraph, values: Sequence[str], more: str) -> int:
    """Guess how often more can be added, as much as the first one takes of the last line."""
    value = values[slot.values[-1]]
    free = paragraph.free(slot.text(values))
    taken = free - paragraph.free(slot.text(_with(slot, values, value + more)))
    return min(int(free / taken), _MOST_WORDS) if 0 < taken < free else 0


def _shortest(slot: Slot, paragraph: Paragraph, values: Sequence[str]) -> str:
    """Take one letter, or where that would take a line less, as few words as keep it."""
    value = values[slot.values[-1]]
    words = value.split(" ")
    tried = [_NARROW, *(" ".join(words[:number]) for number in range(1, len(words))), value]
    fits = partial(_fits, slot, paragraph, values)
    return tried[bisect_left(tried, True, hi=len(words), key=fits)]  # noqa: FBT003  # what is looked for


def _fits(slot: Slot, paragraph: Paragraph, values: Sequence[str], value: str) -> bool:
    return paragraph.count(slot.text(_with(slot, values, value))) == len(paragraph.lines)


def _with(slot: Slot, values: Sequence[str], value: str) -> Sequence[str]:
    changed = list(values)
    changed[slot.values[-1]] = value
    return changed
