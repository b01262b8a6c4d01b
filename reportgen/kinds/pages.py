"""What a kind.yaml says of the pages besides the text: ``appendices``, ``headings`` and ``charts``."""

from typing import Any

from reportgen.kinds.form import Form
from reportgen.model.diagnostics import did_you_mean
from reportgen.model.kind import ChartSpec, Kind
from reportgen.model.origin import DataPath

CHART_KEYS = ("of", "by", "shows", "title", "legend", "target")
"""What is said of a chart; only the target may be left out."""


def read_appendices(form: Form, raw: Any) -> dict[str, str]:
    """Read the names of appendices, each with the name of what it shows."""
    entries = form.mapping(raw, ("appendices",)).items()
    return {
        name: form.text(shown, ("appendices", name), default=None)
        for name, shown in entries
        if form.name(name, ("appendices", name))
    }


def read_headings(form: Form, raw: Any) -> tuple[dict[str, tuple[str, ...]], ...]:
    """Read the headings of each section, each with the names of what it tells of."""
    if raw is not None and not isinstance(raw, list | tuple):
        form.complain("kind-wants-list", ("headings",), entry="headings")
        return ()
    return tuple(_headings(form, part, ("headings", number)) for number, part in enumerate(raw or ()))


def _headings(form: Form, raw: Any, path: DataPath) -> dict[str, tuple[str, ...]]:
    entries = form.mapping(raw, path).items()
    return {name: form.texts(told, (*path, name)) for name, told in entries if form.name(name, (*path, name))}


def read_charts(form: Form, raw: Any) -> dict[str, ChartSpec]:
    """Read what each chart is drawn from."""
    entries = form.mapping(raw, ("charts",)).items()
    return {name: _chart(form, name, entry) for name, entry in entries if form.name(name, ("charts", name))}


def _chart(form: Form, name: str, raw: Any) -> ChartSpec:
    path = ("charts", name)
    entry = form.mapping(raw, path, CHART_KEYS)
    texts = {key: form.text(entry.get(key), (*path, key), default=None) for key in CHART_KEYS[:-1]}
    target = form.text(entry.get("target"), (*path, "target")) or None
    return ChartSpec(name, origin=form.key_at(path), target=target, **texts)


def check_pages(form: Form, kind: Kind) -> None:
    """Complain of an appendix or a chart that shows nothing of what the kind declares."""
    declared = [name for part in ("fields", "tables", "figures") for name in form.declared(part)]
    named: list[tuple[DataPath, str]] = [(("appendices", name), one) for name, one in kind.appendices.items()]
    for number, part in enumerate(kind.headings):
        named += [(("headings", number, name), one) for name, told in part.items() for one in told]
    for path, shown in named:
        if shown not in declared:
            meant = did_you_mean(shown, declared)
            form.complain("kind-unknown-shown", path, name=path[-1], shown=shown, meant=meant)
    for chart in kind.charts.values():
        _check_chart(form, kind, chart)


def _check_chart(form: Form, kind: Kind, chart: ChartSpec) -> None:
    path = ("charts", chart.name)
    tables = [*kind.rows, *kind.tables]
    if chart.of not in tables:
        form.complain("kind-unknown-table", (*path, "of"), name=chart.of, known=", ".join(tables))
        return
    columns = _columns(kind, chart.of)
    for key, name in (("by", chart.by), ("shows", chart.shows)):
        if name not in columns:
            meant = did_you_mean(name, columns)
            form.complain(
                "kind-unknown-bar", (*path, key), name=chart.name, what=name, table=chart.of, meant=meant
            )
    if chart.target and chart.target not in {*kind.fields, *kind.figures}:
        meant = did_you_mean(chart.target, [*kind.fields, *kind.figures])
        form.complain("unknown-figure", (*path, "target"), name=chart.target, meant=meant)


def _columns(kind: Kind, table: str) -> list[str]:
    if table in kind.tables:
        return [*kind.tables[table].by, *kind.tables[table].figures]
    return [*kind.rows[table].fields, *kind.rows[table].columns]
