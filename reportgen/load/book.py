"""A whole workbook, sheet by sheet, for those who know what its sheets are."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reportgen.load.fixed import Fixed
from reportgen.load.letters import read_letters_of_sheet
from reportgen.load.spreadsheet import WORKBOOKS, read_sheets
from reportgen.load.worksheet import grid_of, table_of
from reportgen.model.book import Book, Worksheet
from reportgen.model.diagnostics import Complaints, of_form
from reportgen.model.messages.entry import Form
from reportgen.model.raw import RawTable

BOOKS: dict[str, Callable[[Path, str], list[Worksheet]]] = dict.fromkeys(WORKBOOKS, read_sheets)
"""Readers of whole workbooks by suffix."""

_SETTLED = Fixed(encoding="utf-8", header=(1, 1))


def load_book(path: Path, *, shown: str | None = None) -> Book:
    """Read every sheet of a workbook of one of `BOOKS`; ``shown`` is what origins call the file."""
    file = shown or str(path)
    return Book(file, [_in_unicode(sheet) for sheet in BOOKS[path.suffix.lower()](path, file)])


def sheet_table(sheet: Worksheet) -> RawTable:
    """Take a sheet as a table whose headings stand in its first row.

    Raises:
        DataError: what an office would not see in it, or a heading that is not clear.

    """
    return table_of(sheet, _SETTLED, Complaints())


def _in_unicode(sheet: Worksheet) -> Worksheet:
    """Read legacy letters, which is told as of a table file."""
    if not sheet.rows:
        return sheet
    complaints = Complaints()
    grid = grid_of(sheet)
    read_letters_of_sheet(grid, complaints)
    rows = {
        line: {grid.first + index: text for index, text in enumerate(cells) if text is not None}
        for line, cells in zip(grid.lines, grid.rows, strict=True)
    }
    return replace(sheet, rows=rows, notes=(*sheet.notes, *of_form(complaints, Form.TABLE)))
