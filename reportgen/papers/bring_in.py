"""Bringing in a register that was kept elsewhere: its numbers are taken from then on."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from reportgen.load import BOOKS, load_book
from reportgen.model.acts import ACTS, STANDING, Act
from reportgen.model.book import Book, Worksheet, row_of_headings
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.registry import Draft, Hand, Number, Series, read_number, same_symbol
from reportgen.offices import find_register
from reportgen.papers.office import OfficeFolder
from reportgen.papers.sheets import (
    CERTIFICATES,
    DAY,
    DOCUMENTS,
    ENTRY,
    ISSUED_ON,
    NUMBER,
    STATE,
    STATES,
    Sheet,
    fall_of,
)
from reportgen.register import Registry, new_paper
from reportgen.validate import Misread, read_date

_PLACES = re.compile(r"\([0-9]{1,2}\)")
"""What stands below the headings of a register on paper: ``(1)``, ``(2)`` …"""

_FALLEN = frozenset({Act.CANCELLED, Act.REVOKED, Act.REPLACED})
_KEYS = ((DOCUMENTS, NUMBER, DAY), (CERTIFICATES, ENTRY, ISSUED_ON))


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a register in a workbook, and which column holds what."""

    sheet: Worksheet
    form: Sheet
    head: int
    number: int
    day: int
    state: int | None
    words: dict[str, int]


def bring_in(office: OfficeFolder, file: Path, hand: Hand) -> int:
    """Enter the papers of a workbook, all of them or none; tell how many.

    Raises:
        DataError: with every mistake of every row.
        OutputError: the register cannot be written.

    """
    if file.suffix.lower() not in BOOKS:
        raise DataError([report("import-format", Origin(str(file)), name=file.name)])
    tables = _tables(load_book(file))
    name = _own_name(office)
    complaints = Complaints([note for table in tables for note in table.sheet.notes])
    with office.writing() as registry, registry.writing(hand) as pen:  # nobody takes a number meanwhile
        drafts = list(_drafts(tables, name, registry, complaints))
        if complaints.serious:
            raise DataError(complaints)
        for draft in drafts:
            pen.add(draft)
    return sum(one.act is Act.IMPORTED for one in drafts)


def _own_name(office: OfficeFolder) -> str:
    """Call the office as its papers do."""
    register = find_register(office.path, office.path)
    found = register.called(register.own)
    return (found[-1].heading or found[-1].name) if found else register.own


def _tables(book: Book) -> list[_Table]:
    """Find the sheets that have a register's columns: an office may keep one for each year."""
    tables = [table for sheet in book.sheets if (table := _table(sheet))]
    if tables:
        return tables
    first = book.sheets[0]
    present = {folded(text) for cells in first.rows.values() for text in cells.values()}
    missing = NUMBER if folded(NUMBER) not in present else DAY
    raise DataError([report("import-column", Origin(first.file, sheet=first.name), name=missing)])


def _table(sheet: Worksheet) -> _Table | None:
    for form, number, day in _KEYS:
        head = row_of_headings(sheet, [number, day])
        if head:
            places = {folded(text): column for column, text in sheet.rows[head].items()}
            words = {
                word: places[folded(heading)]
                for heading, word in form.words.items()
                if folded(heading) in places
            }
            state = places.get(folded(STATE))
            return _Table(sheet, form, head, places[folded(number)], places[folded(day)], state, words)
    return None


def _drafts(
    tables: Sequence[_Table], office: str, registry: Registry, complaints: Complaints
) -> Iterator[Draft]:
    met: set[Number] = set()
    symbols: set[Series] = set()
    for table, row in _rows(tables, complaints):
        cells = table.sheet.rows[row]
        place = table.sheet.origin(row, table.number)
        day = _day(cells.get(table.day, "").strip(), table.sheet.origin(row, table.day), complaints)
        number = _number(cells[table.number], office, day, place, complaints)
        if number is None or day is None:
            continue
        if number in met or registry.taken(number):
            complaints.add("number-taken", place, number=number, state=ACTS[Act.IMPORTED])
        if known := _spelled_otherwise(number.series, symbols, registry):
            complaints.add("series-otherwise", place, series=number.series.name, known=known)
        met.add(number)
        symbols.add(number.series)
        told = {word: said for word, column in table.words.items() if (said := cells.get(column, "").strip())}
        fallen, paper = _fallen(table, row, complaints), new_paper()
        note = told.pop("note", "") if fallen else ""
        yield Draft(Act.IMPORTED, paper, number, None, day, told=told)
        if fallen:
            yield Draft(fallen, paper, number, told=fall_of(fallen, note))


def _rows(tables: Sequence[_Table], complaints: Complaints) -> Iterator[tuple[_Table, int]]:
    """List the rows that have a number; complain of those that tell something of a paper and have none."""
    for table, row in ((one, row) for one in tables for row in one.sheet.rows if row > one.head):
        cells = table.sheet.rows[row]
        text = cells.get(table.number, "").strip()
        if text and not _PLACES.fullmatch(text):
            yield table, row
        elif not text and any(cells.get(column) for column in (table.day, *table.words.values())):
            complaints.add("import-no-number", table.sheet.origin(row, table.number))


def _spelled_otherwise(series: Series, above: AbstractSet[Series], registry: Registry) -> str:
    """Find another spelling of a symbol that is new, in the rows above or in the register."""
    if series in above:
        return ""
    alike = (one.name for one in above if one.year == series.year and same_symbol(one.name, series.name))
    return next(alike, "") or registry.spelled_otherwise(series)


def _fallen(table: _Table, row: int, complaints: Complaints) -> Act | None:
    """Tell whether a paper does not stand any more; whoever kept the register may say nothing of it."""
    if table.state is None:
        return None
    said = table.sheet.rows[row].get(table.state, "").strip()
    act = {folded(text): act for act, text in STATES.items()}.get(folded(said))
    if said and act not in STANDING | _FALLEN:
        known = "; ".join(STATES[one] for one in sorted(STANDING | _FALLEN))
        complaints.add("import-state", table.sheet.origin(row, table.state), value=said, known=known)
    return act if act in _FALLEN else None


def _number(
    text: str, office: str, day: dt.date | None, place: Origin, complaints: Complaints
) -> Number | None:
    digits, series = (" ".join(part.split()) for part in text.partition("/")[::2])
    number = read_number(digits)
    if number is None or not series:
        complaints.add("number-unread", place, value=text)
        return None
    return Number(Series(office, series, day.year), number) if day else None


def _day(text: str, place: Origin, complaints: Complaints) -> dt.date | None:
    try:
        return read_date(text)
    except Misread:
        complaints.add("import-date", place, value=text)
        return None
