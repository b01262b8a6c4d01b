"""Why a figure is what it is: worked out again, with everything it read written down."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.compute.corrected import Known, all_corrections, corrections_of
from reportgen.compute.entry import Bookkeeper
from reportgen.compute.evaluate import Evaluation, Fold, row_names
from reportgen.compute.ledger import Ledger
from reportgen.compute.order import node_of, spec_of
from reportgen.compute.pasts import files
from reportgen.compute.run import keep_books
from reportgen.compute.scope import PASTS, kind_scope
from reportgen.compute.sorts import check_formula
from reportgen.compute.views import View, Within
from reportgen.model.correction import Correction
from reportgen.model.dataset import Column, Dataset
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Evidence, Explanation, Figure
from reportgen.model.formula import Formula, Name
from reportgen.model.kind import FigureSpec, Kind, TableSpec
from reportgen.model.phrase import phrase
from reportgen.model.values import Cell, Hole

Show = Callable[[Any], str]
"""How a value is written for people."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Answers for the figures of one dataset."""

    ledger: Ledger
    show: Show
    corrections: Known
    folds: dict[Formula, list[Fold]] = field(default_factory=dict)

    def explain(self, figure: Figure, view: View, label: str = "") -> Explanation:
        """Tell formula, inputs with values and origins down to rows, and the rounding."""
        spec = figure.spec
        return Explanation(
            name=phrase("{name} ({label})", name=spec.name, label=label) if label else spec.name,
            title=spec.title,
            printed=self.show(figure),
            exact=self.show(figure.value),
            formula=spec.formula.text,
            origin=spec.formula.origin,
            rounding=_rounding(figure),
            inputs=[*self._singles(figure, view), *self._folds(self._run(spec.formula, view), view)],
            notes=tuple(_notes(figure)),
        )

    def _run(self, formula: Formula, view: View) -> list[Fold]:
        """Compute again and keep what was added up; a column's formula is run once for all its rows."""
        if view is self.ledger and formula in self.folds:
            return self.folds[formula]
        folds: list[Fold] = []
        Evaluation(formula, view, folds=folds).run()
        if view is self.ledger:
            self.folds[formula] = folds
        return folds

    def _singles(self, figure: Figure, view: View) -> Iterator[Evidence]:
        """Write down what was read as one value: fields and figures."""
        by_row = set(row_names(figure.spec.formula.tree))
        for name in figure.spec.formula.names:
            value = view(name)
            if isinstance(value, Column):
                if figure.row is not None and name in by_row:
                    yield self._cell(name, value, figure.row)
                continue
            yield Evidence(
                name=".".join(name),
                value=self.show(value),
                origin=self.ledger.dataset.sources.origin(name),
                assumed=_together(_told_of(self.ledger.dataset, name)),
                figure=self._below(name, view),
            )

    def _cell(self, name: Name, column: Column, row: int) -> Evidence:
        return Evidence(
            name=".".join(name), value=self.show(column.values[row]),
            origin=self.ledger.row_origin(name, row), assumed=self._assumed(name),
            corrections=[(-1, one) for one in self._corrections(self.ledger, [name], row)],
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
            name = fold.names[0]
            rows = [
                (origin, "" if fold.counts else self.show(value), row)
                for row, value in zip(fold.rows, fold.values, strict=True)
                if (origin := view.row_origin(name, row)) is not None
            ]
            reasons = (self._assumed(read) for read in fold.names)
            corrections = [
                (place, one)
                for place, (_, _, row) in enumerate(rows)
                for one in self._corrections(view, fold.names, row)
            ]
            yield Evidence(
                fold.text, self.show(fold.result), assumed=_together(reasons),
                rows=[row[:2] for row in rows], formula=self._column_formula(name), corrections=corrections,
            )  # fmt: skip

    def _corrections(self, view: View, names: Sequence[Name], row: int) -> list[Correction]:
        return corrections_of(self.ledger.kind, self.corrections, view, names, row)

    def _column_formula(self, name: Name) -> str:
        """Give the formula of a computed column that was added up."""
        columns = self.ledger.kind.rows[name[0]].columns if name[0] in self.ledger.kind.rows else {}
        return columns[name[-1]].formula.text if name[-1] in columns else ""

    def _assumed(self, name: Name, table: TableSpec | None = None) -> str | None:
        """Tell why a column was assumed, its whole table, or anything that it is computed from."""
        return _together(self._reasons(name, table, set()))

    def _reasons(self, name: Name, table: TableSpec | None, seen: set[object]) -> Iterator[str | None]:
        yield from _told_of(self.ledger.dataset, name)
        node = node_of(self.ledger.kind, name, table)
        spec = spec_of(self.ledger.kind, node) if node else None
        if node in seen or not isinstance(spec, FigureSpec):
            return
        seen.add(node)
        inside = self.ledger.kind.tables[node[1]] if node and node[0] == "cell" else None
        for read in spec.formula.names:
            yield from self._reasons(read, inside, seen)


def _told_of(dataset: Dataset, name: Name) -> Iterator[str | None]:
    """Look up what the data say was assumed of a name, or of what it is part of, in earlier files too."""
    if name[0] in PASTS:
        for earlier in files(dataset, name[0]):
            yield from _told_of(earlier, name[1:])
    else:
        yield from (dataset.assumed.get(".".join(name[:end])) for end in range(len(name), 0, -1))


def _together(reasons: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason)) or None


