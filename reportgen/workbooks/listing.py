"""A list as a workbook: headings, and rows of texts that stay texts."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any, Final

from reportgen.workbooks import looks
from reportgen.workbooks.cells import content, write_text

_WIDEST: Final = 60
_ROOM: Final = 2
_LOOKED_AT: Final = 500
"""So many rows say how wide the columns must be."""


def listing(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows below their headings, in columns as wide as what stands in them; no row is kept."""
    from openpyxl import Workbook  # noqa: PLC0415  # half a second that most runs do not need
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    coming = iter(rows)
    first = list(islice(coming, _LOOKED_AT))
    for column, texts in enumerate(zip(headings, *first, strict=True), 1):
        wide = min(max(map(len, texts)) + _ROOM, _WIDEST)
        sheet.column_dimensions[get_column_letter(column)].width = wide
    sheet.append(_written(_cells(sheet, len(headings), looks.heading), headings))
    cells = _cells(sheet, len(headings), looks.plain)
    for row in chain(first, coming):
        sheet.append(_written(cells, row))
    return content(book)


def _cells(sheet: Any, count: int, look: Any) -> list[Any]:
    """Give a row of cells that look alike; the same cells serve for all rows."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cells = [WriteOnlyCell(sheet) for _ in range(count)]
    for cell in cells:
        write_text(cell, "")
        look(cell)
    return cells


def _written(cells: Sequence[Any], texts: Sequence[str]) -> Sequence[Any]:
    for cell, text in zip(cells, texts, strict=True):
        cell.value = text or None
        if text:
            cell.data_type = "s"
    return cells
