"""Rows in a page's stream: the words of each cell in a mark of its own, the lines between as artifacts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.render.rows.borders import Grid
from reportgen.render.rows.cut import Row
from reportgen.render.rows.forms import Form
from reportgen.render.rows.lines import Line
from reportgen.render.rows.measure import Measured, Spot, Stack

Lines = Sequence[Sequence[Line]]
"""Of each cell of a row, its lines."""

Set = tuple[Row, Lines, Stack]
"""A row with its lines, and how they are stacked."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes rows of one table."""

    made: Measured
    forms: Sequence[Form]
    inks: Mapping[Spot, str]
    """The colour and the face of a cell's words."""

    def page(self, rows: Sequence[Set], top: float, mark: int) -> bytes:
        """Write the rows of a page, from a height and a mark on."""
        said = ["q", *self._fills(rows, top), *self._lines(rows, top), *self._words(rows, top, mark), "Q"]
        return "\n".join(said).encode()

    def _words(self, rows: Sequence[Set], top: float, mark: int) -> Iterator[str]:
        before, places = "", self.made.places
        for row, cells, stack in rows:
            for number, lines in enumerate(cells):
                if not lines:
                    continue
                spot, down = (row.form, number), top + stack.tops[number]
                ink = "" if self.inks[spot] == before else self.inks[spot]
                before = self.inks[spot]
                step = places[spot].line
                texts = "\n".join([f"{a}{down + n * step:.3f} Tm[{b}]TJ" for n, (a, b) in enumerate(lines)])
                tag = self.forms[row.form].cells[number].tag
                yield f"/{tag}<</MCID {mark}>>BDC\nBT\n{ink}{texts}\nET\nEMC"
                mark += 1
            top += stack.height

    def _fills(self, rows: Sequence[Set], top: float) -> Iterator[str]:
        """Draw the colours below cells."""
        grid, fills = self.made.grid, self.made.fills
        if not any(fills.values()):
            return
        yield "/Artifact BMC"
        for row, _, stack in rows:
            for first, after, colour in fills[row.form]:
                left, wide = grid.edges[first], grid.edges[after] - grid.edges[first]
                yield f"{colour} rg\n{left:.3f} {top:.3f} {wide:.3f} {stack.height:.3f} re f"
            top += stack.height
        yield "EMC"

    def _lines(self, rows: Sequence[Set], top: float) -> Iterator[str]:
        grid = self.made.grid
        if not grid.thick:
            return
        colour = " ".join(f"{part:g}" for part in grid.colour)
        yield f"/Artifact BMC\n{colour} RG {grid.thick:.6f} w"
        left, right, half = grid.edges[0] - grid.thick / 2, grid.edges[-1] + grid.thick / 2, grid.thick / 2
        reached: dict[int, float] = {}
        for row, _, stack in rows:
            yield f"{left:.3f} {top:.3f} m {right:.3f} {top:.3f} l"
            now = grid.uprights(self.forms[row.form])
            for edge in sorted(set(reached) - set(now)):
                yield _upright(grid, edge, reached.pop(edge) - half, top + half)
            for edge in now:
                reached.setdefault(edge, top)
            top += stack.height
        yield f"{left:.3f} {top:.3f} m {right:.3f} {top:.3f} l"
        for edge, begun in reached.items():
            yield _upright(grid, edge, begun - half, top + half)
        yield "S\nEMC"


def _upright(grid: Grid, edge: int, begin: float, end: float) -> str:
    across = grid.edges[edge]
    return f"{across:.3f} {begin:.3f} m {across:.3f} {end:.3f} l"
