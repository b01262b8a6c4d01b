"""What a page says, in its order, before anybody thinks of how it looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class PageError(Exception):
    """The page holds what cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Command:
    """A statement between paragraphs or rows, without its braces: ``if to``."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; ``role`` says what it is: its element, class and surroundings."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``sort`` is ``head``, ``row``, ``number`` or ``centre``."""

    text: str
    sort: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: Sequence[Cell]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; ``unit`` is what its numbers count, ``whole`` says that it stays on one page.

    ``first`` are the widths of its first columns in millimetres; the others share what is left.
    """

    caption: str
    head: Sequence[Row]
    body: Sequence[Row | Command]
    unit: str = ""
    first: Sequence[float] = ()
    whole: bool = False

    @property
    def columns(self) -> int:
        """Count the columns."""
        return sum(cell.across for cell in self.head[0].cells)


@dataclass(frozen=True, slots=True)
class Argument:
    """What is handed to a part of the form: as written, as words of a line, and as blocks."""

    written: str
    words: str = ""
    blocks: Sequence["Block"] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the official form, such as ``header`` or ``signature``."""

    name: str
    given: Sequence[Argument]
    named: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands on pages of its own: an appendix, ``wide`` where it lies across them."""

    blocks: Sequence["Block"]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Recipients:
    """The list of those who get the paper."""

    blocks: Sequence["Block"]


Block = Command | Words | Table | Part | Section | Recipients
