"""Spaces and digits taught all at once: papers differ most in which words and figures stand side by side.

A space is a letter as any other, drawn for the two around it, and so is a digit. Where nothing else is new of
a line, the engine sets one that is made up: in it each letter that ended a word stands before each that began
one, and all digits stand where a new one does. What stands at either end of a line cannot be taught.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice, product
from typing import Final

EDGE: Final = "\n"
"""What stands before the first letter of a line and behind the last: no line has one."""

_MOST: Final = 400
"""So many spaces are taught at once; a line of these takes some milliseconds."""

_DIGITS: Final = "0123456789"
ANY: Final = "a"
"""Stands round figures: digits are kerned by the script beside them, and no two spaces meet."""


def lesson(lacking: Sequence[str], known: Collection[str]) -> str:
    """Make up a line to learn letters from, each with the two around it; none where others lack."""
    figures = [one for one in lacking if one[1] != " "]
    if not lacking or any(EDGE in one or not _has_digit(one) for one in figures):
        return ""
    taught = [spaces((one for one in lacking if one[1] == " "), known)] if len(figures) < len(lacking) else []
    if figures:
        shapes = dict.fromkeys(map(_shape, figures))
        taught.append(ANY.join(["", *map(digits, shapes), ""]))
    return " ".join(taught)


def spaces(lacking: Iterable[str], known: Collection[str]) -> str:
    """Make up a line with the spaces that a text lacks and with others, each written with its neighbours."""
    wanted = list(dict.fromkeys(lacking))
    met = [*wanted, *(one for one in known if one[1] == " " and EDGE not in one)]
    ends, begins = (sorted({one[side] for one in met}) for side in (0, 2))
    others = (f"{end} {begin}" for end in ends for begin in begins)
    new = (one for one in dict.fromkeys(chain(wanted, others)) if one not in known)
    return " ".join(islice(new, _MOST))


def digits(shape: str) -> str:
    """Make up a line with three signs in a row, with each digit in the place of each 0."""
    places = [_DIGITS if sign == "0" else sign for sign in shape]
    if shape == "000":
        return "".join(_in_a_row())
    return ANY.join(map("".join, product(*places)))


def _in_a_row() -> Iterator[str]:
    """Give digits so that each three that can follow each other do, once: a de Bruijn sequence."""
    last, met = "00", set()
    yield last
    while True:
        digit = next((one for one in reversed(_DIGITS) if last + one not in met), None)
        if digit is None:
            return
        met.add(last + digit)
        last = last[1] + digit
        yield digit


def _shape(key: str) -> str:
    return "".join("0" if sign in _DIGITS else sign for sign in key)


def _has_digit(key: str) -> bool:
    return not set(_DIGITS).isdisjoint(key)
