"""From typed data to all its figures."""

from collections.abc import Callable, Sequence
from typing import Any

from reportgen.compute.checks import check_claims, check_declared
from reportgen.compute.entry import Bookkeeper
from reportgen.compute.evaluate import Evaluation
from reportgen.compute.fit import fit_parts
from reportgen.compute.ledger import Grouping, Key, Ledger, Within, group
from reportgen.compute.order import computing_order
from reportgen.compute.scope import PASTS
from reportgen.model.dataset import Column, Dataset
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figures, GroupedTable
from reportgen.model.kind import Kind, TableSpec
from reportgen.model.values import Blank


def compute(dataset: Dataset, kind: Kind) -> Figures:
    """Compute every figure that the kind declares, and check what it says must hold.

    Nothing is raised: what cannot be computed or does not hold is among ``Figures.diagnostics``; a
    figure that reads a failed one has failed too and is not reported again.
    """
    ledger, complaints = keep_books(dataset, kind)
    check_declared(ledger, complaints)
    check_claims(ledger, complaints)
    return Figures(
        named={name: ledger.figures[name] for name in kind.figures},
        columns={
            spec.name: {name: ledger.columns[spec.name, name] for name in spec.columns}
            for spec in kind.rows.values()
            if spec.name in dataset.tables
        },
        tables={name: _grouped(ledger, ledger.groups[name]) for name in kind.tables if name in ledger.groups},
        diagnostics=tuple(complaints),
        wanted=_wanted(ledger),
    )


def _wanted(ledger: Ledger) -> bool:
    """Tell whether the kind makes a document of this data."""
    each = ledger.kind.each
    return each is None or each.where is None or Evaluation(each.where, ledger).run() is True


def keep_books(dataset: Dataset, kind: Kind) -> tuple[Ledger, Complaints]:
    """Enter every figure in the ledger, in the order in which they read each other."""
    ledger, complaints = Ledger(kind, dataset), Complaints()
    keeper = Bookkeeper(ledger, complaints)
    for sort, *names in computing_order(kind):
        _STEPS[sort](keeper, *names)
    fit_parts(ledger, complaints)
    return ledger, complaints


def _figure(keeper: Bookkeeper, name: str) -> None:
    keeper.ledger.figures[name] = keeper.figure(keeper.ledger.kind.figures[name], keeper.ledger)


def _column(keeper: Bookkeeper, table: str, name: str) -> None:
    found = keeper.ledger.dataset.tables.get(table)
    spec = keeper.ledger.kind.rows[table].columns[name]
    keeper.ledger.columns[table, name] = keeper.column(spec, found.length) if found else []


def _group(keeper: Bookkeeper, name: str) -> None:
    spec = keeper.ledger.kind.tables[name]
    chosen = _chosen(keeper.ledger, spec)
    if spec.of not in keeper.ledger.dataset.tables or (chosen and None in chosen):
        return
    grouping = group(keeper.ledger, spec, chosen)
    keeper.ledger.groups[name] = grouping
    _refuse_lost_groups(keeper, grouping)


def _chosen(ledger: Ledger, spec: TableSpec) -> Sequence[bool | None] | None:
    """Tell of each row whether it counts; ``None`` where the condition has no value yet."""
    if spec.where is None:
        return None
    result = Evaluation(spec.where, ledger).run()
    values = result.values if isinstance(result, Column) else ()
    return [value if isinstance(value, bool) else None for value in values]


def _cell(keeper: Bookkeeper, table: str, name: str) -> None:
    ledger, spec = keeper.ledger, keeper.ledger.kind.tables[table].figures[name]
    if table not in ledger.groups:
        ledger.cells[table, name] = []
        return
    grouping = ledger.groups[table]
    views = [Within(ledger, grouping, index) for index in range(len(grouping.keys))]
    ledger.cells[table, name] = [keeper.figure(spec, view, label=_label(view.key)) for view in views]
    ledger.totals[table, name] = keeper.figure(spec, Within(ledger, grouping, None), label="total")


_STEPS: dict[str, Callable[..., None]] = {
    "figure": _figure, "column": _column, "group": _group, "cell": _cell,
}  # fmt: skip


def _refuse_lost_groups(keeper: Bookkeeper, grouping: Grouping) -> None:
    """Complain of an earlier row whose group has no row now: its numbers would be lost from every total."""
    spec = grouping.spec
    read = {".".join(name[:2]) for f in spec.figures.values() for name in f.formula.names if name[0] in PASTS}
    for source in sorted(read & set(grouping.rows)):
        lost = [key for key in grouping.rows[source] if key not in grouping.rows[spec.of]]
        for key in lost:
            row = grouping.rows[source][key][0]
            keeper.complaints.add(
                "group-gone",
                keeper.ledger.origin(source, row),
                group=_label(key),
                table=spec.of,
                name=spec.name,
            )


def _label(key: Key | None) -> str:
    return ", ".join("?" if isinstance(part, Blank) else str(part) for part in key or ())


def _grouped(ledger: Ledger, grouping: Grouping) -> GroupedTable:
    spec = grouping.spec
    rows = grouping.rows[spec.of]
    keys: Any = grouping.keys
    return GroupedTable(
        name=spec.name,
        by=spec.by,
        keys=keys,
        rows=[rows[key] for key in grouping.keys],
        figures={name: ledger.cells[spec.name, name] for name in spec.figures},
        total={name: ledger.totals[spec.name, name] for name in spec.figures},
    )
