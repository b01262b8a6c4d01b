"""From typed data to all its figures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reportgen.compute.causes import lasting
from reportgen.compute.checks import check_claims, check_declared
from reportgen.compute.chosen import chosen_rows, pasts_read
from reportgen.compute.entry import Bookkeeper
from reportgen.compute.fit import fit_parts
from reportgen.compute.ledger import Grouping, Ledger, group, label
from reportgen.compute.limits import check_limits, excesses
from reportgen.compute.order import computing_order, row_alone
from reportgen.compute.views import Within
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.figure import Figures, GroupedTable
from reportgen.model.kind import Kind
from reportgen.model.phrase import Called, phrase
from reportgen.model.values import Hole


def compute(dataset: Dataset, kind: Kind, held: frozenset[int] = frozenset()) -> Figures:
    """Compute every figure that the kind declares, and check what it says must hold.

    Nothing is raised: what cannot be computed or does not hold is among ``Figures.diagnostics``; a
    figure that reads a failed one has failed too and is not reported again, nor is what follows from a
    value that is over its limit. ``held`` are checks that were found to hold of each row of data that
    these are a part of.
    """
    books, limits = keep_books(dataset, kind), Complaints()
    books = _checked(books, held)
    over = list(excesses(kind, dataset))
    check_limits(over, dataset, limits)
    stays = lasting(dataset, kind, over, lambda right, side: _checked(keep_books(right, side)).complaints)
    by_row = (*filter(stays, books.of_rows.complaints), *limits)
    told = (*by_row, *filter(stays, books.of_all.complaints))
    found = replace(_figures(books.ledger), diagnostics=told, by_row=by_row, wanted=books.wanted)
    return found if over else replace(found, held=books.held)


def recompute(dataset: Dataset, kind: Kind) -> Figures:
    """Compute the figures again of data that were checked before: nothing is looked for, or told."""
    return _figures(keep_books(dataset, kind).ledger)


def _figures(ledger: Ledger) -> Figures:
    kind = ledger.kind
    return Figures(
        named={name: ledger.figures[name] for name in kind.figures},
        columns={
            spec.name: {name: ledger.columns[spec.name, name] for name in spec.columns}
            for spec in kind.rows.values()
            if spec.name in ledger.dataset.tables
        },
        tables={name: _grouped(ledger, ledger.groups[name]) for name in kind.tables if name in ledger.groups},
    )


def _checked(books: "Books", held: frozenset[int] = frozenset()) -> "Books":
    held = check_declared(books.of_rows, books.of_all, held)
    check_claims(books.ledger, books.of_rows.complaints)
    return replace(books, wanted=_wanted(books.of_all), held=held)


def _wanted(keeper: Bookkeeper) -> bool | None:
    """Tell whether the kind makes a document of this data: asked of one member, not of all together."""
    each = keeper.ledger.kind.each
    if each is None or each.where is None or keeper.ledger.dataset.each is None:
        return True
    answer = keeper.single(each.where, phrase("the condition of '{table}'", table="each"))
    return None if answer is Hole.FAILED else answer is True


@dataclass(frozen=True, slots=True)
class Books:
    """One ledger and two keepers: what is wrong with a row, and what with all of the data together."""

    ledger: Ledger
    of_rows: Bookkeeper
    of_all: Bookkeeper
    wanted: bool | None = True
    held: frozenset[int] = frozenset()

    @property
    def complaints(self) -> Iterator[Diagnostic]:
        """Go through what both found."""
        yield from self.of_rows.complaints
        yield from self.of_all.complaints


def keep_books(dataset: Dataset, kind: Kind) -> Books:
    """Enter every figure in the ledger, in the order in which they read each other."""
    ledger = Ledger(kind, dataset)
    books = Books(ledger, Bookkeeper(ledger, Complaints()), Bookkeeper(ledger, Complaints()))
    for sort, *names in computing_order(kind):
        alone = sort == "column" and row_alone(kind, kind.rows[names[0]].columns[names[1]].formula)
        _STEPS[sort](books.of_rows if alone else books.of_all, *names)
    fit_parts(ledger, books.of_all.complaints)
    return books


def opened(dataset: Dataset, kind: Kind, figures: Figures | None = None) -> Ledger:
    """Enter every figure in a ledger; those that were computed already are entered as they are.

    Of derived tables it must be known which rows stand behind a figure: these are computed again.
    """
    if figures is None or kind.tables:
        return keep_books(dataset, kind).ledger
    columns = {
        (table, name): list(found) for table, of in figures.columns.items() for name, found in of.items()
    }
    return Ledger(kind, dataset, dict(figures.named), columns)


def _figure(keeper: Bookkeeper, name: str) -> None:
    keeper.ledger.figures[name] = keeper.figure(keeper.ledger.kind.figures[name], keeper.ledger)


def _column(keeper: Bookkeeper, table: str, name: str) -> None:
    found = keeper.ledger.dataset.tables.get(table)
    spec = keeper.ledger.kind.rows[table].columns[name]
    keeper.ledger.columns[table, name] = keeper.column(spec, found.length) if found else []


def _group(keeper: Bookkeeper, name: str) -> None:
    ledger, spec = keeper.ledger, keeper.ledger.kind.tables[name]
    if spec.of not in ledger.dataset.tables:
        ledger.ungrouped[name] = ledger.instead(spec.of)
        return
    chosen = chosen_rows(keeper, spec)
    if not isinstance(chosen, Mapping):
        ledger.ungrouped[name] = chosen
        return
    ledger.groups[name] = group(ledger, spec, chosen)
    _refuse_lost_groups(keeper, ledger.groups[name])


def _cell(keeper: Bookkeeper, table: str, name: str) -> None:
    ledger, spec = keeper.ledger, keeper.ledger.kind.tables[table].figures[name]
    if table not in ledger.groups:
        ledger.cells[table, name] = []
        return
    grouping = ledger.groups[table]
    views = [Within(ledger, grouping, index) for index in range(len(grouping.keys))]
    ledger.cells[table, name] = [
        keeper.figure(spec, view, label=label(ledger.kind, grouping.spec, view.key)) for view in views
    ]
    ledger.totals[table, name] = keeper.figure(spec, Within(ledger, grouping, None), label=phrase("total"))


_STEPS: dict[str, Callable[..., None]] = {
    "figure": _figure, "column": _column, "group": _group, "cell": _cell,
}  # fmt: skip


def _refuse_lost_groups(keeper: Bookkeeper, grouping: Grouping) -> None:
    """Complain of an earlier row whose group has no row now: its numbers would be lost from every total."""
    spec = grouping.spec
    lost = {
        key: (source, rows[0])
        for source in reversed(pasts_read(spec))
        for key, rows in grouping.rows[source].items()
        if key not in grouping.rows[spec.of]
    }
    for key, place in lost.items():
        keeper.complaints.add(
            "group-gone",
            keeper.ledger.origin(*place),
            group=label(keeper.ledger.kind, spec, key),
            table=keeper.ledger.kind.rows[spec.of].called,
            name=Called(spec.name, keeper.ledger.kind.rows[spec.of].title),
        )


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
