"""Spaces taught all at once: names differ most in which words stand beside each other.

A space is a letter as any other, drawn for the two around it. Where nothing else is new of a line, the
engine sets one that is made up, in which each letter that ended a word stands before each that began one.
"""

from collections.abc import Collection, Iterable
from itertools import chain, islice
from typing import Final

_MOST: Final = 400
"""So many spaces are taught at once; a line of these takes some milliseconds."""


def spaces(lacking: Iterable[str], known: Collection[str]) -> str:
    """Make up a line with the spaces that a text lacks and with others, each written with its neighbours."""
    wanted = list(dict.fromkeys(lacking))
    met = [*wanted, *(one for one in known if one[1] == " ")]
    ends, begins = (sorted({one[side] for one in met}) for side in (0, 2))
    others = (f"{end} {begin}" for end in ends for begin in begins)
    new = (one for one in dict.fromkeys(chain(wanted, others)) if one not in known)
    return " ".join(islice(new, _MOST))
