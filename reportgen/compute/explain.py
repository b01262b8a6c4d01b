"""Why a figure is what it is: worked out again, with everything it read written down."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.compute.entry import View
from reportgen.compute.evaluate import Evaluation, Fold
from reportgen.compute.ledger import Ledger, Within
from reportgen.compute.order import node_of
from reportgen.compute.run import keep_books
from reportgen.compute.scope import kind_scope
from reportgen.compute.sorts import check_formula
from reportgen.model.dataset import Column, Dataset
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Evidence, Explanation, Figure
from reportgen.model.formula import Formula, Name
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.values import Cell, Hole

Show = Callable[[Any], str]
"""How a value is written for people."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Answers for the figures of one dataset."""

    ledger: Ledger
    show: Show

    def explain(self, figure: Figure, view: View, label: str = "") -> Explanation:
        """Tell formula, inputs with values and origins down to rows, and the rounding."""
        evaluation = Evaluation(figure.spec.formula, view, folds=[])
        evaluation.run()
        spec = figure.spec
        return Explanation(
            name=f"{spec.name} ({label})" if label else spec.name,
            title=spec.title,
            printed=self.show(figure),
            exact=self.show(figure.value),
            formula=spec.formula.text,
            origin=spec.formula.origin,
            rounding=_rounding(figure),
            inputs=[*self._singles(figure, view), *self._folds(evaluation.folds or [], view)],
            notes=tuple(_notes(figure)),
        )

    def _singles(self, figure: Figure, view: View) -> Iterator[Evidence]:
        """Write down what was read as one value: fields and figures."""
        for name in figure.spec.formula.names:
            value = view(name)
            if isinstance(value, Column):
                if figure.row is not None:
                    yield self._cell(name, value, figure.row)
                continue
            yield Evidence(
                name=".".join(name),
                value=self.show(value),
                origin=self.ledger.dataset.sources.origin(name),
                assumed=self.ledger.dataset.assumed.get(".".join(name)),
                figure=self._below(name, view),
            )

    def _cell(self, name: Name, column: Column, row: int) -> Evidence:
        table = ".".join(name[:-1])
        return Evidence(
            name=".".join(name), value=self.show(column.values[row]),
            origin=self._origin(table, row, name[-1]), assumed=self._assumed(name),
        )  # fmt: skip

    def _below(self, name: Name, view: View) -> Explanation | None:
        """Explain a figure that this one builds on."""
        table = view.grouping.spec if isinstance(view, Within) else None
        node = node_of(self.ledger.kind, name, table)
        if node and node[0] == "figure":
            return self.explain(self.ledger.figures[node[1]], self.ledger)
        if node and node[0] == "cell" and isinstance(view, Within):
            own = (
                self.ledger.totals[node[1], node[2]]
                if view.index is None
                else self.ledger.cells[node[1], node[2]][view.index]
            )
            return self.explain(own, view)
        return None

    def _folds(self, folds: list[Fold], view: View) -> Iterator[Evidence]:
        """Write down what an aggregate added up, row by row."""
        for fold in folds:
            source, column = _source(fold.name, self.ledger)
            picked = self._picked(view, fold.name, source)
            rows = [
                (origin, self.show(value) if column else "")
                for row, value in zip(fold.rows, fold.values, strict=True)
                if (origin := self._origin(source, picked(row), column)) is not None
            ]
            yield Evidence(
                fold.text, self.show(fold.result), assumed=self._assumed(fold.name),
                rows=rows, formula=self._column_formula(fold.name),
            )  # fmt: skip

    def _picked(self, view: View, name: Name, source: str) -> Callable[[int], int]:
        if isinstance(view, Within) and view.source_of(name):
            rows = view.grouping.picked(source, view.key)
            return lambda row: rows[row]
        return lambda row: row

    def _origin(self, table: str, row: int, column: str) -> Origin | None:
        if table in self.ledger.groups:
            return self.ledger.groups[table].origin(self.ledger, row)
        found = self.ledger.source(table)
        if found is None:
            return None
        path = (row, column) if column else (row,)
        return found.sources.origin(path) or found.sources.nearest((row,))

    def _column_formula(self, name: Name) -> str:
        """Give the formula of a computed column that was added up."""
        columns = self.ledger.kind.rows[name[0]].columns if name[0] in self.ledger.kind.rows else {}
        return columns[name[-1]].formula.text if name[-1] in columns else ""

    def _assumed(self, name: Name) -> str | None:
        """Tell why a column was assumed, its whole table, or a column that it is computed from."""
        assumed = self.ledger.dataset.assumed
        own = assumed.get(".".join(name)) or assumed.get(".".join(name[:-1]))
        if own or not self._column_formula(name):
            return own
        column = self.ledger.kind.rows[name[0]].columns[name[-1]]
        reasons = (self._assumed(read) for read in column.formula.names)
        return "; ".join(dict.fromkeys(reason for reason in reasons if reason)) or None


