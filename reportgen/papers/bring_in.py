"""Bringing in a register that was kept elsewhere: its numbers are taken from then on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.load import BOOKS, load_book
from reportgen.model.book import Worksheet, row_of_headings
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.registry import ACTS, Act, Draft, Hand, Number, Series, read_number
from reportgen.offices import find_register
from reportgen.papers.office import OfficeFolder
from reportgen.papers.sheets import CERTIFICATES, DAY, DOCUMENTS, ENTRY, ISSUED_ON, NUMBER, Sheet
from reportgen.register import Registry, new_paper
from reportgen.validate import Misread, read_date

_KEYS = ((DOCUMENTS, NUMBER, DAY), (CERTIFICATES, ENTRY, ISSUED_ON))


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a register in a workbook, and which column holds what."""

    sheet: Worksheet
    form: Sheet
    head: int
    number: int
    day: int
    words: dict[str, int]


def bring_in(office: OfficeFolder, file: Path, hand: Hand) -> int:
    """Enter the papers of a workbook, all of them or none; tell how many.

    Raises:
        DataError: with every mistake of every row.
        OutputError: the register cannot be written.

    """
    if file.suffix.lower() not in BOOKS:
        raise DataError([report("import-format", Origin(str(file)), name=file.name)])
    table = _table(load_book(file).sheets[0])
    name = _own_name(office)
    complaints = Complaints()
    with office.writing() as registry:
        drafts = list(_drafts(table, name, registry, complaints))
        if complaints.serious:
            raise DataError(complaints)
        with registry.writing(hand) as pen:
            for draft in drafts:
                pen.add(draft)
    return len(drafts)


def _own_name(office: OfficeFolder) -> str:
    """Call the office as its papers do."""
    register = find_register(office.path, office.path)
    found = register.called(register.own)
    return (found[-1].heading or found[-1].name) if found else register.own


def _table(sheet: Worksheet) -> _Table:
    for form, number, day in _KEYS:
        head = row_of_headings(sheet, [number, day])
        if head:
            places = {folded(text): column for column, text in sheet.rows[head].items()}
            words = {
                word: places[folded(heading)]
                for heading, word in form.words.items()
                if folded(heading) in places
            }
            return _Table(sheet, form, head, places[folded(number)], places[folded(day)], words)
    present = {folded(text) for cells in sheet.rows.values() for text in cells.values()}
    missing = NUMBER if folded(NUMBER) not in present else DAY
    raise DataError([report("import-column", Origin(sheet.file, sheet=sheet.name), name=missing)])


def _drafts(table: _Table, office: str, registry: Registry, complaints: Complaints) -> Iterator[Draft]:
    met: dict[Number, int] = {}
    for row, cells in table.sheet.rows.items():
        text = cells.get(table.number, "").strip()
        if row <= table.head or not text or text == "(1)":
            continue
        day = _day(cells.get(table.day, "").strip(), table.sheet.origin(row, table.day), complaints)
        number = _number(text, office, day, table.sheet.origin(row, table.number), complaints)
        if number is None or day is None:
            continue
        if number in met or registry.taken(number):
            complaints.add(
                "number-taken", table.sheet.origin(row, table.number), number=number, state=ACTS[Act.IMPORTED]
            )
        met[number] = row
        told = {word: said for word, column in table.words.items() if (said := cells.get(column, "").strip())}
        yield Draft(Act.IMPORTED, new_paper(), number, None, day, told=told)


def _number(
    text: str, office: str, day: dt.date | None, place: Origin, complaints: Complaints
) -> Number | None:
    digits, _, series = text.partition("/")
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
