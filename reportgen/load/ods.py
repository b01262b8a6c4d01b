"""Workbooks of OpenDocument, as LibreOffice stores them: values beside the words that are shown for them."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from reportgen.load.markup import END, START, TEXT, Event, events
from reportgen.load.ods_formats import OdsStyles
from reportgen.load.stored import Layout, Page, Placed, Stored

_LAST_COLUMN = 16384
_MOST_COMMENTS: Final = 10_000
_HIDDEN: Final = ("collapse", "filter")
_CELLS: Final = ("table:table-cell", "table:covered-table-cell")
_PASSED_OVER: Final = ("office:annotation", "drawing:frame", "drawing:custom-shape", "text:ruby-text")
_FLAGS: Final = ("TRUE", "FALSE")
_DURATION = re.compile(r"-?PT(\d{1,9})H(\d{1,2})M(\d{1,2})(?:[.,]\d*)?S")
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|(?:Err|Lỗi|Fehler):\d+")
_SPACES = re.compile(r"[ \t\r\n]+")


def ods_pages(archive: zipfile.ZipFile) -> list[Page]:
    """List the sheets."""
    styles = OdsStyles.of(archive)
    found: list[Page] = []
    for kind, name, attributes in _content(archive):
        if kind == START and name == "table:table":
            number = len(found)
            visible = attributes.get("table:style-name") not in styles.hidden_tables
            found.append(Page(attributes["table:name"], visible, _Sheet(archive, number, styles).cells))
    return found


def _content(archive: zipfile.ZipFile) -> Iterator[Event]:
    with archive.open("content.xml") as stream:
        yield from events(stream)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet of the archive, by its number."""

    archive: zipfile.ZipFile
    number: int
    styles: OdsStyles

    def cells(self, layout: Layout) -> Iterator[Placed]:
        """Go through the cells that have something in them."""
        reader = _Reader(self.styles, layout)
        tables = -1
        for kind, name, attributes in _content(self.archive):
            tables += kind == START and name == "table:table"
            if tables == self.number:
                yield from reader.event(kind, name, attributes)


@dataclass(slots=True)
class _Cell:
    """What was heard of one cell so far."""

    attributes: Mapping[str, str]
    text: list[str] = field(default_factory=list)
    inside: int = 0
    passed: int = 0
    comment: list[str] = field(default_factory=list)
    noting: bool = False
    shown: bool = False


