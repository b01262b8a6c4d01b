"""What a finished paper carries besides its page: enough to explain its figures and to compute them again."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from reportgen.model.registry import Registered
from reportgen.model.values import Cell

FORMAT: Final = 1
"""Raised when a program that knows this format would misread the next."""

FILE_NAME: Final = "reportgen-manifest.json"
"""What the attachment of a PDF is called."""

NAMESPACE: Final = "urn:x-reportgen:manifest:1"
STORE: Final = "{5B8A54C1-6E9C-4B0B-9B6D-2D0C3A7E41F1}"
"""Under which a Word file keeps its own: the controls on its pages are bound to them."""

TOTAL: Final = "total"
"""Where a derived table's figure stands that is of all rows."""


class Withheld(Enum):
    """What stands for a value that the page does not print and that is nobody else's business."""

    WITHHELD = "withheld"


WITHHELD: Final = Withheld.WITHHELD

Told = Cell | Withheld


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What a part of a formula made of rows: how many counted, and where the first and the last stand.

    ``rows`` is 0 where only the presence of a value was asked for.
    """

    text: str
    gives: Told
    rows: int = 0
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure at one place: ``at`` is the number of its row, `TOTAL`, or empty for one that stands alone.

    ``label`` is what the page calls the row. ``printed`` is what a page shows of the figure, be it this one
    or not; empty where it is withheld, or has no value.
    """

    at: str
    value: Told
    printed: str
    label: str = ""
    fitted: bool = False
    reads: Mapping[str, Told] = field(default_factory=dict)
    aggregates: tuple[Aggregate, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A figure as it was declared (``by_district.share`` in a derived table), and at all its places."""

    name: str
    label: str
    formula: str
    origin: str
    shown_as: str
    places: int | None
    if_nothing: str | None
    fit: str | None
    entries: tuple[Entry, ...]

    def called(self, entry: Entry) -> str:
        """Give the name under which a page prints it: ``by_district.3.share``."""
        table, _, name = self.name.rpartition(".")
        return f"{table}.{entry.at}.{name}" if entry.at else self.name


@dataclass(frozen=True, slots=True)
class RowsOf:
    """The rows of a table in all of the data file: how many, and a digest that only their owner can make.

    ``digest`` is empty where so little is not on the page that it could be guessed.
    """

    table: str
    rows: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a paper: the program's version, the kind with the text that declares it, the data file."""

    program: str
    kind: str
    title: str
    version: int
    declared: str
    source: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """A field for a signature, and whom its certificate must name; a seal lies ``over`` another field."""

    field: str
    role: str
    who: str
    over: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a paper carries: ``page`` is its text, each piece with the name of the value that it prints.

    ``office`` are the names of offices that it uses, ``assumed`` what of the figures' input was assumed, and
    why; ``drawn`` are digests of what each page of a PDF draws, or of a Word file's margins, pictures and
    charts; the last pieces of a Word file's page, ``in_margins`` in number, stand in headers and footers.
    """

    maker: Maker
    figures: tuple[Recorded, ...]
    rows: tuple[RowsOf, ...]
    page: tuple[tuple[str, str], ...]
    office: Mapping[str, str] = field(default_factory=dict)
    assumed: Mapping[str, str] = field(default_factory=dict)
    drawn: tuple[str, ...] = ()
    in_margins: int = 0
    registered: Registered | None = None
    """Of an issued paper, its place in the office's register."""

    signers: tuple[Signer, ...] = ()
    """Of an issued paper, who is to sign it, in this order."""

    edited: str = ""
    """Of a paper that was issued from a Word file which somebody had changed, the digest of that file."""

    @property
    def entries(self) -> Iterator[tuple[str, Recorded, Entry]]:
        """Go through every figure at every place, under the name by which the page prints it."""
        for figure in self.figures:
            for entry in figure.entries:
                yield figure.called(entry), figure, entry


def binding(name: str) -> str:
    """Give the path that leads from a control on a Word page to its figure."""
    return f"/m:manifest[1]/m:figures[1]/m:{name}[1]"
