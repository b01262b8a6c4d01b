"""From a formula's value to a figure: its state, and its rounding."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportgen.compute.called import FORMULA, called, called_formula
from reportgen.compute.evaluate import Evaluation, Problem, Result, row_names
from reportgen.compute.formula import names_in
from reportgen.compute.holes import STATES, known
from reportgen.compute.ledger import Ledger
from reportgen.compute.rounding import half_up
from reportgen.compute.views import View, Within
from reportgen.model.dataset import Column
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figure
from reportgen.model.formula import Formula
from reportgen.model.kind import FigureSpec, TableSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.values import Cell, Hole

MOST_DIGITS = 1000
_TOO_LARGE = 10**MOST_DIGITS


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
        self.report(spec.formula, evaluation.problems, _labelled(spec, label), view)
        return self.entered(spec, value, view, label, None)

    def column(self, spec: FigureSpec, length: int) -> list[Figure]:
        """Work out a computed column, row by row."""
        evaluation = Evaluation(spec.formula, self.ledger)
        result = evaluation.run()
        self.report(spec.formula, evaluation.problems, spec.called, self.ledger)
        values = result.values if isinstance(result, Column) else [result] * length
        return [self.entered(spec, value, self.ledger, "", row) for row, value in enumerate(values)]

    def entered(self, spec: FigureSpec, value: Cell, view: View, label: str, row: int | None) -> Figure:
        """Round a value as declared, or say what it is instead."""
        if (fault := unfit(spec, value)) is not None:
            code, values = fault
            self._complain(code, spec, view, label, row, **values)
            value = Hole.FAILED
        return rounded(spec, value, row)

    def single(self, formula: Formula, name: str) -> Result:
        """Work out a formula that is no figure, and complain of what keeps it from being worked out."""
        evaluation = Evaluation(formula, self.ledger)
        result = evaluation.run()
        self.report(formula, evaluation.problems, name, self.ledger)
        return result

    def condition(self, formula: Formula, name: str, length: int, view: View) -> Column | Cell:
        """Ask a condition of every row; where one does not answer, give the hole that it leaves."""
        evaluation = Evaluation(formula, view)
        result = evaluation.run()
        values = result.values if isinstance(result, Column) else [result] * length
        hole = evaluation.hole(formula.tree, values, range(length))
        if hole is Hole.NOTHING:
            read = (("formula", formula.text),)
            evaluation.problems.append(
                Problem(formula.tree, "undefined-figure", read, list(values).index(hole))
            )
        self.report(formula, evaluation.problems, name, view)
        return Column(values, complete=True) if hole is False else hole

    def report(self, formula: Formula, problems: Iterable[Problem], name: str, view: View) -> None:
        """Complain of what went wrong in a formula, at the row of data if there is one."""
        for problem in problems:
            data = _data_origin(problem, view) or view.place
            place = formula.at(problem.node)
            related = [(FORMULA, place)] if data else self._read(formula)
            values = {word: self._told(word, value, problem, view) for word, value in problem.values}
            self.complaints.add(problem.code, data or place, related=related, name=name, **values)

    def _complain(
        self, code: str, spec: FigureSpec, view: View, label: str, row: int | None, **values: Any
    ) -> None:
        data, place = self._row_origin(spec, row) or view.place, spec.formula.origin
        related = [(FORMULA, place)] if data else self._read(spec.formula)
        self.complaints.add(
            code,
            data or place,
            related=related,
            name=_labelled(spec, label),
            formula=called_formula(self.ledger.kind, spec.formula.text, spec.formula.names, _table(view)),
            **values,
        )

    def _told(self, word: str, value: object, problem: Problem, view: View) -> Any:
        """Let a part of a formula be told by the labels of what it reads."""
        if word not in {"part", "formula"}:
            return value
        return called_formula(self.ledger.kind, str(value), names_in(problem.node), _table(view))

    def _read(self, formula: Formula) -> list[tuple[str, Origin]]:
        """Tell where the fields that a formula reads were written."""
        kind, sources = self.ledger.kind, self.ledger.dataset.sources
        written = ((called(kind, name), sources.origin(name)) for name in formula.names)
        return [(name, origin) for name, origin in written if origin]

    def _row_origin(self, spec: FigureSpec, row: int | None) -> Origin | None:
        tables = [t.name for t in self.ledger.kind.rows.values() if t.columns.get(spec.name) is spec]
        return self.ledger.origin(tables[0], row) if tables and row is not None else None


def rounded(spec: FigureSpec, value: Any, row: int | None = None) -> Figure:
    """Make a figure of a value that fits its declaration: rounded once."""
    if not known(value):
        return Figure(spec, value, None, STATES[value], row=row)
    if spec.shown_as not in {"number", "percent"}:
        return Figure(spec, value, None, row=row)
    shown = half_up(value * 100 if spec.shown_as == "percent" else value, spec.places or 0)
    return Figure(spec, value.numerator if value.denominator == 1 else value, shown, row=row)


def unfit(spec: FigureSpec, value: Any) -> tuple[str, dict[str, Any]] | None:
    """Tell what keeps a value from being this figure."""
    if value is Hole.NOTHING and spec.if_nothing is None:
        return "undefined-figure", {}
    if not known(value) or spec.shown_as not in {"number", "percent"}:
        return None
    if max(abs(value.numerator), value.denominator) >= _TOO_LARGE:
        return "too-many-digits", {"most": MOST_DIGITS}
    return ("not-whole", {"value": value}) if spec.places is None and value.denominator != 1 else None


def _data_origin(problem: Problem, view: View) -> Origin | None:
    """Find the row of data in which a formula over a table failed."""
    if problem.row is None:
        return None
    name = next((name for name in row_names(problem.node) if isinstance(view(name), Column)), None)
    return view.row_origin(name, problem.row) if name else None


def _labelled(spec: FigureSpec, label: str) -> str:
    return phrase("{name} ({label})", name=spec.called, label=label) if label else spec.called


def _table(view: View) -> TableSpec | None:
    """Give the derived table that a formula belongs to."""
    return view.grouping.spec if isinstance(view, Within) else None
