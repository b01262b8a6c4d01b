"""Rows: from whatever a data file holds to typed columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.model.dataset import Claim, Column, Table
from reportgen.model.kind import FieldSpec
from reportgen.model.names import same_name
from reportgen.model.origin import DataPath, Origin, SourceMap, Stacked
from reportgen.model.phrase import phrase
from reportgen.model.raw import UNREAD, Collected, RawTable, RolledRow
from reportgen.model.totals import is_total
from reportgen.model.values import BLANK, Blank, Cell, Hole
from reportgen.validate.claims import read_claim
from reportgen.validate.desk import Desk
from reportgen.validate.doubtful import judge_doubtful
from reportgen.validate.habits import find_readers, written_rows
from reportgen.validate.scalars import fits
from reportgen.validate.table_files import TableFile
from reportgen.validate.totals import check_totals
from reportgen.validate.unsaid_totals import judge_unsaid

Held = tuple[tuple[str | None, ...], ...]


@dataclass(slots=True)
class TableReader:
    """Gathers the rows of one table: from the data file itself, from table files, from reports below."""

    desk: Desk
    spec: FieldSpec
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    parts: list[tuple[SourceMap, DataPath, int, int]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    totals: list[tuple[DataPath, str]] = field(default_factory=list)
    """What begins like a total, which is one unless it stands alone; those of table files `load` refuses."""

    alone: list[tuple[Origin, int, str]] = field(default_factory=list)
    """Rows called like totals, each the only one of its file: place, line and words."""

    files: set[str] = field(default_factory=set)
    held: dict[Held, str] = field(default_factory=dict)
    """What each table file without keys says, with the file's name."""

    sent: list[tuple[int, RawTable]] = field(default_factory=list)
    """The table files, each with the number of its first row."""

    measured: RawTable | None = None
    """The first table file that says in which unit its numbers are."""

    @property
    def length(self) -> int:
        """Count the rows gathered so far."""
        return sum(part[3] for part in self.parts)

    def add(self, raw: Any, path: DataPath) -> None:
        """Take over what stands at a path: a table file, or a list of rows, reports and files.

        Nothing is read before all of it is open: how one file writes numbers tells of another's.
        """
        items = [*self._items(raw, path)]
        files = [
            TableFile.opened(self.desk, self.spec, item) for item, _ in items if isinstance(item, RawTable)
        ]
        rows = [(item, at) for item, at in items if isinstance(item, Mapping)]
        find_readers(files, written_rows(self.desk, self.spec, rows))
        opened = iter(files)
        for item, at in items:
            if isinstance(item, RawTable):
                self._file(next(opened))
            elif isinstance(item, RolledRow):
                self._rolled(item)
            else:
                self._row(item, at)

    def table(self) -> Table:
        """Close the table."""
        columns = {
            name: Column(values, all(value is not None and not isinstance(value, Blank) for value in values))
            for name, values in self.cells.items()
        }
        table = Table(
            self.spec.name, columns, self.length, Stacked(tuple(self.parts)), frozenset(self.spec.columns)
        )
        if self.length > len(self.alone):
            for place, line, words in self.alone:
                self.desk.complaints.add("total-as-row", place, words=words, line=line, others="")
        if self.length > 1:
            for path, text in self.totals:
                self.desk.complain("total-row", path, text=text)
        return table

    def _items(self, raw: Any, path: DataPath) -> Iterator[tuple[Any, DataPath]]:
        """List the rows, reports and files that stand at a path, each with its own."""
        if isinstance(raw, (RawTable, RolledRow)):
            yield raw, path
        elif isinstance(raw, Collected):
            yield from ((item, path) for item in raw.items if self._is_item(item, path))
        elif isinstance(raw, Sequence) and not isinstance(raw, str):
            for index, item in enumerate(raw):
                if isinstance(item, Collected):
                    yield from self._items(item, (*path, index))
                elif self._is_item(item, (*path, index)):
                    yield item, (*path, index)
        else:
            self.desk.complain("not-a-table", path, name=self.spec.title)

    def _is_item(self, item: Any, path: DataPath) -> bool:
        """Tell whether rows come from it; what is unread was complained of."""
        if isinstance(item, (RawTable, RolledRow)):
            self._refuse_twice(item, path)
        elif item is not UNREAD and not isinstance(item, Mapping):
            self.desk.complain("not-a-row", path, name=self.spec.title)
        return isinstance(item, (RawTable, RolledRow, Mapping))

    def _refuse_twice(self, item: RawTable | RolledRow, path: DataPath) -> None:
        """Complain of a file, or of a sheet of one, whose rows are in the list already."""
        source = str(item.sources.nearest(())) if isinstance(item, RawTable) else item.file
        if source in self.files:
            self.desk.complain("graft-twice", path, name=item.file)
        elif isinstance(item, RawTable) and item.rows and not self.spec.key and not self.spec.reported_by:
            self._tell_copy(item)
        self.files.add(source)

    def _tell_copy(self, item: RawTable) -> None:
        """Warn of a file that says what another one says; where rows have keys, each of them is refused."""
        first = self.held.setdefault(item.held, item.file)
        if first != item.file:
            place = item.sources.nearest(())
            self.desk.complaints.add(
                "tables-alike", place, table=self.spec.title, name=item.file, other=first
            )

    def _row(self, item: Mapping[str, Any], path: DataPath) -> None:
        known = {*self.spec.fields, *self.spec.columns}
        for key in item:
            if key not in known:
                self.desk.unknown_key((*path, key), known, self.spec.title)
            elif isinstance(item[key], str) and is_total(item[key]):
                self.totals.append(((*path, key), item[key]))
        for name in self.spec.columns:
            self._claim(self.length, name, item.get(name), self.desk.sources.nearest((*path, name)))
        for name, spec in self.spec.fields.items():
            self._put(name, [self.desk.scalar(spec, item.get(name), (*path, name))])
        self.parts.append((self.desk.sources, path[:-1], int(path[-1]), 1))

    def _rolled(self, item: RolledRow) -> None:
        for name, spec in self.spec.fields.items():
            self._put(name, [self._taken(item, spec)])
        self.parts.append((item, (), 0, 1))

    def _taken(self, item: RolledRow, spec: FieldSpec) -> Cell:
        """Take a cell over from a report below, if it is of the column's type."""
        cell, origin = item.cells.get(spec.name), item.nearest((spec.name,))
        if cell is None or (cell is Hole.NOTHING and spec.optional):
            return self.desk.nothing(spec, (), origin)
        if isinstance(cell, Blank) or cell is Hole.FAILED:
            return BLANK
        if fits(spec, cell):
            return cell
        value = phrase("nothing") if cell is Hole.NOTHING else cell
        self.desk.complaints.add(
            "rolled-up-type", origin, name=spec.title, value=value, type=phrase(spec.type)
        )
        return BLANK

    def _file(self, table_file: TableFile) -> None:
        raw = table_file.raw
        self._refuse_other_unit(raw)
        self._note_alone(raw)
        if not raw.rows:
            place = raw.sources.nearest(())
            self.desk.complaints.add("table-without-rows", place, table=self.spec.title, file=raw.file)
        for row, name, text, origin in table_file.claims():
            self._claim(self.length + row, name, text, origin)
        columns = {name: table_file.column(spec) for name, spec in self.spec.fields.items()}
        for name, values in columns.items():
            self._put(name, values)
        refused = judge_doubtful(table_file, columns)
        refused |= judge_unsaid(table_file, columns, {one.row for one in raw.doubtful})
        check_totals(table_file, columns, refused)
        self.sent.append((self.length, raw))
        self.parts.append((table_file.sources, (), 0, len(raw.rows)))

    def _note_alone(self, raw: RawTable) -> None:
        """Keep in mind the one row of a file, where it is called like the sum of other files' rows."""
        if len(raw.rows) != 1 or raw.settled:
            return
        cells = zip(raw.columns, raw.rows[0], strict=False)
        column, words = next(((name, text) for name, text in cells if text and text[0].isalpha()), ("", ""))
        if is_total(words):
            self.alone.append((raw.sources.nearest((0, column)), raw.lines[0], words))

    def _refuse_other_unit(self, raw: RawTable) -> None:
        """Complain of a file whose numbers are in thousands where another's are in millions."""
        if raw.measure is None:
            return
        first = self.measured = self.measured or raw
        if not same_name(first.measure, raw.measure):
            self.desk.complaints.add(
                "measures-differ", raw.sources.nearest(()), table=self.spec.title,
                unit=raw.measure, other=first.measure, file=first.file,
            )  # fmt: skip

    def _put(self, name: str, values: Sequence[Cell]) -> None:
        self.cells.setdefault(name, []).extend(values)

    def _claim(self, row: int, name: str, raw: Any, origin: Origin) -> None:
        claim = read_claim(self.desk, self.spec.columns[name], raw, (self.spec.name, row, name), origin)
        self.claims.extend([claim] if claim else [])
