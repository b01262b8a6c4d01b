"""Where rows go in a page's stream: behind the words that are read before them."""

from collections.abc import Sequence
from typing import Any, Final

from reportgen.render.rows.reasons import LaidOut, NotWrittenError

_SCALED: Final = b"0.75 0 0 0.75 0 0 cm"
"""What the engine draws pages with, after it has turned them over."""


class Slot(bytes):
    """A place in a page's stream: nothing is drawn there, rows go before it. It is known as itself."""

    def place(self, stream: Sequence[Any]) -> int:
        """Tell where it is."""
        return next(place for place, item in enumerate(stream) if item is self)


def slot_behind(stream: list[Any], mark: int | None) -> Slot:
    """Put a slot behind a mark, or before all that a page draws.

    Raises:
        NotWrittenError: the mark is not there, or what stands behind it would be moved.

    """
    begun = [
        place for place, item in enumerate(stream) if isinstance(item, dict) and item.get("MCID") == mark
    ]
    if mark is not None and len(begun) != 1:
        raise NotWrittenError(LaidOut.PLACE)
    first, sign = (begun[0], b"EMC") if begun and mark is not None else (0, _SCALED)
    place = next(place for place in range(first, len(stream)) if stream[place] == sign) + 1
    if _moves(stream[:place]) != [[_SCALED]]:
        raise NotWrittenError(LaidOut.PLACE)
    slot = Slot()
    stream.insert(place, slot)
    return slot


def _moves(stream: Sequence[Any]) -> list[list[bytes]]:
    """List what moves the things that are drawn next, but for the turning over of the page."""
    moves: list[list[bytes]] = [[]]
    for item in stream[1:]:
        if item == b"q":
            moves.append([])
        elif item == b"Q":
            moves.pop()
        elif isinstance(item, bytes) and item.endswith(b" cm"):
            moves[-1].append(item)
    return [one for one in moves if one]
