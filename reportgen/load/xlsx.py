"""Workbooks of Excel: one worksheet as text cells, with nothing on it uncalculated."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.load.cells import fault, written
from reportgen.load.files import read_bytes
from reportgen.load.fixed import NOTHING, Fixed
from reportgen.load.text import nfc, refuse_bad_in
from reportgen.load.workbook import Sheet, cells, open_sheet, open_sheets
from reportgen.load.worksheet import table_of
from reportgen.model.book import Worksheet, cell_name
from reportgen.model.dataset import RawTable
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import Origin

_ERRORS = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"))


def read_xlsx(path: Path, file: str, fixed: Fixed = NOTHING) -> RawTable:
    """Read the named worksheet, or the only one that shows something."""
    complaints = Complaints()
    sheet = open_sheet(read_bytes(path, file), file, fixed.sheet)
    return table_of(_worksheet(sheet, file, complaints), fixed, complaints)


def read_sheets(path: Path, file: str) -> list[Worksheet]:
    """Read every worksheet, each with the complaints about its cells."""
    return [_noted(sheet, file) for sheet in open_sheets(read_bytes(path, file), file)]


def _noted(sheet: Sheet, file: str) -> Worksheet:
    complaints = Complaints()
    worksheet = _worksheet(sheet, file, complaints)
    return replace(worksheet, notes=tuple(complaints))


def _worksheet(sheet: Sheet, file: str, complaints: Complaints) -> Worksheet:
    rows = _Reader(sheet, file, complaints).rows()
    visible = sheet.values.sheet_state == "visible"
    return Worksheet(file, sheet.name, rows, _hidden(sheet), _merged(sheet), visible)


def _hidden(sheet: Sheet) -> list[int]:
    return [row for row, dimension in sheet.values.row_dimensions.items() if dimension.hidden]


def _merged(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    ranges = sheet.values.merged_cells.ranges
    return [(each.min_row, each.min_col, each.max_row, each.max_col) for each in ranges]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the cells of one worksheet."""

    sheet: Sheet
    file: str
    complaints: Complaints

    def rows(self) -> dict[int, dict[int, str]]:
        """Read the filled cells from top to bottom."""
        rows: dict[int, dict[int, str]] = {}
        for (row, column), cell in cells(self.sheet.values):
            text = self._text(row, column, cell)
            if text is not None:
                rows.setdefault(row, {})[column] = text
        return rows

    def _text(self, row: int, column: int, cell: Any) -> str | None:
        if (code := self._fault(row, column, cell)) is not None:
            self.complaints.add(code, self._origin(row, column), value=cell.value)
            return cell_name(row, column)
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
        return Origin(self.file, sheet=self.sheet.name, cell=cell_name(row, column))


def _never_calculated(cell: Any) -> bool:
    """Tell an empty result, which is a text without characters, from none."""
    return cell.value is None and cell.data_type != "str"
