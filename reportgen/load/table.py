"""What every table file must keep to, whatever its format: headings, widths, no total at its end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from reportgen.model.dataset import RawTable
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import TableSources
from reportgen.model.phrase import phrase
from reportgen.model.totals import is_total

Cells = list[str | None]


@dataclass(frozen=True, slots=True)
class Grid:
    """A heading and the filled rows below it, as written; ``first`` is the column where they begin."""

    heading: Cells
    rows: list[Cells]
    sources: TableSources
    first: int = 1


def settle(grid: Grid, complaints: Complaints) -> RawTable:
    """Bring every row to the headings' width, and complain of all that has no heading or would be lost."""
    width = _last_filled(grid.heading)
    _refuse_blank_headings(grid, width, complaints)
    _refuse_twins(grid, complaints)
    _refuse_overhang(grid, width, complaints)
    _refuse_totals(grid, complaints)
    names = [name or "" for name in grid.heading[:width]]
    places = {name: grid.first + index for index, name in enumerate(names)}
    sources = replace(grid.sources, places=places)
    return RawTable(names, [_fitted(row, width) for row in grid.rows], sources, sources.file)


def _fitted(row: Cells, width: int) -> Cells:
    if len(row) == width:
        return row
    return row[:width] + [None] * (width - len(row))


def _last_filled(cells: Sequence[str | None]) -> int:
    return next((index for index in range(len(cells), 0, -1) if cells[index - 1] is not None), 0)


def _refuse_blank_headings(grid: Grid, width: int, complaints: Complaints) -> None:
    """Complain once of neighbours: a title above the headings leaves all but the first column without one."""
    blank = [grid.first + index for index in _blank_headings(grid, width)]
    for first in (place for place in blank if place - 1 not in blank):
        last = next(place for place in count(first) if place + 1 not in blank)
        columns = (
            phrase("column {first} has", first=first)
            if first == last
            else phrase("columns {first} to {last} have", first=first, last=last)
        )
        complaints.add("blank-heading", grid.sources.at(-1, first), columns=columns)


def _blank_headings(grid: Grid, width: int) -> Iterator[int]:
    """Find the headings that are blank among others, or at the end above something."""
    yield from (index for index in range(width) if grid.heading[index] is None)
    trailing = range(width, len(grid.heading))
    wide = [row for row in grid.rows if len(row) > width] if trailing else []
    for index in trailing:
        if any(len(row) > index and row[index] is not None for row in wide):
            yield index


def _refuse_twins(grid: Grid, complaints: Complaints) -> None:
    """Headings are matched without regard to case and spacing, so that is how they must differ."""
    seen: dict[str, int] = {}
    for place, name in enumerate(grid.heading, grid.first):
        if name is None:
            continue
        first = seen.setdefault(" ".join(name.split()).casefold(), place)
        if first != place:
            other = (phrase("it first stands here"), grid.sources.at(-1, first))
            complaints.add("heading-twice", grid.sources.at(-1, place), related=(other,), name=name)


def _refuse_overhang(grid: Grid, width: int, complaints: Complaints) -> None:
    """Refuse filled cells right of the last heading cell."""
    edge = max(width, len(grid.heading))
    for number, row in enumerate(grid.rows):
        if len(row) > edge and (last := _last_filled(row)) > edge:
            place = next(index for index in range(edge, last) if row[index] is not None)
            origin = grid.sources.at(number, grid.first + place)
            complaints.add("too-many-cells", origin, cells=last, headings=width)


def _refuse_totals(grid: Grid, complaints: Complaints) -> None:
    """Refuse a total wherever it stands: first, among the rows, or last but for who drew up the list."""
    if len(grid.rows) < 2:  # noqa: PLR2004  # a row alone is summed once
        return
    for number, row in enumerate(grid.rows):
        index, text = _first_words(row)
        if is_total(text):
            complaints.add("total-row", grid.sources.at(number, grid.first + index), text=text)


def _first_words(row: Cells) -> tuple[int, str]:
    """Find the first cell that is no running number."""
    for index, text in enumerate(row):
        if text is not None and not text.isdigit():
            return index, text
    return 0, ""
