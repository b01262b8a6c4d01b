"""Data as read, before anybody knows what they mean: text with the places where it stands."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.origin import DataPath, Origin, SourceMap, Sources
from reportgen.model.values import Cell


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that adds up others: none of a table's rows, so that it is not counted but can be compared.

    ``line`` is where it stands, ``above`` the number of the table's rows above it, ``words`` say that it is a
    total and stand at ``place``; ``cells`` are under the table's headings; ``sources`` knows it as row 0.
    """

    line: int
    above: int
    words: str
    place: Origin
    cells: Sequence[str | None]
    sources: SourceMap
    until: int | None = None
    """The number of the table's rows above the end of its own, of a total that stands above them."""


class Doubt(Enum):
    """Why a row of a table file may be none of its rows."""

    TOTAL = "total"
    """It begins as totals do, and does not add up."""

    LIKELY_ROW = "likely row"
    """It begins as totals do, and is numbered or filled in like a row."""

    UNDER_TOTAL = "under total"
    """It stands below the total, filled in like a row."""

    STRAY = "stray"
    """It stands where headings and notes stand, or says what they say."""

    ASIDE = "aside"
    """It says something of other rows, as in ``Trong đó: nữ``."""


@dataclass(frozen=True, slots=True)
class DoubtfulRow:
    """A row of a table, by its number there, that may be something else; its words stand at ``place``."""

    row: int
    line: int
    words: str
    place: Origin
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table file as read: text cells, row by row, under the headings as written (NFC).

    ``notes`` are what there is to tell of the file, such as what was guessed. ``decimal`` is ``comma`` or
    ``point`` under the headings of which the data file says what stands before their decimals.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str | None]]
    sources: SourceMap
    file: str
    totals: Sequence[TotalRow] = ()
    notes: tuple[Diagnostic, ...] = ()
    decimal: Mapping[str, str] = field(default_factory=dict)
    doubtful: Sequence[DoubtfulRow] = ()
    apart: AbstractSet[int] = frozenset()
    """The lines below the headings that are no rows of the table."""

    measure: str | None = None
    """The unit of its numbers, where it says one that stands for many: thousands, millions."""

    year: str | None = None
    """The school year that its title says, as in ``2024-2025``."""

    lines: Sequence[int] = ()
    """The line of the file, or of the sheet, on which each row begins."""

    settled: AbstractSet[int] = frozenset()
    """The rows of which the data file says that they are some."""

    @property
    def strays(self) -> AbstractSet[int]:
        """Give the rows that look like headings, notes, or what is said of others."""
        return {one.row for one in self.doubtful if one.doubt in (Doubt.STRAY, Doubt.ASIDE)}

    @property
    def held(self) -> tuple[tuple[str | None, ...], ...]:
        """Give all that the table says, wherever it stands: two files that hold the same may be one."""
        return (tuple(self.columns), *map(tuple, self.rows))


@dataclass(frozen=True, slots=True)
class Graft:
    """A ``{from: report.yaml}`` that names another data file, still to be read and computed."""

    file: str
    origin: Origin


class Unread(Enum):
    """What stands where a file should have been taken in and could not be read; that was complained of."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD


class Without(Enum):
    """What stands where the office's file says that there is none: a committee has no office above it."""

    WITHOUT = "without"


WITHOUT: Final = Without.WITHOUT


@dataclass(frozen=True, slots=True)
class Collected:
    """All files that one ``{from: nop/*.xlsx}`` takes in, as far as they could be read."""

    items: "Sequence[RawTable | Graft | RolledRow]"


@dataclass(frozen=True, slots=True)
class RolledRow:
    """A row taken from the report of a unit below: its computed cells, and the figures they came from."""

    file: str
    cells: Mapping[str, Cell]
    figures: Mapping[str, str]

    def origin(self, path: DataPath) -> Origin | None:
        """Name the report, and the figure in it."""
        name = path[-1] if path else None
        return (
            Origin(self.file, figure=self.figures.get(name)) if isinstance(name, str) else Origin(self.file)
        )

    def key_origin(self, path: DataPath) -> Origin | None:
        """Name the report, and the figure in it."""
        return self.origin(path)

    def nearest(self, path: DataPath) -> Origin:
        """Name at least the report."""
        return self.origin(path) or Origin(self.file)


Raw = (
    str
    | None
    | Sequence["Raw"]
    | Mapping[str, "Raw"]
    | RawTable
    | Graft
    | RolledRow
    | Collected
    | Unread
    | Without
)
"""What a data file holds before anybody knows what it means: text, nothing, lists, mappings, tables."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A data file as read: text with origins, nothing interpreted."""

    file: str
    values: Mapping[str, Raw]
    sources: Sources
    notes: tuple[Diagnostic, ...] = ()
