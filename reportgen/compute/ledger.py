"""All values of one dataset by name, those given and those computed so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.compute.evaluate import Evaluation, Problem, Result
from reportgen.compute.holes import hole_among, known
from reportgen.compute.pasts import files, joined
from reportgen.compute.scope import PASTS, split
from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.figure import Figure
from reportgen.model.formula import Name
from reportgen.model.kind import FigureSpec, Kind, TableSpec
from reportgen.model.origin import Origin
from reportgen.model.values import Cell

Key = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A derived table's rows: its keys, and for each the rows of every source (now, earlier, previous)."""

    spec: TableSpec
    keys: Sequence[Key]
    rows: Mapping[str, Mapping[Key, Sequence[int]]]

    def picked(self, source: str, key: Key | None) -> Sequence[int]:
        """List the rows of a group; of all groups together for ``None``."""
        groups = self.rows[source]
        if key is None:
            return sorted(row for rows in groups.values() for row in rows)
        return groups.get(key, ())

    def origin(self, ledger: "Ledger", index: int) -> Origin | None:
        """Tell where the first row of a group was written."""
        return ledger.origin(self.spec.of, self.rows[self.spec.of][self.keys[index]][0])


@dataclass(slots=True)
class Ledger:
    """Where a formula's names get their values, and where computed values are entered."""

    kind: Kind
    dataset: Dataset
    figures: dict[str, Figure] = field(default_factory=dict)
    columns: dict[tuple[str, str], list[Figure]] = field(default_factory=dict)
    cells: dict[tuple[str, str], list[Figure]] = field(default_factory=dict)
    totals: dict[tuple[str, str], Figure] = field(default_factory=dict)
    groups: dict[str, Grouping] = field(default_factory=dict)
    ungrouped: dict[str, Cell] = field(default_factory=dict)
    _pasts: dict[str, Table | None] = field(default_factory=dict)

    def __call__(self, name: Name) -> Result:
        """Give the value or the column of a name, seen from a figure of the kind."""
        match name:
            case (single,) if single in self.figures:
                return self.figures[single].value
            case (table, *column) if table in self.kind.tables:
                return self._derived(table, column)
            case (single,):
                return self._field(single)
            case (past, table, *column) if past in PASTS:
                return self._of_table(f"{past}.{table}", column)
            case (table, column) if (table, column) in self.columns and table in self.dataset.tables:
                return _column([figure.value for figure in self.columns[table, column]])
            case (table, column) if table in self.kind.rows:
                return self._of_table(table, [column])
            case _:
                return self._inner(name)

    def source(self, name: str) -> Table | None:
        """Find a table of this dataset, or ``earlier.units``: the rows of all earlier files."""
        past, _, table = name.rpartition(".")
        if past not in PASTS:
            return self.dataset.tables.get(name)
        if name not in self._pasts:
            self._pasts[name] = joined(table, files(self.dataset, past))
        return self._pasts[name]

    def instead(self, name: str) -> Cell:
        """Tell what stands for a table that is not there: nothing, or a gap."""
        past, _, table = name.rpartition(".")
        datasets = files(self.dataset, past) if past in PASTS else (self.dataset,)
        there: list[Any] = [one.values.get(table) for one in datasets if table not in one.tables]
        return hole_among(*there) or None

    def row_origin(self, name: Name, row: int) -> Origin | None:
        """Tell where that value of a column was written which stands in a row."""
        table, column = split(name)
        return self.origin(table, row, column)

    def origin(self, table: str, row: int, column: str = "") -> Origin | None:
        """Tell where a row was written, or a cell of it: of a table, of an earlier or a derived one."""
        if table in self.groups:
            return self.groups[table].origin(self, row)
        found = self.source(table)
        if found is None:
            return None
        cell = found.sources.origin((row, column)) if column else None
        return cell or found.sources.nearest((row,))

    def _field(self, name: str) -> Result:
        if name in self.dataset.tables:
            return Column(range(self.dataset.tables[name].length), complete=True)
        value: Any = self.dataset.values.get(name)
        result: Result = Column(value, complete=True) if isinstance(value, (list, tuple)) else value
        return result

    def _of_table(self, name: str, column: Sequence[str]) -> Result:
        table = self.source(name)
        if table is None:
            return self.instead(name)
        return table.columns[column[0]] if column else Column(range(table.length), complete=True)

    def _derived(self, table: str, column: Sequence[str]) -> Result:
        if table in self.ungrouped:
            return self.ungrouped[table]
        grouping = self.groups[table]
        if not column:
            return Column(range(len(grouping.keys)), complete=True)
        if (table, column[0]) in self.cells:
            return _column([figure.value for figure in self.cells[table, column[0]]])
        place = grouping.spec.by.index(column[0])
        return _column([key[place] for key in grouping.keys])

    def _inner(self, name: Name) -> Result:
        group: Any = self.dataset.values.get(name[0])
        inner: Result = group[name[1]] if isinstance(group, Mapping) else group
        return inner


