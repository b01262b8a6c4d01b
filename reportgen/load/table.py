"""What every table file must keep to, whatever its format: headings, widths, totals set apart."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import count

from reportgen.load.encoding import Decoded
from reportgen.load.fixed import Fixed
from reportgen.load.grid import Cells, Grid
from reportgen.load.heading import Heading, joined, locate, tell_place
from reportgen.load.heading_search import numbers_columns
from reportgen.load.letters import read_letters
from reportgen.load.measure import measure_of, year_of
from reportgen.load.roles import NOTE, ROW, Roles, roles
from reportgen.load.second_table import refuse_second
from reportgen.load.set_apart import tell_apart, tell_gap
from reportgen.model.diagnostics import Complaints
from reportgen.model.names import folded
from reportgen.model.origin import Origin, TableSources
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import DoubtfulRow, RawTable, TotalRow

_SHOWN = 12


def read_heading(grid: Grid, fixed: Fixed, complaints: Complaints, decoded: Decoded | None = None) -> Heading:
    """Find the headings, and bring every cell to Unicode."""
    first, last = locate(grid, fixed.header, complaints)
    read_letters(grid, last + 1, fixed.encoding, decoded, complaints)
    if last and fixed.header is None:
        tell_place(grid, first, last, complaints)
    return joined(grid, first, last)


def settle(grid: Grid, heading: Heading, fixed: Fixed, complaints: Complaints) -> RawTable:
    """Bring every row to the headings' width and set apart what is none; complain of what would be lost."""
    begin = heading.last + 1
    if begin < len(grid.rows) and numbers_columns(grid, begin) and not _is_said(grid, begin, fixed):
        complaints.add("numbers-passed-over", grid.at(begin, 0), line=str(grid.lines[begin]))
        begin += 1
    body = _Body.of(grid, heading, begin)
    said = _said(body, fixed, complaints)
    second = refuse_second(grid, heading, begin, said, complaints)
    said |= dict.fromkeys(second, NOTE)
    found = roles(body.heading, body.rows, said, _across(grid, begin))
    tell_apart(body.rows, body.sources, found, said, complaints)
    tell_gap(body.rows, body.sources, {*found.apart, *said}, complaints)
    _refuse_blank_headings(body, found.apart, complaints)
    _refuse_twins(body, complaints)
    _refuse_overhang(body, found.apart, complaints)
    above = grid.rows[: heading.first]
    measure = fixed.unit or measure_of(above)
    if measure and not fixed.unit:
        complaints.add("measure-scaled", grid.at(heading.first, 0), unit=measure)
    rows = {number for number, role in said.items() if role == ROW}
    return replace(_table(body, found, rows, complaints), measure=measure, year=year_of(above))


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

    @property
    def headed(self) -> list[int]:
        """List the columns that have a heading; one between them that has nothing at all is none."""
        return [index for index, name in enumerate(self.heading) if name is not None]

    def cells(self, row: Cells) -> Cells:
        """Give the cells of a row below the headings."""
        fitted = _fitted(row, self.width)
        return [fitted[index] for index in self.headed] if None in self.heading[: self.width] else fitted


def _table(body: _Body, found: Roles, said: AbstractSet[int], complaints: Complaints) -> RawTable:
    names = [body.heading[index] or "" for index in body.headed]
    places = {name: body.first + index for name, index in zip(names, body.headed, strict=True)}
    sources = replace(body.sources, places=places)
    rows = [body.cells(row) for row in body.rows]
    apart = found.apart
    kept = [number for number in range(len(rows)) if number not in apart] if apart else range(len(rows))
    totals = [_total(body, sources, number, found, kept) for number in found.totals]
    if totals:
        _tell_totals(totals, complaints)
    doubtful = [
        DoubtfulRow(bisect_left(kept, number), sources.lines[number], words, _at(body, number, words), doubt)
        for number, (doubt, words) in found.doubts.items()
    ]
    lines = array("l", (sources.lines[number] for number in kept)) if apart else sources.lines
    return RawTable(
        names, [rows[number] for number in kept] if apart else rows, replace(sources, lines=lines),
        sources.file, totals, doubtful=doubtful, lines=lines,
        apart=frozenset(sources.lines[number] for number in apart),
        settled=frozenset(bisect_left(kept, number) for number in said),
    )  # fmt: skip


