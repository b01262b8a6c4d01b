"""People who may be one: the same by name, birth date and place. Doubtful pairs are shown, never joined."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.model.dataset import Table
from reportgen.model.kind import FieldSpec, PersonSpec
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.values import Blank, Cell
from reportgen.validate.desk import Desk
from reportgen.validate.keys import Key, compared, shown

_MOST: Final = 20
"""So many doubtful pairs of one table are told one by one."""

_WHY: Final[Mapping[str, Callable[[str, str], str]]] = {
    "moved": lambda born, at: phrase("the same {born}, another {at}", born=born, at=at),
    "no date": lambda born, at: phrase("the same {at}, and {born} is missing", born=born, at=at),
    "swapped": lambda born, at: phrase(
        "the same {at}, and in {born} day and month have changed places", born=born, at=at
    ),
    "mistyped": lambda born, at: phrase("the same {at}, and {born} differs in one digit", born=born, at=at),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it says who somebody is: the birth date as eight digits, if there is one, and where."""

    number: int
    born: str
    at: Key


@dataclass(frozen=True, slots=True, order=True)
class _Doubt:
    """Two rows that may be one person's, and why."""

    row: int
    other: int
    why: str


Pair = tuple[_Row, _Row]


def compare_people(desk: Desk, spec: FieldSpec, table: Table) -> None:
    """Complain of a person who is there twice, and warn of pairs that may be one person."""
    if spec.person is None:
        return
    people = _People(desk, spec, spec.person, table)
    doubts: list[_Doubt] = []
    for rows in people.by_name():
        first: dict[tuple[str, Key], _Row] = {}
        pairs = [(row, first.setdefault((row.born, row.at), row)) for row in rows]
        twins = [(row, other) for row, other in pairs if row is not other and not spec.person.again]
        people.tell_twins(twins)
        doubts += _doubts([*first.values()], twins)
    people.tell_doubts(sorted(doubts))


@dataclass(frozen=True, slots=True)
class _People:
    """A table whose rows are people."""

    desk: Desk
    spec: FieldSpec
    person: PersonSpec
    table: Table

    def by_name(self) -> list[list[_Row]]:
        """Put the rows of one name together, where there is more than one."""
        names, births = (self.table.columns[name].values for name in (self.person.name, self.person.born))
        places = zip(*(self.table.columns[name].values for name in self.person.at), strict=True)
        found: dict[str, list[_Row]] = {}
        for number, (name, born, at) in enumerate(zip(names, births, places, strict=True)):
            if isinstance(name, str) and not any(isinstance(part, Blank) for part in at):
                row = _Row(number, _digits(born), compared(self.spec, self.person.at, at))
                found.setdefault(folded(name), []).append(row)
        return [rows for rows in found.values() if len(rows) > 1]

    def tell_twins(self, twins: Iterable[Pair]) -> None:
        """Complain of rows that are alike in all three, unless they are told as rows of one key."""
        columns = (self.person.name, self.person.born, *self.person.at)
        if self.spec.key and set(self.spec.key) <= set(columns):
            return
        parts = ", ".join(self.spec.fields[name].title for name in columns)
        for row, other in twins:
            if row.born:
                self.desk.complaints.add(
                    "person-twice", self._origin(row.number),
                    related=[(phrase("first"), self._origin(other.number))],
                    name=self._name(row.number), table=self.spec.title, parts=parts,
                )  # fmt: skip

    def tell_doubts(self, doubts: Sequence[_Doubt]) -> None:
        """Show the pairs, the first of them one by one."""
        born = self.spec.fields[self.person.born].title
        for number, doubt in enumerate(doubts[:_MOST], 1):
            why = _WHY[doubt.why](born, self._places(doubt))
            left = len(doubts) - number if number == _MOST else 0
            self.desk.complaints.add(
                "person-doubtful", self._origin(doubt.row),
                related=[(phrase("the other row"), self._origin(doubt.other))],
                name=self._name(doubt.row), table=self.spec.title, why=why,
                more=phrase("; {count} more pairs are as doubtful", count=left) if left else "",
            )  # fmt: skip

    def _places(self, doubt: _Doubt) -> str:
        """Name the columns that say where; of somebody who moved only those that differ."""
        at = self.person.at
        if doubt.why == "moved":
            one, other = (self._at(row) for row in (doubt.row, doubt.other))
            at = tuple(name for name, a, b in zip(at, one, other, strict=True) if a != b)
        return ", ".join(self.spec.fields[name].title for name in at)

    def _at(self, row: int) -> Key:
        values = tuple(self.table.columns[name].values[row] for name in self.person.at)
        return compared(self.spec, self.person.at, values)

    def _origin(self, row: int) -> Origin:
        return self.table.sources.nearest((row, self.person.name))

    def _name(self, row: int) -> str:
        return shown(self.spec, [self.person.name], (self.table.columns[self.person.name].values[row],))


def _digits(born: Cell) -> str:
    return f"{born.day:02}{born.month:02}{born.year:04}" if isinstance(born, dt.date) else ""


def _doubts(rows: Sequence[_Row], twins: Iterable[Pair]) -> Iterator[_Doubt]:
    """Find the doubtful pairs among the rows of one name; ``rows`` differ from each other, twins do not."""
    births: dict[str, _Row] = {}
    places: dict[Key, list[_Row]] = {}
    for row in rows:
        places.setdefault(row.at, []).append(row)
        if row.born and (other := births.setdefault(row.born, row)) is not row:
            yield _Doubt(row.number, other.number, "moved")
    for here in places.values():
        dated = [row for row in here if row.born]
        undated = [(row, dated[0]) for row in here if not row.born and dated]
        for pair in undated:
            first, second = sorted(row.number for row in pair)
            yield _Doubt(second, first, "no date")
        yield from _misread(dated)
    yield from (_Doubt(row.number, other.number, "no date") for row, other in twins if not row.born)


def _misread(rows: Iterable[_Row]) -> Iterator[_Doubt]:
    """Find birth dates that one slip makes of each other, by what is left of them without a digit."""
    whole: dict[str, _Row] = {}
    cut: dict[tuple[int, str], _Row] = {}
    for row in rows:
        born = row.born
        swapped = whole.get(born[2:4] + born[:2] + born[4:])
        near = [cut.setdefault((i, born[:i] + born[i + 1 :]), row) for i in range(len(born))]
        mistyped = next((other for other in near if other is not row), None)
        whole[born] = row
        if swapped is not None:
            yield _Doubt(row.number, swapped.number, "swapped")
        elif mistyped is not None:
            yield _Doubt(row.number, mistyped.number, "mistyped")