@dataclass(slots=True)
class _Reader:
    """Hears the events of one sheet, and gives each row when it is complete."""

    styles: OdsStyles
    layout: Layout
    row: int = 1
    column: int = 1
    of_row: Mapping[str, str] = field(default_factory=dict)
    filled: list[tuple[int, int, Stored]] = field(default_factory=list)
    defaults: list[str] = field(default_factory=list)
    cell: _Cell | None = None

    def event(self, kind: str, name: str, attributes: Mapping[str, str]) -> Iterator[Placed]:
        """Take one event in; the end of a row gives its cells."""
        if kind == TEXT:
            self._hear(name)
        elif name in _CELLS:
            self._cell(kind, name, attributes)
        elif self.cell is not None:
            self._inside(self.cell, kind, name, attributes)
        elif name == "table:table-column" and kind == START:
            self._column(attributes)
        elif name == "table:table-row" and kind == START:
            self.of_row, self.column = attributes, 1
            self.filled.clear()
        elif name == "table:table-row" and kind == END:
            yield from self._end_row()

    def _end_row(self) -> Iterator[Placed]:
        times = _repeated(self.of_row, "rows")
        if self.filled:
            for row in range(self.row, self.row + times):
                if self.of_row.get("table:visibility") in _HIDDEN:
                    self.layout.hidden.append(row)
                for first, many, stored in self.filled:
                    yield from ((row, column, stored) for column in range(first, first + many))
        self.layout.filtered |= self.of_row.get("table:visibility") == "filter"
        self.row += times

    def _column(self, attributes: Mapping[str, str]) -> None:
        many = min(_repeated(attributes, "columns"), _LAST_COLUMN - len(self.defaults))
        if attributes.get("table:visibility") in _HIDDEN:
            self.layout.hidden_columns.extend(range(len(self.defaults) + 1, len(self.defaults) + many + 1))
        self.defaults.extend([attributes.get("table:default-cell-style-name", "")] * many)

    def _cell(self, kind: str, name: str, attributes: Mapping[str, str]) -> None:
        if kind == START:
            self.cell = _Cell(attributes)
        elif self.cell is not None:
            done, self.cell = self.cell, None
            many = _repeated(done.attributes, "columns")
            stored = None if name != _CELLS[0] else self._stored(done)
            if done.comment and len(self.layout.comments) < _MOST_COMMENTS:
                self.layout.comments.append((self.row, self.column, " ".join(done.comment)))
            if stored is not None:
                self.filled.append((self.column, many, stored))
            self._merge(done.attributes)
            self.column += many

    def _merge(self, attributes: Mapping[str, str]) -> None:
        wide, high = (int(attributes.get(f"table:number-{what}-spanned", 1)) for what in ("columns", "rows"))
        if wide > 1 or high > 1:
            self.layout.merged.append((self.row, self.column, self.row + high - 1, self.column + wide - 1))

    def _stored(self, cell: _Cell) -> Stored | None:
        style = self._style(cell)
        stored = _stored(cell, self.styles.formats.get(style, "General"))
        if stored is None:
            return None
        unseen = isinstance(stored.value, int | float) and bool(stored.value) and cell.shown and not cell.text
        return replace(stored, struck=style in self.styles.struck, unseen=unseen)

    def _style(self, cell: _Cell) -> str:
        """Find the style of a cell: its own, else that of its row or column."""
        style = cell.attributes.get("table:style-name") or self.of_row.get("table:default-cell-style-name")
        if style is None and self.column <= len(self.defaults):
            style = self.defaults[self.column - 1]
        return style or "Default"

    def _hear(self, text: str) -> None:
        if self.cell is not None and self.cell.noting:
            self.cell.comment.append(text)
        elif self.cell is not None and self.cell.inside and not self.cell.passed:
            self.cell.text.append(_SPACES.sub(" ", text))

    def _inside(self, cell: _Cell, kind: str, name: str, attributes: Mapping[str, str]) -> None:
        """Read paragraphs, and the signs that stand for spaces; comments and drawings are no text."""
        step = 1 if kind == START else -1
        if name in _PASSED_OVER:
            cell.passed += step
            cell.noting = False
        elif cell.passed:
            cell.noting = name.startswith("text:") and (kind == START or name != "text:p")
        elif name == "text:p":
            cell.inside += step
            cell.shown = True
            cell.text += ["\n"] if kind == START and cell.text else []
        elif kind == START and name == "text:s":
            cell.text.append(" " * min(int(attributes.get("text:c", 1)), 1000))
        elif kind == START and name in ("text:tab", "text:line-break"):
            cell.text.append("\t" if name == "text:tab" else "\n")


def _stored(cell: _Cell, shown: str) -> Stored | None:
    given, text = cell.attributes, "".join(cell.text)
    sort = given.get("office:value-type")
    formula = "table:formula" in given
    if given.get("calcext:value-type") == "error" or (formula and _ERROR.fullmatch(text)):
        return Stored(text, fault="cell-error")
    if sort is None:
        never = formula and not cell.shown  # an empty result has an empty paragraph
        return Stored(None, fault="formula-not-calculated") if never else _text(text)
    match sort:
        case "string":
            return _text(given.get("office:string-value", text))
        case "boolean":
            return Stored(given["office:boolean-value"] == "true")
        case "date":
            return Stored(dt.datetime.fromisoformat(given["office:date-value"]), shown)
        case "time":
            return Stored(_duration(given["office:time-value"]), shown)
    number = given["office:value"]
    if shown == "BOOLEAN" or text in _FLAGS:
        return Stored(number != "0")
    return Stored(int(number) if number.lstrip("-").isdigit() else float(number), shown)


def _text(text: str) -> Stored | None:
    return Stored(text) if text else None


def _duration(text: str) -> dt.timedelta:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(part) for part in found.groups())
    return dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _repeated(attributes: Mapping[str, str], what: str) -> int:
    times = int(attributes.get(f"table:number-{what}-repeated", 1))
    if times < 1:
        raise ValueError(times)
    return times
