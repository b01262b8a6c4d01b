"""The layout desk: typed data and figures become the words a template may use."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportgen.compose.appendices import appendix_labels
from reportgen.compose.charts import charts
from reportgen.compose.filters import FILTERS, shown
from reportgen.compose.headings import heading_numbers
from reportgen.compose.photos import with_photos
from reportgen.compose.printing import field_value, figure_value
from reportgen.compose.shape import context_shape, plain_fields
from reportgen.compose.tables import expected_rows, grouped_rows, missing_groups, table_rows
from reportgen.model.claims import NO_CODE, code_of
from reportgen.model.context import Context, Rows
from reportgen.model.dataset import Dataset
from reportgen.model.figure import Figures
from reportgen.model.kind import FieldSpec, FigureSpec, Kind, TableSpec
from reportgen.model.shared import Shared
from reportgen.model.values import BLANK, Blank


def build_context(dataset: Dataset, figures: Figures, kind: Kind, *, today: dt.date) -> Context:
    """Give every declared name what it prints, and what is told besides: each, earlier, assumed, today."""
    values = {
        **_fields(dataset, figures, kind),
        **{name: figure_value(figures.named[name], name) for name in kind.figures},
        **{name: _derived(spec, dataset, figures, kind) for name, spec in kind.tables.items()},
        "each": _each(dataset, figures, kind),
        "earlier": tuple(_earlier(one, kind) for one in dataset.earlier),
        "expected": expected_rows(dataset, kind),
        "assumed": _assumed(dataset, kind),
        "today": today,
        "check_code": _check_code(dataset),
        "replaces": dataset.replaces,
    }
    values["chart"] = charts(kind, values)
    values["appendix"] = appendix_labels(kind, values)
    values["heading"] = heading_numbers(kind, values)
    return Context(
        values,
        context_shape(kind),
        FILTERS,
        shown,
        draft=_is_draft(dataset, figures),
        figures=_figures(kind),
        author=_office(dataset),
    )


def _check_code(dataset: Dataset) -> str | None:
    """Give the letters beside the QR code of a paper that is being issued with the office's key."""
    if dataset.code_signer is None:
        return None
    return code_of(bytes.fromhex(dataset.registered.head)) if dataset.registered else NO_CODE


def _is_draft(dataset: Dataset, figures: Figures) -> bool:
    """Tell whether a required value of this paper is still missing, or a figure that needs one."""
    columns = (column for table in dataset.tables.values() for column in table.columns.values())
    return (
        any(map(_lacks, dataset.values.values()))
        or any(map(_lacks, (dataset.each or {}).values()))
        or any(not column.complete and BLANK in column.values for column in columns)
        or any(figure.state == "blank" for figure in figures.named.values())
    )


def _lacks(value: object) -> bool:
    """Look for what is missing in a value, in a group, in the items of a list."""
    match value:
        case Blank():
            return True
        case Mapping():
            return any(map(_lacks, value.values()))
        case Sequence() if not isinstance(value, str):
            return any(map(_lacks, value))
    return False


def _office(dataset: Dataset) -> str:
    """Name the office that issues the paper in one line, for the register and the properties of the file."""
    office = dataset.values.get("office")
    return " ".join(office.split("\n")) if isinstance(office, str) else ""


@lru_cache(maxsize=8)
def _figures(kind: Kind) -> Mapping[str, str]:
    """Give each figure, and those of total rows, what people call it."""
    totals = {
        f"{table.name}.total.{spec.name}": spec.title
        for table in kind.tables.values()
        for spec in table.figures.values()
    }
    return {**{name: spec.title for name, spec in kind.figures.items()}, **totals}


def _fields(dataset: Dataset, figures: Figures, kind: Kind) -> dict[str, object]:
    singles = _singles(Shared(dataset.values, kind))
    fields: dict[str, object] = {}
    for name, spec in kind.fields.items():
        if spec.type == "rows":
            fields[name] = table_rows(spec, dataset.tables.get(name), figures.columns.get(name, {}))
        else:
            fields[name] = with_photos(spec, singles[name], dataset.photos)
    return fields


@lru_cache(maxsize=8)
def _singles(shared: Shared) -> Mapping[str, object]:
    """Show all fields but tables, once for all papers that have the very same values."""
    return {
        name: field_value(spec, shared.values.get(name), name)
        for name, spec in shared.kind.fields.items()
        if spec.type != "rows"
    }


def _derived(spec: TableSpec, dataset: Dataset, figures: Figures, kind: Kind) -> Rows:
    of = kind.fields[spec.of]
    if (table := figures.tables.get(spec.name)) is not None:
        return grouped_rows(spec, of, table)
    return missing_groups(spec, absent=of.optional and spec.of not in dataset.tables)


def _each(dataset: Dataset, figures: Figures, kind: Kind) -> Mapping[str, object] | None:
    """Show the row or the group that this document is for; a row with its computed columns."""
    if dataset.each is None or kind.each is None:
        return None
    spec = kind.fields[kind.each.of]
    columns = {} if kind.each.by else figures.columns.get(spec.name, {})
    names = kind.each.by or tuple(spec.fields)
    return {
        **{name: field_value(spec.fields[name], dataset.each.get(name), f"each.{name}") for name in names},
        **{name: figure_value(column[0], f"each.{name}") for name, column in columns.items()},
    }


def _earlier(dataset: Dataset, kind: Kind) -> Mapping[str, object]:
    return {
        name: field_value(spec, dataset.values.get(name), f"earlier.{name}")
        for name, spec in plain_fields(kind).items()
    }


def _assumed(dataset: Dataset, kind: Kind) -> tuple[Mapping[str, object], ...]:
    return tuple({"what": _label(kind, path), "why": why} for path, why in dataset.assumed.items())


def _label(kind: Kind, path: str) -> str:
    """Call what a dotted name stands for as people do, or by the name where nothing is declared."""
    known: Mapping[str, FieldSpec | FigureSpec] = {**kind.fields, **kind.figures}
    label = path
    for part in path.split("."):
        if (spec := known.get(part)) is None:
            return path
        label, known = spec.title, _inside(spec)
    return label


def _inside(spec: FieldSpec | FigureSpec) -> Mapping[str, FieldSpec | FigureSpec]:
    if isinstance(spec, FigureSpec):
        return {}
    return {**spec.fields, **spec.columns, **(spec.item.fields if spec.item else {})}
