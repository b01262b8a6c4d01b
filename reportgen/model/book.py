"""A workbook as it stands, before anybody knows what its sheets are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.names import folded
from reportgen.model.origin import Origin, column_letters

REMARKS: Final = "Góp ý"
"""The sheet with remarks in an annotated copy; it is no data when the copy comes back."""

AUTHOR: Final = "reportgen"
"""Who wrote the comments in the cells of an annotated copy: they are no remarks of the office's."""

FACT_HEADINGS: Final = ("Mục", "Nội dung")
"""What heads the names of facts and their values, in a workbook that is a whole document."""

KIND: Final = "Loại văn bản"
"""The fact that says for which kind of document a workbook is filled in."""

_TOP = 20
"""In how many filled rows headings are looked for."""

Range = tuple[int, int, int, int]
"""Merged cells: first row and column, last row and column."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The filled cells of a sheet as text, by row and column from 1, and its hidden rows and merged cells.

    ``filtered`` says that it was a filter which hid rows, ``notes`` are what is wrong with the cells, or was
    guessed of them.
    """

    file: str
    name: str
    rows: Mapping[int, Mapping[int, str]]
    hidden: Sequence[int] = ()
    merged: Sequence[Range] = ()
    visible: bool = True
    hidden_columns: Sequence[int] = ()
    filtered: bool = False
    notes: tuple[Diagnostic, ...] = ()

    def origin(self, row: int, column: int) -> Origin:
        """Point at a cell."""
        return Origin(self.file, sheet=self.name, cell=cell_name(row, column))


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: all its sheets in their order."""

    file: str
    sheets: Sequence[Worksheet]


def kind_row(sheet: Worksheet) -> int:
    """Find the row that says for which kind of document a workbook is filled in; 0 where none does."""
    name, _ = columns_below(sheet, FACT_HEADINGS)
    wanted = folded(KIND)
    return next((row for row, cells in sheet.rows.items() if folded(cells.get(name, "")) == wanted), 0)


def columns_below(sheet: Worksheet, headings: Sequence[str]) -> tuple[int, ...]:
    """Find the columns of headings that stand in one row, whatever was put in beside them; else the first."""
    row = row_of_headings(sheet, headings)
    places = {folded(text): column for column, text in reversed([*sheet.rows.get(row, {}).items()])}
    return tuple(places.get(folded(heading), place) for place, heading in enumerate(headings, start=1))


def row_of_headings(sheet: Worksheet, headings: Sequence[str]) -> int:
    """Find the first row that has all of some headings, at the top; 0 where none has."""
    wanted, top = {folded(heading) for heading in headings}, islice(sheet.rows.items(), _TOP)
    return next((row for row, cells in top if wanted <= set(map(folded, cells.values()))), 0)


def cell_name(row: int, column: int) -> str:
    """Name a cell as Excel does: C7."""
    return f"{column_letters(column)}{row}"
