"""The rows or groups for which a data file wants a document each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.compute.scope import PASTS
from reportgen.model.dataset import Dataset, ForEach, Table
from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.values import Blank, Cell

Key = tuple[Cell, ...]


def members(dataset: Dataset, kind: Kind, asked: ForEach, complaints: Complaints) -> Iterator[Dataset]:
    """Give the dataset of each row or group: the same data, of the table only the member's own rows.

    Of earlier files too: the rows of the group, or those with the row's key.
    """
    table = dataset.tables.get(asked.of)
    if table is None:
        return
    names = asked.by or tuple(table.columns)
    pasts = _pasts(dataset, kind, asked, complaints)
    for rows in _groups(table, asked, complaints):
        own = table.take(rows)
        yield replace(
            dataset, tables={**dataset.tables, asked.of: own}, claims=(), for_each=None,
            each={name: own.columns[name].values[0] for name in names},
            earlier=tuple(past.of_member(own) for past in pasts),
        )  # fmt: skip


def place(member: Dataset, asked: ForEach) -> Origin:
    """Tell where a member's first row was written."""
    return member.tables[asked.of].sources.nearest((0,))


@dataclass(frozen=True, slots=True)
class _Past:
    """An earlier file, and which of its rows belong to which member."""

    dataset: Dataset
    table: Table | None
    by: tuple[str, ...]
    rows: dict[Key, list[int]]

    def of_member(self, own: Table) -> Dataset:
        """Give the earlier file as the member sees it."""
        if self.table is None:
            return self.dataset
        key = tuple(own.columns[name].values[0] for name in self.by)
        kept = self.table.take(self.rows.get(key, ()))
        return replace(self.dataset, tables={**self.dataset.tables, kept.name: kept})


def _pasts(dataset: Dataset, kind: Kind, asked: ForEach, complaints: Complaints) -> list[_Past]:
    by = asked.by or kind.rows[asked.of].key
    if dataset.earlier and not by and _reads_past(kind, asked.of):
        complaints.add("each-without-key", asked.origin, table=asked.of)
    tables = [(past, past.tables.get(asked.of)) for past in dataset.earlier]
    return [_Past(past, table, by, _by_key(table, by) if table else {}) for past, table in tables]


def _reads_past(kind: Kind, table: str) -> bool:
    """Tell whether any formula reads rows of the table in earlier files."""
    names = (name for formula in kind.formulas for name in formula.names)
    return any(name[0] in PASTS and name[1] == table for name in names)


def _groups(table: Table, asked: ForEach, complaints: Complaints) -> Iterator[Sequence[int]]:
    if not asked.by:
        yield from ([row] for row in range(table.length))
        return
    for key, rows in _by_key(table, asked.by).items():
        if not any(part is None or isinstance(part, Blank) for part in key):
            yield rows
            continue
        for row in rows:
            complaints.add("blank-group", table.sources.nearest((row,)), name=", ".join(asked.by))


def _by_key(table: Table, by: Sequence[str]) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = {}
    for row, key in enumerate(zip(*(table.columns[name].values for name in by), strict=True)):
        groups.setdefault(key, []).append(row)
    return groups
