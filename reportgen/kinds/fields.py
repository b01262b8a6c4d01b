"""The ``fields`` of a kind.yaml."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reportgen.kinds.figures import read_figures
from reportgen.kinds.form import Form
from reportgen.model.formula import Formula
from reportgen.model.kind import SCALARS, FieldSpec
from reportgen.model.origin import DataPath

_COMMON = ("optional", "label", "personal")
_KEYS = {
    "scalar": ("type", "choice", "default", "at_most", *_COMMON),
    "list": ("list", *_COMMON),
    "group": ("group", *_COMMON),
    "rows": ("rows", "key", "order", "columns", "roll_up", *_COMMON),
}
"""What the long form of each sort of field may say."""


def read_fields(form: Form, raw: Any, path: DataPath) -> dict[str, FieldSpec]:
    """Read a mapping of names to fields."""
    specs = {}
    for name, entry in form.mapping(raw, path).items():
        if form.name(name, (*path, name)):
            specs[name] = read_field(form, name, entry, (*path, name))
    return specs


def read_field(form: Form, name: str, entry: Any, path: DataPath) -> FieldSpec:
    """Read one field, in its short form (``text?``) or its long one."""
    origin = form.key_at(path)
    if isinstance(entry, str):
        return FieldSpec(
            name, _type(form, entry.removesuffix("?"), path), origin, optional=entry.endswith("?")
        )
    sort = next(
        (key for key in ("list", "group", "rows") if isinstance(entry, Mapping) and key in entry), "scalar"
    )
    entry = form.mapping(entry, path, _KEYS[sort])
    spec = FieldSpec(
        name, sort, origin,
        optional=form.flag(entry.get("optional"), (*path, "optional")),
        label=form.text(entry.get("label"), (*path, "label")),
        personal=form.flag(entry.get("personal"), (*path, "personal")),
    )  # fmt: skip
    return _READ[sort](form, spec, entry, path)


def _type(form: Form, name: str, path: DataPath) -> str:
    if name in SCALARS:
        return name
    form.complain("kind-unknown-type", path, type=name, known=", ".join(SCALARS))
    return "text"


def _scalar(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    choices = form.texts(entry.get("choice"), (*path, "choice"))
    if choices:
        spec = replace(spec, type="choice", choices=choices)
    else:
        written = form.text(entry.get("type"), (*path, "type"), default=None)
        kind = _type(form, written.removesuffix("?"), (*path, "type")) if written else "text"
        spec = replace(spec, type=kind, optional=spec.optional or written.endswith("?"))
    default = entry.get("default")
    at_most = form.text(entry.get("at_most"), (*path, "at_most")) or None
    return replace(
        spec, default=form.text(default, (*path, "default")) if default is not None else None, at_most=at_most
    )


def _list(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    inner, here = entry["list"], (*path, "list")
    if isinstance(inner, str):
        return replace(spec, item=read_field(form, spec.name, inner, here))
    fields = read_fields(form, inner, here)
    return replace(spec, item=FieldSpec(spec.name, "group", spec.origin, fields=fields, label=spec.label))


def _group(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    return replace(spec, fields=read_fields(form, entry["group"], (*path, "group")))


def _rows(form: Form, spec: FieldSpec, entry: Mapping[str, Any], path: DataPath) -> FieldSpec:
    fields = read_fields(form, entry["rows"], (*path, "rows"))
    for column in fields.values():
        if column.type in {"list", "group", "rows"}:
            form.complain("kind-nested-column", (*path, "rows", column.name), name=column.name)
    columns = read_figures(form, entry.get("columns"), (*path, "columns"))
    for name in sorted(columns.keys() & fields.keys()):
        form.complaints.add("kind-name-twice", columns[name].origin, name=name)
    spec = replace(spec, fields=fields, columns=columns)
    key = _columns(form, replace(spec, columns={}), entry.get("key"), (*path, "key"))
    order = _columns(form, spec, entry.get("order"), (*path, "order"))
    _limits(form, spec, path)
    roll_up = _roll_up(form, spec, entry.get("roll_up"), (*path, "roll_up"))
    return replace(spec, key=key, order=order, roll_up=roll_up)


def _columns(form: Form, spec: FieldSpec, raw: Any, path: DataPath) -> tuple[str, ...]:
    names = form.texts(raw, path)
    for name in names:
        if name.removeprefix("~") not in {**spec.fields, **spec.columns}:
            form.complain(
                "kind-unknown-column", path, name=name, table=spec.name, known=", ".join(spec.fields)
            )
            return ()
    return names


def _limits(form: Form, spec: FieldSpec, path: DataPath) -> None:
    for column in spec.fields.values():
        if column.at_most is not None and column.at_most not in spec.fields:
            here = (*path, "rows", column.name, "at_most")
            known = ", ".join(spec.fields)
            form.complain("kind-unknown-column", here, name=column.at_most, table=spec.name, known=known)


def _roll_up(form: Form, spec: FieldSpec, raw: Any, path: DataPath) -> dict[str, dict[str, Formula]]:
    found: dict[str, dict[str, Formula]] = {}
    for kind, cells in form.mapping(raw, path).items():
        here = (*path, kind)
        formulas = {
            name: form.formula(text, (*here, name))
            for name, text in form.mapping(cells, here, spec.fields).items()
        }
        found[kind] = {name: formula for name, formula in formulas.items() if formula is not None}
    return found


_READ = {"scalar": _scalar, "list": _list, "group": _group, "rows": _rows}
