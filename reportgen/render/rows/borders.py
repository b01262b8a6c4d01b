"""The lines between the cells of a table: all alike, or none.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element

from reportgen.render.rows.forms import Form
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.rows.rules import Rules, rules_of

_NONE: Final = ("none", 0, None)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns' edges are, in CSS pixels, and how thick their lines are, and of which colour."""

    edges: Sequence[float]
    thick: float
    colour: Sequence[float]
    rules: Rules | None = None
    """Its lines where they are not all alike."""

    @property
    def unseen(self) -> str:
        """Say in a style sheet how thick lines are that are drawn with the rows."""
        return f"{self.thick!r}px solid transparent"

    def said(self, last: int) -> str:
        """Say in a style sheet how the last form's line is: half of it is part of the table's height."""
        if self.rules is not None:
            below = max((kind[1] for kind in self.rules.forms[last].below if kind is not None), default=0)
            return f"{below!r}px solid transparent"
        parts = " ".join(f"{100 * part:g}%" for part in self.colour)
        return f"{self.thick!r}px solid rgb({parts})"

    def uprights(self, form: Form) -> list[int]:
        """Tell which edges have a line in rows of a form: those between its cells."""
        edges = [0]
        for cell in form.cells:
            edges.append(edges[-1] + cell.columns)
        return edges


def grid_of(
    parts: Sequence[Any], body: Element, rows: Sequence[tuple[Any, int, Form]], *, beside: bool
) -> Grid:
    """Look at the lines of a table's rows; they need not be alike where rows are told apart by those beside.

    Raises:
        NotWrittenError: they are not alike, or stand apart, or cells have colours below them.

    """
    table = parts[0]
    if table.style["border_collapse"] != "collapse" and any(_has_borders(row) for row, *_ in rows):
        raise NotWrittenError(LaidOut.BORDERS)
    if not beside and any(map(_is_framed, (table, *table.children))):
        raise NotWrittenError(LaidOut.BORDERS)
    edges = [*table.column_positions, table.column_positions[-1] + table.column_widths[-1]]
    kinds = set(_lines(table)) if table.style["border_collapse"] == "collapse" else set()
    if beside and kinds and len(edges) == len(table.column_widths) + 1:
        rules = rules_of(parts, body, [(row, form) for row, form, _ in rows], edges)
        return Grid(edges, 0, (0, 0, 0), rules)
    if len(kinds) > 1 or len(edges) != len(table.column_widths) + 1:
        raise NotWrittenError(LaidOut.BORDERS)
    if kinds <= {_NONE}:
        return Grid(edges, 0, (0, 0, 0))
    ((style, thick, colour),) = kinds
    if style != "solid" or colour.alpha != 1:
        raise NotWrittenError(LaidOut.BORDERS)
    return Grid(edges, thick, tuple(colour.to("srgb").coordinates))


def _lines(table: Any) -> Any:
    """Give every line of the table that is seen."""
    upright, level = table.collapsed_border_grid
    for lines in (*upright, *level):
        for (hidden, *_), (style, thick, colour) in lines:
            if not hidden:
                yield (style, thick, colour) if thick else _NONE


def _has_borders(row: Any) -> bool:
    return any(map(_is_framed, (row, *row.children)))


def _is_framed(box: Any) -> bool:
    return any(box.style[f"border_{side}_width"] for side in ("top", "right", "bottom", "left"))


Fill = tuple[int, int, str]
"""A colour below cells: the first column, the one after the last, and what a PDF says of the colour."""


def fills_of(row: Any, form: Form) -> list[Fill]:
    """Look at the colours below a row's cells.

    Raises:
        NotWrittenError: something else is there, or one can be seen through.

    """
    first, found = 0, []
    whole = _colour(row)
    for box, cell in zip(row.children, form.cells, strict=True):
        after = first + cell.columns
        if colour := _colour(box) or whole:
            found.append((first, after, colour))
        first = after
    return found


def _colour(box: Any) -> str:
    colour = box.style["background_color"]
    if box.style["background_image"] != (("none", None),) or colour.alpha not in {0, 1}:
        raise NotWrittenError(LaidOut.BORDERS)
    return " ".join(f"{part:g}" for part in colour.to("srgb").coordinates) if colour.alpha else ""