@dataclass(slots=True)
class Within:
    """The same names, seen from one group of a derived table (``key`` None: from its total row)."""

    ledger: Ledger
    grouping: Grouping
    index: int | None
    _taken: dict[Name, Result] = field(default_factory=dict)

    @property
    def key(self) -> Key | None:
        """Give the group's key."""
        return None if self.index is None else self.grouping.keys[self.index]

    def __call__(self, name: Name) -> Result:
        """Give the group's own figure, key or rows; else what the kind has."""
        spec = self.grouping.spec
        if len(name) == 1 and name[0] in spec.figures:
            return self._own(name[0])
        if len(name) == 1 and name[0] in spec.by:
            return None if self.key is None else self.key[spec.by.index(name[0])]
        source = self.source_of(name)
        if source is None:
            return self.ledger(name)
        if name not in self._taken:
            self._taken[name] = self._take(name, source)
        return self._taken[name]

    def row_origin(self, name: Name, row: int) -> Origin | None:
        """Tell where that value of a column was written which stands in a row of the group."""
        source = self.source_of(name)
        return self.ledger.row_origin(name, self.grouping.picked(source, self.key)[row] if source else row)

    def source_of(self, name: Name) -> str | None:
        """Tell which source's rows a name means here, if it means rows of the grouped table."""
        of = self.grouping.spec.of
        if name[0] == of:
            return of
        return ".".join(name[:2]) if name[0] in PASTS and name[1] == of else None

    def _own(self, name: str) -> Cell:
        table = self.grouping.spec.name
        figure = (
            self.ledger.totals[table, name]
            if self.index is None
            else self.ledger.cells[table, name][self.index]
        )
        return figure.value

    def _take(self, name: Name, source: str) -> Result:
        whole = self.ledger(name)
        if not isinstance(whole, Column):
            return whole
        rows = self.grouping.picked(source, self.key)
        return Column([whole.values[row] for row in rows], whole.complete)


@dataclass(slots=True)
class InPast:
    """The same names, with the rows of earlier files in the place of today's."""

    ledger: Ledger
    past: str
    of: str
    troubles: list[tuple[FigureSpec, Problem]] = field(default_factory=list)

    def __call__(self, name: Name) -> Result:
        """Give the past's column; one that is computed is computed of the past's rows."""
        if name[0] != self.of:
            return self.ledger(name)
        column = self.ledger.kind.rows[self.of].columns.get(name[-1]) if len(name) > 1 else None
        if column is None:
            return self.ledger((self.past, *name))
        evaluation = Evaluation(column.formula, self)
        result = evaluation.run()
        self.troubles += [(column, problem) for problem in evaluation.problems]
        return result

    def row_origin(self, name: Name, row: int) -> Origin | None:
        """Tell where a row of the past was written."""
        return self.ledger.row_origin((self.past, *name) if name[0] == self.of else name, row)


View = Ledger | Within | InPast
"""From where a formula looks at the names it reads."""


def group(ledger: Ledger, spec: TableSpec, chosen: Mapping[str, Sequence[Cell]]) -> Grouping:
    """Sort rows into groups, those of the table and of its earlier ones; ``chosen`` says which rows count."""
    rows: dict[str, Mapping[Key, Sequence[int]]] = {}
    for source in (spec.of, *(f"{past}.{spec.of}" for past in PASTS)):
        table = ledger.source(source)
        rows[source] = _by_key(table, spec.by, chosen.get(source)) if table else {}
    return Grouping(spec, list(rows[spec.of]), rows)


def _by_key(table: Table, by: tuple[str, ...], chosen: Sequence[Cell] | None) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = {}
    for row, key in enumerate(zip(*(table.columns[name].values for name in by), strict=True)):
        if chosen is None or chosen[row] is True:
            groups.setdefault(key, []).append(row)
    return groups


def _column(values: list[Cell]) -> Column:
    return Column(values, all(known(value) for value in values))
