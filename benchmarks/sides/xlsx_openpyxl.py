"""The sums with an openpyxl loop."""

from pathlib import Path

import openpyxl
from sums import sums


def read(path: Path) -> dict[str, str]:
    """Sum up the rows of a workbook's first sheet."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    names = [str(name) for name in next(rows)]
    return sums(dict(zip(names, row, strict=True)) for row in rows)
