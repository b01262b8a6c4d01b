"""Why a figure is what it is."""

from collections.abc import Callable
from typing import Any

from reportgen.compute import explain
from reportgen.model.diagnostics import did_you_mean, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Explanation
from reportgen.model.kind import Kind
from reportgen.model.messages import LANGUAGES
from reportgen.model.phrase import said
from reportgen.study.read import Study


def why(found: Study, name: str, show: Callable[[Any], str]) -> list[Explanation]:
    """Explain a figure down to the rows it was computed from: a table's in every row, or in the one named.

    Raises:
        DataError: there is no figure of this name.

    """
    figure, _, row = name.partition(" (")
    every = explain(found.dataset, found.kind, tuple(figure.split(".")), show)
    explanations = [one for one in every if not row or _is_called(one, f" ({row}")]
    if not explanations:
        known = figure_names(found.kind)
        if figure in known and not every:
            raise DataError([report("figure-without-rows", name=figure, table=figure.partition(".")[0])])
        raise DataError([report("unknown-figure", name=name, meant=did_you_mean(name, known))])
    return explanations


def _is_called(one: Explanation, ending: str) -> bool:
    """Ask for an explanation by the end of its name, in any language: ``(total)``, ``(tổng)``."""
    return any(said(one.name, language).endswith(ending) for language in LANGUAGES)


def figure_names(kind: Kind) -> list[str]:
    """List everything that a kind computes, by its dotted name."""
    cells = [f"{table.name}.{name}" for table in kind.tables.values() for name in table.figures]
    columns = [f"{rows.name}.{name}" for rows in kind.rows.values() for name in rows.columns]
    return [*kind.figures, *cells, *columns]
