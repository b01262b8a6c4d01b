"""What stands in a computation where a value should be."""

from typing import Literal

from reportgen.model.values import BLANK, Blank, Cell, Hole


def hole_among(*cells: Cell) -> Hole | Blank | Literal[False] | None:
    """Give the weightiest hole among these values, or ``False`` when all are known."""
    for hole in (Hole.FAILED, Hole.NOTHING, BLANK, None):
        if any(cell is hole for cell in cells):
            return hole
    return False


def known(cell: Cell) -> bool:
    """Tell whether there is a value."""
    return cell is not None and not isinstance(cell, (Hole, Blank))


STATES: dict[object, str] = {
    Hole.FAILED: "failed",
    Hole.NOTHING: "nothing",
    BLANK: "blank",
    None: "absent",
}
"""The state of a figure whose value is a hole."""
