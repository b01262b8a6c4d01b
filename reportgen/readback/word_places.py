"""Where in a Word file nobody finds anything: beside the sheet, in a row without a height, covered."""

from typing import Any, Final

from reportgen.readback.word_styles import Properties, W, is_on

_LOWEST_ROW: Final = 80
"""Twentieths of a point: a row of a table, or a line, that is no higher shows nothing."""

_NARROWEST: Final = 100
"""Twentieths of a point: no letter stands in a cell that is no wider."""

_BESIDE: Final = -3_000
_BEYOND: Final = 11_000
"""Twentieths of a point from the margins: there is no sheet any more."""

_SHEET: Final = 24_000
"""Twentieths of a point: no sheet of A3 is larger."""

_FARTHEST: Final = 3_000
"""Hundredths of a letter: what is farther out stands beside the sheet."""


def is_unseen_row(row: Any) -> bool:
    """Ask whether a row of a table shows nothing: hidden, without a height, or taken out already."""
    properties = row.find(f"{W}trPr")
    if properties is None:
        return False
    hidden, height = properties.find(f"{W}hidden"), properties.find(f"{W}trHeight")
    if hidden is not None and is_on({"hidden": {"val": hidden.get(f"{W}val", "1")}}, "hidden"):
        return True
    low = height is not None and height.get(f"{W}hRule") == "exact"
    return properties.find(f"{W}del") is not None or (
        low and number(height.get(f"{W}val"), _LOWEST_ROW + 1) <= _LOWEST_ROW
    )


def is_unseen_cell(cell: Any) -> bool:
    """Ask whether a cell is covered by the one above it, taken out, or has no width."""
    properties = cell.find(f"{W}tcPr")
    if properties is not None:
        merged = properties.find(f"{W}vMerge")
        if merged is not None and merged.get(f"{W}val") != "restart":
            return True
        if properties.find(f"{W}cellDel") is not None:
            return True
    table = next(cell.iterancestors(f"{W}tbl"), None)
    layout = None if table is None else table.find(f"{W}tblPr/{W}tblLayout")
    if layout is None or layout.get(f"{W}type") != "fixed":  # else it is as wide as its words
        return False
    width = None if properties is None else properties.find(f"{W}tcW")
    if width is None or width.get(f"{W}type", "dxa") != "dxa":
        return False
    return number(width.get(f"{W}w"), _NARROWEST + 1) <= _NARROWEST


def is_unseen_table(table: Any) -> bool:
    """Ask whether a table stands beside the sheet."""
    properties = table.find(f"{W}tblPr")
    if properties is None:
        return False
    indent, place = properties.find(f"{W}tblInd"), properties.find(f"{W}tblpPr")
    if indent is not None and not 2 * _BESIDE < number(indent.get(f"{W}w"), 0) < _BEYOND:
        return True
    return place is not None and any(
        not 2 * _BESIDE < number(place.get(f"{W}{name}"), 0) < _SHEET for name in ("tblpX", "tblpY")
    )


def is_unseen_paragraph(look: Properties) -> bool:
    """Ask whether a paragraph stands beside the sheet, or its lines have no height."""
    line, indent, frame = (look.get(name, {}) for name in ("spacing", "ind", "framePr"))
    if line.get("lineRule") == "exact" and number(line.get("line"), _LOWEST_ROW) < _LOWEST_ROW:
        return True
    return _is_beside(indent) or any(not _BESIDE < number(frame.get(name), 0) < _SHEET for name in ("x", "y"))


def _is_beside(indent: dict[str, str]) -> bool:
    left, right = (
        number(indent.get(new, indent.get(old)), 0) for new, old in (("start", "left"), ("end", "right"))
    )
    first = number(indent.get("firstLine"), 0) - number(indent.get("hanging"), 0)
    places = (left, left + first, right)
    counted = (value for name, value in indent.items() if name.endswith("Chars"))
    return any(not _BESIDE < one < _BEYOND for one in places) or any(
        abs(number(one, 0)) > _FARTHEST for one in counted
    )


def number(text: str | None, default: int) -> int:
    """Read a whole number of somebody else's."""
    try:
        return int(text or default)
    except ValueError:
        return default
