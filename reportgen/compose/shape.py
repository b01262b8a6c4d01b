"""Which names a template of a kind may use, and what stands behind each."""

from collections.abc import Mapping
from functools import lru_cache

from reportgen.model.context import Shape
from reportgen.model.kind import REPORTED, SCALARS, FieldSpec, FigureSpec, Kind, TableSpec


@lru_cache(maxsize=8)
def context_shape(kind: Kind) -> Shape:
    """Spread out the names of the kind's context before there is any data.

    ``quotable`` is everything the kind declares that can be printed: not flags, which only conditions ask
    for, and not totals, each, earlier, assumed and today, which a template may well leave out.
    """
    names = {name: _field(spec) for name, spec in kind.fields.items()}
    names |= {name: _figure(spec) for name, spec in kind.figures.items()}
    names |= {name: _grouped(spec, kind) for name, spec in kind.tables.items()}
    return Shape("mapping", names | _extras(kind))


def plain_fields(kind: Kind) -> Mapping[str, FieldSpec]:
    """List the fields of one value, which are what is told of earlier files."""
    return {name: spec for name, spec in kind.fields.items() if spec.type in {*SCALARS, "choice"} - {"photo"}}


def _field(spec: FieldSpec) -> Shape:
    if spec.type == "list":
        item = _field(spec.item) if spec.item else None
        return Shape("rows", item.names if item else {}, item=item, quotable=True, label=spec.title)
    inside = {name: _field(inner) for name, inner in spec.fields.items()}
    if spec.type == "rows":
        columns = {name: _figure(column) for name, column in spec.columns.items()}
        return Shape("rows", inside | columns, quotable=True, label=spec.title)
    if spec.type == "group":
        return Shape("mapping", inside, quotable=True, label=spec.title)
    return Shape("flag" if spec.type == "flag" else "scalar", quotable=spec.type != "flag", label=spec.title)


def _figure(spec: FigureSpec) -> Shape:
    return Shape("scalar", quotable=True, label=spec.title)


def _grouped(spec: TableSpec, kind: Kind) -> Shape:
    keys = {name: _field(kind.fields[spec.of].fields[name]) for name in spec.by}
    figures = {name: _figure(figure) for name, figure in spec.figures.items()}
    return Shape("rows", keys | figures, total=_unquoted(Shape("mapping", figures)), quotable=True)


def _extras(kind: Kind) -> dict[str, Shape]:
    plain = {name: _unquoted(_field(spec)) for name, spec in plain_fields(kind).items()}
    return {
        "each": _each(kind),
        "earlier": Shape("rows", plain),
        "expected": Shape(
            "mapping", {name: _expected(spec) for name, spec in kind.rows.items() if spec.reporter}
        ),
        "assumed": Shape("rows", {"what": Shape("scalar"), "why": Shape("scalar")}),
        "today": Shape("scalar"),
        "check_code": Shape("scalar"),
        "replaces": Shape("scalar"),
        "chart": Shape("mapping", dict.fromkeys(kind.charts, Shape("scalar"))),
        "appendix": Shape("mapping", dict.fromkeys(kind.appendices, Shape("scalar"))),
        "heading": Shape("mapping", {name: Shape("scalar") for part in kind.headings for name in part}),
    }


def _expected(spec: FieldSpec) -> Shape:
    return Shape("rows", {spec.reporter or "": Shape("scalar"), REPORTED: Shape("flag")})


def _each(kind: Kind) -> Shape:
    if kind.each is None:
        return Shape("mapping")
    columns = _field(kind.fields[kind.each.of]).names
    chosen = kind.each.by or tuple(columns)
    return _unquoted(Shape("mapping", {name: columns[name] for name in chosen}))


def _unquoted(shape: Shape) -> Shape:
    names = {name: _unquoted(inner) for name, inner in shape.names.items()}
    return Shape(shape.sort, names, label=shape.label)
