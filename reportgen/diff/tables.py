"""Tables held against each other: rows of the data with what is computed in them, and derived tables."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.compose import value_text
from reportgen.diff.align import Pair, aligned, in_order, matched
from reportgen.diff.records import Change, RowChange, TableChanges
from reportgen.diff.single import Label, Told, change, printed_as, told_claim, told_field, told_figure
from reportgen.model.dataset import Claim, Dataset, Table
from reportgen.model.figure import Figure, Figures, GroupedTable
from reportgen.model.kind import FieldSpec, FigureSpec, TableSpec
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, strung

TOTAL = phrase("total")
"""What the row below a derived table is called."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as one file has it: what is compared, row by row, and how a cell is told, if it is there."""

    label: Callable[[int], Label]
    compared: Sequence[Hashable]
    tell: Callable[[int], Told | None]


@dataclass(frozen=True, slots=True)
class View:
    """A table as one file has it; ``keys`` tell its rows apart, if anything does."""

    columns: Sequence[Column]
    length: int
    keys: Sequence[Hashable] | None
    title: Callable[[int], str]
    origin: Callable[[int], Origin]

    def rows(self) -> list[tuple[Hashable, ...]]:
        """Give what is compared of each row."""
        compared = [column.compared for column in self.columns]
        return list(zip(*compared, strict=True)) if compared else [()] * self.length


def table_changes(about: TableChanges, old: View, new: View) -> TableChanges | None:
    """List the rows that came, went and changed; nothing where there are none."""
    before, after = old.rows(), new.rows()
    keyless = old.keys is None or new.keys is None
    pairs = aligned(before, after) if keyless else matched(old.keys or (), new.keys or ())
    rows = tuple(_rows(pairs, (old, before), (new, after)))
    moved = not in_order(pairs)
    return TableChanges(about.name, about.title, about.key, rows, moved) if rows or moved else None


def data_view(spec: FieldSpec, dataset: Dataset, figures: Figures | None = None) -> View:
    """See a table of the data with the columns that are computed, and what is claimed of them."""
    table = dataset.tables.get(spec.name)
    if table is None:
        return no_rows(spec.origin)
    columns = {name: _data_column(inner, table) for name, inner in spec.fields.items()}
    computed = figures.columns.get(spec.name, {}) if figures else {}
    others = [_figure_column(spec.columns[name], found) for name, found in computed.items()]
    others += [_claims_column(spec.columns[name], spec.name, dataset.claims, table) for name in spec.columns]
    keys = [[_folded(value) for value in columns[name].compared] for name in spec.key]

    def title(row: int) -> str:
        cells = (told.text or "" for name in spec.key if (told := columns[name].tell(row)))
        return strung(", ", cells) if keys else phrase("row {number}", number=str(row + 1))

    return View(
        [*columns.values(), *others],
        table.length,
        list(zip(*keys, strict=True)) if keys else None,
        title,
        lambda row: table.sources.nearest((row,)),
    )


def _folded(value: Hashable) -> Hashable:
    """Know a row again by its name in another spelling."""
    return folded(value) if isinstance(value, str) else value


def grouped_view(spec: TableSpec, grouped: GroupedTable, dataset: Dataset) -> View:
    """See a derived table with its total below; a row stands where the first row of its group does."""
    titles = [*(strung(", ", map(value_text, key)) for key in grouped.keys), TOTAL]
    below = dataset.tables.get(spec.of)

    def origin(row: int) -> Origin:
        rows = grouped.rows[row] if row < len(grouped.rows) else ()
        return below.sources.nearest((rows[0],)) if below and rows else spec.origin

    columns = [
        _figure_column(spec.figures[name], [*found, grouped.total[name]], f"{spec.name}.{name}", titles)
        for name, found in grouped.figures.items()
    ]
    return View(columns, len(titles), [*grouped.keys, TOTAL], titles.__getitem__, origin)


def no_rows(origin: Origin) -> View:
    """See a table that is not there."""
    return View((), 0, (), str, lambda _: origin)


def _rows(
    pairs: Iterable[Pair],
    old: tuple[View, Sequence[tuple[Hashable, ...]]],
    new: tuple[View, Sequence[tuple[Hashable, ...]]],
) -> Iterator[RowChange]:
    (before, old_rows), (after, new_rows) = old, new
    for one, other in pairs:
        if one is None and other is not None:
            cells = _told(after, other, lambda label, told: change(label, None, told))
            yield RowChange(after.title(other), tuple(cells), None, after.origin(other))
        elif other is None and one is not None:
            cells = _told(before, one, lambda label, told: change(label, told, None))
            yield RowChange(before.title(one), tuple(cells), before.origin(one), None)
        elif one is not None and other is not None and old_rows[one] != new_rows[other]:
            found = _changed(before, one, after, other)
            yield RowChange(after.title(other), tuple(found), before.origin(one), after.origin(other))


def _told(view: View, row: int, tell: Callable[[Label, Told], Change]) -> Iterator[Change]:
    for column in view.columns:
        if (told := column.tell(row)) is not None:
            yield tell(column.label(row), told)


def _changed(old: View, one: int, new: View, other: int) -> Iterator[Change]:
    for before, after in zip(old.columns, new.columns, strict=True):
        if before.compared[one] != after.compared[other]:
            yield change(after.label(other), before.tell(one), after.tell(other))


def _data_column(spec: FieldSpec, table: Table) -> Column:
    label = Label(spec.name, spec.title, percent=spec.type == "percent")
    values = table.columns[spec.name].values
    return Column(
        lambda _: label,
        values,
        lambda row: told_field(spec, values[row], table.sources.nearest((row, spec.name))),
    )


def _figure_column(
    spec: FigureSpec, found: Sequence[Figure], name: str = "", rows: Sequence[str] = ()
) -> Column:
    """See a computed column; in a derived table each cell has the name that ``why`` takes."""
    percent = spec.shown_as == "percent"
    return Column(
        lambda row: Label(f"{name} ({rows[row]})" if rows else spec.name, spec.title, percent),
        [printed_as(figure) for figure in found],
        lambda row: told_figure(found[row]),
    )


def _claims_column(spec: FigureSpec, name: str, claims: Iterable[Claim], table: Table) -> Column:
    """See what the cells of a computed column are claimed to be."""
    claimed = {
        claim.path[1]: claim for claim in claims if (claim.path[0], claim.path[-1]) == (name, spec.name)
    }
    label = Label(
        f"{spec.name} (claimed)", phrase("{name} (claimed)", name=spec.title), spec.shown_as == "percent"
    )
    found = [claimed.get(row) for row in range(table.length)]
    return Column(
        lambda _: label,
        [claim and (claim.value, claim.places) for claim in found],
        lambda row: told_claim(claim) if (claim := found[row]) else None,
    )
