"""Which reader reads which table file."""

from collections.abc import Callable
from pathlib import Path

from reportgen.load.csv import read_csv, read_tsv, read_txt
from reportgen.load.fixed import NOTHING, Fixed
from reportgen.load.spreadsheet import REFUSED, WORKBOOKS, read_workbook
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.raw import RawTable

TEXT_LOADERS: dict[str, Callable[[Path, str, Fixed], RawTable]] = {
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".txt": read_txt,
}
"""Readers of text files by suffix; each is given the path, the name to show, and what the data file fixes."""

SHEET_LOADERS: dict[str, Callable[[Path, str, Fixed], RawTable]] = dict.fromkeys(
    (*WORKBOOKS, *REFUSED), read_workbook
)
"""Readers of workbooks, which have sheets and need no sign between cells."""

LOADERS = {**TEXT_LOADERS, **SHEET_LOADERS}
"""Readers of table files by suffix."""

READABLE = (*TEXT_LOADERS, *WORKBOOKS)
"""What the names of table files should end in."""


def load_table(path: Path, fixed: Fixed = NOTHING, *, shown: str | None = None) -> RawTable:
    """Read a table file of one of `LOADERS`; ``shown`` is what origins call the file."""
    file = shown or str(path)
    suffix = path.suffix.lower()
    if fixed.sheet is not None and suffix not in SHEET_LOADERS:
        raise DataError([report("sheet-without-workbook", Origin(file), name=path.name, sheet=fixed.sheet)])
    if fixed.delimiter is not None and suffix not in TEXT_LOADERS:
        raise DataError([report("delimiter-without-text", Origin(file), name=path.name)])
    return LOADERS[suffix](path, file, fixed)