def explain(dataset: Dataset, kind: Kind, path: Name, show: Show) -> list[Explanation]:
    """Explain a figure by its name: ``managers``, or ``by_district.share`` in each row and the total."""
    ledger, _ = keep_books(dataset, kind)
    witness = Witness(ledger, show)
    match path:
        case (name,) if name in ledger.figures:
            return [witness.explain(ledger.figures[name], ledger)]
        case (table, name) if (table, name) in ledger.cells and table in ledger.groups:
            return list(_table_figures(witness, table, name))
        case (table, name) if (table, name) in ledger.columns:
            return [
                witness.explain(f, ledger, f"row {i + 1}") for i, f in enumerate(ledger.columns[table, name])
            ]
        case _:
            return []


def _table_figures(witness: Witness, table: str, name: str) -> Iterator[Explanation]:
    grouping = witness.ledger.groups[table]
    for index, figure in enumerate(witness.ledger.cells[table, name]):
        label = ", ".join(witness.show(part) for part in grouping.keys[index])
        yield witness.explain(figure, Within(witness.ledger, grouping, index), label)
    yield witness.explain(witness.ledger.totals[table, name], Within(witness.ledger, grouping, None), "total")


def _source(name: Name, ledger: Ledger) -> tuple[str, str]:
    """Split a column's name into table and column; a table alone has no column."""
    if ledger.source(".".join(name)) is not None:
        return ".".join(name), ""
    return ".".join(name[:-1]), name[-1]


def _rounding(figure: Figure) -> str:
    spec = figure.spec
    if spec.shown_as not in {"number", "percent"} or figure.shown is None:
        return "none"
    if figure.fitted:
        return (
            f"largest remainder, {spec.places or 0} decimal places, so that the parts of '{spec.fit}' add up"
        )
    return "exact" if spec.places is None else f"half up, {spec.places} decimal places"


def _notes(figure: Figure) -> Iterator[str]:
    if figure.state != "known":
        yield {
            "absent": "an optional value that it reads was not given",
            "blank": "a required value that it reads is still missing",
            "nothing": "it is a share of nothing",
            "failed": "it could not be computed",
        }[figure.state]


def single_values(
    formulas: Mapping[str, Formula], dataset: Dataset, kind: Kind, complaints: Complaints
) -> dict[str, Cell]:
    """Work out formulas that another kind declared, such as the cells that a report above takes."""
    ledger, _ = keep_books(dataset, kind)
    return {name: _single_value(formula, ledger, complaints) for name, formula in formulas.items()}


def _single_value(formula: Formula, ledger: Ledger, complaints: Complaints) -> Cell:
    if check_formula(formula, kind_scope(ledger.kind), complaints) is None:
        return Hole.FAILED
    result = Evaluation(formula, ledger).run()
    return Hole.FAILED if isinstance(result, Column) else result
