"""Values over what they may at most equal, and the data with these put right."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from reportgen.compute.holes import known
from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.origin import Origin

_NO_ROW: Final = -1


@dataclass(frozen=True, slots=True)
class Excess:
    """One value over another: in a row of a table, or of two single fields."""

    part: FieldSpec
    whole: FieldSpec
    value: Any
    most: Any
    table: str | None = None
    row: int = _NO_ROW


Mend = Callable[[Excess], tuple[str, Any]]
"""Which of the two is changed, and to what."""


def excesses(kind: Kind, dataset: Dataset) -> Iterator[Excess]:
    """Find every value that is over what it may at most equal."""
    for part, whole in _limits(kind.fields):
        value, most = dataset.values[part.name], dataset.values[whole.name]
        if _more(value, most):
            yield Excess(part, whole, value, most)
    for spec in kind.rows.values():
        if (table := dataset.tables.get(spec.name)) is not None:
            yield from _in_rows(table, spec.fields)


def over_limits(dataset: Dataset, kind: Kind) -> Complaints:
    """Tell of every value over its limit where no figures are computed: each stands alone."""
    complaints = Complaints()
    check_limits(excesses(kind, dataset), dataset, complaints)
    return complaints


def check_limits(found: Iterable[Excess], dataset: Dataset, complaints: Complaints) -> None:
    """Report every value that is over what it may at most equal."""
    for one in found:
        complaints.add(
            "over-limit", _origin(one, dataset),
            name=one.part.title, value=one.value, limit=one.whole.title, most=one.most,
        )  # fmt: skip


def mended(dataset: Dataset, found: Iterable[Excess], mend: Mend) -> Dataset:
    """Give the same data with one of every two put right."""
    cells: dict[tuple[str | None, str], dict[int, Any]] = {}
    for one in found:
        name, value = mend(one)
        cells.setdefault((one.table, name), {})[one.row] = value
    values, tables = dict(dataset.values), dict(dataset.tables)
    for (table, name), right in cells.items():
        if table is None:
            values[name] = right[_NO_ROW]
        else:
            tables[table] = _with(tables[table], name, right)
    return replace(dataset, values=values, tables=tables)


def _in_rows(table: Table, fields: Mapping[str, FieldSpec]) -> Iterator[Excess]:
    for part, whole in _limits(fields):
        pairs: Any = zip(table.columns[part.name].values, table.columns[whole.name].values, strict=True)
        for row, (value, most) in enumerate(pairs):
            if _more(value, most):
                yield Excess(part, whole, value, most, table.name, row)


def _origin(one: Excess, dataset: Dataset) -> Origin:
    if one.table is None:
        return dataset.sources.nearest((one.part.name,))
    sources = dataset.tables[one.table].sources
    return sources.origin((one.row, one.part.name)) or sources.nearest((one.row,))


def _limits(fields: Mapping[str, FieldSpec]) -> list[tuple[FieldSpec, FieldSpec]]:
    return [(spec, fields[spec.at_most]) for spec in fields.values() if spec.at_most is not None]


def _more(value: Any, most: Any) -> bool:
    return known(value) and known(most) and bool(value > most)


def _with(table: Table, name: str, right: Mapping[int, Any]) -> Table:
    column = table.columns[name]
    cells = [right.get(row, cell) for row, cell in enumerate(column.values)]
    return replace(table, columns={**table.columns, name: Column(cells, column.complete)})


def _lowered(one: Excess) -> tuple[str, Any]:
    return one.part.name, one.most


def _raised(one: Excess) -> tuple[str, Any]:
    return one.whole.name, one.value


def _left_out(one: Excess) -> tuple[str, Any]:
    """Count the part as nothing; a day or a time can only be put down."""
    return (one.part.name, 0) if isinstance(one.value, (int, Fraction)) else _lowered(one)


MENDS: Final[Sequence[Mend]] = (_lowered, _raised, _left_out)
"""The ways to put a part right: the nearest ones, and the furthest down."""
