"""What of a page stands in columns: tables with drawn lines, and texts set side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from reportgen.model.layout import TWIPS_PER_MM, Cell, Stroke
from reportgen.readback.page_lines import Printed, middle

_TOUCH: Final = 40
_LEVEL: Final = 0.5
_NEAR: Final = 2.5
"""In widths of an em: lines at one level, and lines that belong together."""

_FAR: Final = round(45 * TWIPS_PER_MM)
"""A signer's name may stand so far below the title."""

_RULE: Final = round(100 * TWIPS_PER_MM)
"""So long a line across the page sets notes apart from the text."""

_COLUMNS: Final = 3
"""Lines that stand or lie, of which two make a frame and more make a table."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with drawn lines: where they stand, and where they lie."""

    stand: Sequence[int]
    lie: Sequence[int]

    def cell(self, printed: Printed, table: int) -> Cell | None:
        """Tell in which cell a line stands, if in any."""
        centre, base = printed.line.centre, printed.line.base
        inside = self.stand[0] < centre < self.stand[-1] and self.lie[0] < base < self.lie[-1]
        if not inside:
            return None
        return Cell(table, sum(y < base for y in self.lie), sum(x < centre for x in self.stand))


@dataclass(slots=True)
class Zone:
    """Texts side by side: the lines of each column."""

    columns: list[list[Printed]] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Tell how far down it reaches."""
        return max(one.line.base for column in self.columns for one in column)

    def add(self, row: Sequence[Printed]) -> None:
        """Add lines that stand side by side."""
        for number, one in enumerate(row):
            if number == len(self.columns):
                self.columns.append([])
            self.columns[number].append(one)

    def begin(self, above: Sequence[Printed]) -> None:
        """Take a line right above, in the middle of a column at the right: a signer's title may stand so."""
        for column in self.columns[1:] if len(above) == 1 else ():
            one, first = above[0], column[0]
            near = first.line.base - one.line.base <= _NEAR * one.em
            if near and abs(one.line.centre - first.line.centre) <= one.em // 2:
                column.insert(0, one)
                return

    def fitting(self, one: Printed) -> list[Printed] | None:
        """Find the column that a line goes on with: in its middle, or right below at its left edge."""
        down = one.line.base - self.last
        for column in self.columns:
            centred = abs(one.line.centre - middle(other.line.centre for other in column)) <= one.em
            flush = all(abs(one.line.left - other.line.left) <= one.em // 2 for other in column)
            if (centred and down <= _FAR) or (flush and down <= _NEAR * one.em):
                return column
        return None

    def holding(self, one: Printed) -> list[Printed] | None:
        """Find the column within whose width a line stands."""
        for column in self.columns:
            left, right = min(o.line.left for o in column), max(o.line.right for o in column)
            if left - one.em <= one.line.left and one.line.right <= right + one.em:
                return column
        return None


Table = list[tuple[Cell, list[Printed]]]


def tables(lines: Sequence[Printed], strokes: Sequence[Stroke], first: int) -> list[Table]:
    """Find all that stands in columns on a page, cell by cell; the tables are numbered from a first one."""
    found: list[Table] = []
    rest = list(lines)
    for grid in grids(strokes):
        inside = _sorted_in(rest, grid, first + len(found))
        taken = {id(one) for _, column in inside for one in column}
        rest = [one for one in rest if id(one) not in taken]
        found.append(inside)
    for zone in zones(rest, [one for one in strokes if one.is_across and one.right - one.left > _RULE]):
        table = first + len(found)
        found.append([(Cell(table, 1, number), column) for number, column in enumerate(zone.columns, 1)])
    return [table for table in found if table]


def _sorted_in(lines: Sequence[Printed], grid: Grid, table: int) -> Table:
    placed = [(cell, one) for one in lines if (cell := grid.cell(one, table))]
    placed.sort(key=lambda found: (found[0].row, found[0].column, found[1].line.base))
    return [(cell, [one for _, one in same]) for cell, same in groupby(placed, key=lambda found: found[0])]


def grids(strokes: Sequence[Stroke]) -> list[Grid]:
    """Find the tables among the lines of a page: standing lines that reach on and on."""
    found: list[Grid] = []
    upright = sorted((one for one in strokes if not one.is_across), key=lambda one: one.top)
    for band in _bands(upright):
        top, bottom = min(one.top for one in band), max(one.bottom for one in band)
        left, right = min(one.left for one in band), max(one.right for one in band)
        across = [one for one in strokes if one.is_across and top - _TOUCH <= one.top <= bottom + _TOUCH]
        lie = _apart(one.top for one in across if left - _TOUCH <= one.left and one.right <= right + _TOUCH)
        stand = _apart(one.left for one in band)
        if min(len(stand), len(lie)) > 1 and max(len(stand), len(lie)) >= _COLUMNS:
            found.append(Grid(stand, lie))
    return found


def _bands(upright: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    band: list[Stroke] = []
    for stroke in upright:
        if band and stroke.top > max(one.bottom for one in band[-200:]) + _TOUCH:
            yield band
            band = []
        band.append(stroke)
    if band:
        yield band


def _apart(places: Iterator[int]) -> list[int]:
    """Give places that are not as good as one."""
    found: list[int] = []
    for place in sorted(places):
        if not found or place - found[-1] > _TOUCH:
            found.append(place)
    return found


def zones(lines: Sequence[Printed], rules: Sequence[Stroke]) -> list[Zone]:
    """Find the texts of a page that stand side by side, and what goes on in their columns down to a rule."""
    rows = [list(row) for row in _levels(lines)]
    found: list[Zone] = []
    zone: Zone | None = None
    for place, row in enumerate(rows):
        if len(row) > 1:
            if zone is None or row[0].line.base - zone.last > _FAR or _differ(zone, row):
                zone = Zone()
                found.append(zone)
                above = rows[place - 1] if place else []
                zone.add(row)
                zone.begin(above)
            else:
                zone.add(row)
        elif zone is not None:
            below = any(zone.last < one.top < row[0].line.base for one in rules)
            column = None if below else zone.fitting(row[0]) or _at_the_end(zone, rows[place:])
            if column is None:
                zone = None
            else:
                column.append(row[0])
    return found


def _levels(lines: Sequence[Printed]) -> Iterator[list[Printed]]:
    row: list[Printed] = []
    for one in sorted(lines, key=lambda one: one.line.base):
        if row and one.line.base - row[0].line.base > _LEVEL * max(one.em, row[0].em):
            yield sorted(row, key=lambda one: one.line.left)
            row = []
        row.append(one)
    if row:
        yield sorted(row, key=lambda one: one.line.left)


def _differ(zone: Zone, row: Sequence[Printed]) -> bool:
    """Ask whether a row has other columns than those above it."""
    return len(row) != len(zone.columns) or any(
        not any(one.line.left <= o.line.right and o.line.left <= one.line.right for o in column)
        for one, column in zip(row, zone.columns, strict=True)
    )


def _at_the_end(zone: Zone, rows: Sequence[Sequence[Printed]]) -> list[Printed] | None:
    """Find the column of a line where all that follows on the page stands in one: so does a signature."""
    rest = [one for row in rows for one in row]
    return zone.holding(rest[0]) if all(zone.holding(one) for one in rest) else None
