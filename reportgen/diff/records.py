"""What is found when two files are held against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reportgen.compose import exact_text
from reportgen.compute.rounding import half_up
from reportgen.model.kind import Kind
from reportgen.model.origin import Origin
from reportgen.model.values import Number

_PLACES = (2, 4, 6)
"""How many decimals of a difference people are told, more where fewer would tell nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value in which the files differ: as it prints, or ``None`` where there is no such place at all.

    ``difference`` is new less old, exactly; of percentages it counts percentage points (``points``).
    """

    name: str
    title: str
    old: str | None
    new: str | None
    old_at: Origin | None = None
    new_at: Origin | None = None
    difference: Number | None = None
    points: bool = False

    @property
    def exactly(self) -> str:
        """Write the difference with its sign, exactly."""
        return "" if self.difference is None else _signed(self.difference, exact_text(self.difference))

    @property
    def about(self) -> str:
        """Write the difference with its sign, in no more decimals than people read."""
        if self.difference is None:
            return ""
        rounded = next((r for places in _PLACES if (r := half_up(self.difference, places))), 0)
        if not rounded:
            return self.exactly
        sign = "" if rounded == self.difference else "≈ "
        return sign + _signed(rounded, exact_text(rounded))


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that came, went, or changed: all its cells, or those that differ."""

    key: str
    cells: tuple[Change, ...]
    old_at: Origin | None
    new_at: Origin | None

    @property
    def how(self) -> str:
        """Tell what became of the row."""
        if self.old_at is None:
            return "came"
        return "went" if self.new_at is None else "changed"


@dataclass(frozen=True, slots=True)
class TableChanges:
    """The rows of one table that differ.

    ``key`` names the columns by which rows were matched; without them rows were matched by their place.
    ``moved`` says that the rows which are in both files stand in another order.
    """

    name: str
    title: str
    key: tuple[str, ...]
    rows: tuple[RowChange, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class DataChanges:
    """How two data files differ in what they say."""

    old: str
    new: str
    fields: tuple[Change, ...] = ()
    tables: tuple[TableChanges, ...] = ()
    claims: tuple[Change, ...] = ()
    assumed: tuple[Change, ...] = ()
    corrections: tuple[Change, ...] = ()

    @property
    def equal(self) -> bool:
        """Tell whether they say the same."""
        return not (self.fields or self.tables or self.claims or self.assumed or self.corrections)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two data files differ, and the figures computed from them.

    ``figures`` print otherwise; ``alike`` print the same although their exact values differ. ``grouped`` are
    the tables derived by grouping, ``earlier`` the files of earlier rounds that differ.
    """

    kind: Kind
    data: DataChanges
    figures: tuple[Change, ...] = ()
    alike: tuple[Change, ...] = ()
    grouped: tuple[TableChanges, ...] = ()
    earlier: tuple[DataChanges, ...] = ()

    @property
    def equal(self) -> bool:
        """Tell whether there is no difference at all."""
        return self.data.equal and not any(self.parts())

    def parts(self) -> Iterator[tuple[object, ...]]:
        """Go through what was compared besides the data."""
        yield from (self.figures, self.alike, self.grouped, self.earlier)


def _signed(value: Number, text: str) -> str:
    return f"+{text}" if Fraction(value) > 0 else text
