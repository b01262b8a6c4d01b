"""Does a kind make sense? Every name a formula reads is declared, every type fits."""

from collections.abc import Iterator

from reportgen.compute.fit import DOWN
from reportgen.compute.scope import Scope, Sort, kind_scope, row_scope, table_scope
from reportgen.compute.sorts import check_formula
from reportgen.model.diagnostics import Complaints
from reportgen.model.formula import Formula
from reportgen.model.kind import FieldSpec, FigureSpec, Kind, TableSpec
from reportgen.model.phrase import phrase
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import reader

_WANTED = {"number": "number", "percent": "number", "text": "text", "date": "date", "time": "time"}


def check_sense(kind: Kind, complaints: Complaints) -> None:
    """Check the formulas and cross-references of a kind."""
    scope = kind_scope(kind)
    for figure in kind.figures.values():
        _check_figure(figure, scope, None, complaints)
    for spec in kind.rows.values():
        for column in spec.columns.values():
            _check_figure(column, row_scope(kind, spec), spec.name, complaints)
    for check in kind.checks:
        _check_condition(check.that, scope, complaints)
    _check_tables(kind, complaints)
    _check_fits(kind, complaints)
    _check_printing(kind, complaints)
    _check_each(kind, complaints)
    _check_defaults(kind, complaints)
    _check_date(kind, complaints)


def _check_figure(figure: FigureSpec, scope: Scope, table: str | None, complaints: Complaints) -> None:
    sort = check_formula(figure.formula, scope, complaints)
    if sort is None:
        return
    if sort.type != _WANTED[figure.shown_as]:
        complaints.add(
            "figure-type", figure.formula.origin,
            name=figure.name, type=phrase(sort.type), shown_as=phrase(figure.shown_as),
        )  # fmt: skip
    elif sort.table not in {None, table}:
        complaints.add("figure-is-column", figure.formula.origin, name=figure.name, table=sort.table)


def _check_condition(formula: Formula, scope: Scope, complaints: Complaints) -> Sort | None:
    sort = check_formula(formula, scope, complaints)
    if sort is not None and sort.type != "flag":
        complaints.add("not-a-condition", formula.origin, formula=formula.text, type=phrase(sort.type))
    return sort


def _check_tables(kind: Kind, complaints: Complaints) -> None:
    for table in kind.tables.values():
        of = kind.rows.get(table.of)
        if of is None:
            origin = kind.sources.nearest(("tables", table.name, "of"))
            complaints.add("kind-unknown-table", origin, name=table.of, known=", ".join(kind.rows))
            continue
        _check_columns(kind, table, of, complaints)
        for figure in table.figures.values():
            if figure.name in table.by:
                complaints.add("kind-name-twice", figure.origin, name=figure.name)
            _check_figure(figure, table_scope(kind, table), None, complaints)
        if table.where is not None:
            sort = _check_condition(table.where, kind_scope(kind), complaints)
            if sort is not None and sort.table not in {None, table.of}:
                complaints.add("wrong-where", table.where.origin, part=table.where.text, table=table.of)


def _check_fits(kind: Kind, complaints: Complaints) -> None:
    """Check that what is rounded together is printed alike."""
    tables = [spec.columns for spec in kind.rows.values()] + [spec.figures for spec in kind.tables.values()]
    for figures in (kind.figures, *tables):
        first: dict[str, FigureSpec] = {}
        for figure in (figure for figure in figures.values() if figure.fit is not None):
            other = first.setdefault(figure.fit or "", figure) if figure.fit != DOWN else figure
            why = _not_fitting(figure, other, down=figures is not kind.figures)
            if why:
                complaints.add("wrong-fit", figure.origin, name=figure.name, why=why)


def _check_printing(kind: Kind, complaints: Complaints) -> None:
    """Insist that figures of one name print alike, in a sentence and in the total row of a table."""
    tables = [spec.columns for spec in kind.rows.values()] + [spec.figures for spec in kind.tables.values()]
    first: dict[str, FigureSpec] = {}
    for figure in (figure for figures in (kind.figures, *tables) for figure in figures.values()):
        other = first.setdefault(figure.name, figure)
        if (figure.shown_as, figure.places) != (other.shown_as, other.places):
            related = [(phrase("the other one"), other.origin)]
            complaints.add("figure-two-prints", figure.origin, related=related, name=figure.name)


def _not_fitting(figure: FigureSpec, other: FigureSpec, *, down: bool) -> str:
    if figure.shown_as not in {"number", "percent"}:
        return phrase("it is a {type}", type=phrase(figure.shown_as))
    if figure.fit == DOWN and not down:
        return phrase("it has no rows")
    if (figure.shown_as, figure.places) != (other.shown_as, other.places):
        return phrase("'{name}' is printed in another way", name=other.name)
    return ""


def _check_columns(kind: Kind, table: TableSpec, of: FieldSpec, complaints: Complaints) -> None:
    columns = ", ".join(of.fields)
    if not table.by:
        complaints.add("kind-no-group", table.origin, name=table.name, known=columns)
    for name in table.by:
        if name not in of.fields:
            origin = kind.sources.nearest(("tables", table.name, "by"))
            complaints.add("kind-unknown-column", origin, name=name, table=table.of, known=columns)
    own = (*table.by, *table.figures)
    for name in table.order:
        if name.removeprefix("~") not in own:
            origin = kind.sources.nearest(("tables", table.name, "order"))
            complaints.add("kind-unknown-column", origin, name=name, table=table.name, known=", ".join(own))


def _check_each(kind: Kind, complaints: Complaints) -> None:
    if kind.each is None:
        return
    rows = kind.rows.get(kind.each.of)
    if rows is None:
        origin = kind.sources.nearest(("each", "of"))
        complaints.add("kind-unknown-table", origin, name=kind.each.of, known=", ".join(kind.rows))
        return
    for name in kind.each.by:
        if name not in rows.fields:
            origin, known = kind.sources.nearest(("each", "by")), ", ".join(rows.fields)
            complaints.add("kind-unknown-column", origin, name=name, table=rows.name, known=known)
    if kind.each.where is not None:
        sort = _check_condition(kind.each.where, kind_scope(kind), complaints)
        if sort is not None and sort.table is not None:
            complaints.add("figure-is-column", kind.each.where.origin, name="each.where", table=sort.table)


def _check_defaults(kind: Kind, complaints: Complaints) -> None:
    for spec in _scalars(kind):
        if spec.default is not None and not _readable(spec, spec.default):
            complaints.add(
                "kind-bad-default", spec.origin, name=spec.name, value=spec.default, type=phrase(spec.type)
            )


def _readable(spec: FieldSpec, default: str) -> bool:
    """Ask whether a data file could say the same; it cannot say a text of nothing."""
    try:
        reader(spec)(default)
    except Misread:
        return False
    return default.strip() == default != ""


def _scalars(kind: Kind) -> Iterator[FieldSpec]:
    stack = list(kind.fields.values())
    while stack:
        spec = stack.pop()
        inner = [*spec.fields.values(), *([spec.item] if spec.item else [])]
        stack.extend(inner)
        if not inner:
            yield spec


def _check_date(kind: Kind, complaints: Complaints) -> None:
    if kind.date is not None and (kind.date not in kind.fields or kind.fields[kind.date].type != "date"):
        dates = ", ".join(name for name, spec in kind.fields.items() if spec.type == "date")
        complaints.add(
            "kind-no-date", kind.sources.nearest(("date",)), name=kind.date, known=dates or phrase("none")
        )
