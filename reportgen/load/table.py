"""What every table file must keep to, whatever its format: headings, widths, totals set apart."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from reportgen.load.encoding import Decoded
from reportgen.load.fixed import Fixed
from reportgen.load.grid import Cells, Grid
from reportgen.load.heading import Heading, joined, locate, tell_place
from reportgen.load.heading_search import numbers_columns
from reportgen.load.letters import read_letters
from reportgen.load.total_rows import total_rows
from reportgen.model.dataset import RawTable, TotalRow
from reportgen.model.diagnostics import Complaints
from reportgen.model.names import folded
from reportgen.model.origin import TableSources
from reportgen.model.phrase import phrase, shortened

_SHOWN = 12


def read_heading(grid: Grid, fixed: Fixed, complaints: Complaints, decoded: Decoded | None = None) -> Heading:
    """Find the headings, and bring every cell to Unicode."""
    first, last = locate(grid, fixed.header, complaints)
    read_letters(grid, last + 1, fixed.encoding, decoded, complaints)
    if last and fixed.header is None:
        tell_place(grid, first, last, complaints)
    return joined(grid, first, last)


def settle(grid: Grid, heading: Heading, complaints: Complaints) -> RawTable:
    """Bring every row to the headings' width and set totals apart; complain of what would be lost."""
    begin = heading.last + 1
    if begin < len(grid.rows) and numbers_columns(grid, begin):
        complaints.add("numbers-passed-over", grid.at(begin, 0), line=grid.lines[begin])
        begin += 1
    body = _Body.of(grid, heading, begin)
    _refuse_blank_headings(body, complaints)
    _refuse_twins(body, complaints)
    _refuse_overhang(body, complaints)
    return _table(body, total_rows(body.rows), complaints)


@dataclass(frozen=True, slots=True)
class _Body:
    """A heading and the rows below it; ``first`` is the column where they begin."""

    heading: Cells
    rows: list[Cells]
    sources: TableSources
    first: int

    @classmethod
    def of(cls, grid: Grid, heading: Heading, begin: int) -> "_Body":
        """Take the rows from a number on."""
        last = grid.lines[heading.last]
        upper = {grid.first + index: line for index, line in enumerate(heading.lines) if line != last}
        sources = replace(grid.sources, lines=grid.lines[begin:], header_line=last, upper=upper)
        return cls(heading.names, grid.rows[begin:], sources, grid.first)

    @property
    def width(self) -> int:
        """Count the columns up to the last heading."""
        return _last_filled(self.heading)


def _table(body: _Body, totals: Mapping[int, str], complaints: Complaints) -> RawTable:
    width = body.width
    names = [name or "" for name in body.heading[:width]]
    places = {name: body.first + index for index, name in enumerate(names)}
    sources = replace(body.sources, places=places)
    rows = [_fitted(row, width) for row in body.rows]
    if not totals:
        return RawTable(names, rows, sources, sources.file)
    apart = [
        _total(body, sources, number, number - before, words)
        for before, (number, words) in enumerate(totals.items())
    ]
    _tell_totals(apart, complaints)
    kept = [number for number in range(len(rows)) if number not in totals]
    lines = array("l", (sources.lines[number] for number in kept))
    table_sources = replace(sources, lines=lines)
    return RawTable(names, [rows[number] for number in kept], table_sources, sources.file, apart)


def _total(body: _Body, sources: TableSources, number: int, above: int, words: str) -> TotalRow:
    row, line = body.rows[number], sources.lines[number : number + 1]
    place = sources.at(number, body.first + row.index(words))
    return TotalRow(line[0], above, words, place, _fitted(row, body.width), replace(sources, lines=line))


def _tell_totals(totals: Sequence[TotalRow], complaints: Complaints) -> None:
    shown = [f'{total.place} "{total.words}"' for total in totals]
    complaints.add("totals-apart", totals[0].place, places=shortened(shown, _SHOWN))


def _fitted(row: Cells, width: int) -> Cells:
    if len(row) == width:
        return row
    return row[:width] + [None] * (width - len(row))


def _last_filled(cells: Sequence[str | None]) -> int:
    return next((index for index in range(len(cells), 0, -1) if cells[index - 1] is not None), 0)


def _refuse_blank_headings(body: _Body, complaints: Complaints) -> None:
    """Complain once of neighbours: a title above the headings leaves all but the first column without one."""
    blank = [body.first + index for index in _blank_headings(body)]
    for first in (place for place in blank if place - 1 not in blank):
        last = next(place for place in count(first) if place + 1 not in blank)
        columns = (
            phrase("column {first} has", first=first)
            if first == last
            else phrase("columns {first} to {last} have", first=first, last=last)
        )
        complaints.add("blank-heading", body.sources.at(-1, first), columns=columns)


def _blank_headings(body: _Body) -> Iterator[int]:
    """Find the headings that are blank among others, or at the end above something."""
    yield from (index for index in range(body.width) if body.heading[index] is None)
    trailing = range(body.width, len(body.heading))
    wide = [row for row in body.rows if len(row) > body.width] if trailing else []
    for index in trailing:
        if any(len(row) > index and row[index] is not None for row in wide):
            yield index


def _refuse_twins(body: _Body, complaints: Complaints) -> None:
    """Headings are matched as names are, so that is how they must differ."""
    seen: dict[str, int] = {}
    for place, name in enumerate(body.heading, body.first):
        if name is None:
            continue
        first = seen.setdefault(folded(name), place)
        if first != place:
            other = (phrase("it first stands here"), body.sources.at(-1, first))
            complaints.add("heading-twice", body.sources.at(-1, place), related=(other,), name=name)


def _refuse_overhang(body: _Body, complaints: Complaints) -> None:
    """Refuse filled cells right of the last heading cell."""
    edge = max(body.width, len(body.heading))
    for number, row in enumerate(body.rows):
        if len(row) > edge and (last := _last_filled(row)) > edge:
            place = next(index for index in range(edge, last) if row[index] is not None)
            origin = body.sources.at(number, body.first + place)
            complaints.add("too-many-cells", origin, cells=last, headings=body.width)
