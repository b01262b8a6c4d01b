"""All values of one dataset by name, those given and those computed so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.compute.evaluate import Result
from reportgen.compute.holes import hole_among, known
from reportgen.compute.pasts import files, joined
from reportgen.compute.scope import EXPECTED, OTHER_FILES, PASTS, split
from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.figure import Figure
from reportgen.model.formula import Name
from reportgen.model.kind import Kind, TableSpec
from reportgen.model.origin import Origin
from reportgen.model.values import Cell, told

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
            case (past, table, *column) if past in OTHER_FILES:
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
        if past == EXPECTED:
            return self.dataset.expected.get(table)
        if past not in PASTS:
            return self.dataset.tables.get(name)
        if name not in self._pasts:
            self._pasts[name] = joined(table, files(self.dataset, past))
        return self._pasts[name]

    def instead(self, name: str) -> Cell:
        """Tell what stands for a table that is not there: nothing, or a gap."""
        past, _, table = name.rpartition(".")
        if past == EXPECTED:
            return None
        datasets = files(self.dataset, past) if past in PASTS else (self.dataset,)
        there: list[Any] = [one.values.get(table) for one in datasets if table not in one.tables]
        return hole_among(*there) or None

    @property
    def place(self) -> Origin | None:
        """Point at no data in particular: all of it is seen from here."""
        return None

    def row_origin(self, name: Name, row: int) -> Origin | None:
        """Tell where that value of a column was written which stands in a row."""
        table, column = split(name)
        return self.origin(table, row, column)

    def origin(self, table: str, row: int, column: str = "") -> Origin | None:
        """Tell where a row was written, or a cell of it: of a table, of an earlier or a derived one."""
        if table in self.groups:
            return self.groups[table].origin(self, row)
        if table in self.kind.fields and self.kind.fields[table].type == "list":
            return self.dataset.sources.nearest((table, row, *([column] if column else [])))
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
        if isinstance(group, (list, tuple)):
            return _column([item[name[1]] if isinstance(item, Mapping) else item for item in group])
        inner: Result = group[name[1]] if isinstance(group, Mapping) else group
        return inner


def group(ledger: Ledger, spec: TableSpec, chosen: Mapping[str, Sequence[Cell]]) -> Grouping:
    """Sort rows into groups, those of the table and of its earlier ones; ``chosen`` says which rows count."""
    rows: dict[str, Mapping[Key, Sequence[int]]] = {}
    for source in (spec.of, *(f"{past}.{spec.of}" for past in PASTS)):
        table = ledger.source(source)
        rows[source] = _by_key(table, spec.by, chosen.get(source)) if table else {}
    return Grouping(spec, list(rows[spec.of]), rows)


def label(kind: Kind, spec: TableSpec, key: Key | None) -> str:
    """Name a group by its key, with a question mark for what is not known and without what is personal."""
    fields = kind.rows[spec.of].fields
    parts = zip(spec.by, key or (), strict=False)
    return ", ".join(
        "…" if fields[name].personal else told(part) if known(part) else "?" for name, part in parts
    )


def _by_key(table: Table, by: tuple[str, ...], chosen: Sequence[Cell] | None) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = {}
    for row, key in enumerate(zip(*(table.columns[name].values for name in by), strict=True)):
        if chosen is None or chosen[row] is True:
            groups.setdefault(key, []).append(row)
    return groups


def _column(values: list[Cell]) -> Column:
    return Column(values, all(known(value) for value in values))
