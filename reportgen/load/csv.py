"""CSV as Excel, LibreOffice and people write it: cells stay text, rows keep their line numbers."""

import csv
from array import array
from collections.abc import Iterator
from pathlib import Path

from reportgen.load.csv_text import Starts, announced, sniffed
from reportgen.load.files import read_bytes
from reportgen.load.table import Cells, Grid, settle
from reportgen.load.text import decode, is_composed, nfc, refuse_bad
from reportgen.model.dataset import RawTable
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin, TableSources


def read_csv(path: Path, file: str, *, separator: str | None = None) -> RawTable:
    """Read a table; ``separator`` is found out when it is not given."""
    complaints = Complaints()
    text = refuse_bad(decode(read_bytes(path, file), file, "csv-not-utf8"), file, complaints)
    said, begin = announced(text)
    starts = Starts(text, said or separator or sniffed(text), array("l"), 1)
    rows = _rows(starts, begin, file, complaints)
    if not rows:
        complaints.add("table-empty", Origin(file, 1))
        raise DataError(complaints)
    sources = TableSources(file, starts.lines, {}, starts.header_line, starts=starts)
    table = settle(Grid(rows[0], rows[1:], sources), complaints)
    if complaints.found:
        raise DataError(complaints)
    return table


def read_tsv(path: Path, file: str) -> RawTable:
    """Read a table whose cells are separated by tabs, as its name says."""
    return read_csv(path, file, separator="\t")


def _rows(starts: Starts, begin: int, file: str, complaints: Complaints) -> list[Cells]:
    """Read the filled rows, the heading first, and tell ``starts`` the line where each begins."""
    above = starts.text.count("\n", 0, begin)
    lines = array("l", [above + 1])
    reader = csv.reader(
        _lines(starts.text, begin), delimiter=starts.separator, skipinitialspace=True, strict=True
    )
    rows: list[Cells] = []
    once = dict[str, str]().setdefault  # equal cells are kept once, which halves the memory
    try:
        for record in reader:
            row = [once(text, text) if (text := cell.strip()) else None for cell in record]
            if any(row):
                rows.append(row)
                lines.append(0)
            lines[-1] = above + reader.line_num + 1
    except csv.Error as error:
        code, origin = starts.broken_quote(lines[-1], file)
        complaints.add(code, origin)
        raise DataError(complaints) from error
    starts.header_line, starts.lines = lines[0], lines[1:-1]
    return rows if is_composed(starts.text) else [[cell and nfc(cell) for cell in row] for row in rows]


def _lines(text: str, begin: int) -> Iterator[str]:
    """Hand out one line after the other, without a second copy of the text."""
    while begin < len(text):
        end = text.find("\n", begin) + 1 or len(text)
        yield text[begin:end]
        begin = end
