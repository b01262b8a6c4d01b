"""CSV as Excel, LibreOffice and people write it: cells stay text, rows keep their line numbers."""

import csv
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from reportgen.load.cells import ERRORS
from reportgen.load.csv_text import Starts, announced, sniffed
from reportgen.load.encoding import decode_table
from reportgen.load.files import read_bytes
from reportgen.load.fixed import DELIMITER_NAMES, NOTHING, Fixed
from reportgen.load.grid import Cells, Grid
from reportgen.load.outcome import failed, finished
from reportgen.load.table import read_heading, settle
from reportgen.load.text import is_composed, nfc, refuse_bad
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin, TableSources
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import RawTable

MOST_COLUMNS: Final = 16_384
MOST_ROWS: Final = 1_048_576
"""As many columns and rows as a worksheet of Excel has."""

MOST_CELLS: Final = 10_000_000
"""Cells in all the rows that are not blank."""

_DECIMAL_MARK: Final = ","
_SHOWN = 5


def read_csv(path: Path, file: str, fixed: Fixed = NOTHING, *, usual: str = ",") -> RawTable:
    """Read a table; what separates its cells is found out, and told where it is not the ``usual`` sign."""
    complaints = Complaints()
    decoded = decode_table(read_bytes(path, file), file, fixed.encoding)
    text = refuse_bad(decoded.text, file, complaints)
    said, begin = announced(text)
    starts = Starts(text, said or fixed.delimiter or sniffed(text))
    grid = _grid(starts, begin, file, complaints)
    if fixed.delimiter:
        _refuse_wrong(grid, fixed.delimiter, starts, complaints)
    elif not said and grid.width > 1 and starts.separator != usual:
        sign = DELIMITER_NAMES.get(starts.separator, starts.separator)
        complaints.add("delimiter-guessed", Origin(file), delimiter=sign)
    _refuse_errors(grid, starts.text, complaints)
    heading = read_heading(grid, fixed, complaints, decoded)
    table = settle(grid, heading, fixed, complaints)
    if starts.separator == _DECIMAL_MARK:
        _tell_uneven(grid, table, complaints)
    return finished(table, complaints)


def read_tsv(path: Path, file: str, fixed: Fixed = NOTHING) -> RawTable:
    """Read a table whose cells are separated by tabs, as its name says."""
    return read_csv(path, file, replace(fixed, delimiter=fixed.delimiter or "\t"))


def read_txt(path: Path, file: str, fixed: Fixed = NOTHING) -> RawTable:
    """Read what Excel calls Unicode Text."""
    return read_csv(path, file, fixed, usual="\t")


def _grid(starts: Starts, begin: int, file: str, complaints: Complaints) -> Grid:
    """Read the filled rows, each with the line where it begins."""
    above = starts.text.count("\n", 0, begin)
    lines = array("l", [above + 1])
    reader = csv.reader(
        _lines(starts.text, begin), delimiter=starts.separator, skipinitialspace=True, strict=True
    )
    rows: list[Cells] = []
    once = dict[str, str]().setdefault  # equal cells are kept once, which halves the memory
    cells = 0
    try:
        for record in reader:
            cells += len(record)
            if len(record) > MOST_COLUMNS or len(rows) == MOST_ROWS or cells > MOST_CELLS:
                raise _too_large(len(record), len(rows), Origin(file, lines[-1]))
            row = [once(text, text) if (text := cell.strip()) else None for cell in record]
            if any(row):
                rows.append(row)
                lines.append(0)
            lines[-1] = above + reader.line_num + 1
    except csv.Error as error:
        code, origin = starts.broken_quote(lines[-1], file)
        complaints.add(code, origin)
        raise failed(complaints) from error
    if not rows:
        complaints.add("table-empty", Origin(file, 1))
        raise failed(complaints)
    composed = rows if is_composed(starts.text) else [[cell and nfc(cell) for cell in row] for row in rows]
    return Grid(composed, TableSources(file, lines[:-1], {}, lines[0], starts=starts))


def _too_large(columns: int, rows: int, place: Origin) -> DataError:
    """Tell what is more than any office has, where it begins to be."""
    most, what = MOST_CELLS, phrase("cells")
    if columns > MOST_COLUMNS:
        most, what = MOST_COLUMNS, phrase("columns")
    elif rows == MOST_ROWS:
        most, what = MOST_ROWS, phrase("filled rows")
    return DataError([report("csv-too-large", place, most=most, what=what)])


def _lines(text: str, begin: int) -> Iterator[str]:
    """Hand out one line after the other, without a second copy of the text."""
    while begin < len(text):
        end = text.find("\n", begin) + 1 or len(text)
        yield text[begin:end]
        begin = end


def _tell_uneven(grid: Grid, table: RawTable, complaints: Complaints) -> None:
    """Warn of rows with more cells than others: a decimal comma makes two cells of one number."""
    if len({len(row) for row in grid.rows}) == 1:
        return
    lines, widest = set(table.lines), len(table.columns)
    filled = zip(grid.lines, grid.rows, strict=True)
    widths = {line: min(len(row), widest) for line, row in filled if line in lines}
    usual = max(Counter(widths.values()).items(), key=lambda each: each[1], default=(0, 0))[0]
    odd = {line: width for line, width in widths.items() if width != usual}
    if odd and usual > 1:
        shown = shortened([f"{line} ({width})" for line, width in odd.items()], _SHOWN)
        complaints.add("rows-uneven", Origin(grid.sources.file, next(iter(odd))), usual=usual, rows=shown)


def _refuse_errors(grid: Grid, text: str, complaints: Complaints) -> None:
    """Complain of what formulas could not calculate and Excel has saved as if it were text."""
    for number, row in enumerate(grid.rows if "#" in text else ()):
        if not ERRORS.isdisjoint(row):
            for index, cell in enumerate(row):
                if cell in ERRORS:
                    complaints.add("cell-error", grid.at(number, index), value=cell)


def _refuse_wrong(grid: Grid, delimiter: str, starts: Starts, complaints: Complaints) -> None:
    """Complain of a separator that the file contradicts."""
    other = starts.separator if starts.separator != delimiter else sniffed(starts.text)
    if starts.separator != delimiter or (grid.width == 1 and other != delimiter and other in starts.text):
        wrong, right = (DELIMITER_NAMES.get(sign, sign) for sign in (delimiter, other))
        complaints.add("delimiter-wrong", Origin(grid.sources.file), delimiter=wrong, other=right)
