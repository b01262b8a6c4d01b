"""That the rows behind a paper are the same as when it was made, told without telling the rows."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import scrypt, sha256
from itertools import chain, islice
from typing import Final

from reportgen.compute.pasts import joined
from reportgen.model.dataset import Dataset, Table
from reportgen.model.kind import Kind
from reportgen.model.manifest import RowsOf
from reportgen.model.names import folded
from reportgen.model.values import Blank, Cell, Hole

FEWEST: Final = 16
"""So many different values of a table must not be on the page, or its digest could be guessed."""

_LOOKED_AT: Final = 256
"""So many different values of each column are held against a page: enough to find a few that are hidden."""

_COST: Final = 2**14
"""How slow a digest is on purpose: some 50 ms, once for a data file, and for every guess."""


@dataclass(slots=True)
class Rows:
    """The tables of a data file that figures read, each digested when the first page asks.

    The salt of a digest is no secret. What nobody can guess is the table itself, all its rows and columns
    together: also on the certificate of one person it is the digest of everybody's rows.
    """

    kind: Kind
    dataset: Dataset | None
    write: Callable[[object], str]
    known: tuple["_Known", ...] | None = None
    made: dict[str, str] = field(default_factory=dict)

    def apart(self) -> "Rows":
        """Give the same without the rows themselves: little enough to be sent elsewhere."""
        return Rows(self.kind, None, self.write, self._found())

    def behind(self, page: Collection[str]) -> tuple[RowsOf, ...]:
        """List the tables; ``page`` are the texts that a page prints."""
        found = self._found()
        sure = all(len(one.values) >= len(page) + FEWEST for one in found)  # whatever the page prints
        shown = frozenset() if sure else {folded(text) for text in page}
        return tuple(
            RowsOf(one.table, one.rows, self._digest(one) if one.is_hidden(shown) else "") for one in found
        )

    def _found(self) -> tuple["_Known", ...]:
        if self.known is None:
            self.known = tuple(self._look(name, table) for name, table in self._tables())
        return self.known

    def _look(self, name: str, table: Table) -> "_Known":
        texts = (
            islice(
                _distinct(folded(self.write(cell)) for cell in column.values if cell is not None), _LOOKED_AT
            )
            for column in table.columns.values()
        )
        return _Known(name, table.length, frozenset(chain.from_iterable(texts)), _content(table))

    def _tables(self) -> Iterator[tuple[str, Table]]:
        if self.dataset is None:
            return
        read = {
            name[:-1] for formula in self.kind.formulas for name in (*formula.names, *_whole(formula.names))
        }
        for name in self.kind.rows:
            if (name,) in read and name in self.dataset.tables:
                yield name, self.dataset.tables[name]
            past = joined(name, self.dataset.earlier)
            if {("earlier", name), ("previous", name)} & read and past is not None and past.length:
                yield f"earlier.{name}", past

    def _digest(self, one: "_Known") -> str:
        if one.table not in self.made:
            salt = f"{self.kind.name}/{one.table}".encode()
            made = scrypt(one.content, salt=salt, n=_COST, r=8, p=1, dklen=16)
            self.made[one.table] = made.hex()
        return self.made[one.table]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of a table: ``values`` are some of each column, ``content`` a digest of all."""

    table: str
    rows: int
    values: frozenset[str]
    content: bytes

    def is_hidden(self, shown: AbstractSet[str]) -> bool:
        """Tell whether enough of the table is not on the page."""
        return len(self.values) - len(self.values & shown) >= FEWEST


def _whole(names: Collection[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give names that mean a table itself as if they had a column."""
    yield from ((*name, "") for name in names)


def _distinct(texts: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        if text not in seen:
            seen.add(text)
            yield text


def _content(table: Table) -> bytes:
    """Write a table down in one way, whatever the order of its rows and columns."""
    names = sorted(table.columns)
    columns = [map(_written, table.columns[name].values) for name in names]
    rows = sorted(map("\x1f".join, zip(*columns, strict=True)))
    return sha256("\x1e".join(("\x1f".join(names), *rows)).encode("utf-8", "surrogatepass")).digest()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return "-"
        case Blank() | Hole():
            return "?"
        case bool():
            return f"f{int(cell)}"
        case int() | Fraction():
            return f"n{cell}"
        case dt.date() | dt.time():
            return f"d{cell.isoformat()}"
        case _:
            return f"t{cell}"
