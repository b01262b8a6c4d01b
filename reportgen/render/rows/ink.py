"""Rows in a page's stream: the words of each cell in a mark of its own, the lines between as artifacts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportgen.render.rows.borders import Grid
from reportgen.render.rows.cut import Row
from reportgen.render.rows.forms import Form
from reportgen.render.rows.measure import Measured, Spot, Stack
from reportgen.render.rows.nodes import Mixed, Piece

Lines = Sequence[Sequence[Any]]
"""Of each cell of a row, its lines."""

Set = tuple[Row, Lines, Stack]
"""A row with its lines, and how they are stacked."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Whether the lines above and below rows are theirs: the engine draws that of a heading and the last."""

    top: bool = False
    bottom: bool = True


WHOLE: Final = Ends()
"""Rows that fill what a page has of their table."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes rows of one table."""

    made: Measured
    forms: Sequence[Form]
    inks: Mapping[Spot, str]
    """The colour and the face of a cell's words."""

    mixed: Mapping[Spot, Mixed]
    """What sets cells whose words have several looks."""

    def page(self, rows: Sequence[Set], top: float, mark: int, ends: Ends = WHOLE) -> bytes:
        """Write the rows of a page, from a height and a mark on."""
        lines = self._lines(rows, top, ends)
        said = ["q", *self._fills(rows, top), *lines, *self._words(rows, top, mark), "Q"]
        return "\n".join(said).encode()

    def _words(self, rows: Sequence[Set], top: float, mark: int) -> Iterator[str]:
        before, places = "", self.made.places
        for row, cells, stack in rows:
            for number, lines in enumerate(cells):
                if not lines:
                    continue
                spot, down = (row.form, number), top + stack.tops[number]
                step, tag = places[spot].line, self.forms[row.form].cells[number].tag
                if spot in self.mixed:
                    before = ""
                    texts = "\n".join(self._pieces(spot, lines, down, step))
                    yield f"/{tag}<</MCID {mark}>>BDC\nBT\n{texts}\nET\nEMC"
                    mark += 1
                    continue
                ink = "" if self.inks[spot] == before else self.inks[spot]
                before = self.inks[spot]
                texts = "\n".join([f"{a}{down + n * step:.3f} Tm[{b}]TJ" for n, (a, b) in enumerate(lines)])
                yield f"/{tag}<</MCID {mark}>>BDC\nBT\n{ink}{texts}\nET\nEMC"
                mark += 1
            top += stack.height

    def _pieces(
        self, spot: Spot, lines: Sequence[Sequence[Piece]], down: float, step: float
    ) -> Iterator[str]:
        """Write words of several looks."""
        mixed, inks = self.mixed[spot], self.mixed[spot].inks
        for count, line in enumerate(lines):
            for across, shown, node in line:
                level = down + count * step + mixed.drops[node]
                yield f"{inks[node]}{across}{level:.3f} Tm[{shown}]TJ"

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

    def _lines(self, rows: Sequence[Set], top: float, ends: Ends) -> Iterator[str]:
        """Draw the lines between cells; one that is drawn twice would be darker than others."""
        is_coloured = any(self.made.fills.values())  # which covers half of a line that others drew
        is_drawn = ends.top or is_coloured or not self.made.is_headed
        grid = self.made.grid
        if grid.rules is not None:
            heights = [(row.form, stack.height) for row, _, stack in rows]
            yield from grid.rules.drawn(heights, top, goes_on=ends.top, is_coloured=is_coloured)
        if not grid.thick:
            return
        colour = " ".join(f"{part:g}" for part in grid.colour)
        yield f"/Artifact BMC\n{colour} RG {grid.thick:.6f} w"
        left, right, half = grid.edges[0] - grid.thick / 2, grid.edges[-1] + grid.thick / 2, grid.thick / 2
        reached: dict[int, float] = {}
        for row, _, stack in rows:
            if is_drawn:
                yield f"{left:.3f} {top:.3f} m {right:.3f} {top:.3f} l"
            is_drawn = True
            now = grid.uprights(self.forms[row.form])
            for edge in sorted(set(reached) - set(now)):
                yield _upright(grid, edge, reached.pop(edge) - half, top + half)
            for edge in now:
                reached.setdefault(edge, top)
            top += stack.height
        if ends.bottom or is_coloured:
            yield f"{left:.3f} {top:.3f} m {right:.3f} {top:.3f} l"
        for edge, begun in reached.items():
            yield _upright(grid, edge, begun - half, top + half)
        yield "S\nEMC"


def _upright(grid: Grid, edge: int, begin: float, end: float) -> str:
    across = grid.edges[edge]
    return f"{across:.3f} {begin:.3f} m {across:.3f} {end:.3f} l"