def explain(dataset: Dataset, kind: Kind, path: Name, show: Show) -> list[Explanation]:
    """Explain a figure by its name: ``managers``, or ``by_district.share`` in each row and the total."""
    ledger = keep_books(dataset, kind).ledger
    witness = Witness(ledger, show, all_corrections(dataset))
    match path:
        case (name,) if name in ledger.figures:
            return [witness.explain(ledger.figures[name], ledger)]
        case (table, name) if (table, name) in ledger.cells and table in ledger.groups:
            return list(_table_figures(witness, table, name))
        case (table, name) if (table, name) in ledger.columns:
            return [
                witness.explain(f, ledger, phrase("row {row}", row=str(i + 1)))
                for i, f in enumerate(ledger.columns[table, name])
            ]
        case _:
            return []


def _table_figures(witness: Witness, table: str, name: str) -> Iterator[Explanation]:
    grouping = witness.ledger.groups[table]
    for index, figure in enumerate(witness.ledger.cells[table, name]):
        label = ", ".join(witness.show(part) for part in grouping.keys[index])
        yield witness.explain(figure, Within(witness.ledger, grouping, index), label)
    total = witness.ledger.totals[table, name]
    yield witness.explain(total, Within(witness.ledger, grouping, None), phrase("total"))


def _rounding(figure: Figure) -> str:
    spec = figure.spec
    if spec.shown_as not in {"number", "percent"} or figure.shown is None:
        return phrase("none")
    return rounding(spec.places, spec.fit if figure.fitted else None)


def rounding(places: int | None, fit: str | None) -> str:
    """Tell how a number was rounded; ``fit`` names the parts with which it was made to add up."""
    if fit is not None:
        return phrase(
            "largest remainder, {places} decimal places, so that the parts of '{whole}' add up",
            places=places or 0, whole=fit,
        )  # fmt: skip
    return phrase("exact") if places is None else phrase("half up, {places} decimal places", places=places)


def _notes(figure: Figure) -> Iterator[str]:
    if figure.state != "known":
        yield _NOTES[figure.state]


_NOTES = {
    "absent": phrase("an optional value that it reads was not given"),
    "blank": phrase("a required value that it reads is still missing"),
    "nothing": phrase("it is a share of nothing"),
    "failed": phrase("it could not be computed"),
}


def single_values(
    formulas: Mapping[str, Formula], dataset: Dataset, kind: Kind, complaints: Complaints
) -> dict[str, Cell]:
    """Work out formulas that another kind declared, such as the cells that a report above takes."""
    ledger = keep_books(dataset, kind).ledger
    keeper = Bookkeeper(ledger, complaints)
    return {name: _single_value(formula, name, keeper) for name, formula in formulas.items()}


def _single_value(formula: Formula, name: str, keeper: Bookkeeper) -> Cell:
    sort = check_formula(formula, kind_scope(keeper.ledger.kind), keeper.complaints)
    if sort is not None and sort.table is not None:
        keeper.complaints.add("figure-is-column", formula.origin, name=name, table=sort.table)
    result = Hole.FAILED if sort is None else keeper.single(formula, name)
    return Hole.FAILED if isinstance(result, Column) else result
