"""A worksheet as a table, whatever program wrote it: nothing on it is hidden, or merged among the data."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reportgen.load.fixed import Fixed
from reportgen.load.grid import Cells, Grid
from reportgen.load.heading import Heading
from reportgen.load.legacy import ALPHABETS
from reportgen.load.outcome import failed, finished
from reportgen.load.table import read_heading, settle
from reportgen.model.book import Worksheet, cell_name
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin, TableSources, column_letters
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import RawTable

_SHOWN = 12
_LARGEST = 20_000_000
"""The most cells, blank ones too, of the rectangle around all that is filled."""


def table_of(sheet: Worksheet, fixed: Fixed, complaints: Complaints) -> RawTable:
    """Find the table on a sheet, and complain of what an office would not see in it."""
    if fixed.encoding not in (None, "utf-8", *ALPHABETS):
        complaints.add("encoding-wrong", Origin(sheet.file), encoding=fixed.encoding)
    if not sheet.rows:
        complaints.add("table-empty", sheet.origin(1, 1))
        raise failed(complaints)
    grid = grid_of(sheet)
    heading = read_heading(grid, fixed, complaints)
    table = settle(grid, heading, fixed, complaints)
    said = {line for first, last in fixed.lines for line in range(first, last + 1)}
    _tell_hidden_rows(sheet, [line for line in grid.lines[heading.first :] if line not in said], complaints)
    _tell_hidden_columns(sheet, heading, complaints)
    _refuse_merged(sheet, grid.lines[heading.last :], table.apart, complaints)
    return finished(table, complaints)


def grid_of(sheet: Worksheet) -> Grid:
    """Put the filled rows side by side."""
    first = min(min(row) for row in sheet.rows.values())
    end = max(max(row) for row in sheet.rows.values()) + 1
    if len(sheet.rows) * (end - first) > _LARGEST:
        far = next(row for row, cells in sheet.rows.items() if end - 1 in cells)
        raise DataError([report("cell-far-away", sheet.origin(far, end - 1))])
    dense: list[Cells] = [[row.get(column) for column in range(first, end)] for row in sheet.rows.values()]
    lines = list(sheet.rows)
    return Grid(dense, TableSources(sheet.file, lines, {}, lines[0], sheet.name), first, sheet.merged)


def _tell_hidden_rows(sheet: Worksheet, lines: Sequence[int], complaints: Complaints) -> None:
    """Warn of hidden rows that hold something: they are counted and nobody sees it."""
    hidden = sorted(set(lines).intersection(sheet.hidden))
    if hidden:
        code = "filtered-row" if sheet.filtered else "hidden-row"
        runs = shortened([_joined(map(str, run)) for run in _runs(hidden)], _SHOWN)
        text = phrase("row {rows} is" if len(hidden) == 1 else "rows {rows} are", rows=runs)
        complaints.add(code, sheet.origin(hidden[0], min(sheet.rows[hidden[0]])), rows=text)


def _tell_hidden_columns(sheet: Worksheet, heading: Heading, complaints: Complaints) -> None:
    """Warn of hidden columns that have a heading."""
    first = min(min(row) for row in sheet.rows.values())
    used = {first + index for index, name in enumerate(heading.names) if name is not None}
    hidden = sorted(used.intersection(sheet.hidden_columns))
    if hidden:
        runs = shortened([_joined(map(column_letters, run)) for run in _runs(hidden)], _SHOWN)
        text = phrase("column {columns} is" if len(hidden) == 1 else "columns {columns} are", columns=runs)
        place = sheet.origin(heading.lines[hidden[0] - first], hidden[0])
        complaints.add("hidden-column", place, columns=text)


def _refuse_merged(
    sheet: Worksheet, lines: Sequence[int], apart: AbstractSet[int], complaints: Complaints
) -> None:
    """Refuse merged cells among the data, but for what is set apart: only the first has the value."""
    heading, last = lines[0], lines[-1]
    wrong = [
        (top, left, bottom, right)
        for top, left, bottom, right in sorted(sheet.merged)
        if bottom > heading and top <= last and not _in_lines(top, bottom, lines, apart)
    ]
    if wrong:
        names = [f"{cell_name(top, left)}:{cell_name(bottom, right)}" for top, left, bottom, right in wrong]
        complaints.add("merged-cells", sheet.origin(*wrong[0][:2]), cells=shortened(names, _SHOWN))


def _in_lines(top: int, bottom: int, lines: Sequence[int], apart: AbstractSet[int]) -> bool:
    """Tell whether merged cells lie in lines that are set apart, and in no other."""
    return apart >= {*lines[bisect_left(lines, top) : bisect_right(lines, bottom)]}


def _joined(run: Iterable[str]) -> str:
    return "-".join(dict.fromkeys(run))


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring numbers to runs, each as its first and last."""
    begins = [number for before, number in pairwise([-1, *numbers]) if number != before + 1]
    ends = [number for number, after in pairwise([*numbers, -1]) if after != number + 1]
    return zip(begins, ends, strict=True)
