"""Which names a formula may read, and what each of them is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.model.formula import Name
from reportgen.model.kind import REPORTED, FieldSpec, FigureSpec, Kind, TableSpec

TYPES = {
    "text": "text", "code": "text", "choice": "text", "count": "number", "number": "number",
    "percent": "number", "date": "date", "time": "time", "flag": "flag",
    "photo": "text",
}  # fmt: skip
"""From a declared type to what a formula can do with it."""

PASTS = ("earlier", "previous")
"""The tables of all earlier files, and of the last of them."""

EXPECTED = "expected"
"""The table of those who should report."""

OTHER_FILES = frozenset({*PASTS, EXPECTED})
"""What names begin with that mean no table of this file."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What a part of a formula is: its type, and the table over whose rows it runs (``None``: one value).

    ``type`` is ``number``, ``text``, ``flag``, ``date``, ``time``, or ``rows`` for a table itself;
    ``options`` are what a choice can be.
    """

    type: str
    table: str | None = None
    options: tuple[str, ...] = ()


Scope = Mapping[Name, Sort]


def kind_scope(kind: Kind) -> dict[Name, Sort]:
    """List what a figure or a check of this kind may read."""
    scope: dict[Name, Sort] = {}
    for spec in kind.fields.values():
        scope.update(_field_names(spec))
    for figure in kind.figures.values():
        scope[figure.name,] = figure_sort(figure, None)
    for table in kind.tables.values():
        scope[table.name,] = Sort("rows", table.name)
        scope.update({(table.name, *name): sort for name, sort in _own_names(kind, table, table.name)})
    return scope


def table_scope(kind: Kind, table: TableSpec) -> dict[Name, Sort]:
    """List what a figure of a derived table may read: its own figures and keys first."""
    return kind_scope(kind) | dict(_own_names(kind, table, None))


def row_scope(kind: Kind, spec: FieldSpec) -> dict[Name, Sort]:
    """List what a computed column may read."""
    return {name: sort for name, sort in kind_scope(kind).items() if name != (spec.name,)}


def figure_sort(figure: FigureSpec, table: str | None) -> Sort:
    """Tell what a figure is to the formulas that read it."""
    return Sort("number" if figure.shown_as in {"number", "percent"} else figure.shown_as, table)


def split(name: Name) -> tuple[str, str]:
    """Part a name into the table whose rows it means, ``earlier.units`` perhaps, and the column."""
    cut = 2 if name[0] in OTHER_FILES else 1
    return ".".join(name[:cut]), "".join(name[cut:])


def _own_names(kind: Kind, table: TableSpec, over: str | None) -> Iterator[tuple[Name, Sort]]:
    of = kind.rows.get(table.of)
    for key in table.by:
        column = of.fields.get(key) if of else None
        yield (key,), _sort(column, over) if column else Sort("text", over)
    for figure in table.figures.values():
        yield (figure.name,), figure_sort(figure, over)


def _field_names(spec: FieldSpec) -> Iterator[tuple[Name, Sort]]:
    if spec.type == "rows":
        yield from _row_names(spec)
    elif spec.type == "group":
        inner = (item for item in spec.fields.values() if item.type in TYPES)
        yield from (((spec.name, item.name), _sort(item)) for item in inner)
    elif spec.type == "list":
        yield (spec.name,), Sort("rows", spec.name)
        inner = (item for item in (spec.item.fields if spec.item else {}).values() if item.type in TYPES)
        yield from (((spec.name, item.name), _sort(item, spec.name)) for item in inner)
    else:
        yield (spec.name,), _sort(spec)


def _row_names(spec: FieldSpec) -> Iterator[tuple[Name, Sort]]:
    yield (spec.name,), Sort("rows", spec.name)
    for past in PASTS:
        yield (past, spec.name), Sort("rows", f"{past}.{spec.name}")
    for column in spec.fields.values():
        yield (spec.name, column.name), _sort(column, spec.name)
        yield from (((past, spec.name, column.name), _sort(column, f"{past}.{spec.name}")) for past in PASTS)
    for figure in spec.columns.values():
        yield (spec.name, figure.name), figure_sort(figure, spec.name)
    if spec.reporter:
        table = f"{EXPECTED}.{spec.name}"
        yield (EXPECTED, spec.name), Sort("rows", table)
        yield (EXPECTED, spec.name, spec.reporter), _sort(spec.fields[spec.reporter], table)
        yield (EXPECTED, spec.name, REPORTED), Sort("flag", table)


def _sort(spec: FieldSpec, table: str | None = None) -> Sort:
    return Sort(TYPES.get(spec.type, "text"), table, spec.choices)
