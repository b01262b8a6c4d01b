"""What a workbook stores, whatever its format, before it is read as text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reportgen.load.cells import CellValue
from reportgen.model.book import Range


@dataclass(frozen=True, slots=True)
class Stored:
    """A cell: its value, the number format that shows it, the code of what forbids to read it.

    ``struck`` says that a line is drawn through it, as through what no longer counts; ``unseen`` that the
    sheet shows nothing of it.
    """

    value: CellValue
    shown: str = "General"
    fault: str | None = None
    struck: bool = False
    unseen: bool = False


Placed = tuple[int, int, Stored]
"""Row and column, from 1, and what is stored there."""


@dataclass(slots=True)
class Layout:
    """What of a sheet is not seen, and what is merged; complete when all its cells were gone through.

    ``comments`` are what people pinned to cells: row, column, words.
    """

    hidden: list[int] = field(default_factory=list)
    filtered: bool = False
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet that can be gone through row by row, more than once."""

    name: str
    visible: bool
    cells: Callable[[Layout], Iterator[Placed]]
