"""Ranges of serials: ``A 000101 - A 000400`` is three hundred blanks."""

import re
from collections.abc import Sequence
from typing import Final

from reportgen.model.phrase import phrase

MOST: Final = 100_000
"""So many blanks no cupboard holds; whoever writes more has mistyped."""

_RANGE: Final = re.compile(r"(?P<head>.*?)(?P<first>\d+)\s*(?:[-–—]|đến)\s*(?P<again>.*?)(?P<last>\d+)")
_ONE: Final = re.compile(r".*\d.*")


class SerialError(Exception):
    """A range that is none, and why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def spread(text: str) -> Sequence[str]:
    """List the serials of a range, or the one that is meant; the zeros in front stay.

    Raises:
        SerialError: it does not say which they are.

    """
    found = _RANGE.fullmatch(text)
    if found is None:
        if _ONE.fullmatch(text) is None:
            raise SerialError(phrase("a serial has digits"))
        return [text]
    head, first, last = found["head"], found["first"], found["last"]
    if found["again"] not in {"", head} or len(first) != len(last):
        raise SerialError(phrase("both ends must be written alike"))
    if int(last) < int(first):
        raise SerialError(phrase("it ends before it begins"))
    if int(last) - int(first) >= MOST:
        raise SerialError(phrase("it holds more than {most} blanks", most=MOST))
    return [f"{head}{number:0{len(first)}d}" for number in range(int(first), int(last) + 1)]
