"""From a formula's value to a figure: its state, and its rounding."""

from dataclasses import dataclass
from typing import Any

from reportgen.compute.evaluate import Evaluation, Problem
from reportgen.compute.holes import STATES, known
from reportgen.compute.ledger import Ledger, Within
from reportgen.compute.rounding import half_up
from reportgen.model.dataset import Column
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figure
from reportgen.model.kind import FigureSpec
from reportgen.model.origin import Origin
from reportgen.model.values import Cell, Hole

View = Ledger | Within


@dataclass(slots=True)
class Bookkeeper:
    """Computes figures from a view of the ledger, and complains of those that cannot be."""

    ledger: Ledger
    complaints: Complaints

    def figure(self, spec: FigureSpec, view: View, *, label: str = "") -> Figure:
        """Work out one figure; ``label`` names its row in a derived table."""
        evaluation = Evaluation(spec.formula, view)
        result = evaluation.run()
        value: Cell = Hole.FAILED if isinstance(result, Column) else result
        self._report(spec, evaluation.problems, view, label)
        return self.entered(spec, value, None, label)

    def column(self, spec: FigureSpec, length: int) -> list[Figure]:
        """Work out a computed column, row by row."""
        evaluation = Evaluation(spec.formula, self.ledger)
        result = evaluation.run()
        self._report(spec, evaluation.problems, self.ledger, "")
        values = result.values if isinstance(result, Column) else [result] * length
        return [self.entered(spec, value, row, "") for row, value in enumerate(values)]

    def entered(self, spec: FigureSpec, value: Cell, row: int | None, label: str) -> Figure:
        """Round a value as declared, or say what it is instead."""
        if value is Hole.NOTHING and spec.if_nothing is None:
            where = self._row_origin(spec, row)
            self._complain("undefined-figure", spec, label, origin=where or spec.formula.origin)
            value = Hole.FAILED
        if not known(value):
            return Figure(spec, value, None, STATES[value], row=row)
        if spec.shown_as not in {"number", "percent"}:
            return Figure(spec, value, None, row=row)
        return self._number(spec, value, row, label)

    def _number(self, spec: FigureSpec, value: Any, row: int | None, label: str) -> Figure:
        whole = value.denominator == 1
        if spec.places is None and not whole:
            self._complain("not-whole", spec, label, value=value)
            return Figure(spec, Hole.FAILED, None, "failed", row=row)
        shown = half_up(value * 100 if spec.shown_as == "percent" else value, spec.places or 0)
        return Figure(spec, value.numerator if whole else value, shown, row=row)

    def _report(self, spec: FigureSpec, problems: list[Problem], view: View, label: str) -> None:
        for problem in problems:
            data = self._data_origin(spec, problem, view)
            place = spec.formula.at(problem.node)
            related = [("formula", place)] if data else self._read(spec)
            values: dict[str, Any] = dict(problem.values)
            self.complaints.add(
                problem.code, data or place, related=related, name=_called(spec, label), **values
            )

    def _complain(
        self, code: str, spec: FigureSpec, label: str, *, origin: Origin | None = None, **values: Any
    ) -> None:
        self.complaints.add(
            code,
            origin or spec.formula.origin,
            related=self._read(spec),
            name=_called(spec, label),
            formula=spec.formula.text,
            **values,
        )

    def _read(self, spec: FigureSpec) -> list[tuple[str, Origin]]:
        """Tell where the fields that a formula reads were written."""
        written = ((".".join(name), self.ledger.dataset.sources.origin(name)) for name in spec.formula.names)
        return [(name, origin) for name, origin in written if origin]

    def _row_origin(self, spec: FigureSpec, row: int | None) -> Origin | None:
        tables = [t.name for t in self.ledger.kind.rows.values() if t.columns.get(spec.name) is spec]
        return self.ledger.origin(tables[0], row) if tables and row is not None else None

    def _data_origin(self, spec: FigureSpec, problem: Problem, view: View) -> Origin | None:
        """Find the row of data in which a formula over a table failed."""
        if problem.row is None:
            return None
        for name in spec.formula.names:
            table = name[0] if len(name) > 1 else ""
            if isinstance(view, Within) and (source := view.source_of(name)):
                rows = view.grouping.picked(source, view.key)
                return self.ledger.origin(source, rows[problem.row])
            if table in self.ledger.dataset.tables:
                return self.ledger.origin(table, problem.row)
        return None


def _called(spec: FigureSpec, label: str) -> str:
    return f"{spec.name} ({label})" if label else spec.name