def _total(body: _Body, sources: TableSources, number: int, found: Roles, kept: Sequence[int]) -> TotalRow:
    row, line, words = body.rows[number], sources.lines[number : number + 1], found.totals[number]
    until = bisect_left(kept, found.ends[number]) if number in found.ends else None
    place, above = _at(body, number, words), bisect_left(kept, number)
    cells = body.cells(row)
    return TotalRow(line[0], above, words, place, cells, replace(sources, lines=line), until)


def _at(body: _Body, number: int, words: str) -> Origin:
    row = body.rows[number]
    return body.sources.at(number, body.first + (row.index(words) if words in row else 0))


def _is_said(grid: Grid, row: int, fixed: Fixed) -> bool:
    return any(first <= grid.lines[row] <= last for first, last in fixed.lines)


def _said(body: _Body, fixed: Fixed, complaints: Complaints) -> dict[int, str]:
    """Tell which rows the data file speaks of; complain of lines where there are none."""
    said: dict[int, str] = {}
    for (first, last), role in fixed.lines.items():
        rows = [number for number, line in enumerate(body.sources.lines) if first <= line <= last]
        if not rows:
            complaints.add("lines-wrong", Origin(body.sources.file), line=first)
        said |= dict.fromkeys(rows, role)
    return said


def _across(grid: Grid, begin: int) -> set[int]:
    """Find the rows below the headings that are one merged cell, or most of a row is."""
    wide = {
        top
        for top, left, bottom, right in grid.merged
        if top == bottom and 2 * (right - left + 1) > grid.width
    }
    return {number for number, line in enumerate(grid.lines[begin:]) if line in wide} if wide else set()


def _tell_totals(totals: Sequence[TotalRow], complaints: Complaints) -> None:
    shown = [f'{total.place} "{total.words}"' for total in totals]
    complaints.add("totals-apart", totals[0].place, places=shortened(shown, _SHOWN))


def _fitted(row: Cells, width: int) -> Cells:
    if len(row) == width:
        return row
    return row[:width] + [None] * (width - len(row))


def _last_filled(cells: Sequence[str | None]) -> int:
    return next((index for index in range(len(cells), 0, -1) if cells[index - 1] is not None), 0)


def _refuse_blank_headings(body: _Body, apart: AbstractSet[int], complaints: Complaints) -> None:
    """Complain once of neighbours: a title above the headings leaves all but the first column without one."""
    blank = [body.first + index for index in _blank_headings(body, apart)]
    for first in (place for place in blank if place - 1 not in blank):
        last = next(place for place in count(first) if place + 1 not in blank)
        columns = (
            phrase("column {first} has", first=first)
            if first == last
            else phrase("columns {first} to {last} have", first=first, last=last)
        )
        complaints.add("blank-heading", body.sources.at(-1, first), columns=columns)


def _blank_headings(body: _Body, apart: AbstractSet[int]) -> Iterator[int]:
    """Find the headings that are blank above something."""
    blank = [index for index, name in enumerate(body.heading) if name is None]
    rows = [row for n, row in enumerate(body.rows) if n not in apart] if blank else []
    for index in blank:
        if any(len(row) > index and row[index] is not None for row in rows):
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


def _refuse_overhang(body: _Body, apart: AbstractSet[int], complaints: Complaints) -> None:
    """Refuse filled cells right of the last heading cell."""
    edge = max(body.width, len(body.heading))
    for number, row in enumerate(body.rows):
        if len(row) > edge and number not in apart and (last := _last_filled(row)) > edge:
            place = next(index for index in range(edge, last) if row[index] is not None)
            origin = body.sources.at(number, body.first + place)
            complaints.add("too-many-cells", origin, cells=last, headings=body.width)
