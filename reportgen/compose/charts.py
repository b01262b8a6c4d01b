"""Charts of a kind: the rows of a table as bars, with the numbers that the table prints."""

from collections.abc import Iterator, Mapping
from typing import Final

from reportgen.compose.filters import shown
from reportgen.model.chart import Bar, Chart
from reportgen.model.context import Quantity, Rows
from reportgen.model.kind import ChartSpec, Kind

FEWEST: Final = 2
"""With fewer bars there is nothing to compare, and no chart."""


def charts(kind: Kind, values: Mapping[str, object]) -> Mapping[str, Chart | None]:
    """Draw up every chart whose table has rows enough."""
    return {name: _chart(spec, kind, values) for name, spec in kind.charts.items()}


def _chart(spec: ChartSpec, kind: Kind, values: Mapping[str, object]) -> Chart | None:
    rows = values.get(spec.of)
    bars = list(_bars(spec, rows)) if isinstance(rows, Rows) else []
    if len(bars) < FEWEST or all(bar.value is None for bar in bars):
        return None
    return Chart(spec.title, spec.legend, bars, _target(spec, kind, values))


def _bars(spec: ChartSpec, rows: Rows) -> Iterator[Bar]:
    for row in rows:
        label, value = shown(row[spec.by]), row[spec.shows]
        if isinstance(value, Quantity):
            yield Bar(label, value.value, value.text)
        elif value is not None:
            yield Bar(f"{label}: {shown(value)}")


def _target(spec: ChartSpec, kind: Kind, values: Mapping[str, object]) -> Bar | None:
    value = values.get(spec.target or "")
    declared = kind.fields.get(spec.target or "") or kind.figures.get(spec.target or "")
    return Bar(declared.title, value.value, value.text) if declared and isinstance(value, Quantity) else None
