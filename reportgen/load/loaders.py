"""Which reader reads which table file."""

from collections.abc import Callable
from pathlib import Path

from reportgen.load.csv import read_csv, read_tsv
from reportgen.load.xlsx import read_xlsx
from reportgen.model.dataset import RawTable
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin

LOADERS: dict[str, Callable[[Path, str], RawTable]] = {
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".xlsx": read_xlsx,
}
"""Readers of table files by suffix; each is given the path and the name to show."""

SHEET_LOADERS: dict[str, Callable[[Path, str, str | None], RawTable]] = {".xlsx": read_xlsx}
"""Those of them that can be told which sheet to read."""


def load_table(path: Path, *, sheet: str | None = None, shown: str | None = None) -> RawTable:
    """Read a table file of one of `LOADERS`, or one sheet of it; ``shown`` is what origins call the file."""
    file = shown or str(path)
    suffix = path.suffix.lower()
    if sheet is None:
        return LOADERS[suffix](path, file)
    if suffix not in SHEET_LOADERS:
        raise DataError([report("sheet-without-workbook", Origin(file), name=path.name, sheet=sheet)])
    return SHEET_LOADERS[suffix](path, file, sheet)
