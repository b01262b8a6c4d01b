"""Bringing in a register that was kept elsewhere: its numbers are taken from then on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.load import BOOKS, load_book
from reportgen.model.acts import ACTS, STANDING, Act
from reportgen.model.book import Worksheet, row_of_headings
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.registry import Draft, Hand, Number, Series, read_number
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
    table = _table(load_book(file).sheets[0])
    name = _own_name(office)
    complaints = Complaints()
    with office.writing() as registry, registry.writing(hand) as pen:  # nobody takes a number meanwhile
        drafts = list(_drafts(table, name, registry, complaints))
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
            state = places.get(folded(STATE))
            return _Table(sheet, form, head, places[folded(number)], places[folded(day)], state, words)
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
        fallen, paper = _fallen(table, row, complaints), new_paper()
        note = told.pop("note", "") if fallen else ""
        yield Draft(Act.IMPORTED, paper, number, None, day, told=told)
        if fallen:
            yield Draft(fallen, paper, number, told=fall_of(fallen, note))


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
