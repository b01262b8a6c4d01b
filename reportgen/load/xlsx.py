"""Workbooks: one worksheet as text cells, with nothing on it hidden, merged or uncalculated."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportgen.load.cells import fault, written
from reportgen.load.files import read_bytes
from reportgen.load.table import Cells, Grid, settle
from reportgen.load.text import nfc, refuse_bad_in
from reportgen.load.workbook import Sheet, cells, open_sheet
from reportgen.model.dataset import RawTable
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin, TableSources, column_letters
from reportgen.model.phrase import phrase

_ERRORS = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"))


def read_xlsx(path: Path, file: str, sheet: str | None = None) -> RawTable:
    """Read the named worksheet, or the only one with something on it."""
    complaints = Complaints()
    reader = _Reader(open_sheet(read_bytes(path, file), file, sheet), file, complaints)
    rows = reader.rows()
    if not rows:
        complaints.add("table-empty", Origin(file, sheet=reader.sheet.name, cell="A1"))
        raise DataError(complaints)
    heading = min(rows)
    reader.refuse_hidden(rows)
    reader.refuse_merged(heading, max(rows))
    table = settle(_grid(rows, file, reader.sheet.name), complaints)
    if complaints.found:
        raise DataError(complaints)
    return table


_Rows = dict[int, dict[int, str]]
"""The filled cells by row and column."""


def _grid(rows: _Rows, file: str, sheet: str) -> Grid:
    first = min(min(row) for row in rows.values())
    end = max(max(row) for row in rows.values()) + 1
    dense: list[Cells] = [[row.get(column) for column in range(first, end)] for row in rows.values()]
    lines = list(rows)
    return Grid(dense[0], dense[1:], TableSources(file, lines[1:], {}, lines[0], sheet), first)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one worksheet and complains of what an office would not see in it."""

    sheet: Sheet
    file: str
    complaints: Complaints

    def rows(self) -> _Rows:
        """Read the filled cells from top to bottom."""
        rows: _Rows = {}
        for (row, column), cell in cells(self.sheet.values):
            text = self._text(row, column, cell)
            if text is not None:
                rows.setdefault(row, {})[column] = text
        return rows

    def refuse_hidden(self, rows: _Rows) -> None:
        """Refuse hidden rows that hold something: they would be counted and nobody would see it."""
        dimensions = self.sheet.values.row_dimensions
        hidden = sorted(row for row, dimension in dimensions.items() if dimension.hidden and row in rows)
        for begin, end in _runs(hidden):
            one = begin == end
            text = (
                phrase("row {row} is", row=begin)
                if one
                else phrase("rows {first}-{last} are", first=begin, last=end)
            )
            self.complaints.add("hidden-row", self._origin(begin, min(rows[begin])), rows=text)

    def refuse_merged(self, heading: int, last: int) -> None:
        """Refuse merged cells among the data: only the first of them has the value."""
        for merged in sorted(self.sheet.values.merged_cells.ranges, key=lambda merged: merged.bounds):
            if merged.max_row > heading and merged.min_row <= last:
                origin = self._origin(merged.min_row, merged.min_col)
                self.complaints.add("merged-cells", origin, cells=merged.coord)

    def _text(self, row: int, column: int, cell: Any) -> str | None:
        if (code := self._fault(row, column, cell)) is not None:
            self.complaints.add(code, self._origin(row, column), value=cell.value)
            return f"{column_letters(column)}{row}"
        text = written(cell.value, cell.number_format)
        if text is not None and isinstance(cell.value, str):
            refuse_bad_in(text, self._origin(row, column), self.complaints)
            return nfc(text)
        return text

    def _fault(self, row: int, column: int, cell: Any) -> str | None:
        if (row, column) in self.sheet.formulas and (self.sheet.outdated or _never_calculated(cell)):
            return "formula-not-calculated"
        if cell.data_type == "e" or cell.value in _ERRORS:
            return "cell-error"
        return fault(cell.value, cell.number_format)

    def _origin(self, row: int, column: int) -> Origin:
        return Origin(self.file, sheet=self.sheet.name, cell=f"{column_letters(column)}{row}")


def _never_calculated(cell: Any) -> bool:
    """Tell an empty result, which is a text without characters, from none."""
    return cell.value is None and cell.data_type != "str"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring numbers to runs, each as its first and last."""
    begins = [number for before, number in pairwise([-1, *numbers]) if number != before + 1]
    ends = [number for number, after in pairwise([*numbers, -1]) if after != number + 1]
    return zip(begins, ends, strict=True)
