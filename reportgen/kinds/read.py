"""From templates/<kind>/kind.yaml to a `Kind`, or every mistake in it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from reportgen.compose import context_shape, pattern_names
from reportgen.compute.order import check_cycles
from reportgen.kinds.approvals import approval_patterns, read_approvals
from reportgen.kinds.fields import check_limits, read_fields
from reportgen.kinds.figures import read_checks, read_figures, read_tables
from reportgen.kinds.form import Form
from reportgen.kinds.pages import check_pages, read_appendices, read_charts, read_headings
from reportgen.kinds.register import check_register, read_register, register_patterns
from reportgen.kinds.sense import check_sense
from reportgen.kinds.series import check_series, read_series
from reportgen.kinds.signatures import check_signatures, read_signatures, signature_patterns
from reportgen.load import is_there, load_yaml_mapping
from reportgen.model.context import Shape
from reportgen.model.diagnostics import did_you_mean
from reportgen.model.errors import DataError, KindError
from reportgen.model.kind import EachSpec, Kind
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase

_KEYS = (
    "title", "about", "version", "date", "fields", "tables", "figures", "checks", "each", "outputs",
    "file_name", "key_figures", "series", "appendices", "headings", "charts", "register",
    "signatures", "approvals",
)  # fmt: skip
_EACH = ("of", "by", "where")
FORMATS = {"docx": ".docx", "pdf": ".html"}
"""The output formats, and what their templates are."""


def read_kind(folder: Path, *, shown: str | None = None) -> Kind:
    """Read the kind that a folder declares; ``shown`` is how the folder is named in messages.

    Raises:
        KindError: with every mistake in kind.yaml, at its line and column.

    """
    name = shown if shown is not None else str(folder)
    try:
        loaded = load_yaml_mapping(folder / "kind.yaml", shown=f"{name}/kind.yaml", like="title: Báo cáo")
    except DataError as error:
        raise KindError(error.diagnostics) from None
    form = Form(loaded.values, loaded.sources)
    kind = _kind(form, folder)
    if not form.complaints.serious:
        check_cycles(kind, form.complaints)
        check_sense(kind, form.complaints)
        check_series(kind, form.complaints)
        check_register(kind, form.complaints)
        check_signatures(form, kind)
    if not form.complaints.serious:
        _check_pattern(form, kind, kind.file_name, ("file_name",))
        for path, pattern in (*register_patterns(kind), *signature_patterns(kind), *approval_patterns(kind)):
            _check_pattern(form, kind, pattern, path)
    if form.complaints.serious:
        raise KindError(dict.fromkeys(form.complaints))
    return replace(kind, notes=loaded.notes)


def _kind(form: Form, folder: Path) -> Kind:
    values = form.mapping(form.values, (), _KEYS)
    kind = Kind(
        name=folder.name,
        folder=folder,
        title=form.text(values.get("title"), ("title",), default=None),
        about=form.text(values.get("about"), ("about",)),
        version=form.number(values.get("version"), ("version",)) or 1,
        fields=read_fields(form, values.get("fields"), ("fields",)),
        tables=read_tables(form, values.get("tables"), ("tables",)),
        figures=read_figures(form, values.get("figures"), ("figures",)),
        checks=read_checks(form, values.get("checks"), ("checks",)),
        each=_each(form, values.get("each")),
        outputs=_outputs(form, values.get("outputs"), folder),
        file_name=form.text(values.get("file_name"), ("file_name",), default=folder.name),
        date=form.text(values.get("date"), ("date",)) or None,
        sources=form.sources,
        key_figures=form.texts(values.get("key_figures"), ("key_figures",)),
        series=read_series(form, values.get("series")),
        appendices=read_appendices(form, values.get("appendices")),
        headings=read_headings(form, values.get("headings")),
        charts=read_charts(form, values.get("charts")),
        register=read_register(form, values.get("register")),
        signatures=read_signatures(form, values.get("signatures")),
        approvals=read_approvals(form, values.get("approvals")),
    )
    _refuse_twins(form, kind)
    check_pages(form, kind)
    check_limits(form, kind.fields, ("fields",), "fields")
    declared = form.declared("figures")
    for name in dict.fromkeys(kind.key_figures):
        if name not in declared:
            form.complain(
                "unknown-figure", ("key_figures",), name=name, meant=did_you_mean(name, kind.figures)
            )
    return kind


def _each(form: Form, raw: Any) -> EachSpec | None:
    if raw is None:
        return None
    entry = form.mapping(raw, ("each",), _EACH)
    where = entry.get("where")
    return EachSpec(
        of=form.text(entry.get("of"), ("each", "of"), default=None),
        by=form.texts(entry.get("by"), ("each", "by")),
        origin=form.at(("each",)),
        where=form.formula(where, ("each", "where")) if where is not None else None,
    )


def _outputs(form: Form, raw: Any, folder: Path) -> dict[str, str]:
    outputs = {}
    for target, template in form.mapping(raw, ("outputs",), FORMATS).items():
        path = ("outputs", target)
        name = form.text(template, path, default=None)
        plain = name == Path(name).name and Path(name).suffix == FORMATS.get(target, Path(name).suffix)
        if not plain or not is_there(folder / name) or not (folder / name).is_file():
            form.complain("kind-no-template", path, template=name, suffix=FORMATS.get(target, ""))
        outputs[target] = name
    if not outputs:
        form.complain("kind-no-outputs", ("outputs",))
    return outputs


def _refuse_twins(form: Form, kind: Kind) -> None:
    """Complain of a name that is used for two things."""
    seen = set(kind.fields)
    for part in (kind.tables, kind.figures):
        for name, spec in part.items():
            if name in seen:
                form.complaints.add("kind-name-twice", spec.origin, name=name)
            seen.add(name)


def _check_pattern(form: Form, kind: Kind, pattern: str, path: DataPath) -> None:
    try:
        names = pattern_names(pattern)
    except ValueError as error:
        form.complain("kind-bad-pattern", path, pattern=pattern, why=error)
        return
    for name in names:
        if not _printable(context_shape(kind), name):
            form.complain(
                "kind-bad-pattern", path, pattern=pattern, why=phrase("no field '{name}'", name=name)
            )


def _printable(shape: Shape, name: str) -> bool:
    """Tell whether a dotted name is one value that has a text."""
    for part in name.split("."):
        if part not in shape.names or shape.sort == "rows":
            return False
        shape = shape.names[part]
    return shape.sort == "scalar" and shape.quotable | name.startswith("each.")
