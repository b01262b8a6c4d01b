"""The proof of a stamp: words as long, and as short, as the lines of its paragraphs allow.

Between the two nothing on the page can move that did not move there: what a stamp says of both, and the
engine says as well, holds for all words in between.
"""

from collections.abc import Iterator, Sequence
from itertools import count

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
    value = values[slot.values[-1]]
    for more in (f" {_WIDE}", _NARROW):
        tried = (value + more * number for number in count(1))
        for _, longer in zip(range(_MOST_WORDS), tried, strict=False):
            if not _fits(slot, paragraph, values, longer):
                break
            value = longer
    return value


def _shortest(slot: Slot, paragraph: Paragraph, values: Sequence[str]) -> str:
    """Take one letter, or where that would take a line less, as few words as keep it."""
    value = values[slot.values[-1]]
    words = value.split(" ")
    tried = (_NARROW, *(" ".join(words[:number]) for number in range(1, len(words))))
    return next((shorter for shorter in tried if _fits(slot, paragraph, values, shorter)), value)


def _fits(slot: Slot, paragraph: Paragraph, values: Sequence[str], value: str) -> bool:
    tried = list(values)
    tried[slot.values[-1]] = value
    return paragraph.count(slot.text(tried)) == len(paragraph.lines)
