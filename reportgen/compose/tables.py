"""Tables as a template sees them: rows of printed values, in the declared order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.compose.collation import Key, collation_key, person_key
from reportgen.compose.printing import field_value, figure_value
from reportgen.model.context import Rows
from reportgen.model.dataset import Dataset, Table
from reportgen.model.figure import Figure, GroupedTable
from reportgen.model.kind import FieldSpec, Kind, TableSpec
from reportgen.model.values import BLANK, Blank, Hole

Columns = Mapping[str, Sequence[Any]]
Row = Mapping[str, object]

PERSON = "~"
"""Before a column in ``order``: its texts are full names, sorted by given name."""


def table_rows(spec: FieldSpec, table: Table | None, computed: Mapping[str, Sequence[Figure]]) -> Rows:
    """Show a table's data columns and computed columns; a table still missing is one row of gaps."""
    if table is None:
        return Rows(() if spec.optional else (_row_of_gaps(spec),))
    data = {name: table.columns[name].values for name in spec.fields}
    shown = _shown_data(spec, data) | _shown_figures(spec.name, computed)
    return Rows(_in_order(_rows(shown, table.length), {**data, **_exact(computed)}, spec.order))


def grouped_rows(spec: TableSpec, of: FieldSpec, table: GroupedTable) -> Rows:
    """Show a derived table's keys and figures, and its figures in total."""
    keys: Columns = {name: [row[place] for row in table.keys] for place, name in enumerate(table.by)}
    shown = {
        name: [
            field_value(of.fields[name], key, f"{spec.name}.{row}.{name}") for row, key in _numbered(values)
        ]
        for name, values in keys.items()
    } | _shown_figures(spec.name, table.figures)
    rows = _in_order(_rows(shown, len(table.keys)), {**keys, **_exact(table.figures)}, spec.order)
    total = {name: figure_value(figure, f"{spec.name}.total.{name}") for name, figure in table.total.items()}
    return Rows(rows, total)


def expected_rows(dataset: Dataset, kind: Kind) -> Mapping[str, Rows | None]:
    """Show who should report, and whether they have; nothing where no list says it."""
    if not dataset.expected:
        return {}
    tables = {name: dataset.expected.get(name) for name, spec in kind.rows.items() if spec.reporter}
    return {name: Rows([*_each_row(table)]) if table else None for name, table in tables.items()}


def _each_row(table: Table) -> Iterator[Row]:
    columns = (column.values for column in table.columns.values())
    return (dict(zip(table.columns, cells, strict=True)) for cells in zip(*columns, strict=True))


def missing_groups(spec: TableSpec, *, absent: bool) -> Rows:
    """Show a derived table that could not be grouped: nothing where its rows are absent, else gaps."""
    rows = () if absent else (dict.fromkeys((*spec.by, *spec.figures), BLANK),)
    return Rows(rows, dict.fromkeys(spec.figures, None if absent else BLANK))


def _row_of_gaps(spec: FieldSpec) -> Row:
    data = {name: field_value(inner, None, f"{spec.name}.{name}") for name, inner in spec.fields.items()}
    return {**data, **dict.fromkeys(spec.columns, BLANK)}


def _shown_data(spec: FieldSpec, columns: Columns) -> dict[str, list[object]]:
    return {
        name: [
            field_value(spec.fields[name], value, f"{spec.name}.{row}.{name}")
            for row, value in _numbered(values)
        ]
        for name, values in columns.items()
    }


def _numbered(values: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    """Count rows as people do, from 1."""
    return enumerate(values, 1)


def _shown_figures(table: str, columns: Mapping[str, Sequence[Figure]]) -> dict[str, list[object]]:
    return {
        name: [figure_value(figure, f"{table}.{row}.{name}") for row, figure in _numbered(figures)]
        for name, figures in columns.items()
    }


def _exact(columns: Mapping[str, Sequence[Figure]]) -> dict[str, list[object]]:
    return {
        name: [figure.value if figure.state == "known" else None for figure in figures]
        for name, figures in columns.items()
    }


def _rows(columns: Columns, length: int) -> list[Row]:
    return [{name: values[row] for name, values in columns.items()} for row in range(length)]


def _in_order(rows: Sequence[Row], exact: Columns, order: Sequence[str]) -> Sequence[Row]:
    """Sort by exact values, the first column first; equal rows stay as they were written."""
    if not order:
        return rows
    keys = [[_sort_key(entry, exact[entry.removeprefix(PERSON)][row]) for entry in order]
            for row in range(len(rows))]  # fmt: skip
    return [rows[row] for row in sorted(range(len(rows)), key=keys.__getitem__)]


def _sort_key(entry: str, value: Any) -> Key:
    """Put what is not known last."""
    if value is None or isinstance(value, (Blank, Hole)):
        return (1,)
    if isinstance(value, str):
        return (0, person_key(value) if entry.startswith(PERSON) else collation_key(value))
    return (0, value)
