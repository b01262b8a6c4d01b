"""Parts that must print as their whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reportgen.compute.ledger import Ledger
from reportgen.compute.rounding import largest_remainder
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figure
from reportgen.model.phrase import strung
from reportgen.model.values import Number

WHOLE = 100
"""Per cent."""

DOWN = "down"
"""The name of a set whose parts are the rows of one column."""

Place = tuple[Any, Any]
"""A container of the ledger and a key in it: where a fitted figure is put back."""


def fit_parts(ledger: Ledger, complaints: Complaints) -> None:
    """Round the figures of every set together, so that the printed parts add up to the printed whole."""
    for places in _sets(ledger):
        figures = [container[key] for container, key in places]
        if all(figure.state == "known" for figure in figures) and figures:
            _fit(places, figures, complaints)


def _fit(places: Sequence[Place], figures: Sequence[Figure], complaints: Complaints) -> None:
    parts: list[Number] = [_printed_unit(figure) for figure in figures]
    spec = figures[0].spec
    if spec.shown_as == "percent" and sum(parts) != WHOLE:
        names = strung(", ", dict.fromkeys(figure.spec.called for figure in figures))
        complaints.add("parts-not-whole", spec.origin, names=names, sum=sum(parts))
        return
    for (container, key), figure, shown in zip(
        places, figures, largest_remainder(parts, spec.places or 0), strict=True
    ):
        container[key] = replace(figure, shown=shown, fitted=shown != figure.shown)


def _printed_unit(figure: Figure) -> Number:
    value: Any = figure.value
    unit: Number = value * WHOLE if figure.spec.shown_as == "percent" else value
    return unit


def _sets(ledger: Ledger) -> Iterator[list[Place]]:
    """Give every set of figures that is rounded together."""
    yield from _across([(ledger.figures, name, figure) for name, figure in ledger.figures.items()])
    for book in (ledger.columns, ledger.cells):
        for table in dict.fromkeys(table for table, _ in book):
            columns = [figures for (owner, _), figures in book.items() if owner == table]
            yield from (
                [(column, row) for row in range(len(column))]
                for column in columns
                if column and column[0].spec.fit == DOWN
            )
            for row in range(max(map(len, columns), default=0)):
                yield from _across([(column, row, column[row]) for column in columns])
    for table in dict.fromkeys(table for table, _ in ledger.totals):
        row_total = [(ledger.totals, key, figure) for key, figure in ledger.totals.items() if key[0] == table]
        yield from _across(row_total)


def _across(entries: Sequence[tuple[Any, Any, Figure]]) -> Iterator[list[Place]]:
    names = dict.fromkeys(figure.spec.fit for *_, figure in entries if figure.spec.fit not in {None, DOWN})
    for name in names:
        yield [(container, key) for container, key, figure in entries if figure.spec.fit == name]
