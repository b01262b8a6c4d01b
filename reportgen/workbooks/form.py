"""A workbook to fill in: a kind's sheets with headings, drop-downs and formats, and a guide before them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.raw import Raw
from reportgen.workbooks import guide, looks, words
from reportgen.workbooks.cells import content, write_text, write_value
from reportgen.workbooks.each import written_each
from reportgen.workbooks.files import PATH, named_files
from reportgen.workbooks.flat import Line, lines_of, value_at
from reportgen.workbooks.layout import Entry, Form, Page, Pairs, Path
from reportgen.workbooks.plan import form_of
from reportgen.workbooks.sheets import Sheets
from reportgen.workbooks.spellings import PATH as SPELLINGS
from reportgen.workbooks.spellings import named_spellings

_FACTS: Final = {words.ITEM: 34, words.CONTENT: 60, words.HOW: 56}
_PAIRS: Final = (48, 60)
_GUIDE: Final = (46, 100)
_WIDTHS: Final = {"text": 36, "count": 13, "number": 13, "percent": 13, "date": 14, "time": 12, "flag": 10}
_WIDTH: Final = 20
_WIDE: Final = 100
_NUMBER_WIDTH: Final = 6
_USUAL_OF_FILES: Final = 3
_SELDOM: Final = frozenset((("assumed",), ("corrections",), ("expected",), SPELLINGS))
"""Sheets that are there only where their data file has something to say on them."""

_PASTS: Final = frozenset(("earlier", "previous"))


def form(kind: Kind, values: Mapping[str, Raw], name: str) -> bytes:
    """Make the workbook of a kind with the values of a data file; ``name`` is what it will be called."""
    import openpyxl  # noqa: PLC0415  # half a second that most runs do not need

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    _Writer(kind, values, form_of(kind), Sheets(workbook)).write(name)
    return content(workbook)


@dataclass(frozen=True, slots=True)
class _Writer:
    """One workbook on its way."""

    kind: Kind
    values: Mapping[str, Raw]
    form: Form
    sheets: Sheets

    def write(self, name: str) -> None:
        """Write every sheet."""
        parts = [part for part in self.form.parts if self._is_wanted(part)]
        self._guide(parts, name)
        self._facts()
        for part in parts:
            self._page(part) if isinstance(part, Page) else self._pairs(part)
        self.sheets.finish()

    def _is_wanted(self, part: Page | Pairs) -> bool:
        """Leave out the sheets for which the kind has no use."""
        if part.title == words.EARLIER:
            reads_past = any(name[0] in _PASTS for formula in self.kind.formulas for name in formula.names)
            return reads_past or bool(self.values.get("earlier"))
        if part.title == words.FILES:
            required = any(not table.optional for table in self.kind.rows.values())
            return required or bool(named_files(self.kind, self.values))
        path = part.path if isinstance(part, Pairs) else part.level.path
        if path[:1] in _SELDOM:
            return bool(value_at(self.values, path))
        return part.title != words.CLAIMS or bool(self.kind.figures)

    def _guide(self, parts: list[Page | Pairs], name: str) -> None:
        sheet = self.sheets.add(words.GUIDE, (self.kind.title, ""), _GUIDE)
        links = [(words.FACTS, guide.FACTS), *((part.title, guide.about(part)) for part in parts)]
        run = [(command.format(name=name), what) for command, what in guide.RUN]
        rows = [*guide.steps(parts), (guide.SHEETS, ""), *links, (guide.COMMANDS, ""), *run]
        for row, (left, right) in enumerate(rows, 2):
            self._guide_row(sheet, row, left, right)
            if (left, right) in links:
                _link(sheet.cell(row, 1), left)
        self.sheets.fit(sheet)

    def _guide_row(self, sheet: Any, row: int, left: str, right: str) -> None:
        for column, text in enumerate((left, right), 1):
            cell = sheet.cell(row, column)
            write_text(cell, text)
            looks.name(cell) if not right else looks.plain(cell)

    def _facts(self) -> None:
        sheet = self.sheets.add(words.FACTS, tuple(_FACTS), tuple(_FACTS.values()))
        entries = [entry for entry in self.form.facts if entry.path != ("for_each",) or self._each(entry)]
        for row, entry in enumerate(entries, 2):
            self._fact(sheet, row, entry)
        self.sheets.fit(sheet)

    def _fact(self, sheet: Any, row: int, entry: Entry) -> None:
        name, value, remark = (sheet.cell(row, column) for column in (1, 2, 3))
        write_text(name, entry.heading)
        looks.name(name)
        looks.value(value)
        write_value(value, self._fact_value(entry), looks.format_of(entry.spec))
        write_text(remark, self._how(entry))
        looks.remark(remark)
        self.sheets.guard(sheet, value.coordinate, entry.spec)

    def _fact_value(self, entry: Entry) -> str | None:
        if entry.path == ("kind",):
            return self.kind.name
        if entry.path == ("for_each",):
            return self._each(entry)
        value = value_at(self.values, entry.path)
        return value if isinstance(value, str) else None

    def _each(self, entry: Entry) -> str | None:
        each = self.kind.each
        own = {"of": each.of, "by": list(each.by)} if each else None
        return written_each(value_at(self.values, entry.path) or own, self.kind)

    def _how(self, entry: Entry) -> str:
        if entry.path in guide.OWN:
            return guide.OWN[entry.path].format(title=self.kind.title)
        in_optional = any(entry.path[: len(group)] == group for group in self.form.optional)
        return guide.how(entry.spec, optional=in_optional)

    def _page(self, page: Page) -> None:
        lines = lines_of(page, self._said(page.level.path))
        columns = _columns(page, lines)
        headings = [heading for heading, _ in columns]
        sheet = self.sheets.add(
            page.title, headings, [_width(page, heading, spec) for heading, spec in columns]
        )
        for number, (heading, spec) in enumerate(columns, 1):
            prompt = guide.how(spec, optional=False) if spec else guide.NUMBERS
            self.sheets.prepare_column(sheet, number, spec, prompt)
            for row, line in enumerate(lines, 2):
                cell = sheet.cell(row, number)
                looks.value(cell)
                write_value(cell, line.get(heading), looks.format_of(spec))
        self.sheets.fit(sheet)

    def _said(self, path: Path) -> Raw:
        if path == SPELLINGS:
            return named_spellings(self.values)
        return named_files(self.kind, self.values) if path == PATH else value_at(self.values, path)

    def _pairs(self, pairs: Pairs) -> None:
        sheet = self.sheets.add(pairs.title, pairs.headings, _PAIRS)
        said = [
            (called, text)
            for called, name in pairs.known.items()
            if isinstance(text := value_at(self.values, (*pairs.path, name)), str)
        ]
        options = FieldSpec("", "choice", self.form.facts[0].spec.origin, choices=tuple(pairs.known))
        self.sheets.prepare_column(sheet, 1, options, "")
        self.sheets.prepare_column(sheet, 2, None, "")
        for row, pair in enumerate(said, 2):
            for column, text in enumerate(pair, 1):
                looks.value(sheet.cell(row, column))
                write_text(sheet.cell(row, column), text)
        self.sheets.fit(sheet)


def _columns(page: Page, lines: list[Line]) -> list[tuple[str, FieldSpec | None]]:
    """List the columns of a sheet; of what is seldom wanted those that are used."""
    columns = [(heading, spec) for heading, _, spec in page.level.columns()]
    columns += [(column.title, None) for column in page.spec.columns.values()]
    asked = len(columns) - len(page.spec.columns) if page.level.path != PATH else _USUAL_OF_FILES
    used = {heading for line in lines for heading in line}
    return [column for place, column in enumerate(columns) if place < asked or column[0] in used]


def _width(page: Page, heading: str, spec: FieldSpec | None) -> float:
    if heading == page.level.number:
        return _NUMBER_WIDTH
    alone = len(list(page.level.columns())) == 1
    return _WIDE if alone else _WIDTHS.get(spec.type, _WIDTH) if spec else _WIDTH


def _link(cell: Any, title: str) -> None:
    """Lead from a cell to a sheet."""
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415

    quoted = title.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1")
    cell.style = "Hyperlink"
    looks.plain(cell)
