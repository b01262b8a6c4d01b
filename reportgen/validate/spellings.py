"""One name in two spellings, refused where it would make two groups of what is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reportgen.model.dataset import Dataset, Table
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.validate.desk import Desk
from reportgen.validate.keys import Key, compared, keys, shown

_PASTS: Final = ("earlier", "previous")
_MOST: Final = 20
"""So many pairs of spellings are told one by one."""


def refuse_spellings(
    desk: Desk, kind: Kind, tables: Mapping[str, Table], earlier: Sequence[Dataset]
) -> Mapping[str, str]:
    """Complain of names by which rows are grouped, now and in earlier files, in more than one spelling.

    Gives each other spelling with the one that was met first.
    """
    found: dict[str, str] = {}
    for (name, by), past in _groups(kind).items():
        names = _Names(kind.rows[name], by)
        if name in tables:
            names.look(tables[name], own=True)
        for dataset in earlier if past else ():
            if name in dataset.tables:
                names.look(dataset.tables[name], own=False)
        names.tell(desk)
        found |= names.found()
    return found


def _groups(kind: Kind) -> dict[tuple[str, tuple[str, ...]], bool]:
    """List by which columns of which tables rows are put together, and whether earlier rows are, too."""
    found: dict[tuple[str, tuple[str, ...]], bool] = {}
    for table in kind.tables.values():
        names = (name for figure in table.figures.values() for name in figure.formula.names)
        past = any(name[0] in _PASTS for name in names)
        found[table.of, table.by] = past or found.get((table.of, table.by), False)
    if kind.each is not None and (by := kind.each.by or kind.rows[kind.each.of].key):
        found[kind.each.of, by] = True
    return found


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A group as a table spells it, and the first row of it; ``own`` if that is no earlier file's."""

    key: Key
    table: Table
    row: int
    own: bool

    def origin(self, column: str) -> Origin:
        return self.table.sources.nearest((self.row, column))


@dataclass(slots=True)
class _Names:
    """The groups of a table's rows, each as it is spelled first, and its other spellings."""

    spec: FieldSpec
    by: tuple[str, ...]
    first: dict[Key, _Spelled] = field(default_factory=dict)
    others: dict[tuple[Key, Key], tuple[_Spelled, _Spelled]] = field(default_factory=dict)

    def look(self, table: Table, *, own: bool) -> None:
        """Compare the groups of a table with those known so far."""
        rows: dict[Key, int] = {}
        for row, key in keys(table, self.by):
            rows.setdefault(key, row)
        for key, row in rows.items():
            spelled = _Spelled(key, table, row, own)
            first = self.first.setdefault(compared(self.spec, self.by, key), spelled)
            if first.key != key and not (own and self._told_as_twins()):
                self.others.setdefault((key, first.key), (spelled, first))

    def tell(self, desk: Desk) -> None:
        """Complain of each other spelling once."""
        found = list(self.others.values())
        for number, (other, first) in enumerate(found[:_MOST], 1):
            left = len(found) - number if number == _MOST else 0
            for place, column in enumerate(self.by):
                if other.key[place] != first.key[place]:
                    self._tell(desk, column, (other, first), left)

    def found(self) -> dict[str, str]:
        """Give each other spelling with the one that was met first."""
        parts = (zip(other.key, first.key, strict=True) for other, first in self.others.values())
        return {one: to for pair in parts for one, to in pair if isinstance(one, str) and isinstance(to, str)}

    def _tell(self, desk: Desk, column: str, pair: tuple[_Spelled, _Spelled], left: int) -> None:
        """Point into this file if one of both stands there: earlier ones lie in the archive."""
        other, first = pair
        here, there = (first, other) if first.own and not other.own else (other, first)
        wrong, right = self._name(other, column), self._name(first, column)
        desk.complaints.add(
            "spelled-otherwise", here.origin(column),
            related=[(phrase("the other spelling"), there.origin(column))],
            column=self.spec.fields[column].title, name=self._name(here, column),
            other=self._name(there, column), wrong=wrong, right=right,
            more=phrase("; so are {count} more", count=left) if left else "",
        )  # fmt: skip

    def _name(self, spelled: _Spelled, column: str) -> str:
        return shown(self.spec, [column], (spelled.key[self.by.index(column)],))

    def _told_as_twins(self) -> bool:
        """Ask whether two spellings in one file are two rows with one key, which is told already."""
        return bool(self.spec.key) and set(self.spec.key) <= set(self.by)
