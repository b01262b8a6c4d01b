"""A filled-in workbook back into the data of its document, every value with its cell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reportgen.model.book import FACT_HEADINGS, KIND, Book, Worksheet, columns_below, kind_row
from reportgen.model.diagnostics import Complaints, did_you_mean, report
from reportgen.model.errors import DataError
from reportgen.model.kind import Kind
from reportgen.model.names import folded
from reportgen.model.origin import Origin, Sources
from reportgen.model.phrase import phrase
from reportgen.model.raw import UNREAD, Loaded, Raw, RawTable
from reportgen.workbooks import words
from reportgen.workbooks.each import read_each
from reportgen.workbooks.files import take_from
from reportgen.workbooks.headings import find_columns, hiding, lines_below, tell_unread
from reportgen.workbooks.items import Rows, nested
from reportgen.workbooks.layout import Form, Page, Pairs, Path
from reportgen.workbooks.pairs import PairReader
from reportgen.workbooks.plan import form_of
from reportgen.workbooks.spellings import take_spellings


def facts_of(book: Book) -> Worksheet:
    """Find the sheet that names the kind.

    Raises:
        DataError: there is none; the workbook is a table, or something else.

    """
    for sheet in book.sheets:
        if kind_row(sheet):
            return sheet
    raise DataError([report("workbook-without-facts", Origin(book.file), related=_astray(book), kind=KIND)])


def kind_named(facts: Worksheet) -> tuple[str, Origin]:
    """Give the name of the kind that a workbook is for, and its cell.

    Raises:
        DataError: the cell is empty.

    """
    row, (_, value) = kind_row(facts), columns_below(facts, FACT_HEADINGS)
    name, origin = facts.rows[row].get(value), facts.origin(row, value)
    if name is None:
        raise DataError([report("workbook-without-kind", origin, kind=KIND)])
    return name, origin


def document(book: Book, kind: Kind, read_table: Callable[[Worksheet], RawTable]) -> Loaded:
    """Read a workbook as its kind lays it out; what is wrong with it is among the notes."""
    facts = facts_of(book)
    sources = Sources(book.file, values={(): facts.origin(1, 1)})
    reader = _Reader(kind, form_of(kind), sources, read_table)
    reader.facts(facts)
    for sheet in book.sheets:
        if sheet is not facts:
            reader.sheet(sheet)
    return reader.loaded()


def _astray(book: Book) -> Iterator[tuple[str, Origin]]:
    """Point at cells that should name the kind, had their columns their headings."""
    name, value = FACT_HEADINGS
    words = phrase(
        "it stands here, but not in column A nor below '{name}' beside '{value}'", name=name, value=value
    )
    for sheet in book.sheets:
        cells = ((row, column) for row, texts in sheet.rows.items() for column in texts)
        places = [place for place in cells if folded(sheet.rows[place[0]][place[1]]) == folded(KIND)]
        yield from ((words, sheet.origin(*place)) for place in places)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One workbook on its way to a document."""

    kind: Kind
    form: Form
    sources: Sources
    read_table: Callable[[Worksheet], RawTable]
    values: dict[Path, Raw] = field(default_factory=dict)
    complaints: Complaints = field(default_factory=Complaints)
    seen: dict[str, Worksheet] = field(default_factory=dict)

    def loaded(self) -> Loaded:
        """Close the document."""
        take_from(self.values, self.kind, self.sources, self.complaints)
        take_spellings(self.values, self.sources, self.complaints)
        values = nested(self.values, self.form.optional)
        return Loaded(self.sources.file, values, self.sources, tuple(self.complaints))

    def facts(self, sheet: Worksheet) -> None:
        """Read the facts; below their headings or not, a row is known by its name."""
        known = {folded(".".join(entry.path)): entry.path for entry in self.form.facts}
        known |= {folded(entry.heading): entry.path for entry in self.form.facts}
        suggested = [entry.heading for entry in self.form.facts]
        pairs = PairReader(
            known, suggested, self.kind.title, FACT_HEADINGS, self.sources, self.complaints, self._sheet_of
        )
        self.complaints.extend(sheet.notes)
        lines_below(sheet, self.complaints, ())
        self.values.update(pairs.read(sheet, sheet.rows))
        if ("for_each",) in self.values:
            self.values["for_each",] = read_each(sheet_text(self.values["for_each",]), self.kind)
        tell_unread(sheet, columns_below(sheet, FACT_HEADINGS), self.complaints, advised=True)

    def sheet(self, sheet: Worksheet) -> None:
        """Read a sheet for what it is called; tell of one that is nothing."""
        if folded(sheet.name) in map(folded, (words.GUIDE, words.OPTIONS)) or not sheet.rows:
            return
        part = self._part(sheet.name)
        if part is None:
            self._unknown(sheet)
        elif self._is_clear(sheet, part):
            self.complaints.extend(sheet.notes)
            self._pairs(sheet, part) if isinstance(part, Pairs) else self._page(sheet, part)

    def _part(self, name: str) -> Page | Pairs | None:
        return next((one for one in self.form.parts if folded(name) in map(folded, one.names)), None)

    def _sheet_of(self, name: str) -> str | None:
        part = self._part(name)
        return part.title if part else None

    def _unknown(self, sheet: Worksheet) -> None:
        """Complain of a sheet whose name may be misspelt; tell of any other."""
        row = min(sheet.rows)
        origin = sheet.origin(row, min(sheet.rows[row]))
        titles = [one.title for one in self.form.parts if one.title not in self.seen]
        if meant := did_you_mean(sheet.name, titles):
            self.complaints.add("sheet-unknown", origin, sheet=sheet.name, meant=meant)
        else:
            self.complaints.add("sheet-not-used", origin, sheet=sheet.name)

    def _is_clear(self, sheet: Worksheet, part: Page | Pairs) -> bool:
        """Refuse a sheet that is hidden, or the second of its sort."""
        first = self.seen.setdefault(part.title, sheet)
        if first is not sheet:
            related = ((phrase("first"), first.origin(1, 1)),)
            self.complaints.add("sheet-twice", sheet.origin(1, 1), related=related, sheet=sheet.name)
        elif not sheet.visible:
            self.complaints.add("sheet-out-of-sight", sheet.origin(1, 1), sheet=sheet.name)
        return first is sheet and sheet.visible

    def _page(self, sheet: Worksheet, page: Page) -> None:
        path = page.level.path
        places = find_columns(sheet, page, self.complaints)
        self.sources.keys[path] = sheet.origin(1, 1)
        self.sources.values[path] = sheet.origin(2, min(places.values(), default=1))
        if not places or not any(line > 1 for line in sheet.rows):
            self.values.update({path: None} if path[0] != "expected" else {})
        elif page.spec.type == "rows":
            self._table(sheet, path)
        else:
            lines = lines_below(sheet, self.complaints, list(hiding(sheet, page.level, places)))
            rows = Rows(sheet, places, self.sources, self.complaints)
            self.values[path] = rows.items(page.level, lines, path) or None

    def _table(self, sheet: Worksheet, path: Path) -> None:
        try:
            table = self.read_table(sheet)
        except DataError as error:
            self.complaints.extend(error.diagnostics)
            self.values[path] = UNREAD
            return
        self.complaints.extend(table.notes)
        self.values[path] = table
        self.sources.below[path] = table.sources

    def _pairs(self, sheet: Worksheet, pairs: Pairs) -> None:
        known = {folded(name): (*pairs.path, name) for name in pairs.known.values()}
        known |= {folded(called): (*pairs.path, name) for called, name in pairs.known.items()}
        reader = PairReader(known, pairs.known, pairs.title, pairs.headings, self.sources, self.complaints)
        self.values.update(reader.read(sheet, lines_below(sheet, self.complaints, ())))
        tell_unread(sheet, columns_below(sheet, pairs.headings), self.complaints)


def sheet_text(value: Raw) -> str | None:
    """Give what a cell says."""
    return value if isinstance(value, str) else None
