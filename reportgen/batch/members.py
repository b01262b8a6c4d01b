"""The rows or groups for which a data file wants a document each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.model.dataset import Dataset, ForEach, Table
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import Origin
from reportgen.model.values import Blank, Cell

Key = tuple[Cell, ...]


def members(dataset: Dataset, asked: ForEach, complaints: Complaints) -> Iterator[Dataset]:
    """Give the dataset of each row or group: the same data, of the table only the member's own rows."""
    table = dataset.tables.get(asked.of)
    if table is None:
        return
    names = asked.by or tuple(table.columns)
    for rows in _groups(table, asked, complaints):
        own = table.take(rows)
        each = {name: own.columns[name].values[0] for name in names}
        yield replace(dataset, tables={**dataset.tables, asked.of: own}, each=each, claims=(), for_each=None)


def place(member: Dataset, asked: ForEach) -> Origin:
    """Tell where a member's first row was written."""
    return member.tables[asked.of].sources.nearest((0,))


def _groups(table: Table, asked: ForEach, complaints: Complaints) -> Iterator[Sequence[int]]:
    if not asked.by:
        yield from ([row] for row in range(table.length))
        return
    groups: dict[Key, list[int]] = {}
    for row, key in enumerate(zip(*(table.columns[name].values for name in asked.by), strict=True)):
        if any(part is None or isinstance(part, Blank) for part in key):
            complaints.add("blank-group", table.sources.nearest((row,)), name=", ".join(asked.by))
        else:
            groups.setdefault(key, []).append(row)
    yield from groups.values()
