"""Workbooks of Excel 97 to 2003, which many offices still send."""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportgen.load.serials import stored_number
from reportgen.load.stored import Layout, Page, Placed, Stored


def xls_pages(content: bytes) -> list[Page]:
    """List the worksheets.

    Raises:
        ValueError: the file is damaged.
        LockedError: the file has a password.

    """
    import xlrd  # noqa: PLC0415  # a moment that most runs do not need

    options = {"formatting_info": True, "ragged_rows": True, "on_demand": True}
    try:
        book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), **options)
        return [_page(book, number) for number in range(book.nsheets)]
    except (xlrd.compdoc.CompDocError, *_DAMAGED) as error:
        raise ValueError from error
    except xlrd.XLRDError as error:
        raise (LockedError if "encrypted" in str(error) else ValueError) from error


def _page(book: Any, number: int) -> Page:
    """Look at a sheet and forget it again: several at once would fill the memory."""
    sheet = book.sheet_by_index(number)
    book.unload_sheet(number)
    return Page(sheet.name, sheet.visibility == 0, _Sheet(book, number).cells)


class LockedError(Exception):
    """A workbook has a password."""


_DAMAGED = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, struct.error)
"""What xlrd comes to over a damaged file, besides its own exception."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One worksheet of xlrd's."""

    book: Any
    number: int

    def cells(self, layout: Layout) -> Iterator[Placed]:
        """Go through the cells that have something in them."""
        sheet = self.book.sheet_by_index(self.number)
        rows, columns = sheet.rowinfo_map, sheet.colinfo_map
        layout.hidden.extend(sorted(row + 1 for row, info in rows.items() if info.hidden))
        layout.hidden_columns.extend(sorted(column + 1 for column, info in columns.items() if info.hidden))
        layout.merged.extend(
            (top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
        )
        notes = sorted(sheet.cell_note_map.items())
        layout.comments.extend((row + 1, column + 1, note.text) for (row, column), note in notes)
        try:
            yield from self._filled(sheet)
        finally:
            self.book.unload_sheet(self.number)

    def _filled(self, sheet: Any) -> Iterator[Placed]:
        for row in range(sheet.nrows):
            for column, sort in enumerate(sheet.row_types(row)):
                if (stored := self._stored(sheet, row, column, sort)) is not None:
                    struck = self._is_struck(sheet.cell_xf_index(row, column))
                    yield row + 1, column + 1, replace(stored, struck=True) if struck else stored

    def _stored(self, sheet: Any, row: int, column: int, sort: int) -> Stored | None:
        value = sheet.cell_value(row, column)
        match sort:
            case 1:
                return Stored(value) if value else Stored(None, fault="formula-empty")
            case 2 | 3:
                shown = self._format(sheet.cell_xf_index(row, column))
                return stored_number(value, shown, from_1904=self.book.datemode == 1)
            case 4:
                return Stored(bool(value))
            case 5:
                return Stored(self._error(value), fault="cell-error")
        return None

    def _is_struck(self, number: int) -> bool:
        """Tell whether a style's font has a line through it; a file may lack the fonts that it names."""
        font = self.book.xf_list[number].font_index if number < len(self.book.xf_list) else 0
        return font < len(self.book.font_list) and bool(self.book.font_list[font].struck_out)

    def _format(self, number: int) -> str:
        style = self.book.xf_list[number]
        return str(self.book.format_map[style.format_key].format_str)

    def _error(self, code: int) -> str:
        import xlrd  # noqa: PLC0415  # a moment that most runs do not need

        return str(xlrd.error_text_from_code.get(code, "#VALUE!"))
