"""A list as a workbook: headings, and rows of texts that stay texts."""

from collections.abc import Sequence
from typing import Final

from reportgen.workbooks import looks
from reportgen.workbooks.cells import content, write_text

_WIDEST: Final = 60
_ROOM: Final = 2


def listing(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows below their headings, in columns as wide as what stands in them."""
    from openpyxl import Workbook  # noqa: PLC0415  # half a second that most runs do not need
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row, texts in enumerate([headings, *rows], 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            if text:
                write_text(cell, text)
            (looks.heading if row == 1 else looks.plain)(cell)
    for column, texts in enumerate(zip(headings, *rows, strict=True), 1):
        wide = min(max(map(len, texts)) + _ROOM, _WIDEST)
        sheet.column_dimensions[get_column_letter(column)].width = wide
    sheet.freeze_panes = "A2"
    return content(book)
