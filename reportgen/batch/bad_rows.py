"""Which papers of a data file a mistake spoils: those of the row that it is about, or all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.model.dataset import Table
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.origin import Origin
from reportgen.model.values import Blank

_Place = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What is wrong with rows; ``all`` is spoilt where nobody can tell which papers are right."""

    rows: Mapping[int, Sequence[Diagnostic]] = field(default_factory=dict)
    all: bool = False

    def reasons(self, key: Iterable[int]) -> list[Diagnostic]:
        """List why a paper of these rows cannot be made."""
        return [reason for row in key for reason in self.rows.get(row, ())]


def spoilt_by(mistakes: Sequence[Diagnostic], table: Table | None, by: Sequence[str]) -> Spoilt:
    """Find the rows of the mistakes; one that is about anything else spoils all papers.

    So does a row with a mistake that could belong to any group.
    """
    if not mistakes:
        return Spoilt()
    places = _places(table) if table else {}
    rows: dict[int, list[Diagnostic]] = {}
    nowhere = False
    for mistake in mistakes:
        about = _rows_of(mistake, places)
        nowhere = nowhere or not about
        for row in about:
            rows.setdefault(row, []).append(mistake)
    return Spoilt(rows, nowhere or any(_is_astray(table, row, by) for row in rows))


def _rows_of(mistake: Diagnostic, places: dict[_Place, int]) -> frozenset[int]:
    """Find the row of a mistake, and the other row where it is about two; none where it is about no row."""
    if mistake.origin is None or (own := places.get(_place(mistake.origin))) is None:
        return frozenset()
    others = (places.get(_place(origin)) for _, origin in mistake.related)
    return frozenset((own, *(row for row in others if row is not None)))


def _places(table: Table) -> dict[_Place, int]:
    """Tell of each line on which a cell of a row stands which row that is."""
    found: dict[_Place, int] = {}
    for row in range(table.length):
        for path in ((row,), *((row, name) for name in table.columns)):
            if (origin := table.sources.origin(path)) is not None:
                found[_place(origin)] = row
    return found


def _place(origin: Origin) -> _Place:
    line = re.sub(r"\D", "", origin.cell) if origin.cell else str(origin.line)
    return origin.file, origin.sheet, line


def _is_astray(table: Table | None, row: int, by: Sequence[str]) -> bool:
    cells = [table.columns[name].values[row] for name in by] if table else []
    return any(cell is None or isinstance(cell, Blank) for cell in cells)
