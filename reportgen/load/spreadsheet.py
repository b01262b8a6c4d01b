"""The sheets of a workbook as text cells, with nothing on them uncalculated."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportgen.load.cells import ERRORS, fault, is_hidden, written
from reportgen.load.files import close_names, listed, read_bytes
from reportgen.load.fixed import NOTHING, Fixed
from reportgen.load.outcome import failed
from reportgen.load.stored import Layout, Page, Stored
from reportgen.load.text import nfc, refuse_bad_in
from reportgen.load.workbook import open_pages, reading
from reportgen.load.worksheet import table_of
from reportgen.model.book import REMARKS, Range, Worksheet, cell_name
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import RawTable

WORKBOOKS = (".xlsx", ".ods", ".xls")
"""What the names of workbooks end in; their content tells which format it is."""

REFUSED = (".xlsm", ".xlsb")
"""Endings of workbooks that are not read, which is said when one is opened."""

MOST_CELLS = 1_000_000
"""How many filled cells of a sheet are read."""

MOST_LETTERS = 50_000_000
"""How many letters all cells of a sheet hold together."""

LONGEST_CELL = 131072
"""How many letters a cell holds, as in a CSV file; Excel itself takes a quarter of them."""

MOST_FAULTS = 100
"""How many cells are complained of before the reading of a sheet is given up."""

_SHOWN = 12


def read_workbook(path: Path, file: str, fixed: Fixed = NOTHING) -> RawTable:
    """Read the named worksheet, or the only one that shows something."""
    complaints = Complaints()
    pages = open_pages(read_bytes(path, file), file)
    with reading(file):
        page = _pick(pages, file, fixed.sheet, complaints)
        sheet = _worksheet(page, file, complaints)
    return table_of(sheet, fixed, complaints)


def read_sheets(path: Path, file: str) -> list[Worksheet]:
    """Read every worksheet, each with the complaints about its cells."""
    pages = open_pages(read_bytes(path, file), file)
    with reading(file):
        return [_noted(page, file) for page in pages]


def _noted(page: Page, file: str) -> Worksheet:
    complaints = Complaints()
    return replace(_worksheet(page, file, complaints), notes=tuple(complaints))


def _pick(pages: Sequence[Page], file: str, name: str | None, complaints: Complaints) -> Page:
    """Choose a sheet; none that nobody sees, and no one of several, unless the data file says so."""
    named = {nfc(page.name): page for page in pages}
    if name is not None and name in named:
        return named[name]
    if name is not None or not named:
        near = close_names(name or "", named) or list(named)
        raise DataError([report("sheet-missing", Origin(file), sheet=name or "", sheets=listed(near))])
    filled = {title: page for title, page in named.items() if _has_something(page)}
    if REMARKS in filled and len(filled) > 1:
        complaints.add("sheet-not-used", Origin(file, sheet=REMARKS, cell="A1"), sheet=REMARKS)
        del filled[REMARKS]
    seen = [title for title, page in filled.items() if page.visible]
    hidden = [title for title, page in filled.items() if not page.visible]
    if len(seen) > 1:
        raise DataError([report("sheet-not-named", Origin(file), sheets=listed(seen), sheet=seen[0])])
    if not seen and hidden:
        raise DataError([report("sheet-hidden", Origin(file), sheets=listed(hidden), sheet=hidden[0])])
    if hidden:
        place = Origin(file, sheet=seen[0], cell="A1")
        complaints.add("sheet-passed-over", place, sheet=seen[0], sheets=listed(hidden))
    return filled[seen[0]] if seen else next(iter(named.values()))


def _has_something(page: Page) -> bool:
    return any(page.cells(Layout()))


def _worksheet(page: Page, file: str, complaints: Complaints) -> Worksheet:
    layout, reader = Layout(), _Reader(file, nfc(page.name), complaints)
    for row, column, stored in page.cells(layout):
        reader.take(row, column, stored)
    reader.tell_empty()
    reader.tell_odd()
    _tell_comments(layout.comments, reader, complaints)
    _drop_covered(reader.rows, layout.merged, file)
    return Worksheet(
        file, reader.sheet, reader.rows,
        hidden=layout.hidden, merged=layout.merged, visible=page.visible,
        hidden_columns=layout.hidden_columns, filtered=layout.filtered,
    )  # fmt: skip


@dataclass(slots=True)
class _Reader:
    """Takes the cells of one worksheet as they come, from top to bottom."""

    file: str
    sheet: str
    complaints: Complaints
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    once: dict[str, str] = field(default_factory=dict)
    empty: list[Origin] = field(default_factory=list)
    struck: list[Origin] = field(default_factory=list)
    unseen: list[Origin] = field(default_factory=list)
    cells: int = 0
    letters: int = 0

    def take(self, row: int, column: int, stored: Stored) -> None:
        """Write a cell as text, or complain of it; a cell that cannot be read is not blank, either."""
        self._refuse_excess(row, column, stored)
        text = self._text(row, column, stored)
        if text is not None:
            if stored.struck:
                self.struck.append(self.origin(row, column))
            if stored.unseen or is_hidden(stored.value, stored.shown):
                self.unseen.append(self.origin(row, column))
            cells = self.rows.setdefault(row, {})
            if column in cells:
                raise DataError([report("workbook-broken", self.origin(row, column))])
            cells[column] = self.once.setdefault(text, text)

    def tell_empty(self) -> None:
        """Warn of formulas that show nothing, where nobody can tell whether they were ever calculated."""
        if self.empty:
            places = shortened([str(origin) for origin in self.empty], _SHOWN)
            self.complaints.add("formula-empty", self.empty[0], places=places)

    def tell_odd(self) -> None:
        """Warn of cells with a line through them, and of those that show nothing: all count like others."""
        for code, found in (("cells-struck", self.struck), ("cells-unseen", self.unseen)):
            if found:
                places = shortened([str(origin) for origin in found], _SHOWN)
                self.complaints.add(code, found[0], places=places)

    def _refuse_excess(self, row: int, column: int, stored: Stored) -> None:
        """Give up where going on would cost time and memory without end."""
        self.cells += 1
        self.letters += len(stored.value) if isinstance(stored.value, str) else 0
        if self.cells > MOST_CELLS:
            raise _too_large(self.origin(row, column), MOST_CELLS, phrase("filled cells"))
        if self.letters > MOST_LETTERS:
            raise _too_large(self.origin(row, column), MOST_LETTERS, phrase("letters"))
        if len(self.complaints.found) > MOST_FAULTS:
            self.complaints.add("cells-not-read", self.origin(row, column), count=MOST_FAULTS)
            raise failed(self.complaints)

    def _text(self, row: int, column: int, stored: Stored) -> str | None:
        value = stored.value
        if isinstance(value, str) and len(value) > LONGEST_CELL:
            self.complaints.add("cell-too-long", self.origin(row, column), most=LONGEST_CELL)
            return cell_name(row, column)
        code = stored.fault or ("cell-error" if value in ERRORS else fault(value, stored.shown))
        if code == "formula-empty":
            self.empty.append(self.origin(row, column))
            return None
        if code is not None:
            self.complaints.add(code, self.origin(row, column), value=value)
            return cell_name(row, column)
        text = written(value, stored.shown)
        if text is not None and isinstance(value, str):
            refuse_bad_in(text, self.origin(row, column), self.complaints)
            return nfc(text)
        return text

    def origin(self, row: int, column: int) -> Origin:
        """Point at a cell."""
        return Origin(self.file, sheet=self.sheet, cell=cell_name(row, column))


def _tell_comments(comments: Sequence[tuple[int, int, str]], reader: _Reader, complaints: Complaints) -> None:
    """Warn of what people pinned to cells: it may say another number, and a name that no message repeats."""
    found = [reader.origin(row, column) for row, column, text in comments if text.strip()]
    if found:
        complaints.add("cells-commented", found[0], places=shortened([*map(str, found)], _SHOWN))


def _too_large(place: Origin, most: int, what: str) -> DataError:
    return DataError([report("workbook-too-large", place, most=most, what=what)])


def _drop_covered(rows: dict[int, dict[int, str]], merged: Sequence[Range], file: str) -> None:
    """Take out what lies under merged cells, where nobody sees it."""
    area = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merged)
    if area > MOST_CELLS:
        raise DataError([report("workbook-merged", Origin(file), count=area)])
    for top, left, bottom, right in merged:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1) if row in rows else ():
                if (row, column) != (top, left):
                    rows[row].pop(column, None)
    for row in [row for row, cells in rows.items() if not cells]:
        del rows[row]
