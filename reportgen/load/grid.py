"""The filled rows of a table file as written, before anybody knows which of them are headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.origin import Origin, TableSources

Cells = list[str | None]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows that are not blank; ``first`` is the column where they begin, ``sources`` knows each row.

    ``merged`` are the merged cells of a worksheet: first line and column, last line and column.
    """

    rows: list[Cells]
    sources: TableSources
    first: int = 1
    merged: Sequence[tuple[int, int, int, int]] = ()

    @property
    def lines(self) -> Sequence[int]:
        """Give the line of each row."""
        return self.sources.lines

    @property
    def width(self) -> int:
        """Count the columns of the widest row."""
        return max(map(len, self.rows), default=0)

    def at(self, row: int, index: int) -> Origin:
        """Point at a cell by row and place in the row, both from 0."""
        return self.sources.at(row, self.first + index)


def cell_of(row: Cells, index: int) -> str | None:
    """Give a cell; a row may end early."""
    return row[index] if index < len(row) else None


def group_over(upper: Cells, lower: Cells, index: int) -> str | None:
    """Find the group that a lower heading belongs to: the nearest on its left that has something below."""
    start = next((place for place in range(index, -1, -1) if cell_of(upper, place) is not None), None)
    return None if start is None or cell_of(lower, start) is None else upper[start]
