"""The ``figures``, ``tables`` and ``checks`` of a kind.yaml."""

import ast
from collections.abc import Mapping
from typing import Any

from reportgen.kinds.form import Form
from reportgen.model.kind import CheckSpec, FigureSpec, TableSpec
from reportgen.model.origin import DataPath

SHOWN_AS = ("number", "percent", "text", "date", "time")
_FIGURE = ("formula", "as", "places", "if_nothing", "fit", "label")
_TABLE = ("of", "by", "where", "order", "figures")
_CHECK = ("that", "say", "warn")


def read_figures(form: Form, raw: Any, path: DataPath) -> dict[str, FigureSpec]:
    """Read a mapping of names to formulas, short or long."""
    figures = {}
    for name, entry in form.mapping(raw, path).items():
        if form.name(name, (*path, name)) and (figure := _figure(form, name, entry, (*path, name))):
            figures[name] = figure
    return figures


def _figure(form: Form, name: str, entry: Any, path: DataPath) -> FigureSpec | None:
    origin = form.key_at(path)
    if not isinstance(entry, Mapping):
        formula = form.formula(entry, path)
        return FigureSpec(name, formula, origin) if formula else None
    form.mapping(entry, path, _FIGURE)
    formula = form.formula(entry.get("formula"), (*path, "formula"))
    if formula is None:
        return None
    spec = FigureSpec(
        name, formula, origin,
        shown_as=_shown_as(form, entry.get("as"), (*path, "as")),
        places=form.number(entry.get("places"), (*path, "places")),
        if_nothing=form.text(entry.get("if_nothing"), (*path, "if_nothing")) or None,
        fit=form.text(entry.get("fit"), (*path, "fit")) or None,
        label=form.text(entry.get("label"), (*path, "label")),
    )  # fmt: skip
    _check_percent(form, spec, rounded=entry.get("places") is not None)
    return spec


def _shown_as(form: Form, raw: Any, path: DataPath) -> str:
    shown_as = form.text(raw, path, default="number") if raw is not None else "number"
    if shown_as not in SHOWN_AS:
        form.complain("kind-unknown-type", path, type=shown_as, known=", ".join(SHOWN_AS))
        return "number"
    return shown_as


def _check_percent(form: Form, spec: FigureSpec, *, rounded: bool) -> None:
    """Insist that a percentage knows its denominator and says how it is rounded."""
    if spec.shown_as != "percent":
        return
    tree = spec.formula.tree
    shares = isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "share"
    divides = isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Div)
    if not shares and not divides:
        form.complaints.add(
            "percent-of-nothing", spec.formula.origin, name=spec.name, formula=spec.formula.text
        )
    if not rounded:
        form.complaints.add("places-missing", spec.origin, name=spec.name)


def read_tables(form: Form, raw: Any, path: DataPath) -> dict[str, TableSpec]:
    """Read the tables that are derived by grouping."""
    tables = {}
    for name, entry in form.mapping(raw, path).items():
        here = (*path, name)
        if not form.name(name, here):
            continue
        entry = form.mapping(entry, here, _TABLE)  # noqa: PLW2901  (the same entry, known to be a mapping)
        where = entry.get("where")
        tables[name] = TableSpec(
            name=name,
            of=form.text(entry.get("of"), (*here, "of"), default=None),
            by=form.texts(entry.get("by"), (*here, "by")),
            figures=read_figures(form, entry.get("figures"), (*here, "figures")),
            origin=form.key_at(here),
            where=form.formula(where, (*here, "where")) if where is not None else None,
            order=form.texts(entry.get("order"), (*here, "order")),
        )
    return tables


def read_checks(form: Form, raw: Any, path: DataPath) -> tuple[CheckSpec, ...]:
    """Read the declared checks."""
    if raw is None:
        return ()
    if not isinstance(raw, list | tuple):
        form.complain("kind-wants-list", path, entry="checks")
        return ()
    read = (_check(form, entry, (*path, index)) for index, entry in enumerate(raw))
    return tuple(check for check in read if check is not None)


def _check(form: Form, raw: Any, path: DataPath) -> CheckSpec | None:
    entry = form.mapping(raw, path, _CHECK)
    that = form.formula(entry.get("that"), (*path, "that"))
    say = form.text(entry.get("say"), (*path, "say"), default=None)
    warn = form.flag(entry.get("warn"), (*path, "warn"))
    return CheckSpec(that, say, form.at(path), warn) if that else None
