"""All values of one dataset by name, those given and those computed so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.compute.evaluate import Result
from reportgen.compute.holes import known
from reportgen.compute.scope import PASTS
from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.figure import Figure
from reportgen.model.formula import Name
from reportgen.model.kind import Kind, TableSpec
from reportgen.model.origin import Origin, Stacked
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
    _pasts: dict[str, Table | None] = field(default_factory=dict)

    def __call__(self, name: Name) -> Result:
        """Give the value or the column of a name, seen from a figure of the kind."""
        match name:
            case (single,) if single in self.figures:
                return self.figures[single].value
            case (single,) if single in self.groups:
                return Column(range(len(self.groups[single].keys)), complete=True)
            case (single,):
                return self._field(single)
            case (past, table, *column) if past in PASTS:
                return self._of_table(self.source(f"{past}.{table}"), column, table)
            case (table, column) if table in self.groups:
                return self._derived(table, column)
            case (table, column) if (table, column) in self.columns:
                return _column([figure.value for figure in self.columns[table, column]])
            case (table, column) if table in self.kind.rows:
                return self._of_table(self.source(table), [column], table)
            case _:
                return self._inner(name)

    def source(self, name: str) -> Table | None:
        """Find a table of this dataset, or ``earlier.units``: the rows of all earlier files."""
        past, _, table = name.rpartition(".")
        if past not in PASTS:
            return self.dataset.tables.get(name)
        if name not in self._pasts:
            self._pasts[name] = _joined(table, _files(self.dataset, past))
        return self._pasts[name]

    def origin(self, table: str, row: int) -> Origin | None:
        """Tell where a row of a table, or of an earlier one, was written."""
        found = self.source(table)
        return found.sources.nearest((row,)) if found else None

    def _field(self, name: str) -> Result:
        if name in self.dataset.tables:
            return Column(range(self.dataset.tables[name].length), complete=True)
        value: Any = self.dataset.values.get(name)
        result: Result = Column(value, complete=True) if isinstance(value, (list, tuple)) else value
        return result

    def _of_table(self, table: Table | None, column: list[str], name: str) -> Result:
        if table is None:
            missing: Any = self.dataset.values.get(name)
            result: Result = missing
            return result
        if not column:
            return Column(range(table.length), complete=True)
        return table.columns[column[0]]

    def _derived(self, table: str, column: str) -> Result:
        if (table, column) in self.cells:
            return _column([figure.value for figure in self.cells[table, column]])
        place = self.groups[table].spec.by.index(column)
        return _column([key[place] for key in self.groups[table].keys])

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


def group(ledger: Ledger, spec: TableSpec, chosen: Sequence[bool | None] | None) -> Grouping:
    """Sort the rows of a table, and of its earlier ones, into groups; ``chosen`` says which count now."""
    rows: dict[str, dict[Key, list[int]]] = {}
    for source in (spec.of, *(f"{past}.{spec.of}" for past in PASTS)):
        table = ledger.source(source)
        rows[source] = _by_key(table, spec.by, chosen if source == spec.of else None) if table else {}
    return Grouping(spec, list(rows[spec.of]), rows)


def _by_key(table: Table, by: tuple[str, ...], chosen: Sequence[bool | None] | None) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = {}
    for row, key in enumerate(zip(*(table.columns[name].values for name in by), strict=True)):
        if chosen is None or chosen[row]:
            groups.setdefault(key, []).append(row)
    return groups


def _column(values: list[Cell]) -> Column:
    return Column(values, all(known(value) for value in values))


def _files(dataset: Dataset, past: str) -> Sequence[Dataset]:
    return dataset.earlier if past == "earlier" else dataset.earlier[-1:]


def _joined(name: str, datasets: Sequence[Dataset]) -> Table | None:
    """Put the same table of several files one below the other; of no file, an empty one."""
    tables = [dataset.tables[name] for dataset in datasets if name in dataset.tables]
    if datasets and not tables:
        return None
    if len(tables) == 1:
        return tables[0]
    names = tables[0].columns if tables else ()
    columns = {column: _stacked([table.columns[column] for table in tables]) for column in names}
    sources = Stacked(tuple((table.sources, (), 0, table.length) for table in tables))
    return Table(name, columns or Empty(), sum(table.length for table in tables), sources)


def _stacked(columns: Sequence[Column]) -> Column:
    values: list[Cell] = [value for column in columns for value in column.values]
    return Column(values, all(column.complete for column in columns))


class Empty(dict[str, Column]):
    """The columns of a table that has no rows: all of them, and empty."""

    def __missing__(self, name: str) -> Column:
        """Answer for any column."""
        return Column((), complete=True)
