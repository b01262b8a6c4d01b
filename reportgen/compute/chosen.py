"""Which rows count for a derived table, now and in earlier files."""

from collections.abc import Mapping, Sequence

from reportgen.compute.entry import Bookkeeper
from reportgen.compute.scope import PASTS
from reportgen.compute.views import InPast, View
from reportgen.model.dataset import Column
from reportgen.model.formula import Formula
from reportgen.model.kind import TableSpec
from reportgen.model.phrase import phrase
from reportgen.model.values import Cell, Hole

Chosen = Mapping[str, Sequence[Cell]]
"""Of each source (``units``, ``earlier.units``) whether each row counts; all do if none is told."""


def chosen_rows(keeper: Bookkeeper, spec: TableSpec) -> Chosen | Hole | Cell:
    """Ask the table's condition of every row; where one does not answer, give what stands for the table."""
    answers: dict[str, Sequence[Cell]] = {}
    for source in (spec.of, *pasts_read(spec)) if spec.where else ():
        table = keeper.ledger.source(source)
        if table is None or spec.where is None:
            continue
        answer = _asked(keeper, spec, spec.where, source, table.length)
        if not isinstance(answer, Column):
            return answer
        answers[source] = answer.values
    return answers


def pasts_read(spec: TableSpec) -> list[str]:
    """List the earlier rows that a derived table's figures read."""
    read = {".".join(name[:2]) for figure in spec.figures.values() for name in figure.formula.names}
    return [source for source in (f"{past}.{spec.of}" for past in PASTS) if source in read]


def _asked(keeper: Bookkeeper, spec: TableSpec, where: Formula, source: str, length: int) -> Column | Cell:
    view: View = keeper.ledger
    if source != spec.of:
        view = InPast(keeper.ledger, source.partition(".")[0], spec.of)
    answer = keeper.condition(where, phrase("the condition of '{table}'", table=spec.name), length, view)
    for column, problem in view.troubles if isinstance(view, InPast) else ():
        keeper.report(column.formula, [problem], column.called, view)
    return answer
