"""What stands in a computation where a value should be."""

from typing import Literal

from reportgen.model.values import BLANK, Blank, Cell, Hole

_HOLES = (Hole, Blank)
_BY_WEIGHT = (Hole.FAILED, Hole.NOTHING, BLANK, None)


def hole_among(*cells: Cell) -> Hole | Blank | Literal[False] | None:
    """Give the weightiest hole among these values, or ``False`` when all are known."""
    holes = [cell for cell in cells if cell is None or isinstance(cell, _HOLES)]
    if not holes:
        return False
    return next(hole for hole in _BY_WEIGHT if any(cell is hole for cell in holes))


def known(cell: Cell) -> bool:
    """Tell whether there is a value."""
    return cell is not None and not isinstance(cell, _HOLES)


STATES: dict[object, str] = {
    Hole.FAILED: "failed",
    Hole.NOTHING: "nothing",
    BLANK: "blank",
    None: "absent",
}
"""The state of a figure whose value is a hole."""
