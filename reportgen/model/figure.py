"""Computed figures, and the explanation of one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from reportgen.model.correction import Correction
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.kind import FigureSpec
from reportgen.model.origin import Origin
from reportgen.model.values import Cell, Number


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: the exact value, what it prints as, and what it read.

    ``shown`` is the value as printed, rounded once (a share of 0.84 shown as percent has 84); ``None`` where
    the value is absent, blank, or no number. ``fitted`` says that largest-remainder rounding moved it.
    ``state`` is ``known``, ``absent`` (an optional input was not given), ``blank`` (a required one is still
    missing), ``nothing`` (a share of nothing that prints ``spec.if_nothing``) or ``failed``.
    """

    spec: FigureSpec
    value: Cell
    shown: Number | None
    state: str = "known"
    fitted: bool = False
    table: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class GroupedTable:
    """A derived table: keys and figures per row, and the same figures for the whole."""

    name: str
    by: tuple[str, ...]
    keys: Sequence[tuple[Cell, ...]]
    rows: Sequence[Sequence[int]]
    figures: Mapping[str, Sequence[Figure]]
    total: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was computed from one dataset; ``wanted`` unless the kind's ``each.where`` does not hold.

    Where the condition has failed, nobody knows: ``None``. ``by_row`` are those diagnostics that are about
    single rows, whatever else there is in the data. ``held`` are the places of those declared checks that
    hold of every row by itself: of some of these rows alone they need not be asked again.
    """

    named: Mapping[str, Figure]
    columns: Mapping[str, Mapping[str, Sequence[Figure]]]
    tables: Mapping[str, GroupedTable]
    diagnostics: tuple[Diagnostic, ...] = ()
    by_row: tuple[Diagnostic, ...] = ()
    wanted: bool | None = True
    held: frozenset[int] = frozenset()

    @property
    def failed(self) -> bool:
        """Tell whether one of them could not be computed for a mistake."""
        figures = chain(self.named.values(), *(self._of_tables()))
        return any(figure.state == "failed" for figure in figures)

    def _of_tables(self) -> Iterator[Iterable[Figure]]:
        for columns in self.columns.values():
            yield from columns.values()
        for table in self.tables.values():
            yield from (*table.figures.values(), table.total.values())


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a figure read: a field, another figure, or rows of a column.

    ``rows`` holds origin and printed value of each row that counted, ``formula`` how their column is computed
    if it is; ``assumed`` tells why a value was assumed and not reported. ``corrections`` are those of the
    value itself (under -1) and of the rows, each with the row's place in ``rows``. ``counted`` is how many
    rows counted, where they are not shown one by one.
    """

    name: str
    value: str
    origin: Origin | None = None
    assumed: str | None = None
    rows: Sequence[tuple[Origin, str]] = field(default_factory=tuple)
    figure: "Explanation | None" = None
    formula: str = ""
    corrections: Sequence[tuple[int, Correction]] = ()
    counted: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a figure is what it is: formula, inputs down to rows, and the rounding."""

    name: str
    title: str
    printed: str
    exact: str
    formula: str
    origin: Origin
    rounding: str
    inputs: Sequence[Evidence]
    notes: Sequence[str] = ()
