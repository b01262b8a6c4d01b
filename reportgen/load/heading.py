"""The headings of a table: on the lines that the data file names, or where they look to be, which is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.load.grid import Cells, Grid, cell_of, group_over
from reportgen.load.heading_search import search
from reportgen.load.outcome import failed
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import Origin
from reportgen.model.phrase import shortened

_SHOWN = 5
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows of headings, from ``first`` to ``last``; the names of the columns and where each stands."""

    first: int
    last: int
    names: Cells
    lines: Sequence[int]


def locate(grid: Grid, fixed: tuple[int, int] | None, complaints: Complaints) -> tuple[int, int]:
    """Give the first and the last row of headings: those that the data file names, else those found."""
    if fixed is not None:
        return _fixed_rows(grid, fixed, complaints)
    found = search(grid)
    if not found.clear:
        complaints.add("header-unclear", grid.at(found.first, _first_filled(grid.rows[found.first])))
        raise failed(complaints)
    return found.first, found.last


def tell_place(grid: Grid, first: int, last: int, complaints: Complaints) -> None:
    """Tell where headings were found, and what stands above them."""
    lines = f"{grid.lines[first]}" if first == last else f"{grid.lines[first]}-{grid.lines[last]}"
    complaints.add("header-guessed", grid.at(first, _first_filled(grid.rows[first])), lines=lines)
    if first:
        rows = [f'{grid.lines[row]} "{_shown(grid.rows[row])}"' for row in range(first)]
        place = grid.at(0, _first_filled(grid.rows[0]))
        complaints.add("rows-passed-over", place, rows=shortened(rows, _SHOWN))


def joined(grid: Grid, first: int, last: int) -> Heading:
    """Write groups before what is in them, as in ``CBQL: Tổng số``."""
    width = max(len(row) for row in grid.rows[first : last + 1])
    names = [cell_of(grid.rows[last], index) for index in range(width)]
    lines = [grid.lines[last]] * width
    for row in range(last - 1, first - 1, -1):
        upper = grid.rows[row]
        lines = [lines[i] if names[i] else grid.lines[row] for i in range(width)]
        names = [_name(group_over(upper, names, i), cell_of(upper, i), names[i]) for i in range(width)]
    return Heading(first, last, names, lines)


def _fixed_rows(grid: Grid, lines: tuple[int, int], complaints: Complaints) -> tuple[int, int]:
    wrong = next((line for line in lines if line not in grid.lines), None)
    if wrong is not None:
        complaints.add("header-wrong", Origin(grid.sources.file), line=str(wrong))
        raise failed(complaints)
    return grid.lines.index(lines[0]), grid.lines.index(lines[1])


def _name(group: str | None, above: str | None, below: str | None) -> str | None:
    if below is None:
        return above
    return f"{group}: {below}" if group else below


def _shown(row: Cells) -> str:
    text = " ".join(" ".join(text for text in row if text).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _first_filled(row: Cells) -> int:
    return next(index for index, text in enumerate(row) if text is not None)
