"""What a writer put in brackets behind a number, or in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from reportgen.prose.names import Names


class Sort(Enum):
    """What stands in brackets."""

    FIGURE = "the figure that the number before it is"
    SOURCE = "whose number it is"
    INSERTED = "the figure to print here"
    LITERAL = "brackets that are to be printed"


@dataclass(frozen=True, slots=True)
class Mark:
    """One pair of brackets that means something: ``text[start:end]``, and the words in it."""

    sort: Sort
    start: int
    end: int
    name: str


_SOURCE = re.compile(r"theo:?\s+(?P<whose>\S.*)", re.IGNORECASE)
"""Whose number it is: ``[theo báo cáo của xã]``."""

_BRACKETS = re.compile(
    r"\[\[(?P<literal>[^\[\]\n]+)\]\]|\[=(?P<inserted>[^\[\]\n]+)\]|\[(?P<plain>[^\[\]\n]+)\]"
)


def find_marks(text: str, names: Names) -> list[Mark]:
    """List the brackets that mean something, from left to right; all others are the writer's own."""
    return [mark for mark in _marks(text) if _means(mark, names)]


def find_others(text: str, names: Names) -> list[Mark]:
    """List the brackets that name nothing that is known, though perhaps they should."""
    return [mark for mark in _marks(text) if not _means(mark, names)]


def _marks(text: str) -> Iterator[Mark]:
    return map(_mark, _BRACKETS.finditer(text)) if "[" in text else iter(())


def _means(mark: Mark, names: Names) -> bool:
    return mark.sort is Sort.SOURCE or names.find(mark.name) is not None


def _mark(found: re.Match[str]) -> Mark:
    place = found.span()
    if literal := found["literal"]:
        return Mark(Sort.LITERAL, *place, literal.strip())
    if inserted := found["inserted"]:
        return Mark(Sort.INSERTED, *place, inserted.strip())
    words = found["plain"].strip()
    if source := _SOURCE.fullmatch(words):
        return Mark(Sort.SOURCE, *place, source["whose"])
    return Mark(Sort.FIGURE, *place, words)
